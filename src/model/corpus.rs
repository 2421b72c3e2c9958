//! The corpus: every record, with every reference bound. Only [`crate::resolve`] builds one, so whoever holds a
//! `Corpus` may rely on its references.

use std::collections::{BTreeMap, BTreeSet};

use super::date::Date;
use super::department::DepartmentGroup;
use super::edition::{Edition, Issuer};
use super::excerpt::{Excerpt, Guidance};
use super::ids::{EditionId, ExcerptId, GuidanceId, InstrumentId};
use super::instrument::{Instrument, Relation};
use super::known::Reached;
use super::original::StoredOriginal;
use super::outside;
use super::release::Release;
use super::review::{Review, ReviewStanding};
use super::settings::{Settings, WebAddress};
use super::subject::Subject;
use super::time::{self, Act, ActsByTarget, Knowledge, acted_on};
use super::vocabulary::{GlossaryTerm, Vocabulary};
use super::waiver::Waiver;
use crate::latin;

/// The records of a corpus before anything between them has been looked at.
#[derive(Default, Debug)]
pub struct Records {
    pub instruments: BTreeMap<InstrumentId, Instrument>,
    pub excerpts: BTreeMap<ExcerptId, Excerpt>,
    pub guidance: BTreeMap<GuidanceId, Guidance>,
    pub editions: BTreeMap<EditionId, Edition>,
    pub vocabulary: Vocabulary,
    pub glossary: Vec<GlossaryTerm>,
    pub waivers: Vec<Waiver>,
    /// Received files, by instrument and name.
    pub stored_originals: BTreeMap<(InstrumentId, String), StoredOriginal>,
    /// The file that each excerpt was compared with, of its instrument's originals, where that was found right.
    pub compared_with: BTreeMap<ExcerptId, String>,
    /// In the order of the files.
    pub releases: Vec<Release>,
    /// By the record that each is about.
    pub reviews: BTreeMap<Subject, Review>,
    pub departments: Vec<DepartmentGroup>,
    pub settings: Settings,
    /// The records whose files could not be read. Such a file has findings of its own; a reference to it is no fault.
    pub unread: BTreeSet<Subject>,
}

/// All records of a corpus, bound to one another. Only [`crate::resolve`] makes one.
#[derive(Debug)]
pub struct Corpus {
    records: Records,
    /// For every instrument, what others do to it.
    acted_on: ActsByTarget,
    /// Instruments by the comparison key of their number; several where numbers recur without a year.
    by_number: BTreeMap<String, Vec<InstrumentId>>,
    /// Instruments by the [`name_key`] of their title and of their other names.
    by_name: BTreeMap<String, Vec<InstrumentId>>,
}

impl Corpus {
    /// For `resolve`: the references of `records` must have been bound.
    pub(crate) fn new(mut records: Records) -> Self {
        let outside = outside::acting(&records.instruments);
        for (id, instrument) in outside {
            records.instruments.entry(id).or_insert(instrument);
        }
        let acted_on = acted_on(&records.instruments);
        let mut by_number: BTreeMap<String, Vec<InstrumentId>> = BTreeMap::new();
        let mut by_name: BTreeMap<String, Vec<InstrumentId>> = BTreeMap::new();
        for (id, instrument) in records.instruments.iter().filter(|(_, it)| it.has_record) {
            if let Some(number) = instrument.number.known() {
                by_number.entry(number.key()).or_default().push(id.clone());
            }
            for name in instrument.names.iter().chain([&instrument.title]) {
                let bearers = by_name.entry(name_key(name)).or_default();
                if bearers.last() != Some(id) {
                    bearers.push(id.clone());
                }
            }
        }
        Corpus { records, acted_on, by_number, by_name }
    }

    /// Returns the instruments that have a record, by their ids.
    pub fn instruments(&self) -> impl Iterator<Item = &Instrument> {
        self.records.instruments.values().filter(|it| it.has_record)
    }

    /// Returns the instruments that act on others and have no record.
    pub fn outside_instruments(&self) -> impl Iterator<Item = &Instrument> {
        self.records.instruments.values().filter(|it| !it.has_record)
    }

    /// Returns the instrument with this id: one that has a record, or one that acts on such.
    pub fn instrument(&self, id: &InstrumentId) -> Option<&Instrument> {
        self.records.instruments.get(id)
    }

    /// The instruments whose number has this comparison key (see `DocNumber::key`).
    pub fn numbered(&self, key: &str) -> &[InstrumentId] {
        self.by_number.get(key).map_or(&[], Vec::as_slice)
    }

    /// The instruments that go by the longest name with which `words` begin. Where the words of a name end in running
    /// text is not always known; the known names decide.
    pub fn named(&self, words: &str) -> &[InstrumentId] {
        let words = name_key(words);
        let mut name = words.as_str();
        loop {
            if let Some(found) = self.by_name.get(name) {
                return found;
            }
            match name.rsplit_once(' ') {
                Some((shorter, _)) => name = shorter,
                None => return &[],
            }
        }
    }

    /// Returns the records of all originals, by instrument and file.
    pub fn stored_originals(&self) -> impl Iterator<Item = &StoredOriginal> {
        self.records.stored_originals.values()
    }

    /// Returns the records of an instrument's originals, by file.
    pub fn originals_of(&self, id: &InstrumentId) -> impl Iterator<Item = &StoredOriginal> {
        self.stored_originals().filter(move |original| original.instrument == *id)
    }

    /// Returns the original that an excerpt quotes, or that it was read against.
    pub fn original_behind(&self, excerpt: &Excerpt) -> Option<&StoredOriginal> {
        let file = self.records.compared_with.get(&excerpt.id)?;
        self.records.stored_originals.get(&(excerpt.instrument.clone(), file.clone()))
    }

    /// Returns the excerpts, by their ids.
    pub fn excerpts(&self) -> impl Iterator<Item = &Excerpt> {
        self.records.excerpts.values()
    }

    /// Returns the excerpt with this id.
    pub fn excerpt(&self, id: &ExcerptId) -> Option<&Excerpt> {
        self.records.excerpts.get(id)
    }

    /// Returns the texts of guidance, by their ids.
    pub fn all_guidance(&self) -> impl Iterator<Item = &Guidance> {
        self.records.guidance.values()
    }

    /// Returns the text of guidance with this id.
    pub fn guidance(&self, id: &GuidanceId) -> Option<&Guidance> {
        self.records.guidance.get(id)
    }

    /// Returns the editions, by their ids.
    pub fn editions(&self) -> impl Iterator<Item = &Edition> {
        self.records.editions.values()
    }

    /// Returns the edition with this id.
    pub fn edition(&self, id: &EditionId) -> Option<&Edition> {
        self.records.editions.get(id)
    }

    /// Who issues an edition: as it says, or as the settings say for all.
    pub fn issuer<'a>(&'a self, edition: &'a Edition) -> Option<&'a Issuer> {
        edition.issuer.as_ref().or(self.settings().issuer.as_ref())
    }

    /// Where the site of an edition is published.
    pub fn web_address(&self, edition: &EditionId) -> Option<&str> {
        match self.settings().web.address.as_ref()? {
            WebAddress::Only(address) => (self.records.editions.len() == 1).then_some(address),
            WebAddress::Each(addresses) => addresses.get(edition).map(String::as_str),
        }
    }

    /// Whether an excerpt's provision had been issued on a day: with its instrument, or by the later act that put it in.
    pub fn is_issued(&self, excerpt: &Excerpt, date: Date) -> Reached {
        let instrument = self.instrument(&excerpt.instrument);
        let whole = instrument.map_or(Reached::Unknown, |instrument| instrument.issued.reached_on(date));
        match excerpt.issued.as_ref().map_or(Reached::Yes, |issued| issued.reached_on(date)) {
            Reached::Yes => whole,
            Reached::No => Reached::No,
            Reached::Unknown if whole == Reached::No => Reached::No,
            Reached::Unknown => Reached::Unknown,
        }
    }

    /// Returns the records whose files could not be read: while there is any, no record can be called missing.
    pub fn unread(&self) -> &BTreeSet<Subject> {
        &self.records.unread
    }

    /// Returns topics, audiences and levels.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.records.vocabulary
    }

    /// Returns the terms of the glossary, as the file lists them.
    pub fn glossary(&self) -> &[GlossaryTerm] {
        &self.records.glossary
    }

    /// In the order of the file.
    pub fn departments(&self) -> &[DepartmentGroup] {
        &self.records.departments
    }

    /// What the office sets for itself; all of it absent where there is no such file.
    pub fn settings(&self) -> &Settings {
        &self.records.settings
    }

    /// Returns what was published.
    pub fn releases(&self) -> &[Release] {
        &self.records.releases
    }

    /// Returns the reviews of records, by the records that they are about.
    pub fn reviews(&self) -> impl Iterator<Item = (&Subject, &Review)> {
        self.records.reviews.iter()
    }

    /// Returns the review of a record, where anything was said about it.
    pub fn review(&self, of: &Subject) -> Option<&Review> {
        self.records.reviews.get(of)
    }

    /// Returns how far a record has got.
    pub fn standing(&self, of: &Subject) -> ReviewStanding<'_> {
        self.review(of).map_or(ReviewStanding::Draft, Review::standing)
    }

    /// Returns the warnings that stand for a time.
    pub fn waivers(&self) -> &[Waiver] {
        &self.records.waivers
    }

    /// Every act on this instrument, with its standing by all that the corpus knows.
    pub fn acts(&self, id: &InstrumentId) -> impl Iterator<Item = Act<'_>> {
        self.acts_known(id, Knowledge::Whole)
    }

    /// Every act on this instrument; each says whether it was known, and its standing is by what was.
    pub fn acts_known(&self, id: &InstrumentId, knowledge: Knowledge) -> impl Iterator<Item = Act<'_>> {
        time::acts(&self.records.instruments, &self.acted_on, id, knowledge)
    }

    /// What other instruments do to this one, in the order of the acting instruments' ids.
    pub fn acts_on(&self, id: &InstrumentId) -> impl Iterator<Item = (&Instrument, &Relation)> {
        self.acts(id).map(|act| (act.instrument, act.relation))
    }
}

/// What two spellings of one name have in common: small letters, no commas, one way to place a tone.
fn name_key(name: &str) -> String {
    let words = name.to_lowercase().replace(',', " ");
    latin::same_tones(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}
