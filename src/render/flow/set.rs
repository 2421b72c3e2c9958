//! Sets the text of a flow as print has it: its signs, and what no line's end may part. A quotation keeps its signs, and
//! what is code stays as it is typed.

use super::{BookletFlow, FlowBlock, FlowPoint, FlowRun, FlowTable};
use crate::language::typography::{Signs, held_together, signs};

pub(super) fn set(flow: &mut BookletFlow) {
    let setter = FlowSetter { signs: Signs::OfPrint };
    flow.pieces.iter_mut().for_each(|piece| setter.blocks(&mut piece.blocks));
    flow.notes.iter_mut().for_each(|note| setter.blocks(note));
}

#[derive(Clone, Copy)]
struct FlowSetter {
    signs: Signs,
}

impl FlowSetter {
    fn blocks(self, blocks: &mut [FlowBlock]) {
        blocks.iter_mut().for_each(|block| self.block(block));
    }

    fn block(self, block: &mut FlowBlock) {
        match block {
            FlowBlock::Heading { runs, .. } | FlowBlock::Paragraph { runs, .. } => self.line(runs),
            FlowBlock::Entry { anchor: _, blocks } => self.blocks(blocks),
            FlowBlock::Points(points) => {
                points.iter_mut().for_each(|FlowPoint { label: _, blocks }| self.blocks(blocks))
            }
            FlowBlock::Quote(blocks) => FlowSetter { signs: Signs::AsQuoted }.blocks(blocks),
            FlowBlock::Table(FlowTable { shares: _, sides: _, head, rows }) => {
                head.iter_mut().for_each(|runs| self.line(runs));
                rows.iter_mut().flatten().for_each(|cell| self.blocks(&mut cell.blocks));
            }
            FlowBlock::Picture { path: _, alt: _, caption } => {
                if let Some(caption) = caption {
                    *caption = self.words(caption, ' ');
                }
            }
        }
    }

    fn line(self, runs: &mut [FlowRun]) {
        self.runs(runs, ' ');
    }

    /// Pieces within a line go on where the one before ended.
    fn runs(self, runs: &mut [FlowRun], mut before: char) -> char {
        for run in runs {
            match run {
                FlowRun::Text { text, look } if look.is_code => before = text.chars().next_back().unwrap_or(before),
                FlowRun::Text { text, look: _ } => {
                    let last = text.chars().next_back().unwrap_or(before);
                    *text = self.words(text, before);
                    before = last;
                }
                FlowRun::Link { to: _, runs } => before = self.runs(runs, before),
                FlowRun::Break => before = ' ',
                FlowRun::Note { .. } => {}
            }
        }
        before
    }

    fn words(self, text: &str, before: char) -> String {
        held_together(&signs(text, before, self.signs)).into_owned()
    }
}
