//! Texts that were last checked long ago. Age is counted to the latest day of the editions, never to the clock.

use crate::checks::messages::time;
use crate::diag::{Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::draft::{placeholders_in_excerpt, placeholders_in_guidance, placeholders_in_instrument};
use crate::model::subject::Subject;

/// Reports texts that were last checked long before the latest edition's day.
pub fn check(corpus: &Corpus, sink: &mut Sink) {
    let Some(latest) = corpus.editions().map(|edition| edition.as_of).max() else { return };
    let mut old = |subject: Subject, checked_on: Date| {
        if checked_on.years_until(latest) >= 1 {
            let finding = Finding::new(time::STALE_CHECK, Place::Entry(subject, "checked-on".to_owned()));
            sink.push(finding.arg("date", checked_on.to_string()).arg("latest", latest.to_string()));
        }
    };
    // A draft has not been checked at all, which has a finding of its own.
    for instrument in corpus.instruments().filter(|it| !placeholders_in_instrument(it).contains(&"checked-on")) {
        old(Subject::Instrument(instrument.id.clone()), instrument.checked_on);
    }
    for excerpt in corpus.excerpts().filter(|it| placeholders_in_excerpt(it).is_empty()) {
        old(Subject::Excerpt(excerpt.id.clone()), excerpt.checked_on);
    }
    for guidance in corpus.all_guidance().filter(|it| !placeholders_in_guidance(it).contains(&"checked-on")) {
        old(Subject::Guidance(guidance.id.clone()), guidance.checked_on);
    }
}
