//! Passes the files of a site on as they are made: to the caller, and compressed into the archive of them all.

use std::collections::BTreeSet;
use std::io;
use std::sync::{Mutex, PoisonError};

use super::FOLDER;
use super::sheets::SheetLimits;
use crate::hash::sha256;
use crate::render::outputs::ZIP;
use crate::render::{Artifact, RenderError, archive};

/// Takes a file and gives back its SHA-256. Called from several threads, in any order.
pub type Take<'a, E> = dyn Fn(Artifact) -> Result<String, E> + Sync + 'a;

/// What of the web edition is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parts {
    /// The site: its pages, its search, its data.
    pub pages: bool,
    /// The booklet in one file.
    pub single: bool,
    /// The site as an archive.
    pub archive: bool,
    /// How large its pages are.
    pub sheets: SheetLimits,
}

impl Parts {
    pub const ALL: Parts = Parts { pages: true, single: true, archive: true, sheets: SheetLimits::USUAL };
    pub const NONE: Parts = Parts { pages: false, single: false, archive: false, sheets: SheetLimits::USUAL };

    /// Returns these parts and those.
    pub fn with(self, others: Parts) -> Parts {
        let Parts { pages, single, archive, sheets: _ } = others;
        let archive = self.archive || archive;
        Parts { pages: self.pages || pages, single: self.single || single, archive, sheets: self.sheets }
    }

    /// Whether the site is made, as a folder or as an archive.
    pub fn site(self) -> bool {
        self.pages || self.archive
    }
}

pub(super) struct SiteWriter<'a, E> {
    edition: &'a str,
    parts: Parts,
    take: &'a Take<'a, E>,
    claimed: Mutex<BTreeSet<String>>,
    packed: Mutex<Vec<archive::Packed>>,
}

/// A file that was taken.
pub(super) struct TakenFile {
    /// Below the site's folder.
    pub(super) path: String,
    pub(super) bytes: usize,
    pub(super) sha256: String,
}

impl TakenFile {
    fn new(artifact: &Artifact, sha256: String) -> Self {
        let path = artifact.path.strip_prefix(FOLDER).unwrap_or(&artifact.path).to_owned();
        TakenFile { path, bytes: artifact.bytes.len(), sha256 }
    }
}

impl<'a, E: From<RenderError>> SiteWriter<'a, E> {
    pub(super) fn new(edition: &'a str, parts: Parts, take: &'a Take<'a, E>) -> Self {
        SiteWriter { edition, parts, take, claimed: Mutex::default(), packed: Mutex::default() }
    }

    /// A file of the site: for the folder, for the archive, as is wanted.
    pub(super) fn put(&self, artifact: Artifact) -> Result<TakenFile, E> {
        self.pack(&artifact)?;
        if self.parts.pages {
            return self.write(artifact);
        }
        self.claim(&artifact.path)?;
        Ok(TakenFile::new(&artifact, sha256(&artifact.bytes)))
    }

    /// A file that is wanted for itself, and goes with the site where there is one.
    pub(super) fn offer(&self, artifact: Artifact) -> Result<TakenFile, E> {
        self.pack(&artifact)?;
        self.write(artifact)
    }

    /// A file of the folder only.
    pub(super) fn write(&self, artifact: Artifact) -> Result<TakenFile, E> {
        self.claim(&artifact.path)?;
        let taken = TakenFile::new(&artifact, String::new());
        Ok(TakenFile { sha256: (self.take)(artifact)?, ..taken })
    }

    /// A file of the archive only, which unpacks to `<edition>/html/`, so that the archives of two editions do not mix.
    pub(super) fn pack(&self, artifact: &Artifact) -> Result<(), E> {
        if self.parts.archive {
            let name = format!("{}/{}", self.edition, artifact.path);
            let packed = archive::Packed::new(&name, &artifact.bytes).map_err(|error| unpacked(&error))?;
            self.packed.lock().unwrap_or_else(PoisonError::into_inner).push(packed);
        }
        Ok(())
    }

    /// The archive of what was packed so far, as a file of the folder.
    pub(super) fn archive(&self) -> Result<TakenFile, E> {
        let packed = std::mem::take(&mut *self.packed.lock().unwrap_or_else(PoisonError::into_inner));
        let bytes = archive::join(packed).map_err(|error| unpacked(&error))?;
        self.write(Artifact { path: (ZIP.file)(self.edition), bytes })
    }

    /// Refuses two files of one name: the second would overwrite the first without a word.
    fn claim(&self, path: &str) -> Result<(), RenderError> {
        if self.claimed.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned()) {
            return Ok(());
        }
        Err(RenderError {
            place: None,
            message: format!("two files of the site have the path `{path}`"),
            hints: vec![
                "a chapter must not have the id of a page of the site itself, such as `index`, `van-ban`, \
                 `tu-ngu`, `huong-dan`, `thay-doi`, `tim-kiem`, `theo-ngay`, `so-sanh`, `404` or `gioi-thieu`: give it another id in the edition"
                    .to_owned(),
            ],
        })
    }
}

fn unpacked(error: &io::Error) -> RenderError {
    RenderError { place: None, message: error.to_string(), hints: Vec::new() }
}
