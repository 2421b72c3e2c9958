//! Checks a body as a whole.

use std::ops::Range;

use super::reader::MarkdownReader;
use super::{PLACEHOLDER, Purpose};
use crate::model::text::{Body, is_blank};
use crate::syntax::messages::markdown as codes;

/// Reports a body without words, with the placeholder of a draft, or that ends in the middle of a list (`:`, `;`).
pub fn check(reader: &mut MarkdownReader<'_, '_>, range: Range<usize>, body: &Body) {
    if is_blank(body) {
        reader.report(codes::EMPTY_BODY, range.start..range.start, &[]);
    }
    for (at, words) in reader.source(range.clone()).match_indices(PLACEHOLDER) {
        let at = range.start + at;
        reader.report(codes::DRAFT_LEFT, at..at + words.len(), &[("words", words)]);
    }
    if reader.purpose == Purpose::Excerpt
        && let Some(tail) = reader.tail.take()
        && [':', ';'].contains(&tail.sign)
    {
        let ending = last_words(reader.source(range.start..tail.range.end));
        reader.report(codes::UNFINISHED, tail.range, &[("ending", ending)]);
    }
}

/// The last three words, to be recognised by.
fn last_words(text: &str) -> &str {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let from = line.rmatch_indices(' ').nth(2).map_or(0, |(at, _)| at);
    line.get(from..).unwrap_or_default().trim()
}
