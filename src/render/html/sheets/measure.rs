//! About how tall a piece of a page is on a screen 1280 px wide. No browser is asked, so this is an estimate on the safe side:
//! `tests/checkers/html-budget` measures what comes out.

use super::SheetLimits;
use super::frame::CutFrame;
use super::tree::{Element, HtmlNode};

/// What a piece takes of a sheet.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Size {
    pub(super) bytes: usize,
    pub(super) pixels: usize,
}

impl Size {
    pub(super) fn fits(self, room: Size) -> bool {
        self.bytes <= room.bytes && self.pixels <= room.pixels
    }

    pub(super) fn and(self, other: Size) -> Size {
        Size { bytes: self.bytes + other.bytes, pixels: self.pixels + other.pixels }
    }

    pub(super) fn without(self, other: Size) -> Size {
        Size { bytes: self.bytes.saturating_sub(other.bytes), pixels: self.pixels.saturating_sub(other.pixels) }
    }

    /// Returns a part of it, in hundredths.
    pub(super) fn percent(self, percent: usize) -> Size {
        Size { bytes: self.bytes / 100 * percent, pixels: self.pixels / 100 * percent }
    }
}

impl SheetLimits {
    /// Returns the room for what is cut, beside what every sheet has. A long sheet begins with a list to jump, which is made when it is
    /// known what the sheet has.
    pub(super) fn beside(self, frame: Size) -> Size {
        Size { bytes: self.bytes, pixels: self.pixels }.without(frame).percent(90)
    }

    /// Returns how many bytes a page has at most that is small whatever it shows: the shortest lines have so many bytes a pixel.
    pub(super) fn surely_fits(self) -> usize {
        self.bytes.min(self.pixels * 5 / 2)
    }
}

/// A line of running text, with the space between lines, and one of small text.
const LINE: usize = 27;
const SMALL_LINE: usize = 23;
/// Letters in a line of running text.
const LETTERS: usize = 78;
/// Of small text. A span of some of them begins a line of its own.
const SMALL: [&str; 14] = [
    "of",
    "mark",
    "terms",
    "tally",
    "provenance",
    "duties",
    "facts",
    "stack",
    "relations",
    "changed-words",
    "change-note",
    "about",
    "instruments",
    "source-line",
];
const OWN_LINE: [&str; 3] = ["of", "mark", "terms"];
/// Elements that flow within a line.
const INLINE: [&str; 14] =
    ["a", "b", "em", "strong", "span", "small", "sup", "time", "cite", "del", "ins", "code", "label", "i"];

/// Returns what is around `main`: the same on every sheet, but for what stands beside it.
pub(super) fn frame(frame: &CutFrame) -> Size {
    Size { bytes: frame.bytes(), pixels: 900 }
}

pub(super) fn node(node: &HtmlNode) -> Size {
    let mut flow = Flow::new(LETTERS, LINE);
    flow.node(node);
    Size { bytes: node.whole().len(), pixels: flow.end() }
}

pub(super) fn element(element: &Element) -> Size {
    let mut flow = Flow::new(LETTERS, LINE);
    flow.element(element);
    Size { bytes: element.whole.len(), pixels: flow.end() }
}

/// Text that flows into lines.
#[derive(Clone, Copy)]
struct Flow {
    /// How many letters fit in a line.
    letters: usize,
    /// How tall a line is.
    height: usize,
    /// How many letters are in the present paragraph.
    line: usize,
    pixels: usize,
}

impl Flow {
    fn new(letters: usize, height: usize) -> Self {
        Flow { letters, height, line: 0, pixels: 0 }
    }

    fn node(&mut self, node: &HtmlNode) {
        match node {
            HtmlNode::Text(text) => self.text(text),
            HtmlNode::Element(element) => self.element(element),
        }
    }

    /// The ends of the template's lines are spaces within a paragraph, and nothing between two.
    fn text(&mut self, text: &str) {
        if self.line > 0 || text.contains(|letter: char| !letter.is_whitespace()) {
            self.line += letters(text);
        }
    }

    fn element(&mut self, element: &Element) {
        match element.name {
            _ if element.is_hidden() => {}
            name if INLINE.contains(&name) && !has_one_of(element, &OWN_LINE) => {
                element.children.iter().for_each(|child| self.node(child));
            }
            "br" => self.take(0),
            "svg" => self.take(drawing(element)),
            "tr" => self.take(row(element, self.letters)),
            "input" | "button" => self.line += 10,
            "select" | "textarea" | "img" => self.take(2 * LINE),
            // The rest is folded away.
            "details" if !element.has_class("fold") => {
                let summary = element.elements().next().map_or(0, |summary| self.block(summary));
                self.take(summary);
            }
            _ => {
                let block = self.block(element);
                self.take(block);
            }
        }
    }

    /// Takes room below the present paragraph, which ends.
    fn take(&mut self, pixels: usize) {
        self.pixels += self.line.div_ceil(self.letters) * self.height + pixels;
        self.line = 0;
    }

    fn end(mut self) -> usize {
        self.take(0);
        self.pixels
    }

    fn block(&self, element: &Element) -> usize {
        let is_small = self.height > SMALL_LINE && has_one_of(element, &SMALL);
        let mut inner = match is_small {
            true => Flow::new(self.letters * self.height / SMALL_LINE, SMALL_LINE),
            false => Flow::new(self.letters, self.height),
        };
        element.children.iter().for_each(|child| inner.node(child));
        let columns = if element.has_class("columns") { 2 } else { 1 };
        inner.end() / columns + space(element)
    }
}

fn has_one_of(element: &Element, classes: &[&str]) -> bool {
    classes.iter().any(|class| element.has_class(class))
}

/// Space around a block.
fn space(element: &Element) -> usize {
    match element.name {
        "li" if has_one_of(element, &["duty", "tick"]) => 34,
        "article" => 90,
        "h1" | "h2" => 60,
        "h3" => 44,
        "h4" | "h5" | "h6" => 34,
        "table" | "dl" => 20,
        "ul" | "ol" => 16,
        "p" | "dd" | "section" => 14,
        "li" => 12,
        "header" | "footer" => 10,
        "dt" => 8,
        _ => 4,
    }
}

/// Cells stand beside each other, wider for more text, in a table wider than running text.
fn row(row: &Element, letters: usize) -> usize {
    let lengths: Vec<usize> = row.elements().map(|cell| words(cell).max(1)).collect();
    let columns = lengths.iter().filter(|length| **length > 1).count().max(1);
    let all: usize = lengths.iter().sum();
    let cell = |(cell, length): (&Element, usize)| {
        let narrowest = if columns > 1 { all / (2 * columns) } else { all };
        let width = letters * 3 / 2 * length.max(narrowest) / all;
        Flow::new(width.max(8), SMALL_LINE).block(cell)
    };
    row.elements().zip(lengths).map(cell).max().unwrap_or(0) + 14
}

/// How many letters of an element are seen.
fn words(element: &Element) -> usize {
    let of = |child: &HtmlNode| match child {
        HtmlNode::Text(text) => letters(text),
        HtmlNode::Element(inner) if inner.is_hidden() => 0,
        HtmlNode::Element(inner) => words(inner),
    };
    element.children.iter().map(of).sum()
}

/// As tall as it is drawn, in a column of 700 px.
fn drawing(svg: &Element) -> usize {
    let view_box = svg.attribute("viewBox").unwrap_or_default();
    let mut numbers = view_box.split(' ').skip(2).filter_map(|number| number.parse::<usize>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(width), Some(height)) if width > 0 => height * 700_usize.min(width * 2) / width,
        _ => LINE,
    }
}

fn letters(text: &str) -> usize {
    let trimmed = text.trim_matches(['\n', ' ']);
    trimmed.chars().filter(|letter| *letter != '\n').count() + usize::from(trimmed.len() < text.len())
}
