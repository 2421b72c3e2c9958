//! The folder of a hand-out: `output/handout/<edition>/`. A copy is written beside its place and put there whole, so that
//! who looks sees all of it or nothing of it; the ledger is written last.
#![expect(clippy::disallowed_methods, reason = "a part of the only writer")]

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::{remove, swap, write};

/// The only holder of a hand-out's folder; lets go of it at its end.
pub struct HandoutFolder {
    folder: PathBuf,
    _lock: File,
}

/// The moments between which a run can be interrupted; told to the observer of [`HandoutFolder::place_observed`] before
/// each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    Write,
    Swap,
    Clean,
}

impl HandoutFolder {
    /// Opens the folder, and clears away what an interrupted run left half-made. `None`: another run is at work in it.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn open(folder: &Path) -> io::Result<Option<Self>> {
        fs::create_dir_all(folder)?;
        let lock = File::options().create(true).truncate(false).write(true).open(folder.join(".lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let handout = HandoutFolder { folder: folder.to_owned(), _lock: lock };
        handout.clear()?;
        Ok(Some(handout))
    }

    /// What begins with a dot is half-made, but for the lock.
    fn clear(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let half_made = name.as_encoded_bytes().starts_with(b".") && name != ".lock";
            match half_made {
                true if entry.file_type()?.is_dir() => fs::remove_dir_all(entry.path())?,
                true => fs::remove_file(entry.path())?,
                false => {}
            }
        }
        Ok(())
    }

    /// Puts the files of one copy into its folder, in place of what stands there. They are on the disk before they are
    /// seen.
    ///
    /// # Errors
    /// What stood there is whole.
    pub fn place(&self, id: &str, files: &[(&str, &[u8])]) -> io::Result<()> {
        self.place_observed(id, files, &mut |_| Ok(()))
    }

    /// [`Self::place`], with an observer that hears of every step before it is taken and may stop it.
    ///
    /// # Errors
    /// As [`Self::place`], and what the observer says.
    pub fn place_observed(
        &self,
        id: &str,
        files: &[(&str, &[u8])],
        observer: &mut dyn FnMut(Step) -> io::Result<()>,
    ) -> io::Result<()> {
        let (beside, former) = (self.folder.join(format!(".{id}.new")), self.folder.join(format!(".{id}.old")));
        remove(&beside)?;
        for (name, bytes) in files {
            observer(Step::Write)?;
            write(&beside.join(name), bytes)?;
            File::options().write(true).open(beside.join(name))?.sync_all()?;
        }
        observer(Step::Swap)?;
        swap(&beside, &self.folder.join(id), &former)?;
        self.settle()?;
        observer(Step::Clean)?;
        remove(&beside)?;
        remove(&former)
    }

    /// Writes a file of the hand-out itself, in one step.
    ///
    /// # Errors
    /// What stood there is whole.
    pub fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let beside = self.folder.join(format!(".{name}.new"));
        write(&beside, bytes)?;
        File::options().write(true).open(&beside)?.sync_all()?;
        fs::rename(&beside, self.folder.join(name))?;
        self.settle()
    }

    /// Takes a file of the hand-out away, where it is there.
    ///
    /// # Errors
    /// It is there and stays.
    pub fn withdraw(&self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.folder.join(name)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            result => result.and_then(|()| self.settle()),
        }
    }

    /// Takes the folder of one copy away, where it is there.
    ///
    /// # Errors
    /// A part of it may be left, under a name that the next run clears away.
    pub fn drop_copy(&self, id: &str) -> io::Result<()> {
        let aside = self.folder.join(format!(".{id}.old"));
        match fs::rename(self.folder.join(id), &aside) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            result => result.and_then(|()| remove(&aside)),
        }
    }

    /// Has the names in the folder on the disk as well. Only Unix can, and needs to.
    fn settle(&self) -> io::Result<()> {
        if cfg!(unix) { File::open(&self.folder)?.sync_all() } else { Ok(()) }
    }
}
