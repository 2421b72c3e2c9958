//! Escapes of double-quoted values: what is written as `\u202E` is in the value and not in the text of the file, so the
//! text's own check did not see it.

use std::ops::Range;

use crate::characters::messages;
use crate::characters::{self, CharacterClass, class, words};
use crate::diag::{FileId, Place, Sink, Span};

/// Reads a value that has escapes as the rest of the file is read, and reports what they hide. `raw` is the value as it
/// is written, `base` the byte of the file where it begins.
pub fn read(value: &str, raw: &str, base: usize, file: FileId, sink: &mut Sink) -> String {
    let place = |range: Range<usize>| Place::Span(Span::new(file, base + range.start..base + range.end));
    let escapes = escapes(raw);
    for (character, range) in
        escapes.iter().filter(|(character, _)| class(*character) == CharacterClass::Hidden).take(MOST)
    {
        sink.push(messages::hidden(place(range.clone()), *character, 0));
    }
    let (read, tally) = characters::read(value);
    if !tally.is_empty() {
        let changed = |character: &char| !matches!(class(*character), CharacterClass::Plain | CharacterClass::Hidden);
        let first =
            escapes.iter().find(|(character, _)| changed(character)).map_or(0..raw.len(), |(_, range)| range.clone());
        sink.push(messages::normalised(place(first), &tally));
    }
    for found in words::faults(&read).into_iter().take(MOST) {
        let word = read.get(found.range.clone()).unwrap_or_default();
        // A word that is in the file has been reported there.
        if !raw.contains(word) {
            sink.push(messages::word(place(0..raw.len()), word, &found.fault));
        }
    }
    read
}

/// How many of one value are reported.
const MOST: usize = 10;

/// The characters that escapes stand for, with their bytes in `raw`.
fn escapes(raw: &str) -> Vec<(char, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(slash) = raw.get(at..).and_then(|rest| rest.find('\\')).map(|offset| at + offset) {
        let rest = raw.get(slash + 1..).unwrap_or_default();
        let (character, length) = escape(rest);
        at = slash + 1 + length;
        found.extend(character.map(|character| (character, slash..at)));
    }
    found
}

/// Returns the character of an escape, by the text after the backslash, and how many bytes the escape takes.
fn escape(rest: &str) -> (Option<char>, usize) {
    let Some(sign) = rest.chars().next() else { return (None, 0) };
    let digits = match sign {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return (named(sign), sign.len_utf8()),
    };
    let code = rest.get(1..=digits).and_then(|code| u32::from_str_radix(code, 16).ok());
    (code.and_then(char::from_u32), 1 + code.map_or(0, |_| digits))
}

fn named(sign: char) -> Option<char> {
    Some(match sign {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_escape_is_known() {
        let raw = r#""\x07 \u202E\U000e0001\0\a\b\v\f\r\e\N\_\L\P\t\n\\ \" \u00ad \q \u12""#;
        let found: Vec<u32> = escapes(raw).into_iter().map(|(character, _)| character as u32).collect();
        let expected = [7, 0x202e, 0xe0001, 0, 7, 8, 0xb, 0xc, 0xd, 0x1b, 0x85, 0xa0, 0x2028, 0x2029, 9, 0xa, 0xad];
        assert_eq!(found, expected);
        let (_, range) = &escapes(raw)[1];
        assert_eq!(&raw[range.clone()], r"\u202E");
    }
}
