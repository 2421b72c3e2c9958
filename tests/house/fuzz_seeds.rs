//! The seeds of the fuzz targets, damaged copies of them and of real laws, and the faulty corpora of `tests/diagnostics`,
//! through the functions that are fuzzed. What the fuzzer finds is made a seed: `cp fuzz/artifacts/<target>/<file> fuzz/seeds/<target>/`.

#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::damage::{self, Chance};
use crate::support::originals::data;

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
    run("fuzz/seeds/tree", "", targets::tree);
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

/// The ending of a file, and what is fuzzed with its bytes.
type FuzzedReader = (&'static str, fn(&[u8]));

/// The targets for received files, by the ending of a file.
const READERS: [FuzzedReader; 6] = [
    ("docx", targets::docx),
    ("html", targets::html),
    ("md", targets::reprint),
    ("reprint", targets::reprint),
    ("txt", targets::plain),
    ("tree", targets::tree),
];

/// No fuzzer is needed for this: the seeds with some bytes changed, always the same ones.
#[test]
fn damaged_seeds() {
    let mut chance = Chance::new(1);
    let folders = READERS.into_iter().chain([("plain", targets::plain as fn(&[u8]))]);
    for (folder, target) in folders.filter(|(folder, _)| !matches!(*folder, "md" | "txt")) {
        for path in below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(folder)) {
            let bytes = fs::read(path).unwrap();
            (0..60).for_each(|_| target(&damage::damaged(&bytes, &mut chance)));
        }
    }
}

/// Laws as they are really sent round, damaged: their bytes, and of Word also the parts within.
#[test]
fn damaged_laws() {
    let mut chance = Chance::new(2);
    let Some(folder) = data("official") else { return };
    for path in below(&folder) {
        let bytes = fs::read(&path).unwrap();
        let ending = path.extension().unwrap().to_str().unwrap();
        let Some((_, target)) = READERS.iter().find(|(name, _)| *name == ending) else { continue };
        for _ in 0..3 {
            target(&damage::damaged(&bytes, &mut chance));
            if ending == "docx" {
                target(&damage::damaged_parts(&bytes, &mut chance));
            }
        }
    }
}
