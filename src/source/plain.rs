//! Opens plain files and nothing else, and says which file an error is about.
#![expect(clippy::disallowed_methods, reason = "a part of the only reader")]

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Opens a plain file to read it, or what a link to one leads to. Anything else is an error of the kind
/// [`io::ErrorKind::Unsupported`]: to open a pipe waits for somebody to write to it, and a device may never end.
pub(super) fn open(path: &Path) -> io::Result<File> {
    let found = std::fs::metadata(path)?;
    if found.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !found.is_file() {
        return Err(io::Error::new(io::ErrorKind::Unsupported, "not a plain file"));
    }
    File::open(path)
}

pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// An error of the system with the file or folder that it is about, which the system does not say.
#[derive(Debug)]
pub struct Unreadable {
    pub path: PathBuf,
    pub error: io::Error,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for Unreadable {}

impl Unreadable {
    /// What an error was about, where the reader has said so.
    pub fn of(error: &io::Error) -> Option<&Self> {
        error.get_ref()?.downcast_ref()
    }
}

/// The error, with the file or folder that it is about.
pub(super) fn about(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), Unreadable { path: path.to_owned(), error })
}

/// The same for a walk through folders.
pub(super) fn of_walk(error: walkdir::Error) -> io::Error {
    let path = error.path().map(Path::to_owned).unwrap_or_default();
    match error.into_io_error() {
        Some(error) => about(&path, error),
        None => about(&path, io::Error::other("a loop of links")),
    }
}
