//! The workbench: pages in which an editor changes the corpus, for the browser of this machine.
//!
//! At [`start`] a corpus is chosen. [`connections`] lets connections in, [`admission`] looks who asks, with the keys of [`access`], and [`routes`] leads each request to a
//! page. A page reads the corpus from the [`live_corpus`]; forms are made from the descriptions of records ([`form`]), and what they
//! change goes through the room `edit`. Every save is in the journal of the room `history` before it is made.
//!
//! Pages are made here, of templates in `templates/workbench/`; a script makes them quicker and is never needed.

mod access;
mod address;
mod admission;
mod connections;
mod drafting;
mod drafts;
pub mod entry_point;
pub mod files;
mod form;
mod guided;
mod history;
mod live_corpus;
pub mod messages;
mod multipart;
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
pub mod record_draft;
mod record_history;
mod records;
mod reviewing;
mod routes;
mod sides;
pub mod start;
pub mod task;
mod who;
mod words;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use drafts::Drafts;
use entry_point::EntryPoint;
use files::ImportLaw;
use jiff::Timestamp;
use live_corpus::LiveCorpus;
use pages::WorkbenchPages;
use preview::Previews;
use record_draft::DraftRecord;
use task::{RunTask, TaskBoard};

use crate::history::SaveJournal;
use crate::publish::Claim;

/// Says what time it is: for what is noted of a save, and for nothing that is built.
pub type WorkbenchClock = fn() -> Timestamp;

/// A corpus that is open.
pub struct Workbench {
    live_corpus: LiveCorpus,
    entry_point: Arc<EntryPoint>,
    pages: Arc<WorkbenchPages>,
    /// No other program has it open meanwhile.
    _claim: Claim,
    clock: WorkbenchClock,
    journal: SaveJournal,
    drafts: Drafts,
    draft_record: DraftRecord,
    previews: Previews,
    /// Pages of editions that are looked at without a build.
    looks: Previews,
    tasks: TaskBoard,
    output: PathBuf,
    makes_pdf: bool,
    import_law: ImportLaw,
    /// The folder of files that are about to be imported.
    uploads: PathBuf,
    /// An instrument, and what the import of its file has said.
    imported: Mutex<Option<(String, String)>>,
}

/// Where a workbench is, and what it has of the program around it.
pub struct WorkbenchSurroundings {
    /// The folder of the corpus.
    pub root: PathBuf,
    /// The folder for what is the workbench's own.
    pub own: PathBuf,
    pub claim: Claim,
    pub clock: WorkbenchClock,
    /// Makes drafts, as the commands do.
    pub draft_record: DraftRecord,
    /// Does what takes a while, as the commands do.
    pub run_task: RunTask,
    /// The folder of outputs.
    pub output: PathBuf,
    /// Whether this program lays out PDF.
    pub makes_pdf: bool,
    /// Takes a received law into the corpus, as the command does.
    pub import_law: ImportLaw,
}

impl AsRef<EntryPoint> for Workbench {
    fn as_ref(&self) -> &EntryPoint {
        &self.entry_point
    }
}

impl Workbench {
    /// Opens a corpus folder.
    fn new(surroundings: WorkbenchSurroundings, entry_point: Arc<EntryPoint>, pages: Arc<WorkbenchPages>) -> Self {
        let WorkbenchSurroundings { root, own, claim, clock, draft_record, run_task, output, makes_pdf, import_law } =
            surroundings;
        Workbench {
            live_corpus: LiveCorpus::new(root),
            entry_point,
            pages,
            _claim: claim,
            clock,
            journal: SaveJournal::new(own.join("journal")),
            drafts: Drafts::new(own.join("drafts")),
            draft_record,
            previews: Previews::default(),
            looks: Previews::default(),
            tasks: TaskBoard::new(run_task, clock, own.join("durations.json")),
            output,
            makes_pdf,
            import_law,
            uploads: own.join("uploads"),
            imported: Mutex::default(),
        }
    }
}
