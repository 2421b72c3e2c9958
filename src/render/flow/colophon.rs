//! The last piece: what made the booklet, how to check it, and where its web edition is.

use super::opening::{notice, piece};
use super::runs::{CODE, bold, cell, line, paragraph, plain, styled, to_address};
use super::{CellSide, FlowBlock, FlowPiece, FlowTable, FlowWriter, ParagraphLook, PieceKind};
use crate::view::FactView;

impl FlowWriter<'_> {
    pub(super) fn colophon(&self) -> FlowPiece {
        let (words, colophon) = (&self.view.words, &self.view.colophon);
        let fact = |FactView { name, text, exact }: &FactView| {
            vec![cell(vec![plain(name)]), cell(vec![if *exact { styled(text, CODE) } else { plain(text) }])]
        };
        let rows = colophon.facts.iter().map(fact).collect();
        let facts = FlowTable { shares: vec![1, 3], sides: vec![CellSide::Start; 2], head: Vec::new(), rows };
        let mut blocks = vec![FlowBlock::Table(facts)];
        blocks.extend(colophon.notices.iter().map(notice));
        match (&colophon.web, &colophon.no_web) {
            (Some(web), _) => blocks.push(paragraph(
                ParagraphLook::Text,
                vec![bold(format!("{}: ", words.web_edition)), to_address(&web.address, &web.address)],
            )),
            (None, Some(none)) => blocks.push(line(&format!("{}: {none}", words.web_edition))),
            (None, None) => {}
        }
        piece("cuoi-tai-lieu", &words.colophon, PieceKind::Outer, blocks)
    }
}
