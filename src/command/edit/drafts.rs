//! Drafts for the workbench, as the commands make them.

use std::path::Path;

use super::super::Failure;
use super::super::new::ending::{self, AskedEnding, Ending};
use super::super::new::excerpt::{self, ExcerptOptions, OriginalWords};
use super::super::new::version::{Amended, AskedVersion, changed, document, noted};
use super::super::new::{edition, guidance, instrument, refuse_existing, release};
use crate::diag::{Bilingual, Lang};
use crate::edit::{FileChange, RecordContent};
use crate::history::NotedFile;
use crate::model::ids::EditionId;
use crate::model::subject::Subject;
use crate::session::OpenedCorpus;
use crate::workbench::new_excerpt::{ClauseWords, NewClause};
use crate::workbench::record_draft::{EditionRequest, EndingRequest, RecordDraft, RecordRequest};

/// Makes a draft: the files that would be written, and what to look at in them.
///
/// # Errors
/// An answer is missing, or names what there is not.
pub fn draft_record(
    opened: &OpenedCorpus,
    root: &Path,
    request: &RecordRequest<'_>,
    lang: Lang,
) -> Result<RecordDraft, Bilingual> {
    Maker { opened, root, lang }.draft(request).map_err(|Failure(words)| words)
}

/// Everything that a draft is made of but the answers.
struct Maker<'c> {
    opened: &'c OpenedCorpus,
    root: &'c Path,
    lang: Lang,
}

impl Maker<'_> {
    fn draft(&self, request: &RecordRequest<'_>) -> Result<RecordDraft, Failure> {
        let Maker { opened, root, lang } = *self;
        match request {
            RecordRequest::Clause(clause) => self.new_file(self.clause(clause)?),
            RecordRequest::Instrument { number, kind, issued, id } => {
                let asked = instrument::Asked { number, kind: *kind, issued: *issued, id: *id };
                self.new_file(instrument::draft(&opened.corpus, root, &asked, lang)?)
            }
            RecordRequest::Guidance { id, title, editions } => self.guidance(id, title, editions),
            RecordRequest::Edition(edition) => self.edition(edition),
            RecordRequest::Release { edition } => self.new_file(release(opened, edition)?),
            RecordRequest::Amendment { excerpt, by, on, at } => {
                let asked = AskedVersion { excerpt, by, on: *on, at: *at };
                Ok(RecordDraft::of(Amended::new(opened, &asked, root)?.noted()))
            }
            RecordRequest::Ending(ending) => Ok(RecordDraft::of(self.ending(ending)?)),
        }
    }

    /// A draft of one file, which may not be there yet.
    fn new_file(&self, (path, text): (String, String)) -> Result<RecordDraft, Failure> {
        refuse_existing(self.opened, self.root, &path)?;
        Ok(RecordDraft::of(vec![NotedFile { path, before: None, after: Some(text) }]))
    }

    fn clause(&self, asked: &NewClause<'_>) -> Result<(String, String), Failure> {
        let NewClause { instrument, at, words, topics, audiences } = *asked;
        let words = match words {
            ClauseWords::Nothing => OriginalWords::Nothing,
            ClauseWords::Verbatim => OriginalWords::Verbatim,
            ClauseWords::Beside => OriginalWords::Beside,
        };
        let options = ExcerptOptions { instrument, words, topics, audiences };
        excerpt::draft(self.opened, &options, at, self.lang)
    }

    /// The text, and the editions that print it from now on.
    fn guidance(&self, id: &str, title: &str, editions: &[String]) -> Result<RecordDraft, Failure> {
        let mut draft = self.new_file(guidance::draft(id, Some(title), self.lang)?)?;
        for edition in editions {
            draft.files.push(self.with_front(&self.opened.edition(edition)?.id, id)?);
        }
        Ok(draft)
    }

    fn with_front(&self, edition: &EditionId, guidance: &str) -> Result<NotedFile, Failure> {
        let file = document(self.opened, &Subject::Edition(edition.clone()), self.root)?;
        let record = file.record().ok();
        let front = match record.as_ref().and_then(|record| record.get(&"front".into())) {
            Some(RecordContent::List(items)) => FileChange::insert("front", items.len(), guidance),
            _ => FileChange::set("front", RecordContent::texts([guidance])).following("as-of"),
        };
        Ok(noted(&changed(file, &[front])?))
    }

    fn edition(&self, request: &EditionRequest<'_>) -> Result<RecordDraft, Failure> {
        let EditionRequest { id, title, as_of, like, previous, issuer } = *request;
        let asked = edition::EditionOptions { id, title, as_of, like, previous, issuer, front: &[] };
        let edition::EditionDraft { path, bytes, leftovers } =
            edition::draft(self.opened, self.root, &asked, self.lang)?;
        let draft = self.new_file((path, String::from_utf8_lossy(&bytes).into_owned()))?;
        Ok(RecordDraft { notes: notes(&leftovers), ..draft })
    }

    fn ending(&self, request: &EndingRequest<'_>) -> Result<Vec<NotedFile>, Failure> {
        let EndingRequest { instrument, act, by, at, on } = *request;
        let how = act.map_or(Ending::OwnTerm, |kind| Ending::Act { kind, by, at });
        ending::files(self.opened, &AskedEnding { instrument, how, on }, self.root)
    }
}

/// What to look at in an edition that is like another one.
fn notes(leftovers: &edition::Leftovers) -> Vec<Bilingual> {
    let edition::Leftovers { lines, guidance } = leftovers;
    let lines = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let days = Bilingual::new(
        format!("Còn nhắc ngày cũ, xem lại: dòng {lines}"),
        format!("Lines that still name the former day: {lines}"),
    );
    let texts = guidance.join(", ");
    let shared = Bilingual::new(
        format!("Dùng chung bài viết với ấn bản kia: {texts}. Bài nào chỉ đúng vào ngày cũ thì tạo bài khác"),
        format!(
            "Texts that it shares with the other edition: {texts}. Where one is true of the former day only, make another"
        ),
    );
    let days = (!lines.is_empty()).then_some(days);
    days.into_iter().chain((!guidance.is_empty()).then_some(shared)).collect()
}
