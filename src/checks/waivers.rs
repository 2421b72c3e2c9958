//! A waiver is decided, then ends.

use crate::diag::{Finding, Place, Sink};
use crate::messages::{time, words};
use crate::model::corpus::Corpus;
use crate::model::subject::Subject;

pub fn check(corpus: &Corpus, sink: &mut Sink) {
    for (index, waiver) in corpus.waivers().iter().enumerate().filter(|(_, waiver)| waiver.until <= waiver.on) {
        let place = Place::Entry(Subject::Waivers, format!("waivers.{index}.until"));
        let clash = if waiver.until < waiver.on { words::is_before() } else { words::is_same() };
        let finding = Finding::new(time::DATES_OUT_OF_ORDER, place).arg("clash", clash);
        let finding = finding.arg("later_name", "until").arg("later", waiver.until.to_string());
        sink.push(finding.arg("earlier_name", "on").arg("earlier", waiver.on.to_string()));
    }
}
