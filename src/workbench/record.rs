//! The page of a record: its form, what `check` finds in it, and its saves.

mod conflict;
mod page;

use std::sync::Arc;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::Serialize;

use super::Workbench;
use super::address::RecordAddress;
use super::drafts::KeptForm;
use super::form::{FieldFinding, FilePlaces, PostedForm, changes, plain};
use super::history::in_viet_nam;
use super::page_request::{PageRequest, Pairs};
use super::pages::PageFault;
use super::printed::{self, EditionPrint};
use super::routes::see_other;
use super::who::{self, SaveNote};
use super::words::words;
use crate::diag::{Bilingual, Lang};
use crate::edit::{self, EditRefusal, EditableFile, FileChange, RecordContent, Splice, Unsaved};
use crate::history::{NotSaved, NotedFile};
use crate::report::Reported;
use crate::session::OpenedCorpus;
use crate::syntax::record::RecordKind;
use page::ShownRecord;

/// The whole text of a file, where its record cannot be read.
const WHOLE: &str = "text:whole";

/// A form that was sent, and what it makes of the file that it was made of.
struct SentForm {
    address: RecordAddress,
    /// The file as it was when the form was made.
    base: EditableFile,
    /// The record that the form says, and the text below it.
    content: Option<RecordContent>,
    body: Option<String>,
    changes: Vec<FileChange>,
    /// The file with the changes, or why they cannot be made.
    made: Result<EditableFile, Bilingual>,
}

/// Shows a record.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn show(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let Some((address, file)) = found(workbench, page_request)? else { return workbench.missing(page_request) };
    let file = match file {
        Ok(file) => file,
        Err(refusal) => return unreadable(workbench, page_request, &refusal),
    };
    match workbench.drafts.kept(&address) {
        Some(kept) => show_kept(workbench, page_request, &address, &file, &kept),
        None => ShownRecord::of_file(&address, &file).respond(workbench, page_request, StatusCode::OK),
    }
}

/// Shows a form that was not saved, over the file as it is now.
fn show_kept(
    workbench: &Workbench,
    page_request: &PageRequest,
    address: &RecordAddress,
    file: &EditableFile,
    kept: &KeptForm,
) -> Result<Response, PageFault> {
    let sent = SentForm::read(address.clone(), file.path(), &kept.fields).filter(SentForm::is_changed);
    match sent {
        // It was on its way while the same was saved.
        Some(sent) if sent.made.as_ref().is_ok_and(|made| made.bytes() == file.bytes()) => {
            workbench.drafts.forget(address);
            ShownRecord::of_file(address, file).respond(workbench, page_request, StatusCode::OK)
        }
        Some(sent) if sent.base.bytes() == file.bytes() => {
            sent.shown().kept_at(&kept.at).respond(workbench, page_request, StatusCode::OK)
        }
        Some(sent) => conflict::respond(workbench, page_request, &sent, file.bytes().to_vec()),
        None => ShownRecord::of_file(address, file).respond(workbench, page_request, StatusCode::OK),
    }
}

/// The file of a record with what was typed and is not saved.
pub fn kept_file(workbench: &Workbench, address: &RecordAddress, path: &str) -> Option<EditableFile> {
    let kept = workbench.drafts.kept(address)?;
    SentForm::read(address.clone(), path, &kept.fields).and_then(|sent| sent.made.ok())
}

/// Does what a form asks for: saves, makes a fix in what is not saved yet, or says what `check` would find.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn act(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let Some((address, file)) = found(workbench, page_request)? else { return workbench.missing(page_request) };
    let path = match &file {
        Ok(file) => file.path().to_owned(),
        Err(refusal) => return unreadable(workbench, page_request, refusal),
    };
    if page_request.field("action") == "discard" {
        workbench.drafts.forget(&address);
        return Ok(see_other(&address.to_string()));
    }
    let Some(sent) = SentForm::read(address, &path, page_request.fields()) else {
        return workbench.note_of(StatusCode::BAD_REQUEST, page_request, "damaged", "damaged-advice");
    };
    match (page_request.field("action"), page_request.field("fix")) {
        ("check" | "check-all", _) => Checked::of(workbench, page_request, &sent)?.respond(),
        ("keep", _) => {
            keep(workbench, page_request, &sent)?;
            Ok(StatusCode::NO_CONTENT.into_response())
        }
        (_, "") => save(workbench, page_request, &sent),
        (_, fix) => sent.with_fix(workbench, page_request, fix)?.respond(workbench, page_request, StatusCode::OK),
    }
}

/// Keeps what is not saved, and returns at what time; a form that changes nothing is forgotten.
fn keep(workbench: &Workbench, page_request: &PageRequest, sent: &SentForm) -> Result<Option<String>, PageFault> {
    if !sent.is_changed() {
        workbench.drafts.forget(&sent.address);
        return Ok(None);
    }
    let at = (workbench.clock)().to_string();
    let is_asked = |name: &str| matches!(name, "action" | "fix");
    let fields: Pairs = page_request.fields().iter().filter(|(name, _)| !is_asked(name)).cloned().collect();
    workbench.drafts.keep(&sent.address, &fields, at.clone())?;
    Ok(Some(in_viet_nam(&at)))
}

/// The record of the address and its file as it is now. `None`: there is none.
type FoundRecord = Option<(RecordAddress, Result<EditableFile, EditRefusal>)>;

fn found(workbench: &Workbench, page_request: &PageRequest) -> Result<FoundRecord, PageFault> {
    let id = Some(page_request.param("id")).filter(|id| *id != "-").unwrap_or_default();
    let Some(address) = RecordAddress::new(page_request.param("kind"), id) else { return Ok(None) };
    let opened = workbench.live_corpus.opened()?;
    let Some(path) = address.file(&opened.sources).map(|file| file.path.clone()) else { return Ok(None) };
    Ok(Some((address, edit::open(workbench.live_corpus.root(), &path)?)))
}

fn unreadable(workbench: &Workbench, page_request: &PageRequest, refusal: &EditRefusal) -> Result<Response, PageFault> {
    let said = edit::messages::refused(refusal);
    let words = words(page_request.lang);
    workbench.note(
        StatusCode::OK,
        page_request,
        words.get("not-editable").copied().unwrap_or_default(),
        said.get(page_request.lang),
    )
}

impl SentForm {
    /// `None`: it does not say what it was made of.
    fn read(address: RecordAddress, path: &str, fields: &[(String, String)]) -> Option<Self> {
        let posted = PostedForm::new(fields);
        let base = EditableFile::new(path, BASE64.decode(posted.field("base")?).ok()?).ok()?;
        let (body, whole) = (posted.body(), posted.field(WHOLE).map(plain));
        let (content, changes) = match (base.record(), &whole) {
            (Ok(former), None) => match posted.record(&address.kind.describe(), &former) {
                Ok(now) => {
                    let changes = changes(&former, &now);
                    (Some(now), Ok(changes))
                }
                Err(unreadable) => (Some(former), Err(not_yaml(&unreadable.path))),
            },
            _ => (None, Ok(Vec::new())),
        };
        let made = changes.and_then(|changes| made(&base, changes, body.as_deref(), whole.as_deref()));
        let (changes, made) = match made {
            Ok((changes, made)) => (changes, Ok(made)),
            Err(said) => (Vec::new(), Err(said)),
        };
        Some(SentForm { address, base, content, body, changes, made })
    }

    /// Whether it makes another file, or something that cannot be made yet.
    fn is_changed(&self) -> bool {
        self.made.as_ref().map_or(true, |made| made.bytes() != self.base.bytes())
    }

    /// The form as it was sent, to go on with.
    fn shown(&self) -> ShownRecord<'_> {
        let shown = ShownRecord::of_form(&self.address, &self.base, self.made.as_ref().ok());
        match &self.made {
            Ok(_) => shown,
            Err(said) => ShownRecord { content: self.content.clone(), body: self.body.clone(), ..shown }.saying(said),
        }
    }

    /// The form with a fix made in it.
    fn with_fix(
        &self,
        workbench: &Workbench,
        page_request: &PageRequest,
        wanted: &str,
    ) -> Result<ShownRecord<'_>, PageFault> {
        let Ok(made) = &self.made else { return Ok(self.shown()) };
        let then = workbench.live_corpus.with_file(made.path(), made.bytes())?;
        let findings = workbench.live_corpus.findings_in(made.path(), &then, page_request.lang)?;
        let fix = findings.iter().find(|finding| fix_key(finding).as_deref() == Some(wanted));
        let splices: Vec<Splice> = fix.into_iter().flat_map(splices).collect();
        Ok(match made.spliced(&splices) {
            Ok(fixed) => ShownRecord::of_form(&self.address, &self.base, Some(&fixed)),
            Err(refusal) => self.shown().saying(&edit::messages::refused(&refusal)),
        })
    }
}

fn splices(finding: &Reported) -> Vec<Splice> {
    finding.fix.iter().map(|fix| Splice::new(fix.bytes.0..fix.bytes.1, fix.words.clone())).collect()
}

type MadeFile = (Vec<FileChange>, EditableFile);

fn made(
    base: &EditableFile,
    mut changes: Vec<FileChange>,
    body: Option<&str>,
    whole: Option<&str>,
) -> Result<MadeFile, Bilingual> {
    let former = base.text().get(base.body()).unwrap_or_default();
    changes.extend(body.filter(|body| *body != former).map(|body| FileChange::Body(body.to_owned())));
    let made = match whole {
        Some(whole) if whole != base.text() => base.spliced(&[Splice::new(0..base.text().len(), whole)]),
        _ => base.change(&changes),
    };
    made.map(|made| (changes, made)).map_err(|refusal| edit::messages::refused(&refusal))
}

fn not_yaml(path: &str) -> Bilingual {
    Bilingual::new(
        format!("`{path}` viết bằng YAML nhưng chưa đọc được; sửa ô ấy rồi lưu lại"),
        format!("`{path}` is written in YAML and cannot be read yet; edit that field and save again"),
    )
}

fn save(workbench: &Workbench, page_request: &PageRequest, sent: &SentForm) -> Result<Response, PageFault> {
    let Ok(made) = &sent.made else { return sent.shown().respond(workbench, page_request, StatusCode::OK) };
    if !sent.is_changed() {
        workbench.drafts.forget(&sent.address);
        return Ok(see_other(&sent.address.to_string()));
    }
    let text = |file: &EditableFile| String::from_utf8_lossy(file.bytes()).into_owned();
    let file = NotedFile { path: made.path().to_owned(), before: Some(text(&sent.base)), after: Some(text(made)) };
    match workbench.save_noted(vec![file], SaveNote::of(page_request)) {
        Ok(number) => {
            workbench.drafts.forget(&sent.address);
            let saved = see_other(&format!("{}?saved={number}", sent.address));
            Ok(who::remembered(saved, who::line(page_request.field("by")).as_deref()))
        }
        Err(NotSaved::Corpus(Unsaved::Conflict { theirs: Some(theirs), .. })) => {
            conflict::respond(workbench, page_request, sent, theirs)
        }
        Err(NotSaved::Corpus(unsaved)) => {
            let said = edit::messages::unsaved(&unsaved);
            sent.shown().saying(&said).respond(workbench, page_request, StatusCode::CONFLICT)
        }
        Err(NotSaved::Journal(error)) => {
            // The words are on the page, and nowhere else.
            let said = edit::messages::unsaved(&Unsaved::Disk { path: made.path().to_owned(), error });
            sent.shown().saying(&said).respond(workbench, page_request, StatusCode::INSUFFICIENT_STORAGE)
        }
    }
}

impl Workbench {
    /// Makes a save, and returns its number in the journal.
    ///
    /// # Errors
    /// It was not made.
    pub fn save(&self, files: Vec<NotedFile>, undoes: Option<u64>) -> Result<u64, NotSaved> {
        self.save_noted(files, SaveNote { undoes, ..SaveNote::default() })
    }
}

/// What `check` would find if a form were saved.
#[derive(Serialize)]
struct Checked {
    findings: Vec<FieldFinding>,
    /// Why the file cannot be made, or is not kept.
    said: Option<String>,
    /// When the form was kept.
    kept: Option<String>,
    /// Which editions would print the excerpt; absent where only the file was looked at.
    printed: Option<Vec<EditionPrint>>,
}

impl Checked {
    fn respond(&self) -> Result<Response, PageFault> {
        let json = serde_json::to_vec(self).map_err(std::io::Error::from)?;
        Ok(([(header::CONTENT_TYPE, "application/json")], json).into_response())
    }

    fn of(workbench: &Workbench, page_request: &PageRequest, sent: &SentForm) -> Result<Self, PageFault> {
        let (kept, lost) = match keep(workbench, page_request, sent) {
            Ok(kept) => (kept, None),
            Err(PageFault::Disk(_)) => (None, words(page_request.lang).get("not-kept").map(|said| (*said).to_owned())),
            Err(fault) => return Err(fault),
        };
        let made = match &sent.made {
            Ok(made) => made,
            Err(said) => {
                let said = Some(said.get(page_request.lang).to_owned());
                return Ok(Checked { findings: Vec::new(), said, kept, printed: None });
            }
        };
        let (kind, lang) = (sent.address.kind, page_request.lang);
        if page_request.field("action") == "check" {
            let findings = FoundInFile::alone(workbench, made, lang)?.at_fields(made, kind);
            return Ok(Checked { findings, said: lost, kept, printed: None });
        }
        let then = workbench.live_corpus.with_file(made.path(), made.bytes())?;
        let findings = FoundInFile::whole(workbench, made, &then, lang)?.at_fields(made, kind);
        Ok(Checked { findings, said: lost, kept, printed: Some(printed::of(&then.corpus, &sent.address, lang)) })
    }
}

/// What `check` finds in a file.
struct FoundInFile {
    /// Those that show in the file alone.
    alone: Vec<Reported>,
    all: Vec<Reported>,
}

impl FoundInFile {
    fn alone(workbench: &Workbench, file: &EditableFile, lang: Lang) -> Result<Self, PageFault> {
        let alone = workbench.live_corpus.findings_alone(file.path(), file.bytes(), lang)?;
        Ok(FoundInFile { all: alone.clone(), alone })
    }

    /// With a look at the other records and at every edition.
    fn whole(
        workbench: &Workbench,
        file: &EditableFile,
        then: &Arc<OpenedCorpus>,
        lang: Lang,
    ) -> Result<Self, PageFault> {
        let alone = workbench.live_corpus.findings_alone(file.path(), file.bytes(), lang)?;
        Ok(FoundInFile { alone, all: workbench.live_corpus.findings_in(file.path(), then, lang)? })
    }

    fn at_fields(&self, file: &EditableFile, kind: RecordKind) -> Vec<FieldFinding> {
        let places = FilePlaces::new(file, kind);
        let at_field = |finding: &Reported| FieldFinding {
            path: places.path_at(finding.line, finding.column),
            code: finding.code,
            severity: finding.severity,
            message: finding.message.clone(),
            help: finding.help.clone(),
            fix: fix_key(finding),
            is_of_corpus: !self.alone.contains(finding),
        };
        self.all.iter().map(at_field).collect()
    }
}

/// By which a button names a fix: the same finding may be one of few or of many.
fn fix_key(finding: &Reported) -> Option<String> {
    let first = finding.fix.first()?;
    Some(format!("{} {}-{} {}", finding.code, first.bytes.0, first.bytes.1, first.words))
}
