//! The outputs for other programs: each says what the web says, has the same bytes again, and keeps hostile words as words.

use std::collections::BTreeMap;
use std::path::Path;

use camnang::internals::render::outputs::{self, Ingredients};
use camnang::internals::render::{Artifact, ImageFile, Templates, markdown};
use camnang::internals::view::View;

use super::same_text::{CHANGES, Shared, differences, opened, read_web, sample};
use crate::support::docx_lines::WordFile;
use crate::support::invented::{self, Plan};
use crate::support::pdf_tree::Line;
use crate::support::{epub_lines, markdown_lines};

/// A view with what its outputs need beside it.
struct Made<'m> {
    view: &'m View,
    images: &'m [ImageFile],
    templates: &'m Templates,
}

impl Made<'_> {
    fn ingredients<T>(&self, with: impl FnOnce(Ingredients<'_>) -> T) -> T {
        let Made { view, images, templates } = self;
        with(Ingredients { view, images, templates, web: &BTreeMap::new(), originals: &|_| panic!("no originals") })
    }

    /// The bytes of an output that is one file.
    fn file(&self, name: &str) -> Vec<u8> {
        let output = outputs::named(name).unwrap();
        let made =
            |from: Ingredients<'_>| outputs::documents(&[output], from, &mut |_, _| panic!("nothing is laid out"));
        self.ingredients(made).unwrap().pop().unwrap().bytes
    }

    fn markdown(&self) -> Vec<Artifact> {
        self.ingredients(markdown::markdown).unwrap()
    }
}

/// Reads the lines of a format as it was made.
type ReadBack = fn(&Made<'_>) -> Vec<Line>;

/// The formats, and how each is read back.
const READERS: [(&str, ReadBack); 3] = [
    ("docx", |made| WordFile::read(&made.file("docx")).lines()),
    ("epub", |made| epub_lines::lines(&made.file("epub"))),
    ("markdown", |made| markdown_lines::lines(&made.markdown())),
];

#[track_caller]
fn must_say_the_same(corpus: &Path, edition: &str) {
    let (view, images, templates) = opened(corpus, edition);
    let web = read_web(&view, &images, &templates);
    let whole = view.in_full();
    let made = Made { view: &whole, images: &images, templates: &templates };
    for (name, read) in READERS {
        let found = differences(&read(&made), &web, &Shared::of(&view));
        assert!(found.is_empty(), "{name} of {edition}: {} differ:\n{}", found.len(), found.join("\n"));
    }
    for name in ["docx", "epub"] {
        assert!(made.file(name) == made.file(name), "{name}: the same bytes again");
    }
    assert!(made.markdown() == made.markdown(), "the same files again");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_real_corpus_says_the_same_in_every_format() {
    must_say_the_same(&root().join("corpus"), "ipv6");
    must_say_the_same(&root().join("corpus"), "ipv6-2014");
}

#[test]
fn every_kind_of_block_says_the_same_in_every_format() {
    must_say_the_same(&root().join("tests/sample/corpus"), "mau");
    let folder = tempfile::tempdir().unwrap();
    invented::write(&Plan::even(60).files(), folder.path()).unwrap();
    must_say_the_same(folder.path(), invented::EDITION);
}

/// A proof of the proof.
#[test]
fn a_difference_in_any_field_is_found_in_every_format() {
    let (view, images, templates) = sample();
    let web = read_web(&view, &images, &templates);
    let found = |view: &View, read: ReadBack| {
        let made = Made { view: &view.in_full(), images: &images, templates: &templates };
        differences(&read(&made), &web, &Shared::of(view))
    };
    for (name, read) in READERS {
        let same = found(&view, read);
        assert!(same.is_empty(), "{name}: {same:#?}");
        for (field, change) in CHANGES {
            let mut other = view.clone();
            change(&mut other.parts[0].chapters[0].excerpts[0]);
            let made = Made { view: &other.in_full(), images: &images, templates: &templates };
            let found = differences(&read(&made), &web, &Shared::of(&view));
            assert!(!found.is_empty(), "{name}, {field}: nothing is found");
        }
    }
}

/// The words of annexes too: whatever a person reads of the view is in each format.
#[test]
fn the_annexes_are_whole_in_every_format() {
    let (view, images, templates) = opened(&root().join("tests/sample/corpus"), "mau");
    let made = Made { view: &view.in_full(), images: &images, templates: &templates };
    let texts: Vec<(&str, String)> = READERS
        .iter()
        .map(|(name, read)| (*name, read(&made).into_iter().map(|line| as_typed(&line.text)).collect::<String>()))
        .collect();
    for word in words_of(&view) {
        for (name, text) in &texts {
            assert!(text.contains(&as_typed(&word)), "{name} lacks «{word}»");
        }
    }
}

/// What readers see of instruments, terms and annexes.
fn words_of(view: &View) -> Vec<String> {
    let mut words: Vec<String> = view.glossary.iter().flat_map(|it| [it.term.clone(), it.definition.clone()]).collect();
    for one in &view.instruments {
        words.extend(
            [&one.citation, &one.issued, &one.from, &one.until, &one.status.text, &one.contact].map(String::clone),
        );
        words.extend(one.title.iter().chain(&one.note).chain(&one.sources).chain(&one.relations).cloned());
    }
    words.extend(view.annexes.iter().map(|annex| annex.title.clone()));
    let contents = &view.contents;
    let duties = contents.responsibilities.iter().flat_map(|it| &it.groups).flat_map(|it| &it.sections);
    let duties = duties.flat_map(|section| &section.duties).filter(|duty| duty.listed_in.is_none());
    words.extend(duties.flat_map(|duty| [duty.who.clone(), duty.what.clone()]));
    words
        .extend(contents.unknowns.iter().flat_map(|it| &it.groups).flat_map(|it| &it.rows).map(|it| it.wanted.clone()));
    words.extend(contents.pending.iter().flat_map(|it| &it.changes).flat_map(|it| it.what.clone()));
    let groups = contents.departments.iter().flat_map(|it| &it.groups);
    words.extend(groups.flat_map(|it| &it.departments).map(|it| it.name.clone()));
    words
        .extend(contents.calendar.iter().flat_map(|it| &it.groups).flat_map(|it| &it.entries).map(|it| it.day.clone()));
    words.extend(view.notices.iter().map(|it| it.text.clone()));
    words.extend(view.colophon.facts.iter().map(|it| it.text.clone()));
    words
}

/// Without spaces, and quotes and dashes as they are typed.
fn as_typed(text: &str) -> String {
    let letter = |c: char| match c {
        '“' | '”' => '"',
        '–' => '-',
        c => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(letter).collect()
}
