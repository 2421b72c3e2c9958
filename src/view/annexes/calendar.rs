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
    /// `3 việc có ngày`
    pub tally: String,
    pub entries: Vec<CalendarEntry>,
}

/// A day on which something is due.
#[derive(Serialize, Clone, Debug)]
pub struct CalendarEntry {
    /// `31/01/2027`
    pub day: String,
    /// ISO 8601.
    pub iso: String,
    /// Stands where the day has passed by that of the edition.
    pub passed: Option<String>,
    pub duty: DutyView,
}

impl AnnexContent for CalendarView {
    fn new(builder: &Builder<'_, '_>, _: &Annex) -> Self {
        let all = groups(builder, &builder.booklet.duties(), "lich", &[]);
        let groups: Vec<CalendarGroup> = all.into_iter().filter_map(group).collect();
        Self { intro: intro(builder, said::calendar_intro(groups.is_empty(), builder.booklet.as_of)), groups }
    }
}

/// Only what has a day; nothing where nothing has.
fn group(group: DutyGroup) -> Option<CalendarGroup> {
    let DutyGroup { anchor, audience, tally: _, sections } = group;
    let mut entries: Vec<CalendarEntry> =
        sections.into_iter().flat_map(|section| section.duties).filter_map(entry).collect();
    entries.sort_by(|one, other| one.iso.cmp(&other.iso));
    let tally = said::dated(entries.len());
    (!entries.is_empty()).then_some(CalendarGroup { anchor, audience, tally, entries })
}

fn entry(duty: DutyView) -> Option<CalendarEntry> {
    let deadline = duty.deadline.as_ref()?;
    let passed = deadline.data.next.is_none().then(|| said::PASSED.to_owned());
    let iso = deadline.data.next.as_ref().or(deadline.data.passed.as_ref())?.clone();
    let day = iso.parse::<Date>().ok()?.short();
    Some(CalendarEntry { day, iso, passed, duty })
}
