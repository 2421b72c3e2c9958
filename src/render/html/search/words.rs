//! Syllables: text as the index and a query see it. The script cuts and folds a query in the same way; tests/search holds
//! the two together.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::Unordered;
use crate::latin;

/// A syllable (or number, or foreign word) as it is looked for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct SyllableForm {
    /// Small letters without marks, đ as d: `dia`.
    pub folded: String,
    /// Small letters with marks, the tone at the end, so that `hoà` and `hòa` are one.
    pub exact: String,
}

/// Where a form occurs in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Syllable {
    /// Place in [`Cutter::forms`].
    pub form: u32,
    /// Whether the syllable before stands right in front, with no more than a space, `/`, `-` or `:` between.
    pub follows: bool,
}

/// Cuts texts into syllables; remembers those it has met, so that a text becomes numbers.
pub(super) struct Cutter {
    nfd: DecomposingNormalizerBorrowed<'static>,
    nfc: ComposingNormalizerBorrowed<'static>,
    /// Places in `forms` of what is in texts: `Địa` and `địa` have one. Looked up for every syllable, and never walked.
    known: Unordered<String, u32>,
    places: Unordered<SyllableForm, u32>,
    forms: Vec<SyllableForm>,
}

impl Cutter {
    pub(super) fn new() -> Self {
        let (nfd, nfc) = (DecomposingNormalizerBorrowed::new_nfd(), ComposingNormalizerBorrowed::new_nfc());
        Cutter { nfd, nfc, known: Unordered::default(), places: Unordered::default(), forms: Vec::new() }
    }

    pub(super) fn cut(&mut self, text: &str) -> Vec<Syllable> {
        let mut syllables = Vec::with_capacity(text.len() / 4);
        let (mut gap, mut rest) = ("", text);
        while !rest.is_empty() {
            let end = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
            let (letters, after) = rest.split_at(end);
            if letters.is_empty() {
                let next = after.find(is_letter).unwrap_or(after.len());
                (gap, rest) = after.split_at(next);
            } else {
                let follows = !syllables.is_empty() && joins(gap);
                syllables.push(Syllable { form: self.form(letters), follows });
                rest = after;
            }
        }
        syllables
    }

    /// Every form met so far, once each.
    pub(super) fn forms(&self) -> &[SyllableForm] {
        &self.forms
    }

    /// The syllables of a text without marks.
    pub(super) fn folded(&mut self, text: &str) -> Vec<&str> {
        let syllables = self.cut(text);
        let forms = syllables.iter().filter_map(|syllable| self.forms.get(syllable.form as usize));
        forms.map(|form| form.folded.as_str()).collect()
    }

    fn form(&mut self, letters: &str) -> u32 {
        if let Some(place) = self.known.get(letters) {
            return *place;
        }
        let decomposed = self.nfd.normalize(letters).to_lowercase();
        let tone: String = decomposed.chars().filter(|c| is_tone(*c)).collect();
        let toneless: String = decomposed.chars().filter(|c| !is_tone(*c)).collect();
        let exact = format!("{}{tone}", self.nfc.normalize(&toneless));
        let bare = toneless.chars().filter(|c| !is_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c });
        let form = SyllableForm { folded: one_spelling(bare.collect()), exact };
        let next = self.forms.len() as u32;
        let place = *self.places.entry(form.clone()).or_insert(next);
        if place == next {
            self.forms.push(form);
        }
        self.known.insert(letters.to_owned(), place);
        place
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
    latin::is_alphanumeric(c) || !c.is_ascii() && (c.is_alphanumeric() || is_mark(c))
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
        let mut cutter = Cutter::new();
        let syllables = cutter.cut(text);
        let form = |syllable: &Syllable| cutter.forms()[syllable.form as usize].clone();
        syllables.iter().map(|it| (form(it).folded, form(it).exact, it.follows)).collect()
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
