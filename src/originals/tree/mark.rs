//! The numbering at the beginning of a line: `3.`, `đ)`, `1.11`, `II.`, a dash.

use std::num::NonZeroU16;

use crate::model::provision::{Label, Letter, MixedLabel, read_roman};

/// One line's numbering and the byte after it, white space included.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct LineOpening {
    pub mark: Numbering,
    /// The byte after the numbering and its sign.
    pub label_end: usize,
    /// The byte where the words begin.
    pub words: usize,
}

/// The sort of numbering that a line begins with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Numbering {
    /// `3.`, `3a.`, `3)`
    Number(Label),
    /// `1.1.`, `1.11`; whether a sign or a space ends it beyond doubt.
    Dotted {
        label: Label,
        stopped: bool,
    },
    /// `II.`
    Roman(Label),
    /// `B.`
    Capital(Label),
    /// `đ)`, `a1)`
    Letter(Label),
    /// `a.`, `b/`: as old texts write points; a sentence may begin so too.
    LooseLetter(Label),
    /// `a.1)`
    Below(Label),
    /// `f)`, `j)`: no letter of the Vietnamese order; the one that a letter of another script looks like.
    ForeignLetter(Option<Label>),
    /// `aa)`: as Word goes on after `z)`.
    DoubledLetter,
    /// `ii)`, `(1)`, `+`: a sign below every unit that can be cited.
    Minor,
    Dash,
    /// Words without a sign before them.
    None,
}

/// Reads the opening of a line that does not begin with white space.
pub(super) fn opening(line: &str) -> LineOpening {
    let found = sign(line).or_else(|| number(line)).or_else(|| letter(line)).or_else(|| capital(line));
    let (mark, label_end) = found.unwrap_or((Numbering::None, 0));
    let rest = line.get(label_end..).unwrap_or_default();
    LineOpening { mark, label_end, words: line.len() - rest.trim_start().len() }
}

/// Dashes, and numbers in brackets.
fn sign(line: &str) -> Option<(Numbering, usize)> {
    let mut chars = line.chars();
    let first = chars.next()?;
    let spaced = chars.as_str().is_empty() || chars.as_str().starts_with(char::is_whitespace);
    match first {
        '-' | '–' | '—' | '•' | '●' if spaced || starts_word(chars.as_str()) => {
            Some((Numbering::Dash, first.len_utf8()))
        }
        '+' | '*' | 'o' | '○' | '▪' if spaced => Some((Numbering::Minor, first.len_utf8())),
        '+' if starts_word(chars.as_str()) => Some((Numbering::Minor, 1)),
        '(' => in_brackets(line).map(|end| (Numbering::Minor, end)),
        _ => None,
    }
}

fn starts_word(rest: &str) -> bool {
    rest.starts_with(char::is_alphabetic)
}

/// `(1)`, `(ii)`, `(a)` with words after it.
fn in_brackets(line: &str) -> Option<usize> {
    let end = line.find(')')?;
    let inner = line.get(1..end)?;
    let short = (1..=4).contains(&inner.chars().count()) && inner.chars().all(|c| c.is_ascii_digit() || is_small(c));
    let digits = inner.chars().all(|c| c.is_ascii_digit());
    let single = inner.chars().count() == 1;
    (short && (digits || single || is_small_roman(inner))).then_some(end + 1)
}

/// `3.`, `3a.`, `1.1.`, `1.11`.
fn number(line: &str) -> Option<(Numbering, usize)> {
    let (first, mut at) = digits(line)?;
    let mut numbers = vec![first];
    while let Some((next, length)) = line.get(at..).and_then(|rest| rest.strip_prefix('.')).and_then(digits) {
        numbers.push(next);
        at += 1 + length;
    }
    match (numbers.len(), line.get(at..)?) {
        (1, rest) => plain(first, rest, at),
        (2..=8, rest) => dotted(numbers, rest, at),
        _ => None,
    }
}

/// The number at the beginning, of three digits at most, and its length.
fn digits(text: &str) -> Option<(NonZeroU16, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text.get(..length).filter(|digits| (1..=3).contains(&digits.len()))?;
    Some((number.parse().ok()?, length))
}

fn plain(number: NonZeroU16, rest: &str, at: usize) -> Option<(Numbering, usize)> {
    let inserted = rest.chars().next().and_then(Letter::new);
    let after = inserted.map_or(0, |letter| letter.get().len_utf8());
    let (letter, rest, at) = match stop(rest.get(after..)?).filter(|_| inserted.is_some()) {
        Some(_) => (inserted, rest.get(after..)?, at + after),
        None => (None, rest, at),
    };
    let length = stop(rest)?;
    Some((Numbering::Number(Label::Number { number, letter }), at + length))
}

/// Reads `1 Cơ quan`: a number whose full stop is missing, with its length.
pub(super) fn bare_number(line: &str) -> Option<(NonZeroU16, usize)> {
    let (number, length) = digits(line)?;
    let rest = line.get(length..)?;
    let words = rest.trim_start();
    (words.len() < rest.len() && words.starts_with(char::is_uppercase)).then_some((number, length))
}

/// The length of the sign that ends a number: `.`, `)`, and in old texts `/` and `-`.
fn stop(rest: &str) -> Option<usize> {
    let after = rest.get(1..)?;
    let spaced = after.is_empty() || after.starts_with(char::is_whitespace);
    let glued = after.starts_with(|c: char| c.is_alphabetic() || matches!(c, '“' | '"' | '(' | '['));
    match rest.chars().next()? {
        '.' if after.starts_with('.') && !after.starts_with("..") => stop(after).map(|length| length + 1),
        '.' | ')' if spaced || glued => Some(1),
        '/' | '-' if spaced => Some(1),
        _ => None,
    }
}

fn dotted(numbers: Vec<NonZeroU16>, rest: &str, at: usize) -> Option<(Numbering, usize)> {
    let stopped = stop(rest);
    let open = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let length = stopped.or_else(|| open.then_some(0))?;
    Some((Numbering::Dotted { label: Label::Dotted(numbers), stopped: stopped.is_some() }, at + length))
}

/// `a)`, `đ1)`, `a.1)`, `a.`, `ii)`, `f)`.
fn letter(line: &str) -> Option<(Numbering, usize)> {
    let end = line.find([')', '.', '/', ' '])?;
    let word = line.get(..end)?;
    let rest = line.get(end..)?;
    if !(1..=4).contains(&word.chars().count()) || !word.starts_with(is_small) {
        return None;
    }
    below(line).or_else(|| match rest.chars().next()? {
        ')' => Some((closed_letter(word)?, end + 1)),
        '.' | '/' => {
            let sign = rest.len() - rest.trim_start_matches(['.', '/']).len();
            let spaced = rest.get(sign..).is_some_and(|it| it.starts_with(char::is_whitespace));
            spaced.then(|| Some((Numbering::LooseLetter(lettered(word)?), end + sign))).flatten()
        }
        _ => None,
    })
}

fn is_small(c: char) -> bool {
    c.is_lowercase()
}

/// `a.1)`, `a.1.`, `c.2`: a tiết that repeats its điểm.
fn below(line: &str) -> Option<(Numbering, usize)> {
    let (letter, rest) = line.split_once('.').filter(|(letter, _)| letter.chars().count() == 1)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let length = letter.len() + 1 + digits;
    let label = MixedLabel::new(line.get(..length)?).filter(|_| letter.starts_with(is_small) && digits <= 2)?;
    let after = rest.get(digits..)?;
    let open = after.is_empty() || after.starts_with(char::is_whitespace);
    let sign = stop(after).or_else(|| open.then_some(0))?;
    Some((Numbering::Below(Label::Mixed(label)), length + sign))
}

fn closed_letter(word: &str) -> Option<Numbering> {
    match lettered(word) {
        Some(label) => Some(Numbering::Letter(label)),
        None if is_small_roman(word) => Some(Numbering::Minor),
        None if is_doubled(word) => Some(Numbering::DoubledLetter),
        None if is_pair(word) => Some(Numbering::Minor),
        None if word.chars().count() == 1 => Some(Numbering::ForeignLetter(word.chars().next().and_then(look_alike))),
        None => None,
    }
}

/// The label that a Cyrillic letter looks like, as scanned texts have it.
fn look_alike(letter: char) -> Option<Label> {
    const ALIKE: [(char, char); 7] =
        [('а', 'a'), ('е', 'e'), ('о', 'o'), ('р', 'p'), ('с', 'c'), ('у', 'y'), ('х', 'x')];
    ALIKE.iter().find(|(cyrillic, _)| *cyrillic == letter).and_then(|(_, latin)| Label::letter(*latin))
}

/// `a`, `a1`.
fn lettered(word: &str) -> Option<Label> {
    let mut chars = word.chars();
    let letter = Letter::new(chars.next()?)?;
    let number = match chars.as_str() {
        "" => None,
        digits if digits.starts_with('0') => return None,
        digits => Some(digits.parse().ok()?),
    };
    Some(Label::Letter { letter, number })
}

pub(super) fn is_small_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'i' | 'v' | 'x')) && read_roman(&word.to_ascii_uppercase()).is_some()
}

/// `aa`, `bb`.
fn is_doubled(word: &str) -> bool {
    let mut letters = word.chars();
    matches!((letters.next(), letters.next(), letters.next()), (Some(one), Some(two), None) if one == two && one.is_alphabetic())
}

/// `ab`, letters of the law side by side.
fn is_pair(word: &str) -> bool {
    word.chars().count() == 2 && word.chars().all(|c| Letter::new(c).is_some())
}

/// `II.`, `B.`, `A)`.
fn capital(line: &str) -> Option<(Numbering, usize)> {
    let end = line.find(['.', ')', '/', '-', ' '])?;
    let (word, rest) = line.split_at_checked(end)?;
    let spaced = rest.get(1..).is_some_and(|it| it.is_empty() || it.starts_with(char::is_whitespace));
    let length = stop(rest).filter(|_| spaced)?;
    let label = if matches!(word, "C" | "D" | "L" | "M") { capital_letter(word) } else { roman(word) };
    let mark = match label.or_else(|| capital_letter(word))? {
        label @ Label::Roman { .. } => Numbering::Roman(label),
        label => Numbering::Capital(label),
    };
    Some((mark, end + length))
}

pub(super) fn roman(word: &str) -> Option<Label> {
    read_roman(word).map(|number| Label::Roman { number, letter: None })
}

/// `B`, `B1`, as parts and annexes are labelled.
pub(super) fn capital_letter(word: &str) -> Option<Label> {
    let first = word.chars().next().filter(|c| c.is_uppercase())?;
    let letter = Letter::new(first.to_lowercase().next()?)?;
    let number = match word.get(first.len_utf8()..)? {
        "" => None,
        digits => Some(digits.parse().ok()?),
    };
    Some(Label::Letter { letter, number })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> (Numbering, &str) {
        let opening = opening(line);
        (opening.mark, &line[opening.words..])
    }

    fn number(n: u16) -> Numbering {
        Numbering::Number(Label::number(n).unwrap())
    }

    #[test]
    fn numbers() {
        assert_eq!(words("3. Cơ quan"), (number(3), "Cơ quan"));
        assert_eq!(words("3.Cơ quan"), (number(3), "Cơ quan"));
        assert_eq!(words("10."), (number(10), ""));
        assert_eq!(words("4.. Cơ quan"), (number(4), "Cơ quan"));
        assert_eq!(words("3..Cơ quan"), (number(3), "Cơ quan"));
        assert_eq!(words("1/ Đối tượng"), (number(1), "Đối tượng"));
        assert!(matches!(words("3a. Cơ quan"), (Numbering::Number(Label::Number { letter: Some(_), .. }), "Cơ quan")));
        assert!(matches!(words("1.11 Máy"), (Numbering::Dotted { stopped: false, .. }, "Máy")));
        assert!(matches!(words("1.1.1. Máy"), (Numbering::Dotted { stopped: true, .. }, "Máy")));
        for text in ["150.000 đồng", "4... máy", "2030. Năm", "3 máy", "24/7 giờ", "1:500"] {
            let mark = words(text).0;
            assert!(matches!(mark, Numbering::None | Numbering::Dotted { stopped: false, .. }), "{text} {mark:?}");
        }
    }

    #[test]
    fn letters() {
        let letter = |c| Numbering::Letter(Label::letter(c).unwrap());
        assert_eq!(words("a) Máy"), (letter('a'), "Máy"));
        assert_eq!(words("đ)Máy"), (letter('đ'), "Máy"));
        assert!(matches!(words("a1) Máy"), (Numbering::Letter(Label::Letter { number: Some(_), .. }), "Máy")));
        assert!(matches!(words("a.1) Máy"), (Numbering::Below(_), "Máy")));
        assert!(matches!(words("c.2. Máy"), (Numbering::Below(_), "Máy")));
        assert!(matches!(words("c.2.Máy"), (Numbering::Below(_), "Máy")));
        assert!(matches!(words("a/. Máy"), (Numbering::LooseLetter(_), "Máy")));
        assert!(matches!(words("a. Máy"), (Numbering::LooseLetter(_), "Máy")));
        assert_eq!(words("f) Máy"), (Numbering::ForeignLetter(None), "Máy"));
        assert_eq!(words("с) Máy"), (Numbering::ForeignLetter(Label::letter('c')), "Máy"));
        assert_eq!(words("iv) Máy"), (Numbering::Minor, "Máy"));
        assert_eq!(words("(ii) Máy"), (Numbering::Minor, "Máy"));
        assert_eq!(words("aa) Máy"), (Numbering::DoubledLetter, "Máy"));
        assert_eq!(words("zz) Máy"), (Numbering::DoubledLetter, "Máy"));
        for text in ["máy) nào", "a b c", "e-mail", "(sau đây gọi là máy) nào", "x-rates.com thì"] {
            assert_eq!(words(text).0, Numbering::None, "{text}");
        }
    }

    #[test]
    fn capitals_and_signs() {
        assert!(matches!(words("II. MÁY"), (Numbering::Roman(_), "MÁY")));
        assert!(matches!(words("C. MÁY"), (Numbering::Capital(_), "MÁY")));
        assert_eq!(words("- Máy"), (Numbering::Dash, "Máy"));
        assert_eq!(words("+ Máy"), (Numbering::Minor, "Máy"));
        assert_eq!(words("Máy").0, Numbering::None);
    }
}
