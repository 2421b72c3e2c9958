//! The page of one instrument: what it is, what it did and what was done to it, and its excerpts.

use std::borrow::Cow;

use serde::Serialize;
use tera::Value;

use super::super::linked::{self, LinkedObject};
use super::super::{RenderError, Site, places};
use super::drawing::Drawing;
use super::lists::{ChapterGroup, ExcerptLine};
use super::{Builder, PageKind, Pages, each};
use crate::view::{
    ExcerptNumber, InstrumentPageView, InstrumentView, Labelled, RelationTargetView, RelationView, StatusView,
    TextAtView,
};

struct InstrumentPage<'a> {
    row: &'a InstrumentView,
    page: &'a InstrumentPageView,
}

pub(super) fn pages<'a>(site: &Site<'a>) -> Pages<'a> {
    let view = site.view;
    each(view.instruments.iter().zip(&view.web.instruments), |(row, page)| InstrumentPage { row, page })
}

impl PageKind for InstrumentPage<'_> {
    const TEMPLATE: &'static str = "instrument.html";

    fn path(&self) -> String {
        places::instrument_page(&self.row.id)
    }

    fn title<'v>(&'v self, _: &Site<'v>) -> Cow<'v, str> {
        Cow::Borrowed(&self.row.citation)
    }

    fn description(&self) -> Option<&str> {
        Some(&self.page.citation_full)
    }

    fn linked<'v>(&'v self, on: &linked::LinkedWriter<'v>) -> Option<LinkedObject<'v>> {
        Some(on.instrument(self.row, self.page))
    }

    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        Ok(on.instrument(self.row, self.page))
    }
}

#[derive(Serialize)]
struct InstrumentData<'a> {
    citation: &'a str,
    subject: Option<&'a str>,
    status: &'a StatusView,
    kind: &'a str,
    citation_full: &'a str,
    issuer: &'a str,
    signer: &'a str,
    issued: &'a str,
    from: &'a str,
    until: &'a str,
    checked: &'a str,
    confidence: &'a Labelled,
    note: Option<&'a str>,
    sources: Vec<Value>,
    text_at: &'a TextAtView,
    contact: &'a str,
    relations: Vec<RelationLine<'a>>,
    figure: Option<Drawing<'a>>,
    relation_figure: Option<Drawing<'a>>,
    chapters: Vec<ChapterGroup<'a>>,
    cited_by: Vec<ExcerptLine<'a>>,
    /// Its row in the table of instruments.
    row: String,
}

#[derive(Serialize)]
struct RelationLine<'a> {
    verb: &'a str,
    targets: Vec<RelationLink<'a>>,
}

#[derive(Serialize)]
struct RelationLink<'a> {
    /// Below the folder of the site.
    href: Option<String>,
    citation: &'a str,
    basis: &'a str,
}

impl<'a> Builder<'a> {
    fn instrument(&self, row: &'a InstrumentView, page: &'a InstrumentPageView) -> InstrumentData<'a> {
        let InstrumentView {
            anchor,
            citation,
            title,
            issuer,
            issued,
            from,
            until,
            status,
            confidence,
            sources,
            text_at,
            contact,
            note,
            excerpts,
            id: _,        // in the address
            number: _,    // of the row
            relations: _, // here verb by verb
            keys: _,      // for the search only
        } = row;
        let InstrumentPageView {
            id: _, // as above
            kind,
            citation_full,
            signer,
            checked,
            relations,
            cited_by,
            figure,
            relation_figure,
            facts: _, // for programs
        } = page;
        let numbers: Vec<ExcerptNumber> = excerpts.iter().map(|excerpt| excerpt.number).collect();
        InstrumentData {
            citation,
            subject: title.as_deref(),
            status,
            kind,
            citation_full,
            issuer,
            signer,
            issued,
            from,
            until,
            checked,
            confidence,
            note: note.as_deref(),
            sources: self.sources(sources),
            text_at,
            contact,
            relations: relations.iter().map(relation).collect(),
            figure: figure.as_ref().map(Drawing::new),
            relation_figure: relation_figure.as_ref().map(Drawing::new),
            chapters: self.by_chapter(&numbers),
            cited_by: self.lines(cited_by),
            row: format!("{}#{anchor}", places::INSTRUMENTS),
        }
    }
}

fn relation(relation: &RelationView) -> RelationLine<'_> {
    let RelationView { verb, targets, acts: _ } = relation; // in the figure
    RelationLine { verb, targets: targets.iter().map(target).collect() }
}

fn target(target: &RelationTargetView) -> RelationLink<'_> {
    let RelationTargetView { citation, basis, instrument } = target;
    RelationLink { href: instrument.as_deref().map(places::instrument_page), citation, basis }
}
