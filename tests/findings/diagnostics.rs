//! What the tool says about a faulty corpus, word for word, in both languages.
//!
//! `tests/diagnostics/<CODE>/` has the faults of one code of the catalogue:
//!
//! - `corpus/` is put over a copy of `_base/`, which is valid; so a case holds only what is wrong in it;
//! - `with.txt` names further folders beside `_base` that are put over it before, one a line: `_law` has an original of the
//!   base's instrument, as `camnang import` put it there;
//! - `without.txt` names files of the base that the case does not have, one a line;
//! - `arguments.txt` has further arguments of `camnang check`, one a line; no other program is found on the PATH;
//! - `expected.vi.txt` and `expected.en.txt` are what `camnang check` prints.
//!
//! Everything in the cases is invented. To add a code: a folder with a `corpus/`, then
//!
//!     CAMNANG_ACCEPT=1 cargo test --no-default-features --test findings diagnostics
//!
//! which writes all the expectations anew, and read the differences (`git diff tests/diagnostics`) as an editor who is
//! no programmer would: is that the place to look at, is it clear what to write instead?

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use camnang::internals::resolve::ParseCache;
use camnang::internals::session::{self, OpenedCorpus};

use crate::support::cases;

use cases::{all as cases, arguments, can_be, copy, folder, lay_out};

const LANGUAGES: [&str; 2] = ["vi", "en"];

/// Runs the program in a folder, so that the paths it prints are the same on every machine.
fn camnang(place: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_camnang")).current_dir(place).env("PATH", place).args(args).output().unwrap()
}

fn text(output: &Output) -> String {
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn check(place: &Path, args: &[&str]) -> String {
    text(&camnang(place, &[&["check"], args].concat()))
}

fn codes() -> BTreeSet<String> {
    camnang::internals::codes::all().into_iter().map(|code| code.id().to_owned()).collect()
}

/// `{name}`, but for the braces of YAML in advice, which have a space or a colon in them.
fn hole(said: &str) -> Option<&str> {
    said.match_indices('{').find_map(|(at, _)| {
        let inner = said[at + 1..].split(['}', '\n']).next()?;
        let name = !inner.is_empty() && inner.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        (name && said[at + 1 + inner.len()..].starts_with('}')).then_some(inner)
    })
}

fn compare(expected: &Path, said: &str, faults: &mut Vec<String>) {
    if std::env::var_os("CAMNANG_ACCEPT").is_some() {
        fs::write(expected, said).unwrap();
    }
    let known = fs::read_to_string(expected).unwrap_or_default();
    if known != said {
        let name = expected.strip_prefix(folder()).unwrap().display().to_string();
        faults.push(format!("{name}\n--- expected\n{known}--- said\n{said}"));
    }
}

#[test]
fn every_code_has_a_case() {
    assert_eq!(codes(), cases());
}

#[test]
fn the_base_is_valid() {
    let place = tempfile::tempdir().unwrap();
    copy(&folder().join("_base"), &place.path().join("corpus"));
    assert_eq!(check(place.path(), &["--lang", "en"]), "0 errors, 0 warnings, 0 notes.\n");
}

#[test]
fn findings_are_said_as_expected() {
    let mut faults = Vec::new();
    for case in cases().into_iter().filter(|case| can_be(case)) {
        let (place, more) = (lay_out(&case), arguments(&case));
        let more: Vec<&str> = more.iter().map(String::as_str).collect();
        for lang in LANGUAGES {
            let said = check(place.path(), &[&["--lang", lang], &more[..]].concat());
            compare(&folder().join(&case).join(format!("expected.{lang}.txt")), &said, &mut faults);
            if !said.contains(&format!(" {case}: ")) {
                faults.push(format!("{case}: its own code is not among what was said\n{said}"));
            }
            if let Some(name) = hole(&said) {
                faults.push(format!("{case}: the hole {{{name}}} is not filled\n{said}"));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{}\n\nIf this is what it should say: CAMNANG_ACCEPT=1 cargo test --no-default-features --test findings diagnostics",
        faults.join("\n\n")
    );
}

/// One run reports everything: every file is read on its own, and a fault in one hides nothing in another.
#[test]
fn ten_faults_in_one_run() {
    let place = lay_out("_many");
    let mut faults = Vec::new();
    for lang in LANGUAGES {
        let said = check(place.path(), &["--lang", lang]);
        compare(&folder().join("_many").join(format!("expected.{lang}.txt")), &said, &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));

    let said = check(place.path(), &["--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&said).unwrap();
    let found: Vec<(&str, u64, u64, &str)> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let number = |key: &str| it[key].as_u64().unwrap_or(0);
            (it["file"].as_str().unwrap(), number("line"), number("column"), it["code"].as_str().unwrap())
        })
        .collect();
    let codes: BTreeSet<&str> = found.iter().map(|(.., code)| *code).collect();
    let files: BTreeSet<&str> = found.iter().map(|(file, ..)| *file).collect();
    assert!(found.len() >= 10 && codes.len() == found.len(), "ten faults and more, each of another kind: {found:?}");
    assert!(files.len() >= 5 && files.len() < found.len(), "in several files, some two in one: {found:?}");
    assert!(found.is_sorted(), "{found:?}");
}

#[test]
fn exit_codes() {
    let status = |place: &Path, args: &[&str]| camnang(place, args).status.code().unwrap();
    let base = tempfile::tempdir().unwrap();
    copy(&folder().join("_base"), &base.path().join("corpus"));
    assert_eq!(status(base.path(), &["check"]), 0);
    assert_eq!(status(base.path(), &["check", "--strict"]), 0);

    let faulty = lay_out("CN104");
    assert_eq!(status(faulty.path(), &["check"]), 1);
    assert_eq!(status(faulty.path(), &["check", "--format", "json"]), 1);
    assert_eq!(status(faulty.path(), &["build"]), 1);
    assert!(!faulty.path().join("output").exists());

    let warned = lay_out("CN211");
    assert_eq!(status(warned.path(), &["check"]), 0);
    assert_eq!(status(warned.path(), &["check", "--strict"]), 1);
    let noted = lay_out("CN117");
    assert_eq!(status(noted.path(), &["check", "--strict"]), 0);

    let nowhere = camnang(base.path(), &["check", "--corpus", "khong-co"]);
    assert_eq!(nowhere.status.code().unwrap(), 2);
    assert!(nowhere.stdout.is_empty() && String::from_utf8(nowhere.stderr).unwrap().contains("khong-co"));
    assert_eq!(status(base.path(), &["check", "--no-such-option"]), 2);
}

/// A waived warning stays in sight, with its reason, and stops no strict run; that it was waived is in the file.
#[test]
fn waived() {
    let place = lay_out("CN402");
    assert_eq!(camnang(place.path(), &["check", "--strict"]).status.code().unwrap(), 1);
    let waiver = "waivers:\n  - code: CN402\n    file: instruments/nd-1-2030.yaml\n    reason: Chưa thấy văn bản chấm dứt\n    \
                  on: 2030-06-01\n    until: 2031-06-01\n";
    fs::write(place.path().join("corpus/waivers.yaml"), waiver).unwrap();
    assert_eq!(camnang(place.path(), &["check", "--strict"]).status.code().unwrap(), 0);
    assert_eq!(camnang(place.path(), &["build", "--strict", "--only", "html"]).status.code().unwrap(), 0);
    let said = check(place.path(), &["--lang", "en"]);
    assert!(
        said.contains("note CN402") && said.contains("waived until 2031-06-01: Chưa thấy văn bản chấm dứt"),
        "{said}"
    );
    assert!(said.contains("0 errors, 0 warnings, 1 note."), "{said}");
    let sarif: serde_json::Value = serde_json::from_str(&check(place.path(), &["--format", "sarif"])).unwrap();
    let suppressed = &sarif["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(suppressed["justification"], "Chưa thấy văn bản chấm dứt");
    // Also where a build stops before it has viewed anything.
    fs::write(place.path().join("corpus/editions/hong.yaml"), "id: [\n").unwrap();
    let stopped = camnang(place.path(), &["--lang", "en", "build", "hong", "--only", "html"]);
    assert_eq!(stopped.status.code().unwrap(), 1);
    let said = String::from_utf8(stopped.stdout).unwrap();
    assert!(said.contains("note CN402") && said.contains("editions/hong.yaml"), "{said}");
}

#[test]
fn json() {
    let place = lay_out("CN211");
    let said = check(place.path(), &["--format", "json", "--lang", "en"]);
    let rows: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&said).unwrap();
    assert_eq!(rows.len(), 2);
    let row = &rows[0];
    let keys: Vec<&str> = row.keys().map(String::as_str).collect();
    assert_eq!(keys, ["code", "severity", "file", "line", "column", "message", "help", "fix"]);
    assert_eq!(row["code"], "CN211");
    assert_eq!(row["severity"], "warning");
    assert_eq!(row["file"], "corpus/excerpts/nd-1-2030/dieu-1.md");
    assert_eq!((&row["line"], &row["column"]), (&17.into(), &1.into()));
    assert_eq!(row["message"], "`c)` follows `a)`: is `b)` missing?");

    // A finding about a file as a whole has no line.
    let whole = check(lay_out("CN006").path(), &["--format", "json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&whole).unwrap();
    assert!(rows.iter().all(|row| row["line"].is_null() && row["column"].is_null()), "{whole}");
}

/// What the schema of SARIF 2.1.0 asks for, as far as this output goes.
#[test]
fn sarif() {
    for (case, level) in
        [("CN104", "error"), ("CN211", "warning"), ("CN117", "note"), ("CN006", "error"), ("CN004", "warning")]
    {
        let said = check(lay_out(case).path(), &["--format", "sarif"]);
        let log: serde_json::Value = serde_json::from_str(&said).unwrap();
        assert_eq!(log["version"], "2.1.0");
        assert!(log["$schema"].as_str().unwrap().contains("sarif-2.1.0"));
        let run = &log["runs"][0];
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        let driver = &run["tool"]["driver"];
        assert_eq!(driver["name"], "camnang");
        let rules = driver["rules"].as_array().unwrap();
        let ids: BTreeSet<String> = rules.iter().map(|rule| rule["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!((ids.len(), &ids), (rules.len(), &codes()));
        for rule in rules {
            for text in ["shortDescription", "help"] {
                let words = rule[text]["text"].as_str().unwrap();
                assert!(!words.is_empty() && hole(words).is_none(), "{rule}");
            }
            let level = rule["defaultConfiguration"]["level"].as_str().unwrap();
            assert!(["error", "warning", "note"].contains(&level), "{rule}");
        }
        let results = run["results"].as_array().unwrap();
        assert!(results.iter().any(|result| result["ruleId"] == case && result["level"] == level), "{said}");
        for result in results {
            assert!(ids.contains(result["ruleId"].as_str().unwrap()), "{result}");
            assert!(!result["message"]["text"].as_str().unwrap().is_empty(), "{result}");
            let place = &result["locations"][0]["physicalLocation"];
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            assert!(uri.is_ascii() && !uri.starts_with('/') && !uri.contains(['\\', ' ']), "{uri}");
            if let Some(region) = place["region"].as_object() {
                let number = |key: &str| region[key].as_u64().unwrap();
                let (start, end) =
                    ((number("startLine"), number("startColumn")), (number("endLine"), number("endColumn")));
                assert!(start.0 >= 1 && start.1 >= 1 && start <= end, "{region:?}");
            }
        }
    }
}

#[test]
fn github() {
    let said = check(lay_out("CN211").path(), &["--format", "github", "--lang", "en"]);
    let first = said.lines().next().unwrap();
    assert_eq!(
        first,
        "::warning file=corpus/excerpts/nd-1-2030/dieu-1.md,line=17,col=1,endLine=17,endColumn=3,title=CN211::\
         `c)` follows `a)`: is `b)` missing?%0Aadd what is missing, or restore the labels of the original"
    );
    assert!(check(lay_out("CN117").path(), &["--format", "github"]).starts_with("::notice "));
    let whole = check(lay_out("CN006").path(), &["--format", "github"]);
    assert!(whole.starts_with("::error file=corpus,title=CN006::"), "{whole}");
}

/// Who reads a corpus again parses only what is new. One case after the other is as many files changed, added and taken
/// away, with and without faults.
#[test]
fn a_corpus_that_is_read_again_is_as_one_that_was_never_read() {
    let state_of = |opened: &OpenedCorpus| format!("{:?}\n{:?}", opened.corpus, opened.view_none().findings().all());
    let mut cache = ParseCache::default();
    for case in cases() {
        let place = lay_out(&case);
        let corpus = place.path().join("corpus");
        let mut hold = |when: &str| {
            let anew = state_of(&session::open(&corpus).unwrap());
            let again = state_of(&session::open_again(&corpus, &mut cache).unwrap());
            assert!(again == anew, "{case}, read {when}");
        };
        hold("after the case before it");
        hold("once more");
        // The files after it have other numbers now; their findings point at them by these.
        fs::write(corpus.join("departments.yaml"), "groups: []\n").unwrap();
        hold("with a file more");
    }
}

/// The cases of quotations stand on a law that the program itself imported.
#[test]
fn the_law_of_the_cases_was_imported() {
    let place = tempfile::tempdir().unwrap();
    copy(&folder().join("_base"), &place.path().join("corpus"));
    let received = "originals/nd-1-2030/nd-1-2030.txt";
    let file = folder().join("_law").join(received).display().to_string();
    let import =
        ["import", &file, "--instrument", "nd-1-2030", "--kind", "gazette", "--received", "2030-02-10", "--source"];
    let said = camnang(place.path(), &[&import[..], &["Công báo số 1 + 2, ngày 05 tháng 02 năm 2030"]].concat());
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    for path in [received, "originals/nd-1-2030/nd-1-2030.txt.text.txt", "originals/nd-1-2030/nd-1-2030.txt.yaml"] {
        let read = |corpus: &Path| fs::read_to_string(corpus.join(path)).unwrap_or_default();
        assert_eq!(read(&folder().join("_law")), read(&place.path().join("corpus")), "{path}");
    }
}
