//! The names of laws that are known, and their usual short forms: the list `laws.tsv`.
//!
//! Where a name ends in running text does not always follow from its words; the list decides. What the corpus calls its own
//! instruments is looked up where a citation is linked, before anything here counts.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::names::Names;
use super::token::Tokens;
use crate::model::number::InstrumentType;

const LIST: &str = include_str!("laws.tsv");

static LAWS: LazyLock<Names> = LazyLock::new(|| Names::of(lines().filter_map(|line| line.split('\t').nth(1))));
static SHORT: LazyLock<BTreeMap<&'static str, Short>> = LazyLock::new(|| lines().flat_map(short_forms).collect());

fn lines() -> impl Iterator<Item = &'static str> {
    LIST.lines().filter(|line| !line.starts_with('#'))
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
    LAWS.end_at(tokens, at)
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
    SHORT.get(word).copied().filter(|short| cited || !short.after_unit)
}

/// The short forms of a line of the list.
fn short_forms(line: &'static str) -> Vec<(&'static str, Short)> {
    let fields: Vec<&'static str> = line.split('\t').collect();
    let &[kind, name, forms] = fields.as_slice() else { return Vec::new() };
    let Some(kind) = InstrumentType::from_name(kind) else { return Vec::new() };
    let forms = forms.split(',').map(str::trim).filter(|form| !form.is_empty());
    let form = |form: &'static str| {
        let word = form.trim_matches(['(', ')']);
        (word, Short { kind, name, after_unit: word != form })
    };
    forms.map(form).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_law() {
        for line in lines() {
            let (kind, rest) = line.split_once('\t').unwrap();
            assert!(InstrumentType::from_name(kind).is_some(), "{line}");
            let name = rest.split('\t').next().unwrap();
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
