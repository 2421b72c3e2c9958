//! The paragraphs and rows of a page, in its order.

use super::dom::{Dom, DomStep, NodeId, PageNode, ROOT};
use super::lists::OpenList;
use crate::model::original::DropReason;
use crate::originals::draft::ReadingDraft;
use crate::originals::rewrap::begins_within;
use crate::originals::text::MarkedWords;

/// A cell with so many paragraphs is a column of the page and no cell of a table.
const COLUMN: usize = 20;

/// A paragraph or row of a page.
pub enum PageBlock {
    Paragraph(MarkedWords),
    Row(Vec<MarkedWords>),
}

impl PageBlock {
    /// Returns its words, those of cells with a space between them.
    pub fn words(&self) -> String {
        match self {
            PageBlock::Paragraph(words) => words.text.clone(),
            PageBlock::Row(cells) => cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" "),
        }
    }
}

/// Why the words of an element are left out, if they are.
pub fn is_left_out(dom: &Dom, id: NodeId) -> Option<DropReason> {
    match dom.name(id) {
        "script" | "style" | "noscript" | "template" | "object" | "svg" | "math" => Some(DropReason::Script),
        "head" | "nav" | "header" | "footer" | "aside" | "form" | "button" | "select" | "textarea" | "iframe"
        | "dialog" => Some(DropReason::SiteFurniture),
        _ => is_invisible(dom, id).then_some(DropReason::HiddenText),
    }
}

fn is_invisible(dom: &Dom, id: NodeId) -> bool {
    let style = dom.attribute(id, "style").unwrap_or_default();
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    style.contains("display:none") || style.contains("visibility:hidden") || dom.attribute(id, "hidden").is_some()
}

/// The paragraphs and rows of the element that holds the law; all else of the page is dropped.
pub fn blocks(dom: &Dom, content: NodeId, draft: &mut ReadingDraft) -> Vec<PageBlock> {
    let mut page = PageReading { dom, blocks: Vec::new(), words: String::new(), tables: Vec::new(), lists: Vec::new() };
    let (mut within, mut left_out) = (0, Vec::new());
    for step in dom.walk(ROOT) {
        match step {
            DomStep::Enter(id) => {
                within += usize::from(id == content || within > 0);
                match (dom.node(id), is_left_out(dom, id)) {
                    (PageNode::Text(text), _) => match (left_out.last(), within) {
                        (Some((_, reason)), _) => draft.drop(*reason, text),
                        (None, 0) => draft.drop(DropReason::SiteFurniture, text),
                        (None, _) => page.text(text),
                    },
                    (_, Some(reason)) => left_out.push((id, reason)),
                    (_, None) if left_out.is_empty() && within > 0 => page.enter(id, draft),
                    (_, None) => {}
                }
            }
            DomStep::Leave(id) => {
                within = usize::saturating_sub(within, 1);
                match left_out.last() {
                    Some((open, _)) if *open == id => drop(left_out.pop()),
                    Some(_) => {}
                    None => page.leave(id),
                }
            }
        }
    }
    page.end_paragraph();
    page.blocks
}

/// A page while it is read.
struct PageReading<'d> {
    dom: &'d Dom,
    blocks: Vec<PageBlock>,
    /// Of the current paragraph.
    words: String,
    /// The tables that are open, outermost first.
    tables: Vec<OpenTable>,
    lists: Vec<OpenList>,
}

struct OpenTable {
    id: NodeId,
    /// Whether it only lays the page out: its cells are read as paragraphs.
    is_layout: bool,
    cells: Vec<MarkedWords>,
}

impl PageReading<'_> {
    fn text(&mut self, text: &str) {
        self.words.push_str(text);
    }

    fn enter(&mut self, id: NodeId, draft: &mut ReadingDraft) {
        match self.dom.name(id) {
            "br" => self.line_break(),
            "table" => {
                self.end_paragraph();
                let is_layout = self.table().is_none() && is_layout(self.dom, id);
                self.tables.push(OpenTable { id, is_layout, cells: Vec::new() });
            }
            "li" => {
                self.end_paragraph();
                let label = self.lists.last_mut().map(|list| list.label(self.dom, id)).unwrap_or_default();
                draft.make(&label);
                self.words.push_str(&label);
            }
            name if is_block(name) => self.end_paragraph(),
            _ => {}
        }
        self.lists.extend(OpenList::begun_by(self.dom, id));
    }

    fn leave(&mut self, id: NodeId) {
        match self.dom.name(id) {
            "ol" | "ul" | "menu" => drop(self.lists.pop()),
            "td" | "th" => self.end_cell(),
            "tr" => self.end_row(),
            "table" if self.tables.last().is_some_and(|table| table.id == id) => {
                self.end_row();
                self.tables.pop();
            }
            _ => {}
        }
        if is_block(self.dom.name(id)) {
            self.end_paragraph();
        }
    }

    /// The innermost table whose cells are cells; those of a table within one are words of the outer cell.
    fn table(&mut self) -> Option<&mut OpenTable> {
        self.tables.iter_mut().find(|table| !table.is_layout)
    }

    /// Whether the innermost open table is the one whose cells are read.
    fn is_own(&self) -> bool {
        let own = self.tables.iter().position(|table| !table.is_layout);
        own.is_some_and(|own| own + 1 == self.tables.len())
    }

    fn end_cell(&mut self) {
        if self.is_own() {
            let words = std::mem::take(&mut self.words);
            if let Some(table) = self.table() {
                table.cells.push(MarkedWords::plain(&words));
            }
        } else {
            self.end_paragraph();
        }
    }

    fn end_row(&mut self) {
        if self.is_own()
            && let Some(cells) = self.table().map(|table| std::mem::take(&mut table.cells))
            && !cells.is_empty()
        {
            self.blocks.push(PageBlock::Row(cells));
        }
    }

    /// Within a cell a paragraph ends in a space.
    fn end_paragraph(&mut self) {
        if self.table().is_some() {
            self.words.push(' ');
            return;
        }
        let words = std::mem::take(&mut self.words);
        let lines = unbroken(&words).into_iter().map(|line| PageBlock::Paragraph(MarkedWords::plain(&line)));
        self.blocks.extend(lines);
    }

    /// A line that was broken is a paragraph; whether a sentence runs over it shows in how the next one begins.
    fn line_break(&mut self) {
        let sign = if self.table().is_some() { ' ' } else { BREAK };
        self.words.push(sign);
    }
}

/// Stands for a line break until the paragraph ends.
const BREAK: char = '\u{2028}';

/// The lines of a paragraph; one that begins within a sentence goes on with the line before.
fn unbroken(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in words.split(BREAK).map(str::trim).filter(|line| !line.is_empty()) {
        match lines.last_mut() {
            Some(last) if begins_within(line) => {
                last.push(' ');
                last.push_str(line);
            }
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "body"
            | "center"
            | "blockquote"
            | "pre"
            | "li"
            | "ol"
            | "ul"
            | "dl"
            | "dt"
            | "dd"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hr"
            | "table"
            | "tbody"
            | "thead"
            | "tfoot"
            | "tr"
            | "td"
            | "th"
            | "caption"
            | "fieldset"
            | "figure"
            | "figcaption"
            | "address"
            | "details"
            | "summary"
    )
}

/// Whether a table lays the page out: one of its own cells has as many paragraphs as a column.
fn is_layout(dom: &Dom, table: NodeId) -> bool {
    let (mut paragraphs, mut depth) = (0, 0_usize);
    for step in dom.walk(table) {
        match step {
            DomStep::Enter(id) => match dom.name(id) {
                "td" | "th" => {
                    paragraphs = if depth == 0 { 0 } else { paragraphs };
                    depth += 1;
                }
                "p" | "div" | "br" | "li" => paragraphs += 1,
                _ => {}
            },
            DomStep::Leave(id) if matches!(dom.name(id), "td" | "th") => depth = depth.saturating_sub(1),
            DomStep::Leave(_) => {}
        }
        if depth > 0 && paragraphs >= COLUMN {
            return true;
        }
    }
    false
}
