//! A file that is only ever added to, by one program at a time, line by line; each line is on the disk before anything
//! else is done.
#![expect(clippy::disallowed_methods, reason = "a part of the only writer")]

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::disk;

/// The only writer of a journal, until it is dropped.
pub struct JournalFile {
    file: File,
    /// Where the file itself lies, not a link to it.
    path: PathBuf,
    /// A part of a line may be at the end of the file: nothing may be put behind it.
    is_torn: bool,
}

impl JournalFile {
    /// Opens the file, made if it is not there, and reads it. `None`: another program is writing to it.
    ///
    /// # Errors
    /// It cannot be read or written, or is no plain file.
    pub fn open(path: &Path) -> io::Result<Option<(Self, Vec<u8>)>> {
        disk::make_folders(disk::folder_of(path))?;
        // A pipe would wait for somebody to write to it.
        if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
            return Err(io::Error::new(io::ErrorKind::Unsupported, "not a plain file"));
        }
        let mut file = File::options().create(true).read(true).append(true).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let path = fs::canonicalize(path)?;
        // Another program may have put a new file here between our opening and our locking.
        if !is_at(&file, &path)? {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        // What a run before has written, and did not live to see on the disk.
        file.sync_all()?;
        disk::sync_names(disk::folder_of(&path))?;
        // The folder's own entry too, if we may: it may be as new.
        let _ = disk::sync_names(disk::folder_of(disk::folder_of(&path)));
        Ok(Some((JournalFile { file, path, is_torn: false }, bytes)))
    }

    /// Adds bytes to the end, and waits until they are on the disk.
    ///
    /// # Errors
    /// A part of them may be at the end of the file; nothing more can be added then.
    pub fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.is_torn {
            return Err(io::Error::other("the line before could not be written to its end"));
        }
        self.is_torn = true;
        self.file.write_all(bytes)?;
        self.file.sync_data()?;
        self.is_torn = false;
        Ok(())
    }

    /// Takes the end of the file away, from this byte on.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn cut(&mut self, length: u64) -> io::Result<()> {
        self.file.set_len(length)?;
        self.file.sync_all()
    }

    /// Writes bytes to a file beside the journal, which must not be there yet.
    ///
    /// # Errors
    /// It is there, or cannot be written.
    pub fn keep_beside(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut file = File::options().write(true).create_new(true).open(self.path.with_file_name(name))?;
        file.write_all(bytes)?;
        file.sync_all()?;
        disk::sync_names(disk::folder_of(&self.path))
    }

    /// Puts another journal in the place of this one; whatever the moment of a crash, one of the two is there as a whole.
    ///
    /// # Errors
    /// It cannot be written; the former is there as it was.
    pub fn replace(self, bytes: &[u8]) -> io::Result<Self> {
        let mut name = OsString::from(".");
        name.push(self.path.file_name().unwrap_or_default());
        name.push(".new");
        let beside = self.path.with_file_name(name);
        let mut file = File::options().create(true).truncate(true).read(true).write(true).open(&beside)?;
        file.lock()?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, &self.path)?;
        disk::sync_names(disk::folder_of(&self.path))?;
        Ok(JournalFile { file, path: self.path, is_torn: false })
    }

    /// The first name of the kind `journal.jsonl.set-aside-1` that no file beside the journal has.
    pub fn name_beside(journal: &Path) -> String {
        let name = journal.file_name().unwrap_or_default().to_string_lossy();
        let numbered = (1..).map(|number: u32| format!("{name}.set-aside-{number}"));
        let mut free = numbered.filter(|name| fs::symlink_metadata(journal.with_file_name(name)).is_err());
        free.next().unwrap_or_default()
    }
}

/// Whether an open file is the one that has this path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let (open, there) = (file.metadata()?, fs::metadata(path)?);
    Ok((open.dev(), open.ino()) == (there.dev(), there.ino()))
}

/// Where a file that is open cannot be replaced, it is.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}
