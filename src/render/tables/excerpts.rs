//! The excerpts in the order of the booklet. Their texts are in `e/<id>.json`: a cell would cut long ones.

use super::{TableCell, TableColumn, TableKind, address, column, day, excerpts_of, joined, number};
use crate::language::vi::tables as words;
use crate::view::{ExcerptView, TermFacts, View, permalink};

/// The table of excerpts.
pub static TABLE: TableKind = TableKind {
    name: "excerpts",
    title: words::EXCERPTS,
    columns: &COLUMNS,
    rows: |view| excerpts_of(view).map(|excerpt| row(view, excerpt)).collect(),
};

const COLUMNS: [TableColumn; 18] = [
    number("number", "Số trong cẩm nang"),
    column("id", "Mã trích dẫn", 28),
    column("citation", "Viện dẫn", 44),
    column("title", "Đầu đề", 40),
    column("instrument", "Mã văn bản", 20),
    column("chapter", "Mã chương", 20),
    column("status", "Mã hiệu lực", 14),
    column("status_text", "Hiệu lực", 30),
    day("in_force_from", "Có hiệu lực từ ngày"),
    day("in_force_until", "Hết hiệu lực từ ngày"),
    column("wording", "Lời văn", 16),
    column("confidence", "Độ tin cậy", 24),
    column("checked", "Kiểm tra", 22),
    column("topics", "Chủ đề", 34),
    column("audiences", "Đối tượng", 34),
    number("duties", "Số việc"),
    column("sources", "Nguồn", 40),
    column("address", "Địa chỉ", 40),
];

fn row(view: &View, excerpt: &ExcerptView) -> Vec<TableCell> {
    let term = view.web.excerpts.get(excerpt.number).map(|references| &references.term);
    let known = |of: fn(&TermFacts) -> &Option<String>| TableCell::day(term.and_then(|term| of(term).as_ref()));
    vec![
        TableCell::Number(excerpt.number.get()),
        TableCell::text(excerpt.id.as_str()),
        TableCell::text(excerpt.citation.as_str()),
        TableCell::optional(excerpt.title.as_deref()),
        TableCell::text(excerpt.instrument_id.as_str()),
        TableCell::text(excerpt.chapter.as_str()),
        TableCell::text(excerpt.status.key.as_str()),
        TableCell::text(excerpt.status.text.as_str()),
        known(|term| &term.since),
        known(|term| &term.until),
        TableCell::text(excerpt.wording.name.as_str()),
        TableCell::text(excerpt.confidence.name.as_str()),
        TableCell::text(excerpt.checked.as_str()),
        joined(excerpt.topics.iter().map(|topic| topic.name.as_str())),
        joined(excerpt.audiences.iter().map(|audience| audience.name.as_str())),
        TableCell::Number(u32::try_from(excerpt.obligations.len()).unwrap_or(u32::MAX)),
        joined(excerpt.sources.iter().map(String::as_str)),
        address(view, &permalink(&excerpt.id)),
    ]
}
