//! Phrases for the holes of the sentences about layout and addresses.

use crate::diag::{Bilingual, phrases};
use crate::model::release::Shelf;

/// Every style of the fonts.
pub fn every_style() -> Bilingual {
    Bilingual::new("mọi kiểu chữ", "every style")
}

/// What there may be too many of.
pub fn footnotes() -> Bilingual {
    Bilingual::new("chú thích cuối trang", "footnotes")
}

/// Where a character is that the fonts lack: in the keywords of the edition.
pub fn keywords() -> Bilingual {
    Bilingual::new("từ khoá (keywords)", "keywords")
}

/// Where a character is that the fonts lack: in the edition's own record.
pub fn the_edition(id: &str) -> Bilingual {
    Bilingual::new(format!("ấn bản `{id}`"), format!("the edition `{id}`"))
}

/// What a published address is of.
pub fn address_of(shelf: Shelf) -> Bilingual {
    let (vi, en) = match shelf {
        Shelf::Excerpts => ("trích dẫn", "the excerpt"),
        Shelf::Instruments => ("văn bản", "the instrument"),
        Shelf::Chapters => ("chương", "the chapter"),
        Shelf::Audiences => ("đối tượng", "the audience"),
        Shelf::Topics => ("chủ đề", "the topic"),
    };
    Bilingual::new(vi, en)
}

/// What to do about a published id that no record has any more.
pub fn write_alias(id: &str, near: Option<&str>) -> Bilingual {
    match near {
        Some(near) => Bilingual::new(
            format!(
                "có phải nay là `{near}`? Thế thì ghi aliases: [{id}] ở bản ghi `{near}`; nếu không, ghi ở bản ghi nay giữ nội dung ấy, hoặc khôi phục `{id}`"
            ),
            format!(
                "is it `{near}` now? Then write aliases: [{id}] in the record `{near}`; if not, write it in the record that has the content now, or bring `{id}` back"
            ),
        ),
        None => Bilingual::new(
            format!("ghi aliases: [{id}] ở bản ghi nay giữ nội dung ấy và được ấn bản này in, hoặc khôi phục `{id}`"),
            format!(
                "write aliases: [{id}] in the record that has the content now and that this edition prints, or bring `{id}` back"
            ),
        ),
    }
}

/// What to do about a published id whose record is there but has no page in the edition.
pub fn print_again(id: &str, excerpt: bool) -> Bilingual {
    match excerpt {
        true => Bilingual::new(
            format!("bản ghi còn trong kho mà ấn bản không in: thêm `{id}` vào include của một chương"),
            format!("the record is there, and the edition does not print it: add `{id}` to the include of a chapter"),
        ),
        false => Bilingual::new(
            format!("hồ sơ còn trong kho mà không trích dẫn nào của ấn bản nhắc tới: in lại một trích dẫn của `{id}`"),
            format!("the record is there, and no excerpt of the edition leads to it: print an excerpt of `{id}` again"),
        ),
    }
}

/// What to do about a published id of what has no former ids.
pub fn give_back(id: &str, near: Option<&str>) -> Bilingual {
    match near {
        Some(near) => Bilingual::new(
            format!("có phải nay là `{near}`? Thế thì đổi lại thành `{id}`: id này không có aliases"),
            format!("is it `{near}` now? Then change it back to `{id}`: such an id has no aliases"),
        ),
        None => Bilingual::new(
            format!("khôi phục `{id}`: id này không có aliases"),
            format!("bring `{id}` back: such an id has no aliases"),
        ),
    }
}

phrases! {
    address_of_edition = "ấn bản", "the edition";
    the_corpus = "kho", "the corpus";
}
