use std::io::{Cursor, Read};

use super::*;
use crate::spreadsheet::{CellChoices, CellLook, CellValue, SheetCell, WorkbookExcess};

fn book() -> Workbook {
    let text = |text: &str, look| SheetCell::text(text, look);
    let day = CellValue::Day { year: 2030, month: 1, day: 2 };
    let link = CellValue::Link { text: "vbpl.vn".to_owned(), address: "https://vbpl.vn/?a=1&b=2".to_owned() };
    let duties = Sheet {
        name: "Trách nhiệm".to_owned(),
        widths: vec![10, 60, 14],
        rows: vec![
            vec![text("Mã", CellLook::Head), text("Trách nhiệm", CellLook::Head), text("Ngày", CellLook::Head)],
            vec![
                text("=1+1", CellLook::Body),
                text("a\n<b>", CellLook::Body),
                SheetCell { value: day, look: CellLook::Body },
            ],
            vec![
                SheetCell { value: link, look: CellLook::Body },
                SheetCell::number(1.5, CellLook::Body),
                SheetCell::empty(CellLook::DayField),
            ],
        ],
        frozen_rows: 1,
        filtered_row: Some(0),
        choices: vec![CellChoices {
            column: 2,
            rows: (1, 2),
            values: vec!["đã làm".to_owned(), "chưa làm".to_owned()],
            refusal: "Chọn trong danh sách.".to_owned(),
        }],
        is_protected: true,
        is_hidden: false,
    };
    let hidden = Sheet { name: "camnang".to_owned(), is_hidden: true, ..Sheet::default() };
    let constants = vec![("camnang_edition".to_owned(), "a \"b\"".to_owned())];
    Workbook { title: "Thử".to_owned(), sheets: vec![duties, hidden], constants }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn every_part_is_xml_and_the_file_is_the_same_each_time() {
    let bytes = book().to_xlsx().unwrap();
    assert_eq!(book().to_xlsx().unwrap(), bytes);
    let archive = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    assert_eq!(names[0], "[Content_Types].xml");
    assert_eq!(names.len(), 9);
    for name in &names {
        let text = part(&bytes, name);
        roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
    }
}

#[test]
fn cells_are_written_as_what_they_are() {
    let text = part(&book().to_xlsx().unwrap(), "xl/worksheets/sheet1.xml");
    for written in [
        "t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t>",
        "<t xml:space=\"preserve\">a\n&lt;b&gt;</t>",
        "><v>47485</v></c>",
        "><v>1.5</v></c>",
        "<pane ySplit=\"1\" topLeftCell=\"A2\"",
        "<autoFilter ref=\"A1:C3\"/>",
        "sqref=\"C2:C3\"><formula1>\"đã làm,chưa làm\"</formula1>",
        "<hyperlink ref=\"A3\" r:id=\"rId1\"/>",
        "<sheetProtection sheet=\"1\"",
    ] {
        assert!(text.contains(written), "{written}\n{text}");
    }
    assert!(!text.contains("<f>"));
}

#[test]
fn a_workbook_says_its_names() {
    let bytes = book().to_xlsx().unwrap();
    let text = part(&bytes, "xl/workbook.xml");
    for written in [
        "<sheet name=\"Trách nhiệm\" sheetId=\"1\" r:id=\"rId1\"/>",
        "<sheet name=\"camnang\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/>",
        "hidden=\"1\">'Trách nhiệm'!$A$1:$C$3</definedName>",
        ">'Trách nhiệm'!$1:$1</definedName>",
        "<definedName name=\"camnang_edition\" hidden=\"1\">\"a &quot;&quot;b&quot;&quot;\"</definedName>",
    ] {
        assert!(text.contains(written), "{written}\n{text}");
    }
    let links = part(&bytes, "xl/worksheets/_rels/sheet1.xml.rels");
    assert!(links.contains("Target=\"https://vbpl.vn/?a=1&amp;b=2\" TargetMode=\"External\""), "{links}");
}

#[test]
fn days_that_spreadsheets_do_not_know_are_text() {
    let cell = |year, month, day| SheetCell { value: CellValue::Day { year, month, day }, look: CellLook::Plain };
    let sheet = Sheet { rows: vec![vec![cell(1900, 3, 1), cell(1900, 2, 28), cell(2030, 2, 30)]], ..Sheet::default() };
    let text = sheet::sheet(&sheet, &[], true);
    for written in ["<v>61</v>", ">28/02/1900</t>", ">30/02/2030</t>"] {
        assert!(text.contains(written), "{written}\n{text}");
    }
}

#[test]
fn what_excel_does_not_open_is_refused() {
    let with = |change: &dyn Fn(&mut Sheet)| {
        let mut book = book();
        change(&mut book.sheets[0]);
        book.to_xlsx()
    };
    let long = with(&|sheet| sheet.rows[1][1] = SheetCell::text("đ".repeat(32_768), CellLook::Body));
    assert!(matches!(long, Err(WorkbookExcess::Text { row: 2, column: 2, .. })), "{long:?}");
    assert!(with(&|sheet| sheet.rows[1][1] = SheetCell::text("đ".repeat(32_767), CellLook::Body)).is_ok());
    let comma = with(&|sheet| sheet.choices[0].values = vec!["a, b".to_owned()]);
    assert!(matches!(comma, Err(WorkbookExcess::Choices { .. })), "{comma:?}");
}
