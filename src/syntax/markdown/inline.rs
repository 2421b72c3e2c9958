//! Collects the content of a paragraph, heading or cell. The result keeps its source ranges and its lines, because legal
//! points are recognised next.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::points::{self, Label};
use super::reader::MarkdownReader;
use super::run::{Run, Spelling};
use super::{DEEPEST, address, image};
use crate::diag::Fix;
use crate::model::text::Image;
use crate::syntax::messages::markdown::{self as codes, LinkFault, forms};

/// A part of a paragraph, with its place in the source.
#[derive(Debug)]
pub enum InlineNode {
    Text(Run),
    /// A line end of the source that means no more than a space.
    Soft(Range<usize>),
    Break,
    Code(String, Range<usize>),
    Emphasis(Vec<InlineNode>),
    Strong(Vec<InlineNode>),
    Link {
        url: String,
        content: Vec<InlineNode>,
    },
    Image(Image),
    /// A reference to the footnote with this number in [`super::notes::Notes`].
    Note(usize),
}

/// One line of a paragraph's source.
#[derive(Debug, Default)]
pub struct Line {
    /// The soft or hard break before it.
    pub before: Option<InlineNode>,
    pub nodes: Vec<InlineNode>,
    /// Where its first text begins in the source.
    start: Option<usize>,
}

impl Line {
    /// Returns the byte of the source at which the line's first text begins; nothing for a line without text.
    pub fn start(&self) -> Option<usize> {
        self.start
    }

    /// The text that the line begins with, and whether the line has nothing else.
    pub fn first_text(&self) -> Option<(&Run, bool)> {
        match self.nodes.first() {
            Some(InlineNode::Text(run)) => Some((run, self.nodes.len() == 1)),
            _ => None,
        }
    }

    /// Whether the editor wrote the line break before it.
    pub fn is_forced(&self) -> bool {
        matches!(self.before, Some(InlineNode::Break))
    }

    /// Whether the words of the line have come to an end: of a sentence, or of an item of a list.
    pub fn ends_sentence(&self) -> bool {
        let marks = last_sign(&self.nodes);
        marks.is_some_and(|sign| matches!(sign, '.' | ';' | ':' | '!' | '?' | '…' | '/'))
    }

    /// Takes the labels of points off the line's beginning: mostly none or one; `2a. a)` has two, of falling kinds.
    pub fn take_labels(&mut self) -> Vec<(Label, Range<usize>)> {
        let mut labels: Vec<(Label, Range<usize>)> = Vec::new();
        let last = self.nodes.len() == 1;
        while let Some(InlineNode::Text(run)) = self.nodes.first_mut() {
            let Some(label) = points::at_start(run.text(), last) else { break };
            let length = label.text.len();
            let falls = labels.last().is_none_or(|(above, _)| above.kind < label.kind);
            if !falls || !run.is_literal(0..length) {
                break;
            }
            let place = run.source(0..length);
            let rest = run.text().get(length..).unwrap_or_default();
            *run = run.skip(run.text().len() - rest.trim_start().len());
            labels.push((label, place));
        }
        labels
    }

    /// Whether the line ends with a word such as "khoản", whose number is on the next line.
    pub fn asks_for_number(&self) -> bool {
        matches!(self.nodes.last(), Some(InlineNode::Text(run)) if points::asks_for_number(run.text()))
    }
}

/// Whether an event belongs to the content of a paragraph. In a tight list such events come without a paragraph.
pub fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Text(_) | Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::InlineHtml(_) => true,
        Event::FootnoteReference(_) | Event::SoftBreak | Event::HardBreak | Event::TaskListMarker(_) => true,
        Event::Start(tag) => {
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        }
        Event::End(_) | Event::Html(_) | Event::Rule => false,
    }
}

/// The content up to the end of the element that has just begun.
pub fn until(reader: &mut MarkdownReader<'_, '_>, end: TagEnd) -> Vec<InlineNode> {
    let mut collector = Collector::default();
    while let Some((event, range)) = reader.next() {
        if collector.open.is_empty() && event == Event::End(end) {
            break;
        }
        collector.take(reader, event, range);
    }
    collector.nodes
}

/// The content that is here without a paragraph around it.
pub fn loose(reader: &mut MarkdownReader<'_, '_>) -> Vec<InlineNode> {
    let mut collector = Collector::default();
    while !collector.open.is_empty() || reader.peek().is_some_and(is_inline) {
        let Some((event, range)) = reader.next() else { break };
        collector.take(reader, event, range);
    }
    collector.nodes
}

#[derive(Default)]
struct Collector {
    nodes: Vec<InlineNode>,
    open: Vec<Open>,
    /// How many of the open elements are not dissolved.
    kept: usize,
    /// Whether a tag of HTML was reported.
    has_tag: bool,
}

/// An element whose end is still to come, with what was before it.
enum Open {
    Emphasis(Vec<InlineNode>),
    Strong(Vec<InlineNode>),
    Link {
        url: String,
        before: Vec<InlineNode>,
    },
    Image {
        path: String,
        title: String,
        before: Vec<InlineNode>,
    },
    /// Not accepted: its content joins what is around it. Keeps this many bytes of its closing mark as text.
    Dissolved {
        mark: usize,
    },
}

impl Collector {
    fn take(&mut self, reader: &mut MarkdownReader<'_, '_>, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Text(text) => {
                let spelling = spelling(reader, &text, &range);
                push_text(&mut self.nodes, &text, range, spelling);
            }
            Event::Code(code) => self.nodes.push(InlineNode::Code(code.to_string(), range)),
            Event::InlineMath(_) | Event::DisplayMath(_) => {
                reader.unsupported(&forms::MATH, range.clone());
                push_lines(&mut self.nodes, reader.source(range.clone()), range, Spelling::Exact);
            }
            // One tag is one fault; its end is not said again.
            Event::InlineHtml(html) if html.starts_with("</") && self.has_tag => {}
            Event::InlineHtml(html) | Event::Html(html) => {
                self.has_tag = true;
                reader.report(codes::RAW_HTML, range, &[("html", &shortened(&html))]);
            }
            Event::FootnoteReference(label) => self.nodes.push(InlineNode::Note(reader.notes.id(&label))),
            Event::SoftBreak => self.nodes.push(InlineNode::Soft(range)),
            Event::HardBreak => self.nodes.push(InlineNode::Break),
            Event::TaskListMarker(_) => reader.unsupported(&forms::TASK, range),
            Event::Start(tag) => {
                let open = self.begin(reader, tag, range);
                self.kept += usize::from(!matches!(open, Open::Dissolved { .. }));
                self.open.push(open);
            }
            Event::End(_) => self.end(reader, range),
            Event::Rule => {}
        }
    }

    fn begin(&mut self, reader: &mut MarkdownReader<'_, '_>, tag: Tag<'_>, range: Range<usize>) -> Open {
        if self.kept >= DEEPEST {
            reader.too_deep(range.clone());
            reader.cover(range);
            return Open::Dissolved { mark: 0 };
        }
        match tag {
            Tag::Emphasis | Tag::Strong if inside_word(reader, range.start) => {
                reader.unsupported(&forms::STAR_IN_WORD, range.clone());
                let mark = if tag == Tag::Strong { 2 } else { 1 };
                let opening = range.start..range.start + mark;
                push_text(&mut self.nodes, reader.source(opening.clone()), opening, Spelling::Reported);
                Open::Dissolved { mark }
            }
            Tag::Emphasis => Open::Emphasis(std::mem::take(&mut self.nodes)),
            Tag::Strong => Open::Strong(std::mem::take(&mut self.nodes)),
            Tag::Link { link_type, dest_url, title, id } => {
                reader.cover(range.clone());
                reader.use_definition(&id);
                if !title.is_empty() {
                    reader.unsupported(&forms::LINK_TITLE, range.clone());
                }
                match address::checked(link_type, &dest_url) {
                    Ok(url) => Open::Link { url, before: std::mem::take(&mut self.nodes) },
                    Err(fault) => {
                        let fix = mailbox(reader, &fault, &range);
                        reader.report_with(codes::BAD_LINK, range, |finding| {
                            let finding = finding.arg("url", shortened(&dest_url));
                            finding.arg("problem", fault.problem()).arg("advice", fault.advice()).fix(fix)
                        });
                        Open::Dissolved { mark: 0 }
                    }
                }
            }
            Tag::Image { dest_url, title, id, .. } => {
                reader.cover(range);
                reader.use_definition(&id);
                let before = std::mem::take(&mut self.nodes);
                Open::Image { path: dest_url.to_string(), title: title.to_string(), before }
            }
            Tag::Strikethrough => {
                reader.unsupported(&forms::STRIKE, range);
                Open::Dissolved { mark: 0 }
            }
            // Blocks, which do not come here, and kinds that are not enabled.
            _ => Open::Dissolved { mark: 0 },
        }
    }

    fn end(&mut self, reader: &mut MarkdownReader<'_, '_>, range: Range<usize>) {
        let open = self.open.pop();
        self.kept -= usize::from(open.as_ref().is_some_and(|open| !matches!(open, Open::Dissolved { .. })));
        let mut content = |before| std::mem::replace(&mut self.nodes, before);
        let node = match open {
            Some(Open::Emphasis(before)) => InlineNode::Emphasis(content(before)),
            Some(Open::Strong(before)) => InlineNode::Strong(content(before)),
            Some(Open::Link { url, before }) => InlineNode::Link { url, content: content(before) },
            Some(Open::Image { path, title, before }) => {
                let alt = plain(&content(before));
                InlineNode::Image(image::checked(reader, path, &title, alt, range))
            }
            Some(Open::Dissolved { mark }) if mark > 0 => {
                let closing = range.end.saturating_sub(mark)..range.end;
                return push_text(&mut self.nodes, reader.source(closing.clone()), closing, Spelling::Reported);
            }
            Some(Open::Dissolved { .. }) | None => return,
        };
        self.nodes.push(node);
    }
}

/// Asterisks inside a word are a multiplication sign or a placeholder, `2*3*4`; CommonMark would take them away.
fn inside_word(reader: &MarkdownReader<'_, '_>, start: usize) -> bool {
    reader.source(0..start).chars().next_back().is_some_and(char::is_alphanumeric)
}

/// How the text of an event is written in the source.
pub fn spelling(reader: &MarkdownReader<'_, '_>, text: &str, range: &Range<usize>) -> Spelling {
    if reader.source(range.clone()) != text {
        Spelling::Other
    } else if reader.source(0..range.start).ends_with('\\') {
        Spelling::Escaped
    } else {
        Spelling::Exact
    }
}

/// Adds text to the run at the end, or begins one.
pub fn push_text(nodes: &mut Vec<InlineNode>, text: &str, source: Range<usize>, spelling: Spelling) {
    if text.is_empty() {
        return;
    }
    if !matches!(nodes.last(), Some(InlineNode::Text(_))) {
        nodes.push(InlineNode::Text(Run::default()));
    }
    if let Some(InlineNode::Text(run)) = nodes.last_mut() {
        run.push(text, source, spelling);
    }
}

/// Adds text that has line ends in it, without the indentation of its lines.
pub fn push_lines(nodes: &mut Vec<InlineNode>, text: &str, source: Range<usize>, spelling: Spelling) {
    let exact = spelling == Spelling::Exact;
    let mut at = source.start;
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 && !matches!(nodes.last(), None | Some(InlineNode::Soft(_))) {
            nodes.push(InlineNode::Soft(if exact { at - 1..at } else { source.clone() }));
        }
        // White space before a word on the same line, after a tag, still parts the words.
        let begins_line = matches!(nodes.last(), None | Some(InlineNode::Soft(_)));
        let words = if begins_line { line.trim_start() } else { line };
        let end = at + line.len();
        push_text(nodes, words, if exact { end - words.len()..end } else { source.clone() }, spelling);
        at = end + 1;
    }
}

/// Parts a paragraph at its own line ends; those inside emphasis or a link do not count.
pub fn lines(nodes: Vec<InlineNode>) -> Vec<Line> {
    let mut lines = vec![Line::default()];
    for node in nodes {
        match node {
            InlineNode::Soft(_) | InlineNode::Break => lines.push(Line { before: Some(node), ..Line::default() }),
            node => {
                if let Some(line) = lines.last_mut() {
                    line.start = line.start.or_else(|| first_byte(&node));
                    line.nodes.push(node);
                }
            }
        }
    }
    lines
}

/// The last sign of some nodes, behind which quotation marks, brackets and footnotes do not count.
fn last_sign(nodes: &[InlineNode]) -> Option<char> {
    nodes.iter().rev().find_map(|node| match node {
        InlineNode::Text(run) => {
            run.text().trim_end().trim_end_matches(['”', '"', '’', '\'', '»', ')', ']', '*']).chars().next_back()
        }
        InlineNode::Emphasis(content) | InlineNode::Strong(content) | InlineNode::Link { content, .. } => {
            last_sign(content)
        }
        InlineNode::Soft(_) | InlineNode::Break | InlineNode::Note(_) => None,
        InlineNode::Code(..) | InlineNode::Image(_) => Some('`'),
    })
}

fn first_byte(node: &InlineNode) -> Option<usize> {
    match node {
        InlineNode::Text(run) => Some(run.source(0..1).start),
        InlineNode::Soft(range) | InlineNode::Code(_, range) => Some(range.start),
        InlineNode::Image(image) => Some(image.range.start),
        InlineNode::Emphasis(content) | InlineNode::Strong(content) | InlineNode::Link { content, .. } => {
            content.iter().find_map(first_byte)
        }
        InlineNode::Break | InlineNode::Note(_) => None,
    }
}

/// Takes breaks and empty text off both ends.
pub fn trim(nodes: &mut Vec<InlineNode>) {
    let empty = |node: &InlineNode| match node {
        InlineNode::Text(run) => run.text().trim().is_empty(),
        InlineNode::Soft(_) | InlineNode::Break => true,
        _ => false,
    };
    let content = nodes.iter().rposition(|node| !empty(node)).map_or(0, |last| last + 1);
    nodes.truncate(content);
    let before = nodes.iter().take_while(|node| empty(node)).count();
    nodes.drain(..before);
}

/// The bare words of some nodes.
fn plain(nodes: &[InlineNode]) -> String {
    nodes
        .iter()
        .map(|node| match node {
            InlineNode::Text(run) => run.text().to_owned(),
            InlineNode::Soft(_) | InlineNode::Break => " ".to_owned(),
            InlineNode::Code(code, _) => code.clone(),
            InlineNode::Emphasis(content) | InlineNode::Strong(content) | InlineNode::Link { content, .. } => {
                plain(content)
            }
            InlineNode::Image(image) => image.alt.clone(),
            InlineNode::Note(_) => String::new(),
        })
        .collect()
}

/// The first line of a text, cut where it gets long, for a message.
pub fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    let text = text.trim();
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// `mailto:` before the only mailbox of a link.
fn mailbox(reader: &MarkdownReader<'_, '_>, fault: &LinkFault, range: &Range<usize>) -> Option<Fix> {
    let LinkFault::BareMailbox(mailbox) = fault else { return None };
    let at = range.start + reader.source(range.clone()).rfind(&format!("]({mailbox}"))? + "](".len();
    Some(Fix::words(reader.span(at..at), "mailto:"))
}
