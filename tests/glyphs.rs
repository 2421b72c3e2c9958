//! Letters that the shipped fonts lack are found wherever they stand, in the style in which they would be set.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test"
)]

mod support {
    pub mod sample_view;
}

use camnang::render::Templates;
use camnang::render::glyphs::{Missing, missing};
use camnang::view::View;
use support::sample_view::{HOSTILE, sample_view, shipped_templates};

/// Changes the sample and gives what is then missing.
fn check(change: impl FnOnce(&mut View), expected: &[(&str, char, &str)]) {
    let mut view = sample_view("");
    change(&mut view);
    let found = missing(&view, &shipped_templates());
    let found: Vec<_> =
        found.iter().map(|Missing { whence, character, style }| (whence.as_str(), *character, *style)).collect();
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
        &[("nd-72-2013.dieu-18.khoan-1", '✓', "Liberation Sans")],
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

#[test]
fn without_fonts_there_is_nothing_to_judge_by() {
    assert_eq!(missing(&sample_view("漢"), &Templates::default()), []);
}
