//! The timeline: every day on which something changes, to whom and by which act.

use super::act::Act;
use super::life::Life;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::gaps::Record;
use crate::model::ids::InstrumentId;
use crate::model::instrument::Confidence;
use crate::model::provision::Locator;
use crate::model::validity::{Cause, Validity, ValidityKind};

/// What happens on a day to a record.
#[derive(Clone, PartialEq, Debug)]
pub struct Event<'c> {
    pub on: Date,
    pub record: Record<'c>,
    pub what: Happening,
    /// The act that does it, and the provision that says so.
    pub by: Option<InstrumentId>,
    pub at: Option<Locator>,
    pub cause: Option<Cause>,
    /// Of the act, or else of the record.
    pub confidence: Confidence,
    /// Why it is unknown from this day on.
    pub reason: Option<String>,
}

/// What happens to a record on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Happening {
    Issued,
    /// It comes into this state from another.
    Becomes(ValidityKind),
    /// It was unknown whether it had come into this state; from this day on it certainly has.
    Settles(ValidityKind),
    /// It is in force again after a suspension.
    Resumes,
    /// A further part of it ends.
    PartEnds,
    Amended,
}

impl Happening {
    /// Returns the word for programs.
    pub fn key(self) -> &'static str {
        match self {
            Happening::Issued => "issued",
            Happening::Becomes(kind) => kind.key(),
            Happening::Settles(kind) => settled(kind),
            Happening::Resumes => "resumed",
            Happening::PartEnds => "part-ended",
            Happening::Amended => "amended",
        }
    }
}

fn settled(kind: ValidityKind) -> &'static str {
    match kind {
        ValidityKind::InForce => "certainly-in-force",
        ValidityKind::PartlyEnded => "certainly-partly-ended",
        ValidityKind::NotCommenced => "certainly-not-commenced",
        ValidityKind::Suspended => "certainly-suspended",
        ValidityKind::Ended => "certainly-ended",
        ValidityKind::Unknown => "unknown",
    }
}

/// The end of doubt is no event of the law: it is the bound of an unknown day, unless the state begins on it.
fn becomes(before: ValidityKind, after: &Validity, on: Date) -> Happening {
    let begins = match after.kind {
        ValidityKind::InForce => after.since == Some(on),
        // The act that ends a part has its own day.
        ValidityKind::PartlyEnded => after.by.is_some(),
        ValidityKind::Ended | ValidityKind::Suspended => after.until == Some(on),
        ValidityKind::NotCommenced | ValidityKind::Unknown => true,
    };
    match before {
        ValidityKind::Suspended if after.kind == ValidityKind::InForce => Happening::Resumes,
        ValidityKind::Unknown if !begins => Happening::Settles(after.kind),
        _ => Happening::Becomes(after.kind),
    }
}

impl Corpus {
    /// Everything that happens, in the order of the days, then of the ids. What happens to an excerpt because it happens
    /// to its instrument is listed once, with the instrument.
    pub fn timeline(&self) -> Vec<Event<'_>> {
        let mut events = Vec::new();
        for instrument in self.instruments() {
            let record = Record::Instrument(instrument);
            if let Some(on) = instrument.issued.date() {
                events.push(event(on, record, Happening::Issued));
            }
            changes(record, &self.life(instrument), &mut events);
        }
        for excerpt in self.excerpts() {
            let Some(instrument) = self.instrument(&excerpt.instrument) else { continue };
            let mut own = Vec::new();
            changes(Record::Excerpt(excerpt), &self.excerpt_life(excerpt, instrument), &mut own);
            let whole = self.life(instrument);
            own.retain(|event: &Event<'_>| !follows(event, &whole));
            events.append(&mut own);
        }
        events.sort_by(|a, b| (a.on, a.record.id(), a.what).cmp(&(b.on, b.record.id(), b.what)));
        events
    }
}

/// Whether the instrument comes into the same state on the same day.
fn follows(event: &Event<'_>, whole: &Life<'_>) -> bool {
    let Some(before) = event.on.yesterday() else { return false };
    let kind = whole.on(event.on).kind;
    match event.what {
        Happening::Becomes(own) | Happening::Settles(own) => own == kind && whole.on(before).kind != kind,
        Happening::Resumes => kind == ValidityKind::InForce && whole.on(before).kind == ValidityKind::Suspended,
        // The instrument's line names the act; what it touches is listed where it is known.
        Happening::Amended => whole.amended_on(event.on).any(|act| act.relation.units.is_empty()),
        Happening::Issued | Happening::PartEnds => false,
    }
}

fn event(on: Date, record: Record<'_>, what: Happening) -> Event<'_> {
    let confidence = match record {
        Record::Instrument(instrument) => instrument.confidence,
        Record::Excerpt(excerpt) => excerpt.confidence,
    };
    Event { on, record, what, by: None, at: None, cause: None, confidence, reason: None }
}

fn by_act<'c>(on: Date, record: Record<'c>, what: Happening, act: &Act<'_>) -> Event<'c> {
    Event {
        by: Some(act.instrument.id.clone()),
        at: act.relation.at.clone(),
        cause: act.cause(),
        confidence: act.confidence(),
        ..event(on, record, what)
    }
}

fn changes<'c>(record: Record<'c>, life: &Life<'c>, events: &mut Vec<Event<'c>>) {
    for on in life.days() {
        let Some(yesterday) = on.yesterday() else { continue };
        let (before, after) = (life.on(yesterday).kind, life.on(on));
        if before != after.kind {
            let plain = event(on, record, becomes(before, &after, on));
            events.push(Event {
                confidence: after.confidence.unwrap_or(plain.confidence),
                by: after.by,
                at: after.at,
                cause: after.cause,
                reason: after.reason,
                ..plain
            });
        } else if after.kind == ValidityKind::PartlyEnded {
            events.extend(life.parts_on(on).map(|act| by_act(on, record, Happening::PartEnds, &act)));
        }
        match after.kind {
            ValidityKind::Ended | ValidityKind::NotCommenced => {}
            ValidityKind::InForce | ValidityKind::PartlyEnded | ValidityKind::Suspended | ValidityKind::Unknown => {
                events.extend(life.amended_on(on).map(|act| by_act(on, record, Happening::Amended, &act)));
            }
        }
    }
}
