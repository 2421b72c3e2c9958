//! The words of a paragraph as one text, with the citations in it: emphasis, links and notes do not part a place from its
//! document (`Điều 5 **Nghị định số …**`, `Điều 5[^1] Nghị định số …`).

use std::ops::Range;

use super::inline::InlineNode;
use crate::model::citation::{Cited, Found};
use crate::syntax::citation::find;

/// The placeholder of an object that is not text.
const OBJECT: &str = "\u{fffc}";

/// A paragraph's words. Its runs are read in their order.
pub struct Flat {
    text: String,
    found: Vec<Found>,
    /// Where the runs begin in the text, in their order.
    starts: std::vec::IntoIter<usize>,
    /// The first citation that the runs to come may hold.
    next: usize,
}

impl Flat {
    /// Joins the words of the nodes and finds the citations in them.
    pub fn of(nodes: &[InlineNode]) -> Self {
        let mut builder = FlatTextBuilder::default();
        builder.add(nodes);
        let found = find(&builder.text);
        Self { text: builder.text, found, starts: builder.starts.into_iter(), next: 0 }
    }

    /// The words of all runs, with what is between them.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the next run begins; runs without words are not counted.
    pub fn next_start(&mut self) -> usize {
        self.starts.next().unwrap_or(self.text.len())
    }

    /// The citations in this part of the text, each with the number of the whole that it is of. Parts are read from left
    /// to right.
    pub fn citations(&mut self, part: &Range<usize>) -> Vec<(Found, usize)> {
        self.next += self.found.iter().skip(self.next).take_while(|found| found.range.end <= part.start).count();
        let here = self.found.iter().enumerate().skip(self.next).take_while(|(_, found)| found.range.start < part.end);
        here.filter_map(|(index, found)| Some((self.clipped(found, part)?, index))).collect()
    }

    /// The citation as it is written in the paragraph.
    pub fn whole(&self, index: usize) -> Option<&Found> {
        self.found.get(index)
    }

    /// What of a citation lies in this part; `None` where neither a place nor the document does.
    fn clipped(&self, found: &Found, part: &Range<usize>) -> Option<Found> {
        if common(&found.range, part).as_ref() == Some(&found.range) {
            return Some(found.clone());
        }
        let within = |range: &Range<usize>| self.trimmed(common(range, part)?);
        let cited = in_part(&found.cited, |cited| &cited.range, part);
        let cited = cited.filter_map(|it| Some(Cited { target: it.target.clone(), range: within(&it.range)? }));
        let cited: Vec<Cited> = cited.collect();
        let document_range = found.document_range.as_ref().and_then(within);
        let words = || cited.iter().map(|cited| &cited.range).chain(&document_range);
        let start = words().map(|words| words.start).min()?;
        let range = start..words().map(|words| words.end).max()?;
        let notes = in_part(&found.notes, |note| &note.range, part);
        let notes = notes.filter(|note| common(&note.range, &range).as_ref() == Some(&note.range)).cloned().collect();
        let (document, dated, issuer) = (found.document.clone(), found.dated, found.issuer.clone());
        Some(Found { range, document, document_range, cited, dated, issuer, notes })
    }

    fn trimmed(&self, range: Range<usize>) -> Option<Range<usize>> {
        let words = self.text.get(range.clone())?;
        let start = range.start + (words.len() - words.trim_start().len());
        let end = start + words.trim().len();
        (start < end).then_some(start..end)
    }
}

/// Of things in the order of the text, those that reach into a part. A list may be cut into as many parts as it has places.
fn in_part<'t, T>(
    all: &'t [T],
    range: impl Fn(&T) -> &Range<usize>,
    part: &Range<usize>,
) -> impl Iterator<Item = &'t T> {
    let first = all.partition_point(|it| range(it).end <= part.start);
    let end = part.end;
    all.iter().skip(first).take_while(move |it| range(it).start < end)
}

fn common(one: &Range<usize>, other: &Range<usize>) -> Option<Range<usize>> {
    let (start, end) = (one.start.max(other.start), one.end.min(other.end));
    (start < end).then_some(start..end)
}

#[derive(Default)]
struct FlatTextBuilder {
    text: String,
    starts: Vec<usize>,
    /// Whether the last node was of the run that grows.
    in_run: bool,
    /// Whether a note is here, which parts two words though it has no width.
    after_note: bool,
}

impl FlatTextBuilder {
    fn add(&mut self, nodes: &[InlineNode]) {
        for node in nodes {
            match node {
                InlineNode::Text(run) => self.words(run.text()),
                InlineNode::Soft(_) => self.words(" "),
                InlineNode::Break => self.object("\n\n"),
                InlineNode::Code(..) | InlineNode::Image(_) => self.object(OBJECT),
                InlineNode::Note(_) => (self.in_run, self.after_note) = (false, true),
                InlineNode::Emphasis(content) | InlineNode::Strong(content) | InlineNode::Link { content, .. } => {
                    self.in_run = false;
                    self.add(content);
                    self.in_run = false;
                }
            }
        }
    }

    fn words(&mut self, words: &str) {
        let Some(first) = words.chars().next() else { return };
        if self.after_note && first.is_alphanumeric() {
            self.text.push(' ');
        }
        if !self.in_run {
            self.starts.push(self.text.len());
        }
        self.text.push_str(words);
        (self.in_run, self.after_note) = (true, false);
    }

    fn object(&mut self, sign: &str) {
        self.text.push_str(sign);
        (self.in_run, self.after_note) = (false, false);
    }
}
