//! Facts for programs, beside the words for readers: numbers, days and relations as data. Unknown facts
//! are left out.

use crate::model::date::Date;
use crate::model::instrument::{Confidence, Instrument, Relation, RelationTarget};
use crate::model::validity::Validity;
use crate::view::build::Builder;
use crate::view::{instruments, target_citation};

/// When a text is law, as far as a reader of the edition's day knows. ISO 8601.
#[derive(Clone, Default, Debug)]
pub struct TermFacts {
    /// First day in force.
    pub since: Option<String>,
    /// First day no longer in force, where it has come.
    pub until: Option<String>,
    /// The day before that.
    pub last: Option<String>,
}

/// What the page of an instrument and its data say of it.
#[derive(Clone, Default, Debug)]
pub struct InstrumentFacts {
    /// `72/2013/NĐ-CP`
    pub number: Option<String>,
    /// The day of issue, ISO 8601.
    pub issued: Option<String>,
    pub term: TermFacts,
    pub acts: Vec<ActFacts>,
}

/// What an instrument does to another, or another to it.
#[derive(Clone, Debug)]
pub struct ActFacts {
    /// Of the relation, from the side of the one that acts: `replaces`, `amends`, `based-on` …
    pub kind: String,
    /// Whether the other one acts.
    pub passive: bool,
    /// Of the other one.
    pub citation: String,
    /// Id of the other one, where it has a page.
    pub instrument: Option<String>,
    /// Whether the wording that says so was seen, and is not known second-hand only.
    pub seen: bool,
}

pub(super) fn term(validity: &Validity) -> TermFacts {
    let Validity {
        since,
        since_confidence: _,
        until_confidence: _,
        until,
        kind: _,  // in the status
        ahead: _, // what has not come is not a fact yet
        // The words of the status say these.
        by: _,
        cause: _,
        verb: _,
        rule: _,
        settled_by: _,
        scopes: _,
        parts: _,
        at: _,
        confidence: _,
        resumes: _,
        reason: _,
        transitions: _,
        amendments: _,
        ended_bases: _,
        kept: _,
        succeeded: _, // in the words of the state
    } = validity;
    let iso = |date: Date| date.to_string();
    TermFacts { since: since.map(iso), until: until.map(iso), last: until.and_then(Date::yesterday).map(iso) }
}

pub(super) fn instrument(instrument: &Instrument, builder: &Builder<'_, '_>) -> InstrumentFacts {
    let booklet = builder.booklet;
    let page = |id: &_| builder.bodies.has_row(id).then(|| ToString::to_string(id));
    let fact = |passive, acting: &Instrument, relation: &Relation, citation, instrument| ActFacts {
        kind: relation.kind.key().to_owned(),
        passive,
        citation,
        instrument,
        seen: matches!(acting.confidence_of(relation), Confidence::TextRead | Confidence::ExcerptSeen),
    };
    let active = instruments::stated(instrument).map(|relation| {
        let target = match &relation.target {
            RelationTarget::Instrument(id) => page(id),
            RelationTarget::External(_) => None,
        };
        fact(false, instrument, relation, target_citation(booklet.corpus, relation), target)
    });
    let passive = instruments::passive_relations(instrument, booklet)
        .map(|(acting, relation)| fact(true, acting, relation, acting.citation(), page(&acting.id)));
    let Instrument {
        number,
        issued,
        statements: _, // in words on the page
        relations: _,  // the acts
        amended_by: _,
        has_record: _,
        // These decide the term.
        term: _,
        known_from: _,
        in_force_at: _,
        ends_by: _,
        ends_at: _,
        scopes: _,
        // These are in words on the page, and from there in its data.
        id: _,
        kind: _,
        title: _,
        issuer: _,
        signer: _,
        names: _,
        confidence: _,
        checked_on: _,
        sources: _,
        text_at: _,
        contact: _,
        notes: _,
        aliases: _, // see the redirects
    } = instrument;
    InstrumentFacts {
        number: number.known().map(ToString::to_string),
        issued: issued.date().map(|date| date.to_string()),
        term: term(&booklet.corpus.validity(instrument, booklet.asked())),
        acts: active.chain(passive).collect(),
    }
}
