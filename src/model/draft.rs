//! The marks of a draft: what `camnang new` writes where an editor's own words and dates belong.

use super::date::Date;
use super::excerpt::Excerpt;
use super::instrument::Instrument;
use super::text::{Inline, each_inline};

/// Stands for words that are still to be written.
pub const PLACEHOLDER: &str = "VIẾT NỘI DUNG Ở ĐÂY";

/// Stands for the day of a check that has not been made; no corpus is as old.
pub const PLACEHOLDER_DAY: &str = "2000-01-01";

/// The key of the first value that is still a placeholder; the body's is `body`.
pub fn placeholder_in_excerpt(excerpt: &Excerpt) -> Option<&'static str> {
    let unwritten = |text: &String| text.contains(PLACEHOLDER);
    if excerpt.title.iter().any(unwritten) {
        Some("title")
    } else if excerpt.sources.iter().any(unwritten) {
        Some("sources")
    } else if is_placeholder(excerpt.checked_on) {
        Some("checked-on")
    } else {
        let mut unwritten = false;
        each_inline(&excerpt.body, &mut |inline| {
            unwritten |= matches!(inline, Inline::Text(text) if text.contains(PLACEHOLDER));
        });
        unwritten.then_some("body")
    }
}

/// The like for the record of an instrument.
pub fn placeholder_in_instrument(instrument: &Instrument) -> Option<&'static str> {
    let unwritten = |text: &String| text.contains(PLACEHOLDER);
    if unwritten(&instrument.title) {
        Some("title")
    } else if unwritten(&instrument.issuer) {
        Some("issuer")
    } else if instrument.sources.iter().any(unwritten) {
        Some("sources")
    } else {
        is_placeholder(instrument.checked_on).then_some("checked-on")
    }
}

fn is_placeholder(date: Date) -> bool {
    // Its text form is what the draft says.
    (date.year(), date.month(), date.day()) == (2000, 1, 1)
}
