//! A clause is added in steps: its instrument, its place, its words, its topics and audiences; the page shows what it will
//! write, and which editions will print it, before it writes.

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

use super::Workbench;
use super::address::RecordAddress;
use super::form::{Choices, ListOption, ListRequest, PickOption, plain};
use super::guided::proposal::{DraftOutcome, Proposal};
use super::original::{self, UnitOption};
use super::page_request::PageRequest;
use super::pages::PageFault;
use super::printed::{self, EditionPrint};
use super::record_draft::{RecordDraft, RecordRequest};
use super::routes::see_other;
use super::words::words;
use crate::diag::{Bilingual, Lang};
use crate::history::NotedFile;
use crate::model::ids::IdKind;
use crate::session::OpenedCorpus;

/// The words that the body of a new clause has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClauseWords {
    /// A frame, to be written by hand.
    Nothing,
    /// The words of the original.
    Verbatim,
    /// A frame, with the words of the original beside it.
    Beside,
}

/// A clause that is to be added.
#[derive(Debug)]
pub struct NewClause<'a> {
    pub instrument: &'a str,
    /// As it is cited: `khoản 3 Điều 18`.
    pub at: &'a str,
    pub words: ClauseWords,
    pub topics: &'a [String],
    pub audiences: &'a [String],
}

#[derive(Serialize)]
struct NewExcerptPage {
    instrument: String,
    instrument_name: String,
    at: String,
    words: String,
    units: Vec<UnitOption>,
    instruments: Vec<ListOption>,
    topics: Vec<PickOption>,
    audiences: Vec<PickOption>,
    said: Option<String>,
    /// What every edition does with the draft.
    printed: Vec<EditionPrint>,
    proposal: Option<Proposal>,
}

/// The answers so far.
struct Answers {
    instrument: String,
    at: String,
    words: String,
    topics: Vec<String>,
    audiences: Vec<String>,
}

impl Answers {
    fn of(page_request: &PageRequest) -> Self {
        let one = |name: &str| {
            plain(if page_request.fields().is_empty() { page_request.query(name) } else { page_request.field(name) })
        };
        let all = |name: &str| {
            page_request.fields().iter().filter(|(known, _)| known == name).map(|(_, it)| it.clone()).collect()
        };
        let (at, typed) = (one("at"), one("typed"));
        let at = if typed.trim().is_empty() { at } else { typed.trim().to_owned() };
        Answers {
            instrument: one("instrument"),
            at,
            words: one("words"),
            topics: all("topics"),
            audiences: all("audiences"),
        }
    }

    fn draft(&self, workbench: &Workbench, opened: &OpenedCorpus, lang: Lang) -> Result<RecordDraft, Bilingual> {
        let words = match self.words.as_str() {
            "verbatim" => ClauseWords::Verbatim,
            "beside" => ClauseWords::Beside,
            _ => ClauseWords::Nothing,
        };
        let Answers { instrument, at, topics, audiences, .. } = self;
        let clause = NewClause { instrument, at, words, topics, audiences };
        workbench.draft(opened, &RecordRequest::Clause(clause), lang)
    }

    fn page(&self, opened: &OpenedCorpus) -> NewExcerptPage {
        let choices = Choices::new(&opened.corpus);
        let found = opened.instrument(&self.instrument).ok();
        let options =
            |kind, chosen: &[String]| choices.options(kind, &chosen.iter().map(String::as_str).collect::<Vec<_>>());
        NewExcerptPage {
            instrument: self.instrument.clone(),
            instrument_name: found.map(crate::model::instrument::Instrument::citation).unwrap_or_default(),
            at: self.at.clone(),
            words: self.words.clone(),
            units: found.map(|found| original::units(opened, &found.id)).unwrap_or_default(),
            instruments: choices.list(ListRequest::Instruments),
            topics: options(IdKind::Topic, &self.topics),
            audiences: options(IdKind::Audience, &self.audiences),
            said: None,
            printed: Vec::new(),
            proposal: None,
        }
    }
}

/// Shows the questions, with what an address has answered of them.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn show(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    respond(workbench, page_request, StatusCode::OK, &Answers::of(page_request).page(&opened))
}

fn respond(
    workbench: &Workbench,
    page_request: &PageRequest,
    status: StatusCode,
    page: &NewExcerptPage,
) -> Result<Response, PageFault> {
    let title = words(page_request.lang).get("new-clause").copied().unwrap_or_default();
    workbench.page_with(status, page_request, "new-excerpt.html", title, page)
}

/// Shows what would be written, or writes it and leads to its form.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn act(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    let answers = Answers::of(page_request);
    let page = answers.page(&opened);
    let saying = |said: &Bilingual| Some(said.get(page_request.lang).to_owned());
    let draft = answers.draft(workbench, &opened, page_request.lang);
    let printed = draft.as_ref().map(|draft| printed_of(workbench, draft, page_request.lang));
    let printed = printed.unwrap_or(Ok(Vec::new()))?;
    let offer = draft
        .map_or_else(|said| Ok(DraftOutcome::Refused(said)), |draft| workbench.offer(page_request, &opened, draft))?;
    match offer {
        DraftOutcome::Saved { number, address } => Ok(see_other(&format!("{address}?saved={number}"))),
        DraftOutcome::Shown(proposal) => {
            let page = NewExcerptPage { proposal: Some(proposal), printed, ..page };
            respond(workbench, page_request, StatusCode::OK, &page)
        }
        DraftOutcome::Refused(said) => {
            let page = NewExcerptPage { said: saying(&said), ..page };
            respond(workbench, page_request, StatusCode::CONFLICT, &page)
        }
    }
}

/// What every edition does with the clause.
fn printed_of(workbench: &Workbench, draft: &RecordDraft, lang: Lang) -> Result<Vec<EditionPrint>, PageFault> {
    let Some(NotedFile { path, after: Some(text), .. }) = draft.files.first() else { return Ok(Vec::new()) };
    let then = workbench.live_corpus.with_file(path, text.as_bytes())?;
    let address = RecordAddress::of_path(path);
    Ok(address.map(|address| printed::of(&then.corpus, &address, lang)).unwrap_or_default())
}
