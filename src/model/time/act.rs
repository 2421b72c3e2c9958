//! Acts: what one instrument does to another, when, and whether it can have done so.

use std::collections::BTreeMap;

use super::asked::Knowledge;
use crate::model::bilingual::Bilingual;
use crate::model::date::Date;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{
    Clause, Confidence, EndsBy, Instrument, OutsideInstrument, Relation, RelationKind, RelationTarget,
};
use crate::model::known::{Day, Reached};
use crate::model::validity::Cause;

/// An act on an instrument.
#[derive(Clone, Copy, Debug)]
pub struct Act<'c> {
    /// The acting instrument.
    pub instrument: &'c Instrument,
    pub relation: &'c Relation,
    /// The instrument that is acted upon.
    pub target: &'c Instrument,
    pub standing: Standing,
    /// Whether it was known on the day whose knowledge counts.
    pub known: Reached,
}

/// Whether an act counts on its day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Standing {
    /// The acting instrument was in force on the day of the act.
    Certain,
    /// Nobody has verified that there is such an act: it may have happened.
    Unverified,
    /// Whether the acting instrument was in force on the day is not known: it may have happened.
    Doubtful,
    /// The acting instrument had ended before, or was never in force: nothing happened.
    Void,
}

/// One act in a corpus' list of acts on an instrument.
#[derive(Clone, Debug)]
pub struct ActedOn {
    pub acting: InstrumentId,
    /// Of the relation in the acting instrument's record.
    pub index: usize,
    /// With all that the corpus knows.
    pub standing: Standing,
}

impl Act<'_> {
    /// The day from which the target is changed: of what counts from the first day of the target, that day.
    pub fn effect(&self) -> Day {
        if self.relation.kind.is_from_the_first_day() {
            return start(self.target);
        }
        self.done_on()
    }

    /// The day on which it is done, whatever that changes from which day on. The issue of an instrument without validity, such as a
    /// notice, does not say from which day a text that has validity ends.
    pub fn done_on(&self) -> Day {
        match self.day_reason() {
            Some(reason) => {
                Day::Unknown { reason: reason.vi, earliest: first_possible(&self.instrument.issued), latest: None }
            }
            None => effect(self.instrument, self.relation),
        }
    }

    /// Returns how sure the act is.
    pub fn confidence(&self) -> Confidence {
        self.instrument.confidence_of(self.relation)
    }

    /// How sure it is that the acting instrument takes the place of its target: it replaces it, or ends it and follows it.
    pub(super) fn succeeds(&self) -> Option<Confidence> {
        match self.relation.kind {
            RelationKind::Replaces | RelationKind::PartlyReplaces => Some(self.confidence()),
            kind if kind.ends() || kind.ends_partly() => {
                let follows = |relation: &&Relation| {
                    relation.kind == RelationKind::Follows
                        && matches!(&relation.target, RelationTarget::Instrument(id) if *id == self.target.id)
                };
                let follows = self.instrument.relations.iter().filter(follows);
                let surest = follows.map(|relation| self.instrument.confidence_of(relation)).min()?;
                Some(surest.max(self.confidence()))
            }
            _ => None,
        }
    }

    /// How sure the day of the act is, where that is said of it alone: of its own, or of the first day of its instrument.
    pub fn day_confidence(&self) -> Option<Confidence> {
        if self.relation.on.is_some() || self.relation.kind.is_from_the_first_day() {
            return self.relation.day_confidence(self.instrument);
        }
        self.instrument.statements.from.own_confidence(self.confidence())
    }

    /// Returns what the act makes of its target.
    pub fn cause(&self) -> Option<Cause> {
        match self.relation.kind {
            RelationKind::Replaces | RelationKind::PartlyReplaces => Some(Cause::Replaced),
            RelationKind::Repeals | RelationKind::PartlyRepeals => Some(Cause::Repealed),
            RelationKind::Ends => Some(Cause::Ended),
            RelationKind::Annuls => Some(Cause::Annulled),
            RelationKind::Amends => Some(Cause::Amended),
            RelationKind::Suspends => Some(Cause::Suspended),
            RelationKind::Corrects
            | RelationKind::Guides
            | RelationKind::BasedOn
            | RelationKind::Consolidates
            | RelationKind::Issues
            | RelationKind::Cites
            | RelationKind::Follows => None,
        }
    }

    /// `được thay bằng Nghị định số 2/2020/NĐ-CP`
    pub(super) fn said(&self) -> Bilingual {
        let named = self.instrument.citation();
        let vi = format!("{} {named}", self.relation.passive());
        Bilingual::new(vi, format!("{} {named}", self.relation.kind.passive_in_english()))
    }

    /// Why the day of the act is not known, where that is no editor's word.
    pub(super) fn day_reason(&self) -> Option<Bilingual> {
        let has_no_day = self.relation.own_day().is_none() && !self.instrument.kind.has_validity();
        (has_no_day && self.target.kind.has_validity()).then(|| {
            let kind = self.instrument.kind.name();
            Bilingual::new(format!("{kind} không có ngày có hiệu lực"), "it has no first day in force of its own")
        })
    }

    /// The provision that does it, with its instrument, where that has a number; what nobody has verified is not named.
    pub(super) fn clause(&self) -> Option<Clause> {
        let number = self.instrument.number.known().filter(|_| self.confidence() != Confidence::Unverified)?;
        let instrument = OutsideInstrument { number: number.clone(), kind: Some(self.instrument.kind) };
        Some(Clause { instrument, issued: None, at: self.relation.at.clone() })
    }

    /// `khoản 2 Điều 5 Nghị định số 2/2020/NĐ-CP`, as far as the place is known.
    pub(super) fn place(&self) -> String {
        let place = self.relation.at.as_ref().map(|at| format!("{at} ")).unwrap_or_default();
        format!("{place}{}", self.instrument.citation())
    }
}

/// The day on which a relation is done: its own, or the start of the acting instrument. An unknown day lies not before the
/// acting instrument was issued.
pub fn effect(acting: &Instrument, relation: &Relation) -> Day {
    relation.own_day().map_or_else(|| start(acting), |day| not_before_issue(day, acting))
}

/// Returns the start of an instrument, never before its issue. An instrument without validity acts from its issue on.
pub fn start(instrument: &Instrument) -> Day {
    if !instrument.kind.has_validity() {
        return instrument.issued.clone();
    }
    not_before_issue(&instrument.term.from, instrument)
}

fn not_before_issue(day: &Day, instrument: &Instrument) -> Day {
    match day {
        Day::Unknown { reason, earliest: None, latest } => {
            Day::Unknown { reason: reason.clone(), earliest: first_possible(&instrument.issued), latest: *latest }
        }
        day => day.clone(),
    }
}

/// The day from which an instrument is known: its own, or that of its issue. Where that is unknown, it is known on the
/// first day on which it has certainly taken effect, if not before.
pub fn known_from(instrument: &Instrument) -> Day {
    let day = instrument.known_from.as_ref().unwrap_or(&instrument.issued);
    no_later_than(day, last_possible(&instrument.term.from))
}

/// The day from which an act is known: with its instrument, and not after it has certainly taken effect.
fn act_known_from(acting: &Instrument, relation: &Relation) -> Day {
    no_later_than(&known_from(acting), relation.own_day().and_then(last_possible))
}

fn no_later_than(day: &Day, bound: Option<Date>) -> Day {
    match day {
        Day::Unknown { reason, earliest, latest } => {
            let latest = latest.iter().copied().chain(bound).min();
            Day::Unknown { reason: reason.clone(), earliest: *earliest, latest }
        }
        Day::On(_) => day.clone(),
    }
}

/// Whether the end that is in an acting instrument's own record was known.
pub(super) fn is_own_end_known(instrument: &Instrument, until: &Day, knowledge: Knowledge) -> bool {
    let own_term = instrument.ends_by == Some(EndsBy::OwnTerm);
    own_term || knowledge.has_checked(instrument.checked_on) || knowledge.has(until) != Reached::No
}

/// The first day on which it may have come.
pub(super) fn first_possible(day: &Day) -> Option<Date> {
    match day {
        Day::On(date) => Some(*date),
        Day::Unknown { earliest, .. } => *earliest,
    }
}

/// The day on which it has certainly come.
pub(super) fn last_possible(day: &Day) -> Option<Date> {
    match day {
        Day::On(date) => Some(*date),
        Day::Unknown { latest, .. } => *latest,
    }
}

type Instruments = BTreeMap<InstrumentId, Instrument>;
pub(in crate::model) type ActsByTarget = BTreeMap<InstrumentId, Vec<ActedOn>>;

/// For every instrument, the acts on it, in the order of the acting instruments' ids.
pub(in crate::model) fn acted_on(instruments: &Instruments) -> ActsByTarget {
    let mut list: ActsByTarget = BTreeMap::new();
    for (id, instrument) in instruments {
        for (index, relation) in instrument.relations.iter().enumerate() {
            if let RelationTarget::Instrument(target) = &relation.target {
                let acted = ActedOn { acting: id.clone(), index, standing: Standing::Certain };
                list.entry(target.clone()).or_default().push(acted);
            }
        }
    }
    let mut judge = Judge { instruments, acts: &list, knowledge: Knowledge::Whole, judged: BTreeMap::new() };
    let acts = list.values().flatten().map(|acted| (&acted.acting, acted.index));
    let standings: Vec<Standing> = acts.map(|(acting, index)| judge.standing(acting, index, 0)).collect();
    list.values_mut().flatten().zip(standings).for_each(|(acted, standing)| acted.standing = standing);
    list
}

/// The acts on an instrument, each with its standing, as far as was known.
pub(in crate::model) fn acts<'c>(
    instruments: &'c Instruments,
    list: &'c ActsByTarget,
    id: &InstrumentId,
    knowledge: Knowledge,
) -> impl Iterator<Item = Act<'c>> {
    let target = instruments.get(id);
    let mut judge = Judge { instruments, acts: list, knowledge, judged: BTreeMap::new() };
    list.get(id).into_iter().flatten().filter_map(move |acted| {
        let instrument = instruments.get(&acted.acting)?;
        let relation = instrument.relations.get(acted.index)?;
        let standing = match knowledge {
            Knowledge::Whole => acted.standing,
            Knowledge::Of(_) => judge.standing(&acted.acting, acted.index, 0),
        };
        let known = knowledge.has(&act_known_from(instrument, relation));
        Some(Act { instrument, relation, target: target?, standing, known })
    })
}

/// How many acts may hang on one another; what hangs on more is doubtful. No law comes near it.
const DEEPEST: usize = 64;

/// Judges acts by the acts on those who act.
struct Judge<'a> {
    instruments: &'a Instruments,
    acts: &'a ActsByTarget,
    knowledge: Knowledge,
    /// `None` while an act is being judged: one that hangs on itself is doubtful.
    judged: BTreeMap<(&'a InstrumentId, usize), Option<Standing>>,
}

/// What an act on the acting instrument does to what that one does.
enum Bearing {
    Nothing,
    Doubt,
    Void,
}

impl<'a> Judge<'a> {
    fn standing(&mut self, acting: &'a InstrumentId, index: usize, depth: usize) -> Standing {
        if let Some(known) = self.judged.get(&(acting, index)) {
            return known.unwrap_or(Standing::Doubtful);
        }
        if depth > DEEPEST {
            return Standing::Doubtful;
        }
        self.judged.insert((acting, index), None);
        let standing = self.judge(acting, index, depth);
        self.judged.insert((acting, index), Some(standing));
        standing
    }

    fn judge(&mut self, acting: &'a InstrumentId, index: usize, depth: usize) -> Standing {
        let Some(instrument) = self.instruments.get(acting) else { return Standing::Void };
        let Some(relation) = instrument.relations.get(index) else { return Standing::Void };
        if instrument.confidence_of(relation) == Confidence::Unverified {
            return Standing::Unverified;
        }
        let day = effect(instrument, relation);
        // An act on the first day of its instrument has effect unless the instrument had ended before, which is a
        // matter of record; a later act must find its instrument in force.
        let later = relation.on.is_some();
        let mut doubtful = false;
        let until = instrument.term.until.as_ref().filter(|until| self.knows_own_end(instrument, until));
        if let (Day::On(day), Some(until)) = (&day, until) {
            match until.reached_on(*day) {
                Reached::Yes => return Standing::Void,
                Reached::Unknown => doubtful |= later,
                Reached::No => {}
            }
        }
        for acted in self.acts.get(acting).into_iter().flatten() {
            match self.bearing(acted, &day, later, depth) {
                Bearing::Nothing => {}
                Bearing::Doubt => doubtful = true,
                Bearing::Void => return Standing::Void,
            }
        }
        if doubtful { Standing::Doubtful } else { Standing::Certain }
    }

    /// Whether the end in an acting instrument's record was known: with the acts that make it, where there are any.
    fn knows_own_end(&self, acting: &Instrument, until: &Day) -> bool {
        let acts = self.acts.get(&acting.id).into_iter().flatten();
        let acts = acts.filter_map(|acted| {
            let other = self.instruments.get(&acted.acting)?;
            Some((other, other.relations.get(acted.index)?))
        });
        let mut agreeing = acts.filter(|(other, end)| end.ends_whole() && effect(other, end) == *until).peekable();
        if self.knowledge == Knowledge::Whole || agreeing.peek().is_none() {
            return is_own_end_known(acting, until, self.knowledge);
        }
        agreeing.any(|(other, end)| self.knowledge.has(&act_known_from(other, end)) == Reached::Yes)
    }

    fn bearing(&mut self, acted: &'a ActedOn, day: &Day, later: bool, depth: usize) -> Bearing {
        let Some(other) = self.instruments.get(&acted.acting) else { return Bearing::Nothing };
        let whole = |end: &&Relation| end.units.is_empty() && end.scope.is_none();
        let Some(end) = other.relations.get(acted.index).filter(whole) else {
            return Bearing::Nothing;
        };
        let known = self.knowledge.has(&act_known_from(other, end));
        let reached = if end.kind == RelationKind::Annuls { Reached::Yes } else { had_come(other, end, day, later) };
        if known == Reached::No || reached == Reached::No || !(end.kind.ends() || end.kind.suspends()) {
            return Bearing::Nothing;
        }
        let certain = reached == Reached::Yes && known == Reached::Yes;
        match self.standing(&acted.acting, acted.index, depth + 1) {
            Standing::Void => Bearing::Nothing,
            Standing::Certain if end.kind.ends() && certain => Bearing::Void,
            Standing::Certain | Standing::Unverified | Standing::Doubtful => {
                let matters =
                    if end.kind.ends() { later || end.kind == RelationKind::Annuls } else { !is_lifted(end, day) };
                if matters { Bearing::Doubt } else { Bearing::Nothing }
            }
        }
    }
}

/// Whether the end or suspension of an acting instrument had come on the day of its own act.
fn had_come(other: &Instrument, end: &Relation, day: &Day, later: bool) -> Reached {
    let Day::On(day) = day else { return Reached::No };
    // An instrument suspended from its first day on has acted on that day.
    let last = if later || end.kind.ends() { Some(*day) } else { day.yesterday() };
    last.map_or(Reached::No, |last| effect(other, end).reached_on(last))
}

fn is_lifted(end: &Relation, day: &Day) -> bool {
    day.date().is_some_and(|day| end.until.as_ref().is_some_and(|until| until.reached_on(day) == Reached::Yes))
}
