//! What outlives its instrument, by a clause that says so.

use super::clause::ClauseLife;
use super::life::{End, Life};
use crate::model::date::Date;
use crate::model::instrument::{Clause, Instrument, RelationKind};
use crate::model::known::Reached;

impl<'c> Life<'c> {
    /// Lets a clause keep a provision after the end of its instrument, as long as the clause counts. An annulment stays, and
    /// so does what another act ends later, or may have ended on an unknown day.
    pub(super) fn keep(&mut self, by: &ClauseLife<'c>) {
        let Some(first) = self.first_whole_end() else { return };
        let acting = self.ends.iter().find(|end| is_whole(end) && is_by(end, by.clause));
        let by = by.clone().in_an_act(acting.and_then(|end| Some((end.day.clone(), end.act?.known))));
        if by.known == Reached::No || by.is_void() {
            return;
        }
        for end in self.ends.iter_mut().filter(|end| is_outlived(end, first, by.clause)) {
            end.kept_by = Some(by.clone());
        }
    }

    /// The day on which the instrument certainly ends; without one, the first on which it may.
    fn first_whole_end(&self) -> Option<Date> {
        let of = |certain: bool| {
            let whole = self.ends.iter().filter(move |end| is_whole(end) && end.doubt.is_none() == certain);
            whole.filter_map(|end| end.day.date()).min()
        };
        of(true).or_else(|| of(false))
    }
}

/// Whether it is the end of the instrument as a whole.
fn is_whole(end: &End<'_>) -> bool {
    end.parent.is_none()
        && end.act.is_none_or(|act| act.relation.ends_whole() && act.relation.kind != RelationKind::Annuls)
}

fn is_outlived(end: &End<'_>, first: Date, clause: &Clause) -> bool {
    is_whole(end) && (end.act.is_none() || is_by(end, clause) || end.day.date() == Some(first))
}

/// Whether the instrument of the clause makes the end.
fn is_by(end: &End<'_>, clause: &Clause) -> bool {
    end.act.is_some_and(|act| is_in(clause, act.instrument))
}

fn is_in(clause: &Clause, instrument: &Instrument) -> bool {
    instrument.number.known().is_some_and(|number| number.key() == clause.instrument.number.key())
}
