//! Syllables: text as the index and a query see it. The script cuts and folds a query in the same way; tests/search holds
//! the two together.

use std::collections::BTreeMap;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// One syllable (or number, or foreign word) of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Syllable {
    /// Small letters without marks, đ as d: `dia`.
    pub folded: String,
    /// Small letters with marks, the tone at the end, so that `hoà` and `hòa` are one.
    pub exact: String,
    /// Whether the syllable before stands right in front, with no more than a space, `/`, `-` or `:` between.
    pub follows: bool,
}

/// Cuts texts into syllables; remembers those it has met.
pub(super) struct Cutter {
    nfd: DecomposingNormalizerBorrowed<'static>,
    nfc: ComposingNormalizerBorrowed<'static>,
    known: BTreeMap<String, (String, String)>,
}

impl Cutter {
    pub(super) fn new() -> Self {
        let (nfd, nfc) = (DecomposingNormalizerBorrowed::new_nfd(), ComposingNormalizerBorrowed::new_nfc());
        Cutter { nfd, nfc, known: BTreeMap::new() }
    }

    pub(super) fn cut(&mut self, text: &str) -> Vec<Syllable> {
        let mut syllables = Vec::new();
        let (mut gap, mut rest) = (String::new(), text);
        while !rest.is_empty() {
            let end = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
            let (letters, after) = rest.split_at(end);
            if letters.is_empty() {
                let next = after.find(is_letter).unwrap_or(after.len());
                let (between, from) = after.split_at(next);
                between.clone_into(&mut gap);
                rest = from;
            } else {
                let (folded, exact) = self.forms(letters);
                let follows = !syllables.is_empty() && joins(&gap);
                syllables.push(Syllable { folded, exact, follows });
                rest = after;
            }
        }
        syllables
    }

    fn forms(&mut self, letters: &str) -> (String, String) {
        if let Some(forms) = self.known.get(letters) {
            return forms.clone();
        }
        let decomposed = self.nfd.normalize(letters).to_lowercase();
        let tone: String = decomposed.chars().filter(|c| is_tone(*c)).collect();
        let toneless: String = decomposed.chars().filter(|c| !is_tone(*c)).collect();
        let exact = format!("{}{tone}", self.nfc.normalize(&toneless));
        let bare = toneless.chars().filter(|c| !is_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c });
        let folded = one_spelling(bare.collect());
        self.known.insert(letters.to_owned(), (folded.clone(), exact.clone()));
        (folded, exact)
    }
}

/// `kỹ` and `kĩ`, `quý` and `quí` are one word in two spellings.
fn one_spelling(mut folded: String) -> String {
    if matches!(folded.as_str(), "hy" | "ky" | "ly" | "my" | "sy" | "ty" | "quy") {
        folded.pop();
        folded.push('i');
    }
    folded
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

fn joins(gap: &str) -> bool {
    matches!(gap, " " | "\u{a0}" | "/" | "-" | ":" | ".")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(String, String, bool)> {
        Cutter::new().cut(text).into_iter().map(|s| (s.folded, s.exact, s.follows)).collect()
    }

    #[test]
    fn syllables_and_their_forms() {
        let said = |folded: &str, exact: &str, follows| (folded.to_owned(), exact.to_owned(), follows);
        assert_eq!(
            cut("Địa chỉ, ĐƯỜNG 72/2013"),
            [
                said("dia", "đia\u{323}", false),
                said("chi", "chi\u{309}", true),
                said("duong", "đương\u{300}", false),
                said("72", "72", true),
                said("2013", "2013", true),
            ]
        );
        assert!(cut(" … ").is_empty());
    }

    #[test]
    fn one_word_in_two_spellings() {
        assert_eq!(cut("hoà"), cut("hòa"));
        assert_eq!(cut("uỷ"), cut("ủy"));
        assert_eq!(cut("hòa"), cut("ho\u{300}a"), "composed or not");
        assert_eq!(cut("kỹ")[0].0, cut("kĩ")[0].0);
        assert_ne!(cut("đường")[0].1, cut("dương")[0].1);
    }
}
