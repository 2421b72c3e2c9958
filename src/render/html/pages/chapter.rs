//! A chapter with its excerpts.

use serde::Serialize;

use super::super::RenderError;
use super::{Builder, ChapterLine, Excerpt, Guidance, NamedLink, Reference, chapter_link};
use crate::view::{ChapterView, PartView, StatusCount};

#[derive(Serialize)]
pub(super) struct Chapter<'a> {
    part: NamedLink<'a>,
    name: &'a str,
    title: &'a str,
    anchor: &'a str,
    warning: Option<&'a str>,
    intro: Vec<Guidance<'a>>,
    excerpts: Vec<Excerpt>,
    /// What the excerpts can be filtered by: only what occurs here.
    statuses: Vec<StatusCount>,
    see_also: Vec<Reference<'a>>,
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
    ) -> Result<Chapter<'a>, RenderError> {
        Ok(Chapter {
            part: NamedLink { href: format!("{}.html", part.anchor), name: &part.name, title: &part.title },
            name: &chapter.name,
            title: &chapter.title,
            anchor: &chapter.anchor,
            warning: chapter.warning.as_deref(),
            intro: self.guidance(&chapter.intro, 1)?,
            excerpts: chapter.excerpts.iter().map(|excerpt| self.excerpt(excerpt, 2)).collect::<Result<_, _>>()?,
            statuses: self.statuses(chapter),
            see_also: self.references(&chapter.see_also)?,
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
