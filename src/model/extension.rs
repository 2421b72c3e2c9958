//! Deadlines that a later act has moved.

use super::corpus::Corpus;
use super::date::Date;
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
        let in_force = |excerpt: &Excerpt| self.excerpt_validity(excerpt, asked).kind == ValidityKind::InForce;
        all.filter(|(excerpt, it)| it.extends == *id && in_force(excerpt))
            .max_by_key(|(excerpt, _)| self.begins(excerpt))
    }

    /// The first day of an excerpt, where it is known.
    fn begins(&self, excerpt: &Excerpt) -> Option<Date> {
        let own = excerpt.from.as_ref().and_then(|from| from.date());
        own.or_else(|| self.instrument(&excerpt.instrument)?.term.from.date())
    }
}
