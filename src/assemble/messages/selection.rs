//! Why a chapter does not take an excerpt, for `camnang why`, for findings and for the report of gaps.

use crate::diag::Bilingual;
use crate::model::validity::ValidityKind;

/// Why an excerpt is not in a chapter: the chapter selects topics, and the excerpt has none of them.
pub fn other_topics() -> Bilingual {
    Bilingual::new("khác chủ đề (topics)", "other topics")
}

/// Why an excerpt is not in a chapter: the chapter selects audiences, and the excerpt has none of them.
pub fn other_audiences() -> Bilingual {
    Bilingual::new("khác đối tượng (audiences)", "other audiences")
}

/// Why an excerpt is not in a chapter: the chapter selects instruments, and the excerpt is of another.
pub fn other_instruments() -> Bilingual {
    Bilingual::new("khác văn bản (instruments)", "other instruments")
}

/// Why an excerpt is not in a chapter: the chapter selects states of validity, and `kind` is not among them.
pub fn other_validity(kind: ValidityKind) -> Bilingual {
    Bilingual::new(
        format!("hiệu lực là {} ({}), chương không nhận", kind.key(), kind.name()),
        format!("its validity is {}, which the chapter does not take", kind.key()),
    )
}

/// Why an excerpt is not in a chapter: on the edition's day it had not been issued.
pub fn not_issued() -> Bilingual {
    Bilingual::new("chưa được ban hành vào ngày này", "it had not been issued on that day")
}

/// Why an excerpt is not in a chapter: `exclude` names it.
pub fn excluded() -> Bilingual {
    Bilingual::new("có tên trong exclude", "listed in exclude")
}

/// Why an excerpt is not in a chapter: a chapter without criteria has what `include` names, and no more.
pub fn no_criteria() -> Bilingual {
    Bilingual::new("chương không có điều kiện và không kê tên nó", "the chapter has no criteria and does not list it")
}

/// Why an excerpt is not in a chapter: what nobody has verified is not printed.
pub fn unverified() -> Bilingual {
    Bilingual::new("chưa kiểm chứng (confidence: unverified)", "unverified (confidence: unverified)")
}

/// Why an excerpt is not in a chapter: the edition prints only what is approved.
pub fn unapproved() -> Bilingual {
    Bilingual::new("chưa duyệt (requires: approved)", "not approved (requires: approved)")
}

/// The chapter that comes nearest to taking it, and why it does not.
pub fn of_chapter(chapter: &str, reason: &Bilingual) -> Bilingual {
    Bilingual::new(
        format!("gần nhất là chương `{chapter}`: {}", reason.vi),
        format!("the nearest chapter is `{chapter}`: {}", reason.en),
    )
}

/// A reason that holds for a whole edition, with the edition before it.
pub fn of_edition(edition: &str, reason: &Bilingual) -> Bilingual {
    Bilingual::new(format!("ấn bản `{edition}`: {}", reason.vi), format!("edition `{edition}`: {}", reason.en))
}

/// Why an excerpt is not in an edition: it has no chapters yet.
pub fn no_chapters() -> Bilingual {
    Bilingual::new("không có chương nào", "it has no chapters")
}

/// Why a guidance is in no edition: none names it where guidance can be printed.
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
