//! Characters counted one by one, so that nothing of a received file gets lost between its bytes and its text.

use std::collections::BTreeMap;

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::characters::{CharacterClass, class};

/// How often each character occurs, white space apart. Letters are counted in pieces (NFD): the counts of parts then add up
/// to the count of the whole, wherever a text is cut.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct CharacterCount(BTreeMap<char, u64>);

impl CharacterCount {
    /// Counts the characters of a text.
    pub fn of(text: &str) -> Self {
        let mut count = CharacterCount::default();
        count.add(text);
        count
    }

    /// Counts the characters of a text as well.
    pub fn add(&mut self, text: &str) {
        for character in DecomposingNormalizerBorrowed::new_nfd().normalize_iter(text.chars()) {
            if let Some(character) = counted(character) {
                *self.0.entry(character).or_default() += 1;
            }
        }
    }

    /// Adds another count.
    pub fn join(&mut self, other: &CharacterCount) {
        for (character, times) in &other.0 {
            *self.0.entry(*character).or_default() += times;
        }
    }

    /// Returns the characters as a reader counts them: a letter with its marks is one.
    pub fn total(&self) -> u64 {
        self.0.iter().filter(|(character, _)| !is_mark(**character)).map(|(_, times)| times).sum()
    }

    /// Returns the characters of which this has more than the other, with how many more.
    pub fn beyond(&self, other: &CharacterCount) -> Vec<(char, u64)> {
        let more = |(character, times): (&char, &u64)| {
            let fewer = other.0.get(character).copied().unwrap_or_default();
            times.checked_sub(fewer).filter(|more| *more > 0).map(|more| (*character, more))
        };
        self.0.iter().filter_map(more).collect()
    }
}

/// A character as it is counted: alike ones are one, and white space is none.
fn counted(character: char) -> Option<char> {
    let plain = match class(character) {
        CharacterClass::Alike(plain) => plain,
        CharacterClass::Plain | CharacterClass::Joiner | CharacterClass::Hidden => character,
    };
    (!plain.is_whitespace()).then_some(plain)
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_to_the_whole() {
        let mut parts = CharacterCount::of("Đie\u{302}");
        parts.add("\u{300}u \u{a0}1");
        assert_eq!(parts, CharacterCount::of("Ðiều\n1"));
        assert_eq!(parts.total(), 5);
        assert_eq!(CharacterCount::of("aab").beyond(&CharacterCount::of("abc")), [('a', 1)]);
    }
}
