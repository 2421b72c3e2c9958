//! The content of a record without places, to compare a changed file with what was requested.

use super::{EditRefusal, FileChange, KeyPath};
use crate::syntax::yaml::{Node, Value};

/// A value of a record, as it is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RecordContent {
    Text(String),
    /// A key without a value.
    Nothing,
    List(Vec<RecordContent>),
    /// The keys in their order.
    Record(Vec<(String, RecordContent)>),
}

impl From<&str> for RecordContent {
    fn from(text: &str) -> Self {
        RecordContent::Text(text.to_owned())
    }
}

impl RecordContent {
    /// A list of texts.
    pub fn texts<T: Into<String>>(items: impl IntoIterator<Item = T>) -> Self {
        RecordContent::List(items.into_iter().map(|item| RecordContent::Text(item.into())).collect())
    }

    /// A record of texts.
    pub fn record<K: Into<String>>(entries: impl IntoIterator<Item = (K, RecordContent)>) -> Self {
        RecordContent::Record(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    /// Copies a parsed value without its place.
    pub fn of(node: &Node) -> Self {
        match &node.value {
            Value::Text(text) => RecordContent::Text(text.clone()),
            // A refused value is reported, and a file with findings of its YAML is not changed by its keys.
            Value::Nothing | Value::Refused => RecordContent::Nothing,
            Value::List(items) => RecordContent::List(items.iter().map(RecordContent::of).collect()),
            Value::Mapping(entries) => RecordContent::Record(
                entries.iter().map(|(key, value)| (key.text.clone(), RecordContent::of(value))).collect(),
            ),
        }
    }

    /// The value at a path.
    pub fn get(&self, key: &KeyPath) -> Option<&RecordContent> {
        key.steps().try_fold(self, |content, step| match content {
            RecordContent::Record(entries) => entries.iter().find(|(key, _)| key == step).map(|(_, value)| value),
            RecordContent::List(items) => items.get(step.parse::<usize>().ok()?),
            RecordContent::Text(_) | RecordContent::Nothing => None,
        })
    }

    fn get_mut(&mut self, key: &KeyPath) -> Option<&mut RecordContent> {
        key.steps().try_fold(self, |content, step| match content {
            RecordContent::Record(entries) => entries.iter_mut().find(|(key, _)| key == step).map(|(_, value)| value),
            RecordContent::List(items) => items.get_mut(step.parse::<usize>().ok()?),
            RecordContent::Text(_) | RecordContent::Nothing => None,
        })
    }

    /// Every text and every key in it.
    pub(super) fn words(&self) -> Vec<&str> {
        match self {
            RecordContent::Text(text) => vec![text],
            RecordContent::Nothing => Vec::new(),
            RecordContent::List(items) => items.iter().flat_map(RecordContent::words).collect(),
            RecordContent::Record(entries) => {
                let entry =
                    |(key, value)| -> Vec<&str> { [vec![String::as_str(key)], RecordContent::words(value)].concat() };
                entries.iter().map(|(key, value)| (key, value)).flat_map(entry).collect()
            }
        }
    }

    /// Returns what the record says after a change.
    pub(super) fn after(mut self, change: &FileChange) -> Result<RecordContent, EditRefusal> {
        let nowhere = |key: &KeyPath| EditRefusal::NoSuchKey(key.to_string());
        match change {
            FileChange::Set { key, value, after } => {
                self.set(key, value, after.as_deref()).ok_or_else(|| nowhere(key))?;
            }
            FileChange::Remove(key) => self.remove(key).ok_or_else(|| nowhere(key))?,
            FileChange::Insert { list, at, value } => {
                self.insert(list, *at, value).ok_or_else(|| nowhere(&list.join(&at.to_string())))?;
            }
            FileChange::Body(_) | FileChange::Words { .. } => {}
        }
        Ok(self)
    }

    fn set(&mut self, key: &KeyPath, value: &RecordContent, after: Option<&str>) -> Option<()> {
        if let Some(there) = self.get_mut(key) {
            *there = value.clone();
            return Some(());
        }
        let (parent, name) = key.split()?;
        let RecordContent::Record(entries) = self.get_mut(&parent)? else { return None };
        let before = after.and_then(|after| entries.iter().position(|(known, _)| known == after));
        let at = before.map_or(entries.len(), |before| before + 1);
        entries.insert(at, (name, value.clone()));
        Some(())
    }

    fn remove(&mut self, key: &KeyPath) -> Option<()> {
        let (parent, name) = key.split()?;
        match self.get_mut(&parent)? {
            RecordContent::Record(entries) => {
                let at = entries.iter().position(|(known, _)| *known == name)?;
                entries.remove(at);
            }
            RecordContent::List(items) => {
                let at = name.parse::<usize>().ok().filter(|at| *at < items.len())?;
                items.remove(at);
            }
            RecordContent::Text(_) | RecordContent::Nothing => return None,
        }
        Some(())
    }

    fn insert(&mut self, list: &KeyPath, at: usize, value: &RecordContent) -> Option<()> {
        let RecordContent::List(items) = self.get_mut(list)? else { return None };
        (at <= items.len()).then(|| items.insert(at, value.clone()))
    }
}
