//! Summaries that were read against words which the newly read text has otherwise.

use std::sync::Arc;

use crate::diag::Bilingual;
use crate::model::excerpt::Excerpt;
use crate::model::original::StoredOriginal;
use crate::originals::draft::ReadOriginal;
use crate::originals::quotation::unit_hash;
use crate::originals::tree::ProvisionTree;
use crate::session::{FoundUnit, OpenedCorpus, OriginalUnit, StoredTree, find_unit, words_difference};

/// Returns a note for each summary of the instrument that this original makes out of date: it is the most official copy now.
pub fn notes(opened: &OpenedCorpus, original: &StoredOriginal, read: &ReadOriginal) -> Vec<Bilingual> {
    let instrument = &original.instrument;
    let summaries = opened.corpus.excerpts().filter(|it| it.instrument == *instrument && it.read.is_some());
    let mut summaries = summaries.peekable();
    if summaries.peek().is_none() {
        return Vec::new();
    }
    let before = opened.original_trees(instrument);
    let mut after = opened.original_trees(instrument);
    after.retain(|stored| stored.original.file != original.file);
    after.push(StoredTree { original: original.clone(), tree: Arc::new(ProvisionTree::read(&read.text)) });
    after.sort_by_key(|stored| stored.original.rank());
    summaries.filter_map(|excerpt| note(excerpt, &before, &after)).collect()
}

fn note(excerpt: &Excerpt, before: &[StoredTree], after: &[StoredTree]) -> Option<Bilingual> {
    let (at, read, id) = (excerpt.at.known()?, excerpt.read.as_ref()?, &excerpt.id);
    let (OriginalUnit::One(former), OriginalUnit::One(later)) = (find_unit(before, at), find_unit(after, at)) else {
        return None;
    };
    if hash(&former) != *read || hash(&later) == *read {
        return None;
    }
    let words = words_difference(&text(&former), &text(&later));
    Some(Bilingual::new(
        format!("  {id}: lời của {at} đã khác: {words}\n"),
        format!("  {id}: the words of {at} differ now: {words}\n"),
    ))
}

fn hash(found: &FoundUnit<'_>) -> String {
    unit_hash(&found.stored.tree, found.unit)
}

fn text(found: &FoundUnit<'_>) -> String {
    found.stored.tree.text(found.unit)
}
