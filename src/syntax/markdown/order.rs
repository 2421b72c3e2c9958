//! The order of labels: what must be between two neighbours.

use std::num::NonZeroU16;

use super::points::{LETTERS, Label, LabelKind};
use crate::model::provision::{read_roman, write_roman};

/// The place of a label among its siblings: `d` < `d1` < `đ` < `đ1` < `e`; `15` < `15a` < `15b` < `16`.
struct LabelRank<'l> {
    /// The bracket before it, or nothing.
    begin: &'l str,
    /// `1.2.` of `1.2.3.`
    group: &'l str,
    main: usize,
    /// 0 for a unit of the original, from 1 for an inserted one.
    inserted: usize,
    /// The punctuation.
    end: &'l str,
}

/// Returns the labels missing between two neighbours of one list, if any. A smaller label begins another list; a repeated
/// one is a slip for the next.
pub fn missing(before: &Label, after: &Label) -> Option<String> {
    if before.kind != after.kind {
        return None;
    }
    let (from, to) = (key(before)?, key(after)?);
    if from.group != to.group || (to.main, to.inserted) < (from.main, from.inserted) {
        return None;
    }
    if comes_next(&from, &to) {
        return None;
    }
    let first =
        if to.main == from.main && to.inserted > 0 { (from.main, from.inserted + 1) } else { (from.main + 1, 0) };
    let last = match to.inserted {
        _ if (to.main, to.inserted) == (from.main, from.inserted) => first,
        0 => (to.main - 1, 0),
        1 => (to.main, 0),
        further => (to.main, further - 1),
    };
    let first_label = write(before.kind, &to, first)?;
    if last <= first {
        Some(first_label)
    } else {
        Some(format!("{first_label} … {}", write(before.kind, &to, last)?))
    }
}

/// Whether the second label is the next of the first one's list.
pub fn follows(before: &Label, after: &Label) -> bool {
    before.kind == after.kind
        && key(before).zip(key(after)).is_some_and(|(from, to)| from.group == to.group && comes_next(&from, &to))
}

/// Whether a label is the first of a list, in either reading; of signs, any is.
pub fn is_first(label: &Label) -> bool {
    let first = |label: &Label| match label.kind {
        LabelKind::Dash | LabelKind::Plus | LabelKind::Bullet => true,
        LabelKind::Letter | LabelKind::BracketedLetter | LabelKind::Capital => {
            key(label).is_some_and(|key| (key.main, key.inserted) == (0, 0))
        }
        LabelKind::Number { .. } | LabelKind::BracketedNumber | LabelKind::Roman | LabelKind::SmallRoman => {
            key(label).is_some_and(|key| (key.main, key.inserted) == (1, 0))
        }
    };
    first(label) || label.other_reading().is_some_and(|other| first(&other))
}

fn comes_next(from: &LabelRank<'_>, to: &LabelRank<'_>) -> bool {
    match to.inserted {
        0 => to.main == from.main + 1,
        inserted => to.main == from.main && inserted == from.inserted + 1,
    }
}

fn key(label: &Label) -> Option<LabelRank<'_>> {
    let (begin, words) = label.text.split_at(usize::from(label.text.starts_with('(')));
    let (words, end) = words.split_at_checked(words.len().checked_sub(1)?)?;
    let key = |main: usize, inserted: usize| Some(LabelRank { begin, group: "", main, inserted, end });
    match label.kind {
        LabelKind::Number { .. } => {
            let (group, number) = words.rfind('.').map_or(("", words), |dot| words.split_at(dot + 1));
            let digits = number.bytes().take_while(u8::is_ascii_digit).count();
            let (main, letter) = number.split_at(digits);
            let inserted = letter.chars().next().map_or(Some(0), |letter| Some(index(letter)? + 1))?;
            Some(LabelRank { begin, group, main: main.parse().ok()?, inserted, end })
        }
        LabelKind::BracketedNumber => key(words.parse().ok()?, 0),
        LabelKind::Roman | LabelKind::SmallRoman => key(usize::from(read_roman(&words.to_uppercase())?.get()), 0),
        LabelKind::Capital => key(index(words.chars().next()?.to_lowercase().next()?)?, 0),
        LabelKind::Letter | LabelKind::BracketedLetter => {
            let letter = words.chars().next()?;
            let inserted = match words.get(letter.len_utf8()..)? {
                "" => 0,
                digits => digits.parse().ok()?,
            };
            key(index(letter)?, inserted)
        }
        LabelKind::Dash | LabelKind::Plus | LabelKind::Bullet => None,
    }
}

fn write(kind: LabelKind, like: &LabelRank<'_>, (main, inserted): (usize, usize)) -> Option<String> {
    let LabelRank { begin, group, end, .. } = like;
    let letter = |at: usize| LETTERS.chars().nth(at);
    let words = match kind {
        LabelKind::Number { .. } | LabelKind::BracketedNumber if inserted == 0 => format!("{group}{main}"),
        LabelKind::Number { .. } | LabelKind::BracketedNumber => format!("{group}{main}{}", letter(inserted - 1)?),
        LabelKind::Letter | LabelKind::BracketedLetter if inserted == 0 => letter(main)?.to_string(),
        LabelKind::Letter | LabelKind::BracketedLetter => format!("{}{inserted}", letter(main)?),
        LabelKind::Capital => letter(main)?.to_uppercase().to_string(),
        LabelKind::Roman => write_roman(NonZeroU16::new(u16::try_from(main).ok()?)?),
        LabelKind::SmallRoman => write_roman(NonZeroU16::new(u16::try_from(main).ok()?)?).to_lowercase(),
        LabelKind::Dash | LabelKind::Plus | LabelKind::Bullet => return None,
    };
    Some(format!("{begin}{words}{end}"))
}

fn index(letter: char) -> Option<usize> {
    LETTERS.chars().position(|known| known == letter)
}

#[cfg(test)]
mod tests {
    use super::super::points::{at_start, of_item};
    use super::*;

    fn between(before: &str, after: &str) -> Option<String> {
        missing(&at_start(before, true).unwrap(), &at_start(after, true).unwrap())
    }

    #[test]
    fn order() {
        for pair in ["a) b)", "d) đ)", "đ) e)", "e) g)", "i) k)", "v) x)", "a) a1)", "a1) a2)", "a2) b)", "d1) đ)"] {
            let (before, after) = pair.split_once(' ').unwrap();
            assert_eq!(between(before, after), None, "{pair}");
        }
        for pair in ["1. 2.", "9. 10.", "2. 2a.", "2a. 2b.", "2d. 2đ.", "2b. 3.", "1.9. 1.10.", "1) 2.", "1.1. 2.1."] {
            let (before, after) = pair.split_once(' ').unwrap();
            assert_eq!(between(before, after), None, "{pair}");
        }
    }

    #[test]
    fn gaps() {
        for (pair, gap) in [
            ("a) c)", "b)"),
            ("d) e)", "đ)"),
            ("a) e)", "b) … đ)"),
            ("a) a2)", "a1)"),
            ("a) b1)", "b)"),
            ("a) b2)", "b) … b1)"),
            ("b) b)", "c)"),
            ("1. 3.", "2."),
            ("1. 5.", "2. … 4."),
            ("2. 2b.", "2a."),
            ("2. 3a.", "3."),
            ("1.1. 1.3.", "1.2."),
            ("1. 1.", "2."),
            ("a. c.", "b."),
            ("(1) (4)", "(2) … (3)"),
            ("(a) (c)", "(b)"),
            ("(i) (iii)", "(ii)"),
            ("I. III.", "II."),
            ("A. D.", "B. … C."),
        ] {
            let (before, after) = pair.split_once(' ').unwrap();
            assert_eq!(between(before, after).as_deref(), Some(gap), "{pair}");
        }
    }

    #[test]
    fn other_lists() {
        for pair in ["c) a)", "3. 1.", "f) h)", "y) z)", "- -", "a) 3."] {
            let (before, after) = pair.split_once(' ').unwrap();
            assert_eq!(between(before, after), None, "{pair}");
        }
        let long = of_item("999999999. x").unwrap();
        assert_eq!(missing(&long, &of_item("1. x").unwrap()), None);
        assert_eq!(between("y) x", "y) x"), None);
    }
}
