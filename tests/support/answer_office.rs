//! An office that has handed out a form and gets it back: a small corpus with three duties and two figures, a ledger as
//! `camnang handout` leaves it, and the forms as departments fill them in and spoil them.
#![allow(dead_code, reason = "every test file uses a part of it")]

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use camnang::internals::answers::{FormRecipient, Questions, form};
use camnang::internals::handout::ledger;
use camnang::internals::session;
use camnang::internals::spreadsheet::{CellLook, CellValue, SheetCell, Workbook};

use super::mail_office::ledger_of;
use super::program::{Ran, camnang, copy, put};

pub struct AnswerOffice {
    folder: tempfile::TempDir,
}

const EXCERPT: &str = "---
id: nd-1-2030.dieu-1
instrument: nd-1-2030
at: Điều 1
wording: summary
topics: [mua-sam]
audiences: [co-quan]
obligations:
  - {who: Cơ quan, what: lập kế hoạch, level: bat-buoc, audiences: [co-quan]}
  - {who: Cơ quan, what: \"đo đạc, lưu kết quả\", level: bat-buoc, audiences: [co-quan]}
  - {who: Cơ quan, what: báo cáo, level: bat-buoc, audiences: [co-quan]}
confidence: text-read
checked-on: 2030-03-01
sources:
  - Văn bản ví dụ
---
Cơ quan lập kế hoạch, đo đạc và báo cáo.
";

const SETTINGS: &str = "answers:
  due: 2030-07-15
  to: Văn phòng Bộ Ví Dụ, vp@bo.example
  figures:
    - {id: may-chu, name: Số máy chủ, unit: máy}
    - {id: dien-tich, name: Diện tích phòng máy}
";

const DEPARTMENTS: &str = "groups:
  - id: so-cu
    title: Các sở cũ
    from: 2020-01-01
    until: 2030-05-01
    confidence: text-read
    checked-on: 2030-05-01
    sources: [Danh sách bịa]
    departments:
      - {id: so-cu-mot, name: Sở Cũ tỉnh Một, place: Tỉnh Một}
      - {id: so-cu-hai, name: Sở Cũ tỉnh Hai, place: Tỉnh Hai}
  - id: so-moi
    title: Các sở mới
    from: 2030-05-01
    until: none
    confidence: text-read
    checked-on: 2030-05-01
    sources: [Danh sách bịa]
    departments:
      - {id: so-moi, name: Sở Mới tỉnh Hai, place: Tỉnh Hai, follows: [so-cu-mot, so-cu-hai]}
";

/// The answers of a form: the states of the three duties, the two figures, the day on which it was filled in.
#[derive(Clone, Default)]
pub struct Filled<'a> {
    pub states: [&'a str; 3],
    pub figures: [String; 2],
    pub dated: &'a str,
}

impl AnswerOffice {
    pub fn new(ids: &[String]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base");
        let corpus = folder.path().join("corpus");
        copy(&base, &corpus);
        put(&corpus.join("excerpts/nd-1-2030/dieu-1.md"), EXCERPT);
        put(&corpus.join("settings.yaml"), SETTINGS);
        put(&corpus.join("departments.yaml"), DEPARTMENTS);
        let office = AnswerOffice { folder };
        office.hand_out("so-tay", ids);
        office
    }

    /// Leaves a ledger as `camnang handout` does.
    pub fn hand_out(&self, key: &str, ids: &[String]) {
        let ledger = ledger_of(ids);
        let path = self.folder().join("output/handout").join(key).join(ledger::FILE);
        put(&path, serde_json::to_vec_pretty(&ledger).unwrap());
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        camnang(self.folder(), args)
    }

    pub fn collect(&self, args: &[&str]) -> Ran {
        self.run(&[&["collect", "--edition", "so-tay"], args].concat())
    }

    pub fn questions(&self) -> Questions {
        let opened = session::open(&self.path("corpus")).unwrap();
        let edition = opened.corpus.edition(&"so-tay".parse().unwrap()).unwrap();
        Questions::of(&opened.corpus, edition, &[]).unwrap()
    }

    /// A form, filled in.
    pub fn form(&self, questions: &Questions, id: &str, round: Option<&str>, filled: &Filled<'_>) -> Workbook {
        let mut book = form(questions, &FormRecipient { id, name: &format!("Sở Ví Dụ {id}"), round });
        let top = book.sheets[0].frozen_rows;
        let text = |text: &str| SheetCell::text(text, CellLook::Field);
        for (row, state) in filled.states.iter().enumerate().filter(|(_, state)| !state.is_empty()) {
            book.sheets[0].rows[top + row][5] = text(state);
        }
        for (row, figure) in filled.figures.iter().enumerate().filter(|(_, figure)| !figure.is_empty()) {
            let number = figure.parse().map(|number| SheetCell::number(number, CellLook::Field));
            book.sheets[1].rows[2 + row][3] = number.unwrap_or_else(|_| text(figure));
        }
        if !filled.dated.is_empty() {
            let row =
                book.sheets[0].rows.iter_mut().find(|row| row[0].value == CellValue::Text("Ngày điền".to_owned()));
            row.unwrap()[1] = text(filled.dated);
        }
        book
    }
}

/// The texts of a sheet.
pub fn texts(sheet: &[Vec<SheetCell>]) -> Vec<Vec<String>> {
    let text = |cell: &SheetCell| match &cell.value {
        CellValue::Text(text) => text.clone(),
        CellValue::Number(number) => number.to_string(),
        _ => String::new(),
    };
    sheet.iter().map(|row| row.iter().map(text).collect()).collect()
}

/// The sheet of duties as Excel of a machine in Vietnam saves it as text.
pub fn as_csv(book: &Workbook) -> Vec<u8> {
    let rows = texts(&book.sheets[0].rows);
    let width = rows.iter().map(Vec::len).max().unwrap();
    let quoted = |text: &String| {
        if text.contains([';', '"', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.clone() }
    };
    let line = |row: &Vec<String>| {
        (0..width).map(|at| row.get(at).map(quoted).unwrap_or_default()).collect::<Vec<_>>().join(";") + "\r\n"
    };
    format!("\u{feff}{}", rows.iter().map(line).collect::<String>()).into_bytes()
}

/// The workbook as LibreOffice saves it.
pub fn as_ods(book: &Workbook) -> Vec<u8> {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let cell = |text: &String| match text.parse::<f64>() {
        _ if text.is_empty() => "<table:table-cell/>".to_owned(),
        Ok(number) => format!(
            "<table:table-cell office:value-type='float' office:value='{number}'><text:p>{text}</text:p></table:table-cell>"
        ),
        Err(_) => {
            format!("<table:table-cell office:value-type='string'><text:p>{}</text:p></table:table-cell>", escape(text))
        }
    };
    let row = |row: &Vec<String>| {
        format!(
            "<table:table-row>{}<table:table-cell table:number-columns-repeated='1000'/></table:table-row>",
            row.iter().map(cell).collect::<String>()
        )
    };
    let sheet = |(sheet, name): (&Vec<Vec<String>>, &String)| {
        format!(
            "<table:table table:name='{}'>{}<table:table-row table:number-rows-repeated='1048000'><table:table-cell/></table:table-row></table:table>",
            escape(name),
            sheet.iter().map(row).collect::<String>()
        )
    };
    let rows: Vec<Vec<Vec<String>>> = book.sheets.iter().map(|sheet| texts(&sheet.rows)).collect();
    let names: Vec<String> = book.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let sheets: String = rows.iter().zip(&names).map(sheet).collect();
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
    );
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, text) in
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_str())]
    {
        archive.start_file(name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A packed workbook with other words in one of its files.
pub fn changed_part(bytes: &[u8], name: &str, from: &str, to: &str) -> Vec<u8> {
    let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..read.len() {
        let mut file = read.by_index(index).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        if file.name() == name {
            assert!(text.contains(from), "{text}");
            text = text.replace(from, to);
        }
        written.start_file(file.name(), zip::write::SimpleFileOptions::default()).unwrap();
        written.write_all(text.as_bytes()).unwrap();
    }
    written.finish().unwrap().into_inner()
}
