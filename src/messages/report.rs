//! What a report says of itself.

use super::codes;
use crate::diag::{Both, Severity};

codes! {
    MORE = "CN239" Note {
        vi: "… và {count} {what} nữa trong tệp này" => "sửa những chỗ đã nêu rồi chạy lại: những chỗ còn lại sẽ hiện ra",
            "Mỗi tệp chỉ nêu 100 chỗ, lỗi trước, cảnh báo sau. Một tệp có nhiều hơn thế thường sai vì một nguyên nhân, như đặt nhầm chỗ hay thiếu một dấu đóng. Số đếm ở dòng cuối vẫn tính đủ.";
        en: "… and {count} {what} more in this file" => "fix what is shown and run it again: the others are shown then",
            "A file is given 100 findings, errors before warnings. A file with more of them mostly has one cause, such as being in the wrong place or lacking one closing sign. The counts on the last line include all of them.";
        example: "… và 2.412 lỗi nữa trong tệp này"
    }
}

/// What there are more of: the hole `{what}` of [`MORE`].
pub fn what(severity: Severity, count: usize) -> Both {
    let (vi, en) = match severity {
        Severity::Error => ("lỗi", "error"),
        Severity::Warning => ("cảnh báo", "warning"),
        Severity::Note => ("lưu ý", "note"),
    };
    Both::new(vi, if count == 1 { en.to_owned() } else { format!("{en}s") })
}
