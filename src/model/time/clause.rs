//! Clauses of other instruments that a record names because they decide about its text: what keeps a text after its parent
//! has ended, what ends it with that one, what sets other days for some. Each is an act: it is known from a day on, and counts
//! as long as its instrument stands.

use std::collections::BTreeSet;

use super::act::{known_from, start};
use super::asked::Knowledge;
use super::life::{Life, bounds};
use crate::model::bilingual::Bilingual;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Clause, Instrument};
use crate::model::known::{Day, Reached};
use crate::model::validity::ValidityKind;

/// A clause with the life of what holds it, as far as was known.
#[derive(Clone, Debug)]
pub(super) struct ClauseLife<'c> {
    pub clause: &'c Clause,
    /// Whether it was known on the day whose knowledge counts.
    pub known: Reached,
    /// Of an instrument without a record, its issue.
    from: Day,
    /// `None` where the instrument has no record.
    life: Option<Box<Life<'c>>>,
}

impl Corpus {
    /// The life of a clause that the record of `named_by` names.
    pub(super) fn clause_life<'c>(
        &'c self,
        clause: &'c Clause,
        named_by: &'c Instrument,
        knowledge: Knowledge,
        path: &mut Vec<&'c InstrumentId>,
    ) -> ClauseLife<'c> {
        let Some(holder) = self.holder(clause) else {
            // Who wrote the record knew of the clause.
            let latest = Some(named_by.checked_on);
            let unknown = Day::Unknown { reason: String::new(), earliest: None, latest };
            let from = clause.issued.map_or(unknown, Day::On);
            return ClauseLife { clause, known: knowledge.has(&from), from, life: None };
        };
        let life = self.place_life(holder, clause.at.as_ref(), knowledge, path);
        ClauseLife {
            clause,
            known: knowledge.has(&known_from(holder)),
            from: start(holder),
            life: Some(Box::new(life)),
        }
    }

    /// The instrument that holds a clause, where it has a record.
    pub fn holder(&self, clause: &Clause) -> Option<&Instrument> {
        let number = &clause.instrument.number;
        let kind = clause.instrument.instrument_type();
        let fits = |it: &&Instrument| {
            let same_day = clause.issued.is_some() && clause.issued == it.issued.date();
            kind.is_none_or(|kind| kind == it.kind) && (number.identifies() || same_day)
        };
        self.numbered(&number.key()).iter().filter_map(|id| self.instrument(id)).find(fits)
    }
}

const NOT_ISSUED: (&str, &str) = ("chưa rõ khi ấy đã ban hành chưa", "may not have been issued at that time");

impl ClauseLife<'_> {
    /// The same clause where an act of its instrument makes the end that it speaks of: it counts from the day of the act,
    /// and is known with it.
    pub fn in_an_act(self, act: Option<(Day, Reached)>) -> Self {
        match act {
            Some((from, known)) if self.life.is_none() => ClauseLife { from, known, ..self },
            Some((from, _)) => ClauseLife { from, ..self },
            None => self,
        }
    }

    /// Whether the clause is in force on a day.
    pub fn holds_on(&self, date: Date) -> Reached {
        let stands = match self.kind_on(date) {
            None | Some(ValidityKind::NotApplicable) => self.from.reached_on(date),
            Some(ValidityKind::InForce) => Reached::Yes,
            // An act of its instrument may come before the rest.
            Some(ValidityKind::NotCommenced) => self.from.reached_on(date),
            Some(ValidityKind::Ended | ValidityKind::NeverInForce) => Reached::No,
            // The part that has ended may be the clause.
            Some(ValidityKind::PartlyEnded | ValidityKind::Suspended | ValidityKind::Unknown) => Reached::Unknown,
        };
        self.as_far_as_known(stands)
    }

    /// Whether what the clause says of a day, be it before the clause is in force, holds.
    pub fn decides_of(&self, date: Date) -> Reached {
        let decides = match self.kind_on(date) {
            None | Some(ValidityKind::NotApplicable | ValidityKind::InForce | ValidityKind::NotCommenced) => {
                Reached::Yes
            }
            Some(ValidityKind::Ended | ValidityKind::NeverInForce) => Reached::No,
            Some(ValidityKind::PartlyEnded | ValidityKind::Suspended | ValidityKind::Unknown) => Reached::Unknown,
        };
        self.as_far_as_known(decides)
    }

    /// Whether it was never in force, and so decides nothing.
    pub fn is_void(&self) -> bool {
        self.kind_on(Date::LAST) == Some(ValidityKind::NeverInForce)
    }

    /// Whether it is in force no longer on a day, or never was.
    pub fn is_over_on(&self, date: Date) -> bool {
        self.kind_on(date).is_some_and(ValidityKind::is_over)
    }

    fn kind_on(&self, date: Date) -> Option<ValidityKind> {
        self.life.as_ref().map(|life| life.on(date).kind)
    }

    fn as_far_as_known(&self, holds: Reached) -> Reached {
        match (self.known, holds) {
            (Reached::No, _) | (_, Reached::No) => Reached::No,
            (Reached::Unknown, _) | (_, Reached::Unknown) => Reached::Unknown,
            (Reached::Yes, Reached::Yes) => Reached::Yes,
        }
    }

    /// Why the clause does not certainly count on a day; `None` where it does, or is not yet there.
    pub fn doubt_on(&self, date: Date) -> Option<Bilingual> {
        let named = self.clause.citation();
        let (vi, en) = match self.kind_on(date) {
            _ if self.known == Reached::Unknown => NOT_ISSUED,
            _ if self.known == Reached::No => return None,
            Some(ValidityKind::Ended) => ("đã hết hiệu lực", "has ended"),
            Some(ValidityKind::NeverInForce) => ("không có hiệu lực", "was never in force"),
            Some(ValidityKind::PartlyEnded | ValidityKind::Suspended | ValidityKind::Unknown) => {
                ("chưa rõ có hiệu lực không", "may not be in force")
            }
            None if self.from.reached_on(date) == Reached::Unknown => NOT_ISSUED,
            Some(ValidityKind::NotCommenced) => ("chưa có hiệu lực", "is not in force yet"),
            None | Some(ValidityKind::NotApplicable | ValidityKind::InForce) => return None,
        };
        Some(Bilingual::new(format!("{named} thì {vi}"), format!("{named} {en}")))
    }

    /// Returns how to settle whether it counts.
    pub fn settled_by(&self) -> Bilingual {
        let named = self.clause.citation();
        if self.life.is_some() {
            Bilingual::new(format!("hiệu lực của {named}"), format!("the validity of {named}"))
        } else {
            Bilingual::new(format!("ngày ban hành của {named}"), format!("the date of issue of {named}"))
        }
    }

    /// Every day on which it may begin or cease to count.
    pub fn days(&self) -> BTreeSet<Date> {
        let of_life = self.life.iter().flat_map(|life| life.days());
        bounds(&self.from).into_iter().chain(of_life).collect()
    }
}
