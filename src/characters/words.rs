//! Words that are not written with the letters they show: a Cyrillic С in a document number, a full-width digit, marks piled
//! upon a letter. Such a word is found by no search and read as no citation.
//!
//! A word wholly in another script is somebody's quotation and stays; so does a Greek letter that looks like no Latin one
//! (`kΩ`, `μs`).

use std::ops::Range;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, Script};

use super::is_usual;

/// Letters that look like one of Vietnamese, that letter, and their names in Unicode.
const LOOKALIKES: [(char, char, &str); 56] = [
    ('Α', 'A', "GREEK CAPITAL LETTER ALPHA"),
    ('Β', 'B', "GREEK CAPITAL LETTER BETA"),
    ('Ε', 'E', "GREEK CAPITAL LETTER EPSILON"),
    ('Ζ', 'Z', "GREEK CAPITAL LETTER ZETA"),
    ('Η', 'H', "GREEK CAPITAL LETTER ETA"),
    ('Ι', 'I', "GREEK CAPITAL LETTER IOTA"),
    ('Κ', 'K', "GREEK CAPITAL LETTER KAPPA"),
    ('Μ', 'M', "GREEK CAPITAL LETTER MU"),
    ('Ν', 'N', "GREEK CAPITAL LETTER NU"),
    ('Ο', 'O', "GREEK CAPITAL LETTER OMICRON"),
    ('Ρ', 'P', "GREEK CAPITAL LETTER RHO"),
    ('Τ', 'T', "GREEK CAPITAL LETTER TAU"),
    ('Υ', 'Y', "GREEK CAPITAL LETTER UPSILON"),
    ('Χ', 'X', "GREEK CAPITAL LETTER CHI"),
    ('α', 'a', "GREEK SMALL LETTER ALPHA"),
    ('ι', 'i', "GREEK SMALL LETTER IOTA"),
    ('κ', 'k', "GREEK SMALL LETTER KAPPA"),
    ('ν', 'v', "GREEK SMALL LETTER NU"),
    ('ο', 'o', "GREEK SMALL LETTER OMICRON"),
    ('ρ', 'p', "GREEK SMALL LETTER RHO"),
    ('υ', 'u', "GREEK SMALL LETTER UPSILON"),
    ('ϲ', 'c', "GREEK LUNATE SIGMA SYMBOL"),
    ('ϳ', 'j', "GREEK LETTER YOT"),
    ('Ϲ', 'C', "GREEK CAPITAL LUNATE SIGMA SYMBOL"),
    ('Ѕ', 'S', "CYRILLIC CAPITAL LETTER DZE"),
    ('І', 'I', "CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I"),
    ('Ј', 'J', "CYRILLIC CAPITAL LETTER JE"),
    ('А', 'A', "CYRILLIC CAPITAL LETTER A"),
    ('В', 'B', "CYRILLIC CAPITAL LETTER VE"),
    ('Е', 'E', "CYRILLIC CAPITAL LETTER IE"),
    ('К', 'K', "CYRILLIC CAPITAL LETTER KA"),
    ('М', 'M', "CYRILLIC CAPITAL LETTER EM"),
    ('Н', 'H', "CYRILLIC CAPITAL LETTER EN"),
    ('О', 'O', "CYRILLIC CAPITAL LETTER O"),
    ('Р', 'P', "CYRILLIC CAPITAL LETTER ER"),
    ('С', 'C', "CYRILLIC CAPITAL LETTER ES"),
    ('Т', 'T', "CYRILLIC CAPITAL LETTER TE"),
    ('У', 'Y', "CYRILLIC CAPITAL LETTER U"),
    ('Х', 'X', "CYRILLIC CAPITAL LETTER HA"),
    ('а', 'a', "CYRILLIC SMALL LETTER A"),
    ('е', 'e', "CYRILLIC SMALL LETTER IE"),
    ('о', 'o', "CYRILLIC SMALL LETTER O"),
    ('р', 'p', "CYRILLIC SMALL LETTER ER"),
    ('с', 'c', "CYRILLIC SMALL LETTER ES"),
    ('у', 'y', "CYRILLIC SMALL LETTER U"),
    ('х', 'x', "CYRILLIC SMALL LETTER HA"),
    ('ѕ', 's', "CYRILLIC SMALL LETTER DZE"),
    ('і', 'i', "CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I"),
    ('ј', 'j', "CYRILLIC SMALL LETTER JE"),
    ('Ү', 'Y', "CYRILLIC CAPITAL LETTER STRAIGHT U"),
    ('ү', 'y', "CYRILLIC SMALL LETTER STRAIGHT U"),
    ('һ', 'h', "CYRILLIC SMALL LETTER SHHA"),
    ('ԁ', 'd', "CYRILLIC SMALL LETTER KOMI DE"),
    ('Ԍ', 'G', "CYRILLIC CAPITAL LETTER KOMI SJE"),
    ('ԛ', 'q', "CYRILLIC SMALL LETTER QA"),
    ('ԝ', 'w', "CYRILLIC SMALL LETTER WE"),
];

/// Signs that look like those within a document number.
const JOINERS: [(char, char, &str); 6] = [
    ('\u{2044}', '/', "FRACTION SLASH"),
    ('\u{2215}', '/', "DIVISION SLASH"),
    ('\u{fe63}', '-', "SMALL HYPHEN-MINUS"),
    ('\u{ff0d}', '-', "FULLWIDTH HYPHEN-MINUS"),
    ('\u{ff0e}', '.', "FULLWIDTH FULL STOP"),
    ('\u{ff0f}', '/', "FULLWIDTH SOLIDUS"),
];

/// A word that is not what it shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FaultyWord {
    /// Its bytes in the text.
    pub range: Range<usize>,
    pub fault: WordFault,
}

/// A fault in a word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WordFault {
    /// Letters of another script, or another form of letters.
    Mixed {
        /// Each once, in order.
        foreign: Vec<char>,
        /// The word in plain letters.
        instead: String,
    },
    /// A mark that is on no letter.
    LoneMark(char),
    /// More marks than any letter carries.
    PiledMarks(usize),
}

/// Marks that may be on a letter after it was composed. Vietnamese letters keep none; other languages that are written
/// with Latin letters keep two at most.
const MARKS: usize = 2;

/// The faulty words of a composed text, in their order.
pub fn faults(text: &str) -> Vec<FaultyWord> {
    let mut found = Vec::new();
    let mut done = 0;
    for (at, character) in text.char_indices() {
        if at < done || is_usual(character) {
            continue;
        }
        if is_mark(character) {
            let (end, fault) = marks(text, at, character);
            done = end;
            found.extend(fault);
        } else if joiner(character).is_some() {
            found.extend(around(text, at, character));
        } else if character.is_alphanumeric() {
            let range = word_around(text, at);
            done = range.end;
            found.extend(mixed(text, range));
        }
    }
    found
}

/// What Unicode calls a letter or sign that looks like another, or the group that it belongs to.
pub fn name(character: char) -> &'static str {
    let known = LOOKALIKES.iter().chain(&JOINERS).find(|(known, ..)| *known == character);
    known.map_or_else(|| group(character), |(_, _, name)| *name)
}

fn group(character: char) -> &'static str {
    match character {
        '\u{ff01}'..='\u{ff5e}' => "FULLWIDTH FORM",
        '\u{1d400}'..='\u{1d7ff}' => "MATHEMATICAL ALPHANUMERIC SYMBOL",
        '\u{2160}'..='\u{2188}' => "ROMAN NUMERAL",
        '\u{fb00}'..='\u{fb06}' => "LATIN LIGATURE",
        '\u{2100}'..='\u{214f}' => "LETTERLIKE SYMBOL",
        digit if is_foreign_digit(digit) => "DIGIT OF ANOTHER SCRIPT",
        letter => match script(letter) {
            Script::Cyrillic => "CYRILLIC LETTER",
            Script::Greek => "GREEK LETTER",
            Script::Armenian => "ARMENIAN LETTER",
            Script::Cherokee => "CHEROKEE LETTER",
            Script::Coptic => "COPTIC LETTER",
            _ => "LETTER OF ANOTHER SCRIPT",
        },
    }
}

fn script(character: char) -> Script {
    CodePointMapData::<Script>::new().get(character)
}

fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

/// The end of the marks that begin at a byte, and what is wrong with them.
fn marks(text: &str, at: usize, first: char) -> (usize, Option<FaultyWord>) {
    let count = text[at..].chars().take_while(|mark| is_mark(*mark)).count();
    let length: usize = text[at..].chars().take(count).map(char::len_utf8).sum();
    let base = text[..at].chars().next_back();
    // A dotted circle is drawn to show a mark by itself.
    let carried = base.is_some_and(|base| is_word(base) || base == '◌');
    let fault = match (carried, count) {
        (false, _) => WordFault::LoneMark(first),
        (true, count) if count > MARKS => WordFault::PiledMarks(count),
        _ => return (at + length, None),
    };
    let start = if carried { at - base.map_or(0, char::len_utf8) } else { at };
    (at + length, Some(FaultyWord { range: start..at + length, fault }))
}

fn joiner(character: char) -> Option<char> {
    JOINERS.iter().find(|(known, ..)| *known == character).map(|(_, plain, _)| *plain)
}

/// A sign within a number: `72∕2013`. Elsewhere it is what it looks like.
fn around(text: &str, at: usize, sign: char) -> Option<FaultyWord> {
    let end = at + sign.len_utf8();
    let usual = |c: Option<char>| c.is_some_and(|c| is_usual(c) && c.is_alphanumeric());
    let (before, after) = (&text[..at], &text[end..]);
    if !usual(before.chars().next_back()) || !usual(after.chars().next()) {
        return None;
    }
    let range = word_start(before)..end + word_length(after);
    let instead = plain(text.get(range.clone())?);
    Some(FaultyWord { range, fault: WordFault::Mixed { foreign: vec![sign], instead } })
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric()
        || (!is_usual(character)
            && matches!(
                CodePointMapData::<GeneralCategory>::new().get(character),
                GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark | GeneralCategory::EnclosingMark
            ))
}

fn word_start(before: &str) -> usize {
    before.len() - before.chars().rev().take_while(|c| is_word(*c)).map(char::len_utf8).sum::<usize>()
}

fn word_length(from: &str) -> usize {
    from.chars().take_while(|c| is_word(*c)).map(char::len_utf8).sum()
}

fn word_around(text: &str, at: usize) -> Range<usize> {
    word_start(&text[..at])..at + word_length(&text[at..])
}

fn mixed(text: &str, range: Range<usize>) -> Option<FaultyWord> {
    let word = text.get(range.clone())?;
    let latin = word.chars().any(|c| is_usual(c) && c.is_alphabetic());
    let digit = word.contains(|c: char| c.is_ascii_digit());
    let odd =
        |c: &char| is_always_odd(*c) || (latin && is_odd_among_latin(*c)) || ((latin || digit) && is_foreign_digit(*c));
    let mut foreign: Vec<char> = Vec::new();
    for character in word.chars().filter(odd) {
        if !foreign.contains(&character) {
            foreign.push(character);
        }
    }
    if foreign.is_empty() && !latin && disguised(text, &range) {
        foreign = word.chars().filter(|c| lookalike(*c).is_some()).collect();
        foreign.dedup();
    }
    (!foreign.is_empty()).then(|| FaultyWord { fault: WordFault::Mixed { foreign, instead: plain(word) }, range })
}

/// Forms of Latin letters and digits that nobody types.
fn is_always_odd(character: char) -> bool {
    matches!(
        character,
        '\u{ff10}'..='\u{ff19}'
            | '\u{ff21}'..='\u{ff3a}'
            | '\u{ff41}'..='\u{ff5a}'
            | '\u{1d400}'..='\u{1d7ff}'
            | '\u{2160}'..='\u{2188}'
            | '\u{fb00}'..='\u{fb06}'
    )
}

fn is_odd_among_latin(character: char) -> bool {
    if is_usual(character) || !character.is_alphabetic() {
        return false;
    }
    if matches!(character, '\u{2100}'..='\u{214f}') {
        return true;
    }
    match script(character) {
        Script::Latin | Script::Common | Script::Inherited => false,
        // Scripts without spaces between words, whose letters look like no Latin ones.
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => false,
        Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar | Script::Tibetan => false,
        Script::Greek => !"ΓΔΘΛΞΠΣΦΨΩβγδεζηθλμξπςστφχψω".contains(character),
        _ => true,
    }
}

fn is_foreign_digit(character: char) -> bool {
    !character.is_ascii() && CodePointMapData::<GeneralCategory>::new().get(character) == GeneralCategory::DecimalNumber
}

fn lookalike(character: char) -> Option<char> {
    LOOKALIKES.iter().find(|(known, ..)| *known == character).map(|(_, plain, _)| *plain)
}

/// Whether a word of lookalikes alone is meant as Latin: a part of a number (`15/2020/NĐ-СР`), or a letter or two with no
/// other word of their script beside them (`điểm а khoản 2`). A longer word may well be Russian.
fn disguised(text: &str, range: &Range<usize>) -> bool {
    let word = &text[range.clone()];
    // By itself a small Greek letter is a symbol.
    let symbol = |c: char| script(c) == Script::Greek && c.is_lowercase() && c != 'ο';
    if !word.chars().all(|c| lookalike(c).is_some() && !symbol(c)) {
        return false;
    }
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let joined = |mut signs: std::iter::Take<&mut dyn Iterator<Item = char>>| {
        let (sign, next) = (signs.next(), signs.next());
        matches!(sign, Some('-' | '/' | '.')) && next.is_some_and(|c| is_usual(c) && c.is_alphanumeric())
    };
    let is_joined = joined((&mut before.chars().rev() as &mut dyn Iterator<Item = char>).take(2))
        || joined((&mut after.chars() as &mut dyn Iterator<Item = char>).take(2));
    is_joined || (word.chars().count() <= 2 && !has_kin(before.chars().rev(), word) && !has_kin(after.chars(), word))
}

/// Whether the next word on the line is of the same script.
fn has_kin(mut characters: impl Iterator<Item = char>, word: &str) -> bool {
    let neighbour = characters.by_ref().take_while(|c| *c != '\n').find(|c| is_word(*c));
    neighbour.is_some_and(|letter| word.chars().next().is_some_and(|own| script(own) == script(letter)))
}

/// A word in the letters that it shows.
fn plain(word: &str) -> String {
    let one = |character: char| lookalike(character).or_else(|| joiner(character));
    let nfd = DecomposingNormalizerBorrowed::new_nfd().normalize(word).into_owned();
    let replaced: String = nfd.chars().map(|c| one(c).or_else(|| digit(c)).unwrap_or(c)).collect();
    ComposingNormalizerBorrowed::new_nfkc().normalize(&replaced).into_owned()
}

/// The digit that one of another script stands for: the ten of a script follow one another, and zero begins them.
fn digit(character: char) -> Option<char> {
    if !is_foreign_digit(character) {
        return None;
    }
    let zero = (0..10).find(|back| {
        let before = char::from_u32(u32::from(character) - back - 1);
        before.is_none_or(|before| !is_foreign_digit(before))
    });
    zero.and_then(|value| char::from_digit(value, 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instead(text: &str) -> Vec<(&str, String)> {
        let found = faults(text).into_iter().map(|found| {
            let words = match found.fault {
                WordFault::Mixed { instead, .. } => instead,
                other => format!("{other:?}"),
            };
            (&text[found.range], words)
        });
        found.collect()
    }

    #[test]
    fn letters_that_look_like_others() {
        for (text, word, plain) in [
            ("số 72/2013/NĐ-СР của", "СР", "CP"),
            ("số 72/2013/NĐ-CР của", "CР", "CP"),
            ("điểm а khoản 2", "а", "a"),
            ("khοản 3", "khοản", "khoản"),
            ("νà các", "νà", "và"),
            ("cό quyền", "cό", "có"),
            ("IΡv6", "IΡv6", "IPv6"),
            ("tệp ＡＢ１", "ＡＢ１", "AB1"),
            ("Phụ lục Ⅲ", "Ⅲ", "III"),
            ("𝐃ieu", "𝐃ieu", "Dieu"),
            ("oﬃce", "oﬃce", "office"),
            ("số 7٢/2013", "7٢", "72"),
            ("số 72／2013", "72／2013", "72/2013"),
            ("Điều１８", "Điều１８", "Điều18"),
        ] {
            assert_eq!(instead(text), [(word, plain.to_owned())], "{text}");
        }
    }

    #[test]
    fn words_that_are_what_they_show() {
        for text in [
            "Nghị định số 72/2013/NĐ-CP",
            "chữ Hy Lạp α, β, ν; αβγ; ΑΒΓ Ο",
            "Москва, СССР, он и я о нём",
            "10 kΩ, 5 μs, λ/2, dBμV/m, γ-GT, °C, m², x₂, ½, № 5, ①, ™",
            "漢字IPv6地址 tiếng 日本語です và ภาษาไทย",
            "Søren, Malmö, Łódź, naïve, façade",
            "5 ℓ nước; (١٢)",
            "1\u{20e3} ◌\u{323} m\u{300}",
        ] {
            assert_eq!(instead(text), [], "{text}");
        }
    }

    #[test]
    fn marks() {
        let piled = "a\u{301}\u{302}\u{303}\u{304}";
        assert_eq!(faults(piled).len(), 1);
        assert_eq!(faults(piled)[0].fault, WordFault::PiledMarks(4));
        assert_eq!(faults(piled)[0].range, 0..piled.len());
        assert_eq!(faults("a \u{301}b")[0].fault, WordFault::LoneMark('\u{301}'));
        assert_eq!(faults("\u{323}")[0].range, 0..2);
    }

    #[test]
    fn names() {
        assert_eq!(name('С'), "CYRILLIC CAPITAL LETTER ES");
        assert_eq!(name('ж'), "CYRILLIC LETTER");
        assert_eq!(name('Ⅲ'), "ROMAN NUMERAL");
        assert_eq!(name('٢'), "DIGIT OF ANOTHER SCRIPT");
    }

    #[test]
    fn time_grows_with_the_text_alone() {
        let long = ["а ".repeat(200_000), "аб".repeat(200_000), "\u{301}".repeat(200_000), "x".repeat(400_000) + "С"];
        for text in long {
            assert!(!faults(&text).is_empty() || text.starts_with("а"));
        }
    }
}
