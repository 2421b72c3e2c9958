//! What a program sees of the PDF: the tag tree, bookmarks, page labels and metadata of the sample booklet, as text in
//! `tests/sample/expected/`. The sample has every kind of block and annex; all in it is invented.
//!
//! `CAMNANG_ACCEPT=1 cargo test --release --test outputs tags` writes what comes out as what is expected: read the difference before
//! committing it.
#![cfg(feature = "pdf")]

use crate::support;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use camnang::internals::render::{PaperForm, typst};
use camnang::internals::session::{self, ViewRequest};
use camnang::internals::source;
use lopdf::{Dictionary, Object};
use support::pdf_tree::{Kid, LINE_END, Node, Tagged, string};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample")
}

static SAMPLE: LazyLock<Tagged> = LazyLock::new(|| {
    let templates = source::templates(None).unwrap();
    let opened = session::open(&folder().join("corpus")).unwrap();
    let request = ViewRequest::one(&"mau".parse().unwrap()).with_templates(&templates);
    let findings = opened.view(&request).findings();
    assert!(findings.all().is_empty(), "{:?}", findings.all());
    let (view, images) = findings.despite_errors().pop().unwrap().into_parts();
    Tagged::read(&typst::pdf(PaperForm::Booklet, &view, &images, &templates).unwrap())
});

/// The version is printed in the colophon, and a release is no change of the tree.
#[track_caller]
fn must_be_as_expected(name: &str, made: &str) {
    let made = &made.replace(concat!("camnang ", env!("CARGO_PKG_VERSION")), "camnang VERSION");
    let path = folder().join("expected").join(name);
    if std::env::var_os("CAMNANG_ACCEPT").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, made).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let differs = expected.lines().zip(made.lines()).position(|(left, right)| left != right);
    let line = differs.unwrap_or_else(|| expected.lines().count().min(made.lines().count()));
    let around = |text: &str| text.lines().skip(line.saturating_sub(3)).take(8).collect::<Vec<_>>().join("\n");
    assert!(
        expected == *made,
        "tests/sample/expected/{name} differs from line {} on.\n--- expected\n{}\n--- made\n{}\n\
         If that is meant: CAMNANG_ACCEPT=1 cargo test --release --test outputs tags, and read the difference.",
        line + 1,
        around(&expected),
        around(made)
    );
}

/// Enough of a text to know it again.
const SHOWN: usize = 48;

fn short(text: &str) -> String {
    let text = text.replace(LINE_END, "");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

/// What of an element's dictionary and attributes has a meaning; the rest is geometry and look.
const MEANT: [&str; 9] = ["Alt", "ActualText", "Lang", "E", "Scope", "Headers", "ColSpan", "RowSpan", "ListNumbering"];

/// An element on a line: `P "words"`, or `Reference > Link` where one holds nothing but the other.
fn tree(node: &Node, depth: usize, into: &mut String) {
    write!(into, "{:depth$}", "").unwrap();
    let mut node = node;
    let rest = loop {
        into.push_str(&node.role);
        for key in MEANT {
            match node.said.get(key) {
                // A long row of ids says no more than that the cell has heads.
                Some(value) if key == "Headers" => write!(into, " {key}={}", value.matches('U').count()).unwrap(),
                Some(value) => write!(into, " {key}=«{}»", short(value)).unwrap(),
                None => {}
            }
        }
        let kids: Vec<&Kid> = node.kids.iter().filter(|kid| !is_blank(kid)).collect();
        match kids.as_slice() {
            [Kid::Node(only)] => {
                into.push_str(" > ");
                node = only;
            }
            [Kid::Text(text)] => {
                writeln!(into, " \"{}\"", short(text)).unwrap();
                return;
            }
            _ => break kids,
        }
    };
    into.push('\n');
    let depth = depth + 2;
    for kid in rest {
        match kid {
            Kid::Node(inner) => tree(inner, depth, into),
            Kid::Text(text) => writeln!(into, "{:depth$}\"{}\"", "", short(text)).unwrap(),
            Kid::Link(target) => writeln!(into, "{:depth$}→ {}", "", short(target)).unwrap(),
        }
    }
}

fn is_blank(kid: &Kid) -> bool {
    matches!(kid, Kid::Text(text) if text.replace(LINE_END, "").trim().is_empty())
}

#[test]
fn the_tag_tree_is_as_approved() {
    let mut text = String::new();
    tree(&SAMPLE.tree(), 0, &mut text);
    must_be_as_expected("tags.txt", &text);
}

/// What the approved tree must be beside being approved: nobody sees such a fault in a thousand lines.
#[test]
fn the_tag_tree_is_sound() {
    let root = SAMPLE.tree();
    let all = root.descendants();
    let of = |role: &str| all.iter().filter(|node| node.role == role).copied().collect::<Vec<_>>();
    let mut level = 0;
    for heading in all.iter().filter(|node| node.role.len() == 2 && node.role.starts_with('H')) {
        let own: usize = heading.role[1..].parse().unwrap();
        assert!(own <= level + 1, "a heading skips a level: {} after H{level}: {}", heading.role, heading.words());
        assert!(!heading.words().is_empty(), "a heading without words");
        level = own;
    }
    for figure in of("Figure") {
        assert!(figure.said.get("Alt").is_some_and(|alt| alt.len() > 8), "a figure without alternative text");
    }
    assert!(of("Figure").len() >= 2 && of("Table").len() >= 6 && of("Link").len() >= 60 && of("Note").len() >= 4);
    for table in of("Table") {
        let heads: Vec<&Node> = table.descendants().into_iter().filter(|node| node.role == "TH").collect();
        assert!(!heads.is_empty(), "a table without heads: {}", short(&table.words()));
        assert!(heads.iter().all(|head| head.said.contains_key("Scope")), "a head without scope");
    }
    for link in of("Link") {
        assert!(link.kids.iter().any(|kid| matches!(kid, Kid::Link(_))), "a link that goes nowhere: {}", link.words());
        assert!(!link.words().is_empty(), "a link without words");
    }
}

/// A running head, which no reader is read, shows where one is on paper; every page has its number.
#[test]
fn every_page_but_the_cover_has_its_running_head_and_number() {
    for (index, artifact) in SAMPLE.artifacts.iter().enumerate().skip(1) {
        let expected = format!("{}Tính đến ngày 01 tháng 6 năm 2031", index + 1);
        assert!(artifact.contains(&expected), "page {}: {artifact}", index + 1);
    }
}

#[test]
fn bookmarks_labels_and_metadata_are_as_approved() {
    let document = SAMPLE.document();
    let catalog = document.catalog().unwrap();
    let mut text = "Catalog\n".to_owned();
    for key in ["Lang", "PageMode", "PageLayout", "MarkInfo", "ViewerPreferences"] {
        if let Ok(value) = catalog.get(key.as_bytes()) {
            writeln!(text, "  {key}: {}", flat(SAMPLE.resolve(value))).unwrap();
        }
    }
    text.push_str("Information\n");
    let information = SAMPLE.dictionary(document.trailer.get(b"Info").unwrap());
    for (key, value) in information.iter() {
        writeln!(text, "  {}: {}", String::from_utf8_lossy(key), flat(SAMPLE.resolve(value))).unwrap();
    }
    text.push_str("XMP\n");
    let stream = SAMPLE.resolve(catalog.get(b"Metadata").unwrap()).as_stream().unwrap();
    let xmp = String::from_utf8(stream.decompressed_content().unwrap_or_else(|_| stream.content.clone())).unwrap();
    for piece in xmp.replace("><", ">\n<").lines().map(str::trim) {
        // Identifiers are made from the content and differ with every word of it; schemas are the same in every file.
        let left_out = ["<pdfaSchema", "<pdfaProperty", "<stEvt", "<xmpMM:DocumentID", "<xmpMM:InstanceID", "</"];
        if piece.contains("</") && !left_out.iter().any(|beginning| piece.starts_with(beginning)) {
            writeln!(text, "  {}", piece.split("</").next().unwrap()).unwrap();
        }
    }
    text.push_str("Page labels\n");
    let labels = SAMPLE.dictionary(catalog.get(b"PageLabels").unwrap());
    let mut before = String::new();
    for pair in labels.get(b"Nums").unwrap().as_array().unwrap().chunks(2) {
        let (page, label) = (pair[0].as_i64().unwrap() + 1, SAMPLE.dictionary(&pair[1]));
        let said = |key: &[u8]| label.get(key).map(|value| string(SAMPLE.resolve(value))).unwrap_or_default();
        let number: i64 = said(b"St").parse().unwrap();
        // One line for a run of pages that are counted on.
        let run = format!("«{}», {} = page {}", said(b"P"), said(b"S"), page - number);
        if run != before {
            writeln!(text, "  from page {page}: «{}», {} from {number}", said(b"P"), said(b"S")).unwrap();
        }
        before = run;
    }
    text.push_str("Bookmarks\n");
    bookmarks(SAMPLE.dictionary(catalog.get(b"Outlines").unwrap()), 2, &mut text);
    // Which spaces hold a number and its word together is not seen here.
    must_be_as_expected("document.txt", &text.replace('\u{a0}', " "));
}

fn bookmarks(above: &Dictionary, depth: usize, into: &mut String) {
    let mut next = above.get(b"First").ok();
    while let Some(item) = next.map(|item| SAMPLE.dictionary(item)) {
        let place = SAMPLE.resolve(item.get(b"Dest").unwrap()).as_array().unwrap();
        let title = string(SAMPLE.resolve(item.get(b"Title").unwrap()));
        writeln!(into, "{:depth$}{title} · {}", "", SAMPLE.page_number(place.first())).unwrap();
        bookmarks(item, depth + 2, into);
        next = item.get(b"Next").ok();
    }
}

/// A value on one line.
fn flat(object: &Object) -> String {
    match object {
        Object::Dictionary(all) => {
            let pairs = all.iter().map(|(key, value)| format!("{} {}", String::from_utf8_lossy(key), flat(value)));
            pairs.collect::<Vec<_>>().join(", ")
        }
        Object::Boolean(value) => value.to_string(),
        other => string(other),
    }
}
