//! Which duties (trách nhiệm) bind whom, and through what. [`bound`] is the one answer: lists, pages and copies show it and
//! compute nothing of it again. Duties that do not plainly bind on the day are kept apart, so that no list of duties can mix the
//! two.

use std::collections::BTreeSet;

use super::Booklet;
use crate::model::capacity::{Capacity, CapacityWay};
use crate::model::corpus::Corpus;
use crate::model::excerpt::{Excerpt, Obligation};
use crate::model::ids::{AudienceId, ExcerptId};
use crate::model::instrument::Confidence;
use crate::model::time::ValidityQuery;
use crate::model::validity::ValidityKind;
use crate::model::vocabulary::{Audience, Vocabulary};

/// One duty, and the excerpt that says so.
#[derive(Clone, Copy, Debug)]
pub struct Duty<'c> {
    pub excerpt: &'c Excerpt,
    pub obligation: &'c Obligation,
    /// Its place among the duties of the excerpt, counted from 0.
    pub at: usize,
}

impl<'c> Duty<'c> {
    /// Returns what no other duty of the corpus has.
    pub fn key(&self) -> (&'c ExcerptId, usize) {
        (&self.excerpt.id, self.at)
    }
}

/// The duties of an audience in one capacity, by level and then in the order in which they were given.
#[derive(Clone, Debug)]
pub struct CapacityDuties<'c> {
    pub capacity: Capacity<'c>,
    pub duties: Vec<Duty<'c>>,
}

/// All duties of one audience: each once, in the closest capacity in which it binds; the closest first.
#[derive(Clone, Debug)]
pub struct AudienceDuties<'c> {
    pub audience: &'c Audience,
    /// Only capacities with duties.
    pub by_capacity: Vec<CapacityDuties<'c>>,
}

impl<'c> AudienceDuties<'c> {
    pub fn all(&self) -> impl Iterator<Item = &Duty<'c>> {
        self.by_capacity.iter().flat_map(|group| &group.duties)
    }

    /// The same with some duties only.
    #[must_use]
    pub fn only(mut self, keep: impl Fn(&Duty<'c>) -> bool) -> Self {
        self.by_capacity.iter_mut().for_each(|group| group.duties.retain(&keep));
        self.by_capacity.retain(|group| !group.duties.is_empty());
        self
    }

    /// Whether there is more than what binds everybody.
    pub fn are_special(&self) -> bool {
        self.by_capacity.iter().any(|group| group.capacity.way != CapacityWay::Everybody)
    }
}

/// Returns which of `duties` bind an audience on a day, and through what.
pub fn bound<'c>(
    vocabulary: &'c Vocabulary,
    duties: &[Duty<'c>],
    audience: &'c Audience,
    asked: ValidityQuery,
) -> AudienceDuties<'c> {
    let capacities = vocabulary.capacities(&audience.id, asked);
    let empty = |capacity: &Capacity<'c>| CapacityDuties { capacity: capacity.clone(), duties: Vec::new() };
    let mut by_capacity: Vec<CapacityDuties<'c>> = capacities.iter().map(empty).collect();
    for duty in duties.iter().filter(|duty| !is_left_out(&capacities, &duty.obligation.except)) {
        let binds = |group: &&mut CapacityDuties<'c>| duty.obligation.audiences.contains(&group.capacity.audience.id);
        if let Some(group) = by_capacity.iter_mut().find(binds) {
            group.duties.push(*duty);
        }
    }
    let rank = |duty: &Duty<'_>| vocabulary.levels.iter().position(|level| level.id == duty.obligation.level);
    by_capacity.iter_mut().for_each(|group| group.duties.sort_by_key(rank));
    by_capacity.retain(|group| !group.duties.is_empty());
    AudienceDuties { audience, by_capacity }
}

/// Whether an audience is one of those that a duty leaves out, whatever it does.
fn is_left_out(capacities: &[Capacity<'_>], except: &[AudienceId]) -> bool {
    capacities.iter().any(|it| matches!(it.way, CapacityWay::Own | CapacityWay::As) && except.contains(&it.audience.id))
}

/// Returns the duties of every provision of the corpus that plainly is in force on a day, whether or not an edition prints
/// it, in the order of the law.
pub fn in_force(corpus: &Corpus, asked: ValidityQuery) -> Vec<Duty<'_>> {
    let mut excerpts: Vec<&Excerpt> = corpus
        .excerpts()
        .filter(|it| !it.obligations.is_empty() && it.confidence != Confidence::Unverified)
        .filter(|it| corpus.excerpt_validity(it, asked).kind == ValidityKind::InForce)
        .collect();
    excerpts.sort_by_cached_key(|excerpt| super::law_order(corpus, excerpt));
    excerpts.into_iter().flat_map(of_excerpt).collect()
}

/// Returns the duties that an excerpt lays down.
pub fn of_excerpt(excerpt: &Excerpt) -> impl Iterator<Item = Duty<'_>> {
    excerpt.obligations.iter().enumerate().map(move |(at, obligation)| Duty { excerpt, obligation, at })
}

/// Every duty of a booklet.
#[derive(Clone, Debug)]
pub struct Duties<'c> {
    /// Only audiences that have any beside those of everybody, in the order of the vocabulary.
    pub by_audience: Vec<AudienceDuties<'c>>,
    /// How many bind; one of several audiences counts once.
    pub binding: usize,
    /// Those of provisions that are not plainly in force on the day, by what these are.
    pub aside: Vec<(ValidityKind, Vec<Duty<'c>>)>,
}

impl<'c> Duties<'c> {
    /// The same with some of the binding duties only.
    #[must_use]
    pub fn only(mut self, keep: impl Fn(&Duty<'c>) -> bool) -> Self {
        self.by_audience = self.by_audience.into_iter().map(|group| group.only(&keep)).collect();
        self.by_audience.retain(AudienceDuties::are_special);
        self
    }
}

impl<'c> Booklet<'c> {
    /// Returns the duties of all printed excerpts: those that bind on the edition's day by audience, and the others
    /// apart.
    pub fn duties(&self) -> Duties<'c> {
        let mut sorted: Vec<(ValidityKind, Duty<'c>)> = Vec::new();
        for (excerpt, validity) in self.with_validity() {
            sorted.extend(of_excerpt(excerpt).map(|duty| (validity.kind, duty)));
        }
        let of = |wanted: ValidityKind| -> Vec<Duty<'c>> {
            let duties: Vec<Duty<'c>> =
                sorted.iter().filter(|(kind, _)| *kind == wanted).map(|(_, duty)| *duty).collect();
            self.of_its_audiences(duties)
        };
        let binding = of(ValidityKind::InForce);
        let others = ValidityKind::ALL.into_iter().filter(|kind| *kind != ValidityKind::InForce);
        Duties {
            by_audience: self.by_audience(&binding),
            binding: binding.len(),
            aside: others.map(|kind| (kind, of(kind))).filter(|(_, duties)| !duties.is_empty()).collect(),
        }
    }

    /// Returns those duties that bind an audience, or would if their provisions were in force, on the booklet's day.
    pub fn bound(&self, duties: &[Duty<'c>], audience: &'c Audience) -> AudienceDuties<'c> {
        bound(self.corpus.vocabulary(), duties, audience, self.asked())
    }

    /// Returns the audiences whose duties the booklet lists.
    pub fn its_audiences(&self) -> impl Iterator<Item = &'c Audience> {
        let all = self.corpus.vocabulary().audiences.iter();
        all.filter(|it| self.audiences.is_empty() || self.audiences.contains(&it.id))
    }

    fn of_its_audiences(&self, duties: Vec<Duty<'c>>) -> Vec<Duty<'c>> {
        if self.audiences.is_empty() {
            return duties;
        }
        let bound = self.its_audiences().map(|it| self.bound(&duties, it));
        let keys: BTreeSet<_> = bound.flat_map(|it| it.all().map(Duty::key).collect::<Vec<_>>()).collect();
        duties.into_iter().filter(|duty| keys.contains(&duty.key())).collect()
    }

    fn by_audience(&self, binding: &[Duty<'c>]) -> Vec<AudienceDuties<'c>> {
        self.its_audiences().map(|it| self.bound(binding, it)).filter(AudienceDuties::are_special).collect()
    }
}
