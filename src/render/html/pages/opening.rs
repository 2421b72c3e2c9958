//! What a reader came for, before all else: the answers, the offices to choose one's own from, the days that come next.

use serde::Serialize;

use super::super::RenderError;
use super::guidance::GuidanceData;
use super::links::Reference;
use super::{Builder, annexes};
use crate::render::html::places;
use crate::view::{AnnexKind, AudienceView, DueEntry, DutyGroup, DutyPlace, NextYearView};

#[derive(Serialize)]
pub(super) struct OpeningData<'a> {
    offices: Vec<OfficeLink<'a>>,
    answers: Option<GuidanceData<'a>>,
    /// Whether the answers stand here only, and so have their anchor here.
    own: bool,
    days: NextDays<'a>,
    /// The page with every day, where there is one.
    calendar: Option<String>,
}

/// An audience that a reader may belong to, and where its duties are.
#[derive(Serialize)]
struct OfficeLink<'a> {
    id: &'a str,
    href: String,
    name: &'a str,
    tally: &'a str,
}

/// The duties due soon.
#[derive(Serialize)]
pub(super) struct NextDays<'a> {
    title: &'a str,
    line: &'a str,
    entries: Vec<NextDay<'a>>,
    /// How many come after these; they are on the pages of those whom they bind.
    rest: usize,
}

/// How many of the next days the first page names.
const NAMED: usize = 40;

#[derive(Serialize)]
struct NextDay<'a> {
    day: &'a str,
    iso: &'a str,
    who: &'a str,
    verb: &'a str,
    what: &'a str,
    excerpt: Reference<'a>,
    doubt: Option<&'a str>,
    /// Ids of whom it binds, for the script.
    audiences: String,
}

impl<'a> Builder<'a> {
    /// `own`: whether the page is the whole booklet.
    pub(super) fn opening(&self, own: bool) -> Result<OpeningData<'a>, RenderError> {
        let view = self.site.view;
        let answers = view.front.iter().filter(|piece| view.first.answers.as_ref() == Some(&piece.anchor));
        Ok(OpeningData {
            offices: self.offices(),
            answers: self.guidance(answers, 1)?.pop(),
            own,
            days: self.next_days(None)?,
            calendar: self.calendar(),
        })
    }

    /// The duties due soon for an audience, or for everybody.
    pub(super) fn next_days(&self, only: Option<&AudienceView>) -> Result<NextDays<'a>, RenderError> {
        let NextYearView { title, line, entries } = &self.site.view.first.next_year;
        let mut own: Vec<&DueEntry> =
            entries.iter().filter(|entry| only.is_none_or(|audience| binds(entry, audience))).collect();
        let named = if only.is_none() && self.site.places.has_pages() { NAMED.min(own.len()) } else { own.len() };
        let rest = own.split_off(named).len();
        let entries = own.into_iter().map(|entry| self.next_day(entry)).collect::<Result<_, _>>()?;
        Ok(NextDays { title, line, entries, rest })
    }

    fn next_day(&self, entry: &'a DueEntry) -> Result<NextDay<'a>, RenderError> {
        let DueEntry { day, iso, duty } = entry;
        let bound = self.site.view.web.audiences.iter().filter(|audience| binds(entry, audience));
        Ok(NextDay {
            day,
            iso,
            who: &duty.who,
            verb: &duty.verb,
            what: &duty.what,
            excerpt: self.reference(&duty.excerpt)?,
            doubt: duty.doubt.as_deref(),
            audiences: bound.map(|audience| audience.id.as_str()).collect::<Vec<_>>().join(" "),
        })
    }

    /// The pages of the audiences; in a file without pages their places in the table of duties.
    fn offices(&self) -> Vec<OfficeLink<'a>> {
        let view = self.site.view;
        if !self.site.places.has_pages() {
            let groups = view.contents.responsibilities.iter().flat_map(|table| &table.groups);
            return groups.map(office_in_table).collect();
        }
        let audiences = view.web.audiences.iter();
        audiences
            .map(|AudienceView { id, name, tally, .. }| OfficeLink { id, href: places::audience_page(id), name, tally })
            .collect()
    }

    fn calendar(&self) -> Option<String> {
        let view = self.site.view;
        let annex = view.annexes.iter().find(|annex| annex.kind == AnnexKind::Calendar)?;
        if self.site.places.has_pages() {
            annexes::page_of(view, AnnexKind::Calendar).map(str::to_owned)
        } else {
            Some(format!("#{}", annex.anchor))
        }
    }
}

fn office_in_table(group: &DutyGroup) -> OfficeLink<'_> {
    let DutyGroup { anchor, audience, tally, sections: _ } = group;
    OfficeLink { id: &audience.key, href: format!("#{anchor}"), name: &audience.name, tally }
}

fn binds(entry: &DueEntry, audience: &AudienceView) -> bool {
    let duty = DutyPlace { excerpt: entry.duty.excerpt.number, at: entry.duty.at };
    audience.sections.iter().any(|section| section.duties.contains(&duty))
}
