//! A unit in pieces that are kept or left out whole.

use std::ops::Range;

use super::written::read_label;
use crate::model::provision::UnitKind;
use crate::originals::tree::{PieceSort, ProvisionTree, TreeNode};

/// A label or a sentence of a unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Atom {
    pub words: Vec<String>,
    /// The piece of the tree that it is in.
    pub piece: usize,
    /// Whether it begins its paragraph.
    pub first: bool,
    /// Whether it ends its paragraph.
    pub last: bool,
}

/// The ways in which a unit may be quoted: an article with its heading or without it.
pub(super) fn forms(tree: &ProvisionTree, unit: &TreeNode) -> Vec<Vec<Atom>> {
    let whole = of_pieces(tree, unit.pieces.clone(), false);
    let is_article = unit.unit.as_ref().is_some_and(|unit| unit.kind() == UnitKind::Article);
    if unit.heading.is_empty() && !is_article {
        return vec![whole];
    }
    let without = match unit.heading.is_empty() {
        true => of_pieces(tree, unit.pieces.clone(), true),
        false => of_pieces(tree, unit.heading.end..unit.pieces.end, false),
    };
    vec![without, whole]
}

/// The atoms of some pieces; `unlabelled`: without the label of the first.
fn of_pieces(tree: &ProvisionTree, pieces: Range<usize>, unlabelled: bool) -> Vec<Atom> {
    let mut atoms = Vec::new();
    for (count, at) in pieces.clone().enumerate() {
        let Some(piece) = tree.pieces().get(at).filter(|piece| piece.sort != PieceSort::Note) else { continue };
        let whole =
            piece.sort == PieceSort::Row || tree.nodes().get(piece.node).is_some_and(|node| node.heading.contains(&at));
        let label = if unlabelled && count == 0 { piece.label } else { 0 };
        push(&mut atoms, at, piece.text.get(label..).unwrap_or_default().trim_start(), whole);
    }
    atoms
}

fn push(atoms: &mut Vec<Atom>, piece: usize, text: &str, whole: bool) {
    let start = atoms.len();
    let (label, rest) = read_label(text);
    let mut groups: Vec<Vec<String>> = label.map(|label| vec![label.to_owned()]).into_iter().collect();
    let words: Vec<String> = rest.split_whitespace().map(str::to_owned).collect();
    if whole {
        groups.push(words);
    } else {
        groups.extend(sentences(words));
    }
    let count = groups.iter().filter(|group| !group.is_empty()).count();
    for (at, words) in groups.into_iter().filter(|group| !group.is_empty()).enumerate() {
        atoms.push(Atom { words, piece, first: at == 0, last: at + 1 == count });
    }
    debug_assert!(atoms.len() >= start);
}

/// Words as sentences. In doubt two are taken as one, since a part of a sentence may not be left out.
fn sentences(words: Vec<String>) -> Vec<Vec<String>> {
    let mut found: Vec<Vec<String>> = vec![Vec::new()];
    let mut open = 0;
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        open += balance(&word);
        let ends = open <= 0 && ends_sentence(&word) && words.peek().is_some_and(|next| begins_sentence(next));
        if let Some(sentence) = found.last_mut() {
            sentence.push(word);
        }
        if ends {
            found.push(Vec::new());
        }
    }
    found
}

/// Brackets and quotation marks that a word leaves open.
fn balance(word: &str) -> i32 {
    word.chars()
        .map(|c| {
            if matches!(c, '(' | '“' | '[') {
                1
            } else if matches!(c, ')' | '”' | ']') {
                -1
            } else {
                0
            }
        })
        .sum()
}

/// Whether a full stop or its like ends the word, and it is no short form: `TP.`, `ThS.`, `v.v.`.
fn ends_sentence(word: &str) -> bool {
    let word = word.trim_end_matches(['”', '"', ')', '’', '»']);
    let Some(stem) = word.strip_suffix(['.', '!', '?']) else { return false };
    let consonants = stem.chars().all(|c| CONSONANTS.contains(c.to_ascii_lowercase()) || c == 'Đ');
    let short = stem.chars().count() == 1 || consonants && stem.chars().count() <= 4;
    let number = stem.chars().all(|c| c.is_ascii_digit()) && stem.len() <= 2;
    !stem.is_empty() && !short && !number && !stem.contains("v.v")
}

/// A word of these alone is a short form.
const CONSONANTS: &str = "bcdđfghjklmnpqrstvwxz";

fn begins_sentence(word: &str) -> bool {
    word.trim_start_matches(['“', '"', '(', '‘', '«']).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let words = text.split_whitespace().map(str::to_owned).collect();
        sentences(words).into_iter().map(|words| words.join(" ")).collect()
    }

    #[test]
    fn sentences_end_at_full_stops_alone() {
        assert_eq!(cut("Máy cũ. Xe cũ; nhà. Đường?"), ["Máy cũ.", "Xe cũ; nhà.", "Đường?"]);
        for whole in [
            "Tại TP. Hồ Chí Minh",
            "ThS. Nguyễn Văn A",
            "máy, xe, v.v. Nhà",
            "(Máy. Xe) nhà",
            "số 1. 000",
            "Máy 3.5 mét",
        ] {
            assert_eq!(cut(whole), [whole]);
        }
        assert_eq!(cut("Năm 2030. Máy “cũ.” Xe"), ["Năm 2030.", "Máy “cũ.”", "Xe"]);
    }
}
