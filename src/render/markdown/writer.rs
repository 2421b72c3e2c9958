//! A piece as a file of Markdown.

use std::collections::BTreeMap;

use super::text::{code, escape_into};
use crate::render::flow::{
    BookletFlow, CellSide, FlowBlock, FlowCell, FlowPiece, FlowPoint, FlowRun, FlowTable, LinkTarget, PieceKind,
    RunLook,
};
use crate::xml_package::address;

/// Writes a piece.
pub(super) struct MarkdownPage<'f> {
    flow: &'f BookletFlow,
    piece: &'f FlowPiece,
    files: &'f BTreeMap<&'f str, &'f str>,
    out: String,
    /// What every further line begins with: of a list, a quotation, a footnote.
    indent: String,
    /// The indexes of the notes whose marks are on the page.
    notes: Vec<usize>,
    /// Whether the text is within a cell, in which a line has no end.
    is_in_cell: bool,
}

impl<'f> MarkdownPage<'f> {
    pub fn new(piece: &'f FlowPiece, flow: &'f BookletFlow, files: &'f BTreeMap<&'f str, &'f str>) -> Self {
        let (out, indent) = (String::new(), String::new());
        MarkdownPage { flow, piece, files, out, indent, notes: Vec::new(), is_in_cell: false }
    }

    /// Returns the file.
    pub fn written(mut self) -> String {
        let piece = self.piece;
        self.blocks(&piece.blocks);
        self.footnotes();
        self.out.trim_end().to_owned() + "\n"
    }

    fn blocks(&mut self, blocks: &[FlowBlock]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &FlowBlock) {
        match block {
            FlowBlock::Heading { level, anchor, runs } => self.heading(*level, anchor.as_deref(), runs),
            FlowBlock::Paragraph { look: _, runs } => {
                self.runs(runs);
                self.end();
            }
            FlowBlock::Entry { anchor, blocks } => {
                self.anchor(anchor);
                self.blocks(blocks);
            }
            FlowBlock::Points(points) => points.iter().for_each(|point| self.point(point)),
            FlowBlock::Quote(blocks) => self.quote(blocks),
            FlowBlock::Table(table) => self.table(table),
            FlowBlock::Picture { path, alt, caption } => self.picture(path, alt, caption.as_deref()),
        }
    }

    /// Ends a block.
    fn end(&mut self) {
        if self.is_in_cell {
            self.out.push_str("<br>");
        } else {
            let blank = self.indent.trim_end().to_owned();
            self.out.push_str(&format!("\n{blank}\n{}", self.indent));
        }
    }

    /// A chapter is a file of its own: its heading is the first of it.
    fn heading(&mut self, level: u8, anchor: Option<&str>, runs: &[FlowRun]) {
        let level = if self.piece.kind == PieceKind::Chapter { level.saturating_sub(1).max(1) } else { level };
        anchor.into_iter().for_each(|anchor| self.anchor(anchor));
        self.out.push_str(&"#".repeat(usize::from(level.clamp(1, 6))));
        self.out.push(' ');
        self.runs(runs);
        self.end();
    }

    /// A place that links lead to, whatever program shows the file.
    fn anchor(&mut self, anchor: &str) {
        self.out.push_str(&format!("<a id=\"{anchor}\"></a>"));
        if !self.is_in_cell {
            self.end();
        }
    }

    /// The label of the law is the first word of its item.
    fn point(&mut self, FlowPoint { label, blocks }: &FlowPoint) {
        self.out.push_str("- ");
        if !matches!(label.as_str(), "-" | "–") {
            escape_into(&mut self.out, label);
            match blocks.first() {
                Some(FlowBlock::Paragraph { .. }) => self.out.push(' '),
                // Before another list it is a line of its own.
                _ => self.end_within("  "),
            }
        }
        self.within("  ", blocks);
    }

    fn quote(&mut self, blocks: &[FlowBlock]) {
        self.out.push_str("> ");
        self.within("> ", blocks);
        // Ends the quotation, lest another one after it be part of it.
        if !self.is_in_cell {
            self.out.push_str(&format!("<!-- -->\n{}\n{}", self.indent.trim_end(), self.indent));
        }
    }

    fn within(&mut self, indent: &str, blocks: &[FlowBlock]) {
        if self.is_in_cell {
            return self.blocks(blocks);
        }
        let outer = self.indent.clone();
        self.indent.push_str(indent);
        self.blocks(blocks);
        let inner = std::mem::replace(&mut self.indent, outer);
        // What the last block began the next line with is not of the outer block.
        if let Some(rest) = self.out.strip_suffix(inner.as_str()) {
            let length = rest.len();
            self.out.truncate(length);
        }
        self.out.push_str(&self.indent);
    }

    fn end_within(&mut self, indent: &str) {
        let outer = self.indent.len();
        self.indent.push_str(indent);
        self.end();
        self.indent.truncate(outer);
    }

    fn table(&mut self, FlowTable { shares, sides, head, rows }: &FlowTable) {
        let columns = shares.len().max(1);
        self.out.push('|');
        for at in 0..columns {
            let runs = head.get(at).map_or(&[] as &[FlowRun], Vec::as_slice);
            self.cell(&[FlowBlock::Paragraph { look: crate::render::flow::ParagraphLook::Text, runs: runs.to_vec() }]);
        }
        self.out.push_str(&format!("\n{}|", self.indent));
        for at in 0..columns {
            self.out.push_str(match sides.get(at) {
                Some(CellSide::Centre) => ":-:|",
                Some(CellSide::End) => "--:|",
                Some(CellSide::Start) | None => "---|",
            });
        }
        rows.iter().for_each(|row| self.row(row, columns));
        self.end();
    }

    fn row(&mut self, cells: &[FlowCell], columns: usize) {
        self.out.push_str(&format!("\n{}|", self.indent));
        let mut column = 0;
        for FlowCell { blocks, span, anchor } in cells {
            self.is_in_cell = true;
            anchor.iter().for_each(|anchor| self.anchor(anchor));
            self.is_in_cell = false;
            self.cell(blocks);
            self.out.push_str(&"|".repeat(span.saturating_sub(1)));
            column += span;
        }
        self.out.push_str(&"|".repeat(columns.saturating_sub(column)));
    }

    fn cell(&mut self, blocks: &[FlowBlock]) {
        self.is_in_cell = true;
        self.out.push(' ');
        self.blocks(blocks);
        self.is_in_cell = false;
        if let Some(length) = self.out.strip_suffix("<br>").map(str::len) {
            self.out.truncate(length);
        }
        self.out.push_str(" |");
    }

    fn picture(&mut self, path: &str, alt: &str, caption: Option<&str>) {
        self.out.push_str("![");
        escape_into(&mut self.out, alt);
        self.out.push_str(&format!("]({})", link(path)));
        self.end();
        if let Some(caption) = caption {
            escape_into(&mut self.out, caption);
            self.end();
        }
    }

    fn runs(&mut self, runs: &[FlowRun]) {
        for (at, run) in runs.iter().enumerate() {
            match run {
                FlowRun::Text { text, look } => self.text(text, *look, runs.get(at + 1)),
                FlowRun::Break => self.out.push_str("<br>"),
                FlowRun::Link { to, runs } => self.link(to, runs),
                FlowRun::Note { index, again } => self.note(*index, *again),
            }
        }
    }

    /// Spaces are outside of the marks, within which they would be none.
    fn text(&mut self, text: &str, look: RunLook, next: Option<&FlowRun>) {
        let inner = text.trim();
        let (before, after) = match text.find(inner).filter(|_| !inner.is_empty()) {
            Some(at) => (text.get(..at).unwrap_or_default(), text.get(at + inner.len()..).unwrap_or_default()),
            None => return escape_into(&mut self.out, text),
        };
        self.out.push_str(before);
        let marks = self.marks(inner, look, !after.is_empty(), next);
        marks.iter().for_each(|(begin, _)| self.out.push_str(begin));
        if look.is_code {
            self.out.push_str(&code(inner));
        } else {
            escape_into(&mut self.out, inner);
        }
        marks.iter().rev().for_each(|(_, end)| self.out.push_str(end));
        self.out.push_str(after);
    }

    /// Stars where they are marks beside what is around them, and elements elsewhere.
    fn marks(
        &self,
        inner: &str,
        look: RunLook,
        ends_in_space: bool,
        next: Option<&FlowRun>,
    ) -> Vec<(&'static str, &'static str)> {
        let RunLook { is_bold, is_italic, is_code: _, is_raised, is_struck, is_underlined, is_english: _ } = look;
        let is_plain = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_alone = self.out.is_empty() || self.out.ends_with([' ', '\n', '\u{a0}']);
        let follows = ends_in_space
            || !matches!(next, Some(FlowRun::Text { text, .. }) if !text.starts_with([' ', '\u{a0}', ',', '.', ';', ':']));
        let stars = is_alone && follows && is_plain(inner.chars().next()) && !(is_bold && is_italic);
        let all = [
            (is_bold, if stars { ("**", "**") } else { ("<strong>", "</strong>") }),
            (is_italic, if stars { ("*", "*") } else { ("<em>", "</em>") }),
            (is_raised, ("<sup>", "</sup>")),
            (is_struck, ("<del>", "</del>")),
            (is_underlined, ("<ins>", "</ins>")),
        ];
        all.into_iter().filter_map(|(is_so, mark)| is_so.then_some(mark)).collect()
    }

    fn link(&mut self, to: &LinkTarget, runs: &[FlowRun]) {
        let address = match to {
            LinkTarget::Address(to) => Some(link(to)),
            LinkTarget::Anchor(anchor) => self.files.get(anchor.as_str()).map(|file| match *file == self.piece.id {
                true => format!("#{anchor}"),
                false => format!("{file}.md#{anchor}"),
            }),
        };
        let Some(address) = address else { return self.runs(runs) };
        self.out.push('[');
        self.runs(runs);
        self.out.push_str(&format!("]({address})"));
    }

    fn note(&mut self, index: usize, again: bool) {
        if !again {
            self.notes.push(index);
        }
        self.out.push_str(&format!("[^{}]", index + 1));
    }

    fn footnotes(&mut self) {
        let flow = self.flow;
        let mut at = 0;
        while let Some(index) = self.notes.get(at).copied() {
            self.out.push_str(&format!("[^{}]: ", index + 1));
            self.within("    ", flow.notes.get(index).map_or(&[], Vec::as_slice));
            at += 1;
        }
    }
}

/// An address between round brackets.
fn link(to: &str) -> String {
    address(to).replace('(', "%28").replace(')', "%29")
}
