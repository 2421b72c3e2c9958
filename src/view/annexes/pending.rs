//! Coming changes, in words.

use serde::Serialize;

use super::AnnexContent;
use crate::assemble::pending::{ChangeKind, PendingChange};
use crate::language::vi::annexes;
use crate::model::edition::Annex;
use crate::model::excerpt::Excerpt;
use crate::model::instrument::{Instrument, Relation};
use crate::model::known::Day;
use crate::view::ExcerptLink;
use crate::view::build::{Builder, citation};
use crate::view::instruments::{basis, target_citation};
use crate::view::statements::marked;

/// The list of changes issued by the edition's day that take effect later.
#[derive(Serialize, Clone, Debug)]
pub struct PendingView {
    pub intro: Vec<String>,
    /// In the order of their days, unknown days last.
    pub changes: Vec<PendingRow>,
}

/// A change that is known ahead, as a row.
#[derive(Serialize, Clone, Debug)]
pub struct PendingRow {
    /// `01/07/2027`, or words for an unknown day.
    pub day: String,
    /// `2027-07-01`, where the day is known.
    pub iso: Option<String>,
    /// The instrument or provision that changes.
    pub citation: String,
    pub title: Option<String>,
    /// The row of the instrument in the table, where it has one.
    pub instrument: Option<String>,
    /// Where the booklet prints the provision.
    pub excerpt: Option<ExcerptLink>,
    /// The changes, in words.
    pub what: Vec<String>,
}

impl AnnexContent for PendingView {
    fn new(builder: &Builder<'_, '_>, _: &Annex) -> Self {
        let pending = builder.booklet.pending();
        Self {
            intro: annexes::pending_intro(pending.len(), builder.booklet.as_of),
            changes: pending.iter().map(|change| row(builder, change)).collect(),
        }
    }
}

fn row(builder: &Builder<'_, '_>, pending: &PendingChange<'_>) -> PendingRow {
    let said = marked(day(&pending.day), pending.day_confidence());
    let whole = |instrument: &Instrument, what: Vec<String>| PendingRow {
        day: said.clone(),
        iso: pending.day.date().map(|date| date.to_string()),
        citation: instrument.citation(),
        title: (!instrument.is_named_in_citation()).then(|| instrument.subject().to_owned()),
        instrument: builder.row(&instrument.id),
        excerpt: None,
        what,
    };
    let provision = |excerpt: &Excerpt, what: &str| PendingRow {
        day: said.clone(),
        iso: pending.day.date().map(|date| date.to_string()),
        citation: citation(builder.booklet.corpus, excerpt),
        title: excerpt.title.clone(),
        instrument: builder.row(&excerpt.instrument),
        excerpt: builder.link(&excerpt.id),
        what: lines(what.to_owned(), &pending.day),
    };
    match &pending.change {
        ChangeKind::Commences { instrument, acts } => {
            let mut what = match pending.day.reason() {
                Some(reason) => vec![format!("{}: {reason}", annexes::sentence(annexes::FROM))],
                None => vec![commences(builder, instrument).to_owned()],
            };
            what.extend(acts.iter().map(|relation| act(builder, relation)));
            what.extend(annexes::doubt(instrument.confidence).map(|doubt| annexes::sentence(&doubt)));
            whole(instrument, what)
        }
        ChangeKind::Ends(instrument) => whole(instrument, vec![annexes::ENDS.to_owned()]),
        ChangeKind::Acts { instrument, relation } => whole(instrument, lines(act(builder, relation), &pending.day)),
        ChangeKind::Lifts { instrument, relation } => {
            let target = target_citation(builder.booklet.corpus, relation);
            whole(instrument, vec![format!("{} {}{target}", annexes::LIFTS, units(relation))])
        }
        ChangeKind::ProvisionCommences(excerpt) => provision(excerpt, annexes::COMMENCES),
        ChangeKind::ProvisionEnds(excerpt) => provision(excerpt, annexes::ENDS),
    }
}

/// That it comes into force, as far as nothing may end it before.
fn commences(builder: &Builder<'_, '_>, instrument: &Instrument) -> &'static str {
    let validity = builder.booklet.corpus.validity(instrument, builder.booklet.asked());
    if validity.since.is_some() { annexes::COMMENCES } else { annexes::MAY_COMMENCE }
}

/// Returns the lines of a change: its words, and why its day is unknown.
fn lines(what: String, day: &Day) -> Vec<String> {
    [what].into_iter().chain(day.reason().map(annexes::sentence)).collect()
}

fn day(day: &Day) -> String {
    match day {
        Day::On(date) => date.short(),
        Day::Unknown { .. } => annexes::LATER_DAY.to_owned(),
    }
}

/// `Thay thế Nghị định số 1/2010/NĐ-CP (khoản 2 Điều 9)`, with the provisions that it touches.
fn act(builder: &Builder<'_, '_>, relation: &Relation) -> String {
    let target = target_citation(builder.booklet.corpus, relation);
    annexes::sentence(&format!("{} {}{target}{}", relation.active(), units(relation), basis(relation)))
}

fn units(relation: &Relation) -> String {
    let units: Vec<String> = relation.units.iter().map(ToString::to_string).collect();
    if units.is_empty() { String::new() } else { format!("{} ", units.join(", ")) }
}
