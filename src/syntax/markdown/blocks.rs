//! Walks the events and sees to every kind of block.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::beginnings::{self, Begins};
use super::inline::{self, InlineNode, Line};
use super::outline::{Outline, trimmed};
use super::points::{self, Label};
use super::reader::MarkdownReader;
use super::run::Spelling;
use super::{Purpose, image, raw, table, words};
use crate::model::text::{Block, Inline, plain_line};
use crate::syntax::messages::{markdown as codes, markdown::forms};

/// The blocks of the body.
pub fn read(reader: &mut MarkdownReader<'_, '_>) -> Vec<Block> {
    let mut blocks = container(reader, 0);
    level_headings(&mut blocks);
    blocks
}

/// The blocks up to the end of the container (a quotation, a footnote) that has just begun, or of the body.
pub fn container(reader: &mut MarkdownReader<'_, '_>, depth: usize) -> Vec<Block> {
    let mut outline = Outline::new(MarkdownReader::room(depth));
    // Containers too deep to be opened, whose content goes here.
    let mut flattened = 0_usize;
    loop {
        if reader.peek().is_some_and(inline::is_inline) {
            let nodes = inline::loose(reader);
            paragraph(reader, nodes, &mut outline);
            continue;
        }
        let Some((event, range)) = reader.next() else { break };
        match event {
            Event::Start(tag @ (Tag::BlockQuote(_) | Tag::FootnoteDefinition(_))) => {
                let depth = depth + outline.depth() + 1;
                if MarkdownReader::room(depth) == 0 {
                    reader.too_deep(range);
                    flattened += 1;
                } else if let Tag::FootnoteDefinition(label) = tag {
                    footnote(reader, &label, range, depth);
                } else {
                    quote(reader, &tag, range, &mut outline, depth);
                }
            }
            Event::End(TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition) => match flattened.checked_sub(1) {
                Some(rest) => flattened = rest,
                None => break,
            },
            Event::Start(Tag::Item) => item(reader, range, &mut outline),
            Event::Start(Tag::Paragraph) => {
                let nodes = inline::until(reader, TagEnd::Paragraph);
                paragraph(reader, nodes, &mut outline);
            }
            Event::Start(Tag::Heading { level, .. }) => heading(reader, level, range, &mut outline, depth),
            Event::Start(Tag::Table(alignment)) => {
                let column = reader.column_of(range);
                let table = table::read(reader, &alignment);
                reader.tail = None;
                outline.block(Block::Table(table), column);
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let form = match kind {
                    CodeBlockKind::Indented => &forms::CODE_INDENTED,
                    CodeBlockKind::Fenced(_) => &forms::CODE_FENCED,
                };
                reader.unsupported(form, range.clone());
                verbatim(reader, range, TagEnd::CodeBlock, &mut outline);
            }
            Event::Start(Tag::MetadataBlock(kind)) => {
                reader.unsupported(&forms::METADATA, range.clone());
                verbatim(reader, range, TagEnd::MetadataBlock(kind), &mut outline);
            }
            Event::Start(Tag::HtmlBlock) => html(reader, range, &mut outline),
            Event::Rule => reader.unsupported(&forms::RULE, range),
            // Lists need nothing but their items. The rest are inlines, seen to above, and kinds that are not enabled.
            Event::Start(_) | Event::End(_) | Event::DisplayMath(_) => {}
            Event::Text(_) | Event::Code(_) | Event::InlineMath(_) | Event::Html(_) | Event::InlineHtml(_) => {}
            Event::FootnoteReference(_) | Event::SoftBreak | Event::HardBreak | Event::TaskListMarker(_) => {}
        }
    }
    outline.finish()
}

/// A Markdown list item opens a point with the label that is in the source.
fn item(reader: &mut MarkdownReader<'_, '_>, range: Range<usize>, outline: &mut Outline) {
    let start = trimmed(reader.text, range.clone()).start;
    let Some(label) = points::of_item(reader.source(start..range.end)) else { return };
    let place = start..start + label.text.len();
    reader.cover(place.clone());
    open_point(reader, label, place, outline);
}

fn open_point(reader: &mut MarkdownReader<'_, '_>, label: Label, place: Range<usize>, outline: &mut Outline) {
    let column = reader.column(place.start);
    let after = label.text.clone();
    if label.is_odd() {
        reader.report(codes::ODD_POINT, place.clone(), &[("label", &after)]);
    }
    let opened = outline.point(label, column);
    if opened.too_deep {
        reader.too_deep(place.clone());
    }
    if let Some((before, missing)) = opened.gap {
        reader.report(codes::SKIPPED_POINT, place, &[("before", &before), ("after", &after), ("missing", &missing)]);
    }
}

/// A paragraph of the source: its lines make up paragraphs and, where they begin with labels, points.
fn paragraph(reader: &mut MarkdownReader<'_, '_>, nodes: Vec<InlineNode>, outline: &mut Outline) {
    let mut lines = inline::lines(nodes);
    raw::report_table(reader, &lines);
    let Some(start) = lines.iter().find_map(|line| line.start()) else { return };
    let column = reader.column(start);
    let mut pending: Vec<InlineNode> = Vec::new();
    let begins = beginnings::of(&lines, outline);
    for (index, (line, begins)) in lines.iter_mut().zip(begins).enumerate() {
        raw::report_at_start(reader, line);
        if index == 0 && begins != Begins::Point {
            outline.leave(column);
        }
        begin(reader, line, begins, &mut pending, outline);
        if !pending.is_empty() {
            pending.extend(line.before.take());
        }
        pending.append(&mut line.nodes);
    }
    flush(reader, &mut pending, outline);
}

fn begin(
    reader: &mut MarkdownReader<'_, '_>,
    line: &mut Line,
    begins: Begins,
    pending: &mut Vec<InlineNode>,
    outline: &mut Outline,
) {
    match begins {
        Begins::Nothing => {}
        Begins::Point => {
            for (label, place) in line.take_labels() {
                flush(reader, pending, outline);
                open_point(reader, label, place, outline);
            }
        }
        Begins::Paragraph { unit } => {
            flush(reader, pending, outline);
            if let Some(start) = line.start().filter(|_| unit) {
                outline.leave(reader.column(start));
            }
        }
        Begins::Stuck(length) => stuck_point(reader, line, length),
    }
}

/// A label that is stuck to the next word stays text.
fn stuck_point(reader: &mut MarkdownReader<'_, '_>, line: &Line, length: usize) {
    let Some((run, _)) = line.first_text() else { return };
    let label = run.text().get(..length).unwrap_or_default();
    // Stuck labels end with a sign of ASCII.
    let (words, sign) = label.split_at(label.len().saturating_sub(1));
    let escaped = format!("{words}\\{sign}");
    reader.report(codes::STUCK_POINT, run.source(0..length), &[("label", label), ("escaped", &escaped)]);
}

fn flush(reader: &mut MarkdownReader<'_, '_>, pending: &mut Vec<InlineNode>, outline: &mut Outline) {
    let mut nodes = std::mem::take(pending);
    inline::trim(&mut nodes);
    if let Some(image) = image::alone(&mut nodes) {
        reader.tail = None;
        outline.content(Block::Image(image));
        return;
    }
    let content = words::finish(reader, nodes);
    if !content.is_empty() {
        outline.content(Block::Paragraph(content));
    }
}

fn quote(reader: &mut MarkdownReader<'_, '_>, tag: &Tag<'_>, range: Range<usize>, outline: &mut Outline, depth: usize) {
    let start = trimmed(reader.text, range.clone()).start;
    let column = reader.column(start);
    if let Tag::BlockQuote(Some(_)) = tag {
        alert(reader, start);
    }
    outline.leave(column);
    let lost = report_lost_signs(reader, start..range.end);
    let mut blocks = container(reader, depth);
    match (lost, blocks.first_mut()) {
        (_, None) => {}
        (Some(sign), Some(Block::Paragraph(words))) => {
            words.insert(0, Inline::Text(sign.to_owned()));
            blocks.into_iter().for_each(|block| outline.content(block));
        }
        (_, Some(_)) => outline.content(Block::Quote(blocks)),
    }
}

/// Reports signs of comparison that were read as marks of a quotation: `> 5 năm` and `>= 2` are about greater numbers.
/// Returns the sign where the quotation begins with one. Its later lines may well begin with a number, but not with `=`,
/// and with a number right behind the mark only where the first line has no space there either.
fn report_lost_signs<'t>(reader: &mut MarkdownReader<'t, '_>, range: Range<usize>) -> Option<&'t str> {
    let mut lost = None;
    let spaced = reader.source(range.clone()).starts_with("> ");
    let mut at = range.start;
    for line in reader.source(range.clone()).split_inclusive('\n') {
        let first = at == range.start;
        let marked = line.trim_start();
        let content = marked.strip_prefix('>').unwrap_or_default();
        let stuck = spaced && content.starts_with(|sign: char| sign.is_ascii_digit());
        let content = content.trim_start();
        if content.starts_with(['=', '%', '‰', '½', '¼', '¾']) || ((first || stuck) && is_number(content)) {
            let shown = inline::shortened(marked);
            reader.report(codes::LOST_SIGN, at..at + line.len(), &[("line", &shown)]);
            lost = if first { marked.get(..marked.len() - content.len()) } else { lost };
        }
        at += line.len();
    }
    lost
}

/// A number that is no label: `> 5. Khoản năm` quotes.
fn is_number(content: &str) -> bool {
    content.starts_with(|sign: char| sign.is_ascii_digit()) && points::at_start(content.trim_end(), true).is_none()
}

/// GitHub's `> [!NOTE]`.
fn alert(reader: &mut MarkdownReader<'_, '_>, start: usize) {
    let line = reader.source(start..reader.text.len()).split('\n').next().unwrap_or_default();
    let from = line.find("[!").unwrap_or_default();
    let to = line.find(']').map_or(line.len(), |end| end + 1);
    let range = start + from..start + to.max(from);
    reader.cover(range.clone());
    reader.unsupported(&forms::ALERT, range);
}

fn footnote(reader: &mut MarkdownReader<'_, '_>, label: &str, range: Range<usize>, depth: usize) {
    let start = trimmed(reader.text, range.clone()).start;
    let length = reader.source(start..range.end).find("]:").map_or(0, |end| end + 2);
    let place = start..start + length;
    reader.cover(place.clone());
    // Further lines of a footnote are indented by four: its first line counts as standing there too.
    let content = trimmed(reader.text, place.end..range.end).start;
    reader.columns.declare(content, 4);
    reader.in_note += 1;
    let blocks = container(reader, depth);
    reader.in_note -= 1;
    let id = reader.notes.id(label);
    if blocks.is_empty() {
        reader.report(codes::NO_FOOTNOTE, place.clone(), &[("label", label)]);
    }
    if !reader.notes.define(id, blocks, place.clone()) {
        reader.unsupported(&forms::NOTE_TWICE, place);
    }
}

fn heading(
    reader: &mut MarkdownReader<'_, '_>,
    level: HeadingLevel,
    range: Range<usize>,
    outline: &mut Outline,
    depth: usize,
) {
    let range = trimmed(reader.text, range);
    let column = reader.column(range.start);
    let nodes = inline::until(reader, TagEnd::Heading(level));
    let source = reader.source(range.clone());
    if let Some(underline) = source.rfind('\n') {
        // A line of - or = under a paragraph. The editor wanted a line across the page, or nothing at all.
        reader.unsupported(&forms::UNDERLINED, range.start + underline + 1..range.end);
        return paragraph(reader, nodes, outline);
    }
    let content = words::finish(reader, nodes);
    let outside_points = outline.leave(column);
    let words = plain_line(&content);
    let title = if words.is_empty() { source } else { &words };
    match reader.purpose {
        Purpose::Excerpt => reader.report(codes::HEADING, range, &[("heading", title)]),
        Purpose::Guidance if words.is_empty() => reader.unsupported(&forms::HEADING_EMPTY, range),
        Purpose::Guidance if depth > 0 || !outside_points => reader.unsupported(&forms::HEADING_INSIDE, range),
        Purpose::Guidance => return outline.content(Block::Heading { level: level as u8, content }),
    }
    if !content.is_empty() {
        outline.content(Block::Paragraph(vec![Inline::Strong(content)]));
    }
}

/// Makes the largest heading of the body level 1, whether its editor began with `#` or `##`, and lets no level be left
/// out on the way down (PDF/UA-1, 7.4.2).
fn level_headings(blocks: &mut [Block]) {
    let levels = blocks.iter().filter_map(|block| match block {
        Block::Heading { level, .. } => Some(*level),
        _ => None,
    });
    let Some(largest) = levels.min() else { return };
    let mut above = 0;
    for block in blocks {
        if let Block::Heading { level, .. } = block {
            *level = (*level + 1).saturating_sub(largest).min(above + 1);
            above = *level;
        }
    }
}

/// The lines of a block that is not accepted, as a paragraph.
fn verbatim(reader: &mut MarkdownReader<'_, '_>, range: Range<usize>, end: TagEnd, outline: &mut Outline) {
    reader.cover(range);
    let mut nodes = Vec::new();
    while let Some((event, range)) = reader.next() {
        match event {
            Event::Text(text) => {
                let spelling = inline::spelling(reader, &text, &range);
                inline::push_lines(&mut nodes, &text, range, spelling);
            }
            Event::End(tag) if tag == end => break,
            _ => {}
        }
    }
    reader.verbatim = true;
    paragraph(reader, nodes, outline);
    reader.verbatim = false;
}

/// A block of HTML is one finding; the words between its tags stay.
fn html(reader: &mut MarkdownReader<'_, '_>, range: Range<usize>, outline: &mut Outline) {
    let shown = inline::shortened(reader.source(range.clone()));
    reader.report(codes::RAW_HTML, range.clone(), &[("html", &shown)]);
    reader.cover(range.clone());
    while let Some((event, _)) = reader.next() {
        if event == Event::End(TagEnd::HtmlBlock) {
            break;
        }
    }
    let mut nodes = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let rest = reader.source(at..range.end);
        let words = rest.find('<').unwrap_or(rest.len());
        inline::push_lines(&mut nodes, rest.get(..words).unwrap_or_default(), at..at + words, Spelling::Exact);
        at += words + tag_length(rest.get(words..).unwrap_or_default());
    }
    reader.verbatim = true;
    paragraph(reader, nodes, outline);
    reader.verbatim = false;
}

/// The length of the tag or comment that a text begins with.
fn tag_length(text: &str) -> usize {
    let end = if text.starts_with("<!--") { "-->" } else { ">" };
    text.find(end).map_or(text.len(), |at| at + end.len())
}
