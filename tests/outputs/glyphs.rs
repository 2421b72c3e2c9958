//! Letters that the shipped fonts lack are found wherever they stand, in the style in which they would be set.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test"
)]

use crate::support;

use camnang::internals::render::Templates;
use camnang::internals::render::glyphs::{Missing, missing};
use camnang::internals::view::{BlockView, InlineView, Labelled, View};
use support::sample_view::{HOSTILE, sample_view, shipped_templates};

/// Changes the sample and gives what is then missing.
fn check(change: impl FnOnce(&mut View), expected: &[(&str, char, &str)]) {
    let mut view = sample_view("");
    change(&mut view);
    let found = missing(&view, &shipped_templates());
    let found: Vec<_> =
        found.iter().map(|Missing { whence, character, style, .. }| (whence.as_str(), *character, *style)).collect();
    assert_eq!(found, expected);
}

#[test]
fn nothing_is_missing_in_the_sample() {
    check(|_| {}, &[]);
    assert_eq!(missing(&sample_view(HOSTILE), &shipped_templates()), []);
}

#[test]
fn a_letter_is_reported_in_each_style_of_its_place() {
    check(|view| view.edition.title.push('☐'), &[("edition", '☐', "Liberation Serif Bold")]);
    check(
        |view| view.parts[0].chapters[0].title.push('☐'),
        &[
            ("cap-phat", '☐', "Liberation Sans"),
            ("cap-phat", '☐', "Liberation Serif"),
            ("cap-phat", '☐', "Liberation Serif Bold"),
        ],
    );
    check(
        |view| view.parts[0].chapters[0].excerpts[0].title = Some("漢漢 漢".to_owned()),
        &[("nd-72-2013.dieu-18.khoan-1", '漢', "Liberation Serif Bold Italic")],
    );
    check(
        |view| view.parts[0].chapters[0].excerpts[0].status.text.push('✓'),
        &[
            ("nd-72-2013.dieu-18.khoan-1", '✓', "Liberation Sans"),
            ("nd-72-2013.dieu-18.khoan-1", '✓', "Liberation Sans Bold"),
        ],
    );
    check(
        |view| view.glossary[0].english = Some("\u{1f600}".to_owned()),
        &[("tu-dia-chi", '\u{1f600}', "Liberation Serif Italic")],
    );
    check(
        |view| view.words.duties.push('\u{7}'),
        &[
            ("words", '\u{7}', "Liberation Sans"),
            ("words", '\u{7}', "Liberation Sans Bold"),
            ("words", '\u{7}', "Liberation Serif"),
            ("words", '\u{7}', "Liberation Serif Bold"),
        ],
    );
}

#[test]
fn what_is_not_printed_is_not_searched() {
    check(|view| view.edition.description.push('漢'), &[]);
}

/// Fields that no list of this program names are looked at as well: these were printed, and Typst stopped at them.
#[test]
fn every_field_that_is_printed_is_searched() {
    let all = |whence: &'static str| {
        ["Liberation Mono", "Liberation Sans", "Liberation Sans Bold", "Liberation Serif", "Liberation Serif Bold"]
            .into_iter()
            .chain(["Liberation Serif Bold Italic", "Liberation Serif Italic"])
            .map(|style| (whence, '漢', style))
            .collect::<Vec<_>>()
    };
    check(|view| view.colophon.facts[0].name.push('漢'), &[("colophon", '漢', "Liberation Sans")]);
    check(|view| view.parts[0].chapters[0].excerpts[0].topics.push(labelled("漢")), &all("nd-72-2013.dieu-18.khoan-1"));
}

fn labelled(name: &str) -> Labelled {
    Labelled { key: "chu-de".to_owned(), name: name.to_owned() }
}

#[test]
fn the_innermost_thing_names_the_place() {
    let mut view = sample_view("");
    view.parts[0].chapters[0].excerpts[0].body.blocks.push(BlockView::Paragraph {
        content: vec![InlineView::Emphasis {
            content: vec![InlineView::Text { text: "một 漢漢, hai".to_owned() }]
        }],
    });
    let found = missing(&view, &shipped_templates());
    let expected = Missing {
        whence: "nd-72-2013.dieu-18.khoan-1".to_owned(),
        character: '漢',
        style: "Liberation Serif Italic",
        word: "漢漢,".to_owned(),
    };
    assert_eq!(found, [expected]);
}

/// What PDF/A does not allow has a glyph in some fonts.
#[test]
fn characters_that_only_one_font_knows_are_refused() {
    for character in ['\u{f001}', '\u{f0b7}', '\u{10fffd}', '\u{fffe}'] {
        check(|view| view.edition.title.push(character), &[("edition", character, "Liberation Serif Bold")]);
    }
}

#[test]
fn without_fonts_there_is_nothing_to_judge_by() {
    assert_eq!(missing(&sample_view("漢"), &Templates::default()), []);
}
