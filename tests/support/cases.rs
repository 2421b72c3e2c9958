//! The cases of `tests/diagnostics`, each laid out in a folder of its own.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

/// A case laid out in a folder of its own, which holds it as `corpus/`.
pub fn lay_out(case: &str) -> TempDir {
    let place = tempfile::tempdir().unwrap();
    let corpus = place.path().join("corpus");
    copy(&folder().join("_base"), &corpus);
    for path in fs::read_to_string(folder().join(case).join("without.txt")).unwrap_or_default().lines() {
        fs::remove_file(corpus.join(path)).unwrap();
    }
    for more in fs::read_to_string(folder().join(case).join("with.txt")).unwrap_or_default().lines() {
        copy(&folder().join(more), &corpus);
    }
    let own = folder().join(case).join("corpus");
    if own.is_dir() {
        copy(&own, &corpus);
    }
    match case {
        "CN003" => fs::write(corpus.join("excerpts/nd-1-2030/dieu-2.md"), "Dài. ".repeat(500_000)).unwrap(),
        // Nobody's files, of which nothing is said, beside those of the case.
        "CN013" => {
            for name in [
                "desktop.ini",
                "Thumbs.db",
                ".DS_Store",
                "~$dieu-1.docx",
                ".~lock.dieu-1.md#",
                "dieu-1.md~",
                "._dieu-1.md",
            ] {
                fs::write(corpus.join("excerpts/nd-1-2030").join(name), "x").unwrap();
            }
        }
        "CN014" => {
            fs::create_dir(corpus.join("excerpts/nd-\u{441}-2030")).unwrap();
            fs::write(corpus.join("excerpts/nd-\u{441}-2030/dieu-1.md"), "x").unwrap();
            fs::write(corpus.join("excerpts/nd-1-2030/dieu\u{200b}-2\u{202e}.md"), "x").unwrap();
        }
        // A received file of 51 MB, of which nothing but its hash is looked at.
        "CN911" => {
            let large = fs::File::create(corpus.join("originals/nd-1-2030/nd-1-2030.txt")).unwrap();
            large.set_len(51 * 1024 * 1024).unwrap();
        }
        "CN005" => link("dieu-1.md", &corpus.join("excerpts/nd-1-2030/dieu-2.md")),
        "CN830" => foreign_name(&corpus.join("excerpts/nd-1-2030")),
        "CN831" => pipe(&corpus.join("excerpts/nd-1-2030/dieu-2.md")),
        _ => {}
    }
    place
}

/// What a case gives to `camnang check` beside the language.
pub fn arguments(case: &str) -> Vec<String> {
    let arguments = fs::read_to_string(folder().join(case).join("arguments.txt")).unwrap_or_default();
    arguments.lines().map(str::to_owned).collect()
}

pub fn copy(from: &Path, to: &Path) {
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

/// A file whose name is no UTF-8: the one thing of its kind that no right to read makes readable.
#[cfg(unix)]
fn foreign_name(folder: &Path) {
    use std::os::unix::ffi::OsStrExt;
    fs::write(folder.join(std::ffi::OsStr::from_bytes(b"dieu-\xff.md")), "").unwrap();
}

#[cfg(unix)]
fn pipe(place: &Path) {
    assert!(Command::new("mkfifo").arg(place).status().unwrap().success());
}

#[cfg(windows)]
fn foreign_name(_: &Path) {}

#[cfg(windows)]
fn pipe(_: &Path) {}

/// Whether this system can have what is wrong in a case.
pub fn can_be(case: &str) -> bool {
    cfg!(unix) || !matches!(case, "CN830" | "CN831")
}

/// The codes that have a case.
pub fn all() -> BTreeSet<String> {
    let names = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| !name.starts_with('_')).collect()
}
