//! The timeline: every day on which something changes, to whom and by which act.

use super::act::{Act, known_from};
use super::asked::Knowledge;
use super::life::Life;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::gaps::Record;
use crate::model::ids::InstrumentId;
use crate::model::instrument::Confidence;
use crate::model::known::Reached;
use crate::model::provision::Locator;
use crate::model::validity::{Cause, ScopeState, Validity, ValidityKind};

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
    /// For what it happens, where it does for some only; or what goes on no longer.
    pub scope: Option<String>,
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
    /// A correction becomes known; it counts from the first day of the text.
    Corrected,
    /// For some places, subjects or parts it comes into this state.
    ForSome(ValidityKind),
    /// What could still be done under a text that has ended can be done no longer.
    TransitionEnds,
    /// What has no validity is replaced or withdrawn.
    Superseded,
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
            Happening::Corrected => "corrected",
            Happening::ForSome(kind) => for_some(kind),
            Happening::TransitionEnds => "transition-ended",
            Happening::Superseded => "superseded",
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
        ValidityKind::NeverInForce => "certainly-never-in-force",
        ValidityKind::Unknown => "unknown",
        ValidityKind::NotApplicable => "not-applicable",
    }
}

fn for_some(kind: ValidityKind) -> &'static str {
    match kind {
        ValidityKind::InForce => "in-force-for-some",
        ValidityKind::Suspended => "suspended-for-some",
        ValidityKind::Ended => "ended-for-some",
        ValidityKind::PartlyEnded
        | ValidityKind::NotCommenced
        | ValidityKind::NeverInForce
        | ValidityKind::Unknown
        | ValidityKind::NotApplicable => "unknown-for-some",
    }
}

/// The end of doubt is no event of the law: it is the bound of an unknown day, unless the state begins on it.
fn becomes(before: ValidityKind, after: &Validity, on: Date) -> Happening {
    let begins = match after.kind {
        ValidityKind::InForce => after.since == Some(on),
        // The act that ends a part has its own day.
        ValidityKind::PartlyEnded => after.by.is_some(),
        ValidityKind::Ended | ValidityKind::Suspended => after.until == Some(on),
        ValidityKind::NotCommenced
        | ValidityKind::NeverInForce
        | ValidityKind::Unknown
        | ValidityKind::NotApplicable => true,
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
    pub fn timeline(&self, knowledge: Knowledge) -> Vec<Event<'_>> {
        let mut events = Vec::new();
        for instrument in self.instruments() {
            let record = Record::Instrument(instrument);
            if knowledge.has(&known_from(instrument)) == Reached::No {
                continue;
            }
            if let Some(on) = instrument.issued.date() {
                events.push(event(on, record, Happening::Issued));
            }
            changes(record, &self.life(instrument, knowledge), &mut events);
        }
        for excerpt in self.excerpts() {
            let Some(instrument) = self.instrument(&excerpt.instrument) else { continue };
            if knowledge.has(&known_from(instrument)) == Reached::No {
                continue;
            }
            let mut own = Vec::new();
            changes(Record::Excerpt(excerpt), &self.excerpt_life(excerpt, instrument, knowledge), &mut own);
            let whole = self.life(instrument, knowledge);
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
        Happening::Corrected => whole.corrections().any(|act| act.relation.units.is_empty()),
        Happening::ForSome(_) => whole.scopes.iter().any(|it| Some(&it.scope.words) == event.scope.as_ref()),
        Happening::TransitionEnds => whole.transitions_over_on(event.on).next().is_some(),
        // Every text of such an instrument is superseded with it.
        Happening::Superseded => true,
        Happening::Issued | Happening::PartEnds => false,
    }
}

fn event(on: Date, record: Record<'_>, what: Happening) -> Event<'_> {
    let confidence = match record {
        Record::Instrument(instrument) => instrument.confidence,
        Record::Excerpt(excerpt) => excerpt.confidence,
    };
    Event { on, record, what, by: None, at: None, cause: None, confidence, reason: None, scope: None }
}

fn by_act<'c>(on: Date, record: Record<'c>, what: Happening, act: &Act<'_>) -> Event<'c> {
    Event {
        by: Some(act.instrument.id.clone()),
        at: act.relation.at.clone(),
        cause: act.cause(),
        confidence: act.day_confidence().map_or(act.confidence(), |day| day.max(act.confidence())),
        ..event(on, record, what)
    }
}

fn by_state<'c>(plain: Event<'c>, state: &Validity) -> Event<'c> {
    Event {
        // No surer than the day.
        confidence: state
            .until_confidence
            .into_iter()
            .fold(state.confidence.unwrap_or(plain.confidence), Confidence::max),
        by: state.by.clone(),
        at: state.at.clone(),
        cause: state.cause,
        reason: state.reason.clone(),
        ..plain
    }
}

fn changes<'c>(record: Record<'c>, life: &Life<'c>, events: &mut Vec<Event<'c>>) {
    corrected(record, life, events);
    for on in life.days() {
        let Some(yesterday) = on.yesterday() else { continue };
        let (before, after) = (life.on(yesterday), life.on(on));
        if before.kind != after.kind {
            events.push(by_state(event(on, record, becomes(before.kind, &after, on)), &after));
        } else if after.kind == ValidityKind::NotApplicable && before.by != after.by {
            events.push(by_state(event(on, record, Happening::Superseded), &after));
        } else if after.kind == ValidityKind::PartlyEnded {
            events.extend(life.parts_on(on).map(|act| by_act(on, record, Happening::PartEnds, &act)));
        }
        for act in life.transitions_over_on(on) {
            let scope = act.relation.transition.as_ref().map(|it| it.note.clone());
            events.push(Event { scope, ..by_act(on, record, Happening::TransitionEnds, &act) });
        }
        events.extend(for_some_on(record, &life.on(yesterday), &life.on(on), on));
        match life.on(on).kind {
            ValidityKind::Ended | ValidityKind::NeverInForce | ValidityKind::NotCommenced => {}
            ValidityKind::InForce
            | ValidityKind::PartlyEnded
            | ValidityKind::Suspended
            | ValidityKind::Unknown
            | ValidityKind::NotApplicable => {
                events.extend(life.amended_on(on).map(|act| by_act(on, record, Happening::Amended, &act)));
            }
        }
    }
}

/// What comes into another state for some only. What begins with the rest of the text is not listed.
fn for_some_on<'c>(record: Record<'c>, before: &Validity, after: &Validity, on: Date) -> Vec<Event<'c>> {
    let was =
        |scope: &ScopeState| before.scopes.iter().find(|it| it.words == scope.words).map_or(before.kind, |it| it.kind);
    let changed = after.scopes.iter().filter(|scope| was(scope) != scope.kind);
    let changed = changed.filter(|scope| scope.kind != after.kind || before.kind == after.kind);
    let event_of = |scope: &ScopeState| Event {
        at: scope.at.clone(),
        scope: Some(scope.words.clone()),
        ..event(on, record, Happening::ForSome(scope.kind))
    };
    changed.map(event_of).collect()
}

/// A correction is listed on the day from which it is known.
fn corrected<'c>(record: Record<'c>, life: &Life<'c>, events: &mut Vec<Event<'c>>) {
    for act in life.corrections() {
        if let Some(on) = known_from(act.instrument).date() {
            events.push(by_act(on, record, Happening::Corrected, &act));
        }
    }
}
