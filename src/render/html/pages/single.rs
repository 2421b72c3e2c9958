//! The data of the booklet in one file. Chapters and annexes are rendered by themselves, all at once, and put in as they are.

use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Tera, Value};

use super::super::places::Spot;
use super::super::{RenderError, Site, template_fault};
use super::Builder;
use super::annexes::{Single, shown};
use super::contents::{ChapterLine, EditionCounts};
use super::guidance::GuidanceData;
use super::opening::OpeningData;
use crate::view::{AnnexKind, AnnexView, ChapterView, FactView, Notice, PartView, View};

#[derive(Serialize)]
pub(in super::super) struct SingleBooklet<'a> {
    opening: OpeningData<'a>,
    notices: &'a [Notice],
    /// Titles of the annexes that are to be printed, filled in or looked up by the page.
    left_out: Vec<&'a str>,
    front: Vec<GuidanceData<'a>>,
    parts: Vec<SinglePart<'a>>,
    annexes: Vec<SingleAnnex<'a>>,
    counts: EditionCounts<'a>,
    facts: &'a [FactView],
}

#[derive(Serialize)]
struct SinglePart<'a> {
    name: &'a str,
    title: &'a str,
    anchor: &'a str,
    intro: Vec<GuidanceData<'a>>,
    contents: Vec<ChapterLine<'a>>,
    /// HTML.
    chapters: Vec<Value>,
}

#[derive(Serialize)]
struct SingleAnnex<'a> {
    name: Option<&'a str>,
    title: &'a str,
    anchor: &'a str,
    /// HTML.
    content: Value,
}

/// Where the table of instruments stands if it is no annex.
const INSTRUMENTS: &str = "cac-van-ban";

impl<'a> SingleBooklet<'a> {
    /// `site` has everything on the page `here`.
    pub(in super::super) fn new(engine: &'a Tera, site: &'a Site<'a>, here: &'a str) -> Result<Self, RenderError> {
        let View {
            notices,
            front,
            slides: _, // on a screen only
            first,
            parts,
            annexes,
            colophon,
            // These are in every template, or within what is made here.
            version: _,
            generator: _,
            language: _,
            edition: _,
            look: _,
            words: _,
            instruments: _,
            glossary: _,
            counts: _,
            changes: _,
            contents: _,
            web: _,
            tab_slots: _, // on paper
            paper: _,     // on paper
            released: _,  // marks of the site's own pages
        } = site.view;
        let on = |depth| Builder { engine, site, spot: Spot { page: here, root: "" }, depth };
        let (left_out, kept): (Vec<_>, Vec<_>) =
            annexes.iter().partition(|annex| shown(annex.kind).single == Single::LeftOut);
        let kept = kept.into_par_iter().map(|annex| on(1).single_annex(annex)).collect::<Result<Vec<_>, _>>()?;
        let has_table = annexes.iter().any(|annex| annex.kind == AnnexKind::Instruments);
        let table = (!has_table).then(|| on(1).table_of_instruments()).transpose()?;
        let part = |part| single_part(&on, part);
        Ok(SingleBooklet {
            opening: on(0).opening(true)?,
            notices,
            left_out: left_out.into_iter().map(|annex| annex.title.as_str()).collect(),
            front: on(1).guidance(front.iter().filter(|piece| first.answers.as_ref() != Some(&piece.anchor)), 1)?,
            parts: parts.iter().map(part).collect::<Result<_, RenderError>>()?,
            annexes: kept.into_iter().chain(table).collect(),
            counts: on(0).counts(),
            facts: &colophon.facts,
        })
    }
}

fn single_part<'a>(
    on: &(impl Fn(u8) -> Builder<'a> + Sync),
    part: &'a PartView,
) -> Result<SinglePart<'a>, RenderError> {
    let PartView {
        number: _, // in the name
        tab: _,    // on paper
        name,
        title,
        anchor,
        intro,
        chapters,
    } = part;
    let chapters = chapters.par_iter().map(|chapter| on(2).single_chapter(part, chapter));
    Ok(SinglePart {
        name,
        title,
        anchor,
        intro: on(1).guidance(intro, 1)?,
        contents: on(0).chapter_lines(part),
        chapters: chapters.collect::<Result<_, RenderError>>()?,
    })
}

/// What the template of a chapter sees.
#[derive(Serialize)]
struct ChapterFrame<'a, T> {
    root: &'a str,
    here: &'a str,
    title: &'a str,
    depth: u8,
    page: T,
}

/// What the template around an annex sees.
#[derive(Serialize)]
struct Around {
    kind: AnnexKind,
    /// Whether it may be wider than running text.
    wide: bool,
    /// HTML.
    content: Value,
}

impl<'a> Builder<'a> {
    fn single_chapter(&self, part: &'a PartView, chapter: &'a ChapterView) -> Result<Value, RenderError> {
        let page = self.chapter(part, chapter, None, None)?;
        let Spot { page: here, root } = self.spot;
        self.put_together(
            "single-chapter.html",
            ChapterFrame { root, here, title: &chapter.title, depth: self.depth, page },
        )
    }

    fn single_annex(&self, annex: &'a AnnexView) -> Result<SingleAnnex<'a>, RenderError> {
        let content = self.around(annex.kind, &annex.title, &[annex])?;
        Ok(SingleAnnex { name: Some(&annex.name), title: &annex.title, anchor: &annex.anchor, content })
    }

    fn table_of_instruments(&self) -> Result<SingleAnnex<'a>, RenderError> {
        let title = &self.site.view.words.instruments;
        let content = self.around(AnnexKind::Instruments, title, &[])?;
        let content = Value::safe_string(&format!("<div id=\"{INSTRUMENTS}\">{content}</div>"));
        Ok(SingleAnnex { name: None, title, anchor: INSTRUMENTS, content })
    }

    fn around(&self, kind: AnnexKind, title: &str, annexes: &[&AnnexView]) -> Result<Value, RenderError> {
        let content = self.annex_content(kind, title, annexes)?;
        let wide = shown(kind).single == Single::Wide;
        self.put_together("single-annex.html", Around { kind, wide, content })
    }

    fn put_together(&self, template: &str, data: impl Serialize) -> Result<Value, RenderError> {
        let context = Context::from_serialize(&data).map_err(template_fault)?;
        Ok(Value::safe_string(&self.engine.render(template, &context).map_err(template_fault)?))
    }
}
