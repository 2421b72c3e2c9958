//! The duties (trách nhiệm) that the printed excerpts lay down, by whom they fall on. What does not plainly bind on the
//! day is kept apart, so that no list of duties can mix the two.

use super::Booklet;
use crate::model::excerpt::{Excerpt, Obligation};
use crate::model::validity::ValidityKind;
use crate::model::vocabulary::Audience;

/// One duty, and the excerpt that says so.
#[derive(Clone, Copy, Debug)]
pub struct Duty<'c> {
    pub excerpt: &'c Excerpt,
    pub obligation: &'c Obligation,
}

/// The binding duties of one audience: by level, then in the order of the booklet.
#[derive(Debug)]
pub struct AudienceDuties<'c> {
    pub audience: &'c Audience,
    pub duties: Vec<Duty<'c>>,
}

/// Every duty of a booklet.
#[derive(Debug)]
pub struct Duties<'c> {
    /// Only audiences that have any, in the order of the vocabulary.
    pub by_audience: Vec<AudienceDuties<'c>>,
    /// How many bind; one of several audiences counts once.
    pub binding: usize,
    /// Those of provisions that are not plainly in force on the day, by what these are.
    pub aside: Vec<(ValidityKind, Vec<Duty<'c>>)>,
}

impl<'c> Booklet<'c> {
    /// Returns the duties of all printed excerpts: those that bind on the edition's day by audience, and the others
    /// apart.
    pub fn duties(&self) -> Duties<'c> {
        let mut sorted: Vec<(ValidityKind, Duty<'c>)> = Vec::new();
        for (excerpt, validity) in self.with_validity() {
            let kind = validity.kind;
            let duties = excerpt.obligations.iter().map(|obligation| Duty { excerpt, obligation });
            sorted.extend(duties.filter(|duty| self.lists(duty)).map(|duty| (kind, duty)));
        }
        let of = |wanted: ValidityKind| -> Vec<Duty<'c>> {
            sorted.iter().filter(|(kind, _)| *kind == wanted).map(|(_, duty)| *duty).collect()
        };
        let binding = of(ValidityKind::InForce);
        let others = ValidityKind::ALL.into_iter().filter(|kind| *kind != ValidityKind::InForce);
        Duties {
            by_audience: self.by_audience(&binding),
            binding: binding.len(),
            aside: others.map(|kind| (kind, of(kind))).filter(|(_, duties)| !duties.is_empty()).collect(),
        }
    }

    /// Whether the duty falls on an audience whose duties the booklet lists.
    fn lists(&self, duty: &Duty<'_>) -> bool {
        self.audiences.is_empty() || duty.obligation.audiences.iter().any(|id| self.audiences.contains(id))
    }

    fn by_audience(&self, binding: &[Duty<'c>]) -> Vec<AudienceDuties<'c>> {
        let vocabulary = self.corpus.vocabulary();
        let rank = |duty: &Duty<'_>| vocabulary.levels.iter().position(|level| level.id == duty.obligation.level);
        let of = |audience: &'c Audience| {
            let falls_on = |duty: &&Duty<'c>| duty.obligation.audiences.contains(&audience.id);
            let mut duties: Vec<Duty<'c>> = binding.iter().filter(falls_on).copied().collect();
            duties.sort_by_key(rank);
            AudienceDuties { audience, duties }
        };
        let listed =
            vocabulary.audiences.iter().filter(|it| self.audiences.is_empty() || self.audiences.contains(&it.id));
        listed.map(of).filter(|group| !group.duties.is_empty()).collect()
    }
}
