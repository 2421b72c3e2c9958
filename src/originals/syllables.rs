//! Syllables that stray spaces broke: "đ ầu tư c ủ a" is "đầu tư của". A piece that is no syllable is put together with what
//! follows it, or with what precedes, where that gives one; nothing else is touched.

use super::draft::ReadingDraft;
use super::note::ReadNote;
use crate::characters::{composed, legacy};

/// A text is looked at only if so many of its pieces cannot stand alone.
const LEAST: usize = 3;
/// How many examples are reported.
const EXAMPLES: usize = 10;
/// Pieces that one syllable may be broken into.
const PIECES: usize = 4;

/// Returns the lines with their broken syllables put together.
pub fn joined(lines: &[&str], draft: &mut ReadingDraft) -> Vec<String> {
    let broken = lines.iter().flat_map(|line| line.split_whitespace()).filter(|word| is_piece(word)).count();
    if broken < LEAST {
        return lines.iter().map(|line| (*line).to_owned()).collect();
    }
    let mut found = SyllablesFound::default();
    let lines = lines.iter().map(|line| in_line(line, &mut found)).collect();
    if found.joined > 0 {
        draft.note(ReadNote::Joined { count: found.joined, examples: found.examples });
    }
    if found.left > 0 {
        draft.note(ReadNote::Pieces { count: found.left, examples: found.pieces });
    }
    lines
}

#[derive(Default)]
struct SyllablesFound {
    joined: usize,
    examples: Vec<String>,
    left: usize,
    pieces: Vec<String>,
}

/// The words of a line put together; the gaps between columns stay.
fn in_line(line: &str, found: &mut SyllablesFound) -> String {
    let indent = line.len() - line.trim_start().len();
    let words: Vec<&str> = line.trim().split(' ').collect();
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let after_number = out.last().is_some_and(|word| word.ends_with(|c: char| c.is_ascii_digit()));
        let length = if after_number { None } else { whole(&words, at) };
        match length {
            Some(length) => {
                let joined = words.get(at..at + length).unwrap_or_default().concat();
                if found.examples.len() < EXAMPLES {
                    found.examples.push(joined.clone());
                }
                found.joined += 1;
                out.push(joined);
                at += length;
            }
            None => {
                if is_piece(word) && !after_number {
                    found.left += 1;
                    found.pieces.extend((found.pieces.len() < EXAMPLES).then(|| (*word).to_owned()));
                }
                out.push((*word).to_owned());
                at += 1;
            }
        }
    }
    format!("{}{}", line.get(..indent).unwrap_or_default(), out.join(" "))
}

/// How many of the words from one on make one syllable, where the first is no syllable by itself.
fn whole(words: &[&str], at: usize) -> Option<usize> {
    let first = words.get(at)?;
    if !is_piece(first) {
        return None;
    }
    let fits = |length: &usize| {
        let Some(pieces) = words.get(at..at + length) else { return false };
        let inner = pieces.get(..length - 1).unwrap_or_default();
        let are_bare = inner.iter().all(|piece| piece.chars().all(char::is_alphabetic));
        let later = pieces.get(1..).unwrap_or_default();
        let in_small =
            later.iter().all(|piece| piece.starts_with(char::is_lowercase) || first.chars().all(char::is_uppercase));
        let takes_next = pieces
            .last()
            .zip(words.get(at + length))
            .is_some_and(|(last, next)| is_beginning(last) && is_whole(&bare(&format!("{last}{next}"))));
        !takes_next
            && are_bare
            && in_small
            && pieces.iter().all(|piece| !piece.is_empty())
            && is_whole(&bare(&pieces.concat()))
    };
    (2..=PIECES).rev().find(fits)
}

/// A word without the signs behind it.
fn bare(word: &str) -> String {
    let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
    composed(word).unwrap_or_else(|| word.to_owned())
}

/// Whether a word is of letters and no syllable: a beginning without its vowel, or one that its vowel does not end.
fn is_piece(word: &str) -> bool {
    let word = composed(word).unwrap_or_else(|| word.to_owned());
    let is_short = word.chars().count() <= 5 && word.chars().all(char::is_alphabetic);
    is_short && (is_beginning(&word) || (legacy::is_syllable(&word) && is_open(&word)))
}

/// Letters that begin a syllable. Those that are units of measure by themselves are left alone.
fn is_beginning(word: &str) -> bool {
    const BEGINNINGS: [&str; 26] = [
        "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
        "r", "s", "t", "th", "tr", "v",
    ];
    let is_cased = word.chars().skip(1).all(char::is_lowercase);
    let lower = word.to_lowercase();
    is_cased && (lower == "x" || BEGINNINGS.contains(&lower.as_str()))
}

/// Whether a word is a syllable that can end so.
fn is_whole(word: &str) -> bool {
    legacy::is_syllable(word) && !is_open(word)
}

/// Whether a word ends in a vowel that needs another sound behind it: `ngườ`, `việ`, `đâ`.
fn is_open(word: &str) -> bool {
    const OPEN: [&str; 6] = ["ươ", "iê", "yê", "uô", "â", "ă"];
    let bare: String = word.to_lowercase().chars().map(legacy::without_tone).collect();
    OPEN.iter().any(|end| bare.ends_with(end))
}
