//! That the descriptions are whole, that their examples are read by the records themselves, and that `corpus/README.md` has
//! the tables that are made of them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::*;

use crate::diag::{Lang, Severity};
use crate::source::Kind;
use crate::syntax::record::RecordKind;
use crate::syntax::record::shape::{Exemption, KeyShape, Presence, Shape};

/// Every record there is, by its name.
fn records() -> BTreeMap<&'static str, Description> {
    let all = RecordKind::ALL.iter().flat_map(|kind| reached(kind.describe()));
    all.map(|description| (description.name, description)).collect()
}

/// Every key there is, with the record that it is in.
fn fields<'a>(records: &'a BTreeMap<&'static str, Description>) -> Vec<(String, &'a KeyShape)> {
    let all = records
        .values()
        .flat_map(|record| record.fields.iter().map(|field| (format!("{}.{}", record.name, field.key), field)));
    all.collect()
}

/// The kind of record that a kind of file has. A kind of file that is added stops the compiler here.
fn record_of(kind: Kind) -> Option<RecordKind> {
    match kind {
        Kind::Instrument => Some(RecordKind::Instrument),
        Kind::Excerpt => Some(RecordKind::Excerpt),
        Kind::Guidance => Some(RecordKind::Guidance),
        Kind::Edition => Some(RecordKind::Edition),
        Kind::Vocabulary => Some(RecordKind::Vocabulary),
        Kind::Glossary => Some(RecordKind::Glossary),
        Kind::Waivers => Some(RecordKind::Waivers),
        Kind::Release => Some(RecordKind::Release),
        Kind::Departments => Some(RecordKind::Departments),
        Kind::Settings => Some(RecordKind::Settings),
        Kind::OriginalRecord => Some(RecordKind::Original),
        Kind::Review => Some(RecordKind::Review),
        Kind::Original | Kind::OriginalText | Kind::Received | Kind::Image | Kind::Web => None,
    }
}

#[test]
fn every_kind_of_file_is_described() {
    for kind in RecordKind::ALL {
        let description = kind.describe();
        assert!(!description.fields.is_empty(), "{kind:?}");
        assert_eq!(RecordKind::ALL.iter().filter(|other| other.key() == kind.key()).count(), 1, "{kind:?}");
        // The path says the kind, as where files are read.
        let path = kind.files().replace('*', "nd-1-2030");
        let sources = crate::source::Sources::from_texts([(path.clone(), String::new())]);
        let found: Vec<Option<RecordKind>> = sources.files().map(|(_, file)| record_of(file.kind)).collect();
        assert_eq!(found, [Some(kind)], "{path}");
    }
}

#[test]
fn every_key_is_explained_in_both_languages() {
    let records = records();
    for (name, field) in fields(&records) {
        let (vi, en) = (field.help.vi, field.help.en);
        assert!(!vi.is_empty() && !en.is_empty() && vi != en, "{name}");
        assert!(!vi.contains('\n') && !vi.ends_with('.') && !en.contains('\n') && !en.ends_with('.'), "{name}");
        for choice in field.shape.choices() {
            assert!(!choice.help.vi.is_empty() && !choice.help.en.is_empty(), "{name}: {}", choice.key);
        }
    }
}

/// By the very code that reads the key in a file.
#[test]
fn every_example_is_read_without_a_finding() {
    let records = records();
    for (name, field) in fields(&records) {
        let findings = field.findings(field.example);
        assert!(findings.is_empty(), "{name}: {}: {findings:?}", field.example);
        assert!(example::json(field.example).is_some(), "{name}");
    }
    // The test would pass on readers that take anything.
    let field = &records["instrument"].fields[0];
    assert_eq!((field.key, field.findings("NĐ 1").len()), ("id", 1));
}

/// Values of every kind, sound and not.
const PROBES: [&str; 42] = [
    "~",
    "\"\"",
    "chữ",
    "một, hai",
    "1",
    "2030",
    "20",
    "12.5",
    "12.55",
    "-1",
    "99999",
    "\"20\"",
    "2030-01-05",
    "2030-13-45",
    "5/1/2030",
    "31/01",
    "30/02",
    "29/2",
    "5 working-days",
    "unknown",
    "none",
    "nd-1-2030",
    "ND 1",
    "con",
    "handout",
    "a..b",
    "[]",
    "[a]",
    "[a, B C]",
    "[2030-01-05]",
    "{}",
    "{a: b}",
    "{unknown: chưa thấy}",
    "{unknown: }",
    "{unknown: a, latest: 2030-01-05}",
    "\"{ngày}\"",
    "\"{tệp}\"",
    "https://vi-du.example",
    "\"#7a1f2b\"",
    "\"#ffff00\"",
    "“law”",
    "nghị định",
];

/// Key by key and value by value, the schema and the reader of the record refuse the same.
#[test]
fn the_schema_takes_what_the_reader_takes() {
    let records = records();
    let schema = Schema::new();
    let mut differ = Vec::new();
    for (name, field) in fields(&records) {
        for probe in PROBES.into_iter().chain([field.example]) {
            let read = field.findings(probe).iter().all(|finding| finding.severity() != Severity::Error);
            let taken = schema.takes(&name, &example::json(probe).unwrap_or(Value::Null));
            if read != taken && !may_differ(&field.shape, probe, taken) {
                differ.push(format!("{name}: {probe}: the reader {read}, the schema {taken}"));
            }
        }
    }
    assert!(differ.is_empty(), "{differ:#?}");
}

/// Where the two are meant to differ.
fn may_differ(shape: &Shape, probe: &str, taken: bool) -> bool {
    match shape {
        // A value that needs a parser, or the other files, is left to `check`.
        Shape::Locator | Shape::DocNumber => taken,
        // The list of codes is known where all codes are, which is not where records are read.
        Shape::Code => !taken,
        // A number is none in quotation marks; and tenths cannot be checked, since 0.1 is none to most programs.
        Shape::Number(_) => {
            if taken {
                probe == "12.55"
            } else {
                probe.starts_with('"')
            }
        }
        // Contrast has to be computed.
        Shape::Colour => probe == "\"#ffff00\"" && taken,
        // A word processor bends quotes, and people write types in small letters: both are understood, and better written well.
        Shape::Choice(_) | Shape::OwnId(_) | Shape::Reference(_) => matches!(probe, "“law”" | "nghị định") && !taken,
        Shape::List { of, .. } => may_differ(of, probe, taken),
        // That a deadline has one key of eight is left to `check`.
        Shape::Either(all) => probe == "{}" && taken || all.iter().any(|one| may_differ(one, probe, taken)),
        _ => false,
    }
}

/// The schema of all kinds, of which each key can be looked up.
struct Schema {
    schemas: boon::Schemas,
    keys: BTreeMap<String, boon::SchemaIndex>,
}

impl Schema {
    fn new() -> Self {
        let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
        compiler.enable_format_assertions();
        compiler.add_resource("file:///all.json", all()).unwrap();
        let records = records();
        let keys = fields(&records).into_iter().map(|(name, field)| {
            let record = name.trim_end_matches(field.key).trim_end_matches('.');
            let place = format!("file:///all.json#/$defs/{record}/properties/{}", field.key);
            (name.clone(), compiler.compile(&place, &mut schemas).unwrap())
        });
        let keys = keys.collect();
        Schema { schemas, keys }
    }

    fn takes(&self, name: &str, value: &Value) -> bool {
        self.schemas.validate(value, self.keys[name]).is_ok()
    }
}

#[test]
fn a_condition_names_a_key_of_the_record_and_one_of_its_values() {
    for record in records().values() {
        let field = |key: &str| record.fields.iter().find(|field| field.key == key).unwrap();
        for presence in record.fields.iter().map(|field| field.presence) {
            match presence {
                Presence::RequiredWhere(when) | Presence::OnlyWhere(when) => {
                    assert!(field(when.key).shape.choices().iter().any(|choice| choice.key == when.value), "{when:?}");
                }
                Presence::Without(other) => assert_eq!(field(other).presence, Presence::Optional),
                Presence::RequiredUnless(Exemption { key, values }) => {
                    let choices = field(key).shape.choices().to_vec();
                    assert!(values.iter().all(|value| choices.iter().any(|it| it.key == *value)), "{key}");
                }
                Presence::Required | Presence::Optional => {}
            }
        }
    }
}

/// What the description says of some keys, one of each sort.
#[test]
fn what_is_said_of_keys() {
    let records = records();
    let field = |record: &str, key: &str| records[record].fields.iter().find(|field| field.key == key).unwrap();
    let unknown = |record, key| field(record, key).unknown.map(|about| about.name);
    assert_eq!(unknown("instrument", "signer"), Some("unknown"));
    assert_eq!(unknown("instrument", "in-force-until"), Some("unknown_day"));
    assert_eq!(unknown("department_group", "from"), Some("unknown_day"));
    assert_eq!(unknown("instrument", "title"), None);
    assert!(matches!(field("instrument", "id").shape, Shape::OwnId(_)));
    assert!(
        matches!(&field("excerpt", "topics").shape, Shape::List { of, least: 1 } if matches!(**of, Shape::Reference(_)))
    );
    assert!(matches!(field("annex", "intro").presence, Presence::RequiredWhere(_)));
    assert!(matches!(field("annex", "audiences").presence, Presence::OnlyWhere(_)));
    assert_eq!(field("relation", "instrument").presence, Presence::Without("number"));
    assert_eq!(field("relation", "type").shape.choices().len(), 15);
    assert_eq!(field("amended_by", "type").shape.choices().len(), 15);
}

/// `<!-- keys: relation -->` begins a table of the keys of a record, `<!-- values: relation.type -->` one of a closed list;
/// `<!-- end -->` ends it. `CAMNANG_ACCEPT=1 cargo test --no-default-features --lib schema` writes them anew.
#[test]
fn the_readme_has_the_tables() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/README.md");
    let text = fs::read_to_string(&path).unwrap();
    let (made, marks) = with_tables(&text);
    if std::env::var_os("CAMNANG_ACCEPT").is_some() {
        fs::write(&path, &made).unwrap();
    }
    assert!(made == text || std::env::var_os("CAMNANG_ACCEPT").is_some(), "the tables have changed (CAMNANG_ACCEPT=1)");
    let missing: Vec<&str> = records().into_keys().filter(|name| !marks.contains(&format!("keys: {name}"))).collect();
    assert!(missing.is_empty(), "records without a table: {missing:?}");
}

/// The text with every table made anew, and the marks that it has.
fn with_tables(text: &str) -> (String, Vec<String>) {
    let records = records();
    let (mut made, mut marks, mut rest) = (String::new(), Vec::new(), text);
    while let Some((before, after)) = rest.split_once("<!-- ") {
        let (mark, after) = after.split_once(" -->\n").unwrap();
        let table = table(&records, mark);
        let (_, after) = after.split_once("<!-- end -->\n").unwrap_or_else(|| panic!("no end of {mark}"));
        made += &format!("{before}<!-- {mark} -->\n\n{table}\n<!-- end -->\n");
        marks.push(mark.to_owned());
        rest = after;
    }
    (made + rest, marks)
}

fn table(records: &BTreeMap<&'static str, Description>, mark: &str) -> String {
    match mark.split_once(": ").unwrap() {
        ("keys", name) => keys(&records[name], Lang::Vi),
        ("values", path) => {
            let (record, key) = path.split_once('.').unwrap();
            let field = records[record].fields.iter().find(|field| field.key == key).unwrap();
            values(field.shape.choices(), Lang::Vi)
        }
        _ => panic!("no such table: {mark}"),
    }
}
