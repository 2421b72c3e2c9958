//! The grammar of document numbers.

use std::ops::Range;

use super::note::{ParsedWithNotes, note};
use super::standard::read_standard;
use super::symbol::{SymbolRead, read_symbol};
use super::token::{Gap, Tokens};
use crate::model::citation::{Note, NoteKind};
use crate::model::number::{DocNumber, Form, InstrumentType, Serial, Symbol};

/// Why a text is not one document number. Ranges are bytes of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NumberError {
    /// Nothing but blanks.
    Empty,
    /// A day, such as `01/07/2026` or `30/6`.
    Date { range: Range<usize> },
    /// Serial and year without type and issuer: `73/2019`.
    MissingSymbol { range: Range<usize> },
    /// Not the shape of a number at all.
    NotANumber { range: Range<usize> },
    /// A year outside 1900–2100, or serial 0.
    Impossible { range: Range<usize> },
    /// Words after the number.
    TrailingWords { range: Range<usize> },
}

/// Reads a text that is one document number and nothing else; notes say what differs from the canonical form.
///
/// # Errors
/// [`NumberError`]: the text is something else, or more than a number.
pub fn parse_number(text: &str) -> Result<ParsedWithNotes<DocNumber>, NumberError> {
    let tokens = Tokens::new(text);
    if tokens.len() == 0 {
        return Err(NumberError::Empty);
    }
    let start = if tokens.is(0, "số") { 1 } else { 0 };
    let rest = |from: usize| tokens.range(from, tokens.len());
    let Some(read) = read_number(&tokens, start, Trust::Stated) else {
        return Err(explain(&tokens, start));
    };
    if read.after < tokens.len() {
        return Err(NumberError::TrailingWords { range: rest(read.after) });
    }
    let mut notes = read.notes;
    if start > 0 {
        notes.insert(0, note(NoteKind::ExtraWord, tokens.range(0, 1)));
    }
    Ok(ParsedWithNotes { value: read.number, notes })
}

fn explain(tokens: &Tokens<'_>, at: usize) -> NumberError {
    let range = tokens.range(at, tokens.len());
    let slash = |at: usize| tokens.is_mark(at, '/') || tokens.is_mark(at, '-');
    let numbers = tokens.digits(at).is_some() && slash(at + 1) && tokens.digits(at + 2).is_some();
    let ends = |after: usize| after >= tokens.len();
    if !numbers {
        NumberError::NotANumber { range }
    } else if ends(at + 3) && tokens.word(at + 2).len() == 4 {
        NumberError::MissingSymbol { range }
    } else if ends(at + 3) || slash(at + 3) && tokens.digits(at + 4).is_some() {
        NumberError::Date { range }
    } else {
        NumberError::Impossible { range }
    }
}

/// How much the words before a number vouch for it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// A type or `số` is before it.
    Stated,
    /// Nothing does: only shapes that are nothing else count.
    Bare,
}

/// A number read, with the token after it.
pub(super) struct NumberRead {
    pub number: DocNumber,
    pub after: usize,
    pub notes: Vec<Note>,
}

/// Reads a document number at `at`.
pub(super) fn read_number(tokens: &Tokens<'_>, at: usize, trust: Trust) -> Option<NumberRead> {
    if let Some(read) = read_standard(tokens, at) {
        return Some(read);
    }
    let mut notes = Vec::new();
    let serial = read_serial(tokens, at, &mut notes)?;
    // `001/2030/BXX-KNXX` counts certificates, not documents.
    let counted = trust == Trust::Bare && tokens.word(at).starts_with("00");
    if is_inside_number(tokens, at) || counted {
        return None;
    }
    let (form, after) = read_form(tokens, at + 1, serial, trust, &mut notes)?;
    let number = DocNumber::new(form)?;
    Some(NumberRead { number, after, notes })
}

/// Serial and year alone, `73/2019`: the rest of the number was cut off.
pub(super) fn read_partial(tokens: &Tokens<'_>, at: usize) -> Option<(Serial, u16, usize)> {
    let serial = read_serial(tokens, at, &mut Vec::new())?;
    let year = tokens.digits(at + 2).filter(|year| year.len() == 4)?.parse().ok()?;
    let shape = slash_at(tokens, at + 1, &mut Vec::new()) == Some(at + 2) && !is_inside_number(tokens, at);
    let ends = !(tokens.is_mark(at + 3, '/') && tokens.is_glued(at + 3));
    (shape && ends && (1945..=2100).contains(&year)).then_some((serial, year, at + 3))
}

/// Reads the number after its serial.
fn read_form(
    tokens: &Tokens<'_>,
    at: usize,
    serial: Serial,
    trust: Trust,
    notes: &mut Vec<Note>,
) -> Option<(Form, usize)> {
    if tokens.is_mark(at, '-') && tokens.is_glued(at) && tokens.is_glued(at + 1) {
        let SymbolRead { symbol, after } = read_symbol(tokens, at + 1, notes)?;
        return (trust == Trust::Stated).then_some((Form::Dashed { serial, symbol }, after));
    }
    if let Some((symbol, after)) = spaced_symbol(tokens, at, notes).filter(|_| trust == Trust::Stated) {
        return Some((Form::Spaced { serial, symbol }, after));
    }
    let next = slash_at(tokens, at, notes)?;
    if let Some(digits) = tokens.digits(next) {
        let symbol_at = slash_at(tokens, after_year(tokens, next), notes)?;
        let SymbolRead { symbol, after } = read_symbol(tokens, symbol_at, notes)?;
        let form = match digits.len() {
            4 => Form::Normative { serial, year: digits.parse().ok()?, symbol },
            2 if trust == Trust::Stated || symbol.implied_type().is_some() => {
                Form::ShortYear { serial, year: digits.parse().ok()?, symbol }
            }
            _ => return None,
        };
        return Some((form, after));
    }
    let SymbolRead { symbol, after } = read_symbol(tokens, next, notes)?;
    let first = symbol.parts().next().unwrap_or_default();
    let typed = InstrumentType::from_code(first).is_some() && first.chars().count() > 1 && symbol.parts().count() > 1;
    (trust == Trust::Stated || typed).then_some((Form::Individual { serial, symbol }, after))
}

/// The token after the year at `at`, which the keys may have written twice: `11/2030/2030/NĐ-XX`.
fn after_year(tokens: &Tokens<'_>, at: usize) -> usize {
    let twice = tokens.is_mark(at + 1, '/') && tokens.word(at + 2) == tokens.word(at) && tokens.word(at).len() == 4;
    if twice { at + 3 } else { at + 1 }
}

/// Bodies that numbered by their letters alone: `12 CP`, `196 TTg`.
const OLD_BODIES: [&str; 5] = ["CP", "TTg", "HĐBT", "SL", "TC"];

/// `TC/TCT` of `91 TC/TCT`: two parts or more, or one of the old bodies, since one could be any word in capitals.
fn spaced_symbol(tokens: &Tokens<'_>, at: usize, notes: &mut Vec<Note>) -> Option<(Symbol, usize)> {
    let first = tokens.letters(at).filter(|_| tokens.gap(at) == Gap::Space)?;
    let is_old_body = OLD_BODIES.contains(&first) && !tokens.is_glued(at + 1);
    let capitals = first.starts_with(char::is_uppercase) && tokens.is_glued(at + 1) || is_old_body;
    let SymbolRead { symbol, after } = if capitals { read_symbol(tokens, at, notes)? } else { return None };
    (symbol.parts().count() > 1 || is_old_body).then_some((symbol, after))
}

/// `72`, `05`, `12a`.
fn read_serial(tokens: &Tokens<'_>, at: usize, notes: &mut Vec<Note>) -> Option<Serial> {
    let word = tokens.word(at);
    let split = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (digits, suffix) = word.split_at_checked(split)?;
    let letter = match suffix.as_bytes() {
        [] => None,
        [letter] if letter.is_ascii_alphabetic() => Some(char::from(letter.to_ascii_lowercase())),
        _ => return None,
    };
    if !(1..=6).contains(&digits.len()) {
        return None;
    }
    let number: u32 = digits.parse().ok().filter(|&number| number > 0)?;
    if digits.len() != number.to_string().len().max(2) {
        notes.push(note(NoteKind::LeadingZero, tokens.range(at, at + 1)));
    }
    Some(Serial { number, letter })
}

/// The token after a slash at `at`; spaces around it are noted, line breaks end the number.
fn slash_at(tokens: &Tokens<'_>, at: usize, notes: &mut Vec<Note>) -> Option<usize> {
    let near = |at: usize| matches!(tokens.gap(at), Gap::None | Gap::Space);
    if !(tokens.is_mark(at, '/') && near(at) && near(at + 1)) {
        return None;
    }
    if tokens.gap(at) == Gap::Space || tokens.gap(at + 1) == Gap::Space {
        notes.push(note(NoteKind::StraySpace, tokens.range(at - 1, at + 2)));
    }
    // `155/2030//TT-XX`: a slip of the keys.
    let twice = tokens.is_mark(at + 1, '/') && tokens.is_glued(at + 1);
    Some(at + 1 + usize::from(twice))
}

/// Whether the token continues something else: `3/72/2013`, `1.72`.
fn is_inside_number(tokens: &Tokens<'_>, at: usize) -> bool {
    let marks = ['/', '.', '-', ','];
    // `số: /2030/TT-XX` is a form that leaves the serial open.
    let open = at > 0 && tokens.is_glued(at) && tokens.is_mark(at - 1, '/');
    open || at > 1
        && tokens.is_glued(at)
        && tokens.is_glued(at - 1)
        && marks.iter().any(|&mark| tokens.is_mark(at - 1, mark))
}
