//! Workbooks of LibreOffice and others (OpenDocument).

use std::collections::BTreeSet;

use roxmltree::Node;

use super::parts::{PackedParts, attribute, children, is, xml};
use super::xlsx::iso_day;
use super::{ReadCell, ReadSheet, SheetRange, TableFormatFault};

/// How often a cell or row with something in it may be said to repeat. Empty ones fill the sheet to its end.
const REPEATED: usize = 1_000;

/// Reads the sheets in the order of the workbook.
///
/// # Errors
/// It is no table, or broken.
pub fn read(parts: &mut PackedParts<'_>) -> Result<Vec<ReadSheet>, TableFormatFault> {
    let text = parts.text("content.xml")?.unwrap_or_default();
    let document = xml(&text)?;
    let book = document.descendants().find(|node| is(*node, "spreadsheet")).ok_or(TableFormatFault::Other)?;
    let hidden = hidden_styles(document.root_element());
    children(book, "table").map(|table| sheet(table, &hidden)).collect()
}

/// The styles of sheets that are not shown.
fn hidden_styles<'n>(root: Node<'n, '_>) -> BTreeSet<&'n str> {
    let styles = root.descendants().filter(|node| is(*node, "style"));
    let is_hidden = |style: &Node<'_, '_>| {
        children(*style, "table-properties").any(|properties| attribute(properties, "display") == Some("false"))
    };
    styles.filter(is_hidden).filter_map(|style| attribute(style, "name")).collect()
}

fn sheet(table: Node<'_, '_>, hidden: &BTreeSet<&str>) -> Result<ReadSheet, TableFormatFault> {
    let mut sheet = ReadSheet {
        name: attribute(table, "name").unwrap_or_default().to_owned(),
        is_hidden: attribute(table, "style-name").is_some_and(|style| hidden.contains(style)),
        ..ReadSheet::default()
    };
    let mut at = 0;
    // Rows may be in groups and in the heads that are printed on every page.
    for row in table.descendants().filter(|node| is(*node, "table-row")) {
        let repeated = number(row, "number-rows-repeated");
        let cells = cells(row)?;
        if !cells.is_empty() && repeated > REPEATED {
            return Err(TableFormatFault::TooLarge);
        }
        for at in (at..at + repeated).filter(|_| !cells.is_empty()) {
            for (column, cell, span) in &cells {
                sheet.put(at, *column, cell.clone());
                sheet.merged.extend(span.map(|(rows, columns)| SheetRange {
                    rows: (at, at + rows - 1),
                    columns: (*column, column + columns - 1),
                }));
            }
        }
        at += repeated;
    }
    Ok(sheet)
}

/// A cell with its column, and over how many rows and columns it goes where that is more than one.
type PlacedCell = (usize, ReadCell, Option<(usize, usize)>);

fn cells(row: Node<'_, '_>) -> Result<Vec<PlacedCell>, TableFormatFault> {
    let mut cells = Vec::new();
    let mut column = 0;
    for cell in row.children().filter(|node| is(*node, "table-cell") || is(*node, "covered-table-cell")) {
        let repeated = number(cell, "number-columns-repeated");
        let covered = is(cell, "covered-table-cell");
        if let Some(value) = value(cell).filter(|_| !covered) {
            if repeated > REPEATED {
                return Err(TableFormatFault::TooLarge);
            }
            let span = (number(cell, "number-rows-spanned"), number(cell, "number-columns-spanned"));
            let span = Some(span).filter(|span| *span != (1, 1));
            cells.extend((column..column + repeated).map(|column| (column, value.clone(), span)));
        }
        column += repeated;
    }
    Ok(cells)
}

fn number(node: Node<'_, '_>, name: &str) -> usize {
    attribute(node, name)
        .and_then(|number| number.parse().ok())
        .filter(|number| (1..10_000_000).contains(number))
        .unwrap_or(1)
}

fn value(cell: Node<'_, '_>) -> Option<ReadCell> {
    let paragraphs: Vec<String> = children(cell, "p").map(words).collect();
    let text = paragraphs.join("\n").trim().to_owned();
    let number = || attribute(cell, "value").and_then(|value| value.parse().ok()).map(ReadCell::Number);
    match attribute(cell, "value-type") {
        _ if text.starts_with("#") && attribute(cell, "formula").is_some() => Some(ReadCell::Fault(text)),
        Some("date") => attribute(cell, "date-value").and_then(iso_day),
        Some("float" | "currency") => number(),
        // A percentage is written as people read it: the number alone would be a hundredth.
        _ => (!text.is_empty()).then_some(ReadCell::Text(text)),
    }
}

/// The text of a paragraph. Several spaces, tabs and breaks are elements of their own.
fn words(paragraph: Node<'_, '_>) -> String {
    let mut text = String::new();
    for node in paragraph.descendants() {
        match node.tag_name().name() {
            "s" => text.push_str(&" ".repeat(number(node, "c").min(REPEATED))),
            "tab" => text.push('\t'),
            "line-break" => text.push('\n'),
            _ if node.is_text() => text.push_str(node.text().unwrap_or_default()),
            _ => {}
        }
    }
    text
}
