//! The PDF and the web say the same of every excerpt. Both are read back from what was built: the PDF by its tag tree and
//! the fonts' maps to Unicode, the web by its pages; nothing is asked of the view. So this holds that no template drops,
//! adds or swaps a line, that the reading order is right, and that words can be taken out of the PDF letter by letter.
//!
//! White space is collapsed, and where a line of the paper ends there may be a space or none. What the two print
//! otherwise on purpose is in [`on_paper`], and nowhere else.
#![cfg(feature = "pdf")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

mod support {
    pub mod invented;
    pub mod pdf_tree;
    pub mod web_excerpts;
}

use std::collections::BTreeSet;
use std::path::Path;

use camnang::internals::model::ids::EditionId;
use camnang::internals::render::{ImageFile, Templates, html, typst};
use camnang::internals::session::{self, ViewRequest};
use camnang::internals::source;
use camnang::internals::view::{ChangeMark, ExcerptView, View, Words};
use scraper::Html;
use support::invented::{self, Plan};
use support::pdf_tree::{Line, Tagged, agrees, call};
use support::web_excerpts::{WebChapter, WebExcerpt, chapter};

/// What the paper should say of an excerpt: its lines, then the lines of each of its footnotes.
struct Expected {
    lines: Vec<String>,
    notes: Vec<Vec<String>>,
}

/// The web's excerpt as the paper sets it. Only on the web are: the citation for copying, instrument, topics, audiences
/// and permanent address.
fn on_paper(one: &WebExcerpt, words: &Words) -> Expected {
    let mark = one.change.as_ref().map(|change| format!(" {change}")).unwrap_or_default();
    // The number is in the margin: no space divides it from the citation.
    let mut lines = vec![format!("{}{}{mark}", one.number, one.citation)];
    let detail = one.detail.as_ref().map(|detail| format!(" · {detail}")).unwrap_or_default();
    let notice = one.notice.as_ref().map(|notice| format!(" {notice}")).unwrap_or_default();
    lines.push(format!("{}{detail}{notice}", one.status));
    lines.extend(one.title.clone());
    lines.extend(one.body.iter().cloned());
    lines.extend(one.duties.iter().map(|duty| {
        let more: Vec<String> = duty.deadline.iter().chain(&duty.evidence).map(|term| format!(" · {term}")).collect();
        format!("{} · {}{}", duty.sentence, duty.level, more.concat())
    }));
    let term = |name: &String, said: String| format!("{name}: {said}");
    if let Some(note) = one.terms.get(&words.note) {
        lines.push(term(&words.note, note.join("; ")));
    }
    for name in [&words.sanction_for, &words.sanctions, &words.related] {
        lines.extend(one.links.get(name).map(|links| term(name, links.join("; "))));
    }
    lines.push(term(&words.text_at, one.text_at.clone()));
    let sources = one.terms.get(&words.source).map(|sources| format!(" · {}", term(&words.source, sources.join("; "))));
    let contact = one.terms.get(&words.contact).map(|said| format!(" · {}", term(&words.contact, said.join("; "))));
    lines.push(format!("{}{}{}", one.source_line, sources.unwrap_or_default(), contact.unwrap_or_default()));
    Expected { lines, notes: one.notes.clone() }
}

/// Where the two differ, in words; empty where they do not.
fn differences(paper: &[Line], web: &[WebChapter], words: &Words) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    for chapter in web {
        for (index, one) in chapter.excerpts.iter().enumerate() {
            let mut expected = on_paper(one, words);
            let name = format!("excerpt {} ({})", one.number, one.citation);
            if index + 1 == chapter.excerpts.len() {
                expected.lines.extend(chapter.see_also.iter().cloned());
            }
            let head = expected.lines[0].clone();
            let from = paper[at..].iter().position(|line| line.heading == Some(3) && agrees(&head, &line.text));
            let Some(from) = from.map(|from| from + at) else {
                found.push(format!("{name}: the paper has no such heading after line {at}: {head}"));
                continue;
            };
            let end = paper[from + 1..].iter().position(|line| line.heading.is_some_and(|level| level <= 3));
            at = end.map_or(paper.len(), |end| end + from + 1);
            compare(&name, &expected, &paper[from..at], &mut found);
        }
    }
    found
}

fn compare(name: &str, expected: &Expected, paper: &[Line], found: &mut Vec<String>) {
    let (notes, lines): (Vec<Line>, Vec<Line>) =
        count_notes_afresh(paper).into_iter().partition(|line| line.note.is_some());
    same_lines(name, &expected.lines, &lines, found);
    for (note, number) in expected.notes.iter().zip(1..) {
        let own = notes.iter().filter(|line| line.note == Some(number.to_string()));
        same_lines(&format!("{name}, footnote {number}"), note, &own.cloned().collect::<Vec<_>>(), found);
    }
    let count = notes.iter().filter_map(|line| line.note.as_ref()).collect::<BTreeSet<_>>().len();
    if count != expected.notes.len() {
        found.push(format!("{name}: {count} footnotes on paper, {} on the web", expected.notes.len()));
    }
}

/// The paper counts footnotes through the booklet, the web within each excerpt.
fn count_notes_afresh(paper: &[Line]) -> Vec<Line> {
    let mut numbers: Vec<&String> = Vec::new();
    paper.iter().filter_map(|line| line.note.as_ref()).for_each(|number| {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    });
    let fresh =
        |number: &String| numbers.iter().position(|known| *known == number).map(|index| (index + 1).to_string());
    let renamed = |text: &str| {
        let calls = numbers.iter().enumerate();
        calls
            .fold(text.to_owned(), |text, (index, number)| text.replace(&call(number), &call(&(index + 1).to_string())))
    };
    paper
        .iter()
        .map(|line| Line { note: line.note.as_ref().and_then(fresh), text: renamed(&line.text), ..line.clone() })
        .collect()
}

fn same_lines(name: &str, web: &[String], paper: &[Line], found: &mut Vec<String>) {
    for index in 0..web.len().max(paper.len()) {
        let (left, right) = (web.get(index), paper.get(index).map(|line| &line.text));
        if !left.zip(right).is_some_and(|(left, right)| agrees(left, right)) {
            found.push(format!("{name}, line {}:\n  web:   {left:?}\n  paper: {right:?}", index + 1));
            return;
        }
    }
}

/// The chapters of a site, in the booklet's order.
fn read_web(view: &View, images: &[ImageFile], templates: &Templates) -> Vec<WebChapter> {
    let site = html::site(view, images, templates, None).unwrap();
    let chapters = view.parts.iter().flat_map(|part| &part.chapters);
    chapters
        .map(|one| {
            let page = site.iter().find(|page| page.path == format!("html/{}.html", one.id)).unwrap();
            chapter(&Html::parse_document(std::str::from_utf8(&page.bytes).unwrap()))
        })
        .collect()
}

fn read_paper(view: &View, images: &[ImageFile], templates: &Templates) -> Vec<Line> {
    Tagged::read(&typst::pdf(view, images, templates).unwrap()).tree().lines()
}

fn opened(corpus: &Path, edition: &str) -> (View, Vec<ImageFile>, Templates) {
    let templates = source::templates(None).unwrap();
    let id: EditionId = edition.parse().unwrap();
    let opened = session::open(corpus).unwrap();
    let mut editions = opened.view(&ViewRequest::one(&id).with_templates(&templates)).findings().despite_errors();
    let (view, images) = editions.pop().unwrap().into_parts();
    (view, images, templates)
}

#[track_caller]
fn must_be_the_same(corpus: &Path, edition: &str, at_least: usize) {
    let (view, images, templates) = opened(corpus, edition);
    let web = read_web(&view, &images, &templates);
    let count = web.iter().map(|chapter| chapter.excerpts.len()).sum::<usize>();
    assert!(count >= at_least && count == view.counts.excerpts as usize, "{count} excerpts on the web");
    let found = differences(&read_paper(&view, &images, &templates), &web, &view.words);
    assert!(found.is_empty(), "{} excerpts differ:\n{}", found.len(), found.join("\n"));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_real_corpus_says_the_same_on_paper_and_on_the_web() {
    must_be_the_same(&root().join("corpus"), "ipv6", 50);
    must_be_the_same(&root().join("corpus"), "ipv6-2014", 5);
}

#[test]
fn the_sample_with_every_kind_of_block_says_the_same() {
    must_be_the_same(&root().join("tests/sample/corpus"), "mau", 11);
}

#[test]
fn an_invented_corpus_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    invented::write(&Plan::even(120).files(), folder.path()).unwrap();
    must_be_the_same(folder.path(), invented::EDITION, 120);
}

type Change = fn(&mut ExcerptView);

/// Each takes something away from an excerpt, or makes it otherwise.
const CHANGES: [(&str, Change); 20] = [
    ("citation", |one| one.citation.push('x')),
    ("title", |one| one.title = None),
    ("mark of change", |one| one.change = Some(ChangeMark { key: String::new(), sign: "+".into(), text: "x".into() })),
    ("sign", |one| one.status.sign = "■".to_owned()),
    ("status", |one| one.status.text.push('x')),
    ("detail", |one| one.status.detail = Some("x".to_owned())),
    ("notice", |one| one.notice = Some("x".to_owned())),
    ("a block", |one| drop(one.body.blocks.remove(0))),
    ("order of blocks", |one| one.body.blocks.swap(0, 1)),
    ("a footnote", |one| one.body.footnotes[0] = one.body.footnotes[1].clone()),
    ("a duty", |one| drop(one.obligations.pop())),
    ("who", |one| one.obligations[0].who.push('x')),
    ("verb", |one| one.obligations[0].verb.push('x')),
    ("what", |one| one.obligations[0].what.push('x')),
    ("level", |one| one.obligations[0].level.name.push('x')),
    ("deadline", |one| one.obligations[0].deadline = None),
    ("source line", |one| one.source_line.push('x')),
    ("a source", |one| one.sources.push("x".to_owned())),
    ("note", |one| one.note = None),
    ("related", |one| drop(one.related.pop())),
];

/// A proof of the proof: whatever differs on paper is reported, with the number of the excerpt.
#[test]
fn a_difference_in_any_field_is_found() {
    let (view, images, templates) = opened(&root().join("tests/sample/corpus"), "mau");
    let web = read_web(&view, &images, &templates);
    for (name, change) in CHANGES {
        let mut other = view.clone();
        change(&mut other.parts[0].chapters[0].excerpts[0]);
        let found = differences(&read_paper(&other, &images, &templates), &web, &view.words);
        let reported = !found.is_empty() && found.iter().all(|one| one.starts_with("excerpt 1 "));
        assert!(reported, "{name}: {found:#?}");
    }
}

#[test]
fn a_template_that_leaves_a_line_out_is_found() {
    let (view, images, templates) = opened(&root().join("tests/sample/corpus"), "mau");
    let web = read_web(&view, &images, &templates);
    for line in ["say(one.source_line)", "say(status.detail)", "strong(say(one.deadline.text))"] {
        let mut broken = templates.clone();
        let whole = String::from_utf8(broken.files["typst/excerpt.typ"].to_vec()).unwrap();
        assert!(whole.contains(line), "the template is written otherwise now: {line}");
        broken.files.insert("typst/excerpt.typ".to_owned(), whole.replace(line, "[]").into_bytes().into());
        let found = differences(&read_paper(&view, &images, &broken), &web, &view.words);
        assert!(!found.is_empty(), "{line} is gone and nothing was found");
    }
}

/// For the build machine: a corpus of the given size for the checkers.
#[test]
#[ignore = "writes an invented corpus of CAMNANG_INVENTED excerpts into the folder that CAMNANG_INVENTED_TO names"]
fn write_an_invented_corpus() {
    let size = std::env::var("CAMNANG_INVENTED").unwrap().parse().unwrap();
    let folder = std::env::var_os("CAMNANG_INVENTED_TO").expect("CAMNANG_INVENTED_TO names the folder");
    invented::write(&Plan::even(size).files(), Path::new(&folder)).unwrap();
}
