//! One excerpt: its number and title, citation and state, text, duties, and where it was seen.

use super::runs::{BOLD, DOT, ITALIC, bold, joined, paragraph, plain, small, styled, to_address};
use super::{FlowBlock, FlowRun, FlowWriter, ParagraphLook};
use crate::view::{AmendmentView, ExcerptLink, ExcerptView, ObligationView};

/// The wording of what is quoted letter by letter.
const VERBATIM: &str = "verbatim";

impl FlowWriter<'_> {
    pub(super) fn excerpt(&mut self, one: &ExcerptView) -> FlowBlock {
        let mut blocks = vec![head(one), self.citation(one)];
        let body = self.body(&one.body, 3);
        if one.wording.key == VERBATIM {
            blocks.push(FlowBlock::Quote(body));
        } else {
            blocks.extend(body);
        }
        blocks.extend(one.obligations.iter().map(|duty| self.duty(duty)));
        blocks.push(self.apparatus(one));
        FlowBlock::Entry { anchor: one.anchor.clone(), blocks }
    }

    /// The citation, and once, in words and sign, whether it is law.
    fn citation(&self, one: &ExcerptView) -> FlowBlock {
        let status = &one.status;
        let mut runs = Vec::new();
        if one.title.is_some() {
            runs.push(plain(format!("{}\u{2003}", one.citation)));
        }
        let state = format!("{} {}", status.sign, status.text);
        runs.push(if status.warn { bold(state) } else { plain(state) });
        match (one.same_reason_as, &status.detail) {
            (Some(number), _) => runs.push(plain(format!("{DOT}{} {number}", self.view.words.same_reason))),
            (None, Some(detail)) => runs.push(plain(format!("{DOT}{detail}"))),
            (None, None) => {}
        }
        paragraph(ParagraphLook::Citation, runs)
    }

    /// Who must do what, how binding, by when, and what shows it.
    fn duty(&self, one: &ObligationView) -> FlowBlock {
        let mut runs = super::duties::sentence(&one.who, &one.verb, &one.what);
        runs.push(plain(format!("{DOT}{}\u{a0}{}", one.kind.sign, one.level.name)));
        runs.extend(super::duties::deadline(one.deadline.as_ref()));
        runs.extend(self.evidence(&one.evidence));
        paragraph(ParagraphLook::Duty, runs)
    }

    /// One line: wording, how sure, where seen, when checked, the original; then what there is to note.
    fn apparatus(&self, one: &ExcerptView) -> FlowBlock {
        let original = one.original.as_ref();
        let original = original.map(|it| vec![plain(format!("{} {}, {}", it.before, it.file_name, it.after))]);
        let parts = [
            Some(vec![plain(&one.wording.name)]),
            Some(vec![plain(&one.confidence.name)]),
            Some(seen(one)),
            Some(vec![plain(&one.checked)]),
            original,
        ];
        let notes = self.notes_of(one);
        paragraph(ParagraphLook::Source, joined(parts.into_iter().flatten().chain(notes), DOT))
    }

    /// Remarks, penalties, related excerpts.
    fn notes_of(&self, one: &ExcerptView) -> Vec<Vec<FlowRun>> {
        let words = &self.view.words;
        let amendments = one.amendments.iter().filter(|_| one.same_reason_as.is_none()).map(|it| self.amendment(it));
        let remarks: Vec<Vec<FlowRun>> = amendments.chain(one.note.iter().map(|note| vec![plain(note)])).collect();
        let mut lines = Vec::new();
        if !remarks.is_empty() {
            lines.push(named(&words.note, joined(remarks, "; ")));
        }
        let links: [(&str, &[ExcerptLink]); 3] = [
            (&words.sanction_for, &one.sanction_for),
            (&words.sanctions, &one.sanctions),
            (&words.related, &one.related),
        ];
        let links = links.into_iter().filter(|(_, all)| !all.is_empty());
        lines.extend(links.map(|(name, all)| named(name, self.pointers(all))));
        lines
    }

    fn amendment(&self, AmendmentView { text, row }: &AmendmentView) -> Vec<FlowRun> {
        vec![self.to_row(row.as_deref(), plain(text))]
    }

    /// What a state means, once for all excerpts of a chapter that are in it.
    pub(super) fn state_notes(&self, all: &[ExcerptView]) -> Vec<FlowBlock> {
        let mut seen: Vec<&str> = Vec::new();
        let mut notes = Vec::new();
        for one in all {
            let Some(notice) = one.notice.as_ref().filter(|_| !seen.contains(&one.status.key.as_str())) else {
                continue;
            };
            seen.push(&one.status.key);
            let state = self.view.counts.by_status.iter().find(|it| it.key == one.status.key);
            let name = state.map_or(one.status.text.as_str(), |it| &it.name);
            notes.push(small(vec![bold(format!("{} {name}", one.status.sign)), plain(format!(": {notice}"))]));
        }
        notes
    }
}

/// Number, title or citation, and the mark of what changed.
fn head(one: &ExcerptView) -> FlowBlock {
    let title = one.title.as_ref().unwrap_or(&one.citation);
    let mut runs = vec![plain(format!("{}. {title}", one.number))];
    runs.extend(one.change.as_ref().map(|mark| styled(format!(" {} {}", mark.sign, mark.text), ITALIC)));
    FlowBlock::Heading { level: 3, anchor: None, runs }
}

/// The source is the link to the text; that no address of the text is known is said.
fn seen(one: &ExcerptView) -> Vec<FlowRun> {
    let led = |shown: &str, address: Option<&String>| match address {
        Some(address) => vec![to_address(address, shown)],
        None => vec![plain(shown)],
    };
    let text = &one.text_at;
    let sources = one.seen_in.iter().map(|it| led(&it.text, it.address.as_ref().or(text.address.as_ref())));
    let says_where = one.seen_in.is_empty() || text.address.is_none();
    let own = says_where.then(|| led(&text.label, text.address.as_ref()));
    joined(sources.chain(own), "; ")
}

fn named(name: &str, content: Vec<FlowRun>) -> Vec<FlowRun> {
    [styled(format!("{name}: "), BOLD)].into_iter().chain(content).collect()
}
