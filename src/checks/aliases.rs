//! A former id leads to one place, and that is not where another record lives.

use std::collections::BTreeMap;

use crate::checks::messages::provisions as references;
use crate::diag::{Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::subject::Subject;

/// Reports former ids that are also ids of living records, or of two records.
pub fn check(corpus: &Corpus, sink: &mut Sink) {
    let instruments = corpus.instruments().map(|it| it.id.as_str());
    let living = instruments.chain(corpus.excerpts().map(|it| it.id.as_str()));
    // Who has an id: the record that lives there, or the first that says it once did.
    let mut owners: BTreeMap<&str, &str> = living.map(|id| (id, id)).collect();
    let mut claim = |alias, owner, place: Place| match owners.get(alias) {
        Some(other) => {
            sink.push(Finding::new(references::ALIAS_TAKEN, place).arg("id", alias).arg("other", *other));
        }
        None => {
            owners.insert(alias, owner);
        }
    };
    for instrument in corpus.instruments() {
        for (index, alias) in instrument.aliases.iter().enumerate() {
            let place = Place::Entry(Subject::Instrument(instrument.id.clone()), format!("aliases.{index}"));
            claim(alias.as_str(), instrument.id.as_str(), place);
        }
    }
    for excerpt in corpus.excerpts() {
        for (index, alias) in excerpt.aliases.iter().enumerate() {
            let place = Place::Entry(Subject::Excerpt(excerpt.id.clone()), format!("aliases.{index}"));
            claim(alias.as_str(), excerpt.id.as_str(), place);
        }
    }
}
