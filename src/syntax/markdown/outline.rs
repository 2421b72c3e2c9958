//! Nests points. Editors write the hierarchy of a provision without indentation, so the kind of the label decides:
//! number over letter over dash over plus. Indentation, where there is any, wins. A bullet has no level of its own: the
//! first goes inside what is open, and so do dashes below it.
//!
//! - A point two columns or more to the right of an open point belongs to it, whatever its label.
//! - A point two columns or more to the left closes it.
//! - At about the same column, a smaller kind goes inside, an equal or larger kind closes.
//! - A block without a label (a paragraph after an empty line, a table, a quotation) belongs to the innermost point
//!   whose label stands two columns or more to the left of it; at the margin it is outside all points.

use std::ops::Range;

use super::order;
use super::points::{Label, LabelKind};
use crate::model::text::{Block, Point};

/// Columns by which one thing must stand to the right of another to be inside it.
const STEP: usize = 2;

/// The blocks of one container (the body, a quotation, a footnote) as they come in.
pub struct Outline {
    root: OutlineLevel,
    open: Vec<OpenLevel>,
    /// How many points may be open at a time.
    room: usize,
}

#[derive(Default)]
struct OutlineLevel {
    blocks: Vec<Block>,
    /// The label of the last point, as long as its list goes on.
    trail: Option<Label>,
}

struct OpenLevel {
    label: Label,
    column: usize,
    level: OutlineLevel,
}

/// Faults of a point just opened.
pub struct Opened {
    /// The label before it in the list and what is missing between the two.
    pub gap: Option<(String, String)>,
    /// It would be nested too deep, and was put beside the innermost point instead.
    pub too_deep: bool,
}

impl Outline {
    /// An empty outline; `room` is how many points may be open at a time.
    pub fn new(room: usize) -> Self {
        Outline { root: OutlineLevel::default(), open: Vec::new(), room }
    }

    /// Begins a point; what comes next is its content.
    pub fn point(&mut self, label: Label, column: usize) -> Opened {
        self.reconsider(&label);
        let label = self.in_context(label);
        while let Some(top) = self.open.last() {
            let deeper = column >= top.column + STEP;
            let level = top.column < column + STEP;
            if deeper || (level && self.is_smaller(label.kind, top.label.kind)) {
                break;
            }
            self.close();
        }
        let too_deep = self.open.len() >= self.room;
        if too_deep {
            self.close();
        }
        let before = self.level().trail.as_ref();
        let gap = before.and_then(|before| Some((before.text.clone(), order::missing(before, &label)?)));
        self.open.push(OpenLevel { label, column, level: OutlineLevel::default() });
        Opened { gap, too_deep }
    }

    fn is_smaller(&self, kind: LabelKind, than: LabelKind) -> bool {
        let below_bullet = than == LabelKind::Bullet && matches!(kind, LabelKind::Dash | LabelKind::Plus);
        kind > than || (below_bullet && !self.open.iter().any(|open| open.label.kind == kind))
    }

    /// Whether a label is the next one of an open list.
    pub fn continues(&self, label: &Label) -> bool {
        self.open.iter().any(|open| order::follows(&open.label, label))
    }

    /// Whether a point of the label's kind is open, in either reading.
    pub fn has_open(&self, label: &Label) -> bool {
        let kinds = |label: &Label| [Some(label.kind), label.other_reading().map(|other| other.kind)];
        let own = kinds(label);
        self.open.iter().flat_map(|open| kinds(&open.label)).flatten().any(|kind| own.contains(&Some(kind)))
    }

    /// The reading of a label that continues an open list, where its signs have two.
    fn in_context(&self, label: Label) -> Label {
        let other = if self.continues(&label) { None } else { label.other_reading() };
        other.filter(|other| self.continues(other)).unwrap_or(label)
    }

    /// `i)` before `ii)` was a Roman number, unless it followed `h)`.
    fn reconsider(&mut self, next: &Label) {
        let Some((top, below)) = self.open.split_last_mut() else { return };
        let list = below.last().map_or(&self.root, |open| &open.level).trail.as_ref();
        let first = list.is_none_or(|before| !order::follows(before, &top.label));
        if let Some(other) = top.label.other_reading().filter(|other| first && order::follows(other, next)) {
            top.label = other;
        }
    }

    /// Adds a block that is at this column.
    pub fn block(&mut self, block: Block, column: usize) {
        self.leave(column);
        self.content(block);
    }

    /// Closes the points that something at this column is outside of. Returns whether that is all of them.
    pub fn leave(&mut self, column: usize) -> bool {
        while self.open.last().is_some_and(|top| column < top.column + STEP) {
            self.close();
        }
        self.open.is_empty()
    }

    /// Adds a block to the innermost open point.
    pub fn content(&mut self, block: Block) {
        let level = self.level();
        level.trail = None;
        level.blocks.push(block);
    }

    /// Returns how many levels are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Closes all levels and returns the blocks at the margin.
    pub fn finish(mut self) -> Vec<Block> {
        while !self.open.is_empty() {
            self.close();
        }
        self.root.blocks
    }

    fn level(&mut self) -> &mut OutlineLevel {
        match self.open.last_mut() {
            Some(open) => &mut open.level,
            None => &mut self.root,
        }
    }

    fn close(&mut self) {
        let Some(OpenLevel { label, level, .. }) = self.open.pop() else { return };
        let point = Point { label: label.text.clone(), blocks: level.blocks };
        let parent = self.level();
        let same_list = parent.trail.as_ref().is_some_and(|last| last.kind == label.kind);
        parent.trail = Some(label);
        match parent.blocks.last_mut() {
            Some(Block::Points(points)) if same_list => points.push(point),
            _ => parent.blocks.push(Block::Points(vec![point])),
        }
    }
}

/// Columns of positions in a text, found in one pass: positions come in ascending order, nearly always.
///
/// A tab goes to the next multiple of four. Behind the mark of a quotation columns count anew, so that `>` and `> ` before
/// equal lines make no difference.
pub struct Columns {
    at: usize,
    column: usize,
    /// The last character was the mark of a quotation, whose one space does not count.
    marked: bool,
}

impl Columns {
    /// Counts the columns of the line that begins at this byte.
    pub fn new(start: usize) -> Self {
        Columns { at: start, column: 0, marked: false }
    }

    /// Returns the column of a byte, from 0; positions must not decrease within a line.
    pub fn of(&mut self, text: &str, position: usize) -> usize {
        if position < self.at {
            *self = Columns::new(text.get(..position).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1));
        }
        for sign in text.get(self.at..position).unwrap_or_default().chars() {
            let marked = std::mem::replace(&mut self.marked, sign == '>');
            self.column = match sign {
                '\n' | '>' => 0,
                ' ' if marked => 0,
                '\t' => (self.column / 4 + 1) * 4,
                _ => self.column + 1,
            };
        }
        self.at = self.at.max(position);
        self.column
    }

    /// Declares the column of a position: a footnote's text begins at the indentation of its further lines.
    pub fn declare(&mut self, position: usize, column: usize) {
        *self = Columns { at: position, column, marked: false };
    }
}

/// `range` without white space at its ends.
pub fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(slice) = text.get(range.clone()) else { return range };
    let start = range.end - slice.trim_start().len();
    start..(range.start + slice.trim_end().len()).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns() {
        let text = "a\n  b\n\tc\n> d\n>e\n>  > f";
        let mut columns = Columns::new(0);
        for (sign, expected) in [('a', 0), ('b', 2), ('c', 4), ('d', 0), ('e', 0), ('f', 0), ('b', 2)] {
            assert_eq!(columns.of(text, text.find(sign).unwrap()), expected, "{sign}");
        }
    }

    #[test]
    fn trimming() {
        assert_eq!(trimmed(" a \n", 0..4), 1..2);
        assert_eq!(trimmed("  ", 0..2), 2..2);
    }
}
