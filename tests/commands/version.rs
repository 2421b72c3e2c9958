//! `camnang new version`: three files that say one thing, shown and then written, all or none.

use crate::support::cases;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const AMENDING: &str = "\
id: nd-2-2032
number: 02/2032/NĐ-CP
type: Nghị định
title: sửa đổi một ví dụ
issuer: Chính phủ
signer: {unknown: Văn bản ví dụ}
issued: 2032-01-01
# Có hiệu lực sau hai tháng.
in-force-from: 2032-03-01
in-force-until: none
confidence: text-read
checked-on: 2032-06-01
sources:
  - Văn bản ví dụ
";

fn office() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let corpus = place.path().join("corpus");
    cases::copy(&cases::folder().join("_base"), &corpus);
    fs::write(corpus.join("instruments/nd-2-2032.yaml"), AMENDING).unwrap();
    place
}

fn camnang(place: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_camnang"));
    command.current_dir(place).args(args).stdin(Stdio::null()).output().unwrap()
}

fn version(place: &Path, args: &[&str]) -> Output {
    let usual = ["new", "version", "--lang", "en", "--by", "nd-2-2032"];
    camnang(place, &[usual.as_slice(), args].concat())
}

fn text(output: &[u8]) -> String {
    String::from_utf8(output.to_vec()).unwrap()
}

fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let all = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    all.map(|entry| (entry.path().to_owned(), fs::read_to_string(entry.path()).unwrap())).collect()
}

const DIEU_1: [&str; 5] = ["nd-1-2030.dieu-1", "--on", "2032-03-01", "--at", "khoản 1 Điều 1"];

#[test]
fn shown_first_and_then_written() {
    let place = office();
    let first = files(place.path());
    let shown = version(place.path(), &DIEU_1);
    assert_eq!(shown.status.code(), Some(1), "{}", text(&shown.stderr));
    let said = text(&shown.stdout);
    for line in [
        "+++ b/corpus/excerpts/nd-1-2030/dieu-1.md\n",
        "+in-force-until: 2032-03-01\n",
        "--- /dev/null\n+++ b/corpus/excerpts/nd-1-2030/dieu-1.sua-2032.md\n",
        "+id: nd-1-2030.dieu-1.sua-2032\n",
        "+in-force-from: 2032-03-01\n",
        "+++ b/corpus/instruments/nd-2-2032.yaml\n",
        " in-force-until: none\n+relations:\n+  - type: amends\n+    instrument: nd-1-2030\n+    at: khoản 1 Điều 1\n+    units: [Điều 1]\n",
        "add --really",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    assert_eq!(files(place.path()), first);

    let written = version(place.path(), &[DIEU_1.as_slice(), &["--really"]].concat());
    assert_eq!(written.status.code(), Some(0), "{}", text(&written.stderr));
    let after = files(place.path());
    assert_eq!(after.len(), first.len() + 1);
    // Only lines were added; whatever was there is there.
    let instrument = &after[&place.path().join("corpus/instruments/nd-2-2032.yaml")];
    let added =
        "relations:\n  - type: amends\n    instrument: nd-1-2030\n    at: khoản 1 Điều 1\n    units: [Điều 1]\n";
    assert_eq!(instrument.replace(added, ""), AMENDING);
    let path = place.path().join("corpus/excerpts/nd-1-2030/dieu-1.md");
    assert_eq!(after[&path].replace("in-force-until: 2032-03-01\n", ""), first[&path]);
    // The draft says of itself that it is one; nothing else is wrong.
    let check = camnang(place.path(), &["check", "--format", "json"]);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));
    let found: Vec<serde_json::Value> = serde_json::from_slice(&check.stdout).unwrap();
    let draft = |row: &serde_json::Value| row["code"] == "CN215" && row["file"].as_str().unwrap().contains("sua-2032");
    assert!(found.iter().all(draft), "{}", text(&check.stdout));

    // The former words may not be amended twice from one day, and the new ones not before they are in force.
    let again = version(place.path(), &DIEU_1);
    assert_eq!(again.status.code(), Some(2), "the same command was run before");
    assert!(text(&again.stderr).contains("nd-1-2030.dieu-1.sua-2032"));
    let early = version(place.path(), &["nd-1-2030.dieu-1.sua-2032", "--on", "2032-03-01"]);
    assert_eq!(early.status.code(), Some(2));
}

/// Another provision that the same one amends is one more unit; one from another day is another act.
#[test]
fn one_act_has_many_units() {
    let place = office();
    let excerpts = place.path().join("corpus/excerpts/nd-1-2030");
    let one = fs::read_to_string(excerpts.join("dieu-1.md")).unwrap();
    fs::write(excerpts.join("dieu-2.md"), one.replace("dieu-1", "dieu-2").replace("Điều 1", "Điều 2")).unwrap();
    version(place.path(), &[DIEU_1.as_slice(), &["--really"]].concat());
    let second = ["nd-1-2030.dieu-2", "--on", "2032-03-01", "--at", "khoản 1 Điều 1", "--really"];
    assert_eq!(version(place.path(), &second).status.code(), Some(0));
    let instrument = place.path().join("corpus/instruments/nd-2-2032.yaml");
    assert!(fs::read_to_string(&instrument).unwrap().contains("    units: [Điều 1, Điều 2]\n"));
    let third = ["nd-1-2030.dieu-2.sua-2032", "--on", "2033-01-01", "--really"];
    assert_eq!(version(place.path(), &third).status.code(), Some(0));
    let text = fs::read_to_string(&instrument).unwrap();
    assert!(
        text.contains("  - type: amends\n    instrument: nd-1-2030\n    on: 2033-01-01\n    units: [Điều 2]\n"),
        "{text}"
    );
}

#[test]
fn what_cannot_be_is_refused() {
    let place = office();
    let first = files(place.path());
    for (args, reason) in [
        (vec!["nd-1-2030.dieu-11", "--on", "2032-03-01"], "do you mean `nd-1-2030.dieu-1`?"),
        (vec!["nd-1-2030.dieu-1", "--on", "2031-12-31"], "was issued on 2032-01-01"),
        (vec!["nd-1-2030.dieu-1", "--on", "2032-03-01", "--at", "Điều x khoản"], "is no place in an instrument"),
    ] {
        let output = version(place.path(), &[args.as_slice(), &["--really"]].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(reason), "{}", text(&output.stderr));
    }
    let own =
        ["new", "version", "nd-1-2030.dieu-1", "--by", "nd-1-2030", "--on", "2032-03-01", "--lang", "en", "--really"];
    assert!(text(&camnang(place.path(), &own).stderr).contains("is the instrument of this excerpt"));
    assert_eq!(files(place.path()), first);

    // What the check would refuse: its instrument ends before the new words begin.
    let instrument = place.path().join("corpus/instruments/nd-1-2030.yaml");
    let record = fs::read_to_string(&instrument).unwrap();
    let ends = record.replace("in-force-until: none", "in-force-until: 2031-01-01\nends-by: own-term");
    fs::write(&instrument, ends).unwrap();
    let first = files(place.path());
    let output = version(place.path(), &[DIEU_1.as_slice(), &["--really"]].concat());
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stdout));
    assert!(text(&output.stderr).contains("CN404"), "{}", text(&output.stderr));
    assert_eq!(files(place.path()), first);
}

/// The last of three files takes nothing: the first two are as they were.
#[cfg(unix)]
#[test]
fn all_or_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let place = office();
    let instrument = place.path().join("corpus/instruments/nd-2-2032.yaml");
    fs::set_permissions(&instrument, fs::Permissions::from_mode(0o444)).unwrap();
    let first = files(place.path());
    let output = version(place.path(), &[DIEU_1.as_slice(), &["--really"]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("read-only"), "{}", text(&output.stderr));
    assert_eq!(files(place.path()), first);
}

/// An error that is in the amending record already, and only moves to another line, is not brought by the command.
#[test]
fn an_error_that_was_there_stops_nothing() {
    let place = office();
    let path = place.path().join("corpus/instruments/nd-2-2032.yaml");
    let written = fs::read_to_string(&path).unwrap().replacen("sources:", "khoa-la: 1\nsources:", 1);
    fs::write(&path, written).unwrap();
    let shown = version(place.path(), &DIEU_1);
    assert_eq!(shown.status.code(), Some(1), "{}", text(&shown.stderr));
    assert!(text(&shown.stdout).contains("+  - type: amends"), "{}", text(&shown.stdout));
}
