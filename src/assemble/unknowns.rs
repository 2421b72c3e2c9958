//! Collects unknown and unverified facts, as far as a reader of the booklet's day can know. Grouped by what one would have to
//! obtain, so that the list is also a list of errands.

use std::collections::{BTreeMap, BTreeSet};

use super::{Booklet, instrument_order};
use crate::model::excerpt::Excerpt;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Confidence, Instrument};
use crate::model::known::{Day, Reached};
use crate::model::validity::ValidityKind;

/// Everything that is not known, each list in the order of the law.
#[derive(Debug)]
pub struct Unknowns<'c> {
    /// Printed excerpts whose own text was not read.
    pub unread: Vec<Unread<'c>>,
    /// Instruments of the table about which something is not known.
    pub facts: Vec<(&'c Instrument, Vec<(Fact, &'c str)>)>,
    /// Instruments of the table whose signer is not known.
    pub unsigned: Vec<&'c Instrument>,
    /// Printed excerpts whose place in the instrument is not known, and why.
    pub unplaced: Vec<(&'c Excerpt, &'c str)>,
    /// Texts that may or may not be law on the day.
    pub undecided: Vec<Undecided<'c>>,
    /// Excerpts of the corpus that are unverified and so not printed, by instrument; only of what had been issued.
    pub unverified: Vec<(&'c Instrument, Vec<&'c Excerpt>)>,
}

/// Excerpts of one instrument that were seen alike.
#[derive(Debug)]
pub struct Unread<'c> {
    pub instrument: &'c Instrument,
    pub confidence: Confidence,
    pub excerpts: Vec<&'c Excerpt>,
}

/// Instruments and excerpts whose validity on the day is unknown for one and the same reason.
#[derive(Debug)]
pub struct Undecided<'c> {
    pub instrument: &'c Instrument,
    pub reason: String,
    /// Printed excerpts; empty where only the row of the instrument is concerned.
    pub excerpts: Vec<&'c Excerpt>,
}

/// A fact of an instrument, other than its signer, that can be unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fact {
    Number,
    Issued,
    From,
    Until,
}

impl<'c> Booklet<'c> {
    /// `table`: the instruments that have a row in the table.
    pub fn unknowns(&self, table: &BTreeSet<InstrumentId>) -> Unknowns<'c> {
        let mut rows: Vec<&'c Instrument> = table.iter().filter_map(|id| self.corpus.instrument(id)).collect();
        rows.sort_by_cached_key(|instrument| instrument_order(instrument));
        let facts = rows.iter().map(|instrument| (*instrument, self.unknown_facts(instrument)));
        Unknowns {
            unread: self.unread(),
            facts: facts.filter(|(_, facts)| !facts.is_empty()).collect(),
            unsigned: rows.iter().filter(|instrument| instrument.signer.known().is_none()).copied().collect(),
            unplaced: self.excerpts().filter_map(|excerpt| Some((excerpt, excerpt.at.reason()?))).collect(),
            undecided: self.undecided(&rows),
            unverified: self.unverified(),
        }
    }

    fn unread(&self) -> Vec<Unread<'c>> {
        let mut found: BTreeMap<(_, Confidence), Unread<'c>> = BTreeMap::new();
        for excerpt in self.excerpts().filter(|excerpt| excerpt.confidence != Confidence::TextRead) {
            let Some(instrument) = self.corpus.instrument(&excerpt.instrument) else { continue };
            let key = (instrument_order(instrument), excerpt.confidence);
            let fresh = || Unread { instrument, confidence: excerpt.confidence, excerpts: Vec::new() };
            found.entry(key).or_insert_with(fresh).excerpts.push(excerpt);
        }
        found.into_values().collect()
    }

    /// An end that certainly lies after the day was not yet looked for on it.
    fn unknown_facts(&self, instrument: &'c Instrument) -> Vec<(Fact, &'c str)> {
        let term = Some(&instrument.term).filter(|_| instrument.kind.has_validity());
        let until =
            term.and_then(|term| term.until.as_ref()).filter(|until| until.reached_on(self.as_of) != Reached::No);
        let facts = [
            (Fact::Number, instrument.number.reason()),
            (Fact::Issued, instrument.issued.reason()),
            (Fact::From, term.and_then(|term| term.from.reason())),
            (Fact::Until, until.and_then(Day::reason)),
        ];
        facts.into_iter().filter_map(|(fact, reason)| Some((fact, reason?))).collect()
    }

    fn undecided(&self, rows: &[&'c Instrument]) -> Vec<Undecided<'c>> {
        let mut found: BTreeMap<_, Undecided<'c>> = BTreeMap::new();
        let mut add = |instrument: &'c Instrument, reason: Option<String>, excerpt: Option<&'c Excerpt>| {
            let reason = reason.unwrap_or_default();
            let key = (instrument_order(instrument), reason.clone());
            let entry = found.entry(key).or_insert_with(|| Undecided { instrument, reason, excerpts: Vec::new() });
            entry.excerpts.extend(excerpt);
        };
        for instrument in rows {
            let validity = self.corpus.validity(instrument, self.asked());
            if validity.kind == ValidityKind::Unknown {
                add(instrument, validity.reason.map(|words| words.vi), None);
            }
        }
        for (excerpt, validity) in self.with_validity() {
            if validity.kind == ValidityKind::Unknown
                && let Some(instrument) = self.corpus.instrument(&excerpt.instrument)
            {
                add(instrument, validity.reason.as_ref().map(|words| words.vi.clone()), Some(excerpt));
            }
        }
        found.into_values().collect()
    }

    fn unverified(&self) -> Vec<(&'c Instrument, Vec<&'c Excerpt>)> {
        let mut found: BTreeMap<_, (&'c Instrument, Vec<&'c Excerpt>)> = BTreeMap::new();
        for excerpt in self.corpus.excerpts().filter(|excerpt| excerpt.confidence == Confidence::Unverified) {
            if let Some(instrument) = self.corpus.instrument(&excerpt.instrument)
                && self.corpus.is_issued(excerpt, self.as_of) == Reached::Yes
                && instrument.confidence != Confidence::Unverified
            {
                let entry = found.entry(instrument_order(instrument)).or_insert_with(|| (instrument, Vec::new()));
                entry.1.push(excerpt);
            }
        }
        let mut found: Vec<_> = found.into_values().collect();
        // Without a known place last, as in the chapters.
        let place =
            |excerpt: &&Excerpt| (excerpt.at.known().is_none(), excerpt.at.known().cloned(), excerpt.id.clone());
        found.iter_mut().for_each(|(_, excerpts)| excerpts.sort_by_cached_key(place));
        found
    }
}
