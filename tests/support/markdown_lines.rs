//! A folder of Markdown read back line by line, by a parser of others.
#![allow(dead_code, reason = "each group of tests uses its part")]

use std::collections::BTreeMap;

use camnang::internals::render::Artifact;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::docx_lines::as_on_paper;
use super::pdf_tree::{Line, call, collapse};

/// Every line, file by file as the contents name them; those of a footnote follow the line with its first mark.
pub fn lines(files: &[Artifact]) -> Vec<Line> {
    let text = |name: &str| {
        let file = files.iter().find(|file| file.path == format!("markdown/{name}")).expect("a file of the contents");
        String::from_utf8(file.bytes.clone()).expect("text")
    };
    let contents = text("muc-luc.md");
    let names = Parser::new(&contents).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
        _ => None,
    });
    names.collect::<Vec<_>>().iter().flat_map(|name| file_lines(&text(name))).collect()
}

fn file_lines(text: &str) -> Vec<Line> {
    let mut reading = MarkdownLines::default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    Parser::new_ext(text, options).for_each(|event| reading.event(event));
    let mut lines = Vec::new();
    for (line, marks) in reading.done {
        lines.push(line);
        for number in marks {
            lines.extend(reading.notes.remove(&number).unwrap_or_default());
        }
    }
    lines
}

#[derive(Default)]
struct MarkdownLines {
    done: Vec<(Line, Vec<String>)>,
    notes: BTreeMap<String, Vec<Line>>,
    text: String,
    links: Vec<String>,
    marks: Vec<String>,
    heading: Option<u32>,
    note: Option<String>,
    /// The next line begins an item.
    begins_item: bool,
    /// The place in the text where raised words begin.
    raised: Option<usize>,
    image: Option<String>,
    /// A picture comes after its caption.
    held: Option<String>,
}

impl MarkdownLines {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.end();
                self.heading = Some(level_of(level) + 1);
            }
            Event::Start(Tag::Item) => {
                self.end();
                self.begins_item = true;
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                self.end();
                self.note = Some(label.to_string());
            }
            Event::Start(Tag::Image { .. }) => self.image = Some(String::new()),
            Event::End(TagEnd::Image) => self.held = self.image.take(),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let target = dest_url.to_string();
                if self.links.last() != Some(&target) {
                    self.links.push(target);
                }
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
            Event::End(TagEnd::Heading(_)) => {
                self.end();
                self.heading = None;
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                self.end();
                self.note = None;
            }
            Event::Start(_) | Event::End(_) => self.end(),
            Event::Text(words) | Event::Code(words) => match &mut self.image {
                Some(alt) => alt.push_str(&words),
                None => self.text.push_str(&words),
            },
            Event::FootnoteReference(label) => {
                self.text.push_str(&call(&label));
                self.marks.push(label.to_string());
            }
            Event::InlineHtml(tag) | Event::Html(tag) => self.tag(&tag),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            other => panic!("not of ours: {other:?}"),
        }
    }

    /// No element is there but those that the writer makes.
    fn tag(&mut self, tag: &str) {
        match tag.trim() {
            "<br>" => self.text.push(' '),
            "<sup>" => self.raised = Some(self.text.len()),
            "</sup>" => {
                let at = self.raised.take().expect("an open element");
                let raised = self.text.split_off(at);
                self.text.push_str(&call(&raised));
            }
            "<strong>" | "</strong>" | "<em>" | "</em>" | "<del>" | "</del>" | "<ins>" | "</ins>" | "</a>"
            | "<!-- -->" => {}
            anchor if anchor.starts_with("<a id=\"") && anchor.matches('<').count() <= 2 => {}
            other => panic!("not of ours: {other}"),
        }
    }

    fn end(&mut self) {
        let text = collapse(&std::mem::take(&mut self.text));
        let text = as_on_paper(&text, self.heading);
        if text.is_empty() {
            return;
        }
        let (mut links, mut marks) = (std::mem::take(&mut self.links), std::mem::take(&mut self.marks));
        let text = match std::mem::take(&mut self.begins_item).then(|| parted(&text)) {
            Some((label, rest)) => {
                self.put(label, Vec::new(), Vec::new());
                rest
            }
            None => text,
        };
        if !text.is_empty() {
            self.put(text, std::mem::take(&mut links), std::mem::take(&mut marks));
        }
        if let Some(alt) = self.held.take() {
            self.put(format!("[{alt}]"), Vec::new(), Vec::new());
        }
    }

    fn put(&mut self, text: String, links: Vec<String>, marks: Vec<String>) {
        let line = Line { heading: self.heading, note: self.note.clone(), text, links };
        match &self.note {
            Some(note) => self.notes.entry(note.clone()).or_default().push(line),
            None => self.done.push((line, marks)),
        }
    }
}

fn level_of(level: HeadingLevel) -> u32 {
    level as u32
}

/// The label of a point of the law is the first word of its item; where there is none, it is a dash.
fn parted(text: &str) -> (String, String) {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let stem = first.trim_end_matches([')', '.']);
    let is_label =
        stem.len() < first.len() && (stem.chars().count() <= 2 || stem.bytes().all(|byte| byte.is_ascii_digit()));
    if is_label { (first.to_owned(), rest.to_owned()) } else { ("-".to_owned(), text.to_owned()) }
}
