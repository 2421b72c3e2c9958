//! The names of laws that are known, and their usual short forms: the list `laws.tsv`.
//!
//! Where a name ends in running text does not always follow from its words; the list decides. What the corpus calls its own
//! instruments is looked up where a citation is linked, before anything here counts.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::token::{Tokens, fold};
use crate::latin;
use crate::model::number::InstrumentType;

static LIST: LazyLock<Laws> = LazyLock::new(|| Laws::read(include_str!("laws.tsv")));

#[derive(Default)]
struct Laws {
    /// By the first word, longer names first.
    names: BTreeMap<String, Vec<Vec<String>>>,
    short: BTreeMap<&'static str, Short>,
}

/// A law cited by a short form such as `BLHS`.
#[derive(Clone, Copy)]
pub(super) struct Short {
    pub kind: InstrumentType,
    /// The name without its type.
    pub name: &'static str,
    /// Whether it counts only right after a unit.
    after_unit: bool,
}

/// The token after the longest known name at `at`.
pub(super) fn known_name(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let first = comparable(tokens.letters(at)?);
    LIST.names.get(&first)?.iter().find_map(|name| match_name(tokens, at, name))
}

/// The law of a short form at `at`. `cited` where a unit stands right before it.
pub(super) fn read_short(tokens: &Tokens<'_>, at: usize, cited: bool) -> Option<Short> {
    let word = tokens.letters(at)?;
    let is_capital = |c: Option<char>| c.is_some_and(|c| c.is_ascii_uppercase() || c == 'Đ');
    let mut letters = word.chars();
    // Most words are done with here.
    if !is_capital(letters.next()) || !is_capital(letters.next()) {
        return None;
    }
    LIST.short.get(word).copied().filter(|short| cited || !short.after_unit)
}

/// The token after the name. Commas may be missing from the text.
fn match_name(tokens: &Tokens<'_>, at: usize, name: &[String]) -> Option<usize> {
    let mut next = at;
    for word in name {
        if tokens.is_mark(next, ',') && word == "," || word != "," && comparable(tokens.word(next)) == *word {
            next += 1;
        } else if word != "," {
            return None;
        }
    }
    Some(next)
}

/// A word without its case and without the two ways to place a tone.
fn comparable(word: &str) -> String {
    latin::same_tones(&word.chars().map(fold).collect::<String>())
}

impl Laws {
    fn read(list: &'static str) -> Self {
        let mut laws = Self::default();
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            laws.add(line);
        }
        laws.names.values_mut().for_each(|names| names.sort_by_key(|name| std::cmp::Reverse(name.len())));
        laws
    }

    fn add(&mut self, line: &'static str) -> Option<()> {
        let mut fields = line.split('\t');
        let (kind, name) = (InstrumentType::from_name(fields.next()?)?, fields.next()?);
        let tokens = Tokens::new(name);
        let words: Vec<String> = (0..tokens.len()).map(|at| comparable(tokens.word(at))).collect();
        self.names.entry(words.first()?.clone()).or_default().push(words);
        for form in fields.next().unwrap_or_default().split(',').map(str::trim).filter(|form| !form.is_empty()) {
            let word = form.trim_matches(['(', ')']);
            self.short.insert(word, Short { kind, name, after_unit: word != form });
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_law() {
        for line in include_str!("laws.tsv").lines().filter(|line| !line.starts_with('#')) {
            let mut laws = Laws::default();
            assert_eq!(laws.add(line), Some(()), "{line}");
            let name = line.split('\t').nth(1).unwrap();
            let tokens = Tokens::new(name);
            assert_eq!(known_name(&tokens, 0), Some(tokens.len()), "{line}");
        }
    }

    #[test]
    fn names_in_every_spelling() {
        for name in ["chất lượng sản phẩm, hàng hoá", "Chất lượng sản phẩm hàng hóa", "GIAO THÔNG ĐƯỜNG THUỶ NỘI ĐỊA"]
        {
            let tokens = Tokens::new(name);
            assert_eq!(known_name(&tokens, 0), Some(tokens.len()), "{name}");
        }
    }

    #[test]
    fn short_forms() {
        let short = |text: &str, cited| read_short(&Tokens::new(text), 0, cited).map(|short| short.name);
        assert_eq!(short("BLTTDS", false), Some("Tố tụng dân sự"));
        assert_eq!((short("LDN", false), short("LDN", true)), (None, Some("Doanh nghiệp")));
        assert_eq!(short("BLABC", true), None);
    }
}
