//! A chapter with its excerpts.

use std::borrow::Cow;

use serde::Serialize;

use super::super::{RenderError, Site};
use super::contents::ChapterLine;
use super::excerpt::ExcerptData;
use super::guidance::GuidanceData;
use super::links::{NamedLink, Reference, chapter_link};
use super::{Builder, PageKind, Pages, excerpt, titled};
use crate::view::{ChapterView, ExcerptNumber, PartView, StatusCount};

struct ChapterPage<'a> {
    part: &'a PartView,
    chapter: &'a ChapterView,
    previous: Option<&'a ChapterView>,
    next: Option<&'a ChapterView>,
}

/// Each chapter, then its excerpts: what a chapter and a page of its own show of an excerpt is made once, and soon given back.
pub(super) fn pages<'a>(site: &Site<'a>) -> Pages<'a> {
    let parts = site.view.parts.iter();
    let all: Vec<_> = parts.flat_map(|part| part.chapters.iter().map(move |chapter| (part, chapter))).collect();
    let chapters = all.iter().map(|(_, chapter)| *chapter);
    let mut excerpts = excerpt::pages(site).into_iter();
    let mut pages = Pages::new();
    for (&(part, chapter), (previous, next)) in all.iter().zip(neighbours(chapters)) {
        pages.push(Box::new(ChapterPage { part, chapter, previous, next }));
        pages.extend(excerpts.by_ref().take(chapter.excerpts.len()));
    }
    pages
}

/// Returns what comes before and after each item.
pub(super) fn neighbours<T: Copy>(
    all: impl Iterator<Item = T> + Clone,
) -> impl Iterator<Item = (Option<T>, Option<T>)> {
    let before = std::iter::once(None).chain(all.clone().map(Some));
    let after = all.skip(1).map(Some).chain(std::iter::once(None));
    before.zip(after)
}

impl PageKind for ChapterPage<'_> {
    const TEMPLATE: &'static str = "chapter.html";

    fn path(&self) -> String {
        format!("{}.html", self.chapter.id)
    }

    fn title<'v>(&'v self, _: &Site<'v>) -> Cow<'v, str> {
        Cow::Owned(titled(&self.chapter.name, &self.chapter.title))
    }

    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        on.chapter(self.part, self.chapter, self.previous, self.next)
    }
}

fn joined(numbers: &[ExcerptNumber]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[derive(Serialize)]
pub(super) struct ChapterData<'a> {
    part: NamedLink<'a>,
    name: &'a str,
    title: &'a str,
    anchor: &'a str,
    warning: Option<&'a str>,
    intro: Vec<GuidanceData<'a>>,
    excerpts: Vec<ExcerptData>,
    /// What the excerpts can be filtered by: only what occurs here.
    statuses: Vec<StatusCount>,
    see_also: Vec<Reference<'a>>,
    /// The states that it takes on any day, and the numbers of what it takes in all, for the script.
    validity: String,
    listed: String,
    /// The numbers of what it may have on other days, for the script, which lists them. Nothing in a file without it.
    other_days: String,
    /// The chapters of the part.
    siblings: Vec<ChapterLine<'a>>,
    previous: Option<NamedLink<'a>>,
    next: Option<NamedLink<'a>>,
}

impl<'a> Builder<'a> {
    pub(super) fn chapter(
        &self,
        part: &'a PartView,
        chapter: &'a ChapterView,
        previous: Option<&'a ChapterView>,
        next: Option<&'a ChapterView>,
    ) -> Result<ChapterData<'a>, RenderError> {
        let ChapterView {
            id,
            number: _, // in the name
            tab: _,    // on paper
            name,
            title,
            anchor,
            intro,
            warning,
            excerpts,
            see_also,
        } = chapter;
        let days = self.site.view.web.other_days.chapters.get(id).filter(|_| self.site.places.has_pages());
        Ok(ChapterData {
            part: NamedLink { href: format!("{}.html", part.anchor), name: &part.name, title: &part.title },
            name,
            title,
            anchor,
            warning: warning.as_deref(),
            intro: self.guidance(intro, 1)?,
            excerpts: excerpts.iter().map(|excerpt| self.excerpt(excerpt, 2)).collect::<Result<_, _>>()?,
            statuses: self.statuses(chapter),
            see_also: self.references(see_also)?,
            validity: days.map(|days| days.validity.join(" ")).unwrap_or_default(),
            listed: days.map(|days| joined(&days.listed)).unwrap_or_default(),
            other_days: days.map(|days| joined(&days.others)).unwrap_or_default(),
            siblings: self.chapter_lines(part),
            previous: previous.map(chapter_link),
            next: next.map(chapter_link),
        })
    }

    /// How many excerpts of a chapter have which status, in the order of the legend.
    fn statuses(&self, chapter: &ChapterView) -> Vec<StatusCount> {
        let counted = self.site.view.counts.by_status.iter().map(|status| {
            let alike = chapter.excerpts.iter().filter(|excerpt| excerpt.status.key == status.key);
            StatusCount { count: u32::try_from(alike.count()).unwrap_or(u32::MAX), ..status.clone() }
        });
        counted.filter(|status| status.count > 0).collect()
    }
}
