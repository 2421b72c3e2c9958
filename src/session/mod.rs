//! The one path from a corpus folder to editions that may be published. Every step is a type that only the step before
//! it can make:
//!
//! 1. [`open`] reads a folder, binds its records and checks the corpus as a whole: an [`Opened`].
//! 2. [`Opened::view`], [`Opened::view_every_edition`] and the like look at editions: a [`Viewed`].
//! 3. [`Viewed::findings`] applies the waivers of the corpus: [`Findings`], which can be reported.
//! 4. [`Findings::decide`] gives out what was viewed, if nothing that was found stops it.
//!
//! So it does not compile to report findings without the waivers, to apply these twice, or to publish an edition without
//! having decided about its errors. Whether a waiver that nothing matches is idle depends on how much was viewed, which
//! is noted where it is viewed and nowhere else.
//!
//! Commands, the live view and the library's public face all go this way.

mod findings;
mod messages;
mod named;
mod viewed;

use std::io;
use std::path::Path;

pub use findings::{Findings, Strictness};
pub use messages::unread;
pub use named::Absent;
pub use viewed::{Copies, Edition, Request, Selection, Viewed};

use crate::diag::Sink;
use crate::model::corpus::Corpus;
use crate::resolve::{Memory, Places};
use crate::source::Sources;
use crate::{checks, preflight, resolve, source};

/// The folder by which findings name files where nobody has named another.
const UNNAMED: &str = "corpus";

/// A corpus that was read and checked as a whole; none of its editions has been looked at.
#[derive(Debug)]
pub struct Opened {
    pub corpus: Corpus,
    pub sources: Sources,
    places: Places,
    /// What was found so far.
    sink: Sink,
    /// The folder as it was named.
    root: String,
}

/// Reads and checks a corpus folder.
///
/// # Errors
/// The folder cannot be read. What is wrong within it is no error, but a finding.
pub fn open(folder: &Path) -> io::Result<Opened> {
    let mut sink = Sink::new();
    let sources = source::load(folder, &mut sink)?;
    Ok(Opened::new(sources, sink).named(&folder.to_string_lossy()))
}

/// [`open`] for a folder that is read again and again: a file whose text has not changed is not parsed again.
///
/// # Errors
/// Those of [`open`].
pub fn open_again(folder: &Path, memory: &mut Memory) -> io::Result<Opened> {
    let mut sink = Sink::new();
    let sources = source::load(folder, &mut sink)?;
    let resolved = resolve::resolve_again(&sources, memory, &mut sink);
    Ok(Opened::of(sources, resolved, sink).named(&folder.to_string_lossy()))
}

impl Opened {
    /// Binds and checks files that were read already; `sink` has what was found while reading.
    pub fn new(sources: Sources, mut sink: Sink) -> Self {
        let resolved = resolve::resolve(&sources, &mut sink);
        Opened::of(sources, resolved, sink)
    }

    fn of(sources: Sources, (corpus, places): (Corpus, Places), mut sink: Sink) -> Self {
        checks::check(&corpus, &mut sink);
        preflight::releases::check_editions(&corpus, &mut sink);
        preflight::web_files::check(&sources, &corpus, &mut sink);
        Opened { corpus, sources, places, sink, root: UNNAMED.to_owned() }
    }

    /// The same corpus, its folder being called so in reports.
    pub fn named(self, root: &str) -> Self {
        Opened { root: root.to_owned(), ..self }
    }

    /// Whether anything is wrong with the corpus apart from its editions, so that parts of it may be missing.
    pub fn has_errors(&self) -> bool {
        self.sink.has_errors()
    }
}
