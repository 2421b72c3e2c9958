//! The table of instruments, the glossary, and the figure of time as a table.

use crate::render::flow::runs::{
    BOLD, DOT, ITALIC, PLAIN, bold, cell, cells, joined, paragraph, plain, small, styled, table, to_address,
};
use crate::render::flow::{FlowBlock, FlowCell, FlowRun, FlowWriter, ParagraphLook, RunLook};
use crate::view::{InstrumentView, StatusView, TermView, TimelineView};

impl FlowWriter<'_> {
    pub(super) fn instruments(&self) -> FlowBlock {
        let words = &self.view.words;
        let columns = [
            (words.number.as_str(), 2),
            (words.instrument.as_str(), 9),
            (words.issued.as_str(), 4),
            (words.in_force_from.as_str(), 4),
            (words.in_force_until.as_str(), 4),
            (words.status.as_str(), 6),
        ];
        table(&columns, self.view.instruments.iter().flat_map(|one| self.instrument(one)).collect())
    }

    /// Two rows: what is in columns, and what is said over the whole width.
    fn instrument(&self, one: &InstrumentView) -> [Vec<FlowCell>; 2] {
        let title = one.title.iter().map(|title| paragraph(ParagraphLook::Text, vec![plain(title)]));
        let name = [paragraph(ParagraphLook::Text, vec![bold(&one.citation)])].into_iter().chain(title).collect();
        let number = FlowCell { anchor: Some(one.anchor.clone()), ..cell(vec![plain(one.number.to_string())]) };
        let days = [&one.issued, &one.from, &one.until].map(|day| cell(vec![plain(day)]));
        let status = cell(vec![status(&one.status)]);
        let first = [number, cells(name)].into_iter().chain(days).chain([status]).collect();
        [first, vec![cell(Vec::new()), FlowCell { span: 5, ..cells(self.details(one)) }]]
    }

    fn details(&self, one: &InstrumentView) -> Vec<FlowBlock> {
        let words = &self.view.words;
        let text = &one.text_at;
        let address = |address: &String| vec![to_address(address, &text.label)];
        let text_at = text.address.as_ref().map_or_else(|| vec![plain(&text.label)], address);
        let said = [
            (&words.status, one.status.detail.as_ref().map(|it| vec![plain(it)])),
            (&words.issuer, Some(vec![plain(&one.issuer)])),
            (&words.relations, (!one.relations.is_empty()).then(|| vec![plain(one.relations.join("; "))])),
            (&words.note, one.note.as_ref().map(|it| vec![plain(it)])),
            (&words.confidence, Some(vec![plain(&one.confidence.name)])),
            (&words.text_at, Some(text_at)),
            (&words.contact, Some(vec![plain(&one.contact)])),
            (&words.source, (!one.sources.is_empty()).then(|| vec![plain(one.sources.join("; "))])),
            (&words.excerpts, (!one.excerpts.is_empty()).then(|| self.pointers(&one.excerpts))),
        ];
        let line = |(name, runs): (&String, Option<Vec<FlowRun>>)| {
            runs.map(|runs| small([bold(format!("{name}: "))].into_iter().chain(runs).collect()))
        };
        said.into_iter().filter_map(line).collect()
    }

    pub(super) fn glossary(&self) -> Vec<FlowBlock> {
        self.view.glossary.iter().map(|one| self.term(one)).collect()
    }

    fn term(&self, TermView { term, also, english, definition, source, anchor }: &TermView) -> FlowBlock {
        let mut runs = vec![bold(term)];
        if let Some(english) = english {
            let look = RunLook { is_italic: true, is_english: true, ..PLAIN };
            runs.extend([plain(" ("), styled(english, look), plain(")")]);
        }
        runs.push(plain(format!(": {definition}")));
        if !also.is_empty() {
            runs.push(plain(format!(" ({} {})", self.view.words.also, also.join(", "))));
        }
        runs.extend(source.iter().map(|source| plain(format!(" ({source})"))));
        FlowBlock::Entry { anchor: anchor.clone(), blocks: vec![paragraph(ParagraphLook::Text, runs)] }
    }

    /// Each chain is headed by what it is about.
    pub(super) fn timeline(&self, one: &TimelineView) -> FlowBlock {
        let words = &self.view.words;
        let columns = [
            (words.instrument.as_str(), 7),
            (words.in_force_from.as_str(), 4),
            (words.in_force_until.as_str(), 4),
            (words.status.as_str(), 6),
            (words.replaced_by.as_str(), 6),
        ];
        let mut rows = Vec::new();
        for chain in &one.chains {
            rows.push(vec![FlowCell { span: columns.len(), ..cell(vec![styled(&chain.title, BOLD)]) }]);
            rows.extend(chain.rows.iter().map(|row| {
                let name = self.to_row(row.anchor.as_deref(), plain(&row.citation));
                let status = format!("{} {}", row.status.sign, row.status.text);
                let all = [vec![name], vec![plain(&row.from)], vec![plain(&row.until)], vec![plain(status)]];
                let replaced = joined(row.replaced_by.iter().map(|it| vec![plain(it)]), "; ");
                all.into_iter().chain([replaced]).map(cell).collect()
            }));
        }
        table(&columns, rows)
    }
}

/// `● Có hiệu lực`, loud where it is not plainly in force.
pub(super) fn status(one: &StatusView) -> FlowRun {
    let text = format!("{} {}", one.sign, one.text);
    if one.warn { bold(text) } else { plain(text) }
}

/// State and reason on one line, with a name before them.
pub(super) fn status_line(name: Option<&str>, one: &StatusView) -> FlowBlock {
    let name = name.map(|name| format!("{name}: ")).unwrap_or_default();
    let detail = one.detail.as_ref().map(|detail| format!("{DOT}{detail}")).unwrap_or_default();
    small(vec![styled(format!("{name}{} {}{detail}", one.sign, one.text), if one.warn { BOLD } else { PLAIN })])
}

/// Words in italics.
pub(super) fn slanted(text: &str) -> FlowRun {
    styled(text, ITALIC)
}
