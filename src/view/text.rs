//! The text of an excerpt or a piece of guidance as the view has it: a closed tree, which each engine walks.

use serde::Serialize;

use super::ExcerptNumber;

/// A body: its blocks and its footnotes.
#[derive(Serialize, Clone, Debug, Default)]
pub struct BodyView {
    pub blocks: Vec<BlockView>,
    /// The first note is number 1.
    pub footnotes: Vec<Vec<BlockView>>,
}

/// A block of a body, as both outputs print it.
#[derive(Serialize, Clone, Debug)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum BlockView {
    Paragraph {
        content: Vec<InlineView>,
    },
    /// Level 1 is directly below the title of the piece of guidance.
    Heading {
        level: u8,
        content: Vec<InlineView>,
    },
    Points {
        points: Vec<PointView>,
    },
    Quote {
        blocks: Vec<BlockView>,
    },
    Table {
        /// `start`, `centre`, `end` for each column.
        alignment: Vec<String>,
        head: Vec<Vec<InlineView>>,
        rows: Vec<Vec<Vec<InlineView>>>,
    },
    Image {
        /// Path among the artifacts' images, `images/so-do.svg`.
        path: String,
        alt: String,
        caption: Option<String>,
    },
}

/// A point or an item of a list, with what is below it.
#[derive(Serialize, Clone, Debug)]
pub struct PointView {
    /// Exactly as in the source: `a)`, `đ)`, `1.`, `-`.
    pub label: String,
    pub blocks: Vec<BlockView>,
}

/// A part of a paragraph, as both outputs print it.
#[derive(Serialize, Clone, Debug)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum InlineView {
    Text {
        text: String,
    },
    Emphasis {
        content: Vec<InlineView>,
    },
    Strong {
        content: Vec<InlineView>,
    },
    Code {
        text: String,
    },
    Break,
    /// To the web: `http:`, `https:`, `mailto:`.
    Link {
        url: String,
        content: Vec<InlineView>,
    },
    /// To an excerpt of this edition.
    Internal {
        anchor: String,
        /// Id of the page that prints the target.
        chapter: String,
        /// The target's number in the booklet.
        number: ExcerptNumber,
        text: String,
    },
    /// To a row of the table of instruments.
    Instrument {
        anchor: String,
        text: String,
    },
    Footnote {
        /// Counted from 1 within the body.
        number: u32,
        /// True where an earlier place of the same body already refers to this note.
        again: bool,
    },
    /// Raised like the marks of footnotes: what is between two of them, lest 1 and 2 be read as 12.
    Raised {
        text: String,
    },
}
