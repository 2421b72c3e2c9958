//! On any one day a provision has one current text; and a number names one instrument.

use std::collections::BTreeMap;

use crate::checks::messages::provisions as references;
use crate::diag::{Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::excerpt::Excerpt;
use crate::model::ids::InstrumentId;
use crate::model::known::{Day, Reached, Term};
use crate::model::provision::Locator;
use crate::model::subject::Subject;
use crate::model::time::excerpt_term;

/// Reports two texts of one provision that are current on one day, and two instruments with one number and day.
pub fn check(corpus: &Corpus, sink: &mut Sink) {
    provisions(corpus, sink);
    numbers(corpus, sink);
}

fn provisions(corpus: &Corpus, sink: &mut Sink) {
    let mut by_place: BTreeMap<(&InstrumentId, &Locator), Vec<&Excerpt>> = BTreeMap::new();
    for excerpt in corpus.excerpts() {
        if let Some(locator) = excerpt.at.known() {
            by_place.entry((&excerpt.instrument, locator)).or_default().push(excerpt);
        }
    }
    for ((instrument, locator), excerpts) in by_place.into_iter().filter(|(_, excerpts)| excerpts.len() > 1) {
        let Some(instrument) = corpus.instrument(instrument) else { continue };
        for (index, excerpt) in excerpts.iter().enumerate() {
            let term = excerpt_term(excerpt, instrument);
            let clash = excerpts[..index].iter().find(|other| overlap(&term, &excerpt_term(other, instrument)));
            if let Some(other) = clash {
                let place = Place::Entry(Subject::Excerpt(excerpt.id.clone()), "at".to_owned());
                let finding = Finding::new(references::SAME_PROVISION, place).arg("other", other.id.as_str());
                sink.push(finding.arg("citation", format!("{locator} {}", instrument.citation())));
            }
        }
    }
}

/// Whether two terms certainly share a day. Unknown days are not guessed at.
fn overlap(a: &Term, b: &Term) -> bool {
    ends_after(a, b) && ends_after(b, a)
}

fn ends_after(a: &Term, b: &Term) -> bool {
    match (&a.until, &b.from) {
        (None, _) => true,
        (Some(until), Day::On(from)) => until.reached_on(*from) == Reached::No,
        (Some(until), from) => until == from || until.date().is_some(),
    }
}

fn numbers(corpus: &Corpus, sink: &mut Sink) {
    for instrument in corpus.instruments() {
        let Some(number) = instrument.number.known() else { continue };
        // An individual decision has no year in its number, so the day of issue belongs to it.
        let twin = corpus.numbered(&number.key()).iter().find(|other| {
            **other < instrument.id
                && corpus
                    .instrument(other)
                    .is_some_and(|other| number.identifies() || other.issued == instrument.issued)
        });
        if let Some(other) = twin {
            let place = Place::Entry(Subject::Instrument(instrument.id.clone()), "number".to_owned());
            let finding = Finding::new(references::DUPLICATE_NUMBER, place).arg("number", number.to_string());
            sink.push(finding.arg("other", other.as_str()));
        }
    }
}
