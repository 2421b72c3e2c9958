//! References to excerpts and to rows of the table of instruments: a link where the flow has the target; where it does not,
//! the permanent address, or the name.

use super::runs::{bold, plain, to_address, to_anchor};
use super::{FlowRun, FlowWriter};
use crate::view::{ExcerptLink, ExcerptNumber};

impl FlowWriter<'_> {
    /// `→ 14`
    pub(super) fn pointer(&self, to: &ExcerptLink) -> Vec<FlowRun> {
        if self.excerpts.contains(to.anchor.as_str()) {
            return vec![to_anchor(&to.anchor, vec![plain(arrow(to.number))])];
        }
        let gone = self.left_out.get(to.anchor.as_str());
        vec![match gone.and_then(|it| it.address.as_ref()) {
            Some(address) => to_address(address, address),
            None => plain(gone.map_or(to.citation.as_str(), |it| &it.name)),
        }]
    }

    /// `→ 14, → 15`
    pub(super) fn pointers(&self, all: &[ExcerptLink]) -> Vec<FlowRun> {
        super::runs::joined(all.iter().map(|to| self.pointer(to)), ", ")
    }

    /// `→ 14 Khoản 4 Điều 11 Nghị định số …`
    pub(super) fn pointer_named(&self, to: &ExcerptLink) -> Vec<FlowRun> {
        if self.excerpts.contains(to.anchor.as_str()) {
            let named = vec![bold(arrow(to.number)), plain(format!(" {}", to.citation))];
            return vec![to_anchor(&to.anchor, named)];
        }
        let mut runs = vec![plain(&to.citation)];
        if let Some(address) = self.left_out.get(to.anchor.as_str()).and_then(|it| it.address.as_ref()) {
            runs.extend([plain(" ("), to_address(address, address), plain(")")]);
        }
        runs
    }

    /// Words of a text that lead to an excerpt, with its number.
    pub(super) fn words_to(&self, anchor: &str, number: ExcerptNumber, text: &str) -> Vec<FlowRun> {
        if self.excerpts.contains(anchor) {
            return vec![to_anchor(anchor, vec![plain(text), plain(format!(" ({})", arrow(number)))])];
        }
        let mut runs = vec![plain(text)];
        let gone = self.left_out.get(anchor);
        match gone.and_then(|it| it.address.as_ref()) {
            Some(address) => runs.extend([plain(" ("), to_address(address, address), plain(")")]),
            None => runs.extend(gone.filter(|it| it.name != text).map(|it| plain(format!(" ({})", it.name)))),
        }
        runs
    }

    /// Words that lead to the row of an instrument, where the table is there.
    pub(super) fn to_row(&self, row: Option<&str>, shown: FlowRun) -> FlowRun {
        match row.filter(|_| self.shows_instruments) {
            Some(row) => to_anchor(row, vec![shown]),
            None => shown,
        }
    }
}

fn arrow(number: ExcerptNumber) -> String {
    format!("→\u{a0}{number}")
}
