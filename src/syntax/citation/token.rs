//! Words, digits and marks of a text. Citations are read from these, never from characters.

use std::ops::Range;

use crate::latin;

/// What parts a token from the one before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Gap {
    None,
    Space,
    /// One line break, perhaps with spaces.
    Line,
    /// An empty line, or the end of the text.
    Paragraph,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// Letters, or letters and digits.
    Word,
    /// ASCII digits only.
    Digits,
    /// Any other single character.
    Mark(char),
}

/// What the first syllable of a citation can be the first syllable of. Most words are none, and are passed over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opening {
    None,
    /// `điều`, `khoản`.
    Unit,
    /// `nghị`, `luật`, `NĐ`.
    Type,
    /// `quy` of `quy chế` and `quy chuẩn`, `chương` of `chương II` and `chương trình`.
    Either,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    pub gap: Gap,
    pub class: Class,
    pub opening: Opening,
}

/// A text cut into tokens. Every look-up tolerates an index past the end.
pub(super) struct Tokens<'t> {
    pub text: &'t str,
    list: Vec<Token>,
}

impl<'t> Tokens<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut list = Vec::with_capacity(text.len() / 5);
        let mut gap = Gap::None;
        let mut rest = text.char_indices().peekable();
        while let Some((start, first)) = rest.next() {
            if first.is_whitespace() {
                gap = match (first, gap) {
                    ('\n', Gap::None | Gap::Space) => Gap::Line,
                    ('\n', Gap::Line | Gap::Paragraph) => Gap::Paragraph,
                    (_, Gap::None) => Gap::Space,
                    (_, wider) => wider,
                };
                continue;
            }
            let mut end = start + first.len_utf8();
            let mut class = Class::Mark(first);
            if is_word_char(first) {
                let mut digits = first.is_ascii_digit();
                while let Some(&(at, c)) = rest.peek().filter(|(_, c)| is_word_char(*c)) {
                    digits &= c.is_ascii_digit();
                    end = at + c.len_utf8();
                    rest.next();
                }
                class = if digits { Class::Digits } else { Class::Word };
            }
            push(text, &mut list, Token { start, end, gap, class, opening: Opening::None });
            gap = Gap::None;
        }
        Self { text, list }
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn get(&self, at: usize) -> Option<Token> {
        self.list.get(at).copied()
    }

    /// The text of the token, empty past the end.
    pub fn word(&self, at: usize) -> &'t str {
        self.get(at).and_then(|token| self.text.get(token.start..token.end)).unwrap_or_default()
    }

    /// The text of the token where it is a word, not digits or a mark.
    pub fn letters(&self, at: usize) -> Option<&'t str> {
        self.get(at).filter(|token| token.class == Class::Word).map(|_| self.word(at))
    }

    pub fn digits(&self, at: usize) -> Option<&'t str> {
        self.get(at).filter(|token| token.class == Class::Digits).map(|_| self.word(at))
    }

    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.get(at).is_some_and(|token| token.class == Class::Mark(mark))
    }

    /// Whether the token is this word, given in lower case; the case of the text and Ð for Đ do not count.
    pub fn is(&self, at: usize, lower: &str) -> bool {
        self.letters(at).is_some_and(|word| same_folded(word, lower))
    }

    /// The index after these words, given in lower case and parted by single spaces, where they stand at `at`.
    pub fn phrase(&self, at: usize, lower: &str) -> Option<usize> {
        // Most phrases begin with another letter.
        if self.word(at).chars().next().map(fold) != lower.chars().next() {
            return None;
        }
        let mut next = at;
        for word in lower.split(' ') {
            if !same_folded(self.word(next), word) {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// Whether nothing parts the token from the one before it.
    pub fn is_glued(&self, at: usize) -> bool {
        at > 0 && self.gap(at) == Gap::None
    }

    /// Past the end, a new paragraph.
    pub fn gap(&self, at: usize) -> Gap {
        self.get(at).map_or(Gap::Paragraph, |token| token.gap)
    }

    pub fn opening(&self, at: usize) -> Opening {
        self.get(at).map_or(Opening::None, |token| token.opening)
    }

    pub fn starts_with_capital(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(|c| c.is_uppercase() || c == 'Ð')
    }

    /// The bytes from the token `first` up to, not including, the token `after`.
    pub fn range(&self, first: usize, after: usize) -> Range<usize> {
        let start = self.get(first).map_or(self.text.len(), |token| token.start);
        let end = after.checked_sub(1).and_then(|last| self.get(last)).map_or(start, |token| token.end);
        start..end.max(start)
    }
}

fn is_word_char(c: char) -> bool {
    latin::is_alphanumeric(c) || !c.is_ascii() && c.is_alphanumeric()
}

/// Adds a token, in parts where words were joined: `CPngày`, `tạiĐiều`, `17của`, `số20`.
fn push(text: &str, list: &mut Vec<Token>, mut token: Token) {
    while let Some(length) = joined_at(text.get(token.start..token.end).unwrap_or_default()) {
        let middle = token.start + length;
        list.push(classed(text, Token { end: middle, ..token }));
        token = Token { start: middle, gap: Gap::None, ..token };
    }
    list.push(classed(text, token));
}

fn classed(text: &str, token: Token) -> Token {
    let word = text.get(token.start..token.end).unwrap_or_default();
    let class = match token.class {
        Class::Mark(mark) => Class::Mark(mark),
        Class::Word | Class::Digits if word.bytes().all(|byte| byte.is_ascii_digit()) => Class::Digits,
        Class::Word | Class::Digits => Class::Word,
    };
    let opening = if class == Class::Word && word.len() <= 8 { opening(word) } else { Opening::None };
    Token { class, opening, ..token }
}

/// Where a second word begins inside a run of letters and digits.
fn joined_at(word: &str) -> Option<usize> {
    // Nearly every word is a letter and small letters after it: no second one begins there.
    if !word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().skip(1).all(is_small) {
        return None;
    }
    let is_word = |rest: &str| {
        let mut chars = rest.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_some_and(char::is_lowercase)
    };
    if let Some(symbol) = ["TTg", "CTr", "TTr"].iter().find(|symbol| word.starts_with(**symbol)) {
        return (word.len() > symbol.len()).then_some(symbol.len());
    }
    let mut before: Option<char> = None;
    let mut only_capitals = 0;
    for (at, c) in word.char_indices() {
        let rest = || word.get(at..).unwrap_or_default();
        let cut = match before {
            // `tạiĐiều`
            Some(before) if before.is_lowercase() && c.is_uppercase() => is_word(rest()),
            // `17của`, `QH13ngày`, not `15a`
            Some(before) if before.is_ascii_digit() && c.is_alphabetic() => is_word(rest()),
            // `CPngày`: one letter more belongs to a label, `IIa`
            Some(_) if only_capitals > 1 => c.is_lowercase() && is_word(rest()),
            // `số20`
            Some(before) if before.is_lowercase() && c.is_ascii_digit() => {
                let head = word.get(..at).unwrap_or_default();
                ["số", "điều", "khoản"].iter().any(|known| same_folded(head, known))
            }
            Some(_) | None => false,
        };
        if cut {
            return Some(at);
        }
        let begins = before.is_none() || only_capitals > 0;
        only_capitals = if begins && c.is_uppercase() { only_capitals + 1 } else { 0 };
        before = Some(c);
    }
    None
}

/// Looks at the first syllable alone, which is quick.
fn opening(word: &str) -> Opening {
    let mut folded = [0u8; 12];
    let mut length = 0;
    for c in word.chars().map(fold) {
        let end = length + c.len_utf8();
        let Some(place) = folded.get_mut(length..end) else { return Opening::None };
        c.encode_utf8(place);
        length = end;
    }
    match folded.get(..length).and_then(|folded| std::str::from_utf8(folded).ok()).unwrap_or_default() {
        "tiểu" | "điều" | "gạch" | "danh" | "phụ" | "khoản" | "điểm" | "mục" | "phần" | "tiết" | "đoạn" | "mẫu"
        | "biểu" | "đ" | "k" => Opening::Unit,
        "quy" | "chương" => Opening::Either,
        "nghị" | "thông" | "luật" | "quyết" | "bộ" | "pháp" | "hiến" | "chỉ" | "công" | "văn" | "lệnh" | "tiêu"
        | "kế" | "tài" | "báo" | "tờ" | "kết" | "nđ" | "qđ" | "tt" | "ttlt" | "nq" | "ct" | "vbhn" | "cv" => {
            Opening::Type
        }
        _ => Opening::None,
    }
}

/// Whether `word` is `lower`, the case of `word` and Ð (U+00D0) for Đ aside.
pub(super) fn same_folded(word: &str, lower: &str) -> bool {
    let mut known = lower.chars();
    for c in word.chars() {
        if known.next() != Some(fold(c)) {
            return false;
        }
    }
    known.next().is_none()
}

/// Whether this is a small letter of Vietnamese, without a look into the tables of Unicode.
fn is_small(c: char) -> bool {
    match c {
        'a'..='z' | 'à'..='ý' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => c != '÷',
        '\u{1ea0}'..='\u{1ef9}' => u32::from(c) & 1 == 1,
        _ => false,
    }
}

pub(super) fn fold(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        _ if c.is_ascii() => c,
        'Đ' | 'Ð' | 'ð' => 'đ',
        // Most letters of Vietnamese, without a look into the tables of Unicode.
        'à'..='ÿ' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => c,
        '\u{1ea0}'..='\u{1ef9}' => char::from_u32(u32::from(c) | 1).unwrap_or(c),
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Whether Ð or ð (U+00D0, U+00F0) stands where Vietnamese has Đ or đ.
pub(super) fn has_eth(text: &str) -> bool {
    text.contains(['Ð', 'ð'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text);
        (0..tokens.len()).map(|at| tokens.word(at)).collect()
    }

    #[test]
    fn cuts() {
        assert_eq!(words("Điều 15a, 1.11"), ["Điều", "15a", ",", "1", ".", "11"]);
        assert_eq!(words("72/2013/NĐ-CPngày"), ["72", "/", "2013", "/", "NĐ", "-", "CP", "ngày"]);
        assert_eq!(words("QĐ-TTgngày TTg IIa"), ["QĐ", "-", "TTg", "ngày", "TTg", "IIa"]);
        assert_eq!(words("Điều 1của"), ["Điều", "1", "của"]);
        assert!(words(" \n").is_empty());
    }

    #[test]
    fn small_letters_are_those_of_unicode() {
        let all = ('a'..='z').chain('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}').chain(['1', 'A', 'Z', '+']);
        for c in all.filter(|c| is_small(*c)) {
            assert!(c.is_lowercase() && c.is_alphabetic(), "{c}");
        }
        assert!("ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáâãèéêìíòóôõùúýăđĩũơư".chars().all(is_small));
    }

    #[test]
    fn compares_without_case() {
        let tokens = Tokens::new("ÐIỀU khoản\nđiểm");
        assert!(tokens.is(0, "điều") && tokens.is(1, "khoản") && !tokens.is(1, "khoả"));
        assert_eq!(tokens.gap(2), Gap::Line);
        assert_eq!(tokens.phrase(1, "khoản điểm"), Some(3));
    }
}
