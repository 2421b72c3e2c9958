//! Issued, then in force, then ended; a provision within its instrument's time.

use crate::checks::messages::{time, words};
use crate::diag::{Bilingual, Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::known::{Day, Term};
use crate::model::subject::Subject;

pub fn check(corpus: &Corpus, sink: &mut Sink) {
    for instrument in corpus.instruments() {
        let subject = Subject::Instrument(instrument.id.clone());
        let mut order = DateOrder { subject: &subject, sink };
        let issued = instrument.issued.date();
        let from = instrument.term.from.date();
        order.not_before((issued, words::issued()), (from, words::in_force_from()), "in-force-from", true);
        order.term(&instrument.term);
        if from.is_none() {
            let until = (ends(&instrument.term), words::in_force_until());
            order.not_before((issued, words::issued()), until, "in-force-until", true);
        }
        order.bounds(&instrument.issued, "issued");
        order.bounds(&instrument.term.from, "in-force-from");
        instrument.term.until.iter().for_each(|until| order.bounds(until, "in-force-until"));
    }
    for excerpt in corpus.excerpts() {
        let Some(instrument) = corpus.instrument(&excerpt.instrument) else { continue };
        let subject = Subject::Excerpt(excerpt.id.clone());
        if let Some(issued) = excerpt.issued {
            let mut order = DateOrder { subject: &subject, sink };
            let own = (Some(issued), words::issued());
            order.not_before((instrument.issued.date(), words::issued_instrument()), own.clone(), "issued", true);
            let from = excerpt.from.as_ref().unwrap_or(&instrument.term.from).date();
            order.not_before(own, (from, words::in_force_from()), "issued", true);
        }
        if let Some(from) = &excerpt.from {
            DateOrder { subject: &subject, sink }.term(&Term { from: from.clone(), until: excerpt.until.clone() });
        }
        let mut outside = |date: Option<Date>, key: &str, what: Bilingual, bound: Bilingual| {
            let Some(date) = date else { return };
            let finding = Finding::new(time::OUTSIDE_INSTRUMENT, Place::Entry(subject.clone(), key.to_owned()));
            sink.push(finding.arg("what", what).arg("date", date.to_string()).arg("bound", bound));
        };
        let (from, until) = (excerpt.from.as_ref().and_then(Day::date), excerpt.until.as_ref().and_then(Day::date));
        if let Some((start, bound)) = first_possible(&instrument.term.from) {
            outside(from.filter(|from| *from < start), "in-force-from", words::in_force_from(), bound.clone());
            // The day of the end is a day no longer in force.
            outside(until.filter(|until| *until <= start), "in-force-until", words::in_force_until(), bound);
        }
        if let Some((end, bound)) = instrument.term.until.as_ref().and_then(last_possible) {
            outside(from.filter(|from| *from >= end), "in-force-from", words::in_force_from(), bound.clone());
            outside(until.filter(|until| *until > end), "in-force-until", words::in_force_until(), bound);
        }
    }
}

/// The day before which a text cannot be in force, and how it is known.
fn first_possible(day: &Day) -> Option<(Date, Bilingual)> {
    match day {
        Day::On(date) => Some((*date, words::in_force_since(*date))),
        Day::Unknown { earliest, .. } => earliest.map(|date| (date, words::not_before(date))),
    }
}

/// The day from which a text is certainly not in force, and how it is known.
fn last_possible(day: &Day) -> Option<(Date, Bilingual)> {
    match day {
        Day::On(date) => Some((*date, words::ended_on(*date))),
        Day::Unknown { latest, .. } => latest.map(|date| (date, words::ended_by(date))),
    }
}

fn ends(term: &Term) -> Option<Date> {
    term.until.as_ref().and_then(Day::date)
}

struct DateOrder<'a> {
    subject: &'a Subject,
    sink: &'a mut Sink,
}

impl DateOrder<'_> {
    /// Half-open: a term that ends on the day it begins is empty, and a mistake.
    fn term(&mut self, term: &Term) {
        let from = (term.from.date(), words::in_force_from());
        self.not_before(from, (ends(term), words::in_force_until()), "in-force-until", false);
    }

    fn bounds(&mut self, day: &Day, key: &str) {
        if let Day::Unknown { earliest, latest, .. } = day {
            self.not_before((*earliest, words::earliest()), (*latest, words::latest()), &format!("{key}.latest"), true);
        }
    }

    fn not_before(
        &mut self,
        earlier: (Option<Date>, Bilingual),
        later: (Option<Date>, Bilingual),
        key: &str,
        same_day: bool,
    ) {
        let (Some(first), Some(second)) = (earlier.0, later.0) else { return };
        if second < first || (second == first && !same_day) {
            let place = Place::Entry(self.subject.clone(), key.to_owned());
            let finding = Finding::new(time::DATES_OUT_OF_ORDER, place);
            let finding = finding.arg("later_name", later.1).arg("later", second.to_string());
            let finding = finding.arg("clash", if second < first { words::is_before() } else { words::is_same() });
            self.sink.push(finding.arg("earlier_name", earlier.1).arg("earlier", first.to_string()));
        }
    }
}
