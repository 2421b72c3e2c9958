//! Footnotes and endnotes of Word: numbered in the order in which they are referred to.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::{WordBlock, WordReading};
use crate::originals::readers::docx::xml::{attribute, is};
use crate::originals::text::MarkedWords;

/// The notes of a file.
pub struct WordNotes<'p> {
    /// By whether it is an endnote, and its id.
    known: BTreeMap<(bool, String), Node<'p, 'p>>,
    numbers: BTreeMap<(bool, String), u32>,
    /// Referred to by the current block.
    waiting: Vec<(u32, Node<'p, 'p>)>,
}

impl<'p> WordNotes<'p> {
    /// The notes of the two parts that have some.
    pub fn new(footnotes: Option<&'p Document<'p>>, endnotes: Option<&'p Document<'p>>) -> Self {
        let of = |part: Option<&'p Document<'p>>, is_endnote: bool| {
            let nodes = part.into_iter().flat_map(|part| part.root_element().children());
            let notes = nodes.filter(move |node| is(*node, if is_endnote { "endnote" } else { "footnote" }));
            notes.filter_map(move |node| Some(((is_endnote, attribute(node, "id")?.to_owned()), node)))
        };
        let known: BTreeMap<(bool, String), Node<'p, 'p>> = of(footnotes, false).chain(of(endnotes, true)).collect();
        WordNotes { known, numbers: BTreeMap::new(), waiting: Vec::new() }
    }

    /// Returns the number of a note that is referred to.
    pub fn refer(&mut self, is_endnote: bool, id: &str) -> Option<u32> {
        let key = (is_endnote, id.to_owned());
        if let Some(number) = self.numbers.get(&key) {
            return Some(*number);
        }
        let node = *self.known.get(&key)?;
        let number = u32::try_from(self.numbers.len()).ok()?.checked_add(1)?;
        self.numbers.insert(key, number);
        self.waiting.push((number, node));
        Some(number)
    }

    /// Refers to the notes that nothing else does, so that their words are not lost.
    pub fn refer_to_rest(&mut self) {
        let rest: Vec<(bool, String)> =
            self.known.keys().filter(|key| !self.numbers.contains_key(*key)).cloned().collect();
        for (is_endnote, id) in rest {
            self.refer(is_endnote, &id);
        }
    }
}

impl WordReading<'_> {
    /// Writes the notes that the last block refers to, and those that they refer to.
    pub(super) fn put_notes(&mut self) {
        while !self.notes.waiting.is_empty() {
            for (number, node) in std::mem::take(&mut self.notes.waiting) {
                let mut blocks = Vec::new();
                self.blocks(node, &mut blocks);
                blocks.extend(self.carried.take().map(WordBlock::Paragraph));
                blocks.into_iter().flat_map(words_of).for_each(|words| self.draft.footnote(number, words));
            }
        }
    }
}

fn words_of(block: WordBlock) -> Vec<MarkedWords> {
    match block {
        WordBlock::Paragraph(words) => vec![words],
        WordBlock::Row(cells) => cells,
    }
}
