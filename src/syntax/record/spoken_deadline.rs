//! What plain words say about a deadline, where they can be read in one way only.

use super::super::yaml::quoted;
use crate::model::date::Date;
use crate::model::deadline::{DayOfYear, Due, Lapse, LapseStart, LapseUnit};

/// Words that were understood, and what the corpus writes before them; nothing where it writes something else.
pub(super) struct Spoken {
    pub due: Due,
    pub open: Option<String>,
}

impl Spoken {
    /// How the corpus writes it.
    pub fn yaml(&self, text: &str) -> String {
        match &self.open {
            Some(open) => format!("{open}{}}}", quoted(text)),
            None => super::deadline::NOT_STATED.to_owned(),
        }
    }
}

/// What a text says; `None` where it is not of one of the usual forms, since a wrong day is worse than none.
pub(super) fn read(text: &str) -> Option<Spoken> {
    // Names within keep their capitals.
    let mut letters = text.chars();
    let said: String = letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
    let said = said.trim_end_matches('.').trim();
    if is_nothing(said) {
        return Some(Spoken { due: Due::NotStated, open: None });
    }
    let due = start(said).or_else(|| repeated(said)).or_else(|| by_day(said)).or_else(|| by_event(said))?;
    Some(Spoken { open: open(&due), due })
}

fn is_nothing(said: &str) -> bool {
    let words = [
        "không nêu",
        "không nêu thời hạn",
        "không quy định",
        "không quy định thời hạn",
        "không có",
        "không có thời hạn",
        "không",
    ];
    words.contains(&said)
}

/// `từ ngày 01/07/2026`
fn start(said: &str) -> Option<Due> {
    let rest = said.strip_prefix("kể từ ").or_else(|| said.strip_prefix("từ "))?;
    date(rest).map(Due::From)
}

/// `trước ngày 31/01 hằng năm`, `6 tháng một lần`, `hằng năm`, `mỗi quý`
fn repeated(said: &str) -> Option<Due> {
    if let Some(day) = without_end(said, &["hằng năm", "hàng năm", "mỗi năm"]).and_then(by) {
        return day_of_year(day).map(Due::Yearly);
    }
    let once = without_end(said, &["một lần", "1 lần"]).unwrap_or(said);
    let once = ["định kỳ ", "mỗi "].iter().find_map(|start| once.strip_prefix(start)).unwrap_or(once).trim();
    let every = match once {
        "hằng năm" | "hàng năm" | "năm" => Some(Lapse { count: 1, unit: LapseUnit::Years }),
        "hằng quý" | "hàng quý" | "quý" => Some(Lapse { count: 3, unit: LapseUnit::Months }),
        "hằng tháng" | "hàng tháng" | "tháng" => Some(Lapse { count: 1, unit: LapseUnit::Months }),
        other if once != said => lapse(other),
        _ => None,
    };
    every.map(|every| Due::Every { every, starting: None })
}

/// `trước ngày 31/12/2030`, `chậm nhất ngày 30 tháng 6 năm 2030`
fn by_day(said: &str) -> Option<Due> {
    by(said).and_then(date).map(Due::On)
}

/// `trong 05 ngày làm việc kể từ ngày nhận được yêu cầu`, `trước khi …`, `khi …`
fn by_event(said: &str) -> Option<Due> {
    if let Some((span, of)) = said.split_once(" kể từ ").or_else(|| said.split_once(" từ ")) {
        let span = ["trong thời hạn ", "trong vòng ", "trong ", "chậm nhất ", "không quá "]
            .iter()
            .find_map(|it| span.strip_prefix(it))?;
        let of = date(of).map_or_else(|| LapseStart::Words(of.to_owned()), LapseStart::On);
        return lapse(span).map(|lapse| Due::Within { lapse, of });
    }
    let event = |words: &str| (!words.contains([';', '/'])).then(|| words.to_owned());
    match said.strip_prefix("trước ").filter(|rest| rest.starts_with("khi ")) {
        Some(rest) => event(rest).map(Due::Before),
        None => event(said).filter(|said| said.starts_with("khi ")).map(Due::When),
    }
}

/// Returns the text after the words that set a limit; all of it where it begins with a day.
fn by(said: &str) -> Option<&str> {
    let said = said.trim_end_matches(',').trim();
    let starts = [
        "trước ngày ",
        "chậm nhất là ngày ",
        "chậm nhất ngày ",
        "chậm nhất vào ngày ",
        "đến hết ngày ",
        "đến ngày ",
        "không muộn hơn ngày ",
        "không quá ngày ",
        "ngày ",
        "trước ",
    ];
    starts.iter().find_map(|start| said.strip_prefix(start)).map(str::trim)
}

fn without_end<'t>(said: &'t str, ends: &[&str]) -> Option<&'t str> {
    ends.iter().find_map(|end| said.strip_suffix(end)).map(|rest| rest.trim_end_matches([' ', ',']))
}

/// `31/01`, `31 tháng 01`; the day first, as Vietnam writes it.
pub(super) fn day_of_year(said: &str) -> Option<DayOfYear> {
    let (day, month) = said.split_once('/').or_else(|| said.split_once(" tháng "))?;
    DayOfYear::new(small(month)?, small(day)?)
}

/// `01/07/2026`, `ngày 01 tháng 7 năm 2026`: in words around it the day stands first. A day and a month that could be
/// exchanged are taken as they are written in Vietnam, since nothing else is said in Vietnamese.
fn date(said: &str) -> Option<Date> {
    let said = said.strip_prefix("ngày ").unwrap_or(said).trim();
    let parts: Vec<&str> = match said.split_once(" tháng ") {
        Some((day, rest)) => std::iter::once(day).chain(rest.split(" năm ")).collect(),
        None => said.split('/').collect(),
    };
    match parts.as_slice() {
        [day, month, year] if year.len() == 4 => Date::new(year.parse().ok()?, small(month)?, small(day)?),
        _ => None,
    }
}

fn small(text: &str) -> Option<i8> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// `05 ngày làm việc`, `6 tháng`
pub(super) fn lapse(said: &str) -> Option<Lapse> {
    let (count, unit) = said.trim().split_once(' ')?;
    let unit = match unit.trim() {
        "ngày" => LapseUnit::Days,
        "ngày làm việc" => LapseUnit::WorkingDays,
        "tháng" => LapseUnit::Months,
        "năm" => LapseUnit::Years,
        _ => return None,
    };
    count.parse().ok().filter(|count| *count > 0).map(|count| Lapse { count, unit })
}

/// The group of keys on one line, up to the words that are there already.
fn open(due: &Due) -> Option<String> {
    let keys = match due {
        Due::NotStated => return None,
        Due::When(_) => return Some("{when: ".to_owned()),
        Due::On(date) => format!("on: {date}"),
        Due::From(date) => format!("from: {date}"),
        Due::Yearly(day) => format!("yearly: {}", day.short()),
        Due::Quarterly(day) => format!("quarterly: {}", day.short()),
        Due::Every { every, starting: _ } => format!("every: {every}"),
        Due::Within { lapse, of: LapseStart::On(date) } => format!("within: {lapse}, of: {date}"),
        Due::Within { lapse, of: LapseStart::Words(of) } => format!("within: {lapse}, of: {}", quoted(of)),
        Due::Before(event) => format!("before: {}", quoted(event)),
    };
    Some(format!("{{{keys}, words: "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_one_reading() {
        let cases = [
            ("Trước ngày 31/01 hằng năm", r#"{yearly: 31/01, words: "Trước ngày 31/01 hằng năm"}"#),
            ("Chậm nhất ngày 31/12 hàng năm", r#"{yearly: 31/12, words: "Chậm nhất ngày 31/12 hàng năm"}"#),
            ("Ngày 15 tháng 6 mỗi năm", r#"{yearly: 15/06, words: "Ngày 15 tháng 6 mỗi năm"}"#),
            ("Từ ngày 01/07/2026", r#"{from: 2026-07-01, words: "Từ ngày 01/07/2026"}"#),
            ("Trước ngày 30/6/2030.", r#"{on: 2030-06-30, words: "Trước ngày 30/6/2030."}"#),
            ("Chậm nhất ngày 30 tháng 6 năm 2030", r#"{on: 2030-06-30, words: "Chậm nhất ngày 30 tháng 6 năm 2030"}"#),
            ("Hằng năm", r#"{every: 1 years, words: "Hằng năm"}"#),
            ("Hằng quý", r#"{every: 3 months, words: "Hằng quý"}"#),
            ("6 tháng một lần", r#"{every: 6 months, words: "6 tháng một lần"}"#),
            ("Định kỳ 02 năm một lần", r#"{every: 2 years, words: "Định kỳ 02 năm một lần"}"#),
            (
                "Trong thời hạn 05 ngày làm việc kể từ ngày nhận được yêu cầu",
                r#"{within: 5 working-days, of: "ngày nhận được yêu cầu", words: "Trong thời hạn 05 ngày làm việc kể từ ngày nhận được yêu cầu"}"#,
            ),
            (
                "Trước khi bắt đầu triển khai",
                r#"{before: "khi bắt đầu triển khai", words: "Trước khi bắt đầu triển khai"}"#,
            ),
            (
                "Trong 10 ngày từ khi nhận hồ sơ",
                r#"{within: 10 days, of: "khi nhận hồ sơ", words: "Trong 10 ngày từ khi nhận hồ sơ"}"#,
            ),
            ("Khi gửi Cục Bưu điện", r#"{when: "Khi gửi Cục Bưu điện"}"#),
            ("Khi đầu tư, mua sắm", r#"{when: "Khi đầu tư, mua sắm"}"#),
            ("Không nêu thời hạn", "không nêu"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text).map(|spoken| spoken.yaml(text)).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn words_with_several_readings_or_none() {
        for text in [
            "Năm 2022",
            "Đến năm 2030",
            "Định kỳ hoặc khi có yêu cầu",
            "Trước ngày 31/13 hằng năm",
            "Trước ngày 30/02/2030",
            "Theo lộ trình của bộ",
            "Cuối quý",
            "Giai đoạn 2013 - 2015",
            "Trong tháng 6",
            "Từ khi nhận được yêu cầu",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
