//! Finds the places where a text names a day.

use crate::model::date::Date;

/// Replaces a form of a day where it stands by itself, and not within a longer number.
pub fn replace(words: &str, from: &str, to: &str) -> String {
    let (mut made, mut rest) = (String::with_capacity(words.len()), words);
    while let Some((before, after)) = rest.split_once(from) {
        let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
        let is_whole = !is_digit(before.chars().next_back()) && !is_digit(after.chars().next());
        made.push_str(before);
        made.push_str(if is_whole { to } else { from });
        rest = after;
    }
    made + rest
}

/// Whether a text names the day, or its month or year in words: `1/6/2030`, `2030-06-01`, `ngày 01 tháng 6 năm 2030`,
/// `06/2030`, `năm 2030`.
pub fn is_in(text: &str, day: Date) -> bool {
    let number = |part: i64| u64::try_from(part).unwrap_or_default();
    let (year, month, date) = (number(day.year().into()), number(day.month().into()), number(day.day().into()));
    let found = numbers(&text.to_lowercase());
    let reads = |wanted: &[u64]| found.windows(wanted.len()).any(|window| is_day(window, wanted));
    // `nd-6-2030` is no month.
    let is_month = found.windows(2).any(|window| is_day(window, &[month, year]) && !window[1].0.contains(['-', '.']));
    let is_year = found.iter().any(|(before, number)| *number == year && before.trim_end().ends_with("năm"));
    is_year || reads(&[date, month, year]) || reads(&[year, month, date]) || is_month
}

fn is_day(found: &[(String, u64)], wanted: &[u64]) -> bool {
    let parted = found.iter().skip(1).all(|(before, _)| matches!(before.trim(), "/" | "-" | "." | "tháng" | "năm"));
    parted && found.iter().map(|(_, number)| number).eq(wanted)
}

/// The numbers of a text, each with what is between it and the one before.
fn numbers(text: &str) -> Vec<(String, u64)> {
    let (mut found, mut between, mut digits) = (Vec::new(), String::new(), String::new());
    for sign in text.chars().chain([' ']) {
        if sign.is_ascii_digit() {
            digits.push(sign);
            continue;
        }
        if !digits.is_empty() {
            found.push((std::mem::take(&mut between), digits.parse().unwrap_or(u64::MAX)));
            digits.clear();
        }
        between.push(sign);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Date {
        "2030-06-01".parse().unwrap()
    }

    #[test]
    fn days_in_every_form_are_seen() {
        for text in [
            "Tính đến 1/6/2030.",
            "01-06-2030",
            "01.06.2030",
            "01 / 06 / 2030",
            "Ngày 01  Tháng 06 Năm 2030",
            "ngày 1 tháng 6 năm 2030",
            "tháng 6 năm 2030",
            "06/2030",
            "NĂM 2030",
            "as-of: 2030-06-01",
        ] {
            assert!(is_in(text, day()), "{text}");
        }
        for text in ["nd-9-2030.dieu-1", "Số 101/06/20305", "2 tháng 7 năm 2031", "2030", "[nd-1-2030, nd-6-2030]"]
        {
            assert!(!is_in(text, day()), "{text}");
        }
    }

    #[test]
    fn a_form_within_a_longer_number_stays() {
        assert_eq!(replace("Số 101/06/20305, 01/06/2030", "01/06/2030", "01/07/2031"), "Số 101/06/20305, 01/07/2031");
        assert_eq!(replace("2030-06-011", "2030-06-01", "x"), "2030-06-011");
    }
}
