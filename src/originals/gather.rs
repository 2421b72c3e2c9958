//! The provisions of an original that speak of something, by words that a person types.

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::tree::{ProvisionTree, TextPiece, TreeNode};
use crate::model::provision::UnitKind;

/// Words that mean the same: a provision speaks of them if it has one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SoughtWords(Vec<String>);

impl SoughtWords {
    /// Takes a word or phrase and others of its meaning.
    pub fn new<'w>(forms: impl IntoIterator<Item = &'w str>) -> Self {
        SoughtWords(forms.into_iter().map(fold).filter(|form| !form.trim().is_empty()).collect())
    }

    fn are_in(&self, folded: &str) -> bool {
        self.0.iter().any(|form| folded.contains(form.as_str()))
    }
}

/// A provision that has the words, and the paragraph where it has the first of them.
#[derive(Clone, Copy, Debug)]
pub struct GatheredUnit<'t> {
    pub unit: &'t TreeNode,
    pub piece: &'t TextPiece,
}

/// Finds the provisions that speak of one of several things, in order, the smallest that can be cited: a khoản whose điểm
/// has the words is not named beside the điểm.
pub fn gather<'t>(tree: &'t ProvisionTree, sought: &[SoughtWords]) -> Vec<GatheredUnit<'t>> {
    let mut found: Vec<GatheredUnit<'t>> = Vec::new();
    for piece in tree.pieces() {
        let folded = fold(&piece.text);
        let Some(unit) = sought.iter().any(|words| words.are_in(&folded)).then(|| unit_of(tree, piece)).flatten()
        else {
            continue;
        };
        if !found.last().is_some_and(|last| last.unit.pieces == unit.pieces) {
            found.push(GatheredUnit { unit, piece });
        }
    }
    found
}

/// The smallest unit around a paragraph that can be cited; items with a dash are those of their unit.
fn unit_of<'t>(tree: &'t ProvisionTree, piece: &TextPiece) -> Option<&'t TreeNode> {
    let around = std::iter::successors(tree.nodes().get(piece.node), |node| tree.nodes().get(node.parent?));
    let cited = |node: &&TreeNode| {
        node.locator.is_some() && node.unit.as_ref().is_some_and(|unit| unit.kind() != UnitKind::Dash)
    };
    around.into_iter().find(cited)
}

/// Words in small letters without marks, a space between and around them.
fn fold(text: &str) -> String {
    let plain = DecomposingNormalizerBorrowed::new_nfd().normalize(text).to_lowercase().replace('đ', "d");
    let mut folded = String::from(" ");
    for c in plain.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')) {
        let c = if c.is_alphanumeric() { c } else { ' ' };
        if c != ' ' || !folded.ends_with(' ') {
            folded.push(c);
        }
    }
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::originals::text::OriginalText;

    #[test]
    fn provisions_are_found_by_words_without_marks() {
        let text =
            "Điều 1. Địa chỉ Internet\n1. Máy.\n2. Cấp:\na) Địa chỉ\u{a0}IPv6;\nb) Máy.\n- Máy có IPv6.\nMáy IPv6s.";
        let tree = ProvisionTree::read(&OriginalText::parse(text));
        let places = |forms: &[&str]| -> Vec<String> {
            let found = gather(&tree, &[SoughtWords::new(forms.iter().copied())]);
            found.iter().map(|it| it.unit.locator.as_ref().unwrap().to_string()).collect()
        };
        assert_eq!(places(&["ipv6"]), ["điểm a khoản 2 Điều 1", "điểm b khoản 2 Điều 1"]);
        assert_eq!(places(&["dia chi internet", "địa chỉ IPv6"]), ["Điều 1", "điểm a khoản 2 Điều 1"]);
        assert!(places(&["", "nhà"]).is_empty());
    }
}
