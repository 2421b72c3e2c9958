//! What one audience has to know.

use std::borrow::Cow;

use serde::Serialize;

use super::super::{RenderError, Site, places};
use super::duties::Aside;
use super::lists::{ChapterGroup, DutyLine, OtherDuties};
use super::ways::WayIn;
use super::{Builder, PageKind, Pages, annexes, each};
use crate::view::{AnnexKind, AudienceSection, AudienceView, CapacityView};

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
    sections: Vec<AudienceSectionData<'a>>,
    other_days: Vec<OtherDuties<'a>>,
    aside: Vec<Aside<'a>>,
    chapters: Vec<ChapterGroup<'a>>,
    /// The list to print, where the booklet has one for this audience.
    checklist: Option<String>,
    others: Vec<WayIn<'a>>,
}

/// The duties of one capacity.
#[derive(Serialize)]
struct AudienceSectionData<'a> {
    capacity: Option<&'a CapacityView>,
    duties: Vec<DutyLine<'a>>,
}

impl<'a> Builder<'a> {
    fn audience(&self, audience: &'a AudienceView) -> Result<AudienceData<'a>, RenderError> {
        let AudienceView {
            id,
            name,
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
            sections: sections.iter().map(|section| self.section(section)).collect(),
            other_days: self.other_duties(id, name, "viec").into_iter().collect(),
            aside: self.asides(aside)?,
            chapters: self.by_chapter(excerpts),
            checklist: self.checklist(id),
            others: self.audience_ways(),
        })
    }

    fn section(&self, section: &'a AudienceSection) -> AudienceSectionData<'a> {
        let AudienceSection { capacity, duties } = section;
        AudienceSectionData { capacity: capacity.as_ref(), duties: self.duties(duties) }
    }

    fn checklist(&self, audience: &str) -> Option<String> {
        let view = self.site.view;
        let mut groups = view.contents.checklists.iter().flat_map(|lists| &lists.groups);
        let group = groups.find(|group| group.audience.key == audience)?;
        Some(format!("{}#{}", annexes::page_of(view, AnnexKind::Checklists)?, group.anchor))
    }
}
