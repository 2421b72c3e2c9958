//! A file that is only ever added to, by one program at a time, line by line; each line is on the disk before anything
//! else is done.
#![expect(clippy::disallowed_methods, reason = "a part of the only writer")]

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;

/// The only writer of a journal, until it is dropped.
pub struct JournalFile {
    file: File,
}

impl JournalFile {
    /// Opens the file, made if it is not there, and reads it. `None`: another program is writing to it.
    ///
    /// # Errors
    /// It cannot be read or written.
    pub fn open(path: &Path) -> io::Result<Option<(Self, Vec<u8>)>> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut file = File::options().create(true).read(true).append(true).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        // A file that was just made is in its folder only when that is on the disk; Windows has no such thing.
        if cfg!(unix) && bytes.is_empty() {
            File::open(folder)?.sync_all()?;
        }
        Ok(Some((JournalFile { file }, bytes)))
    }

    /// Adds bytes to the end, and waits until they are on the disk.
    ///
    /// # Errors
    /// A part of them may stand at the end of the file.
    pub fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        self.file.sync_data()
    }
}
