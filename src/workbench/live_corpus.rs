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
    /// As it was read last, for who must not wait while it is read again.
    latest: Mutex<Option<Arc<OpenedCorpus>>>,
}

#[derive(Default)]
struct WorkbenchState {
    cache: ParseCache,
    read: Option<Snapshot>,
    /// The state with what was typed last: its page, its preview and its findings are of the same.
    typed: Option<TypedState>,
}

/// The corpus as it would be if a file had other bytes.
struct TypedState {
    path: String,
    bytes: Vec<u8>,
    opened: Arc<OpenedCorpus>,
    findings: FoundOnce,
}

/// What `check` finds in a state, by language. It is looked for once, and only who wants it waits meanwhile.
#[derive(Clone, Default)]
struct FoundOnce(Arc<Mutex<FoundByLang>>);

type FoundByLang = BTreeMap<&'static str, Arc<Vec<Reported>>>;

impl FoundOnce {
    fn of(&self, opened: &OpenedCorpus, lang: Lang) -> Arc<Vec<Reported>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = || Arc::new(opened.view_every_edition().findings().report(lang));
        Arc::clone(known.entry(lang.tr("vi", "en")).or_insert_with(found))
    }
}

/// The corpus as it was when its files had these stamps.
#[derive(Clone)]
struct Snapshot {
    stamps: BTreeMap<String, u64>,
    opened: Arc<OpenedCorpus>,
    findings: FoundOnce,
}

impl LiveCorpus {
    /// Makes the live corpus of a folder; nothing is read yet.
    pub fn new(root: PathBuf) -> Self {
        LiveCorpus { root, state: Mutex::default(), latest: Mutex::default() }
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
        let Snapshot { opened, findings, .. } = self.read(&mut self.state())?.clone();
        Ok(findings.of(&opened, lang))
    }

    /// Returns the corpus as it would be if a file had these bytes.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn with_file(&self, path: &str, bytes: &[u8]) -> io::Result<Arc<OpenedCorpus>> {
        let mut state = self.state();
        let opened = Arc::clone(&self.read(&mut state)?.opened);
        if opened.sources.files().any(|(_, file)| file.path == path && file.text.as_bytes() == bytes) {
            return Ok(opened);
        }
        if let Some(typed) = state.typed.as_ref().filter(|typed| typed.path == path && typed.bytes == bytes) {
            return Ok(Arc::clone(&typed.opened));
        }
        let then = Arc::new(opened.with_file(path, bytes, &mut state.cache));
        let (path, bytes, findings) = (path.to_owned(), bytes.to_vec(), FoundOnce::default());
        state.typed = Some(TypedState { path, bytes, opened: Arc::clone(&then), findings });
        Ok(then)
    }

    /// Returns what `camnang check` finds in a file when it looks at that file alone: quick enough for every pause of who types,
    /// however large the corpus is.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn findings_alone(&self, path: &str, bytes: &[u8], lang: Lang) -> io::Result<Vec<Reported>> {
        let opened = self.latest()?;
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
        let of_file = |found: &Reported| self.path_of(&found.file) == path && found.waived.is_none();
        let all = self.found_in(then)?.of(then, lang);
        Ok(all.iter().filter(|found| of_file(found)).cloned().collect())
    }

    /// The findings of a state: of that on the disk, and of that with what was typed last, they are looked for once.
    fn found_in(&self, then: &Arc<OpenedCorpus>) -> io::Result<FoundOnce> {
        let mut state = self.state();
        let Snapshot { opened, findings, .. } = self.read(&mut state)?.clone();
        if Arc::ptr_eq(&opened, then) {
            return Ok(findings);
        }
        let typed = state.typed.as_ref().filter(|typed| Arc::ptr_eq(&typed.opened, then));
        Ok(typed.map(|typed| typed.findings.clone()).unwrap_or_default())
    }

    /// The corpus as it was read last, which may not be as the files are now.
    fn latest(&self) -> io::Result<Arc<OpenedCorpus>> {
        let known = self.latest.lock().unwrap_or_else(PoisonError::into_inner).clone();
        known.map_or_else(|| self.opened(), Ok)
    }

    fn read<'d>(&self, state: &'d mut WorkbenchState) -> io::Result<&'d mut Snapshot> {
        // Before the files are read, so that a change meanwhile is seen the next time.
        let stamps = stamps(&self.root);
        let known = state.read.take().filter(|snapshot| snapshot.stamps == stamps);
        // The typed state is of the files as they were.
        state.typed = state.typed.take().filter(|_| known.is_some());
        let snapshot = match known {
            Some(snapshot) => snapshot,
            None => {
                let opened = Arc::new(session::open_again(&self.root, &mut state.cache)?);
                *self.latest.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&opened));
                Snapshot { stamps, opened, findings: FoundOnce::default() }
            }
        };
        Ok(state.read.insert(snapshot))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLAUSE: &str = "excerpts/nd-2001-2010/dieu-5.md";

    /// The page of what is typed, its preview and its findings are of one state, which is made once.
    #[test]
    fn what_is_typed_is_looked_at_once() {
        let live_corpus = LiveCorpus::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus"));
        let now = live_corpus.opened().unwrap();
        let text = now.sources.files().find(|(_, file)| file.path == CLAUSE).unwrap().1.text.clone();
        assert!(Arc::ptr_eq(&now, &live_corpus.with_file(CLAUSE, text.as_bytes()).unwrap()));
        let typed = text.replace("checked-on: ", "checked-on: x");
        let then = live_corpus.with_file(CLAUSE, typed.as_bytes()).unwrap();
        assert!(!Arc::ptr_eq(&now, &then));
        assert!(Arc::ptr_eq(&then, &live_corpus.with_file(CLAUSE, typed.as_bytes()).unwrap()));
        let found = || live_corpus.found_in(&then).unwrap().of(&then, Lang::Vi);
        assert!(Arc::ptr_eq(&found(), &found()) && !found().is_empty());
        assert!(!live_corpus.findings_in(CLAUSE, &then, Lang::Vi).unwrap().is_empty());
        assert!(live_corpus.findings_in(CLAUSE, &now, Lang::Vi).unwrap().is_empty());
        let other = live_corpus.with_file(CLAUSE, text.replace("checked-on: ", "checked-on: y").as_bytes()).unwrap();
        assert!(!Arc::ptr_eq(&then, &other) && !Arc::ptr_eq(&found(), &found()), "the last one alone is kept");
    }
}
