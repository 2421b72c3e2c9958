//! Makes pages of templates.

use std::io;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tera::{Context, Tera, Value};

use super::entry_point::EntryPoint;
use super::page_request::PageRequest;
use super::words::{WordList, words};
use super::{Workbench, records};
use crate::diag::Lang;
use crate::source;
use crate::source::messages::unreadable;

/// Why a page is not shown.
#[derive(Debug)]
pub enum PageFault {
    /// The corpus folder cannot be read.
    Disk(io::Error),
    /// The template does not fit what it is given.
    Template(tera::Error),
}

impl From<io::Error> for PageFault {
    fn from(error: io::Error) -> Self {
        PageFault::Disk(error)
    }
}

impl From<tera::Error> for PageFault {
    fn from(error: tera::Error) -> Self {
        PageFault::Template(error)
    }
}

/// The templates.
pub struct WorkbenchPages {
    engine: Tera,
}

/// The frame of every page.
#[derive(Serialize)]
pub struct PageFrame<'p> {
    lang: &'static str,
    words: WordList,
    title: &'p str,
    /// The address to come back to.
    here: &'p str,
    key: &'p str,
    booklet: String,
    navigation: Vec<records::KindCount>,
    /// Where another corpus is opened.
    start: &'static str,
    /// No corpus is shown.
    is_start: bool,
}

impl<'p> PageFrame<'p> {
    /// The frame of a page that shows no corpus.
    pub fn of_start(page_request: &'p PageRequest, entry_point: &'p EntryPoint, title: &'p str) -> Self {
        PageFrame {
            lang: page_request.lang.tr("vi", "en"),
            words: words(page_request.lang),
            title,
            here: &page_request.here,
            key: entry_point.access.form(),
            booklet: String::new(),
            navigation: Vec::new(),
            start: if page_request.here.starts_with("/start") { "/start" } else { "/" },
            is_start: true,
        }
    }
}

impl WorkbenchPages {
    /// Reads the templates that travel in the program.
    ///
    /// # Errors
    /// One does not fit.
    pub fn new() -> io::Result<Self> {
        let mut engine = Tera::new();
        // There is no template without escaping, whatever it is called.
        engine.autoescape_on([""]);
        let texts = source::workbench::files().filter(|(name, _)| name.ends_with(".html"));
        let texts = texts.filter_map(|(name, bytes)| Some((name, std::str::from_utf8(bytes).ok()?)));
        engine.add_raw_templates(texts.collect::<Vec<_>>()).map_err(io::Error::other)?;
        Ok(WorkbenchPages { engine })
    }

    /// Makes a page.
    ///
    /// # Errors
    /// The template does not fit.
    pub fn respond(
        &self,
        status: StatusCode,
        template: &str,
        frame: &PageFrame<'_>,
        own: &impl Serialize,
    ) -> Result<Response, PageFault> {
        let mut context = Context::new();
        context.insert_value("frame", Value::try_from_serializable(frame)?);
        context.insert_value("page", Value::try_from_serializable(own)?);
        Ok(html(status, self.engine.render(template, &context)?))
    }
}

impl Workbench {
    /// Makes a page of a template and what is particular to it.
    ///
    /// # Errors
    /// The corpus cannot be read, or the template does not fit.
    pub fn page(
        &self,
        page_request: &PageRequest,
        template: &str,
        title: &str,
        own: &impl Serialize,
    ) -> Result<Response, PageFault> {
        self.page_with(StatusCode::OK, page_request, template, title, own)
    }

    /// [`Workbench::page`] with another status.
    ///
    /// # Errors
    /// Those of [`Workbench::page`].
    pub fn page_with(
        &self,
        status: StatusCode,
        page_request: &PageRequest,
        template: &str,
        title: &str,
        own: &impl Serialize,
    ) -> Result<Response, PageFault> {
        let opened = self.live_corpus.opened()?;
        let frame = PageFrame {
            booklet: records::booklet(&opened),
            navigation: records::counts(&opened, page_request.lang),
            start: "/start",
            is_start: false,
            ..PageFrame::of_start(page_request, &self.entry_point, title)
        };
        self.pages.respond(status, template, &frame, own)
    }

    /// There is no such page.
    ///
    /// # Errors
    /// Those of [`Workbench::page`].
    pub fn missing(&self, page_request: &PageRequest) -> Result<Response, PageFault> {
        self.note_of(StatusCode::NOT_FOUND, page_request, "missing", "missing-advice")
    }

    /// A page with words of [`words`].
    ///
    /// # Errors
    /// Those of [`Workbench::page`].
    pub fn note_of(
        &self,
        status: StatusCode,
        page_request: &PageRequest,
        title: &str,
        text: &str,
    ) -> Result<Response, PageFault> {
        let words = words(page_request.lang);
        self.note(status, page_request, word(&words, title), word(&words, text))
    }

    /// A page with a few words.
    ///
    /// # Errors
    /// Those of [`Workbench::page`].
    pub fn note(
        &self,
        status: StatusCode,
        page_request: &PageRequest,
        title: &str,
        text: &str,
    ) -> Result<Response, PageFault> {
        let own = [("text", text)];
        self.page_with(status, page_request, "note.html", title, &std::collections::BTreeMap::from(own))
    }
}

/// The page of a request that could not be answered.
pub fn failed(page_request: &PageRequest, fault: &PageFault) -> Response {
    let text = match fault {
        PageFault::Disk(error) => unreadable::why(error).get(page_request.lang).to_owned(),
        PageFault::Template(error) => error.to_string(),
    };
    bare(StatusCode::INTERNAL_SERVER_ERROR, page_request.lang, "fault", &text)
}

/// For a browser without a key: how to open the workbench.
pub fn closed(lang: Lang) -> Response {
    bare(StatusCode::FORBIDDEN, lang, "closed", word(&words(lang), "closed-advice"))
}

fn word(words: &WordList, key: &str) -> &'static str {
    words.get(key).copied().unwrap_or_default()
}

/// A page that needs neither a template nor the corpus.
fn bare(status: StatusCode, lang: Lang, title: &str, text: &str) -> Response {
    let title = word(&words(lang), title);
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/assets/workbench.css\">\n</head>\n<body class=\"bare\">\n<main>\n<h1>{title}</h1>\n\
         <p>{escaped}</p>\n</main>\n</body>\n</html>\n",
        lang.tr("vi", "en"),
    );
    html(status, page)
}

fn html(status: StatusCode, page: String) -> Response {
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_sound() {
        WorkbenchPages::new().unwrap();
    }
}
