//! Tables that spreadsheets open: CSV, and workbooks as XLSX. Text stays text: nothing of it is taken for a formula. And the
//! same read back, as whatever program saved them.

mod csv;
mod read;
mod workbook;
mod xlsx;

pub use csv::table;
pub use read::{ReadCell, ReadSheet, SheetRange, TableFormatFault, read};
pub use workbook::{CellChoices, CellLook, CellValue, Sheet, SheetCell, Workbook, WorkbookExcess};
pub use xlsx::cell_name;
