//! Compares a quotation with the unit that it is to be: every word, sign and label of it, white space apart.
//!
//! `[…]` stands for words that are left out; only whole sentences and items may be. The unit is cut into atoms, its labels
//! and sentences, so that no rule looks at single words: kept text is a run of atoms, left out is what lies between.

mod atoms;
mod exceptions;
mod kept;
mod written;

#[cfg(test)]
mod tests;

use super::tree::{NodeRole, ProvisionTree, TreeNode};
use crate::hash::sha256;
use crate::model::provision::{Locator, UnitKind};
use crate::model::text::{Block, Body, plain_text};
use atoms::Atom;

pub use written::{read_lines, written, written_lead};

/// A quotation that is not the words of its unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuotationFault {
    pub kind: QuotationFaultKind,
    /// The word of the quotation, counted from 0 over the words of its text, at which it is seen.
    pub word: usize,
    /// The words of the quotation there, or those that are left out.
    pub quoted: String,
    /// The words of the original there; empty where it has ended.
    pub original: String,
}

/// How a quotation differs from its unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum QuotationFaultKind {
    /// Other words; the place of the unit whose words they are, if they are those of one.
    Differs { other: Option<Locator> },
    /// The quotation ends before the unit.
    Ends,
    /// `[…]` stands for a part of a sentence or for a label.
    WithinSentence,
    /// `[…]` stands for nothing.
    NothingLeftOut,
    /// `[…]` stands for an exception or a condition.
    LeavesOutException,
    /// `[…]` stands for the words that introduce items which are kept.
    LeavesOutLead,
    /// The words quoted before the unit are no paragraph of the units around it.
    NotAround,
}

/// Compares a body with a unit. Leading block quotes are paragraphs of the units around it.
pub fn compare(tree: &ProvisionTree, unit: &TreeNode, body: &Body) -> Vec<QuotationFault> {
    let split = body.blocks.iter().take_while(|block| matches!(block, Block::Quote(_))).count();
    let (around, own) = body.blocks.split_at_checked(split).unwrap_or_default();
    let lines = |blocks: &[Block], footnotes: &[Vec<Block>]| {
        read_lines(&plain_text(&Body { blocks: blocks.to_vec(), footnotes: footnotes.to_vec() }))
    };
    let around = lines(around, &[]);
    let before: usize = around.iter().map(Vec::len).sum();
    let mut faults: Vec<QuotationFault> = check_around(tree, unit, &around).into_iter().collect();
    let words: Vec<String> = lines(own, &body.footnotes).concat();
    faults.extend(
        compare_words(tree, unit, &words)
            .into_iter()
            .map(|fault| QuotationFault { word: fault.word + before, ..fault }),
    );
    faults
}

/// The hash of a unit: of its paragraphs, a line each.
pub fn unit_hash(tree: &ProvisionTree, unit: &TreeNode) -> String {
    sha256(tree.text(unit).as_bytes())
}

fn compare_words(tree: &ProvisionTree, unit: &TreeNode, words: &[String]) -> Vec<QuotationFault> {
    let forms = atoms::forms(tree, unit);
    let mut best: Option<Vec<QuotationFault>> = None;
    for atoms in &forms {
        let faults = kept::compare(tree, atoms, words);
        let reach = |faults: &Vec<QuotationFault>| faults.first().map_or(usize::MAX, |fault| fault.word);
        if best.as_ref().is_none_or(|best| reach(best) < reach(&faults)) {
            best = Some(faults);
        }
    }
    let faults = best.unwrap_or_default();
    faults.into_iter().map(|fault| named(tree, words, fault)).collect()
}

/// Says which unit the words are, if they are not those of the one that is named.
fn named(tree: &ProvisionTree, words: &[String], fault: QuotationFault) -> QuotationFault {
    match fault.kind {
        QuotationFaultKind::Differs { other: None } => {
            let is_it = |node: &&TreeNode| atoms::forms(tree, node).iter().any(|atoms| is_whole(atoms, words));
            let first = words.first().map(String::as_str).unwrap_or_default();
            let begins = |node: &&TreeNode| begins_with(tree, node, first);
            let units = tree.nodes().iter().filter(|node| node.locator.is_some()).filter(begins);
            let other = units.filter(is_it).find_map(|node| node.locator.clone());
            QuotationFault { kind: QuotationFaultKind::Differs { other }, ..fault }
        }
        _ => fault,
    }
}

/// Whether a unit, or what follows its heading or label, begins with a word: the quick look before all words are compared.
fn begins_with(tree: &ProvisionTree, unit: &TreeNode, word: &str) -> bool {
    let at = if unit.heading.is_empty() { unit.pieces.start } else { unit.heading.end };
    let Some(piece) = tree.pieces().get(at) else { return false };
    piece.text.starts_with(word)
        || piece.text.get(piece.label..).is_some_and(|rest| rest.trim_start().starts_with(word))
}

fn is_whole(atoms: &[Atom], words: &[String]) -> bool {
    let unit = atoms.iter().flat_map(|atom| &atom.words);
    unit.clone().next() == words.first() && unit.eq(words)
}

/// The quoted paragraphs around the unit: each whole, and in their order.
fn check_around(tree: &ProvisionTree, unit: &TreeNode, lines: &[Vec<String>]) -> Option<QuotationFault> {
    let around = paragraphs_around(tree, unit);
    let mut rest = around.iter();
    let mut word = 0;
    for line in lines {
        if !rest.any(|paragraph| paragraph == line) {
            let quoted = line.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(" ");
            let original = around.last().map(|line| line.join(" ")).unwrap_or_default();
            return Some(QuotationFault { kind: QuotationFaultKind::NotAround, word, quoted, original });
        }
        word += line.len();
    }
    None
}

/// How many words are shown of a place.
const SHOWN: usize = 8;

/// The opening paragraphs of the units that the unit lies in, from the largest.
fn paragraphs_around(tree: &ProvisionTree, unit: &TreeNode) -> Vec<Vec<String>> {
    let start = unit.pieces.start;
    let mut found = Vec::new();
    let mut parent = unit.parent;
    while let Some((at, node)) = parent.and_then(|at| Some((at, tree.nodes().get(at)?))) {
        let own = tree.pieces().iter().take(start).skip(node.pieces.start).filter(|piece| {
            let paragraph = tree.nodes().get(piece.node).is_some_and(|own| own.parent == Some(at) && opens(own));
            piece.node == at || paragraph
        });
        let lines: Vec<Vec<String>> = own.map(|piece| read_lines(&piece.text).concat()).collect();
        found.splice(0..0, lines);
        parent = node.parent.filter(|_| node.unit.as_ref().is_none_or(|unit| unit.kind() != UnitKind::Article));
    }
    found
}

/// Whether a node is a paragraph without a number.
fn opens(node: &TreeNode) -> bool {
    node.role == NodeRole::Unit && node.unit.as_ref().is_some_and(|unit| unit.kind() == UnitKind::Paragraph)
}
