//! The trees of the originals that can be believed, and which of several copies of a law is quoted.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::chain::{self, OriginalChains};
use crate::characters;
use crate::model::corpus::{Corpus, Records};
use crate::model::ids::InstrumentId;
use crate::model::original::StoredOriginal;
use crate::model::provision::Locator;
use crate::model::subject::Subject;
use crate::originals::quotation::read_lines;
use crate::originals::text::OriginalText;
use crate::originals::tree::{FoundAt, ProvisionTree, TreeNode};
use crate::source::{SourceFile, Sources};

/// An original and the tree of its text.
#[derive(Debug)]
pub struct StoredTree {
    pub original: StoredOriginal,
    pub tree: ProvisionTree,
}

/// A unit in the most official of the copies that have it.
#[derive(Debug)]
pub struct FoundUnit<'t> {
    pub stored: &'t StoredTree,
    pub unit: &'t TreeNode,
    /// A less official copy that has other words there.
    pub differing: Option<&'t StoredTree>,
}

/// A place in the originals of an instrument.
#[derive(Debug)]
pub enum OriginalUnit<'t> {
    /// The instrument has none.
    NoOriginal,
    /// It is in none that can be believed, and there are others.
    NotBelieved,
    NoUnit,
    One(FoundUnit<'t>),
    /// One text has it several times.
    Several,
    /// Two copies that are equally official have other words there.
    Disputed(&'t StoredTree, &'t StoredTree),
}

/// The trees of the originals that excerpts are compared with.
#[derive(Default)]
pub struct OriginalTrees {
    trees: BTreeMap<InstrumentId, Vec<StoredTree>>,
    /// The instruments with an original that cannot be believed, or whose record cannot be read.
    not_believed: Vec<InstrumentId>,
}

impl OriginalTrees {
    /// Reads the originals of some instruments.
    pub fn read(needed: Vec<&InstrumentId>, records: &Records, chains: &OriginalChains<'_>) -> Self {
        let of = |id: &InstrumentId| records.stored_originals.values().filter(|it| it.instrument == *id).collect();
        let trees = needed.into_par_iter().map(|id| {
            let own: Vec<&StoredOriginal> = of(id);
            (id.clone(), most_official_first(own.into_iter().filter_map(|it| read(it, chains.text(it)?)).collect()))
        });
        let trees = trees.collect::<Vec<_>>().into_iter().collect();
        let broken = records.stored_originals.values().filter(|it| chains.text(it).is_none()).map(|it| &it.instrument);
        let unread = records.unread.iter().filter_map(|subject| match subject {
            Subject::Original(id, _) => Some(id),
            _ => None,
        });
        OriginalTrees { trees, not_believed: broken.chain(unread).cloned().collect() }
    }

    /// Finds the unit at a place of an instrument, in whichever of its texts it is.
    pub fn find(&self, instrument: &InstrumentId, at: &Locator) -> OriginalUnit<'_> {
        match find(self.trees.get(instrument).map(Vec::as_slice).unwrap_or_default(), at) {
            OriginalUnit::NoOriginal | OriginalUnit::NoUnit if self.not_believed.contains(instrument) => {
                OriginalUnit::NotBelieved
            }
            found => found,
        }
    }
}

/// Reads the originals of an instrument that can be believed, the most official first.
pub fn trees_of(corpus: &Corpus, instrument: &InstrumentId, sources: &Sources) -> Vec<StoredTree> {
    let trees = corpus.originals_of(instrument).filter_map(|it| read(it, chain::text(it, sources).ok()?));
    most_official_first(trees.collect())
}

fn read(original: &StoredOriginal, text: &SourceFile) -> Option<StoredTree> {
    let text = OriginalText::parse(&characters::read(&text.text).0);
    Some(StoredTree { original: original.clone(), tree: ProvisionTree::read(&text) })
}

fn most_official_first(mut trees: Vec<StoredTree>) -> Vec<StoredTree> {
    trees.sort_by_key(|stored| stored.original.rank());
    trees
}

/// Finds the unit at a place in the texts of an instrument, which are the most official first.
pub fn find<'t>(trees: &'t [StoredTree], at: &Locator) -> OriginalUnit<'t> {
    let mut units = Vec::new();
    for stored in trees {
        match stored.tree.find(at) {
            FoundAt::Nothing => {}
            FoundAt::Several(_) if units.is_empty() => return OriginalUnit::Several,
            FoundAt::Several(_) => {}
            FoundAt::One(node) => units.extend(stored.tree.nodes().get(node).map(|unit| (stored, unit))),
        }
    }
    match units.split_first() {
        None if trees.is_empty() => OriginalUnit::NoOriginal,
        None => OriginalUnit::NoUnit,
        Some(((stored, unit), others)) => chosen(stored, unit, others),
    }
}

fn chosen<'t>(
    stored: &'t StoredTree,
    unit: &'t TreeNode,
    others: &[(&'t StoredTree, &'t TreeNode)],
) -> OriginalUnit<'t> {
    let words = |stored: &StoredTree, unit: &TreeNode| read_lines(&stored.tree.text(unit)).concat();
    let own = words(stored, unit);
    let differing = others.iter().find(|(other, its)| words(other, its) != own).map(|(other, _)| *other);
    match differing {
        Some(other) if other.original.rank() == stored.original.rank() => OriginalUnit::Disputed(stored, other),
        differing => OriginalUnit::One(FoundUnit { stored, unit, differing }),
    }
}
