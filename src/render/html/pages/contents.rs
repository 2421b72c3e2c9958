//! The contents: of a part, of the whole booklet, and what was counted.

use serde::Serialize;

use super::{Builder, guidance::GuidanceData};
use crate::view::{ChapterView, PartView, StatusCount};

#[derive(Serialize)]
pub(super) struct EditionCounts<'a> {
    excerpts: u32,
    instruments: u32,
    by_status: &'a [StatusCount],
}

#[derive(Serialize)]
pub(super) struct ContentsPart<'a> {
    name: &'a str,
    title: &'a str,
    anchor: &'a str,
    href: String,
    intro: Vec<GuidanceData<'a>>,
    chapters: Vec<ChapterLine<'a>>,
}

/// A chapter in a list of chapters.
#[derive(Serialize)]
pub(super) struct ChapterLine<'a> {
    name: &'a str,
    title: &'a str,
    href: String,
    excerpts: usize,
    /// The statuses that warn in this chapter, once each, in the order of the booklet's legend.
    warnings: Vec<Warning<'a>>,
}

#[derive(Serialize)]
struct Warning<'a> {
    key: &'a str,
    sign: &'a str,
    name: &'a str,
    count: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn counts(&self) -> EditionCounts<'a> {
        let crate::view::Counts { excerpts, instruments, by_status } = &self.site.view.counts;
        EditionCounts { excerpts: *excerpts, instruments: *instruments, by_status }
    }

    pub(super) fn part_head(&self, part: &'a PartView, intro: Vec<GuidanceData<'a>>) -> ContentsPart<'a> {
        ContentsPart {
            name: &part.name,
            title: &part.title,
            anchor: &part.anchor,
            href: format!("{}.html", part.anchor),
            intro,
            chapters: self.chapter_lines(part),
        }
    }

    pub(super) fn chapter_lines(&self, part: &'a PartView) -> Vec<ChapterLine<'a>> {
        let line = |chapter: &'a ChapterView| ChapterLine {
            name: &chapter.name,
            title: &chapter.title,
            href: self.site.places.chapter(chapter),
            excerpts: chapter.excerpts.len(),
            warnings: self.warnings(chapter),
        };
        part.chapters.iter().map(line).collect()
    }

    fn warnings(&self, chapter: &ChapterView) -> Vec<Warning<'a>> {
        let of = |status: &'a StatusCount| Warning {
            key: &status.key,
            sign: &status.sign,
            name: &status.name,
            count: chapter.excerpts.iter().filter(|e| e.status.warn && e.status.key == status.key).count(),
        };
        self.site.view.counts.by_status.iter().map(of).filter(|warning| warning.count > 0).collect()
    }
}
