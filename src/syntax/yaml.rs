//! YAML to a tree of nodes with places: the narrow YAML of the corpus. Strings, lists and mappings only; no aliases, no
//! tags, no merge keys; bounded in depth and size. A tree rather than a deserialiser, because a deserialiser stops at
//! the first fault of a file and an editor wants to see them all.

mod bounds;
mod escapes;
mod fault;
mod quoted;
mod repair;

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, ScanError};
pub use quoted::quoted;

use crate::diag::{Bilingual, FileId, Finding, Owner, Sink};
use crate::syntax::messages::{words, yaml};

/// How deep a record may nest. The deepest that exists, an edition's selection, has six levels; topics may be a tree.
const DEPTH_LIMIT: usize = 24;
/// How many nodes a file may have. A glossary of 2,000 terms has about 20,000.
const NODE_LIMIT: usize = 200_000;

/// A value of the YAML, with the bytes of the file that it is in.
#[derive(Clone, PartialEq, Debug)]
pub struct Node {
    pub range: Range<usize>,
    pub value: Value,
}

/// What a value of the YAML is.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// Plain and quoted scalars alike: every scalar is text until a record says what it is.
    Text(String),
    /// A plain empty scalar: `key:`, or `~`, or `null`.
    Nothing,
    List(Vec<Node>),
    Mapping(Vec<(Key, Node)>),
    /// Was reported here; nothing more is to be said of it.
    Refused,
}

/// A key of a mapping, with its bytes in the file.
#[derive(Clone, PartialEq, Debug)]
pub struct Key {
    pub text: String,
    pub range: Range<usize>,
}

impl Node {
    /// Follows a path such as `relations.0.instrument`; as far as it goes.
    pub fn find(&self, path: &str) -> &Node {
        let mut node = self;
        for step in path.split('.').filter(|step| !step.is_empty()) {
            let next = match &node.value {
                Value::Mapping(entries) => entries.iter().find(|(key, _)| key.text == step).map(|(_, value)| value),
                Value::List(items) => step.parse::<usize>().ok().and_then(|index| items.get(index)),
                Value::Text(_) | Value::Nothing | Value::Refused => None,
            };
            match next {
                Some(next) => node = next,
                None => break,
            }
        }
        node
    }
}

/// Reads the one YAML document in `range` of a file's text. `None` where it could not be read, which the sink then
/// says; faults that leave the rest readable are reported and stepped over.
pub fn compose(text: &str, range: Range<usize>, file: FileId, sink: &mut Sink) -> Option<Node> {
    let slice = text.get(range.clone())?;
    if let Some((fault, byte)) = fault::at_first_sight(slice) {
        sink.push(fault::finding(fault, slice, byte, range.start, file));
        return None;
    }
    if let Some(at) = bounds::too_deep(slice) {
        let place = range.start + at..range.start + at + 1;
        sink.push(Finding::at(yaml::TOO_DEEP, file, place).arg("limit", DEPTH_LIMIT.to_string()));
        return None;
    }
    let mut composer = Composer { parser: Parser::new_from_str(slice), slice, base: range.start, file, sink, nodes: 0 };
    let root = composer.document().ok()?.filter(|root| root.value != Value::Nothing);
    if root.is_none() {
        // Nothing but remarks: of a header it is the opening line that is pointed at.
        let header = range.start > 0;
        let code = if header { yaml::EMPTY_HEADER } else { yaml::EMPTY_FILE };
        let end = text.find('\n').unwrap_or(text.len());
        sink.push(Finding::at(code, file, 0..if header { end } else { 0 }));
    }
    root
}

struct Composer<'t, 's> {
    parser: Parser<'t, granit_parser::StrInput<'t>>,
    slice: &'t str,
    base: usize,
    file: FileId,
    sink: &'s mut Sink,
    nodes: usize,
}

/// The rest of the document cannot be read; the reason is in the sink.
struct Stop;

type Parsed<T> = Result<T, Stop>;

impl<'t> Composer<'t, '_> {
    fn document(&mut self) -> Parsed<Option<Node>> {
        let mut root = None;
        loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentEnd, _) => {}
                (Event::StreamEnd, _) => break,
                (Event::DocumentStart(..), range) if root.is_some() => {
                    self.sink.push(Finding::at(yaml::SEVERAL_DOCUMENTS, self.file, range));
                    break;
                }
                (Event::DocumentStart(..), _) => {
                    let first = self.next()?;
                    root = Some(self.node(first, 0)?);
                }
                _ => {}
            }
        }
        Ok(root)
    }

    fn next(&mut self) -> Parsed<(Event<'t>, Range<usize>)> {
        match self.parser.next() {
            Some(Ok((event, span))) => {
                let inner = span.byte_range().unwrap_or(0..0);
                Ok((event, inner.start + self.base..inner.end + self.base))
            }
            Some(Err(error)) => Err(self.syntax(&error)),
            None => Ok((Event::StreamEnd, self.base + self.slice.len()..self.base + self.slice.len())),
        }
    }

    fn syntax(&mut self, error: &ScanError) -> Stop {
        let byte = self.slice.floor_char_boundary(error.marker().byte_offset().unwrap_or(0));
        let (fault, byte) = fault::find(self.slice, byte, &error.info());
        self.sink.push(fault::finding(fault, self.slice, byte, self.base, self.file));
        Stop
    }

    fn node(&mut self, (event, range): (Event<'t>, Range<usize>), depth: usize) -> Parsed<Node> {
        self.nodes += 1;
        if depth > DEPTH_LIMIT || self.nodes > NODE_LIMIT {
            let limit = if depth > DEPTH_LIMIT { DEPTH_LIMIT } else { NODE_LIMIT };
            self.sink.push(Finding::at(yaml::TOO_DEEP, self.file, range).arg("limit", limit.to_string()));
            return Err(Stop);
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(anchor != 0, tag.is_some(), &range);
                let plain_empty = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null");
                let value = if plain_empty { Value::Nothing } else { Value::Text(self.text(&text, style, &range)) };
                Ok(Node { range, value })
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse(anchor != 0, tag.is_some(), &range);
                self.list(range.start, depth)
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse(anchor != 0, tag.is_some(), &range);
                self.mapping(range.start, depth)
            }
            Event::Alias(_) => {
                self.feature(words::aliases(), words::without_alias(), range.clone());
                Ok(Node { range, value: Value::Refused })
            }
            _ => Ok(Node { range, value: Value::Nothing }),
        }
    }

    /// The words of a scalar. Escapes are double-quoted; everything else is in the file as it is.
    fn text(&mut self, text: &str, style: ScalarStyle, range: &Range<usize>) -> String {
        let raw = self.slice.get(range.start - self.base..range.end - self.base).unwrap_or_default();
        match style == ScalarStyle::DoubleQuoted && raw.contains('\\') {
            true => escapes::read(text, raw, range.start, self.file, self.sink),
            false => text.to_owned(),
        }
    }

    /// Anchors and tags are before the node whose range this is.
    fn refuse(&mut self, anchor: bool, tag: bool, range: &Range<usize>) {
        if anchor {
            self.feature(words::aliases(), words::without_alias(), self.mark_before('&', range));
        }
        if tag {
            self.feature(words::tags(), words::without_tag(), self.mark_before('!', range));
        }
    }

    fn feature(&mut self, feature: Bilingual, advice: Bilingual, range: Range<usize>) {
        let finding = Finding::at(yaml::YAML_FEATURE, self.file, range);
        self.sink.push(finding.arg("feature", feature).arg("advice", advice));
    }

    /// The word that begins with this sign, right before a node; the node itself where there is none.
    fn mark_before(&self, sign: char, range: &Range<usize>) -> Range<usize> {
        let before = self.slice.get(..range.start.saturating_sub(self.base)).unwrap_or_default();
        match before.rfind(sign) {
            Some(at) => {
                let word = before[at..].split_whitespace().next().unwrap_or_default();
                self.base + at..self.base + at + word.len()
            }
            None => range.clone(),
        }
    }

    fn list(&mut self, start: usize, depth: usize) -> Parsed<Node> {
        let mut items: Vec<Node> = Vec::new();
        loop {
            let next = self.next()?;
            if matches!(next.0, Event::SequenceEnd) {
                let end =
                    items.last().map_or(next.1.end, |last| last.range.end.max(next.1.end.min(last.range.end + 1)));
                return Ok(Node { range: start..end, value: Value::List(items) });
            }
            items.push(self.node(next, depth + 1)?);
        }
    }

    fn mapping(&mut self, start: usize, depth: usize) -> Parsed<Node> {
        let mut entries = MappingEntries::default();
        loop {
            let next = self.next()?;
            if matches!(next.0, Event::MappingEnd) {
                let end = entries.list.last().map_or(next.1.end, |(_, last)| last.range.end);
                return Ok(Node { range: start..end, value: Value::Mapping(entries.list) });
            }
            let key = self.node(next, depth + 1)?;
            let next = self.next()?;
            let value = self.node(next, depth + 1)?;
            self.entry(key, value, &mut entries);
        }
    }

    fn entry(&mut self, key: Node, value: Node, entries: &mut MappingEntries) {
        let Value::Text(text) = key.value else {
            return self.feature(words::key_not_text(), words::text_key(), key.range);
        };
        if text == "<<" {
            return self.feature(words::merge_keys(), words::without_merge(), key.range);
        }
        if let Some(first) = entries.known.get(&text) {
            let line = self.line_of(*first);
            let finding = Finding::at(yaml::DUPLICATE_KEY, self.file, key.range);
            return self.sink.push(finding.arg("key", text).arg("line", line.to_string()));
        }
        entries.known.insert(text.clone(), key.range.start);
        entries.list.push((Key { text, range: key.range }, value));
    }

    /// The line that a byte of the file is in; lines are counted only for findings that are kept.
    fn line_of(&self, byte: usize) -> usize {
        if self.sink.is_full(Owner::File(self.file), yaml::DUPLICATE_KEY) {
            return 0;
        }
        let before = self.slice.get(..byte.saturating_sub(self.base)).unwrap_or_default();
        // Before the YAML there is nothing, or the opening `---` of a header.
        before.matches('\n').count() + 1 + usize::from(self.base > 0)
    }
}

/// The entries of a mapping, and where each key stands.
#[derive(Default)]
struct MappingEntries {
    list: Vec<(Key, Node)>,
    known: BTreeMap<String, usize>,
}

/// What a node is, in words.
pub fn described(value: &Value) -> Bilingual {
    match value {
        Value::Text(_) => words::a_text(),
        Value::Nothing | Value::Refused => Bilingual::new("trống", "empty"),
        Value::List(_) => words::a_list(),
        Value::Mapping(_) => words::a_record(),
    }
}
