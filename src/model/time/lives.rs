//! The lives of instruments and provisions, gathered from their own records and from the acts on them.

use super::act::{Act, is_own_end_known, known_from, start};
use super::asked::Knowledge;
use super::doubt::ValidityDoubt;
use super::guided::{self, Bond, Parent};
use super::life::{End, Life, counts};
use super::scoped::ScopeInTime;
use super::suspension::Suspension;
use super::touch::{Position, Touch, touch};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::excerpt::Excerpt;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Clause, Confidence, EndsBy, Instrument, RelationKind, RelationTarget, Scope};
use crate::model::known::{Day, Reached};
use crate::model::provision::Locator;

/// How many instruments may give the details of one another in a row; what hangs on more is unknown. Law, decree and
/// circular are three. Each may have several parents, so that the work doubles with every step.
const DEEPEST: usize = 8;

impl Corpus {
    /// The life of an instrument, as far as was known.
    pub fn life<'c>(&'c self, instrument: &'c Instrument, knowledge: Knowledge) -> Life<'c> {
        self.life_within(instrument, knowledge, &mut Vec::new())
    }

    /// The life of an instrument that others on the path give the details of.
    fn life_within<'c>(
        &'c self,
        instrument: &'c Instrument,
        knowledge: Knowledge,
        path: &mut Vec<&'c InstrumentId>,
    ) -> Life<'c> {
        let mut life = self.gather(instrument, knowledge, path, None);
        if path.is_empty() {
            life.scopes.extend(self.scopes_known(instrument.scopes.iter(), instrument, knowledge));
        }
        life.settled(knowledge.has_checked(instrument.checked_on))
    }

    /// The life of an excerpt's provision within its instrument.
    pub fn excerpt_life<'c>(
        &'c self,
        excerpt: &'c Excerpt,
        instrument: &'c Instrument,
        knowledge: Knowledge,
    ) -> Life<'c> {
        let position = Position::new(&excerpt.at, excerpt.within.as_ref());
        let mut life = self.gather(instrument, knowledge, &mut Vec::new(), Some(position));
        if let Some(from) = &excerpt.from {
            // Its own day stands for the instrument's, where either is known: it is in the instrument, and a provision may
            // come into force before the rest.
            life.starts.retain(|start| start.date().is_some() && from.date().is_none());
            life.starts.push(from.clone());
        }
        if let Some(issued) = &excerpt.issued {
            life.known_from = issued.clone();
        }
        if let Some(clause) = &excerpt.kept_by {
            let by = self.clause_life(clause, instrument, knowledge, &mut vec![&instrument.id]);
            life.keep(&by);
        }
        let undone = |day: Option<&Day>| self.undone(instrument, position, day?.date()?, knowledge);
        if undone(excerpt.until.as_ref()).is_none() {
            self.narrow(excerpt, &mut life);
        }
        life.ends.extend(undone(excerpt.from.as_ref()).map(End::by));
        // A text that begins with an amendment or after it holds what the amendment says.
        if let Some(from) = excerpt.from.as_ref().and_then(Day::date) {
            let later = |act: &Act<'_>| act.effect().date().is_none_or(|on| on > from);
            life.amendments.retain(|(act, _)| act.relation.kind == RelationKind::Corrects || later(act));
        }
        let is_about = |scope: &&Scope| scope.units.is_empty() || touch(&scope.units, position) != Touch::Elsewhere;
        let scopes = instrument.scopes.iter().filter(is_about).chain(&excerpt.scopes);
        life.scopes.extend(self.scopes_known(scopes, instrument, knowledge));
        let checked = excerpt.checked_on.max(instrument.checked_on);
        life.settled(knowledge.has_checked(checked))
    }

    /// The life of a provision that has no excerpt: its instrument's, and what acts did to it.
    pub fn provision_life<'c>(&'c self, instrument: &'c Instrument, at: &Locator, knowledge: Knowledge) -> Life<'c> {
        self.place_life(instrument, Some(at), knowledge, &mut Vec::new())
    }

    /// The life of a place in an instrument, or without one of the whole, that others on the path hang on.
    pub(super) fn place_life<'c>(
        &'c self,
        instrument: &'c Instrument,
        at: Option<&Locator>,
        knowledge: Knowledge,
        path: &mut Vec<&'c InstrumentId>,
    ) -> Life<'c> {
        let Some(at) = at else { return self.life_within(instrument, knowledge, path) };
        let position = Position::at(at);
        let life = self.gather(instrument, knowledge, path, Some(position));
        life.settled(knowledge.has_checked(instrument.checked_on))
    }

    fn gather<'c>(
        &'c self,
        instrument: &'c Instrument,
        knowledge: Knowledge,
        path: &mut Vec<&'c InstrumentId>,
        position: Option<Position<'_>>,
    ) -> Life<'c> {
        let own = instrument.term.until.iter().filter_map(|until| self.own_end(instrument, until, knowledge, path));
        let mut life = Life {
            has_validity: instrument.kind.has_validity(),
            knowledge,
            known_from: known_from(instrument),
            starts: vec![start(instrument)],
            ends: own.collect(),
            suspensions: Vec::new(),
            suspended_parts: Vec::new(),
            parts: Vec::new(),
            amendments: Vec::new(),
            scopes: Vec::new(),
        };
        for act in self.acts_known(&instrument.id, knowledge).filter(counts) {
            self.add(&mut life, act, position);
        }
        settle(&mut life.ends);
        if !life.ends.iter().any(|end| end.decided == Some(Reached::Yes)) {
            life.ends.extend(self.ends_with_parents(instrument, knowledge, path));
        }
        life
    }

    /// Adds what an act does to the text.
    fn add<'c>(&'c self, life: &mut Life<'c>, act: Act<'c>, position: Option<Position<'_>>) {
        let (relation, kind) = (act.relation, act.relation.kind);
        if let Some(scope) = relation.scope.as_ref().filter(|_| kind.may_be_for_some()) {
            let elsewhere = !relation.units.is_empty() && touched(&act, position) == Touch::Elsewhere;
            life.scopes.extend((!elsewhere).then(|| self.scope_of_act(scope, act, life.knowledge)));
            return;
        }
        let ends = kind.ends() || kind.ends_partly();
        let whole = (kind.ends() || kind.suspends()) && relation.units.is_empty();
        match if whole { Touch::Whole } else { touched(&act, position) } {
            Touch::Elsewhere => {}
            // For the instrument as a whole an act on parts ends a part, whether or not it says which.
            Touch::Whole if kind.ends_partly() && relation.units.is_empty() => life.parts.push(End::by(act)),
            Touch::Whole if ends => life.ends.push(End::by(act)),
            Touch::Within if ends => life.parts.push(End::by(act)),
            Touch::Unsaid if ends => life.ends.push(End {
                doubt: Some(ValidityDoubt::unsaid(&act, position.and_then(Position::place))),
                ..End::by(act)
            }),
            Touch::Whole if kind.suspends() => life.suspensions.push(self.suspension(act, life.knowledge, None)),
            Touch::Unsaid if kind.suspends() => {
                life.suspensions.push(self.suspension(
                    act,
                    life.knowledge,
                    Some(ValidityDoubt::unsaid(&act, position.and_then(Position::place))),
                ));
            }
            Touch::Within if kind.suspends() => {
                life.suspended_parts.push(self.suspension(act, life.knowledge, None));
            }
            touched if kind.changes_text() && ValidityDoubt::of_act(&act).is_none() => {
                life.amendments.push((act, touched != Touch::Unsaid));
            }
            Touch::Whole | Touch::Within | Touch::Unsaid => {}
        }
    }

    /// What an act does to some only.
    fn scope_of_act<'c>(&'c self, scope: &'c Scope, act: Act<'c>, knowledge: Knowledge) -> ScopeInTime<'c> {
        let suspension = act.relation.kind.suspends().then(|| self.suspension(act, knowledge, None));
        ScopeInTime { scope, by: None, act: Some(act), suspension }
    }

    fn suspension<'c>(&'c self, act: Act<'c>, knowledge: Knowledge, unsaid: Option<ValidityDoubt>) -> Suspension<'c> {
        let own = act.instrument.term.until.iter().filter(|until| is_own_end_known(act.instrument, until, knowledge));
        let acts = self.acts_known(&act.instrument.id, knowledge);
        let acts = acts.filter(|it| it.relation.ends_whole() && ValidityDoubt::of_act(it).is_none());
        let acts = acts.filter(|it| it.known != Reached::No).map(|it| it.effect());
        Suspension { act, doubt: ValidityDoubt::of_act(&act).or(unsaid), act_ended: own.cloned().chain(acts).collect() }
    }

    /// The end that its record gives. One with its parent hangs on what decides so: the clause that is named, or that the
    /// parent has ended.
    fn own_end<'c>(
        &'c self,
        instrument: &'c Instrument,
        until: &Day,
        knowledge: Knowledge,
        path: &mut Vec<&'c InstrumentId>,
    ) -> Option<End<'c>> {
        let end = End::own(until.clone(), instrument.ends_by);
        if instrument.ends_by != Some(EndsBy::ParentEnded) || is_too_deep(instrument, path) {
            return Some(end);
        }
        path.push(&instrument.id);
        let clause = instrument.ends_at.as_ref().map(|it| self.clause_life(it, instrument, knowledge, path));
        let decided = match &clause {
            Some(clause) => until.date().map_or(clause.known, |date| clause.decides_of(date)),
            None => self.has_ended_with_parent(instrument, until, knowledge, path),
        };
        path.pop();
        let doubt = clause.filter(|_| decided == Reached::Unknown).map(|clause| ValidityDoubt::decision(&clause));
        (decided != Reached::No).then_some(End { decided: Some(decided), doubt, ..end })
    }

    /// Whether it was known that what an instrument rests on has ended, where no clause is named.
    fn has_ended_with_parent<'c>(
        &'c self,
        instrument: &'c Instrument,
        until: &Day,
        knowledge: Knowledge,
        path: &mut Vec<&'c InstrumentId>,
    ) -> Reached {
        let Knowledge::Of(known_on) = knowledge else { return Reached::Yes };
        let known = knowledge.has_checked(instrument.checked_on) || until.reached_on(known_on) != Reached::No;
        let mut parents = self.may_end_with(instrument);
        let mut has_ended = |date| parents.any(|it| self.life_within(it, knowledge, path).on(date).kind.is_over());
        if known || until.date().is_some_and(&mut has_ended) { Reached::Yes } else { Reached::No }
    }

    /// The ends that a text may have with what it gives the details of. What its record says about that decides.
    fn ends_with_parents<'c>(
        &'c self,
        instrument: &'c Instrument,
        knowledge: Knowledge,
        path: &mut Vec<&'c InstrumentId>,
    ) -> Vec<End<'c>> {
        if path.contains(&&instrument.id) {
            return Vec::new();
        }
        if path.len() >= DEEPEST {
            let mut parents = self.parents(instrument, knowledge);
            return parents.next().map(|(parent, ..)| End::too_deep(instrument, parent)).into_iter().collect();
        }
        path.push(&instrument.id);
        let mut ends = Vec::new();
        for (instrument_of, bond, clause) in self.parents(instrument, knowledge) {
            let life = self.life_within(instrument_of, knowledge, path);
            let kept_by = clause.map(|clause| self.clause_life(clause, instrument, knowledge, path));
            let parent = Parent { instrument: instrument_of, bond, kept_by, life: &life };
            ends.extend(life.ends.iter().filter_map(|end| guided::end_with(&parent, end)));
        }
        path.pop();
        ends
    }

    /// What an instrument gives the details of or was issued with, each with the clause that keeps it once that has ended.
    fn parents<'c>(
        &'c self,
        instrument: &'c Instrument,
        knowledge: Knowledge,
    ) -> impl Iterator<Item = (&'c Instrument, Bond, Option<&'c Clause>)> {
        let guided = instrument.relations.iter().filter_map(move |relation| {
            let verified = instrument.confidence_of(relation) != Confidence::Unverified;
            let details = relation.kind == RelationKind::Guides && verified;
            match &relation.target {
                RelationTarget::Instrument(id) if details => {
                    Some((self.instrument(id)?, Bond::Details, relation.kept_by.as_ref()))
                }
                RelationTarget::Instrument(_) | RelationTarget::External(_) => None,
            }
        });
        let acts = self.acts_known(&instrument.id, knowledge).filter(|act| act.known != Reached::No);
        let issuing = acts.filter(|act| act.relation.kind == RelationKind::Issues);
        let issuing = issuing.filter(|act| act.confidence() != Confidence::Unverified);
        guided.chain(issuing.map(|act| (act.instrument, Bond::IssuedWith, act.relation.kept_by.as_ref())))
    }

    /// What undid the amendment that gave a provision another text on a day: an instrument that was never in force changed
    /// nothing. `None` where another act did so on that day.
    fn undone<'c>(
        &'c self,
        instrument: &'c Instrument,
        position: Position<'_>,
        day: Date,
        knowledge: Knowledge,
    ) -> Option<Act<'c>> {
        let acts = self.acts_known(&instrument.id, knowledge).filter(|act| {
            let kind = act.relation.kind;
            let changes = kind.ends() || kind.ends_partly() || kind == RelationKind::Amends;
            let changes = changes && act.relation.scope.is_none();
            changes && act.effect().date() == Some(day) && touch(&act.relation.units, position) != Touch::Elsewhere
        });
        let acts: Vec<Act<'c>> = acts.collect();
        if acts.iter().any(counts) {
            return None;
        }
        let by = acts.iter().flat_map(|act| self.acts_known(&act.instrument.id, knowledge));
        let by = by.filter(|act| act.relation.ends_whole() && ValidityDoubt::of_act(act).is_none());
        by.filter(|act| act.known == Reached::Yes).min_by_key(|act| act.relation.kind != RelationKind::Annuls)
    }

    /// Adds the excerpt's own end, with the act that makes it.
    fn narrow<'c>(&'c self, excerpt: &'c Excerpt, life: &mut Life<'c>) {
        let Some(until) = &excerpt.until else { return };
        let on_parts = |end: &End<'c>| end.act.is_some_and(|act| !act.relation.units.is_empty());
        let own = End::own(until.clone(), excerpt.ends_by);
        match until.date() {
            Some(date) => {
                for end in life.ends.iter_mut().filter(|end| on_parts(end) && may_be(&end.day, date)) {
                    end.day = until.clone();
                }
                // The record knows when it ended, so an earlier act on units that nobody names left it alone.
                let unsaid = |end: &End<'c>| {
                    end.act.is_some_and(|act| act.relation.units.is_empty() && !act.relation.kind.ends())
                };
                life.ends.retain(|end| !unsaid(end) || may_be(&end.day, date));
                // A new text of the provision ends the old one.
                let act = life.amended_on(date).next();
                life.ends.insert(0, End { act, ..own });
            }
            None => {
                let settles = |end: &End<'c>| on_parts(end) && end.doubt.is_none();
                let settled = |end: &End<'c>| settles(end) && end.day.date().is_some_and(|date| may_be(until, date));
                if !life.ends.iter().any(settled) {
                    life.ends.insert(0, own);
                }
            }
        }
    }
}

/// How an act touches the text at a place; without one, an instrument as a whole.
fn touched(act: &Act<'_>, position: Option<Position<'_>>) -> Touch {
    match position {
        Some(position) => touch(&act.relation.units, position),
        None if act.relation.units.is_empty() => Touch::Whole,
        None => Touch::Within,
    }
}

/// Whether no more is asked of what a text hangs on: it hangs on itself, or on too many in a row.
fn is_too_deep(instrument: &Instrument, path: &[&InstrumentId]) -> bool {
    path.len() >= DEEPEST || path.contains(&&instrument.id)
}

/// A record and an act that speak of one end settle it together: the one that knows the day decides.
fn settle(ends: &mut Vec<End<'_>>) {
    let Some(own) = ends.iter().position(End::is_own) else { return };
    let day = ends[own].day.clone();
    match day.date() {
        Some(date) => {
            for end in ends.iter_mut().filter(|end| end.act.is_some() && may_be(&end.day, date)) {
                // That it ends on this day is a matter of the record; who does it may still be in doubt.
                end.day = day.clone();
            }
        }
        None => {
            let known = |end: &End<'_>| end.act.is_some() && end.doubt.is_none();
            let settled = ends.iter().any(|end| known(end) && end.day.date().is_some_and(|date| may_be(&day, date)));
            if settled {
                ends.remove(own);
            }
        }
    }
}

/// Whether a day may be this date.
pub fn may_be(day: &Day, date: Date) -> bool {
    match day {
        Day::On(day) => *day == date,
        Day::Unknown { earliest, latest, .. } => {
            earliest.is_none_or(|earliest| earliest <= date) && latest.is_none_or(|latest| date <= latest)
        }
    }
}
