//! A folder that is written beside its place and takes it in one step: who looks sees the former one or the new one, and a power cut leaves one of
//! them whole. What it replaces is only ever a folder of ours.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::disk;
use super::inventory::{CheckDepth, Inventory, ReadRecord, UNFINISHED};
use super::place::{PlaceRefusal, PublishFault, former};

/// The steps after the last file is written; the observer is called before each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReplacementStep {
    /// What was written goes to the disk.
    Sync,
    /// It takes its place.
    Swap,
    /// The names in the folder above go to the disk.
    SyncNames,
    /// What it replaced is deleted.
    Clean,
}

/// Hears of a step before it is taken, and may stop it.
pub(super) type StepObserver<'a> = dyn FnMut(ReplacementStep) -> io::Result<()> + 'a;

#[derive(Debug)]
pub(super) struct Replacement {
    /// The place that it will take.
    folder: PathBuf,
    /// Where it is written: `.<name>.new`.
    beside: PathBuf,
    /// Where the former one waits if the two cannot change places in one step: `.<name>.old`.
    aside: PathBuf,
    former: Option<Inventory>,
    read: ReadRecord,
}

impl Replacement {
    /// Clears away what an interrupted run left, looks at what is in the place, and begins an empty folder beside it.
    pub(super) fn begin(folder: &Path, read: ReadRecord) -> Result<Self, PublishFault> {
        let (beside, aside) = neighbours(folder);
        recover(folder, &aside, read)?;
        clear(&beside, read)?;
        let former = former(folder, read, CheckDepth::Whole)?;
        disk::make_folders(disk::folder_of(folder))?;
        fs::create_dir(&beside)?;
        File::create(beside.join(UNFINISHED))?;
        Ok(Replacement { folder: folder.to_owned(), beside, aside, former, read })
    }

    /// Writes a file.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        disk::write(&self.beside.join(path), bytes)
    }

    /// Takes over the former file of this path where it has the same content, and returns whether it did: it keeps its time of change, by which
    /// those who copy or serve the folder know it. Not every file system has such links.
    pub(super) fn keep(&self, path: &str, hash: &str) -> bool {
        let place = self.beside.join(path);
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
            // The next run would clear it away too.
            let _ = clear(&self.beside, self.read);
            return Err(fault);
        }
        watch(ReplacementStep::SyncNames)?;
        disk::sync_names(disk::folder_of(&self.folder))?;
        watch(ReplacementStep::Clean)?;
        if let Some(former) = self.former.as_ref().filter(|_| self.beside.is_dir()) {
            former.delete(&self.beside)?;
        }
        clear(&self.aside, self.read)
    }

    fn take_place(&self, watch: &mut StepObserver<'_>) -> Result<(), PublishFault> {
        watch(ReplacementStep::Sync)?;
        fs::remove_file(self.beside.join(UNFINISHED))?;
        disk::sync_below(&self.beside)?;
        self.refuse_changes()?;
        watch(ReplacementStep::Swap)?;
        self.swap()
    }

    /// What came into the former folder while the new one was written is not to be lost either.
    fn refuse_changes(&self) -> Result<(), PublishFault> {
        let Some(former) = &self.former else { return Ok(()) };
        let foreign = former.changed_since(&self.folder)?;
        if foreign.is_empty() {
            return Ok(());
        }
        Err(PlaceRefusal::Foreign { place: self.folder.clone(), foreign }.into())
    }

    /// On Linux and macOS the two change places in one step of the file system; elsewhere there is a moment with neither, which [`recover`] repairs.
    fn swap(&self) -> Result<(), PublishFault> {
        let Some(former) = &self.former else { return Ok(fs::rename(&self.beside, &self.folder)?) };
        if disk::exchange(&self.beside, &self.folder).is_ok() {
            return Ok(());
        }
        clear(&self.aside, self.read)?;
        match fs::rename(&self.folder, &self.aside) {
            // A folder from a lower layer of an overlay cannot be moved as a whole.
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => self.copy_aside(former)?,
            moved => moved?,
        }
        let taken = fs::rename(&self.beside, &self.folder);
        if taken.is_err() {
            fs::rename(&self.aside, &self.folder)?;
        }
        Ok(taken?)
    }

    /// Copies the former folder aside, and deletes it in its place only when the copy is on the disk.
    fn copy_aside(&self, former: &Inventory) -> io::Result<()> {
        former.copy(&self.folder, &self.aside)?;
        disk::sync_below(&self.aside)?;
        fs::remove_file(self.aside.join(UNFINISHED))?;
        disk::sync_names(&self.aside)?;
        disk::sync_names(disk::folder_of(&self.folder))?;
        former.delete(&self.folder)
    }
}

impl Drop for Replacement {
    fn drop(&mut self) {
        // The next run would clear it away too.
        if is_unfinished(&self.beside) {
            let _ = fs::remove_dir_all(&self.beside);
        }
    }
}

/// The places beside a folder: that of the new one, and that of the former.
fn neighbours(folder: &Path) -> (PathBuf, PathBuf) {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    (folder.with_file_name(format!(".{name}.new")), folder.with_file_name(format!(".{name}.old")))
}

/// Puts back what a run left aside that was interrupted between the two steps of a swap.
pub(super) fn recover(folder: &Path, aside: &Path, read: ReadRecord) -> Result<(), PublishFault> {
    if !is_there(aside)? || is_unfinished(aside) {
        return clear(aside, read);
    }
    if is_there(folder)? {
        let there = match Inventory::take(folder, read, CheckDepth::Whole)? {
            // It is refused later, with its own words; what waits aside stays.
            Err(_) => return Ok(()),
            Ok(there) => there,
        };
        if is_complete(folder, &there, read)? {
            return clear(aside, read);
        }
        there.delete(folder)?;
    }
    former(aside, read, CheckDepth::Whole)?;
    Ok(fs::rename(aside, folder)?)
}

fn is_complete(folder: &Path, there: &Inventory, read: ReadRecord) -> io::Result<bool> {
    if there.is_empty() {
        return Ok(false);
    }
    let record = fs::read(folder.join(super::RECORD))?;
    Ok(read(&record).is_some_and(|record| there.has_all(&record.files)))
}

/// Deletes a folder that an interrupted run left, which is ours: unfinished, or a former output.
pub(super) fn clear(leftover: &Path, read: ReadRecord) -> Result<(), PublishFault> {
    if is_unfinished(leftover) {
        return Ok(fs::remove_dir_all(leftover)?);
    }
    match former(leftover, read, CheckDepth::Whole)? {
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
