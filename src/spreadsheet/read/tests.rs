use std::io::{Cursor, Write};

use super::*;
use crate::spreadsheet::{CellLook, CellValue, Sheet, SheetCell, Workbook};

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn text(words: &str) -> ReadCell {
    ReadCell::Text(words.to_owned())
}

#[test]
fn what_is_written_is_read() {
    let row = vec![
        SheetCell::text(" Sở A_x0041_ <1> ", CellLook::Plain),
        SheetCell::number(12.5, CellLook::Body),
        SheetCell { value: CellValue::Day { year: 2030, month: 1, day: 31 }, look: CellLook::Body },
        SheetCell::empty(CellLook::Field),
    ];
    let shown = Sheet { name: "Số liệu".to_owned(), rows: vec![Vec::new(), row], ..Sheet::default() };
    let hidden = Sheet { name: "camnang".to_owned(), is_hidden: true, ..Sheet::default() };
    let book = Workbook { sheets: vec![shown, hidden], ..Workbook::default() };
    let sheets = read(&book.to_xlsx().unwrap()).unwrap();
    assert_eq!(
        sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.is_hidden)).collect::<Vec<_>>(),
        [("Số liệu", false), ("camnang", true)]
    );
    let cells: Vec<_> = sheets[0].cells.clone().into_iter().collect();
    assert_eq!(
        cells,
        [
            ((1, 0), text("Sở A_x0041_ <1>")),
            ((1, 1), ReadCell::Number(12.5)),
            ((1, 2), ReadCell::Day { year: 2030, month: 1, day: 31 }),
        ]
    );
}

/// As Excel saves: strings in a table of their own, styles with and without days, formulas with their results.
#[test]
fn workbooks_of_excel() {
    let styles = "<styleSheet xmlns='x'><numFmts><numFmt numFmtId='170' formatCode='[$-42A]\"ngày\" dd\\/mm'/><numFmt numFmtId='171' formatCode='0.0\"d\"'/></numFmts>\
        <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='171'/></cellXfs></styleSheet>";
    let sheet = "<worksheet xmlns='x'><sheetData><row r='3'><c r='B3' t='s'><v>0</v></c><c r='C3' s='1'><v>47514.75</v></c><c r='D3' s='2'><v>47514</v></c>\
        <c r='E3' s='3'><v>5</v></c><c r='F3'><f>1+1</f><v>2</v></c><c r='G3' t='e'><f>A1</f><v>#REF!</v></c><c r='H3'><f>B9</f></c><c r='I3' t='b'><v>1</v></c></row></sheetData>\
        <mergeCells><mergeCell ref='B3:B5'/></mergeCells></worksheet>";
    let bytes = zipped(&[
        (
            "xl/workbook.xml",
            "<workbook xmlns='x' xmlns:r='y'><sheets><sheet name='Bảng 1' r:id='rId7'/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='rId7' Target='/xl/worksheets/a.xml'/></Relationships>",
        ),
        (
            "xl/sharedStrings.xml",
            "<sst xmlns='x'><si><r><t>Sở </t></r><r><t>A_x000D_</t></r><rPh><t>x</t></rPh></si></sst>",
        ),
        ("xl/styles.xml", styles),
        ("xl/worksheets/a.xml", sheet),
    ]);
    let read = read(&bytes).unwrap();
    let day = || ReadCell::Day { year: 2030, month: 1, day: 31 };
    let fault = |words: &str| ReadCell::Fault(words.to_owned());
    let cells: Vec<_> = read[0].cells.values().cloned().collect();
    assert_eq!(
        cells,
        [
            text("Sở A"),
            day(),
            day(),
            ReadCell::Number(5.0),
            ReadCell::Number(2.0),
            fault("#REF!"),
            fault("="),
            text("TRUE")
        ]
    );
    assert_eq!(read[0].cells.keys().next(), Some(&(2, 1)));
    assert_eq!(read[0].merged, [SheetRange { rows: (2, 4), columns: (1, 1) }]);
    assert!(read[0].merged_at(4, 1).is_some() && read[0].merged_at(4, 2).is_none());
}

#[test]
fn workbooks_of_libreoffice() {
    let content = "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s'>\
        <style:style style:name='ta2'><style:table-properties table:display='false'/></style:style><office:spreadsheet>\
        <table:table table:name='Số liệu'><table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='1024'/></table:table-row>\
        <table:table-row><table:table-cell/><table:table-cell office:value-type='string' table:number-rows-spanned='2' table:number-columns-spanned='1'><text:p>Sở<text:s text:c='2'/>A</text:p><text:p>b</text:p></table:table-cell>\
        <table:table-cell office:value-type='float' office:value='1.5'><text:p>1,5</text:p></table:table-cell>\
        <table:table-cell office:value-type='date' office:date-value='2030-01-31T00:00:00'><text:p>31/01/30</text:p></table:table-cell>\
        <table:table-cell office:value-type='percentage' office:value='0.5'><text:p>50%</text:p></table:table-cell></table:table-row>\
        <table:table-row table:number-rows-repeated='1048573'><table:table-cell table:number-columns-repeated='1024'/></table:table-row></table:table>\
        <table:table table:name='camnang' table:style-name='ta2'/></office:spreadsheet></office:document-content>";
    let read = read(&zipped(&[("content.xml", content)])).unwrap();
    assert_eq!((read[0].name.as_str(), read[0].is_hidden, read[1].is_hidden), ("Số liệu", false, true));
    let cells: Vec<_> = read[0].cells.clone().into_iter().collect();
    assert_eq!(
        cells,
        [
            ((2, 1), text("Sở  A\nb")),
            ((2, 2), ReadCell::Number(1.5)),
            ((2, 3), ReadCell::Day { year: 2030, month: 1, day: 31 }),
            ((2, 4), text("50%")),
        ]
    );
    assert_eq!(read[0].merged, [SheetRange { rows: (2, 3), columns: (1, 1) }]);
}

#[test]
fn tables_as_text() {
    let rows = "Mã;Trách nhiệm\r\na;\"Báo cáo, nộp, lưu\"\r\nb;Đo, đếm\r\n";
    let wide: Vec<u8> =
        [0xfeff].into_iter().chain(rows.replace(';', "\t").encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [rows.as_bytes().to_vec(), format!("\u{feff}{rows}").into_bytes(), wide] {
        let sheets = read(&bytes).unwrap();
        assert_eq!(
            (sheets[0].text(0, 1), sheets[0].text(1, 1), sheets[0].text(2, 1)),
            ("Trách nhiệm".to_owned(), "Báo cáo, nộp, lưu".to_owned(), "Đo, đếm".to_owned())
        );
    }
    assert_eq!(read(b"M\xe3;Tr\xe1ch\na;b\n"), Err(TableFormatFault::Encoding));
}

#[test]
fn what_is_no_table() {
    let word = zipped(&[("[Content_Types].xml", ""), ("word/document.xml", "")]);
    let cut = {
        let whole = Workbook { sheets: vec![Sheet::default()], ..Workbook::default() }.to_xlsx().unwrap();
        whole[..whole.len() / 2].to_vec()
    };
    for (bytes, fault) in [
        (b"%PDF-1.7\n".to_vec(), TableFormatFault::Other),
        (Vec::new(), TableFormatFault::Other),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), TableFormatFault::Other),
        (b"xin chao".to_vec(), TableFormatFault::Other),
        (word, TableFormatFault::Other),
        (vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], TableFormatFault::OldOrLocked),
    ] {
        assert_eq!(read(&bytes), Err(fault), "{:?}", bytes.get(..8));
    }
    assert!(matches!(read(&cut), Err(TableFormatFault::Damaged(_))));
}
