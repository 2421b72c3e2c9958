//! Rich text: the closed tree that Markdown is parsed to and that every output renders. There is no raw markup in it,
//! of any kind. The enums are matched without wildcard arms, so that a new kind breaks every renderer at compile time.

use std::ops::Range;

use super::citation::Found;
use super::ids::ExcerptId;

/// A body: blocks in reading order, with the footnotes they refer to.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Body {
    pub blocks: Vec<Block>,
    /// In the order of first reference; [`Inline::FootnoteRef`] holds an index into this list.
    pub footnotes: Vec<Vec<Block>>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Block {
    Paragraph(Vec<Inline>),
    /// Only in guidance. Level 1 is the first level below the title of the piece.
    Heading {
        level: u8,
        content: Vec<Inline>,
    },
    /// Legal points and list items alike: each keeps the exact label that stands in the source.
    Points(Vec<Point>),
    Quote(Vec<Block>),
    Table(Table),
    Image(Image),
}

/// `a) …`, `đ) …`, `1. …`, `- …`
#[derive(Clone, PartialEq, Debug)]
pub struct Point {
    /// As written, with its punctuation: `a)`, `đ)`, `1.`, `-`, `+`.
    pub label: String,
    pub blocks: Vec<Block>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    pub alignment: Vec<Alignment>,
    pub head: Vec<Vec<Inline>>,
    /// Every row has as many cells as the head.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Alignment {
    Start,
    Centre,
    End,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Image {
    /// Path within the corpus, `images/so-do.svg`.
    pub path: String,
    /// What the picture says, for those who do not see it; never empty.
    pub alt: String,
    pub caption: Option<String>,
    /// Bytes of the source that name the image.
    pub range: Range<usize>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Inline {
    Text(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    /// A name for a machine: a host name, a setting. Set in the text's own font.
    Code(String),
    /// A line break that the editor asked for.
    Break,
    /// `http:`, `https:` or `mailto:` only.
    Link {
        url: String,
        content: Vec<Inline>,
    },
    /// A Vietnamese citation recognised in the text; the words stay as they are.
    Cite {
        words: String,
        found: Box<Found>,
        /// Bytes of the source file's text.
        range: Range<usize>,
    },
    /// `[[id]]` or `[[id|words]]`: an editor's explicit reference to an excerpt.
    Reference {
        id: ExcerptId,
        words: Option<String>,
        range: Range<usize>,
    },
    FootnoteRef(usize),
}

/// Calls `visit` on every inline of the body in reading order, containers before what they contain, footnotes last.
pub fn each_inline<'a>(body: &'a Body, visit: &mut dyn FnMut(&'a Inline)) {
    for block in body.blocks.iter().chain(body.footnotes.iter().flatten()) {
        inlines_of_block(block, visit);
    }
}

fn inlines_of_block<'a>(block: &'a Block, visit: &mut dyn FnMut(&'a Inline)) {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => inlines_of(content, visit),
        Block::Points(points) => {
            points.iter().flat_map(|point| &point.blocks).for_each(|block| inlines_of_block(block, visit));
        }
        Block::Quote(blocks) => blocks.iter().for_each(|block| inlines_of_block(block, visit)),
        Block::Table(table) => {
            table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| inlines_of(cell, visit));
        }
        Block::Image(_) => {}
    }
}

fn inlines_of<'a>(content: &'a [Inline], visit: &mut dyn FnMut(&'a Inline)) {
    for inline in content {
        visit(inline);
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => {
                inlines_of(inner, visit);
            }
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Break
            | Inline::Cite { .. }
            | Inline::Reference { .. }
            | Inline::FootnoteRef(_) => {}
        }
    }
}

/// Every image of the body.
pub fn images(body: &Body) -> Vec<&Image> {
    fn collect<'a>(blocks: &'a [Block], into: &mut Vec<&'a Image>) {
        for block in blocks {
            match block {
                Block::Image(image) => into.push(image),
                Block::Points(points) => points.iter().for_each(|point| collect(&point.blocks, into)),
                Block::Quote(inner) => collect(inner, into),
                Block::Paragraph(_) | Block::Heading { .. } | Block::Table(_) => {}
            }
        }
    }
    let mut found = Vec::new();
    collect(&body.blocks, &mut found);
    body.footnotes.iter().for_each(|blocks| collect(blocks, &mut found));
    found
}
