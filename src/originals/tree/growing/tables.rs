//! Rows of tables: in an annex, a number in the first cell makes a row a unit.

use super::{Growing, LineWords, depth};
use crate::model::provision::UnitKind;
use crate::originals::tree::mark::{self, LineOpening, Numbering};
use crate::originals::tree::{NodeRole, PieceSort};

impl Growing<'_> {
    pub(super) fn row(&mut self, cells: &[&str]) {
        let text = cells.iter().filter(|cell| !cell.is_empty()).copied().collect::<Vec<_>>().join(" ");
        let words = LineWords { cells, ..LineWords::new(&text, PieceSort::Row) };
        self.awaits_title = false;
        if cells.iter().any(|cell| self.closes(cell)) {
            self.open_node(NodeRole::Closing, None, depth::ATTACHED);
        } else if self.is_before_units("") {
            self.open_head();
        }
        if matches!(self.role(), Some(NodeRole::Head | NodeRole::Closing)) {
            return self.add(words, 0);
        }
        let first = cells.first().copied().unwrap_or_default();
        let unit = self.row_numbering(cells).and_then(|mark| self.unit_of(&mark));
        match unit.filter(|(_, depth)| !self.is_in_paragraph(*depth)) {
            Some((unit, depth)) => {
                self.close(depth);
                self.check(&unit);
                self.open_node(NodeRole::Unit, Some(unit), depth);
                self.add(words, first.len());
            }
            None => self.leaf(NodeRole::Row, None, words, 0),
        }
    }

    /// Whether the innermost open unit of a depth began with a paragraph: a table in it numbers its rows for itself.
    fn is_in_paragraph(&self, depth: u8) -> bool {
        let open = self.open.iter().rev().find(|open| open.depth <= depth);
        let node = open.filter(|open| open.depth == depth).and_then(|open| self.nodes.get(open.node?));
        let first = node.and_then(|node| self.pieces.get(node.pieces.start));
        first.is_some_and(|piece| piece.sort == PieceSort::Paragraph)
    }

    /// The numbering in the first cell of a row of an annex; `None` for the row that numbers the columns.
    fn row_numbering(&self, cells: &[&str]) -> Option<Numbering> {
        let columns = cells.len() > 2
            && cells.iter().enumerate().all(|(at, cell)| cell.trim_matches(['(', ')']) == (at + 1).to_string());
        let annex = self.is_in(UnitKind::is_annex) && !self.is_in_article() && !columns;
        let first = cells.first().filter(|cell| annex && cell.chars().count() <= 12)?;
        let sign = if first.ends_with(['.', ')']) {
            ""
        } else if first.len() == 1 && first.starts_with(char::is_lowercase) {
            ")"
        } else {
            "."
        };
        let LineOpening { mark, words, .. } = mark::opening(&format!("{first}{sign}"));
        let whole = words == first.len() + sign.len();
        whole.then_some(mark).filter(|mark| {
            use Numbering::{Dash, DoubledLetter, ForeignLetter, Minor};
            !matches!(mark, Numbering::None | Dash | Minor | ForeignLetter(_) | DoubledLetter)
        })
    }
}
