//! The calendar as files beside its page: for programs that keep a calendar (`lich/<audience>.ics`), and as a table
//! (`lich/<audience>.csv`); of everybody in `lich/tat-ca.*`.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Artifact, FOLDER, RenderError, Site, places, view_fault};
use crate::hash::sha256;
use crate::render::icalendar::{DayEvent, calendar};
use crate::spreadsheet;
use crate::view::{CalendarEntry, CalendarGroup, DueView, DutyView};

/// What the files with the days of all audiences are called. No audience has such an id, which reads as a word of its own.
pub(super) const EVERYBODY: &str = "tat-ca";

/// A file to take away.
#[derive(Serialize)]
pub(super) struct CalendarFile {
    /// Below the site's folder.
    path: String,
    /// `.ics`
    name: &'static str,
}

/// The files of one audience, or of everybody.
pub(super) fn files(name: &str) -> Vec<CalendarFile> {
    [".ics", ".csv"].map(|end| CalendarFile { path: path(name, end), name: end }).into()
}

fn path(name: &str, end: &str) -> String {
    format!("{}/{name}{end}", places::CALENDAR_FOLDER)
}

/// The files, where the edition has a calendar with any day in it.
pub(super) fn artifacts(site: &Site<'_>) -> Result<Vec<Artifact>, RenderError> {
    let groups = site.view.contents.calendar.as_ref().map_or(&[][..], |calendar| &calendar.groups);
    let mut made = Vec::new();
    for group in groups {
        made.extend(pair(site, &group.audience.key, &group.audience.name, &rows_of(group))?);
    }
    if !groups.is_empty() {
        let all = everybody(groups);
        made.extend(pair(site, EVERYBODY, &site.view.edition.title, &all)?);
    }
    Ok(made)
}

/// A day and whose it is.
struct CalendarRow<'a> {
    audience: &'a str,
    entry: &'a CalendarEntry,
}

fn rows_of(group: &CalendarGroup) -> Vec<CalendarRow<'_>> {
    let CalendarGroup { audience, entries, anchor: _, tally: _ } = group;
    entries.iter().map(|entry| CalendarRow { audience: &audience.name, entry }).collect()
}

/// The days of all, in order; what falls on several is there once for each.
fn everybody(groups: &[CalendarGroup]) -> Vec<CalendarRow<'_>> {
    let mut rows: Vec<CalendarRow<'_>> = groups.iter().flat_map(rows_of).collect();
    rows.sort_by(|one, other| one.entry.iso.cmp(&other.entry.iso));
    rows
}

fn pair(site: &Site<'_>, name: &str, title: &str, rows: &[CalendarRow<'_>]) -> Result<[Artifact; 2], RenderError> {
    let file = |end: &str, text: String| Artifact { path: format!("{FOLDER}{}", path(name, end)), bytes: text.into() };
    Ok([file(".ics", ics(site, title, rows)?), file(".csv", csv(site, rows))])
}

/// The calendar of the days to come; past days are left out.
fn ics(site: &Site<'_>, title: &str, rows: &[CalendarRow<'_>]) -> Result<String, RenderError> {
    let mut seen = BTreeSet::new();
    let ahead = rows.iter().map(|row| row.entry).filter(|entry| entry.passed.is_none());
    let said: Vec<SaidEvent<'_>> =
        ahead.map(|entry| SaidEvent::new(site, entry)).filter(|said| seen.insert(said.id.clone())).collect();
    let events: Vec<DayEvent<'_>> = said.iter().map(SaidEvent::event).collect();
    calendar(title, &site.view.edition.as_of.iso, &events).map_err(view_fault)
}

/// An entry in the words of a calendar.
struct SaidEvent<'a> {
    id: String,
    entry: &'a CalendarEntry,
    summary: String,
    description: String,
    address: Option<String>,
}

impl<'a> SaidEvent<'a> {
    fn new(site: &Site<'_>, entry: &'a CalendarEntry) -> Self {
        let duty = &entry.duty;
        SaidEvent {
            id: identity(duty),
            entry,
            summary: sentence(duty),
            description: format!("{}\n{}", terms(duty).join("\n"), duty.excerpt.citation),
            address: site.address(&places::permalink(&duty.excerpt.id)),
        }
    }

    fn event(&self) -> DayEvent<'_> {
        DayEvent {
            id: &self.id,
            day: &self.entry.iso,
            rule: self.entry.duty.deadline.as_ref().and_then(|deadline| rule(&deadline.data)),
            summary: &self.summary,
            description: &self.description,
            address: self.address.as_deref(),
        }
    }
}

/// Made of the excerpt and the words of the duty, so that every edition calls it the same.
fn identity(duty: &DutyView) -> String {
    let hash = sha256(sentence(duty).as_bytes());
    format!("{}.{}@camnang", duty.excerpt.id, hash.get(..12).unwrap_or(&hash))
}

fn sentence(duty: &DutyView) -> String {
    format!("{} {} {}", duty.who, duty.verb, duty.what)
}

/// The deadline and what shows that it was kept, a line each.
fn terms(duty: &DutyView) -> Vec<String> {
    let deadline = duty.deadline.iter().map(|deadline| format!("{}: {}", deadline.name, deadline.text));
    let evidence = duty.evidence.iter().map(|evidence| format!("{} ({})", evidence.what, evidence.source));
    deadline.chain(evidence).collect()
}

/// The rule by which a day comes again; nothing where it does not, or where no rule of a calendar says how.
fn rule(due: &DueView) -> Option<String> {
    match (due.kind.as_str(), due.day.as_deref(), due.lapse.as_deref(), due.date.as_deref()) {
        ("yearly", Some(day), ..) => yearly(1, day.split_once('/')?),
        ("quarterly", Some(day), ..) => monthly(3, day.split_once('/')?.0),
        ("every", _, Some(lapse), Some(first)) => every(lapse.split_once(' ')?, first.get(5..)?.split_once('-')?),
        _ => None,
    }
}

fn every((count, unit): (&str, &str), (month, day): (&str, &str)) -> Option<String> {
    let count: u16 = count.parse().ok()?;
    match unit {
        "days" => Some(format!("FREQ=DAILY;INTERVAL={count}")),
        "months" => monthly(count, day),
        "years" => yearly(count, (day, month)),
        _ => None,
    }
}

fn yearly(interval: u16, (day, month): (&str, &str)) -> Option<String> {
    let (day, month): (u8, u8) = (day.parse().ok()?, month.parse().ok()?);
    Some(format!("FREQ=YEARLY;INTERVAL={interval};BYMONTH={month}{}", day_of_month(day)))
}

fn monthly(interval: u16, day: &str) -> Option<String> {
    Some(format!("FREQ=MONTHLY;INTERVAL={interval}{}", day_of_month(day.parse().ok()?)))
}

/// The last of the days up to it that the month has.
fn day_of_month(day: u8) -> String {
    if day <= 28 {
        return format!(";BYMONTHDAY={day}");
    }
    let days: Vec<String> = (28..=day).map(|day| day.to_string()).collect();
    format!(";BYMONTHDAY={};BYSETPOS=-1", days.join(","))
}

fn csv(site: &Site<'_>, rows: &[CalendarRow<'_>]) -> String {
    let words = &site.view.words;
    let heads = [
        &words.day,
        &words.search.audience,
        &words.duty,
        &words.level,
        &words.deadline,
        &words.evidence,
        &words.provision,
    ];
    let heads = std::iter::once(heads.map(String::as_str).to_vec());
    let said: Vec<[String; 2]> =
        rows.iter().map(|row| [sentence(&row.entry.duty), evidence(&row.entry.duty)]).collect();
    let line = |(row, [sentence, evidence]): (&CalendarRow<'_>, &'_ [String; 2])| -> Vec<String> {
        let CalendarEntry { day: _, iso, passed: _, duty } = row.entry;
        let deadline = duty.deadline.as_ref().map_or("", |deadline| deadline.text.as_str());
        [iso, row.audience, sentence, &duty.level.name, deadline, evidence, &duty.excerpt.citation]
            .map(str::to_owned)
            .into()
    };
    let lines: Vec<Vec<String>> = rows.iter().zip(&said).map(line).collect();
    spreadsheet::table(heads.chain(lines.iter().map(|line| line.iter().map(String::as_str).collect())))
}

fn evidence(duty: &DutyView) -> String {
    let all = duty.evidence.iter().map(|evidence| format!("{} ({})", evidence.what, evidence.source));
    all.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(kind: &str, day: Option<&str>, lapse: Option<&str>, date: Option<&str>) -> DueView {
        let own = |text: Option<&str>| text.map(str::to_owned);
        DueView { kind: kind.to_owned(), day: own(day), lapse: own(lapse), date: own(date), ..DueView::default() }
    }

    #[test]
    fn rules() {
        let cases = [
            (
                due("yearly", Some("31/01"), None, None),
                Some("FREQ=YEARLY;INTERVAL=1;BYMONTH=1;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"),
            ),
            (due("yearly", Some("01/02"), None, None), Some("FREQ=YEARLY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=1")),
            (due("quarterly", Some("15/01"), None, None), Some("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15")),
            (
                due("quarterly", Some("31/03"), None, None),
                Some("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"),
            ),
            (
                due("every", None, Some("5 years"), Some("2025-06-30")),
                Some("FREQ=YEARLY;INTERVAL=5;BYMONTH=6;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
            ),
            (due("every", None, Some("6 months"), Some("2025-06-01")), Some("FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1")),
            (due("every", None, Some("1 years"), None), None),
            (due("on", None, None, Some("2030-12-31")), None),
        ];
        for (due, expected) in cases {
            assert_eq!(rule(&due).as_deref(), expected, "{due:?}");
        }
    }
}
