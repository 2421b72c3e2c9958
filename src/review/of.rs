//! From a record to its review, and from an approval to the words that it was given to.

use crate::history::FileHistory;
use crate::model::corpus::Corpus;
use crate::model::review::Review;
use crate::syntax::record::RecordKind;

/// Returns the review of the record with this file.
pub fn of_path<'c>(path: &str, corpus: &'c Corpus) -> Option<&'c Review> {
    corpus.review(&RecordKind::subject_of(path)?)
}

/// Returns the text that an approval was given to, where the journal has it: the state whose hash is this one.
pub fn text_of(sha256: &str, states: &FileHistory, hash: impl Fn(&str) -> Option<String>) -> Option<String> {
    let texts = states.states.iter().rev().filter_map(|state| state.text.as_deref());
    texts.into_iter().find(|text| hash(text).as_deref() == Some(sha256)).map(str::to_owned)
}
