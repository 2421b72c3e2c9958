//! Tables of Word.

use roxmltree::Node;

use super::{WordBlock, WordReading, is_deleted};
use crate::originals::readers::docx::xml::{child, is};
use crate::originals::text::{MarkedWords, NoteMark};

/// A cell with so many paragraphs is a column of the page and no cell of a table.
const COLUMN: usize = 20;

impl<'p> WordReading<'p> {
    pub(super) fn table(&mut self, table: Node<'p, 'p>, out: &mut Vec<WordBlock>) {
        let is_layout = cells(table).any(|cell| cell.descendants().filter(|node| is(*node, "p")).count() >= COLUMN);
        for row in inner(table, "tr") {
            if is_deleted(child(row, "trPr")) {
                self.deleted(|body| body.row(row, is_layout, out));
            } else {
                self.row(row, is_layout, out);
            }
        }
    }

    fn row(&mut self, row: Node<'p, 'p>, is_layout: bool, out: &mut Vec<WordBlock>) {
        let mut read: Vec<MarkedWords> = Vec::new();
        for cell in inner(row, "tc") {
            let mut blocks = Vec::new();
            self.blocks(cell, &mut blocks);
            blocks.extend(self.carried.take().map(WordBlock::Paragraph));
            if is_layout {
                out.extend(blocks);
            } else {
                read.push(joined(blocks));
            }
        }
        if !is_layout {
            out.push(WordBlock::Row(read));
        }
    }
}

fn cells<'a>(table: Node<'a, 'a>) -> impl Iterator<Item = Node<'a, 'a>> {
    inner(table, "tr").into_iter().flat_map(|row| inner(row, "tc"))
}

/// The rows of a table or cells of a row, within whatever a program puts around them.
fn inner<'a>(node: Node<'a, 'a>, wanted: &str) -> Vec<Node<'a, 'a>> {
    let mut found = Vec::new();
    for child in node.children().filter(Node::is_element) {
        if is(child, wanted) {
            found.push(child);
        } else if !is(child, "tbl") && !is(child, "p") && !is(child, "tc") {
            found.extend(inner(child, wanted));
        }
    }
    found
}

/// The paragraphs of a cell on one line.
fn joined(blocks: Vec<WordBlock>) -> MarkedWords {
    let pieces = blocks.into_iter().flat_map(|block| match block {
        WordBlock::Paragraph(words) => vec![words],
        WordBlock::Row(cells) => cells,
    });
    pieces.fold(MarkedWords::default(), |mut joined, piece| {
        joined.text.push(' ');
        let shift = joined.text.len();
        joined.text.push_str(&piece.text);
        joined.notes.extend(piece.notes.iter().map(|note| NoteMark { at: note.at + shift, number: note.number }));
        joined
    })
}
