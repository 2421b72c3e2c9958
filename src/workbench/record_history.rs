//! The versions of one record: any two of them beside one another, and one put back by a new save.

use std::io;

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

use super::Workbench;
use super::address::RecordAddress;
use super::history::in_viet_nam;
use super::page_request::PageRequest;
use super::pages::PageFault;
use super::records::{self, RecordRow};
use super::routes::see_other;
use super::sides::Sides;
use super::who::{self, SaveNote};
use super::words::words;
use crate::edit;
use crate::hash::sha256;
use crate::history::{FileHistory, FileState, NotSaved, NotedFile, StateOrigin};
use crate::source::built;

/// How many digits of a hash name a version on a page.
const DIGITS: usize = 16;

#[derive(Serialize)]
struct VersionsPage {
    record: RecordRow,
    /// The latest first.
    versions: Vec<VersionRow>,
    sides: Option<Sides>,
    saved: String,
    name: String,
}

/// A version in the list.
#[derive(Serialize)]
struct VersionRow {
    /// By which forms name it: the beginning of the hash of its text.
    key: String,
    number: Option<u64>,
    at: Option<String>,
    by: Option<String>,
    why: Option<String>,
    undoes: Option<u64>,
    /// The word for a version that no save made.
    origin: Option<&'static str>,
    is_removed: bool,
    is_present: bool,
    is_old: bool,
    is_new: bool,
}

/// A file with its versions.
struct RecordVersions {
    address: RecordAddress,
    path: String,
    now: Option<String>,
    history: FileHistory,
}

impl RecordVersions {
    /// The record of the address, among the files that are there and those that saves speak of.
    fn of(workbench: &Workbench, page_request: &PageRequest) -> Result<Option<Self>, PageFault> {
        let id = Some(page_request.param("id")).filter(|id| *id != "-").unwrap_or_default();
        let Some(address) = RecordAddress::new(page_request.param("kind"), id) else { return Ok(None) };
        let saves = workbench.journal.all()?;
        let opened = workbench.live_corpus.opened()?;
        let then = saves.iter().flat_map(|save| &save.files).map(|file| file.path.as_str());
        let there = address.file(&opened.sources).map(|file| file.path.as_str());
        let is_it = |path: &&str| RecordAddress::of_path(path).as_ref() == Some(&address);
        let Some(path) = there.into_iter().chain(then).find(is_it).map(str::to_owned) else { return Ok(None) };
        let now = present(workbench, &path)?;
        let history = FileHistory::new(&path, &saves, now.clone());
        Ok(Some(RecordVersions { address, path, now, history }))
    }

    fn find(&self, key: &str) -> Option<&FileState> {
        self.history.states.iter().rfind(|state| self::key(state) == key)
    }

    /// The two versions to compare: those that are asked for, or the last two.
    fn compared(&self, page_request: &PageRequest) -> Option<(&FileState, &FileState)> {
        let states = &self.history.states;
        let new = self.find(page_request.query("new")).or(states.last())?;
        let before = states.len().checked_sub(2).and_then(|at| states.get(at));
        Some((self.find(page_request.query("old")).or(before)?, new))
    }
}

/// The file as it is now, byte for byte.
fn present(workbench: &Workbench, path: &str) -> io::Result<Option<String>> {
    match built::bytes(&workbench.live_corpus.root().join(path)) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Names a version: by its text, so that what is added to the list meanwhile changes nothing.
fn key(state: &FileState) -> String {
    let hash = state.text.as_ref().map_or_else(|| "none".to_owned(), |text| sha256(text.as_bytes()));
    hash.chars().take(DIGITS).collect()
}

impl VersionRow {
    fn of(state: &FileState, compared: Option<(&FileState, &FileState)>, is_present: bool) -> Self {
        let row = VersionRow {
            key: key(state),
            number: None,
            at: None,
            by: None,
            why: None,
            undoes: None,
            origin: None,
            is_removed: state.text.is_none(),
            is_present,
            is_old: compared.is_some_and(|(old, _)| std::ptr::eq(old, state)),
            is_new: compared.is_some_and(|(_, new)| std::ptr::eq(new, state)),
        };
        match &state.origin {
            StateOrigin::BeforeJournal => VersionRow { origin: Some("before-journal"), ..row },
            StateOrigin::Outside => VersionRow { origin: Some("outside"), ..row },
            StateOrigin::Saved { number, at, by, why, undoes } => VersionRow {
                number: Some(*number),
                at: Some(in_viet_nam(at)),
                by: by.clone(),
                why: why.clone(),
                undoes: *undoes,
                ..row
            },
        }
    }
}

/// Lists the versions of a record, and shows two of them beside one another.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn show(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let Some(versions) = RecordVersions::of(workbench, page_request)? else { return workbench.missing(page_request) };
    let compared = versions.compared(page_request);
    let last = versions.history.states.len();
    let numbered = (1..).zip(&versions.history.states);
    let mut rows: Vec<VersionRow> = numbered.map(|(at, state)| VersionRow::of(state, compared, at == last)).collect();
    rows.reverse();
    let text = |state: &FileState| state.text.clone().unwrap_or_default();
    let record = records::row(&workbench.live_corpus.opened()?.corpus, &versions.address, page_request.lang);
    let title = record.name.clone();
    let page = VersionsPage {
        record,
        versions: rows,
        sides: compared.map(|(old, new)| Sides::new(&text(old), &text(new))),
        saved: page_request.query("saved").to_owned(),
        name: page_request.name.clone(),
    };
    workbench.page(page_request, "record-history.html", &title, &page)
}

/// Puts a version back, which is a save of its own.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn restore(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let Some(versions) = RecordVersions::of(workbench, page_request)? else { return workbench.missing(page_request) };
    let here = format!("{}/history", versions.address);
    let Some(state) = versions.find(page_request.field("state")) else { return workbench.missing(page_request) };
    if state.text == versions.now {
        return Ok(see_other(&here));
    }
    let file = NotedFile { path: versions.path.clone(), before: versions.now.clone(), after: state.text.clone() };
    let restored = words(page_request.lang).get("restored").map(|word| (*word).to_owned());
    let note = SaveNote::of(page_request);
    let name = note.by.clone();
    match workbench.save_noted(vec![file], SaveNote { why: note.why.clone().or(restored), ..note }) {
        Ok(number) => Ok(who::remembered(see_other(&format!("{here}?saved={number}")), name.as_deref())),
        Err(NotSaved::Journal(error)) => Err(error.into()),
        Err(NotSaved::Corpus(unsaved)) => {
            let title = words(page_request.lang).get("not-undone").copied().unwrap_or_default();
            let said = edit::messages::unsaved(&unsaved);
            workbench.note(StatusCode::CONFLICT, page_request, title, said.get(page_request.lang))
        }
    }
}
