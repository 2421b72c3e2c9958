//! What is said of one statement of a record, where that differs from the record as a whole.

use super::instrument::{Confidence, Instrument};
use super::known::{Day, Known, Term};
use super::validity::Validity;

/// How sure one statement is, and where it was seen.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Statement {
    /// `None`: as sure as the record.
    pub confidence: Option<Confidence>,
    pub source: Option<String>,
}

/// A value, with what is said of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Stated<T> {
    pub value: T,
    pub statement: Statement,
}

impl<T> Stated<T> {
    /// Returns a value of which nothing is said.
    pub fn plain(value: T) -> Self {
        Stated { value, statement: Statement::default() }
    }
}

/// The statements of an instrument's record that can have words of their own.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Statements {
    pub number: Statement,
    pub signer: Statement,
    pub issued: Statement,
    pub from: Statement,
    pub until: Statement,
}

impl Instrument {
    /// Returns how sure a statement of its record is, where that is not as sure as the record: then it is printed beside the
    /// statement, and the record's own level holds of the others.
    pub fn own_confidence(&self, statement: &Statement) -> Option<Confidence> {
        statement.confidence.filter(|it| *it != self.confidence)
    }
}

impl Validity {
    /// Says how sure its days are, where they are those of the instrument's record and it says so of them alone.
    pub fn mark_days(&mut self, instrument: &Instrument) {
        let Term { from, until } = &instrument.term;
        let Statements { from: of_from, until: of_until, .. } = &instrument.statements;
        if self.since.is_some() && self.since == from.date() {
            self.since_confidence = instrument.own_confidence(of_from);
        }
        let is_own = self.by.is_none() && self.until == until.as_ref().and_then(Day::date);
        if self.until.is_some() && is_own {
            self.until_confidence = instrument.own_confidence(of_until);
        }
    }
}

/// A day that nobody has verified is not known.
pub fn verified_day(day: Day, statement: &Statement) -> Day {
    if statement.confidence == Some(Confidence::Unverified) {
        Day::Unknown { reason: NOT_VERIFIED.to_owned(), earliest: None, latest: None }
    } else {
        day
    }
}

/// The same of any other value.
pub fn verified<T>(value: T, statement: &Statement) -> Known<T> {
    if statement.confidence == Some(Confidence::Unverified) {
        Known::Unknown { reason: NOT_VERIFIED.to_owned() }
    } else {
        Known::Known(value)
    }
}

const NOT_VERIFIED: &str = "Mới có nguồn chưa kiểm chứng";
