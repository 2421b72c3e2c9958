//! The first page: the answers, what comes next, then the contents and what can be taken away.

use std::borrow::Cow;

use serde::Serialize;

use super::super::linked::{self, LinkedObject};
use super::super::site_writer::TakenFile;
use super::super::{RenderError, Site, places};
use super::changes::SinceData;
use super::contents::ContentsPart;
use super::editions::EditionLink;
use super::links::{Link, NamedLink};
use super::opening::OpeningData;
use super::ways::WayIn;
use super::{Builder, PageKind, annexes};
use crate::render::outputs::Offered;
use crate::view::{AnnexKind, ChangesView};

pub(in super::super) struct HomePage;

impl PageKind for HomePage {
    const TEMPLATE: &'static str = "index.html";

    fn path(&self) -> String {
        places::INDEX.to_owned()
    }

    fn title<'v>(&'v self, site: &Site<'v>) -> Cow<'v, str> {
        Cow::Borrowed(&site.view.edition.title)
    }

    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        on.index()
    }

    fn record(&self) -> Option<String> {
        Some(places::DATA.to_owned())
    }

    fn linked<'v>(&'v self, on: &linked::LinkedWriter<'v>) -> Option<LinkedObject<'v>> {
        Some(on.booklet())
    }
}

#[derive(Serialize)]
struct HomeData<'a> {
    opening: OpeningData<'a>,
    /// The downloads: a PDF where one was made, the booklet in one file, the site as an archive.
    downloads: Vec<Download<'a>>,
    topics: Vec<WayIn<'a>>,
    /// The differences from the last release.
    since: Option<SinceData<'a>>,
    /// The counts of changes since the edition before; `None` where nothing was compared.
    changes: Option<HomeChanges<'a>>,
    /// The page that lists all changes, where there is one.
    all_changes: Option<&'static str>,
    editions: Vec<EditionLink<'a>>,
    front: Vec<Link<'a>>,
    parts: Vec<ContentsPart<'a>>,
    annexes: Vec<NamedLink<'a>>,
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
struct HomeChanges<'a> {
    line: &'a str,
    summary: &'a [String],
}

impl<'a> Builder<'a> {
    fn index(&self) -> Result<HomeData<'a>, RenderError> {
        let view = self.site.view;
        let front = view
            .front
            .iter()
            .map(|piece| Link { href: format!("{}#{}", places::GUIDANCE, piece.anchor), name: &piece.title });
        let annexes = view.annexes.iter().map(|annex| NamedLink {
            href: annexes::page(annex),
            name: &annex.name,
            title: &annex.title,
        });
        Ok(HomeData {
            opening: self.opening(false)?,
            downloads: self.downloads(),
            topics: self.topic_ways(),
            since: self.since_release()?,
            changes: view.changes.as_ref().map(|ChangesView { line, summary, .. }| HomeChanges { line, summary }),
            all_changes: annexes::page_of(view, AnnexKind::Changes),
            editions: self.editions(),
            front: front.collect(),
            // The guidance of a part is on its own page.
            parts: view.parts.iter().map(|part| self.part_head(part, Vec::new())).collect(),
            annexes: annexes.collect(),
        })
    }

    fn downloads(&self) -> Vec<Download<'a>> {
        let download = |(offered, file): (&'static Offered, &'a TakenFile)| {
            let TakenFile { path, bytes, sha256 } = file;
            let Offered { label, media_type } = offered;
            Download { name: label(self.site.view), href: path, kind: media_type, size: size(*bytes), sha256 }
        };
        self.site.offered().map(download).collect()
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
