//! Values that may be unknown. Unknown is a state of its own, with a reason; it is never read as «none».

use super::date::Date;

/// A value, or why it is unknown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Known<T> {
    Known(T),
    Unknown { reason: String },
}

impl<T> Known<T> {
    /// Returns the value, where it is known.
    pub fn known(&self) -> Option<&T> {
        match self {
            Known::Known(value) => Some(value),
            Known::Unknown { .. } => None,
        }
    }

    /// The reason why it is unknown, where it is.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Known::Known(_) => None,
            Known::Unknown { reason } => Some(reason),
        }
    }
}

/// A day on which something happened or will happen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Day {
    On(Date),
    Unknown {
        reason: String,
        /// It has certainly not happened before this day.
        earliest: Option<Date>,
        /// It has certainly happened on this day.
        latest: Option<Date>,
    },
}

/// Whether a day has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reached {
    Yes,
    No,
    Unknown,
}

impl Day {
    /// Returns the date, where it is known.
    pub fn date(&self) -> Option<Date> {
        match self {
            Day::On(date) => Some(*date),
            Day::Unknown { .. } => None,
        }
    }

    /// The reason why the day is unknown, where it is.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Day::On(_) => None,
            Day::Unknown { reason, .. } => Some(reason),
        }
    }

    /// Whether the day has come on `date`. Bounds decide where they can; what they leave open stays unknown.
    pub fn reached_on(&self, date: Date) -> Reached {
        match self {
            Day::On(day) if *day <= date => Reached::Yes,
            Day::On(_) => Reached::No,
            Day::Unknown { latest: Some(latest), .. } if *latest <= date => Reached::Yes,
            Day::Unknown { earliest: Some(earliest), .. } if date < *earliest => Reached::No,
            Day::Unknown { .. } => Reached::Unknown,
        }
    }
}

/// A time in force, half-open: law on `from`, no longer law on `until`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    pub from: Day,
    /// `None`: no end is known, and it is known that there is none yet.
    pub until: Option<Day>,
}
