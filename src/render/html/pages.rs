//! The pages of the site and the data of each: what a template sees. A page's data hold what that page shows and no
//! more, so that a thousand pages cost a thousand small contexts and not a thousand copies of the booklet.
//!
//! Every template sees `words`, `edition`, `generator`, `language` and `navigation`, then the fields of [`Frame`].

use serde::Serialize;
use tera::{Context, Value};

use super::places::{self, Spot};
use super::rich_text::{self, Setting};
use super::{RenderError, Site, template_fault};
use crate::view::timeline::{DrawingView, LegendView, ShapeRole, ShapeView, TextView, TimelineChain};
use crate::view::{
    AnnexKind, AnnexView, ChangeEntry, ChangeGroup, ChangeMark, ChangeSection, ChangedField, ChapterView,
    ChecklistsView, DepartmentsView, ExcerptLink, ExcerptView, GuidanceView, InstrumentView, Labelled, Notice,
    ObligationView, PartView, PendingView, ReportFormView, ResponsibilitiesView, StatusCount, StatusView, TermView,
    TimelineView, UnknownsView, View,
};

/// One page to be rendered.
pub(super) enum Page<'a> {
    Index,
    /// The guidance before the first part.
    Guidance,
    Part(&'a PartView),
    Chapter {
        part: &'a PartView,
        chapter: &'a ChapterView,
        previous: Option<&'a ChapterView>,
        next: Option<&'a ChapterView>,
    },
    Excerpt {
        chapter: &'a ChapterView,
        excerpt: &'a ExcerptView,
        previous: Option<&'a ExcerptView>,
        next: Option<&'a ExcerptView>,
    },
    /// An annex that consists of its guidance.
    Annex(&'a AnnexView),
    /// An annex that is a figure of time.
    Timeline(&'a AnnexView, &'a TimelineView),
    Instruments,
    Glossary,
    /// What is otherwise than in the edition before.
    Changes,
    About,
    Responsibilities(&'a ResponsibilitiesView),
    Checklists(&'a ChecklistsView),
    Unknowns(&'a UnknownsView),
    ReportForm(&'a ReportFormView),
    Pending(&'a PendingView),
    /// To whom the booklet is handed out.
    Departments(&'a DepartmentsView),
}

/// Every page of the site.
pub(super) fn all<'a>(site: &Site<'a>) -> Vec<Page<'a>> {
    let view = site.view;
    let mut pages = vec![Page::Index, Page::Instruments, Page::About];
    if !view.front.is_empty() {
        pages.push(Page::Guidance);
    }
    if has_glossary(view) {
        pages.push(Page::Glossary);
    }
    if has_changes(view) {
        pages.push(Page::Changes);
    }
    pages.extend(view.annexes.iter().filter(|annex| annex.kind == AnnexKind::Guidance).map(Page::Annex));
    pages.extend(view.annexes.iter().filter_map(|annex| Some(Page::Timeline(annex, annex.timeline.as_ref()?))));
    pages.extend(view.responsibilities.iter().map(Page::Responsibilities));
    pages.extend(view.checklists.iter().map(Page::Checklists));
    pages.extend(view.unknowns.iter().map(Page::Unknowns));
    pages.extend(view.report_form.iter().map(Page::ReportForm));
    pages.extend(view.pending.iter().map(Page::Pending));
    pages.extend(view.departments.iter().map(Page::Departments));
    pages.extend(view.parts.iter().map(Page::Part));
    pages.extend(chapters(view));
    pages.extend(excerpts(view));
    pages
}

/// `1,2 MB`, `350 kB`: decimal units, the comma that Vietnamese writes.
fn size(bytes: usize) -> String {
    let kilobytes = bytes.div_ceil(1000);
    match kilobytes {
        0..1000 => format!("{kilobytes} kB"),
        _ => format!("{},{} MB", kilobytes / 1000, kilobytes % 1000 / 100),
    }
}

fn has_glossary(view: &View) -> bool {
    view.annexes.iter().any(|annex| annex.kind == AnnexKind::Glossary)
}

fn has_changes(view: &View) -> bool {
    view.annexes.iter().any(|annex| annex.kind == AnnexKind::Changes)
}

fn chapters(view: &View) -> Vec<Page<'_>> {
    let all: Vec<_> =
        view.parts.iter().flat_map(|part| part.chapters.iter().map(move |chapter| (part, chapter))).collect();
    let page = |(at, &(part, chapter)): (usize, &(_, _))| Page::Chapter {
        part,
        chapter,
        previous: at.checked_sub(1).and_then(|at| all.get(at)).map(|&(_, chapter)| chapter),
        next: all.get(at + 1).map(|&(_, chapter)| chapter),
    };
    all.iter().enumerate().map(page).collect()
}

fn excerpts(view: &View) -> Vec<Page<'_>> {
    let chapters = view.parts.iter().flat_map(|part| &part.chapters);
    let all: Vec<_> =
        chapters.flat_map(|chapter| chapter.excerpts.iter().map(move |excerpt| (chapter, excerpt))).collect();
    let page = |(at, &(chapter, excerpt)): (usize, &(_, _))| Page::Excerpt {
        chapter,
        excerpt,
        previous: at.checked_sub(1).and_then(|at| all.get(at)).map(|&(_, excerpt)| excerpt),
        next: all.get(at + 1).map(|&(_, excerpt)| excerpt),
    };
    all.iter().enumerate().map(page).collect()
}

/// The pages that every page leads to.
pub(super) fn navigation(view: &View) -> Vec<Link<'_>> {
    let words = &view.words;
    let mut links = vec![Link::new(places::INDEX, &words.contents)];
    if !view.front.is_empty() {
        links.push(Link::new(places::GUIDANCE, &words.guidance));
    }
    if view.responsibilities.is_some() {
        links.push(Link::new(places::RESPONSIBILITIES, &words.responsibilities));
    }
    if view.checklists.is_some() {
        links.push(Link::new(places::CHECKLISTS, &words.checklists));
    }
    links.push(Link::new(places::INSTRUMENTS, &words.instruments));
    if has_glossary(view) {
        links.push(Link::new(places::GLOSSARY, &words.glossary));
    }
    if has_changes(view) {
        links.push(Link::new(places::CHANGES, &words.changes));
    }
    links.push(Link::new(places::ABOUT, &words.imprint));
    links
}

impl Page<'_> {
    /// Below `html/`.
    pub(super) fn path(&self) -> String {
        match self {
            Page::Index => places::INDEX.to_owned(),
            Page::Guidance => places::GUIDANCE.to_owned(),
            Page::Part(part) => format!("{}.html", part.anchor),
            Page::Chapter { chapter, .. } => format!("{}.html", chapter.id),
            Page::Excerpt { excerpt, .. } => places::permalink(&excerpt.id),
            Page::Annex(annex) | Page::Timeline(annex, _) => places::annex_page(annex),
            Page::Instruments => places::INSTRUMENTS.to_owned(),
            Page::Glossary => places::GLOSSARY.to_owned(),
            Page::Changes => places::CHANGES.to_owned(),
            Page::About => places::ABOUT.to_owned(),
            Page::Responsibilities(_) => places::RESPONSIBILITIES.to_owned(),
            Page::Checklists(_) => places::CHECKLISTS.to_owned(),
            Page::Unknowns(_) => places::UNKNOWNS.to_owned(),
            Page::ReportForm(_) => places::REPORT_FORM.to_owned(),
            Page::Pending(_) => places::PENDING.to_owned(),
            Page::Departments(_) => places::DEPARTMENTS.to_owned(),
        }
    }

    pub(super) fn template(&self) -> &'static str {
        match self {
            Page::Index => "index.html",
            Page::Guidance | Page::Annex(_) => "guidance.html",
            Page::Part(_) => "part.html",
            Page::Chapter { .. } => "chapter.html",
            Page::Excerpt { .. } => "excerpt-page.html",
            Page::Timeline(..) => "timeline.html",
            Page::Instruments => "instruments.html",
            Page::Glossary => "glossary.html",
            Page::Changes => "changes.html",
            Page::About => "about.html",
            Page::Responsibilities(_) => "responsibilities.html",
            Page::Checklists(_) => "checklists.html",
            Page::Unknowns(_) => "unknowns.html",
            Page::ReportForm(_) => "report-form.html",
            Page::Pending(_) => "pending.html",
            Page::Departments(_) => "departments.html",
        }
    }

    pub(super) fn context(&self, site: &Site) -> Result<Context, RenderError> {
        let path = self.path();
        let root = if matches!(self, Page::Excerpt { .. }) { "../" } else { "" };
        let on = Builder { site, spot: Spot { page: &path, root } };
        let (view, words) = (site.view, &site.view.words);
        match self {
            Page::Index => on.frame(&view.edition.title, None, on.index()?),
            Page::Guidance => on.frame(&words.guidance, None, on.guidance_page(words.guidance.clone(), &view.front)?),
            Page::Annex(annex) => {
                let title = titled(&annex.name, &annex.title);
                on.frame(&title, None, on.guidance_page(title.clone(), &annex.intro)?)
            }
            Page::Timeline(annex, figure) => {
                on.frame(&titled(&annex.name, &annex.title), None, on.timeline(annex, figure)?)
            }
            Page::Part(part) => on.frame(&titled(&part.name, &part.title), None, on.part(part)?),
            Page::Chapter { part, chapter, previous, next } => {
                let title = titled(&chapter.name, &chapter.title);
                on.frame(&title, None, on.chapter(part, chapter, *previous, *next)?)
            }
            Page::Excerpt { chapter, excerpt, previous, next } => {
                let title = format!("{}. {}", excerpt.number, excerpt.citation);
                let page = on.excerpt_page(chapter, excerpt, *previous, *next)?;
                on.frame(&title, Some(&excerpt.citation_full), page)
            }
            Page::Instruments => on.frame(&words.instruments, None, on.instruments()?),
            Page::Glossary => on.frame(&words.glossary, None, on.glossary()?),
            Page::Changes => on.frame(&words.changes, None, on.changes()?),
            Page::About => {
                let about = About { notices: &view.notices, counts: on.counts() };
                on.frame(&words.imprint, None, about)
            }
            Page::Responsibilities(list) => {
                on.frame(&annex_title(view, AnnexKind::Responsibilities), None, on.responsibilities(list)?)
            }
            Page::Checklists(lists) => on.frame(&annex_title(view, AnnexKind::Checklists), None, on.checklists(lists)?),
            Page::Unknowns(unknowns) => on.frame(&annex_title(view, AnnexKind::Unknowns), None, on.unknowns(unknowns)?),
            Page::ReportForm(form) => on.frame(&annex_title(view, AnnexKind::ReportForm), None, on.report_form(form)?),
            Page::Departments(list) => {
                on.frame(&annex_title(view, AnnexKind::Departments), None, on.departments(list)?)
            }
            Page::Pending(list) => on.frame(&annex_title(view, AnnexKind::Pending), None, on.pending(list)?),
        }
    }
}

/// `Chương 1. Mua sắm thiết bị`
fn titled(name: &str, title: &str) -> String {
    format!("{name}. {title}")
}

/// The title of the page that is the only annex of its kind.
fn annex_title(view: &View, kind: AnnexKind) -> String {
    let annex = view.annexes.iter().find(|annex| annex.kind == kind);
    annex.map(|annex| titled(&annex.name, &annex.title)).unwrap_or_default()
}

/// What the templates see on every page.
#[derive(Serialize)]
struct Frame<'a, T> {
    /// From this page to the folder of the site: empty, or `../`. Goes before every address below.
    root: &'a str,
    /// This page, to mark it in lists of links.
    here: &'a str,
    title: &'a str,
    description: &'a str,
    /// What this kind of page shows.
    page: T,
}

/// An address below the site's folder, and the words of the link.
#[derive(Serialize)]
pub(super) struct Link<'a> {
    href: String,
    name: &'a str,
}

impl<'a> Link<'a> {
    pub(super) fn new(href: &str, name: &'a str) -> Self {
        Link { href: href.to_owned(), name }
    }
}

#[derive(Serialize)]
struct Index<'a> {
    /// `1,2 MB`; nothing where no PDF was made.
    pdf_size: Option<String>,
    notices: &'a [Notice],
    front: Vec<Link<'a>>,
    parts: Vec<Part<'a>>,
    annexes: Vec<NamedLink<'a>>,
    counts: Counts<'a>,
}

#[derive(Serialize)]
struct Counts<'a> {
    excerpts: u32,
    instruments: u32,
    by_status: &'a [StatusCount],
}

#[derive(Serialize)]
struct Part<'a> {
    name: &'a str,
    title: &'a str,
    anchor: &'a str,
    href: String,
    intro: Vec<Guidance<'a>>,
    chapters: Vec<ChapterLine<'a>>,
}

/// A chapter in a list of chapters.
#[derive(Serialize)]
struct ChapterLine<'a> {
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

/// A link with a name in front: `Chương 1`, `Phụ lục A`.
#[derive(Serialize)]
struct NamedLink<'a> {
    href: String,
    name: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct Guidance<'a> {
    title: &'a str,
    anchor: &'a str,
    body: Value,
}

#[derive(Serialize)]
struct GuidancePage<'a> {
    title: String,
    pieces: Vec<Guidance<'a>>,
}

#[derive(Serialize)]
struct Chapter<'a> {
    part: NamedLink<'a>,
    name: &'a str,
    title: &'a str,
    anchor: &'a str,
    warning: Option<&'a str>,
    intro: Vec<Guidance<'a>>,
    excerpts: Vec<Excerpt<'a>>,
    see_also: Vec<Reference<'a>>,
    /// The chapters of the part.
    siblings: Vec<ChapterLine<'a>>,
    previous: Option<NamedLink<'a>>,
    next: Option<NamedLink<'a>>,
}

#[derive(Serialize)]
struct Excerpt<'a> {
    number: u32,
    id: &'a str,
    anchor: &'a str,
    citation: &'a str,
    citation_full: &'a str,
    locator: &'a str,
    instrument: &'a str,
    /// The row of the instrument in the table.
    instrument_href: Option<String>,
    title: Option<&'a str>,
    status: &'a StatusView,
    change: Option<&'a ChangeMark>,
    /// The page that tells of all changes; nothing where there is none.
    changes_href: Option<&'static str>,
    notice: Option<&'a str>,
    body: Value,
    wording: &'a Labelled,
    obligations: &'a [ObligationView],
    topics: &'a [Labelled],
    audiences: &'a [Labelled],
    source_line: &'a str,
    sources: Vec<Value>,
    note: Option<&'a str>,
    related: Vec<Reference<'a>>,
    permalink: String,
}

/// A link to an excerpt, from the page on which it stands.
#[derive(Serialize)]
pub(super) struct Reference<'a> {
    /// Whole: goes without `root`.
    href: String,
    number: u32,
    citation: &'a str,
}

#[derive(Serialize)]
struct ExcerptPage<'a> {
    excerpt: Excerpt<'a>,
    chapter: NamedLink<'a>,
    previous: Option<Neighbour<'a>>,
    next: Option<Neighbour<'a>>,
}

#[derive(Serialize)]
struct Neighbour<'a> {
    href: String,
    number: u32,
    citation: &'a str,
}

#[derive(Serialize)]
struct Instruments<'a> {
    annexes: Vec<Annex<'a>>,
    rows: Vec<Instrument<'a>>,
}

/// The head of the annex that a table is.
#[derive(Serialize)]
pub(super) struct Annex<'a> {
    name: &'a str,
    title: &'a str,
    anchor: &'a str,
    intro: Vec<Guidance<'a>>,
}

#[derive(Serialize)]
struct Instrument<'a> {
    number: u32,
    anchor: &'a str,
    citation: &'a str,
    title: Option<&'a str>,
    issuer: &'a str,
    issued: &'a str,
    from: &'a str,
    until: &'a str,
    status: &'a StatusView,
    relations: &'a [String],
    confidence: &'a Labelled,
    sources: Vec<Value>,
    note: Option<&'a str>,
    excerpts: Vec<Reference<'a>>,
}

#[derive(Serialize)]
struct Timeline<'a> {
    annexes: Vec<Annex<'a>>,
    /// The same figure twice; the style sheet shows the one that fits.
    figures: [Figure<'a>; 2],
    legend: Vec<LegendEntry<'a>>,
    /// The page of the table of instruments.
    table_page: &'a str,
    chains: &'a [TimelineChain],
}

/// Drawings for one width of screen.
#[derive(Serialize)]
struct Figure<'a> {
    name: &'a str,
    drawings: Vec<Drawing<'a>>,
}

#[derive(Serialize)]
struct Drawing<'a> {
    caption: &'a str,
    alt: &'a str,
    width: i32,
    height: i32,
    shapes: Vec<Shape>,
    texts: &'a [TextView],
}

/// A path in the language of SVG.
#[derive(Serialize)]
struct Shape {
    role: ShapeRole,
    path: String,
}

#[derive(Serialize)]
struct LegendEntry<'a> {
    width: i32,
    height: i32,
    shapes: Vec<Shape>,
    texts: &'a [TextView],
    text: &'a str,
}

#[derive(Serialize)]
struct Glossary<'a> {
    annexes: Vec<Annex<'a>>,
    terms: &'a [TermView],
}

#[derive(Serialize)]
struct ChangesPage<'a> {
    annexes: Vec<Annex<'a>>,
    /// Nothing where the edition is built as of a day before the one it follows.
    line: Option<&'a str>,
    summary: &'a [String],
    sections: Vec<ChangeSectionData<'a>>,
}

#[derive(Serialize)]
struct ChangeSectionData<'a> {
    title: &'a str,
    groups: Vec<ChangeGroupData<'a>>,
}

#[derive(Serialize)]
struct ChangeGroupData<'a> {
    key: &'a str,
    sign: &'a str,
    title: &'a str,
    entries: Vec<ChangeEntryData<'a>>,
}

#[derive(Serialize)]
struct ChangeEntryData<'a> {
    /// The excerpt's number in this edition.
    number: Option<u32>,
    /// Whole: goes without `root`.
    href: Option<String>,
    citation: &'a str,
    instead_of: Option<&'a str>,
    title: Option<&'a str>,
    before: Option<&'a StatusView>,
    after: Option<&'a StatusView>,
    fields: &'a [ChangedField],
}

#[derive(Serialize)]
struct About<'a> {
    notices: &'a [Notice],
    counts: Counts<'a>,
}

/// Makes the data of one page.
pub(super) struct Builder<'a> {
    site: &'a Site<'a>,
    spot: Spot<'a>,
}

impl<'a> Builder<'a> {
    fn frame(&self, title: &str, description: Option<&str>, page: impl Serialize) -> Result<Context, RenderError> {
        let description = description.unwrap_or(&self.site.view.edition.description);
        let frame = Frame { root: self.spot.root, here: self.spot.page, title, description, page };
        Context::from_serialize(&frame).map_err(template_fault)
    }

    fn index(&self) -> Result<Index<'a>, RenderError> {
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
            pdf_size: self.site.pdf_bytes.map(size),
            notices: &view.notices,
            front: front.collect(),
            // The guidance of a part stands on its own page.
            parts: view.parts.iter().map(|part| self.part_head(part, Vec::new())).collect(),
            annexes: annexes.collect(),
            counts: self.counts(),
        })
    }

    fn counts(&self) -> Counts<'a> {
        let counts = &self.site.view.counts;
        Counts { excerpts: counts.excerpts, instruments: counts.instruments, by_status: &counts.by_status }
    }

    fn part(&self, part: &'a PartView) -> Result<Part<'a>, RenderError> {
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

    fn chapter_lines(&self, part: &'a PartView) -> Vec<ChapterLine<'a>> {
        let line = |chapter: &'a ChapterView| ChapterLine {
            name: &chapter.name,
            title: &chapter.title,
            href: format!("{}.html", chapter.id),
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

    /// `level` is that of the heading above the piece of guidance.
    fn guidance(
        &self,
        pieces: impl IntoIterator<Item = &'a GuidanceView>,
        level: u8,
    ) -> Result<Vec<Guidance<'a>>, RenderError> {
        let one = |piece: &'a GuidanceView| {
            let setting = Setting { spot: self.spot, owner: &piece.anchor, name: &piece.title, level: level + 1 };
            let body = rich_text::body(self.site, setting, &piece.body)?;
            Ok(Guidance { title: &piece.title, anchor: &piece.anchor, body: Value::safe_string(&body) })
        };
        pieces.into_iter().map(one).collect()
    }

    fn guidance_page(
        &self,
        title: String,
        pieces: impl IntoIterator<Item = &'a GuidanceView>,
    ) -> Result<GuidancePage<'a>, RenderError> {
        Ok(GuidancePage { title, pieces: self.guidance(pieces, 1)? })
    }

    fn chapter(
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
            see_also: self.references(&chapter.see_also)?,
            siblings: self.chapter_lines(part),
            previous: previous.map(chapter_link),
            next: next.map(chapter_link),
        })
    }

    /// `level` is that of the excerpt's own heading.
    fn excerpt(&self, excerpt: &'a ExcerptView, level: u8) -> Result<Excerpt<'a>, RenderError> {
        let name = format!("{}. {}", excerpt.number, excerpt.citation);
        let setting = Setting { spot: self.spot, owner: &excerpt.anchor, name: &name, level };
        let body = rich_text::body(self.site, setting, &excerpt.body)?;
        let row = self.site.places.instrument(&excerpt.instrument_id);
        Ok(Excerpt {
            number: excerpt.number,
            id: &excerpt.id,
            anchor: &excerpt.anchor,
            citation: &excerpt.citation,
            citation_full: &excerpt.citation_full,
            locator: &excerpt.locator,
            instrument: &excerpt.instrument_citation,
            instrument_href: row.map(|anchor| format!("{}#{anchor}", places::INSTRUMENTS)),
            title: excerpt.title.as_deref(),
            status: &excerpt.status,
            change: excerpt.change.as_ref(),
            changes_href: has_changes(self.site.view).then_some(places::CHANGES),
            notice: excerpt.notice.as_deref(),
            body: Value::safe_string(&body),
            wording: &excerpt.wording,
            obligations: &excerpt.obligations,
            topics: &excerpt.topics,
            audiences: &excerpt.audiences,
            source_line: &excerpt.source_line,
            sources: self.sources(&excerpt.sources),
            note: excerpt.note.as_deref(),
            related: self.references(&excerpt.related)?,
            permalink: places::permalink(&excerpt.id),
        })
    }

    fn sources(&self, sources: &[String]) -> Vec<Value> {
        let words = &self.site.view.words;
        sources.iter().map(|source| Value::safe_string(&rich_text::linked_text(source, words))).collect()
    }

    pub(super) fn references(&self, links: &'a [ExcerptLink]) -> Result<Vec<Reference<'a>>, RenderError> {
        links.iter().map(|link| self.reference(link)).collect()
    }

    pub(super) fn reference(&self, link: &'a ExcerptLink) -> Result<Reference<'a>, RenderError> {
        let href = self.site.places.href(&self.spot, &link.anchor)?;
        Ok(Reference { href, number: link.number, citation: &link.citation })
    }

    fn excerpt_page(
        &self,
        chapter: &'a ChapterView,
        excerpt: &'a ExcerptView,
        previous: Option<&'a ExcerptView>,
        next: Option<&'a ExcerptView>,
    ) -> Result<ExcerptPage<'a>, RenderError> {
        Ok(ExcerptPage {
            excerpt: self.excerpt(excerpt, 1)?,
            chapter: chapter_link(chapter),
            previous: previous.map(neighbour),
            next: next.map(neighbour),
        })
    }

    fn instruments(&self) -> Result<Instruments<'a>, RenderError> {
        let row = |instrument: &'a InstrumentView| {
            Ok(Instrument {
                number: instrument.number,
                anchor: &instrument.anchor,
                citation: &instrument.citation,
                title: instrument.title.as_deref(),
                issuer: &instrument.issuer,
                issued: &instrument.issued,
                from: &instrument.from,
                until: &instrument.until,
                status: &instrument.status,
                relations: &instrument.relations,
                confidence: &instrument.confidence,
                sources: self.sources(&instrument.sources),
                note: instrument.note.as_deref(),
                excerpts: self.references(&instrument.excerpts)?,
            })
        };
        let rows = self.site.view.instruments.iter().map(row).collect::<Result<_, _>>()?;
        Ok(Instruments { annexes: self.annexes(AnnexKind::Instruments)?, rows })
    }

    fn timeline(&self, annex: &'a AnnexView, figure: &'a TimelineView) -> Result<Timeline<'a>, RenderError> {
        let drawing = |drawing: &'a DrawingView| Drawing {
            caption: &drawing.caption,
            alt: &drawing.alt,
            width: drawing.width,
            height: drawing.height,
            shapes: shapes(&drawing.shapes),
            texts: &drawing.texts,
        };
        let drawings = |all: &'a [DrawingView]| all.iter().map(drawing).collect();
        let entry = |entry: &'a LegendView| LegendEntry {
            width: entry.width,
            height: entry.height,
            shapes: shapes(&entry.shapes),
            texts: &entry.texts,
            text: &entry.text,
        };
        Ok(Timeline {
            annexes: vec![self.annex_head(annex)?],
            figures: [
                Figure { name: "wide-figure", drawings: drawings(&figure.wide) },
                Figure { name: "narrow-figure", drawings: drawings(&figure.narrow) },
            ],
            legend: figure.legend.iter().map(entry).collect(),
            table_page: places::INSTRUMENTS,
            chains: &figure.chains,
        })
    }

    fn glossary(&self) -> Result<Glossary<'a>, RenderError> {
        Ok(Glossary { annexes: self.annexes(AnnexKind::Glossary)?, terms: &self.site.view.glossary })
    }

    fn changes(&self) -> Result<ChangesPage<'a>, RenderError> {
        let annexes = self.annexes(AnnexKind::Changes)?;
        let Some(changes) = &self.site.view.changes else {
            return Ok(ChangesPage { annexes, line: None, summary: &[], sections: Vec::new() });
        };
        let section = |section: &'a ChangeSection| {
            let groups = section.groups.iter().map(|group| self.change_group(group)).collect::<Result<_, _>>()?;
            Ok(ChangeSectionData { title: &section.title, groups })
        };
        let sections = changes.sections.iter().map(section).collect::<Result<_, _>>()?;
        Ok(ChangesPage { annexes, line: Some(&changes.line), summary: &changes.summary, sections })
    }

    fn change_group(&self, group: &'a ChangeGroup) -> Result<ChangeGroupData<'a>, RenderError> {
        let entry = |entry: &'a ChangeEntry| {
            let anchor = entry.link.as_ref().map(|link| &link.anchor).or(entry.row.as_ref());
            Ok(ChangeEntryData {
                number: entry.link.as_ref().map(|link| link.number),
                href: anchor.map(|anchor| self.site.places.href(&self.spot, anchor)).transpose()?,
                citation: &entry.citation,
                instead_of: entry.instead_of.as_deref(),
                title: entry.title.as_deref(),
                before: entry.before.as_ref(),
                after: entry.after.as_ref(),
                fields: &entry.fields,
            })
        };
        let entries = group.entries.iter().map(entry).collect::<Result<_, _>>()?;
        Ok(ChangeGroupData { key: &group.key, sign: &group.sign, title: &group.title, entries })
    }

    pub(super) fn annexes(&self, kind: AnnexKind) -> Result<Vec<Annex<'a>>, RenderError> {
        self.site.view.annexes.iter().filter(|annex| annex.kind == kind).map(|annex| self.annex_head(annex)).collect()
    }

    fn annex_head(&self, annex: &'a AnnexView) -> Result<Annex<'a>, RenderError> {
        let intro = self.guidance(&annex.intro, 1)?;
        Ok(Annex { name: &annex.name, title: &annex.title, anchor: &annex.anchor, intro })
    }
}

fn shapes(shapes: &[ShapeView]) -> Vec<Shape> {
    let path = |shape: &ShapeView| {
        let corners = shape.points.iter().zip(["M"].into_iter().chain(std::iter::repeat("L")));
        let mut path: String = corners.map(|([x, y], command)| format!("{command}{x} {y}")).collect();
        if shape.closed {
            path.push('Z');
        }
        path
    };
    shapes.iter().map(|shape| Shape { role: shape.role, path: path(shape) }).collect()
}

fn chapter_link(chapter: &ChapterView) -> NamedLink<'_> {
    NamedLink { href: format!("{}.html", chapter.id), name: &chapter.name, title: &chapter.title }
}

fn neighbour(excerpt: &ExcerptView) -> Neighbour<'_> {
    Neighbour { href: places::permalink(&excerpt.id), number: excerpt.number, citation: &excerpt.citation }
}
