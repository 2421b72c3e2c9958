//! One excerpt, the same in its chapter and on its own page.

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use tera::Value;

use super::super::linked::{self, LinkedObject};
use super::super::rich_text::{self, TextSetting};
use super::super::{RenderError, Site, places, template_fault};
use super::chapter::neighbours;
use super::drawing::Drawing;
use super::editions::EditionLink;
use super::links::{NamedLink, Reference, chapter_link};
use super::lists::ExcerptLine;
use super::{Builder, PageKind, Pages, each};
use crate::view::{
    AmendmentView, ByNumber, ChangeMark, ChapterView, ExcerptNumber, ExcerptView, Labelled, ObligationView,
    OriginalView, PeriodView, StatusView, TextAtView,
};

/// The permanent page of one excerpt.
struct ExcerptPage<'a> {
    chapter: &'a ChapterView,
    excerpt: &'a ExcerptView,
    previous: Option<&'a ExcerptView>,
    next: Option<&'a ExcerptView>,
}

/// In the order of the numbers.
pub(super) fn pages<'a>(site: &Site<'a>) -> Pages<'a> {
    let all = site.by_number.iter();
    let page = |(&(chapter, excerpt), (previous, next))| ExcerptPage { chapter, excerpt, previous, next };
    each(all.clone().zip(neighbours(all.map(|(_, excerpt)| *excerpt))), page)
}

impl PageKind for ExcerptPage<'_> {
    const TEMPLATE: &'static str = "excerpt-page.html";

    fn path(&self) -> String {
        places::permalink(&self.excerpt.id)
    }

    fn title<'v>(&'v self, _: &Site<'v>) -> Cow<'v, str> {
        Cow::Owned(format!("{}. {}", self.excerpt.number, self.excerpt.citation))
    }

    fn description(&self) -> Option<&str> {
        Some(&self.excerpt.citation_full)
    }

    fn record(&self) -> Option<String> {
        Some(places::excerpt_data(&self.excerpt.id))
    }

    fn linked<'v>(&'v self, on: &linked::LinkedWriter<'v>) -> Option<LinkedObject<'v>> {
        Some(on.excerpt(self.excerpt))
    }

    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        on.excerpt_page(self)
    }
}

/// Key of a state, see [`StatusView`].
const NOT_COMMENCED: &str = "not-commenced";

/// An excerpt as the templates see it: all of [`Facts`] and of [`PageContext`].
pub(super) type ExcerptData = Value;

/// The facts of every excerpt, made for the first of the two pages that show them, and kept for the second.
pub(in super::super) struct KeptFacts(ByNumber<Mutex<Option<Value>>>);

impl KeptFacts {
    /// Of as many excerpts; none are kept of those beyond.
    pub(in super::super) fn of(excerpts: usize) -> Self {
        KeptFacts((0..excerpts).map(|_| Mutex::default()).collect())
    }

    fn get(
        &self,
        number: ExcerptNumber,
        make: impl FnOnce() -> Result<Value, RenderError>,
    ) -> Result<Value, RenderError> {
        let kept = || self.0.get(number).map(|place| place.lock().unwrap_or_else(PoisonError::into_inner));
        if let Some(facts) = kept().and_then(|mut kept| kept.take()) {
            return Ok(facts);
        }
        let facts = make()?;
        if let Some(mut kept) = kept() {
            *kept = Some(facts.clone());
        }
        Ok(facts)
    }
}

/// The data that are the same on every page of the site.
#[derive(Serialize)]
struct Facts<'a> {
    number: ExcerptNumber,
    id: &'a str,
    anchor: &'a str,
    citation: &'a str,
    citation_full: &'a str,
    locator: &'a str,
    instrument: &'a str,
    /// The page of the instrument.
    instrument_href: Option<String>,
    title: Option<&'a str>,
    status: &'a StatusView,
    life: Option<LifeData<'a>>,
    change: Option<&'a ChangeMark>,
    /// The page that lists all changes; nothing where there is none.
    changes_href: Option<String>,
    notice: Option<&'a str>,
    wording: &'a Labelled,
    obligations: &'a [ObligationView],
    topics: Vec<Tag<'a>>,
    audiences: Vec<Tag<'a>>,
    source_line: &'a str,
    sources: Vec<Value>,
    text_at: &'a TextAtView,
    contact: Option<&'a str>,
    amendments: Vec<AmendmentData<'a>>,
    note: Option<&'a str>,
    original: Option<&'a OriginalView>,
    /// The original's file, where it is published.
    original_href: Option<String>,
    /// The citation to copy; the address follows it.
    to_copy: &'a str,
    permalink: String,
}

/// The data that depend on the page: links from it, and the level of its headings.
#[derive(Serialize)]
struct PageContext<'a> {
    body: Value,
    related: Vec<Reference<'a>>,
    sanction_for: Vec<Reference<'a>>,
    sanctions: Vec<Reference<'a>>,
    /// Whether its citation can be copied with an address: not from a file that is all that somebody has.
    copied: bool,
    /// That address, where there are no pages whose script knows it.
    address: Option<String>,
    /// Whether its sources, notes and history stand with it: on its own page, and where it has none. A chapter leads there.
    is_whole: bool,
}

/// The periods of an excerpt's validity, in words and drawn.
#[derive(Serialize)]
struct LifeData<'a> {
    periods: &'a [PeriodView],
    /// Whether the first is the time before it began, which goes without saying.
    quiet_start: bool,
    bar: Option<Drawing<'a>>,
}

/// A topic or an audience, and its page where it has one.
#[derive(Serialize)]
struct Tag<'a> {
    /// Below the folder of the site.
    href: Option<String>,
    name: &'a str,
}

#[derive(Serialize)]
struct AmendmentData<'a> {
    text: &'a str,
    /// The row of the amending instrument in the table.
    href: Option<String>,
}

#[derive(Serialize)]
struct Alone<'a> {
    excerpt: ExcerptData,
    chapter: NamedLink<'a>,
    previous: Option<Neighbour<'a>>,
    next: Option<Neighbour<'a>>,
    /// What its text cites, and whose texts cite it.
    cites: Vec<ExcerptLine<'a>>,
    cited_by: Vec<ExcerptLine<'a>>,
    /// In other editions.
    elsewhere: Vec<EditionLink<'a>>,
}

#[derive(Serialize)]
struct Neighbour<'a> {
    href: String,
    number: ExcerptNumber,
    /// Its title, or its citation where it has none.
    name: &'a str,
}

impl<'a> Builder<'a> {
    /// `level` is that of the excerpt's own heading.
    pub(super) fn excerpt(&self, excerpt: &'a ExcerptView, level: u8) -> Result<ExcerptData, RenderError> {
        let name = format!("{}. {}", excerpt.number, excerpt.citation);
        let has_pages = self.site.places.has_pages();
        let is_whole = level == 1 || !has_pages;
        let address = self.site.address(&places::permalink(&excerpt.id)).filter(|_| !has_pages);
        let level = level + self.depth;
        let setting = TextSetting { spot: self.spot, owner: &excerpt.anchor, name: &name, level };
        let placed = PageContext {
            body: Value::safe_string(&rich_text::body(self.site, setting, &excerpt.body)?),
            related: self.references(&excerpt.related)?,
            sanction_for: self.references(&excerpt.sanction_for)?,
            sanctions: self.references(&excerpt.sanctions)?,
            copied: is_whole && (has_pages || address.is_some()),
            address,
            is_whole,
        };
        let facts = self.site.facts.get(excerpt.number, || value(&self.facts(excerpt)))?;
        let placed = value(&placed)?.into_map().unwrap_or_default();
        let mut whole = facts.into_map().unwrap_or_default();
        whole.extend(placed);
        Ok(Value::from(whole))
    }

    fn facts(&self, excerpt: &'a ExcerptView) -> Facts<'a> {
        let ExcerptView {
            number,
            id,
            anchor,
            citation,
            citation_full,
            locator,
            instrument_citation,
            instrument_id,
            title,
            status,
            change,
            notice,
            wording,
            obligations,
            topics,
            audiences,
            source_line,
            sources,
            text_at,
            contact,
            amendments,
            note,
            to_copy,
            original,
            confidence: _, // in the line of the source
            chapter: _,    // what is around it
            keys: _,       // for the search only
            // These depend on the page.
            body: _,
            related: _,
            sanction_for: _,
            sanctions: _,
            checked: _,    // in the line about the source
            keep_whole: _, // on paper
            seen_in: _,
            same_reason_as: _,
        } = excerpt;
        let web = &self.site.view.web;
        Facts {
            number: *number,
            id,
            anchor,
            citation,
            citation_full,
            locator,
            instrument: instrument_citation,
            instrument_href: self.instrument_address(instrument_id),
            title: title.as_deref(),
            status,
            life: self.life(*number),
            change: change.as_ref(),
            changes_href: self.site.places.changes(self.site.view),
            notice: notice.as_deref(),
            wording,
            obligations,
            topics: self.tags(topics, web.topics.iter().map(|it| it.id.as_str()), places::topic_page),
            audiences: self.tags(audiences, web.audiences.iter().map(|it| it.id.as_str()), places::audience_page),
            source_line,
            sources: self.sources(sources),
            text_at,
            contact: contact.as_deref(),
            amendments: amendments.iter().map(|it| self.amendment(it)).collect(),
            note: note.as_deref(),
            to_copy,
            original: original.as_ref(),
            original_href: original.as_ref().and_then(|it| self.published_original(it)),
            permalink: self.site.places.excerpt(excerpt),
        }
    }

    fn life(&self, number: ExcerptNumber) -> Option<LifeData<'a>> {
        let life = self.site.view.web.lives.get(number)?;
        let begun = |first: &PeriodView| life.periods.len() > 1 && !first.own && first.key == NOT_COMMENCED;
        let quiet_start = life.periods.first().is_some_and(begun);
        Some(LifeData { periods: &life.periods, quiet_start, bar: life.bar.as_ref().map(Drawing::new) })
    }

    /// The page of an instrument; without pages, its row.
    fn instrument_address(&self, id: &str) -> Option<String> {
        let places = &self.site.places;
        let row = || {
            let row = self.site.view.instruments.iter().find(|row| row.id == id)?;
            (!places.has_pages()).then(|| places.row(&row.anchor))
        };
        places.instrument(id).or_else(row)
    }

    /// The address of an original; without pages there is none beside, and the site has it where that is published.
    fn published_original(&self, original: &OriginalView) -> Option<String> {
        let path = &original.published.as_ref()?.path;
        if self.site.places.has_pages() { Some(path.clone()) } else { self.site.address(path) }
    }

    fn amendment(&self, amendment: &'a AmendmentView) -> AmendmentData<'a> {
        let href = amendment.row.as_ref().map(|row| self.site.places.row(row));
        AmendmentData { text: &amendment.text, href }
    }

    fn tags<'t>(
        &self,
        tags: &'a [Labelled],
        with_page: impl Iterator<Item = &'t str> + Clone,
        page: impl Fn(&str) -> String,
    ) -> Vec<Tag<'a>> {
        let is_there = |tag: &Labelled| self.site.places.has_pages() && with_page.clone().any(|id| id == tag.key);
        tags.iter().map(|tag| Tag { href: is_there(tag).then(|| page(&tag.key)), name: &tag.name }).collect()
    }

    pub(super) fn sources(&self, sources: &[String]) -> Vec<Value> {
        let words = &self.site.view.words;
        sources.iter().map(|source| Value::safe_string(&rich_text::linked_text(source, words))).collect()
    }

    fn excerpt_page(&self, page: &ExcerptPage<'a>) -> Result<Alone<'a>, RenderError> {
        let ExcerptPage { chapter, excerpt, previous, next } = *page;
        let references = self.site.view.web.excerpts.get(excerpt.number);
        Ok(Alone {
            excerpt: self.excerpt(excerpt, 1)?,
            chapter: chapter_link(chapter),
            previous: previous.map(neighbour),
            next: next.map(neighbour),
            cites: self.lines(references.map_or(&[], |it| &it.cites)),
            cited_by: self.lines(references.map_or(&[], |it| &it.cited_by)),
            elsewhere: self.elsewhere(&excerpt.id, references.map_or(&[], |it| &it.elsewhere)),
        })
    }
}

fn value(data: &impl Serialize) -> Result<Value, RenderError> {
    Value::try_from_serializable(data).map_err(template_fault)
}

fn neighbour(excerpt: &ExcerptView) -> Neighbour<'_> {
    let name = excerpt.title.as_ref().unwrap_or(&excerpt.citation);
    Neighbour { href: places::permalink(&excerpt.id), number: excerpt.number, name }
}
