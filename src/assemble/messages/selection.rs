//! Why a chapter does not take an excerpt, for `camnang why`, for findings and for the report of gaps.

use crate::diag::Bilingual;
use crate::model::validity::ValidityKind;

pub fn other_topics() -> Bilingual {
    Bilingual::new("khác chủ đề (topics)", "other topics")
}

pub fn other_audiences() -> Bilingual {
    Bilingual::new("khác đối tượng (audiences)", "other audiences")
}

pub fn other_instruments() -> Bilingual {
    Bilingual::new("khác văn bản (instruments)", "other instruments")
}

pub fn other_validity(kind: ValidityKind) -> Bilingual {
    Bilingual::new(
        format!("hiệu lực là {} ({}), chương không nhận", kind.key(), kind.name()),
        format!("its validity is {}, which the chapter does not take", kind.key()),
    )
}

pub fn not_issued() -> Bilingual {
    Bilingual::new("chưa được ban hành vào ngày này", "it had not been issued on that day")
}

pub fn excluded() -> Bilingual {
    Bilingual::new("có tên trong exclude", "listed in exclude")
}

pub fn no_criteria() -> Bilingual {
    Bilingual::new("chương không có điều kiện và không kê tên nó", "the chapter has no criteria and does not list it")
}

pub fn unverified() -> Bilingual {
    Bilingual::new("chưa kiểm chứng (confidence: unverified)", "unverified (confidence: unverified)")
}

/// The chapter that comes nearest to taking it, and why it does not.
pub fn of_chapter(chapter: &str, reason: &Bilingual) -> Bilingual {
    Bilingual::new(
        format!("gần nhất là chương `{chapter}`: {}", reason.vi),
        format!("the nearest chapter is `{chapter}`: {}", reason.en),
    )
}

pub fn of_edition(edition: &str, reason: &Bilingual) -> Bilingual {
    Bilingual::new(format!("ấn bản `{edition}`: {}", reason.vi), format!("edition `{edition}`: {}", reason.en))
}

pub fn no_chapters() -> Bilingual {
    Bilingual::new("không có chương nào", "it has no chapters")
}

pub fn guidance_of_no_edition() -> Bilingual {
    Bilingual::new(
        "không có tên ở front, ở intro của phần, chương hay phụ lục nào",
        "no front, and no intro of a part, chapter or annex names it",
    )
}

/// What to do about guidance that no edition prints.
pub fn name_the_guidance() -> Bilingual {
    Bilingual::new(
        "ghi id này vào front của ấn bản, hoặc vào intro của một phần, chương, phụ lục; để dành thì không phải làm gì",
        "name it in the front of an edition, or as the intro of a part, chapter or annex; if it is kept for later, do nothing",
    )
}

/// Below the count of findings: what is kept from every edition on purpose. Nothing where there are no drafts.
pub fn drafts(excerpts: usize, instruments: usize) -> Option<Bilingual> {
    let counted = |count: usize, vi: &str, en: &str| {
        let plural = if count == 1 { "" } else { "s" };
        (count > 0).then(|| (format!("{count} {vi}"), format!("{count} {en}{plural}")))
    };
    let parts = [counted(excerpts, "trích dẫn", "excerpt"), counted(instruments, "hồ sơ văn bản", "instrument")];
    let (vi, en): (Vec<String>, Vec<String>) = parts.into_iter().flatten().unzip();
    (!vi.is_empty()).then(|| {
        Bilingual::new(
            format!("Bản nháp (confidence: unverified), không có trong ấn bản nào: {}.\n", vi.join(", ")),
            format!("Drafts (confidence: unverified), in no edition: {}.\n", en.join(", ")),
        )
    })
}
