//! The end of a text, as far as it is known on a day.

use super::life::{End, Life};
use crate::model::date::Date;
use crate::model::known::Reached;
use crate::model::validity::ValidityKind;

/// The end of a text, as far as it is known on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KnownEnd {
    /// No end is known.
    None,
    /// The first day on which it is in force no longer, reached or to come.
    On(Date),
    /// It has ended or may have, on a day that is not known.
    Unknown,
    /// It is law on no day, and so has no end.
    Never,
}

impl<'c> Life<'c> {
    /// Returns what is known on a day of the end of the text.
    pub fn known_end(&self, date: Date) -> KnownEnd {
        if self.state(date).kind == ValidityKind::NeverInForce {
            return KnownEnd::Never;
        }
        let certain = self.ends.iter().filter(|end| end.is_certain_on(date));
        match certain.map(|end| end.day.date()).min_by_key(|day| (day.is_none(), *day)) {
            Some(day) => return day.map_or(KnownEnd::Unknown, KnownEnd::On),
            None if self.ends.iter().any(|end| end.is_possible_on(date)) => return KnownEnd::Unknown,
            None => {}
        }
        let coming = self.ends.iter().filter(|end| end.doubt.is_none() && end.kept_by.is_none() && !end.annuls());
        let first = coming.filter_map(|end| Some((end.day.date()?, end))).min_by_key(|(day, _)| *day);
        first.map_or(KnownEnd::None, |(day, end)| self.coming_end(day, end))
    }

    fn coming_end(&self, day: Date, end: &End<'c>) -> KnownEnd {
        if self.begun_before(end) == Reached::No { KnownEnd::Never } else { KnownEnd::On(day) }
    }
}
