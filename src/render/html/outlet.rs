//! Where the files of a site go as they are made: to whoever takes them, and compressed into the archive of them all.

use std::collections::BTreeSet;
use std::io;
use std::sync::{Mutex, PoisonError};

use super::FOLDER;
use crate::render::{Artifact, RenderError, archive};

/// Takes a file and gives back its SHA-256. Called from several threads, in any order.
pub type Take<'a, E> = dyn Fn(Artifact) -> Result<String, E> + Sync + 'a;

pub(super) struct Outlet<'a, E> {
    edition: &'a str,
    take: &'a Take<'a, E>,
    taken: Mutex<BTreeSet<String>>,
    packed: Mutex<Vec<archive::Packed>>,
}

/// What a reader is told before a download.
#[derive(Clone)]
pub(super) struct Offer {
    /// Below the site's folder.
    pub(super) path: String,
    pub(super) bytes: usize,
    pub(super) sha256: String,
}

impl<'a, E: From<RenderError>> Outlet<'a, E> {
    pub(super) fn new(edition: &'a str, take: &'a Take<'a, E>) -> Self {
        Outlet { edition, take, taken: Mutex::default(), packed: Mutex::default() }
    }

    /// A file of the site and of its archive.
    pub(super) fn put(&self, artifact: Artifact) -> Result<Offer, E> {
        self.pack(&artifact)?;
        self.write(artifact)
    }

    /// A file of the site only.
    pub(super) fn write(&self, artifact: Artifact) -> Result<Offer, E> {
        let Artifact { path, bytes } = &artifact;
        self.claim(path)?;
        let (path, bytes) = (path.strip_prefix(FOLDER).unwrap_or(path).to_owned(), bytes.len());
        Ok(Offer { path, bytes, sha256: (self.take)(artifact)? })
    }

    /// A file of the archive only, which unpacks to `<edition>/html/`: so editions that lie side by side find one another.
    pub(super) fn pack(&self, artifact: &Artifact) -> Result<(), E> {
        let name = format!("{}/{}", self.edition, artifact.path);
        let packed = archive::Packed::new(&name, &artifact.bytes).map_err(|error| unpacked(&error))?;
        self.packed.lock().unwrap_or_else(PoisonError::into_inner).push(packed);
        Ok(())
    }

    /// The archive of what was packed so far, as a file of the site.
    pub(super) fn archive(&self) -> Result<Offer, E> {
        let packed = std::mem::take(&mut *self.packed.lock().unwrap_or_else(PoisonError::into_inner));
        let bytes = archive::join(packed).map_err(|error| unpacked(&error))?;
        self.write(Artifact { path: format!("{FOLDER}{}-html.zip", self.edition), bytes })
    }

    /// Refuses two files of one name: the second would overwrite the first without a word.
    fn claim(&self, path: &str) -> Result<(), RenderError> {
        if self.taken.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned()) {
            return Ok(());
        }
        Err(RenderError {
            place: None,
            message: format!("two files of the site have the path `{path}`"),
            hints: vec![
                "a chapter must not have the id of a page of the site itself, such as `index`, `van-ban`, \
                 `tu-ngu`, `huong-dan`, `thay-doi`, `tim-kiem`, `theo-ngay`, `so-sanh` or `gioi-thieu`: give it another id in the edition"
                    .to_owned(),
            ],
        })
    }
}

fn unpacked(error: &io::Error) -> RenderError {
    RenderError { place: None, message: error.to_string(), hints: Vec::new() }
}
