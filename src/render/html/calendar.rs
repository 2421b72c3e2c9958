//! The calendar as files beside its page: for programs that keep a calendar (`lich/<audience>.ics`), and as a table
//! (`lich/<audience>.csv`); of everybody in `lich/tat_ca.*`.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Artifact, FOLDER, RenderError, Site, places, view_fault};
use crate::hash::sha256;
use crate::render::icalendar::{DayEvent, calendar};
use crate::spreadsheet;
use crate::view::{CalendarEntry, CalendarGroup, DueView, DutyView};

/// What the files with the days of all audiences are called. No audience has such an id: `_` is in none.
const EVERYBODY: &str = "tat_ca";

/// A file to take away.
#[derive(Serialize)]
pub(super) struct CalendarFile {
    /// Below the site's folder.
    path: String,
    /// `.ics`
    name: &'static str,
    #[serde(skip)]
    format: CalendarFormat,
}

#[derive(Clone, Copy)]
enum CalendarFormat {
    ICalendar,
    Table,
}

impl CalendarFormat {
    fn ending(self) -> &'static str {
        match self {
            CalendarFormat::ICalendar => ".ics",
            CalendarFormat::Table => ".csv",
        }
    }
}

/// Returns the files of one audience.
pub(super) fn files(group: &CalendarGroup) -> Vec<CalendarFile> {
    files_of(&group.audience.key, &group.entries)
}

/// Returns the files of all audiences together.
pub(super) fn files_of_everybody(groups: &[CalendarGroup]) -> Vec<CalendarFile> {
    if groups.is_empty() { Vec::new() } else { files_of(EVERYBODY, groups.iter().flat_map(|group| &group.entries)) }
}

/// A calendar has at least one event (RFC 5545, 3.6); a table has every row of the page.
fn files_of<'e>(name: &str, entries: impl IntoIterator<Item = &'e CalendarEntry>) -> Vec<CalendarFile> {
    let calendar = entries.into_iter().any(is_ahead).then_some(CalendarFormat::ICalendar);
    let file = |format: CalendarFormat| {
        let ending = format.ending();
        CalendarFile { path: format!("{}/{name}{ending}", places::CALENDAR_FOLDER), name: ending, format }
    };
    calendar.into_iter().chain([CalendarFormat::Table]).map(file).collect()
}

/// Whether the day of an entry is to come: the files for calendars leave out past days.
fn is_ahead(entry: &CalendarEntry) -> bool {
    entry.iso.is_some() && entry.passed.is_none()
}

/// Returns the files that the page offers.
pub(super) fn artifacts(site: &Site<'_>) -> Result<Vec<Artifact>, RenderError> {
    let groups = site.view.contents.calendar.as_ref().map_or(&[][..], |calendar| &calendar.groups);
    let mut made = Vec::new();
    for group in groups {
        made.extend(write(site, files(group), &group.audience.name, &rows_of(group))?);
    }
    made.extend(write(site, files_of_everybody(groups), &site.view.edition.title, &everybody(groups))?);
    Ok(made)
}

fn write(
    site: &Site<'_>,
    files: Vec<CalendarFile>,
    title: &str,
    rows: &[CalendarRow<'_>],
) -> Result<Vec<Artifact>, RenderError> {
    let write = |CalendarFile { path, name: _, format }: CalendarFile| {
        let text = match format {
            CalendarFormat::ICalendar => ics(site, title, rows)?,
            CalendarFormat::Table => csv(site, rows),
        };
        Ok(Artifact { path: format!("{FOLDER}{path}"), bytes: text.into() })
    };
    files.into_iter().map(write).collect()
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
    rows.sort_by_key(|row| row.entry.order());
    rows
}

fn ics(site: &Site<'_>, title: &str, rows: &[CalendarRow<'_>]) -> Result<String, RenderError> {
    let mut seen = BTreeSet::new();
    let ahead = rows.iter().map(|row| row.entry).filter(|entry| is_ahead(entry));
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
            day: self.entry.iso.as_deref().unwrap_or_default(),
            rule: self.entry.duty.deadline.as_ref().and_then(|deadline| rule(&deadline.data)),
            summary: &self.summary,
            description: &self.description,
            address: self.address.as_deref(),
        }
    }
}

/// Made of the excerpt, the words of the duty and what its day is computed from, so that every edition calls it the same.
fn identity(duty: &DutyView) -> String {
    let deadline = duty.deadline.as_ref().map(|deadline| term(&deadline.data)).unwrap_or_default();
    let hash = sha256(format!("{}\n{deadline}", sentence(duty)).as_bytes());
    format!("{}.{}@camnang", duty.excerpt.id, hash.get(..12).unwrap_or(&hash))
}

/// The sign by which a deadline differs from others of the same sentence: its id, which stays when its day is moved, or its data.
fn term(due: &DueView) -> String {
    let DueView { kind, id, date, day, lapse, event, next: _, passed: _ } = due;
    let data = [date, day, lapse, event].map(|part| part.as_deref().unwrap_or_default());
    id.clone().unwrap_or_else(|| format!("{kind} {}", data.join(" ")))
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
    spreadsheet::table(std::iter::once(heads.map(String::clone)).chain(rows.iter().map(cells)))
}

fn cells(row: &CalendarRow<'_>) -> [String; 7] {
    let CalendarEntry { day, iso, passed, duty } = row.entry;
    let passed = passed.as_ref().map(|passed| format!(" ({passed})")).unwrap_or_default();
    [
        iso.as_ref().unwrap_or(day).clone(),
        row.audience.to_owned(),
        sentence(duty),
        duty.level.name.clone(),
        duty.deadline.as_ref().map(|deadline| deadline.text.clone()).unwrap_or_default() + &passed,
        evidence(duty),
        duty.excerpt.citation.clone(),
    ]
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
