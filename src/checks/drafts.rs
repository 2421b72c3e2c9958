//! Drafts must not be called verified: only `confidence: unverified` keeps it from the reader.

use crate::checks::messages::time;
use crate::diag::{Bilingual, Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::draft::{placeholders_in_excerpt, placeholders_in_guidance, placeholders_in_instrument};
use crate::model::instrument::Confidence;
use crate::model::subject::Subject;

/// Reports drafts' placeholders in records that claim to be verified.
pub fn check(corpus: &Corpus, sink: &mut Sink) {
    for instrument in corpus.instruments().filter(|it| it.confidence != Confidence::Unverified) {
        for key in placeholders_in_instrument(instrument) {
            report(Subject::Instrument(instrument.id.clone()), key, instrument.confidence, sink);
        }
    }
    for excerpt in corpus.excerpts().filter(|it| it.confidence != Confidence::Unverified) {
        let subject = Subject::Excerpt(excerpt.id.clone());
        let unwritten = placeholders_in_excerpt(excerpt);
        for key in &unwritten {
            report(subject.clone(), key, excerpt.confidence, sink);
        }
        if unwritten.is_empty()
            && corpus.instrument(&excerpt.instrument).is_some_and(|it| it.confidence == Confidence::Unverified)
        {
            let finding = Finding::new(time::UNVERIFIED_INSTRUMENT, Place::Entry(subject, "confidence".to_owned()));
            sink.push(finding.arg("instrument", excerpt.instrument.as_str()));
        }
    }
    // Guidance has no confidence: it is a draft as long as its text is.
    for guidance in corpus.all_guidance().filter(|it| placeholders_in_guidance(it) == ["checked-on"]) {
        let place = Place::Entry(Subject::Guidance(guidance.id.clone()), "checked-on".to_owned());
        sink.push(Finding::new(time::UNREAD_GUIDANCE, place));
    }
}

fn report(subject: Subject, key: &'static str, confidence: Confidence, sink: &mut Sink) {
    let place = if key == "body" { "confidence" } else { key };
    let finding = Finding::new(time::UNFINISHED_DRAFT, Place::Entry(subject, place.to_owned()));
    let named = if key == "body" { Bilingual::new("nội dung", "text") } else { Bilingual::same(key) };
    sink.push(finding.arg("key", named).arg("confidence", confidence.key()));
}
