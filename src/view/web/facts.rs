//! What programs want to know beside the words that readers see: numbers, days and relations as data. What is not known
//! is not there.

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
    /// Whether the wording that says so was seen, and is not only told by others.
    pub seen: bool,
}

pub(super) fn term(validity: &Validity) -> TermFacts {
    let iso = |date: Date| date.to_string();
    TermFacts {
        since: validity.since.map(iso),
        until: validity.until.map(iso),
        last: validity.until.and_then(Date::yesterday).map(iso),
    }
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
    let active = instruments::told(instrument).map(|relation| {
        let target = match &relation.target {
            RelationTarget::Instrument(id) => page(id),
            RelationTarget::External(_) => None,
        };
        fact(false, instrument, relation, target_citation(booklet.corpus, relation), target)
    });
    let passive = instruments::passive_relations(instrument, booklet)
        .map(|(acting, relation)| fact(true, acting, relation, acting.citation(), page(&acting.id)));
    InstrumentFacts {
        number: instrument.number.known().map(ToString::to_string),
        issued: instrument.issued.date().map(|date| date.to_string()),
        term: term(&booklet.corpus.validity(instrument, booklet.as_of)),
        acts: active.chain(passive).collect(),
    }
}
