//! The duties and rights of each audience on the edition's day.

use super::{ListedDuty, TableCell, TableColumn, TableKind, address, column, day, joined, listed, number};
use crate::language::vi::tables as words;
use crate::view::{View, permalink};

/// The table of duties and rights.
pub static TABLE: TableKind = TableKind {
    name: "duties",
    title: words::DUTIES,
    columns: &COLUMNS,
    rows: |view| listed(view).into_iter().map(|duty| row(view, &duty)).collect(),
};

const COLUMNS: [TableColumn; 19] = [
    column("audience", "Mã đối tượng", 16),
    column("audience_name", "Đối tượng", 24),
    column("capacity", "Với tư cách", 30),
    column("who", "Ai", 28),
    column("verb", "Mức độ", 14),
    column("what", "Việc", 60),
    column("kind", "Mã loại", 10),
    column("level", "Loại", 16),
    column("deadline", "Thời hạn", 34),
    day("next", "Ngày tới"),
    column("evidence", "Minh chứng", 34),
    number("number", "Số trong cẩm nang"),
    column("excerpt", "Mã trích dẫn", 28),
    column("citation", "Căn cứ", 40),
    column("status", "Hiệu lực của căn cứ", 24),
    column("sanctions", "Chế tài", 34),
    column("confidence", "Độ tin cậy", 24),
    column("contact", "Hỏi ai", 30),
    column("address", "Địa chỉ", 40),
];

fn row(view: &View, listed: &ListedDuty<'_>) -> Vec<TableCell> {
    let ListedDuty { audience: (id, name), capacity, excerpt, duty } = listed;
    let deadline = duty.deadline.as_ref();
    vec![
        TableCell::text(*id),
        TableCell::text(*name),
        TableCell::text(capacity.as_str()),
        TableCell::text(duty.who.as_str()),
        TableCell::text(duty.verb.as_str()),
        TableCell::text(duty.what.as_str()),
        TableCell::text(duty.kind.key.as_str()),
        TableCell::text(duty.level.name.as_str()),
        TableCell::optional(deadline.map(|deadline| deadline.text.as_str())),
        TableCell::day(deadline.and_then(|deadline| deadline.data.next.as_ref())),
        joined(duty.evidence.iter().map(|evidence| evidence.what.as_str())),
        TableCell::Number(excerpt.number.get()),
        TableCell::text(excerpt.id.as_str()),
        TableCell::text(excerpt.citation.as_str()),
        TableCell::text(excerpt.status.text.as_str()),
        joined(duty.sanctions.iter().map(|link| link.citation.as_str())),
        TableCell::text(excerpt.confidence.name.as_str()),
        TableCell::optional(excerpt.contact.as_deref()),
        address(view, &permalink(&excerpt.id)),
    ]
}
