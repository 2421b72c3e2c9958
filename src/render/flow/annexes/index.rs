//! The index. The numbers of excerpts are the way to them; pages are the paper's.

use crate::render::flow::runs::{DOT, PLAIN, bold, heading, joined, line, paragraph, plain, styled, to_anchor};
use crate::render::flow::{FlowBlock, FlowRun, FlowWriter, ParagraphLook, RunLook};
use crate::view::{IndexEntry, IndexRun, IndexView};

impl FlowWriter<'_> {
    pub(super) fn index(&self, index: &IndexView) -> Vec<FlowBlock> {
        let mut blocks = vec![line(&index.intro.join(" "))];
        for letter in &index.letters {
            blocks.push(heading(2, Some(&letter.anchor), &letter.letter));
            blocks.extend(letter.entries.iter().map(|one| self.index_entry(one)));
        }
        blocks
    }

    fn index_entry(&self, one: &IndexEntry) -> FlowBlock {
        let mut runs = vec![self.to_row(one.row.as_deref(), plain(&one.text))];
        if let Some(also) = &one.also {
            let look = RunLook { is_italic: true, is_english: true, ..PLAIN };
            runs.extend([plain(" ("), styled(also, look), plain(")")]);
        }
        runs.extend(one.note.iter().map(|note| plain(format!("{DOT}{note}"))));
        if let Some(definition) = one.definition.as_ref().filter(|_| self.shows_glossary) {
            let word = vec![plain(&self.view.words.explained)];
            runs.extend([plain(DOT), to_anchor(definition, word)]);
        }
        if !one.runs.is_empty() {
            runs.push(plain(": "));
            runs.extend(joined(one.runs.iter().map(|run| vec![self.index_run(run)]), ", "));
        }
        paragraph(ParagraphLook::Text, runs)
    }

    /// `12–15`, to the first of them that is there.
    fn index_run(&self, run: &IndexRun) -> FlowRun {
        let ends = [Some(&run.first), run.last.as_ref()];
        let there = ends.into_iter().flatten().find(|to| self.excerpts.contains(to.anchor.as_str()));
        there.map_or_else(|| plain(&run.text), |to| to_anchor(&to.anchor, vec![bold(&run.text)]))
    }
}
