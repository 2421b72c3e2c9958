//! The words for a validity in English: for runs whose messages are English. Names and places of Vietnamese law stay as they are,
//! and the words of an editor are quoted: «…».

use crate::diag::Lang;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Clause, Confidence, EndVerb, Instrument};
use crate::model::known::{Day, Known};
use crate::model::provision::Locator;
use crate::model::time::ValidityQuery;
use crate::model::validity::{Ahead, Cause, EndedPart, Kept, OpenTransition, ScopeState, Validity, ValidityKind};
use crate::view::{last_successor, status_view};

/// A state and what belongs to it, each as a sentence.
pub struct StatusWords {
    pub text: String,
    pub detail: Option<String>,
}

/// The words for a validity, as it was asked about.
pub fn status_words(corpus: &Corpus, validity: &Validity, asked: ValidityQuery, lang: Lang) -> StatusWords {
    match lang {
        Lang::Vi => {
            let status = status_view(corpus, validity, asked);
            StatusWords { text: status.text, detail: status.detail }
        }
        Lang::En => {
            let english = English { corpus, validity, asked };
            StatusWords { text: english.text(), detail: english.detail() }
        }
    }
}

/// What an editor wrote.
pub fn quoted(words: &str) -> String {
    format!("«{words}»")
}

struct English<'a> {
    corpus: &'a Corpus,
    validity: &'a Validity,
    asked: ValidityQuery,
}

impl English<'_> {
    fn text(&self) -> String {
        let validity = self.validity;
        let since = validity.since.map(|date| marked(date, validity.since_confidence));
        let until = validity.until.map(|date| marked(date, validity.until_confidence));
        let part = validity.parts.iter().find_map(|part| Some(marked(part.since?, part.since_confidence)));
        match (validity.kind, since, until) {
            (ValidityKind::InForce, Some(since), _) => format!("In force since {since}"),
            (ValidityKind::InForce, None, _) => "In force".to_owned(),
            (ValidityKind::NotCommenced, Some(since), _) => format!("Not yet in force; to commence on {since}"),
            (ValidityKind::NotCommenced, None, _) => "Not yet in force".to_owned(),
            (ValidityKind::Ended, _, Some(until)) => format!("No longer in force from {until}"),
            (ValidityKind::Ended, _, None) => "No longer in force, unknown since when".to_owned(),
            (ValidityKind::Suspended, _, Some(until)) => format!("Suspended from {until}"),
            (ValidityKind::Suspended, _, None) => "Suspended".to_owned(),
            (ValidityKind::PartlyEnded, ..) => {
                part.map_or_else(|| "Ended in part".to_owned(), |part| format!("Ended in part from {part}"))
            }
            (ValidityKind::NeverInForce, ..) => match self.made_by() {
                Some(reason) => format!("Never in force: {reason}"),
                None => "Never in force".to_owned(),
            },
            (ValidityKind::Unknown, ..) => "Unknown whether it is in force".to_owned(),
            (ValidityKind::NotApplicable, ..) => "The concept of validity does not apply".to_owned(),
        }
    }

    fn detail(&self) -> Option<String> {
        let validity = self.validity;
        let mut clauses: Vec<String> = Vec::new();
        clauses.extend(self.made_by().filter(|_| validity.kind != ValidityKind::NeverInForce));
        clauses.extend(validity.ahead.as_ref().and_then(|ahead| self.never_to_be(ahead)));
        clauses.extend(validity.kept.as_ref().map(outliving));
        clauses.extend(validity.scopes.iter().map(|scope| self.for_some(scope)));
        clauses.extend(validity.transitions.iter().map(|open| self.going_on(open)));
        clauses.extend(self.amended());
        clauses.extend(self.bases());
        (!clauses.is_empty()).then(|| clauses.join("; "))
    }

    /// Returns the act that made the state, or why that is unknown.
    fn made_by(&self) -> Option<String> {
        let validity = self.validity;
        let reason = || validity.reason.as_ref().map(|reason| reason.en.clone());
        match validity.kind {
            ValidityKind::Ended => Some(format!("{}{}", self.ended()?, self.and_now())),
            ValidityKind::Suspended => {
                let back = validity.resumes.map(|date| format!(", in force again from {date}"));
                let open = reason().map(|reason| format!(", unknown until when: {reason}"));
                Some(format!("by {}{}", self.act()?, back.or(open).unwrap_or_default()))
            }
            ValidityKind::NeverInForce => never(validity.cause, validity.verb.as_ref(), self.act()),
            ValidityKind::PartlyEnded => self.ended_parts(),
            ValidityKind::Unknown => reason(),
            ValidityKind::NotApplicable => self.ended().or_else(reason),
            ValidityKind::InForce | ValidityKind::NotCommenced => None,
        }
    }

    fn ended(&self) -> Option<String> {
        ended(self.validity.cause, self.validity.verb.as_ref(), self.act())
    }

    /// Names the act that made the state; an unverified one is not named.
    fn act(&self) -> Option<String> {
        self.named(self.validity.by.as_ref()?, self.validity.confidence)
    }

    fn named(&self, id: &InstrumentId, confidence: Option<Confidence>) -> Option<String> {
        let by = self.corpus.instrument(id).filter(|_| confidence != Some(Confidence::Unverified))?;
        Some(format!("{}{}", by.citation(), doubt(confidence)))
    }

    fn and_now(&self) -> String {
        let Some(last) = last_successor(self.corpus, self.validity, self.asked) else { return String::new() };
        let then = if last.is_law { "now" } else { "then" };
        format!(", {then} {}{}", last.instrument.citation(), doubt(last.confidence))
    }

    fn ended_parts(&self) -> Option<String> {
        let parts: Vec<String> = self.validity.parts.iter().filter_map(|part| self.ended_part(part)).collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }

    fn ended_part(&self, part: &EndedPart) -> Option<String> {
        let by = self.named(&part.by, Some(part.confidence));
        let units: Vec<String> = part.units.iter().map(Locator::to_string).collect();
        let units = if units.is_empty() { "a part, unknown which,".to_owned() } else { units.join(", ") };
        let since = part.since.map(|date| format!(", from {date}")).unwrap_or_default();
        Some(format!("{units} {}{since}", ended(part.cause, part.verb.as_ref(), by)?))
    }

    fn never_to_be(&self, ahead: &Ahead) -> Option<String> {
        let by = ahead.by.as_ref().and_then(|id| self.named(id, ahead.confidence));
        let reason = never(ahead.cause, ahead.verb.as_ref(), by)?;
        ahead.before_commencing.then(|| format!("will never be in force: {reason}"))
    }

    fn for_some(&self, scope: &ScopeState) -> String {
        let names = scope.audiences.iter().filter_map(|id| self.corpus.vocabulary().audience(id));
        let names: Vec<String> = names.map(|audience| quoted(&audience.name)).collect();
        let names = if names.is_empty() { String::new() } else { format!(", for {}", names.join(", ")) };
        let day = match scope.kind {
            ValidityKind::InForce => scope.since.map(|date| format!(" since {date}")),
            ValidityKind::NotCommenced => scope.since.map(|date| format!(", to commence on {date}")),
            ValidityKind::Ended | ValidityKind::Suspended => scope.until.map(|date| format!(" from {date}")),
            ValidityKind::Unknown => scope.reason.as_ref().map(|reason| format!(", {}", reason.en)),
            ValidityKind::PartlyEnded | ValidityKind::NeverInForce | ValidityKind::NotApplicable => None,
        };
        let place = scope.clause.as_ref().map(Clause::citation).or(scope.at.as_ref().map(Locator::to_string));
        let place = place.map(|place| format!(" ({place})")).unwrap_or_default();
        let state = crate::command::messages::validity::state(scope.kind).en;
        format!("only {}{names}: {state}{}{place}", quoted(&scope.words), day.unwrap_or_default())
    }

    fn going_on(&self, open: &OpenTransition) -> String {
        let by = self.corpus.instrument(&open.by).map(Instrument::citation).unwrap_or_default();
        let place = open.transition.at.as_ref().map(|at| format!("{at} ")).unwrap_or_default();
        let until = open.transition.until.as_ref().map(|until| match until {
            Day::On(date) => format!(", until the day before {date}"),
            Day::Unknown { reason, .. } => format!(", unknown until when: {}", quoted(reason)),
        });
        format!("transition: {}{} ({place}{by})", quoted(&open.transition.note), until.unwrap_or_default())
    }

    fn amended(&self) -> Option<String> {
        let said = self.validity.amendments.iter().filter_map(|it| {
            let by = self.named(&it.by, Some(it.confidence))?;
            let verb = if it.corrects { "corrected" } else { "amended" };
            let perhaps = if it.certain { "" } else { ", unknown whether in this provision" };
            Some(format!("{verb} by {by}{perhaps}"))
        });
        let said: Vec<String> = said.collect();
        (!said.is_empty()).then(|| said.join("; "))
    }

    fn bases(&self) -> Option<String> {
        let bases = self.validity.ended_bases.iter().filter_map(|id| self.corpus.instrument(id));
        let names: Vec<String> = bases.map(Instrument::citation).collect();
        (!names.is_empty()).then(|| format!("rests on what has ended or was superseded: {}", names.join(", ")))
    }
}

fn outliving(kept: &Kept) -> String {
    let goes_on = format!("kept in force by {}", kept.clause.citation());
    match kept.ended_on {
        Some(ended_on) => format!("its instrument ended on {ended_on}, this provision is {goes_on}"),
        None => goes_on,
    }
}

/// By the verb of the clause that ends it.
fn ended(cause: Option<Cause>, verb: Option<&Known<EndVerb>>, by: Option<String>) -> Option<String> {
    Some(match cause {
        Some(Cause::Replaced) => format!("replaced by {}", by?),
        Some(Cause::Repealed) => format!("repealed by {}", by?),
        Some(Cause::Annulled) => format!("annulled by {}", by?),
        Some(Cause::Amended) => format!("amended by {}", by?),
        Some(Cause::Ended) if matches!(verb, Some(Known::Unknown { .. })) => {
            format!("ended by {}, the verb of the clause is unknown", by?)
        }
        Some(Cause::OwnTerm) => "its own term has run out".to_owned(),
        Some(Cause::ParentEnded) => "ended with what it hangs on".to_owned(),
        Some(Cause::Ended | Cause::Suspended) | None => format!("ended by {}", by?),
    })
}

/// Why a text is law on no day.
fn never(cause: Option<Cause>, verb: Option<&Known<EndVerb>>, by: Option<String>) -> Option<String> {
    match cause {
        Some(Cause::Annulled) => Some(format!("annulled by {}", by?)),
        _ => Some(format!("{} before it came into force", ended(cause, verb, by)?)),
    }
}

/// How sure it is, where the text itself was not read: the keys of records are English.
fn doubt(confidence: Option<Confidence>) -> String {
    match confidence {
        None | Some(Confidence::TextRead) => String::new(),
        Some(confidence) => format!(" ({})", confidence.key()),
    }
}

fn marked(date: Date, confidence: Option<Confidence>) -> String {
    match confidence {
        Some(confidence) => format!("{date} ({})", confidence.key()),
        None => date.to_string(),
    }
}
