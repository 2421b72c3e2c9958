//! The life of one text: from which day, until when, what suspends and changes it; and from that its state on any day.

use std::collections::BTreeSet;

use super::act::{Act, Standing, first_possible, last_possible, start};
use super::asked::Knowledge;
use super::clause::ClauseLife;
use super::doubt::ValidityDoubt;
use super::scoped::ScopeInTime;
use super::suspension::Suspension;
use crate::model::bilingual::Bilingual;
use crate::model::date::Date;
use crate::model::instrument::{Clause, EndsBy, Instrument, RelationKind};
use crate::model::known::{Day, Reached};
use crate::model::validity::{Ahead, Amendment, Cause, EndedPart, Kept, OpenTransition, Validity, ValidityKind};

/// One text's life, as far as was known. Made by [`super::lives`].
#[derive(Clone, Debug)]
pub struct Life<'c> {
    pub(super) knowledge: Knowledge,
    /// The day from which there is such a text to know of.
    pub(super) known_from: Day,
    /// Whether the text can be in force at all: see [`has_validity`](crate::model::number::InstrumentType::has_validity).
    pub(super) has_validity: bool,
    /// All of these must have come.
    pub(super) starts: Vec<Day>,
    pub(super) ends: Vec<End<'c>>,
    pub(super) suspensions: Vec<Suspension<'c>>,
    /// Suspensions of parts of the text.
    pub(super) suspended_parts: Vec<Suspension<'c>>,
    /// Ends of parts of the text.
    pub(super) parts: Vec<End<'c>>,
    pub(super) amendments: Vec<(Act<'c>, bool)>,
    /// Places, subjects or parts in force on other days.
    pub(super) scopes: Vec<ScopeInTime<'c>>,
}

/// An end, or the end of a part.
#[derive(Clone, Debug)]
pub(super) struct End<'c> {
    pub day: Day,
    pub act: Option<Act<'c>>,
    /// Why it ends, by its own record.
    pub own: Option<EndsBy>,
    /// What it gives the details of, where it may have ended with that.
    pub parent: Option<&'c Instrument>,
    /// The clause of the law that decides what becomes of it then.
    pub rule: Option<Bilingual>,
    /// The clause that keeps the text in force after that, as long as it counts.
    pub kept_by: Option<ClauseLife<'c>>,
    /// Whether the clause that decides so was known. `None`: it is known as the record is.
    pub decided: Option<Reached>,
    /// Why it may not be an end at all; such an end decides nothing.
    pub doubt: Option<ValidityDoubt>,
}

impl<'c> End<'c> {
    /// The end that an act makes.
    pub fn by(act: Act<'c>) -> Self {
        End { act: Some(act), doubt: ValidityDoubt::of_act(&act), ..End::own(act.effect(), None) }
    }

    /// The end that its own record gives.
    pub fn own(day: Day, own: Option<EndsBy>) -> Self {
        End { day, act: None, own, parent: None, rule: None, kept_by: None, decided: None, doubt: None }
    }

    /// The end that it may have with what it hangs on, of which no more is asked.
    pub fn too_deep(instrument: &Instrument, parent: &'c Instrument) -> Self {
        let earliest = first_possible(&start(instrument));
        let day = Day::Unknown { reason: String::new(), earliest, latest: None };
        End { parent: Some(parent), doubt: Some(ValidityDoubt::too_deep(parent)), ..End::own(day, None) }
    }

    /// Whether its own record says so, and nothing else.
    pub fn is_own(&self) -> bool {
        self.act.is_none() && self.parent.is_none()
    }

    /// Returns why it ends, where that is known.
    pub fn cause(&self) -> Option<Cause> {
        match (self.act, self.own) {
            (Some(act), _) => act.cause(),
            (None, Some(EndsBy::OwnTerm)) => Some(Cause::OwnTerm),
            (None, Some(EndsBy::ParentEnded)) => Some(Cause::ParentEnded),
            (None, None) => None,
        }
    }

    pub fn annuls(&self) -> bool {
        self.doubt.is_none() && self.act.is_some_and(|act| act.relation.kind == RelationKind::Annuls)
    }

    /// The day of the act itself, which an annulment does not wait for.
    fn acted(&self) -> Option<Day> {
        self.act.map(|act| act.done_on())
    }

    fn has_acted_on(&self, date: Date) -> bool {
        self.acted().is_some_and(|day| day.reached_on(date) == Reached::Yes)
    }

    /// Whether this kind of end implies that the text had begun, as a repealing clause and a term that runs out do. A text that
    /// is annulled, or ends with its parent, may not have.
    fn says_that_it_began(&self) -> bool {
        let by_act = self.act.is_some_and(|act| act.relation.kind != RelationKind::Annuls);
        self.doubt.is_none() && (by_act || self.own == Some(EndsBy::OwnTerm))
    }

    pub fn is_certain_on(&self, date: Date) -> bool {
        self.doubt.is_none() && self.kept_by.is_none() && self.day.reached_on(date) == Reached::Yes
    }

    pub fn is_possible_on(&self, date: Date) -> bool {
        self.day.reached_on(date) != Reached::No && self.keeper_on(date).is_none()
    }

    /// Returns the clause that keeps the text in force on a day, although its parent has ended or may have.
    fn keeper_on(&self, date: Date) -> Option<&'c Clause> {
        let kept_by = self.kept_by.as_ref().filter(|_| self.day.reached_on(date) != Reached::No)?;
        (kept_by.holds_on(date) == Reached::Yes).then_some(kept_by.clause)
    }

    /// Why it is not known on a day whether it has come.
    pub fn reason(&self, date: Date) -> ValidityDoubt {
        if let Some(kept_by) = &self.kept_by {
            let doubt = self.doubt.clone().unwrap_or_else(|| ValidityDoubt::outlived(&self.day));
            return doubt.although_kept(kept_by, date);
        }
        if let Some(doubt) = &self.doubt {
            return doubt.clone();
        }
        match (&self.act, self.day.reason()) {
            (Some(act), reason) => ValidityDoubt::day_of(act, reason),
            (None, reason) => ValidityDoubt::end(reason.unwrap_or_default()),
        }
    }
}

impl<'c> Life<'c> {
    /// The state on a day.
    pub fn on(&self, date: Date) -> Validity {
        if !self.has_validity {
            return self.superseded(date);
        }
        if let Some(unheard_of) = self.unheard_of(date) {
            return unheard_of;
        }
        let mut validity = self.state(date);
        let scopes = self.scopes.iter().filter(|scope| scope.is_there_on(date));
        validity.scopes = scopes.map(|scope| self.scope(scope, date)).collect();
        if !validity.kind.is_over() {
            let parts = self.suspended_parts.iter().filter(|part| !self.has_part_ended(&part.act.relation.units, date));
            validity.scopes.extend(parts.filter_map(|part| part.scope(date)));
        }
        if validity.since.is_none() && validity.kind != ValidityKind::NeverInForce {
            validity.since = self.since();
        }
        if !validity.kind.is_over() {
            validity.kept = self.kept_on(date);
            validity.ahead = self.ahead(date);
            validity.amendments = self.amendments(date);
            validity.transitions.extend(self.amended_by(date).filter_map(|act| going_on(&act, date)));
        }
        // A text that may have ended before that day, or is suspended on it, does not come into force then.
        let to_come = validity.since.is_some_and(|since| since > date);
        let suspended = |day| self.suspensions.iter().any(|suspension| suspension.state(day).is_some());
        let barred = self.ends.iter().any(|end| self.may_be_never(end)) || validity.since.is_some_and(suspended);
        if to_come && barred {
            validity.since = None;
        }
        validity
    }

    fn kept_on(&self, date: Date) -> Option<Kept> {
        let kept = self.ends.iter().filter_map(|end| Some((end, end.keeper_on(date)?)));
        let (end, clause) = kept.min_by_key(|(end, _)| end.doubt.is_some())?;
        // The day of an end that is in doubt is not stated.
        let ended_on = end.day.date().filter(|_| end.doubt.is_none());
        Some(Kept { clause: clause.clone(), ended_on })
    }

    /// The answer where nobody could know that there is such a text.
    fn unheard_of(&self, date: Date) -> Option<Validity> {
        let Knowledge::Of(known_on) = self.knowledge else { return None };
        match self.known_from.reached_on(known_on) {
            Reached::Yes => None,
            Reached::No if date <= known_on => Some(Validity::plain(ValidityKind::NotCommenced)),
            Reached::Unknown if date <= known_on => None,
            Reached::No | Reached::Unknown => Some(ValidityDoubt::unheard_of(known_on, &self.known_from).validity()),
        }
    }

    /// Of what has no validity: only by what it was superseded or withdrawn, and what changed it.
    fn superseded(&self, date: Date) -> Validity {
        let mut validity = Validity::plain(ValidityKind::NotApplicable);
        let acts = || self.ends.iter().filter(|end| end.act.is_some());
        if let Some(end) = first(acts().filter(|end| end.is_certain_on(date))) {
            name(&mut validity, end, date);
        } else if let Some(end) = acts().find(|end| end.is_possible_on(date)) {
            validity = Validity { kind: ValidityKind::NotApplicable, ..end.reason(date).validity() };
        }
        validity.amendments = self.amendments(date);
        validity
    }

    pub(super) fn state(&self, date: Date) -> Validity {
        let started = self.started(date);
        if let Some(over) = self.over(date, started) {
            return over;
        }
        if let Some(end) = self.first_possible_end(date, started) {
            let named = self.ends.iter().filter(|end| end.is_possible_on(date)).find_map(|end| end.act);
            let start = self.starts.iter().find(|start| start.reached_on(date) == Reached::Unknown);
            let doubt = end.reason(date).and_start(start.and_then(Day::reason));
            return Validity { rule: end.rule.clone(), ..doubt.validity_by(named) };
        }
        if started == Some(Reached::No) {
            return Validity::plain(ValidityKind::NotCommenced);
        }
        if started == Some(Reached::Unknown) {
            let unknown = self.starts.iter().find(|day| day.reached_on(date) == Reached::Unknown);
            return ValidityDoubt::start(unknown.and_then(Day::reason).unwrap_or_default()).validity();
        }
        if let Some(suspended) = self.suspensions.iter().find_map(|suspension| suspension.state(date)) {
            return self.resuming(suspended);
        }
        if let Some(part) = first(self.parts.iter().filter(|part| part.is_certain_on(date))) {
            let mut validity = Validity::plain(ValidityKind::PartlyEnded);
            name(&mut validity, part, date);
            validity.parts = self.ended_parts(date);
            return validity;
        }
        match self.parts.iter().find(|part| part.is_possible_on(date)) {
            Some(part) => part.reason(date).validity_by(part.act),
            None => Validity::plain(ValidityKind::InForce),
        }
    }

    /// The parts that have certainly ended, in the order of their days.
    fn ended_parts(&self, date: Date) -> Vec<EndedPart> {
        let certain = self.parts.iter().filter(|part| part.is_certain_on(date));
        let mut parts: Vec<EndedPart> = certain.filter_map(ended_part).collect();
        parts.sort_by_key(|part| (part.since.is_none(), part.since));
        parts
    }

    /// When a suspended text is in force again: not while another suspension lasts, nor once the text has ended.
    fn resuming(&self, mut suspended: Validity) -> Validity {
        let since = self.since();
        suspended.until = suspended.until.map(|until| since.map_or(until, |since| until.max(since)));
        let Some(then) = suspended.resumes.map(|day| self.state(day)) else { return suspended };
        match then.kind {
            ValidityKind::InForce | ValidityKind::PartlyEnded => {}
            ValidityKind::Suspended => (suspended.resumes, suspended.reason) = (then.resumes, then.reason),
            ValidityKind::NotCommenced
            | ValidityKind::Ended
            | ValidityKind::NeverInForce
            | ValidityKind::Unknown
            | ValidityKind::NotApplicable => suspended.resumes = None,
        }
        suspended
    }

    /// The state of what certainly is no law any longer, or never was.
    fn over(&self, date: Date, started: Option<Reached>) -> Option<Validity> {
        let acted = |end: &End<'_>| started != Some(Reached::No) || end.has_acted_on(date);
        let annulled = self.ends.iter().find(|end| end.annuls() && acted(end));
        if let Some(end) = annulled.filter(|end| started == Some(Reached::Yes) || end.has_acted_on(date)) {
            return Some(Self::never(end, None));
        }
        let certain = || self.ends.iter().filter(|end| end.is_certain_on(date));
        if let Some(end) = first(certain().filter(|end| self.begun_before(end) == Reached::No)) {
            return Some(Self::never(end, end.day.date()));
        }
        if let Some(end) = annulled {
            let start = self.starts.iter().find_map(Day::reason).unwrap_or_default();
            return Some(ValidityDoubt::start(start).validity_by(end.act));
        }
        // Of several the first, and of those one that an act makes.
        let end = first(certain())?;
        // A clause that ends a text by itself shows that it had not ended with its parent.
        let mut others = self.ends.iter().filter(|other| other.parent.is_none() && self.may_be_never(other));
        if self.begun_before(end) == Reached::Yes && others.next().is_none() {
            return Some(self.end(end, date));
        }
        let start = self.starts.iter().find_map(Day::reason);
        Some(ValidityDoubt::ended_or_never(&end.reason(date), start).validity_by(end.act))
    }

    /// Of the ends that may have come, one by its parent first: its reason names the rule that decides. An act
    /// says more than a record without a day. Before its first
    /// day a text ends by others only, and after its issue.
    fn first_possible_end(&self, date: Date, started: Option<Reached>) -> Option<&End<'c>> {
        let early = started == Some(Reached::No);
        if early && self.known_from.reached_on(date) == Reached::No {
            return None;
        }
        let possible = self.ends.iter().filter(|end| end.is_possible_on(date) && !(early && end.is_own()));
        possible.min_by_key(|end| (end.parent.is_none(), end.is_own()))
    }

    /// Whether the text had begun on the day before the end, whichever of its possible days that is.
    pub(super) fn begun_before(&self, end: &End<'c>) -> Reached {
        let eve = |day: Option<Date>| self.started(day?.yesterday()?);
        let (first, last) = (first_possible(&end.day), last_possible(&end.day));
        if eve(last) == Some(Reached::No) {
            return Reached::No;
        }
        // One record that has both days says that the end comes later.
        let of_record = end.is_own() && end.own != Some(EndsBy::ParentEnded);
        let said = end.says_that_it_began() || of_record;
        let first = if of_record { last } else { first };
        let by_clause = said && first.is_some_and(|first| self.starts.iter().all(|start| lies_before(start, first)));
        if by_clause || eve(first) == Some(Reached::Yes) { Reached::Yes } else { Reached::Unknown }
    }

    /// Whether the text is or may be law on no day by this end, as far as is known. That its own record has an end says
    /// nothing of that kind.
    fn may_be_never(&self, end: &End<'c>) -> bool {
        !end.is_own() && self.begun_before(end) != Reached::Yes
    }

    fn never(end: &End<'c>, until: Option<Date>) -> Validity {
        let mut validity = Validity { until, ..Validity::plain(ValidityKind::NeverInForce) };
        validity.cause = end.cause();
        if let Some(act) = &end.act {
            name_act(&mut validity, act);
        }
        validity
    }

    fn end(&self, end: &End<'c>, date: Date) -> Validity {
        let mut validity = Validity { until: end.day.date(), ..Validity::plain(ValidityKind::Ended) };
        name(&mut validity, end, date);
        if end.is_own() && end.own.is_none() {
            // The record says that it has ended; what may have done so is named with its doubt.
            let maybe = |other: &&End<'c>| other.act.is_some() && other.is_possible_on(date);
            if let Some(other) = self.ends.iter().find(maybe) {
                name(&mut validity, other, date);
            }
        }
        validity
    }

    pub(super) fn started(&self, date: Date) -> Option<Reached> {
        let reached = self.starts.iter().map(|day| day.reached_on(date));
        reached.max_by_key(|reached| match reached {
            Reached::Yes => 0,
            Reached::Unknown => 1,
            Reached::No => 2,
        })
    }

    /// Just before a text ends by an act, it is in force, or there would be nothing to end: an unknown start lies before
    /// the end, unless its own bounds leave open that it does not.
    pub(super) fn begin_before_the_end(&mut self) {
        let ends = self.ends.iter().chain(&self.parts).filter(|end| end.says_that_it_began());
        let Some(end) = ends.filter_map(|end| end.day.date()).min() else { return };
        let Some(before) = end.yesterday() else { return };
        for start in self.starts.iter_mut().filter(|start| lies_before(start, end)) {
            if let Day::Unknown { latest, .. } = start {
                *latest = Some(latest.map_or(before, |latest| latest.min(before)));
            }
        }
    }

    /// The first day in force: the last of the starts, if all are known.
    pub(super) fn since(&self) -> Option<Date> {
        let dates: Option<Vec<Date>> = self.starts.iter().map(Day::date).collect();
        dates?.into_iter().max()
    }

    /// The first day after `date` on which the text certainly ceases to be in force.
    fn ahead(&self, date: Date) -> Option<Ahead> {
        let ends = self.ends.iter().filter(|end| end.doubt.is_none() && end.kept_by.is_none());
        let ends = ends.map(|end| (end.day.date(), end.act, end.cause(), self.begun_before(end) == Reached::No));
        let suspensions = self.suspensions.iter().filter(|suspension| suspension.doubt.is_none());
        let suspensions = suspensions.map(|it| (it.act.effect().date(), Some(it.act), it.act.cause(), false));
        let coming = ends
            .chain(suspensions)
            .filter_map(|(day, act, cause, early)| Some((day.filter(|day| *day > date)?, act, cause, early)));
        let (on, act, cause, before_commencing) = coming.min_by_key(|(day, act, ..)| (*day, act.is_none()))?;
        Some(Ahead {
            on,
            by: act.map(|act| act.instrument.id.clone()),
            cause,
            verb: act.and_then(|act| act.relation.verb.clone()),
            at: act.and_then(|act| act.relation.at.clone()),
            confidence: act.map(|act| act.confidence()),
            day_confidence: act.and_then(|act| act.day_confidence()),
            before_commencing,
        })
    }

    fn amendments(&self, date: Date) -> Vec<Amendment> {
        let reached = |act: &Act<'_>| act.effect().reached_on(date) == Reached::Yes;
        let mut acts: Vec<&(Act<'c>, bool)> = self.amendments.iter().filter(|(act, _)| reached(act)).collect();
        acts.sort_by_key(|(act, _)| act.effect().date());
        let amendment = |(act, certain): &(Act<'c>, bool)| Amendment {
            by: act.instrument.id.clone(),
            corrects: act.relation.kind == RelationKind::Corrects,
            certain: *certain,
            confidence: act.confidence(),
        };
        acts.into_iter().map(amendment).collect()
    }

    /// The acts that have certainly amended the text by a day.
    fn amended_by(&self, date: Date) -> impl Iterator<Item = Act<'c>> {
        let certain = self.amendments.iter().filter(|(_, certain)| *certain).map(|(act, _)| *act);
        certain.filter(move |act| act.effect().reached_on(date) == Reached::Yes)
    }

    /// Every day on which the state may differ from the day before.
    pub fn days(&self) -> BTreeSet<Date> {
        let ends = self.ends.iter().chain(&self.parts);
        let acts = ends.clone().filter_map(|end| end.act.as_ref()).chain(self.amendments.iter().map(|(act, _)| act));
        let transitions = acts.filter_map(|act| act.relation.transition.as_ref()?.until.as_ref());
        let annulled: Vec<Day> = self.ends.iter().filter(|end| end.annuls()).filter_map(End::acted).collect();
        let ends = ends.map(|end| &end.day);
        let mut days: BTreeSet<Date> =
            self.starts.iter().chain(ends).chain(transitions).chain(&annulled).flat_map(bounds).collect();
        days.extend(self.scopes.iter().flat_map(ScopeInTime::days));
        for suspension in self.suspensions.iter().chain(&self.suspended_parts) {
            days.extend(bounds(&suspension.act.effect()));
            days.extend(suspension.act.relation.until.iter().chain(&suspension.act_ended).flat_map(bounds));
        }
        days.extend(self.amendments.iter().flat_map(|(act, _)| bounds(&act.effect())));
        days.extend(self.ends.iter().filter_map(|end| end.kept_by.as_ref()).flat_map(ClauseLife::days));
        if let Knowledge::Of(known_on) = self.knowledge {
            days.extend(known_on.tomorrow());
        }
        days
    }
}

/// Whether a first day is known to lie before the end, or its bounds say no other.
fn lies_before(start: &Day, end: Date) -> bool {
    match start {
        Day::On(start) => *start < end,
        Day::Unknown { earliest, latest, .. } => {
            earliest.is_none_or(|earliest| earliest < end) && latest.is_none_or(|latest| latest <= end)
        }
    }
}

pub(super) fn bounds(day: &Day) -> Vec<Date> {
    match day {
        Day::On(date) => vec![*date],
        Day::Unknown { earliest, latest, .. } => earliest.iter().chain(latest).copied().collect(),
    }
}

/// The first by its day, and of one day one that an act makes.
fn first<'e, 'c>(ends: impl Iterator<Item = &'e End<'c>>) -> Option<&'e End<'c>>
where
    'c: 'e,
{
    ends.min_by_key(|end| (end.day.date().is_none(), end.day.date(), end.act.is_none()))
}

fn name(validity: &mut Validity, end: &End<'_>, date: Date) {
    validity.cause = end.cause();
    if let Some(act) = &end.act {
        name_act(validity, act);
        validity.transitions.extend(going_on(act, date));
    }
}

/// The transitional rule of an act, while it lasts.
fn going_on(act: &Act<'_>, date: Date) -> Option<OpenTransition> {
    let transition = act.relation.transition.as_ref()?;
    let over = transition.until.as_ref().is_some_and(|until| until.reached_on(date) == Reached::Yes);
    (!over).then(|| OpenTransition { by: act.instrument.id.clone(), transition: transition.clone() })
}

fn ended_part(end: &End<'_>) -> Option<EndedPart> {
    let act = end.act?;
    Some(EndedPart {
        units: act.relation.units.clone(),
        since: end.day.date(),
        since_confidence: act.day_confidence(),
        by: act.instrument.id.clone(),
        cause: act.cause(),
        verb: act.relation.verb.clone(),
        at: act.relation.at.clone(),
        confidence: act.confidence(),
    })
}

pub(super) fn name_act(validity: &mut Validity, act: &Act<'_>) {
    validity.by = Some(act.instrument.id.clone());
    validity.cause = act.cause();
    validity.verb = act.relation.verb.clone();
    validity.at = act.relation.at.clone();
    validity.confidence = Some(act.confidence());
    validity.succeeded = act.succeeds();
    // The day of the state is the act's, unless the record of what ended knows another.
    if validity.until.is_none() || validity.until == act.effect().date() {
        validity.until_confidence = act.day_confidence();
    }
}

/// Whether an act counts at all.
pub(super) fn counts(act: &Act<'_>) -> bool {
    act.standing != Standing::Void
}
