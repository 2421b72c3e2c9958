//! Markdown to the closed tree of [`crate::model::text`].
//!
//! `pulldown-cmark` reads the CommonMark; what is legal drafting and not CommonMark is read here. In the order of the
//! work:
//!
//! - [`characters`] looks at what entities stand for, before anything else sees it;
//! - [`blocks`] walks the events and sees to every kind of block;
//! - [`inline`] collects the content of one paragraph, heading or cell, still tied to the bytes it came from;
//! - [`points`] recognises the labels of legal points, [`beginnings`] distinguishes them from prose, [`outline`] nests them, [`order`]
//!   notices gaps in them;
//! - [`raw`] reports signs of Markdown that formed nothing, [`address`] what links may lead to;
//! - [`words`] turns collected text to the final inlines with the editor's references, [`citations`] finds those of instruments
//!   in the paragraph as one text, which [`flat`] makes;
//! - [`notes`] numbers the footnotes; [`form`] looks at the body as a whole.
//!
//! Nothing is dropped in silence: whatever the tree cannot hold becomes a finding, and its readable words stay.

mod address;
mod beginnings;
mod blocks;
mod characters;
mod citations;
mod flat;
mod form;
mod image;
mod inline;
mod notes;
mod order;
mod outline;
mod points;
mod raw;
mod reader;
mod run;
mod table;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub(crate) use image::stays_inside;

use crate::diag::{FileId, Sink};
use crate::model::text::Body;

/// What `camnang new` writes where the editor's words belong.
pub use crate::model::draft::PLACEHOLDER;

/// Beyond this many levels, nesting is an accident or an attack; what is deeper is kept at this level and reported.
const DEEPEST: usize = 12;

/// What kind of text this is: what it may hold differs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// The words of one unit of an instrument: no headings.
    Excerpt,
    /// Words of the booklet's own editors.
    Guidance,
}

/// Reads a body. `text` is the whole file's normalised text (NFC, line feeds), `range` the body in it; every byte range,
/// in the tree and in the findings, refers to the whole file.
pub fn parse(text: &str, range: Range<usize>, file: FileId, purpose: Purpose, sink: &mut Sink) -> Body {
    let Some(body) = text.get(range.clone()) else { return Body::default() };
    let mut reader = reader::MarkdownReader::new(text, range.start, body, file, purpose, sink);
    let blocks = blocks::read(&mut reader);
    reader.report_leftovers();
    let body = notes::number(&mut reader, blocks);
    form::check(&mut reader, range, &body);
    body
}
