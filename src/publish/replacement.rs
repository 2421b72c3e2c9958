//! Replaces a folder in one step: the new one is written to a staging folder beside it, and the two change places. Whoever looks sees the former
//! folder or the new one, and a power cut leaves one of them whole. Only a folder of ours is ever replaced or deleted ([`Inventory`]).
//!
//! | name | what it is | when it is there |
//! |---|---|---|
//! | `<name>` | the former output, then the new one | always, but for a moment where the system cannot exchange two folders |
//! | `.<name>.new` | staging; with the file [`UNFINISHED`] in it while it is written | while a run writes; after the exchange it is the former output, until it is deleted |
//! | `.<name>.old` | backup: the former output | only where the system cannot exchange two folders |
//!
//! A run that finds `.new` or `.old` knows that the one before it was interrupted, and [`recover`]s from it first.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::disk;
use super::inventory::{CheckDepth, Inventory, ReadRecord, UNFINISHED};
use super::place::{PlaceRefusal, PublishFault, former};

/// The steps after the last file is written, in their order. The observer is called before each: tests stop a run there and look at what is left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReplacementStep {
    /// The files are flushed to the disk, so that no name will lead to a file without content after a power cut.
    Sync,
    /// The staging folder takes the place of the former one.
    Swap,
    /// The folder above is flushed to the disk: from here on a power cut leaves the new one.
    SyncNames,
    /// The former one is deleted.
    Clean,
}

/// Is called before each step, and stops the run there by an error.
pub(super) type StepObserver<'a> = dyn FnMut(ReplacementStep) -> io::Result<()> + 'a;

#[derive(Debug)]
pub(super) struct Replacement {
    /// The place that the new folder will take.
    folder: PathBuf,
    /// `.<name>.new`
    staging: PathBuf,
    /// `.<name>.old`
    backup: PathBuf,
    /// The contents of the place when this run began.
    former: Option<Inventory>,
    /// How the record of a folder of this kind is read, by which ours are recognised.
    read_record: ReadRecord,
}

impl Replacement {
    /// Clears away what an interrupted run left, looks at what is in the place, and begins an empty folder beside it.
    pub(super) fn begin(folder: &Path, read_record: ReadRecord) -> Result<Self, PublishFault> {
        let (staging, backup) = neighbours(folder);
        recover(folder, &backup, read_record)?;
        clear(&staging, read_record)?;
        let former = former(folder, read_record, CheckDepth::Whole)?;
        disk::make_folders(disk::folder_of(folder))?;
        fs::create_dir(&staging)?;
        File::create(staging.join(UNFINISHED))?;
        Ok(Replacement { folder: folder.to_owned(), staging, backup, former, read_record })
    }

    /// Writes a file.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        disk::write(&self.staging.join(path), bytes)
    }

    /// Links the former file of this path into the staging folder if it has the same content, and returns whether it did. The file keeps its time of
    /// change, by which `rsync` and web servers tell that it is the same. Returns `false` on file systems without hard links.
    pub(super) fn keep(&self, path: &str, hash: &str) -> bool {
        let place = self.staging.join(path);
        self.former.as_ref().is_some_and(|former| former.has(path, hash))
            && disk::in_folder(&place, || fs::hard_link(self.folder.join(path), &place)).is_ok()
    }

    /// Whether a file of this path is in the former folder.
    pub(super) fn replaces(&self, path: &str) -> bool {
        self.former.as_ref().is_some_and(|former| former.names(path))
    }

    /// Puts what was written in its place.
    pub(super) fn finish(self, watch: &mut StepObserver<'_>) -> Result<(), PublishFault> {
        if let Err(fault) = self.take_place(watch) {
            // If this fails too, the next run clears it away.
            let _ = clear(&self.staging, self.read_record);
            return Err(fault);
        }
        watch(ReplacementStep::SyncNames)?;
        disk::sync_names(disk::folder_of(&self.folder))?;
        watch(ReplacementStep::Clean)?;
        // After an exchange the former folder has the name of the staging folder; otherwise it is the backup.
        if let Some(former) = self.former.as_ref().filter(|_| self.staging.is_dir()) {
            former.delete(&self.staging)?;
        }
        clear(&self.backup, self.read_record)
    }

    fn take_place(&self, watch: &mut StepObserver<'_>) -> Result<(), PublishFault> {
        watch(ReplacementStep::Sync)?;
        fs::remove_file(self.staging.join(UNFINISHED))?;
        disk::sync_below(&self.staging)?;
        self.refuse_changes()?;
        watch(ReplacementStep::Swap)?;
        self.swap()
    }

    /// Stops where somebody changed the former folder while the new one was written: that is not to be lost either.
    fn refuse_changes(&self) -> Result<(), PublishFault> {
        let Some(former) = &self.former else { return Ok(()) };
        let foreign = former.changed_since(&self.folder)?;
        if foreign.is_empty() {
            return Ok(());
        }
        Err(PlaceRefusal::Foreign { place: self.folder.clone(), foreign }.into())
    }

    /// On Linux and macOS the file system exchanges the two in one step. Elsewhere there is a moment with neither, which [`recover`] repairs.
    fn swap(&self) -> Result<(), PublishFault> {
        let Some(former) = &self.former else { return Ok(fs::rename(&self.staging, &self.folder)?) };
        if disk::exchange(&self.staging, &self.folder).is_ok() {
            return Ok(());
        }
        clear(&self.backup, self.read_record)?;
        match fs::rename(&self.folder, &self.backup) {
            // A folder from a lower layer of an overlay cannot be moved as a whole.
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => self.copy_to_backup(former)?,
            moved => moved?,
        }
        let taken = fs::rename(&self.staging, &self.folder);
        if taken.is_err() {
            fs::rename(&self.backup, &self.folder)?;
        }
        Ok(taken?)
    }

    /// Makes the backup by copying, and deletes the former folder only when the copy is on the disk.
    fn copy_to_backup(&self, former: &Inventory) -> io::Result<()> {
        former.copy(&self.folder, &self.backup)?;
        disk::sync_below(&self.backup)?;
        fs::remove_file(self.backup.join(UNFINISHED))?;
        disk::sync_names(&self.backup)?;
        disk::sync_names(disk::folder_of(&self.folder))?;
        former.delete(&self.folder)
    }
}

impl Drop for Replacement {
    fn drop(&mut self) {
        // If this fails, the next run clears it away.
        if is_unfinished(&self.staging) {
            let _ = fs::remove_dir_all(&self.staging);
        }
    }
}

/// Returns the places of the staging folder and of the backup of a folder.
fn neighbours(folder: &Path) -> (PathBuf, PathBuf) {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    (folder.with_file_name(format!(".{name}.new")), folder.with_file_name(format!(".{name}.old")))
}

/// Puts the backup back that an interrupted run left, unless the new folder had taken its place already:
///
/// | backup | folder | what is done |
/// |---|---|---|
/// | none, or an unfinished copy | any | the copy is deleted; the folder is still the former one |
/// | whole | whole | the new one had arrived: the backup is deleted |
/// | whole | only partly there, but all of it ours | it was being deleted: the backup takes its place |
/// | whole | not ours | nothing: [`former`] refuses it later, with a message; the backup stays |
/// | whole | none | the backup takes its place |
pub(super) fn recover(folder: &Path, backup: &Path, read_record: ReadRecord) -> Result<(), PublishFault> {
    if !is_there(backup)? || is_unfinished(backup) {
        return clear(backup, read_record);
    }
    if is_there(folder)? {
        let Ok(there) = Inventory::take(folder, read_record, CheckDepth::Whole)? else { return Ok(()) };
        if is_complete(folder, &there, read_record)? {
            return clear(backup, read_record);
        }
        there.delete(folder)?;
    }
    former(backup, read_record, CheckDepth::Whole)?;
    Ok(fs::rename(backup, folder)?)
}

/// Whether every file is there that the record of a folder names.
fn is_complete(folder: &Path, there: &Inventory, read_record: ReadRecord) -> io::Result<bool> {
    if there.is_empty() {
        return Ok(false);
    }
    let record = fs::read(folder.join(super::RECORD))?;
    Ok(read_record(&record).is_some_and(|record| there.has_all(&record.files)))
}

/// Deletes what an interrupted run left, if it is ours: an unfinished folder, or a former output.
pub(super) fn clear(leftover: &Path, read_record: ReadRecord) -> Result<(), PublishFault> {
    if is_unfinished(leftover) {
        return Ok(fs::remove_dir_all(leftover)?);
    }
    match former(leftover, read_record, CheckDepth::Whole)? {
        Some(inventory) => Ok(inventory.delete(leftover)?),
        None => Ok(()),
    }
}

fn is_unfinished(folder: &Path) -> bool {
    let is_folder = fs::symlink_metadata(folder).is_ok_and(|there| there.is_dir());
    is_folder && fs::symlink_metadata(folder.join(UNFINISHED)).is_ok_and(|mark| mark.is_file())
}

fn is_there(place: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        there => there.map(|_| true),
    }
}
