//! Two have changed a file: the page shows what it was, what it is now, and what was to be saved. Nothing is overwritten.

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

use super::SentForm;
use super::page::{ShownRecord, body};
use crate::diag::Bilingual;
use crate::edit::{self, EditableFile, RecordContent};
use crate::workbench::Workbench;
use crate::workbench::page_request::PageRequest;
use crate::workbench::pages::PageFault;

/// A key that is not the same in all three.
#[derive(Serialize)]
pub struct ConflictRow {
    key: String,
    base: String,
    theirs: String,
    yours: String,
    /// Both have changed it, and not to the same.
    is_contested: bool,
}

/// Answers a save of a file that is now another. The form goes on from theirs, with yours where only you have changed a key;
/// of what both have changed it has theirs, and the table has both.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn respond(
    workbench: &Workbench,
    page_request: &PageRequest,
    sent: &SentForm,
    theirs: Vec<u8>,
) -> Result<Response, PageFault> {
    let path = sent.base.path();
    let (theirs, yours) = match (EditableFile::new(path, theirs), &sent.made) {
        (Ok(theirs), Ok(yours)) => (theirs, yours),
        (Err(refusal), _) => {
            let said = edit::messages::refused(&refusal);
            return sent.shown().saying(&said).respond(workbench, page_request, StatusCode::CONFLICT);
        }
        (_, Err(_)) => return sent.shown().respond(workbench, page_request, StatusCode::CONFLICT),
    };
    let rows = rows(&sent.base, &theirs, yours);
    let contested: Vec<&str> = rows.iter().filter(|row| row.is_contested).map(|row| row.key.as_str()).collect();
    let is_free = |key: &str| !contested.contains(&key);
    let mine = sent.changes.iter().filter(|change| is_free(change.key().steps().next().unwrap_or("body"))).cloned();
    let merged = theirs.change(&mine.collect::<Vec<_>>()).ok();
    let shown = ShownRecord::of_form(&sent.address, &theirs, Some(merged.as_ref().unwrap_or(&theirs)));
    let shown = ShownRecord { conflict: rows, ..shown }.saying(&said(path));
    shown.respond(workbench, page_request, StatusCode::CONFLICT)
}

fn said(path: &str) -> Bilingual {
    Bilingual::new(
        format!(
            "`{path}` vừa được sửa ở nơi khác, nên chưa ghi gì. Bảng dưới đây có cả ba bản; chữ của anh/chị còn nguyên"
        ),
        format!(
            "`{path}` was changed elsewhere meanwhile, so nothing was written. All three versions are below; none of your words is lost"
        ),
    )
}

/// The keys and the text that differ.
fn rows(base: &EditableFile, theirs: &EditableFile, yours: &EditableFile) -> Vec<ConflictRow> {
    let all = [base, theirs, yours];
    let parts: Vec<Vec<(String, String)>> = all.iter().map(|file| parts(file)).collect();
    let mut keys: Vec<&String> = parts.iter().flatten().map(|(key, _)| key).collect();
    let mut seen = std::collections::BTreeSet::new();
    keys.retain(|key| seen.insert(*key));
    let said = |parts: Option<&Vec<(String, String)>>, key: &str| {
        parts.into_iter().flatten().find(|(known, _)| known == key).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let row = |key: &&String| {
        let [base, theirs, yours] = [0, 1, 2].map(|at| said(parts.get(at), key));
        let is_contested = base != theirs && base != yours && theirs != yours;
        ConflictRow { key: (*key).clone(), base, theirs, yours, is_contested }
    };
    keys.iter().map(row).filter(|row| row.base != row.theirs || row.base != row.yours).collect()
}

/// Each key with what it says, and the text below the header; the whole text of a file that cannot be read.
fn parts(file: &EditableFile) -> Vec<(String, String)> {
    let Ok(RecordContent::Record(entries)) = file.record() else {
        return vec![("body".to_owned(), file.text().to_owned())];
    };
    let entry = |(key, value): (String, RecordContent)| {
        let text = match &value {
            RecordContent::Text(text) => text.clone(),
            other => edit::line(&key, other),
        };
        (key, text)
    };
    let below = Some(body(file)).filter(|body| !body.is_empty()).map(|body| ("body".to_owned(), body.to_owned()));
    entries.into_iter().map(entry).chain(below).collect()
}
