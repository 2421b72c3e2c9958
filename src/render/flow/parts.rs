//! Parts and chapters.

use super::runs::{bold, heading, line, paragraph, plain, small, to_anchor};
use super::{FlowBlock, FlowPiece, FlowWriter, ParagraphLook, PieceKind};
use crate::view::{ChapterView, PartView};

impl FlowWriter<'_> {
    pub(super) fn parts(&mut self) -> Vec<FlowPiece> {
        let mut pieces = Vec::new();
        let view = self.view;
        for part in &view.parts {
            if !self.has(&part.anchor) {
                continue;
            }
            let chapters: Vec<&ChapterView> = part.chapters.iter().filter(|it| self.has(&it.anchor)).collect();
            pieces.push(self.part(part, &chapters));
            pieces.extend(chapters.into_iter().map(|chapter| self.chapter(chapter)));
        }
        pieces
    }

    fn part(&mut self, part: &PartView, chapters: &[&ChapterView]) -> FlowPiece {
        let title = titled(&part.name, &part.title);
        let mut blocks = vec![heading(1, Some(&part.anchor), &title)];
        if !chapters.is_empty() {
            blocks.push(paragraph(ParagraphLook::Small, vec![bold(&self.view.words.in_this_part)]));
        }
        let link = |it: &&ChapterView| small(vec![to_anchor(&it.anchor, vec![plain(titled(&it.name, &it.title))])]);
        blocks.extend(chapters.iter().map(link));
        blocks.extend(part.intro.iter().flat_map(|intro| self.guidance(intro, 2)));
        FlowPiece { id: part.anchor.clone(), title, kind: PieceKind::Outer, blocks }
    }

    fn chapter(&mut self, chapter: &ChapterView) -> FlowPiece {
        let title = titled(&chapter.name, &chapter.title);
        let mut blocks = vec![heading(2, Some(&chapter.anchor), &title)];
        blocks.extend(chapter.intro.iter().flat_map(|intro| self.guidance(intro, 3)));
        blocks.extend(self.state_notes(&chapter.excerpts));
        blocks.extend(chapter.excerpts.iter().map(|one| self.excerpt(one)).collect::<Vec<FlowBlock>>());
        if !chapter.see_also.is_empty() {
            let mut runs = vec![bold(format!("{}: ", self.view.words.see_also))];
            runs.extend(self.pointers(&chapter.see_also));
            blocks.push(small(runs));
        }
        FlowPiece { id: chapter.anchor.clone(), title, kind: PieceKind::Chapter, blocks }
    }

    /// Lines of an introduction.
    pub(super) fn lines(all: &[String]) -> Vec<FlowBlock> {
        all.iter().map(|text| line(text)).collect()
    }
}

/// `Chương 1. Địa chỉ`
pub(super) fn titled(name: &str, title: &str) -> String {
    format!("{name}. {title}")
}
