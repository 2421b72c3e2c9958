//! Writes workbooks as Office Open XML (ECMA-376), of which this is the small part that every reader knows. Text is in
//! its cell and not in a shared table, which keeps each sheet whole in itself.

mod sheet;
mod styles;
mod words;

#[cfg(test)]
mod tests;

use std::io;

use super::workbook::{Sheet, Workbook};
use crate::xml_package::{self, HEAD, OFFICE, PackagePart};
pub use words::cell_name;
use words::{escape, sheet_names};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// Returns the file. No day of the clock is in it.
pub fn packed(book: &Workbook) -> io::Result<Vec<u8>> {
    let parts = parts(book).into_iter().map(|(name, text)| PackagePart::text(name, text));
    xml_package::packed(&parts.collect::<Vec<_>>())
}

/// The names and texts of the files within; the list of types comes first, as some readers expect.
fn parts(book: &Workbook) -> Vec<(String, String)> {
    let names = sheet_names(book.sheets.iter().map(|sheet| sheet.name.as_str()));
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), content_types(book)),
        ("_rels/.rels".to_owned(), root_relations()),
        ("docProps/core.xml".to_owned(), properties(book)),
        ("xl/workbook.xml".to_owned(), workbook(book, &names)),
        ("xl/_rels/workbook.xml.rels".to_owned(), workbook_relations(book)),
        ("xl/styles.xml".to_owned(), styles::styles()),
    ];
    for (sheet, number) in book.sheets.iter().zip(1..) {
        let links = sheet::links(sheet);
        parts.push((format!("xl/worksheets/sheet{number}.xml"), sheet::sheet(sheet, &links, number == 1)));
        if !links.is_empty() {
            parts.push((format!("xl/worksheets/_rels/sheet{number}.xml.rels"), sheet::relations(&links)));
        }
    }
    parts
}

fn content_types(book: &Workbook) -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let part = |path: &str, kind: &str| (path.to_owned(), format!("{kind}+xml"));
    let sheets = (1..=book.sheets.len()).map(|number| {
        let path = format!("xl/worksheets/sheet{number}.xml");
        part(&path, &format!("{kind}.worksheet"))
    });
    let parts = [
        part("xl/workbook.xml", &format!("{kind}.sheet.main")),
        part("xl/styles.xml", &format!("{kind}.styles")),
        part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties"),
    ];
    let parts: Vec<(String, String)> = parts.into_iter().chain(sheets).collect();
    xml_package::content_types([], parts.iter().map(|(path, kind)| (path.as_str(), kind.as_str())))
}

fn root_relations() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    format!(
        "{HEAD}<Relationships xmlns=\"{RELATIONS}\">\
         <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{core}\" Target=\"docProps/core.xml\"/></Relationships>"
    )
}

fn properties(book: &Workbook) -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    let title = escape(&book.title);
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{core}\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{title}</dc:title></cp:coreProperties>"
    )
}

fn workbook(book: &Workbook, names: &[String]) -> String {
    let sheets = book.sheets.iter().zip(names).zip(1..).map(|((sheet, name), number)| {
        let state = if sheet.is_hidden { " state=\"hidden\"" } else { "" };
        let name = escape(name);
        format!("<sheet name=\"{name}\" sheetId=\"{number}\"{state} r:id=\"rId{number}\"/>")
    });
    let sheets: String = sheets.collect();
    let defined = defined_names(book, names);
    format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><bookViews><workbookView/></bookViews>\
         <sheets>{sheets}</sheets>{defined}</workbook>"
    )
}

/// What the file calls by name: its constants, the heads printed on every page, and the columns to filter by.
fn defined_names(book: &Workbook, names: &[String]) -> String {
    let sheets = book.sheets.iter().zip(names).zip(0..);
    let of_sheets = sheets.flat_map(|((sheet, name), index)| {
        let place = escape(&format!("'{}'", name.replace('\'', "''")));
        let filter = filter_range(sheet).map(|range| {
            let range = words::fixed(range);
            format!("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{index}\" hidden=\"1\">{place}!{range}</definedName>")
        });
        let last = sheet.frozen_rows;
        let titles = (last > 0).then(|| {
            format!("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{index}\">{place}!$1:${last}</definedName>")
        });
        [filter, titles]
    });
    let constants = book.constants.iter().map(|(name, text)| {
        let (name, text) = (escape(name), escape(&text.replace('"', "\"\"")));
        format!("<definedName name=\"{name}\" hidden=\"1\">\"{text}\"</definedName>")
    });
    let all: String = of_sheets.flatten().chain(constants).collect();
    if all.is_empty() { all } else { format!("<definedNames>{all}</definedNames>") }
}

/// The cells that a filter of the sheet covers: first and last row, and how many columns.
fn filter_range(sheet: &Sheet) -> Option<(usize, usize, usize)> {
    let head = sheet.filtered_row?;
    let columns = sheet.rows.get(head)?.len();
    (columns > 0).then(|| (head, sheet.rows.len() - 1, columns))
}

fn workbook_relations(book: &Workbook) -> String {
    let sheets: String = (1..=book.sheets.len())
        .map(|number| {
            format!(
                "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
            )
        })
        .collect();
    let styles = book.sheets.len() + 1;
    format!(
        "{HEAD}<Relationships xmlns=\"{RELATIONS}\">{sheets}\
         <Relationship Id=\"rId{styles}\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
    )
}
