//! Words, digits and marks of a text. Citations are read from these, never from characters.

use std::ops::Range;

use crate::latin;

/// The separator between a token and the one before it.
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

/// What a citation that begins with the token can begin with. Most words begin none, and are passed over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opening {
    /// Nothing: a mark, or a word in small letters that is no first syllable of a unit or a type.
    None,
    /// A number or a short form, such as `72` and `BLHS`.
    Number,
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
    /// Its first character, in lower case: most words differ in it.
    initial: char,
}

/// A text cut into tokens. Every look-up tolerates an index past the end.
pub(super) struct Tokens<'t> {
    pub text: &'t str,
    list: Vec<Token>,
}

impl<'t> Tokens<'t> {
    /// Splits a text into tokens, in one pass.
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
            let mut token = Token {
                start,
                end: start + first.len_utf8(),
                gap,
                class: Class::Mark(first),
                opening: Opening::None,
                initial: first,
            };
            if !is_word_char(first) {
                if !is_invisible(first) {
                    gap = Gap::None;
                    list.push(token);
                }
                continue;
            }
            gap = Gap::None;
            // Nearly every word is a letter and small letters after it: no second one begins there.
            let mut simple = !first.is_ascii_digit();
            while let Some(&(at, c)) = rest.peek().filter(|(_, c)| is_word_char(*c)) {
                simple &= is_small(c);
                token.end = at + c.len_utf8();
                rest.next();
            }
            let joined = || ends_in_unit(text, &token) || first == 'n' && begins_with_this(text, &token);
            if simple && !joined() {
                list.push(classed(text, token, true));
            } else {
                push(text, &mut list, token);
            }
        }
        Self { text, list }
    }

    /// Returns the number of tokens.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Returns the token at an index; nothing beyond the last.
    pub fn get(&self, at: usize) -> Option<Token> {
        self.list.get(at).copied()
    }

    /// The first token that ends after this byte.
    pub fn at_byte(&self, byte: usize) -> usize {
        self.list.partition_point(|token| token.end <= byte)
    }

    /// The text of the token, empty past the end.
    pub fn word(&self, at: usize) -> &'t str {
        self.get(at).and_then(|token| self.text.get(token.start..token.end)).unwrap_or_default()
    }

    /// The text of the token where it is a word, not digits or a mark.
    pub fn letters(&self, at: usize) -> Option<&'t str> {
        self.get(at).filter(|token| token.class == Class::Word).map(|_| self.word(at))
    }

    /// Returns the digits of the token, if it consists of digits.
    pub fn digits(&self, at: usize) -> Option<&'t str> {
        self.get(at).filter(|token| token.class == Class::Digits).map(|_| self.word(at))
    }

    /// Returns whether the token is this mark.
    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.get(at).is_some_and(|token| token.class == Class::Mark(mark))
    }

    /// Whether the token is this word, given in lower case; the case of the text and Ð for Đ do not count.
    pub fn is(&self, at: usize, lower: &str) -> bool {
        self.letters(at).is_some_and(|word| same_folded(word, lower))
    }

    /// The index after these words, given in lower case and parted by single spaces, where they are at `at`.
    pub fn phrase(&self, at: usize, lower: &str) -> Option<usize> {
        // Most phrases begin with another letter.
        if self.list.get(at).map(|token| token.initial) != lower.chars().next() {
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

    /// Returns whether a citation can begin at the token, and with what.
    pub fn opening(&self, at: usize) -> Opening {
        self.get(at).map_or(Opening::None, |token| token.opening)
    }

    /// Returns whether the word begins with a capital letter; `Ð` (U+00D0) is that of Đ in old texts.
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

/// Soft hyphens and what is left of a control character part nothing: `TTLT-BXX\u{ad}-BYY`.
fn is_invisible(c: char) -> bool {
    c == '\u{ad}' || c.is_control() && !c.is_whitespace()
}

fn is_word_char(c: char) -> bool {
    latin::is_alphanumeric(c) || !c.is_ascii() && c.is_alphanumeric()
}

/// Whether a unit was joined to the word before it: `tạikhoản`. No syllable of Vietnamese ends so.
fn ends_in_unit(text: &str, token: &Token) -> bool {
    let long = token.end - token.start > LONGEST;
    long && joined_unit(text.get(token.start..token.end).unwrap_or_default()).is_some()
}

/// Whether the word after it was joined to `này`: `nàyvà`. No syllable goes on so.
fn begins_with_this(text: &str, token: &Token) -> bool {
    let word = text.get(token.start..token.end).unwrap_or_default();
    word.len() > THIS.len() && word.starts_with(THIS)
}

const THIS: &str = "này";

/// Where the unit begins in `tạikhoản`.
fn joined_unit(word: &str) -> Option<usize> {
    let unit = ["khoản", "điểm", "điều"].into_iter().find(|unit| word.len() > unit.len() && word.ends_with(unit))?;
    Some(word.len() - unit.len())
}

/// Adds a word, in parts where words were joined: `CPngày`, `tạiĐiều`, `17của`, `số20`.
fn push(text: &str, list: &mut Vec<Token>, mut token: Token) {
    while let Some(length) = joined_at(text.get(token.start..token.end).unwrap_or_default()) {
        let middle = token.start + length;
        list.push(classed(text, Token { end: middle, ..token }, false));
        token = Token { start: middle, gap: Gap::None, ..token };
    }
    list.push(classed(text, token, false));
}

fn classed(text: &str, token: Token, simple: bool) -> Token {
    let word = text.get(token.start..token.end).unwrap_or_default();
    let initial = word.chars().next().map_or(token.initial, fold);
    let digits = initial.is_ascii_digit() && word.bytes().all(|byte| byte.is_ascii_digit());
    let opening = match opening(word, simple) {
        Opening::None if !simple => Opening::Number,
        opening => opening,
    };
    Token { class: if digits { Class::Digits } else { Class::Word }, opening, initial, ..token }
}

/// Where a second word begins inside a run of letters and digits.
fn joined_at(word: &str) -> Option<usize> {
    let is_word = |rest: &str| {
        let mut chars = rest.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_some_and(char::is_lowercase)
    };
    if let Some(unit) = joined_unit(word) {
        return Some(unit);
    }
    if word.len() > THIS.len() && word.starts_with(THIS) {
        return Some(THIS.len());
    }
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
            Some(_) if only_capitals > 1 && !c.is_ascii_digit() => c.is_lowercase() && is_word(rest()),
            // `số20`
            Some(before) if before.is_lowercase() && c.is_ascii_digit() => {
                let head = word.get(..at).unwrap_or_default();
                let firsts = ["số", "điều", "khoản", "định", "tư", "luật", "lệnh", "quyết"];
                firsts.iter().any(|known| same_folded(head, known))
            }
            // `QCVN42`
            Some(_) if c.is_ascii_digit() && at == 4 => word.starts_with("QCVN") || word.starts_with("TCVN"),
            Some(_) | None => false,
        };
        if cut {
            return Some(before_capital(word.get(..at).unwrap_or_default(), at));
        }
        let begins = before.is_none() || only_capitals > 0;
        only_capitals = if begins && c.is_uppercase() { only_capitals + 1 } else { 0 };
        before = Some(c);
    }
    None
}

/// `I` and `Nghị` of `INghị`: after a Roman number the last capital begins the next word. `at` is where the small letters begin.
fn before_capital(head: &str, at: usize) -> usize {
    let Some((last, capital)) = head.char_indices().next_back() else { return at };
    let number = head.get(..last).unwrap_or_default();
    let roman = |c: char| matches!(c, 'I' | 'V' | 'X');
    if capital.is_uppercase() && !roman(capital) && !number.is_empty() && number.chars().all(roman) { last } else { at }
}

/// Looks at the first syllable alone, which is quick. `simple`: what comes after its first letter is small letters.
fn opening(word: &str, simple: bool) -> Opening {
    let mut letters = word.chars();
    let first = letters.next().map_or('\0', fold);
    if word.len() > LONGEST || !may_open(first, word.len()) {
        return Opening::None;
    }
    let rest = letters.as_str();
    let folded = if simple {
        // Folded already.
        rest.bytes().fold(with_char(0, first), with_byte)
    } else {
        rest.chars().map(fold).fold(with_char(0, first), with_char)
    };
    let found = BY_BYTES.binary_search_by_key(&folded, |(word, _)| *word).ok();
    found.and_then(|at| BY_BYTES.get(at)).map_or(Opening::None, |(_, opening)| *opening)
}

/// The first syllables of citations.
const OPENINGS: [(&str, Opening); 45] = [
    ("tiểu", Opening::Unit),
    ("điều", Opening::Unit),
    ("gạch", Opening::Unit),
    ("danh", Opening::Unit),
    ("phụ", Opening::Unit),
    ("khoản", Opening::Unit),
    ("điểm", Opening::Unit),
    // A slip of the keys for it.
    ("điềm", Opening::Unit),
    ("mục", Opening::Unit),
    ("phần", Opening::Unit),
    ("tiết", Opening::Unit),
    ("đoạn", Opening::Unit),
    ("mẫu", Opening::Unit),
    ("biểu", Opening::Unit),
    ("dòng", Opening::Unit),
    ("đ", Opening::Unit),
    ("k", Opening::Unit),
    ("quy", Opening::Either),
    ("chương", Opening::Either),
    ("nghị", Opening::Type),
    ("thông", Opening::Type),
    ("luật", Opening::Type),
    ("quyết", Opening::Type),
    ("bộ", Opening::Type),
    ("pháp", Opening::Type),
    ("hiến", Opening::Type),
    ("chỉ", Opening::Type),
    ("công", Opening::Type),
    ("văn", Opening::Type),
    ("lệnh", Opening::Type),
    ("sắc", Opening::Type),
    ("tiêu", Opening::Type),
    ("kế", Opening::Type),
    ("tài", Opening::Type),
    ("báo", Opening::Type),
    ("tờ", Opening::Type),
    ("kết", Opening::Type),
    ("nđ", Opening::Type),
    ("qđ", Opening::Type),
    ("tt", Opening::Type),
    ("ttlt", Opening::Type),
    ("nq", Opening::Type),
    ("ct", Opening::Type),
    ("vbhn", Opening::Type),
    ("cv", Opening::Type),
];

/// The same by their bytes, in order.
const BY_BYTES: [(u128, Opening); OPENINGS.len()] = {
    let mut all = [(0, Opening::None); OPENINGS.len()];
    let mut next = 0;
    while next < all.len() {
        let (word, opening) = OPENINGS[next];
        let (packed, mut at) = (packed(word), next);
        while at > 0 && all[at - 1].0 > packed {
            all[at] = all[at - 1];
            at -= 1;
        }
        all[at] = (packed, opening);
        next += 1;
    }
    all
};

/// For each letter, by its last bits, the lengths in bytes of the syllables that begin with it: most words are done with here.
const LENGTHS: [u16; 64] = {
    let mut lengths = [0; 64];
    let mut next = 0;
    while next < OPENINGS.len() {
        let word = OPENINGS[next].0.as_bytes();
        // `đ`, the only one of two bytes, has its last bits in the second.
        let last = if word[0].is_ascii() { word[0] } else { word[1] };
        lengths[(last & 63) as usize] |= 1 << word.len();
        next += 1;
    }
    lengths
};

fn may_open(first: char, length: usize) -> bool {
    let place = (u32::from(first) & 63) as usize;
    LENGTHS.get(place).is_some_and(|lengths| lengths & (1 << length) != 0)
}

/// The bytes of the longest syllable with which a citation may begin. Folded, so many become 12 at most, and a number has 16.
const LONGEST: usize = 8;

/// The bytes of a word as a number.
const fn packed(word: &str) -> u128 {
    let (bytes, mut at, mut number) = (word.as_bytes(), 0, 0);
    while at < bytes.len() {
        number = with_byte(number, bytes[at]);
        at += 1;
    }
    number
}

fn with_char(number: u128, c: char) -> u128 {
    let mut bytes = [0; 4];
    c.encode_utf8(&mut bytes).bytes().fold(number, with_byte)
}

const fn with_byte(number: u128, byte: u8) -> u128 {
    number << 8 | byte as u128
}

/// Whether `word` is `lower`, the case of `word` and Ð (U+00D0) for Đ aside. No letter of Vietnamese changes its length.
pub(super) fn same_folded(word: &str, lower: &str) -> bool {
    word.len() == lower.len() && (word == lower || word.chars().map(fold).eq(lower.chars()))
}

/// Whether this is a small letter of Vietnamese, which folds to itself; without a look into the tables of Unicode.
fn is_small(c: char) -> bool {
    match c {
        'a'..='z' | 'à'..='ý' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => c != '÷' && c != 'ð',
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

/// Whether Ð or ð (U+00D0, U+00F0) is where Vietnamese has Đ or đ.
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
    fn openings_are_known_in_any_case() {
        for (word, wanted) in OPENINGS {
            assert!(word.len() <= LONGEST, "{word}");
            let upper = word.to_uppercase();
            let found = [(word, true), (word, false), (&upper, false), (&upper.replace('Đ', "Ð"), false)];
            assert_eq!(found.map(|(word, simple)| opening(word, simple)), [wanted; 4], "{word}");
            assert_eq!(opening(&format!("{word}n"), true), Opening::None, "{word}");
        }
    }

    #[test]
    fn small_letters_are_those_of_unicode() {
        let all = ('a'..='z').chain('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}').chain(['1', 'A', 'Z', '+']);
        for c in all.filter(|c| is_small(*c)) {
            assert!(c.is_lowercase() && c.is_alphabetic() && fold(c) == c, "{c}");
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
