//! Folder in, folder out: `tests/cases/<name>/corpus` is assembled, and the view of each edition must be
//! `expected/<edition>.json`. The view is the contract with the templates, so this is where the meaning of selection,
//! order, validity and references is pinned down. All instruments are invented.
//!
//! `CAMNANG_ACCEPT=1 cargo test --no-default-features --test law cases` writes what comes out as what is expected: read the difference before
//! committing it.

use std::fs;
use std::path::{Path, PathBuf};

use camnang::internals::diag::Lang;
use camnang::internals::report::{self, Format};
use camnang::internals::session::{self, ViewRequest};
use serde_json::Value;

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 4, "the cases are gone");
    cases
}

#[test]
fn views_are_as_expected() {
    let accept = std::env::var_os("CAMNANG_ACCEPT").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let opened = session::open(&case.join("corpus")).unwrap().named("corpus");
        let findings = opened.view(&ViewRequest::every()).findings();
        let reported = findings.report(Lang::En);
        let editions = findings.despite_errors();
        assert!(!editions.is_empty(), "{} has no edition", case.display());
        for edition in editions {
            let view = edition.view();
            let found = normalised(serde_json::to_value(view).unwrap());
            let path = case.join("expected").join(format!("{}.json", view.edition.id));
            if accept {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, &found).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default() != found {
                wrong.push(path);
            }
        }
        let findings = report::render(&reported, Format::Human, Lang::En);
        // What a waiver names is a note.
        let clean = reported.iter().all(|it| it.severity == "note");
        assert!(clean, "{} must be clean:\n{findings}", case.display());
    }
    assert!(wrong.is_empty(), "not as expected (CAMNANG_ACCEPT=1 rewrites them): {wrong:#?}");
}

/// Without what every view shares or what names this very build.
fn normalised(mut view: Value) -> String {
    let fields = view.as_object_mut().unwrap();
    for shared in ["generator", "look", "words", "notices", "version", "colophon"] {
        assert!(fields.shift_remove(shared).is_some(), "the view has no `{shared}`");
    }
    for shared in ["words", "states"] {
        assert!(view["web"].as_object_mut().unwrap().shift_remove(shared).is_some(), "the web has no `{shared}`");
    }
    let hash = view["edition"].as_object_mut().unwrap().shift_remove("corpus_hash").unwrap();
    assert_eq!(hash.as_str().unwrap().len(), 64);
    format!("{view:#}\n")
}
