//! PUBLISH: the only writer of outputs and of an editor's files. An output is written beside its place, whole, and then takes it in one step, so that who looks sees the former output
//! or the new one, never a part; it is on the disk before it does. Only files that we made and that nobody has changed since are replaced or deleted
//! ([`inventory`]), and no output lies in or around what the editor wrote ([`place`]).
#![expect(clippy::disallowed_methods, reason = "the only writer")]

mod disk;
mod files;
mod fresh;
mod handout;
mod inventory;
mod journal;
mod place;
mod private;
mod replacement;

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

pub use files::{NewBytes, Unwritten, remove_file, replace_files};
pub use fresh::{Unfit, create_folder, inspect_fresh};
pub use handout::{CopyMoment, HandoutFolder};
use inventory::CheckDepth;
pub use inventory::{FolderRecord, Foreign, Hashes, RECORD, ReadRecord};
pub use journal::JournalFile;
pub use place::{PlaceRefusal, PublishFault, Surroundings};
use place::{former, locate};
pub use private::{Claim, claim, forget_private, write_private};
use replacement::Replacement;
pub use replacement::ReplacementStep;

use crate::hash::sha256;
use crate::render::Artifact;

/// Version of `manifest.json`.
pub const MANIFEST_VERSION: u32 = 1;

/// The manifest of a build, `manifest.json`: its sources, and the hash of every file.
#[derive(Serialize, Deserialize, Debug)]
pub struct Manifest {
    pub version: u32,
    /// `camnang 0.1.0`
    pub generator: String,
    pub edition: String,
    /// ISO 8601.
    pub as_of: String,
    /// SHA-256 over the corpus; see [`crate::source::Sources::hash`].
    pub corpus_sha256: String,
    /// Every file of the folder but this one, in the order of their paths.
    pub files: Vec<ManifestFile>,
}

/// A file of the edition's folder: its path with `/`, its size and its SHA-256.
#[derive(Serialize, Deserialize, Debug)]
pub struct ManifestFile {
    pub path: String,
    pub bytes: u64,
    pub sha256: String,
}

impl Manifest {
    fn to_json(&self) -> io::Result<Vec<u8>> {
        let mut json = serde_json::to_vec_pretty(self).map_err(io::Error::other)?;
        json.push(b'\n');
        Ok(json)
    }

    /// Reads the manifest of an edition's folder.
    fn record(bytes: &[u8]) -> Option<FolderRecord> {
        let manifest: Manifest = serde_json::from_slice(bytes).ok()?;
        let written = if manifest.version == MANIFEST_VERSION { manifest.to_json().ok() } else { None };
        let file = |ManifestFile { path, sha256, bytes: _ }| (path, sha256); // the hash says the length too
        Some(FolderRecord { files: manifest.files.into_iter().map(file).collect(), written })
    }
}

/// The moments between which a build can be interrupted; the observer of an [`EditionFolder`] is called before each: of files in any order, from
/// several threads.
#[derive(Clone, Debug)]
pub enum Moment<'a> {
    Write(&'a str),
    Step(ReplacementStep),
}

/// Hears of every moment before it comes, and may stop it.
pub type Observer<'a> = dyn Fn(Moment<'_>) -> io::Result<()> + Sync + 'a;

/// An edition that is being written beside its place, `output/<edition>/`. Nobody sees it before [`Self::finish`]; without that, what is in its
/// place stays whole, and nothing else is left.
pub struct EditionFolder<'a> {
    manifest: Manifest,
    files: Mutex<Vec<ManifestFile>>,
    folder: Replacement,
    observer: &'a Observer<'a>,
    _lock: File,
}

/// New files beyond this many bytes are hashed and written by two threads.
const AT_ONCE: usize = 1 << 20;

/// Looks quickly whether an edition may be written, before it is made: [`EditionFolder::open`] looks at every byte.
///
/// # Errors
/// It may not, or nobody can look.
pub fn inspect(output: &Path, edition: &str, around: &Surroundings) -> Result<(), PublishFault> {
    let folder = locate(&output.join(edition), around)?;
    former(&folder, Manifest::record, CheckDepth::Names).map(drop)
}

impl EditionFolder<'static> {
    /// Begins to write what the manifest describes; its list of files fills as they come. Waits while another build is at work in the same `output`.
    ///
    /// # Errors
    /// Something is there that is not ours, or the folder cannot be written.
    pub fn open(output: &Path, manifest: Manifest, around: &Surroundings) -> Result<Self, PublishFault> {
        Self::observed(output, manifest, around, &|_| Ok(()))
    }
}

impl<'a> EditionFolder<'a> {
    /// [`EditionFolder::open`], for the tests of what an interruption leaves behind.
    ///
    /// # Errors
    /// As there.
    pub fn observed(
        output: &Path,
        manifest: Manifest,
        around: &Surroundings,
        observer: &'a Observer<'a>,
    ) -> Result<Self, PublishFault> {
        let folder = locate(&output.join(&manifest.edition), around)?;
        let above = disk::folder_of(&folder);
        disk::make_folders(above)?;
        let lock = lock(above)?;
        let folder = Replacement::begin(&folder, Manifest::record)?;
        Ok(EditionFolder { manifest, files: Mutex::default(), folder, observer, _lock: lock })
    }

    /// Writes a file, and gives back its SHA-256. Several threads may write at once.
    ///
    /// # Errors
    /// It cannot be written, or the observer stopped it.
    pub fn put(&self, artifact: &Artifact) -> io::Result<String> {
        let Artifact { path, bytes } = artifact;
        (self.observer)(Moment::Write(path))?;
        let hash = self.store(path, bytes)?;
        let file = ManifestFile { path: path.clone(), bytes: bytes.len() as u64, sha256: hash.clone() };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push(file);
        Ok(hash)
    }

    fn store(&self, path: &str, bytes: &[u8]) -> io::Result<String> {
        if bytes.len() > AT_ONCE && !self.folder.replaces(path) {
            let (hash, written) = rayon::join(|| sha256(bytes), || self.folder.write(path, bytes));
            return written.map(|()| hash);
        }
        let hash = sha256(bytes);
        if !self.folder.keep(path, &hash) {
            self.folder.write(path, bytes)?;
        }
        Ok(hash)
    }

    /// Puts all that was written, and its manifest, in the place of what is there. All of it is on the disk before, and the exchange itself when
    /// this returns.
    ///
    /// # Errors
    /// The former folder is unchanged.
    pub fn finish(mut self) -> Result<(), PublishFault> {
        self.manifest.files = std::mem::take(&mut *self.files.lock().unwrap_or_else(PoisonError::into_inner));
        self.manifest.files.sort_by(|a, b| a.path.cmp(&b.path));
        (self.observer)(Moment::Write(RECORD))?;
        self.folder.write(RECORD, &self.manifest.to_json()?)?;
        self.folder.finish(&mut |step| (self.observer)(Moment::Step(step)))
    }
}

/// One build at a time in an output folder; a second one waits.
fn lock(output: &Path) -> io::Result<File> {
    let file = disk::open_lock(&output.join(".lock"))?;
    file.lock()?;
    Ok(file)
}

/// Creates one file of a corpus for `camnang new`; never over one that is there. It is on the disk when this returns, and where that fails nothing
/// of it is left.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] for a file that is there.
pub fn create(path: &Path, text: impl AsRef<[u8]>) -> io::Result<()> {
    // Without this, who may not write there would read of that, and not that the file is there.
    if fs::symlink_metadata(path).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    disk::make_folders(disk::folder_of(path))?;
    disk::create(path, text.as_ref())
}
