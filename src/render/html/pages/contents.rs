//! The contents: of the whole booklet, of a part, and what was counted.

use serde::Serialize;

use super::super::{Offer, Offers, RenderError, places};
use super::editions::EditionLink;
use super::ways::Way;
use super::words::{Colophon, colophon};
use super::{Builder, Guidance, Link, NamedLink, has_changes};
use crate::view::{ChapterView, Notice, PartView, StatusCount};

#[derive(Serialize)]
pub(super) struct Index<'a> {
    /// What can be taken away: a PDF where one was made, the booklet in one file, the site as an archive.
    downloads: Vec<Download<'a>>,
    audiences: Vec<Way<'a>>,
    topics: Vec<Way<'a>>,
    /// What was counted as changed since the edition before; empty where nothing was compared.
    changes: Option<Changes<'a>>,
    editions: Vec<EditionLink<'a>>,
    notices: &'a [Notice],
    front: Vec<Link<'a>>,
    parts: Vec<Part<'a>>,
    annexes: Vec<NamedLink<'a>>,
    counts: Counts<'a>,
}

#[derive(Serialize)]
struct Download<'a> {
    name: &'a str,
    href: &'a str,
    kind: &'static str,
    /// `1,2 MB`
    size: String,
    sha256: &'a str,
}

#[derive(Serialize)]
struct Changes<'a> {
    line: &'a str,
    summary: &'a [String],
    /// The page that tells all of them, where there is one.
    href: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct Counts<'a> {
    excerpts: u32,
    instruments: u32,
    by_status: &'a [StatusCount],
}

#[derive(Serialize)]
pub(super) struct Part<'a> {
    name: &'a str,
    title: &'a str,
    anchor: &'a str,
    href: String,
    intro: Vec<Guidance<'a>>,
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

#[derive(Serialize)]
pub(super) struct About<'a> {
    notices: &'a [Notice],
    colophon: Colophon<'a>,
    counts: Counts<'a>,
}

impl<'a> Builder<'a> {
    pub(super) fn index(&self) -> Result<Index<'a>, RenderError> {
        let view = self.site.view;
        let front = view
            .front
            .iter()
            .map(|piece| Link { href: format!("{}#{}", places::GUIDANCE, piece.anchor), name: &piece.title });
        let annexes = view.annexes.iter().map(|annex| NamedLink {
            href: places::annex_page(annex),
            name: &annex.name,
            title: &annex.title,
        });
        Ok(Index {
            downloads: self.downloads(),
            audiences: self.audience_ways(),
            topics: self.topic_ways(),
            changes: view.changes.as_ref().map(|changes| Changes {
                line: &changes.line,
                summary: &changes.summary,
                href: has_changes(view).then_some(places::CHANGES),
            }),
            editions: self.editions(),
            notices: &view.notices,
            front: front.collect(),
            // The guidance of a part stands on its own page.
            parts: view.parts.iter().map(|part| self.part_head(part, Vec::new())).collect(),
            annexes: annexes.collect(),
            counts: self.counts(),
        })
    }

    fn downloads(&self) -> Vec<Download<'a>> {
        let (Offers { pdf, single, zip }, view) = (&self.site.offers, self.site.view);
        let all = [
            (pdf, &view.words.download_pdf, "application/pdf"),
            (single, &view.web.words.download_single, "text/html"),
            (zip, &view.web.words.download_zip, "application/zip"),
        ];
        let download = |(offer, name, kind): (&'a Option<Offer>, &'a String, _)| {
            let Offer { path, bytes, sha256 } = offer.as_ref()?;
            Some(Download { name, href: path, kind, size: size(*bytes), sha256 })
        };
        all.into_iter().filter_map(download).collect()
    }

    pub(super) fn about(&self) -> About<'a> {
        let view = self.site.view;
        About { notices: &view.notices, colophon: colophon(&view.colophon), counts: self.counts() }
    }

    pub(super) fn counts(&self) -> Counts<'a> {
        let counts = &self.site.view.counts;
        Counts { excerpts: counts.excerpts, instruments: counts.instruments, by_status: &counts.by_status }
    }

    pub(super) fn part(&self, part: &'a PartView) -> Result<Part<'a>, RenderError> {
        Ok(self.part_head(part, self.guidance(&part.intro, 1)?))
    }

    fn part_head(&self, part: &'a PartView, intro: Vec<Guidance<'a>>) -> Part<'a> {
        Part {
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

/// `1,2 MB`, `350 kB`: decimal units, the comma that Vietnamese writes.
fn size(bytes: usize) -> String {
    let kilobytes = bytes.div_ceil(1000);
    match kilobytes {
        0..1000 => format!("{kilobytes} kB"),
        _ => format!("{},{} MB", kilobytes / 1000, kilobytes % 1000 / 100),
    }
}
