//! Days and figures as departments write them. One that can be read in two ways is read in none.

use super::super::amount::Amount;
use super::super::words::is_same;
use crate::latin::in_ascii;
use crate::model::date::Date;
use crate::spreadsheet::ReadCell;

/// Reads a day: of a cell that is one, or `31/01/2030`, `31-1-2030`, `2030-01-31`, `ngày 31 tháng 01 năm 2030`.
pub fn day(cell: &ReadCell) -> Option<Date> {
    match cell {
        ReadCell::Day { year, month, day } => Date::new(*year, *month, *day),
        ReadCell::Text(text) => written_day(text),
        ReadCell::Number(_) | ReadCell::Fault(_) => None,
    }
}

fn written_day(text: &str) -> Option<Date> {
    let words = in_ascii(text);
    let parts: Vec<&str> =
        words.split(['-', '.']).filter(|part| !matches!(*part, "" | "ngay" | "thang" | "nam")).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) = match (first.len(), third.len()) {
        (4, 1 | 2) => (first, second, third),
        (1 | 2, 4) => (third, second, first),
        _ => return None,
    };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Reads a figure, with its unit behind it or without.
pub fn figure(cell: &ReadCell, unit: Option<&str>) -> Option<Amount> {
    match cell {
        ReadCell::Number(number) => Amount::from_digits(&number.to_string()),
        ReadCell::Text(text) => written_figure(text, unit),
        ReadCell::Day { .. } | ReadCell::Fault(_) => None,
    }
}

fn written_figure(text: &str, unit: Option<&str>) -> Option<Amount> {
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (number, rest) = text.split_at_checked(end)?;
    let rest = rest.trim();
    if !rest.is_empty() && !unit.is_some_and(|unit| is_same(unit, rest)) {
        return None;
    }
    let number: String =
        number.trim().chars().map(|c| if c == '\u{a0}' || c == '\u{202f}' { ' ' } else { c }).collect();
    let separators: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    let (thousands, decimal) = match separators.as_slice() {
        [] => (None, None),
        [one] if is_decimal(&number, *one) => (None, Some(*one)),
        [' '] => (Some(' '), None),
        [_] => return None,
        [first, others @ .., last] if first != last && others.iter().all(|other| other == first) => {
            (Some(*first), Some(*last))
        }
        [first, others @ ..] if others.iter().all(|other| other == first) => (Some(*first), None),
        _ => return None,
    };
    plain(&number, thousands, decimal)
}

/// Whether the only separator can be nothing but that of decimals: it has not three digits behind it, or only a 0 before.
fn is_decimal(number: &str, separator: char) -> bool {
    let Some((before, after)) = number.split_once(separator) else { return false };
    matches!(separator, ',' | '.') && (after.len() != 3 || before == "0" || before.len() > 3)
}

fn plain(number: &str, thousands: Option<char>, decimal: Option<char>) -> Option<Amount> {
    let (whole, part) = match decimal {
        Some(decimal @ (',' | '.')) => number.rsplit_once(decimal)?,
        Some(_) => return None,
        None => (number, ""),
    };
    let groups: Vec<&str> = match thousands {
        Some(separator @ (',' | '.' | ' ')) => whole.split(separator).collect(),
        Some(_) => return None,
        None => vec![whole],
    };
    let (first, others) = groups.split_first()?;
    let are_thousands =
        others.iter().all(|group| group.len() == 3) && (others.is_empty() || (1..=3).contains(&first.len()));
    let digits = groups.concat();
    if !are_thousands {
        return None;
    }
    Amount::from_digits(&if part.is_empty() { digits } else { format!("{digits}.{part}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        let text = |text: &str| day(&ReadCell::Text(text.to_owned())).map(|day| day.to_string());
        for written in
            ["31/01/2030", "31-1-2030", "31.01.2030", "2030-01-31", "ngày 31 tháng 01 năm 2030", "31 / 1 / 2030"]
        {
            assert_eq!(text(written).as_deref(), Some("2030-01-31"), "{written}");
        }
        for written in
            ["", "tháng 1/2030", "31/01/30", "31/01", "01/31/2030", "30/02/2030", "hôm qua", "31/01/2030 và 1/2/2030"]
        {
            assert_eq!(text(written), None, "{written}");
        }
        assert_eq!(day(&ReadCell::Number(47_514.0)), None);
        assert_eq!(
            day(&ReadCell::Day { year: 2030, month: 1, day: 31 }).map(|day| day.to_string()).as_deref(),
            Some("2030-01-31")
        );
    }

    #[test]
    fn figures() {
        let text = |text: &str| figure(&ReadCell::Text(text.to_owned()), Some("máy")).map(Amount::digits);
        for (written, digits) in [
            ("12", "12"),
            ("12 máy", "12"),
            ("12 MAY.", "12"),
            ("1234,5", "1234.5"),
            ("12.5", "12.5"),
            ("0,125", "0.125"),
            ("1234.567", "1234.567"),
            ("1.234.567", "1234567"),
            ("1,234,567", "1234567"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1 234", "1234"),
            ("1\u{a0}234\u{a0}567", "1234567"),
        ] {
            assert_eq!(text(written).as_deref(), Some(digits), "{written}");
        }
        for written in [
            "1.234",
            "1,234",
            "-5",
            "khoảng 12",
            "12 người",
            "12-15",
            "",
            "không",
            "1.23.4",
            "1.2345,6",
            "5%",
            "12/15",
            "1 2",
        ] {
            assert_eq!(text(written), None, "{written}");
        }
        assert_eq!(figure(&ReadCell::Number(0.3), None).map(Amount::digits).as_deref(), Some("0.3"));
        assert_eq!(figure(&ReadCell::Number(-1.0), None), None);
    }
}
