//! The folder of a hand-out: `output/handout/<edition>/`. A copy is written beside its place and put there whole, so that
//! who looks sees all of it or nothing of it; the ledger is written last.
#![expect(clippy::disallowed_methods, reason = "a part of the only writer")]

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::disk;
use super::inventory::{CheckDepth, ReadRecord};
use super::place::{PublishFault, Surroundings, former, locate};
use super::replacement::{Replacement, ReplacementStep, clear, recover};

/// Locks a hand-out's folder for this process, until it is dropped.
pub struct HandoutFolder {
    folder: PathBuf,
    read: ReadRecord,
    _lock: File,
}

/// The moments between which a run can be interrupted; the observer of [`HandoutFolder::place_observed`] is called before each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CopyMoment {
    Write,
    Step(ReplacementStep),
}

impl HandoutFolder {
    /// Opens the folder, and clears away what an interrupted run left half-made. `None`: another run is at work in it. `read` knows the record of
    /// one copy.
    ///
    /// # Errors
    /// The folder may not be written, or cannot.
    pub fn open(folder: &Path, around: &Surroundings, read: ReadRecord) -> Result<Option<Self>, PublishFault> {
        let folder = locate(folder, around)?;
        disk::make_folders(&folder)?;
        let lock = disk::open_lock(&folder.join(".lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let handout = HandoutFolder { folder, read, _lock: lock };
        handout.clear()?;
        Ok(Some(handout))
    }

    /// Only what a run of ours leaves half-made has such names and such content; anything else that begins with a dot is somebody's own.
    fn clear(&self) -> Result<(), PublishFault> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
            let Some(inner) = name.strip_prefix('.') else { continue };
            let is_folder = entry.file_type()?.is_dir();
            match (inner.strip_suffix(".new"), inner.strip_suffix(".old")) {
                (Some(_), _) if is_folder => clear(&entry.path(), self.read)?,
                (_, Some(id)) if is_folder => recover(&self.folder.join(id), &entry.path(), self.read)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether a copy may be placed or dropped: nothing is there, or one of ours.
    ///
    /// # Errors
    /// Something else is there.
    pub fn inspect(&self, id: &str) -> Result<(), PublishFault> {
        former(&self.place_of(id)?, self.read, CheckDepth::Whole).map(drop)
    }

    /// Puts the files of one copy into its folder, in place of what is there. They are on the disk before they are
    /// seen.
    ///
    /// # Errors
    /// The former folder is unchanged.
    pub fn place(&self, id: &str, files: &[(&str, &[u8])]) -> Result<(), PublishFault> {
        self.place_observed(id, files, &mut |_| Ok(()))
    }

    /// [`Self::place`], with an observer that is called before every step and may stop it.
    ///
    /// # Errors
    /// As [`Self::place`], and what the observer says.
    pub fn place_observed(
        &self,
        id: &str,
        files: &[(&str, &[u8])],
        observer: &mut dyn FnMut(CopyMoment) -> io::Result<()>,
    ) -> Result<(), PublishFault> {
        let copy = Replacement::begin(&self.place_of(id)?, self.read)?;
        for (name, bytes) in files {
            observer(CopyMoment::Write)?;
            copy.write(name, bytes)?;
        }
        copy.finish(&mut |step| observer(CopyMoment::Step(step)))
    }

    fn place_of(&self, id: &str) -> Result<PathBuf, PublishFault> {
        locate(&self.folder.join(id), &Surroundings::default())
    }

    /// Writes a file of the hand-out itself, in one step.
    ///
    /// # Errors
    /// The former folder is unchanged.
    pub fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        disk::replace(&self.folder.join(name), bytes)
    }

    /// Takes a file of the hand-out away, where it is there.
    ///
    /// # Errors
    /// It is there and stays.
    pub fn withdraw(&self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.folder.join(name)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            result => result.and_then(|()| disk::sync_names(&self.folder)),
        }
    }

    /// Takes the folder of one copy away, where it is there.
    ///
    /// # Errors
    /// It is none of ours, or a part of it may be left, which the next run knows as ours.
    pub fn drop_copy(&self, id: &str) -> Result<(), PublishFault> {
        let folder = self.place_of(id)?;
        match former(&folder, self.read, CheckDepth::Whole)? {
            Some(copy) => Ok(copy.delete(&folder)?),
            None => Ok(()),
        }
    }
}
