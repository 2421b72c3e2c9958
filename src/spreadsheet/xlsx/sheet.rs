//! One sheet. The order of its parts is that of the schema, and readers insist on it.

use super::super::workbook::{CellChoices, CellValue, Sheet, SheetCell};
use super::words::{column_name, escape};
use super::{MAIN, RELATIONS, cell_name, filter_range, styles};
use crate::xml_package::{HEAD, OFFICE};

/// A cell that leads to an address: its name, and the address.
pub type CellLink<'s> = (String, &'s str);

/// Returns the links of a sheet in the order of its cells.
pub fn links(sheet: &Sheet) -> Vec<CellLink<'_>> {
    let rows = sheet.rows.iter().zip(0..);
    let cells = rows.flat_map(|(row, at)| row.iter().zip(0..).map(move |(cell, column)| (at, column, cell)));
    cells
        .filter_map(|(row, column, cell)| match &cell.value {
            CellValue::Link { address, .. } => Some((cell_name(row, column), address.as_str())),
            CellValue::Empty | CellValue::Text(_) | CellValue::Number(_) | CellValue::Day { .. } => None,
        })
        .collect()
}

/// Returns where the links of a sheet lead.
pub fn relations(links: &[CellLink<'_>]) -> String {
    let links = links.iter().zip(1..).map(|((_, address), number)| {
        let address = escape(address);
        format!(
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/hyperlink\" Target=\"{address}\" TargetMode=\"External\"/>"
        )
    });
    let links: String = links.collect();
    format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">{links}</Relationships>")
}

/// Returns `xl/worksheets/sheet1.xml` and the like.
pub fn sheet(sheet: &Sheet, links: &[CellLink<'_>], is_first: bool) -> String {
    let rows: String = sheet.rows.iter().zip(0..).map(|(cells, at)| row(cells, at)).collect();
    let parts = [
        "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>".to_owned(),
        view(sheet, is_first),
        columns(&sheet.widths),
        format!("<sheetData>{rows}</sheetData>"),
        protection(sheet),
        filter(sheet),
        choices(&sheet.choices),
        hyperlinks(links),
        "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>".to_owned(),
        "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>".to_owned(),
    ];
    format!("{HEAD}<worksheet xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">{}</worksheet>", parts.concat())
}

fn view(sheet: &Sheet, is_first: bool) -> String {
    let selected = if is_first { " tabSelected=\"1\"" } else { "" };
    let frozen = sheet.frozen_rows;
    let pane = match frozen {
        0 => String::new(),
        _ => {
            let below = cell_name(frozen, 0);
            format!("<pane ySplit=\"{frozen}\" topLeftCell=\"{below}\" activePane=\"bottomLeft\" state=\"frozen\"/>")
        }
    };
    format!("<sheetViews><sheetView showGridLines=\"0\"{selected} workbookViewId=\"0\">{pane}</sheetView></sheetViews>")
}

fn columns(widths: &[u16]) -> String {
    let columns = widths.iter().zip(1..);
    let columns: String = columns
        .map(|(width, at)| format!("<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>"))
        .collect();
    if columns.is_empty() { columns } else { format!("<cols>{columns}</cols>") }
}

fn row(cells: &[SheetCell], at: usize) -> String {
    let cells: String = cells.iter().zip(0..).map(|(cell, column)| written(cell, &cell_name(at, column))).collect();
    format!("<row r=\"{}\">{cells}</row>", at + 1)
}

fn written(cell: &SheetCell, name: &str) -> String {
    let style = styles::index(cell.look, &cell.value);
    let number = |number: String| format!("<c r=\"{name}\" s=\"{style}\"><v>{number}</v></c>");
    let text = |text: &str| {
        let text = escape(text);
        format!("<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
    };
    match &cell.value {
        CellValue::Text(words) | CellValue::Link { text: words, .. } => text(words),
        CellValue::Number(value) if value.is_finite() => number(value.to_string()),
        CellValue::Day { year, month, day } => match day_number(*year, *month, *day) {
            Some(days) => number(days.to_string()),
            None => text(&format!("{day:02}/{month:02}/{year:04}")),
        },
        CellValue::Empty | CellValue::Number(_) => format!("<c r=\"{name}\" s=\"{style}\"/>"),
    }
}

/// Days since 1899-12-30, as spreadsheets count; they take 1900 for a leap year, so that days before March are not theirs.
fn day_number(year: i16, month: i8, day: i8) -> Option<i32> {
    let day = jiff::civil::Date::new(year, month, day).ok()?;
    let days = day.since(jiff::civil::date(1899, 12, 30)).ok()?.get_days();
    (days > 60).then_some(days)
}

fn protection(sheet: &Sheet) -> String {
    let allowed = "formatColumns=\"0\" formatRows=\"0\" sort=\"0\" autoFilter=\"0\"";
    let protection = format!("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" {allowed}/>");
    if sheet.is_protected { protection } else { String::new() }
}

fn filter(sheet: &Sheet) -> String {
    let Some((first, last, columns)) = filter_range(sheet) else { return String::new() };
    let (from, to) = (cell_name(first, 0), cell_name(last, columns.saturating_sub(1)));
    format!("<autoFilter ref=\"{from}:{to}\"/>")
}

fn choices(all: &[CellChoices]) -> String {
    if all.is_empty() {
        return String::new();
    }
    let lists: String = all.iter().map(list).collect();
    format!("<dataValidations count=\"{}\">{lists}</dataValidations>", all.len())
}

fn list(choices: &CellChoices) -> String {
    let CellChoices { column, rows: (first, last), values, refusal } = choices;
    let column = column_name(*column);
    let (first, last) = (first + 1, last + 1);
    let (values, refusal) = (escape(&values.join(",")), escape(refusal));
    format!(
        "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" error=\"{refusal}\" \
         sqref=\"{column}{first}:{column}{last}\"><formula1>\"{values}\"</formula1></dataValidation>"
    )
}

fn hyperlinks(links: &[CellLink<'_>]) -> String {
    let links: String = links
        .iter()
        .zip(1..)
        .map(|((cell, _), number)| format!("<hyperlink ref=\"{cell}\" r:id=\"rId{number}\"/>"))
        .collect();
    if links.is_empty() { links } else { format!("<hyperlinks>{links}</hyperlinks>") }
}
