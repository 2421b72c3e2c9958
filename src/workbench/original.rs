//! The words of a stored original: of the unit that an excerpt is of, and the units to choose from.

use serde::Serialize;

use super::address::RecordAddress;
use crate::model::ids::InstrumentId;
use crate::originals::tree::{NodeRole, ProvisionTree, TreeNode};
use crate::session::{FoundUnit, OpenedCorpus, OriginalUnit, find_unit};
use crate::syntax::record::RecordKind;

/// Characters of a unit's words in a list.
const SHOWN: usize = 70;

/// The unit of an excerpt, word for word.
#[derive(Serialize)]
pub struct UnitWords {
    place: String,
    text: String,
}

/// A unit of an original, to be chosen.
#[derive(Serialize)]
pub struct UnitOption {
    pub place: String,
    pub words: String,
    pub depth: usize,
}

/// The words that an excerpt is of. `None`: its original is not stored, or has no such unit.
pub fn of(opened: &OpenedCorpus, address: &RecordAddress) -> Option<UnitWords> {
    let id = Some(&address.id).filter(|_| address.kind == RecordKind::Excerpt)?;
    let excerpt = opened.corpus.excerpt(&id.parse().ok()?)?;
    let (place, trees) = (excerpt.at.known()?, opened.original_trees(&excerpt.instrument));
    match find_unit(&trees, place) {
        OriginalUnit::One(FoundUnit { stored, unit, differing: _ }) => {
            Some(UnitWords { place: place.to_string(), text: stored.tree.text(unit) })
        }
        OriginalUnit::Several
        | OriginalUnit::Disputed(..)
        | OriginalUnit::NoUnit
        | OriginalUnit::NoOriginal
        | OriginalUnit::NotBelieved => None,
    }
}

/// The units of the originals of an instrument that can be cited.
pub fn units(opened: &OpenedCorpus, instrument: &InstrumentId) -> Vec<UnitOption> {
    let trees = opened.original_trees(instrument);
    let of_tree = |tree: &ProvisionTree| tree.nodes().iter().filter_map(|node| unit(tree, node)).collect::<Vec<_>>();
    trees.iter().flat_map(|stored| of_tree(&stored.tree)).collect()
}

fn unit(tree: &ProvisionTree, node: &TreeNode) -> Option<UnitOption> {
    let place = node.locator.as_ref().filter(|_| node.role == NodeRole::Unit)?;
    let first = tree.pieces().get(node.pieces.start)?;
    let words = first.text.get(first.label..).unwrap_or_default().trim();
    let words = if node.title.is_empty() { words } else { node.title.as_str() };
    let depth = std::iter::successors(node.parent, |at| tree.nodes().get(*at)?.parent).count();
    Some(UnitOption { place: place.to_string(), words: words.chars().take(SHOWN).collect(), depth })
}
