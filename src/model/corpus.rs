//! The corpus: every record, with every reference bound. Only [`crate::resolve`] builds one, so whoever holds a
//! `Corpus` may rely on its references.

use std::collections::{BTreeMap, BTreeSet};

use super::date::Date;
use super::department::DepartmentGroup;
use super::edition::Edition;
use super::excerpt::{Excerpt, Guidance};
use super::ids::{EditionId, ExcerptId, GuidanceId, InstrumentId};
use super::instrument::{Instrument, Relation, RelationTarget};
use super::known::{Day, Reached, Term};
use super::subject::Subject;
use super::validity::{Phase, Validity, ValidityKind};
use super::vocabulary::{Term as GlossaryTerm, Vocabulary};
use super::waiver::Waiver;

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
    pub departments: Vec<DepartmentGroup>,
    /// What has a file that could not be read. That file has findings of its own; who refers to it is not at fault.
    pub unread: BTreeSet<Subject>,
}

#[derive(Debug)]
pub struct Corpus {
    records: Records,
    /// For every instrument, what others do to it: the acting instrument and the index of its relation.
    acted_on: BTreeMap<InstrumentId, Vec<(InstrumentId, usize)>>,
    /// Instruments by the comparison key of their number; several where numbers recur without a year.
    by_number: BTreeMap<String, Vec<InstrumentId>>,
    /// Instruments by their title and their other names, in lower case.
    by_name: BTreeMap<String, Vec<InstrumentId>>,
}

impl Corpus {
    /// For `resolve`: the references of `records` must have been bound.
    pub(crate) fn new(records: Records) -> Self {
        let mut acted_on: BTreeMap<InstrumentId, Vec<(InstrumentId, usize)>> = BTreeMap::new();
        let mut by_number: BTreeMap<String, Vec<InstrumentId>> = BTreeMap::new();
        let mut by_name: BTreeMap<String, Vec<InstrumentId>> = BTreeMap::new();
        for (id, instrument) in &records.instruments {
            for (index, relation) in instrument.relations.iter().enumerate() {
                if let RelationTarget::Instrument(target) = &relation.target {
                    acted_on.entry(target.clone()).or_default().push((id.clone(), index));
                }
            }
            if let Some(number) = instrument.number.known() {
                by_number.entry(number.key()).or_default().push(id.clone());
            }
            for name in instrument.names.iter().chain([&instrument.title]) {
                let bearers = by_name.entry(name.to_lowercase()).or_default();
                if bearers.last() != Some(id) {
                    bearers.push(id.clone());
                }
            }
        }
        Corpus { records, acted_on, by_number, by_name }
    }

    pub fn instruments(&self) -> impl Iterator<Item = &Instrument> {
        self.records.instruments.values()
    }

    pub fn instrument(&self, id: &InstrumentId) -> Option<&Instrument> {
        self.records.instruments.get(id)
    }

    /// The instruments whose number has this comparison key (see `DocNumber::key`).
    pub fn numbered(&self, key: &str) -> &[InstrumentId] {
        self.by_number.get(key).map_or(&[], Vec::as_slice)
    }

    /// The instruments that go by the longest name with which `words` begin. Where the words of a name end in running
    /// text is not always told; the known names decide.
    pub fn named(&self, words: &str) -> &[InstrumentId] {
        let words = words.to_lowercase();
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

    pub fn excerpts(&self) -> impl Iterator<Item = &Excerpt> {
        self.records.excerpts.values()
    }

    pub fn excerpt(&self, id: &ExcerptId) -> Option<&Excerpt> {
        self.records.excerpts.get(id)
    }

    pub fn all_guidance(&self) -> impl Iterator<Item = &Guidance> {
        self.records.guidance.values()
    }

    pub fn guidance(&self, id: &GuidanceId) -> Option<&Guidance> {
        self.records.guidance.get(id)
    }

    pub fn editions(&self) -> impl Iterator<Item = &Edition> {
        self.records.editions.values()
    }

    pub fn edition(&self, id: &EditionId) -> Option<&Edition> {
        self.records.editions.get(id)
    }

    /// What has a file that could not be read: as long as there is any, nothing can be said of what is missing.
    pub fn unread(&self) -> &BTreeSet<Subject> {
        &self.records.unread
    }

    pub fn vocabulary(&self) -> &Vocabulary {
        &self.records.vocabulary
    }

    pub fn glossary(&self) -> &[GlossaryTerm] {
        &self.records.glossary
    }

    /// In the order of the file.
    pub fn departments(&self) -> &[DepartmentGroup] {
        &self.records.departments
    }

    pub fn waivers(&self) -> &[Waiver] {
        &self.records.waivers
    }

    /// What other instruments do to this one, in the order of the acting instruments' ids.
    pub fn acts_on(&self, id: &InstrumentId) -> impl Iterator<Item = (&Instrument, &Relation)> {
        self.acted_on.get(id).into_iter().flatten().filter_map(|(acting, index)| {
            let instrument = self.instrument(acting)?;
            Some((instrument, instrument.relations.get(*index)?))
        })
    }

    /// The validity of an instrument on a day: by its own dates, and by what others that are in force have done to it.
    pub fn validity(&self, instrument: &Instrument, date: Date) -> Validity {
        let mut validity = by_dates(&instrument.term, date);
        let ending = || self.acts_on(&instrument.id).filter(|(_, relation)| relation.kind.ends());
        match validity.kind {
            ValidityKind::Ended => {
                let exact = ending().find(|(acting, relation)| effect(acting, relation).date() == validity.until);
                if let Some((acting, relation)) = exact.or_else(|| ending().find(|act| has_effect(*act, date))) {
                    validity.name_act(acting, relation);
                }
            }
            ValidityKind::InForce => {
                if let Some((acting, relation)) = self.act(instrument, date, |relation| relation.kind.ends()) {
                    validity.kind = ValidityKind::Ended;
                    validity.until = effect(acting, relation).date();
                    validity.name_act(acting, relation);
                } else if let Some((acting, relation)) = self.act(instrument, date, |relation| relation.kind.suspends())
                {
                    validity.kind = ValidityKind::Suspended;
                    validity.until = effect(acting, relation).date();
                    validity.name_act(acting, relation);
                } else if let Some((acting, relation)) =
                    self.act(instrument, date, |relation| relation.kind.ends_partly())
                {
                    validity.kind = ValidityKind::PartlyEnded;
                    validity.name_act(acting, relation);
                }
            }
            ValidityKind::PartlyEnded
            | ValidityKind::NotCommenced
            | ValidityKind::Suspended
            | ValidityKind::Unknown => {}
        }
        validity
    }

    /// The validity of an excerpt's provision: its instrument's, narrowed by its own dates and by the acts that end
    /// single provisions. Where such an act does not say which provisions it ends, the answer is unknown.
    pub fn excerpt_validity(&self, excerpt: &Excerpt, date: Date) -> Validity {
        let Some(instrument) = self.instrument(&excerpt.instrument) else {
            return Validity::unknown("không có hồ sơ văn bản".to_owned());
        };
        let whole = self.validity(instrument, date);
        let own = by_dates(&excerpt_term(excerpt, instrument), date);
        match whole.kind {
            ValidityKind::InForce => own,
            ValidityKind::PartlyEnded if own.kind == ValidityKind::InForce => {
                self.partly(excerpt, instrument, own, date)
            }
            ValidityKind::PartlyEnded => own,
            ValidityKind::Unknown if own.kind == ValidityKind::Ended => own,
            ValidityKind::Unknown | ValidityKind::NotCommenced | ValidityKind::Suspended => whole,
            ValidityKind::Ended => match own.kind {
                // The provision ended by itself, before its instrument did.
                ValidityKind::Ended if own.until < whole.until && own.until.is_some() => own,
                _ => Validity { since: own.since.or(whole.since), ..whole },
            },
        }
    }

    fn act<'a>(
        &'a self,
        instrument: &Instrument,
        date: Date,
        wanted: impl Fn(&Relation) -> bool,
    ) -> Option<(&'a Instrument, &'a Relation)> {
        self.acts_on(&instrument.id).find(|act| has_effect(*act, date) && wanted(act.1))
    }

    fn partly(&self, excerpt: &Excerpt, instrument: &Instrument, own: Validity, date: Date) -> Validity {
        let acts = self.acts_on(&instrument.id).filter(|act| act.1.kind.ends_partly() && has_effect(*act, date));
        for (acting, relation) in acts {
            let Some(locator) = excerpt.at.known().filter(|_| !relation.units.is_empty()) else {
                let reason =
                    format!("{} {}, chưa rõ có gồm đơn vị này không", relation.kind.passive(), acting.citation());
                return Validity { since: own.since, ..Validity::unknown(reason) };
            };
            if relation.units.iter().any(|unit| unit.contains(locator)) {
                let mut ended = Validity { kind: ValidityKind::Ended, until: effect(acting, relation).date(), ..own };
                ended.name_act(acting, relation);
                return ended;
            }
        }
        own
    }
}

/// The day on which a relation takes effect.
pub fn effect(acting: &Instrument, relation: &Relation) -> Day {
    relation.on.map_or_else(|| acting.term.from.clone(), Day::On)
}

fn has_effect((acting, relation): (&Instrument, &Relation), date: Date) -> bool {
    effect(acting, relation).reached_on(date) == Reached::Yes
}

/// The excerpt's own days over its instrument's.
pub fn excerpt_term(excerpt: &Excerpt, instrument: &Instrument) -> Term {
    Term {
        from: excerpt.from.clone().unwrap_or_else(|| instrument.term.from.clone()),
        until: excerpt.until.clone().or_else(|| instrument.term.until.clone()),
    }
}

fn by_dates(term: &Term, date: Date) -> Validity {
    let since = term.from.date();
    let plain =
        |kind, until| Validity { kind, since, until, by: None, replaced: false, confidence: None, reason: None };
    match term.phase_on(date) {
        Phase::Before => plain(ValidityKind::NotCommenced, None),
        Phase::During => plain(ValidityKind::InForce, None),
        Phase::After => plain(ValidityKind::Ended, term.until.as_ref().and_then(Day::date)),
        Phase::Unknown { reason } => Validity { since, ..Validity::unknown(reason) },
    }
}

impl Validity {
    fn unknown(reason: String) -> Self {
        let reason = Some(reason).filter(|reason| !reason.is_empty());
        Validity {
            kind: ValidityKind::Unknown,
            since: None,
            until: None,
            by: None,
            replaced: false,
            confidence: None,
            reason,
        }
    }

    fn name_act(&mut self, acting: &Instrument, relation: &Relation) {
        self.by = Some(acting.id.clone());
        self.replaced = relation.kind == super::instrument::RelationKind::Replaces;
        self.confidence = Some(relation.confidence.unwrap_or(acting.confidence));
    }
}
