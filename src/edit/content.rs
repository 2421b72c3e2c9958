//! What a record says, without its places: what is read back after a change is held against it.

use super::{Change, Key, Refusal};
use crate::syntax::yaml::{Node, Value};

/// A value of a record, as it is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Content {
    Text(String),
    /// A key without a value.
    Nothing,
    List(Vec<Content>),
    /// The keys in their order.
    Record(Vec<(String, Content)>),
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Content::Text(text.to_owned())
    }
}

impl Content {
    /// A list of texts.
    pub fn texts<T: Into<String>>(items: impl IntoIterator<Item = T>) -> Self {
        Content::List(items.into_iter().map(|item| Content::Text(item.into())).collect())
    }

    /// A record of texts.
    pub fn record<K: Into<String>>(entries: impl IntoIterator<Item = (K, Content)>) -> Self {
        Content::Record(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    pub fn of(node: &Node) -> Self {
        match &node.value {
            Value::Text(text) => Content::Text(text.clone()),
            // What was refused is reported, and a file with findings of its YAML is not changed by its keys.
            Value::Nothing | Value::Refused => Content::Nothing,
            Value::List(items) => Content::List(items.iter().map(Content::of).collect()),
            Value::Mapping(entries) => {
                Content::Record(entries.iter().map(|(key, value)| (key.text.clone(), Content::of(value))).collect())
            }
        }
    }

    /// The value at a path.
    pub fn get(&self, key: &Key) -> Option<&Content> {
        key.steps().try_fold(self, |content, step| match content {
            Content::Record(entries) => entries.iter().find(|(key, _)| key == step).map(|(_, value)| value),
            Content::List(items) => items.get(step.parse::<usize>().ok()?),
            Content::Text(_) | Content::Nothing => None,
        })
    }

    fn get_mut(&mut self, key: &Key) -> Option<&mut Content> {
        key.steps().try_fold(self, |content, step| match content {
            Content::Record(entries) => entries.iter_mut().find(|(key, _)| key == step).map(|(_, value)| value),
            Content::List(items) => items.get_mut(step.parse::<usize>().ok()?),
            Content::Text(_) | Content::Nothing => None,
        })
    }

    /// Every text and every key in it.
    pub(super) fn words(&self) -> Vec<&str> {
        match self {
            Content::Text(text) => vec![text],
            Content::Nothing => Vec::new(),
            Content::List(items) => items.iter().flat_map(Content::words).collect(),
            Content::Record(entries) => {
                let entry = |(key, value)| -> Vec<&str> { [vec![String::as_str(key)], Content::words(value)].concat() };
                entries.iter().map(|(key, value)| (key, value)).flat_map(entry).collect()
            }
        }
    }

    /// Returns what the record says after a change.
    pub(super) fn after(mut self, change: &Change) -> Result<Content, Refusal> {
        let nowhere = |key: &Key| Refusal::NoSuchKey(key.to_string());
        match change {
            Change::Set { key, value, after } => {
                self.set(key, value, after.as_deref()).ok_or_else(|| nowhere(key))?;
            }
            Change::Remove(key) => self.remove(key).ok_or_else(|| nowhere(key))?,
            Change::Insert { list, at, value } => {
                self.insert(list, *at, value).ok_or_else(|| nowhere(&list.join(&at.to_string())))?;
            }
            Change::Body(_) | Change::Words { .. } => {}
        }
        Ok(self)
    }

    fn set(&mut self, key: &Key, value: &Content, after: Option<&str>) -> Option<()> {
        if let Some(there) = self.get_mut(key) {
            *there = value.clone();
            return Some(());
        }
        let (parent, name) = key.split()?;
        let Content::Record(entries) = self.get_mut(&parent)? else { return None };
        let before = after.and_then(|after| entries.iter().position(|(known, _)| known == after));
        let at = before.map_or(entries.len(), |before| before + 1);
        entries.insert(at, (name, value.clone()));
        Some(())
    }

    fn remove(&mut self, key: &Key) -> Option<()> {
        let (parent, name) = key.split()?;
        match self.get_mut(&parent)? {
            Content::Record(entries) => {
                let at = entries.iter().position(|(known, _)| *known == name)?;
                entries.remove(at);
            }
            Content::List(items) => {
                let at = name.parse::<usize>().ok().filter(|at| *at < items.len())?;
                items.remove(at);
            }
            Content::Text(_) | Content::Nothing => return None,
        }
        Some(())
    }

    fn insert(&mut self, list: &Key, at: usize, value: &Content) -> Option<()> {
        let Content::List(items) = self.get_mut(list)? else { return None };
        (at <= items.len()).then(|| items.insert(at, value.clone()))
    }
}
