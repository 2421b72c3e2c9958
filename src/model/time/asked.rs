//! A query for the state of a text: on which day, with the knowledge of which day.

use crate::model::date::Date;
use crate::model::known::{Day, Reached};

/// How much of what the corpus holds is looked at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Knowledge {
    /// All of it.
    Whole,
    /// The knowledge of this day. An act is known from the day of its issue, unless its record says otherwise.
    Of(Date),
}

impl Knowledge {
    /// Whether what is known from `day` on is part of it.
    pub fn has(self, day: &Day) -> Reached {
        match self {
            Knowledge::Whole => Reached::Yes,
            Knowledge::Of(known_on) => day.reached_on(known_on),
        }
    }

    /// Whether a record that was checked on this day said so already.
    pub fn has_checked(self, checked_on: Date) -> bool {
        match self {
            Knowledge::Whole => true,
            Knowledge::Of(known_on) => checked_on <= known_on,
        }
    }
}

/// A question about validity. Both clocks are in it, so that no caller can forget the second.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ValidityQuery {
    /// The day whose law is asked about.
    pub on: Date,
    pub knowledge: Knowledge,
}

impl ValidityQuery {
    /// Asks about a day with all that the corpus knows, whenever that became known.
    pub fn with_all_known(on: Date) -> Self {
        ValidityQuery { on, knowledge: Knowledge::Whole }
    }

    /// Asks about a day as its own readers could know it.
    pub fn as_of(day: Date) -> Self {
        ValidityQuery { on: day, knowledge: Knowledge::Of(day) }
    }
}
