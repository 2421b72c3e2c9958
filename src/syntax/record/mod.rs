//! Records: the shapes of the corpus' YAML. A [`Reader`] takes a mapping apart key by key and says everything that is
//! wrong with it; what a reader did not ask for is an unknown key.

mod edition;
mod excerpt;
mod instrument;
mod values;
mod vocabulary;

use std::ops::Range;

pub use edition::read_edition;
pub use excerpt::{read_excerpt, read_guidance};
pub use instrument::read_instrument;
pub use values::suggest_id;
pub use vocabulary::{read_glossary, read_vocabulary};

use super::yaml::{Node, Value, described};
use crate::diag::{Both, FileId, Finding, Sink};
use crate::messages::{words, yaml};

/// Takes one mapping apart.
pub(crate) struct Reader<'n, 's> {
    entries: &'n [(super::yaml::Key, Node)],
    range: Range<usize>,
    record: Both,
    asked: Vec<&'static str>,
    file: FileId,
    sink: &'s mut Sink,
}

/// Where a value is read: the key it belongs to, for the words of a finding.
pub(crate) struct Context<'s> {
    pub key: &'static str,
    pub file: FileId,
    pub sink: &'s mut Sink,
}

impl Context<'_> {
    pub fn report(&mut self, finding: Finding) {
        self.sink.push(finding);
    }

    pub fn at(&self, code: crate::diag::Code, node: &Node) -> Finding {
        Finding::at(code, self.file, node.range.clone()).arg("key", self.key)
    }

    /// Says that a value has another type than its key takes; an empty one is said to be empty.
    pub fn wrong_type(&mut self, node: &Node, expected: Both, form: Both) {
        let finding = match node.value {
            Value::Nothing => self.at(yaml::EMPTY_VALUE, node),
            _ => {
                let finding = self.at(yaml::WRONG_TYPE, node);
                finding.arg("expected", expected).arg("found", described(&node.value)).arg("form", form)
            }
        };
        self.report(finding);
    }
}

impl<'n, 's> Reader<'n, 's> {
    /// `None`, and a finding, where the node is no mapping.
    pub fn new(node: &'n Node, record: Both, key: &'static str, file: FileId, sink: &'s mut Sink) -> Option<Self> {
        match &node.value {
            Value::Mapping(entries) => {
                Some(Reader { entries, range: node.range.clone(), record, asked: Vec::new(), file, sink })
            }
            _ => {
                Context { key, file, sink }.wrong_type(node, words::a_record(), words::record_form());
                None
            }
        }
    }

    pub fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        self.asked.push(key);
        self.entries.iter().find(|(known, _)| known.text == key).map(|(_, node)| node)
    }

    /// A key that must be there.
    pub fn required<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&'n Node, &mut Context<'_>) -> Option<T>,
    ) -> Option<T> {
        match self.node(key) {
            Some(node) => read(node, &mut Context { key, file: self.file, sink: self.sink }),
            None => {
                let first_line =
                    self.range.start..self.entries.first().map_or(self.range.end, |(key, _)| key.range.end);
                let finding = Finding::at(yaml::MISSING_KEY, self.file, first_line);
                self.sink.push(finding.arg("key", key).arg("record", self.record.clone()));
                None
            }
        }
    }

    /// A key that may be absent. The outer `None` says that it is there and wrong.
    pub fn optional<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&'n Node, &mut Context<'_>) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.node(key) {
            Some(node) => read(node, &mut Context { key, file: self.file, sink: self.sink }).map(Some),
            None => Some(None),
        }
    }

    /// An optional list; absent is empty.
    pub fn list<T>(
        &mut self,
        key: &'static str,
        read: impl FnMut(&'n Node, &mut Context<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.optional(key, |node, context| values::list(node, context, read)).map(Option::unwrap_or_default)
    }

    /// Reports the keys that were never asked for.
    pub fn finish(self) {
        for (key, _) in self.entries.iter().filter(|(key, _)| !self.asked.contains(&key.text.as_str())) {
            let near = nearest(&key.text, self.asked.iter().copied());
            let finding = Finding::at(yaml::UNKNOWN_KEY, self.file, key.range.clone()).arg("key", key.text.as_str());
            self.sink
                .push(finding.arg("record", self.record.clone()).arg("advice", words::choose_key(near, &self.asked)));
        }
    }
}

/// The candidate that a mistyped word most likely means; `None` where nothing is near.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let scored = candidates.into_iter().map(|candidate| (strsim::damerau_levenshtein(&word, candidate), candidate));
    let (distance, best) = scored.min_by_key(|(distance, _)| *distance)?;
    // A third of the letters may differ; a short word needs one right at least.
    let allowed = (word.chars().count().max(best.chars().count()) / 3).max(1);
    (distance <= allowed && distance < best.chars().count()).then_some(best)
}

/// The header of a Markdown file: where its YAML stands, and where the body begins.
pub(crate) fn header(text: &str, file: FileId, sink: &mut Sink) -> Option<(Range<usize>, usize)> {
    let Some(start) = header_start(text) else {
        let end = text.find('\n').unwrap_or(text.len());
        sink.push(Finding::at(yaml::NO_HEADER, file, 0..end));
        return None;
    };
    let found = header_end(text, start);
    if found.is_none() {
        sink.push(Finding::at(yaml::OPEN_HEADER, file, 0..start.saturating_sub(1)));
    }
    found.map(|(end, body)| (start..end, body))
}

/// Where the YAML of a header stands, without a word about one that is missing.
pub(crate) fn header_range(text: &str) -> Option<Range<usize>> {
    let start = header_start(text)?;
    header_end(text, start).map(|(end, _)| start..end)
}

fn header_start(text: &str) -> Option<usize> {
    let line = text.split_inclusive('\n').next()?;
    (line.trim_end() == "---").then_some(line.len())
}

/// The end of the YAML that begins at `start`, and the start of the body.
fn header_end(text: &str, start: usize) -> Option<(usize, usize)> {
    let mut line_start = start;
    for line in text[start..].split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((line_start, line_start + line.len()));
        }
        line_start += line.len();
    }
    None
}
