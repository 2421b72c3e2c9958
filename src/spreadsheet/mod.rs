//! Tables that spreadsheets open: CSV, and workbooks as XLSX. Text stays text: nothing of it is taken for a formula.

mod csv;
mod workbook;
mod xlsx;

pub use csv::table;
pub use workbook::{CellChoices, CellLook, CellValue, Sheet, SheetCell, Workbook, WorkbookExcess};
