//! The words of `camnang report gaps`.

use crate::diag::Both;
use crate::model::date::Date;
use crate::model::excerpt::Wording;

pub fn title(on: Date, excerpts: usize) -> Both {
    Both::new(
        format!("Điều còn phải kiểm chứng, tính đến {}: {excerpts} trích dẫn", on.short()),
        format!("What is still to be verified, as of {on}: {excerpts} excerpts"),
    )
}

pub fn wording(wording: Wording) -> Both {
    match wording {
        Wording::Summary => Both::new("tóm lược", "summary"),
        Wording::Verbatim => Both::new("nguyên văn", "verbatim"),
    }
}

pub fn unsure() -> Both {
    Both::new(
        "Chưa đọc được nguyên văn, kém chắc chắn nhất đứng trước",
        "Not read in a full text, the least sure first",
    )
}

pub fn unknown() -> Both {
    Both::new("Chưa biết", "Unknown")
}

pub fn stale() -> Both {
    Both::new("Đã lâu chưa kiểm tra lại, từ một năm trở lên", "Not checked for a year or more")
}

pub fn unselected() -> Both {
    Both::new("Không ấn bản nào in, bản nháp không tính", "In no edition, drafts not counted")
}

pub fn years(years: i16) -> Both {
    Both::new(format!("{years} năm trước"), format!("{years} year{} ago", if years == 1 { "" } else { "s" }))
}

/// What is known of an unknown day.
pub fn bounds(earliest: Option<Date>, latest: Option<Date>) -> Both {
    match (earliest, latest) {
        (None, None) => Both::same(""),
        (Some(earliest), None) => Both::new(format!(" (không trước {earliest})"), format!(" (not before {earliest})")),
        (None, Some(latest)) => Both::new(format!(" (không sau {latest})"), format!(" (not after {latest})")),
        (Some(earliest), Some(latest)) => {
            Both::new(format!(" (từ {earliest} đến {latest})"), format!(" (between {earliest} and {latest})"))
        }
    }
}
