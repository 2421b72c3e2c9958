//! What the tool says about a faulty corpus, word for word, in both languages.
//!
//! `tests/diagnostics/<CODE>/` has the faults of one code of the catalogue:
//!
//! - `corpus/` is put over a copy of `_base/`, which is valid; so a case holds only what is wrong in it;
//! - `without.txt` names files of the base that the case does not have, one a line;
//! - `expected.vi.txt` and `expected.en.txt` are what `camnang check` prints.
//!
//! Everything in the cases is invented. To add a code: a folder with a `corpus/`, then
//!
//!     CAMNANG_ACCEPT=1 cargo test --no-default-features --test diagnostics
//!
//! which writes all the expectations anew, and read the differences (`git diff tests/diagnostics`) as an editor who is
//! no programmer would: is that the place to look at, is it clear what to write instead?
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

const LANGUAGES: [&str; 2] = ["vi", "en"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

/// A case laid out in a folder of its own, which holds it as `corpus/`.
fn lay_out(case: &str) -> TempDir {
    let place = tempfile::tempdir().unwrap();
    let corpus = place.path().join("corpus");
    copy(&folder().join("_base"), &corpus);
    for path in fs::read_to_string(folder().join(case).join("without.txt")).unwrap_or_default().lines() {
        fs::remove_file(corpus.join(path)).unwrap();
    }
    let own = folder().join(case).join("corpus");
    if own.is_dir() {
        copy(&own, &corpus);
    }
    match case {
        "CN003" => fs::write(corpus.join("excerpts/nd-1-2030/dieu-2.md"), "Dài. ".repeat(500_000)).unwrap(),
        "CN005" => link("dieu-1.md", &corpus.join("excerpts/nd-1-2030/dieu-2.md")),
        _ => {}
    }
    place
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[cfg(unix)]
fn link(target: &str, place: &Path) {
    std::os::unix::fs::symlink(target, place).unwrap();
}

#[cfg(windows)]
fn link(target: &str, place: &Path) {
    std::os::windows::fs::symlink_file(target, place).unwrap();
}

/// Runs the program in a folder, so that the paths it prints do not tell the machine.
fn camnang(place: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_camnang")).current_dir(place).args(args).output().unwrap()
}

fn text(output: &Output) -> String {
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn check(place: &Path, args: &[&str]) -> String {
    text(&camnang(place, &[&["check"], args].concat()))
}

fn codes() -> BTreeSet<String> {
    camnang::messages::all().into_iter().map(|code| code.id().to_owned()).collect()
}

fn cases() -> BTreeSet<String> {
    let names = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name != "_base").collect()
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
    for case in cases() {
        let place = lay_out(&case);
        for lang in LANGUAGES {
            let said = check(place.path(), &["--lang", lang]);
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
        "{}\n\nIf this is what it should say: CAMNANG_ACCEPT=1 cargo test --no-default-features --test diagnostics",
        faults.join("\n\n")
    );
}
