//! A fault in an excerpt keeps an edition from being built only where the edition has to do with it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use crate::support::program;
use crate::support::workbench;

use std::path::Path;

use program::{copy, program, put, run, text};
use tempfile::TempDir;
use workbench::Workbench;

const DRAFT: &str = "corpus/excerpts/tt-2003-2021/dieu-9.md";
const SOUND: &str = "---\nid: tt-2003-2021.dieu-9\ninstrument: tt-2003-2021\nat: Điều 9\nwording: summary\ntopics: [viec-khac]\n\
                     audiences: [co-quan]\nconfidence: unverified\nchecked-on: 2031-05-01\nsources: [Văn bản bịa]\n---\nLời bịa.\n";

/// Faults of every sort: of which a record cannot be read, of one that can be, of the text, of what is referred to. The words that
/// are there, and those that take their place.
const FAULTS: [(&str, &str); 9] = [
    ("checked-on: 2031-05-01", "checked-on: hôm qua"),
    ("checked-on: 2031-05-01\\n", ""),
    ("confidence: unverified", "confidence: chắc"),
    ("wording: summary", "wording: nguyên văn"),
    ("sources: [Văn bản bịa]", "sources: []"),
    ("wording: summary", "wording: summary\\nla-lung: 1"),
    ("wording: summary", "wording: summary\\nrelated: [khong-co.dieu-1]"),
    ("Lời bịa.", "Lời bịa, xem [[khong-co.dieu-1]]."),
    ("Lời bịa.", "Lời bịa <b>đậm</b>."),
];

/// The sample, with a topic that no edition selects.
fn office() -> TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus"), &office.path().join("corpus"));
    let vocabulary = office.path().join("corpus/vocabulary.yaml");
    let with = text(&vocabulary).replace("audiences:\n", "  - {id: viec-khac, name: Việc khác}\naudiences:\n");
    put(&vocabulary, with);
    put(&office.path().join(DRAFT), SOUND);
    run(program(office.path()).args(["check"])).must(0);
    office
}

fn faulty((there, then): (&str, &str)) -> String {
    let lines = |words: &str| words.replace("\\n", "\n");
    let faulty = SOUND.replace(&lines(there), &lines(then));
    assert_ne!(faulty, SOUND, "{there}");
    faulty
}

/// The codes with which check, and a build of an edition, end.
fn codes(office: &TempDir, draft: &str) -> (i32, i32, String) {
    put(&office.path().join(DRAFT), draft);
    let check = run(program(office.path()).args(["check"]));
    let build = run(program(office.path()).args(["build", "mau", "--only", "json"]));
    (check.code, build.code, format!("{}{}\n{draft}", build.out, build.err))
}

#[test]
fn a_fault_in_an_excerpt_that_the_edition_does_not_select_does_not_stop_it() {
    let office = office();
    for fault in FAULTS {
        let draft = faulty(fault);
        let (check, build, said) = codes(&office, &draft);
        assert_eq!((check, build), (1, 0), "{fault:?}: {said}");
        assert!(said.contains("không cản việc dựng"), "{fault:?}: {said}");
        // A draft or not: what counts is what the edition selects.
        let (check, build, said) = codes(&office, &draft.replace("confidence: unverified", "confidence: text-read"));
        assert_eq!((check, build), (1, 0), "{fault:?}: {said}");
    }
}

#[test]
fn a_fault_in_an_excerpt_that_the_edition_selects_stops_it() {
    let office = office();
    for fault in FAULTS {
        let draft = faulty(fault).replace("topics: [viec-khac]", "topics: [bao-cao]");
        let (check, build, said) = codes(&office, &draft);
        assert_eq!((check, build), (1, 1), "{fault:?}: {said}");
    }
}

/// Where nobody can say what would select it, where a selected excerpt refers to it, and where an edition names it.
#[test]
fn a_fault_of_which_it_is_not_known_whom_it_concerns_stops_every_edition() {
    let office = office();
    for fault in [
        ("topics: [viec-khac]", "topics: viec khac"),
        ("at: Điều 9", "at: đâu đó"),
        ("audiences: [co-quan]", "audiences: [co-quan"),
        ("---\\nLời", "Lời"),
    ] {
        let (check, build, said) = codes(&office, &faulty(fault));
        assert_eq!((check, build), (1, 1), "{fault:?}: {said}");
    }
    let selected = office.path().join("corpus/excerpts/tt-2003-2021/dieu-5.md");
    let (former, faulty) = (text(&selected), faulty(FAULTS[0]));
    put(&selected, former.replace("confidence:", "related: [tt-2003-2021.dieu-9]\nconfidence:"));
    let (check, build, said) = codes(&office, &faulty);
    assert_eq!((check, build), (1, 1), "{said}");
    put(&selected, former);
    let edition = office.path().join("corpus/editions/mau.yaml");
    let include = text(&edition)
        .replace("select: {topics: [chu-la]}", "select: {topics: [chu-la], include: [tt-2003-2021.dieu-9]}");
    put(&edition, include);
    let (check, build, said) = codes(&office, &faulty);
    assert_eq!((check, build), (1, 1), "{said}");
}

#[test]
fn the_workbench_says_the_same() {
    let office = office();
    put(&office.path().join(DRAFT), faulty(FAULTS[0]));
    let workbench = Workbench::start(&mut program(office.path()));
    let page = workbench.get("/publish/mau/-").body;
    assert!(page.contains("Không có lỗi nào cản") && page.contains("không cản việc dựng"), "{page}");
    put(&office.path().join(DRAFT), faulty(FAULTS[0]).replace("topics: [viec-khac]", "topics: [bao-cao]"));
    let page = workbench.get("/publish/mau/-").body;
    assert!(page.contains("Chưa dựng được") && !page.contains("không cản việc dựng"), "{page}");
}
