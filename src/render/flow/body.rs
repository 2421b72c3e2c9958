//! Bodies: blocks, inlines, and footnotes, which are counted through the booklet.

use super::runs::{BOLD, PLAIN, heading, paragraph, styled};
use super::{
    CellSide, FlowBlock, FlowCell, FlowPoint, FlowRun, FlowTable, FlowWriter, LinkTarget, ParagraphLook, RunLook,
};
use crate::view::{BlockView, BodyView, GuidanceView, InlineView, PointView};

/// The body around: its footnotes, and where each of them went.
struct OpenBody<'b> {
    body: &'b BodyView,
    /// By number, the index in the flow.
    placed: Vec<Option<usize>>,
}

impl FlowWriter<'_> {
    /// A body under a heading of this level.
    pub(super) fn body(&mut self, body: &BodyView, level: u8) -> Vec<FlowBlock> {
        let mut open = OpenBody { body, placed: vec![None; body.footnotes.len()] };
        self.blocks(&body.blocks, level, &mut open)
    }

    /// A piece of guidance with its title as a heading.
    pub(super) fn guidance(&mut self, piece: &GuidanceView, level: u8) -> Vec<FlowBlock> {
        let mut blocks = vec![heading(level, Some(&piece.anchor), &piece.title)];
        blocks.extend(self.body(&piece.body, level));
        blocks
    }

    /// Headings never skip a level.
    fn blocks(&mut self, list: &[BlockView], level: u8, open: &mut OpenBody<'_>) -> Vec<FlowBlock> {
        let mut last = level;
        let mut blocks = Vec::new();
        for one in list {
            if let BlockView::Heading { level: own, .. } = one {
                last = (level + own).min(last + 1);
            }
            blocks.push(self.block(one, last, open));
        }
        blocks
    }

    fn block(&mut self, one: &BlockView, level: u8, open: &mut OpenBody<'_>) -> FlowBlock {
        match one {
            BlockView::Paragraph { content } => paragraph(ParagraphLook::Text, self.inlines(content, PLAIN, open)),
            BlockView::Heading { level: _, content } => {
                FlowBlock::Heading { level, anchor: None, runs: self.inlines(content, PLAIN, open) }
            }
            BlockView::Points { points } => {
                FlowBlock::Points(points.iter().map(|it| self.point(it, level, open)).collect())
            }
            BlockView::Quote { blocks } => FlowBlock::Quote(self.blocks(blocks, level, open)),
            BlockView::Table { alignment, head, rows } => self.table(alignment, head, rows, open),
            BlockView::Image { path, alt, caption } => {
                FlowBlock::Picture { path: path.clone(), alt: alt.clone(), caption: caption.clone() }
            }
        }
    }

    fn point(&mut self, PointView { label, blocks }: &PointView, level: u8, open: &mut OpenBody<'_>) -> FlowPoint {
        FlowPoint { label: label.clone(), blocks: self.blocks(blocks, level, open) }
    }

    fn table(
        &mut self,
        alignment: &[String],
        head: &[Vec<InlineView>],
        rows: &[Vec<Vec<InlineView>>],
        open: &mut OpenBody<'_>,
    ) -> FlowBlock {
        let columns = rows.iter().map(Vec::len).chain([alignment.len(), head.len(), 1]).max().unwrap_or(1);
        let side = |at: usize| alignment.get(at).map_or(CellSide::Start, |side| side_of(side));
        let head: Vec<Vec<FlowRun>> = head.iter().map(|cell| self.inlines(cell, BOLD, open)).collect();
        let rows = rows.iter().map(|row| {
            let cells = (0..columns).map(|at| self.inlines(row.get(at).map_or(&[], Vec::as_slice), PLAIN, open));
            cells.map(super::runs::cell).collect::<Vec<FlowCell>>()
        });
        let rows: Vec<Vec<FlowCell>> = rows.collect();
        let shares = shares(&head, &rows, columns);
        FlowBlock::Table(FlowTable { shares, sides: (0..columns).map(side).collect(), head, rows })
    }

    fn inlines(&mut self, list: &[InlineView], look: RunLook, open: &mut OpenBody<'_>) -> Vec<FlowRun> {
        list.iter().flat_map(|one| self.inline(one, look, open)).collect()
    }

    fn inline(&mut self, one: &InlineView, look: RunLook, open: &mut OpenBody<'_>) -> Vec<FlowRun> {
        match one {
            InlineView::Text { text } => vec![styled(text, look)],
            InlineView::Emphasis { content } => self.inlines(content, RunLook { is_italic: true, ..look }, open),
            InlineView::Strong { content } => self.inlines(content, RunLook { is_bold: true, ..look }, open),
            InlineView::Code { text } => vec![styled(text, RunLook { is_code: true, ..look })],
            InlineView::Break => vec![FlowRun::Break],
            InlineView::Link { url, content } => {
                let runs = self.inlines(content, look, open);
                vec![FlowRun::Link { to: LinkTarget::Address(url.clone()), runs }]
            }
            InlineView::Internal { anchor, chapter: _, number, text } => self.words_to(anchor, *number, text),
            InlineView::Instrument { anchor, text } => vec![self.to_row(Some(anchor), styled(text, look))],
            InlineView::Footnote { number, again: _ } => self.note(*number, open),
            InlineView::Raised { text } => vec![styled(text, RunLook { is_raised: true, ..look })],
        }
    }

    /// The first mark of a note gives it its place among all.
    fn note(&mut self, number: u32, open: &mut OpenBody<'_>) -> Vec<FlowRun> {
        let at = usize::try_from(number).unwrap_or_default().saturating_sub(1);
        if let Some(index) = open.placed.get(at).copied().flatten() {
            return vec![FlowRun::Note { index, again: true }];
        }
        let Some(note) = open.body.footnotes.get(at) else { return Vec::new() };
        let index = self.notes.len();
        self.notes.push(Vec::new());
        if let Some(placed) = open.placed.get_mut(at) {
            *placed = Some(index);
        }
        let blocks = self.blocks(note, LOWEST, open);
        if let Some(place) = self.notes.get_mut(index) {
            *place = blocks;
        }
        vec![FlowRun::Note { index, again: false }]
    }
}

/// The level of headings within a footnote, of which there are none.
const LOWEST: u8 = 5;

fn side_of(name: &str) -> CellSide {
    match name {
        "centre" => CellSide::Centre,
        "end" => CellSide::End,
        _ => CellSide::Start,
    }
}

/// Columns share the width by what they have to say; the longest has three times the narrowest at most.
fn shares(head: &[Vec<FlowRun>], rows: &[Vec<FlowCell>], columns: usize) -> Vec<u16> {
    let length = |at: usize| {
        let head = head.get(at).map_or(0, |runs| letters(runs));
        let cells = rows.iter().filter_map(|row| row.get(at)).flat_map(|cell| &cell.blocks);
        let cells = cells.map(|block| if let FlowBlock::Paragraph { runs, .. } = block { letters(runs) } else { 0 });
        (head + cells.sum::<usize>() + 1).isqrt()
    };
    let all: Vec<usize> = (0..columns).map(length).collect();
    let most = all.iter().copied().max().unwrap_or(1);
    all.into_iter().map(|one| u16::try_from(one.max(most / 3).max(1)).unwrap_or(u16::MAX)).collect()
}

fn letters(runs: &[FlowRun]) -> usize {
    let of = |run: &FlowRun| match run {
        FlowRun::Text { text, .. } => text.chars().count(),
        FlowRun::Link { runs, .. } => letters(runs),
        FlowRun::Break | FlowRun::Note { .. } => 1,
    };
    runs.iter().map(of).sum()
}
