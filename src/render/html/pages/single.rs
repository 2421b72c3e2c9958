//! The data of the booklet in one file. Chapters and annexes are rendered by themselves, all at once, and put in as they are.

use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Value};

use super::super::places::Spot;
use super::super::{RenderError, Site, template_fault};
use super::contents::Counts;
use super::{Builder, ChapterLine, Guidance};
use crate::view::{AnnexKind, AnnexView, FactView, Notice, PartView, View};

#[derive(Serialize)]
pub(in super::super) struct Booklet<'a> {
    notices: &'a [Notice],
    /// Titles of the annexes that are to be printed, filled in or looked up by the page.
    left_out: Vec<&'a str>,
    front: Vec<Guidance<'a>>,
    parts: Vec<Part<'a>>,
    annexes: Vec<Annex<'a>>,
    counts: Counts<'a>,
    facts: &'a [FactView],
}

#[derive(Serialize)]
struct Part<'a> {
    name: &'a str,
    title: &'a str,
    anchor: &'a str,
    intro: Vec<Guidance<'a>>,
    contents: Vec<ChapterLine<'a>>,
    /// HTML.
    chapters: Vec<Value>,
}

#[derive(Serialize)]
struct Annex<'a> {
    name: Option<&'a str>,
    title: &'a str,
    anchor: &'a str,
    /// HTML.
    content: Value,
}

/// What the template of a chapter or an annex sees.
#[derive(Serialize)]
struct Frame<'a, T> {
    root: &'a str,
    here: &'a str,
    title: &'a str,
    kind: AnnexKind,
    /// Whether it may be wider than running text.
    wide: bool,
    depth: u8,
    page: T,
}

type Render<'r> = &'r (dyn Fn(&str, &Context) -> Result<String, RenderError> + Sync);

/// Where the table of instruments stands if it is no annex.
const INSTRUMENTS: &str = "cac-van-ban";

impl<'a> Booklet<'a> {
    /// `site` has everything on the page `here`; `render` fills a template.
    pub(in super::super) fn new(
        site: &'a Site<'a>,
        here: &'a str,
        render: impl Fn(&str, &Context) -> Result<String, RenderError> + Sync,
    ) -> Result<Self, RenderError> {
        let view = site.view;
        let on = |depth| Builder { site, spot: Spot { page: here, root: "" }, depth, data: None, record: None };
        let (kept, left_out): (Vec<_>, Vec<_>) = view.annexes.iter().partition(|annex| is_kept(annex.kind));
        let annexes = kept.into_par_iter().map(|annex| annex_of(&on(1), annex, &render));
        let annexes: Vec<Annex> = annexes.collect::<Result<_, _>>()?;
        let has_table = view.annexes.iter().any(|annex| annex.kind == AnnexKind::Instruments);
        let table = (!has_table).then(|| instruments(&on(1), &render)).transpose()?;
        let part = |part: &'a PartView| {
            let chapters = part.chapters.par_iter().map(|chapter| {
                let page = on(2).chapter(part, chapter, None, None)?;
                on(2).piece("single-chapter.html", &chapter.title, AnnexKind::Guidance, page, &render)
            });
            Ok(Part {
                name: &part.name,
                title: &part.title,
                anchor: &part.anchor,
                intro: on(1).guidance(&part.intro, 1)?,
                contents: on(0).chapter_lines(part),
                chapters: chapters.collect::<Result<_, RenderError>>()?,
            })
        };
        Ok(Booklet {
            notices: &view.notices,
            left_out: left_out.into_iter().map(|annex| annex.title.as_str()).collect(),
            front: on(1).guidance(&view.front, 1)?,
            parts: view.parts.iter().map(part).collect::<Result<_, RenderError>>()?,
            annexes: annexes.into_iter().chain(table).collect(),
            counts: on(0).counts(),
            facts: &view.colophon.facts,
        })
    }
}

/// What is to be ticked, filled in or looked up by the page is left to the paper and the site.
fn is_kept(kind: AnnexKind) -> bool {
    match kind {
        AnnexKind::Instruments
        | AnnexKind::Glossary
        | AnnexKind::Guidance
        | AnnexKind::Changes
        | AnnexKind::Timeline
        | AnnexKind::Responsibilities
        | AnnexKind::Unknowns
        | AnnexKind::Pending
        | AnnexKind::Departments
        | AnnexKind::Standards => true,
        AnnexKind::Checklists | AnnexKind::ReportForm | AnnexKind::Index => false,
    }
}

fn instruments<'a>(on: &Builder<'a>, render: Render) -> Result<Annex<'a>, RenderError> {
    let title = &on.site.view.words.instruments;
    let content = on.piece(ANNEX, title, AnnexKind::Instruments, on.instruments()?, render)?;
    let content = Value::safe_string(&format!("<div id=\"{INSTRUMENTS}\">{content}</div>"));
    Ok(Annex { name: None, title, anchor: INSTRUMENTS, content })
}

const ANNEX: &str = "single-annex.html";

fn annex_of<'a>(on: &Builder<'a>, annex: &'a AnnexView, render: Render) -> Result<Annex<'a>, RenderError> {
    let view: &'a View = on.site.view;
    let kind = annex.kind;
    let title = &annex.title;
    let nothing = || on.piece(ANNEX, title, kind, (), render);
    let content = match kind {
        AnnexKind::Instruments => on.piece(ANNEX, title, kind, on.instruments()?, render),
        AnnexKind::Glossary => on.piece(ANNEX, title, kind, on.glossary()?, render),
        AnnexKind::Changes => on.piece(ANNEX, title, kind, on.changes()?, render),
        AnnexKind::Guidance => {
            let page = Alone { annexes: vec![on.annex_head(annex)?] };
            on.piece(ANNEX, title, kind, page, render)
        }
        AnnexKind::Timeline => match &annex.timeline {
            Some(figure) => on.piece(ANNEX, title, kind, on.timeline(annex, figure)?, render),
            None => nothing(),
        },
        AnnexKind::Responsibilities => match &view.responsibilities {
            Some(list) => on.piece(ANNEX, title, kind, on.responsibilities(list)?, render),
            None => nothing(),
        },
        AnnexKind::Unknowns => match &view.unknowns {
            Some(list) => on.piece(ANNEX, title, kind, on.unknowns(list)?, render),
            None => nothing(),
        },
        AnnexKind::Pending => match &view.pending {
            Some(list) => on.piece(ANNEX, title, kind, on.pending(list)?, render),
            None => nothing(),
        },
        AnnexKind::Departments => match &view.departments {
            Some(list) => on.piece(ANNEX, title, kind, on.departments(list)?, render),
            None => nothing(),
        },
        AnnexKind::Standards => match &view.standards {
            Some(table) => on.piece(ANNEX, title, kind, on.standards(table)?, render),
            None => nothing(),
        },
        AnnexKind::Checklists | AnnexKind::ReportForm | AnnexKind::Index => nothing(),
    }?;
    Ok(Annex { name: Some(&annex.name), title, anchor: &annex.anchor, content })
}

/// The page of an annex that is only guidance.
#[derive(Serialize)]
struct Alone<'a> {
    annexes: Vec<super::Annex<'a>>,
}

impl Builder<'_> {
    fn piece(
        &self,
        template: &str,
        title: &str,
        kind: AnnexKind,
        page: impl Serialize,
        render: Render,
    ) -> Result<Value, RenderError> {
        let wide = !matches!(kind, AnnexKind::Guidance | AnnexKind::Glossary | AnnexKind::Changes);
        let frame = Frame { root: "", here: self.spot.page, title, kind, wide, depth: self.depth, page };
        let context = Context::from_serialize(&frame).map_err(template_fault)?;
        Ok(Value::safe_string(&render(template, &context)?))
    }
}
