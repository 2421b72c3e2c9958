//! PUBLISH: the only writer of output. An edition is written beside its place, whole, and then swapped in, so that who
//! looks sees the former output or the new one, never a part. Nothing but `output/` is ever written.
#![expect(clippy::disallowed_methods, reason = "the only writer")]

mod handout;
mod journal;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Serialize;

pub use handout::{HandoutFolder, Step};
pub use journal::JournalFile;

use crate::render::Artifact;
use crate::source::sha256;

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
    /// Fills in the files.
    pub fn of(mut self, artifacts: &[Artifact]) -> Self {
        let hashed = artifacts.par_iter().map(|artifact| ManifestFile {
            path: artifact.path.clone(),
            bytes: artifact.bytes.len() as u64,
            sha256: sha256(&artifact.bytes),
        });
        self.files = hashed.collect();
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        self
    }

    fn to_json(&self) -> io::Result<Vec<u8>> {
        let mut json = serde_json::to_vec_pretty(self).map_err(io::Error::other)?;
        json.push(b'\n');
        Ok(json)
    }
}

/// The moments between which a build can be interrupted; told to the observer of [`publish_observed`] before each.
#[derive(Clone, Debug)]
pub enum Moment<'a> {
    Write(&'a str),
    Swap,
    Clean,
}

/// Writes an edition's artifacts and their manifest to `output/<edition>/`, in place of what stands there.
///
/// # Errors
/// Any failure to write leaves the former output whole.
pub fn publish(output: &Path, manifest: Manifest, artifacts: &[Artifact]) -> io::Result<()> {
    publish_observed(output, manifest, artifacts, &|_| Ok(()))
}

/// [`publish`], with an observer that hears of every step before it is taken and may stop it: of files in any order, from
/// several threads. For the tests of what an interruption leaves behind.
pub fn publish_observed(
    output: &Path,
    manifest: Manifest,
    artifacts: &[Artifact],
    observer: &(dyn Fn(Moment<'_>) -> io::Result<()> + Sync),
) -> io::Result<()> {
    fs::create_dir_all(output)?;
    let _lock = lock(output)?;
    let edition = manifest.edition.clone();
    let target = output.join(&edition);
    let beside = output.join(format!(".{edition}.new"));
    let former = output.join(format!(".{edition}.old"));
    recover(&target, &former)?;
    remove(&beside)?;
    let put = |path: &str, bytes: &[u8]| {
        observer(Moment::Write(path))?;
        write(&beside.join(path), bytes)
    };
    artifacts.par_iter().try_for_each(|artifact| put(&artifact.path, &artifact.bytes))?;
    put("manifest.json", &manifest.of(artifacts).to_json()?)?;
    observer(Moment::Swap)?;
    swap(&beside, &target, &former)?;
    observer(Moment::Clean)?;
    remove(&beside)?;
    remove(&former)
}

/// One build at a time in an output folder; a second one waits.
fn lock(output: &Path) -> io::Result<File> {
    let file = File::options().create(true).truncate(false).write(true).open(output.join(".lock"))?;
    file.lock()?;
    Ok(file)
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = File::create(path)?;
    file.write_all(bytes)
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
