//! What is going to change, in words.

use super::{PendingRow, PendingView};
use crate::assemble::pending::{Change, PendingChange};
use crate::language::vi::annexes as said;
use crate::model::excerpt::Excerpt;
use crate::model::instrument::{Instrument, Relation};
use crate::model::known::{Day, Reached};
use crate::view::build::{Builder, citation};
use crate::view::instruments::{basis, target_citation};

pub(in crate::view) fn pending(builder: &Builder<'_, '_>) -> PendingView {
    let pending = builder.booklet.pending();
    PendingView {
        intro: said::pending_intro(pending.ahead.len(), pending.perhaps.len(), builder.booklet.as_of),
        changes: pending.ahead.iter().chain(&pending.perhaps).map(|change| row(builder, change)).collect(),
    }
}

fn row(builder: &Builder<'_, '_>, pending: &PendingChange<'_>) -> PendingRow {
    let whole = |instrument: &Instrument, what: Vec<String>| PendingRow {
        day: day(builder, &pending.day),
        iso: pending.day.date().map(|date| date.to_string()),
        citation: instrument.citation(),
        title: (!instrument.is_named_in_citation()).then(|| instrument.subject().to_owned()),
        instrument: builder.row(&instrument.id),
        excerpt: None,
        what,
    };
    let provision = |excerpt: &Excerpt, what: &str| PendingRow {
        day: day(builder, &pending.day),
        iso: pending.day.date().map(|date| date.to_string()),
        citation: citation(builder.booklet.corpus, excerpt),
        title: excerpt.title.clone(),
        instrument: builder.row(&excerpt.instrument),
        excerpt: builder.link(&excerpt.id),
        what: lines(what.to_owned(), &pending.day),
    };
    match &pending.change {
        Change::Commences { instrument, acts } => {
            let mut what = match pending.day.reason() {
                Some(reason) => vec![format!("{}: {reason}", said::sentence(said::FROM))],
                None => vec![said::COMMENCES.to_owned()],
            };
            what.extend(acts.iter().map(|relation| act(builder, relation)));
            what.extend(said::doubt(instrument.confidence).map(|doubt| said::sentence(&doubt)));
            whole(instrument, what)
        }
        Change::Ends(instrument) => whole(instrument, vec![said::ENDS.to_owned()]),
        Change::Acts { instrument, relation } => whole(instrument, lines(act(builder, relation), &pending.day)),
        Change::Lifts { instrument, relation } => {
            let target = target_citation(builder.booklet.corpus, relation);
            whole(instrument, vec![format!("{} {}{target}", said::LIFTS, units(relation))])
        }
        Change::ProvisionCommences(excerpt) => provision(excerpt, said::COMMENCES),
        Change::ProvisionEnds(excerpt) => provision(excerpt, said::ENDS),
    }
}

/// What happens, and why its day is not known.
fn lines(what: String, day: &Day) -> Vec<String> {
    [what].into_iter().chain(day.reason().map(said::sentence)).collect()
}

fn day(builder: &Builder<'_, '_>, day: &Day) -> String {
    match day {
        Day::On(date) => date.short(),
        Day::Unknown { .. } if day.reached_on(builder.booklet.as_of) == Reached::No => said::LATER_DAY.to_owned(),
        Day::Unknown { .. } => said::UNKNOWN_DAY.to_owned(),
    }
}

/// `Thay thế Nghị định số 1/2010/NĐ-CP (khoản 2 Điều 9)`, with the provisions that it touches.
fn act(builder: &Builder<'_, '_>, relation: &Relation) -> String {
    let target = target_citation(builder.booklet.corpus, relation);
    said::sentence(&format!("{} {}{target}{}", relation.kind.active(), units(relation), basis(relation)))
}

fn units(relation: &Relation) -> String {
    let units: Vec<String> = relation.units.iter().map(ToString::to_string).collect();
    if units.is_empty() { String::new() } else { format!("{} ", units.join(", ")) }
}
