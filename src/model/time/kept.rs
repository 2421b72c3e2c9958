//! What outlives its instrument, by a clause that says so.

use super::clause::ClauseLife;
use super::doubt::ValidityDoubt;
use super::life::{End, Life};
use crate::model::date::Date;
use crate::model::instrument::{Clause, Instrument, RelationKind};
use crate::model::known::Reached;

impl<'c> Life<'c> {
    /// Takes the end of the instrument from the life of a provision that a clause keeps. An annulment stays, and so does what
    /// another act ends later, or may have ended on an unknown day.
    pub(super) fn keep(&mut self, clause: &'c Clause, by: &ClauseLife<'c>) {
        if by.known == Reached::No || by.is_void() {
            return;
        }
        if by.known == Reached::Unknown {
            let whole = self.ends.iter_mut().filter(|end| is_whole(end));
            whole.for_each(|end| end.doubt = Some(ValidityDoubt::kept_by(by)));
            return;
        }
        let days = self.ends.iter().filter(|end| is_whole(end)).filter_map(|end| end.day.date());
        let Some(first) = days.min() else { return };
        self.ends.retain(|end| !is_outlived(end, first, clause));
        self.kept = Some((first, clause));
    }
}

/// Whether it is the end of the instrument as a whole.
fn is_whole(end: &End<'_>) -> bool {
    end.act.is_none_or(|act| act.relation.ends_whole() && act.relation.kind != RelationKind::Annuls)
}

fn is_outlived(end: &End<'_>, first: Date, clause: &Clause) -> bool {
    let by_the_same = end.act.is_some_and(|act| is_in(clause, act.instrument));
    is_whole(end) && (end.act.is_none() || by_the_same || end.day.date() == Some(first))
}

fn is_in(clause: &Clause, instrument: &Instrument) -> bool {
    instrument.number.known().is_some_and(|number| number.key() == clause.instrument.number.key())
}
