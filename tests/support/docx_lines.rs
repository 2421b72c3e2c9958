//! A file of Word read back line by line, by its XML alone: what a reader sees of it in its order.
#![allow(dead_code, reason = "each group of tests uses its part")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};

use super::pdf_tree::{Line, call, collapse};

/// A file of Word, unpacked.
pub struct WordFile {
    pub parts: BTreeMap<String, Vec<u8>>,
}

impl WordFile {
    pub fn read(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("the bytes of a part");
            parts.insert(file.name().to_owned(), bytes);
        }
        WordFile { parts }
    }

    pub fn text(&self, part: &str) -> &str {
        std::str::from_utf8(&self.parts[part]).expect("text")
    }

    /// Every line of the body; those of a footnote follow the line with its first mark.
    pub fn lines(&self) -> Vec<Line> {
        let document = Document::parse(self.text("word/document.xml")).expect("the body");
        let notes = Document::parse(self.text("word/footnotes.xml")).expect("the footnotes");
        let relations = Document::parse(self.text("word/_rels/document.xml.rels")).expect("the relations");
        let targets = relations.root_element().children().filter(Node::is_element);
        let targets = targets.map(|it| (attribute(it, "Id").to_owned(), attribute(it, "Target").to_owned())).collect();
        let mut lines = WordLines { done: Vec::new(), notes: &notes, targets, note: None, pending: Vec::new() };
        lines.paragraphs(document.root_element());
        lines.done
    }
}

struct WordLines<'d> {
    done: Vec<Line>,
    notes: &'d Document<'d>,
    targets: BTreeMap<String, String>,
    note: Option<String>,
    /// The notes whose marks are in the paragraph.
    pending: Vec<String>,
}

impl WordLines<'_> {
    fn paragraphs(&mut self, within: Node<'_, '_>) {
        let all: Vec<Node<'_, '_>> = within.descendants().filter(|it| is(*it, "p")).collect();
        let mut at = 0;
        while let Some(one) = all.get(at) {
            // The caption is before the picture, as in the tree of a PDF.
            if let Some(caption) = all.get(at + 1).filter(|it| style(**it) == "Caption") {
                self.paragraph(*caption);
                at += 1;
            }
            self.paragraph(*one);
            at += 1;
        }
    }

    fn paragraph(&mut self, paragraph: Node<'_, '_>) {
        let heading = style(paragraph).strip_prefix("Heading").and_then(|level| level.parse().ok());
        let (mut text, mut links) = (String::new(), Vec::new());
        for child in paragraph.children() {
            match child.tag_name().name() {
                "r" => self.run(child, &mut text),
                "hyperlink" => {
                    child.children().filter(|it| is(*it, "r")).for_each(|run| self.run(run, &mut text));
                    let target = match child.attributes().find(|it| it.name() == "id") {
                        Some(id) => self.targets[id.value()].clone(),
                        None => format!("#{}", attribute(child, "anchor")),
                    };
                    if links.last() != Some(&target) {
                        links.push(target);
                    }
                }
                _ => {}
            }
        }
        let lines: Vec<&str> = text.split('\t').collect();
        for (at, line) in lines.iter().enumerate() {
            let links = if at + 1 == lines.len() { std::mem::take(&mut links) } else { Vec::new() };
            let text = as_on_paper(&collapse(line), heading);
            if !text.is_empty() {
                self.done.push(Line { heading, note: self.note.clone(), text, links });
            }
        }
        for number in std::mem::take(&mut self.pending) {
            self.note(&number);
        }
    }

    fn note(&mut self, number: &str) {
        let notes = self.notes;
        let note = notes.root_element().children().find(|it| is(*it, "footnote") && attribute(*it, "id") == number);
        self.note = Some(number.to_owned());
        self.paragraphs(note.expect("the footnote of a mark"));
        self.note = None;
    }

    fn run(&mut self, run: Node<'_, '_>, text: &mut String) {
        let properties = run.children().find(|it| is(*it, "rPr"));
        let has = |name: &str, value: &str| {
            let own = properties.and_then(|it| it.children().find(|it| is(*it, name)));
            own.is_some_and(|it| attribute(it, "val") == value)
        };
        for child in run.children() {
            let own = child.text().unwrap_or_default();
            match child.tag_name().name() {
                "t" if has("rStyle", "FootnoteReference") || has("vertAlign", "superscript") => {
                    text.push_str(&call(own))
                }
                "t" => text.push_str(own),
                "br" => text.push(' '),
                "tab" => text.push('\t'),
                "footnoteReference" => {
                    let number = attribute(child, "id").to_owned();
                    text.push_str(&call(&number));
                    self.pending.push(number);
                }
                "drawing" => {
                    let properties = child.descendants().find(|it| it.tag_name().name() == "docPr");
                    text.push_str(&format!("[{}]", properties.map_or("", |it| attribute(it, "descr"))));
                }
                _ => {}
            }
        }
    }
}

/// The paper has the number of an excerpt in its margin.
pub fn as_on_paper(text: &str, heading: Option<u32>) -> String {
    match text.split_once(". ").filter(|(number, _)| heading == Some(3) && number.parse::<u32>().is_ok()) {
        Some((number, title)) => format!("{number}{title}"),
        None => text.to_owned(),
    }
}

fn style<'n>(paragraph: Node<'n, '_>) -> &'n str {
    let properties = paragraph.children().find(|it| is(*it, "pPr"));
    properties.and_then(|it| it.children().find(|it| is(*it, "pStyle"))).map_or("", |it| attribute(it, "val"))
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn attribute<'n>(node: Node<'n, '_>, name: &str) -> &'n str {
    node.attributes().find(|it| it.name() == name).map_or("", |it| it.value())
}
