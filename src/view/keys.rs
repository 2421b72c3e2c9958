//! Keys for finding: where a provision stands and which number its instrument has, in a form that a reader's query can be
//! put into without knowing how to parse citations. `khoản 3 Điều 18` is `khoan-3` and `dieu-18`; `72/2013/NĐ-CP` is
//! `so-72`, `nam-2013`, `ky-hieu-nd`, `ky-hieu-nd-cp`, `ky-hieu-ndcp`; a decree is `loai-nghi-dinh`.

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::model::instrument::Instrument;
use crate::model::number::{DocNumber, Form, InstrumentType};
use crate::model::provision::{Locator, ORDINAL_WORDS, Unit, UnitKind};

/// The kinds of units: what readers write, folded, and what the key begins with.
pub fn units() -> Vec<(String, &'static str)> {
    let mut units: Vec<_> = UnitKind::ALL.iter().map(|kind| (folded(kind.word()), kind.slug())).collect();
    units.push(("gach".to_owned(), UnitKind::Dash.slug()));
    units.sort();
    units.dedup();
    units
}

/// The types of instruments: names and short forms, folded, and the key.
pub fn types() -> Vec<(String, String)> {
    let mut types = Vec::new();
    for kind in InstrumentType::all() {
        let forms = kind.short_forms().filter(|form| form.chars().count() > 1);
        types.extend([kind.name()].into_iter().chain(forms).map(|word| (folded(word), type_key(kind))));
    }
    types.sort();
    types.dedup();
    types
}

/// `nhat`, `hai`, …: how paragraphs are counted.
pub fn ordinals() -> Vec<String> {
    ORDINAL_WORDS.iter().map(|word| folded(word)).collect()
}

/// Words of questions, folded, that say little about what is searched. Two are one word where the first alone could be
/// another without its marks: `có phải` says little, but `co` may be of `cơ quan`.
pub fn light() -> impl Iterator<Item = &'static str> {
    let one = "la ai gi nao sao thi va cua cac nhung khong ko voi cho khi the";
    let two = "co phai, co duoc, co can, co bi, can phai, phai khong, duoc khong, hay khong, hay chua, nhu the, lam the, \
               lam sao, bao gio, bao nhieu, bao lau, o dau, cho hoi, xin hoi, muon hoi, chung toi, ben toi, tai sao, vi sao";
    one.split(' ').chain(two.split(", "))
}

/// From the smallest unit to the largest.
pub(super) fn of_provision(locator: &Locator) -> Vec<String> {
    locator.units().iter().rev().map(Unit::slug).collect()
}

pub(super) fn of_instrument(instrument: &Instrument) -> Vec<String> {
    let mut keys = vec![type_key(instrument.kind)];
    if let Some(number) = instrument.number.known() {
        keys.extend(of_number(number));
    }
    // Decisions have no year in their number, but are searched by one: `433/2011`.
    let issued = instrument.issued.date().filter(|_| !keys.iter().any(|key| key.starts_with("nam-")));
    keys.extend(issued.map(|date| format!("nam-{}", date.year())));
    keys
}

fn of_number(number: &DocNumber) -> Vec<String> {
    let mut keys = Vec::new();
    if let Some(serial) = number.serial() {
        let letter = serial.letter.map(String::from).unwrap_or_default();
        keys.push(format!("so-{}{letter}", serial.number));
    }
    if let Form::Standard { code, .. } = number.form() {
        // `ISO/IEC 27001-1` is searched by its figures.
        let figures = code.rsplit(' ').next().unwrap_or(code);
        keys.push(format!("so-{figures}"));
    }
    keys.extend(number.year().map(|year| format!("nam-{year}")));
    let symbol: Vec<String> = number.symbol().iter().flat_map(|symbol| symbol.parts()).map(folded).collect();
    keys.extend((1..=symbol.len()).map(|length| symbol_key(symbol.get(..length).unwrap_or_default(), "-")));
    if symbol.len() > 1 {
        // `nđcp` in a hurry.
        keys.push(symbol_key(&symbol, ""));
    }
    keys
}

fn symbol_key(parts: &[String], between: &str) -> String {
    format!("ky-hieu-{}", parts.join(between))
}

fn type_key(kind: InstrumentType) -> String {
    format!("loai-{}", folded(kind.name()).replace(' ', "-"))
}

/// Small letters without marks.
fn folded(text: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(text).to_lowercase();
    let letters = decomposed.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}'));
    letters.map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::number::{Serial, Series, Symbol};

    #[test]
    fn a_provision() {
        let clause = Locator::new(vec![Unit::article(18).unwrap(), Unit::clause(3).unwrap()]).unwrap();
        let point = clause.child(Unit::point('đ').unwrap()).unwrap();
        assert_eq!(of_provision(&point), ["diem-dd", "khoan-3", "dieu-18"]);
    }

    #[test]
    fn numbers() {
        let serial = Serial { number: 72, letter: None };
        let symbol = Symbol::new("NĐ-CP").unwrap();
        let decree = DocNumber::new(Form::Normative { serial, year: 2013, symbol }).unwrap();
        assert_eq!(of_number(&decree), ["so-72", "nam-2013", "ky-hieu-nd", "ky-hieu-nd-cp", "ky-hieu-ndcp"]);
        let standard = Form::Standard { series: Series::Qcvn, code: "89".to_owned(), year: Some(2015), issuer: None };
        assert_eq!(of_number(&DocNumber::new(standard).unwrap()), ["so-89", "nam-2015"]);
    }

    #[test]
    fn words_of_a_query() {
        let units = units();
        let types = types();
        assert!(units.contains(&("dieu".to_owned(), "dieu")) && units.contains(&("gach dau dong".to_owned(), "gach")));
        for word in ["nghi dinh", "nd", "thong tu", "tt", "qcvn", "luat"] {
            assert!(types.iter().any(|(known, _)| known == word), "{word}");
        }
        assert_eq!(type_key(InstrumentType::Decree), "loai-nghi-dinh");
        assert_eq!(ordinals().get(1).map(String::as_str), Some("hai"));
    }
}
