//! Why a file is not changed.

use std::io;

/// Why a change cannot be made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EditRefusal {
    /// The file is no record and no text of a corpus.
    NoText(String),
    /// Its text cannot be believed.
    Unsound(String),
    /// Its YAML cannot be read, or not wholly.
    Unreadable(String),
    /// There is no such key, or no such item.
    NoSuchKey(String),
    /// The file has no text below a header there.
    NoBody(String),
    /// The words have characters that would be read as others, or that do not show.
    Characters(String),
    /// Something else would be read as something else: the key or file that this is about.
    NotByItself(String),
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Unsaved {
    /// Somebody has changed the file since it was read: what is there now, nothing where it is gone, and what was to be.
    Conflict {
        path: String,
        theirs: Option<Vec<u8>>,
        ours: Vec<u8>,
    },
    /// The file is a link; what it leads to is not changed.
    Link(String),
    /// Its permissions forbid it.
    ReadOnly(String),
    Disk {
        path: String,
        error: io::Error,
    },
}
