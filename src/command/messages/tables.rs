//! Words of `camnang list --edition`.

use crate::diag::Bilingual;

/// A list that is the same in every edition.
pub fn no_table(names: &str) -> Bilingual {
    Bilingual::new(
        format!("--edition chỉ dùng với {names}; danh sách khác thì bỏ --edition"),
        format!("--edition goes with {names} only; leave it out for other lists"),
    )
}

/// The calendar is that of an edition.
pub fn whose_calendar() -> Bilingual {
    Bilingual::new(
        "lịch là của một ấn bản: thêm --edition ID; xem id bằng: camnang list editions",
        "a calendar is that of an edition: add --edition ID; for the ids see: camnang list editions",
    )
}
