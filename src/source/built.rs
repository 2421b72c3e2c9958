//! Reads built files again: to recognise a finished copy, and to see whether a file is still what it was.
#![expect(clippy::disallowed_methods, reason = "a part of the only reader")]

use std::io;
use std::path::Path;

use walkdir::WalkDir;

use super::{plain, relative};
use crate::hash::sha256_of;

/// The bytes of one file.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    plain::read(path)
}

/// Whether this is a file, or a link to one; a pipe, a socket or a device is none.
pub fn is_plain(path: &Path) -> bool {
    !matches!(plain::open(path), Err(error) if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::IsADirectory))
}

/// Length and SHA-256 of a file, however long it is.
pub fn measure(path: &Path) -> io::Result<(u64, String)> {
    sha256_of(&mut plain::open(path)?)
}

/// Every file below a folder, by its path within it with `/`, sorted; without those whose name or folder begins with a
/// dot, which are nobody's output.
pub fn files_below(folder: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    let shown =
        |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".");
    for entry in WalkDir::new(folder).into_iter().filter_entry(shown) {
        let entry = entry.map_err(plain::of_walk)?;
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
