//! The duties due on each day, with the files for programs that keep a calendar.

use serde::Serialize;

use super::super::Builder;
use super::super::duties::DutyData;
use super::super::guidance::AnnexLink;
use super::super::links::Link;
use super::{AnnexAddress, AnnexShown, Single};
use crate::render::RenderError;
use crate::render::html::calendar::{self, CalendarFile};
use crate::view::{CalendarEntry, CalendarGroup, CalendarView, Labelled, View};

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Fixed("lich-viec.html"),
    title: None,
    class: "wide generated",
    single: Single::Wide,
    anchors: |view: &View| {
        let groups = view.contents.calendar.iter().flat_map(|calendar| &calendar.groups);
        groups.map(|group| group.anchor.as_str()).collect()
    },
};

#[derive(Serialize)]
pub(super) struct Calendar<'a> {
    annexes: Vec<AnnexLink<'a>>,
    intro: &'a [String],
    /// The audiences, as links within the page.
    audiences: Vec<Link<'a>>,
    /// The files with the days of everybody.
    files: Vec<CalendarFile>,
    groups: Vec<CalendarDays<'a>>,
}

#[derive(Serialize)]
struct CalendarDays<'a> {
    anchor: &'a str,
    audience: &'a Labelled,
    tally: &'a str,
    files: Vec<CalendarFile>,
    entries: Vec<CalendarDay<'a>>,
}

#[derive(Serialize)]
struct CalendarDay<'a> {
    day: &'a str,
    iso: Option<&'a str>,
    passed: Option<&'a str>,
    duty: DutyData<'a>,
}

pub(super) fn data<'a>(
    on: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    content: &'a CalendarView,
) -> Result<Calendar<'a>, RenderError> {
    let CalendarView { intro, groups } = content;
    let audiences = groups.iter().map(|group| Link::new(&format!("#{}", group.anchor), &group.audience.name)).collect();
    let files = on.beside_pages(calendar::files_of_everybody(groups));
    let groups = groups.iter().map(|group| on.days(group)).collect::<Result<_, _>>()?;
    Ok(Calendar { annexes, intro, audiences, files, groups })
}

impl<'a> Builder<'a> {
    /// Files lie beside pages only: who has the booklet in one file has nothing beside it.
    fn beside_pages(&self, files: Vec<CalendarFile>) -> Vec<CalendarFile> {
        if self.site.places.has_pages() { files } else { Vec::new() }
    }

    fn days(&self, group: &'a CalendarGroup) -> Result<CalendarDays<'a>, RenderError> {
        let CalendarGroup { anchor, audience, tally, entries } = group;
        let entry = |CalendarEntry { day, iso, passed, duty }: &'a CalendarEntry| {
            Ok(CalendarDay { day, iso: iso.as_deref(), passed: passed.as_deref(), duty: self.duty(duty)? })
        };
        Ok(CalendarDays {
            anchor,
            audience,
            tally,
            files: self.beside_pages(calendar::files(group)),
            entries: entries.iter().map(entry).collect::<Result<_, RenderError>>()?,
        })
    }
}
