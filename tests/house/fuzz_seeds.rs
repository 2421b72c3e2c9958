//! The seeds of the fuzz targets, and the faulty corpora of `tests/diagnostics`, through the functions that are fuzzed. What
//! the fuzzer finds is made a seed: `cp fuzz/artifacts/<target>/<file> fuzz/seeds/<target>/`.

#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};

/// Files below a folder, in the order of their paths.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(below(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

fn run(folder: &str, ending: &str, target: fn(&[u8])) {
    let files = below(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let files: Vec<PathBuf> = files.into_iter().filter(|path| path.to_str().unwrap().ends_with(ending)).collect();
    assert!(files.len() >= 4, "{folder} has no seeds");
    files.iter().for_each(|path| target(&fs::read(path).unwrap()));
}

#[test]
fn yaml() {
    run("fuzz/seeds/yaml", "", targets::yaml);
    run("tests/diagnostics", ".yaml", targets::yaml);
}

#[test]
fn markdown() {
    run("fuzz/seeds/markdown", "", targets::markdown);
    run("tests/diagnostics", ".md", targets::markdown);
}

#[test]
fn originals() {
    run("fuzz/seeds/docx", "", targets::docx);
    run("fuzz/seeds/html", "", targets::html);
    run("fuzz/seeds/reprint", "", targets::reprint);
    run("fuzz/seeds/plain", "", targets::plain);
    run("tests/diagnostics", ".md", targets::reprint);
}

#[test]
fn citations() {
    run("fuzz/seeds/citations", "", targets::citations);
    run("tests/diagnostics", ".md", targets::citations);
}

#[test]
fn corpora() {
    run("fuzz/seeds/corpus", "", targets::corpus);
}
