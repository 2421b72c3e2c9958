//! The tables of an edition as a workbook, a sheet each.

use super::{ALL, TableCell, TableColumn, TableKind};
use crate::render::RenderError;
use crate::spreadsheet::{CellLook, CellValue, Sheet, SheetCell, Workbook};
use crate::view::View;

/// Returns the bytes of the workbook.
///
/// # Errors
/// A text is longer than a cell can be, or there are more rows than a sheet has.
pub fn xlsx(view: &View) -> Result<Vec<u8>, RenderError> {
    let view = &*view.on_web();
    let workbook = Workbook {
        title: format!("{}, {}", view.edition.title, view.edition.as_of_line),
        sheets: ALL.into_iter().map(|table| sheet(view, table)).collect(),
        constants: Vec::new(),
    };
    let fault = |message: String| RenderError { place: None, message, hints: Vec::new() };
    workbook.to_xlsx().map_err(|error| fault(error.to_string()))
}

/// The name of the edition and its day, the heads, the rows. The heads stay in view and filter.
fn sheet(view: &View, table: &TableKind) -> Sheet {
    let title = vec![SheetCell::text(view.edition.title.as_str(), CellLook::Title)];
    let day = vec![SheetCell::text(view.edition.as_of_line.as_str(), CellLook::Note)];
    let heads = table.columns.iter().map(|column| SheetCell::text(column.head, CellLook::Head)).collect();
    let rows = (table.rows)(view).into_iter().map(|row| row.into_iter().map(cell).collect());
    Sheet {
        name: table.title.to_owned(),
        widths: table.columns.iter().map(|TableColumn { key: _, head: _, width, of: _ }| *width).collect(),
        rows: [title, day, heads].into_iter().chain(rows).collect(),
        frozen_rows: 3,
        filtered_row: Some(2),
        ..Sheet::default()
    }
}

fn cell(cell: TableCell) -> SheetCell {
    let value = match cell {
        TableCell::Empty => CellValue::Empty,
        TableCell::Text(text) => CellValue::Text(text),
        TableCell::Number(number) => CellValue::Number(f64::from(number)),
        TableCell::Day(iso) => day(&iso).unwrap_or(CellValue::Text(iso)),
    };
    SheetCell { value, look: CellLook::Body }
}

/// The day of `2031-01-31`.
fn day(iso: &str) -> Option<CellValue> {
    let mut parts = iso.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let mut two = || parts.next()?.parse().ok();
    Some(CellValue::Day { year, month: two()?, day: two()? })
}
