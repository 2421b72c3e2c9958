//! How Vietnamese text is set in print: quotes and dashes, and the spaces at which no line may end. The web and the paper
//! ask these functions; neither has rules of its own.

use std::borrow::Cow;

/// Whether quotes and dashes may be changed to those of print.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signs {
    OfPrint,
    /// The words are quoted: each sign stays as the text has it.
    AsQuoted,
}

const NO_BREAK: &str = "\u{a0}";

/// Returns the text with its signs, and with no line that may begin with a point. `before` is the letter before the text, on
/// the same line.
pub fn signs(text: &str, before: char, signs: Signs) -> Cow<'_, str> {
    let set = match signs {
        Signs::OfPrint => dashes(quotes(text, before)),
        Signs::AsQuoted => Cow::Borrowed(text),
    };
    replaced(set, " · ", "\u{a0}· ")
}

/// Returns the text with the spaces that hold together a number and its word, and the parts of a date.
pub fn held_together(text: &str) -> Cow<'_, str> {
    if !text.contains(' ') {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split(' ').collect();
    let mut set = String::with_capacity(text.len() + 8);
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            let before = words.get(..at).unwrap_or_default();
            set.push_str(if belongs(before, word) { NO_BREAK } else { " " });
        }
        set.push_str(word);
    }
    Cow::Owned(set)
}

/// Units of a text, which have a number or a letter after them: `Điều 18`, `điểm b`.
const COUNTED: [&str; 16] = [
    "điều", "khoản", "điểm", "tiết", "mục", "chương", "phần", "phụ", "lục", "số", "trang", "dòng", "bảng", "hình",
    "mẫu", "phiên",
];
/// The parts of a date have their number after them.
const OF_DATES: [&str; 5] = ["ngày", "tháng", "quý", "năm", "kỳ"];
/// Words for things that are counted or measured, after a number.
const UNITS: [&str; 24] = [
    "ngày", "tháng", "quý", "năm", "tuần", "giờ", "phút", "giây", "lần", "đồng", "nghìn", "triệu", "tỷ", "tỉ", "điều",
    "trang", "km", "m", "cm", "mm", "kg", "bit", "Mbps", "Gbps",
];
/// Numbers of money have two words after them.
const THOUSANDS: [&str; 4] = ["nghìn", "triệu", "tỷ", "tỉ"];

/// Whether a word must be on the line of those before it.
fn belongs(before: &[&str], word: &str) -> bool {
    let [.., last] = before else { return false };
    let counted = is_one_of(last, &COUNTED) && (begins_with_digit(word) || is_label(word));
    let dated = is_one_of(last, &OF_DATES) && begins_with_digit(word);
    let measured = is_number(last) && (UNITS.contains(&bare(word)) || word.starts_with('%'));
    counted || dated || measured || (bare(word) == "đồng" && is_sum(before))
}

/// `50 triệu`
fn is_sum(words: &[&str]) -> bool {
    matches!(words, [.., number, thousands] if is_number(number) && THOUSANDS.contains(&bare(thousands)))
}

/// Without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// A sign after the word ends what it is about: `Điều, 5`.
fn is_one_of(word: &str, words: &[&str]) -> bool {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    words.contains(&word) || (word.starts_with(char::is_uppercase) && words.contains(&word.to_lowercase().as_str()))
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// `50`, `1,5`, `(20`, `30/6`
fn is_number(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '“', '"', '–']);
    begins_with_digit(word)
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/'))
        && !word.ends_with(['.', ','])
}

/// A letter, or a Roman number: `b`, `đ`, `IV`.
fn is_label(word: &str) -> bool {
    let word = bare(word);
    let mut letters = word.chars();
    let alone = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    alone || (!word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L')))
}

fn dashes(text: Cow<'_, str>) -> Cow<'_, str> {
    // A dash alone is the label of a point.
    if text == "-" { Cow::Borrowed("–") } else { replaced(text, " - ", " – ") }
}

fn replaced<'t>(text: Cow<'t, str>, from: &str, to: &str) -> Cow<'t, str> {
    if text.contains(from) { Cow::Owned(text.replace(from, to)) } else { text }
}

/// Straight quotes as the pair that Vietnamese writes.
fn quotes(text: &str, before: char) -> Cow<'_, str> {
    if !text.contains('"') {
        return Cow::Borrowed(text);
    }
    let mut before = before;
    let set = text.chars().map(|letter| {
        let set = match letter {
            '"' if opens_after(before) => '“',
            '"' => '”',
            other => other,
        };
        before = letter;
        set
    });
    Cow::Owned(set.collect())
}

fn opens_after(before: char) -> bool {
    before.is_whitespace() || matches!(before, '(' | '[' | '“' | '«' | '–' | '/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_those_of_print() {
        let set = |text| signs(text, ' ', Signs::OfPrint).into_owned();
        assert_eq!(
            set("tên miền \".vn\" (\"a\") - 2013 - 2015 · IPv6-only"),
            "tên miền “.vn” (“a”) – 2013 – 2015\u{a0}· IPv6-only"
        );
        assert_eq!(set("-"), "–");
        assert_eq!(signs("\" và", 'n', Signs::OfPrint), "” và");
    }

    #[test]
    fn what_is_quoted_keeps_its_signs() {
        for text in ["\"a\" - b", "-", "“a” – \"b\""] {
            assert_eq!(signs(text, ' ', Signs::AsQuoted), text);
        }
        assert_eq!(signs("a · \"b\"", ' ', Signs::AsQuoted), "a\u{a0}· \"b\"");
    }

    /// `_` is a space at which no line may end.
    #[track_caller]
    fn check(expected: &str) {
        let text = expected.replace('_', " ");
        assert_eq!(held_together(&text).replace('\u{a0}', "_"), expected);
    }

    #[test]
    fn a_number_stays_with_its_word() {
        check("khoản_2 Điều_18 Nghị định số_147/2024/NĐ-CP, điểm_đ khoản_1, (Điều_5), Chương_IV, Phụ lục_I");
        check("trong 20_ngày làm việc; từ 30 đến 50_triệu_đồng, hoặc 5_năm; 1,5_tỷ_đồng; 80_% là 80%");
        check("theo Điều, khoản và điểm ấy; số này; mục tiêu; 147/2024/NĐ-CP năm; một ngày, hai tháng");
    }

    #[test]
    fn a_date_stays_whole() {
        check("ngày_29_tháng_3_năm_2011, ngày_30/6, tháng_01/2026, quý_2 và năm_2019; đến 31/12/2030 phải");
    }
}
