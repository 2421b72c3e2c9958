//! The trees of the originals that can be believed, and which of several copies of a law is quoted.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::chain::OriginalChains;
use super::numbering;
use super::tree_memo::TreeMemo;
use crate::diag::{FileId, Sink};
use crate::model::corpus::{Corpus, Records};
use crate::model::ids::InstrumentId;
use crate::model::original::StoredOriginal;
use crate::model::provision::Locator;
use crate::model::subject::Subject;
use crate::originals::quotation::read_lines;
use crate::originals::tree::{FoundAt, ProvisionTree, TreeNode};
use crate::source::{SourceFile, Sources};

/// An original and the tree of its text.
#[derive(Debug)]
pub struct StoredTree {
    pub original: StoredOriginal,
    pub tree: Arc<ProvisionTree>,
}

/// The texts of a corpus's originals that can be believed. Their trees are grown where somebody looks at them.
#[derive(Default, Debug)]
pub struct OriginalTexts {
    /// By instrument and received file.
    files: BTreeMap<(InstrumentId, String), FileId>,
    memo: TreeMemo,
}

impl OriginalTexts {
    /// Takes the texts whose chains hold. The memo has what is known of their trees.
    pub(super) fn new(records: &Records, sources: &Sources, chains: &OriginalChains<'_>, memo: TreeMemo) -> Self {
        let ids: BTreeMap<&str, FileId> = sources.files().map(|(id, file)| (file.path.as_str(), id)).collect();
        let file = |original: &StoredOriginal| ids.get(chains.text(original)?.path.as_str()).copied();
        let files = records.stored_originals.iter().filter_map(|(key, it)| Some((key.clone(), file(it)?)));
        OriginalTexts { files: files.collect(), memo }
    }

    /// Returns the text file of an original.
    pub(super) fn file<'s>(&self, original: &StoredOriginal, sources: &'s Sources) -> Option<(FileId, &'s SourceFile)> {
        let id = self.files.get(&(original.instrument.clone(), original.file.clone())).copied()?;
        Some((id, sources.get(id)?))
    }

    /// Returns the trees that are known.
    pub fn memo(&self) -> &TreeMemo {
        &self.memo
    }

    /// Reports where the numbering of originals does not add up: warnings, for those who want to know them. It grows the tree
    /// of every original.
    pub fn check_numbering(&self, corpus: &Corpus, sources: &Sources, sink: &mut Sink) {
        numbering::check(corpus, sources, self, sink);
    }

    /// Returns the originals of an instrument with their trees, the most official first.
    pub fn trees(&self, corpus: &Corpus, instrument: &InstrumentId, sources: &Sources) -> Vec<StoredTree> {
        let tree = |original: &StoredOriginal| {
            let (_, file) = self.file(original, sources)?;
            let tree = self.memo.tree(&original.text_sha256, &file.text);
            Some(StoredTree { original: original.clone(), tree })
        };
        most_official_first(corpus.originals_of(instrument).filter_map(tree).collect())
    }
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
    pub fn read(needed: Vec<&InstrumentId>, records: &Records, chains: &OriginalChains<'_>, memo: &TreeMemo) -> Self {
        let of = |id: &InstrumentId| records.stored_originals.values().filter(|it| it.instrument == *id).collect();
        let tree = |original: &StoredOriginal| {
            let tree = memo.kept_tree(&original.text_sha256, &chains.text(original)?.text);
            Some(StoredTree { original: original.clone(), tree })
        };
        let trees = needed.into_par_iter().map(|id| {
            let own: Vec<&StoredOriginal> = of(id);
            (id.clone(), most_official_first(own.into_iter().filter_map(tree).collect()))
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
