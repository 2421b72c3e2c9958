//! What was built, read again: to know a finished copy, and to tell whether a file is still what it was.
#![expect(clippy::disallowed_methods, reason = "a part of the only reader")]

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use walkdir::WalkDir;

use super::relative;
use crate::hash::sha256_of;

/// The bytes of one file.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_plain(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens a plain file to read it, or what a link to one leads to. Anything else is an error
/// ([`io::ErrorKind::InvalidInput`]): to open a pipe waits for somebody to write to it, and a device
/// may never end.
pub(super) fn open_plain(path: &Path) -> io::Result<File> {
    let found = std::fs::metadata(path)?;
    if found.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !found.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a plain file"));
    }
    File::open(path)
}

/// Length and SHA-256 of a file, however long it is.
pub fn measure(path: &Path) -> io::Result<(u64, String)> {
    sha256_of(&mut open_plain(path)?)
}

/// Every file below a folder, by its path within it with `/`, sorted; without those whose name or folder begins with a
/// dot, which are nobody's output.
pub fn files_below(folder: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    let shown =
        |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".");
    for entry in WalkDir::new(folder).into_iter().filter_entry(shown) {
        let entry = entry.map_err(io::Error::from)?;
        if !entry.file_type().is_dir() {
            files.push(relative(folder, entry.path()));
        }
    }
    files.sort();
    Ok(files)
}

/// The folders directly in a folder, sorted, without those whose name begins with a dot; none where there is no such
/// folder.
pub fn folders_in(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut folders = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() && !name.starts_with('.') {
            folders.push(name);
        }
    }
    folders.sort();
    Ok(folders)
}
