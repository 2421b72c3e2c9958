//! The state of reading one body: the events, the text they came from, and where findings go.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser};

use super::characters;
use super::notes::Notes;
use super::outline::{Columns, trimmed};
use super::{DEEPEST, Purpose};
use crate::diag::{Code, FileId, Finding, Place, Sink, Span};
use crate::syntax::messages::{markdown as codes, markdown::UnsupportedForm, markdown::forms};

/// The last words read, for the check of unfinished texts.
pub struct Tail {
    pub sign: char,
    pub range: Range<usize>,
}

/// Reads the events of one body in order, and reports what they show.
pub struct MarkdownReader<'t, 's> {
    /// The whole file's text.
    pub text: &'t str,
    pub purpose: Purpose,
    pub columns: Columns,
    pub notes: Notes,
    /// The last sign of the last paragraph; `None` after a table or image.
    pub tail: Option<Tail>,
    /// Depth of footnote definitions: their words are not the body's last.
    pub in_note: usize,
    /// Within a block that was reported as a whole, whose signs are no markup.
    pub verbatim: bool,
    events: Peekable<OffsetIter<'t>>,
    /// Where the body begins in the file.
    base: usize,
    body_end: usize,
    file: FileId,
    sink: &'s mut Sink,
    /// What of the source has been read, in order of reading: the rest was dropped by the parser.
    covered: Vec<Range<usize>>,
    /// Link definitions and whether a link uses them.
    definitions: Vec<(String, Range<usize>, bool)>,
    nesting_reported: bool,
    pub word: characters::Word,
}

/// The extensions of Markdown that are parsed; some only in order to report them.
fn options() -> Options {
    // Footnotes of the GitHub kind: of the older kind, a second definition below the first would belong to the first.
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

impl<'t, 's> MarkdownReader<'t, 's> {
    /// Prepares a body, which begins at byte `base` of its file's text.
    pub fn new(text: &'t str, base: usize, body: &'t str, file: FileId, purpose: Purpose, sink: &'s mut Sink) -> Self {
        let events = Parser::new_ext(body, options()).into_offset_iter();
        let mut definitions: Vec<_> = events
            .reference_definitions()
            .iter()
            .map(|(label, definition)| {
                (label.to_lowercase(), definition.span.start + base..definition.span.end + base, false)
            })
            .collect();
        definitions.sort_by(|(label, place, _), (other, further, _)| (label, place.start).cmp(&(other, further.start)));
        MarkdownReader {
            text,
            purpose,
            columns: Columns::new(base),
            notes: Notes::default(),
            tail: None,
            in_note: 0,
            verbatim: false,
            events: events.peekable(),
            base,
            body_end: base + body.len(),
            file,
            sink,
            covered: Vec::new(),
            definitions,
            nesting_reported: false,
            word: characters::Word::default(),
        }
    }

    /// The next event, with its bytes in the file.
    pub fn next(&mut self) -> Option<(Event<'t>, Range<usize>)> {
        let (event, range) = self.events.next()?;
        let range = range.start + self.base..range.end + self.base;
        if !matches!(event, Event::Start(_) | Event::End(_)) {
            self.cover(range.clone());
        }
        Some((characters::read(self, event, &range), range))
    }

    /// Returns the next event without taking it.
    pub fn peek(&mut self) -> Option<&Event<'t>> {
        self.events.peek().map(|(event, _)| event)
    }

    /// The source of a range of bytes.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    /// Returns the source of a range; nothing of one that is not within the text.
    pub fn source(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    /// Returns the column of a byte in its line, from 0.
    pub fn column(&mut self, position: usize) -> usize {
        self.columns.of(self.text, position)
    }

    /// The column of the first thing in the range that is not white space.
    pub fn column_of(&mut self, range: Range<usize>) -> usize {
        let start = trimmed(self.text, range).start;
        self.column(start)
    }

    /// A finding at these bytes, without white space at their ends.
    pub fn report(&mut self, code: Code, range: Range<usize>, args: &[(&'static str, &str)]) {
        self.report_with(code, range, |finding| {
            args.iter().fold(finding, |finding, (name, words)| finding.arg(name, *words))
        });
    }

    /// A form that is not accepted.
    pub fn unsupported(&mut self, form: &UnsupportedForm, range: Range<usize>) {
        self.report_with(codes::UNSUPPORTED, range, |finding| {
            finding.arg("what", form.what()).arg("instead", form.instead())
        });
    }

    /// A finding that is complete.
    pub fn push(&mut self, finding: Finding) {
        self.sink.push(finding);
    }

    /// Returns where findings about a range point.
    pub fn place(&self, range: Range<usize>) -> Place {
        Place::Span(Span::new(self.file, range))
    }

    /// A finding to be completed by `fill`.
    pub fn report_with(&mut self, code: Code, range: Range<usize>, fill: impl FnOnce(Finding) -> Finding) {
        let range = trimmed(self.text, range);
        self.sink.push(fill(Finding::at(code, self.file, range)));
    }

    /// Reports nesting beyond the limit, once: one deep structure would fill the screen.
    pub fn too_deep(&mut self, range: Range<usize>) {
        if !std::mem::replace(&mut self.nesting_reported, true) {
            self.unsupported(&forms::NESTING, range);
        }
    }

    /// How much deeper blocks may nest at this depth.
    pub fn room(depth: usize) -> usize {
        DEEPEST.saturating_sub(depth)
    }

    /// Marks source bytes as read.
    pub fn cover(&mut self, range: Range<usize>) {
        self.covered.push(range);
    }

    /// Notes that a link goes by the definition with this label.
    pub fn use_definition(&mut self, label: &str) {
        let label = label.to_lowercase();
        let first = self.definitions.partition_point(|(known, ..)| *known < label);
        self.definitions
            .iter_mut()
            .skip(first)
            .take_while(|(known, ..)| *known == label)
            .for_each(|(.., used)| *used = true);
    }

    /// CommonMark drops link definitions that nothing uses. Reports words that no event had, so that none is lost.
    pub fn report_leftovers(&mut self) {
        let definitions = std::mem::take(&mut self.definitions);
        let used = definitions.into_iter().filter(|(.., used)| *used).map(|(_, range, _)| range);
        let mut covered = std::mem::take(&mut self.covered);
        covered.extend(used);
        covered.sort_by_key(|range| range.start);
        let mut at = self.base;
        let end = self.body_end;
        for range in covered.into_iter().chain(std::iter::once(end..end)) {
            if range.start > at && self.source(at..range.start).contains(char::is_alphanumeric) {
                self.unsupported(&forms::LEFTOVER, at..range.start);
            }
            at = at.max(range.end);
        }
    }
}
