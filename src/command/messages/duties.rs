//! The words of `camnang list duties`.

use crate::diag::Bilingual;
use crate::model::date::Date;

pub fn no_audience(id: &str, near: Option<&str>) -> Bilingual {
    let near = |word: &str| near.map(|near| format!("; {word} `{near}`?")).unwrap_or_default();
    Bilingual::new(
        format!("không có đối tượng `{id}`{}. Danh sách: camnang list audiences", near("có phải")),
        format!("there is no audience `{id}`{}. For a list: camnang list audiences", near("is it")),
    )
}

/// Above the duties of one audience.
pub fn of_audience(name: &str, count: usize, day: Date) -> Bilingual {
    Bilingual::new(
        format!("{name}, {}: {count} việc", day.short()),
        format!("{name}, {day}: {count} {}", if count == 1 { "duty" } else { "duties" }),
    )
}

/// Stands where the provision states no deadline.
pub fn no_deadline() -> Bilingual {
    Bilingual::new("không nêu", "not stated")
}

/// Stands for the next day of what comes again, where the provision gives none.
pub fn no_day() -> Bilingual {
    Bilingual::new("điều khoản không nêu ngày cụ thể", "no date in the provision")
}

/// The heads of the columns for Excel.
pub fn columns() -> [Bilingual; 11] {
    [
        Bilingual::new("Đối tượng", "Audience"),
        Bilingual::new("Việc", "Duty"),
        Bilingual::new("Loại", "Kind"),
        Bilingual::new("Thời hạn", "Deadline"),
        Bilingual::new("Ngày tới hạn kế tiếp", "Next date"),
        Bilingual::new("Chỗ", "Place"),
        Bilingual::new("Văn bản", "Instrument"),
        Bilingual::new("Minh chứng", "Evidence"),
        Bilingual::new("Ràng buộc qua", "Through"),
        Bilingual::new("Trích dẫn", "Excerpt"),
        Bilingual::new("Mức chắc chắn", "Confidence"),
    ]
}
