//! A book read back line by line, page by page in the order of its spine.
#![allow(dead_code, reason = "each group of tests uses its part")]

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::docx_lines::{WordFile, as_on_paper};
use super::pdf_tree::{Line, call, collapse};

/// Elements within a line.
const INLINE: [&str; 9] = ["a", "strong", "em", "code", "del", "ins", "sup", "span", "br"];

/// Every line; those of a footnote follow the line with its first mark.
pub fn lines(bytes: &[u8]) -> Vec<Line> {
    let book = WordFile::read(bytes);
    let package = Document::parse(book.text("EPUB/package.opf")).expect("the package");
    let all = || package.descendants().filter(Node::is_element);
    let files: BTreeMap<&str, &str> =
        all().filter(|it| it.has_tag_name_of("item")).map(|it| (attribute(it, "id"), attribute(it, "href"))).collect();
    let pages = all().filter(|it| it.has_tag_name_of("itemref")).map(|it| files[attribute(it, "idref")]);
    pages.filter(|page| *page != "nav.xhtml").flat_map(|page| page_lines(book.text(&format!("EPUB/{page}")))).collect()
}

trait Named {
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl Named for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.tag_name().name() == name
    }
}

fn page_lines(page: &str) -> Vec<Line> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
    let document = Document::parse_with_options(page, options).expect("a page of XML");
    let body = document.descendants().find(|it| it.has_tag_name_of("body")).expect("a body");
    let mut walk = PageWalk::default();
    walk.element(body);
    walk.end();
    let notes: Vec<Node<'_, '_>> = document.descendants().filter(|it| it.has_tag_name_of("aside")).collect();
    let mut lines = Vec::new();
    for (line, marks) in walk.done {
        lines.push(line);
        for number in marks {
            let note = notes.iter().find(|it| attribute(**it, "id") == format!("note-{number}")).expect("a footnote");
            let mut own = PageWalk { note: Some(number), ..PageWalk::default() };
            note.children().filter(|it| attribute(*it, "role") != "doc-backlink").for_each(|it| own.node(it));
            own.end();
            lines.extend(own.done.into_iter().map(|(line, _)| line));
        }
    }
    lines
}

#[derive(Default)]
struct PageWalk {
    done: Vec<(Line, Vec<String>)>,
    text: String,
    links: Vec<String>,
    marks: Vec<String>,
    heading: Option<u32>,
    note: Option<String>,
}

impl PageWalk {
    fn node(&mut self, node: Node<'_, '_>) {
        if node.is_text() {
            self.text.push_str(node.text().unwrap_or_default());
        } else if node.is_element() {
            self.element(node);
        }
    }

    fn element(&mut self, node: Node<'_, '_>) {
        let name = node.tag_name().name();
        if attribute(node, "role") == "doc-noteref" {
            let number: String = node.descendants().filter_map(|it| it.text().filter(|_| it.is_text())).collect();
            self.text.push_str(&call(&number));
            // The second mark of a note has no place to come back to.
            return self.marks.extend(node.attribute("id").map(|_| number));
        }
        match name {
            "aside" => {}
            "br" => self.text.push(' '),
            "sup" => self.text.push_str(&call(node.text().unwrap_or_default())),
            "figure" => {
                let (captions, rest): (Vec<_>, Vec<_>) =
                    node.children().partition(|it| it.has_tag_name_of("figcaption"));
                captions.into_iter().chain(rest).for_each(|it| self.node(it));
            }
            "img" => {
                self.end();
                self.text.push_str(&format!("[{}]", attribute(node, "alt")));
                self.end();
            }
            "a" => {
                let target = attribute(node, "href").to_owned();
                if self.links.last() != Some(&target) {
                    self.links.push(target);
                }
                node.children().for_each(|it| self.node(it));
            }
            name if INLINE.contains(&name) && !(name == "span" && is_label(node)) => {
                node.children().for_each(|it| self.node(it));
            }
            name => {
                self.end();
                self.heading = name.strip_prefix('h').and_then(|level| level.parse().ok());
                node.children().for_each(|it| self.node(it));
                self.end();
                self.heading = None;
            }
        }
    }

    fn end(&mut self) {
        let (text, links, marks) =
            (std::mem::take(&mut self.text), std::mem::take(&mut self.links), std::mem::take(&mut self.marks));
        let text = as_on_paper(&collapse(&text), self.heading);
        if !text.is_empty() {
            self.done.push((Line { heading: self.heading, note: self.note.clone(), text, links }, marks));
        }
    }
}

/// The label of a point stands before it.
fn is_label(node: Node<'_, '_>) -> bool {
    node.parent().is_some_and(|it| it.has_tag_name_of("li"))
}

fn attribute<'n>(node: Node<'n, '_>, name: &str) -> &'n str {
    node.attribute(name).unwrap_or_default()
}
