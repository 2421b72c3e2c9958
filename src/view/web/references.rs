//! Which texts cite which: read off the links that the texts have for readers.

use std::collections::BTreeSet;

use crate::view::{BlockView, BodyView, ExcerptNumber, ExcerptView, InlineView};

/// What one text links to.
#[derive(Default, Debug)]
pub struct Linked<'v> {
    /// Numbers of excerpts.
    pub excerpts: BTreeSet<ExcerptNumber>,
    /// Anchors of instruments.
    pub instruments: BTreeSet<&'v str>,
}

/// Returns the links of a body, so that texts that cite one another lead both ways.
pub fn linked(excerpt: &ExcerptView) -> Linked<'_> {
    let BodyView { blocks, footnotes } = &excerpt.body;
    let mut linked = Linked::default();
    blocks.iter().chain(footnotes.iter().flatten()).for_each(|block| linked.block(block));
    linked.excerpts.remove(&excerpt.number);
    linked
}

impl<'v> Linked<'v> {
    fn block(&mut self, block: &'v BlockView) {
        match block {
            BlockView::Paragraph { content } | BlockView::Heading { content, .. } => self.inlines(content),
            BlockView::Points { points } => {
                points.iter().flat_map(|point| &point.blocks).for_each(|block| self.block(block));
            }
            BlockView::Quote { blocks } => blocks.iter().for_each(|block| self.block(block)),
            BlockView::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| self.inlines(cell));
            }
            BlockView::Image { .. } => {}
        }
    }

    fn inlines(&mut self, inlines: &'v [InlineView]) {
        for inline in inlines {
            match inline {
                InlineView::Emphasis { content }
                | InlineView::Strong { content }
                | InlineView::Link { content, .. } => {
                    self.inlines(content);
                }
                InlineView::Internal { number, .. } => {
                    self.excerpts.insert(*number);
                }
                InlineView::Instrument { anchor, .. } => {
                    self.instruments.insert(anchor);
                }
                InlineView::Text { .. }
                | InlineView::Code { .. }
                | InlineView::Break
                | InlineView::Footnote { .. }
                | InlineView::Raised { .. } => {}
            }
        }
    }
}
