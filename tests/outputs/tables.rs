//! The tables of an edition: what `camnang list --edition` gives and what the workbook has are the same rows, as
//! `docs/web-data.md` and its schema say.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use camnang::internals::render::tables::{ALL, CellKind, TableKind};
use serde_json::{Value, json};

use crate::support::program;

use program::{camnang, copy, put, text};

fn sample() -> tempfile::TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus"), &office.path().join("corpus"));
    office
}

fn list(office: &Path, table: &str, format: &str) -> String {
    camnang(office, &["list", table, "--edition", "mau", "--format", format]).must(0).out
}

fn rows(office: &Path, table: &TableKind) -> Vec<Value> {
    serde_json::from_str(&list(office, table.name, "json")).unwrap()
}

/// A value as a cell of text has it.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The values of each row below the heads, as texts. Spreadsheets count days since 1899-12-30.
fn sheet(workbook: &[u8], number: usize, table: &TableKind) -> Vec<Vec<String>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut xml = String::new();
    archive.by_name(&format!("xl/worksheets/sheet{number}.xml")).unwrap().read_to_string(&mut xml).unwrap();
    let document = roxmltree::Document::parse(&xml).unwrap();
    assert!(document.descendants().all(|node| node.tag_name().name() != "f"), "no formula");
    let rows = document.descendants().filter(|node| node.tag_name().name() == "row").skip(2);
    let cells = |row: roxmltree::Node<'_, '_>| {
        let cells = row.children().filter(|node| node.tag_name().name() == "c").zip(table.columns);
        let text = |(cell, of): (roxmltree::Node<'_, '_>, CellKind)| {
            let words: String =
                cell.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
            match (of, words.parse::<i64>()) {
                (CellKind::Day, Ok(days)) => {
                    let first = jiff::civil::date(1899, 12, 30);
                    first.checked_add(jiff::Span::new().days(days)).unwrap().to_string()
                }
                _ => words,
            }
        };
        cells.map(|(cell, column)| text((cell, column.of))).collect()
    };
    rows.map(cells).collect()
}

#[test]
fn csv_json_and_the_workbook_have_the_same_rows() {
    let office = sample();
    let place = office.path();
    camnang(place, &["build", "mau", "--only", "html,xlsx"]).must(0);
    let workbook = fs::read(place.join("output/mau/mau.xlsx")).unwrap();
    assert_eq!(fs::read(place.join("output/mau/html/mau.xlsx")).unwrap(), workbook, "it is a part of the site");
    let home = text(&place.join("output/mau/html/index.html"));
    assert!(home.contains("href=\"mau.xlsx\"") && home.contains("Tải bảng tính (Excel)"), "{home}");
    for (table, number) in ALL.into_iter().zip(1..) {
        let rows = rows(place, table);
        assert!(!rows.is_empty(), "{}", table.name);
        let expected: Vec<Vec<String>> =
            rows.iter().map(|row| table.columns.iter().map(|column| words(&row[column.key])).collect()).collect();
        let keys: Vec<String> = table.columns.iter().map(|column| column.key.to_owned()).collect();
        let written = list(place, table.name, "csv");
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).from_reader(written.trim_start_matches('\u{feff}').as_bytes());
        let read: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(read[0], keys, "{}", table.name);
        assert_eq!(read[1..], expected, "{}", table.name);
        let heads: Vec<String> = table.columns.iter().map(|column| column.head.to_owned()).collect();
        let sheet = sheet(&workbook, number, table);
        assert_eq!((&sheet[0], &sheet[1..]), (&heads, &expected[..]), "{}", table.name);
    }
    camnang(place, &["build", "mau", "--only", "xlsx", "--output", "again"]).must(0);
    assert_eq!(fs::read(place.join("again/mau/mau.xlsx")).unwrap(), workbook, "the same bytes");
    // Nobody who does not name it gets it.
    camnang(place, &["build", "mau", "--only", "html", "--output", "plain"]).must(0);
    assert!(!place.join("plain/mau/html/mau.xlsx").exists());
}

#[test]
fn what_looks_like_a_formula_stays_text() {
    let office = sample();
    let place = office.path();
    let path = place.join("corpus/excerpts/tt-2004-2022/dieu-2.md");
    let hostile = text(&path)
        .replace("what: gửi báo cáo về máy bịa", "what: \"=HYPERLINK(\\\"https://xau.example\\\")<f>1</f>\"");
    put(&path, hostile);
    camnang(place, &["build", "mau", "--only", "xlsx"]).must(0);
    let workbook = fs::read(place.join("output/mau/mau.xlsx")).unwrap();
    let cells: Vec<String> = sheet(&workbook, 1, ALL[0]).into_iter().flatten().collect();
    assert!(cells.iter().any(|cell| cell == "=HYPERLINK(\"https://xau.example\")<f>1</f>"), "{cells:?}");
    assert!(list(place, "duties", "csv").contains(",\"'=HYPERLINK("));
}

#[test]
fn lists_that_are_no_tables_of_an_edition_say_so() {
    let office = sample();
    let refused = |args: &[&str]| camnang(office.path(), args).must(2).err;
    assert!(refused(&["list", "topics", "--edition", "mau"]).contains("duties, calendar, instruments, excerpts"));
    assert!(refused(&["list", "calendar"]).contains("--edition ID"));
    assert!(refused(&["list", "duties", "--edition", "mua"]).contains("`mau`"));
    let later = camnang(office.path(), &["list", "calendar", "--edition", "mau", "--as-of", "2033-01-01"]).must(0).out;
    assert!(later.contains("Ngày: 2033-"), "{later}");
}

fn documents() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

/// The schema of all tables, by their names.
fn schema() -> Value {
    let column = |of: CellKind| match of {
        CellKind::Text => json!({"type": ["string", "null"]}),
        CellKind::Number => json!({"type": ["integer", "null"], "minimum": 0}),
        CellKind::Day => json!({"type": ["string", "null"], "format": "date"}),
    };
    let table = |table: &TableKind| {
        let keys: Vec<&str> = table.columns.iter().map(|column| column.key).collect();
        let columns: serde_json::Map<String, Value> =
            table.columns.iter().map(|it| (it.key.to_owned(), column(it.of))).collect();
        let row = json!({"type": "object", "properties": columns, "required": keys, "additionalProperties": false});
        (table.name.to_owned(), json!({"type": "array", "items": row}))
    };
    let tables: serde_json::Map<String, Value> = ALL.into_iter().map(table).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "camnang list TABLE --edition ID --format json",
        "$defs": tables,
    })
}

#[test]
fn the_rows_fit_the_schema() {
    let file = documents().join("tables.schema.json");
    let expected = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("CAMNANG_ACCEPT").is_some() {
        fs::write(&file, &expected).unwrap();
    }
    assert_eq!(text(&file), expected, "CAMNANG_ACCEPT=1 writes it");
    let office = sample();
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.enable_format_assertions();
    compiler.add_resource("tables.json", schema()).unwrap();
    for table in ALL {
        let index = compiler.compile(&format!("tables.json#/$defs/{}", table.name), &mut schemas).unwrap();
        let rows = Value::Array(rows(office.path(), table));
        schemas.validate(&rows, index).unwrap_or_else(|error| panic!("{}: {error}", table.name));
    }
}

/// Every column has its row in the document, under the heading of its table and in their order.
#[test]
fn the_columns_are_documented() {
    let document = text(&documents().join("web-data.md"));
    for table in ALL {
        let section = document.split(&format!("### `{}`", table.name)).nth(1).unwrap_or_default();
        let section = section.split("\n#").next().unwrap_or_default();
        let documented: Vec<&str> =
            section.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
        let keys: Vec<&str> = table.columns.iter().map(|column| column.key).collect();
        assert_eq!(documented, keys, "{}", table.name);
    }
}
