//! The corpus as the pages see it: read again where a file has changed, by whatever program.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::diag::Lang;
use crate::report::Reported;
use crate::session::{self, OpenedCorpus, ParseCache};
use crate::source::stamps::stamps;

/// A corpus folder at work.
pub struct LiveCorpus {
    root: PathBuf,
    state: Mutex<WorkbenchState>,
}

#[derive(Default)]
struct WorkbenchState {
    cache: ParseCache,
    read: Option<Snapshot>,
}

/// The corpus as it was when its files had these stamps.
#[derive(Clone)]
struct Snapshot {
    stamps: BTreeMap<String, u64>,
    opened: Arc<OpenedCorpus>,
    findings: BTreeMap<&'static str, Arc<Vec<Reported>>>,
}

impl LiveCorpus {
    /// Makes a live_corpus for a folder; nothing is read yet.
    pub fn new(root: PathBuf) -> Self {
        LiveCorpus { root, state: Mutex::default() }
    }

    /// Returns the folder of the corpus.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path in the corpus of a file as findings name it.
    pub fn path_of<'f>(&self, file: &'f str) -> &'f str {
        let root = self.root.to_string_lossy();
        file.strip_prefix(root.trim_end_matches('/')).unwrap_or(file).trim_start_matches('/')
    }

    // A lock that a panic has poisoned is used as it is: a snapshot is assigned as a whole.
    fn state(&self) -> MutexGuard<'_, WorkbenchState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the corpus as the files are now.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn opened(&self) -> io::Result<Arc<OpenedCorpus>> {
        self.read(&mut self.state()).map(|snapshot| Arc::clone(&snapshot.opened))
    }

    /// Returns what `camnang check` finds, in its words.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn findings(&self, lang: Lang) -> io::Result<Arc<Vec<Reported>>> {
        let mut state = self.state();
        let snapshot = self.read(&mut state)?;
        let opened = Arc::clone(&snapshot.opened);
        let found = || Arc::new(opened.view_every_edition().findings().report(lang));
        Ok(Arc::clone(snapshot.findings.entry(lang.tr("vi", "en")).or_insert_with(found)))
    }

    /// Returns the corpus as it would be if a file had these bytes.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn with_file(&self, path: &str, bytes: &[u8]) -> io::Result<Arc<OpenedCorpus>> {
        let mut state = self.state();
        let opened = Arc::clone(&self.read(&mut state)?.opened);
        let is_so = opened.sources.files().any(|(_, file)| file.path == path && file.text.as_bytes() == bytes);
        Ok(if is_so { opened } else { Arc::new(opened.with_file(path, bytes, &mut state.cache)) })
    }

    /// Returns what `camnang check` finds in a file when it looks at that file alone: quick enough for every pause of who types,
    /// however large the corpus is.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn findings_alone(&self, path: &str, bytes: &[u8], lang: Lang) -> io::Result<Vec<Reported>> {
        let opened = self.opened()?;
        let waivers = opened.corpus.waivers();
        let is_waived = |found: &Reported| waivers.iter().any(|it| it.file == path && it.code == found.code);
        let found = session::findings_alone(&self.root, path, bytes, lang);
        Ok(found.into_iter().filter(|found| !is_waived(found)).collect())
    }

    /// Returns what `camnang check` finds in a file.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn findings_in(&self, path: &str, then: &Arc<OpenedCorpus>, lang: Lang) -> io::Result<Vec<Reported>> {
        let is_now = Arc::ptr_eq(then, &self.opened()?);
        let of_file = |found: &Reported| self.path_of(&found.file) == path && found.waived.is_none();
        // Of the state on the disk they are found once.
        let all =
            if is_now { self.findings(lang)? } else { Arc::new(then.view_every_edition().findings().report(lang)) };
        Ok(all.iter().filter(|found| of_file(found)).cloned().collect())
    }

    fn read<'d>(&self, state: &'d mut WorkbenchState) -> io::Result<&'d mut Snapshot> {
        // Before the files are read, so that a change meanwhile is seen the next time.
        let stamps = stamps(&self.root);
        let known = state.read.take().filter(|snapshot| snapshot.stamps == stamps);
        let snapshot = match known {
            Some(snapshot) => snapshot,
            None => {
                let opened = Arc::new(session::open_again(&self.root, &mut state.cache)?);
                Snapshot { stamps, opened, findings: BTreeMap::new() }
            }
        };
        Ok(state.read.insert(snapshot))
    }
}
