//! What one audience has to know.

use std::borrow::Cow;

use serde::Serialize;

use super::super::{RenderError, Site, places};
use super::duties::Aside;
use super::lists::{ChapterGroup, OtherDuties, SectionLines};
use super::opening::NextDays;
use super::ways::WayIn;
use super::{Builder, PageKind, Pages, annexes, each};
use crate::view::{AnnexKind, AudienceView, DaySpan};

struct AudiencePage<'a>(&'a AudienceView);

pub(super) fn pages<'a>(site: &Site<'a>) -> Pages<'a> {
    each(&site.view.web.audiences, AudiencePage)
}

impl PageKind for AudiencePage<'_> {
    const TEMPLATE: &'static str = "audience.html";

    fn path(&self) -> String {
        places::audience_page(&self.0.id)
    }

    fn title<'v>(&'v self, _: &Site<'v>) -> Cow<'v, str> {
        Cow::Borrowed(&self.0.name)
    }

    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        on.audience(self.0)
    }
}

#[derive(Serialize)]
struct AudienceData<'a> {
    tally: &'a str,
    /// How many duties through what.
    counts: &'a str,
    /// The duties due soon.
    next: NextDays<'a>,
    days: Option<&'a DaySpan>,
    sections: Vec<SectionLines<'a>>,
    other_days: OtherDuties<'a>,
    aside: Vec<Aside<'a>>,
    chapters: Vec<ChapterGroup<'a>>,
    /// The list to print, where the booklet has one for this audience.
    checklist: Option<String>,
    others: Vec<WayIn<'a>>,
}

impl<'a> Builder<'a> {
    fn audience(&self, audience: &'a AudienceView) -> Result<AudienceData<'a>, RenderError> {
        let AudienceView {
            id,
            name: _, // the title
            also: _, // for the search only
            tally,
            counts,
            sections,
            aside,
            excerpts,
        } = audience;
        Ok(AudienceData {
            tally,
            counts,
            next: self.next_days(Some(audience))?,
            days: self.days_of(id),
            sections: self.section_lines(sections),
            other_days: self.other_duties_of(id, "viec"),
            aside: self.asides(aside)?,
            chapters: self.by_chapter(excerpts),
            checklist: self.checklist(id),
            others: self.audience_ways(),
        })
    }

    fn checklist(&self, audience: &str) -> Option<String> {
        let view = self.site.view;
        let mut groups = view.contents.checklists.iter().flat_map(|lists| &lists.groups);
        let group = groups.find(|group| group.audience.key == audience)?;
        Some(format!("{}#{}", annexes::page_of(view, AnnexKind::Checklists)?, group.anchor))
    }
}
