//! The pages of the site and the data of each: what a template sees. A page's data hold what that page shows and no
//! more, so that a thousand pages cost a thousand small contexts and not a thousand copies of the booklet.
//!
//! Every template sees `words`, `edition`, `logo`, `assets`, `generator`, `language` and `navigation`, then the fields of [`Frame`].

mod annexes;
mod changes;
mod chapter;
mod contents;
mod days;
mod editions;
mod excerpt;
mod guidance;
mod instrument;
mod links;
mod lists;
mod single;
mod tables;
mod timeline;
mod ways;
mod words;

use serde::Serialize;
use tera::{Context, Value};

use self::contents::ChapterLine;
use self::excerpt::Excerpt;
pub(super) use self::excerpt::KeptFacts;
use self::guidance::{Annex, Guidance};
use self::links::{Link, NamedLink, Reference, chapter_link};
pub(super) use self::single::Booklet;
use super::places::{self, Spot};
use super::{RenderError, Site, linked, template_fault};
use crate::view::{
    AnnexKind, AnnexView, AudienceView, ChapterView, ChecklistsView, ComparisonView, DepartmentsView, ExcerptView,
    IndexView, InstrumentPageView, InstrumentView, PartView, PendingView, RedirectView, ReportFormView,
    ResponsibilitiesView, StandardsView, TimelineView, TopicView, UnknownsView, View,
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
    /// Where the site is searched; not among [`all`], since it names the index by its content.
    Search {
        /// The folder of the index, below the folder of the site.
        index: String,
    },
    /// All excerpts by their state, on the edition's day or another.
    ByDay,
    /// What is of another state on another day.
    Compare,
    /// What is otherwise between this edition and another.
    CompareEdition(&'a ComparisonView),
    Responsibilities(&'a ResponsibilitiesView),
    Checklists(&'a ChecklistsView),
    Unknowns(&'a UnknownsView),
    ReportForm(&'a ReportFormView),
    Pending(&'a PendingView),
    /// To whom the booklet is handed out.
    Departments(&'a DepartmentsView),
    /// Words by the alphabet, with where they are spoken of.
    Words(&'a IndexView),
    Standards(&'a StandardsView),
    Instrument(&'a InstrumentView, &'a InstrumentPageView),
    Audience(&'a AudienceView),
    Topic(&'a TopicView),
    /// What is left at a former address.
    Redirect(&'a RedirectView),
}

/// Every page of the site but that of the search.
pub(super) fn all<'a>(site: &Site<'a>) -> Vec<Page<'a>> {
    let view = site.view;
    let mut pages = vec![Page::Index, Page::Instruments, Page::About, Page::ByDay, Page::Compare];
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
    pages.extend(view.index.iter().map(Page::Words));
    pages.extend(view.standards.iter().map(Page::Standards));
    let instruments = view.instruments.iter().zip(&view.web.instruments);
    pages.extend(instruments.map(|(row, page)| Page::Instrument(row, page)));
    pages.extend(view.web.audiences.iter().map(Page::Audience));
    pages.extend(view.web.topics.iter().map(Page::Topic));
    pages.extend(view.web.comparisons.iter().map(Page::CompareEdition));
    pages.extend(view.web.redirects.iter().map(Page::Redirect));
    pages.extend(view.parts.iter().map(Page::Part));
    pages.extend(chapters(view));
    pages
}

fn has_glossary(view: &View) -> bool {
    view.annexes.iter().any(|annex| annex.kind == AnnexKind::Glossary)
}

fn has_changes(view: &View) -> bool {
    view.annexes.iter().any(|annex| annex.kind == AnnexKind::Changes)
}

/// Each chapter, then its excerpts: what a chapter and a page of its own tell of an excerpt is made once.
fn chapters(view: &View) -> Vec<Page<'_>> {
    let parts = view.parts.iter().flat_map(|part| part.chapters.iter().map(move |chapter| (part, chapter)));
    let all: Vec<_> = parts.collect();
    let excerpts: Vec<&ExcerptView> = all.iter().flat_map(|(_, chapter)| &chapter.excerpts).collect();
    let mut pages = Vec::with_capacity(all.len() + excerpts.len());
    let mut number = 0;
    for (at, &(part, chapter)) in all.iter().enumerate() {
        let previous = at.checked_sub(1).and_then(|at| all.get(at)).map(|&(_, chapter)| chapter);
        let next = all.get(at + 1).map(|&(_, chapter)| chapter);
        pages.push(Page::Chapter { part, chapter, previous, next });
        for excerpt in &chapter.excerpts {
            let previous = excerpts.get(..number).and_then(|before| before.last()).copied();
            number += 1;
            pages.push(Page::Excerpt { chapter, excerpt, previous, next: excerpts.get(number).copied() });
        }
    }
    pages
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
    if view.index.is_some() {
        links.push(Link::new(places::INDEX_OF_WORDS, &words.index));
    }
    if has_glossary(view) {
        links.push(Link::new(places::GLOSSARY, &words.glossary));
    }
    if has_changes(view) {
        links.push(Link::new(places::CHANGES, &words.changes));
    }
    links.push(Link::new(places::BY_DAY, &view.web.words.days.title));
    links.push(Link::new(places::SEARCH, &words.search.title));
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
            Page::Search { .. } => places::SEARCH.to_owned(),
            Page::ByDay => places::BY_DAY.to_owned(),
            Page::Compare => places::COMPARE.to_owned(),
            Page::CompareEdition(comparison) => places::comparison_page(&comparison.edition),
            Page::Responsibilities(_) => places::RESPONSIBILITIES.to_owned(),
            Page::Checklists(_) => places::CHECKLISTS.to_owned(),
            Page::Unknowns(_) => places::UNKNOWNS.to_owned(),
            Page::ReportForm(_) => places::REPORT_FORM.to_owned(),
            Page::Pending(_) => places::PENDING.to_owned(),
            Page::Departments(_) => places::DEPARTMENTS.to_owned(),
            Page::Words(_) => places::INDEX_OF_WORDS.to_owned(),
            Page::Standards(_) => places::STANDARDS.to_owned(),
            Page::Instrument(row, _) => places::instrument_page(&row.id),
            Page::Audience(audience) => places::audience_page(&audience.id),
            Page::Topic(topic) => places::topic_page(&topic.id),
            Page::Redirect(redirect) => places::redirect_page(redirect),
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
            Page::Search { .. } => "search.html",
            Page::ByDay => "by-day.html",
            Page::Compare => "compare.html",
            Page::CompareEdition(_) => "compare-edition.html",
            Page::Responsibilities(_) => "responsibilities.html",
            Page::Checklists(_) => "checklists.html",
            Page::Unknowns(_) => "unknowns.html",
            Page::ReportForm(_) => "report-form.html",
            Page::Pending(_) => "pending.html",
            Page::Departments(_) => "departments.html",
            Page::Words(_) => "words.html",
            Page::Standards(_) => "standards.html",
            Page::Instrument(..) => "instrument.html",
            Page::Audience(_) => "audience.html",
            Page::Topic(_) => "topic.html",
            Page::Redirect(_) => "redirect.html",
        }
    }

    pub(super) fn context(&self, site: &Site) -> Result<Context, RenderError> {
        let path = self.path();
        // No page lies deeper than one folder.
        let root = if path.contains('/') { "../" } else { "" };
        let record = match self {
            Page::Index => Some(places::DATA.to_owned()),
            Page::Excerpt { excerpt, .. } => Some(places::excerpt_data(&excerpt.id)),
            _ => None,
        };
        let on =
            Builder { site, spot: Spot { page: &path, root }, depth: 0, data: linked::data(site, self, root)?, record };
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
            Page::About => on.frame(&words.imprint, None, on.about()),
            Page::Search { index } => on.frame(&words.search.title, None, SearchPage { index }),
            Page::ByDay => on.frame(&view.web.words.days.title, None, on.by_day()),
            Page::Compare => on.frame(&view.web.words.days.compare, None, on.compare()),
            Page::CompareEdition(comparison) => {
                on.frame(&on.comparison_title(comparison), None, on.comparison(comparison)?)
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
            Page::Words(index) => on.frame(&annex_title(view, AnnexKind::Index), None, on.words(index)?),
            Page::Standards(table) => on.frame(&annex_title(view, AnnexKind::Standards), None, on.standards(table)?),
            Page::Instrument(row, page) => on.frame(&row.citation, Some(&page.citation_full), on.instrument(row, page)),
            Page::Audience(audience) => on.frame(&audience.name, None, on.audience(audience)?),
            Page::Topic(topic) => on.frame(&topic.name, None, on.topic(topic)),
            Page::Redirect(redirect) => on.frame(&view.web.words.moved, None, on.redirect(redirect)),
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
    /// The whole address of this page, where the settings say where the site is published.
    address: Option<String>,
    /// What previews of links take it for: `website` for the first page, else `article`.
    kind: &'static str,
    /// What it is about, as JSON-LD.
    data: Option<Value>,
    /// The file that says the same as data, below the folder of the site.
    record: Option<String>,
    /// What this kind of page shows.
    page: T,
}

#[derive(Serialize)]
struct SearchPage<'a> {
    index: &'a str,
}

/// Makes the data of one page.
struct Builder<'a> {
    site: &'a Site<'a>,
    spot: Spot<'a>,
    /// How many levels deeper than on a page of its own the headings of what it makes stand.
    depth: u8,
    data: Option<String>,
    record: Option<String>,
}

impl<'a> Builder<'a> {
    fn frame(&self, title: &str, description: Option<&str>, page: impl Serialize) -> Result<Context, RenderError> {
        let description = description.unwrap_or(&self.site.view.edition.description);
        let frame = Frame {
            root: self.spot.root,
            here: self.spot.page,
            title,
            description,
            address: self.site.address(self.spot.page),
            kind: if self.spot.page == places::INDEX { "website" } else { "article" },
            data: self.data.as_deref().map(Value::safe_string),
            record: self.record.clone(),
            page,
        };
        Context::from_serialize(&frame).map_err(template_fault)
    }
}
