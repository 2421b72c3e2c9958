//! Drafts of records, which the commands make: the request, and the files that would be written.

use std::path::Path;

use super::Workbench;
use super::new_excerpt::NewClause;
use crate::diag::{Bilingual, Lang};
use crate::history::NotedFile;
use crate::model::date::Date;
use crate::model::instrument::RelationKind;
use crate::session::OpenedCorpus;

/// A draft that is wanted, with the answers for it.
#[derive(Debug)]
pub enum RecordRequest<'a> {
    Clause(NewClause<'a>),
    Instrument {
        number: &'a str,
        /// The name of its type, where the number leaves it open.
        kind: Option<&'a str>,
        issued: Option<Date>,
        id: Option<&'a str>,
    },
    Guidance {
        id: &'a str,
        title: &'a str,
        /// The editions that are to print it.
        editions: &'a [String],
    },
    Edition(EditionRequest<'a>),
    Release {
        edition: &'a str,
    },
    /// A provision gets other words.
    Amendment {
        excerpt: &'a str,
        by: &'a str,
        on: Date,
        at: Option<&'a str>,
    },
    Ending(EndingRequest<'a>),
}

/// A new edition.
#[derive(Clone, Copy, Debug)]
pub struct EditionRequest<'a> {
    pub id: &'a str,
    pub title: Option<&'a str>,
    pub as_of: Option<Date>,
    /// The edition whose parts, chapters and annexes it takes over.
    pub like: Option<&'a str>,
    pub previous: Option<&'a str>,
    pub issuer: Option<&'a str>,
}

/// The end of an instrument.
#[derive(Clone, Copy, Debug)]
pub struct EndingRequest<'a> {
    pub instrument: &'a str,
    /// What another instrument does to it; nothing where its own term ends.
    pub act: Option<RelationKind>,
    pub by: &'a str,
    pub at: Option<&'a str>,
    pub on: Option<Date>,
}

/// The files that would be written.
#[derive(Debug)]
pub struct RecordDraft {
    /// The record that is opened afterwards comes first.
    pub files: Vec<NotedFile>,
    /// What to look at in them.
    pub notes: Vec<Bilingual>,
}

impl RecordDraft {
    /// A draft about which there is nothing to say.
    pub fn of(files: Vec<NotedFile>) -> Self {
        RecordDraft { files, notes: Vec::new() }
    }
}

/// Makes a draft in a corpus folder.
pub type DraftRecord = fn(&OpenedCorpus, &Path, &RecordRequest<'_>, Lang) -> Result<RecordDraft, Bilingual>;

impl Workbench {
    /// Makes a draft in the corpus that is open.
    ///
    /// # Errors
    /// An answer is missing, or names what there is not.
    pub fn draft(
        &self,
        opened: &OpenedCorpus,
        request: &RecordRequest<'_>,
        lang: Lang,
    ) -> Result<RecordDraft, Bilingual> {
        (self.draft_record)(opened, self.live_corpus.root(), request, lang)
    }
}
