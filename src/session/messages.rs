//! Messages about requested editions, excerpts and instruments that do not exist.

use crate::diag::Bilingual;
use crate::diag::advice::choose;

/// None has this name; `names` are those that there are.
pub fn no_edition(wanted: &str, near: Option<&str>, names: &[&str]) -> Bilingual {
    let choice = choose(near, names);
    Bilingual::new(
        format!("không có ấn bản `{wanted}`; {}", choice.vi),
        format!("there is no edition `{wanted}`; {}", choice.en),
    )
}

/// None has this id.
pub fn no_excerpt(wanted: &str, near: Option<&str>) -> Bilingual {
    let (vi, en) = match near {
        Some(near) => (format!("có phải `{near}`?"), format!("do you mean `{near}`?")),
        None => ("xem `camnang list excerpts`".to_owned(), "see `camnang list excerpts`".to_owned()),
    };
    Bilingual::new(format!("không có trích dẫn `{wanted}`; {vi}"), format!("there is no excerpt `{wanted}`; {en}"))
}

/// None has this id.
pub fn no_instrument(wanted: &str, near: Option<&str>) -> Bilingual {
    let (vi, en) = match near {
        Some(near) => (format!("có phải `{near}`?"), format!("do you mean `{near}`?")),
        None => (
            "xem `camnang list instruments`, hoặc tạo hồ sơ: camnang new instrument --number …".to_owned(),
            "see `camnang list instruments`, or make its record: camnang new instrument --number …".to_owned(),
        ),
    };
    Bilingual::new(
        format!("không có văn bản `{wanted}` đọc được; {vi}"),
        format!("there is no readable instrument `{wanted}`; {en}"),
    )
}

/// A file is there and cannot be read: that is not the same as a missing one.
pub fn unread(id: &str) -> Bilingual {
    Bilingual::new(
        format!("`{id}` có trong kho nhưng không đọc được; xem lỗi bằng: camnang check"),
        format!("`{id}` is in the corpus, but cannot be read; see why with: camnang check"),
    )
}
