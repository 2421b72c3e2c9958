//! Classifies the characters of a text. An editor trusts the eye, so what the eye does not see, or sees as something
//! else, is either harmless and taken away ([`clean`]) or reported ([`is_hidden`], [`words`], [`legacy`]).
//!
//! The same functions look at what a file says and at what an escape or entity in it stands for. Knows no file and no
//! finding.

pub mod encoding;
pub mod legacy;
pub mod messages;
pub mod names;
pub mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};

/// How a character of a file is handled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CharacterClass {
    /// Stays as it is.
    Plain,
    /// Shows as this one and means it: a space of another width or one that does not break, a hyphen that does not break,
    /// the letters that old keyboards wrote for Đ.
    Alike(char),
    /// Takes no room and says only where a line may break or letters join: left out.
    Joiner,
    /// Does not show, or makes the text around it show as something else: reported.
    Hidden,
}

/// The class of a character.
pub fn class(character: char) -> CharacterClass {
    match character {
        'Ð' | 'Ɖ' => CharacterClass::Alike('Đ'),
        usual if is_usual(usual) => CharacterClass::Plain,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            CharacterClass::Alike(' ')
        }
        '\u{2010}' | '\u{2011}' => CharacterClass::Alike('-'),
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe0e}' | '\u{fe0f}' | '\u{feff}' => {
            CharacterClass::Joiner
        }
        other if shows_nothing(other) => CharacterClass::Hidden,
        _ => CharacterClass::Plain,
    }
}

/// Whether a character is reported wherever it stands.
pub fn is_hidden(character: char) -> bool {
    class(character) == CharacterClass::Hidden
}

/// Characters of nearly every text, known without a look into the tables of Unicode.
pub(crate) fn is_usual(character: char) -> bool {
    matches!(character, ' '..='~' | '\n' | '\t' | '«' | '»' | 'À'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

fn shows_nothing(character: char) -> bool {
    // The sign for a letter that was lost, the place of an object that was not pasted, and two blanks that count as
    // letters or symbols: Unicode calls them visible.
    if matches!(character, '\u{fffc}' | '\u{fffd}' | '\u{2800}' | '\u{1d159}') {
        return true;
    }
    let noncharacter = matches!(character, '\u{fdd0}'..='\u{fdef}') || u32::from(character) & 0xfffe == 0xfffe;
    noncharacter
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
        || match CodePointMapData::<GeneralCategory>::new().get(character) {
            GeneralCategory::Control
            | GeneralCategory::PrivateUse
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator => true,
            // Some of this category are printed: Arabic and Egyptian signs that stand around a number or a letter.
            GeneralCategory::Format => matches!(character, '\u{fff9}'..='\u{fffb}' | '\u{61c}'),
            _ => false,
        }
}

/// How often each character was read as another or left out, and where the first of them stood.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Tally {
    /// A byte of the cleaned text.
    pub first: usize,
    pub counts: BTreeMap<char, usize>,
}

impl Tally {
    fn add(&mut self, at: usize, character: char) {
        if self.counts.is_empty() {
            self.first = at;
        }
        *self.counts.entry(character).or_default() += 1;
    }

    /// Returns whether no character was replaced or dropped.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }
}

/// Returns the text with plain characters for those that are alike and without joiners, and what was changed.
pub fn clean(text: &str) -> (Cow<'_, str>, Tally) {
    let mut tally = Tally::default();
    if !text.chars().any(|character| matches!(class(character), CharacterClass::Alike(_) | CharacterClass::Joiner)) {
        return (Cow::Borrowed(text), tally);
    }
    let mut cleaned = String::with_capacity(text.len());
    for character in text.chars() {
        match class(character) {
            CharacterClass::Plain | CharacterClass::Hidden => cleaned.push(character),
            CharacterClass::Alike(plain) => {
                tally.add(cleaned.len(), character);
                cleaned.push(plain);
            }
            CharacterClass::Joiner => tally.add(cleaned.len(), character),
        }
    }
    (Cow::Owned(cleaned), tally)
}

/// Returns the text with its letters composed (NFC), or `None` where they are already.
pub fn composed(text: &str) -> Option<String> {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    (!nfc.is_normalized(text)).then(|| nfc.normalize(text).into_owned())
}

/// Returns what an escape or entity stands for as the rest of the text is read: cleaned and composed.
pub fn read(decoded: &str) -> (String, Tally) {
    let (cleaned, tally) = clean(decoded);
    (composed(&cleaned).unwrap_or_else(|| cleaned.into_owned()), tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hidden_character_is_found() {
        let ranges: [(u32, u32); 31] = [
            (0x00, 0x08),
            (0x0b, 0x1f),
            (0x7f, 0x9f),
            (0x34f, 0x34f),
            (0x61c, 0x61c),
            (0x115f, 0x1160),
            (0x17b4, 0x17b5),
            (0x180b, 0x180e),
            (0x200e, 0x200f),
            (0x2028, 0x2029),
            (0x202a, 0x202e),
            (0x2061, 0x2064),
            (0x2066, 0x206f),
            (0x2800, 0x2800),
            (0x3164, 0x3164),
            (0xe000, 0xf8ff),
            (0xfdd0, 0xfdef),
            (0xfe00, 0xfe0d),
            (0xffa0, 0xffa0),
            (0xfff0, 0xfffb),
            (0xfffc, 0xfffd),
            (0xfffe, 0xffff),
            (0x1bca0, 0x1bca3),
            (0x1d173, 0x1d17a),
            (0x1fffe, 0x1ffff),
            (0xe0000, 0xe007f),
            (0xe0100, 0xe01ef),
            (0xe01f0, 0xe0fff),
            (0xf0000, 0xffffd),
            (0x10_0000, 0x10_fffd),
            (0x10_fffe, 0x10_ffff),
        ];
        for code in ranges.into_iter().flat_map(|(first, last)| first..=last) {
            let character = char::from_u32(code).unwrap();
            assert_eq!(class(character), CharacterClass::Hidden, "U+{code:04X}");
        }
    }

    #[test]
    fn what_is_seen_stays() {
        for text in
            ["Nghị định số 72/2013/NĐ-CP", "α, β; Привет; 漢字; ภาษาไทย; ١٢", "“…” – • № ✓ ☐ ≥ °C m² ₫ €", "\t\n"]
        {
            assert_eq!(clean(text), (Cow::Borrowed(text), Tally::default()));
            assert!(!text.chars().any(is_hidden), "{text}");
        }
    }

    #[test]
    fn harmless_ones_are_read_as_plain_ones_or_not_at_all() {
        let (text, tally) = clean("kho\u{ad}ản\u{a0}3 \u{feff}Ðiều\u{3000}\u{202f}18\u{200b}\u{ad}");
        assert_eq!(text, "khoản 3 Điều  18");
        assert_eq!(tally.first, 3);
        let counts: Vec<(char, usize)> = tally.counts.into_iter().collect();
        assert_eq!(
            counts,
            [
                ('\u{a0}', 1),
                ('\u{ad}', 2),
                ('Ð', 1),
                ('\u{200b}', 1),
                ('\u{202f}', 1),
                ('\u{3000}', 1),
                ('\u{feff}', 1)
            ]
        );
    }

    #[test]
    fn escapes_are_composed_like_the_rest() {
        assert_eq!(read("e\u{323}\u{302}").0, "ệ");
        assert_eq!(read("o\u{ad}\u{301}").0, "ó");
        assert_eq!(read("N\u{d0}\u{2011}CP").0, "NĐ-CP");
    }
}
