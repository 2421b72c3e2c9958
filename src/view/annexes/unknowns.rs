//! What is unknown, in words: each row says of what, what is not known and why, and what would settle it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::AnnexContent;
use crate::assemble::unknowns::{Fact, Undecided, Unknowns, Unread};
use crate::language::vi::annexes;
use crate::model::date::Date;
use crate::model::edition::Annex;
use crate::model::excerpt::Excerpt;
use crate::model::instrument::Instrument;
use crate::model::known::Day;
use crate::view::ExcerptLink;
use crate::view::build::{Builder, citation, locator};

/// What is unknown or unverified.
#[derive(Serialize, Clone, Debug)]
pub struct UnknownsView {
    pub intro: Vec<String>,
    /// Only groups that have rows.
    pub groups: Vec<UnknownGroup>,
}

#[derive(Serialize, Clone, Debug)]
pub struct UnknownGroup {
    /// `chua-ro-noi-dung`; unique in the booklet.
    pub anchor: String,
    pub title: String,
    pub rows: Vec<UnknownRow>,
}

#[derive(Serialize, Clone, Debug)]
pub struct UnknownRow {
    /// Of the instrument, or of the one provision that the row is about.
    pub citation: String,
    /// The row of the instrument in the table, where it has one.
    pub instrument: Option<String>,
    /// The printed excerpts concerned.
    pub excerpts: Vec<ExcerptLink>,
    /// What is not known, and why.
    pub what: Vec<String>,
    /// What would have to be obtained.
    pub wanted: String,
}

impl AnnexContent for UnknownsView {
    fn new(builder: &Builder<'_, '_>, _: &Annex) -> Self {
        let unknowns = builder.booklet.unknowns(&builder.bodies.rows);
        let writer = UnknownsWriter { builder };
        let mut groups = vec![
            group("chua-ro-hieu-luc", annexes::UNDECIDED, writer.undecided(&unknowns)),
            group("chua-doc-nguyen-van", annexes::UNREAD, writer.unread(&unknowns)),
            group("chua-ro-vi-tri", annexes::UNPLACED, writer.unplaced(&unknowns)),
            group("chua-ro-ngay", annexes::FACTS, writer.facts(&unknowns)),
            group("chua-ro-nguoi-ky", annexes::UNSIGNED, writer.unsigned(&unknowns)),
            group("chua-kiem-chung", annexes::UNVERIFIED, writer.unverified(&unknowns)),
        ];
        groups.retain(|group| !group.rows.is_empty());
        Self { intro: annexes::unknowns_intro(&counts(&unknowns), builder.booklet.as_of), groups }
    }
}

fn counts(unknowns: &Unknowns<'_>) -> [(&'static str, usize); 6] {
    let mut undecided: Vec<&str> = unknowns.undecided.iter().map(|one| one.instrument.id.as_str()).collect();
    undecided.dedup();
    [
        (annexes::COUNT_UNDECIDED, undecided.len()),
        (annexes::COUNT_UNREAD, unknowns.unread.iter().map(|one| one.excerpts.len()).sum()),
        (annexes::COUNT_UNPLACED, unknowns.unplaced.len()),
        (annexes::COUNT_FACTS, unknowns.facts.len()),
        (annexes::COUNT_UNSIGNED, unknowns.unsigned.len()),
        (annexes::COUNT_UNVERIFIED, unknowns.unverified.iter().map(|(_, excerpts)| excerpts.len()).sum()),
    ]
}

fn name(fact: Fact) -> &'static str {
    match fact {
        Fact::Number => annexes::NUMBER,
        Fact::Issued => annexes::ISSUED,
        Fact::From => annexes::FROM,
        Fact::Until => annexes::UNTIL,
    }
}

fn group(anchor: &str, title: &str, rows: Vec<UnknownRow>) -> UnknownGroup {
    UnknownGroup { anchor: anchor.to_owned(), title: title.to_owned(), rows }
}

struct UnknownsWriter<'w, 'b, 'c> {
    builder: &'w Builder<'b, 'c>,
}

impl UnknownsWriter<'_, '_, '_> {
    fn row(&self, instrument: &Instrument, excerpts: &[&Excerpt], what: Vec<String>, wanted: String) -> UnknownRow {
        UnknownRow {
            citation: instrument.citation(),
            instrument: self.builder.row(&instrument.id),
            excerpts: self.links(excerpts),
            what,
            wanted,
        }
    }

    fn links(&self, excerpts: &[&Excerpt]) -> Vec<ExcerptLink> {
        excerpts.iter().filter_map(|excerpt| self.builder.link(&excerpt.id)).collect()
    }

    fn undecided(&self, unknowns: &Unknowns<'_>) -> Vec<UnknownRow> {
        let row = |Undecided { instrument, reason, excerpts }: &Undecided<'_>| {
            self.row(instrument, excerpts, vec![annexes::undecided(reason)], annexes::WANTED_VALIDITY.to_owned())
        };
        unknowns.undecided.iter().map(row).collect()
    }

    fn unread(&self, unknowns: &Unknowns<'_>) -> Vec<UnknownRow> {
        let row = |Unread { instrument, confidence, excerpts }: &Unread<'_>| {
            let what = vec![annexes::sentence(confidence.name())];
            self.row(instrument, excerpts, what, annexes::wanted_text(*confidence).to_owned())
        };
        unknowns.unread.iter().map(row).collect()
    }

    fn unplaced(&self, unknowns: &Unknowns<'_>) -> Vec<UnknownRow> {
        let row = |(excerpt, reason): &(&Excerpt, &str)| UnknownRow {
            citation: citation(self.builder.booklet.corpus, excerpt),
            instrument: self.builder.row(&excerpt.instrument),
            excerpts: self.links(&[excerpt]),
            what: excerpt.title.iter().cloned().chain([annexes::sentence(reason)]).collect(),
            wanted: annexes::WANTED_PLACE.to_owned(),
        };
        unknowns.unplaced.iter().map(row).collect()
    }

    fn facts(&self, unknowns: &Unknowns<'_>) -> Vec<UnknownRow> {
        let row = |(instrument, facts): &(&Instrument, Vec<(Fact, &str)>)| {
            let what = facts.iter().map(|(fact, reason)| {
                let bounds = self.bounds(instrument, *fact);
                annexes::unknown_fact(name(*fact), reason, bounds)
            });
            let names: Vec<&str> = facts.iter().map(|(fact, _)| name(*fact)).collect();
            self.row(instrument, &[], what.collect(), annexes::wanted_facts(&names))
        };
        unknowns.facts.iter().map(row).collect()
    }

    /// Between which days an unknown one lies; what lies after the edition's day is not stated.
    fn bounds(&self, instrument: &Instrument, fact: Fact) -> (Option<Date>, Option<Date>) {
        let day = match fact {
            Fact::Number => None,
            Fact::Issued => Some(&instrument.issued),
            Fact::From => Some(&instrument.term.from),
            Fact::Until => instrument.term.until.as_ref(),
        };
        let told = |date: &Option<Date>| date.filter(|date| *date <= self.builder.booklet.as_of);
        match day {
            Some(Day::Unknown { earliest, latest, .. }) => (told(earliest), told(latest)),
            Some(Day::On(_)) | None => (None, None),
        }
    }

    /// One row for each reason: the signers of many instruments are unknown alike.
    fn unsigned(&self, unknowns: &Unknowns<'_>) -> Vec<UnknownRow> {
        let mut by_reason: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for instrument in &unknowns.unsigned {
            by_reason.entry(instrument.signer.reason().unwrap_or_default()).or_default().push(instrument.citation());
        }
        let row = |(reason, citations): (&str, Vec<String>)| UnknownRow {
            citation: annexes::instruments_counted(citations.len()),
            instrument: None,
            excerpts: Vec::new(),
            what: vec![annexes::sentence(reason), citations.join("; ")],
            wanted: annexes::WANTED_SIGNER.to_owned(),
        };
        by_reason.into_iter().map(row).collect()
    }

    /// What is unverified is not said, only where it would stand.
    fn unverified(&self, unknowns: &Unknowns<'_>) -> Vec<UnknownRow> {
        let row = |(instrument, excerpts): &(&Instrument, Vec<&Excerpt>)| {
            let places = excerpts.iter().map(|excerpt| locator(excerpt)).collect::<Vec<_>>().join("; ");
            self.row(
                instrument,
                &[],
                vec![annexes::unverified(excerpts.len(), &places)],
                annexes::WANTED_PROOF.to_owned(),
            )
        };
        unknowns.unverified.iter().map(row).collect()
    }
}
