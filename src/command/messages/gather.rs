//! The words of `camnang gather`.

use std::path::Path;

use super::super::shell::shell_word;
use crate::diag::Bilingual;
use crate::model::ids::InstrumentId;

/// How many provisions have the words, and how many of them have no excerpt.
pub fn gathered(all: usize, missing: usize) -> Bilingual {
    Bilingual::new(
        format!("{all} điều khoản, {missing} chưa có trích dẫn"),
        format!("{all} provisions, {missing} without an excerpt"),
    )
}

/// A provision without an excerpt; perhaps a part of it has one.
pub fn not_in_corpus(has_part: bool) -> Bilingual {
    if has_part {
        return Bilingual::new("phần còn lại chưa có trích dẫn", "no excerpt of the rest");
    }
    Bilingual::new("chưa có trích dẫn", "no excerpt")
}

/// An excerpt of a part of the provision.
pub fn a_part() -> Bilingual {
    Bilingual::new(" (một phần)", " (a part)")
}

/// The editions that print an excerpt.
pub fn printed_in(editions: &[&str]) -> Bilingual {
    if editions.is_empty() {
        return Bilingual::new("(không ấn bản nào in)", "(in no edition)");
    }
    let editions = editions.join(", ");
    Bilingual::new(format!("(in trong: {editions})"), format!("(in: {editions})"))
}

/// How drafts are made of some of the list.
pub fn how_to_draft(sought: &str, corpus: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "Tạo bản nháp theo số trong danh sách: camnang gather {sought} --new 1,3{corpus}\nThêm --verbatim để chép nguyên văn; --new all là mọi điều khoản chưa có trích dẫn."
        ),
        format!(
            "Drafts by their numbers in the list: camnang gather {sought} --new 1,3{corpus}\nAdd --verbatim to copy the words; --new all means every provision without an excerpt."
        ),
    )
}

/// A number that the list does not have.
pub fn no_number(number: usize, all: usize) -> Bilingual {
    Bilingual::new(
        format!("danh sách không có số {number}; số lớn nhất là {all}"),
        format!("the list has no number {number}; the last one is {all}"),
    )
}

/// Nothing of the list is to be drafted.
pub fn nothing_to_draft() -> Bilingual {
    Bilingual::new(
        "không có điều khoản nào để tạo bản nháp; xem danh sách: chạy lại lệnh không có --new",
        "there is no provision to make a draft of; to see the list, run the command without --new",
    )
}

/// A provision of a file that is not in the corpus.
pub fn not_imported(file: &Path, instrument: Option<&InstrumentId>) -> Bilingual {
    let file = shell_word(&file.to_string_lossy());
    let id = instrument.map_or("ID", |id| id.as_str());
    Bilingual::new(
        format!(
            "{file} chưa có trong kho nên chưa tạo bản nháp; đưa vào trước: camnang import {file} --instrument {id}; rồi chạy lại lệnh này, bỏ --in"
        ),
        format!(
            "{file} is not in the corpus, so no draft was made; bring it in: camnang import {file} --instrument {id}; then run this again without --in"
        ),
    )
}
