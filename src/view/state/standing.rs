//! A validity as it is compared.

use super::super::status::status_view;
use crate::compare::ComparedStatus;
use crate::model::corpus::Corpus;
use crate::model::instrument::{Confidence, Transition};
use crate::model::time::ValidityQuery;
use crate::model::validity::{Amendment, EndedPart, OpenTransition, Validity};

/// Returns a state of validity for comparison: its words, and the facts behind them.
pub fn standing(corpus: &Corpus, validity: &Validity, asked: ValidityQuery) -> ComparedStatus {
    let said = status_view(corpus, validity, asked);
    ComparedStatus {
        key: said.key,
        text: said.text,
        detail: said.detail,
        since: validity.since,
        until: validity.until,
        by: validity.by.as_ref().map(ToString::to_string),
        facts: facts(validity),
    }
}

/// What the words of a state name beside its days and its act, as keys: other words for the same are no other validity.
fn facts(validity: &Validity) -> Vec<String> {
    let Validity {
        // Compared by themselves.
        kind: _,
        since: _,
        // How sure it is belongs to the record, and is compared there.
        since_confidence: _,
        until_confidence: _,
        until: _,
        by: _,
        cause,
        // The place in the act and its verb belong to the act, and are compared there.
        at: _,
        verb: _,
        confidence,
        // Belongs to the relations, and is compared there.
        succeeded: _,
        resumes,
        // Explains what is not known; other words leave it as unknown as before.
        reason: _,
        rule: _,
        settled_by: _,
        parts,
        transitions,
        amendments,
        ended_bases,
        // Compared as they are in the record.
        scopes: _,
        kept: _,
        // A reader of the day does not see what is to come.
        ahead: _,
    } = validity;
    let cause = cause.map(|cause| format!("cause {}", cause.key()));
    let confidence = confidence.map(|it| format!("confidence {}", it.key()));
    let resumes = resumes.map(|date| format!("resumes {date}"));
    let bases = ended_bases.iter().map(|id| format!("base {id}"));
    let named = cause.into_iter().chain(confidence).chain(resumes).chain(parts.iter().map(part));
    named.chain(transitions.iter().map(going_on)).chain(amendments.iter().filter_map(amended)).chain(bases).collect()
}

fn part(part: &EndedPart) -> String {
    // What the act says otherwise belongs to the act, and is compared there.
    let EndedPart { units, since, since_confidence: _, by, cause: _, verb: _, at: _, confidence: _ } = part;
    let units: Vec<String> = units.iter().map(ToString::to_string).collect();
    let since = since.map(|date| date.to_string()).unwrap_or_default();
    format!("part {} {since} {by}", units.join(", "))
}

fn going_on(open: &OpenTransition) -> String {
    // Whose rule it is, is compared with the acts.
    let OpenTransition { by: _, transition: Transition { at, note, until: _ } } = open;
    format!("transition {} {note}", at.as_ref().map(ToString::to_string).unwrap_or_default())
}

/// Readers do not see what nobody has verified.
fn amended(amendment: &Amendment) -> Option<String> {
    // How sure the act is belongs to the act, and is compared there.
    let Amendment { by, corrects: _, certain, confidence } = amendment;
    (*confidence != Confidence::Unverified).then(|| format!("amended {by} {certain}"))
}
