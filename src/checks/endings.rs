//! An end needs the act that makes it, and the act and the ended instrument must name the same day.

use crate::diag::{Both, Finding, Place, Sink};
use crate::messages::{time, words};
use crate::model::corpus::Corpus;
use crate::model::instrument::Instrument;
use crate::model::known::Day;
use crate::model::subject::Subject;
use crate::model::time::{effect, may_be};

pub fn check(corpus: &Corpus, sink: &mut Sink) {
    // The record that ends an instrument may be one of those that could not be read.
    let all_read = !corpus.unread().iter().any(|subject| matches!(subject, Subject::Instrument(_)));
    for instrument in corpus.instruments() {
        let place = Place::Entry(Subject::Instrument(instrument.id.clone()), "in-force-until".to_owned());
        let mut acted = false;
        for (acting, relation) in corpus.acts_on(&instrument.id).filter(|(_, relation)| relation.kind.ends()) {
            acted = true;
            // A relation to itself has a finding of its own.
            if acting.id == instrument.id {
                continue;
            }
            let effect = effect(acting, relation);
            if disagree(instrument.term.until.as_ref(), &effect) {
                let finding = Finding::new(time::RELATION_DISAGREES, place.clone()).arg("id", instrument.id.as_str());
                let finding = finding.arg("by", acting.id.as_str()).arg("effect", said(Some(&effect)));
                sink.push(finding.arg("stated", said(instrument.term.until.as_ref())));
            }
        }
        if let Some(date) = ended(instrument).filter(|_| !acted && all_read) {
            let finding = Finding::new(time::END_WITHOUT_ACT, place).arg("id", instrument.id.as_str());
            sink.push(finding.arg("date", date));
        }
    }
}

fn ended(instrument: &Instrument) -> Option<String> {
    instrument.term.until.as_ref().and_then(Day::date).map(|date| date.to_string())
}

/// Two days disagree where no single day fits both.
fn disagree(stated: Option<&Day>, effect: &Day) -> bool {
    match (stated, effect) {
        // An act without a known day does not contradict an instrument that is said to be in force.
        (None, Day::Unknown { .. }) => false,
        (None, Day::On(_)) => true,
        (Some(Day::On(stated)), Day::On(effect)) => stated != effect,
        (Some(Day::On(date)), unknown) | (Some(unknown), Day::On(date)) => !may_be(unknown, *date),
        (Some(Day::Unknown { .. }), Day::Unknown { .. }) => false,
    }
}

fn said(day: Option<&Day>) -> Both {
    match day {
        None => words::no_end(),
        Some(Day::On(date)) => Both::same(date.to_string()),
        Some(Day::Unknown { .. }) => words::unknown(),
    }
}
