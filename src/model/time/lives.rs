//! The lives of instruments and provisions, gathered from their own records and from the acts on them.

use super::act::{Act, Standing, start};
use super::life::{End, Life, Suspension, doubt};
use crate::model::corpus::Corpus;
use crate::model::excerpt::Excerpt;
use crate::model::instrument::{Instrument, RelationKind};
use crate::model::known::{Day, Known};
use crate::model::provision::Locator;

/// How the units that an act names lie to the text that is asked about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Touch {
    /// The text, or something that holds it.
    Whole,
    /// Something within the text.
    Within,
    Elsewhere,
    /// Nobody says.
    Unsaid,
}

impl Corpus {
    /// The life of an instrument.
    pub fn life<'c>(&'c self, instrument: &'c Instrument) -> Life<'c> {
        let own = own_end(instrument.term.until.as_ref(), instrument);
        self.gather(instrument, vec![start(instrument)], own, |act| {
            if act.relation.units.is_empty() { Touch::Whole } else { Touch::Within }
        })
    }

    /// The life of an excerpt's provision within its instrument.
    pub fn excerpt_life<'c>(&'c self, excerpt: &'c Excerpt, instrument: &'c Instrument) -> Life<'c> {
        let mut starts = vec![start(instrument)];
        if let Some(from) = &excerpt.from {
            // Its own day stands for the instrument's where that is unknown: it is in the instrument.
            starts.retain(|start| start.date().is_some());
            starts.push(from.clone());
        }
        let own = own_end(instrument.term.until.as_ref(), instrument);
        let mut life = self.gather(instrument, starts, own, |act| touch(&act.relation.units, &excerpt.at));
        self.narrow(excerpt, &mut life);
        // A text that begins with an amendment or after it holds what the amendment says.
        if let Some(from) = excerpt.from.as_ref().and_then(Day::date) {
            life.amendments.retain(|(act, _)| act.effect().date().is_none_or(|on| on > from));
        }
        life
    }

    /// The life of a provision that has no excerpt: its instrument's, and what acts did to it.
    pub fn provision_life<'c>(&'c self, instrument: &'c Instrument, at: &Locator) -> Life<'c> {
        let own = own_end(instrument.term.until.as_ref(), instrument);
        let at = Known::Known(at.clone());
        self.gather(instrument, vec![start(instrument)], own, |act| touch(&act.relation.units, &at))
    }

    fn gather<'c>(
        &'c self,
        instrument: &'c Instrument,
        starts: Vec<Day>,
        own: Option<End<'c>>,
        touch: impl Fn(&Act<'c>) -> Touch,
    ) -> Life<'c> {
        let mut life = Life {
            starts,
            ends: own.into_iter().collect(),
            suspensions: Vec::new(),
            parts: Vec::new(),
            amendments: Vec::new(),
        };
        for act in self.acts(&instrument.id).filter(|act| act.standing != Standing::Void) {
            let kind = act.relation.kind;
            let whole = (kind.ends() || kind.suspends()) && act.relation.units.is_empty();
            match if whole { Touch::Whole } else { touch(&act) } {
                Touch::Elsewhere => {}
                // For the instrument as a whole an act on parts ends a part, whether or not it says which.
                Touch::Whole if kind.ends_partly() && act.relation.units.is_empty() => life.parts.push(End::by(act)),
                Touch::Whole if kind.ends_partly() || kind.ends() => life.ends.push(End::by(act)),
                Touch::Within if kind.ends_partly() || kind.ends() => life.parts.push(End::by(act)),
                Touch::Unsaid if kind.ends_partly() || kind.ends() => {
                    let doubt = format!("{}, chưa rõ có gồm đơn vị này không", act.said());
                    life.ends.push(End { doubt: Some(doubt), ..End::by(act) });
                }
                Touch::Whole if kind.suspends() => life.suspensions.push(self.suspension(act, false)),
                Touch::Unsaid if kind.suspends() => life.suspensions.push(self.suspension(act, true)),
                touched if kind == RelationKind::Amends && act.standing == Standing::Certain => {
                    life.amendments.push((act, touched != Touch::Unsaid));
                }
                Touch::Whole | Touch::Within | Touch::Unsaid => {}
            }
        }
        settle(&mut life.ends);
        life
    }

    fn suspension<'c>(&'c self, act: Act<'c>, unsaid: bool) -> Suspension<'c> {
        let unsaid = unsaid.then(|| format!("{}, chưa rõ có gồm đơn vị này không", act.said()));
        let own = act.instrument.term.until.clone();
        let acts =
            self.acts(&act.instrument.id).filter(|it| it.relation.kind.ends() && it.standing == Standing::Certain);
        let acts = acts.filter(|it| it.relation.units.is_empty()).map(|it| it.effect());
        Suspension { act, doubt: doubt(&act).or(unsaid), act_ended: own.into_iter().chain(acts).collect() }
    }

    /// Adds the excerpt's own end, with the act that makes it.
    fn narrow<'c>(&'c self, excerpt: &'c Excerpt, life: &mut Life<'c>) {
        let Some(until) = &excerpt.until else { return };
        let on_parts = |end: &End<'c>| end.act.is_some_and(|act| !act.relation.units.is_empty());
        let own = End { day: until.clone(), act: None, own: excerpt.ends_by, doubt: None };
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

fn own_end<'c>(until: Option<&Day>, instrument: &Instrument) -> Option<End<'c>> {
    until.map(|day| End { day: day.clone(), act: None, own: instrument.ends_by, doubt: None })
}

/// A record and an act that speak of one end settle it together: the one that knows the day decides.
fn settle(ends: &mut Vec<End<'_>>) {
    let Some(own) = ends.iter().position(|end| end.act.is_none()) else { return };
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
pub fn may_be(day: &Day, date: crate::model::date::Date) -> bool {
    match day {
        Day::On(day) => *day == date,
        Day::Unknown { earliest, latest, .. } => {
            earliest.is_none_or(|earliest| earliest <= date) && latest.is_none_or(|latest| date <= latest)
        }
    }
}

fn touch(units: &[Locator], at: &Known<Locator>) -> Touch {
    let Some(at) = at.known().filter(|_| !units.is_empty()) else { return Touch::Unsaid };
    let touches = units.iter().map(|unit| touch_of(unit, at));
    touches
        .min_by_key(|touch| match touch {
            Touch::Whole => 0,
            Touch::Unsaid => 1,
            Touch::Within => 2,
            Touch::Elsewhere => 3,
        })
        .unwrap_or(Touch::Unsaid)
}

fn touch_of(unit: &Locator, at: &Locator) -> Touch {
    if unit.contains(at) {
        return Touch::Whole;
    }
    if at.contains(unit) {
        return Touch::Within;
    }
    // Which articles a chapter holds is not in a locator.
    let grouping = |locator: &Locator| locator.smallest().kind().is_grouping() && locator.units().len() == 1;
    let in_body = |locator: &Locator| !locator.units().iter().any(|unit| unit.kind().is_annex());
    if grouping(unit) != grouping(at) && in_body(unit) && in_body(at) { Touch::Unsaid } else { Touch::Elsewhere }
}
