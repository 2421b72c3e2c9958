//! A file to which one program at a time adds lines; each line is on the disk before anything else is done. Only a line
//! that a crash cut off is removed, and damaged lines when they are set aside.
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
    /// Where it lies as long as nothing was added to a new one: a journal comes into being with its first line, so that
    /// an empty one is never taken for a new one.
    unborn: Option<PathBuf>,
    /// A part of a line may be at the end of the file: nothing may be put behind it.
    is_torn: bool,
}

impl JournalFile {
    /// Opens the file and reads it; the bytes are `None` where it is not there yet. `None`: another program is writing to
    /// it.
    ///
    /// # Errors
    /// It cannot be read or written, or is no plain file.
    pub fn open(path: &Path) -> io::Result<Option<(Self, Option<Vec<u8>>)>> {
        match fs::metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::new(path)?.map(|file| (file, None))),
            // A pipe would wait for somebody to write to it.
            Ok(found) if !found.is_file() => Err(io::Error::new(io::ErrorKind::Unsupported, "not a plain file")),
            found => found.and_then(|_| Self::existing(path)),
        }
    }

    fn existing(path: &Path) -> io::Result<Option<(Self, Option<Vec<u8>>)>> {
        let mut file = File::options().read(true).append(true).open(path)?;
        let path = fs::canonicalize(path)?;
        // Another program may have put a new file here between our opening and our locking.
        if !lock(&file)? || !is_at(&file, &path)? {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        // What a run before has written, and did not live to see on the disk.
        file.sync_all()?;
        disk::sync_names(disk::folder_of(&path))?;
        // The folder's own entry too, if we may: it may be as new.
        let _ = disk::sync_names(disk::folder_of(disk::folder_of(&path)));
        Ok(Some((JournalFile { file, path, unborn: None, is_torn: false }, Some(bytes))))
    }

    fn new(path: &Path) -> io::Result<Option<Self>> {
        disk::make_folders(disk::folder_of(path))?;
        let beside = beside(path);
        let file = File::options().create(true).append(true).read(true).open(&beside)?;
        // While we looked, another program may have begun the journal.
        if !lock(&file)? || fs::symlink_metadata(path).is_ok() || !is_at(&file, &beside)? {
            return Ok(None);
        }
        file.set_len(0)?;
        Ok(Some(JournalFile { file, path: path.to_owned(), unborn: Some(beside), is_torn: false }))
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
        if let Some(unborn) = &self.unborn {
            fs::rename(unborn, &self.path)?;
            self.unborn = None;
            disk::sync_names(disk::folder_of(&self.path))?;
        }
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

    /// Keeps a file in a folder beside the journal. One that is there already with these bytes stays.
    ///
    /// # Errors
    /// Another file has its name, or it cannot be written.
    pub fn keep(&self, folder: &str, name: &str, bytes: &[u8]) -> io::Result<()> {
        let folder = self.path.with_file_name(folder);
        disk::make_folders(&folder)?;
        disk::remove_temporary(&folder)?;
        let place = folder.join(name);
        match fs::read(&place) {
            Ok(there) if there == bytes => File::open(&place)?.sync_all(),
            Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => disk::create(&place, bytes),
            Err(error) => Err(error),
        }
    }

    /// Puts another journal in the place of this one; whatever the moment of a crash, one of the two is there as a whole.
    ///
    /// # Errors
    /// It cannot be written; the former is there as it was.
    pub fn replace(self, bytes: &[u8]) -> io::Result<Self> {
        let beside = beside(&self.path);
        let mut file = File::options().create(true).read(true).append(true).open(&beside)?;
        file.lock()?;
        file.set_len(0)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, &self.path)?;
        disk::sync_names(disk::folder_of(&self.path))?;
        Ok(JournalFile { file, path: self.path.clone(), unborn: None, is_torn: false })
    }

    /// The first name of the kind `journal.jsonl.set-aside-1` that no file beside the journal has.
    pub fn name_beside(journal: &Path) -> String {
        let name = journal.file_name().unwrap_or_default().to_string_lossy();
        let numbered = (1..).map(|number: u32| format!("{name}.set-aside-{number}"));
        let mut free = numbered.filter(|name| fs::symlink_metadata(journal.with_file_name(name)).is_err());
        free.next().unwrap_or_default()
    }
}

/// A journal without a line is none.
impl Drop for JournalFile {
    fn drop(&mut self) {
        if let Some(unborn) = &self.unborn {
            let _ = fs::remove_file(unborn);
        }
    }
}

/// Where a file is written that is to be a journal once it is whole.
fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".new");
    path.with_file_name(name)
}

/// Whether the file is ours now, and no other program's.
fn lock(file: &File) -> io::Result<bool> {
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Whether an open file is the one that has this path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let open = file.metadata()?;
    Ok(fs::metadata(path).is_ok_and(|there| (open.dev(), open.ino()) == (there.dev(), there.ino())))
}

/// Where a file that is open cannot be replaced, it is.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}
