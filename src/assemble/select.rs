//! Whether a chapter takes an excerpt, and why or why not.

use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::edition::{Chapter, Selection};
use crate::model::excerpt::Excerpt;
use crate::model::instrument::Confidence;
use crate::model::known::Reached;
use crate::model::validity::ValidityKind;

/// What a chapter decides about an excerpt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Decision {
    /// `listed`: by `include`, whatever the criteria say.
    In {
        listed: bool,
    },
    Out(Vec<Miss>),
}

/// One reason why an excerpt is out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Miss {
    Topics,
    Audiences,
    Instruments,
    /// Its instrument had not been issued on the day: a reader of that day could not know it.
    NotIssued,
    /// Its validity on the day is not among those asked for.
    Validity(ValidityKind),
    Excluded,
    /// The chapter has no criteria and does not list it.
    NoCriteria,
    /// Confidence `unverified` must not be printed.
    Unverified,
}

/// Every reason is given, not only the first, so that an editor can mend them together.
pub fn decide(corpus: &Corpus, chapter: &Chapter, excerpt: &Excerpt, as_of: Date) -> Decision {
    let select = &chapter.select;
    if excerpt.confidence == Confidence::Unverified {
        return Decision::Out(vec![Miss::Unverified]);
    }
    let instrument = corpus.instrument(&excerpt.instrument);
    if instrument.is_some_and(|instrument| instrument.issued.reached_on(as_of) == Reached::No) {
        return Decision::Out(vec![Miss::NotIssued]);
    }
    if select.exclude.contains(&excerpt.id) {
        return Decision::Out(vec![Miss::Excluded]);
    }
    if select.include.contains(&excerpt.id) {
        return Decision::In { listed: true };
    }
    if !has_criteria(select) {
        return Decision::Out(vec![Miss::NoCriteria]);
    }
    let misses = misses(corpus, select, excerpt, as_of);
    if misses.is_empty() { Decision::In { listed: false } } else { Decision::Out(misses) }
}

/// Validity alone is no criterion: it would take the whole corpus.
fn has_criteria(select: &Selection) -> bool {
    !(select.topics.is_empty() && select.audiences.is_empty() && select.instruments.is_empty())
}

fn misses(corpus: &Corpus, select: &Selection, excerpt: &Excerpt, as_of: Date) -> Vec<Miss> {
    let mut misses = Vec::new();
    let vocabulary = corpus.vocabulary();
    let within = |wanted| excerpt.topics.iter().any(|topic| vocabulary.is_within(topic, wanted));
    if !select.topics.is_empty() && !select.topics.iter().any(within) {
        misses.push(Miss::Topics);
    }
    if !select.audiences.is_empty() && !select.audiences.iter().any(|id| excerpt.audiences.contains(id)) {
        misses.push(Miss::Audiences);
    }
    if !select.instruments.is_empty() && !select.instruments.contains(&excerpt.instrument) {
        misses.push(Miss::Instruments);
    }
    if !select.validity.is_empty() {
        let kind = corpus.excerpt_validity(excerpt, as_of).kind;
        if !select.validity.contains(&kind) {
            misses.push(Miss::Validity(kind));
        }
    }
    misses
}
