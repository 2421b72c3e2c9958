//! The instruments that the edition shows, or that one of these rests on.

use super::{TableCell, TableColumn, TableKind, address, column, day, joined, number};
use crate::language::vi::tables as words;
use crate::render::html::instrument_page;
use crate::view::{InstrumentFacts, InstrumentPageView, InstrumentView, View};

/// The table of instruments.
pub static TABLE: TableKind = TableKind { name: "instruments", title: words::INSTRUMENTS, columns: &COLUMNS, rows };

const COLUMNS: [TableColumn; 18] = [
    number("row", "Số thứ tự"),
    column("id", "Mã văn bản", 20),
    column("citation", "Văn bản", 34),
    column("title", "Trích yếu", 50),
    column("issuer", "Cơ quan ban hành", 26),
    column("signer", "Người ký", 22),
    day("issued", "Ngày ban hành"),
    day("in_force_from", "Có hiệu lực từ ngày"),
    day("in_force_until", "Hết hiệu lực từ ngày"),
    column("status", "Mã hiệu lực", 14),
    column("status_text", "Hiệu lực", 30),
    column("relations", "Quan hệ với văn bản khác", 50),
    column("excerpts", "Số các trích dẫn", 18),
    column("confidence", "Độ tin cậy", 24),
    column("sources", "Nguồn", 40),
    column("contact", "Hỏi ai", 30),
    column("text_at", "Bản chính thức", 40),
    column("address", "Địa chỉ", 40),
];

fn rows(view: &View) -> Vec<Vec<TableCell>> {
    let pages = view.web.instruments.iter().map(Some).chain(std::iter::repeat(None));
    view.instruments.iter().zip(pages).map(|(instrument, page)| row(view, instrument, page)).collect()
}

fn row(view: &View, instrument: &InstrumentView, page: Option<&InstrumentPageView>) -> Vec<TableCell> {
    let known =
        |of: fn(&InstrumentFacts) -> &Option<String>| TableCell::day(page.and_then(|page| of(&page.facts).as_ref()));
    let numbers: Vec<String> = instrument.excerpts.iter().map(|link| link.number.to_string()).collect();
    vec![
        TableCell::Number(instrument.number),
        TableCell::text(instrument.id.as_str()),
        TableCell::text(instrument.citation.as_str()),
        TableCell::optional(instrument.title.as_deref()),
        TableCell::text(instrument.issuer.as_str()),
        TableCell::optional(page.map(|page| page.signer.as_str())),
        known(|facts| &facts.issued),
        known(|facts| &facts.term.since),
        known(|facts| &facts.term.until),
        TableCell::text(instrument.status.key.as_str()),
        TableCell::text(instrument.status.text.as_str()),
        joined(instrument.relations.iter().map(String::as_str)),
        joined(numbers.iter().map(String::as_str)),
        TableCell::text(instrument.confidence.name.as_str()),
        joined(instrument.sources.iter().map(String::as_str)),
        TableCell::text(instrument.contact.as_str()),
        TableCell::optional(instrument.text_at.address.as_deref()),
        address(view, &instrument_page(&instrument.id)),
    ]
}
