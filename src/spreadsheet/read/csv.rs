//! Tables as text, with whatever separates their columns.

use super::{ReadCell, ReadSheet, TableFormatFault};

/// What separates columns: Excel takes a semicolon where the comma is for decimals, and a tab for "Unicode text".
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// The most bytes of a table.
const MOST: usize = 16 * 1024 * 1024;

/// Reads a table.
///
/// # Errors
/// It is no text, or none in Unicode.
pub fn read(bytes: &[u8]) -> Result<ReadSheet, TableFormatFault> {
    if bytes.len() > MOST {
        return Err(TableFormatFault::TooLarge);
    }
    let text = decoded(bytes)?;
    let tables = SEPARATORS.map(|separator| records(&text, separator));
    let best = tables.iter().max_by_key(|table| evenness(table)).filter(|table| evenness(table) > (0, 0));
    let mut sheet = ReadSheet::default();
    for (record, row) in best.ok_or(TableFormatFault::Other)?.iter().zip(0..) {
        for (field, column) in record.iter().zip(0..) {
            sheet.put(row, column, ReadCell::Text(field.trim().to_owned()));
        }
    }
    Ok(sheet)
}

/// UTF-8, or UTF-16 with its mark.
fn decoded(bytes: &[u8]) -> Result<String, TableFormatFault> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).filter_map(|pair| Some(unit(pair.try_into().ok()?)));
        char::decode_utf16(units).collect::<Result<String, _>>().map_err(|_| TableFormatFault::Encoding)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest if rest.contains(&0) => Err(TableFormatFault::Other),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => {
            String::from_utf8(rest.to_vec()).map_err(|_| TableFormatFault::Encoding)
        }
    }
}

fn records(text: &str, separator: u8) -> Vec<Vec<String>> {
    let reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let records = reader.into_records().filter_map(Result::ok);
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

/// In how many rows a table has its usual number of columns, and how many those are. A sign that separates nothing is in
/// some rows only; programs save every row at the same length.
fn evenness(table: &[Vec<String>]) -> (usize, usize) {
    let mut widths: Vec<usize> = table.iter().map(Vec::len).filter(|width| *width > 1).collect();
    widths.sort_unstable();
    let groups = widths.chunk_by(|one, next| one == next);
    groups.map(|group| (group.len(), group.first().copied().unwrap_or_default())).max().unwrap_or_default()
}
