//! Which letters would be lost: every character of the view, in every style in which the templates set it, against the
//! character maps of the shipped fonts. Neither validators nor text extraction notice a letter that a font lacks, and
//! Typst stops at it without saying which excerpt it is in. So it does at what is too long for a PDF, which is found on
//! the same way.

mod faces;
mod fields;
mod lengths;
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

/// Something that is longer than a PDF can have it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Long {
    /// As of [`Missing`].
    pub whence: String,
    pub excess: Excess,
    pub length: usize,
    pub most: usize,
    /// How it begins.
    pub beginning: String,
}

/// What there is too much of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Excess {
    /// Characters of a string.
    Text,
    /// Characters without a space.
    Word,
    /// Footnotes of a body.
    Notes,
    /// Keywords of an edition.
    Keywords,
}

/// What a PDF cannot show of a view.
#[derive(Default, Debug)]
pub struct GlyphGaps {
    /// Every (place, character, style) that the shipped fonts lack, sorted, each once.
    ///
    /// Not listed is what Typst sets without a glyph. A style that the fonts do not have at all is not judged: Typst
    /// itself refuses an unknown family, and takes the nearest style of a known one.
    pub missing: Vec<Missing>,
    pub long: Vec<Long>,
}

/// Returns what a PDF of the view could not show.
pub fn look(view: &View, templates: &Templates) -> GlyphGaps {
    let coverage = Coverage::read(templates);
    let chapters: Vec<_> = view.parts.iter().flat_map(|part| &part.chapters).collect();
    let mut found = search(view, &coverage);
    let within: Vec<GlyphGaps> = chapters.par_iter().map(|chapter| search(chapter, &coverage)).collect();
    for GlyphGaps { missing, long } in within {
        found.missing.extend(missing);
        found.long.extend(long);
    }
    found.missing.sort();
    found.missing.dedup_by(|a, b| (&a.whence, a.character, a.style) == (&b.whence, b.character, b.style));
    found.long.sort();
    found
}

/// Returns what [`look`] finds missing.
pub fn missing(view: &View, templates: &Templates) -> Vec<Missing> {
    look(view, templates).missing
}

/// A piece of the view holds strings, numbers and lists, which always serialise.
fn search(piece: &impl Serialize, coverage: &Coverage) -> GlyphGaps {
    let mut search = Search { coverage, found: GlyphGaps::default() };
    let (faces, setting) = (Faces::In(ALL), Setting::PLAIN);
    let strings = Strings { search: &mut search, faces, setting, longest: lengths::USUAL, most: None };
    let _ = piece.serialize(strings);
    search.found
}

struct Search<'c> {
    coverage: &'c Coverage,
    found: GlyphGaps,
}

impl Search<'_> {
    fn text(&mut self, text: &str, styles: Styles) {
        // Each character once for a text, and no more than anybody reads: a text may be all of a file.
        let mut seen = BTreeSet::new();
        for (at, character) in text.char_indices() {
            let lacking = self.coverage.lacking(character, styles);
            if lacking != 0 && seen.len() < MOST_OF_A_TEXT && seen.insert(character) {
                self.report(word(text, at), character, lacking);
            }
        }
    }

    fn report(&mut self, word: &str, character: char, lacking: Styles) {
        for (_, style, ..) in STYLES.iter().filter(|(bit, ..)| lacking & bit != 0) {
            self.found.missing.push(Missing { whence: String::new(), character, style, word: word.to_owned() });
        }
    }
}

impl Search<'_> {
    fn length(&mut self, text: &str, longest: usize, is_printed: bool) {
        // Bytes are quicker to count, and no fewer than characters.
        if text.len() > longest && text.chars().count() > longest {
            self.excess(Excess::Text, text.chars().count(), longest, text);
        }
        if is_printed && text.len() > lengths::WORD {
            let words = text.split(char::is_whitespace).filter(|word| word.len() > lengths::WORD);
            let long = words.map(|word| (word.chars().count(), word)).find(|(length, _)| *length > lengths::WORD);
            if let Some((length, word)) = long {
                self.excess(Excess::Word, length, lengths::WORD, word);
            }
        }
    }

    fn excess(&mut self, excess: Excess, length: usize, most: usize, text: &str) {
        let beginning = text.split('\n').next().unwrap_or_default().chars().take(BEGINNING).collect();
        self.found.long.push(Long { whence: String::new(), excess, length, most, beginning });
    }

    /// How much was found.
    fn len(&self) -> (usize, usize) {
        (self.found.missing.len(), self.found.long.len())
    }

    /// Names the place of what was found since then and has none yet: the innermost thing that has a name.
    fn name(&mut self, (missing, long): (usize, usize), name: &str) {
        let missing = self.found.missing.iter_mut().skip(missing).map(|it| &mut it.whence);
        let long = self.found.long.iter_mut().skip(long).map(|it| &mut it.whence);
        missing.chain(long).filter(|whence| whence.is_empty()).for_each(|whence| name.clone_into(whence));
    }
}

/// How many characters of what is too long are shown.
const BEGINNING: usize = 30;

/// How many characters that are lacking are reported of one text.
const MOST_OF_A_TEXT: usize = 100;
/// How far from a character its word is quoted, in bytes.
const QUOTED: usize = 200;

/// Returns the word around the character at a byte, as far as it is quoted, or a space alone.
fn word(text: &str, at: usize) -> &str {
    let (first, last) = (text.floor_char_boundary(at.saturating_sub(QUOTED)), text.ceil_char_boundary(at + QUOTED));
    let (before, after) = (text.get(first..at).unwrap_or_default(), text.get(at..last).unwrap_or_default());
    let start = at - before.rsplit(char::is_whitespace).next().map_or(0, str::len);
    let own = after.chars().next().map_or(0, char::len_utf8);
    let end = at + after.split(char::is_whitespace).next().map_or(0, str::len).max(own);
    text.get(start..end).unwrap_or_default()
}

/// The letters of the shipped fonts, to look up what is in no view.
pub struct Letters(Coverage);

impl Letters {
    /// Reads which characters the fonts of these templates have.
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
