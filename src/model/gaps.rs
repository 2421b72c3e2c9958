//! Unknown and unsure facts of a corpus: the legal officer's work list.

use super::corpus::Corpus;
use super::date::Date;
use super::excerpt::{Excerpt, Wording};
use super::instrument::{Confidence, Instrument, Relation};
use super::known::{Day, Known, Term};

/// Facts that are unknown, unsure or long unchecked, each in the order of the ids.
#[derive(Debug)]
pub struct Gaps<'c> {
    /// The day from which age is counted.
    pub on: Date,
    /// How many excerpts there are of each confidence and wording.
    pub excerpts: Vec<(Confidence, Wording, usize)>,
    /// Keys of records whose value is written as unknown.
    pub unknown: Vec<Unknown<'c>>,
    /// Records and relations that were not read in a full text, the least sure first.
    pub unsure: Vec<Unsure<'c>>,
    /// Records that were last checked a year or more before the day.
    pub stale: Vec<Stale<'c>>,
    /// Instruments whose texts were read and are not in the corpus as originals.
    pub unstored: Vec<Unstored<'c>>,
}

/// A record of the corpus.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Record<'c> {
    Instrument(&'c Instrument),
    Excerpt(&'c Excerpt),
}

/// An unknown value.
#[derive(Debug)]
pub struct Unknown<'c> {
    pub record: Record<'c>,
    /// The key, as in the file.
    pub key: &'static str,
    pub reason: &'c str,
    /// Bounds of an unknown day.
    pub earliest: Option<Date>,
    pub latest: Option<Date>,
}

/// A statement that was not read in the text itself.
#[derive(Debug)]
pub struct Unsure<'c> {
    pub record: Record<'c>,
    /// The relation that is meant, where it is not the whole record.
    pub relation: Option<&'c Relation>,
    pub confidence: Confidence,
}

/// A record that was not checked for long.
#[derive(Debug)]
pub struct Stale<'c> {
    pub record: Record<'c>,
    pub checked_on: Date,
    /// Whole years.
    pub years: i16,
}

/// Excerpts whose text was read in an instrument of which no original is stored.
#[derive(Debug)]
pub struct Unstored<'c> {
    pub instrument: &'c Instrument,
    pub excerpts: usize,
}

impl Record<'_> {
    /// Returns the id of the record.
    pub fn id(&self) -> &str {
        match self {
            Record::Instrument(instrument) => instrument.id.as_str(),
            Record::Excerpt(excerpt) => excerpt.id.as_str(),
        }
    }

    fn confidence(&self) -> Confidence {
        match self {
            Record::Instrument(instrument) => instrument.confidence,
            Record::Excerpt(excerpt) => excerpt.confidence,
        }
    }

    fn checked_on(&self) -> Date {
        match self {
            Record::Instrument(instrument) => instrument.checked_on,
            Record::Excerpt(excerpt) => excerpt.checked_on,
        }
    }
}

/// The gaps of a corpus; `on` is the day from which age is counted.
pub fn gaps(corpus: &Corpus, on: Date) -> Gaps<'_> {
    let instruments = corpus.instruments().map(Record::Instrument);
    let records: Vec<Record<'_>> = instruments.chain(corpus.excerpts().map(Record::Excerpt)).collect();
    let stale = records.iter().filter_map(|record| {
        let years = record.checked_on().years_until(on);
        (years > 0).then(|| Stale { record: *record, checked_on: record.checked_on(), years })
    });
    Gaps {
        on,
        excerpts: counts(corpus),
        unknown: records.iter().flat_map(|record| unknown(*record)).collect(),
        unsure: unsure(&records),
        stale: stale.collect(),
        unstored: unstored(corpus),
    }
}

fn counts(corpus: &Corpus) -> Vec<(Confidence, Wording, usize)> {
    let count = |confidence, wording| {
        corpus.excerpts().filter(|it| it.confidence == confidence && it.wording == wording).count()
    };
    let pairs = Confidence::ALL.into_iter().flat_map(|it| [(it, Wording::Summary), (it, Wording::Verbatim)]);
    pairs.map(|(confidence, wording)| (confidence, wording, count(confidence, wording))).collect()
}

fn unstored(corpus: &Corpus) -> Vec<Unstored<'_>> {
    let without = corpus.instruments().filter(|it| corpus.originals_of(&it.id).next().is_none());
    let count = |instrument: &Instrument| {
        let own = corpus.excerpts().filter(|it| it.instrument == instrument.id);
        own.filter(|it| it.confidence == Confidence::TextRead).count()
    };
    let counted = without.map(|instrument| Unstored { instrument, excerpts: count(instrument) });
    counted.filter(|it| it.excerpts > 0).collect()
}

fn unknown(record: Record<'_>) -> Vec<Unknown<'_>> {
    let found = match record {
        Record::Instrument(instrument) => of_instrument(record, instrument),
        Record::Excerpt(excerpt) => of_excerpt(record, excerpt),
    };
    found.into_iter().flatten().collect()
}

fn of_instrument<'c>(record: Record<'c>, instrument: &'c Instrument) -> Vec<Option<Unknown<'c>>> {
    let (number, signer, issued, Term { from, until }) = instrument.perhaps_unknown();
    let has_validity = instrument.kind.has_validity();
    vec![
        value(record, "number", number),
        value(record, "signer", signer),
        day(record, "issued", Some(issued)),
        day(record, "in-force-from", Some(from).filter(|_| has_validity)),
        day(record, "in-force-until", until.as_ref().filter(|_| has_validity)),
    ]
}

fn of_excerpt<'c>(record: Record<'c>, excerpt: &'c Excerpt) -> Vec<Option<Unknown<'c>>> {
    let (at, from, until) = excerpt.perhaps_unknown();
    vec![value(record, "at", at), day(record, "in-force-from", from), day(record, "in-force-until", until)]
}

fn value<'c, T>(record: Record<'c>, key: &'static str, value: &'c Known<T>) -> Option<Unknown<'c>> {
    match value {
        Known::Known(_) => None,
        Known::Unknown { reason } => Some(Unknown { record, key, reason, earliest: None, latest: None }),
    }
}

fn day<'c>(record: Record<'c>, key: &'static str, day: Option<&'c Day>) -> Option<Unknown<'c>> {
    match day? {
        Day::On(_) => None,
        Day::Unknown { reason, earliest, latest } => {
            Some(Unknown { record, key, reason, earliest: *earliest, latest: *latest })
        }
    }
}

/// Records and relations by confidence, the least sure first; of one confidence, in the order of the records.
fn unsure<'c>(records: &[Record<'c>]) -> Vec<Unsure<'c>> {
    let mut found: Vec<Unsure<'c>> = Vec::new();
    for record in records {
        found.push(Unsure { record: *record, relation: None, confidence: record.confidence() });
        if let Record::Instrument(instrument) = record {
            let own = instrument.relations.iter().filter_map(|relation| Some((relation, relation.confidence?)));
            // One that is as sure as its record is listed with it.
            let own = own.filter(|(_, confidence)| *confidence > instrument.confidence);
            found.extend(own.map(|(relation, confidence)| Unsure {
                record: *record,
                relation: Some(relation),
                confidence,
            }));
        }
    }
    found.retain(|it| it.confidence != Confidence::TextRead);
    found.sort_by_key(|it| std::cmp::Reverse(it.confidence));
    found
}
