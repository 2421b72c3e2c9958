//! The ids that a record names although the rest of it could not be read. They are looked up all the same, so that one run says
//! all that is wrong with a file.

use std::collections::BTreeSet;
use std::str::FromStr;

use super::unread::composed;
use crate::diag::FileId;
use crate::model::ids::{AudienceId, ExcerptId, InstrumentId, LevelId, TopicId};
use crate::source::{Kind, Sources};
use crate::syntax::yaml::{Node, Value};

/// An id that names something of a kind.
pub enum NamedId {
    Topic(TopicId),
    Audience(AudienceId),
    Level(LevelId),
    Instrument(InstrumentId),
    Excerpt(ExcerptId),
}

/// A function that reads an id of one kind.
type ReadId = fn(&str) -> Option<NamedId>;

/// The keys of an excerpt that hold ids; a star stands for each item of a list.
const OF_EXCERPT: [(&str, ReadId); 7] = [
    ("instrument", |id| id_of(id, NamedId::Instrument)),
    ("topics.*", |id| id_of(id, NamedId::Topic)),
    ("audiences.*", |id| id_of(id, NamedId::Audience)),
    ("obligations.*.audiences.*", |id| id_of(id, NamedId::Audience)),
    ("obligations.*.except.*", |id| id_of(id, NamedId::Audience)),
    ("obligations.*.level", |id| id_of(id, NamedId::Level)),
    ("related.*", |id| id_of(id, NamedId::Excerpt)),
];
const OF_INSTRUMENT: [(&str, ReadId); 1] = [("relations.*.instrument", |id| id_of(id, NamedId::Instrument))];
const OF_EDITION: [(&str, ReadId); 6] = [
    ("parts.*.chapters.*.select.topics.*", |id| id_of(id, NamedId::Topic)),
    ("parts.*.chapters.*.select.audiences.*", |id| id_of(id, NamedId::Audience)),
    ("parts.*.chapters.*.select.instruments.*", |id| id_of(id, NamedId::Instrument)),
    ("parts.*.chapters.*.select.include.*", |id| id_of(id, NamedId::Excerpt)),
    ("parts.*.chapters.*.select.exclude.*", |id| id_of(id, NamedId::Excerpt)),
    ("annexes.*.audiences.*", |id| id_of(id, NamedId::Audience)),
];

/// Returns the ids that the files without a record name, each with its file and its key.
pub fn named(sources: &Sources, read: &BTreeSet<FileId>) -> Vec<(FileId, String, NamedId)> {
    let mut ids = Vec::new();
    for (id, file) in sources.files().filter(|(id, _)| !read.contains(id)) {
        let paths: &[(&str, ReadId)] = match file.kind {
            Kind::Excerpt => &OF_EXCERPT,
            Kind::Instrument => &OF_INSTRUMENT,
            Kind::Edition => &OF_EDITION,
            _ => continue,
        };
        let Some(node) = composed(file) else { continue };
        for (path, read) in paths {
            let found = texts(&node, path, String::new());
            ids.extend(found.into_iter().filter_map(|(key, text)| Some((id, key, read(&text)?))));
        }
    }
    ids
}

fn id_of<T: FromStr>(text: &str, kind: fn(T) -> NamedId) -> Option<NamedId> {
    text.parse().ok().map(kind)
}

/// The texts at a path, each with its key.
fn texts(node: &Node, path: &str, key: String) -> Vec<(String, String)> {
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    let under = |step: &str| if key.is_empty() { step.to_owned() } else { format!("{key}.{step}") };
    match &node.value {
        Value::Text(text) if path.is_empty() => vec![(key, text.clone())],
        Value::List(items) if step == "*" => {
            items.iter().enumerate().flat_map(|(at, item)| texts(item, rest, under(&at.to_string()))).collect()
        }
        Value::Mapping(entries) => {
            let named = entries.iter().filter(|(name, _)| name.text == step);
            named.flat_map(|(_, value)| texts(value, rest, under(step))).collect()
        }
        Value::Text(_) | Value::Nothing | Value::Refused | Value::List(_) => Vec::new(),
    }
}
