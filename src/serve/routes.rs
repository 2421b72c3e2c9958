//! Answers requests by their paths.

use std::sync::Arc;

use super::board::{Board, BoardFile};
use super::page::{self, OWN};
use super::request::{Request, RequestRefusal};

/// The policy of the server's own pages.
const OWN_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; \
                          object-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
/// What the server adds to the policy that a page of the site has within it.
const SITE_POLICY: &str = "frame-ancestors 'self'";

const LIVE_SCRIPT: &str = include_str!("client/live.js");
const SPLIT_SCRIPT: &str = include_str!("client/split.js");
const LIVE_STYLE: &str = include_str!("client/live.css");
const OWN_STYLE: &str = include_str!("client/own.css");

/// An answer that is whole, or the news as they come.
pub enum Response {
    Whole(Whole),
    News,
}

/// An answer with its body.
pub struct Whole {
    pub status: &'static str,
    pub kind: &'static str,
    pub policy: &'static str,
    pub body: Arc<Vec<u8>>,
}

impl Whole {
    fn fine(kind: &'static str, policy: &'static str, body: Vec<u8>) -> Response {
        Response::Whole(Whole { status: "200 OK", kind, policy, body: Arc::new(body) })
    }

    /// A page of the server's own, in the place of one of the site.
    fn note(status: &'static str, page: Vec<u8>) -> Response {
        Response::Whole(Whole { status, kind: kind_of("x.html"), policy: OWN_POLICY, body: Arc::new(page) })
    }
}

/// Answers a request: paths below `~/` are the live view's own, all others are those of the site.
pub fn answer(request: &Request, board: &Board) -> Response {
    let path = request.path.as_str();
    match path.strip_prefix(OWN) {
        Some("news") => Response::News,
        Some("live.js") => Whole::fine(kind_of("live.js"), OWN_POLICY, LIVE_SCRIPT.into()),
        Some("split.js") => Whole::fine(kind_of("split.js"), OWN_POLICY, SPLIT_SCRIPT.into()),
        Some("live.css") => Whole::fine(kind_of("live.css"), OWN_POLICY, LIVE_STYLE.into()),
        Some("own.css") => Whole::fine(kind_of("own.css"), OWN_POLICY, OWN_STYLE.into()),
        Some("booklet.pdf") => match board.pdf() {
            Some(body) => {
                Response::Whole(Whole { status: "200 OK", kind: kind_of("booklet.pdf"), policy: SITE_POLICY, body })
            }
            None => nothing(board),
        },
        Some(_) => nothing(board),
        None if path == "pdf" => Whole::fine(kind_of("x.html"), OWN_POLICY, page::split(&board.words)),
        None => of_site(if path.is_empty() { "index.html" } else { path }, board),
    }
}

fn of_site(path: &str, board: &Board) -> Response {
    let words = &board.words;
    match board.file(path) {
        BoardFile::File(version, bytes) => {
            let body = if path.ends_with(".html") { Arc::new(page::live(&bytes, &version)) } else { bytes };
            Response::Whole(Whole { status: "200 OK", kind: kind_of(path), policy: SITE_POLICY, body })
        }
        BoardFile::Broken(version) => {
            let page = page::note(&words.broken_page, &words.broken_page_advice, words, &version);
            Whole::note("500 Internal Server Error", page)
        }
        BoardFile::Nothing => nothing(board),
    }
}

/// There is no such page, or no site yet: the page says so, and is another one as soon as there is.
fn nothing(board: &Board) -> Response {
    let words = &board.words;
    match board.version() {
        Some(version) => {
            Whole::note("404 Not Found", page::note(&words.no_page, &words.no_page_advice, words, &version))
        }
        None => Whole::note("503 Service Unavailable", page::note(&words.no_site, &words.no_site_advice, words, "")),
    }
}

/// For programs rather than people: no browser of the editor's gets there.
pub fn refused(refusal: RequestRefusal) -> Whole {
    let (status, said) = match refusal {
        RequestRefusal::Malformed => ("400 Bad Request", "This is no request of a browser.\n"),
        RequestRefusal::OtherHost => {
            ("421 Misdirected Request", "This server is for the browser on its own machine.\n")
        }
        RequestRefusal::Method => ("405 Method Not Allowed", "Nothing can be changed here.\n"),
        RequestRefusal::TooLarge => ("431 Request Header Fields Too Large", "The request is too long.\n"),
    };
    Whole { status, kind: "text/plain; charset=utf-8", policy: OWN_POLICY, body: Arc::new(said.into()) }
}

/// Returns the content type by the ending of a name.
pub fn kind_of(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "jsonld" => "application/ld+json",
        "webmanifest" => "application/manifest+json",
        "atom" => "application/atom+xml",
        "xml" => "application/xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
