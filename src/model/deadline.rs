//! Deadlines (thời hạn) as data: by when a duty is to be done, and which day that is next.

use std::fmt;

use super::date::Date;
use super::ids::{DeadlineId, ExcerptId};

/// By when a duty is to be done, with the words of the provision where the data alone would say less.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Deadline {
    /// By which an act that moves it names it.
    pub id: Option<DeadlineId>,
    pub due: Due,
    pub words: Option<String>,
}

/// When something is due.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Due {
    /// The provision states none.
    #[default]
    NotStated,
    On(Date),
    /// From this day on: a start, and no deadline.
    From(Date),
    /// Every year by this day.
    Yearly(DayOfYear),
    /// Four times a year: by this day, and three, six and nine months after it.
    Quarterly(DayOfYear),
    /// Again and again; the first time on `starting`, where that is known.
    Every {
        every: Lapse,
        starting: Option<Date>,
    },
    /// This lapse after something has happened.
    Within {
        lapse: Lapse,
        of: LapseStart,
    },
    /// Before something happens.
    Before(String),
    /// At something that has no date of its own.
    When(String),
}

/// What a lapse of time is counted from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LapseStart {
    On(Date),
    /// `ngày nhận được yêu cầu`
    Words(String),
}

/// A day that comes every year: `31/01`. The 29th of February is the 28th in years that have none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayOfYear {
    month: i8,
    day: i8,
}

/// A length of time, at least one unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lapse {
    pub count: u16,
    pub unit: LapseUnit,
}

/// A unit of time, as the law counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LapseUnit {
    Days,
    /// Monday to Friday. Which of these are public holidays is decided year by year, and is not counted.
    WorkingDays,
    Months,
    Years,
}

/// A deadline that a later act has moved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Extension {
    pub extends: DeadlineId,
    pub to: Deadline,
}

/// A deadline as it is on a day.
#[derive(Clone, Copy, Debug)]
pub struct DeadlineOnDay<'c> {
    pub now: &'c Deadline,
    pub moved: Option<Moved<'c>>,
}

/// What a deadline was before, and which excerpt moved it.
#[derive(Clone, Copy, Debug)]
pub struct Moved<'c> {
    pub before: &'c Deadline,
    pub by: &'c ExcerptId,
}

impl DayOfYear {
    /// The day, or `None` where no year has it.
    pub fn new(month: i8, day: i8) -> Option<Self> {
        // 2024 has every day that any year has.
        Date::new(2024, month, day).map(|_| DayOfYear { month, day })
    }

    /// `31/01`
    pub fn short(self) -> String {
        format!("{:02}/{:02}", self.day, self.month)
    }

    /// Returns the day in a year.
    pub fn in_year(self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).or_else(|| Date::new(year, self.month, self.day - 1))
    }
}

impl LapseUnit {
    pub const ALL: [LapseUnit; 4] = [LapseUnit::Days, LapseUnit::WorkingDays, LapseUnit::Months, LapseUnit::Years];

    /// Returns the word in YAML.
    pub fn key(self) -> &'static str {
        match self {
            LapseUnit::Days => "days",
            LapseUnit::WorkingDays => "working-days",
            LapseUnit::Months => "months",
            LapseUnit::Years => "years",
        }
    }
}

/// As it is written in YAML.
impl fmt::Display for Lapse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.count, self.unit.key())
    }
}

impl Lapse {
    /// Returns the day on which the time is over, counted from the day after `start`.
    pub fn after(self, start: Date) -> Option<Date> {
        self.times(start, 1)
    }

    /// Counted from the beginning each time, so that 31/01 and twice one month is 31/03 again.
    fn times(self, start: Date, times: u16) -> Option<Date> {
        let count = self.count.checked_mul(times)?;
        match self.unit {
            LapseUnit::Days => start.after_days(count),
            LapseUnit::WorkingDays => working_days_after(start, count),
            LapseUnit::Months => start.after_months(count),
            LapseUnit::Years => start.after_months(count.checked_mul(12)?),
        }
    }
}

/// A week has five working days, so no more days are looked at than the calendar needs.
fn working_days_after(start: Date, count: u16) -> Option<Date> {
    let mut day = start.after_days((count / 5).checked_mul(7)?)?;
    while day.is_weekend() && count >= 5 {
        day = day.yesterday()?;
    }
    let mut left = count % 5;
    while left > 0 {
        day = day.tomorrow()?;
        if !day.is_weekend() {
            left -= 1;
        }
    }
    Some(day)
}

impl Due {
    /// Returns the key in YAML and for programs.
    pub fn key(&self) -> &'static str {
        match self {
            Due::NotStated => "not-stated",
            Due::On(_) => "on",
            Due::From(_) => "from",
            Due::Yearly(_) => "yearly",
            Due::Quarterly(_) => "quarterly",
            Due::Every { .. } => "every",
            Due::Within { .. } => "within",
            Due::Before(_) => "before",
            Due::When(_) => "when",
        }
    }

    /// Returns the first day after `day` on which it is due; `None` where it is due on no such day, or on none that
    /// can be computed.
    pub fn next_after(&self, day: Date) -> Option<Date> {
        let ahead = |due: &Date| *due > day;
        match self {
            Due::Yearly(each) => (0..2).filter_map(|more| each.in_year(day.year() + more)).find(ahead),
            Due::Quarterly(each) => quarters(*each, day).into_iter().find(ahead),
            Due::Every { every, starting: Some(start) } => {
                (0..=u16::MAX).map_while(|times| every.times(*start, times)).find(ahead)
            }
            Due::NotStated | Due::On(_) | Due::From(_) | Due::Within { .. } | Due::Before(_) | Due::When(_) => {
                self.only_day().filter(ahead)
            }
            Due::Every { starting: None, .. } => None,
        }
    }

    /// Returns the only day on which it was due, where that has come by `day`.
    pub fn passed_by(&self, day: Date) -> Option<Date> {
        self.only_day().filter(|date| *date <= day)
    }

    /// Whether it is due on the very day.
    pub fn is_on(&self, day: Date) -> bool {
        day.yesterday().and_then(|before| self.next_after(before)) == Some(day)
    }

    /// Whether it is due again and again, on days that the provision does not give.
    pub fn recurs_without_day(&self) -> bool {
        matches!(self, Due::Every { starting: None, .. })
    }

    /// The day of what is due once; `None` where it has none, or none that can be computed.
    fn only_day(&self) -> Option<Date> {
        match self {
            Due::On(date) => Some(*date),
            Due::Within { lapse, of: LapseStart::On(start) } => lapse.after(*start),
            Due::NotStated | Due::From(_) | Due::Yearly(_) | Due::Quarterly(_) | Due::Every { .. } => None,
            Due::Within { of: LapseStart::Words(_), .. } | Due::Before(_) | Due::When(_) => None,
        }
    }
}

/// The days of the quarters from the year before `day` to the year after it, in order.
fn quarters(each: DayOfYear, day: Date) -> Vec<Date> {
    let first = (-1..2).filter_map(|more| each.in_year(day.year() + more));
    first.flat_map(|first| [0, 3, 6, 9].into_iter().filter_map(move |months| first.after_months(months))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn each(month: i8, day: i8) -> DayOfYear {
        DayOfYear::new(month, day).unwrap()
    }

    fn next(due: &Due, day: &str) -> Option<String> {
        due.next_after(date(day)).map(|date| date.to_string())
    }

    fn every(count: u16, unit: LapseUnit, starting: &str) -> Due {
        Due::Every { every: Lapse { count, unit }, starting: Some(date(starting)) }
    }

    fn within(count: u16, unit: LapseUnit, of: &str) -> Due {
        Due::Within { lapse: Lapse { count, unit }, of: LapseStart::On(date(of)) }
    }

    #[test]
    fn the_next_day_is_after_the_day_asked_about() {
        let cases = [
            (Due::On(date("2030-06-30")), "2030-06-29", Some("2030-06-30")),
            (Due::On(date("2030-06-30")), "2030-06-30", None),
            (Due::From(date("2030-06-30")), "2030-01-01", None),
            (Due::NotStated, "2030-01-01", None),
            (Due::Yearly(each(1, 31)), "2030-01-30", Some("2030-01-31")),
            (Due::Yearly(each(1, 31)), "2030-01-31", Some("2031-01-31")),
            // Leap years.
            (Due::Yearly(each(2, 29)), "2027-01-01", Some("2027-02-28")),
            (Due::Yearly(each(2, 29)), "2028-02-28", Some("2028-02-29")),
            // Ends of quarters, whatever their length; a first day in any month.
            (Due::Quarterly(each(3, 31)), "2030-03-31", Some("2030-06-30")),
            (Due::Quarterly(each(3, 31)), "2030-09-30", Some("2030-12-31")),
            (Due::Quarterly(each(3, 31)), "2030-12-31", Some("2031-03-31")),
            (Due::Quarterly(each(12, 15)), "2030-02-01", Some("2030-03-15")),
            // Months that have no 31st, counted from the beginning each time.
            (every(1, LapseUnit::Months, "2030-01-31"), "2030-02-01", Some("2030-02-28")),
            (every(1, LapseUnit::Months, "2030-01-31"), "2030-02-28", Some("2030-03-31")),
            (every(6, LapseUnit::Months, "2030-08-31"), "2030-08-31", Some("2031-02-28")),
            (every(5, LapseUnit::Years, "2025-06-30"), "2026-11-30", Some("2030-06-30")),
            (every(1, LapseUnit::Years, "2024-02-29"), "2027-03-01", Some("2028-02-29")),
            // Short lapses, long after they began.
            (every(1, LapseUnit::Days, "2020-01-01"), "2026-11-30", Some("2026-12-01")),
            (every(7, LapseUnit::Days, "1990-01-01"), "2026-11-30", Some("2026-12-07")),
            (every(1, LapseUnit::WorkingDays, "2020-01-01"), "2026-11-27", Some("2026-11-30")),
            (every(60_000, LapseUnit::Days, "1990-01-01"), "2026-11-30", Some("2154-04-11")),
            (within(30, LapseUnit::Days, "2030-01-31"), "2030-01-31", Some("2030-03-02")),
            (within(30, LapseUnit::Days, "2030-01-31"), "2030-03-02", None),
            // 2030-03-01 is a Friday.
            (within(1, LapseUnit::WorkingDays, "2030-03-01"), "2030-03-01", Some("2030-03-04")),
            (within(5, LapseUnit::WorkingDays, "2030-03-01"), "2030-03-01", Some("2030-03-08")),
            (within(6, LapseUnit::WorkingDays, "2030-03-01"), "2030-03-01", Some("2030-03-11")),
            // From a Saturday the first working day is Monday.
            (within(1, LapseUnit::WorkingDays, "2030-03-02"), "2030-03-02", Some("2030-03-04")),
            (within(5, LapseUnit::WorkingDays, "2030-03-02"), "2030-03-02", Some("2030-03-08")),
        ];
        for (due, day, expected) in cases {
            assert_eq!(next(&due, day).as_deref(), expected, "{due:?} after {day}");
        }
    }

    /// The short way of counting working days agrees with looking at every day.
    #[test]
    fn working_days_are_counted_one_by_one() {
        for start in (0..14).filter_map(|days| date("2030-03-01").after_days(days)) {
            let (mut day, mut counted) = (start, 0);
            while counted < 30 {
                day = day.tomorrow().unwrap();
                if !day.is_weekend() {
                    counted += 1;
                    assert_eq!(working_days_after(start, counted), Some(day), "{counted} after {start}");
                }
            }
        }
    }

    #[test]
    fn what_had_one_day_has_passed() {
        assert_eq!(Due::On(date("2025-12-31")).passed_by(date("2026-11-30")), Some(date("2025-12-31")));
        assert_eq!(Due::On(date("2025-12-31")).passed_by(date("2025-12-30")), None);
        assert_eq!(Due::Yearly(each(1, 31)).passed_by(date("2026-11-30")), None);
        for due in [Due::On(date("2025-12-31")), Due::Yearly(each(12, 31)), every(1, LapseUnit::Months, "2025-01-31")] {
            assert!(due.is_on(date("2025-12-31")) && !due.is_on(date("2025-12-30")), "{due:?}");
        }
        assert!(DayOfYear::new(2, 30).is_none());
    }
}
