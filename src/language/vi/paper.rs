//! The words of the first pages on paper: what is due soon, and what the booklet leaves out. Vietnamese only.

use crate::language::Notice;
use crate::model::date::Date;

/// The title of what is due soon.
pub const NEXT_YEAR: &str = "Mười hai tháng tới";

/// From when to when, and what is not in the list.
pub fn next_year(as_of: Date, until: Date, empty: bool) -> String {
    let (from, until) = (as_of.short(), until.short());
    if empty {
        return format!("Từ {from} đến {until} không việc nào có ngày tới hạn tính được.");
    }
    format!(
        "Việc có ngày tới hạn từ {from} đến {until}, mỗi việc một lần, ghi ngày gần nhất. Việc chỉ gắn với một sự kiện, như khi lập \
         dự án, không có ở đây."
    )
}

/// What the booklet on paper leaves out. `numbers`: those of the excerpts among it; `kept`: whether all that binds or is
/// doubtful is in.
pub fn note(names: &[String], numbers: &[String], kept: bool, edition: &str, site: Option<&str>) -> Notice {
    let site = site.map_or_else(|| "trên trang web của ấn bản".to_owned(), |site| format!("tại {site}"));
    let skipped = match numbers {
        [] => String::new(),
        [one] if !one.contains('–') => format!(" Số của trích dẫn là một dãy chung cho mọi bản; bản in bỏ số {one}."),
        all => format!(" Số của trích dẫn là một dãy chung cho mọi bản; bản in bỏ các số {}.", all.join(", ")),
    };
    let whole = if kept { KEPT } else { "" };
    Notice {
        title: "Phần không có trong bản in".to_owned(),
        text: format!(
            "Bản in không có: {}. Những phần ấy xem {site}, trong tệp {edition}.html hoặc tệp {edition}-day-du.pdf.{skipped}{whole}",
            names.join("; ")
        ),
    }
}

/// Why the booklet is as long as it is.
const KEPT: &str = " Bản in giữ mọi quy định còn hiệu lực hoặc chưa rõ hiệu lực, không bỏ bớt để có ít trang hơn.";
