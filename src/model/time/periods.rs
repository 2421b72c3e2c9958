//! A life as periods, and a life as a reader of one day could know it.

use super::life::{End, Life};
use crate::model::date::Date;
use crate::model::instrument::{EndsBy, Instrument};
use crate::model::known::{Day, Reached};
use crate::model::validity::{Validity, ValidityKind};

/// A time in one state: half-open, so that the state of `until` is the next one's.
#[derive(Clone, PartialEq, Debug)]
pub struct Period {
    /// `None`: since before all that is known.
    pub from: Option<Date>,
    /// `None`: no later day is known on which the state changes.
    pub until: Option<Date>,
    /// On the period's first day.
    pub validity: Validity,
}

impl Period {
    /// Returns whether a day lies in the period.
    pub fn has(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date < until)
    }
}

impl<'c> Life<'c> {
    /// Every period, without gaps and without overlaps; with `last`, only changes up to that day are looked at.
    pub fn periods(&self, last: Option<Date>) -> Vec<Period> {
        let days = self.days().into_iter().filter(|day| last.is_none_or(|last| *day <= last));
        let before = Date::new(1, 1, 1).map_or(Validity::plain(ValidityKind::NotCommenced), |first| self.on(first));
        let mut periods = vec![Period { from: None, until: None, validity: before }];
        for day in days {
            let validity = self.on(day);
            let Some(former) = periods.last_mut().filter(|former| !is_same(&former.validity, &validity)) else {
                continue;
            };
            former.until = Some(day);
            periods.push(Period { from: Some(day), until: None, validity });
        }
        periods
    }

    /// Without what lies ahead of `day` and could not be known on it: what an instrument does that was issued later, and
    /// an end that stands in the record alone. `checked` says whether the record was written by that day. Up to `day`
    /// nothing differs.
    pub fn as_known_on(mut self, day: Date, checked: bool) -> Life<'c> {
        let reached = |one: &Day| one.reached_on(day) != Reached::No;
        let issued = |instrument: &Instrument| reached(&instrument.issued);
        let known = |end: &End<'c>| match end.act {
            Some(act) => issued(act.instrument),
            None => checked || end.own == Some(EndsBy::OwnTerm),
        };
        self.ends.retain(|end| reached(&end.day) || known(end));
        self.parts.retain(|end| reached(&end.day) || known(end));
        self.suspensions.retain(|one| reached(&one.act.effect()) || issued(one.act.instrument));
        self.suspensions.iter_mut().for_each(|one| one.act_ended.retain(reached));
        self.amendments.retain(|(act, _)| reached(&act.effect()) || issued(act.instrument));
        self
    }
}

/// Whether a reader would read the same of both days.
fn is_same(one: &Validity, other: &Validity) -> bool {
    let facts = |it: &Validity| (it.kind, it.since, it.until, it.by.clone(), it.cause, it.reason.clone());
    facts(one) == facts(other)
}
