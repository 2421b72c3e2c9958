//! The workbench: pages in which an editor changes the corpus, for the browser of this machine.
//!
//! [`door`] lets connections in, [`gate`] looks who asks, with the keys of [`access`], and [`routes`] leads each request to a
//! page. A page reads the corpus from the [`desk`]; forms are made from the descriptions of records ([`form`]), and what they
//! change goes through the room `edit`. Every save is in the [`journal`] before it is made.
//!
//! Pages are made here, of templates in `templates/workbench/`; a script makes them quicker and is never needed.

mod access;
mod address;
mod desk;
mod door;
mod drafts;
mod form;
mod gate;
mod history;
mod journal;
pub mod messages;
pub mod new_excerpt;
mod original;
mod overview;
mod pages;
mod preview;
mod printed;
mod record;
mod records;
mod routes;
mod visit;
mod words;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use access::Access;
use desk::Desk;
use drafts::Drafts;
use jiff::Timestamp;
use journal::SaveJournal;
use new_excerpt::DraftClause;
use pages::DeskPages;
use preview::Previews;

use crate::diag::Lang;
use crate::serve::http::LoopbackListener;

/// Gets the address at which the workbench can be opened next: an address serves once.
pub type Announce = Box<dyn Fn(&str) + Send + Sync>;

/// Says what time it is: for what is noted of a save, and for nothing that is built.
pub type DeskClock = fn() -> Timestamp;

/// The state of one start.
pub struct Workbench {
    desk: Desk,
    access: Access,
    pages: DeskPages,
    port: u16,
    lang: Lang,
    announce: Announce,
    clock: DeskClock,
    journal: SaveJournal,
    drafts: Drafts,
    draft_clause: DraftClause,
    previews: Previews,
}

/// Where a workbench is, and what it has of the program around it.
pub struct DeskSurroundings {
    /// The folder of the corpus.
    pub root: PathBuf,
    /// The folder for what is the workbench's own.
    pub own: PathBuf,
    pub port: u16,
    pub lang: Lang,
    pub announce: Announce,
    pub clock: DeskClock,
    /// Makes the draft of a clause, as the command does.
    pub draft_clause: DraftClause,
}

impl Workbench {
    /// Makes a workbench for a corpus folder, at the port of a listener.
    ///
    /// # Errors
    /// The system gives no random numbers, or a template does not fit.
    pub fn new(surroundings: DeskSurroundings) -> io::Result<Self> {
        let DeskSurroundings { root, own, port, lang, announce, clock, draft_clause } = surroundings;
        let (access, pages) = (Access::new()?, DeskPages::new()?);
        let (journal, drafts) = (SaveJournal::new(own.join("journal")), Drafts::new(own.join("drafts")));
        Ok(Workbench {
            desk: Desk::new(root),
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
        door::serve(listener, &routes::all(Arc::new(self)))
    }
}
