//! The booklet as a flow of blocks, in the order in which it is read: what the outputs for other programs (Word, EPUB,
//! Markdown) write. It is made of the view once, so that none of them says anything that another leaves out. What a line
//! says, and in which order, is as the templates for paper have it; how it looks is each writer's.
//!
//! A figure of time is given as its table: no reader of these files needs the drawing to have its facts.

mod annexes;
mod body;
mod colophon;
mod duties;
mod excerpt;
mod opening;
mod parts;
mod refer;
mod runs;
mod set;

use std::collections::{BTreeMap, BTreeSet};

use crate::view::{LeftOutView, View};

/// How much of an edition an output has. Each output declares it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutputExtent {
    /// What the booklet on paper prints.
    Paper,
    /// What the site shows.
    Web,
    /// Everything.
    Whole,
    /// What one purpose needs of it.
    Part,
}

/// A booklet as a flow.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct BookletFlow {
    /// In the order in which they are read.
    pub pieces: Vec<FlowPiece>,
    /// Footnotes by their index, counted through the booklet in the order of their marks.
    pub notes: Vec<Vec<FlowBlock>>,
}

/// A piece that begins on a page, or in a file, of its own.
#[derive(Clone, PartialEq, Debug)]
pub struct FlowPiece {
    /// Unique in the flow; letters, digits, `-`: the name of its file.
    pub id: String,
    pub title: String,
    pub kind: PieceKind,
    pub blocks: Vec<FlowBlock>,
}

/// Where a piece is in the booklet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PieceKind {
    Cover,
    /// The list of what there is. Its blocks are its heading: entries are the writer's.
    Contents,
    /// Behind the cover, a part, an annex.
    Outer,
    /// A chapter of a part.
    Chapter,
}

/// A block.
#[derive(Clone, PartialEq, Debug)]
pub enum FlowBlock {
    /// Level 1 is that of a part, 2 of a chapter, 3 of an excerpt.
    Heading {
        level: u8,
        anchor: Option<String>,
        runs: Vec<FlowRun>,
    },
    Paragraph {
        look: ParagraphLook,
        runs: Vec<FlowRun>,
    },
    /// An excerpt or a term, with all that is said of it; a paragraph comes last.
    Entry {
        anchor: String,
        blocks: Vec<FlowBlock>,
    },
    Points(Vec<FlowPoint>),
    Quote(Vec<FlowBlock>),
    Table(FlowTable),
    /// By its path among the images.
    Picture {
        path: String,
        alt: String,
        caption: Option<String>,
    },
}

/// How a paragraph looks, by what it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ParagraphLook {
    Text,
    /// Words beside the text: a tally, a remark.
    Small,
    /// Citation and state below the heading of an excerpt.
    Citation,
    Duty,
    /// Where an excerpt was seen.
    Source,
    Title,
    Subtitle,
    /// A line of the cover.
    Cover,
}

/// A point of the law, or an item of a list.
#[derive(Clone, PartialEq, Debug)]
pub struct FlowPoint {
    /// As in the source: `a)`, `đ)`, `-`.
    pub label: String,
    pub blocks: Vec<FlowBlock>,
}

/// A table. Its head stays with it over pages.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct FlowTable {
    /// For each column, which share of the width it has.
    pub shares: Vec<u16>,
    pub sides: Vec<CellSide>,
    /// A line for each column; empty where the table has no head.
    pub head: Vec<Vec<FlowRun>>,
    pub rows: Vec<Vec<FlowCell>>,
}

/// On which side the words of a column are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CellSide {
    #[default]
    Start,
    Centre,
    End,
}

/// A cell.
#[derive(Clone, PartialEq, Debug)]
pub struct FlowCell {
    pub blocks: Vec<FlowBlock>,
    /// How many columns it covers.
    pub span: usize,
    /// The anchor of the row, in its first cell.
    pub anchor: Option<String>,
}

/// A part of a line.
#[derive(Clone, PartialEq, Debug)]
pub enum FlowRun {
    Text {
        text: String,
        look: RunLook,
    },
    Break,
    Link {
        to: LinkTarget,
        runs: Vec<FlowRun>,
    },
    /// The mark of a footnote, by its index.
    Note {
        index: usize,
        again: bool,
    },
}

/// Where a link leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LinkTarget {
    /// A place of the flow.
    Anchor(String),
    /// On the web.
    Address(String),
}

/// How words look.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RunLook {
    pub is_bold: bool,
    pub is_italic: bool,
    /// Typed as it is, character by character.
    pub is_code: bool,
    pub is_raised: bool,
    pub is_struck: bool,
    pub is_underlined: bool,
    /// In English.
    pub is_english: bool,
}

/// Returns the flow of an edition.
pub fn flow(view: &View, extent: OutputExtent) -> BookletFlow {
    let web;
    let view = if extent == OutputExtent::Web {
        web = view.on_web();
        &*web
    } else {
        view
    };
    let mut flow = FlowWriter::new(view, extent).written();
    set::set(&mut flow);
    flow
}

/// Writes the flow of a view.
struct FlowWriter<'v> {
    view: &'v View,
    /// What this extent leaves out, by its anchor.
    left_out: BTreeMap<&'v str, &'v LeftOutView>,
    /// The anchors of the excerpts that it has.
    excerpts: BTreeSet<&'v str>,
    /// Whether the table of instruments is there, to whose rows links lead.
    shows_instruments: bool,
    shows_glossary: bool,
    notes: Vec<Vec<FlowBlock>>,
}

impl<'v> FlowWriter<'v> {
    fn new(view: &'v View, extent: OutputExtent) -> Self {
        let on_paper = extent == OutputExtent::Paper && !view.paper.full;
        let left_out = view.paper.left_out.iter().filter(|_| on_paper);
        let left_out: BTreeMap<&str, &LeftOutView> = left_out.map(|it| (it.anchor.as_str(), it)).collect();
        let chapters = view.parts.iter().flat_map(|part| &part.chapters);
        let excerpts = chapters.flat_map(|chapter| &chapter.excerpts).map(|it| it.anchor.as_str());
        let excerpts = excerpts.filter(|anchor| !left_out.contains_key(anchor)).collect();
        let shows = |kind| view.annexes.iter().any(|it| it.kind == kind && !left_out.contains_key(it.anchor.as_str()));
        FlowWriter {
            shows_instruments: shows(crate::view::AnnexKind::Instruments),
            shows_glossary: shows(crate::view::AnnexKind::Glossary),
            view,
            left_out,
            excerpts,
            notes: Vec::new(),
        }
    }

    fn has(&self, anchor: &str) -> bool {
        !self.left_out.contains_key(anchor)
    }

    fn written(mut self) -> BookletFlow {
        let mut pieces = self.opening();
        pieces.extend(self.parts());
        pieces.extend(self.annexes());
        pieces.push(self.colophon());
        BookletFlow { pieces, notes: self.notes }
    }
}

impl BookletFlow {
    /// Returns the parts of the booklet that the contents name: the piece, and its level there.
    pub fn outline(&self) -> impl Iterator<Item = (&FlowPiece, u8)> {
        let level = |piece: &FlowPiece| match piece.kind {
            PieceKind::Cover | PieceKind::Contents => None,
            PieceKind::Outer => Some(1),
            PieceKind::Chapter => Some(2),
        };
        self.pieces.iter().filter_map(move |piece| Some((piece, level(piece)?)))
    }
}

impl BookletFlow {
    /// Returns every anchor that a link can lead to.
    pub fn anchors(&self) -> BTreeSet<&str> {
        self.pieces.iter().flat_map(FlowPiece::anchors).collect()
    }
}

fn anchors_of<'f>(blocks: &'f [FlowBlock], into: &mut BTreeSet<&'f str>) {
    for block in blocks {
        match block {
            FlowBlock::Heading { anchor, .. } => into.extend(anchor.as_deref()),
            FlowBlock::Entry { anchor, blocks } => {
                into.insert(anchor);
                anchors_of(blocks, into);
            }
            FlowBlock::Points(points) => points.iter().for_each(|point| anchors_of(&point.blocks, into)),
            FlowBlock::Quote(blocks) => anchors_of(blocks, into),
            FlowBlock::Table(table) => into.extend(table.rows.iter().flatten().filter_map(|it| it.anchor.as_deref())),
            FlowBlock::Paragraph { .. } | FlowBlock::Picture { .. } => {}
        }
    }
}

impl FlowPiece {
    /// Returns every anchor within it.
    pub fn anchors(&self) -> BTreeSet<&str> {
        let mut anchors = BTreeSet::new();
        anchors_of(&self.blocks, &mut anchors);
        anchors
    }

    /// Returns the anchor of its heading.
    pub fn anchor(&self) -> Option<&str> {
        match self.blocks.first()? {
            FlowBlock::Heading { anchor, .. } => anchor.as_deref(),
            FlowBlock::Paragraph { .. }
            | FlowBlock::Entry { .. }
            | FlowBlock::Points(_)
            | FlowBlock::Quote(_)
            | FlowBlock::Table(_)
            | FlowBlock::Picture { .. } => None,
        }
    }
}

/// Returns a cell of a head.
pub fn head_cell(runs: &[FlowRun]) -> FlowCell {
    runs::cell(runs.to_vec())
}
