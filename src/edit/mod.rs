//! EDIT: one safe way to change a file of a corpus: the tool changes the bytes it was asked to change, and no others. A
//! change of a record is written as the fewest bytes that say it, so that remarks, the order of keys, quotes, line ends
//! and whatever else an editor has made of a file stay as they are. Before anything is written the result is read again:
//! it must say what was requested, and everything else as before.
//!
//! - [`EditableFile`] is one file; [`FileChange`] what is to be otherwise in it, and [`EditableFile::change`] the file with it;
//! - [`save`] writes files, all or none, where they still are what the changes were made of;
//! - [`fixes`] makes the fixes that findings carry; [`diff`] shows what a change does.
//!
//! Knows no command, no network and no report.

mod content;
pub mod diff;
mod document;
pub mod fixes;
mod form;
mod key;
pub mod messages;
mod place;
mod record;
mod refusal;
mod save;
mod scalar;
mod splice;

pub use content::RecordContent;
pub use document::EditableFile;
pub use form::line;
pub use key::KeyPath;
pub use refusal::{EditRefusal, Unsaved};
pub use save::{Save, open, remove, save};
pub use splice::Splice;

use std::ops::Range;

/// A change of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FileChange {
    /// The value of a key or item. An absent key is added behind the key `after`, if that is named and there, or else as
    /// the last of its record.
    Set { key: KeyPath, value: RecordContent, after: Option<String> },
    /// A key with its value, or an item of a list. A remark that ends its line goes with it.
    Remove(KeyPath),
    /// A new item of a list, before the one with this number or as the last.
    Insert { list: KeyPath, at: usize, value: RecordContent },
    /// The whole text below the header of a Markdown file.
    Body(String),
    /// Some of the text below the header; a range of bytes of the file as it is read.
    Words { range: Range<usize>, words: String },
}

/// A text as a value of YAML, behind its key on a line of its own.
pub fn written(text: &str) -> String {
    scalar::written(text, None, false)
}

impl FileChange {
    /// A change that gives a key a value; an absent key is added as the last of its record.
    pub fn set(key: impl Into<KeyPath>, value: impl Into<RecordContent>) -> Self {
        FileChange::Set { key: key.into(), value: value.into(), after: None }
    }

    /// The same, where a new key is to follow another one.
    #[must_use]
    pub fn following(self, sibling: &str) -> Self {
        match self {
            FileChange::Set { key, value, .. } => FileChange::Set { key, value, after: Some(sibling.to_owned()) },
            other => other,
        }
    }

    /// A change that removes a key with its value, or an item of a list.
    pub fn remove(key: impl Into<KeyPath>) -> Self {
        FileChange::Remove(key.into())
    }

    /// A change that adds an item to a list, before the one at `at`.
    pub fn insert(list: impl Into<KeyPath>, at: usize, value: impl Into<RecordContent>) -> Self {
        FileChange::Insert { list: list.into(), at, value: value.into() }
    }

    /// The key that the change is about; the empty one for the text below the header.
    pub fn key(&self) -> KeyPath {
        match self {
            FileChange::Set { key, .. } | FileChange::Remove(key) => key.clone(),
            FileChange::Insert { list, at, .. } => list.join(&at.to_string()),
            FileChange::Body(_) | FileChange::Words { .. } => KeyPath::default(),
        }
    }

    /// Every text that the change brings.
    fn words(&self) -> Vec<&str> {
        match self {
            FileChange::Set { value, .. } | FileChange::Insert { value, .. } => value.words(),
            FileChange::Body(words) | FileChange::Words { words, .. } => vec![words],
            FileChange::Remove(_) => Vec::new(),
        }
    }
}
