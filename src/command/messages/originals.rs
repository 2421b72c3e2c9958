//! Sentences of the commands that read stored originals.

use crate::diag::Bilingual;
use crate::originals::tree::TreeFaultKind;

/// An instrument without an original.
pub fn no_original(id: &str) -> Bilingual {
    Bilingual::new(
        format!("văn bản `{id}` chưa có bản gốc trong kho; đưa tệp đã nhận vào: camnang import TỆP --instrument {id}"),
        format!(
            "the instrument `{id}` has no original in the corpus; bring the received file in: camnang import FILE --instrument {id}"
        ),
    )
}

/// An instrument whose originals cannot be believed.
pub fn not_believed(id: &str) -> Bilingual {
    Bilingual::new(
        format!("bản gốc của `{id}` không còn như khi nhập, nên không dùng; xem lỗi bằng camnang check"),
        format!("the original of `{id}` is no longer as it was imported, and is not used; camnang check says why"),
    )
}

/// A text that is no place in an instrument.
pub fn no_place(at: &str, problem: &Bilingual) -> Bilingual {
    Bilingual::new(
        format!("`{at}` không phải một vị trí trong văn bản: {}. Viết như «khoản 3 Điều 18»", problem.vi),
        format!("`{at}` is no place in an instrument: {}. Write for example «khoản 3 Điều 18»", problem.en),
    )
}

/// A place that the original does not have.
pub fn no_unit(id: &str, at: &str) -> Bilingual {
    Bilingual::new(
        format!("bản gốc của `{id}` không có {at}; xem các đơn vị: camnang original {id} --tree"),
        format!("the original of `{id}` has no {at}; to see its units: camnang original {id} --tree"),
    )
}

/// A place that the original has more than once.
pub fn several(id: &str, at: &str) -> Bilingual {
    Bilingual::new(
        format!("bản gốc của `{id}` có nhiều đơn vị cùng là {at}; xem cách đánh số: camnang original {id} --tree"),
        format!(
            "the original of `{id}` has several units that are {at}; to see its numbering: camnang original {id} --tree"
        ),
    )
}

/// How many originals were read again, and how many gave the stored text.
pub fn reread(all: usize, same: usize) -> Bilingual {
    Bilingual::new(
        format!("đã đọc lại {all} bản gốc: {same} giống hệt tệp chữ đã lưu"),
        format!("originals read again: {all}, of which {same} give the stored text"),
    )
}

/// Numbering that does not add up, at a line of the text.
pub fn tree_fault(kind: &TreeFaultKind, line: usize) -> Bilingual {
    let at = |vi: String, en: String| {
        Bilingual::new(format!("lưu ý: dòng {line}: {vi}"), format!("note: line {line}: {en}"))
    };
    match kind {
        TreeFaultKind::Gap { expected, found } => {
            at(format!("thiếu {expected} trước {found}"), format!("{expected} is missing before {found}"))
        }
        TreeFaultKind::Repeated { unit } => {
            at(format!("{unit} bị lặp hoặc đánh số lùi"), format!("{unit} is repeated or counts back"))
        }
        TreeFaultKind::NumbersWithin { unit } => {
            let unit = unit.as_ref().map(ToString::to_string).unwrap_or_default();
            at(
                format!("trong {unit} có danh sách đánh số lại từ 1; không viện dẫn được từng mục"),
                format!("a list in {unit} counts from 1 again; its items cannot be cited"),
            )
        }
        TreeFaultKind::ForeignLetter { label } => at(
            format!("`{label}` không thuộc thứ tự chữ cái của điểm (f, j, w, z là do máy đánh số)"),
            format!("`{label}` is no letter of the order of points (f, j, w and z are numbered by a machine)"),
        ),
        TreeFaultKind::DoubledLetter { label } => at(
            format!("`{label}` không phải thứ tự điểm của luật (máy đánh số đi tiếp sau z)"),
            format!("`{label}` is no label of points in a law (a machine goes on so after z)"),
        ),
        TreeFaultKind::OpenQuote => at(
            "dấu ngoặc kép mở mà không đóng; phần trích của văn bản khác có thể bị đọc sai".to_owned(),
            "a quotation mark is opened and not closed; text quoted of another instrument may be read wrongly"
                .to_owned(),
        ),
    }
}

/// An article that has another number and the same words.
pub fn moved(before: &str, after: &str) -> Bilingual {
    Bilingual::new(format!("= {before} → {after}"), format!("= {before} → {after}"))
}

/// An article with other words.
pub fn changed(before: &str, after: &str) -> Bilingual {
    Bilingual::new(format!("~ {before} → {after}"), format!("~ {before} → {after}"))
}

/// An article that only the later original has.
pub fn new_article(at: &str) -> Bilingual {
    Bilingual::new(format!("+ {at} (mới)"), format!("+ {at} (new)"))
}

/// An article that only the former original has.
pub fn gone_article(at: &str) -> Bilingual {
    Bilingual::new(format!("- {at} (không còn)"), format!("- {at} (gone)"))
}

/// How many articles differ.
pub fn changed_articles(count: usize) -> Bilingual {
    Bilingual::new(format!("{count} điều khác nhau"), format!("{count} articles differ"))
}
