//! The public face of the library: what a program that embeds it sees, and that it agrees with the commands.

use crate::support::program;

use std::fs;
use std::path::{Path, PathBuf};

use camnang::{Lang, LibraryError, ViewOptions};
use program::{camnang, copy};

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus")
}

/// A copy of the sample, to be spoiled.
fn own_sample() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    copy(&sample(), &place.path().join("corpus"));
    place
}

#[test]
fn outputs_are_those_of_a_build() {
    let place = own_sample();
    camnang(place.path(), &["build", "mau", "--only", "html,single,json"]).must(0);
    let corpus = camnang::open(place.path().join("corpus")).unwrap();
    let edition = corpus.edition("mau", &ViewOptions::default()).unwrap();
    let made = edition.outputs(&["html", "single", "json"]).unwrap();
    assert!(made.iter().any(|file| file.path == "html/index.html"));
    let mut built = program::tree(&place.path().join("output/mau"));
    built.remove("manifest.json").unwrap();
    let made = made.into_iter().map(|file| (file.path, file.bytes)).collect();
    program::assert_same(&built, &made, "the library and the program");
    assert_eq!((edition.id(), edition.as_of()), ("mau", "2031-06-01"));
    assert!(!edition.title().is_empty());
}

#[test]
fn findings_are_those_of_a_check() {
    let place = own_sample();
    fs::write(place.path().join("corpus/departments.yaml"), "groups: 1\nx: 2\n").unwrap();
    let said = camnang(place.path(), &["--lang", "en", "check", "--format", "json"]).must(1);
    let said: Vec<serde_json::Value> = serde_json::from_str(&said.out).unwrap();
    let corpus = camnang::open(place.path().join("corpus")).unwrap();
    let found = corpus.check(Lang::En);
    let messages = |it: &serde_json::Value| it["message"].as_str().unwrap().to_owned();
    assert_eq!(
        found.iter().map(|it| it.message.clone()).collect::<Vec<_>>(),
        said.iter().map(messages).collect::<Vec<_>>()
    );
    let refused = corpus.edition("mau", &ViewOptions::default()).unwrap_err();
    assert!(matches!(&refused, LibraryError::Faulty(found) if found.iter().any(|it| it.severity == "error")));
    assert!(refused.to_string().contains("departments.yaml"), "{refused}");
}

#[test]
fn what_is_not_there_is_said() {
    let place = own_sample();
    assert!(camnang::open(place.path().join("none")).is_err());
    let corpus = camnang::open(place.path().join("corpus")).unwrap();
    assert!(corpus.editions().any(|id| id == "mau"));
    let mut options = ViewOptions::default();
    options.lang = Lang::En;
    let absent = corpus.edition("mua", &options).unwrap_err();
    assert!(matches!(&absent, LibraryError::NoEdition(words) if words.contains("`mau`")), "{absent}");
    let no_output = corpus.edition("mau", &options).unwrap().outputs(&["doc"]).unwrap_err();
    assert!(matches!(&no_output, LibraryError::NoOutput(words) if words.contains("`doc`")), "{no_output}");
    options.templates = Some(place.path().join("none"));
    assert!(matches!(corpus.edition("mau", &options), Err(LibraryError::Templates(_))));
}

/// Another day than the edition's own, and a warning that stops what is strict.
#[test]
fn options_are_heeded() {
    let place = own_sample();
    fs::write(place.path().join("corpus/notes.txt"), "").unwrap();
    let corpus = camnang::open(place.path().join("corpus")).unwrap();
    let mut options = ViewOptions::default();
    options.as_of = Some("2032-01-01".parse().unwrap());
    assert_eq!(corpus.edition("mau", &options).unwrap().as_of(), "2032-01-01");
    options.strict = true;
    let refused = corpus.edition("mau", &options).unwrap_err();
    assert!(matches!(&refused, LibraryError::Faulty(found) if found.iter().any(|it| it.code == "CN004")), "{refused}");
}

/// The public items are those of the documentation, and one hidden module for the package's own use.
#[test]
fn nothing_else_is_public() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let mut public: Vec<&str> = text.lines().filter(|line| line.starts_with("pub ")).collect();
    public.sort_unstable();
    assert_eq!(
        public,
        [
            "pub mod internals;",
            "pub use diag::Lang;",
            "pub use library::{CorpusFolder, LibraryError, PublishableEdition, ViewOptions, open};",
            "pub use model::date::Date;",
            "pub use render::{Artifact, RenderError};",
            "pub use report::{Quote, Reported};",
        ]
    );
    assert!(text.contains("#[doc(hidden)]\npub mod internals;"));
}
