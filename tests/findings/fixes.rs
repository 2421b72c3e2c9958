//! `camnang check --fix` over every case of `tests/diagnostics`: a fix takes its finding away and brings no other, and changes
//! nothing but what its diff shows.

use crate::support::cases;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn camnang(place: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_camnang"));
    command.current_dir(place).args(args).stdin(Stdio::null()).output().unwrap()
}

/// Every finding: its code, its file, and how many there are of them.
fn findings(place: &Path) -> BTreeMap<(String, String), usize> {
    let mut found = BTreeMap::new();
    for finding in rows(place) {
        let text = |key: &str| finding[key].as_str().unwrap().to_owned();
        *found.entry((text("code"), text("file"))).or_default() += 1;
    }
    found
}

fn rows(place: &Path) -> Vec<Value> {
    let output = camnang(place, &["check", "--format", "json"]);
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let all = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    all.map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap())).collect()
}

/// The cases that have a finding with a fix, and what could not be seen in their files before: YAML that cannot be read hides
/// whatever else is wrong in it.
const FIXABLE: [(&str, &[&str]); 25] = [
    ("CN002", &[]),
    ("CN007", &[]),
    ("CN008", &[]),
    ("CN009", &[]),
    ("CN010", &[]),
    ("CN101", &["CN106", "CN116"]),
    ("CN102", &[]),
    ("CN103", &[]),
    ("CN104", &[]),
    ("CN108", &[]),
    ("CN111", &[]),
    ("CN112", &[]),
    ("CN114", &[]),
    ("CN117", &[]),
    ("CN122", &[]),
    ("CN126", &[]),
    ("CN202", &[]),
    ("CN213", &[]),
    ("CN219", &[]),
    ("CN221", &["CN225"]),
    ("CN226", &[]),
    ("CN412", &[]),
    ("CN419", &[]),
    ("CN805", &[]),
    ("CN808", &[]),
];

fn fix(place: &Path, args: &[&str]) -> Output {
    camnang(place, &[&["check", "--fix", "--lang", "en"], args].concat())
}

/// Repairs a case, and says what is not as it should be.
fn repaired(case: &str, place: &Path, hidden: &[&str]) -> Vec<String> {
    let (before, first) = (findings(place), files(place));
    let shown = fix(place, &["--dry-run"]);
    let mut faults = Vec::new();
    if files(place) != first {
        faults.push(format!("{case}: --dry-run writes"));
    }
    let made = fix(place, &[]);
    if made.status.code() == Some(2) || shown.status.code() != Some(1) {
        faults.push(format!("{case}: {}", String::from_utf8_lossy(&made.stderr)));
    }
    let after = findings(place);
    for ((code, file), count) in &after {
        let was = before.get(&(code.clone(), file.clone())).copied().unwrap_or(0);
        if *count > was && !hidden.contains(&code.as_str()) {
            faults.push(format!("{case}: {count} of {code} in {file} instead of {was}"));
        }
    }
    if after.values().sum::<usize>() >= before.values().sum::<usize>() + hidden.len() {
        faults.push(format!("{case}: no finding is gone: {after:?}"));
    }
    if case != "CN007" && applied(place, &first, &shown.stdout) != files(place) {
        faults.push(format!("{case}: the diff shows something else\n{}", String::from_utf8_lossy(&shown.stdout)));
    }
    faults
}

/// The files that come of a diff, by another program.
fn applied(place: &Path, first: &BTreeMap<PathBuf, Vec<u8>>, diff: &[u8]) -> BTreeMap<PathBuf, Vec<u8>> {
    let other = tempfile::tempdir().unwrap();
    for (path, bytes) in first {
        let target = other.path().join(path.strip_prefix(place).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    let mut git = Command::new("git");
    git.current_dir(other.path()).args(["apply", "--whitespace=nowarn", "-"]).stdin(Stdio::piped());
    let mut child = git.spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), diff).unwrap();
    assert!(child.wait().unwrap().success(), "{}", String::from_utf8_lossy(diff));
    let moved = files(other.path()).into_iter();
    moved.map(|(path, bytes)| (place.join(path.strip_prefix(other.path()).unwrap()), bytes)).collect()
}

#[test]
fn every_fix_takes_its_finding_away_and_brings_no_other() {
    let mut faults = Vec::new();
    for case in cases::all().into_iter().filter(|case| cases::can_be(case)) {
        let place = cases::lay_out(&case);
        match FIXABLE.iter().find(|(known, _)| *known == case) {
            Some((_, hidden)) => faults.extend(repaired(&case, place.path(), hidden)),
            None => {
                let (shown, rows) = (fix(place.path(), &["--dry-run"]), rows(place.path()));
                if !shown.stdout.is_empty() || rows.iter().any(|row| !row["fix"].is_null()) {
                    faults.push(format!("{case} has a fix\n{}", String::from_utf8_lossy(&shown.stdout)));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// As editors on Windows save: the same repairs, and every other byte as it was.
#[test]
fn files_with_other_line_ends_are_repaired_as_well() {
    let windows =
        |bytes: &[u8]| [b"\xef\xbb\xbf", String::from_utf8_lossy(bytes).replace('\n', "\r\n").as_bytes()].concat();
    for (case, _) in &FIXABLE {
        let (unix, other) = (cases::lay_out(case), cases::lay_out(case));
        for (path, bytes) in files(other.path()).iter().filter(|(path, _)| is_text(path)) {
            fs::write(path, windows(bytes)).unwrap();
        }
        fix(unix.path(), &[]);
        fix(other.path(), &[]);
        for (path, bytes) in files(unix.path()).iter().filter(|(path, _)| is_text(path)) {
            let other = other.path().join(path.strip_prefix(unix.path()).unwrap());
            let found = fs::read(&other).unwrap();
            assert!(found == windows(bytes), "{case}: {}\n{}", path.display(), String::from_utf8_lossy(&found));
        }
    }
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "md" || ending == "yaml")
}

fn corpus(files: &[(&str, &str)]) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    cases::copy(&cases::folder().join("_base"), &place.path().join("corpus"));
    for (path, text) in files {
        fs::write(place.path().join("corpus").join(path), text).unwrap();
    }
    place
}

/// The rest of the corpus shows which word is meant.
#[test]
fn names_and_paths_that_the_corpus_knows() {
    let base = fs::read_to_string(cases::folder().join("_base/excerpts/nd-1-2030/dieu-1.md")).unwrap();
    let vocabulary = fs::read_to_string(cases::folder().join("_base/vocabulary.yaml")).unwrap();
    let place = corpus(&[
        ("vocabulary.yaml", &vocabulary.replace("id: mua-sam,", "id: mua,").replace("id: mua-sam\n", "id: mua\n")),
        ("excerpts/nd-1-2030/dieu-1.md", &base.replace("[mua-sam]", "[mua-sam] # theo tên")),
    ]);
    fix(place.path(), &[]);
    let path = place.path().join("corpus/excerpts/nd-1-2030/dieu-1.md");
    assert!(fs::read_to_string(path).unwrap().contains("topics: [mua] # theo tên"));

    let place = cases::lay_out("CN402");
    let waiver = "waivers:\n  - code: CN402\n    file: corpus/instruments/nd-1-2030.yaml\n    reason: Chưa thấy\n    \
                  on: 2030-06-01\n    until: 2031-06-01\n";
    fs::write(place.path().join("corpus/waivers.yaml"), waiver).unwrap();
    fix(place.path(), &[]);
    let fixed = fs::read_to_string(place.path().join("corpus/waivers.yaml")).unwrap();
    assert_eq!(fixed, waiver.replace("corpus/", ""));
}

/// JSON and SARIF carry the fix; SARIF in the form that its schema has for it.
#[test]
fn reports_carry_fixes() {
    let place = cases::lay_out("CN419");
    let row = rows(place.path()).into_iter().find(|row| row["code"] == "CN419").unwrap();
    let edits = row["fix"].as_array().unwrap();
    let of = |key: &str| edits.iter().map(|edit| edit[key].clone()).collect::<Vec<_>>();
    assert_eq!((of("words"), of("line")), (vec!["instrument".into(), "nd-1-2030".into()], vec![12.into(), 12.into()]));
    let text = fs::read_to_string(place.path().join("corpus/instruments/nd-2-2030.yaml")).unwrap();
    let byte = |edit: &Value, key: &str| usize::try_from(edit[key].as_u64().unwrap()).unwrap();
    let former = |edit: &Value| text[byte(edit, "start_byte")..byte(edit, "end_byte")].to_owned();
    assert_eq!(edits.iter().map(former).collect::<Vec<_>>(), ["number", "01/2030/NĐ-CP"]);

    let output = camnang(place.path(), &["check", "--format", "sarif"]);
    let sarif: Value = serde_json::from_slice(&output.stdout).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let fixes = &results.iter().find(|result| result["ruleId"] == "CN419").unwrap()["fixes"];
    let change = &fixes[0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "corpus/instruments/nd-2-2030.yaml");
    let region = &change["replacements"][0]["deletedRegion"];
    assert_eq!(
        (&region["startLine"], &region["startColumn"], &region["endColumn"]),
        (&12.into(), &5.into(), &11.into())
    );
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], "instrument");
}

#[test]
fn both_languages_say_what_was_changed() {
    for (lang, expected) in
        [("vi", "Đã sửa 3 chỗ trong 2 tệp. Còn lại:"), ("en", "Made 3 repairs in 2 files. What is left:")]
    {
        let place = cases::lay_out("CN104");
        let output = camnang(place.path(), &["check", "--fix", "--lang", lang]);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains("corpus/settings.yaml:2: CN104: «acent» → «accent»\n"), "{said}");
        assert!(said.contains(expected), "{said}");
        let again = camnang(place.path(), &["check", "--fix", "--format", "json", "--lang", lang]);
        serde_json::from_slice::<Value>(&again.stdout).unwrap();
    }
}

/// Nothing is written where not all can be.
#[cfg(unix)]
#[test]
fn a_file_or_disk_that_takes_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let place = cases::lay_out("CN104");
    let settings = place.path().join("corpus/settings.yaml");
    fs::set_permissions(&settings, fs::Permissions::from_mode(0o444)).unwrap();
    let first = files(place.path());
    let output = fix(place.path(), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("`settings.yaml` is read-only"));
    assert!(files(place.path()) == first);

    // A process that may write no byte to any file stands for a disk that is full.
    fs::set_permissions(&settings, fs::Permissions::from_mode(0o644)).unwrap();
    let script = format!("trap '' XFSZ; ulimit -f 0; exec '{}' check --fix --lang en", env!("CARGO_BIN_EXE_camnang"));
    let output = Command::new("sh").current_dir(place.path()).args(["-c", &script]).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(files(place.path()) == first);
}

/// No fix is made where the text may mean something else: a value on several lines, words around a day, a word
/// that is another word, a name of several things, a line that is nearly the closing one.
#[test]
fn what_may_mean_something_else_stays() {
    let excerpt = "excerpts/nd-1-2030/dieu-1.md";
    let instrument = "instruments/nd-1-2030.yaml";
    for (path, from, to) in [
        (excerpt, "at: Điều 1\n", "at: >\n  điều 1\n"),
        (excerpt, "at: Điều 1\n", "at: |- # chú\n  điều 1\n"),
        (excerpt, "checked-on: 2030-03-01\n", "checked-on: |\n  2030-3-1\n"),
        (excerpt, "topics: [mua-sam]\n", "topics: |\n  mua-sam\n"),
        (excerpt, "topics: [mua-sam]\n", "topics:\n  - >-\n    Mua sắm\n  - mua-sam # a\n"),
        (excerpt, "confidence: text-read\n", "confidence: >\n  text-raed\n"),
        (excerpt, "confidence: text-read\n", "confidence: |\n  “text-read”\n"),
        (excerpt, "confidence: text-read\n", "confidence: text-read\nin-force-until: đến hết 31/12/2030\n"),
        (instrument, "in-force-from: 2030-02-01\n", "in-force-from: sau 31/12/2030\n"),
        (instrument, "in-force-from: 2030-02-01\n", "in-force-from: không phải 31/12/2030\n"),
        (excerpt, "checked-on: 2030-03-01\n", "checked-by: Nguyễn Văn A\n"),
        (
            instrument,
            "confidence: text-read\n",
            "relations:\n  - {type: replaced, instrument: nd-2-2030}\nconfidence: text-read\n",
        ),
        (excerpt, "\n---\n", "\n—-\n"),
        (excerpt, "\n---\n", "\n===\n"),
        (excerpt, "\n---\n", "\n----\n"),
    ] {
        let place = cases::lay_out("_base");
        let file = place.path().join("corpus").join(path);
        let former = fs::read_to_string(&file).unwrap();
        assert!(former.contains(from), "{path} has no {from:?}:\n{former}");
        let written = former.replacen(from, to, 1);
        fs::write(&file, &written).unwrap();
        camnang(place.path(), &["check", "--fix"]);
        assert_eq!(fs::read_to_string(&file).unwrap(), written, "{to}");
    }
}

/// A repair that would bring an error is not made: two mistyped keys for one, an id that others name.
#[test]
fn what_would_bring_an_error_is_left() {
    let excerpt = "excerpts/nd-1-2030/dieu-1.md";
    for (path, written) in [
        (excerpt, ("topics: [mua-sam]\n", "topcis: [mua-sam]\ntopisc: [mua-sam]\n")),
        ("excerpts/nd-1-2030/dieu-2.md", ("id: nd-1-2030.dieu-1\n", "id: dieu-2\n")),
    ] {
        let place = cases::lay_out("_base");
        let corpus = place.path().join("corpus");
        let former = fs::read_to_string(corpus.join(excerpt)).unwrap();
        let text = former.replacen(written.0, written.1, 1);
        assert_ne!(text, former);
        fs::write(corpus.join(path), &text).unwrap();
        if path != excerpt {
            let naming = former.replacen("sources:", "related: [dieu-2]\nsources:", 1);
            fs::write(corpus.join(excerpt), naming).unwrap();
        }
        let before = findings(place.path());
        camnang(place.path(), &["check", "--fix"]);
        let after = findings(place.path());
        assert!(after.keys().all(|found| before.contains_key(found)), "{before:?} {after:?}");
    }
}

/// A file that cannot be changed keeps no other from being repaired.
#[test]
fn the_others_are_repaired() {
    let place = cases::lay_out("_base");
    let corpus = place.path().join("corpus");
    fs::create_dir_all(corpus.join("originals")).unwrap();
    fs::create_dir_all(corpus.join("guidance")).unwrap();
    fs::write(corpus.join("originals/a.txt"), "C\u{430}c điều\n").unwrap();
    fs::write(corpus.join("guidance/a.md"), "---\nid: a\n<<<<<<< HEAD\ntitle: C\u{430}c\n").unwrap();
    let file = corpus.join("excerpts/nd-1-2030/dieu-1.md");
    let former = fs::read_to_string(&file).unwrap();
    fs::write(&file, former.replacen("topics:", "topcis:", 1)).unwrap();
    camnang(place.path(), &["check", "--fix"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), former);
}
