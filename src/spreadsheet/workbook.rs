//! A workbook as plain data: sheets of rows of cells. [`Workbook::to_xlsx`] writes it.

use std::{fmt, io};

use super::xlsx;

/// The most UTF-16 units of text that Excel keeps in a cell.
const CELL_UNITS: usize = 32_767;
/// The most rows of a sheet that Excel opens.
const ROWS: usize = 1_048_576;
/// The most characters of a list of choices that Excel reads.
const CHOICE_UNITS: usize = 255;

/// A workbook.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Workbook {
    /// What the file says of itself in its properties.
    pub title: String,
    /// At least one.
    pub sheets: Vec<Sheet>,
    /// Names with a text, which no sheet shows: `camnang_edition` is `ipv6`. A name begins with a letter and has letters,
    /// digits, `_` and `.`.
    pub constants: Vec<(String, String)>,
}

/// A sheet of a workbook.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sheet {
    /// Cut to 31 characters, without those that Excel refuses, and numbered where another sheet has it.
    pub name: String,
    /// The widths of the columns in characters of the text's font.
    pub widths: Vec<u16>,
    /// From the first column on.
    pub rows: Vec<Vec<SheetCell>>,
    /// How many rows stay in view, and are printed on every page.
    pub frozen_rows: usize,
    /// The row of the heads, counted from 0: readers can filter by its columns.
    pub filtered_row: Option<usize>,
    /// Lists to choose from.
    pub choices: Vec<CellChoices>,
    /// Only the cells to fill in can be changed. There is no password: it keeps from slips.
    pub is_protected: bool,
    /// Not in the list of sheets.
    pub is_hidden: bool,
}

/// A cell.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct SheetCell {
    pub value: CellValue,
    pub look: CellLook,
}

/// The value of a cell.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum CellValue {
    #[default]
    Empty,
    /// Its line breaks stay.
    Text(String),
    /// Finite; what is not is left out.
    Number(f64),
    /// A day that sorts and filters as one; from 1900-03-01 on. Spreadsheets know none before, so that it is text.
    Day { year: i16, month: i8, day: i8 },
    /// A text that leads to an address.
    Link { text: String, address: String },
}

/// How a cell looks, and whether a protected sheet lets it be changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CellLook {
    /// Text on its own, on one line.
    #[default]
    Plain,
    /// The title of a sheet.
    Title,
    /// Small and grey.
    Note,
    /// The head of a column.
    Head,
    /// A cell of a table, with lines around it.
    Body,
    /// A cell of a table in bold: a sum, a group.
    Strong,
    /// To be filled in.
    Field,
    /// To be filled in with a day.
    DayField,
}

/// A list that the cells of a column choose from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CellChoices {
    /// From 0.
    pub column: usize,
    /// The first and the last row, from 0.
    pub rows: (usize, usize),
    /// Without commas and quotation marks, of at most 255 characters together.
    pub values: Vec<String>,
    /// Shown where something else is typed.
    pub refusal: String,
}

/// Why a workbook cannot be written.
#[derive(Debug)]
pub enum WorkbookExcess {
    /// A text is longer than Excel keeps. Row and column are counted from 1.
    Text {
        sheet: String,
        row: usize,
        column: usize,
    },
    Rows {
        sheet: String,
    },
    /// A list to choose from is too long, or has a comma or a quotation mark.
    Choices {
        sheet: String,
    },
    /// Memory refuses.
    Io(io::Error),
}

impl Workbook {
    /// Returns the bytes of the XLSX file: the same for the same workbook.
    ///
    /// # Errors
    /// It holds more than Excel opens.
    pub fn to_xlsx(&self) -> Result<Vec<u8>, WorkbookExcess> {
        self.sheets.iter().try_for_each(fits)?;
        xlsx::packed(self).map_err(WorkbookExcess::Io)
    }
}

impl SheetCell {
    /// Returns a cell with a text.
    pub fn text(text: impl Into<String>, look: CellLook) -> Self {
        SheetCell { value: CellValue::Text(text.into()), look }
    }

    /// Returns a cell with a number.
    pub fn number(number: f64, look: CellLook) -> Self {
        SheetCell { value: CellValue::Number(number), look }
    }

    /// Returns a cell with nothing in it.
    pub fn empty(look: CellLook) -> Self {
        SheetCell { value: CellValue::Empty, look }
    }
}

impl CellValue {
    /// Returns the text that a reader sees, where it is text.
    pub(super) fn words(&self) -> &str {
        match self {
            CellValue::Text(text) | CellValue::Link { text, .. } => text,
            CellValue::Empty | CellValue::Number(_) | CellValue::Day { .. } => "",
        }
    }
}

impl CellLook {
    /// Every look, in the order of the styles in the file.
    pub(super) const ALL: [CellLook; 8] = [
        CellLook::Plain,
        CellLook::Title,
        CellLook::Note,
        CellLook::Head,
        CellLook::Body,
        CellLook::Strong,
        CellLook::Field,
        CellLook::DayField,
    ];

    /// Whether a protected sheet lets the cell be changed.
    pub(super) fn is_field(self) -> bool {
        matches!(self, CellLook::Field | CellLook::DayField)
    }
}

impl fmt::Display for WorkbookExcess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WorkbookExcess::Text { sheet, row, column } => {
                write!(f, "{sheet}, row {row}, column {column}: a cell holds {CELL_UNITS} characters at most")
            }
            WorkbookExcess::Rows { sheet } => write!(f, "{sheet}: a sheet has {ROWS} rows at most"),
            WorkbookExcess::Choices { sheet } => write!(f, "{sheet}: a list to choose from is too long"),
            WorkbookExcess::Io(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for WorkbookExcess {}

fn fits(sheet: &Sheet) -> Result<(), WorkbookExcess> {
    let name = || sheet.name.clone();
    if sheet.rows.len() > ROWS {
        return Err(WorkbookExcess::Rows { sheet: name() });
    }
    if !sheet.choices.iter().all(is_readable) {
        return Err(WorkbookExcess::Choices { sheet: name() });
    }
    match long_text(sheet) {
        None => Ok(()),
        Some((row, column)) => Err(WorkbookExcess::Text { sheet: name(), row, column }),
    }
}

fn is_readable(choices: &CellChoices) -> bool {
    let list = choices.values.join(",");
    let parts = choices.values.iter().all(|value| !value.contains([',', '"']));
    parts && list.encode_utf16().count() <= CHOICE_UNITS
}

/// The row and column, from 1, of the first text that is too long.
fn long_text(sheet: &Sheet) -> Option<(usize, usize)> {
    let cells = sheet.rows.iter().zip(1..).flat_map(|(row, at)| row.iter().zip(1..).map(move |cell| (at, cell)));
    let is_long = |cell: &SheetCell| {
        let words = cell.value.words();
        words.len() > CELL_UNITS && words.encode_utf16().count() > CELL_UNITS
    };
    cells.into_iter().find(|(_, (cell, _))| is_long(cell)).map(|(row, (_, column))| (row, column))
}
