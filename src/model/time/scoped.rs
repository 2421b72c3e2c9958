//! Texts in force for some only. A scope lives within the life of its text: an act that ends, annuls or suspends the text does
//! so to the scope, unless a clause gives it an end of its own.

use super::act::Act;
use super::asked::Knowledge;
use super::clause::ClauseLife;
use super::doubt::ValidityDoubt;
use super::life::{End, Life, bounds};
use super::suspension::Suspension;
use super::touch::{Position, Touch, touch};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::instrument::{Clause, Instrument, Scope};
use crate::model::known::{Day, Reached};
use crate::model::validity::{ScopeState, ValidityKind};

/// A scope with the clause of another instrument that makes it, where one does.
#[derive(Clone, Debug)]
pub(super) struct ScopeInTime<'c> {
    pub scope: &'c Scope,
    pub by: Option<ClauseLife<'c>>,
    /// The act that is for these only, where that makes it.
    pub act: Option<Act<'c>>,
    /// What that act suspends.
    pub suspension: Option<Suspension<'c>>,
}

impl Corpus {
    /// The scopes that were known, of those that a record of this instrument lists.
    pub(super) fn scopes_known<'c>(
        &'c self,
        scopes: impl Iterator<Item = &'c Scope>,
        instrument: &'c Instrument,
        knowledge: Knowledge,
    ) -> Vec<ScopeInTime<'c>> {
        let by = |clause| self.clause_life(clause, instrument, knowledge, &mut vec![&instrument.id]);
        let scopes =
            scopes.map(|scope| ScopeInTime { scope, by: scope.by.as_ref().map(by), act: None, suspension: None });
        scopes.filter(|it| it.by.as_ref().is_none_or(|by| by.known != Reached::No && !by.is_void())).collect()
    }
}

impl<'c> ScopeInTime<'c> {
    /// Whether there is anything to say of it on a day: the act may have come.
    pub fn is_there_on(&self, date: Date) -> bool {
        self.act.is_none_or(|act| act.effect().reached_on(date) != Reached::No)
    }

    /// Every day on which its state may differ from the day before.
    pub fn days(&self) -> Vec<Date> {
        let own = self.scope.from.iter().chain(&self.scope.until).flat_map(bounds);
        let of_act = self.act.iter().flat_map(|act| {
            let until = act.relation.until.iter().flat_map(bounds);
            bounds(&act.effect()).into_iter().chain(until)
        });
        own.chain(of_act).collect()
    }

    /// The end that the act makes.
    fn end(&self) -> Option<End<'c>> {
        self.act.filter(|act| !act.relation.kind.suspends()).map(End::by)
    }

    /// The clause of another instrument, with the place that the scope names.
    fn clause(&self) -> Option<Clause> {
        if let Some(act) = &self.act {
            return act.clause();
        }
        let by = self.by.as_ref()?.clause;
        Some(Clause { at: by.at.as_ref().or(self.scope.at.as_ref()).cloned(), ..by.clone() })
    }

    fn doubt(&self) -> Option<ValidityDoubt> {
        self.by.as_ref().filter(|by| by.known == Reached::Unknown).map(ValidityDoubt::scope_by)
    }
}

/// The state of a scope, with the day on which it ended or why it is unknown.
struct ScopeStanding {
    kind: ValidityKind,
    until: Option<Date>,
    doubt: Option<ValidityDoubt>,
}

impl ScopeStanding {
    fn plain(kind: ValidityKind) -> Self {
        ScopeStanding { kind, until: None, doubt: None }
    }

    fn unknown(doubt: ValidityDoubt) -> Self {
        ScopeStanding { doubt: Some(doubt), ..ScopeStanding::plain(ValidityKind::Unknown) }
    }
}

impl<'c> Life<'c> {
    /// Returns the state of a scope on a day.
    pub(super) fn scope(&self, it: &ScopeInTime<'c>, date: Date) -> ScopeState {
        let ends = self.ends_of(it);
        let found = it.doubt().map_or_else(|| self.find(it, &ends, date), ScopeStanding::unknown);
        let begins = |since: &Date| found.kind != ValidityKind::NeverInForce && self.begins_on(it.scope, &ends, *since);
        let doubt = found.doubt.map(|doubt| (doubt.reason, doubt.settled_by)).unzip();
        ScopeState {
            words: it.scope.words.clone(),
            audiences: it.scope.audiences.clone(),
            at: it.scope.at.clone().filter(|_| it.by.is_none()),
            clause: it.clause(),
            since: it.scope.from.as_ref().map_or_else(|| self.since(), Day::date).filter(begins),
            kind: found.kind,
            until: found.until,
            reason: doubt.0,
            settled_by: doubt.1,
        }
    }

    fn find(&self, it: &ScopeInTime<'c>, ends: &[End<'c>], date: Date) -> ScopeStanding {
        let scope = it.scope;
        let certain = ends.iter().filter(|end| end.is_certain_on(date));
        if let Some(until) = certain.map(|end| end.day.date()).min() {
            return self.scope_over(scope, ends, until);
        }
        let started = self.scope_started(scope, date);
        if started == Reached::No {
            return ScopeStanding::plain(ValidityKind::NotCommenced);
        }
        if self.ends.iter().any(End::annuls) || (scope.from.is_none() && self.is_never(date)) {
            return ScopeStanding::plain(ValidityKind::NeverInForce);
        }
        if let Some(end) = ends.iter().find(|end| end.is_possible_on(date)) {
            return ScopeStanding::unknown(end.reason(date));
        }
        if started == Reached::Unknown {
            return ScopeStanding::unknown(ValidityDoubt::start(self.start_reason(scope, date)));
        }
        self.suspended(it, date).unwrap_or(ScopeStanding::plain(ValidityKind::InForce))
    }

    fn scope_over(&self, scope: &Scope, ends: &[End<'c>], until: Option<Date>) -> ScopeStanding {
        let last = until.and_then(Date::yesterday);
        let never = self.ends.iter().any(End::annuls)
            || last.is_some_and(|last| self.scope_started(scope, last) == Reached::No)
            || (scope.from.is_none() && until.is_some_and(|until| self.is_never(until)));
        if never {
            return ScopeStanding::plain(ValidityKind::NeverInForce);
        }
        // Another end, whose day is unknown, may have come before.
        let earlier = |end: &End<'c>| until.is_none_or(|until| end.day != Day::On(until)) && end.day.date().is_none();
        let until = until.filter(|_| !ends.iter().any(earlier));
        ScopeStanding { until, ..ScopeStanding::plain(ValidityKind::Ended) }
    }

    /// Whether the text as a whole was law on no day.
    fn is_never(&self, date: Date) -> bool {
        self.state(date).kind == ValidityKind::NeverInForce
    }

    fn suspended(&self, it: &ScopeInTime<'c>, date: Date) -> Option<ScopeStanding> {
        let suspensions = self.suspensions.iter().chain(&it.suspension);
        let state = suspensions.into_iter().find_map(|suspension| suspension.state(date))?;
        let (reason, settled_by) = (state.reason, state.settled_by);
        let doubt = reason.zip(settled_by).map(|(reason, settled_by)| ValidityDoubt { reason, settled_by });
        Some(ScopeStanding { kind: state.kind, until: state.until, doubt })
    }

    fn scope_started(&self, scope: &Scope, date: Date) -> Reached {
        let own = scope.from.as_ref().map(|from| from.reached_on(date));
        own.or_else(|| self.started(date)).unwrap_or(Reached::Unknown)
    }

    fn start_reason<'a>(&'a self, scope: &'a Scope, date: Date) -> &'a str {
        let days = scope.from.iter().chain(self.starts.iter().filter(|_| scope.from.is_none()));
        days.filter(|day| day.reached_on(date) == Reached::Unknown).find_map(Day::reason).unwrap_or_default()
    }

    /// Whether it does begin on its first day: nothing is known to end it before.
    fn begins_on(&self, scope: &Scope, ends: &[End<'c>], since: Date) -> bool {
        let annulled = self.ends.iter().any(End::annuls);
        let never = annulled || (scope.from.is_none() && self.is_never(since));
        !never && !ends.iter().any(|end| end.is_certain_on(since))
    }

    /// The ends of a scope: its own, or else those of its text and of the provisions that it is about.
    fn ends_of(&self, it: &ScopeInTime<'c>) -> Vec<End<'c>> {
        let scope = it.scope;
        if let Some(until) = &scope.until {
            return vec![End::own(until.clone(), None)];
        }
        let parts = self.parts.iter().filter_map(|part| part_of(part, scope));
        self.ends.iter().cloned().chain(parts).chain(it.end()).collect()
    }
}

/// The end of a part, where that is what the scope is about or may be.
fn part_of<'c>(part: &End<'c>, scope: &Scope) -> Option<End<'c>> {
    let act = part.act.filter(|_| !scope.units.is_empty())?;
    let touches: Vec<Touch> = scope.units.iter().map(|unit| touch(&act.relation.units, Position::at(unit))).collect();
    if touches.iter().all(|touch| *touch == Touch::Whole) {
        return Some(part.clone());
    }
    let maybe = touches.iter().any(|touch| matches!(touch, Touch::Unsaid | Touch::Whole));
    maybe.then(|| End { doubt: Some(ValidityDoubt::unsaid(&act, scope.units.first())), ..part.clone() })
}
