//! The marks of a draft: what `camnang new` writes where an editor's own words and dates belong.

use super::corpus::Corpus;
use super::date::Date;
use super::excerpt::{Excerpt, Guidance};
use super::instrument::{Confidence, Instrument};
use super::known::Day;
use super::text::{Body, Inline, each_inline};

/// Stands for words that are still to be written.
pub const PLACEHOLDER: &str = "VIẾT NỘI DUNG Ở ĐÂY";

/// Stands for the day of a check that has not been made; no corpus is as old.
pub const PLACEHOLDER_DAY: &str = "2000-01-01";

/// Stands for the reason why a value is not known, while nobody has looked.
pub const PLACEHOLDER_REASON: &str = "Chưa tra";

/// The keys whose values are still placeholders, in the order of the file; the body's is `body`.
pub fn placeholders_in_excerpt(excerpt: &Excerpt) -> Vec<&'static str> {
    let unwritten = is_unwritten_body(&excerpt.body);
    let keys = [
        ("title", excerpt.title.as_ref().is_some_and(is_unwritten)),
        ("checked-on", is_placeholder(excerpt.checked_on)),
        ("sources", excerpt.sources.iter().any(is_unwritten)),
        ("body", unwritten),
    ];
    keys.into_iter().filter_map(|(key, is)| is.then_some(key)).collect()
}

/// The like for the record of an instrument.
pub fn placeholders_in_instrument(instrument: &Instrument) -> Vec<&'static str> {
    let days = Some(&instrument.term).filter(|_| instrument.kind.has_validity());
    let keys = [
        ("title", is_unwritten(&instrument.title)),
        ("issuer", is_unwritten(&instrument.issuer)),
        ("signer", is_not_looked_up(instrument.signer.reason())),
        ("issued", is_not_looked_up(instrument.issued.reason())),
        ("in-force-from", is_not_looked_up(days.and_then(|term| term.from.reason()))),
        ("in-force-until", is_not_looked_up(days.and_then(|term| term.until.as_ref()).and_then(Day::reason))),
        ("checked-on", is_placeholder(instrument.checked_on)),
        ("sources", instrument.sources.iter().any(is_unwritten)),
    ];
    keys.into_iter().filter_map(|(key, is)| is.then_some(key)).collect()
}

/// The like for guidance, whose other words are warned of wherever a placeholder is left in them.
pub fn placeholders_in_guidance(guidance: &Guidance) -> Vec<&'static str> {
    let keys = [("checked-on", is_placeholder(guidance.checked_on)), ("body", is_unwritten_body(&guidance.body))];
    keys.into_iter().filter_map(|(key, is)| is.then_some(key)).collect()
}

/// How many excerpts and instruments are drafts: nobody has verified them, and no edition may print them.
pub fn drafts(corpus: &Corpus) -> (usize, usize) {
    let is_draft = |confidence| confidence == Confidence::Unverified;
    (
        corpus.excerpts().filter(|it| is_draft(it.confidence)).count(),
        corpus.instruments().filter(|it| is_draft(it.confidence)).count(),
    )
}

#[expect(clippy::ptr_arg, reason = "passed to iterators over strings")]
fn is_unwritten(text: &String) -> bool {
    text.contains(PLACEHOLDER)
}

fn is_not_looked_up(reason: Option<&str>) -> bool {
    reason == Some(PLACEHOLDER_REASON)
}

fn is_unwritten_body(body: &Body) -> bool {
    let mut unwritten = false;
    each_inline(body, &mut |inline| {
        unwritten |= matches!(inline, Inline::Text(text) if text.contains(PLACEHOLDER));
    });
    unwritten
}

fn is_placeholder(date: Date) -> bool {
    // Its text form is what the draft says.
    (date.year(), date.month(), date.day()) == (2000, 1, 1)
}
