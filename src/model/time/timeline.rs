//! The timeline: every day on which something changes, to whom and by which act.

use std::collections::BTreeMap;

use super::act::{Act, known_from};
use super::asked::Knowledge;
use super::life::Life;
use crate::model::bilingual::Bilingual;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::gaps::Record;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Confidence, Instrument};
use crate::model::known::Reached;
use crate::model::provision::Locator;
use crate::model::validity::{Cause, ScopeState, Validity, ValidityKind};

/// An event of a record, with its day.
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
    pub reason: Option<Bilingual>,
    /// For what it happens, where it does for some only; which part of it ends; or what goes on no longer.
    pub scope: Option<String>,
}

/// A kind of event of a record.
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
    /// It is annulled; that counts from the first day of the text.
    Annulled,
    /// For some places, subjects or parts it comes into this state.
    ForSome(ValidityKind),
    /// A text that was suspended for some is in force again for them.
    ResumesForSome,
    /// The transition under a text that has ended is over.
    TransitionEnds,
    /// A text without validity is replaced or withdrawn.
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
            Happening::Annulled => "annulled",
            Happening::ForSome(kind) => for_some(kind),
            Happening::ResumesForSome => "resumed-for-some",
            Happening::TransitionEnds => "transition-ended",
            Happening::Superseded => "superseded",
        }
    }

    /// The state that the text as a whole comes into.
    fn comes_into(self) -> Option<ValidityKind> {
        match self {
            Happening::Becomes(kind) | Happening::Settles(kind) => Some(kind),
            Happening::Resumes => Some(ValidityKind::InForce),
            Happening::Issued
            | Happening::PartEnds
            | Happening::Amended
            | Happening::Corrected
            | Happening::Annulled
            | Happening::ForSome(_)
            | Happening::ResumesForSome
            | Happening::TransitionEnds
            | Happening::Superseded => None,
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
    /// Everything that happens, in the order of the days, then of the ids. An event of an instrument is listed
    /// once, and not again for its excerpts.
    pub fn timeline(&self, knowledge: Knowledge) -> Vec<Event<'_>> {
        let known = self.instruments().filter(|it| knowledge.has(&known_from(it)) != Reached::No);
        let wholes = known.map(|instrument| {
            let life = self.life(instrument, knowledge);
            let events = changes(Record::Instrument(instrument), &life);
            (&instrument.id, WholeInstrument { instrument, life, events })
        });
        let wholes: BTreeMap<&InstrumentId, WholeInstrument<'_>> = wholes.collect();
        let mut events = Vec::new();
        for excerpt in self.excerpts() {
            let Some(whole) = wholes.get(&excerpt.instrument) else { continue };
            let life = self.excerpt_life(excerpt, whole.instrument, knowledge);
            let own = changes(Record::Excerpt(excerpt), &life);
            events.extend(own.into_iter().filter(|event| !whole.has(event)));
        }
        events.extend(wholes.into_values().flat_map(WholeInstrument::events));
        events.sort_by(|a, b| (a.on, a.record.id(), a.what).cmp(&(b.on, b.record.id(), b.what)));
        events
    }
}

/// An instrument with its life, and what happens to it.
struct WholeInstrument<'c> {
    instrument: &'c Instrument,
    life: Life<'c>,
    events: Vec<Event<'c>>,
}

impl<'c> WholeInstrument<'c> {
    /// Whether what happens to an excerpt happens to the instrument on that day.
    fn has(&self, event: &Event<'_>) -> bool {
        let mut same_day = self.events.iter().filter(|it| it.on == event.on);
        match event.what {
            Happening::Becomes(kind) | Happening::Settles(kind) => {
                same_day.any(|it| it.what.comes_into() == Some(kind))
            }
            Happening::Resumes => same_day.any(|it| it.what == event.what),
            // The instrument's line names the act; what it touches is listed where it is known.
            Happening::Amended => self.life.amended_on(event.on).any(|act| act.relation.units.is_empty()),
            Happening::Corrected => self.life.corrections().any(|act| act.relation.units.is_empty()),
            Happening::Annulled | Happening::ForSome(_) | Happening::ResumesForSome | Happening::TransitionEnds => {
                same_day.any(|it| (it.what, &it.scope) == (event.what, &event.scope))
            }
            // Every text of such an instrument is superseded with it.
            Happening::Superseded => true,
            Happening::Issued | Happening::PartEnds => false,
        }
    }

    fn events(self) -> impl Iterator<Item = Event<'c>> {
        let issued = self.instrument.issued.date();
        let issued = issued.map(|on| event(on, Record::Instrument(self.instrument), Happening::Issued));
        issued.into_iter().chain(self.events)
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

fn changes<'c>(record: Record<'c>, life: &Life<'c>) -> Vec<Event<'c>> {
    let mut events = corrected(record, life);
    events.extend(annulled(record, life));
    for on in life.days() {
        let Some(yesterday) = on.yesterday() else { continue };
        let (before, after) = (life.on(yesterday), life.on(on));
        events.extend(of_the_whole(record, life, &before, &after, on));
        events.extend(life.transitions_over_on(on).map(|act| transition_over(record, &act, on)));
        events.extend(for_some_on(record, &before, &after, on));
        if is_law(after.kind) {
            events.extend(life.lifted_on(on).map(|act| resumes_for_some(record, &act, on)));
        }
        if is_amended_in(after.kind) {
            events.extend(life.amended_on(on).map(|act| by_act(on, record, Happening::Amended, &act)));
        }
    }
    events
}

/// What a day makes of the text as a whole, and of parts of it.
fn of_the_whole<'c>(
    record: Record<'c>,
    life: &Life<'c>,
    before: &Validity,
    after: &Validity,
    on: Date,
) -> Vec<Event<'c>> {
    if before.kind != after.kind {
        let scope = parts_named(after);
        return vec![Event { scope, ..by_state(event(on, record, becomes(before.kind, after, on)), after) }];
    }
    if after.kind == ValidityKind::NotApplicable && before.by != after.by {
        return vec![by_state(event(on, record, Happening::Superseded), after)];
    }
    let parts = life.parts_on(on).filter(|_| after.kind == ValidityKind::PartlyEnded);
    let named = |act: &Act<'_>| Some(act.relation.units_named()).filter(|units| !units.is_empty());
    parts.map(|act| Event { scope: named(&act), ..by_act(on, record, Happening::PartEnds, &act) }).collect()
}

/// The parts that have ended, where they are named.
fn parts_named(validity: &Validity) -> Option<String> {
    let units: Vec<String> = validity.parts.iter().flat_map(|part| &part.units).map(ToString::to_string).collect();
    (!units.is_empty()).then(|| units.join(", "))
}

fn transition_over<'c>(record: Record<'c>, act: &Act<'_>, on: Date) -> Event<'c> {
    let scope = act.relation.transition.as_ref().map(|it| it.note.clone());
    Event { scope, ..by_act(on, record, Happening::TransitionEnds, act) }
}

fn resumes_for_some<'c>(record: Record<'c>, act: &Act<'_>, on: Date) -> Event<'c> {
    Event { scope: Some(act.relation.units_named()), ..by_act(on, record, Happening::ResumesForSome, act) }
}

/// Whether the text is law, be it without some parts.
fn is_law(kind: ValidityKind) -> bool {
    matches!(kind, ValidityKind::InForce | ValidityKind::PartlyEnded)
}

/// Whether an amendment of a text in this state is worth a line.
fn is_amended_in(kind: ValidityKind) -> bool {
    !matches!(kind, ValidityKind::Ended | ValidityKind::NeverInForce | ValidityKind::NotCommenced)
}

/// Returns the changes of state for some only, but for those that begin with the rest of the text.
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
fn corrected<'c>(record: Record<'c>, life: &Life<'c>) -> Vec<Event<'c>> {
    let known = life.corrections().filter_map(|act| Some((known_from(act.instrument).date()?, act)));
    known.map(|(on, act)| by_act(on, record, Happening::Corrected, &act)).collect()
}

/// An annulment is listed on its own day too.
fn annulled<'c>(record: Record<'c>, life: &Life<'c>) -> Vec<Event<'c>> {
    let acts = life.annulments().filter_map(|act| Some((act.done_on().date()?, act)));
    let scope = |act: &Act<'_>| Some(act.relation.units_named()).filter(|units| !units.is_empty());
    acts.map(|(on, act)| Event { scope: scope(&act), ..by_act(on, record, Happening::Annulled, &act) }).collect()
}
