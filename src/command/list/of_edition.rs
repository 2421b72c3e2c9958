//! `camnang list … --edition`: a table of an edition, the same that its workbook has.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::json;
use crate::cli::{ListArgs, ListFormat, ListKind};
use crate::command::context::CommandContext;
use crate::command::messages::tables as words;
use crate::command::{Failure, Outcome, Status};
use crate::render::tables::{self, TableCell, TableColumn, TableKind};
use crate::session::{Absent, Strictness, ViewRequest};
use crate::spreadsheet;

/// Lists a table of an edition as a reader of its day sees it.
pub fn run(args: &ListArgs, edition: &str, context: &mut CommandContext<'_>) -> Outcome {
    let table = kind(args.what).ok_or_else(|| Failure(words::no_table(&tables::names())))?;
    let opened = context.open(&args.corpus)?;
    let id = match opened.edition(edition) {
        Ok(edition) => edition.id.clone(),
        Err(Absent::Unread(_)) => return context.stopped_by(&opened.view_none().findings()),
        Err(absent @ Absent::Unknown(_)) => return Err(Failure(absent.words())),
    };
    let request = ViewRequest { as_of: args.as_of, ..ViewRequest::one(&id) };
    let views = match opened.view(&request).findings().decide(Strictness::Errors) {
        Ok(views) => views,
        Err(findings) => return context.stopped_by(&findings),
    };
    let rows: Vec<Vec<TableCell>> = views.iter().flat_map(|viewed| (table.rows)(&viewed.view().on_web())).collect();
    let text = match args.format {
        ListFormat::Human => human(table, &rows),
        ListFormat::Json => json(&rows.iter().map(|row| KeyedRow(table.columns, row)).collect::<Vec<_>>())?,
        ListFormat::Csv => csv(table, &rows),
    };
    context.out(&text);
    Ok(Status::Fine)
}

/// The table of a kind of list; there is none of those which are the same in every edition.
fn kind(what: ListKind) -> Option<&'static TableKind> {
    let name = match what {
        ListKind::Duties => "duties",
        ListKind::Calendar => "calendar",
        ListKind::Instruments => "instruments",
        ListKind::Excerpts => "excerpts",
        ListKind::Guidance
        | ListKind::Editions
        | ListKind::Departments
        | ListKind::Topics
        | ListKind::Audiences
        | ListKind::Levels => return None,
    };
    tables::ALL.into_iter().find(|table| table.name == name)
}

/// A row by the keys of its columns, each of which is there.
struct KeyedRow<'r>(&'static [TableColumn], &'r [TableCell]);

impl Serialize for KeyedRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_map(Some(self.0.len()))?;
        for (column, cell) in self.0.iter().zip(self.1) {
            match cell {
                TableCell::Empty => row.serialize_entry(column.key, &None::<&str>)?,
                TableCell::Text(text) | TableCell::Day(text) => row.serialize_entry(column.key, text)?,
                TableCell::Number(number) => row.serialize_entry(column.key, number)?,
            }
        }
        row.end()
    }
}

/// The first row has the keys, which stay; what is not known is empty.
fn csv(table: &TableKind, rows: &[Vec<TableCell>]) -> String {
    let keys = table.columns.iter().map(|column| column.key.to_owned()).collect();
    let rows = rows.iter().map(|row| row.iter().map(words_of).collect::<Vec<String>>());
    spreadsheet::table(std::iter::once(keys).chain(rows))
}

/// A paragraph for each row: what there is, by the heads of the columns.
fn human(table: &TableKind, rows: &[Vec<TableCell>]) -> String {
    let line = |(column, cell): (&TableColumn, &TableCell)| {
        let is_there = *cell != TableCell::Empty;
        is_there.then(|| format!("{}: {}\n", column.head, words_of(cell)))
    };
    let paragraph = |row: &Vec<TableCell>| table.columns.iter().zip(row).filter_map(line).collect::<String>();
    rows.iter().map(paragraph).collect::<Vec<String>>().join("\n")
}

fn words_of(cell: &TableCell) -> String {
    match cell {
        TableCell::Empty => String::new(),
        TableCell::Text(text) | TableCell::Day(text) => text.clone(),
        TableCell::Number(number) => number.to_string(),
    }
}
