//! The life of one text: from which day, until when, what suspends and changes it; and from that its state on any day.

use std::collections::BTreeSet;

use super::act::{Act, Standing};
use crate::model::date::Date;
use crate::model::instrument::EndsBy;
use crate::model::known::{Day, Reached};
use crate::model::validity::{Ahead, Amendment, Cause, Validity, ValidityKind};

/// One text's life. Made by [`super::lives`].
#[derive(Clone, Debug)]
pub struct Life<'c> {
    /// All of these must have come.
    pub(super) starts: Vec<Day>,
    pub(super) ends: Vec<End<'c>>,
    pub(super) suspensions: Vec<Suspension<'c>>,
    /// Ends of parts of the text.
    pub(super) parts: Vec<End<'c>>,
    pub(super) amendments: Vec<(Act<'c>, bool)>,
}

/// An end, or the end of a part.
#[derive(Clone, Debug)]
pub(super) struct End<'c> {
    pub day: Day,
    pub act: Option<Act<'c>>,
    /// Why it ends, by its own record.
    pub own: Option<EndsBy>,
    /// Why it may not be an end at all, in words; such an end leaves only doubt.
    pub doubt: Option<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Suspension<'c> {
    pub act: Act<'c>,
    pub doubt: Option<String>,
    /// When the act itself ended, which says nothing about what it suspended.
    pub act_ended: Vec<Day>,
}

impl<'c> End<'c> {
    /// The end that an act makes.
    pub fn by(act: Act<'c>) -> Self {
        End { day: act.effect(), act: Some(act), own: None, doubt: doubt(&act) }
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

    fn is_certain_on(&self, date: Date) -> bool {
        self.doubt.is_none() && self.day.reached_on(date) == Reached::Yes
    }

    fn is_possible_on(&self, date: Date) -> bool {
        self.day.reached_on(date) != Reached::No
    }

    /// Why it is not known whether it has come.
    fn reason(&self) -> String {
        if let Some(doubt) = &self.doubt {
            return doubt.clone();
        }
        match (&self.act, self.day.reason()) {
            (Some(act), Some(reason)) => format!("{}, chưa rõ từ ngày nào: {reason}", act.said()),
            (Some(act), None) => act.said(),
            (None, reason) => reason.unwrap_or_default().to_owned(),
        }
    }
}

/// Why an act may not have happened.
pub(super) fn doubt(act: &Act<'_>) -> Option<String> {
    match act.standing {
        Standing::Certain => None,
        // What is not verified is not named.
        Standing::Unverified => Some("có thể đã có văn bản tác động tới hiệu lực, chưa kiểm chứng".to_owned()),
        Standing::Doubtful => Some(format!("{}, nhưng chưa rõ văn bản đó khi ấy có còn hiệu lực không", act.said())),
        Standing::Void => Some(String::new()),
    }
}

impl<'c> Life<'c> {
    /// The state on a day.
    pub fn on(&self, date: Date) -> Validity {
        let mut validity = self.state(date);
        if validity.since.is_none() {
            validity.since = self.since();
        }
        match validity.kind {
            ValidityKind::Ended => {}
            ValidityKind::InForce
            | ValidityKind::PartlyEnded
            | ValidityKind::NotCommenced
            | ValidityKind::Suspended
            | ValidityKind::Unknown => {
                validity.ahead = self.ahead(date);
                validity.amendments = self.amendments(date);
            }
        }
        validity
    }

    fn state(&self, date: Date) -> Validity {
        if let Some(end) = self.ended(date) {
            return self.end(end, date);
        }
        let started = self.started(date);
        if started == Some(Reached::No) {
            return Validity::plain(ValidityKind::NotCommenced);
        }
        if let Some(end) = self.ends.iter().find(|end| end.is_possible_on(date)) {
            let named = self.ends.iter().filter(|end| end.is_possible_on(date)).find_map(|end| end.act);
            return maybe(end.reason(), named);
        }
        if started == Some(Reached::Unknown) {
            let unknown = self.starts.iter().find(|day| day.reached_on(date) == Reached::Unknown);
            return Validity::unknown(unknown.and_then(Day::reason).unwrap_or_default());
        }
        if let Some(suspended) = self.suspensions.iter().find_map(|suspension| suspension.state(date)) {
            return suspended;
        }
        if let Some(part) = first(self.parts.iter().filter(|part| part.is_certain_on(date))) {
            let mut validity = Validity::plain(ValidityKind::PartlyEnded);
            name(&mut validity, part);
            return validity;
        }
        match self.parts.iter().find(|part| part.is_possible_on(date)) {
            Some(part) => maybe(part.reason(), part.act),
            None => Validity::plain(ValidityKind::InForce),
        }
    }

    /// The end that has certainly come; of several the first, and of those one that an act makes.
    fn ended(&self, date: Date) -> Option<&End<'c>> {
        first(self.ends.iter().filter(|end| end.is_certain_on(date)))
    }

    fn end(&self, end: &End<'c>, date: Date) -> Validity {
        let mut validity = Validity { until: end.day.date(), ..Validity::plain(ValidityKind::Ended) };
        name(&mut validity, end);
        if end.act.is_none() && end.own.is_none() {
            // The record says that it has ended; what may have done so is named with its doubt.
            let maybe = |other: &&End<'c>| other.act.is_some() && other.is_possible_on(date);
            if let Some(other) = self.ends.iter().find(maybe) {
                name(&mut validity, other);
            }
        }
        validity
    }

    fn started(&self, date: Date) -> Option<Reached> {
        let reached = self.starts.iter().map(|day| day.reached_on(date));
        reached.max_by_key(|reached| match reached {
            Reached::Yes => 0,
            Reached::Unknown => 1,
            Reached::No => 2,
        })
    }

    /// The first day in force: the last of the starts, if all are known.
    fn since(&self) -> Option<Date> {
        let dates: Option<Vec<Date>> = self.starts.iter().map(Day::date).collect();
        dates?.into_iter().max()
    }

    /// The first day after `date` on which the text certainly ceases to be in force.
    fn ahead(&self, date: Date) -> Option<Ahead> {
        let ends = self.ends.iter().filter(|end| end.doubt.is_none());
        let ends = ends.map(|end| (end.day.date(), end.act, end.cause()));
        let suspensions = self.suspensions.iter().filter(|suspension| suspension.doubt.is_none());
        let suspensions = suspensions.map(|it| (it.act.effect().date(), Some(it.act), it.act.cause()));
        let coming =
            ends.chain(suspensions).filter_map(|(day, act, cause)| Some((day.filter(|day| *day > date)?, act, cause)));
        let (on, act, cause) = coming.min_by_key(|(day, act, _)| (*day, act.is_none()))?;
        Some(Ahead {
            on,
            by: act.map(|act| act.instrument.id.clone()),
            cause,
            confidence: act.map(|act| act.confidence()),
        })
    }

    fn amendments(&self, date: Date) -> Vec<Amendment> {
        let reached = |act: &Act<'_>| act.effect().reached_on(date) == Reached::Yes;
        let mut acts: Vec<&(Act<'c>, bool)> = self.amendments.iter().filter(|(act, _)| reached(act)).collect();
        acts.sort_by_key(|(act, _)| act.effect().date());
        let amendment = |(act, certain): &(Act<'c>, bool)| Amendment {
            by: act.instrument.id.clone(),
            certain: *certain,
            confidence: act.confidence(),
        };
        acts.into_iter().map(amendment).collect()
    }

    /// Every day on which the state may differ from the day before.
    pub fn days(&self) -> BTreeSet<Date> {
        let ends = self.ends.iter().chain(&self.parts).map(|end| &end.day);
        let mut days: BTreeSet<Date> = self.starts.iter().chain(ends).flat_map(bounds).collect();
        for suspension in &self.suspensions {
            days.extend(bounds(&suspension.act.effect()));
            days.extend(suspension.act.relation.until.iter().chain(&suspension.act_ended).flat_map(bounds));
        }
        days.extend(self.amendments.iter().flat_map(|(act, _)| bounds(&act.effect())));
        days
    }

    /// The amendments that take effect on a day.
    pub(super) fn amended_on(&self, date: Date) -> impl Iterator<Item = Act<'c>> {
        self.amendments.iter().map(|(act, _)| *act).filter(move |act| act.effect().date() == Some(date))
    }
}

impl<'c> Life<'c> {
    /// The ends of parts that take effect on a day.
    pub(super) fn parts_on(&self, date: Date) -> impl Iterator<Item = Act<'c>> {
        let certain = self.parts.iter().filter(|part| part.doubt.is_none());
        certain.filter_map(|part| part.act).filter(move |act| act.effect().date() == Some(date))
    }
}

impl Suspension<'_> {
    /// The state that it makes on a day; `None` where it makes none.
    fn state(&self, date: Date) -> Option<Validity> {
        let began = self.act.effect().reached_on(date);
        let over = self.act.relation.until.as_ref().map_or(Reached::No, |until| until.reached_on(date));
        if began == Reached::No || over == Reached::Yes {
            return None;
        }
        if let Some(doubt) = &self.doubt {
            return Some(maybe(doubt.clone(), Some(self.act)));
        }
        if began == Reached::Unknown {
            return Some(maybe(format!("{}, chưa rõ từ ngày nào", self.act.said()), Some(self.act)));
        }
        if over == Reached::Unknown {
            return Some(maybe(format!("{}, chưa rõ đến ngày nào", self.act.said()), Some(self.act)));
        }
        if self.act_ended.iter().any(|day| day.reached_on(date) == Reached::Yes) {
            let reason =
                format!("{}, văn bản đó nay đã hết hiệu lực, chưa rõ có hiệu lực trở lại chưa", self.act.said());
            return Some(maybe(reason, Some(self.act)));
        }
        let mut validity = Validity::plain(ValidityKind::Suspended);
        validity.until = self.act.effect().date();
        validity.resumes = self.act.relation.until.as_ref().and_then(Day::date);
        name_act(&mut validity, &self.act);
        Some(validity)
    }
}

fn bounds(day: &Day) -> Vec<Date> {
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

/// Unknown, because an act may have happened.
fn maybe(reason: String, act: Option<Act<'_>>) -> Validity {
    let mut validity = Validity::unknown(reason);
    if let Some(act) = act {
        name_act(&mut validity, &act);
    }
    validity
}

fn name(validity: &mut Validity, end: &End<'_>) {
    validity.cause = end.cause();
    if let Some(act) = &end.act {
        name_act(validity, act);
        validity.transitions.extend(act.relation.transition.clone());
    }
}

fn name_act(validity: &mut Validity, act: &Act<'_>) {
    validity.by = Some(act.instrument.id.clone());
    validity.cause = act.cause();
    validity.at = act.relation.at.clone();
    validity.confidence = Some(act.confidence());
}
