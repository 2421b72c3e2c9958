//! Unknown facts, in words: each row says of what, what is not known and why, and what would settle it.

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

/// The list of unknown and unverified facts.
#[derive(Serialize, Clone, Debug)]
pub struct UnknownsView {
    pub intro: Vec<String>,
    /// Only groups that have rows.
    pub groups: Vec<UnknownGroup>,
}

/// Rows of one kind of question, under a title of their own.
#[derive(Serialize, Clone, Debug)]
pub struct UnknownGroup {
    /// `chua-ro-noi-dung`; unique in the booklet.
    pub anchor: String,
    pub title: String,
    pub rows: Vec<UnknownRow>,
}

/// An unknown fact of one text, and how to settle it.
#[derive(Serialize, Clone, Debug)]
pub struct UnknownRow {
    /// Of the instrument, or of the one provision that the row is about; the number of instruments where there are several.
    pub citation: String,
    /// The row of the instrument in the table, where it has one.
    pub instrument: Option<String>,
    /// The printed excerpts concerned.
    pub excerpts: Vec<ExcerptLink>,
    /// The unknown facts, with the reasons.
    pub what: Vec<String>,
    /// The document to obtain.
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

/// The unknown facts of one instrument.
struct OpenPoint<'c> {
    instrument: &'c Instrument,
    excerpts: Vec<&'c Excerpt>,
    what: Vec<String>,
    /// The same without what concerns this instrument alone.
    alike: Vec<String>,
    wanted: String,
}

impl<'c> OpenPoint<'c> {
    fn new(instrument: &'c Instrument, excerpts: &[&'c Excerpt], what: Vec<String>, wanted: &str) -> Self {
        OpenPoint { instrument, excerpts: excerpts.to_vec(), alike: what.clone(), what, wanted: wanted.to_owned() }
    }

    fn is_like(&self, other: &Self) -> bool {
        (&self.alike, &self.wanted) == (&other.alike, &other.wanted)
    }
}

struct UnknownsWriter<'w, 'b, 'c> {
    builder: &'w Builder<'b, 'c>,
}

impl<'c> UnknownsWriter<'_, '_, 'c> {
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

    /// Joins rows with the same unknown fact and the same way to settle it; facts of a single text come first.
    fn folded(&self, all: Vec<OpenPoint<'_>>) -> Vec<UnknownRow> {
        let mut alike: Vec<Vec<OpenPoint<'_>>> = Vec::new();
        for one in all {
            match alike.iter_mut().find(|group| group.first().is_some_and(|first| first.is_like(&one))) {
                Some(group) => group.push(one),
                None => alike.push(vec![one]),
            }
        }
        let (alone, several): (Vec<_>, Vec<_>) = alike.into_iter().partition(|group| group.len() == 1);
        let alone =
            alone.into_iter().flatten().map(|one| self.row(one.instrument, &one.excerpts, one.what, one.wanted));
        alone.chain(several.into_iter().filter_map(|group| self.of_several(group))).collect()
    }

    fn of_several(&self, group: Vec<OpenPoint<'_>>) -> Option<UnknownRow> {
        let citations: Vec<String> = group.iter().map(|one| one.instrument.citation()).collect();
        let excerpts: Vec<&Excerpt> = group.iter().flat_map(|one| one.excerpts.iter().copied()).collect();
        let count = group.len();
        let first = group.into_iter().next()?;
        Some(UnknownRow {
            citation: annexes::instruments_counted(count),
            instrument: None,
            excerpts: self.links(&excerpts),
            what: first.alike.into_iter().chain([citations.join("; ")]).collect(),
            wanted: first.wanted,
        })
    }

    fn undecided(&self, unknowns: &Unknowns<'c>) -> Vec<UnknownRow> {
        let open = |Undecided { instrument, reason, excerpts }: &Undecided<'c>| {
            OpenPoint::new(instrument, excerpts, vec![annexes::undecided(reason)], annexes::WANTED_VALIDITY)
        };
        self.folded(unknowns.undecided.iter().map(open).collect())
    }

    fn unread(&self, unknowns: &Unknowns<'c>) -> Vec<UnknownRow> {
        let open = |Unread { instrument, confidence, excerpts }: &Unread<'c>| {
            OpenPoint::new(
                instrument,
                excerpts,
                vec![annexes::sentence(confidence.name())],
                annexes::wanted_text(*confidence),
            )
        };
        self.folded(unknowns.unread.iter().map(open).collect())
    }

    fn unplaced(&self, unknowns: &Unknowns<'c>) -> Vec<UnknownRow> {
        let row = |(excerpt, reason): &(&Excerpt, &str)| UnknownRow {
            citation: citation(self.builder.booklet.corpus, excerpt),
            instrument: self.builder.row(&excerpt.instrument),
            excerpts: self.links(&[excerpt]),
            what: excerpt.title.iter().cloned().chain([annexes::sentence(reason)]).collect(),
            wanted: annexes::WANTED_PLACE.to_owned(),
        };
        unknowns.unplaced.iter().map(row).collect()
    }

    fn facts(&self, unknowns: &Unknowns<'c>) -> Vec<UnknownRow> {
        let open = |(instrument, facts): &(&'c Instrument, Vec<(Fact, &str)>)| {
            let line = |fact: Fact, reason: &str, bounds| annexes::unknown_fact(name(fact), reason, bounds);
            let what = facts.iter().map(|(fact, reason)| line(*fact, reason, self.bounds(instrument, *fact)));
            let names: Vec<&str> = facts.iter().map(|(fact, _)| name(*fact)).collect();
            let what = what.collect();
            let open = OpenPoint::new(instrument, &[], what, &annexes::wanted_facts(&names));
            // The days between which an unknown one lies are those of one instrument.
            OpenPoint { alike: facts.iter().map(|(fact, reason)| line(*fact, reason, (None, None))).collect(), ..open }
        };
        self.folded(unknowns.facts.iter().map(open).collect())
    }

    /// Between which days an unknown one lies; what lies after the edition's day is not stated.
    fn bounds(&self, instrument: &Instrument, fact: Fact) -> (Option<Date>, Option<Date>) {
        let day = match fact {
            Fact::Number => None,
            Fact::Issued => Some(&instrument.issued),
            Fact::From => Some(&instrument.term.from),
            Fact::Until => instrument.term.until.as_ref(),
        };
        let reached = |date: &Option<Date>| date.filter(|date| *date <= self.builder.booklet.as_of);
        match day {
            Some(Day::Unknown { earliest, latest, .. }) => (reached(earliest), reached(latest)),
            Some(Day::On(_)) | None => (None, None),
        }
    }

    fn unsigned(&self, unknowns: &Unknowns<'c>) -> Vec<UnknownRow> {
        let open = |instrument: &&'c Instrument| {
            let reason = instrument.signer.reason().unwrap_or_default();
            OpenPoint::new(instrument, &[], vec![annexes::sentence(reason)], annexes::WANTED_SIGNER)
        };
        self.folded(unknowns.unsigned.iter().map(open).collect())
    }

    /// Rows of unverified records: their content is not printed, only where it would be.
    fn unverified(&self, unknowns: &Unknowns<'c>) -> Vec<UnknownRow> {
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
