//! The folders in which a corpus is looked for, from the home of the user downwards. An address names a folder by what was shown
//! before, so that no path of an address is taken.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use super::CorpusHost;
use crate::hash::sha256;

/// The folders of one that are shown.
const MOST: usize = 400;

/// The folders that pages have shown.
#[derive(Default)]
pub struct ShownFolders {
    by_id: Mutex<BTreeMap<String, PathBuf>>,
}

/// A folder with those in it.
#[derive(Serialize)]
pub struct FolderPage {
    path: String,
    /// The id of the folder above; absent for the home, above which nothing is shown.
    above: Option<String>,
    folders: Vec<FolderRow>,
    /// How many there are besides.
    others: usize,
}

/// A folder in another.
#[derive(Serialize)]
struct FolderRow {
    id: String,
    name: String,
    /// It has a corpus, or is one.
    has_corpus: bool,
}

impl ShownFolders {
    fn by_id(&self) -> MutexGuard<'_, BTreeMap<String, PathBuf>> {
        self.by_id.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The folder that an id stands for.
    pub fn of(&self, id: &str) -> Option<PathBuf> {
        self.by_id().get(id).cloned()
    }

    fn note(&self, folder: &Path) -> String {
        let id = id(folder);
        self.by_id().insert(id.clone(), folder.to_owned());
        id
    }

    /// Shows a folder by its id, or the home of the user.
    pub fn page(&self, host: &dyn CorpusHost, wanted: &str) -> FolderPage {
        let home = host.home();
        let folder = self.of(wanted).filter(|folder| folder.starts_with(&home)).unwrap_or_else(|| home.clone());
        let inner = host.folders_in(&folder);
        let row = |inner: &PathBuf| FolderRow {
            id: self.note(inner),
            name: inner.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            has_corpus: host.corpus_of(inner).is_some(),
        };
        FolderPage {
            path: folder.display().to_string(),
            above: folder.parent().filter(|_| folder != home).map(|above| self.note(above)),
            others: inner.len().saturating_sub(MOST),
            folders: inner.iter().take(MOST).map(row).collect(),
        }
    }
}

/// By which an address names a folder.
pub fn id(folder: &Path) -> String {
    sha256(folder.as_os_str().as_encoded_bytes())
}
