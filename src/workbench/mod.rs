//! The workbench: pages in which an editor changes the corpus, for the browser of this machine.
//!
//! [`connections`] lets connections in, [`admission`] looks who asks, with the keys of [`access`], and [`routes`] leads each request to a
//! page. A page reads the corpus from the [`live_corpus`]; forms are made from the descriptions of records ([`form`]), and what they
//! change goes through the room `edit`. Every save is in the journal of the room `history` before it is made.
//!
//! Pages are made here, of templates in `templates/workbench/`; a script makes them quicker and is never needed.

mod access;
mod address;
mod admission;
mod connections;
mod drafts;
mod form;
mod history;
mod live_corpus;
pub mod messages;
pub mod new_excerpt;
mod original;
pub mod outputs;
mod overview;
mod page_request;
mod pages;
mod preview;
mod printed;
mod publishing;
mod record;
mod records;
mod routes;
pub mod task;
mod words;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use access::Access;
use drafts::Drafts;
use jiff::Timestamp;
use live_corpus::LiveCorpus;
use new_excerpt::DraftClause;
use pages::WorkbenchPages;
use preview::Previews;
use task::{RunTask, TaskBoard};

use crate::diag::Lang;
use crate::history::SaveJournal;
use crate::serve::http::LoopbackListener;

/// Gets the address at which the workbench can be opened next: an address serves once.
pub type Announce = Box<dyn Fn(&str) + Send + Sync>;

/// Says what time it is: for what is noted of a save, and for nothing that is built.
pub type WorkbenchClock = fn() -> Timestamp;

/// The state of one start.
pub struct Workbench {
    live_corpus: LiveCorpus,
    access: Access,
    pages: WorkbenchPages,
    port: u16,
    lang: Lang,
    announce: Announce,
    clock: WorkbenchClock,
    journal: SaveJournal,
    drafts: Drafts,
    draft_clause: DraftClause,
    previews: Previews,
    /// Pages of editions that are looked at without a build.
    looks: Previews,
    tasks: TaskBoard,
    output: PathBuf,
    makes_pdf: bool,
}

/// Where a workbench is, and what it has of the program around it.
pub struct WorkbenchSurroundings {
    /// The folder of the corpus.
    pub root: PathBuf,
    /// The folder for what is the workbench's own.
    pub own: PathBuf,
    pub port: u16,
    pub lang: Lang,
    pub announce: Announce,
    pub clock: WorkbenchClock,
    /// Makes the draft of a clause, as the command does.
    pub draft_clause: DraftClause,
    /// Does what takes a while, as the commands do.
    pub run_task: RunTask,
    /// The folder of outputs.
    pub output: PathBuf,
    /// Whether this program lays out PDF.
    pub makes_pdf: bool,
}

impl Workbench {
    /// Makes a workbench for a corpus folder, at the port of a listener.
    ///
    /// # Errors
    /// The system gives no random numbers, or a template does not fit.
    pub fn new(surroundings: WorkbenchSurroundings) -> io::Result<Self> {
        let WorkbenchSurroundings { root, own, port, lang, announce, clock, draft_clause, run_task, output, makes_pdf } =
            surroundings;
        let (access, pages) = (Access::new()?, WorkbenchPages::new()?);
        let (journal, drafts) = (SaveJournal::new(own.join("journal")), Drafts::new(own.join("drafts")));
        Ok(Workbench {
            live_corpus: LiveCorpus::new(root),
            access,
            pages,
            port,
            lang,
            announce,
            clock,
            journal,
            drafts,
            draft_clause,
            previews: Previews::default(),
            looks: Previews::default(),
            tasks: TaskBoard::new(run_task, clock, own.join("durations.json")),
            output,
            makes_pdf,
        })
    }

    /// Makes a new address for a browser, which serves once.
    ///
    /// # Errors
    /// The system gives no random numbers.
    pub fn address(&self) -> io::Result<String> {
        Ok(format!("http://localhost:{}/open?key={}", self.port, self.access.opening_key()?))
    }

    /// Answers browsers until the program ends.
    ///
    /// # Errors
    /// The system does not let the program listen.
    pub fn serve(self, listener: LoopbackListener) -> io::Result<()> {
        connections::serve(listener, &routes::all(Arc::new(self)))
    }
}
