//! Acts: what one instrument does to another, when, and whether it can have done so.

use std::collections::BTreeMap;

use crate::model::date::Date;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Confidence, Instrument, Relation, RelationKind, RelationTarget};
use crate::model::known::{Day, Reached};
use crate::model::validity::Cause;

/// An act on an instrument.
#[derive(Clone, Copy, Debug)]
pub struct Act<'c> {
    /// The acting instrument.
    pub instrument: &'c Instrument,
    pub relation: &'c Relation,
    pub standing: Standing,
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
    /// The acting instrument had ended before: nothing happened.
    Void,
}

/// One act in a corpus' list of acts on an instrument.
#[derive(Clone, Debug)]
pub struct ActedOn {
    pub acting: InstrumentId,
    /// Of the relation in the acting instrument's record.
    pub index: usize,
    pub standing: Standing,
}

impl Act<'_> {
    /// The day on which it takes effect.
    pub fn effect(&self) -> Day {
        effect(self.instrument, self.relation)
    }

    /// Returns how sure the act is.
    pub fn confidence(&self) -> Confidence {
        self.instrument.confidence_of(self.relation)
    }

    /// Returns what the act makes of its target.
    pub fn cause(&self) -> Option<Cause> {
        match self.relation.kind {
            RelationKind::Replaces | RelationKind::PartlyReplaces => Some(Cause::Replaced),
            RelationKind::Repeals | RelationKind::PartlyRepeals => Some(Cause::Repealed),
            RelationKind::Amends => Some(Cause::Amended),
            RelationKind::Suspends => Some(Cause::Suspended),
            RelationKind::Guides
            | RelationKind::BasedOn
            | RelationKind::Consolidates
            | RelationKind::Issues
            | RelationKind::Cites
            | RelationKind::Follows => None,
        }
    }

    /// `được thay bằng Nghị định số 2/2020/NĐ-CP`
    pub(super) fn said(&self) -> String {
        format!("{} {}", self.relation.kind.passive(), self.instrument.citation())
    }
}

/// The day on which a relation takes effect: its own, or the start of the acting instrument. An unknown day lies not
/// before the acting instrument was issued.
pub fn effect(acting: &Instrument, relation: &Relation) -> Day {
    relation.on.map_or_else(|| start(acting), Day::On)
}

/// The start of an instrument; what is unknown of it lies not before its issue.
pub fn start(instrument: &Instrument) -> Day {
    match &instrument.term.from {
        Day::Unknown { reason, earliest: None, latest } => {
            Day::Unknown { reason: reason.clone(), earliest: first_possible(&instrument.issued), latest: *latest }
        }
        from => from.clone(),
    }
}

fn first_possible(day: &Day) -> Option<Date> {
    match day {
        Day::On(date) => Some(*date),
        Day::Unknown { earliest, .. } => *earliest,
    }
}

type Instruments = BTreeMap<InstrumentId, Instrument>;

/// For every instrument, the acts on it, in the order of the acting instruments' ids.
pub(in crate::model) fn acted_on(instruments: &Instruments) -> BTreeMap<InstrumentId, Vec<ActedOn>> {
    let mut list: BTreeMap<InstrumentId, Vec<ActedOn>> = BTreeMap::new();
    for (id, instrument) in instruments {
        for (index, relation) in instrument.relations.iter().enumerate() {
            if let RelationTarget::Instrument(target) = &relation.target {
                let acted = ActedOn { acting: id.clone(), index, standing: Standing::Certain };
                list.entry(target.clone()).or_default().push(acted);
            }
        }
    }
    let mut judge = Judge { instruments, acts: &list, judged: BTreeMap::new() };
    let acts = list.values().flatten().map(|acted| (&acted.acting, acted.index));
    let standings: Vec<Standing> = acts.map(|(acting, index)| judge.standing(acting, index, 0)).collect();
    list.values_mut().flatten().zip(standings).for_each(|(acted, standing)| acted.standing = standing);
    list
}

/// How many acts may hang on one another; what hangs on more is doubtful. No law comes near it.
const DEEPEST: usize = 64;

/// Judges acts by the acts on those who act.
struct Judge<'a> {
    instruments: &'a Instruments,
    acts: &'a BTreeMap<InstrumentId, Vec<ActedOn>>,
    /// `None` while an act is being judged: one that hangs on itself is doubtful.
    judged: BTreeMap<(&'a InstrumentId, usize), Option<Standing>>,
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
        let Day::On(day) = effect(instrument, relation) else { return Standing::Certain };
        // An act on the first day of its instrument stands unless the instrument had ended before that day; a later
        // one must find its instrument in force.
        let later = relation.on.is_some();
        let last = if later { Some(day) } else { day.yesterday() };
        let mut doubtful = false;
        if later && let Some(until) = &instrument.term.until {
            match until.reached_on(day) {
                Reached::Yes => return Standing::Void,
                Reached::Unknown => doubtful = true,
                Reached::No => {}
            }
        }
        for acted in self.acts.get(acting).into_iter().flatten() {
            let Some(other) = self.instruments.get(&acted.acting) else { continue };
            let Some(end) = other.relations.get(acted.index).filter(|end| end.units.is_empty()) else { continue };
            let reached = last.map_or(Reached::No, |last| effect(other, end).reached_on(last));
            if reached == Reached::No || !(end.kind.ends() || end.kind.suspends()) {
                continue;
            }
            let lifted = || end.until.as_ref().is_some_and(|until| until.reached_on(day) == Reached::Yes);
            let standing = self.standing(&acted.acting, acted.index, depth + 1);
            match standing {
                Standing::Void => {}
                Standing::Certain if end.kind.ends() && reached == Reached::Yes => return Standing::Void,
                // What only may have ended it counts for a later act; a first day is a matter of record.
                Standing::Certain | Standing::Unverified | Standing::Doubtful if end.kind.ends() => doubtful |= later,
                Standing::Certain | Standing::Unverified | Standing::Doubtful => doubtful |= !lifted(),
            }
        }
        if doubtful { Standing::Doubtful } else { Standing::Certain }
    }
}
