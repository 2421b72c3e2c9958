//! RESOLVE: records become a corpus. Looks across files: ids, references, files that belong to others. The only builder
//! of a [`Corpus`].

mod original;
mod parse;
mod places;
mod references;

use crate::diag::{Finding, Place, Sink};
use crate::messages::{files, references as codes};
use crate::model::corpus::{Corpus, Records};
use crate::model::subject::Subject;
use crate::source::{Kind, Sources};

use parse::Parsed;
pub use places::Places;

/// A corpus, and where its records stand. There is always one to look at, so that checks can speak of what could be
/// read; whether it may be built is for the sink to say.
pub fn resolve(sources: &Sources, sink: &mut Sink) -> (Corpus, Places) {
    let mut records = Records::default();
    let mut places = Places::default();
    let parsed = parse::all(sources, sink);
    if !sources.files().any(|(_, file)| file.kind == Kind::Vocabulary) {
        sink.push(Finding::new(files::MISSING_FILE, Place::Corpus).arg("path", "vocabulary.yaml"));
    }
    if !sources.files().any(|(_, file)| file.kind == Kind::Edition) {
        sink.push(Finding::new(files::MISSING_FILE, Place::Corpus).arg("path", "editions/<id>.yaml"));
    }
    for (file, parsed) in parsed {
        // Claims the id for this file; a second file of the same id is reported and left out.
        let mut claim = |subject: Subject, id: &str| match places.claim(subject.clone(), file) {
            Ok(()) => true,
            Err(other) => {
                let other = sources.get(other).map_or("", |file| &file.path);
                let finding = Finding::new(codes::DUPLICATE_ID, places.in_file(file, "id"));
                sink.push(finding.arg("id", id).arg("other", other));
                false
            }
        };
        match parsed {
            Parsed::Instrument(instrument) => {
                if claim(Subject::Instrument(instrument.id.clone()), instrument.id.as_str()) {
                    records.instruments.insert(instrument.id.clone(), *instrument);
                }
            }
            Parsed::Excerpt(excerpt) => {
                if claim(Subject::Excerpt(excerpt.id.clone()), excerpt.id.as_str()) {
                    records.excerpts.insert(excerpt.id.clone(), *excerpt);
                }
            }
            Parsed::Guidance(guidance) => {
                if claim(Subject::Guidance(guidance.id.clone()), guidance.id.as_str()) {
                    records.guidance.insert(guidance.id.clone(), *guidance);
                }
            }
            Parsed::Edition(edition) => {
                if claim(Subject::Edition(edition.id.clone()), edition.id.as_str()) {
                    records.editions.insert(edition.id.clone(), *edition);
                }
            }
            Parsed::Vocabulary(vocabulary) => {
                places.claim(Subject::Vocabulary, file).ok();
                records.vocabulary = vocabulary;
            }
            Parsed::Glossary(terms) => {
                places.claim(Subject::Glossary, file).ok();
                records.glossary = terms;
            }
        }
    }
    references::bind(&records, &places, sources, sink);
    (Corpus::new(records), places)
}
