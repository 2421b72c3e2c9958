//! The grammar of symbols: `NĐ-CP`, `TTLT-BVHTT-BBCVT-BCA`, `QH15`, and how they are miswritten.

use super::note::note;
use super::token::{Gap, Tokens, fold, has_eth};
use crate::model::citation::{Note, NoteKind};
use crate::model::number::{InstrumentType, Symbol};

/// A symbol read, with the token after it.
pub(super) struct SymbolRead {
    pub symbol: Symbol,
    pub after: usize,
}

/// Joint circulars name up to ten bodies; a longer run of parts is no symbol.
const LONGEST: usize = 16;

/// Reads a symbol at `at`. Differences from the canonical form are noted.
pub(super) fn read_symbol(tokens: &Tokens<'_>, at: usize, notes: &mut Vec<Note>) -> Option<SymbolRead> {
    let first = tokens.letters(at)?;
    let small = !first.contains(char::is_uppercase) && !has_eth(first);
    if !(is_part(first) || small && is_small_code(first)) {
        return None;
    }
    let mut text = part(tokens, at, first, notes);
    let mut after = at + 1;
    let mut parts = 1;
    while parts < LONGEST
        && let Some((separator, place)) = next_part(tokens, after, at, small, notes)
    {
        text.push(separator);
        text.push_str(&part(tokens, place, tokens.word(place), notes));
        after = place + 1;
        parts += 1;
    }
    if small {
        notes.push(note(NoteKind::SymbolCase, tokens.range(at, after)));
    }
    if tokens.letters(after).is_some_and(|word| word.starts_with(char::is_lowercase)) && tokens.is_glued(after) {
        notes.push(note(NoteKind::JoinedWords, tokens.range(after - 1, after + 1)));
    }
    Some(SymbolRead { symbol: Symbol::new(&text)?, after })
}

/// The separator and the place of the part that goes on at `at`.
fn next_part(
    tokens: &Tokens<'_>,
    at: usize,
    start: usize,
    small: bool,
    notes: &mut Vec<Note>,
) -> Option<(char, usize)> {
    let Some(super::token::Class::Mark(mark)) = tokens.get(at).map(|token| token.class) else { return None };
    let long = matches!(mark, '–' | '—' | '‑');
    let separator = match mark {
        '-' | '/' | '&' => mark,
        _ if long => '-',
        _ => return None,
    };
    // `TTLT--BXX`: a slip of the keys.
    let twice = mark == '-' && tokens.is_mark(at + 1, '-') && tokens.is_glued(at + 1);
    let next = at + 1 + usize::from(twice);
    let word = tokens.word(next);
    let is_digits = tokens.digits(next).is_some();
    let fits = is_part(word) || small && is_small_part(word) || is_digits && separator == '-';
    let near = |at: usize| matches!(tokens.gap(at), Gap::None | Gap::Space);
    let glued = tokens.is_glued(at) && tokens.is_glued(next);
    // `BGD& ĐT`
    let joined = mark == '&' && (tokens.is_glued(at) || tokens.is_glued(next));
    // A hyphen between spaces is most often a dash of the sentence. After a lone type code it cannot be.
    // Nor can one that touches the part before it, in the symbol of a joint circular: `TTLT-BXX- BYY`.
    let first = tokens.word(start);
    let after_type = at == start + 1 || is_joint_code(first) && tokens.is_glued(at);
    let torn = separator == '-' && !small && !is_digits && after_type && is_type_code(first);
    if !fits || !near(at) || !near(next) || !(glued || joined || torn && word.chars().count() > 1) {
        return None;
    }
    if !glued {
        notes.push(note(NoteKind::StraySpace, tokens.range(at - 1, next + 1)));
    }
    if long {
        notes.push(note(NoteKind::LongDash, tokens.range(at, at + 1)));
    }
    Some((separator, next))
}

/// The text of a part, with misread letters put right.
fn part(tokens: &Tokens<'_>, at: usize, word: &str, notes: &mut Vec<Note>) -> String {
    if has_eth(word) {
        notes.push(note(NoteKind::Eth, tokens.range(at, at + 1)));
    }
    match misread_term(word) {
        Some(right) => {
            notes.push(note(NoteKind::MisreadDigit, tokens.range(at, at + 1)));
            right
        }
        None => word.to_owned(),
    }
}

/// `QHI5` → `QH15`: the term of Quốc hội is a number, whatever a machine has read.
pub(super) fn misread_term(word: &str) -> Option<String> {
    let body = ["UBTVQH", "QH"].into_iter().find(|body| word.starts_with(body))?;
    let term = word.strip_prefix(body)?;
    let digit = |c: char| match c {
        'I' | 'l' => Some('1'),
        'O' => Some('0'),
        '0'..='9' => Some(c),
        _ => None,
    };
    let right: String = term.chars().map(digit).collect::<Option<_>>()?;
    (right != term && term.contains(|c: char| c.is_ascii_digit()) && term.len() <= 2).then(|| format!("{body}{right}"))
}

/// Letters in capitals, digits after them, and the few parts with small letters.
fn is_part(word: &str) -> bool {
    let capital = |c: char| c.is_ascii_uppercase() || matches!(c, 'Đ' | 'Ð' | 'Ư' | 'Ơ' | 'Ô' | 'Ă' | 'Â' | 'Ê');
    matches!(word, "TTg" | "CTr" | "TTr")
        || word.starts_with(capital) && word.chars().all(|c| capital(c) || c.is_ascii_digit())
}

/// Like [`is_part`] in small letters: no word with a tone is one, so that `nđ-cpngày` is not.
fn is_small_part(word: &str) -> bool {
    let small = |c: char| c.is_ascii_lowercase() || matches!(c, 'đ' | 'ð' | 'ư' | 'ơ' | 'ô' | 'ă' | 'â' | 'ê');
    word.starts_with(small) && word.chars().all(|c| small(c) || c.is_ascii_digit())
}

/// `nđ`, `tt`, `qh13`: a code that is known although it is small.
fn is_small_code(word: &str) -> bool {
    let term = word.strip_prefix("ubtvqh").or_else(|| word.strip_prefix("qh")).unwrap_or("-");
    is_type_code(word) || !term.is_empty() && term.bytes().all(|b| b.is_ascii_digit())
}

fn is_joint_code(word: &str) -> bool {
    matches!(InstrumentType::from_code(word), Some(InstrumentType::JointCircular | InstrumentType::JointResolution))
}

fn is_type_code(word: &str) -> bool {
    let folded: String = word.chars().map(fold).collect();
    folded.chars().count() > 1 && InstrumentType::from_code(&folded).is_some()
}
