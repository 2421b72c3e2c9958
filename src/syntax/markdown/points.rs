//! Labels of legal points: `1.`, `2a.`, `1.1.`, `1)`, `a)`, `đ)`, `a1)`, and of list items: `-`, `+`.
//!
//! A label is recognised at the start of a line, followed by white space or the end of the line, in plain text: not
//! inside emphasis or a link, and not when the editor escaped it (`a\)`). A line that merely continues a sentence looks
//! the same. The one exception made for it: after a line that ends with a word asking for a number ("quy định tại điểm ⏎
//! a) khoản 2"), no label begins. Otherwise the editor escapes the bracket or breaks the line elsewhere.

/// The letters of points in their order (Nghị định 34/2016/NĐ-CP; conventions, section 2).
pub const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// What a label is; the order is that of the levels, large to small.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// `1.` is of depth 1, `1.1.` of depth 2.
    Number {
        depth: usize,
    },
    Letter,
    Dash,
    Plus,
}

/// A label as it stands in the source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    pub text: String,
    pub kind: Kind,
}

impl Label {
    /// `f)`, `j)`, `w)`, `z)`: no letters of the law's alphabet, but found in real texts now and then.
    pub fn is_odd(&self) -> bool {
        self.kind == Kind::Letter && !self.text.starts_with(|letter| LETTERS.contains(letter))
    }
}

/// The label that a line of text begins with, if it does. `last` says that nothing else follows the text on its line.
pub fn at_start(line: &str, last: bool) -> Option<Label> {
    let (length, kind) = number(line).or_else(|| letter(line)).or_else(|| sign(line))?;
    let (text, rest) = line.split_at_checked(length)?;
    let ends = rest.chars().next().map_or(last, char::is_whitespace);
    ends.then(|| Label { text: text.to_owned(), kind })
}

/// The label of a Markdown list item: what stands at its start in the source, not what CommonMark would count.
pub fn of_item(item: &str) -> Option<Label> {
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let text = item.get(..digits + 1)?.to_owned();
        return Some(Label { text, kind: Kind::Number { depth: 1 } });
    }
    let (text, kind) = match item.chars().next()? {
        '+' => ("+", Kind::Plus),
        _ => ("-", Kind::Dash),
    };
    Some(Label { text: text.to_owned(), kind })
}

/// Whether a line ends with a word that a label on the next line would be the object of.
pub fn asks_for_number(line: &str) -> bool {
    const ASKING: [&str; 10] = ["điểm", "khoản", "điều", "mục", "chương", "phần", "số", "lục", "bảng", "hình"];
    line.split_whitespace().next_back().is_some_and(|word| ASKING.contains(&word.to_lowercase().as_str()))
}

/// Up to three digits, so that a year is not a label; further groups after full stops; a letter of insertion.
fn number(line: &str) -> Option<(usize, Kind)> {
    let mut at = 0;
    let mut depth = 0;
    loop {
        let digits = line.get(at..)?.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return (depth > 0).then_some((at, Kind::Number { depth }));
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
            ')' => return Some((at, Kind::Number { depth })),
            _ => return None,
        }
    }
}

/// One small letter (also f, j, w, z, which real texts have now and then), up to two digits of insertion, a bracket.
fn letter(line: &str) -> Option<(usize, Kind)> {
    let first = line.chars().next().filter(|first| first.is_ascii_lowercase() || *first == 'đ')?;
    let rest = line.get(first.len_utf8()..)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (digits <= 2 && rest.get(digits..)?.starts_with(')')).then_some((first.len_utf8() + digits + 1, Kind::Letter))
}

/// A dash or plus that CommonMark did not see, as in `a) - …`.
fn sign(line: &str) -> Option<(usize, Kind)> {
    match line.chars().next()? {
        '-' => Some((1, Kind::Dash)),
        '+' => Some((1, Kind::Plus)),
        _ => None,
    }
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
        ] {
            assert_eq!(at_start(line, true).map(|label| label.text).as_deref(), Some(label), "{line}");
        }
        for line in [
            "",
            "a",
            "a)x",
            "a",
            "A) x",
            "ab) x",
            "ă) x",
            "a123) x",
            "1",
            "1x",
            "1.x",
            "2013. x",
            "1.1 x",
            "1,2) x",
            "a. x",
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
        assert_eq!(at_start("1.1. x", true).map(|label| label.kind), Some(Kind::Number { depth: 2 }));
    }

    #[test]
    fn levels() {
        assert!(Kind::Number { depth: 1 } < Kind::Number { depth: 2 });
        assert!(Kind::Number { depth: 2 } < Kind::Letter && Kind::Letter < Kind::Dash && Kind::Dash < Kind::Plus);
    }

    #[test]
    fn wraps() {
        assert!(asks_for_number("quy định tại Điều"));
        assert!(asks_for_number("theo các điểm "));
        assert!(!asks_for_number("tên miền; hoặc"));
        assert!(!asks_for_number(""));
    }
}
