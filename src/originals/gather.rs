//! The provisions of an original that speak of something, by words that a person types.

use std::collections::BTreeMap;

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::tree::{ProvisionTree, TextPiece, TreeNode};
use crate::model::provision::{Unit, UnitKind};

/// Words that mean the same: a provision speaks of them if it has one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SoughtWords(Vec<String>);

impl SoughtWords {
    /// Takes a word or phrase and others of its meaning.
    pub fn new<'w>(forms: impl IntoIterator<Item = &'w str>) -> Self {
        SoughtWords(forms.into_iter().map(fold).filter(|form| !form.trim().is_empty()).collect())
    }

    /// Where a folded text has the first of them.
    fn first_in(&self, folded: &str) -> Option<usize> {
        self.0.iter().filter_map(|form| folded.find(form.as_str())).min()
    }
}

/// A provision that has the words, and the paragraph where it has the first of them.
#[derive(Clone, Debug)]
pub struct GatheredUnit<'t> {
    pub unit: &'t TreeNode,
    pub piece: &'t TextPiece,
    /// The byte of the paragraph at which they begin.
    pub at: usize,
    /// The smallest units in it that have them, paragraphs and items with a dash included.
    pub within: Vec<&'t TreeNode>,
}

/// Finds the provisions that speak of one of several things, in order, the smallest that can be cited: a khoản whose điểm
/// has the words is not named beside the điểm.
pub fn gather<'t>(tree: &'t ProvisionTree, sought: &[SoughtWords]) -> Vec<GatheredUnit<'t>> {
    let mut found: Vec<GatheredUnit<'t>> = Vec::new();
    // A khoản may go on after its điểm: it is named once.
    let mut known: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for piece in tree.pieces() {
        let folded = fold(&piece.text);
        let Some(first) = sought.iter().filter_map(|words| words.first_in(&folded)).min() else { continue };
        let Some(unit) = around(tree, piece).find(|node| has_label(node)) else { continue };
        let within = around(tree, piece).next().unwrap_or(unit);
        let index = *known.entry((unit.pieces.start, unit.pieces.end)).or_insert(found.len());
        match found.get_mut(index) {
            Some(former) => former.within.push(within),
            None => {
                let at = source_of(&piece.text, first);
                found.push(GatheredUnit { unit, piece, at, within: vec![within] });
            }
        }
    }
    found
}

/// Whether two words or phrases are the same to one who types without marks.
pub fn are_alike(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

/// The units around a paragraph that can be cited, from the smallest.
fn around<'t>(tree: &'t ProvisionTree, piece: &TextPiece) -> impl Iterator<Item = &'t TreeNode> {
    let nodes = std::iter::successors(tree.nodes().get(piece.node), |node| tree.nodes().get(node.parent?));
    nodes.filter(|node| node.locator.is_some())
}

/// Whether a unit is cited by a label: paragraphs and items with a dash are those of their unit.
fn has_label(node: &TreeNode) -> bool {
    let kind = node.unit.as_ref().map(Unit::kind);
    kind.is_some_and(|kind| !matches!(kind, UnitKind::Dash | UnitKind::Paragraph))
}

/// Words in small letters without marks, a space between and around them.
fn fold(text: &str) -> String {
    let mut folded = String::from(" ");
    fold_into(&mut folded, text);
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
    folded
}

fn fold_into(folded: &mut String, text: &str) {
    let plain = DecomposingNormalizerBorrowed::new_nfd().normalize(text).to_lowercase().replace('đ', "d");
    for c in plain.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')) {
        let c = if c.is_alphanumeric() { c } else { ' ' };
        if c != ' ' || !folded.ends_with(' ') {
            folded.push(c);
        }
    }
}

/// The byte of a text from which the word after the space at `position` of its folded form comes.
fn source_of(text: &str, position: usize) -> usize {
    let mut folded = String::from(" ");
    for (at, c) in text.char_indices() {
        fold_into(&mut folded, c.encode_utf8(&mut [0; 4]));
        if folded.len() > position + 1 {
            return at;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::originals::text::OriginalText;

    const TEXT: &str =
        "Điều 1. Địa chỉ Internet\n1. Máy.\n2. Cấp:\na) Địa chỉ\u{a0}IPv6;\nb) Máy.\n- Máy có IPv6.\nMáy IPv6s.";

    #[test]
    fn provisions_are_found_by_words_without_marks() {
        let tree = ProvisionTree::read(&OriginalText::parse(TEXT));
        let places = |forms: &[&str]| -> Vec<String> {
            let found = gather(&tree, &[SoughtWords::new(forms.iter().copied())]);
            found.iter().map(|it| it.unit.locator.as_ref().unwrap().to_string()).collect()
        };
        assert_eq!(places(&["ipv6"]), ["điểm a khoản 2 Điều 1", "điểm b khoản 2 Điều 1"]);
        assert_eq!(places(&["dia chi internet", "địa chỉ IPv6"]), ["Điều 1", "điểm a khoản 2 Điều 1"]);
        assert!(places(&["", "nhà"]).is_empty());
    }

    #[test]
    fn a_unit_that_goes_on_after_its_items_is_named_once() {
        let text = "Điều 1. Máy\n1. Máy có IPv6 gồm:\na) Máy IPv6 cũ;\nMáy IPv6 khác.\n2. Máy.";
        let tree = ProvisionTree::read(&OriginalText::parse(text));
        let found = gather(&tree, &[SoughtWords::new(["IPv6"])]);
        let places: Vec<String> = found.iter().map(|it| it.unit.locator.as_ref().unwrap().to_string()).collect();
        let distinct: std::collections::BTreeSet<&String> = places.iter().collect();
        assert!(places.contains(&"khoản 1 Điều 1".to_owned()) && distinct.len() == places.len(), "{places:?}");
    }

    #[test]
    fn the_words_are_found_in_their_paragraph() {
        let tree = ProvisionTree::read(&OriginalText::parse(TEXT));
        let found = gather(&tree, &[SoughtWords::new(["IPv6"]), SoughtWords::new(["dia chi internet"])]);
        let words: Vec<&str> = found.iter().map(|it| &it.piece.text[it.at..]).collect();
        assert_eq!(words, ["Địa chỉ Internet", "IPv6;", "IPv6."]);
        assert!(are_alike("Địa chỉ  INTERNET", "dia chi internet") && !are_alike("IPv6", "IPv4"));
    }
}
