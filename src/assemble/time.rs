//! Findings that depend on the edition's day: law in force that rests on what has ended, or that sends the reader to it.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Booklet, cited};
use crate::assemble::messages::booklet as codes;
use crate::diag::{Finding, Place, Sink};
use crate::model::citation::Found;
use crate::model::corpus::Corpus;
use crate::model::excerpt::Excerpt;
use crate::model::ids::InstrumentId;
use crate::model::instrument::Instrument;
use crate::model::subject::Subject;
use crate::model::text::{Inline, each_inline, plain_text};
use crate::model::time::ValidityQuery;
use crate::model::validity::{Validity, ValidityKind};

/// Reports where law in force rests on ended instruments, or cites ended texts without saying so.
pub fn check(booklet: &Booklet<'_>, sink: &mut Sink) {
    let corpus = booklet.corpus;
    let law = booklet.with_validity().filter(|(_, validity)| is_law(validity.kind));
    let law = law.filter_map(|(excerpt, _)| Some((corpus.instrument(&excerpt.instrument)?, excerpt)));
    let law: Vec<(&Instrument, &Excerpt)> = law.collect();
    let of_excerpts = law.par_iter().map(|(instrument, excerpt)| {
        let mut sink = Sink::new();
        cites(booklet, instrument, excerpt, &mut sink);
        sink
    });
    let of_excerpts: Vec<Sink> = of_excerpts.collect();
    let mut reported: BTreeSet<&InstrumentId> = BTreeSet::new();
    for ((instrument, _), found) in law.into_iter().zip(of_excerpts) {
        if reported.insert(&instrument.id) {
            bases(booklet, instrument, sink);
        }
        sink.extend(found);
    }
}

/// Says which of those that an instrument rests on have ended, each once.
fn bases(booklet: &Booklet<'_>, instrument: &Instrument, sink: &mut Sink) {
    let mut reported: BTreeSet<&InstrumentId> = BTreeSet::new();
    for (base, index) in booklet.corpus.bases(instrument) {
        let validity = booklet.corpus.validity(base, booklet.asked());
        if validity.kind.is_over() && reported.insert(&base.id) {
            report_base(booklet, (instrument, index), base, sink);
        }
    }
}

fn is_law(kind: ValidityKind) -> bool {
    match kind {
        ValidityKind::InForce | ValidityKind::PartlyEnded => true,
        ValidityKind::NotCommenced
        | ValidityKind::Suspended
        | ValidityKind::Ended
        | ValidityKind::NeverInForce
        | ValidityKind::Unknown
        | ValidityKind::NotApplicable => false,
    }
}

fn report_base(
    booklet: &Booklet<'_>,
    (instrument, index): (&Instrument, Option<usize>),
    base: &Instrument,
    sink: &mut Sink,
) {
    let key = index.map_or_else(|| "id".to_owned(), |index| format!("relations.{index}.instrument"));
    let finding = Finding::new(codes::ENDED_BASE, Place::Entry(Subject::Instrument(instrument.id.clone()), key));
    let finding = finding.arg("id", instrument.id.as_str()).arg("base", base.id.as_str());
    sink.push(finding.arg("edition", booklet.edition.id.as_str()).arg("date", booklet.as_of.to_string()));
}

/// Says which ended texts an excerpt cites without a word about it.
fn cites(booklet: &Booklet<'_>, instrument: &Instrument, excerpt: &Excerpt, sink: &mut Sink) {
    let mut reported: BTreeSet<InstrumentId> = BTreeSet::new();
    each_inline(&excerpt.body, &mut |inline| {
        let Inline::Cite { found, range, .. } = inline else { return };
        let Some(target) = cited::instrument(booklet.corpus, found, Some(instrument), booklet.as_of) else { return };
        let Some(validity) = ended(booklet.corpus, target, found, excerpt, booklet.asked()) else { return };
        // The act that ends it speaks of nothing else.
        let by_itself = validity.by.as_ref() == Some(&instrument.id);
        if by_itself || has_notice(booklet, excerpt, target, &validity) || !reported.insert(target.id.clone()) {
            return;
        }
        let place = Place::Body(Subject::Excerpt(excerpt.id.clone()), range.clone());
        let finding = Finding::new(codes::CITES_ENDED, place).arg("id", excerpt.id.as_str());
        let finding = finding.arg("target", target.citation()).arg("edition", booklet.edition.id.as_str());
        sink.push(finding.arg("date", booklet.as_of.to_string()));
    });
}

/// The validity of what is cited, where it has ended.
fn ended(
    corpus: &Corpus,
    target: &Instrument,
    found: &Found,
    excerpt: &Excerpt,
    asked: ValidityQuery,
) -> Option<Validity> {
    let places = found.cited.iter().filter_map(|cited| cited::place(&cited.target, excerpt.at.known()));
    let mut cited: Vec<Validity> = places.map(|place| corpus.provision_validity(target, &place, asked)).collect();
    if cited.is_empty() {
        cited.push(corpus.validity(target, asked));
    }
    cited.into_iter().find(|it| it.kind.is_over())
}

/// Whether the note or the body names what ended or replaced it, or says that it has ended.
fn has_notice(booklet: &Booklet<'_>, excerpt: &Excerpt, target: &Instrument, validity: &Validity) -> bool {
    let corpus = booklet.corpus;
    let by = validity.by.as_ref().and_then(|id| corpus.instrument(id));
    let successors = corpus.successors(target, booklet.asked());
    let numbers = by.into_iter().chain(successors).filter_map(|it| it.number.known()).map(ToString::to_string);
    let mut words: Vec<String> = numbers.collect();
    words.push("hết hiệu lực".to_owned());
    let body = plain_text(&excerpt.body);
    let texts = [body.as_str(), excerpt.note.as_deref().unwrap_or_default()];
    words.iter().any(|word| texts.iter().any(|text| text.contains(word.as_str())))
}
