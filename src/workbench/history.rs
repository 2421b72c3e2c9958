//! The saves that were made, and their undoing.

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

use super::Workbench;
use super::address::RecordAddress;
use super::page_request::PageRequest;
use super::pages::PageFault;
use super::records::{self, RecordRow};
use super::routes::see_other;
use super::who::{self, SaveNote};
use super::words::words;
use crate::edit::{self, diff};
use crate::history::{self, NotSaved, NotedFile, NotedSave};
use crate::session::OpenedCorpus;

/// The saves that a page shows.
const MOST: usize = 100;

#[derive(Serialize)]
struct HistoryPage {
    saves: Vec<SaveRow>,
}

/// A save on the page.
#[derive(Serialize)]
pub struct SaveRow {
    number: u64,
    at: String,
    records: Vec<RecordRow>,
    undoes: Option<u64>,
    by: Option<String>,
    why: Option<String>,
    is_made: bool,
    may_undo: bool,
    diff: String,
}

impl SaveRow {
    /// A save with the records that it changed.
    pub fn of(entry: &NotedSave, opened: &OpenedCorpus, page_request: &PageRequest) -> Self {
        let addresses = entry.files.iter().filter_map(|file| RecordAddress::of_path(&file.path));
        let difference = |file: &NotedFile| {
            let [before, after] = [&file.before, &file.after].map(|content| NotedFile::words(content.as_deref()));
            diff::unified(&file.path, before, after)
        };
        SaveRow {
            number: entry.number,
            at: in_viet_nam(&entry.at),
            records: addresses.map(|address| records::row(&opened.corpus, &address, page_request.lang)).collect(),
            undoes: entry.undoes,
            by: entry.by.clone(),
            why: entry.why.clone(),
            is_made: entry.is_made,
            may_undo: entry.is_made,
            diff: entry.files.iter().map(difference).collect(),
        }
    }
}

/// Returns a moment as it is said in Viet Nam: `14:32 30/11/2026`.
pub fn in_viet_nam(at: &str) -> String {
    let Some((day, time)) = history::in_viet_nam(at) else { return at.to_owned() };
    let turned: Vec<&str> = day.rsplit('-').collect();
    format!("{time} {}", turned.join("/"))
}

/// Shows the latest saves.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn show(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    let saves = workbench.journal.latest(MOST)?;
    let saves = saves.iter().map(|entry| SaveRow::of(entry, &opened, page_request)).collect();
    workbench.page(
        page_request,
        "history.html",
        words(page_request.lang).get("history").copied().unwrap_or_default(),
        &HistoryPage { saves },
    )
}

/// Undoes a save, which is a save of its own and can be undone too.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn undo(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let number = page_request.param("number").parse::<u64>().ok();
    let entry = number.and_then(|number| workbench.journal.entry(number).ok());
    let Some(entry) = entry.filter(|entry| entry.is_made) else { return workbench.missing(page_request) };
    let files: Vec<NotedFile> = entry.files.iter().map(NotedFile::undone).collect();
    let is_there = files.iter().all(|file| file.after.is_some());
    let address = files.first().and_then(|file| RecordAddress::of_path(&file.path));
    let back = address.filter(|_| is_there).map_or("/history".to_owned(), |address| address.to_string());
    let note = SaveNote { by: who::line(&page_request.name), why: None, undoes: Some(entry.number) };
    match workbench.save_noted(files, note) {
        Ok(number) => Ok(see_other(&format!("{back}?saved={number}"))),
        Err(NotSaved::Journal(error)) => Err(error.into()),
        Err(NotSaved::Corpus(unsaved)) => {
            let title = words(page_request.lang).get("not-undone").copied().unwrap_or_default();
            workbench.note(
                StatusCode::CONFLICT,
                page_request,
                title,
                edit::messages::unsaved(&unsaved).get(page_request.lang),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_viet_nam() {
        assert_eq!(in_viet_nam("2026-11-30T17:32:05Z"), "00:32 01/12/2026");
    }
}
