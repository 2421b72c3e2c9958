//! The one path from a corpus folder to editions that may be published. Every step is a type that only the step before
//! it can make:
//!
//! 1. [`open`] reads a folder, binds its records and checks the corpus as a whole: an [`OpenedCorpus`].
//! 2. [`OpenedCorpus::view`], [`OpenedCorpus::view_every_edition`] and the like look at editions: a [`Viewed`].
//! 3. [`Viewed::findings`] applies the waivers of the corpus: [`Findings`], which can be reported.
//! 4. [`Findings::decide`] gives out what was viewed, if nothing that was found stops it.
//!
//! Commands, the live view and the library's public face all go this way:
//!
//! ```
//! # use camnang::Lang;
//! # use camnang::internals::session::{self, ViewRequest, Strictness};
//! let opened = session::open("tests/sample/corpus".as_ref())?;
//! let findings = opened.view(&ViewRequest::every()).findings();
//! let reported = findings.report(Lang::En);
//! let editions = findings.decide(Strictness::Errors);
//! assert!(editions.is_ok_and(|editions| editions.len() == 2), "{reported:?}");
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! Wrong orders do not compile. Findings are not reported before the waivers were applied:
//!
//! ```compile_fail,E0599
//! # use camnang::Lang;
//! # use camnang::internals::session::{self, ViewRequest, Strictness};
//! let opened = session::open("tests/sample/corpus".as_ref())?;
//! let reported = opened.view(&ViewRequest::every()).report(Lang::En);
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! Nor are the waivers applied twice:
//!
//! ```compile_fail,E0382
//! # use camnang::Lang;
//! # use camnang::internals::session::{self, ViewRequest, Strictness};
//! let opened = session::open("tests/sample/corpus".as_ref())?;
//! let viewed = opened.view(&ViewRequest::every());
//! let findings = (viewed.findings(), viewed.findings());
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! Nobody gets hold of an edition without having decided about what was found:
//!
//! ```compile_fail,E0616
//! # use camnang::Lang;
//! # use camnang::internals::session::{self, ViewRequest, Strictness};
//! let opened = session::open("tests/sample/corpus".as_ref())?;
//! let editions = opened.view(&ViewRequest::every()).findings().made;
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! Whether a waiver that nothing matches is idle depends on how much was viewed. That is noted where it is viewed, and
//! cannot be claimed:
//!
//! ```compile_fail,E0616
//! # use camnang::Lang;
//! # use camnang::internals::session::{self, ViewRequest, Strictness};
//! let opened = session::open("tests/sample/corpus".as_ref())?;
//! let extent = opened.view(&ViewRequest::every()).extent;
//! # Ok::<(), std::io::Error>(())
//! ```

mod findings;
mod gate;
mod messages;
mod named;
mod proof;
mod published;
mod repairs;
mod reread;
mod seen;
mod viewed;

use std::io;
use std::path::Path;

pub use findings::{Findings, Strictness};
pub use messages::unread;
pub use named::Absent;
pub use proof::CorpusProof;
pub use published::ReceivedFiles;
pub use reread::Reread;
pub use viewed::{Copies, ViewRequest, Viewed, ViewedEdition, WhichEditions};

use crate::diag::{Lang, Sink};
use crate::model::corpus::Corpus;
use crate::model::ids::InstrumentId;
use crate::report::Reported;
pub use crate::resolve::{FoundUnit, OriginalUnit, ParseCache, StoredTree, find_unit, words_difference};
use crate::resolve::{OriginalTexts, RecordPlaces, Resolved};
use crate::source::Sources;
use crate::{checks, preflight, report, resolve, source};

/// The folder by which findings name files where nobody has named another.
const UNNAMED: &str = "corpus";

/// A corpus that was read and checked as a whole; none of its editions has been looked at.
#[derive(Debug)]
pub struct OpenedCorpus {
    pub corpus: Corpus,
    pub sources: Sources,
    places: RecordPlaces,
    originals: OriginalTexts,
    /// The findings so far, but for those on the numbering of originals.
    sink: Sink,
    /// The folder as it was named.
    root: String,
}

/// Reads and checks a corpus folder.
///
/// # Errors
/// The folder cannot be read. A fault within it is no error, but a finding.
pub fn open(folder: &Path) -> io::Result<OpenedCorpus> {
    let mut sink = Sink::new();
    let sources = source::load(folder, &mut sink)?;
    Ok(OpenedCorpus::new(sources, sink).named(&folder.to_string_lossy()))
}

/// [`open`] for one who looks at the originals of one instrument only: a corpus may hold hundreds of laws, and those of others
/// are neither read nor reported on.
///
/// # Errors
/// Those of [`open`].
pub fn open_with_originals_of(folder: &Path, instrument: &InstrumentId) -> io::Result<OpenedCorpus> {
    let mut sink = Sink::new();
    let is_of_another = |path: &str| match path.split('/').collect::<Vec<_>>().as_slice() {
        ["originals", other, _] => *other != instrument.as_str(),
        _ => false,
    };
    let sources = source::load_where(folder, |path| !is_of_another(path), &mut sink)?;
    Ok(OpenedCorpus::new(sources, sink).named(&folder.to_string_lossy()))
}

/// [`open`] for a folder that is read again and again: a file whose text has not changed is not parsed again.
///
/// # Errors
/// Those of [`open`].
pub fn open_again(folder: &Path, cache: &mut ParseCache) -> io::Result<OpenedCorpus> {
    let mut sink = Sink::new();
    let sources = source::load(folder, &mut sink)?;
    let resolved = resolve::resolve_again(&sources, cache, &mut sink);
    Ok(OpenedCorpus::of(sources, resolved, sink).named(&folder.to_string_lossy()))
}

/// Returns the findings in a file that can be seen in it alone: at once, however large the corpus is.
pub fn findings_alone(root: &Path, path: &str, bytes: &[u8], lang: Lang) -> Vec<Reported> {
    let mut sink = Sink::new();
    let sources = Sources::of_files([(path.to_owned(), bytes.to_vec())], &mut sink);
    resolve::read_alone(&sources, &mut sink);
    report::resolve(&sink, &sources, &RecordPlaces::default(), &root.to_string_lossy(), lang)
}

impl OpenedCorpus {
    /// Binds and checks files that were read already; `sink` has what was found while reading.
    pub fn new(sources: Sources, mut sink: Sink) -> Self {
        let resolved = resolve::resolve(&sources, &mut sink);
        OpenedCorpus::of(sources, resolved, sink)
    }

    fn of(sources: Sources, resolved: Resolved, mut sink: Sink) -> Self {
        let Resolved { corpus, places, originals } = resolved;
        checks::check(&corpus, &mut sink);
        preflight::releases::check_editions(&corpus, &mut sink);
        preflight::web_files::check(&sources, &corpus, &mut sink);
        OpenedCorpus { corpus, sources, places, originals, sink, root: UNNAMED.to_owned() }
    }

    /// The corpus as it would be with other bytes for a file, or with a new one; nothing is written. The cache may be that of
    /// the folder.
    pub fn with_file(&self, path: &str, bytes: &[u8], cache: &mut ParseCache) -> OpenedCorpus {
        let mut sink = Sink::new();
        let sources = self.sources.with(&[(path, bytes)], &mut sink);
        let resolved = resolve::resolve_again(&sources, cache, &mut sink);
        OpenedCorpus::of(sources, resolved, sink).named(&self.root)
    }

    /// The corpus as it would be with these files, for one look at it; nothing is written, and no original that is the same is
    /// looked at again.
    pub fn with_files(&self, files: &[(&str, &[u8])]) -> OpenedCorpus {
        let mut sink = Sink::new();
        let sources = self.sources.with(files, &mut sink);
        let resolved = resolve::resolve_beside(&sources, self.originals.memo(), &mut sink);
        OpenedCorpus::of(sources, resolved, sink).named(&self.root)
    }

    /// Returns the originals of an instrument that can be believed, with their trees, the most official first.
    pub fn original_trees(&self, instrument: &InstrumentId) -> Vec<StoredTree> {
        self.originals.trees(&self.corpus, instrument, &self.sources)
    }

    /// The same corpus, its folder being called so in reports.
    pub fn named(self, root: &str) -> Self {
        OpenedCorpus { root: root.to_owned(), ..self }
    }

    /// The folder by which findings name files.
    pub fn root(&self) -> &str {
        &self.root
    }

    /// Whether anything is wrong with the corpus apart from its editions, so that parts of it may be missing.
    pub fn has_errors(&self) -> bool {
        self.sink.has_errors()
    }
}
