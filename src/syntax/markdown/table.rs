//! Tables.

use std::ops::Range;

use pulldown_cmark::{self as cmark, Event, Tag, TagEnd};

use super::inline::{self, InlineNode};
use super::outline::trimmed;
use super::reader::MarkdownReader;
use super::run::Spelling;
use super::words;
use crate::model::text::{Alignment, Inline, Table, plain_line};
use crate::syntax::messages::{markdown as codes, markdown::forms};

type TableRow = Vec<Vec<Inline>>;

/// The table that has just begun.
pub fn read(reader: &mut MarkdownReader<'_, '_>, alignment: &[cmark::Alignment]) -> Table {
    let mut table = Table { alignment: alignment.iter().map(side).collect(), head: Vec::new(), rows: Vec::new() };
    while let Some((event, range)) = reader.next() {
        match event {
            Event::Start(Tag::TableHead) => {
                table.head = row(reader, &range, TagEnd::TableHead);
                if table.head.iter().any(|cell| plain_line(cell).is_empty()) {
                    reader.report(codes::TABLE_WITHOUT_HEAD, range, &[]);
                }
            }
            Event::Start(Tag::TableRow) => {
                if !reader.source(range.clone()).contains('|') {
                    reader.unsupported(&forms::TABLE_STUCK, range.clone());
                }
                let mut row = row(reader, &range, TagEnd::TableRow);
                row.resize_with(table.head.len(), Vec::new);
                table.rows.push(row);
            }
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    table
}

fn side(alignment: &cmark::Alignment) -> Alignment {
    match alignment {
        cmark::Alignment::None | cmark::Alignment::Left => Alignment::Start,
        cmark::Alignment::Center => Alignment::Centre,
        cmark::Alignment::Right => Alignment::End,
    }
}

/// The cells of a row. The parser leaves out those beyond the last column; their words go to the last cell, with a finding.
fn row(reader: &mut MarkdownReader<'_, '_>, row: &Range<usize>, end: TagEnd) -> TableRow {
    let mut cells: Vec<Vec<InlineNode>> = Vec::new();
    let mut read_to = row.start;
    while let Some((event, range)) = reader.next() {
        match event {
            Event::Start(Tag::TableCell) => {
                cells.push(inline::until(reader, TagEnd::TableCell));
                read_to = range.end;
            }
            Event::End(tag) if tag == end => break,
            _ => {}
        }
    }
    let rest = trimmed(reader.text, read_to..row.end);
    let words = reader.source(rest.clone()).trim_matches(['|', ' ', '\t']);
    if !words.is_empty() {
        reader.cover(rest.clone());
        reader.unsupported(&forms::TABLE_OVERFLOW, rest.clone());
        if let Some(last) = cells.last_mut() {
            last.push(InlineNode::Soft(rest.start..rest.start));
            inline::push_text(last, words, rest, Spelling::Other);
        }
    }
    cells.into_iter().map(|cell| words::finish(reader, cell)).collect()
}
