//! The trees that were grown of the texts of originals, by the hash of the text: none is grown twice for one opening of a
//! corpus, nor after it by a program that opens the corpus again and again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::numbering::{self, NumberingFault};
use crate::characters;
use crate::originals::text::OriginalText;
use crate::originals::tree::ProvisionTree;

/// The trees that excerpts need, and the numbering faults of every text that was looked at. Other trees are not kept: one
/// takes about ten times the memory of its text, and a corpus may have hundreds of which nothing is quoted.
#[derive(Clone, Default, Debug)]
pub struct TreeMemo(Arc<Mutex<Grown>>);

#[derive(Default, Debug)]
struct Grown {
    trees: BTreeMap<String, Arc<ProvisionTree>>,
    faults: BTreeMap<String, Arc<[NumberingFault]>>,
}

impl TreeMemo {
    /// Returns the tree of the text with this hash, and keeps it.
    pub fn kept_tree(&self, hash: &str, text: &str) -> Arc<ProvisionTree> {
        let tree = self.tree(hash, text);
        self.grown().trees.insert(hash.to_owned(), Arc::clone(&tree));
        tree
    }

    /// Returns the tree of the text with this hash.
    pub fn tree(&self, hash: &str, text: &str) -> Arc<ProvisionTree> {
        let kept = self.grown().trees.get(hash).cloned();
        kept.unwrap_or_else(|| self.grow(hash, text).0)
    }

    /// Returns where the numbering of the text with this hash does not add up.
    pub fn faults(&self, hash: &str, text: &str) -> Arc<[NumberingFault]> {
        let known = self.grown().faults.get(hash).cloned();
        known.unwrap_or_else(|| self.grow(hash, text).1)
    }

    /// Forgets all other texts.
    pub fn retain(&self, hashes: &BTreeSet<&str>) {
        let Grown { trees, faults } = &mut *self.grown();
        trees.retain(|hash, _| hashes.contains(hash.as_str()));
        faults.retain(|hash, _| hashes.contains(hash.as_str()));
    }

    /// Grows a tree outside of the lock, so that others grow at the same time.
    fn grow(&self, hash: &str, text: &str) -> (Arc<ProvisionTree>, Arc<[NumberingFault]>) {
        let tree = ProvisionTree::read(&OriginalText::parse(&characters::read(text).0));
        let faults: Arc<[NumberingFault]> = numbering::faults(&tree, text).into();
        self.grown().faults.insert(hash.to_owned(), Arc::clone(&faults));
        (Arc::new(tree), faults)
    }

    fn grown(&self) -> MutexGuard<'_, Grown> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Điều 1. Máy\n1. Máy cũ.\n3. Máy mới.\n";

    #[test]
    fn a_text_is_grown_once_for_its_tree_and_its_numbering() {
        let memo = TreeMemo::default();
        let tree = memo.kept_tree("a", TEXT);
        // Known by the hash, so that the text is not looked at again.
        assert!(Arc::ptr_eq(&tree, &memo.clone().tree("a", "")));
        assert_eq!(memo.faults("a", "").len(), 1);
        memo.retain(&BTreeSet::new());
        assert!(memo.faults("a", "").is_empty());
    }

    #[test]
    fn a_tree_that_nothing_quotes_is_not_kept() {
        let memo = TreeMemo::default();
        assert_eq!(memo.tree("a", TEXT).faults().len(), 1);
        assert!(memo.grown().trees.is_empty());
        assert_eq!(memo.faults("a", "").len(), 1);
    }
}
