//! Labels of legal points: `1.`, `2a.`, `1.1.`, `1)`, `a)`, `đ)`, `a1)`, and of list items: `-`, `+`; and the labels that
//! other drafters use: `a.`, `(a)`, `(1)`, `(i)`, `ii)`, `I.`, `A.`, `•`, `–`. Each is kept as it is written.
//!
//! A label is recognised at the start of a line, followed by white space or the end of the line, in plain text: not
//! inside emphasis or a link, and not when the editor escaped it (`a\)`). A line that merely continues a sentence looks
//! the same. After a line that ends with a word asking for a number ("quy định tại điểm ⏎ a) khoản 2"), no label begins.
//! Otherwise the editor escapes the bracket or breaks the line elsewhere. Labels that ordinary words look like more often
//! are [`Label::loose`]: [`super::beginnings`] asks for more before it takes them.

use crate::model::provision::read_roman;

/// The letters of points in their order (Nghị định 34/2016/NĐ-CP; conventions, section 2).
pub const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// What a label is; the order is that of the levels, large to small.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LabelKind {
    /// `A.`
    Capital,
    /// `I.`
    Roman,
    /// `1.` is of depth 1, `1.1.` of depth 2.
    Number {
        depth: usize,
    },
    /// `a)`, `a.`
    Letter,
    /// `(1)`
    BracketedNumber,
    /// `(a)`
    BracketedLetter,
    /// `(i)`, `ii)`
    SmallRoman,
    Dash,
    Plus,
    /// `•`, `*`: of no fixed level.
    Bullet,
}

/// A label as it is written in the source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    pub text: String,
    pub kind: LabelKind,
    /// A line of prose may well begin so.
    pub loose: bool,
}

impl Label {
    /// `f)`, `j)`, `w)`, `z)`: no letters of the law's alphabet, but found in real texts now and then.
    pub fn is_odd(&self) -> bool {
        let lettered = matches!(self.kind, LabelKind::Letter | LabelKind::BracketedLetter);
        lettered && !self.text.trim_start_matches('(').starts_with(|letter| LETTERS.contains(letter))
    }

    /// The other thing that the same signs may be: `i)` is a letter after `h)` and a Roman number before `ii)`.
    pub fn other_reading(&self) -> Option<Label> {
        let bracketed = self.text.starts_with('(');
        let letter = self.text.trim_matches(['(', ')', '.']);
        let kind = match self.kind {
            LabelKind::Letter if ["i", "v", "x"].contains(&letter) => LabelKind::SmallRoman,
            LabelKind::SmallRoman if letter.len() == 1 && bracketed => LabelKind::BracketedLetter,
            LabelKind::Roman if letter.len() == 1 => LabelKind::Capital,
            _ => return None,
        };
        Some(Label { kind, ..self.clone() })
    }
}

/// The label that a line of text begins with, if it does. `last` says that nothing else follows the text on its line.
pub fn at_start(line: &str, last: bool) -> Option<Label> {
    let (length, kind, loose) = read(line)?;
    let (text, rest) = line.split_at_checked(length)?;
    // `•Một` and `–Một` are no words; `*Một` may be emphasis, and `-5` a number.
    let stuck =
        |next: char| next.is_alphabetic() && matches!(kind, LabelKind::Dash | LabelKind::Bullet) && !text.is_ascii();
    let ends = rest.chars().next().map_or(last, |next| next.is_whitespace() || stuck(next));
    ends.then(|| Label { text: text.to_owned(), kind, loose })
}

/// The label that a line begins with, where the first word is stuck to it: `1.Một`, `a)Một`, `-Một`.
pub fn stuck(line: &str) -> Option<&str> {
    let (length, ..) = number(line).or_else(|| letter(line, &[')'])).or_else(|| hyphen(line))?;
    let (text, rest) = line.split_at_checked(length)?;
    rest.starts_with(char::is_alphabetic).then_some(text)
}

fn read(line: &str) -> Option<(usize, LabelKind, bool)> {
    let strict = number(line).or_else(|| letter(line, &[')'])).or_else(|| hyphen(line));
    let strict = strict.map(|(length, kind)| (length, kind, false));
    let loose = || letter(line, &['.']).or_else(|| roman(line)).or_else(|| bracketed(line)).or_else(|| sign(line));
    // Nothing but a list has bullets.
    strict.or_else(|| loose().map(|(length, kind)| (length, kind, kind != LabelKind::Bullet)))
}

/// The label of a Markdown list item: what is at its start in the source, not what CommonMark would count.
pub fn of_item(item: &str) -> Option<Label> {
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    let (length, kind) = if digits > 0 { (digits + 1, LabelKind::Number { depth: 1 }) } else { sign(item)? };
    Some(Label { text: item.get(..length)?.to_owned(), kind, loose: false })
}

/// Whether a line begins with a label in words, `Khoản 1.`, `Bước 2:`, and whether that is of a unit of an instrument.
/// `Điểm a) khoản 2 …` goes on as a citation and is none.
pub fn named(line: &str) -> Option<bool> {
    const UNITS: [&str; 7] = ["Phần", "Chương", "Mục", "Điều", "Khoản", "Điểm", "Tiết"];
    const STEPS: [&str; 5] = ["Bước", "Cách", "Trường hợp", "Giai đoạn", "Nhóm"];
    const GOING_ON: [&str; 8] = ["khoản", "điều", "điểm", "mục", "chương", "phần", "của", "và"];
    let (word, unit) = UNITS
        .map(|word| (word, true))
        .into_iter()
        .chain(STEPS.map(|word| (word, false)))
        .find(|(word, _)| line.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))?;
    let mut words = line.get(word.len()..)?.split_whitespace();
    let label = words.next()?.strip_suffix(['.', ')', ':'])?;
    let short = label.chars().count() <= 4
        && (label.starts_with(|c: char| c.is_ascii_digit())
            || label.chars().count() == 1
            || read_roman(label).is_some())
        && label.chars().all(char::is_alphanumeric);
    let goes_on = words.next().is_some_and(|next| GOING_ON.contains(&next.to_lowercase().as_str()));
    (short && !label.is_empty() && !goes_on).then_some(unit)
}

/// Whether a line ends with a word that a label on the next line would be the object of.
pub fn asks_for_number(line: &str) -> bool {
    const ASKING: [&str; 10] = ["điểm", "khoản", "điều", "mục", "chương", "phần", "số", "lục", "bảng", "hình"];
    line.split_whitespace().next_back().is_some_and(|word| ASKING.contains(&word.to_lowercase().as_str()))
}

/// Up to three digits, so that a year is not a label; further groups after full stops; a letter of insertion.
fn number(line: &str) -> Option<(usize, LabelKind)> {
    let mut at = 0;
    let mut depth = 0;
    loop {
        let digits = line.get(at..)?.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return (depth > 0).then_some((at, LabelKind::Number { depth }));
        }
        if digits > 3 {
            return None;
        }
        at += digits;
        depth += 1;
        let mut rest = line.get(at..)?.chars();
        let mut end = rest.next()?;
        if LETTERS.contains(end) {
            at += end.len_utf8();
            end = rest.next()?;
        }
        at += 1;
        match end {
            '.' => {}
            ')' => return Some((at, LabelKind::Number { depth })),
            _ => return None,
        }
    }
}

/// One small letter (also f, j, w, z, which real texts have now and then), up to two digits of insertion, one of `ends`.
fn letter(line: &str, ends: &[char]) -> Option<(usize, LabelKind)> {
    let first = line.chars().next().filter(|first| first.is_ascii_lowercase() || *first == 'đ')?;
    let rest = line.get(first.len_utf8()..)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (digits <= 2 && rest.get(digits..)?.starts_with(ends)).then_some((first.len_utf8() + digits + 1, LabelKind::Letter))
}

/// `I.`, `IV)`, `ii)`, `iii.`, `A.`, `Đ.`. Roman numbers up to 50, since `CV.` and `MC.` are other things.
fn roman(line: &str) -> Option<(usize, LabelKind)> {
    let length = line.find(['.', ')']).filter(|length| (1..=7).contains(length))?;
    let word = line.get(..length)?;
    let kind = match roman_kind(word) {
        // One small letter is read as a letter first.
        Some(kind) if word.len() > 1 || kind == LabelKind::Roman => kind,
        _ if word.chars().count() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase() || c == 'Đ') => {
            LabelKind::Capital
        }
        _ => return None,
    };
    Some((length + 1, kind))
}

fn roman_kind(word: &str) -> Option<LabelKind> {
    let all = |digits: &str| word.chars().all(|c| digits.contains(c));
    let kind = if all("IVXL") && word != "L" {
        LabelKind::Roman
    } else if all("ivx") {
        LabelKind::SmallRoman
    } else {
        return None;
    };
    read_roman(&word.to_uppercase()).map(|_| kind)
}

/// `(1)`, `(a)`, `(đ1)`, `(i)`
fn bracketed(line: &str) -> Option<(usize, LabelKind)> {
    let inner = line.strip_prefix('(')?;
    let length = inner.find(')').filter(|length| (1..=5).contains(length))?;
    let word = inner.get(..length)?;
    let kind = if word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        LabelKind::BracketedNumber
    } else if roman_kind(word) == Some(LabelKind::SmallRoman) {
        LabelKind::SmallRoman
    } else {
        letter(inner, &[')']).filter(|(end, _)| *end == length + 1)?;
        LabelKind::BracketedLetter
    };
    Some((length + 2, kind))
}

/// A dash or plus that CommonMark did not see, as in `a) - …`.
fn hyphen(line: &str) -> Option<(usize, LabelKind)> {
    sign(line).filter(|_| line.starts_with(['-', '+']))
}

/// Returns the bullet of an item of an unnumbered list.
fn sign(line: &str) -> Option<(usize, LabelKind)> {
    let first = line.chars().next()?;
    let kind = match first {
        '-' | '–' | '—' | '−' => LabelKind::Dash,
        '+' => LabelKind::Plus,
        '*' | '•' | '●' | '○' | '◦' | '▪' | '■' | '□' | '‣' | '⁃' | '∙' | '·' | '➢' | '➤' | '►' | '✓' | '✔' | '❖'
        | '\u{f0b7}' => LabelKind::Bullet,
        _ => return None,
    };
    Some((first.len_utf8(), kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        for (line, label) in [
            ("a) x", "a)"),
            ("đ) x", "đ)"),
            ("a1) x", "a1)"),
            ("đ12) x", "đ12)"),
            ("1. x", "1."),
            ("1) x", "1)"),
            ("2a. x", "2a."),
            ("2đ. x", "2đ."),
            ("12. x", "12."),
            ("1.1. x", "1.1."),
            ("2.10.3. x", "2.10.3."),
            ("1.2) x", "1.2)"),
            ("a)\u{a0}x", "a)"),
            ("- x", "-"),
            ("+ x", "+"),
            ("a. x", "a."),
            ("đ1. x", "đ1."),
            ("ii) x", "ii)"),
            ("iv. x", "iv."),
            ("I. x", "I."),
            ("XIV) x", "XIV)"),
            ("A. x", "A."),
            ("Đ) x", "Đ)"),
            ("A) x", "A)"),
            ("(1) x", "(1)"),
            ("(đ) x", "(đ)"),
            ("(iii) x", "(iii)"),
            ("– x", "–"),
            ("— x", "—"),
            ("• x", "•"),
            ("•x", "•"),
            ("–x", "–"),
        ] {
            assert_eq!(at_start(line, true).map(|label| label.text).as_deref(), Some(label), "{line}");
        }
        for line in [
            "",
            "a",
            "a)x",
            "ab) x",
            "AB. x",
            "CV. x",
            "iiii) x",
            "(2013) x",
            "(ab) x",
            "(a x",
            "(*) x",
            "–5",
            "*x",
            "ă) x",
            "a123) x",
            "1",
            "1x",
            "1.x",
            "2013. x",
            "1.1 x",
            "1,2) x",
            "v.v",
            "-x",
            "ê) x",
            ") x",
            "1.2013. x",
            "đ",
        ] {
            assert_eq!(at_start(line, true), None, "{line}");
        }
        assert!(at_start("a)", true).is_some());
        assert!(at_start("a)", false).is_none());
        assert_eq!(at_start("1.1. x", true).map(|label| label.kind), Some(LabelKind::Number { depth: 2 }));
    }

    #[test]
    fn stuck_labels() {
        for (line, label) in [("1.Một", "1."), ("a)Một", "a)"), ("-Một", "-"), ("+Một", "+"), ("1.1.x", "1.1.")]
        {
            assert_eq!(stuck(line), Some(label), "{line}");
        }
        for line in ["1.000 đồng", "-5 độ", "a) x", "802.11n", "v.v.", "2030", "Một"] {
            assert_eq!(stuck(line), None, "{line}");
        }
    }

    #[test]
    fn names() {
        for (line, unit) in
            [("Khoản 1. Một", true), ("Điểm a) Một", true), ("Điều 5. Một", true), ("Bước 1: Một", false)]
        {
            assert_eq!(named(line), Some(unit), "{line}");
        }
        for line in ["Khoản 1 Điều 5.", "Điểm a) khoản 2", "Bước đầu", "khoản 1. x", "Mục tiêu: x", "Khoản chi: x"]
        {
            assert_eq!(named(line), None, "{line}");
        }
    }

    #[test]
    fn levels() {
        assert!(LabelKind::Number { depth: 1 } < LabelKind::Number { depth: 2 });
        assert!(
            LabelKind::Number { depth: 2 } < LabelKind::Letter
                && LabelKind::Letter < LabelKind::Dash
                && LabelKind::Dash < LabelKind::Plus
        );
    }

    #[test]
    fn wraps() {
        assert!(asks_for_number("quy định tại Điều"));
        assert!(asks_for_number("theo các điểm "));
        assert!(!asks_for_number("tên miền; hoặc"));
        assert!(!asks_for_number(""));
    }
}
