//! Records: the shapes of the corpus' YAML. A [`Reader`] takes a mapping apart key by key and says everything that is
//! wrong with it; what a reader did not ask for is an unknown key.

mod departments;
mod edition;
mod excerpt;
mod instrument;
mod letter;
mod mail;
mod releases;
mod settings;
mod spoken;
mod values;
mod vocabulary;
mod waivers;

use std::collections::BTreeSet;
use std::ops::Range;

pub use departments::read_departments;
pub use edition::read_edition;
pub use excerpt::{read_excerpt, read_guidance};
pub use instrument::read_instrument;
pub use releases::read_release;
pub use settings::read_settings;
pub use spoken::is_named;
pub use values::suggest_id;
pub use vocabulary::{read_glossary, read_vocabulary};
pub use waivers::read_waivers;

use super::yaml::{Node, Value, described};
use crate::diag::advice::nearest;
use crate::diag::{Both, FileId, Finding, Owner, Sink};
use crate::syntax::messages::{words, yaml};

/// Takes one mapping apart.
pub(crate) struct Reader<'n, 's> {
    entries: &'n [(super::yaml::Key, Node)],
    range: Range<usize>,
    record: Both,
    asked: Vec<&'static str>,
    /// Keys that must not be there, and that nobody is advised to write.
    refused: Vec<&'static str>,
    /// Required keys that are not there.
    missing: Vec<&'static str>,
    file: FileId,
    sink: &'s mut Sink,
}

/// Where a value is read: the key it belongs to, for the words of a finding.
pub(crate) struct Context<'s> {
    pub key: &'static str,
    /// Whether the key must be there.
    pub required: bool,
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
        match node.value {
            Value::Refused => {}
            Value::Nothing => self.empty(node),
            Value::Text(_) | Value::List(_) | Value::Mapping(_) => {
                let finding = self.at(yaml::WRONG_TYPE, node);
                self.report(finding.arg("expected", expected).arg("found", described(&node.value)).arg("form", form));
            }
        }
    }

    pub fn empty(&mut self, node: &Node) {
        let finding = self.at(yaml::EMPTY_VALUE, node);
        self.report(finding.arg("advice", words::fill_key(self.key, self.required)));
    }
}

impl<'n, 's> Reader<'n, 's> {
    /// `None`, and a finding, where the node is no mapping.
    pub fn new(node: &'n Node, record: Both, key: &'static str, file: FileId, sink: &'s mut Sink) -> Option<Self> {
        match &node.value {
            Value::Mapping(entries) => {
                let range = node.range.clone();
                Some(Reader {
                    entries,
                    range,
                    record,
                    asked: Vec::new(),
                    refused: Vec::new(),
                    missing: Vec::new(),
                    file,
                    sink,
                })
            }
            _ => {
                Context { key, required: true, file, sink }.wrong_type(node, words::a_record(), words::record_form());
                None
            }
        }
    }

    pub fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        self.asked.push(key);
        self.entries.iter().find(|(known, _)| known.text == key).map(|(_, node)| node)
    }

    /// A key that must not be there, if it is; what to say of it is the caller's.
    pub fn refused(&mut self, key: &'static str) -> Option<(Range<usize>, &mut Sink)> {
        self.refused.push(key);
        let (key, _) = self.entries.iter().find(|(known, _)| known.text == key)?;
        Some((key.range.clone(), self.sink))
    }

    /// A key that must be there.
    pub fn required<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&'n Node, &mut Context<'_>) -> Option<T>,
    ) -> Option<T> {
        match self.node(key) {
            Some(node) => read(node, &mut Context { key, required: true, file: self.file, sink: self.sink }),
            None => {
                self.missing.push(key);
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
            Some(node) => read(node, &mut Context { key, required: false, file: self.file, sink: self.sink }).map(Some),
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

    /// Reports the keys that were never asked for, and those that must be there and are not. A mistyped key is one fault
    /// and not two.
    pub fn finish(mut self) {
        let known = |key: &str| self.asked.contains(&key) || self.refused.contains(&key);
        let there: BTreeSet<&str> = self.entries.iter().map(|(key, _)| key.text.as_str()).collect();
        let absent: Vec<&'static str> = self.asked.iter().copied().filter(|asked| !there.contains(asked)).collect();
        for (key, node) in self.entries.iter().filter(|(key, _)| !known(&key.text)) {
            let full = self.sink.is_full(Owner::File(self.file), yaml::UNKNOWN_KEY);
            let near = if full { None } else { nearest(&key.text, absent.iter().copied()) };
            self.missing.retain(|missing| near != Some(missing));
            let finding = Finding::at(yaml::UNKNOWN_KEY, self.file, key.range.clone()).arg("key", key.text.as_str());
            // `{note: một, hai}`: the words after the comma are a key without a value.
            let cut = near.is_none() && matches!(node.value, Value::Nothing) && key.text.contains(' ');
            let advice = if cut { words::quote_commas() } else { words::choose_key(near, &self.asked) };
            self.sink.push(finding.arg("record", self.record.clone()).arg("advice", advice));
        }
        for key in self.missing {
            let start = self.range.start..self.entries.first().map_or(self.range.end, |(key, _)| key.range.end);
            let finding = Finding::at(yaml::MISSING_KEY, self.file, start).arg("key", key);
            self.sink.push(finding.arg("record", self.record.clone()).arg("advice", words::add_key(key)));
        }
    }
}

/// The header of a Markdown file: where its YAML stands, and where the body begins.
pub(crate) fn header(text: &str, file: FileId, sink: &mut Sink) -> Option<(Range<usize>, usize)> {
    let Some(start) = header_start(text) else {
        let end = text.find('\n').unwrap_or(text.len());
        let finding = Finding::at(yaml::NO_HEADER, file, 0..end);
        sink.push(finding.arg("advice", words::add_header(text.trim_start().starts_with("---"), looks_like_key(text))));
        return None;
    };
    let found = header_end(text, start);
    if found.is_none() {
        sink.push(Finding::at(yaml::OPEN_HEADER, file, after_keys(text, start)));
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

/// The first line that is no part of a header that was not closed: there the closing line is missing.
fn after_keys(text: &str, start: usize) -> Range<usize> {
    let mut line_start = start;
    for line in text[start..].split_inclusive('\n') {
        let belongs = line.starts_with([' ', '-', '#', '\t']) || looks_like_key(line);
        if !belongs && !line.trim().is_empty() {
            return line_start..line_start + line.trim_end().len();
        }
        line_start += line.len();
    }
    0..start.saturating_sub(1)
}

/// `key: value`
fn looks_like_key(line: &str) -> bool {
    let key = line.lines().next().and_then(|line| line.split_once(':'));
    key.is_some_and(|(key, rest)| {
        let plain = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        plain && (rest.is_empty() || rest.starts_with(' '))
    })
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
