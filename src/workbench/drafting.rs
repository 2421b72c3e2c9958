//! The provisions in the original of an instrument, to be ticked: each becomes a draft, all of them in one save.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

use super::Workbench;
use super::address::RecordAddress;
use super::form::{Choices, PickOption};
use super::guided::proposal::{DraftOutcome, Proposal};
use super::new_excerpt::{ClauseWords, NewClause};
use super::original::{self, UnitOption};
use super::page_request::PageRequest;
use super::pages::PageFault;
use super::record_draft::{RecordDraft, RecordRequest};
use super::routes::see_other;
use super::words::words;
use crate::diag::{Bilingual, Lang};
use crate::history::NotedFile;
use crate::model::ids::{IdKind, InstrumentId};
use crate::session::OpenedCorpus;
use crate::syntax::record::RecordKind;

#[derive(Serialize)]
struct DraftsPage {
    address: String,
    instrument_address: String,
    instrument_name: String,
    /// The words of the import.
    imported: String,
    saved: String,
    said: Option<String>,
    units: Vec<UnitRow>,
    topics: Vec<PickOption>,
    audiences: Vec<PickOption>,
    words: String,
    proposal: Option<Proposal>,
}

/// A unit of the original.
#[derive(Serialize)]
struct UnitRow {
    unit: UnitOption,
    is_chosen: bool,
    /// The excerpt that is of it already.
    excerpt: Option<String>,
}

impl Workbench {
    /// Keeps what an import has said until the page of its provisions is shown.
    pub fn said_of_import(&self, instrument: &str, said: String) {
        *self.imported.lock().unwrap_or_else(PoisonError::into_inner) = Some((instrument.to_owned(), said));
    }

    fn take_said(&self, instrument: &InstrumentId) -> String {
        let mut imported = self.imported.lock().unwrap_or_else(PoisonError::into_inner);
        imported.take_if(|(known, _)| known == instrument.as_str()).map(|(_, said)| said).unwrap_or_default()
    }
}

/// Shows the provisions.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn show(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    match page(workbench, page_request, &opened) {
        Some(page) => respond(workbench, page_request, StatusCode::OK, &page),
        None => workbench.missing(page_request),
    }
}

fn respond(
    workbench: &Workbench,
    page_request: &PageRequest,
    status: StatusCode,
    page: &DraftsPage,
) -> Result<Response, PageFault> {
    let title = words(page_request.lang).get("drafts").copied().unwrap_or_default();
    workbench.page_with(status, page_request, "drafts.html", title, page)
}

/// `None`: there is no such instrument.
fn page(workbench: &Workbench, page_request: &PageRequest, opened: &OpenedCorpus) -> Option<DraftsPage> {
    let instrument = opened.instrument(page_request.param("instrument")).ok()?;
    let of_it = opened.corpus.excerpts().filter(|excerpt| excerpt.instrument == instrument.id);
    let excerpts: BTreeMap<String, String> =
        of_it.filter_map(|excerpt| Some((excerpt.at.known()?.to_string(), excerpt.id.to_string()))).collect();
    let chosen = ticked(page_request, "at");
    let address = |id: &String| RecordAddress { kind: RecordKind::Excerpt, id: id.clone() }.to_string();
    let row = |unit: UnitOption| UnitRow {
        is_chosen: chosen.contains(&unit.place),
        excerpt: excerpts.get(&unit.place).map(address),
        unit,
    };
    let choices = Choices::new(&opened.corpus);
    let options = |kind, name: &str| {
        let chosen = ticked(page_request, name);
        choices.options(kind, &chosen.iter().map(String::as_str).collect::<Vec<_>>())
    };
    Some(DraftsPage {
        address: format!("/drafts/{}", instrument.id),
        instrument_address: format!("/records/instrument/{}", instrument.id),
        instrument_name: instrument.citation(),
        imported: workbench.take_said(&instrument.id),
        saved: page_request.query("saved").chars().filter(char::is_ascii_digit).collect(),
        said: None,
        units: original::units(opened, &instrument.id).into_iter().map(row).collect(),
        topics: options(IdKind::Topic, "topics"),
        audiences: options(IdKind::Audience, "audiences"),
        words: page_request.field("words").to_owned(),
        proposal: None,
    })
}

fn ticked(page_request: &PageRequest, name: &str) -> Vec<String> {
    page_request.fields().iter().filter(|(known, _)| known == name).map(|(_, value)| value.clone()).collect()
}

/// Shows the drafts that would be written, or writes them.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn act(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    let Some(page) = page(workbench, page_request, &opened) else { return workbench.missing(page_request) };
    let saying = |said: &Bilingual| Some(said.get(page_request.lang).to_owned());
    let draft = drafts(workbench, page_request, &opened);
    let offer = draft
        .map_or_else(|said| Ok(DraftOutcome::Refused(said)), |draft| workbench.offer(page_request, &opened, draft))?;
    match offer {
        DraftOutcome::Saved { number, .. } => Ok(see_other(&format!("{}?saved={number}", page.address))),
        DraftOutcome::Shown(proposal) => {
            let page = DraftsPage { proposal: Some(proposal), ..page };
            respond(workbench, page_request, StatusCode::OK, &page)
        }
        DraftOutcome::Refused(said) => {
            let page = DraftsPage { said: saying(&said), ..page };
            respond(workbench, page_request, StatusCode::CONFLICT, &page)
        }
    }
}

/// The drafts of all units that are ticked, or why there are none.
fn drafts(workbench: &Workbench, page_request: &PageRequest, opened: &OpenedCorpus) -> Result<RecordDraft, Bilingual> {
    let words = match page_request.field("words") {
        "verbatim" => ClauseWords::Verbatim,
        "beside" => ClauseWords::Beside,
        _ => ClauseWords::Nothing,
    };
    let (topics, audiences) = (ticked(page_request, "topics"), ticked(page_request, "audiences"));
    let places = ticked(page_request, "at");
    if places.is_empty() {
        return Err(nothing_ticked());
    }
    let draft = |at: &String| {
        let instrument = page_request.param("instrument");
        let clause = NewClause { instrument, at, words, topics: &topics, audiences: &audiences };
        let draft = workbench.draft(opened, &RecordRequest::Clause(clause), page_request.lang);
        draft.map(|draft| draft.files).map_err(|said| at_place(at, &said))
    };
    let files: Vec<Vec<NotedFile>> = places.iter().map(draft).collect::<Result<_, _>>()?;
    Ok(RecordDraft::of(files.into_iter().flatten().collect()))
}

fn nothing_ticked() -> Bilingual {
    Bilingual::new("Chưa chọn điều khoản nào.", "No provision is ticked.")
}

fn at_place(at: &str, said: &Bilingual) -> Bilingual {
    let name = |lang: Lang| format!("{at}: {}", said.get(lang));
    Bilingual::new(name(Lang::Vi), name(Lang::En))
}
