//! Time: which state an instrument or a provision is in on a day, and which act made it so.
//!
//! Intervals are half-open: a text is in force on its first day, and no longer on the day of its end. Every state is
//! decided by a [`Life`]: the start, the ends, the suspensions and the changes of one text, each traced to a date of its
//! own record or to an [`Act`] of another instrument. An act that may have happened by a day makes the state on that day unknown; unknown
//! never becomes in force.
//!
//! There are two clocks, and [`ValidityQuery`] holds both: the day whose law is asked about, and the day whose knowledge counts.

mod act;
mod asked;
mod clause;
mod doubt;
mod end;
mod guided;
mod kept;
mod life;
mod lives;
mod periods;
mod scoped;
mod successors;
mod suspension;
mod taking_effect;
mod timeline;
mod touch;

pub use act::{Act, Standing, effect, known_from, start};
pub(super) use act::{ActsByTarget, acted_on, acts};
pub use asked::{Knowledge, ValidityQuery};
pub use end::KnownEnd;
pub use guided::clause_on;
pub use life::Life;
pub use lives::may_be;
pub use periods::Period;
pub use timeline::{Event, Happening};

use super::bilingual::Bilingual;
use super::corpus::Corpus;
use super::excerpt::Excerpt;
use super::instrument::{Confidence, Instrument, RelationKind, RelationTarget};
use super::known::Term;
use super::provision::Locator;
use super::validity::{Validity, ValidityKind};

impl Corpus {
    /// The validity of an instrument: by its own dates, and by what others that stand have done to it.
    pub fn validity(&self, instrument: &Instrument, asked: ValidityQuery) -> Validity {
        let mut validity = self.life(instrument, asked.knowledge).on(asked.on);
        validity.mark_days(instrument);
        self.name_bases(instrument, asked, &mut validity);
        validity
    }

    /// The validity of an excerpt's provision: its instrument's, narrowed by its own dates and by the acts on single
    /// provisions. Where such an act does not say which provisions it touches, the answer is unknown.
    pub fn excerpt_validity(&self, excerpt: &Excerpt, asked: ValidityQuery) -> Validity {
        let Some(instrument) = self.instrument(&excerpt.instrument) else {
            return Validity::unknown(Bilingual::new("không có hồ sơ văn bản", "its instrument has no record"));
        };
        let mut validity = self.excerpt_life(excerpt, instrument, asked.knowledge).on(asked.on);
        validity.mark_days_of(excerpt, instrument);
        self.name_bases(instrument, asked, &mut validity);
        validity
    }

    /// The validity of a provision of an instrument, whether or not there is an excerpt of it.
    pub fn provision_validity(&self, instrument: &Instrument, at: &Locator, asked: ValidityQuery) -> Validity {
        self.provision_life(instrument, at, asked.knowledge).on(asked.on)
    }

    /// What an instrument rests on, by its own words or by the act that issued it, with the index of the relation where
    /// it is its own.
    pub fn bases<'c>(&'c self, instrument: &'c Instrument) -> impl Iterator<Item = (&'c Instrument, Option<usize>)> {
        let own = instrument.relations.iter().enumerate().filter_map(move |(index, relation)| {
            let rests =
                matches!(relation.kind, RelationKind::Guides | RelationKind::BasedOn) && relation.kept_by.is_none();
            let verified = instrument.confidence_of(relation) != Confidence::Unverified;
            match &relation.target {
                RelationTarget::Instrument(id) if rests && verified => Some((self.instrument(id)?, Some(index))),
                RelationTarget::Instrument(_) | RelationTarget::External(_) => None,
            }
        });
        let issuing = self.acts(&instrument.id).filter(|act| {
            let issues = act.relation.kind == RelationKind::Issues && act.relation.kept_by.is_none();
            issues && act.confidence() != Confidence::Unverified
        });
        own.chain(issuing.map(|act| (act.instrument, None)))
    }

    /// What an instrument may end with: what it gives the details of, amends, rests on, consolidates or follows, and what it
    /// was issued with.
    pub fn may_end_with<'c>(&'c self, instrument: &'c Instrument) -> impl Iterator<Item = &'c Instrument> {
        let own = instrument.relations.iter().filter(|relation| hangs_on(relation.kind));
        let own = own.filter_map(|relation| match &relation.target {
            RelationTarget::Instrument(id) => self.instrument(id),
            RelationTarget::External(_) => None,
        });
        let issuing = self.acts(&instrument.id).filter(|act| act.relation.kind == RelationKind::Issues);
        own.chain(issuing.map(|act| act.instrument))
    }

    /// Says which bases had ended; of a text that has itself ended nobody asks.
    fn name_bases(&self, instrument: &Instrument, asked: ValidityQuery, validity: &mut Validity) {
        if validity.kind.is_over() {
            return;
        }
        for (base, index) in self.bases(instrument) {
            // A text that gives the details of an ended instrument, or was issued with it, is unknown, with the reason.
            let relation = index.and_then(|index| instrument.relations.get(index));
            let hangs = relation.is_none_or(|relation| relation.kind == RelationKind::Guides);
            if hangs && instrument.kind.has_validity() {
                continue;
            }
            if is_over(&self.life(base, asked.knowledge).on(asked.on)) && !validity.ended_bases.contains(&base.id) {
                validity.ended_bases.push(base.id.clone());
            }
        }
    }
}

/// Whether what has such a relation may end with the other.
fn hangs_on(kind: RelationKind) -> bool {
    match kind {
        RelationKind::Amends
        | RelationKind::Guides
        | RelationKind::BasedOn
        | RelationKind::Consolidates
        | RelationKind::Follows => true,
        RelationKind::Replaces
        | RelationKind::PartlyReplaces
        | RelationKind::Repeals
        | RelationKind::PartlyRepeals
        | RelationKind::Ends
        | RelationKind::Annuls
        | RelationKind::Corrects
        | RelationKind::Suspends
        | RelationKind::Issues
        | RelationKind::Cites => false,
    }
}

/// Whether a text has ended, or been superseded where it has no validity.
fn is_over(validity: &Validity) -> bool {
    validity.kind.is_over() || (validity.kind == ValidityKind::NotApplicable && validity.by.is_some())
}

/// The excerpt's own days over its instrument's.
pub fn excerpt_term(excerpt: &Excerpt, instrument: &Instrument) -> Term {
    Term {
        from: excerpt.from.clone().unwrap_or_else(|| instrument.term.from.clone()),
        until: excerpt.until.clone().or_else(|| instrument.term.until.clone().filter(|_| excerpt.kept_by.is_none())),
    }
}
