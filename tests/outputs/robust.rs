//! No input makes the tool panic: the real corpus, damaged in a thousand ways, goes through every stage but the PDF.
//! The damage is that of real life: cut files, doubled lines, stray bytes, text pasted into the wrong place.

use crate::support::invented;

use std::collections::BTreeMap;
use std::path::Path;

use camnang::internals::diag::{Lang, Sink};
use camnang::internals::report::{self, Format};
use camnang::internals::session::{self, OpenedCorpus, ViewRequest};
use camnang::internals::source::Sources;
use camnang::internals::{render, source};

/// A small generator of numbers; the same at every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }

    fn boundary(&mut self, text: &str) -> usize {
        let mut at = self.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

const STRAY: [&str; 24] = [
    "---\n",
    "\t",
    ": ",
    "- ",
    "[[",
    "]]",
    "{",
    "}",
    "&a ",
    "*a",
    "!!str ",
    "<b>",
    "a) ",
    "đ) ",
    "1. ",
    "| a | b |\n|---|\n",
    "[^1]",
    "> ",
    "Điều này",
    "khoản 3 Điều 18 Nghị định số 72/2013/NĐ-CP",
    "unknown",
    "\u{301}",
    "\"",
    "\n\n    mã\n",
];

fn damaged(text: &str, numbers: &mut Numbers) -> String {
    let at = numbers.boundary(text);
    let (before, after) = text.split_at(at);
    match numbers.below(6) {
        0 => before.to_owned(),
        1 => after.to_owned(),
        2 => format!("{before}{}{after}", STRAY[numbers.below(STRAY.len())]),
        3 => {
            let cut = numbers.boundary(after);
            format!("{before}{}", &after[cut..])
        }
        4 => {
            let lines: Vec<&str> = text.split_inclusive('\n').collect();
            let line = lines[numbers.below(lines.len())];
            format!("{before}{line}{after}")
        }
        _ => {
            let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
            let (a, b) = (numbers.below(lines.len()), numbers.below(lines.len()));
            lines.swap(a, b);
            lines.concat()
        }
    }
}

fn real_corpus() -> BTreeMap<String, String> {
    let mut sink = Sink::new();
    let sources = source::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"), &mut sink).unwrap();
    sources.files().map(|(_, file)| (file.path.clone(), file.text.clone())).collect()
}

fn run(texts: BTreeMap<String, String>) {
    let opened = OpenedCorpus::new(Sources::from_texts(texts), Sink::new());
    let templates = source::templates(None).unwrap();
    let findings = opened.view(&ViewRequest::every().with_templates(&templates)).findings();
    for lang in [Lang::Vi, Lang::En] {
        let reported = findings.report(lang);
        for format in [Format::Human, Format::Json, Format::Sarif, Format::Github] {
            let written = report::render(&reported, format, lang);
            assert!(!written.contains("{key}") && !written.contains("{advice}"), "a hole is left: {written}");
        }
    }
    for edition in findings.despite_errors() {
        // A template that does not fit is an error, which is allowed; a panic is not.
        let _ = render::html::site(edition.view(), edition.images(), &templates, None);
    }
}

#[test]
fn damaged_corpora_are_reported_on() {
    let real = real_corpus();
    let paths: Vec<&String> = real.keys().collect();
    for seed in 1..=30u64 {
        let mut numbers = Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut texts = real.clone();
        // Every fifth file or so is damaged, some of them twice.
        for _ in 0..paths.len() / 4 {
            let path = paths[numbers.below(paths.len())];
            let text = damaged(&texts[path], &mut numbers);
            texts.insert(path.clone(), text);
        }
        run(texts);
    }
}

#[test]
fn invented_corpora_are_clean() {
    for plan in
        [invented::Plan::even(120), invented::Plan { succession: true, one_chapter: true, ..invented::Plan::even(60) }]
    {
        let folder = tempfile::tempdir().unwrap();
        invented::write(&plan.files(), folder.path()).unwrap();
        let opened = session::open(folder.path()).unwrap();
        let mut reported = opened.view_every_edition().findings().report(Lang::En);
        // Their citations are drawn at random, and some hit what has ended; a single chapter needs no introductions.
        reported.retain(|found| found.code != "CN512" && !(plan.one_chapter && found.code == "CN508"));
        assert!(reported.is_empty(), "{}", report::render(&reported, Format::Human, Lang::En));
    }
}

#[test]
fn nothing_and_nonsense() {
    run(BTreeMap::new());
    for nonsense in [
        "",
        "\n",
        "---",
        "---\n---\n",
        "- a\n- b\n",
        "null",
        "\"",
        "{a: {b: [c",
        "a: &x 1\nb: *x\n",
        "<<: {}\n",
        "🙂: 1\n",
    ] {
        let paths = [
            "vocabulary.yaml",
            "glossary.yaml",
            "instruments/a.yaml",
            "editions/a.yaml",
            "excerpts/a/b.md",
            "guidance/a.md",
        ];
        run(paths.iter().map(|path| ((*path).to_owned(), nonsense.to_owned())).collect());
    }
}
