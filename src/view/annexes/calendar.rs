//! The calendar: what is due on which day, for each audience.

use serde::Serialize;

use super::AnnexContent;
use super::duties::{DutyGroup, DutyView, groups, intro};
use crate::language::vi::deadlines as said;
use crate::model::date::Date;
use crate::model::edition::Annex;
use crate::view::Labelled;
use crate::view::build::Builder;

/// The duties due on each day.
#[derive(Serialize, Clone, Debug)]
pub struct CalendarView {
    pub intro: Vec<String>,
    pub groups: Vec<CalendarGroup>,
}

/// The days of one audience, in order.
#[derive(Serialize, Clone, Debug)]
pub struct CalendarGroup {
    /// `lich-so`
    pub anchor: String,
    pub audience: Labelled,
    /// `3 việc có ngày; 1 việc lặp lại không nêu ngày`
    pub tally: String,
    pub entries: Vec<CalendarEntry>,
}

/// A day on which something is due.
#[derive(Serialize, Clone, Debug)]
pub struct CalendarEntry {
    /// `31/01/2027`, or that the provision gives no day.
    pub day: String,
    /// ISO 8601; nothing where the provision gives no day.
    pub iso: Option<String>,
    /// Stands where the day has come by that of the edition.
    pub passed: Option<String>,
    pub duty: DutyView,
}

impl CalendarEntry {
    /// By its day; what has none comes last.
    pub fn order(&self) -> (bool, Option<String>) {
        (self.iso.is_none(), self.iso.clone())
    }
}

impl AnnexContent for CalendarView {
    fn new(builder: &Builder<'_, '_>, _: &Annex) -> Self {
        let all = groups(builder, &builder.duties, "lich", &[]);
        let as_of = builder.booklet.as_of.to_string();
        let groups: Vec<CalendarGroup> = all.into_iter().filter_map(|it| group(it, &as_of)).collect();
        Self { intro: intro(builder, said::calendar_intro(groups.is_empty(), builder.booklet.as_of)), groups }
    }
}

/// Returns what has a day ahead, with its next one, list by list: a duty of several audiences is in several.
pub(in crate::view) fn upcoming(builder: &Builder<'_, '_>) -> Vec<(Date, DutyView)> {
    let all = groups(builder, &builder.duties, "lich", &[]);
    let duties = all.into_iter().flat_map(|group| group.sections).flat_map(|section| section.duties);
    let dated = duties.filter_map(|duty| Some((duty.deadline.as_ref()?.data.next.as_ref()?.parse().ok()?, duty)));
    dated.collect()
}

/// Only what has a day, or comes again on unknown days; nothing where nothing does.
fn group(group: DutyGroup, as_of: &str) -> Option<CalendarGroup> {
    let DutyGroup { anchor, audience, tally: _, sections } = group;
    let mut entries: Vec<CalendarEntry> =
        sections.into_iter().flat_map(|section| section.duties).filter_map(|duty| entry(duty, as_of)).collect();
    entries.sort_by_key(CalendarEntry::order);
    let dated = entries.iter().filter(|entry| entry.iso.is_some()).count();
    let tally = said::dated(dated, entries.len() - dated);
    (!entries.is_empty()).then_some(CalendarGroup { anchor, audience, tally, entries })
}

fn entry(duty: DutyView, as_of: &str) -> Option<CalendarEntry> {
    let data = &duty.deadline.as_ref()?.data;
    let iso = data.next.as_ref().or(data.passed.as_ref()).cloned();
    let come = |day: &String| if day == as_of { said::DUE_TODAY } else { said::PASSED };
    let passed = data.passed.as_ref().map(|day| come(day).to_owned());
    let day = match &iso {
        Some(iso) => iso.parse::<Date>().ok()?.short(),
        None if data.recurs_without_day() => said::NO_DAY.to_owned(),
        None => return None,
    };
    Some(CalendarEntry { day, iso, passed, duty })
}
