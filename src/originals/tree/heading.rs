//! Headings: `Chương II`, `Điều 5. Phạm vi`, `Phụ lục I`, `QUY CHẾ`.

use std::num::NonZeroU16;

use super::mark::{capital_letter, roman};
use crate::model::provision::{Label, Letter, MixedLabel, ORDINAL_WORDS, Unit, UnitKind};

/// A line that is the heading of a unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct UnitHeading {
    pub unit: Unit,
    /// The byte after the label and its sign.
    pub label_end: usize,
    /// Whether only the order of the numbers shows that this is a heading: `Điều 5 Phạm vi` may be a citation.
    pub is_loose: bool,
}

/// The words that open a heading; the longer before the shorter.
const WORDS: [(&str, UnitKind); 9] = [
    ("phần", UnitKind::Part),
    ("chương", UnitKind::Chapter),
    ("tiểu mục", UnitKind::Subsection),
    ("mục", UnitKind::Section),
    ("điều", UnitKind::Article),
    ("phụ lục", UnitKind::Annex),
    ("biểu mẫu", UnitKind::Form),
    ("mẫu", UnitKind::Form),
    ("biểu số", UnitKind::Schedule),
];

/// The words of an attachment that bears no number, as they begin its heading in capitals.
const ATTACHED: [(&str, UnitKind); 5] = [
    ("QUY CHẾ", UnitKind::Regulation),
    ("QUY ĐỊNH", UnitKind::Rules),
    ("ĐIỀU LỆ", UnitKind::Charter),
    ("DANH MỤC", UnitKind::List),
    ("BIỂU", UnitKind::Schedule),
];

/// Reads a line as a heading with a label.
pub(super) fn labelled(line: &str) -> Option<UnitHeading> {
    let (kind, after) = WORDS.iter().find_map(|(word, kind)| Some((*kind, word_end(line, word)?)))?;
    let rest = line.get(after..)?;
    let words = rest.trim_start();
    let start = line.len() - words.len();
    // `Phụ lục` may be the only one; every other heading has a space before its label.
    let (label, length) = match label(kind, words) {
        Some(found) if start > after => found,
        _ if kind == UnitKind::Annex => (Label::Unlabelled, 0),
        _ => return None,
    };
    let end = if label == Label::Unlabelled { after } else { start + length };
    let (sign, is_loose) = tail(kind, &label, line.get(end..)?)?;
    Some(UnitHeading { unit: Unit::new(kind, label).ok()?, label_end: end + sign, is_loose })
}

/// Reads a line in capitals as the heading of something attached without a number: `QUY CHẾ QUẢN LÝ MÁY`.
pub(super) fn unlabelled(line: &str) -> Option<Unit> {
    let (_, kind) = ATTACHED.iter().find(|(word, _)| line.starts_with(word))?;
    if is_in_capitals(line) { Unit::new(*kind, Label::Unlabelled).ok() } else { None }
}

/// Whether no letter is small; a line without letters is not.
pub(super) fn is_in_capitals(line: &str) -> bool {
    line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase)
}

/// The byte after `word`, which begins the line with a capital, in capitals or not.
fn word_end(line: &str, word: &str) -> Option<usize> {
    if !line.starts_with(char::is_uppercase) {
        return None;
    }
    let mut rest = line.chars();
    let same = word.chars().all(|wanted| rest.next().is_some_and(|c| c.to_lowercase().eq([wanted])));
    let ends = !rest.as_str().starts_with(char::is_alphabetic);
    (same && ends).then(|| line.len() - rest.as_str().len())
}

/// The label of a heading of `kind` and its length.
fn label(kind: UnitKind, words: &str) -> Option<(Label, usize)> {
    let ordinal = || ordinal(words).filter(|_| kind == UnitKind::Part);
    let numbered = kind == UnitKind::Form || kind == UnitKind::Annex;
    let skipped = if numbered { word_of_number(words) } else { 0 };
    let (label, length) = ordinal().or_else(|| one_word(kind, words.get(skipped..)?))?;
    Some((label, skipped + length))
}

/// The length of `số ` before a number.
fn word_of_number(words: &str) -> usize {
    ["số ", "SỐ ", "Số "].iter().find(|word| words.starts_with(**word)).map_or(0, |word| word.len())
}

/// `thứ nhất`.
fn ordinal(words: &str) -> Option<(Label, usize)> {
    let lower = words.to_lowercase();
    let rest = lower.strip_prefix("thứ ")?;
    let word = rest.split(|c: char| !c.is_alphanumeric()).next()?;
    let number = match ORDINAL_WORDS.iter().position(|known| *known == word) {
        Some(index) => u16::try_from(index + 1).ok()?,
        None => word.parse().ok()?,
    };
    // Small and capital letters of Vietnamese are equally long.
    (lower.len() == words.len()).then_some((Label::ordinal(number)?, "thứ ".len() + word.len()))
}

fn one_word(kind: UnitKind, words: &str) -> Option<(Label, usize)> {
    let length = words.find(|c: char| c.is_whitespace() || matches!(c, ':' | '(' | ',' | ';')).unwrap_or(words.len());
    let word = words.get(..length)?.trim_end_matches(['.', '-', '–', '/']);
    let glued = || word.split_once('.').map(|(label, _)| label).filter(|_| kind == UnitKind::Article);
    let found = |word: &str| Some((of_kind(kind, word)?, word.len()));
    found(word).or_else(|| found(glued()?))
}

fn of_kind(kind: UnitKind, word: &str) -> Option<Label> {
    let number = || number(word);
    let roman_of_digits = || match number()? {
        Label::Number { number, letter } => Some(Label::Roman { number, letter }),
        _ => None,
    };
    match kind {
        UnitKind::Article | UnitKind::Subsection => number(),
        UnitKind::Chapter => inserted_roman(word).or_else(roman_of_digits),
        UnitKind::Part => inserted_roman(word).or_else(|| capital_letter(word)).or_else(roman_of_digits),
        UnitKind::Section => number().or_else(|| inserted_roman(word)).or_else(|| capital_letter(word)),
        _ => number()
            .or_else(|| inserted_roman(word))
            .or_else(|| inserted_capital(word))
            .or_else(|| capital_letter(word))
            .or_else(|| MixedLabel::new(word).map(Label::Mixed)),
    }
}

/// `5`, `5a`.
fn number(word: &str) -> Option<Label> {
    let split = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (digits, suffix) = word.split_at_checked(split)?;
    let number: NonZeroU16 = digits.parse().ok()?;
    let mut letters = suffix.chars();
    let letter = match letters.next() {
        None => None,
        Some(c) => Some(Letter::new(c.to_lowercase().next()?)?),
    };
    letters.as_str().is_empty().then_some(Label::Number { number, letter })
}

/// `II`, `IIa`.
fn inserted_roman(word: &str) -> Option<Label> {
    if let Some(label) = roman(word) {
        return Some(label);
    }
    let (last, c) = word.char_indices().next_back().filter(|(_, c)| c.is_lowercase())?;
    let Label::Roman { number, .. } = roman(word.get(..last)?)? else { return None };
    Some(Label::Roman { number, letter: Some(Letter::new(c)?) })
}

/// `IA`, as annexes insert one after I; a letter that is a Roman digit is never one.
fn inserted_capital(word: &str) -> Option<Label> {
    let (last, c) = word.char_indices().next_back().filter(|(_, c)| c.is_uppercase())?;
    let Label::Roman { number, .. } = roman(word.get(..last)?)? else { return None };
    Some(Label::Roman { number, letter: Some(Letter::new(c.to_lowercase().next()?)?) })
}

/// The length of the sign after a label, and whether the words after it leave a doubt; `None` where a sentence goes on.
fn tail(kind: UnitKind, label: &Label, rest: &str) -> Option<(usize, bool)> {
    let sign = rest.chars().next();
    let words = rest.trim_start();
    match sign {
        None => Some((0, false)),
        Some('.' | ':') => Some((1, false)),
        Some('(') => Some((0, false)),
        Some(c) if c.is_whitespace() => after_space(kind, label, words).map(|is_loose| (0, is_loose)),
        _ => None,
    }
}

/// Whether a heading whose label no sign ends is in doubt; `None` where it is none.
fn after_space(kind: UnitKind, label: &Label, words: &str) -> Option<bool> {
    let dashed = words.starts_with(['-', '–', '—']);
    let bracketed = words.starts_with('(') && kind.is_annex();
    if words.is_empty() || dashed && kind != UnitKind::Article || bracketed {
        return Some(false);
    }
    if kind == UnitKind::Article {
        return (words.starts_with(char::is_uppercase) && *label != Label::Unlabelled).then_some(true);
    }
    is_in_capitals(words).then_some(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(String, &str)> {
        labelled(line).map(|it| (it.unit.to_string(), line[it.label_end..].trim()))
    }

    #[test]
    fn headings() {
        let cases = [
            ("Phần thứ nhất", "Phần thứ nhất", ""),
            ("PHẦN THỨ HAI", "Phần thứ hai", ""),
            ("Phần I", "Phần I", ""),
            ("Chương II", "Chương II", ""),
            ("CHƯƠNG IV. MÁY BỊA", "Chương IV", "MÁY BỊA"),
            ("Chương IIa", "Chương IIa", ""),
            ("Mục 1. MÁY", "Mục 1", "MÁY"),
            ("MỤC 2 MÁY BỊA", "Mục 2", "MÁY BỊA"),
            ("Tiểu mục 3", "Tiểu mục 3", ""),
            ("Điều 5. Phạm vi", "Điều 5", "Phạm vi"),
            ("Điều 5.Phạm vi", "Điều 5", "Phạm vi"),
            ("ĐIỀU 15a: Phạm vi", "Điều 15a", "Phạm vi"),
            ("Điều 5", "Điều 5", ""),
            ("Phụ lục", "Phụ lục", ""),
            ("PHỤ LỤC SỐ 02", "Phụ lục 2", ""),
            ("Phụ lục IA: Máy", "Phụ lục IA", "Máy"),
            ("Phụ lục I (Ban hành kèm theo Nghị định)", "Phụ lục I", "(Ban hành kèm theo Nghị định)"),
            ("Mẫu số 01. Đăng ký", "Mẫu số 01", "Đăng ký"),
            ("Mẫu số 12/PLI", "Mẫu số 12/PLI", ""),
        ];
        for (line, unit, words) in cases {
            assert_eq!(read(line), Some((unit.to_owned(), words)), "{line}");
        }
        assert!(labelled("Điều 5 Phạm vi").is_some_and(|it| it.is_loose));
    }

    #[test]
    fn sentences() {
        for line in [
            "Điều 5 của Luật này quy định máy.",
            "Điều 5, Điều 6 Luật này.",
            "Chương II Luật Máy bịa được bãi bỏ.",
            "Mục tiêu của máy",
            "Mục 1 và Mục 2 của Chương II",
            "Phụ lục I ban hành kèm theo Nghị định này.",
            "Mẫu số 01 tại Phụ lục này.",
            "Mẫu tờ trình",
            "Phần mềm máy bịa",
            "điều 5. Phạm vi",
            "Điều lệ Quỹ máy bịa",
        ] {
            assert_eq!(labelled(line), None, "{line}");
        }
    }
}
