//! What an edition that requires approval does with the texts that nobody has approved.

use std::collections::BTreeSet;

use super::{Booklet, alone};
use crate::assemble::messages::approval as codes;
use crate::diag::{Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::edition::{Edition, Requirement, Unapproved};
use crate::model::subject::Subject;

/// Returns whether an edition requires that a text is approved, and nobody has approved what it says now.
pub fn is_missing(corpus: &Corpus, edition: &Edition, of: &Subject) -> bool {
    match edition.requires {
        Some(Requirement::Approved) => !corpus.standing(of).is_approved(),
        None => false,
    }
}

/// Returns whether an edition does not print a text for that reason.
pub fn is_left_out(corpus: &Corpus, edition: &Edition, of: &Subject) -> bool {
    edition.unapproved == Unapproved::LeaveOut && is_missing(corpus, edition, of)
}

/// Names the texts that are left out, or printed all the same, because nobody has approved them.
pub(super) fn report(booklet: &Booklet<'_>, sink: &mut Sink) {
    let Booklet { corpus, edition, as_of, .. } = *booklet;
    if edition.requires.is_none() {
        return;
    }
    // Without the demand, the edition prints what is left out as well, and all that only this refers to.
    let freely = Edition { requires: None, ..edition.clone() };
    let code = match edition.unapproved {
        Unapproved::LeaveOut => codes::LEFT_OUT,
        Unapproved::Print => codes::PRINTED,
    };
    for of in texts(&alone(corpus, &freely, as_of, &mut Sink::new())) {
        if is_missing(corpus, edition, &of) {
            let standing = codes::standing(corpus.standing(&of));
            let finding = Finding::new(code, Place::Entry(of.clone(), "id".to_owned())).arg("standing", standing);
            sink.push(finding.arg("edition", edition.id.as_str()).arg("id", of.name()));
        }
    }
}

/// The excerpts, the guidance and the slides of a booklet.
fn texts(booklet: &Booklet<'_>) -> BTreeSet<Subject> {
    let excerpts = booklet.excerpts().map(|excerpt| Subject::Excerpt(excerpt.id.clone()));
    let guidance = booklet.guidance().chain(booklet.slides()).map(|guidance| Subject::Guidance(guidance.id.clone()));
    excerpts.chain(guidance).collect()
}
