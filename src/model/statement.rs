//! Confidence and source of one statement of a record, where they differ from those of the record as a whole.

use super::date::Date;
use super::excerpt::Excerpt;
use super::instrument::{Confidence, Instrument, Relation};
use super::known::{Day, Known, Term};
use super::validity::Validity;

/// How sure one statement is, and where it was seen.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Statement {
    /// `None`: as sure as the record.
    pub confidence: Option<Confidence>,
    pub source: Option<String>,
}

impl Statement {
    /// Returns how sure it is, where that is not as sure as its record: then it is printed beside the statement, and the
    /// record's own level holds of the others.
    pub fn own_confidence(&self, record: Confidence) -> Option<Confidence> {
        self.confidence.filter(|it| *it != record)
    }
}

/// A value, with what is said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
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

/// The statements of an excerpt's record that can have words of their own.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct ExcerptStatements {
    pub issued: Statement,
    pub from: Statement,
    pub until: Statement,
}

impl Relation {
    /// Returns its own day, where it has one.
    pub fn own_day(&self) -> Option<&Day> {
        self.on.as_ref().map(|on| &on.value)
    }

    /// How sure its own day is, where that is not as sure as the relation.
    pub fn day_confidence(&self, acting: &Instrument) -> Option<Confidence> {
        self.on.as_ref()?.statement.own_confidence(acting.confidence_of(self))
    }
}

impl Validity {
    /// Says how sure its days are, where they are those of the instrument's record and it says so of them alone.
    pub fn mark_days(&mut self, instrument: &Instrument) {
        let Term { from, until } = &instrument.term;
        let Statements { from: of_from, until: of_until, .. } = &instrument.statements;
        if self.since.is_some() && self.since == from.date() {
            self.since_confidence = of_from.own_confidence(instrument.confidence);
        }
        self.mark_end(until.as_ref().and_then(Day::date), of_until.own_confidence(instrument.confidence));
    }

    /// The same of an excerpt's provision: by its own record, where that has a day of its own.
    pub fn mark_days_of(&mut self, excerpt: &Excerpt, instrument: &Instrument) {
        self.mark_days(instrument);
        let ExcerptStatements { issued: _, from, until } = &excerpt.statements;
        if self.since.is_some() && self.since == excerpt.from.as_ref().and_then(Day::date) {
            self.since_confidence = from.own_confidence(excerpt.confidence);
        }
        self.mark_end(excerpt.until.as_ref().and_then(Day::date), until.own_confidence(excerpt.confidence));
    }

    /// Marks the end that a record gives, unless an act makes it: the act says how sure it is.
    fn mark_end(&mut self, day: Option<Date>, confidence: Option<Confidence>) {
        if self.by.is_none() && day.is_some() && self.until == day {
            self.until_confidence = confidence;
        }
        if let Some(ahead) = self.ahead.as_mut().filter(|it| it.by.is_none() && Some(it.on) == day) {
            ahead.day_confidence = confidence;
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
