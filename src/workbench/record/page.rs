//! A record as its page shows it.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::Serialize;

use super::conflict::ConflictRow;
use crate::diag::Bilingual;
use crate::edit::{EditableFile, RecordContent};
use crate::session::OpenedCorpus;
use crate::syntax::record::RecordKind;
use crate::workbench::Workbench;
use crate::workbench::address::RecordAddress;
use crate::workbench::form::{self, Choices, FieldFinding, ListOption, ListRequest, ShownForm};
use crate::workbench::guided::{self, StepLink};
use crate::workbench::history::in_viet_nam;
use crate::workbench::original::{self, UnitWords};
use crate::workbench::page_request::PageRequest;
use crate::workbench::pages::PageFault;
use crate::workbench::printed::{self, EditionPrint};
use crate::workbench::records::{self, RecordRow};

/// A record on its page.
pub struct ShownRecord<'f> {
    pub address: &'f RecordAddress,
    /// What a form is made of; the file must still be so when it is saved.
    pub base: &'f EditableFile,
    /// The file with what was changed and is not saved. `None`: it cannot be made.
    pub made: Option<EditableFile>,
    pub content: Option<RecordContent>,
    pub body: Option<String>,
    pub said: Option<Bilingual>,
    pub conflict: Vec<ConflictRow>,
    /// When the form was kept that was not saved.
    pub kept: Option<String>,
}

/// The page as the template gets it.
#[derive(Serialize)]
struct RecordPage {
    record: RecordRow,
    /// Steps that change it.
    steps: Vec<StepLink>,
    kind: String,
    kind_address: String,
    base: String,
    form: Option<ShownForm>,
    lists: BTreeMap<String, Vec<ListOption>>,
    body: Option<String>,
    /// Excerpts that the text can refer to.
    cited: Vec<ListOption>,
    /// The field behind which the text is.
    body_after: &'static str,
    body_findings: Vec<FieldFinding>,
    /// The whole text, where the record cannot be read.
    whole: Option<String>,
    /// Findings that are at no field.
    findings: Vec<FieldFinding>,
    said: Option<String>,
    saved: String,
    /// The name that was given last.
    name: String,
    /// Whether such records are approved and commented on.
    is_reviewed: bool,
    is_unsaved: bool,
    conflict: Vec<ConflictRow>,
    kept: Option<String>,
    printed: Vec<EditionPrint>,
    /// Where the excerpt is shown as it will look.
    preview: Option<String>,
    original: Option<UnitWords>,
}

impl<'f> ShownRecord<'f> {
    /// A file as it is.
    pub fn of_file(address: &'f RecordAddress, file: &'f EditableFile) -> Self {
        Self::of_form(address, file, Some(file))
    }

    /// A file that a form was made of, and what the form makes of it.
    pub fn of_form(address: &'f RecordAddress, base: &'f EditableFile, made: Option<&EditableFile>) -> Self {
        let made = made.and_then(|made| EditableFile::new(made.path(), made.bytes().to_vec()).ok());
        let content = made.as_ref().and_then(|made| made.record().ok());
        let body = made.as_ref().filter(|_| address.kind.is_header()).map(|made| body(made).to_owned());
        ShownRecord { address, base, made, content, body, said: None, conflict: Vec::new(), kept: None }
    }

    /// The same with a sentence above the form.
    pub fn saying(self, said: &Bilingual) -> Self {
        ShownRecord { said: Some(said.clone()), ..self }
    }

    /// The same with the moment at which it was kept.
    pub fn kept_at(self, at: &str) -> Self {
        ShownRecord { kept: Some(in_viet_nam(at)), ..self }
    }

    /// Makes the page.
    ///
    /// # Errors
    /// Those of [`Workbench::page`].
    pub fn respond(
        self,
        workbench: &Workbench,
        page_request: &PageRequest,
        status: StatusCode,
    ) -> Result<Response, PageFault> {
        let file = self.made.as_ref().unwrap_or(self.base);
        let then = workbench.live_corpus.with_file(file.path(), file.bytes())?;
        let found = match &self.made {
            Some(made) => {
                let found = super::FoundInFile::whole(workbench, made, &then, page_request.lang)?;
                found.at_fields(made, self.address.kind)
            }
            None => Vec::new(),
        };
        let record = records::row(&then.corpus, self.address, page_request.lang);
        let title = record.name.clone();
        let page = self.page(record, found, &then, page_request);
        workbench.page_with(status, page_request, "record.html", &title, &page)
    }

    fn page(
        self,
        record: RecordRow,
        found: Vec<FieldFinding>,
        opened: &OpenedCorpus,
        page_request: &PageRequest,
    ) -> RecordPage {
        let (of_body, of_fields): (Vec<_>, Vec<_>) = found.into_iter().partition(|it| it.path == "body");
        let choices = Choices::new(&opened.corpus);
        let ShownRecord { address, base, made, content, body, said, conflict, kept } = self;
        let whole = content.is_none().then(|| made.as_ref().unwrap_or(base).text().to_owned());
        let mut form =
            content.map(|content| form::show(&address.kind.describe(), &content, &choices, page_request.lang));
        let findings = match &mut form {
            Some(form) => {
                form.attach(of_fields);
                std::mem::take(&mut form.others)
            }
            None => of_fields,
        };
        let printed = printed::of(&opened.corpus, address, page_request.lang);
        RecordPage {
            record,
            steps: guided::on_record(address, opened, page_request.lang),
            kind: records::kind_name(address.kind).get(page_request.lang).to_owned(),
            kind_address: format!("/records/{}", address.kind.key()),
            base: BASE64.encode(base.bytes()),
            lists: form.as_ref().map(|form| lists(form, &choices)).unwrap_or_default(),
            form,
            cited: if body.is_some() { choices.list(ListRequest::Excerpts) } else { Vec::new() },
            body: body.filter(|_| whole.is_none()),
            body_after: body_after(address.kind),
            body_findings: of_body,
            whole,
            findings,
            said: said.map(|said| said.get(page_request.lang).to_owned()),
            saved: page_request.query("saved").to_owned(),
            name: page_request.name.clone(),
            is_reviewed: RecordKind::subject_of(base.path()).is_some(),
            is_unsaved: made.is_none_or(|made| made.bytes() != base.bytes()),
            conflict,
            kept,
            preview: printed.iter().find_map(|edition| edition.preview.clone()),
            printed,
            original: original::of(opened, address),
        }
    }
}

/// The key behind which the text has its field; none where there is no text.
fn body_after(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Excerpt => "wording",
        RecordKind::Guidance => "title",
        _ => "",
    }
}

fn lists(form: &ShownForm, choices: &Choices<'_>) -> BTreeMap<String, Vec<ListOption>> {
    form.lists.iter().map(|request| (request.key().to_owned(), choices.list(*request))).collect()
}

/// The text below the header.
pub fn body(file: &EditableFile) -> &str {
    file.text().get(file.body()).unwrap_or_default()
}
