//! Cover, what an office must know first, contents, imprint, and the guidance before the first part.

use super::parts::titled;
use super::runs::{bold, cell, heading, item, line, paragraph, plain, small, table};
use super::{FlowBlock, FlowPiece, FlowWriter, ParagraphLook, PieceKind};
use crate::view::{Counts, DueEntry, GuidanceView, Notice, SinceRelease};

impl FlowWriter<'_> {
    pub(super) fn opening(&mut self) -> Vec<FlowPiece> {
        let mut pieces = vec![self.cover()];
        pieces.extend(self.first());
        let contents = &self.view.words.contents;
        pieces.push(piece("muc-luc", contents, PieceKind::Contents, Vec::new()));
        pieces.push(self.imprint());
        let front = self.view.front.iter().filter(|it| Some(&it.anchor) != self.view.first.answers.as_ref());
        pieces.extend(front.map(|one| self.front(one)).collect::<Vec<_>>());
        pieces
    }

    fn front(&mut self, one: &GuidanceView) -> FlowPiece {
        let blocks = self.guidance(one, 1);
        FlowPiece { id: one.anchor.clone(), title: one.title.clone(), kind: PieceKind::Outer, blocks }
    }

    fn cover(&self) -> FlowPiece {
        let edition = &self.view.edition;
        let line = |text: &str| paragraph(ParagraphLook::Cover, vec![plain(text)]);
        let logo = self.view.look.logo.as_ref();
        let mut blocks: Vec<FlowBlock> = logo
            .map(|logo| FlowBlock::Picture { path: logo.path.clone(), alt: logo.alt.clone(), caption: None })
            .into_iter()
            .collect();
        blocks.extend(edition.issuer.parent.iter().map(|it| line(it)));
        blocks.push(paragraph(ParagraphLook::Cover, vec![bold(&edition.issuer.name)]));
        blocks.push(paragraph(ParagraphLook::Title, vec![plain(&edition.title)]));
        blocks.extend(edition.subtitle.iter().map(|it| paragraph(ParagraphLook::Subtitle, vec![plain(it)])));
        blocks.push(paragraph(ParagraphLook::Cover, vec![bold(&edition.as_of_line)]));
        let parts = self.view.parts.iter().filter(|part| self.has(&part.anchor));
        blocks.extend(parts.map(|part| line(&titled(&part.name, &part.title))));
        blocks.extend(self.particulars().iter().map(|it| line(it)));
        blocks.extend(edition.issuer.place.iter().map(|it| line(it)));
        blocks.push(small(vec![plain(&self.view.words.disclaimer)]));
        FlowPiece { id: "bia".to_owned(), title: edition.title.clone(), kind: PieceKind::Cover, blocks }
    }

    /// Which edition, how much.
    fn particulars(&self) -> Vec<String> {
        let (words, counts) = (&self.view.words, self.counts());
        let label = self.view.edition.label.iter().map(|label| format!("{}: {label}", words.edition));
        // A set of guidance has no excerpts to count.
        let excerpts = (counts.excerpts > 0).then(|| format!("{}: {}", words.excerpts, counts.excerpts));
        label.chain(excerpts).chain([format!("{}: {}", words.instruments, counts.instruments)]).collect()
    }

    fn counts(&self) -> &Counts {
        if self.left_out.is_empty() { &self.view.counts } else { &self.view.paper.counts }
    }

    /// Nothing where there is nothing to say.
    fn first(&mut self) -> Option<FlowPiece> {
        let view = self.view;
        let year = &view.first.next_year;
        let answers = view.front.iter().find(|it| Some(&it.anchor) == view.first.answers.as_ref());
        let note = view.paper.note.as_ref().filter(|_| !self.left_out.is_empty());
        if answers.is_none() && year.entries.is_empty() && note.is_none() {
            return None;
        }
        let title = answers.map_or(&year.title, |it| &it.title);
        let anchor = answers.map_or("dieu-can-biet-truoc", |it| it.anchor.as_str());
        let mut blocks: Vec<FlowBlock> = note.map(notice).into_iter().collect();
        blocks.extend(answers.iter().flat_map(|it| self.body(&it.body, 1)));
        blocks.extend(answers.map(|_| heading(2, None, &year.title)));
        blocks.push(line(&year.line));
        blocks.extend(self.due(&year.entries));
        Some(piece(anchor, title, PieceKind::Outer, blocks))
    }

    fn due(&self, entries: &[DueEntry]) -> Option<FlowBlock> {
        let words = &self.view.words;
        let columns = [(words.day.as_str(), 3), (words.duty.as_str(), 11), (words.provision.as_str(), 2)];
        let row = |entry: &DueEntry| {
            let duty = &entry.duty;
            let mut said = super::duties::sentence(&duty.who, &duty.verb, &duty.what);
            said.extend(duty.deadline.iter().map(|it| plain(format!("{}{}", super::runs::DOT, it.text))));
            vec![cell(vec![bold(&entry.day)]), cell(said), cell(self.pointer(&duty.excerpt))]
        };
        (!entries.is_empty()).then(|| table(&columns, entries.iter().map(row).collect()))
    }

    fn imprint(&self) -> FlowPiece {
        let view = self.view;
        let mut blocks: Vec<FlowBlock> = view.notices.iter().map(notice).collect();
        blocks.extend(self.states());
        blocks.extend(view.released.iter().flat_map(|it| self.since_release(it)));
        piece("ve-tai-lieu-nay", &view.words.imprint, PieceKind::Outer, blocks)
    }

    /// How many excerpts are in each state.
    fn states(&self) -> Option<FlowBlock> {
        let (words, counts) = (&self.view.words, self.counts());
        let columns = [(words.status.as_str(), 4), (words.excerpts.as_str(), 1)];
        let rows = counts.by_status.iter().map(|one| {
            vec![cell(vec![plain(format!("{} {}", one.sign, one.name))]), cell(vec![plain(one.count.to_string())])]
        });
        (!counts.by_status.is_empty()).then(|| table(&columns, rows.collect()))
    }

    /// The differences from the last release, by numbers.
    pub(super) fn since_release(&self, one: &SinceRelease) -> Vec<FlowBlock> {
        let mut blocks = vec![line(&one.line)];
        let group = |group: &crate::view::SinceGroup| {
            let numbers: Vec<String> = group.numbers.iter().map(ToString::to_string).collect();
            let name = bold(format!("{} {}: ", group.mark.sign, group.mark.text));
            item(vec![paragraph(ParagraphLook::Text, vec![name, plain(numbers.join(", "))])])
        };
        if !one.groups.is_empty() {
            blocks.push(FlowBlock::Points(one.groups.iter().map(group).collect()));
        }
        blocks
    }
}

/// A piece whose heading has an anchor of the same name.
pub(super) fn piece(anchor: &str, title: &str, kind: PieceKind, blocks: Vec<FlowBlock>) -> FlowPiece {
    let blocks = [heading(1, Some(anchor), title)].into_iter().chain(blocks).collect();
    FlowPiece { id: anchor.to_owned(), title: title.to_owned(), kind, blocks }
}

pub(super) fn notice(one: &Notice) -> FlowBlock {
    paragraph(ParagraphLook::Text, vec![bold(format!("{}. ", one.title)), plain(&one.text)])
}
