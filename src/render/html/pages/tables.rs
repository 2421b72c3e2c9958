//! The table of instruments and the list of terms.

use serde::Serialize;

use tera::Value;

use super::super::RenderError;
use super::{Annex, Builder, Reference};
use crate::view::{AnnexKind, InstrumentView, Labelled, StatusView, TermView};

#[derive(Serialize)]
pub(super) struct Instruments<'a> {
    annexes: Vec<Annex<'a>>,
    rows: Vec<Instrument<'a>>,
}

#[derive(Serialize)]
struct Instrument<'a> {
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
    note: Option<&'a str>,
    excerpts: Vec<Reference<'a>>,
}

#[derive(Serialize)]
pub(super) struct Glossary<'a> {
    annexes: Vec<Annex<'a>>,
    terms: &'a [TermView],
}

impl<'a> Builder<'a> {
    pub(super) fn instruments(&self) -> Result<Instruments<'a>, RenderError> {
        let row = |instrument: &'a InstrumentView| {
            Ok(Instrument {
                number: instrument.number,
                anchor: &instrument.anchor,
                href: self.site.places.instrument(&instrument.id),
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

    pub(super) fn glossary(&self) -> Result<Glossary<'a>, RenderError> {
        Ok(Glossary { annexes: self.annexes(AnnexKind::Glossary)?, terms: &self.site.view.glossary })
    }
}
