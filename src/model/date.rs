//! Civil dates of the law. Never the clock.

use std::fmt;
use std::str::FromStr;

use jiff::Span;
use jiff::civil::Weekday;

/// A day of the calendar, as the law counts: no time, no zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// The last day of the calendar, by which all that has a day has come.
    pub const LAST: Date = Date(jiff::civil::Date::MAX);

    /// The day `year`-`month`-`day`, or `None` where the calendar has no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Returns the year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Returns the month, from 1.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// Returns the day of the month, from 1.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day before; `None` at the calendar's beginning.
    pub fn yesterday(self) -> Option<Date> {
        self.0.yesterday().ok().map(Self)
    }

    /// The day after; `None` at the calendar's end.
    pub fn tomorrow(self) -> Option<Date> {
        self.0.tomorrow().ok().map(Self)
    }

    /// The day so many days later; `None` past the calendar's end.
    pub fn after_days(self, days: u16) -> Option<Date> {
        self.0.checked_add(Span::new().days(i64::from(days))).ok().map(Self)
    }

    /// The same day so many months later, or the last day of a month that is too short for it: 31/08 and one month is
    /// 30/09.
    pub fn after_months(self, months: u16) -> Option<Date> {
        self.0.checked_add(Span::new().months(i64::from(months))).ok().map(Self)
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    /// `25/12/2024`, the form of lists and lines.
    pub fn short(self) -> String {
        format!("{:02}/{:02}/{}", self.day(), self.month(), self.year())
    }

    /// `ngày 25 tháng 12 năm 2024`: days under 10 and months 1 and 2 take a leading zero (NĐ 30/2020/NĐ-CP, Phụ lục I).
    pub fn long(self) -> String {
        let month = if self.month() <= 2 { format!("{:02}", self.month()) } else { self.month().to_string() };
        format!("ngày {:02} tháng {month} năm {}", self.day(), self.year())
    }

    /// Whole years from `self` to `later`; zero where `later` is not later.
    pub fn years_until(self, later: Date) -> i16 {
        let whole = later.year() - self.year();
        let reached = (later.month(), later.day()) >= (self.month(), self.day());
        (if reached { whole } else { whole - 1 }).max(0)
    }
}

/// ISO 8601, `2024-12-25`: the form of data.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// Reads exactly `YYYY-MM-DD`; nothing else, so that `1/7/2026` is never guessed.
impl FromStr for Date {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
        if !shape {
            return Err(());
        }
        let part = |range: std::ops::Range<usize>| text[range].parse::<i16>().map_err(drop);
        let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
        Date::new(year, month as i8, day as i8).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints() {
        let date: Date = "2024-02-05".parse().unwrap();
        assert_eq!(date.to_string(), "2024-02-05");
        assert_eq!(date.short(), "05/02/2024");
        assert_eq!(date.long(), "ngày 05 tháng 02 năm 2024");
        for bad in ["2024-2-5", "2024-02-30", "05/02/2024", "2024-02-05T", "２０２４-02-05"] {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
    }
}
