//! Built outputs, and pages of an edition that need no build, as a browser opens them.
//!
//! They are shown at `127.0.0.1`, while the workbench is at `localhost`: to a browser these are two sites, so that a script in an
//! output, or in a folder that came from elsewhere, can neither read pages of the workbench nor send forms to it. A key that
//! serves for reading alone is part of the address. A file is served only if the manifest of its folder names it and it has the
//! hash that is written there, so that no path and no link leads out of the folder.

use std::path::{Component, Path, PathBuf};

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::Workbench;
use super::page_request::PageRequest;
use super::pages::PageFault;
use crate::hash::sha256;
use crate::model::date::Date;
use crate::model::ids::EditionId;
use crate::publish::Manifest;
use crate::render::outputs::{self, Making, Output};
use crate::serve::routes::kind_of;
use crate::source::built;

/// In an address: the edition's own day.
const OWN_DAY: &str = "-";
/// The folder of outputs as of other days, beside those of the editions.
const OTHER_DAYS: &str = "as-of";

/// Which outputs are meant: an edition of the corpus, as of its own day or another.
#[derive(Clone)]
pub struct BuiltEdition {
    pub edition: EditionId,
    pub as_of: Option<Date>,
}

/// An output that was built.
#[derive(Serialize)]
pub struct BuiltOutput {
    name: &'static str,
    file: String,
    kilobytes: u64,
    /// Where it is opened; absent for what no browser shows.
    open: Option<String>,
    /// Absent for what is a folder: it is downloaded as its archive.
    download: Option<String>,
}

/// The outputs of the last build of an edition.
#[derive(Serialize)]
pub struct BuiltOutputs {
    pub as_of: String,
    /// The corpus is another one now.
    pub is_former: bool,
    pub files: Vec<BuiltOutput>,
}

/// Returns the folder that a build as of a day writes to, in which each edition has one.
pub fn folder_of_day(output: &Path, as_of: Option<Date>) -> PathBuf {
    as_of.map_or(output.to_owned(), |day| output.join(OTHER_DAYS).join(day.to_string()))
}

impl BuiltEdition {
    /// Reads `{edition}` and `{day}` of an address. `None`: there is no such edition, or this is no day.
    pub fn of(workbench: &Workbench, page_request: &PageRequest) -> Result<Option<Self>, PageFault> {
        let opened = workbench.live_corpus.opened()?;
        let Ok(edition) = opened.edition(page_request.param("edition")) else { return Ok(None) };
        let as_of = match page_request.param("day") {
            "" | OWN_DAY => None,
            day => match day.parse::<Date>() {
                Ok(day) => Some(day),
                Err(()) => return Ok(None),
            },
        };
        let as_of = as_of.filter(|day| *day != edition.as_of);
        Ok(Some(BuiltEdition { edition: edition.id.clone(), as_of }))
    }

    /// `mau/-`, `mau/2030-01-31`
    pub fn address(&self) -> String {
        let day = self.as_of.map_or(OWN_DAY.to_owned(), |day| day.to_string());
        format!("{}/{day}", self.edition)
    }

    fn folder(&self, workbench: &Workbench) -> PathBuf {
        folder_of_day(&workbench.output, self.as_of).join(self.edition.as_str())
    }

    fn manifest(&self, workbench: &Workbench) -> Option<Manifest> {
        serde_json::from_slice(&built::bytes(&self.folder(workbench).join("manifest.json")).ok()?).ok()
    }

    /// Returns a file that the manifest names, as it was built.
    fn file(&self, workbench: &Workbench, path: &str) -> Option<Vec<u8>> {
        let manifest = self.manifest(workbench)?;
        let known = manifest.files.iter().find(|file| file.path == path && is_below(&file.path))?;
        let bytes = built::bytes(&self.folder(workbench).join(&known.path)).ok()?;
        (sha256(&bytes) == known.sha256).then_some(bytes)
    }

    /// Returns what was built; nothing where nothing was.
    pub fn outputs(&self, workbench: &Workbench, corpus_hash: &str) -> Option<BuiltOutputs> {
        let manifest = self.manifest(workbench)?;
        let found = |output: &Output| {
            let path = (output.file)(self.edition.as_str());
            manifest.files.iter().find(|file| file.path == path).map(|file| self.shown(workbench, output, file.bytes))
        };
        let files = outputs::ALL.into_iter().filter_map(found).collect();
        let as_of = manifest.as_of.parse().map_or_else(|()| manifest.as_of.clone(), Date::short);
        Some(BuiltOutputs { as_of, is_former: manifest.corpus_sha256 != corpus_hash, files })
    }

    fn shown(&self, workbench: &Workbench, output: &Output, bytes: u64) -> BuiltOutput {
        let path = (output.file)(self.edition.as_str());
        let is_shown = path.ends_with(".html") || path.ends_with(".pdf");
        let is_folder = matches!(output.made, Making::Site(parts) if parts.pages);
        BuiltOutput {
            name: output.name,
            kilobytes: bytes.div_ceil(1000),
            open: is_shown.then(|| workbench.reading_address("built", &format!("{}/{path}", self.address()))),
            download: (!is_folder).then(|| format!("/download/{}/{}", self.address(), output.name)),
            file: path,
        }
    }
}

/// Whether a path leads into its folder and to nothing else.
fn is_below(path: &str) -> bool {
    !path.contains('\\') && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

impl Workbench {
    /// Returns an address for reading, at the other name of this machine.
    pub fn reading_address(&self, room: &str, path: &str) -> String {
        format!("http://127.0.0.1:{}/{room}/{}/{path}", self.entry_point.port, self.entry_point.access.reading())
    }
}

/// Sends a built file.
///
/// # Errors
/// The corpus cannot be read.
pub fn show(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let path = page_request.param("path");
    let edition = BuiltEdition::of(workbench, page_request)?;
    Ok(reading(path, edition.and_then(|edition| edition.file(workbench, path))))
}

/// Sends a page, or another file of the site, of the corpus as it is now.
///
/// # Errors
/// The corpus cannot be read.
pub fn look(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let path = page_request.param("path");
    let Some(BuiltEdition { edition, as_of }) = BuiltEdition::of(workbench, page_request)? else {
        return Ok(reading(path, None));
    };
    let opened = workbench.live_corpus.opened()?;
    // What a page needs is of the same state as the page.
    let state = path.ends_with(".html").then_some(&*opened);
    Ok(reading(path, workbench.looks.file(edition.as_str(), as_of, path, state)?))
}

fn reading(path: &str, bytes: Option<Vec<u8>>) -> Response {
    const HEADERS: [(header::HeaderName, &str); 2] =
        [(header::CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"), (header::REFERRER_POLICY, "no-referrer")];
    match bytes {
        Some(bytes) => (HEADERS, [(header::CONTENT_TYPE, kind_of(path))], bytes).into_response(),
        // No page of the workbench is shown at this address.
        None => (StatusCode::NOT_FOUND, HEADERS).into_response(),
    }
}

/// Sends an output to be kept.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn download(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let edition = BuiltEdition::of(workbench, page_request)?;
    let path = edition.as_ref().and_then(|BuiltEdition { edition, .. }| {
        outputs::named(page_request.param("output")).map(|output| (output.file)(edition.as_str()))
    });
    let bytes = edition.zip(path.as_ref()).and_then(|(edition, path)| edition.file(workbench, path));
    let (Some(path), Some(bytes)) = (path, bytes) else { return workbench.missing(page_request) };
    let name = path.rsplit('/').next().unwrap_or_default();
    let disposition = format!("attachment; filename=\"{name}\"");
    Ok(([(header::CONTENT_TYPE, kind_of(&path).to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out_of_its_folder() {
        for path in ["a.pdf", "html/e/a.html"] {
            assert!(is_below(path), "{path}");
        }
        for path in ["../a", "a/../../b", "/etc/passwd", "a\\..\\b", "./a", "C:\\a"] {
            assert!(!is_below(path), "{path}");
        }
    }
}
