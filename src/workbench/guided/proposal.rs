//! The files that a step would write, to be looked at before they are written.

use serde::Serialize;

use super::super::Workbench;
use super::super::address::RecordAddress;
use super::super::overview::WaitingFinding;
use super::super::page_request::PageRequest;
use super::super::pages::PageFault;
use super::super::printed::{self, PrintChange};
use super::super::record_draft::RecordDraft;
use crate::diag::{Bilingual, Lang};
use crate::edit::{self, diff};
use crate::hash::sha256;
use crate::history::{NotSaved, NotedFile};
use crate::model::ids::ExcerptId;
use crate::session::{CorpusProof, OpenedCorpus};
use crate::syntax::record::RecordKind;

/// What a step would write, and what would come of it.
#[derive(Serialize)]
pub struct Proposal {
    /// Of all that would be written: only what was looked at is saved.
    hash: String,
    files: Vec<ProposedFile>,
    /// What to look at in them afterwards.
    notes: Vec<String>,
    /// The errors that the corpus would have then and has not now.
    faults: Vec<WaitingFinding>,
    prints: Vec<PrintChange>,
    /// The files are others than those that were looked at.
    is_another: bool,
}

/// A file that would be written.
#[derive(Serialize)]
struct ProposedFile {
    path: String,
    is_new: bool,
    /// Its whole text where it is new, else the lines that change.
    text: String,
}

/// The outcome of a draft.
pub enum DraftOutcome {
    /// It is shown before it is written.
    Shown(Proposal),
    Saved {
        number: u64,
        /// Of the first file.
        address: String,
    },
    Refused(Bilingual),
}

impl Workbench {
    /// Shows what a draft would write, or writes it, where the form says so and it brings no error.
    ///
    /// # Errors
    /// The journal cannot be written.
    pub fn offer(
        &self,
        page_request: &PageRequest,
        opened: &OpenedCorpus,
        draft: RecordDraft,
    ) -> Result<DraftOutcome, PageFault> {
        let proposal = Proposal::of(opened, &draft, page_request);
        if page_request.field("action") != "save" || proposal.is_another || !proposal.faults.is_empty() {
            return Ok(DraftOutcome::Shown(proposal));
        }
        let address = draft.files.first().and_then(|file| RecordAddress::of_path(&file.path));
        let address = address.map_or("/".to_owned(), |address| address.to_string());
        match self.save(draft.files, None) {
            Ok(number) => Ok(DraftOutcome::Saved { number, address }),
            Err(NotSaved::Journal(error)) => Err(error.into()),
            Err(NotSaved::Corpus(unsaved)) => Ok(DraftOutcome::Refused(edit::messages::unsaved(&unsaved))),
        }
    }
}

impl Proposal {
    fn of(opened: &OpenedCorpus, draft: &RecordDraft, page_request: &PageRequest) -> Self {
        let lang = page_request.lang;
        let files: Vec<(&str, &[u8])> = draft.files.iter().filter_map(bytes).collect();
        let then = opened.with_files(&files);
        let (hash, looked) = (hash(&draft.files), page_request.field("looked"));
        Proposal {
            is_another: !looked.is_empty() && looked != hash,
            hash,
            notes: draft.notes.iter().map(|note| note.get(lang).to_owned()).collect(),
            faults: faults(opened, &files, lang),
            prints: printed::changes(&opened.corpus, &then.corpus, &excerpts(&draft.files)),
            files: draft.files.iter().map(ProposedFile::of).collect(),
        }
    }
}

fn bytes(file: &NotedFile) -> Option<(&str, &[u8])> {
    Some((file.path.as_str(), file.after.as_ref()?.as_bytes()))
}

fn faults(opened: &OpenedCorpus, files: &[(&str, &[u8])], lang: Lang) -> Vec<WaitingFinding> {
    let brought = CorpusProof::new(opened, opened.root(), lang).brought_by(files);
    brought.iter().map(WaitingFinding::of).collect()
}

/// The excerpts among the files.
fn excerpts(files: &[NotedFile]) -> Vec<ExcerptId> {
    let addresses = files.iter().filter_map(|file| RecordAddress::of_path(&file.path));
    addresses.filter(|it| it.kind == RecordKind::Excerpt).filter_map(|it| it.id.parse().ok()).collect()
}

fn hash(files: &[NotedFile]) -> String {
    let words = files.iter().map(|file| format!("{}\0{}\0", file.path, file.after.as_deref().unwrap_or_default()));
    sha256(words.collect::<String>().as_bytes())
}

impl ProposedFile {
    fn of(file: &NotedFile) -> Self {
        let NotedFile { path, before, after } = file;
        let after = after.clone().unwrap_or_default();
        let text = before.as_ref().map_or_else(|| after.clone(), |before| diff::unified(path, before, &after));
        ProposedFile { path: path.clone(), is_new: before.is_none(), text }
    }
}
