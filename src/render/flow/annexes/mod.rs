//! Annexes: what is below the heading and the guidance of each kind.

mod changes;
mod index;
mod instruments;
mod lists;
mod report;
mod tables;

use super::parts::titled;
use super::runs::heading;
use super::{FlowBlock, FlowPiece, FlowWriter, PieceKind};
use crate::view::{AnnexKind, AnnexView};

impl FlowWriter<'_> {
    pub(super) fn annexes(&mut self) -> Vec<FlowPiece> {
        let all = self.view.annexes.iter().filter(|annex| !self.left_out.contains_key(annex.anchor.as_str()));
        all.collect::<Vec<_>>().into_iter().map(|annex| self.annex(annex)).collect()
    }

    fn annex(&mut self, annex: &AnnexView) -> FlowPiece {
        let title = titled(&annex.name, &annex.title);
        let mut blocks = vec![heading(1, Some(&annex.anchor), &title)];
        blocks.extend(annex.intro.iter().flat_map(|intro| self.guidance(intro, 2)));
        blocks.extend(self.content(annex));
        FlowPiece { id: annex.anchor.clone(), title, kind: PieceKind::Outer, blocks }
    }

    fn content(&self, annex: &AnnexView) -> Vec<FlowBlock> {
        let contents = &self.view.contents;
        match annex.kind {
            AnnexKind::Instruments => vec![self.instruments()],
            AnnexKind::Glossary => self.glossary(),
            AnnexKind::Timeline => annex.timeline.iter().map(|it| self.timeline(it)).collect(),
            AnnexKind::Changes => self.changes(),
            AnnexKind::Guidance => Vec::new(),
            AnnexKind::Calendar => contents.calendar.iter().flat_map(|it| self.calendar(it)).collect(),
            AnnexKind::Checklists => contents.checklists.iter().flat_map(|it| self.checklists(it)).collect(),
            AnnexKind::Departments => contents.departments.iter().flat_map(|it| self.departments(it)).collect(),
            AnnexKind::Index => contents.index.iter().flat_map(|it| self.index(it)).collect(),
            AnnexKind::Pending => contents.pending.iter().flat_map(|it| self.pending(it)).collect(),
            AnnexKind::ReportForm => contents.report_form.iter().flat_map(|it| self.report_form(it)).collect(),
            AnnexKind::Responsibilities => {
                contents.responsibilities.iter().flat_map(|it| self.responsibilities(it)).collect()
            }
            AnnexKind::Standards => contents.standards.iter().flat_map(|it| self.standards(it)).collect(),
            AnnexKind::Unknowns => contents.unknowns.iter().flat_map(|it| self.unknowns(it)).collect(),
        }
    }
}
