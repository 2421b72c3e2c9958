//! What a reader is told of every excerpt and instrument of a booklet or of a corpus, ready to be compared.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::build::{citation, locator};
use super::instruments::{active_relations, day, shown};
use super::status::status_view;
use crate::assemble::Booklet;
use crate::compare::{Field, Item, Standing, State};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::excerpt::{Deadline, Excerpt, Obligation};
use crate::model::instrument::Instrument;
use crate::model::known::{Day, Known, Reached};
use crate::model::text::plain_text;
use crate::model::validity::Validity;

/// Which of a corpus' records a state has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// All of them.
    Everything,
    /// Those that a reader of the day could know: whose instrument may have been issued.
    Issued,
}

/// What a booklet prints, and the rows of its table of instruments.
pub fn booklet_state(booklet: &Booklet<'_>) -> State {
    let (corpus, as_of) = (booklet.corpus, booklet.as_of);
    let excerpts: Vec<&Excerpt> = booklet.excerpts().collect();
    State {
        excerpts: excerpts.par_iter().map(|it| (it.id.to_string(), excerpt(corpus, it, as_of))).collect(),
        instruments: shown(booklet)
            .iter()
            .filter_map(|id| corpus.instrument(id))
            .map(|it| (it.id.to_string(), instrument(corpus, it, as_of)))
            .collect(),
    }
}

/// A whole corpus on one day, drafts included.
pub fn corpus_state(corpus: &Corpus, as_of: Date, reach: Reach) -> State {
    let within = |instrument: &Instrument| match reach {
        Reach::Everything => true,
        Reach::Issued => instrument.issued.reached_on(as_of) != Reached::No,
    };
    let instruments = corpus.instruments().filter(|it| within(it));
    State {
        excerpts: corpus
            .excerpts()
            .filter(|it| reach == Reach::Everything || corpus.is_issued(it, as_of) != Reached::No)
            .map(|it| (it.id.to_string(), excerpt(corpus, it, as_of)))
            .collect(),
        instruments: instruments.map(|it| (it.id.to_string(), instrument(corpus, it, as_of))).collect(),
    }
}

fn excerpt(corpus: &Corpus, excerpt: &Excerpt, as_of: Date) -> Item {
    let obligations = excerpt.obligations.iter().map(|it| obligation(corpus, it)).collect::<Vec<_>>().join("\n");
    let fields = [
        (Field::Place, locator(excerpt)),
        (Field::Title, excerpt.title.clone().unwrap_or_default()),
        (Field::Body, plain_text(&excerpt.body)),
        (Field::Obligations, obligations),
        (Field::Note, excerpt.note.clone().unwrap_or_default()),
        (Field::Wording, excerpt.wording.name().to_owned()),
        (Field::Confidence, excerpt.confidence.name().to_owned()),
    ];
    Item {
        citation: citation(corpus, excerpt),
        title: excerpt.title.clone(),
        status: standing(corpus, &corpus.excerpt_validity(excerpt, as_of), as_of),
        provision: excerpt.at.known().map(|at| format!("{} {at}", excerpt.instrument)),
        fields: filled(fields),
    }
}

fn instrument(corpus: &Corpus, instrument: &Instrument, as_of: Date) -> Item {
    let until = instrument.term.until.as_ref().map(stated).unwrap_or_default();
    let signer = match &instrument.signer {
        Known::Known(signer) => signer.clone(),
        Known::Unknown { reason } => reason.clone(),
    };
    let fields = [
        (Field::Number, instrument.number.known().map(ToString::to_string).unwrap_or_default()),
        (Field::Title, instrument.title.clone()),
        (Field::Issuer, instrument.issuer.clone()),
        (Field::Signer, signer),
        (Field::Issued, stated(&instrument.issued)),
        (Field::InForceFrom, stated(&instrument.term.from)),
        (Field::InForceUntil, until),
        (Field::Relations, active_relations(corpus, instrument).join("\n")),
        (Field::Note, instrument.notes.clone().unwrap_or_default()),
        (Field::Confidence, instrument.confidence.name().to_owned()),
    ];
    Item {
        citation: instrument.citation(),
        title: (!instrument.is_named_in_citation()).then(|| instrument.subject().to_owned()),
        status: standing(corpus, &corpus.validity(instrument, as_of), as_of),
        provision: None,
        fields: filled(fields),
    }
}

fn filled(fields: impl IntoIterator<Item = (Field, String)>) -> BTreeMap<Field, String> {
    fields.into_iter().filter(|(_, text)| !text.trim().is_empty()).collect()
}

/// A day, or that it is unknown and why.
fn stated(stated: &Day) -> String {
    match stated.reason() {
        Some(reason) => format!("{} ({reason})", day(stated)),
        None => day(stated),
    }
}

/// `Cơ quan nhà nước phải … · bắt buộc · Hạn: …`
fn obligation(corpus: &Corpus, obligation: &Obligation) -> String {
    let level = corpus.vocabulary().level(&obligation.level);
    let (verb, name) = level.map_or(("", ""), |level| (level.verb.as_str(), level.name.as_str()));
    let deadline = obligation.deadline.as_ref().map(|deadline| match deadline {
        Deadline::On(date) => date.short(),
        Deadline::Words(words) => words.clone(),
    });
    let deadline = deadline.map(|deadline| format!(" · {deadline}")).unwrap_or_default();
    format!("{} {verb} {} · {name}{deadline}", obligation.who, obligation.what)
}

fn standing(corpus: &Corpus, validity: &Validity, as_of: Date) -> Standing {
    let said = status_view(corpus, validity, as_of);
    Standing {
        key: said.key,
        text: said.text,
        detail: said.detail,
        since: validity.since,
        until: validity.until,
        by: validity.by.as_ref().map(ToString::to_string),
    }
}
