//! Turns collected text to the final inlines: the editor's references, footnotes that lead nowhere, citations.

use std::ops::Range;

use super::flat::Flat;
use super::inline::{InlineNode, shortened};
use super::reader::{MarkdownReader, Tail};
use super::run::{Run, Spelling};
use super::{citations, raw};
use crate::model::ids::ExcerptId;
use crate::model::text::Inline;
use crate::syntax::messages::{markdown as codes, markdown::forms};

/// The inlines of a paragraph, heading or cell.
pub fn finish(reader: &mut MarkdownReader<'_, '_>, nodes: Vec<InlineNode>) -> Vec<Inline> {
    let mut flat = Flat::of(&nodes);
    inlines(reader, nodes, &mut flat, false)
}

fn inlines(reader: &mut MarkdownReader<'_, '_>, nodes: Vec<InlineNode>, flat: &mut Flat, in_link: bool) -> Vec<Inline> {
    let mut into = Vec::new();
    let mut run = Run::default();
    for node in nodes {
        let node = match node {
            InlineNode::Text(text) => {
                run.append(text);
                continue;
            }
            InlineNode::Soft(range) => {
                run.push(" ", range, Spelling::Other);
                continue;
            }
            other => other,
        };
        text(reader, std::mem::take(&mut run), flat, in_link, &mut into);
        into.push(match node {
            InlineNode::Break => Inline::Break,
            InlineNode::Code(code, range) => {
                mark_tail(reader, &code, range);
                Inline::Code(code)
            }
            InlineNode::Emphasis(content) => Inline::Emphasis(inlines(reader, content, flat, in_link)),
            InlineNode::Strong(content) => Inline::Strong(inlines(reader, content, flat, in_link)),
            InlineNode::Link { url, content } => Inline::Link { url, content: inlines(reader, content, flat, true) },
            InlineNode::Image(image) => {
                reader.unsupported(&forms::IMAGE_IN_TEXT, image.range);
                Inline::Text(image.alt)
            }
            InlineNode::Note(id) => Inline::FootnoteRef(id),
            InlineNode::Text(_) | InlineNode::Soft(_) => continue,
        });
    }
    text(reader, run, flat, in_link, &mut into);
    into
}

/// One stretch of text.
fn text(reader: &mut MarkdownReader<'_, '_>, run: Run, flat: &mut Flat, in_link: bool, into: &mut Vec<Inline>) {
    let words = run.text();
    if words.is_empty() {
        return;
    }
    let start = flat.next_start();
    let last = words.trim_end();
    if let Some(sign) = last.chars().next_back() {
        mark_tail(reader, last, run.source(last.len() - sign.len_utf8()..last.len()));
    }
    let mut plain_from = 0;
    let mut at = 0;
    // The next end of a reference, looked for once and not for each beginning.
    let mut close = 0;
    while let Some(open) = words.get(at..).and_then(|rest| rest.find('[')).map(|found| at + found) {
        let rest = words.get(open..).unwrap_or_default();
        at = open + 1;
        if rest.starts_with("[[") && run.is_literal(open..open + 2) {
            let inside = open + 2;
            if close < inside {
                close = words.get(inside..).and_then(|rest| rest.find("]]")).map_or(usize::MAX, |end| inside + end);
            }
            let inner = words.get(inside..close).filter(|inner| !inner.contains("[["));
            match inner.and_then(|inner| if in_link { None } else { reference(inner, run.source(open..close + 2)) }) {
                Some(reference) => {
                    plain(reader, &run, plain_from..open, (!in_link).then_some((&mut *flat, start)), into);
                    into.push(reference);
                    (at, plain_from) = (close + 2, close + 2);
                }
                None => {
                    let end = if inner.is_some() { close + 2 } else { inside + unclosed(rest) };
                    let shown = shortened(words.get(open..end).unwrap_or_default());
                    let advice = codes::fix_reference(inner.is_some(), in_link);
                    reader.report_with(codes::BAD_REFERENCE, run.source(open..end), |finding| {
                        finding.arg("text", shown).arg("advice", advice)
                    });
                    at = end;
                }
            }
        } else if let Some(label) = dangling_note(rest)
            && run.is_literal(open..open + label.len() + 3)
        {
            let range = run.source(open..open + label.len() + 3);
            reader.report(codes::NO_FOOTNOTE, range, &[("label", label)]);
        }
    }
    plain(reader, &run, plain_from..words.len(), (!in_link).then_some((flat, start)), into);
}

/// Reads the text between brackets as an identifier, with or without words.
fn reference(inner: &str, range: Range<usize>) -> Option<Inline> {
    let (id, words) = match inner.split_once('|') {
        Some((id, words)) => (id, Some(words.trim().to_owned())),
        None => (inner, None),
    };
    if words.as_ref().is_some_and(String::is_empty) {
        return None;
    }
    let id: ExcerptId = id.trim().parse().ok()?;
    Some(Inline::Reference { id, words, range })
}

/// How much of the text after `[[` a finding shows when the reference never ends: the first word.
fn unclosed(from_open: &str) -> usize {
    let inner = from_open.get(2..).unwrap_or_default();
    inner.find(|sign: char| sign.is_whitespace() || sign == '[').unwrap_or(inner.len())
}

/// The label of `[^label]`. The parser takes the marks of footnotes that exist; what is left in the text has none.
fn dangling_note(text: &str) -> Option<&str> {
    let label = text.strip_prefix("[^")?;
    let end = label.find(|sign: char| sign == ']' || sign == '[' || sign.is_whitespace())?;
    (end > 0 && label.get(end..)?.starts_with(']')).then(|| label.get(..end)).flatten()
}

/// Text without references, with the paragraph and the run's place in it. There is none in a link, whose words lead elsewhere
/// already.
fn plain(
    reader: &mut MarkdownReader<'_, '_>,
    run: &Run,
    part: Range<usize>,
    flat: Option<(&mut Flat, usize)>,
    into: &mut Vec<Inline>,
) {
    raw::report(reader, run, part.clone());
    match flat {
        Some((flat, start)) => citations::cite(reader, run, part, (flat, start), into),
        None => citations::push_text(run.text().get(part).unwrap_or_default(), into),
    }
}

fn mark_tail(reader: &mut MarkdownReader<'_, '_>, words: &str, range: Range<usize>) {
    if reader.in_note == 0
        && let Some(sign) = words.chars().next_back()
    {
        reader.tail = Some(Tail { sign, range });
    }
}
