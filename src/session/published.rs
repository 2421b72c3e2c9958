//! The originals that are published with a site: read from the corpus when they are written.

use std::path::PathBuf;

use super::OpenedCorpus;
use crate::hash::sha256;
use crate::render::RenderError;
use crate::source;
use crate::view::PublishedOriginal;

/// The received files of a corpus, to be read after it has been closed.
#[derive(Clone, Debug)]
pub struct ReceivedFiles {
    /// Nothing for a corpus that is in no folder.
    folder: Option<PathBuf>,
}

impl OpenedCorpus {
    /// Returns the received files of the corpus.
    pub fn received_files(&self) -> ReceivedFiles {
        ReceivedFiles { folder: self.sources.folder.clone() }
    }
}

impl ReceivedFiles {
    /// Reads an original.
    ///
    /// # Errors
    /// It cannot be read, or is no longer what was checked.
    pub fn read(&self, original: &PublishedOriginal) -> Result<Vec<u8>, RenderError> {
        let fault = |message: String| RenderError { place: Some(original.from.clone()), message, hints: Vec::new() };
        let folder = self.folder.as_ref().ok_or_else(|| fault("the corpus is in no folder".to_owned()))?;
        let bytes = source::bytes(folder, &original.from).map_err(|error| fault(error.to_string()))?;
        match sha256(&bytes) == original.sha256 {
            true => Ok(bytes),
            false => Err(fault("the file was changed while the edition was made".to_owned())),
        }
    }
}
