//! From changed documents to files.

use std::io;
use std::path::Path;

use super::EditableFile;
use super::refusal::Unsaved;
use crate::publish::{NewBytes, Unwritten, remove_file, replace_files};

/// A file to be written in a corpus.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Save {
    /// Within the corpus.
    pub path: String,
    /// SHA-256 of the bytes that the change was made of; `None` for a new file.
    pub based_on: Option<String>,
    pub bytes: Vec<u8>,
}

impl Save {
    /// A file that has been changed.
    pub fn changed(former: &EditableFile, later: &EditableFile) -> Self {
        let (path, based_on) = (former.path().to_owned(), Some(former.hash()));
        Save { path, based_on, bytes: later.bytes().to_vec() }
    }

    /// A file that is not there yet.
    pub fn new(path: &str, text: &str) -> Self {
        Save { path: path.to_owned(), based_on: None, bytes: text.as_bytes().to_vec() }
    }
}

/// Writes files of a corpus, all or none.
///
/// # Errors
/// Nothing was written: a file is no longer what its change was made of, or the disk does not take it.
pub fn save(root: &Path, files: &[Save]) -> Result<(), Unsaved> {
    let new = |file: &Save| NewBytes {
        place: root.join(&file.path),
        former: file.based_on.clone(),
        bytes: file.bytes.clone(),
    };
    let all: Vec<NewBytes> = files.iter().map(new).collect();
    replace_files(&all).map_err(|unwritten| unsaved(unwritten, &all, files))
}

/// Removes a file of a corpus that still has the bytes with this hash.
///
/// # Errors
/// It was not removed: it is another one now, or the disk does not let it go.
pub fn remove(root: &Path, path: &str, former: &str) -> Result<(), Unsaved> {
    let (place, file) = (root.join(path), Save { path: path.to_owned(), based_on: None, bytes: Vec::new() });
    let gone = NewBytes { place: place.clone(), former: None, bytes: Vec::new() };
    remove_file(&place, former).map_err(|unwritten| unsaved(unwritten, &[gone], &[file]))
}

fn unsaved(unwritten: Unwritten, all: &[NewBytes], files: &[Save]) -> Unsaved {
    let file = |place: &Path| all.iter().zip(files).find(|(new, _)| new.place == place).map(|(_, file)| file);
    let path = |place: &Path| file(place).map(|file| file.path.clone()).unwrap_or_default();
    match unwritten {
        Unwritten::Changed { place, found } => {
            let ours = file(&place).map(|file| file.bytes.clone()).unwrap_or_default();
            Unsaved::Conflict { path: path(&place), theirs: found, ours }
        }
        Unwritten::Link(place) => Unsaved::Link(path(&place)),
        Unwritten::ReadOnly(place) => Unsaved::ReadOnly(path(&place)),
        Unwritten::Disk { place, error } => Unsaved::Disk { path: path(&place), error },
    }
}

/// Reads a file of a corpus to change it.
///
/// # Errors
/// It cannot be read, or is none that can be changed.
pub fn open(root: &Path, path: &str) -> io::Result<Result<EditableFile, super::EditRefusal>> {
    crate::source::bytes(root, path).map(|bytes| EditableFile::new(path, bytes))
}
