//! The table of instruments, which every edition has, as an annex or not.

use serde::Serialize;
use tera::Value;

use super::super::Builder;
use super::super::guidance::AnnexLink;
use super::super::links::Reference;
use super::{AnnexAddress, AnnexShown, Single};
use crate::render::RenderError;
use crate::render::html::places;
use crate::view::{AnnexView, InstrumentView, Labelled, StatusView, TextAtView, View};

pub(super) const SHOWN: AnnexShown = AnnexShown {
    page: AnnexAddress::Always(places::INSTRUMENTS),
    title: Some(|view: &View| &view.words.instruments),
    class: "wide",
    single: Single::Wide,
    anchors: |view: &View| view.instruments.iter().map(|row| row.anchor.as_str()).collect(),
};

#[derive(Serialize)]
pub(super) struct InstrumentsPage<'a> {
    annexes: Vec<AnnexLink<'a>>,
    rows: Vec<InstrumentPageRow<'a>>,
}

#[derive(Serialize)]
struct InstrumentPageRow<'a> {
    number: u32,
    anchor: &'a str,
    /// The page of the instrument.
    href: Option<String>,
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
    text_at: &'a TextAtView,
    contact: &'a str,
    note: Option<&'a str>,
    excerpts: Vec<Reference<'a>>,
}

pub(super) fn data<'a>(
    on: &Builder<'a>,
    annexes: Vec<AnnexLink<'a>>,
    _: Option<&'a AnnexView>,
) -> Result<InstrumentsPage<'a>, RenderError> {
    let rows = on.site.view.instruments.iter().map(|row| on.instrument_row(row)).collect::<Result<_, _>>()?;
    Ok(InstrumentsPage { annexes, rows })
}

impl<'a> Builder<'a> {
    fn instrument_row(&self, row: &'a InstrumentView) -> Result<InstrumentPageRow<'a>, RenderError> {
        let InstrumentView {
            id,
            number,
            anchor,
            citation,
            title,
            issuer,
            issued,
            from,
            until,
            status,
            relations,
            confidence,
            sources,
            text_at,
            contact,
            note,
            excerpts,
            keys: _, // for the search only
        } = row;
        Ok(InstrumentPageRow {
            number: *number,
            anchor,
            href: self.site.places.instrument(id),
            citation,
            title: title.as_deref(),
            issuer,
            issued,
            from,
            until,
            status,
            relations,
            confidence,
            sources: self.sources(sources),
            text_at,
            contact,
            note: note.as_deref(),
            excerpts: self.references(excerpts)?,
        })
    }
}
