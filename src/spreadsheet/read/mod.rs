//! Reads tables as spreadsheets save them: XLSX, ODS, CSV, known by their content and not by their name. Cells keep what
//! they are; what they mean is for others.

mod csv;
mod ods;
mod parts;
mod xlsx;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

/// A sheet as it was saved.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ReadSheet {
    /// Empty for CSV, which has no names.
    pub name: String,
    pub is_hidden: bool,
    /// By row and column, from 0; only cells with something in them.
    pub cells: BTreeMap<(usize, usize), ReadCell>,
    /// Cells that were joined; what they hold is in the first of them.
    pub merged: Vec<SheetRange>,
}

/// What a cell holds.
#[derive(Clone, PartialEq, Debug)]
pub enum ReadCell {
    /// Not empty, without space around it.
    Text(String),
    Number(f64),
    /// A number that is shown as a day.
    Day {
        year: i16,
        month: i8,
        day: i8,
    },
    /// An error, such as `#REF!`, or a formula without a result.
    Fault(String),
}

/// A range of cells; both ends belong to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SheetRange {
    pub rows: (usize, usize),
    pub columns: (usize, usize),
}

/// Why a file is no table that can be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TableFormatFault {
    /// A workbook of Excel before 2007, or one with a password.
    OldOrLocked,
    /// Something else: a PDF, a picture, a document, an archive.
    Other,
    /// Text in an encoding that is not Unicode.
    Encoding,
    /// Broken, with what the reader says.
    Damaged(String),
    /// More than any form has.
    TooLarge,
}

impl ReadSheet {
    /// Returns the text of a cell as a person reads it; empty where nothing is there.
    pub fn text(&self, row: usize, column: usize) -> String {
        self.cells.get(&(row, column)).map(ReadCell::text).unwrap_or_default()
    }

    /// Returns the joined cells that a cell belongs to.
    pub fn merged_at(&self, row: usize, column: usize) -> Option<&SheetRange> {
        self.merged.iter().find(|range| range.has(row, column))
    }

    fn put(&mut self, row: usize, column: usize, cell: ReadCell) {
        let is_empty = matches!(&cell, ReadCell::Text(text) if text.is_empty());
        if !is_empty {
            self.cells.insert((row, column), cell);
        }
    }
}

impl ReadCell {
    /// Returns what a person reads.
    pub fn text(&self) -> String {
        match self {
            ReadCell::Text(text) | ReadCell::Fault(text) => text.clone(),
            ReadCell::Number(number) => number.to_string(),
            ReadCell::Day { year, month, day } => format!("{day:02}/{month:02}/{year:04}"),
        }
    }
}

impl SheetRange {
    /// Whether a cell belongs to it.
    pub fn has(&self, row: usize, column: usize) -> bool {
        let within = |(first, last): (usize, usize), at: usize| first <= at && at <= last;
        within(self.rows, row) && within(self.columns, column)
    }
}

/// Reads the sheets of a file.
///
/// # Errors
/// It is no table, or a damaged one.
pub fn read(bytes: &[u8]) -> Result<Vec<ReadSheet>, TableFormatFault> {
    match bytes {
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(TableFormatFault::OldOrLocked),
        [b'P', b'K', 3, 4, ..] => packed(bytes),
        [b'%', b'P', b'D', b'F', ..] | [] => Err(TableFormatFault::Other),
        _ => csv::read(bytes).map(|sheet| vec![sheet]),
    }
}

fn packed(bytes: &[u8]) -> Result<Vec<ReadSheet>, TableFormatFault> {
    let mut parts = parts::PackedParts::open(bytes)?;
    match (parts.has("xl/workbook.xml"), parts.has("content.xml")) {
        (true, _) => xlsx::read(&mut parts),
        (false, true) => ods::read(&mut parts),
        (false, false) => Err(TableFormatFault::Other),
    }
}

/// A number of days as spreadsheets count them, from the day that they call 0. Hours are cut off.
fn day_of(days: f64, zero: jiff::civil::Date) -> Option<ReadCell> {
    // The year 9999 and no further.
    let whole = (0.0..3_000_000.0).contains(&days).then_some(days.floor())?;
    #[expect(clippy::cast_possible_truncation, reason = "within three millions")]
    let day = zero.checked_add(jiff::Span::new().try_days(whole as i64).ok()?).ok()?;
    Some(ReadCell::Day { year: day.year(), month: day.month(), day: day.day() })
}
