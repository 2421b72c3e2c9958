//! Same input, same bytes: whatever the time zone, the language, the folder, the number of threads. And no command but
//! `new` ever writes into the corpus.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder, by its path within it.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fn collect(root: &Path, folder: &Path, into: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                collect(root, &entry, into);
            } else {
                into.insert(entry.strip_prefix(root).unwrap().to_owned(), fs::read(&entry).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    collect(folder, folder, &mut found);
    found
}

/// Builds the real corpus as another machine might.
fn build(surroundings: &[(&str, &str)], from: &Path, corpus: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let output = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_camnang"));
    command.current_dir(from).arg("build").arg("--corpus").arg(corpus).arg("--output").arg(output.path());
    if cfg!(not(feature = "pdf")) {
        command.args(["--only", "html,json"]);
    }
    let run = command.envs(surroundings.iter().copied()).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
    let said = String::from_utf8(run.stdout).unwrap();
    assert!(said.contains("Đã dựng") && said.contains("html/index.html"), "a build says what it made: {said}");
    assert!(run.stderr.is_empty(), "how far a build is, is for a terminal");
    files(output.path())
}

#[test]
fn the_real_corpus_gives_the_same_bytes_everywhere() {
    let corpus = files(&root().join("corpus"));
    let here = build(&[("TZ", "UTC"), ("LANG", "C"), ("RAYON_NUM_THREADS", "1")], root(), Path::new("corpus"));
    // Another folder, reached by another path, with files that were written in another order.
    let elsewhere = tempfile::tempdir().unwrap();
    for (path, bytes) in corpus.iter().rev() {
        let copy = elsewhere.path().join("kho").join(path);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::write(copy, bytes).unwrap();
    }
    let surroundings =
        [("TZ", "Asia/Ho_Chi_Minh"), ("LANG", "vi_VN.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "4")];
    let there = build(&surroundings, elsewhere.path(), Path::new("./kho/"));
    assert_eq!(here.keys().collect::<Vec<_>>(), there.keys().collect::<Vec<_>>());
    for (path, bytes) in &here {
        assert!(*bytes == there[path], "{} differs", path.display());
    }
    let editions = fs::read_dir(root().join("corpus/editions")).unwrap().count();
    assert!(editions >= 2 && here.keys().filter(|path| path.ends_with("manifest.json")).count() == editions);
    if cfg!(feature = "pdf") {
        let pdfs = here.keys().filter(|path| path.extension().is_some_and(|ending| ending == "pdf"));
        let booklets = pdfs.filter(|path| !path.to_string_lossy().ends_with("-day-du.pdf"));
        assert_eq!(booklets.count(), editions * 2, "one beside the site and one in it");
    }
    assert!(corpus == files(&root().join("corpus")), "the corpus was changed");
}

#[test]
fn no_command_but_new_writes_into_the_corpus() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = folder.path().join("corpus");
    for (path, bytes) in files(&root().join("tests/cases/references/corpus")) {
        let copy = corpus.join(path);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::write(copy, bytes).unwrap();
    }
    let before = files(folder.path());
    let commands: [&[&str]; 7] = [
        &["check"],
        &["check", "--strict", "--format", "sarif"],
        &["list", "topics"],
        &["why", "nd-1-2010.dieu-1", "--edition", "de-nguyen"],
        &["explain"],
        &["cite", "Điều 1 Nghị định này"],
        &["completions", "bash"],
    ];
    for arguments in commands {
        let run =
            Command::new(env!("CARGO_BIN_EXE_camnang")).current_dir(folder.path()).args(arguments).output().unwrap();
        assert!(run.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
        assert!(files(folder.path()) == before, "{arguments:?} wrote something");
    }
}
