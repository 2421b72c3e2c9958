//! What is said of editions that are asked for and are not there.

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

/// What is there and cannot be read is not missing.
pub fn unread(id: &str) -> Bilingual {
    Bilingual::new(
        format!("`{id}` có trong kho nhưng không đọc được; xem lỗi bằng: camnang check"),
        format!("`{id}` is in the corpus, but cannot be read; see why with: camnang check"),
    )
}
