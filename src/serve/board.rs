//! The state that the live view shows: the last good site, the PDF beside it, and what is wrong now. The thread that builds
//! writes it, the threads that answer browsers read it, and those that hold a connection open for changes are woken.
//!
//! Every change raises `turn` by one. A page asks for what came after the turn that it shows, so that nothing is lost
//! between two requests.

use std::collections::BTreeMap;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Serialize;

use crate::diag::Lang;
use crate::report::Card;
use crate::serve::messages::{PageWords, words};

/// How many pages are kept as they last were without a fault: more than an editor has at work, and a bound for memory.
const KEPT: usize = 256;

/// A request for a file of the site, by its path, and where the answer goes.
pub struct Ask {
    pub path: String,
    pub reply: Sender<Given>,
}

/// The answer to a request.
pub enum Given {
    File(Vec<u8>),
    Nothing,
    /// The template does not fit, in words.
    Fault(String),
}

/// A channel to the thread that renders the pages of one version of the site. The thread ends when the last clone of it is
/// dropped: when the board shows another site and no request is open.
#[derive(Clone)]
pub struct LiveSite {
    /// The hash of the corpus and the number of the build: another one after each change.
    pub version: String,
    pub asks: Sender<Ask>,
}

impl LiveSite {
    fn file(&self, path: &str) -> Given {
        let (reply, answer) = channel();
        let asked = self.asks.send(Ask { path: path.to_owned(), reply });
        asked.ok().and_then(|()| answer.recv().ok()).unwrap_or(Given::Nothing)
    }
}

/// The result of looking for a file that a browser requested.
pub enum BoardFile {
    /// The file, and the version of the site.
    File(String, Arc<Vec<u8>>),
    /// The page has a fault, and was not seen before it had.
    Broken(String),
    Nothing,
}

/// The PDF beside the site.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Debug)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "without an engine no PDF is ever made"))]
pub enum PdfState {
    /// This program makes none.
    Absent,
    Making,
    Made,
    Failed,
}

struct Pdf {
    standing: PdfState,
    /// The version of the site that was made with it.
    of: String,
    /// The last good file, and the hash of it.
    file: Option<(String, Arc<Vec<u8>>)>,
    fault: Option<Card>,
}

struct BoardState {
    /// Rises with every change.
    turn: u64,
    site: Option<LiveSite>,
    /// Of the corpus and the templates as a whole.
    findings: Vec<Card>,
    /// Of single pages of this version.
    page_faults: BTreeMap<String, Card>,
    /// Pages as they last were without a fault.
    kept: BTreeMap<String, Arc<Vec<u8>>>,
    pdf: Pdf,
}

/// The message to pages that are open.
#[derive(Serialize)]
struct News<'s> {
    version: Option<&'s str>,
    /// Why the page does not show the files as they are now.
    faults: Vec<&'s Card>,
    warnings: Vec<&'s Card>,
    pdf: PdfNews<'s>,
    words: &'s PageWords,
}

#[derive(Serialize)]
struct PdfNews<'s> {
    standing: PdfState,
    of: &'s str,
    file: Option<&'s str>,
}

/// The state of the live view, and the requests that wait for the next one.
pub struct Board {
    state: Mutex<BoardState>,
    changed: Condvar,
    pub words: PageWords,
}

impl Board {
    /// Makes a board that shows nothing yet.
    pub fn new(lang: Lang, makes_pdf: bool) -> Self {
        let standing = if makes_pdf { PdfState::Making } else { PdfState::Absent };
        let state = BoardState {
            turn: 1,
            site: None,
            findings: Vec::new(),
            page_faults: BTreeMap::new(),
            kept: BTreeMap::new(),
            pdf: Pdf { standing, of: String::new(), file: None, fault: None },
        };
        Board { state: Mutex::new(state), changed: Condvar::new(), words: words(lang) }
    }

    // A lock that a panic has poisoned is used as it is: each field is assigned as a whole, so no panic leaves half of one.
    fn state(&self) -> MutexGuard<'_, BoardState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut BoardState)) {
        let mut state = self.state();
        change(&mut state);
        state.turn += 1;
        self.changed.notify_all();
    }

    /// Shows a new site; `findings` are its warnings.
    pub fn show(&self, site: LiveSite, findings: Vec<Card>) {
        self.change(|state| {
            if state.pdf.standing != PdfState::Absent {
                state.pdf.standing = PdfState::Making;
            }
            state.site = Some(site);
            state.findings = findings;
            state.page_faults.clear();
        });
    }

    /// Keeps the former site, with these findings above it: what the files say now cannot be built.
    pub fn obstruct(&self, findings: Vec<Card>) {
        self.change(|state| state.findings = findings);
    }

    /// Shows the PDF of a version of the site.
    #[cfg(feature = "pdf")]
    pub fn pdf_made(&self, of: String, hash: String, bytes: Vec<u8>) {
        self.change(|state| {
            state.pdf = Pdf { standing: PdfState::Made, of, file: Some((hash, Arc::new(bytes))), fault: None };
        });
    }

    /// Keeps the former PDF: that of this version of the site could not be made.
    #[cfg(feature = "pdf")]
    pub fn pdf_failed(&self, of: String, fault: Card) {
        self.change(|state| {
            state.pdf.standing = PdfState::Failed;
            state.pdf.of = of;
            state.pdf.fault = Some(fault);
        });
    }

    /// Returns the last PDF that was made.
    pub fn pdf(&self) -> Option<Arc<Vec<u8>>> {
        self.state().pdf.file.as_ref().map(|(_, bytes)| Arc::clone(bytes))
    }

    /// Returns a file of the site; of a page that has a fault now, how it last was without.
    pub fn file(&self, path: &str) -> BoardFile {
        let Some(site) = self.state().site.clone() else { return BoardFile::Nothing };
        match site.file(path) {
            Given::Nothing => BoardFile::Nothing,
            Given::File(bytes) => {
                let bytes = Arc::new(bytes);
                if path.ends_with(".html") {
                    self.keep(path, &bytes);
                }
                BoardFile::File(site.version, bytes)
            }
            Given::Fault(said) => {
                self.page_fault(&site.version, path, Card::stop(&said));
                match self.state().kept.get(path) {
                    Some(bytes) => BoardFile::File(site.version, Arc::clone(bytes)),
                    None => BoardFile::Broken(site.version),
                }
            }
        }
    }

    /// Reports a fault of a page, unless it is reported already or another site is shown by now.
    fn page_fault(&self, version: &str, path: &str, fault: Card) {
        let mut state = self.state();
        let is_shown = state.site.as_ref().is_some_and(|site| site.version == version);
        if is_shown && state.page_faults.get(path) != Some(&fault) {
            state.page_faults.insert(path.to_owned(), fault);
            state.turn += 1;
            self.changed.notify_all();
        }
    }

    fn keep(&self, path: &str, bytes: &Arc<Vec<u8>>) {
        let mut state = self.state();
        if state.kept.len() >= KEPT && !state.kept.contains_key(path) {
            // Whichever: the page is only missed if it breaks before it is opened again.
            state.kept.pop_first();
        }
        state.kept.insert(path.to_owned(), Arc::clone(bytes));
    }

    /// Returns the version of the site that is shown.
    pub fn version(&self) -> Option<String> {
        self.state().site.as_ref().map(|site| site.version.clone())
    }

    /// Returns the state as JSON, with its turn, as soon as there is a later one than `turn`; `None` if none comes within
    /// the timeout.
    pub fn news_after(&self, turn: u64, timeout: Duration) -> Option<(u64, String)> {
        let state = self.state();
        let waited = self.changed.wait_timeout_while(state, timeout, |state| state.turn <= turn);
        let (state, waited) = waited.unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            return None;
        }
        // Strings, numbers and lists always serialise.
        Some((state.turn, serde_json::to_string(&self.news(&state)).unwrap_or_default()))
    }

    fn news<'s>(&'s self, state: &'s BoardState) -> News<'s> {
        let (faults, others): (Vec<&Card>, Vec<&Card>) =
            state.findings.iter().partition(|card| card.severity == "error");
        News {
            version: state.site.as_ref().map(|site| site.version.as_str()),
            faults: faults.into_iter().chain(state.page_faults.values()).chain(&state.pdf.fault).collect(),
            warnings: others.into_iter().filter(|card| card.severity == "warning").collect(),
            pdf: PdfNews {
                standing: state.pdf.standing,
                of: &state.pdf.of,
                file: state.pdf.file.as_ref().map(|(hash, _)| hash.as_str()),
            },
            words: &self.words,
        }
    }
}
