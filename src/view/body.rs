//! Rich text with its links bound: a citation becomes a link where its target is in the booklet.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::build::{anchor, citation};
use super::{BlockView, BodyView, InlineView, PointView};
use crate::assemble::{Booklet, cited};
use crate::model::citation::{DocumentRef, Found};
use crate::model::excerpt::Excerpt;
use crate::model::ids::{ExcerptId, InstrumentId};
use crate::model::instrument::Instrument;
use crate::model::text::{Alignment, Block, Body, Inline};

/// Turns bodies into views.
pub struct Bodies<'b, 'c> {
    booklet: &'b Booklet<'c>,
    /// The instruments that have a row in the table.
    pub rows: BTreeSet<InstrumentId>,
}

impl<'b, 'c> Bodies<'b, 'c> {
    /// Prepares the bodies of a booklet: which instruments links can lead to is the same for all of them.
    pub fn new(booklet: &'b Booklet<'c>) -> Self {
        Bodies { booklet, rows: super::instruments::shown(booklet) }
    }

    /// `own`: the excerpt that the body belongs to; citations such as `Điều này` mean its place.
    pub fn body(&self, body: &Body, own: Option<&Excerpt>) -> BodyView {
        let writer = BodyWriter {
            bodies: self,
            own,
            own_instrument: own.and_then(|excerpt| self.booklet.corpus.instrument(&excerpt.instrument)),
            noted: RefCell::default(),
        };
        BodyView {
            blocks: writer.blocks(&body.blocks),
            footnotes: body.footnotes.iter().map(|blocks| writer.blocks(blocks)).collect(),
        }
    }

    /// Returns whether the table of instruments has a row of this one.
    pub fn has_row(&self, id: &InstrumentId) -> bool {
        self.rows.contains(id)
    }
}

struct BodyWriter<'w, 'b, 'c> {
    bodies: &'w Bodies<'b, 'c>,
    own: Option<&'w Excerpt>,
    own_instrument: Option<&'c Instrument>,
    /// The footnotes that the body has referred to so far.
    noted: RefCell<BTreeSet<usize>>,
}

impl BodyWriter<'_, '_, '_> {
    fn blocks(&self, blocks: &[Block]) -> Vec<BlockView> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block) -> BlockView {
        match block {
            Block::Paragraph(content) => BlockView::Paragraph { content: self.inlines(content) },
            Block::Heading { level, content } => BlockView::Heading { level: *level, content: self.inlines(content) },
            Block::Points(points) => {
                let views = points.iter();
                let views =
                    views.map(|point| PointView { label: point.label.clone(), blocks: self.blocks(&point.blocks) });
                BlockView::Points { points: views.collect() }
            }
            Block::Quote(blocks) => BlockView::Quote { blocks: self.blocks(blocks) },
            Block::Table(table) => BlockView::Table {
                alignment: table.alignment.iter().map(|alignment| alignment_key(*alignment).to_owned()).collect(),
                head: table.head.iter().map(|cell| self.inlines(cell)).collect(),
                rows: table.rows.iter().map(|row| row.iter().map(|cell| self.inlines(cell)).collect()).collect(),
            },
            Block::Image(image) => {
                BlockView::Image { path: image.path.clone(), alt: image.alt.clone(), caption: image.caption.clone() }
            }
        }
    }

    fn inlines(&self, content: &[Inline]) -> Vec<InlineView> {
        let mut views: Vec<InlineView> = Vec::with_capacity(content.len());
        for view in content.iter().flat_map(|inline| self.inline(inline)) {
            if ends_with_note(&views) && begins_with_note(std::slice::from_ref(&view)) {
                views.push(InlineView::Raised { text: ",\u{a0}".to_owned() });
            }
            views.push(view);
        }
        views
    }

    fn inline(&self, inline: &Inline) -> Vec<InlineView> {
        let view = match inline {
            Inline::Text(text) => text_view(text),
            Inline::Emphasis(content) => InlineView::Emphasis { content: self.inlines(content) },
            Inline::Strong(content) => InlineView::Strong { content: self.inlines(content) },
            Inline::Code(text) => InlineView::Code { text: text.clone() },
            Inline::Break => InlineView::Break,
            Inline::Link { url, content } => InlineView::Link { url: url.clone(), content: self.inlines(content) },
            Inline::Cite { words, found, .. } => return self.cite(words, found),
            Inline::Reference { id, words, .. } => self.reference(id, words.as_deref()),
            Inline::FootnoteRef(index) => {
                InlineView::Footnote { number: *index as u32 + 1, again: !self.noted.borrow_mut().insert(*index) }
            }
        };
        vec![view]
    }

    /// An explicit reference: a link where the target is printed, else the plain citation.
    fn reference(&self, id: &ExcerptId, words: Option<&str>) -> InlineView {
        let booklet = self.bodies.booklet;
        let said = || booklet.corpus.excerpt(id).map(|excerpt| lower_first(&citation(booklet.corpus, excerpt)));
        let text = words.map(str::to_owned).or_else(said).unwrap_or_else(|| id.to_string());
        match booklet.placed(id) {
            Some(placed) => InlineView::Internal {
                anchor: anchor(id),
                chapter: placed.chapter.to_string(),
                number: placed.number,
                text,
            },
            None => InlineView::Text { text },
        }
    }

    /// The words of a citation, cut so that every unit links to its own excerpt and the document to its row.
    fn cite(&self, words: &str, found: &Found) -> Vec<InlineView> {
        let booklet = self.bodies.booklet;
        let instrument = cited::instrument(booklet.corpus, found, self.own_instrument, booklet.as_of);
        let Some(instrument) = instrument else { return vec![text_view(words)] };
        let mut links: Vec<(Range<usize>, InlineView)> = Vec::new();
        for unit in &found.cited {
            if let Some((range, link)) = self.unit(words, found, unit, instrument) {
                links.push((range, link));
            }
        }
        let document = found.document_range.as_ref().and_then(|range| within(range, found));
        // `Nghị định này` says nothing that the reader does not see above.
        let own = matches!(found.document, DocumentRef::This { .. });
        if let Some(range) = document.filter(|_| !own && self.bodies.has_row(&instrument.id))
            && let Some(text) = words.get(range.clone())
        {
            let anchor = super::instruments::anchor(&instrument.id);
            links.push((range, InlineView::Instrument { anchor, text: text.to_owned() }));
        }
        links.sort_by_key(|(range, _)| range.start);
        joined(words, links)
    }

    fn unit(
        &self,
        words: &str,
        found: &Found,
        unit: &crate::model::citation::Cited,
        instrument: &Instrument,
    ) -> Option<(Range<usize>, InlineView)> {
        let booklet = self.bodies.booklet;
        // `khoản 2` without an article means the article in which the text itself stands; only in its own instrument.
        let own = self.own.filter(|own| own.instrument == instrument.id);
        let place = cited::place(&unit.target, own.and_then(|own| own.at.known()))?;
        let excerpt = cited::excerpt(booklet.of_instrument(&instrument.id), &place)?;
        if self.own.is_some_and(|own| own.id == excerpt.id) {
            return None;
        }
        let placed = booklet.placed(&excerpt.id)?;
        let range = within(&unit.range, found)?;
        let text = words.get(range.clone())?.to_owned();
        let link = InlineView::Internal {
            anchor: anchor(&excerpt.id),
            chapter: placed.chapter.to_string(),
            number: placed.number,
            text,
        };
        Some((range, link))
    }
}

fn ends_with_note(content: &[InlineView]) -> bool {
    match content.last() {
        Some(InlineView::Footnote { .. }) => true,
        Some(InlineView::Emphasis { content } | InlineView::Strong { content }) => ends_with_note(content),
        _ => false,
    }
}

fn begins_with_note(content: &[InlineView]) -> bool {
    match content.first() {
        Some(InlineView::Footnote { .. }) => true,
        Some(InlineView::Emphasis { content } | InlineView::Strong { content }) => begins_with_note(content),
        _ => false,
    }
}

/// A range of the searched text as a range of the citation's own words.
fn within(range: &Range<usize>, found: &Found) -> Option<Range<usize>> {
    Some(range.start.checked_sub(found.range.start)?..range.end.checked_sub(found.range.start)?)
}

/// The words with the links in their places; a link that overlaps the one before it is dropped.
fn joined(words: &str, links: Vec<(Range<usize>, InlineView)>) -> Vec<InlineView> {
    let mut views = Vec::new();
    let mut done = 0;
    for (range, link) in links {
        if range.start < done {
            continue;
        }
        views.extend(words.get(done..range.start).filter(|text| !text.is_empty()).map(text_view));
        done = range.end;
        views.push(link);
    }
    views.extend(words.get(done..).filter(|text| !text.is_empty()).map(text_view));
    views
}

fn text_view(text: &str) -> InlineView {
    InlineView::Text { text: text.to_owned() }
}

fn alignment_key(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Start => "start",
        Alignment::Centre => "centre",
        Alignment::End => "end",
    }
}

/// `Khoản 3 …` within a sentence is `khoản 3 …`; `Điều 18` keeps its capital, and so do the names of instruments.
pub(super) fn lower_first(citation: &str) -> String {
    let lowered = ["Khoản ", "Điểm ", "Đoạn ", "Gạch ", "Mục "].iter().any(|word| citation.starts_with(word));
    let mut characters = citation.chars();
    match characters.next() {
        Some(first) if lowered => first.to_lowercase().chain(characters).collect(),
        _ => citation.to_owned(),
    }
}
