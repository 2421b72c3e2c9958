//! The index, the table of standards, and the end of the page about the booklet: as the last pages of the paper have them.

use serde::Serialize;

use super::super::RenderError;
use super::timeline::{Shape, shapes};
use super::{Annex, Builder, Reference};
use crate::view::{
    AnnexKind, ColophonView, FactView, IndexEntry, IndexRun, IndexView, Notice, StandardRow, StandardsView, StatusView,
};

#[derive(Serialize)]
pub(super) struct Words<'a> {
    annexes: Vec<Annex<'a>>,
    intro: &'a [String],
    letters: Vec<Letter<'a>>,
}

#[derive(Serialize)]
struct Letter<'a> {
    anchor: &'a str,
    letter: &'a str,
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    text: &'a str,
    also: Option<&'a str>,
    /// Where the glossary explains it, or the row of an instrument in the table.
    href: Option<String>,
    note: Option<&'a str>,
    runs: Vec<Run<'a>>,
}

#[derive(Serialize)]
struct Run<'a> {
    text: &'a str,
    first: Reference<'a>,
    last: Option<Reference<'a>>,
}

#[derive(Serialize)]
pub(super) struct Standards<'a> {
    annexes: Vec<Annex<'a>>,
    intro: &'a [String],
    rows: Vec<Standard<'a>>,
}

#[derive(Serialize)]
struct Standard<'a> {
    number: u32,
    citation: &'a str,
    title: Option<&'a str>,
    href: Option<String>,
    issued_with: &'a [String],
    status: Option<&'a StatusView>,
    note: Option<&'a str>,
    excerpts: Vec<Reference<'a>>,
}

/// How the booklet was made, how to check it, and where it is published.
#[derive(Serialize)]
pub(super) struct Colophon<'a> {
    facts: &'a [FactView],
    notices: &'a [Notice],
    web: Option<Web<'a>>,
    no_web: Option<&'a str>,
}

#[derive(Serialize)]
struct Web<'a> {
    address: &'a str,
    code: Option<Code<'a>>,
}

#[derive(Serialize)]
struct Code<'a> {
    caption: &'a str,
    alt: &'a str,
    width: i32,
    height: i32,
    shapes: Vec<Shape>,
    /// A code has none; the template of drawings asks.
    texts: [(); 0],
}

impl<'a> Builder<'a> {
    pub(super) fn words(&self, index: &'a IndexView) -> Result<Words<'a>, RenderError> {
        let letters = index.letters.iter().map(|letter| {
            let entries = letter.entries.iter().map(|entry| self.entry(entry)).collect::<Result<_, _>>()?;
            Ok(Letter { anchor: &letter.anchor, letter: &letter.letter, entries })
        });
        Ok(Words {
            annexes: self.annexes(AnnexKind::Index)?,
            intro: &index.intro,
            letters: letters.collect::<Result<_, RenderError>>()?,
        })
    }

    fn entry(&self, entry: &'a IndexEntry) -> Result<Entry<'a>, RenderError> {
        let run = |run: &'a IndexRun| {
            let last = run.last.as_ref().map(|last| self.reference(last)).transpose()?;
            Ok(Run { text: &run.text, first: self.reference(&run.first)?, last })
        };
        let target = entry.definition.as_ref().or(entry.row.as_ref());
        Ok(Entry {
            text: &entry.text,
            also: entry.also.as_deref(),
            href: target.map(|anchor| self.site.places.href(&self.spot, anchor)).transpose()?,
            note: entry.note.as_deref(),
            runs: entry.runs.iter().map(run).collect::<Result<_, RenderError>>()?,
        })
    }

    pub(super) fn standards(&self, table: &'a StandardsView) -> Result<Standards<'a>, RenderError> {
        let row = |row: &'a StandardRow| {
            Ok(Standard {
                number: row.number,
                citation: &row.citation,
                title: row.title.as_deref(),
                href: row.row.as_ref().map(|anchor| self.site.places.row(anchor)),
                issued_with: &row.issued_with,
                status: row.status.as_ref(),
                note: row.note.as_deref(),
                excerpts: self.references(&row.excerpts)?,
            })
        };
        Ok(Standards {
            annexes: self.annexes(AnnexKind::Standards)?,
            intro: &table.intro,
            rows: table.rows.iter().map(row).collect::<Result<_, RenderError>>()?,
        })
    }
}

pub(super) fn colophon(view: &ColophonView) -> Colophon<'_> {
    let web = view.web.as_ref().map(|web| Web {
        address: &web.address,
        code: web.code.as_ref().map(|code| Code {
            caption: &code.caption,
            alt: &code.alt,
            width: code.width,
            height: code.height,
            shapes: shapes(&code.shapes),
            texts: [],
        }),
    });
    Colophon { facts: &view.facts, notices: &view.notices, web, no_web: view.no_web.as_deref() }
}
