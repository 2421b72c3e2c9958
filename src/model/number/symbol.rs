//! The letters of a document number: type and issuer, `NĐ-CP`, `TTLT-BVHTT-BBCVT-BCA`, `QH15`.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use super::InstrumentType;

/// The parts that are written with small letters by rule.
const MIXED_CASE: [&str; 3] = ["TTg", "CTr", "TTr"];

/// The symbol of a document number. Equality, order and hash ignore case.
#[derive(Clone, Debug)]
pub struct Symbol(String);

impl Symbol {
    /// The symbol written `text`: parts of letters and digits, parted by `-` or `/`, the first beginning with a letter.
    ///
    /// `&` may stand inside a part (`BNN&PTNT`). Ð (U+00D0) becomes Đ. A symbol all in lower case is put in capitals;
    /// `TTg`, `CTr` and `TTr` get their usual form; otherwise case stays as it is.
    pub fn new(text: &str) -> Option<Self> {
        let text: String = text.chars().map(|c| if c == 'Ð' || c == 'ð' { 'Đ' } else { c }).collect();
        let starts_well = text.starts_with(char::is_alphabetic);
        let part_is = |part: &str| {
            part.starts_with(char::is_alphanumeric)
                && part.ends_with(char::is_alphanumeric)
                && part.chars().all(|c| c == '&' || is_symbol_char(c))
        };
        if !starts_well || !text.split(['-', '/']).all(part_is) {
            return None;
        }
        let text = if text.chars().any(char::is_uppercase) { text } else { text.to_uppercase() };
        Some(Self(usual_case(&text)))
    }

    /// Returns the symbol as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `TTLT`, `BVHTT`, …
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split(['-', '/'])
    }

    /// The type that the first part names: Nghị định for `NĐ-CP`, Pháp lệnh for `PL-UBTVQH11`.
    pub fn implied_type(&self) -> Option<InstrumentType> {
        self.parts().next().and_then(InstrumentType::from_code)
    }

    fn folded(&self) -> impl Iterator<Item = char> {
        self.0.chars().flat_map(char::to_lowercase)
    }
}

/// Letters whose case can be turned and back, so that a symbol stays itself; and digits.
fn is_symbol_char(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || c.is_alphabetic() && c.to_lowercase().flat_map(char::to_uppercase).eq(c.to_uppercase()) && c < '\u{2000}'
}

fn usual_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(['-', '/']) {
        let part = piece.trim_end_matches(['-', '/']);
        let usual = MIXED_CASE.into_iter().find(|usual| usual.eq_ignore_ascii_case(part)).unwrap_or(part);
        out.push_str(usual);
        out.push_str(piece.get(part.len()..).unwrap_or_default());
    }
    out
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq for Symbol {
    fn eq(&self, other: &Self) -> bool {
        self.folded().eq(other.folded())
    }
}

impl Eq for Symbol {}

impl Ord for Symbol {
    fn cmp(&self, other: &Self) -> Ordering {
        self.folded().cmp(other.folded())
    }
}

impl PartialOrd for Symbol {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Symbol {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.folded().for_each(|c| c.hash(state));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_letters() {
        for (text, canonical) in
            [("nđ-cp", "NĐ-CP"), ("NÐ-CP", "NĐ-CP"), ("qđ-ttg", "QĐ-TTg"), ("QĐ-TTG", "QĐ-TTg"), ("QH15", "QH15")]
        {
            assert_eq!(Symbol::new(text).unwrap().as_str(), canonical);
        }
        assert_eq!(Symbol::new("TT-BGDĐT"), Symbol::new("tt-bgdđt"));
        for bad in ["", "-CP", "NĐ-", "NĐ--CP", "NĐ CP", "15", "NĐ - CP"] {
            assert_eq!(Symbol::new(bad), None, "{bad}");
        }
    }
}
