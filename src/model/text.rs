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

/// A block of a body. Closed: a new kind stops the compiler in every renderer.
#[derive(Clone, PartialEq, Debug)]
pub enum Block {
    Paragraph(Vec<Inline>),
    /// Only in guidance. Level 1 is the first level below the title of the piece.
    Heading {
        level: u8,
        content: Vec<Inline>,
    },
    /// Legal points and list items alike: each keeps the exact label that is in the source.
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

/// A table with a head.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    pub alignment: Vec<Alignment>,
    pub head: Vec<Vec<Inline>>,
    /// Every row has as many cells as the head.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// The alignment of a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Alignment {
    Start,
    Centre,
    End,
}

/// An image with its description.
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

/// A piece of running text. Closed, as [`Block`] is.
#[derive(Clone, PartialEq, Debug)]
pub enum Inline {
    Text(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    /// A name for a machine: a host name, a setting. Set in the text's own font.
    Code(String),
    /// A line break that the editor wrote.
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

/// The sign in a quotation for words that are left out.
pub const OMISSION: &str = "[…]";

/// The words of a body in reading order, labels of points included: for search, for looking at every character, for
/// comparing wordings.
///
/// Every paragraph, heading, table row, image and caption is one line; the first line of a point begins with its label.
/// Within a line all white space, no-break spaces and line breaks included, is one space; there is none at its ends, and
/// no line is empty. Footnotes follow the body; their marks, and references without words of their own, leave no trace.
pub fn plain_text(body: &Body) -> String {
    let Body { blocks, footnotes } = body;
    let mut lines = Lines { lines: Vec::new(), label: String::new() };
    lines.blocks(blocks);
    footnotes.iter().for_each(|note| lines.blocks(note));
    lines.lines.join("\n")
}

/// Whether a body has nothing to read: no word, no label, no image.
pub fn is_blank(body: &Body) -> bool {
    fn blank(block: &Block) -> bool {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => wordless(content),
            Block::Points(points) => points.iter().all(|it| it.label.trim().is_empty() && it.blocks.iter().all(blank)),
            Block::Quote(inner) => inner.iter().all(blank),
            Block::Table(table) => std::iter::once(&table.head).chain(&table.rows).flatten().all(|cell| wordless(cell)),
            Block::Image(_) => false,
        }
    }
    body.blocks.iter().chain(body.footnotes.iter().flatten()).all(blank)
}

fn wordless(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text(words) | Inline::Code(words) | Inline::Cite { words, .. } => words.trim().is_empty(),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => wordless(inner),
        Inline::Reference { words, .. } => words.as_deref().unwrap_or_default().trim().is_empty(),
        Inline::Break | Inline::FootnoteRef(_) => true,
    })
}

/// The words of one paragraph, heading or cell, on one line as in [`plain_text`].
pub fn plain_line(content: &[Inline]) -> String {
    let mut words = String::new();
    push_words(content, &mut words);
    one_line(&words)
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Lines {
    lines: Vec<String>,
    /// Labels of points that still wait for the line they begin.
    label: String,
}

impl Lines {
    fn push(&mut self, words: &str) {
        let label = std::mem::take(&mut self.label);
        let line = one_line(&format!("{label}{words}"));
        if !line.is_empty() {
            self.lines.push(line);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                // How a heading, a cell or a word is set is no word of it.
                Block::Paragraph(content) | Block::Heading { level: _, content } => self.push(&plain_line(content)),
                Block::Points(points) => points.iter().for_each(|point| self.point(point)),
                Block::Quote(inner) => self.blocks(inner),
                Block::Table(Table { alignment: _, head, rows }) => std::iter::once(head).chain(rows).for_each(|row| {
                    self.push(&row.iter().map(|cell| plain_line(cell)).collect::<Vec<_>>().join(" "));
                }),
                // Which file it is, is no word either; who compares pictures looks at [`images`].
                Block::Image(Image { path: _, alt, caption, range: _ }) => {
                    self.push(alt);
                    self.push(caption.as_deref().unwrap_or_default());
                }
            }
        }
    }

    fn point(&mut self, point: &Point) {
        let Point { label, blocks } = point;
        self.label.push_str(label);
        self.label.push(' ');
        if blocks.is_empty() {
            self.push("");
        }
        self.blocks(blocks);
    }
}

fn push_words(content: &[Inline], into: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(words) | Inline::Code(words) | Inline::Cite { words, found: _, range: _ } => {
                into.push_str(words);
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { url: _, content: inner } => {
                push_words(inner, into);
            }
            Inline::Break => into.push(' '),
            Inline::Reference { id: _, words, range: _ } => into.push_str(words.as_deref().unwrap_or_default()),
            Inline::FootnoteRef(_) => {}
        }
    }
}
