//! Deadlines that a later act has moved.

use super::corpus::Corpus;
use super::deadline::{Deadline, DeadlineOnDay, Extension, Moved};
use super::excerpt::Excerpt;
use super::ids::DeadlineId;
use super::time::ValidityQuery;
use super::validity::ValidityKind;

impl Corpus {
    /// Returns a deadline as it is on a day: as the latest act in force has moved it, if any has.
    pub fn deadline_on<'c>(&'c self, deadline: &'c Deadline, asked: ValidityQuery) -> DeadlineOnDay<'c> {
        let moved = deadline.id.as_ref().and_then(|id| self.moved(id, asked));
        match moved {
            Some((excerpt, extension)) => {
                DeadlineOnDay { now: &extension.to, moved: Some(Moved { before: deadline, by: &excerpt.id }) }
            }
            None => DeadlineOnDay { now: deadline, moved: None },
        }
    }

    /// What moved the deadline last: of the excerpts in force the one that began last.
    fn moved(&self, id: &DeadlineId, asked: ValidityQuery) -> Option<(&Excerpt, &Extension)> {
        let all = self.excerpts().flat_map(|excerpt| excerpt.extends.iter().map(move |it| (excerpt, it)));
        let moving = all.filter(|(_, it)| it.extends == *id).filter_map(|(excerpt, it)| {
            let validity = self.excerpt_validity(excerpt, asked);
            (validity.kind == ValidityKind::InForce).then_some((validity.since, excerpt, it))
        });
        moving.max_by_key(|(since, ..)| *since).map(|(_, excerpt, it)| (excerpt, it))
    }
}
