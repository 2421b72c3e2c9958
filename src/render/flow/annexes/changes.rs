//! The differences from the last release, and from the edition before. Removed words are struck out, added ones underlined and
//! bold.

use super::instruments::{slanted, status_line};
use crate::render::flow::runs::{BOLD, PLAIN, bold, heading, item, line, paragraph, plain, small, styled, to_anchor};
use crate::render::flow::{FlowBlock, FlowPoint, FlowRun, FlowWriter, ParagraphLook, RunLook};
use crate::view::{ChangeEntry, ChangedField, ChangedWords, ChangesView};

impl FlowWriter<'_> {
    pub(super) fn changes(&self) -> Vec<FlowBlock> {
        let mut blocks: Vec<FlowBlock> = self.view.released.iter().flat_map(|it| self.since_release(it)).collect();
        match &self.view.changes {
            Some(changes) => blocks.extend(self.compared(changes)),
            None => blocks.push(line(&self.view.words.changes_not_compared)),
        }
        blocks
    }

    fn compared(&self, changes: &ChangesView) -> Vec<FlowBlock> {
        let mut blocks = vec![line(&changes.line)];
        if !changes.summary.is_empty() {
            blocks.push(FlowBlock::Points(changes.summary.iter().map(|it| item(vec![line(it)])).collect()));
        }
        if !changes.sections.is_empty() {
            blocks.push(small(vec![plain(&self.view.words.changes_legend)]));
        }
        for section in &changes.sections {
            blocks.push(heading(2, None, &section.title));
            for group in &section.groups {
                blocks.push(heading(3, None, &format!("{} {}", group.sign, group.title)));
                blocks.push(FlowBlock::Points(group.entries.iter().map(|it| self.entry(it)).collect()));
            }
        }
        blocks
    }

    fn entry(&self, one: &ChangeEntry) -> FlowPoint {
        let words = &self.view.words;
        let mut head = vec![self.entry_head(one)];
        head.extend(one.title.iter().flat_map(|title| [plain(" – "), slanted(title)]));
        let mut blocks = vec![paragraph(ParagraphLook::Text, head)];
        let instead = one.instead_of.iter().map(|it| small(vec![plain(format!("{}: {it}", words.change_instead_of))]));
        blocks.extend(instead);
        blocks.extend(one.before.iter().map(|it| status_line(Some(&words.change_before), it)));
        let after = one.before.as_ref().map(|_| words.change_after.as_str());
        blocks.extend(one.after.iter().map(|it| status_line(after, it)));
        blocks.extend(one.fields.iter().flat_map(field));
        let label = one.link.as_ref().map_or_else(|| "–".to_owned(), |link| format!("→\u{a0}{}", link.number));
        FlowPoint { label, blocks }
    }

    fn entry_head(&self, one: &ChangeEntry) -> FlowRun {
        let named = bold(&one.citation);
        match &one.link {
            Some(link) if self.excerpts.contains(link.anchor.as_str()) => to_anchor(&link.anchor, vec![named]),
            Some(_) => named,
            None => self.to_row(one.row.as_deref(), named),
        }
    }
}

fn field(ChangedField { name, lines }: &ChangedField) -> Vec<FlowBlock> {
    let lines = lines.iter().map(|line| paragraph(ParagraphLook::Text, changed(line)));
    [small(vec![bold(name)])].into_iter().chain(lines).collect()
}

fn changed(words: &[ChangedWords]) -> Vec<FlowRun> {
    let look = |kind: &str| match kind {
        "removed" => RunLook { is_struck: true, ..PLAIN },
        "added" => RunLook { is_underlined: true, ..BOLD },
        _ => PLAIN,
    };
    crate::render::flow::runs::joined(words.iter().map(|it| vec![styled(&it.text, look(&it.kind))]), " ")
}
