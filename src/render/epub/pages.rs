//! A piece as a page of XHTML.

use std::collections::BTreeMap;

use crate::render::flow::{
    BookletFlow, CellSide, FlowBlock, FlowCell, FlowPiece, FlowPoint, FlowRun, FlowTable, LinkTarget, ParagraphLook,
    RunLook,
};
use crate::xml_package::{address, escape, escape_into};

/// Sizes and spaces only: letters and colours are the reader's.
pub(super) const STYLE: &str = "body { line-height: 1.45; }\n\
h1.title { text-align: center; margin: 3em 0 1em; }\n\
p.cover, p.subtitle { text-align: center; }\n\
p.small, p.source, p.citation, td p.small { font-size: 0.88em; }\n\
p.duty { border-inline-start: 0.2em solid; padding-inline-start: 0.7em; }\n\
blockquote { border-inline-start: 0.1em solid; margin-inline: 0; padding-inline-start: 1em; }\n\
ul.points { list-style: none; padding: 0; }\n\
ul.points > li { display: flex; gap: 0.6em; }\n\
ul.points > li > div > :first-child { margin-top: 0; }\n\
table { border-collapse: collapse; width: 100%; font-size: 0.88em; }\n\
th, td { border-block-end: 1px solid; padding: 0.25em 0.4em; text-align: start; vertical-align: top; }\n\
th.centre, td.centre { text-align: center; }\n\
th.end, td.end { text-align: end; }\n\
img { max-width: 100%; }\n\
figure { margin: 1em 0; text-align: center; }\n\
code { overflow-wrap: anywhere; }\n\
aside { font-size: 0.88em; }\n";

/// Writes a piece.
struct PageXhtml<'f> {
    flow: &'f BookletFlow,
    piece: &'f str,
    files: &'f BTreeMap<&'f str, &'f str>,
    out: String,
    /// The indexes of the notes whose first mark is on the page.
    notes: Vec<usize>,
}

/// Returns the page.
pub(super) fn page(piece: &FlowPiece, flow: &BookletFlow, files: &BTreeMap<&str, &str>, book: &str) -> String {
    let mut page = PageXhtml { flow, piece: &piece.id, files, out: String::new(), notes: Vec::new() };
    page.blocks(&piece.blocks);
    page.footnotes();
    let title =
        if piece.title == book { escape(book) } else { format!("{} – {}", escape(&piece.title), escape(book)) };
    document(&title, &page.out)
}

/// Returns a page with this body.
pub(super) fn document(title: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"vi\" xml:lang=\"vi\">\n\
         <head><title>{title}</title><link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/></head>\n\
         <body>\n{body}</body>\n</html>\n"
    )
}

impl PageXhtml<'_> {
    fn blocks(&mut self, blocks: &[FlowBlock]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &FlowBlock) {
        match block {
            FlowBlock::Heading { level, anchor, runs } => self.heading(*level, anchor.as_deref(), runs),
            FlowBlock::Paragraph { look, runs } => self.paragraph(*look, runs),
            FlowBlock::Entry { anchor, blocks } => {
                self.out.push_str(&format!("<section id=\"{}\">\n", escape(anchor)));
                self.blocks(blocks);
                self.out.push_str("</section>\n");
            }
            FlowBlock::Points(points) => self.points(points),
            FlowBlock::Quote(blocks) => {
                self.out.push_str("<blockquote>\n");
                self.blocks(blocks);
                self.out.push_str("</blockquote>\n");
            }
            FlowBlock::Table(table) => self.table(table),
            FlowBlock::Picture { path, alt, caption } => self.picture(path, alt, caption.as_deref()),
        }
    }

    fn heading(&mut self, level: u8, anchor: Option<&str>, runs: &[FlowRun]) {
        let level = level.clamp(1, 6);
        let id = anchor.map(|anchor| format!(" id=\"{}\"", escape(anchor))).unwrap_or_default();
        self.out.push_str(&format!("<h{level}{id}>"));
        self.runs(runs);
        self.out.push_str(&format!("</h{level}>\n"));
    }

    fn paragraph(&mut self, look: ParagraphLook, runs: &[FlowRun]) {
        let (begin, end) = match look {
            ParagraphLook::Text => ("<p>", "</p>\n"),
            ParagraphLook::Small => ("<p class=\"small\">", "</p>\n"),
            ParagraphLook::Citation => ("<p class=\"citation\">", "</p>\n"),
            ParagraphLook::Duty => ("<p class=\"duty\">", "</p>\n"),
            ParagraphLook::Source => ("<p class=\"source\">", "</p>\n"),
            ParagraphLook::Title => ("<h1 class=\"title\">", "</h1>\n"),
            ParagraphLook::Subtitle => ("<p class=\"subtitle\">", "</p>\n"),
            ParagraphLook::Cover => ("<p class=\"cover\">", "</p>\n"),
        };
        self.out.push_str(begin);
        self.runs(runs);
        self.out.push_str(end);
    }

    /// Labels are those of the law, whatever they are.
    fn points(&mut self, points: &[FlowPoint]) {
        self.out.push_str("<ul class=\"points\">\n");
        for FlowPoint { label, blocks } in points {
            self.out.push_str(&format!("<li><span>{}</span><div>\n", escape(label)));
            self.blocks(blocks);
            self.out.push_str("</div></li>\n");
        }
        self.out.push_str("</ul>\n");
    }

    fn table(&mut self, FlowTable { shares: _, sides, head, rows }: &FlowTable) {
        if head.is_empty() && rows.is_empty() {
            return;
        }
        self.out.push_str("<table>\n");
        if !head.is_empty() {
            self.out.push_str("<thead><tr>");
            for (at, runs) in head.iter().enumerate() {
                self.out.push_str(&format!("<th scope=\"col\"{}>", class(sides, at)));
                self.runs(runs);
                self.out.push_str("</th>");
            }
            self.out.push_str("</tr></thead>\n");
        }
        self.out.push_str("<tbody>\n");
        rows.iter().for_each(|row| self.row(row, sides));
        self.out.push_str("</tbody>\n</table>\n");
    }

    fn row(&mut self, cells: &[FlowCell], sides: &[CellSide]) {
        let anchor = cells.iter().find_map(|cell| cell.anchor.as_ref());
        let id = anchor.map(|anchor| format!(" id=\"{}\"", escape(anchor))).unwrap_or_default();
        self.out.push_str(&format!("<tr{id}>"));
        let mut column = 0;
        for FlowCell { blocks, span, anchor: _ } in cells {
            let over = if *span > 1 { format!(" colspan=\"{span}\"") } else { String::new() };
            self.out.push_str(&format!("<td{over}{}>", class(sides, column)));
            match blocks.as_slice() {
                [FlowBlock::Paragraph { look: ParagraphLook::Text, runs }] => self.runs(runs),
                blocks => self.blocks(blocks),
            }
            self.out.push_str("</td>");
            column += span;
        }
        self.out.push_str("</tr>\n");
    }

    fn picture(&mut self, path: &str, alt: &str, caption: Option<&str>) {
        self.out.push_str(&format!("<figure><img src=\"{}\" alt=\"{}\"/>", escape(path), escape(alt)));
        if let Some(caption) = caption {
            self.out.push_str(&format!("<figcaption>{}</figcaption>", escape(caption)));
        }
        self.out.push_str("</figure>\n");
    }

    fn runs(&mut self, runs: &[FlowRun]) {
        for run in runs {
            match run {
                FlowRun::Text { text, look } => self.text(text, *look),
                FlowRun::Break => self.out.push_str("<br/>"),
                FlowRun::Link { to, runs } => self.link(to, runs),
                FlowRun::Note { index, again } => self.note(*index, *again),
            }
        }
    }

    fn text(&mut self, text: &str, look: RunLook) {
        let tags = tags(look);
        tags.iter().for_each(|(begin, _)| self.out.push_str(begin));
        escape_into(&mut self.out, text);
        tags.iter().rev().for_each(|(_, end)| self.out.push_str(end));
    }

    fn link(&mut self, to: &LinkTarget, runs: &[FlowRun]) {
        let address = match to {
            LinkTarget::Address(to) => Some(address(to)),
            LinkTarget::Anchor(anchor) => self.files.get(anchor.as_str()).map(|file| match *file == self.piece {
                true => format!("#{anchor}"),
                false => format!("{file}.xhtml#{anchor}"),
            }),
        };
        let Some(address) = address else { return self.runs(runs) };
        self.out.push_str(&format!("<a href=\"{}\">", escape(&address)));
        self.runs(runs);
        self.out.push_str("</a>");
    }

    fn note(&mut self, index: usize, again: bool) {
        let number = index + 1;
        let id = if again { String::new() } else { format!(" id=\"ref-{number}\"") };
        if !again {
            self.notes.push(index);
        }
        self.out.push_str(&format!(
            "<a{id} epub:type=\"noteref\" role=\"doc-noteref\" href=\"#note-{number}\"><sup>{number}</sup></a>"
        ));
    }

    /// A footnote may have one of its own: it comes after the others.
    fn footnotes(&mut self) {
        let flow = self.flow;
        let mut at = 0;
        while let Some(index) = self.notes.get(at).copied() {
            let number = index + 1;
            self.out.push_str(&format!("<aside id=\"note-{number}\" epub:type=\"footnote\" role=\"doc-footnote\">\n"));
            self.out.push_str(&format!("<a href=\"#ref-{number}\" role=\"doc-backlink\">{number}</a>\n"));
            self.blocks(flow.notes.get(index).map_or(&[], Vec::as_slice));
            self.out.push_str("</aside>\n");
            at += 1;
        }
    }
}

/// The elements of a look, from the outside in.
fn tags(look: RunLook) -> Vec<(&'static str, &'static str)> {
    let RunLook { is_bold, is_italic, is_code, is_raised, is_struck, is_underlined, is_english } = look;
    let all = [
        (is_english, ("<span lang=\"en\" xml:lang=\"en\">", "</span>")),
        (is_bold, ("<strong>", "</strong>")),
        (is_italic, ("<em>", "</em>")),
        (is_code, ("<code>", "</code>")),
        (is_raised, ("<sup>", "</sup>")),
        (is_struck, ("<del>", "</del>")),
        (is_underlined, ("<ins>", "</ins>")),
    ];
    all.into_iter().filter_map(|(is_so, tag)| is_so.then_some(tag)).collect()
}

fn class(sides: &[CellSide], at: usize) -> &'static str {
    match sides.get(at) {
        Some(CellSide::Centre) => " class=\"centre\"",
        Some(CellSide::End) => " class=\"end\"",
        Some(CellSide::Start) | None => "",
    }
}
