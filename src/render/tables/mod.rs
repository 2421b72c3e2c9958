//! The tables of an edition: its duties, its calendar, its instruments and its excerpts as plain rows. `camnang list --edition`
//! writes them as CSV and JSON, and the workbook has each as a sheet, so that all three say the same.
//!
//! A new table is a file here and a line in [`ALL`]; a new column is an entry in the table's file, and a row in
//! `docs/web-data.md`. Columns that are there keep their names and their meaning.

mod calendar;
mod duties;
mod excerpts;
mod instruments;
pub mod workbook;

use std::collections::BTreeMap;

use crate::view::{DutyPlace, ExcerptNumber, ExcerptView, ObligationView, View};

/// Every table, in the order of the sheets.
pub static ALL: [&TableKind; 4] = [&duties::TABLE, &calendar::TABLE, &instruments::TABLE, &excerpts::TABLE];

/// Returns the names of all tables: `duties, calendar, …`.
pub fn names() -> String {
    ALL.map(|table| table.name).join(", ")
}

/// A kind of table.
#[derive(Debug)]
pub struct TableKind {
    /// As the command line calls it.
    pub name: &'static str,
    /// As the sheet is called.
    pub title: &'static str,
    pub columns: &'static [TableColumn],
    /// Returns the rows of an edition; each has a cell for every column.
    pub rows: fn(&View) -> Vec<Vec<TableCell>>,
}

/// A column.
#[derive(Debug)]
pub struct TableColumn {
    /// For programs; it stays.
    pub key: &'static str,
    /// For people.
    pub head: &'static str,
    /// In a sheet, in characters.
    pub width: u16,
    /// What its cells have where they are not empty.
    pub of: CellKind,
}

/// The content of the cells of a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CellKind {
    Text,
    Number,
    Day,
}

/// A cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TableCell {
    /// Nothing is there, or it is not known.
    Empty,
    Text(String),
    Number(u32),
    /// ISO 8601.
    Day(String),
}

impl TableCell {
    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { TableCell::Empty } else { TableCell::Text(text) }
    }

    fn optional(text: Option<&str>) -> Self {
        text.map_or(TableCell::Empty, TableCell::text)
    }

    fn day(day: Option<&String>) -> Self {
        day.map_or(TableCell::Empty, |day| TableCell::Day(day.clone()))
    }
}

const fn column(key: &'static str, head: &'static str, width: u16) -> TableColumn {
    TableColumn { key, head, width, of: CellKind::Text }
}

const fn number(key: &'static str, head: &'static str) -> TableColumn {
    TableColumn { key, head, width: 10, of: CellKind::Number }
}

const fn day(key: &'static str, head: &'static str) -> TableColumn {
    TableColumn { key, head, width: 12, of: CellKind::Day }
}

/// A duty of an audience.
struct ListedDuty<'v> {
    /// Id and name.
    audience: (&'v str, &'v str),
    /// `Với tư cách cơ quan nhà nước, theo khoản 6 Điều 85 …`; empty where the duty is its own.
    capacity: String,
    excerpt: &'v ExcerptView,
    duty: &'v ObligationView,
}

/// The duties of every audience on the edition's day: one of several audiences is in the list of each.
fn listed(view: &View) -> Vec<ListedDuty<'_>> {
    // By number, since the site may leave some out.
    let excerpts: BTreeMap<ExcerptNumber, &ExcerptView> = excerpts_of(view).map(|it| (it.number, it)).collect();
    let mut all = Vec::new();
    for audience in &view.web.audiences {
        for section in &audience.sections {
            let capacity = section.capacity.as_ref().map(|capacity| {
                let reason = capacity.reason.as_ref().map(|reason| format!(", {reason}")).unwrap_or_default();
                format!("{}{reason}", capacity.heading)
            });
            let capacity = capacity.unwrap_or_default();
            let duties = section.duties.iter().filter_map(|place| at(&excerpts, place));
            all.extend(duties.map(|(excerpt, duty)| ListedDuty {
                audience: (&audience.id, &audience.name),
                capacity: capacity.clone(),
                excerpt,
                duty,
            }));
        }
    }
    all
}

fn at<'v>(
    excerpts: &BTreeMap<ExcerptNumber, &'v ExcerptView>,
    place: &DutyPlace,
) -> Option<(&'v ExcerptView, &'v ObligationView)> {
    let excerpt = *excerpts.get(&place.excerpt)?;
    Some((excerpt, excerpt.obligations.get(place.at as usize)?))
}

/// The excerpts in the order of the booklet.
fn excerpts_of(view: &View) -> impl Iterator<Item = &ExcerptView> {
    view.parts.iter().flat_map(|part| &part.chapters).flat_map(|chapter| &chapter.excerpts)
}

/// Several things in a cell.
fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> TableCell {
    TableCell::text(texts.collect::<Vec<_>>().join("; "))
}

/// The address of a page of the site, where the settings say where the site is published.
fn address(view: &View, path: &str) -> TableCell {
    TableCell::optional(view.edition.web_address.as_ref().map(|base| format!("{base}/{path}")).as_deref())
}
