//! The text of a provision.

use std::collections::BTreeMap;

use crate::view::{BlockView, BodyView, InlineView, ObligationView, PointView};
use crate::xml_package::{address, escape, escape_into};

/// Writes the text of a provision. Elements that need an id are counted within it.
pub(super) struct ContentXml<'v> {
    id: &'v str,
    /// The ids of instruments by the anchors of their rows.
    rows: &'v BTreeMap<&'v str, &'v str>,
    out: String,
    count: usize,
    footnotes: &'v [Vec<BlockView>],
}

impl<'v> ContentXml<'v> {
    pub fn new(id: &'v str, rows: &'v BTreeMap<&'v str, &'v str>) -> Self {
        ContentXml { id, rows, out: String::new(), count: 0, footnotes: &[] }
    }

    pub fn written(self) -> String {
        self.out
    }

    /// Words of the editors about the text, which are none of it.
    pub fn remark(&mut self, text: &str) {
        self.out.push_str(&format!("<p class=\"remark\"><remark status=\"editorial\">{}</remark></p>", escape(text)));
    }

    pub fn duty(&mut self, duty: &ObligationView) {
        let due = duty.deadline.iter().map(|it| format!(" · {}: {}", it.name, it.text)).collect::<String>();
        let said = format!("{} {} {} · {}{due}", duty.who, duty.verb, duty.what, duty.level.name);
        self.out.push_str(&format!("<p class=\"duty\" status=\"editorial\">{}</p>", escape(&said)));
    }

    pub fn body(&mut self, body: &'v BodyView) {
        self.footnotes = &body.footnotes;
        self.blocks(&body.blocks);
    }

    fn next(&mut self) -> String {
        self.count += 1;
        format!("{}__{}", self.id, self.count)
    }

    fn blocks(&mut self, blocks: &[BlockView]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &BlockView) {
        match block {
            BlockView::Paragraph { content } => self.paragraph("", content),
            BlockView::Heading { level: _, content } => self.paragraph(" class=\"heading\"", content),
            BlockView::Points { points } => self.points(points),
            BlockView::Quote { blocks } => {
                let id = self.next();
                self.out.push_str(&format!("<blockContainer eId=\"{id}\" class=\"quote\">"));
                self.blocks(blocks);
                self.out.push_str("</blockContainer>");
            }
            BlockView::Table { alignment: _, head, rows } => self.table(head, rows),
            BlockView::Image { path, alt, caption } => {
                self.out.push_str(&format!("<p><img src=\"{}\" alt=\"{}\"/></p>", address(path), escape(alt)));
                let caption = caption.iter().map(|it| format!("<p class=\"caption\">{}</p>", escape(it)));
                self.out.extend(caption);
            }
        }
    }

    fn paragraph(&mut self, class: &str, content: &[InlineView]) {
        self.out.push_str(&format!("<p{class}>"));
        self.inlines(content);
        self.out.push_str("</p>");
    }

    /// Numbers are those of the law, whatever they are.
    fn points(&mut self, points: &[PointView]) {
        let id = self.next();
        self.out.push_str(&format!("<blockList eId=\"{id}\">"));
        for PointView { label, blocks } in points {
            let id = self.next();
            self.out.push_str(&format!("<item eId=\"{id}\"><num>{}</num>", escape(label)));
            self.blocks(blocks);
            self.out.push_str("</item>");
        }
        self.out.push_str("</blockList>");
    }

    fn table(&mut self, head: &[Vec<InlineView>], rows: &[Vec<Vec<InlineView>>]) {
        let id = self.next();
        self.out.push_str(&format!("<table eId=\"{id}\">"));
        if !head.is_empty() {
            self.row("th", head);
        }
        rows.iter().for_each(|row| self.row("td", row));
        self.out.push_str("</table>");
    }

    fn row(&mut self, element: &str, cells: &[Vec<InlineView>]) {
        self.out.push_str("<tr>");
        for cell in cells {
            self.out.push_str(&format!("<{element}>"));
            self.paragraph("", cell);
            self.out.push_str(&format!("</{element}>"));
        }
        self.out.push_str("</tr>");
    }

    fn inlines(&mut self, content: &[InlineView]) {
        content.iter().for_each(|one| self.inline(one));
    }

    fn inline(&mut self, one: &InlineView) {
        match one {
            InlineView::Text { text } => escape_into(&mut self.out, text),
            InlineView::Emphasis { content } => self.within("i", "", content),
            InlineView::Strong { content } => self.within("b", "", content),
            InlineView::Code { text } => self.words("span", " class=\"code\"", text),
            InlineView::Break => self.out.push_str("<eol/>"),
            InlineView::Link { url, content } => {
                self.within("a", &format!(" href=\"{}\"", escape(&address(url))), content);
            }
            InlineView::Internal { anchor, chapter: _, number: _, text } => {
                self.words("ref", &format!(" href=\"#{anchor}\""), text);
            }
            InlineView::Instrument { anchor, text } => match self.rows.get(anchor.as_str()) {
                Some(id) => self.words("ref", &format!(" href=\"/akn/vn/act/{id}\""), text),
                None => escape_into(&mut self.out, text),
            },
            InlineView::Footnote { number, again } => self.note(*number, *again),
            InlineView::Raised { text } => self.words("sup", "", text),
        }
    }

    fn within(&mut self, element: &str, attributes: &str, content: &[InlineView]) {
        self.out.push_str(&format!("<{element}{attributes}>"));
        self.inlines(content);
        self.out.push_str(&format!("</{element}>"));
    }

    fn words(&mut self, element: &str, attributes: &str, text: &str) {
        self.out.push_str(&format!("<{element}{attributes}>{}</{element}>", escape(text)));
    }

    /// A note is where its first mark is.
    fn note(&mut self, number: u32, again: bool) {
        let at = usize::try_from(number).unwrap_or_default().saturating_sub(1);
        let note = self.footnotes.get(at).filter(|_| !again);
        let Some(note) = note else { return self.words("sup", "", &number.to_string()) };
        let id = self.next();
        self.out.push_str(&format!("<authorialNote eId=\"{id}\" marker=\"{number}\">"));
        self.blocks(note);
        self.out.push_str("</authorialNote>");
    }
}
