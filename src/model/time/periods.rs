//! A life as periods, and a life as a reader of one day could know it.

use super::asked::Knowledge;
use super::life::{End, Life};
use crate::model::date::Date;
use crate::model::instrument::EndsBy;
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

    /// Without what was not known on the day of knowledge; and what remains speaks for one another. `checked` says whether
    /// the record was written by that day, and so knew all that it says.
    pub(super) fn settled(mut self, checked: bool) -> Life<'c> {
        if let Knowledge::Of(known_on) = self.knowledge {
            self.forget(known_on, checked);
        }
        self.begin_before_the_end();
        self
    }

    fn forget(&mut self, known_on: Date, checked: bool) {
        let by_acts: Vec<(Day, Reached)> =
            self.ends.iter().filter_map(|end| Some((end.day.clone(), end.act?.known))).collect();
        let known = |end: &End<'c>| match end.act {
            Some(act) => act.known != Reached::No,
            None if end.decided.is_some() => true,
            None if end.is_own() => is_own_end_known(end, &by_acts, known_on, checked),
            // Its parent's life was asked with the same knowledge.
            None => true,
        };
        self.ends.retain(known);
        self.parts.retain(known);
        self.suspensions.retain(|one| one.act.known != Reached::No);
        self.suspended_parts.retain(|one| one.act.known != Reached::No);
        self.scopes.retain(|one| one.act.is_none_or(|act| act.known != Reached::No));
        self.amendments.retain(|(act, _)| act.known == Reached::Yes);
    }
}

/// Whether an end that is in the record alone was known: with the acts that make it, or once it had come.
fn is_own_end_known(end: &End<'_>, by_acts: &[(Day, Reached)], known_on: Date, checked: bool) -> bool {
    let mut agreeing = by_acts.iter().filter(|(day, _)| *day == end.day).peekable();
    if agreeing.peek().is_some() {
        return agreeing.any(|(_, known)| *known == Reached::Yes);
    }
    checked || end.own == Some(EndsBy::OwnTerm) || end.day.reached_on(known_on) != Reached::No
}

/// Whether a reader would read the same of both days.
fn is_same(one: &Validity, other: &Validity) -> bool {
    let facts =
        |it: &Validity| (it.kind, it.since, it.until, it.by.clone(), it.cause, it.reason.clone(), it.scopes.clone());
    facts(one) == facts(other) && one.kept == other.kept && one.parts == other.parts
}
