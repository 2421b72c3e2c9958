//! PUBLISH: the only writer of output. An edition is written beside its place, whole, and then swapped in, so that who
//! looks sees the former output or the new one, never a part. Nothing but `output/` is ever written.
#![expect(clippy::disallowed_methods, reason = "the only writer")]

mod handout;
mod journal;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

pub use handout::{HandoutFolder, Step};
pub use journal::JournalFile;

use crate::hash::sha256;
use crate::render::Artifact;

/// Version of `manifest.json`.
pub const MANIFEST_VERSION: u32 = 1;

/// What was built, from what, and the hash of every file: `manifest.json`.
#[derive(Serialize, Debug)]
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

#[derive(Serialize, Debug)]
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
}

/// The moments between which a build can be interrupted; told to the observer of an [`EditionFolder`] before each: of
/// files in any order, from several threads.
#[derive(Clone, Debug)]
pub enum Moment<'a> {
    Write(&'a str),
    Swap,
    Clean,
}

/// Hears of every step before it is taken, and may stop it.
pub type Observer<'a> = dyn Fn(Moment<'_>) -> io::Result<()> + Sync + 'a;

/// An edition that is being written beside its place, `output/<edition>/`. Nobody sees it before [`Self::finish`]; without
/// that, what stands in its place stays whole, and nothing else is left.
pub struct EditionFolder<'a> {
    manifest: Manifest,
    files: Mutex<Vec<ManifestFile>>,
    beside: PathBuf,
    target: PathBuf,
    /// Whether something stands in its place.
    replaces: bool,
    former: PathBuf,
    observer: &'a Observer<'a>,
    _lock: File,
}

/// Files beyond this many bytes are hashed and written by two threads.
const AT_ONCE: usize = 1 << 20;

impl EditionFolder<'static> {
    /// Begins to write what the manifest tells of; its list of files fills as they come. Waits while another build is at
    /// work in the same `output`.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn open(output: &Path, manifest: Manifest) -> io::Result<Self> {
        Self::observed(output, manifest, &|_| Ok(()))
    }
}

impl<'a> EditionFolder<'a> {
    /// [`EditionFolder::open`], for the tests of what an interruption leaves behind.
    ///
    /// # Errors
    /// As there.
    pub fn observed(output: &Path, manifest: Manifest, observer: &'a Observer<'a>) -> io::Result<Self> {
        fs::create_dir_all(output)?;
        let lock = lock(output)?;
        let id = &manifest.edition;
        let (beside, former) = (output.join(format!(".{id}.new")), output.join(format!(".{id}.old")));
        let target = output.join(id);
        recover(&target, &former)?;
        remove(&beside)?;
        let replaces = target.is_dir();
        Ok(EditionFolder { manifest, files: Mutex::default(), beside, target, replaces, former, observer, _lock: lock })
    }

    /// Writes a file, and gives back its SHA-256. Several threads may write at once.
    ///
    /// # Errors
    /// It cannot be written, or the observer stopped it.
    pub fn put(&self, artifact: &Artifact) -> io::Result<String> {
        let Artifact { path, bytes } = artifact;
        let (hash, written) = match bytes.len() > AT_ONCE {
            true => rayon::join(|| sha256(bytes), || self.write(path, bytes)),
            false => (sha256(bytes), self.write(path, bytes)),
        };
        written?;
        let file = ManifestFile { path: path.clone(), bytes: bytes.len() as u64, sha256: hash.clone() };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push(file);
        Ok(hash)
    }

    /// Puts all that was written, and its manifest, in the place of what stands there.
    ///
    /// # Errors
    /// What stood there is whole.
    pub fn finish(mut self) -> io::Result<()> {
        self.manifest.files = std::mem::take(&mut *self.files.lock().unwrap_or_else(PoisonError::into_inner));
        self.manifest.files.sort_by(|a, b| a.path.cmp(&b.path));
        self.write("manifest.json", &self.manifest.to_json()?)?;
        (self.observer)(Moment::Swap)?;
        swap(&self.beside, &self.target, &self.former)?;
        (self.observer)(Moment::Clean)?;
        remove(&self.beside)?;
        remove(&self.former)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        (self.observer)(Moment::Write(path))?;
        let place = self.beside.join(path);
        if self.replaces && keep(&self.target.join(path), &place, bytes).unwrap_or(false) {
            return Ok(());
        }
        write(&place, bytes)
    }
}

impl Drop for EditionFolder<'_> {
    fn drop(&mut self) {
        // The next build would clear it away too.
        let _ = remove(&self.beside);
    }
}

/// One build at a time in an output folder; a second one waits.
fn lock(output: &Path) -> io::Result<File> {
    let file = File::options().create(true).truncate(false).write(true).open(output.join(".lock"))?;
    file.lock()?;
    Ok(file)
}

fn write(place: &Path, bytes: &[u8]) -> io::Result<()> {
    in_folder(place, || File::create(place))?.write_all(bytes)
}

/// Takes over the file of the former output where it says the same, and tells whether it did: it keeps its time of change,
/// by which those who copy or serve the folder know it, and is not written again. Not every file system can do that.
fn keep(former: &Path, place: &Path, bytes: &[u8]) -> io::Result<bool> {
    let known = fs::symlink_metadata(former)?;
    if !known.is_file() || known.len() != bytes.len() as u64 || fs::read(former)? != bytes {
        return Ok(false);
    }
    in_folder(place, || fs::hard_link(former, place)).map(|()| true)
}

/// Makes a file, and the folders it lies in where they are missing.
fn in_folder<T>(place: &Path, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match (make(), place.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            make()
        }
        (made, _) => made,
    }
}

/// Puts `beside` in the place of `target`. On Linux and macOS the two change places in one step of the file system;
/// elsewhere there is a moment with neither, which [`recover`] mends.
fn swap(beside: &Path, target: &Path, former: &Path) -> io::Result<()> {
    if !target.exists() {
        return fs::rename(beside, target);
    }
    match exchange(beside, target) {
        Ok(()) => Ok(()),
        Err(_) => {
            remove(former)?;
            fs::rename(target, former)?;
            fs::rename(beside, target)
        }
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Puts back what an interrupted swap in two steps left aside.
fn recover(target: &Path, former: &PathBuf) -> io::Result<()> {
    if former.exists() && !target.exists() { fs::rename(former, target) } else { Ok(()) }
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// Creates one file of a corpus for `camnang new`; never over one that is there.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] for a file that is there.
pub fn create(path: &Path, text: impl AsRef<[u8]>) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = File::options().write(true).create_new(true).open(path)?;
    file.write_all(text.as_ref())
}
