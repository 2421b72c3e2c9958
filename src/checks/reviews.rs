//! An approval covers the words that were seen, and no others: a later change is for somebody to look at.

use crate::checks::messages::reviews as codes;
use crate::diag::{Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::review::{ReviewStanding, ReviewState};

/// Reports records that were changed after they were approved, or after somebody was asked to approve them.
pub fn check(corpus: &Corpus, sink: &mut Sink) {
    for (of, review) in corpus.reviews() {
        let ReviewStanding::Stale(decision) = review.standing() else { continue };
        let is_asked = decision.state == ReviewState::Asked;
        let code = if is_asked { codes::CHANGED_SINCE_ASKED } else { codes::STALE_APPROVAL };
        let finding = Finding::new(code, Place::Entry(of.clone(), "id".to_owned()));
        let finding = finding.arg("by", decision.by.as_str()).arg("on", decision.on.short());
        sink.push(finding.arg("record", of.name()));
    }
}
