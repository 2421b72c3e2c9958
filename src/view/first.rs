//! What readers see first in both outputs: the answers, and what is due in the next twelve months.

use std::collections::BTreeSet;

use serde::Serialize;

use super::annexes::{DutyView, upcoming};
use super::build::Builder;
use crate::language::vi::paper as said;
use crate::model::date::Date;

/// What readers see first.
#[derive(Serialize, Clone, Default, Debug)]
pub struct FirstView {
    /// Anchor of the piece of front matter that answers what an office must do; nothing where the edition names none.
    pub answers: Option<String>,
    pub next_year: NextYearView,
}

/// The duties due within twelve months of the edition's day.
#[derive(Serialize, Clone, Default, Debug)]
pub struct NextYearView {
    /// `Mười hai tháng tới`
    pub title: String,
    /// From when to when, or that nothing has a day.
    pub line: String,
    /// Each duty once, by its next day.
    pub entries: Vec<DueEntry>,
}

/// A duty on the next day on which it is due.
#[derive(Serialize, Clone, Debug)]
pub struct DueEntry {
    /// `31/01/2027`
    pub day: String,
    /// ISO 8601.
    pub iso: String,
    pub duty: DutyView,
}

pub(super) fn first(builder: &Builder<'_, '_>) -> FirstView {
    let answers = builder.booklet.edition.answers.as_ref().filter(|id| builder.booklet.printed_guidance(id).is_some());
    FirstView { answers: answers.map(super::build::guidance_anchor), next_year: next_year(builder) }
}

fn next_year(builder: &Builder<'_, '_>) -> NextYearView {
    let as_of = builder.booklet.as_of;
    let until = as_of.after_months(12).unwrap_or(as_of);
    let entries = entries(builder, until);
    NextYearView { title: said::NEXT_YEAR.to_owned(), line: said::next_year(as_of, until, entries.is_empty()), entries }
}

/// A duty of several audiences is one.
fn entries(builder: &Builder<'_, '_>, until: Date) -> Vec<DueEntry> {
    let mut seen = BTreeSet::new();
    let mut entries: Vec<DueEntry> = upcoming(builder)
        .into_iter()
        .filter(|(day, _)| *day <= until)
        .filter(|(day, duty)| seen.insert((*day, duty.excerpt.number, duty.at)))
        .map(|(day, duty)| DueEntry { day: day.short(), iso: day.to_string(), duty })
        .collect();
    entries.sort_by(|one, other| (&one.iso, one.duty.excerpt.number).cmp(&(&other.iso, other.duty.excerpt.number)));
    entries
}
