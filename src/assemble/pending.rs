//! Coming changes: issued by the booklet's day, in effect after it. A change that nobody could know on that day is not
//! listed: an act that was issued later, or an end that only a later act brought about.

use std::collections::BTreeSet;

use super::{Booklet, instrument_order};
use crate::model::date::Date;
use crate::model::excerpt::Excerpt;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Confidence, EndsBy, Instrument, Relation, RelationKind};
use crate::model::known::{Day, Reached};
use crate::model::time::{Standing, effect, known_from};

/// One change that is known.
#[derive(Debug)]
pub struct PendingChange<'c> {
    pub day: Day,
    pub change: ChangeKind<'c>,
}

impl PendingChange<'_> {
    /// How sure the day is, where that is said of it alone.
    pub fn day_confidence(&self) -> Option<Confidence> {
        match &self.change {
            ChangeKind::Commences { instrument, acts: _ } => {
                instrument.statements.from.own_confidence(instrument.confidence)
            }
            ChangeKind::Ends(instrument) => instrument.statements.until.own_confidence(instrument.confidence),
            ChangeKind::Acts { instrument, relation } => relation.day_confidence(instrument),
            ChangeKind::ProvisionCommences(excerpt) => excerpt.statements.from.own_confidence(excerpt.confidence),
            ChangeKind::ProvisionEnds(excerpt) => excerpt.statements.until.own_confidence(excerpt.confidence),
            // The last day of a suspension is the act's own.
            ChangeKind::Lifts { .. } => None,
        }
    }
}

/// A kind of coming change, with the record that it is of.
#[derive(Debug)]
pub enum ChangeKind<'c> {
    /// An instrument comes into force, and does this to others on the same day.
    Commences { instrument: &'c Instrument, acts: Vec<&'c Relation> },
    /// An instrument ends, without an act that ends it.
    Ends(&'c Instrument),
    /// What an instrument does to another on a day other than that of its own commencement.
    Acts { instrument: &'c Instrument, relation: &'c Relation },
    /// What an instrument suspended is in force again.
    Lifts { instrument: &'c Instrument, relation: &'c Relation },
    /// A provision starts later than its instrument.
    ProvisionCommences(&'c Excerpt),
    /// A provision ends earlier than its instrument.
    ProvisionEnds(&'c Excerpt),
}

impl<'c> Booklet<'c> {
    /// Returns the certain changes to come, in the order of the days, unknown days last. A change that may have happened
    /// already is in the list of unknowns instead.
    pub fn pending(&self) -> Vec<PendingChange<'c>> {
        let all = self.corpus.instruments().chain(self.corpus.outside_instruments());
        let mut issued: Vec<&'c Instrument> = all.filter(|it| self.may_state(it)).collect();
        issued.sort_by_cached_key(|instrument| instrument_order(instrument));
        let void = self.void_relations();
        let mut changes: Vec<PendingChange<'c>> = issued.iter().flat_map(|it| self.of_whole(it, &void)).collect();
        let issued: BTreeSet<&InstrumentId> = issued.into_iter().map(|it| &it.id).collect();
        for excerpt in self.corpus.excerpts().filter(|excerpt| excerpt.confidence != Confidence::Unverified) {
            if issued.contains(&excerpt.instrument) && self.corpus.is_issued(excerpt, self.as_of) != Reached::No {
                changes.extend(self.of_provision(excerpt));
            }
        }
        changes.sort_by_key(|change| (change.day.date().is_none(), change.day.date()));
        changes.retain(|change| change.day.reached_on(self.as_of) == Reached::No);
        changes
    }

    /// Issued by the day, verified, and not itself gone.
    fn may_state(&self, instrument: &Instrument) -> bool {
        known_from(instrument).reached_on(self.as_of) == Reached::Yes
            && instrument.confidence != Confidence::Unverified
            && !self.corpus.validity(instrument, self.asked()).kind.is_over()
    }

    fn of_whole(&self, instrument: &'c Instrument, void: &VoidRelations) -> Vec<PendingChange<'c>> {
        if !instrument.kind.has_validity() {
            return Vec::new();
        }
        let from = &instrument.term.from;
        let commences = instrument.has_record && self.is_pending(from) && !self.is_never_to_be(instrument);
        let acts: Vec<&'c Relation> =
            instrument.relations.iter().filter(|relation| stands(instrument, relation, void)).collect();
        let pending = acts.iter().copied().filter(|relation| self.is_pending(&effect(instrument, relation)));
        // An act without a day of its own takes effect as the instrument comes into force.
        let (with_it, apart): (Vec<_>, Vec<_>) =
            pending.partition(|relation| commences && relation.own_day().is_none_or(|on| on == from));
        let mut changes = Vec::new();
        // Nothing is known of one without a record but what it does to others.
        if commences {
            let change = ChangeKind::Commences { instrument, acts: with_it };
            changes.push(PendingChange { day: from.clone(), change });
        }
        let apart = apart.into_iter().map(|relation| (effect(instrument, relation), relation));
        changes.extend(
            apart.map(|(day, relation)| PendingChange { day, change: ChangeKind::Acts { instrument, relation } }),
        );
        let lifted = acts.into_iter().filter_map(|relation| Some((self.ahead(relation.until.as_ref()?)?, relation)));
        changes.extend(lifted.map(|(day, relation)| PendingChange {
            day: Day::On(day),
            change: ChangeKind::Lifts { instrument, relation },
        }));
        let end = instrument.term.until.as_ref().and_then(|until| self.ahead(until));
        let known = instrument.ends_by == Some(EndsBy::OwnTerm) || instrument.checked_on <= self.as_of;
        if let Some(end) = end.filter(|_| known && self.is_pending_end(instrument)) {
            changes.push(PendingChange { day: Day::On(end), change: ChangeKind::Ends(instrument) });
        }
        changes
    }

    fn of_provision(&self, excerpt: &'c Excerpt) -> Vec<PendingChange<'c>> {
        let mut changes = Vec::new();
        // The record may know a day from an act of a later day, unless it was written before that day came.
        let known = excerpt.checked_on <= self.as_of;
        if let Some(from) = excerpt.from.as_ref().filter(|from| known && self.is_pending(from)) {
            changes.push(PendingChange { day: from.clone(), change: ChangeKind::ProvisionCommences(excerpt) });
        }
        let own_term = excerpt.ends_by == Some(EndsBy::OwnTerm);
        let end = excerpt.until.as_ref().and_then(|until| self.ahead(until));
        if let Some(end) = end.filter(|_| known || own_term) {
            changes.push(PendingChange { day: Day::On(end), change: ChangeKind::ProvisionEnds(excerpt) });
        }
        changes
    }

    fn is_pending(&self, day: &Day) -> bool {
        day.reached_on(self.as_of) != Reached::Yes
    }

    /// Whether it will have ended before its first day.
    fn is_never_to_be(&self, instrument: &Instrument) -> bool {
        self.corpus.validity(instrument, self.asked()).ahead.is_some_and(|ahead| ahead.before_commencing)
    }

    /// A known day after the booklet's.
    fn ahead(&self, day: &Day) -> Option<Date> {
        day.date().filter(|date| *date > self.as_of)
    }

    /// Whether no act ends the instrument: an act is listed where it acts.
    fn is_pending_end(&self, instrument: &Instrument) -> bool {
        let mut acts = self.corpus.acts_known(&instrument.id, self.asked().knowledge);
        !acts.any(|act| act.known != Reached::No && act.relation.ends_whole())
    }

    /// The acts that do nothing, as far as was known.
    fn void_relations(&self) -> VoidRelations {
        let acts = self.corpus.instruments().flat_map(|it| self.corpus.acts_known(&it.id, self.asked().knowledge));
        acts.filter(|act| act.standing == Standing::Void).map(|act| std::ptr::from_ref(act.relation)).collect()
    }
}

/// Relations by where they are in the corpus, which says nothing of their order.
type VoidRelations = BTreeSet<*const Relation>;

/// Whether a relation changes what is law, is verified, and is not void.
fn stands(instrument: &Instrument, relation: &Relation, void: &VoidRelations) -> bool {
    let verified = instrument.confidence_of(relation) != Confidence::Unverified;
    changes_law(relation.kind) && verified && !void.contains(&std::ptr::from_ref(relation))
}

/// Whether a relation changes what is law; to guide, to cite, to consolidate does not.
fn changes_law(kind: RelationKind) -> bool {
    match kind {
        RelationKind::Replaces
        | RelationKind::PartlyReplaces
        | RelationKind::Amends
        | RelationKind::Repeals
        | RelationKind::PartlyRepeals
        | RelationKind::Ends
        | RelationKind::Annuls
        | RelationKind::Corrects
        | RelationKind::Suspends => true,
        RelationKind::Guides
        | RelationKind::BasedOn
        | RelationKind::Consolidates
        | RelationKind::Issues
        | RelationKind::Cites
        | RelationKind::Follows => false,
    }
}
