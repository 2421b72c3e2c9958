//! Takes stock of a folder that is about to be replaced, and decides whether all of it is ours. A folder is ours if its record names every file in it and
//! each named file still has the hash that the record gives: then nothing can be lost that a build does not make again.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::hash::sha256_of;
use crate::litter::is_disposable;

/// The name of the record in every folder of ours.
pub const RECORD: &str = "manifest.json";

/// In a folder that is being written, so that a later run knows it as ours whatever is in it. Gone before the folder is put in its place.
pub(super) const UNFINISHED: &str = ".camnang-unfinished";

/// The SHA-256 of every file that a record names, by its path with `/`.
pub type Hashes = BTreeMap<String, String>;

/// What a record says.
pub struct FolderRecord {
    pub files: Hashes,
    /// The record as it was written, where this program knows: another one was altered.
    pub written: Option<Vec<u8>>,
}

/// Reads a record; `None` where the bytes are none of ours.
pub type ReadRecord = fn(&[u8]) -> Option<FolderRecord>;

/// How closely a folder is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CheckDepth {
    /// Names and kinds of files only: quick, for a first refusal before any work is done.
    Names,
    /// Every byte.
    Whole,
}

/// The files of a folder of ours.
#[derive(Default, Debug)]
pub struct Inventory {
    /// By path. What the record does not name (the record itself, litter) has no hash.
    files: BTreeMap<String, KnownFile>,
    /// The folders below, each after those that it is in.
    folders: Vec<String>,
}

#[derive(Debug)]
struct KnownFile {
    hash: Option<String>,
    stamp: FileStamp,
}

/// By which a changed file is recognised without reading it again.
#[derive(PartialEq, Eq, Debug)]
struct FileStamp {
    bytes: u64,
    /// The time of change as a number that serves within one run only.
    modified: u64,
    #[cfg(unix)]
    inode: u64,
}

/// Why a folder is not ours. Paths are within it, sorted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Foreign {
    /// Files, links and folders that no record names.
    pub strangers: Vec<String>,
    /// Files that the record names and that were changed since.
    pub altered: Vec<String>,
}

impl Inventory {
    /// Looks at a folder, without following links. A folder without a single file is ours as well.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn take(folder: &Path, read: ReadRecord, look: CheckDepth) -> io::Result<Result<Self, Foreign>> {
        let FolderContents { files, folders, mut strangers } = FolderContents::below(folder)?;
        let (record, is_as_written) = match files.iter().any(|(path, _)| path == RECORD) {
            true => read_record(&fs::read(folder.join(RECORD))?, read),
            false => (Hashes::new(), true),
        };
        let known = files.into_par_iter().map(|(path, metadata)| {
            let belongs = Belongs::of(&path, &record);
            let is_whole = match (&belongs, look) {
                (Belongs::Named(hash), CheckDepth::Whole) => hash_of_file(&folder.join(&path))? == **hash,
                (Belongs::Record, _) => is_as_written,
                _ => true,
            };
            Ok((path, belongs, is_whole, FileStamp::of(&metadata)))
        });
        let known = known.collect::<io::Result<Vec<_>>>()?;
        let (mut kept, mut altered) = (BTreeMap::new(), Vec::new());
        for (path, belongs, is_whole, stamp) in known {
            match belongs {
                Belongs::Nowhere => strangers.push(path),
                _ if !is_whole => altered.push(path),
                Belongs::Named(hash) => drop(kept.insert(path, KnownFile { hash: Some(hash.clone()), stamp })),
                Belongs::Record | Belongs::Apart => drop(kept.insert(path, KnownFile { hash: None, stamp })),
            }
        }
        // An empty folder in a folder of ours was made by somebody; without a record, there is nothing to compare it with.
        if !record.is_empty() {
            let files = || kept.keys().chain(&strangers).chain(&altered).chain(record.keys());
            let empty = folders.iter().filter(|folder| !files().any(|file| is_within(file, folder)));
            let empty: Vec<String> = empty.cloned().collect();
            strangers.extend(empty);
        }
        if strangers.is_empty() && altered.is_empty() {
            return Ok(Ok(Inventory { files: kept, folders }));
        }
        strangers.sort();
        altered.sort();
        Ok(Err(Foreign { strangers, altered }))
    }

    /// Whether the folder holds this file with this content.
    pub(super) fn has(&self, path: &str, hash: &str) -> bool {
        self.files.get(path).is_some_and(|known| known.hash.as_deref() == Some(hash))
    }

    /// Whether the folder holds a file of this path.
    pub(super) fn names(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Whether every file that a record names is there.
    pub(super) fn has_all(&self, record: &Hashes) -> bool {
        record.keys().all(|path| self.names(path))
    }

    /// Returns the files that were changed or added in the folder since it was read.
    pub(super) fn changed_since(&self, folder: &Path) -> io::Result<Foreign> {
        let FolderContents { files, folders, mut strangers } = FolderContents::below(folder)?;
        let mut altered = Vec::new();
        for (path, metadata) in files {
            match self.files.get(&path) {
                Some(known) if known.stamp == FileStamp::of(&metadata) => {}
                Some(_) => altered.push(path),
                None => strangers.push(path),
            }
        }
        strangers.extend(folders.into_iter().filter(|path| !self.folders.contains(path)));
        Ok(Foreign { strangers, altered })
    }

    /// Deletes the folder, file by file: what came into it since it was looked at stays, and so does then the folder. The record goes last, so
    /// that what is left by an interruption is still known as ours.
    pub(super) fn delete(&self, folder: &Path) -> io::Result<()> {
        let record = self.files.get_key_value(RECORD);
        let others = self.files.iter().filter(|(path, _)| *path != RECORD);
        for (path, known) in others.chain(record) {
            let place = folder.join(path);
            match fs::symlink_metadata(&place) {
                Ok(metadata) if metadata.is_file() && FileStamp::of(&metadata) == known.stamp => {
                    fs::remove_file(place)?
                }
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                // Changed this very moment, or gone.
                Ok(_) | Err(_) => {}
            }
        }
        let below = self.folders.iter().rev().map(|path| folder.join(path));
        below.chain([folder.to_owned()]).try_for_each(|folder| remove_if_empty(&folder))
    }

    /// Copies the files to another folder, which must not be there yet and is marked as unfinished.
    pub(super) fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::create_dir(to)?;
        File::create(to.join(UNFINISHED))?;
        self.folders.iter().try_for_each(|path| fs::create_dir(to.join(path)))?;
        self.files.keys().try_for_each(|path| fs::copy(from.join(path), to.join(path)).map(drop))
    }
}

impl Foreign {
    /// Returns whether nothing foreign was found.
    pub fn is_empty(&self) -> bool {
        self.strangers.is_empty() && self.altered.is_empty()
    }
}

impl FileStamp {
    fn of(metadata: &Metadata) -> Self {
        let mut modified = DefaultHasher::new();
        metadata.modified().ok().hash(&mut modified);
        FileStamp {
            bytes: metadata.len(),
            modified: modified.finish(),
            #[cfg(unix)]
            inode: std::os::unix::fs::MetadataExt::ino(metadata),
        }
    }
}

/// What there is below a folder.
struct FolderContents {
    files: Vec<(String, Metadata)>,
    folders: Vec<String>,
    /// Neither files nor folders: links, pipes, names that are not text.
    strangers: Vec<String>,
}

impl FolderContents {
    fn below(folder: &Path) -> io::Result<Self> {
        let mut found = FolderContents { files: Vec::new(), folders: Vec::new(), strangers: Vec::new() };
        for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
            let entry = entry.map_err(io::Error::from)?;
            let path = relative(folder, &entry);
            match path.to_str().map(with_slashes) {
                Some(path) if entry.file_type().is_dir() => found.folders.push(path),
                Some(path) if entry.file_type().is_file() => {
                    found.files.push((path, entry.metadata().map_err(io::Error::from)?));
                }
                _ => found.strangers.push(path.to_string_lossy().into_owned()),
            }
        }
        Ok(found)
    }
}

/// To what a file in a folder belongs.
enum Belongs<'a> {
    /// The record names it, with this hash.
    Named(&'a String),
    Record,
    /// The mark of an unfinished folder, or litter.
    Apart,
    Nowhere,
}

impl<'a> Belongs<'a> {
    fn of(path: &str, record: &'a Hashes) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path);
        match record.get(path) {
            Some(hash) => Belongs::Named(hash),
            None if path == RECORD && !record.is_empty() => Belongs::Record,
            None if path == UNFINISHED || is_disposable(name) => Belongs::Apart,
            None => Belongs::Nowhere,
        }
    }
}

/// Elsewhere than on Windows a backslash is a letter of a name.
fn with_slashes(path: &str) -> String {
    if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() }
}

fn is_within(file: &str, folder: &str) -> bool {
    file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

fn relative(folder: &Path, entry: &DirEntry) -> PathBuf {
    entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_owned()
}

/// The hashes of a record, and whether it is as it was written.
fn read_record(bytes: &[u8], read: ReadRecord) -> (Hashes, bool) {
    match read(bytes) {
        Some(FolderRecord { files, written }) => (files, written.is_none_or(|written| written == bytes)),
        None => (Hashes::new(), true),
    }
}

fn hash_of_file(path: &Path) -> io::Result<String> {
    sha256_of(&mut File::open(path)?).map(|(_, hash)| hash)
}

fn remove_if_empty(folder: &Path) -> io::Result<()> {
    match fs::remove_dir(folder) {
        Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::DirectoryNotEmpty) => Err(error),
        _ => Ok(()),
    }
}
