//! How long a string of the view may be. A PDF that is to last has no string of more than 32 kilobytes, addresses and
//! headings have less room, and a word without end takes Typst hours.

use super::Excess;

/// The most characters that a string may have.
pub const USUAL: usize = 50_000;
/// The same for what is in headings, in the head of each page and in the bookmarks.
const HEADING: usize = 1_000;
/// The same for what a PDF has as a string beside its pages.
const DESCRIPTION: usize = 10_000;
/// The same for an address, which Typst allows 8,000 bytes.
const ADDRESS: usize = 2_000;
/// The most characters without a space.
pub const WORD: usize = 1_000;
/// The most footnotes of one body: all of a paragraph's have to be on its page or the next ones.
const NOTES: usize = 500;
/// The most keywords: a PDF has them as one string.
const KEYWORDS: usize = 50;
/// The most characters of each.
const KEYWORD: usize = 200;

/// Returns how long the strings below a field may be; `usual` is what holds around it.
pub fn longest(owner: &str, field: &str, kind: &str, usual: usize) -> usize {
    match (owner, field) {
        // A body is as long as it is; only its headings are headings.
        ("BlockView", "content") if kind == "heading" => HEADING,
        ("InlineView", "url") => ADDRESS,
        ("InlineView", _) => usual,
        ("ExcerptView" | "GuidanceView", "body") => usize::MAX,
        (_, "keywords") => KEYWORD,
        (_, "alt" | "description" | "subtitle") => DESCRIPTION,
        (_, "title" | "name" | "label" | "term" | "english" | "parent" | "place" | "caption") => HEADING,
        _ => usual,
    }
}

/// Returns how many items the list of a field may have, and what they are.
pub fn most(owner: &str, field: &str) -> Option<(usize, Excess)> {
    match (owner, field) {
        ("BodyView", "footnotes") => Some((NOTES, Excess::Notes)),
        ("EditionView", "keywords") => Some((KEYWORDS, Excess::Keywords)),
        _ => None,
    }
}
