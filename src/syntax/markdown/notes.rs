//! Footnotes: written anywhere, numbered in the order in which a reader meets their marks.

use std::collections::BTreeMap;
use std::ops::Range;

use super::reader::MarkdownReader;
use crate::model::text::{Block, Body, Inline};
use crate::syntax::messages::markdown as codes;

/// The footnotes of a body by the labels that the editor gave them.
#[derive(Default)]
pub struct Notes {
    ids: BTreeMap<String, usize>,
    notes: Vec<NoteText>,
}

struct NoteText {
    label: String,
    /// Its text and the place of its label, once that has been read.
    definition: Option<(Vec<Block>, Range<usize>)>,
}

impl Notes {
    /// The number of the footnote with this label; labels differ in more than case.
    pub fn id(&mut self, label: &str) -> usize {
        *self.ids.entry(label.to_lowercase()).or_insert_with(|| {
            self.notes.push(NoteText { label: label.to_owned(), definition: None });
            self.notes.len() - 1
        })
    }

    /// Gives a footnote its text. A second text joins the first, and the answer is `false`.
    pub fn define(&mut self, id: usize, blocks: Vec<Block>, place: Range<usize>) -> bool {
        match self.notes.get_mut(id) {
            Some(NoteText { definition: Some((known, _)), .. }) => {
                known.extend(blocks);
                false
            }
            Some(note) => {
                note.definition = Some((blocks, place));
                true
            }
            None => false,
        }
    }
}

/// Puts the body together: footnotes in the order of first reference, those that footnotes refer to after the rest.
pub fn number(reader: &mut MarkdownReader<'_, '_>, mut blocks: Vec<Block>) -> Body {
    let Notes { notes, .. } = std::mem::take(&mut reader.notes);
    let mut order = NoteOrder { number_of: vec![None; notes.len()], ids: Vec::new() };
    let (labels, mut definitions): (Vec<_>, Vec<_>) =
        notes.into_iter().map(|note| (note.label, note.definition)).unzip();
    order.blocks(&mut blocks);
    let mut footnotes = Vec::new();
    while let Some(&id) = order.ids.get(footnotes.len()) {
        let definition = definitions.get_mut(id).and_then(Option::take);
        let mut note = definition.map(|(blocks, _)| blocks).unwrap_or_default();
        order.blocks(&mut note);
        footnotes.push(note);
    }
    for (label, definition) in labels.iter().zip(definitions) {
        if let Some((_, place)) = definition {
            reader.report(codes::UNUSED_FOOTNOTE, place, &[("label", label)]);
        }
    }
    Body { blocks, footnotes }
}

struct NoteOrder {
    number_of: Vec<Option<usize>>,
    ids: Vec<usize>,
}

impl NoteOrder {
    fn number(&mut self, id: usize) -> usize {
        match self.number_of.get_mut(id) {
            Some(Some(number)) => *number,
            known => {
                let number = self.ids.len();
                if let Some(known) = known {
                    *known = Some(number);
                }
                self.ids.push(id);
                number
            }
        }
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(content) | Block::Heading { content, .. } => self.inlines(content),
                Block::Points(points) => points.iter_mut().for_each(|point| self.blocks(&mut point.blocks)),
                Block::Quote(inner) => self.blocks(inner),
                Block::Table(table) => {
                    table.head.iter_mut().chain(table.rows.iter_mut().flatten()).for_each(|cell| self.inlines(cell));
                }
                Block::Image(_) => {}
            }
        }
    }

    fn inlines(&mut self, content: &mut [Inline]) {
        for inline in content {
            match inline {
                Inline::FootnoteRef(id) => *id = self.number(*id),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => {
                    self.inlines(inner);
                }
                Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Cite { .. } | Inline::Reference { .. } => {}
            }
        }
    }
}
