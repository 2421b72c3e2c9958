//! The time axis: from days to places, and the years that are written on it.

use super::rows::TimelineBar;
use crate::model::date::Date;

/// The days from the first to the last that the figure shows, counted from a day far back.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    pub as_of: Date,
    first: i64,
    last: i64,
}

impl Axis {
    /// From the year of the oldest day to a while after the edition's day or after the last start that is known.
    pub fn over(rows: &[TimelineBar<'_>], as_of: Date) -> Self {
        let spans = rows.iter().flat_map(|row| &row.spans);
        Axis::through(spans.flat_map(|span| [span.from, span.to]).flatten(), as_of)
    }

    /// The same for any days.
    pub fn through(days: impl Iterator<Item = Date>, as_of: Date) -> Self {
        let (mut oldest, mut newest) = (as_of, as_of);
        for day in days {
            oldest = oldest.min(day);
            newest = newest.max(day);
        }
        let first = new_year(i64::from(oldest.year()));
        // Where a bar has no end, its point needs room after the day.
        let room = ((day_number(newest) - first) / 14).max(90);
        Axis { as_of, first, last: day_number(newest) + room }
    }

    /// Where a day lies between `left` and `right`.
    pub fn place(&self, date: Date, left: i32, right: i32) -> i32 {
        self.at(day_number(date), left, right)
    }

    fn at(&self, day: i64, left: i32, right: i32) -> i32 {
        let width = i64::from(right - left);
        let part = (day - self.first) * width / (self.last - self.first).max(1);
        left + i32::try_from(part.clamp(0, width)).unwrap_or(0)
    }

    /// Years and the places where they begin, at least `distance` apart.
    pub fn years(&self, left: i32, right: i32, distance: i32) -> Vec<(i64, i32)> {
        let (from, to) = (year_of(self.first), year_of(self.last));
        let most = i64::from(((right - left) / distance.max(1)).max(1));
        let step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000]
            .into_iter()
            .find(|step| self.days_of(*step) * most >= self.last - self.first)
            .unwrap_or(10_000);
        let first = from.div_euclid(step) * step;
        let all = (0..=(to - first) / step).map(|count| first + count * step);
        all.filter(|year| (self.first..self.last).contains(&new_year(*year)))
            .map(|year| (year, self.at(new_year(year), left, right)))
            .collect()
    }

    /// The fewest days that so many years have.
    fn days_of(&self, years: i64) -> i64 {
        years * 365
    }
}

fn new_year(year: i64) -> i64 {
    let before = year - 1;
    before * 365 + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400)
}

fn day_number(date: Date) -> i64 {
    const BEFORE: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let year = i64::from(date.year());
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let month = usize::try_from(date.month() - 1).unwrap_or(0);
    let before = BEFORE.get(month).copied().unwrap_or(0) + i64::from(leap && month > 1);
    new_year(year) + before + i64::from(date.day()) - 1
}

fn year_of(day: i64) -> i64 {
    // At most one too many; never too few.
    let near = day / 365 + 1;
    (0..=near).rev().take(40).find(|year| new_year(*year) <= day).unwrap_or(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        let day = |text: &str| day_number(text.parse().unwrap());
        assert_eq!(day("2024-03-01") - day("2024-02-28"), 2);
        assert_eq!(day("2023-03-01") - day("2023-02-28"), 1);
        assert_eq!(day("2100-01-01") - day("2000-01-01"), 36_525);
        assert_eq!(day("2024-12-31") + 1, new_year(2025));
        for year in [1, 4, 100, 1945, 2000, 2023, 2024, 9999] {
            assert_eq!(year_of(new_year(year)), year);
            assert_eq!(year_of(new_year(year + 1) - 1), year);
        }
    }

    #[test]
    fn years_keep_their_distance() {
        for (first, last) in [(2009, 2011), (2006, 2027), (1945, 2045), (1, 9998)] {
            let axis =
                Axis { as_of: Date::new(2014, 1, 31).unwrap(), first: new_year(first), last: new_year(last + 1) };
            let years = axis.years(400, 1620, 90);
            assert!(years.windows(2).all(|pair| pair[1].1 - pair[0].1 >= 85), "{first} {last} {years:?}");
            assert!(years.iter().all(|(_, x)| (400..=1620).contains(x)));
            assert!(!years.is_empty());
        }
    }
}
