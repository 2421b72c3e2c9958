//! What the eye does not see, in every place where an editor can write: bodies, every field of every kind of record, names
//! of files; and records that are empty or have a name that no machine takes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use camnang::internals::diag::{Place, Severity, Sink};
use camnang::internals::resolve::resolve;
use camnang::internals::source::{Sources, load};

/// Every kind of record, with every key that takes words.
const RECORDS: [(&str, &str); 10] = [
    (
        "instruments/nd-1-2030.yaml",
        "id: nd-1-2030\naliases: [X]\nnumber: X\ntype: X\ntitle: X\nissuer: X\nsigner: X\nissued: X\nin-force-from: X\n\
         in-force-until: X\nends-by: X\nnames: [X]\nrelations:\n  - type: X\n    number: X\n    at: X\n    on: X\n    units: [X]\n    \
         until: X\n    transition: {at: X, note: X}\n    confidence: X\n    note: X\nconfidence: X\nchecked-on: X\nsources: [X]\nnotes: X\n",
    ),
    (
        "excerpts/nd-1-2030/dieu-1.md",
        "---\nid: nd-1-2030.dieu-1\naliases: [X]\ninstrument: X\nat: X\ntitle: X\nwording: X\nread: X\n\
         topics: [X]\naudiences: [X]\nobligations:\n  - {who: X, audiences: [X], what: X, level: X, deadline: {when: X, words: X}, evidence: [{what: X, at: X}]}\nissued: X\n\
         in-force-from: {unknown: X}\nin-force-until: X\nends-by: X\nconfidence: X\nchecked-on: X\nsources: [X]\nnote: X\n\
         related: [X]\nsanction-for: [X]\nextends: [{extends: X, to: X}]\n---\nMột câu.\n",
    ),
    ("guidance/loi.md", "---\nid: loi\ntitle: X\nchecked-on: X\nsources: [X]\n---\nMột câu.\n"),
    (
        "editions/so-tay.yaml",
        "id: so-tay\ntitle: X\nsubtitle: X\nlabel: X\nissuer: {parent: X, name: X, place: X}\ndescription: X\nkeywords: [X]\n\
         as-of: X\nprevious: X\nreferences: X\nfront: [X]\nparts:\n  - title: X\n    intro: X\n    chapters:\n      - id: X\n        \
         title: X\n        intro: X\n        order: X\n        select: {topics: [X], audiences: [X], instruments: [X], validity: [X], \
         include: [X], exclude: [X]}\nannexes:\n  - {kind: X, title: X, intro: X}\n",
    ),
    (
        "vocabulary.yaml",
        "topics: [{id: X, name: X, children: [{id: X, name: X}]}]\naudiences: [{id: X, name: X}]\nlevels: [{id: X, name: X, verb: X, kind: X}]\n",
    ),
    ("glossary.yaml", "terms: [{term: X, english: X, definition: X, source: X}]\n"),
    (
        "departments.yaml",
        "groups: [{id: X, title: X, from: X, until: X, sources: [X], departments: [{id: X, name: X, place: X, follows: [X]}]}]\n",
    ),
    (
        "settings.yaml",
        "issuer: {parent: X, name: X, place: X}\nweb: {address: X}\nlook: {accent: X}\nletter: {subject: X}\nmail: {from: X}\n",
    ),
    ("waivers.yaml", "waivers: [{code: X, file: X, reason: X, on: X, until: X}]\n"),
    ("releases/so-tay-2030-01-01.yaml", "edition: so-tay\nas-of: X\nexcerpts: [X]\n"),
];

fn codes(path: &str, text: String) -> Vec<&'static str> {
    let sources = Sources::from_texts([(path.to_owned(), text)]);
    let mut sink = Sink::new();
    let _ = resolve(&sources, &mut sink);
    sink.findings().iter().map(|finding| finding.code.id()).collect()
}

#[test]
fn escapes_hide_nothing_in_any_field() {
    for (path, text) in RECORDS {
        for (at, _) in text.match_indices('X') {
            for (escape, code) in [
                ("\\u202E", "CN007"),
                ("\\x07", "CN007"),
                ("\\e", "CN007"),
                ("\\0", "CN007"),
                ("\\L", "CN007"),
                ("\\_", "CN008"),
                ("\\u00AD", "CN008"),
                ("\\u0421P", "CN009"),
                ("a \\u0301", "CN010"),
            ] {
                let text = format!("{}\"a{escape}b\"{}", &text[..at], &text[at + 1..]);
                let found = codes(path, text.clone());
                assert!(found.contains(&code), "{path}: {escape} in {text}: {found:?}");
            }
        }
    }
}

/// Every place of a body where words can stand.
#[test]
fn entities_hide_nothing_in_a_body() {
    for body in [
        "Một X câu.",
        "Một *X* câu.",
        "Một **từ X** câu.",
        "[chữ X](https://example.vn)",
        "[chữ](https://example.vn/X)",
        "[chữ][a]\n\n[a]: https://example.vn/X",
        "<https://example.vn/X>",
        "![hình X](images/a.png)",
        "![hình](images/X.png)",
        "![hình](images/a.png \"chú X\")",
        "| A | B |\n|---|---|\n| a | X |",
        "| A | X |\n|---|---|\n| a | b |",
        "Một câu.[^1]\n\n[^1]: Chú X.",
        "- một\n- X",
        "a) một\nb) X",
        "1. một\n2. X",
        "> X",
        "Một [[nd-1-2030.dieu-2|X]] câu.",
    ] {
        for (entity, code) in [
            ("&#x202e;", "CN007"),
            ("&#8238;", "CN007"),
            ("&rlm;", "CN007"),
            ("&#7;", "CN007"),
            ("&#0;", "CN007"),
            ("&#xE0041;", "CN007"),
            ("&#xfffd;", "CN007"),
            ("&shy;", "CN008"),
            ("&nbsp;", "CN008"),
            ("&#x200b;", "CN008"),
        ] {
            // An automatic link takes no entity for what it stands for.
            if body.starts_with('<') {
                continue;
            }
            let (path, _) = RECORDS[1];
            let text = format!("---\nid: nd-1-2030.dieu-1\n---\n{}\n", body.replace('X', entity));
            let found = codes(path, text);
            assert!(found.contains(&code), "{body}: {entity}: {found:?}");
        }
    }
}

fn base() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target)
        } else {
            drop(fs::copy(entry.path(), target))
        }
    }
}

/// The base corpus with one file more, and what is said of it: severity, code, line.
fn with_file(path: &str, bytes: &[u8]) -> Vec<(Severity, &'static str, usize)> {
    let place = tempfile::tempdir().unwrap();
    copy(&base(), place.path());
    let file = place.path().join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, bytes).unwrap();
    let mut sink = Sink::new();
    let sources = load(place.path(), &mut sink).unwrap();
    let _ = resolve(&sources, &mut sink);
    let of_file = sink.findings().iter().filter_map(|finding| {
        let line = match &finding.place {
            Place::Path(known) if known == path => 0,
            Place::Span(span) => {
                let source = sources.get(span.file).filter(|source| source.path == path)?;
                source.line_column(span.start).0
            }
            _ => return None,
        };
        Some((finding.severity(), finding.code.id(), line))
    });
    of_file.collect()
}

#[test]
fn no_record_is_empty_in_silence() {
    for (path, _) in RECORDS {
        let empty: &[&str] = match path.ends_with(".md") {
            true => &[
                "",
                "\n\n",
                "---\n---\nChữ.\n",
                "---\n# id: a\n---\nChữ.\n",
                "---\n\n---\n",
                "---\n~\n---\nChữ.\n",
                "---\nnull\n---\n",
            ],
            false => &["", "\n\n", "# id: a\n", "---\n", "---\n---\n", "~\n", "null\n", "--- # a\n...\n"],
        };
        for text in empty {
            let found = with_file(path, text.as_bytes());
            let said = found
                .iter()
                .any(|(severity, code, _)| *severity == Severity::Error && matches!(*code, "CN121" | "CN124"));
            assert!(said, "{path}: {text:?}: {found:?}");
        }
    }
}

#[test]
fn characters_are_looked_at_in_every_kind_of_file() {
    let texts = RECORDS.iter().map(|(path, _)| *path).chain(["originals/nd-1-2030.txt"]);
    for path in texts {
        for (text, code) in [
            ("a\u{202e}b", "CN007"),
            ("a\u{2028}b", "CN007"),
            ("a\u{e000}b", "CN007"),
            ("Nghị định 1/2030/NĐ-\u{421}P", "CN009"),
            ("a\u{301}\u{302}\u{303}\u{304}", "CN010"),
            ("Tæ chøc xö lý nghÞ ®Þnh", "CN011"),
            ("Toå chöùc xöû lyù", "CN011"),
            ("  <<<<<<< HEAD", "CN012"),
        ] {
            let found =
                with_file(path, format!("# a\n# {text}\n{}\n", if code == "CN012" { text } else { "" }).as_bytes());
            let line = if code == "CN012" { 3 } else { 2 };
            assert!(found.contains(&(Severity::Error, code, line)), "{path}: {text:?}: {found:?}");
        }
    }
}

/// Harmless characters change nothing: the body is the same as if it had been typed plainly.
#[test]
fn what_is_harmless_cites_the_same() {
    let body = |words: &str| {
        let place = tempfile::tempdir().unwrap();
        copy(&base(), place.path());
        let text = format!("---\nid: loi\ntitle: Lời\nchecked-on: 2030-01-01\n---\n{words}\n");
        fs::create_dir(place.path().join("guidance")).unwrap();
        fs::write(place.path().join("guidance/loi.md"), text).unwrap();
        let mut sink = Sink::new();
        let corpus = resolve(&load(place.path(), &mut sink).unwrap(), &mut sink).corpus;
        assert!(!sink.has_errors(), "{:?}", sink.findings());
        format!("{:?}", corpus.guidance(&"loi".parse().unwrap()).unwrap().body)
    };
    let plain = body("Theo khoản 3 Điều 18 Nghị định 01/2030/NĐ-CP.");
    assert!(plain.contains("Cite"), "{plain:?}");
    for disguised in [
        "Theo kho\u{ad}ản 3 Điều 18 Nghị định 01/2030/NĐ-CP.",
        "Theo khoản\u{a0}3\u{202f}Điều\u{3000}18 Nghị\u{2009}định 01/2030/NĐ-CP.",
        "\u{feff}Theo kho\u{200b}ản 3 Đi\u{2060}ều 18 Nghị định 01/2030/N\u{d0}\u{2011}CP.",
        "Theo khoa\u{ad}\u{309}n 3 Điều 18 Nghị định 01/2030/NĐ\u{2010}CP.",
    ] {
        assert_eq!(body(disguised), plain, "{disguised:?}");
    }
}

#[test]
fn what_is_no_utf_8_has_a_place() {
    let (path, _) = RECORDS[2];
    let found = with_file(path, b"---\nid: loi\ntitle: L\xeci d\xc9n\n");
    assert_eq!(found, [(Severity::Error, "CN001", 3)]);
    let wide: Vec<u8> = "---\r\nid: loi\r\n---\r\nMột câu.\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(with_file(path, &wide), [(Severity::Error, "CN001", 1)]);
}

/// Every kind of id that becomes the name of a file, a folder or an address.
#[test]
fn ids_that_no_machine_takes() {
    let (kinds, records) = (
        [
            ("instruments/con.yaml", "id: con\n"),
            ("excerpts/nd-1-2030/con.md", "---\nid: nd-1-2030.con\n---\nChữ.\n"),
            ("guidance/con.md", "---\nid: con\n---\nChữ.\n"),
            ("editions/con.yaml", "id: con\n"),
            ("editions/a.yaml", "parts: [{title: A, chapters: [{id: con, title: B}]}]\n"),
            ("vocabulary.yaml", "topics: [{id: con, name: A}]\n"),
            ("vocabulary.yaml", "topics: [{id: a, name: A, children: [{id: con, name: B}]}]\n"),
            ("vocabulary.yaml", "audiences: [{id: con, name: A}]\n"),
            ("vocabulary.yaml", "levels: [{id: con, name: A, verb: B, kind: duty}]\n"),
            ("departments.yaml", "groups: [{id: con, title: A}]\n"),
            ("departments.yaml", "groups: [{id: a, title: A, departments: [{id: con, name: A, place: B}]}]\n"),
            ("instruments/a.yaml", "id: a\naliases: [con]\n"),
        ],
        BTreeSet::from(["con", "prn", "aux", "nul", "com0", "com9", "lpt1", "con.x"]),
    );
    for (path, text) in kinds {
        for name in &records {
            let found = codes(path, text.replace("con", name));
            assert!(found.contains(&"CN125"), "{path}: {name}: {found:?}");
        }
        let long = codes(path, text.replace("con", &"a".repeat(121)));
        assert!(long.contains(&"CN111"), "{path}: {long:?}");
        for name in ["con.", "con ", ".con"] {
            let found = codes(path, text.replace("con", &format!("\"{name}\"")));
            assert!(found.iter().any(|code| matches!(*code, "CN111" | "CN125")), "{path}: {name}: {found:?}");
        }
    }
    assert!(codes("editions/handout.yaml", "id: handout\n".to_owned()).contains(&"CN125"));
}

/// A chapter's page lies beside the folders of the site.
#[test]
fn chapters_take_no_address_of_a_folder() {
    for chapter in ["e", "vb", "doi-tuong", "chu-de", "so-sanh", "search", "van-ban", "so-tay"] {
        assert!(camnang::internals::render::html::is_reserved(chapter, "so-tay"), "{chapter}");
    }
    assert!(!camnang::internals::render::html::is_reserved("mua-sam", "so-tay"));
}
