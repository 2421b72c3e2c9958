//! The calendar: the duties with a day, and those that come again on days which the provision does not give.

use super::{ListedDuty, TableCell, TableColumn, TableKind, address, column, day, listed, number};
use crate::language::vi::deadlines::NO_DAY;
use crate::language::vi::tables as words;
use crate::view::{DeadlineView, View, permalink};

/// The table of days.
pub static TABLE: TableKind = TableKind { name: "calendar", title: words::CALENDAR, columns: &COLUMNS, rows };

const COLUMNS: [TableColumn; 13] = [
    day("date", "Ngày"),
    column("remark", "Ghi chú về ngày", 24),
    column("deadline", "Thời hạn", 34),
    column("due", "Mã thời hạn", 12),
    column("audience", "Mã đối tượng", 16),
    column("audience_name", "Đối tượng", 24),
    column("who", "Ai", 28),
    column("verb", "Mức độ", 14),
    column("what", "Việc", 60),
    number("number", "Số trong cẩm nang"),
    column("excerpt", "Mã trích dẫn", 28),
    column("citation", "Căn cứ", 40),
    column("address", "Địa chỉ", 40),
];

/// By the day; what has none comes last.
fn rows(view: &View) -> Vec<Vec<TableCell>> {
    let mut dated: Vec<(Option<&String>, Vec<TableCell>)> = Vec::new();
    for listed in &listed(view) {
        let Some(deadline) = &listed.duty.deadline else { continue };
        let day = deadline.data.next.as_ref().or(deadline.data.passed.as_ref());
        if day.is_some() || deadline.data.recurs_without_day() {
            dated.push((day, row(view, listed, deadline, day)));
        }
    }
    dated.sort_by_key(|(day, _)| (day.is_none(), *day));
    dated.into_iter().map(|(_, row)| row).collect()
}

fn row(view: &View, listed: &ListedDuty<'_>, deadline: &DeadlineView, day: Option<&String>) -> Vec<TableCell> {
    let ListedDuty { audience: (id, name), capacity: _, excerpt, duty } = listed;
    let no_day = day.is_none().then_some(NO_DAY);
    vec![
        TableCell::day(day),
        TableCell::optional(deadline.remark.as_deref().or(no_day)),
        TableCell::text(deadline.text.as_str()),
        TableCell::text(deadline.data.kind.as_str()),
        TableCell::text(*id),
        TableCell::text(*name),
        TableCell::text(duty.who.as_str()),
        TableCell::text(duty.verb.as_str()),
        TableCell::text(duty.what.as_str()),
        TableCell::Number(excerpt.number.get()),
        TableCell::text(excerpt.id.as_str()),
        TableCell::text(excerpt.citation.as_str()),
        address(view, &permalink(&excerpt.id)),
    ]
}
