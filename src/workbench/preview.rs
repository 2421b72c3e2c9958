//! An excerpt as it will look: its page in an edition, made of the files and of what is typed and not saved yet. A thread has
//! all that the pages of one state are made from, and ends when another state takes its place.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::Workbench;
use super::address::RecordAddress;
use super::page_request::PageRequest;
use super::pages::PageFault;
use crate::model::date::Date;
use crate::render::html::Ready;
use crate::render::{ImageFile, Templates};
use crate::serve::routes::kind_of;
use crate::session::{OpenedCorpus, ViewRequest, WhichEditions};
use crate::source;
use crate::syntax::record::RecordKind;
use crate::view::{PublishedOriginal, View};

/// Its own policy, and it may be shown beside a form. It runs no script.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                      frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/// A path, and where the file goes.
type AskedFile = (String, Sender<Option<Vec<u8>>>);

/// The pages of one edition of one state of the corpus.
struct PreviewSite {
    edition: String,
    /// Another day than the edition's own.
    as_of: Option<Date>,
    /// The hash of the files that it is made of.
    hash: String,
    asks: Sender<AskedFile>,
}

impl PreviewSite {
    fn is_of(&self, edition: &str, as_of: Option<Date>) -> bool {
        self.edition == edition && self.as_of == as_of
    }
}

/// The latest state that was shown.
#[derive(Default)]
pub struct Previews {
    latest: Mutex<Option<PreviewSite>>,
}

impl Previews {
    /// A file of an edition: of the requested state, or of the latest where it is a style or a font.
    ///
    /// # Errors
    /// The templates cannot be read.
    pub fn file(
        &self,
        edition: &str,
        as_of: Option<Date>,
        path: &str,
        state: Option<&OpenedCorpus>,
    ) -> io::Result<Option<Vec<u8>>> {
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(opened) = state {
            let hash = opened.sources.hash.clone();
            if !latest.as_ref().is_some_and(|site| site.is_of(edition, as_of) && site.hash == hash) {
                let made = site(opened, edition, as_of)?;
                *latest = made.map(|asks| PreviewSite { edition: edition.to_owned(), as_of, hash, asks });
            }
        }
        let Some(site) = latest.as_ref().filter(|site| site.is_of(edition, as_of)) else { return Ok(None) };
        let (reply, answer) = channel();
        let asked = site.asks.send((path.to_owned(), reply));
        drop(latest);
        Ok(asked.ok().and_then(|()| answer.recv().ok()).flatten())
    }
}

fn site(opened: &OpenedCorpus, edition: &str, as_of: Option<Date>) -> io::Result<Option<Sender<AskedFile>>> {
    let Ok(edition) = opened.edition(edition) else { return Ok(None) };
    let templates = source::templates(None)?;
    let editions = WhichEditions::These(vec![edition.id.clone()]);
    let request = ViewRequest { editions, as_of, templates: None, siblings: false };
    // With faults too: it is shown beside them, and never published.
    let made = opened.view(&request).findings().despite_errors().pop();
    let Some((view, images)) = made.map(crate::session::ViewedEdition::into_parts) else { return Ok(None) };
    let (asks, asked) = channel();
    thread::spawn(move || answer(&view, &images, &templates, &asked));
    Ok(Some(asks))
}

fn answer(view: &View, images: &[ImageFile], templates: &Templates, asked: &Receiver<AskedFile>) {
    let shown = view.on_web();
    // Files of originals are downloads, and nobody downloads from here.
    let no_file = |_: &PublishedOriginal| Ok(Vec::new());
    let Ok(site) = Ready::new(&shown, images, templates, &no_file) else { return };
    for (path, reply) in asked {
        // Who asked may have gone.
        let _ = reply.send(site.file(&path).ok().flatten());
    }
}

/// Shows a page of an edition with what is typed in the record that it is of.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn show(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let (edition, path) = (page_request.param("edition"), page_request.param("path"));
    let id = path.strip_prefix("e/").and_then(|path| path.strip_suffix(".html"));
    let state = match id {
        Some(id) => Some(typed(workbench, &RecordAddress { kind: RecordKind::Excerpt, id: id.to_owned() })?),
        None => None,
    };
    Ok(match workbench.previews.file(edition, None, path, state.as_deref())? {
        Some(bytes) => {
            let kind = kind_of(path);
            let bytes = if id.is_some() { alone(&without_scripts(&bytes)) } else { bytes };
            ([(header::CONTENT_TYPE, kind), (header::CONTENT_SECURITY_POLICY, POLICY)], bytes).into_response()
        }
        None => (StatusCode::NOT_FOUND, [(header::CONTENT_SECURITY_POLICY, POLICY)]).into_response(),
    })
}

/// A page without its scripts, which would not be run.
fn without_scripts(page: &[u8]) -> String {
    const END: &str = "</script>";
    let page = String::from_utf8_lossy(page);
    let mut parts = page.split("<script");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once(END).map_or("", |(_, behind)| behind));
    first + &rest.collect::<String>()
}

/// A page with the style that leaves only the excerpt of it.
fn alone(page: &str) -> Vec<u8> {
    const STYLE: &str = "<link rel=\"stylesheet\" href=\"/assets/preview.css\">\n</head>";
    page.replacen("</head>", STYLE, 1).into_bytes()
}

/// The corpus with what is typed in a record.
fn typed(workbench: &Workbench, address: &RecordAddress) -> Result<Arc<OpenedCorpus>, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    let file = address.file(&opened.sources);
    let kept = file.and_then(|file| super::record::kept_file(workbench, address, &file.path));
    let (path, bytes) = match (&kept, file) {
        (Some(kept), _) => (kept.path(), kept.bytes()),
        (None, Some(file)) => (file.path.as_str(), file.text.as_bytes()),
        (None, None) => ("", "".as_bytes()),
    };
    Ok(workbench.live_corpus.with_file(path, bytes)?)
}
