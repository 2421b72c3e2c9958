//! Lists of names, looked up in running text without their case, their commas and the two ways to place a tone.

use std::collections::BTreeMap;

use super::token::{Gap, Tokens, fold};
use crate::latin;

/// Names by their first word.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, Vec<Vec<String>>>);

impl Names {
    /// Returns a list of these names.
    pub fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut list = Self::default();
        names.for_each(|name| list.add(name));
        // Longer names before those they begin with.
        list.0.values_mut().for_each(|names| names.sort_by_key(|name| std::cmp::Reverse(name.len())));
        list
    }

    fn add(&mut self, name: &str) {
        let tokens = Tokens::new(name);
        let words: Vec<String> = (0..tokens.len()).map(|at| comparable(tokens.word(at))).collect();
        if let Some(first) = words.first() {
            self.0.entry(first.clone()).or_default().push(words);
        }
    }

    /// The token after the longest name at `at`.
    pub fn end_at(&self, tokens: &Tokens<'_>, at: usize) -> Option<usize> {
        let first = comparable(tokens.letters(at)?);
        self.0.get(&first)?.iter().find_map(|name| end_of(tokens, at, name))
    }
}

/// The token after the name. A comma and `và` may be missing from the text.
fn end_of(tokens: &Tokens<'_>, at: usize, name: &[String]) -> Option<usize> {
    let mut next = at;
    for word in name {
        let parted = next > at && tokens.gap(next) == Gap::Paragraph;
        if !parted && comparable(tokens.word(next)) == *word {
            next += 1;
        } else if word != "," && word != "và" {
            return None;
        }
    }
    Some(next)
}

/// A word without its case and the two ways to place a tone, a quotation mark as the keyboard has it.
fn comparable(word: &str) -> String {
    match word {
        "“" | "”" => "\"".to_owned(),
        "–" => "-".to_owned(),
        _ => latin::same_tones(&word.chars().map(fold).collect::<String>()),
    }
}
