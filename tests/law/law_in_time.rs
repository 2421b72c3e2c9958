//! `docs/law-in-time.md` against the program: each row of its table is written down, checked, and asked about.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::english;
use crate::support::program;

use program::camnang;

/// What the rows begin with: the keys of each record.
const RECORDS: [(&str, &str); 3] = [
    (
        "nd-1-2030",
        "number: 01/2030/NĐ-XX\ntype: Nghị định\nissued: 2030-01-10\nin-force-from: 2030-03-01\nin-force-until: none",
    ),
    (
        "nd-2-2031",
        "number: 02/2031/NĐ-XX\ntype: Nghị định\nissued: 2031-10-01\nin-force-from: 2032-01-01\nin-force-until: none",
    ),
    (
        "tt-3-2030",
        "number: 03/2030/TT-XX\ntype: Thông tư\nissued: 2030-02-01\nin-force-from: 2030-04-01\nin-force-until: none",
    ),
];
const COMMON: &str = "title: ví dụ\nissuer: Chính phủ nước Bịa\nsigner: {unknown: Văn bản bịa để thử}\n\
                      confidence: text-read\nchecked-on: 2035-01-01\nsources: [Văn bản bịa để thử]";
const EXCERPTS: [(&str, &str); 2] = [("nd-1-2030.dieu-5", "Điều 5"), ("nd-1-2030.dieu-5.khoan-2", "khoản 2 Điều 5")];

struct Row {
    situation: String,
    /// Lines of YAML, each with the record that it is added to.
    written: Vec<(String, String)>,
    asked: Vec<String>,
    shown: Vec<String>,
}

fn rows() -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/law-in-time.md");
    let text = fs::read_to_string(path).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| ") && line.contains('`') && line.contains('«'));
    rows.map(row).collect()
}

fn row(line: &str) -> Row {
    let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
    let [situation, written, asked, shown] = cells.as_slice() else { panic!("{line}") };
    let written = written.split("<br>").map(|part| {
        let (record, yaml) = part.split_once("`: `").unwrap();
        (record.trim_matches('`').to_owned(), yaml.trim_matches('`').to_owned())
    });
    let shown = shown.split("<br>").map(|words| words.trim_matches(['«', '»']).to_owned());
    let asked = asked.trim_matches('`').split(' ').map(str::to_owned);
    Row {
        situation: (*situation).to_owned(),
        written: written.collect(),
        asked: asked.collect(),
        shown: shown.collect(),
    }
}

/// The keys of a record, with those that a row adds in their place.
fn keys(base: &str, id: &str, row: &Row) -> String {
    let mut keys: BTreeMap<String, String> = BTreeMap::new();
    let added = row.written.iter().filter(|(record, _)| record == id).map(|(_, yaml)| yaml.as_str());
    for line in base.lines().chain(added) {
        let (key, value) = line.split_once(": ").unwrap();
        keys.insert(key.to_owned(), value.to_owned());
    }
    keys.iter().map(|(key, value)| format!("{key}: {value}\n")).collect()
}

fn write(place: &Path, row: &Row) {
    let put = |path: String, text: String| {
        let path = place.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put(
        "vocabulary.yaml".to_owned(),
        "topics: [{id: a, name: A}]\naudiences: [{id: b, name: B}]\nlevels: []\n".to_owned(),
    );
    for (id, base) in RECORDS {
        let base = format!("id: {id}\n{base}\n{COMMON}");
        put(format!("instruments/{id}.yaml"), keys(&base, id, row));
    }
    for (id, at) in EXCERPTS {
        let base = format!(
            "id: {id}\ninstrument: nd-1-2030\nat: {at}\nwording: summary\ntopics: [a]\naudiences: [b]\n\
             confidence: text-read\nchecked-on: 2035-01-01\nsources: [Văn bản bịa để thử]"
        );
        let (instrument, rest) = id.split_once('.').unwrap();
        put(format!("excerpts/{instrument}/{rest}.md"), format!("---\n{}---\nMột câu.\n", keys(&base, id, row)));
    }
}

#[test]
fn every_row_is_written_and_shown_as_it_says() {
    let rows = rows();
    assert!(rows.len() >= 30, "{} rows", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let place = tempfile::tempdir().unwrap();
        write(place.path(), row);
        let corpus = place.path().to_str().unwrap();
        let checked = camnang(place.path(), &["check", "--corpus", corpus]);
        // The corpus has no edition, which is the one error that it may have.
        let is_sound = checked.out.contains("\n1 lỗi, ") && checked.out.contains(" lỗi CN006");
        if !is_sound {
            wrong.push(format!("{}: {}", row.situation, checked.out));
        }
        let mut args = vec!["status", &row.asked[0], "--as-of", &row.asked[1], "--corpus", corpus];
        if let Some(known) = row.asked.get(2) {
            args.extend(["--known-on", known]);
        }
        let said = camnang(place.path(), &args).must(0).out;
        args.extend(["--lang", "en"]);
        let english = camnang(place.path(), &args).must(0).out;
        if let Some(line) = english.lines().find(|line| english::is_vietnamese(line)) {
            wrong.push(format!("{}: in English: {line}", row.situation));
        }
        for words in row.shown.iter().filter(|words| !said.contains(words.as_str())) {
            wrong.push(format!("{}: «{words}» is not in {said}", row.situation));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
