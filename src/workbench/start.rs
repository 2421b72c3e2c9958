//! The first page where no corpus is open: one that is known is opened, a new booklet begun, or the invented sample taken. A corpus
//! that is opened takes the place of the one before, at the same address.

mod folders;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};

use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::entry_point::EntryPoint;
use super::form::plain;
use super::page_request::PageRequest;
use super::pages::{PageFault, PageFrame, WorkbenchPages};
use super::routes::{self, see_other};
use super::words::words;
use super::{Workbench, WorkbenchSurroundings};
use crate::diag::{Bilingual, Lang};
use crate::model::date::Date;
use crate::serve::http::LoopbackListener;
use crate::workbench::connections::{self, CurrentPages};
use folders::{FolderPage, ShownFolders};

/// Which corpus is to be opened.
pub enum StartChoice {
    /// One of those that are known.
    Known(PathBuf),
    New(BookletRequest),
    Sample,
}

/// A booklet that is to be begun.
pub struct BookletRequest {
    pub title: String,
    pub issuer: String,
    /// The day of its first edition.
    pub as_of: Date,
}

/// Knows corpora, and makes new ones.
pub trait CorpusHost: Send + Sync {
    /// The folders with a corpus that can be opened, the last one first.
    fn known(&self) -> Vec<PathBuf>;
    /// The folder in which new ones are made.
    fn new_ones(&self) -> PathBuf;
    /// The folder of the user, from which others are looked through.
    fn home(&self) -> PathBuf;
    /// The folders in a folder, without those that are hidden.
    fn folders_in(&self, folder: &Path) -> Vec<PathBuf>;
    /// The corpus that a folder has or is.
    fn corpus_of(&self, folder: &Path) -> Option<PathBuf>;
    /// The moment, for the day that a form proposes.
    fn now(&self) -> Timestamp;
    /// Opens a corpus, and makes it where it is new. `None`: it is the one that is open.
    ///
    /// # Errors
    /// In words: it cannot be made, or another program has it open.
    fn open(&self, choice: &StartChoice, lang: Lang) -> Result<Option<WorkbenchSurroundings>, Bilingual>;
}

/// Serves the page on which a corpus is chosen, and the workbench of the one that is open.
pub struct WorkbenchServer {
    /// Itself, for the pages of the corpus that it opens.
    own: Weak<WorkbenchServer>,
    entry_point: Arc<EntryPoint>,
    pages: Arc<WorkbenchPages>,
    host: Box<dyn CorpusHost>,
    folders: ShownFolders,
    current: Arc<CurrentPages>,
}

#[derive(Serialize)]
struct StartPage {
    known: Vec<KnownCorpus>,
    folder: FolderPage,
    /// The path that was typed.
    path: String,
    new_ones: String,
    said: Option<String>,
    title: String,
    issuer: String,
    day: String,
    month: String,
    year: String,
}

/// A folder with a corpus.
#[derive(Serialize)]
struct KnownCorpus {
    /// By which a form names it: a path of a request is not taken.
    id: String,
    name: String,
    folder: String,
}

impl AsRef<EntryPoint> for WorkbenchServer {
    fn as_ref(&self) -> &EntryPoint {
        &self.entry_point
    }
}

impl WorkbenchServer {
    /// Makes a server for an entry point.
    ///
    /// # Errors
    /// A template does not fit.
    pub fn new(entry_point: EntryPoint, host: Box<dyn CorpusHost>) -> io::Result<Arc<Self>> {
        let (pages, current) = (Arc::new(WorkbenchPages::new()?), Arc::new(CurrentPages::default()));
        let entry_point = Arc::new(entry_point);
        let server = Arc::new_cyclic(|own| WorkbenchServer {
            own: Weak::clone(own),
            entry_point,
            pages,
            host,
            folders: ShownFolders::default(),
            current,
        });
        server.current.put(routes::of_start(&server));
        Ok(server)
    }

    /// Opens a corpus in the place of what was shown.
    pub fn open(&self, surroundings: WorkbenchSurroundings) {
        let workbench = Workbench::new(surroundings, Arc::clone(&self.entry_point), Arc::clone(&self.pages));
        // There is one, as it is asked.
        if let Some(server) = self.own.upgrade() {
            self.current.put(routes::all(Arc::new(workbench), &server));
        }
    }

    /// Makes a new address for a browser, which serves once.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn address(&self) -> io::Result<String> {
        self.entry_point.address()
    }

    /// Answers browsers until the program ends.
    ///
    /// # Errors
    /// The system does not let the program listen.
    pub fn serve(&self, listener: LoopbackListener) -> io::Result<()> {
        connections::serve(listener, &self.current)
    }

    /// The routes of the server itself, at an address.
    pub fn routes(self: &Arc<Self>, at: &str) -> Router {
        let pages = routes::page(show).merge(routes::action(act));
        Router::new().route(at, pages).with_state(Arc::clone(self))
    }

    fn respond(&self, page_request: &PageRequest, status: StatusCode, page: &StartPage) -> Result<Response, PageFault> {
        let title = words(page_request.lang).get("start").copied().unwrap_or_default();
        let frame = PageFrame::of_start(page_request, &self.entry_point, title);
        self.pages.respond(status, "start.html", &frame, page)
    }

    fn page(&self, page_request: &PageRequest) -> StartPage {
        // Viet Nam's time, which has no summer time.
        let today = self.host.now().checked_add(SignedDuration::from_hours(7)).unwrap_or(self.host.now()).to_string();
        let mut today = today.split(['-', 'T']).map(str::to_owned);
        let typed = |name: &str, or: Option<String>| match plain(page_request.field(name)) {
            empty if empty.is_empty() => or.unwrap_or_default(),
            typed => typed,
        };
        let (year, month, day) = (today.next(), today.next(), today.next());
        StartPage {
            known: self.host.known().into_iter().map(known).collect(),
            folder: self.folders.page(&*self.host, page_request.query("folder")),
            path: page_request.field("path").to_owned(),
            new_ones: self.host.new_ones().display().to_string(),
            said: None,
            title: typed("title", None),
            issuer: typed("issuer", None),
            day: typed("day", day),
            month: typed("month", month),
            year: typed("year", year),
        }
    }

    /// Reads what is to be opened. `None`: it is no corpus that is known.
    fn choice(&self, page_request: &PageRequest) -> Result<Option<StartChoice>, &'static str> {
        Ok(match page_request.field("action") {
            "sample" => Some(StartChoice::Sample),
            "new" => Some(StartChoice::New(new_booklet(page_request)?)),
            "path" => Some(StartChoice::Known(self.typed(page_request.field("path"))?)),
            _ => {
                let is_it = |folder: &PathBuf| folders::id(folder) == page_request.field("corpus");
                let shown = || self.host.corpus_of(&self.folders.of(page_request.field("corpus"))?);
                self.host.known().into_iter().find(is_it).or_else(shown).map(StartChoice::Known)
            }
        })
    }

    /// The corpus at a path that was typed. Nothing is written at one that has none.
    fn typed(&self, path: &str) -> Result<PathBuf, &'static str> {
        let path = PathBuf::from(plain(path).trim().trim_matches('"'));
        let corpus = if path.is_absolute() { self.host.corpus_of(&path) } else { None };
        corpus.ok_or("no-corpus-there")
    }
}

fn known(folder: PathBuf) -> KnownCorpus {
    // Nearly every corpus is in a folder of this name.
    let named = Some(&*folder).filter(|folder| !folder.ends_with("corpus")).or_else(|| folder.parent());
    let name = named.and_then(|folder| folder.file_name()).map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    KnownCorpus { id: folders::id(&folder), name, folder: folder.display().to_string() }
}

fn new_booklet(page_request: &PageRequest) -> Result<BookletRequest, &'static str> {
    let field = |name: &str| plain(page_request.field(name)).trim().to_owned();
    let (title, issuer) = (field("title"), field("issuer"));
    if title.is_empty() || issuer.is_empty() {
        return Err("new-booklet-empty");
    }
    let day = field("year").parse().ok().zip(field("month").parse().ok()).zip(field("day").parse().ok());
    let as_of = day.and_then(|((year, month), day)| Date::new(year, month, day)).ok_or("no-such-day")?;
    Ok(BookletRequest { title, issuer, as_of })
}

fn show(server: &WorkbenchServer, page_request: &PageRequest) -> Result<Response, PageFault> {
    server.respond(page_request, StatusCode::OK, &server.page(page_request))
}

fn act(server: &WorkbenchServer, page_request: &PageRequest) -> Result<Response, PageFault> {
    let saying = |said: &str| StartPage { said: Some(said.to_owned()), ..server.page(page_request) };
    let word = |key: &str| words(page_request.lang).get(key).copied().unwrap_or_default();
    let choice = match server.choice(page_request) {
        Ok(Some(choice)) => choice,
        Ok(None) => return server.respond(page_request, StatusCode::NOT_FOUND, &saying(word("corpus-gone"))),
        Err(why) => return server.respond(page_request, StatusCode::CONFLICT, &saying(word(why))),
    };
    match server.host.open(&choice, page_request.lang) {
        Ok(surroundings) => {
            if let Some(surroundings) = surroundings {
                server.open(surroundings);
            }
            Ok(see_other("/"))
        }
        Err(said) => server.respond(page_request, StatusCode::CONFLICT, &saying(said.get(page_request.lang))),
    }
}
