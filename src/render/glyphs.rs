//! Which letters would be lost: every character of the view, in every style in which the templates set it, against the
//! character maps of the shipped fonts. Neither validators nor text extraction notice a letter that a font lacks, and
//! Typst stops at it without saying which excerpt it is in.

mod faces;
mod fields;
mod strings;

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::Serialize;

pub use self::faces::needs_no_glyph;
use self::faces::{ALL, BOLD, Coverage, ITALIC, REGULAR, SANS, STYLES, Styles};
use self::fields::{Faces, Setting};
use self::strings::Strings;
use super::Templates;
use crate::view::View;

/// How many styles the templates use.
pub const STYLE_COUNT: usize = STYLES.len();

/// A character that a style of the shipped fonts cannot show.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Missing {
    /// The id of the excerpt, chapter, guidance or instrument, the anchor of the part, annex or term, or else the field of
    /// the view: `edition`, `words`, `notices`.
    pub whence: String,
    pub character: char,
    /// `Liberation Serif Bold`
    pub style: &'static str,
    /// The word that has it, as far as there are spaces around it.
    pub word: String,
}

/// Returns every (place, character, style) that the shipped fonts lack, sorted, each once.
///
/// Not listed is what Typst sets without a glyph. A style that the fonts do not have at all is not judged: Typst itself
/// refuses an unknown family, and takes the nearest style of a known one.
pub fn missing(view: &View, templates: &Templates) -> Vec<Missing> {
    let coverage = Coverage::read(templates);
    let chapters = view.parts.par_iter().flat_map(|part| &part.chapters);
    let mut found = search(view, &coverage);
    found.par_extend(chapters.flat_map_iter(|chapter| search(chapter, &coverage)));
    found.sort();
    found.dedup_by(|a, b| (&a.whence, a.character, a.style) == (&b.whence, b.character, b.style));
    found
}

/// A piece of the view holds strings, numbers and lists, which always serialise.
fn search(piece: &impl Serialize, coverage: &Coverage) -> Vec<Missing> {
    let mut search = Search { coverage, found: Vec::new() };
    let strings = Strings { search: &mut search, faces: Faces::In(ALL), setting: Setting::PLAIN };
    let _ = piece.serialize(strings);
    search.found
}

struct Search<'c> {
    coverage: &'c Coverage,
    found: Vec<Missing>,
}

impl Search<'_> {
    fn text(&mut self, text: &str, styles: Styles) {
        for (at, character) in text.char_indices() {
            let lacking = self.coverage.lacking(character, styles);
            if lacking != 0 {
                self.report(word(text, at), character, lacking);
            }
        }
    }

    fn report(&mut self, word: &str, character: char, lacking: Styles) {
        for (_, style, ..) in STYLES.iter().filter(|(bit, ..)| lacking & bit != 0) {
            self.found.push(Missing { whence: String::new(), character, style, word: word.to_owned() });
        }
    }
}

/// Returns the word around the character at a byte, or a space alone.
fn word(text: &str, at: usize) -> &str {
    let (before, after) = text.split_at(at);
    let start = at - before.rsplit(char::is_whitespace).next().map_or(0, str::len);
    let own = after.chars().next().map_or(0, char::len_utf8);
    let end = at + after.split(char::is_whitespace).next().map_or(0, str::len).max(own);
    text.get(start..end).unwrap_or_default()
}

/// The letters of the shipped fonts, to look up what is in no view.
pub struct Letters(Coverage);

impl Letters {
    pub fn read(templates: &Templates) -> Self {
        Letters(Coverage::read(templates))
    }

    /// Returns the characters that the cover or the letter of a copy could not show, sorted, each once.
    pub fn missing<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Vec<char> {
        let styles = REGULAR | BOLD | ITALIC | SANS;
        let lacks = |character: &char| self.0.lacking(*character, styles) != 0;
        let found: BTreeSet<char> = texts.into_iter().flat_map(str::chars).filter(lacks).collect();
        found.into_iter().collect()
    }
}
