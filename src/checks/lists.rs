//! Days within lists: a waiver is decided, then ends; a group of departments begins, then ends; so does what an audience is
//! by law.

use crate::checks::messages::{time, words};
use crate::diag::{Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::known::Day;
use crate::model::subject::Subject;

/// Reports waivers and groups of departments whose days contradict one another.
pub fn check(corpus: &Corpus, sink: &mut Sink) {
    for (index, waiver) in corpus.waivers().iter().enumerate() {
        let place = Place::Entry(Subject::Waivers, format!("waivers.{index}.until"));
        in_order(("on", waiver.on), ("until", waiver.until), place, sink);
    }
    for (index, audience) in corpus.vocabulary().audiences.iter().enumerate() {
        for (at, membership) in audience.within.iter().enumerate() {
            if let (Some(from), Some(until)) = (membership.from, membership.until) {
                let key = format!("audiences.{index}.within.{at}.until");
                in_order(("from", from), ("until", until), Place::Entry(Subject::Vocabulary, key), sink);
            }
        }
    }
    for (index, group) in corpus.departments().iter().enumerate() {
        let until = group.term.until.as_ref().and_then(Day::date);
        if let (Some(from), Some(until)) = (group.term.from.date(), until) {
            let place = Place::Entry(Subject::Departments, format!("groups.{index}.until"));
            in_order(("from", from), ("until", until), place, sink);
        }
    }
}

/// Half-open: what ends on the day it begins is empty, and a mistake.
fn in_order(from: (&'static str, Date), until: (&'static str, Date), place: Place, sink: &mut Sink) {
    if until.1 <= from.1 {
        let clash = if until.1 < from.1 { words::is_before() } else { words::is_same() };
        let finding = Finding::new(time::DATES_OUT_OF_ORDER, place).arg("clash", clash);
        let finding = finding.arg("later_name", until.0).arg("later", until.1.to_string());
        sink.push(finding.arg("earlier_name", from.0).arg("earlier", from.1.to_string()));
    }
}
