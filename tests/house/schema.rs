//! What `camnang schema` prints, held against the real corpus and the faulty ones by a validator of JSON Schema, as an
//! editor's program does it: YAML is read to JSON first, a plain `1` as a number, and a key that stands twice is refused
//! there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use boon::{Compiler, SchemaIndex, Schemas};
use granit_parser::{Event, Parser, ScalarStyle, StrInput};
use serde_json::{Map, Number, Value};
use walkdir::WalkDir;

/// Every kind of file, by the beginning and the end of its path.
const KINDS: [(&str, &str, &str); 11] = [
    ("instrument", "instruments/", ".yaml"),
    ("excerpt", "excerpts/", ".md"),
    ("guidance", "guidance/", ".md"),
    ("edition", "editions/", ".yaml"),
    ("release", "releases/", ".yaml"),
    ("vocabulary", "vocabulary", ".yaml"),
    ("glossary", "glossary", ".yaml"),
    ("departments", "departments", ".yaml"),
    ("settings", "settings", ".yaml"),
    ("waivers", "waivers", ".yaml"),
    ("received", "originals/", ".yaml"),
];

/// The codes of findings about records that a schema makes as well: wherever `check` reports one, the schema refuses the file.
const REFUSED: [(&str, &str); 25] = [
    ("CN104", "a key that the record does not have"),
    ("CN105", "a key that stands twice: refused where YAML is read to JSON"),
    ("CN106", "a required key that is not there"),
    ("CN107", "a key without a value"),
    ("CN108", "a value of another kind"),
    ("CN111", "no id"),
    ("CN112", "no date"),
    ("CN113", "unknown without a reason"),
    ("CN114", "a word that is not in a closed list"),
    ("CN120", "no hash"),
    ("CN125", "an id that is the name of a device or of a folder of the program"),
    ("CN412", "a key of former versions"),
    ("CN221", "a duty without its audiences: a required key"),
    ("CN227", "not exactly one of several keys, or one without the other that it needs"),
    ("CN232", "no length of time and no day of the year"),
    ("CN801", "no web address"),
    ("CN803", "no colour"),
    ("CN805", "a number out of its bounds, in look"),
    ("CN807", "a notice of a day that does not name it"),
    ("CN808", "words in braces that stand for nothing, in a notice"),
    ("CN811", "a secret: a key that the record does not have"),
    ("CN812", "no mail address"),
    ("CN813", "no name of a server"),
    ("CN815", "a number out of its bounds, in mail"),
    ("CN816", "words in braces that stand for nothing, in a message"),
];

/// The other codes of the stage that reads records, and why no schema can say so.
const BEYOND: [(&str, &str); 19] = [
    ("CN101", "not YAML at all: nothing to hold against a schema"),
    ("CN102", "no header: the schema is of the header"),
    ("CN103", "no end of the header: the same"),
    ("CN109", "anchors and tags are gone where YAML has become JSON"),
    ("CN110", "depth and size are no matter of a schema"),
    ("CN115", "the name of a file is not in it"),
    ("CN116", "the grammar of places needs a parser"),
    ("CN117", "a place that can be read, and should be written otherwise"),
    ("CN118", "the grammar of document numbers needs a parser"),
    ("CN119", "several documents: each is held by itself"),
    ("CN121", "an empty file: nothing to hold"),
    ("CN122", "an id that does not begin as another value of the file says"),
    ("CN123", "two items with one id, and otherwise different"),
    ("CN124", "a header without keys: nothing to hold"),
    ("CN126", "a warning, about quotes that a word processor has bent"),
    ("CN226", "a warning, about a deadline in words"),
    ("CN804", "contrast has to be computed"),
    ("CN806", "a warning, about a margin within the bounds"),
    ("CN814", "a name of this machine or of another: what two keys say together"),
];

fn camnang(args: &[&str]) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_camnang")).args(args).output().unwrap();
    assert!(run.status.success(), "{args:?}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The schemas of all kinds, ready to be held against files.
struct Validator {
    schemas: Schemas,
    kinds: BTreeMap<&'static str, SchemaIndex>,
    /// The document with every kind in it.
    any: SchemaIndex,
}

impl Validator {
    fn new() -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.enable_format_assertions();
        let mut compile = |name: &str, text: String| {
            let location = format!("file:///{name}.json");
            compiler.add_resource(&location, serde_json::from_str(&text).unwrap()).unwrap();
            // The schema itself is held against the draft that it names.
            compiler.compile(&location, &mut schemas).unwrap_or_else(|error| panic!("{name}: {error:#}"))
        };
        let kinds = KINDS.iter().map(|(kind, ..)| (*kind, compile(kind, camnang(&["schema", kind])))).collect();
        let any = compile("any", camnang(&["schema"]));
        Validator { schemas, kinds, any }
    }

    /// What the schema of its kind has against a file; `None` for files without a record.
    fn faults(&self, folder: &Path, path: &Path) -> Option<Result<(), String>> {
        let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
        let (kind, ..) = KINDS.iter().find(|(_, start, end)| name.starts_with(start) && name.ends_with(end))?;
        let text = fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
        let text = if name.ends_with(".md") { header(&text) } else { Some(text.as_str()) };
        let value = text.ok_or_else(|| "no header".to_owned()).and_then(yaml);
        Some(value.and_then(|value| self.validate(kind, &value)))
    }

    fn validate(&self, kind: &str, value: &Value) -> Result<(), String> {
        let own = self.schemas.validate(value, self.kinds[kind]).map_err(|error| format!("{error:#}"));
        let any = self.schemas.validate(value, self.any);
        assert!(any.is_ok() || own.is_err(), "the document of all kinds refuses what that of {kind} takes");
        own
    }
}

fn header(text: &str) -> Option<&str> {
    text.strip_prefix("---\n")?.split_once("\n---").map(|(header, _)| header)
}

/// YAML as JSON, by the core schema of YAML 1.2.
fn yaml(text: &str) -> Result<Value, String> {
    let mut parser = Parser::new_from_str(text);
    loop {
        match next(&mut parser)? {
            Event::StreamStart | Event::DocumentStart(..) => {}
            Event::StreamEnd | Event::DocumentEnd => return Ok(Value::Null),
            event => return node(event, &mut parser),
        }
    }
}

fn next<'t>(parser: &mut Parser<'t, StrInput<'t>>) -> Result<Event<'t>, String> {
    let event = parser.next().ok_or("the end")?;
    event.map(|(event, _)| event).map_err(|error| error.to_string())
}

fn node<'t>(event: Event<'t>, parser: &mut Parser<'t, StrInput<'t>>) -> Result<Value, String> {
    match event {
        Event::Scalar(text, ScalarStyle::Plain, ..) => Ok(plain(&text)),
        Event::Scalar(text, ..) => Ok(Value::String(text.into_owned())),
        Event::SequenceStart(..) => list(parser),
        Event::MappingStart(..) => mapping(parser),
        other => Err(format!("{other:?}")),
    }
}

fn list<'t>(parser: &mut Parser<'t, StrInput<'t>>) -> Result<Value, String> {
    let mut items = Vec::new();
    loop {
        match next(parser)? {
            Event::SequenceEnd => return Ok(Value::Array(items)),
            event => items.push(node(event, parser)?),
        }
    }
}

fn mapping<'t>(parser: &mut Parser<'t, StrInput<'t>>) -> Result<Value, String> {
    let mut entries = Map::new();
    loop {
        let key = match next(parser)? {
            Event::MappingEnd => return Ok(Value::Object(entries)),
            Event::Scalar(text, ..) => text.into_owned(),
            other => return Err(format!("a key that is no text: {other:?}")),
        };
        let event = next(parser)?;
        let value = node(event, parser)?;
        if entries.insert(key.clone(), value).is_some() {
            return Err(format!("the key {key} stands twice"));
        }
    }
}

fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => match serde_json::from_str::<Number>(text) {
            Ok(number) => Value::Number(number),
            Err(_) => Value::String(text.to_owned()),
        },
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.unwrap());
    entries.filter(|entry| entry.file_type().is_file()).map(|entry| entry.into_path()).collect()
}

#[test]
fn every_record_of_a_sound_corpus_is_accepted() {
    let validator = Validator::new();
    for (corpus, least) in
        [("corpus", 100), ("tests/sample/corpus", 5), ("tests/office/corpus", 5), ("tests/diagnostics/_base", 4)]
    {
        let folder = root().join(corpus);
        let mut accepted = 0;
        for path in files(&folder) {
            match validator.faults(&folder, &path) {
                Some(Ok(())) => accepted += 1,
                Some(Err(fault)) => panic!("{}: {fault}", path.display()),
                None => {}
            }
        }
        assert!(accepted >= least, "{corpus}: {accepted}");
    }
}

/// The files of a case that `check` finds a code in.
fn found_in(case: &str) -> BTreeSet<String> {
    let said = fs::read_to_string(root().join("tests/diagnostics").join(case).join("expected.en.txt")).unwrap();
    let places = said.lines().filter(|line| line.contains(&format!(" {case}: ")));
    places.filter_map(|line| Some(line.strip_prefix("corpus/")?.split(':').next()?.to_owned())).collect()
}

#[test]
fn what_check_finds_in_a_record_is_refused() {
    let validator = Validator::new();
    let mut accepted = Vec::new();
    for (code, _) in REFUSED {
        let folder = root().join("tests/diagnostics").join(code).join("corpus");
        let found = found_in(code);
        assert!(!found.is_empty(), "{code}");
        for path in found {
            match validator.faults(&folder, &folder.join(&path)) {
                Some(Err(_)) => {}
                Some(Ok(())) => accepted.push(format!("{code}: {path}")),
                None => panic!("{code}: {path} is no record"),
            }
        }
    }
    assert!(accepted.is_empty(), "the schema accepts what check does not: {accepted:#?}");
}

/// The codes of the stage that reads records, from the files that declare them; those of the text below a header are no
/// matter of a schema.
fn codes_of_records() -> BTreeSet<String> {
    let folder = root().join("src/syntax/messages");
    let is_of_text =
        |path: &Path| path.strip_prefix(&folder).unwrap().starts_with("markdown") || path.ends_with("markdown.rs");
    let texts =
        files(&folder).into_iter().filter(|path| !is_of_text(path)).map(|path| fs::read_to_string(path).unwrap());
    let declared = |text: String| {
        let codes = text.split("= \"CN").skip(1).map(|rest| format!("CN{}", &rest[..3]));
        codes.collect::<Vec<_>>()
    };
    texts.flat_map(declared).collect()
}

#[test]
fn every_code_of_records_is_in_one_of_the_lists() {
    let codes = codes_of_records();
    assert!(codes.len() > 40, "{codes:?}");
    let lists = REFUSED.iter().chain(&BEYOND).map(|(code, _)| (*code).to_owned()).collect::<Vec<_>>();
    let listed: BTreeSet<String> = lists.iter().cloned().collect();
    assert_eq!(lists.len(), listed.len(), "a code is in both lists");
    assert_eq!(listed, codes);
}

/// What the schema says of single values, and of keys that depend on one another.
#[test]
fn single_records() {
    let validator = Validator::new();
    let check = |kind: &str, text: &str| validator.validate(kind, &yaml(text).unwrap());
    let edition = |annex: &str| {
        format!(
            "id: a\ntitle: 2030\ndescription: B\nas-of: 2030-01-05\nparts: [{{title: C, chapters: [{{id: 1, title: D}}]}}]\nannexes: [{annex}]"
        )
    };
    for annex in [
        "{kind: glossary, title: A}",
        "{kind: guidance, title: A, intro: b}",
        "{kind: timeline, title: A, instruments: [b]}",
    ] {
        assert_eq!(check("edition", &edition(annex)), Ok(()), "{annex}");
    }
    for annex in [
        "{kind: guidance, title: A}",
        "{kind: glossary, title: A, instruments: [b]}",
        "{kind: index, title: A, audiences: []}",
    ] {
        assert!(check("edition", &edition(annex)).is_err(), "{annex}");
    }
    let look = |value: &str| format!("look: {{text-size: {value}}}");
    for (value, sound) in [("12", true), ("12.5", true), ("14.5", false), ("lớn", false)] {
        assert_eq!(check("settings", &look(value)).is_ok(), sound, "{value}");
    }
    for (text, sound) in [
        ("notices: {ended: \"Vào {ngày} đã hết.\"}", true),
        ("notices: {ended: Đã hết.}", false),
        ("notices: {disclaimer: \"Vào {ngày}.\"}", false),
        ("web: {address: \"https://a.example\"}", true),
        ("web: {address: {a: \"https://a.example\"}}", true),
        ("web: {address: {A: \"https://a.example\"}}", false),
        ("web: {address: {}}", false),
    ] {
        assert_eq!(check("settings", text).is_ok(), sound, "{text}");
    }
}
