//! Which address leads to which page.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::admission::{self, AdmissionRefusal, session_cookie};
use super::connections::AtWork;
use super::entry_point::EntryPoint;
use super::multipart::{self, Multipart};
use super::page_request::{LANGUAGE_COOKIE, PageRequest, Posted, pairs};
use super::pages::{self, PageFault};
use super::start::WorkbenchServer;
use super::{
    Workbench, drafting, files, guided, history, new_excerpt, outputs, overview, preview, publishing, record,
    record_history, records, reviewing,
};
use crate::source;

/// A form may be as long as this: a long record with the state that it was made of.
const FORM_LIMIT: usize = 4 * 1024 * 1024;
/// The one address that takes files.
const UPLOADS: &str = "/files";
/// A received law with its pictures may be as long as this.
const UPLOAD_LIMIT: usize = 32 * 1024 * 1024;
/// How long a form may take to come.
const FORM_TIME: Duration = Duration::from_secs(20);

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                      connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
/// What every answer says of itself.
const HEADERS: [(header::HeaderName, &str); 6] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // With none, a browser would not say where a form comes from.
    (header::REFERRER_POLICY, "same-origin"),
    (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// A page: answers a page_request, in a thread that may wait for the disk.
pub type ShowPage<S> = fn(&S, &PageRequest) -> Result<Response, PageFault>;

/// Every address, where a corpus is open.
pub fn all(workbench: Arc<Workbench>, server: &Arc<WorkbenchServer>) -> Router {
    let of_corpus = Router::new()
        .route("/", page(overview::show))
        .route("/search", page(records::search))
        .route("/records/{kind}", page(records::list))
        .route("/records/{kind}/{id}", page(record::show).merge(action(record::act)))
        .route("/new", page(guided::list))
        .route("/new/{step}", page(guided::show).merge(action(guided::act)))
        .route("/new/excerpt", page(new_excerpt::show).merge(action(new_excerpt::act)))
        .route(UPLOADS, page(files::show).merge(action(files::act)))
        .route("/drafts/{instrument}", page(drafting::show).merge(action(drafting::act)))
        .route("/preview/{edition}/{*path}", page(preview::show))
        .route("/publish", page(publishing::list))
        .route("/publish/{edition}/{day}", page(publishing::show).merge(action(publishing::act)))
        .route("/download/{edition}/{day}/{output}", page(outputs::download))
        .route("/built/{key}/{edition}/{day}/{*path}", page(outputs::show))
        .route("/look/{key}/{edition}/{day}/{*path}", page(outputs::look))
        .route("/records/{kind}/{id}/history", page(record_history::show).merge(action(record_history::restore)))
        .route("/records/{kind}/{id}/review", page(reviewing::show).merge(action(reviewing::act)))
        .route("/reviews", page(reviewing::list).merge(action(reviewing::act_on_several)))
        .route("/history", page(history::show))
        .route("/history/{number}/undo", action(history::undo))
        .fallback(page(Workbench::missing));
    of_corpus
        .with_state(workbench)
        .merge(server.routes("/start"))
        .merge(of_door(server))
        .layer(from_fn_with_state(Arc::clone(server), admit))
}

/// Every address, where no corpus is open.
pub fn of_start(server: &Arc<WorkbenchServer>) -> Router {
    let to_start = get(async || see_other("/"));
    server.routes("/").merge(of_door(server)).fallback(to_start).layer(from_fn_with_state(Arc::clone(server), admit))
}

/// The addresses that need no corpus.
fn of_door(server: &Arc<WorkbenchServer>) -> Router {
    let routes =
        Router::new().route("/open", get(open)).route("/language", post(language)).route("/assets/{name}", get(asset));
    routes.with_state(Arc::clone(server))
}

/// Shows a page.
pub fn page<S: AsRef<EntryPoint> + Send + Sync + 'static>(show: ShowPage<S>) -> MethodRouter<Arc<S>> {
    get(async move |State(state): State<Arc<S>>, page_request: PageRequest| answer(state, page_request, show).await)
}

/// Does what a form says.
pub fn action<S: AsRef<EntryPoint> + Send + Sync + 'static>(act: ShowPage<S>) -> MethodRouter<Arc<S>> {
    post(async move |State(state): State<Arc<S>>, page_request: PageRequest| answer(state, page_request, act).await)
}

async fn answer<S: Send + Sync + 'static>(state: Arc<S>, page_request: PageRequest, show: ShowPage<S>) -> Response {
    let shown = spawn_blocking(move || {
        show(&state, &page_request).unwrap_or_else(|fault| pages::failed(&page_request, &fault))
    });
    shown.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// Looks at a request before any page does, and reads its form.
async fn admit(State(server): State<Arc<WorkbenchServer>>, request: Request, next: Next) -> Response {
    let mut response = match admitted((*server).as_ref(), request).await {
        Ok(request) => {
            if let Some(at_work) = request.extensions().get::<AtWork>() {
                at_work.begin();
            }
            next.run(request).await
        }
        Err(response) => response,
    };
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

async fn admitted(entry_point: &EntryPoint, mut request: Request) -> Result<Request, Response> {
    let (port, access) = (entry_point.port, &entry_point.access);
    admission::meant_for_us(request.method(), request.uri(), request.headers(), port).map_err(refused)?;
    let path = request.uri().path();
    if admission::is_for_reading(request.headers()) || admission::reading_key(path).is_some() {
        let is_let_in = admission::may_read(request.method(), path, request.headers(), access);
        return if is_let_in { Ok(request) } else { Err(pages::closed(entry_point.lang)) };
    }
    if path == "/open" || path.starts_with("/assets/") {
        return if *request.method() == Method::POST { Err(refused(AdmissionRefusal::Method)) } else { Ok(request) };
    }
    if admission::has_session(request.headers(), access, port).is_err() {
        return Err(pages::closed(entry_point.lang));
    }
    if *request.method() != Method::POST {
        return Ok(request);
    }
    let is_upload = request.uri().path() == UPLOADS;
    let kind = if is_upload { multipart::KIND } else { admission::FORM };
    admission::may_write(request.headers(), kind).map_err(refused)?;
    let body = std::mem::replace(request.body_mut(), Body::empty());
    let form = if is_upload { upload(request.headers(), body).await? } else { form(body).await? };
    let (keys, fields): (Vec<_>, Vec<_>) = form.fields.into_iter().partition(|(name, _)| name == "key");
    match keys.as_slice() {
        [(_, key)] if access.is_form(key) => {}
        _ => return Err(refused(AdmissionRefusal::NoKey)),
    }
    let file = form.files.into_iter().next().map(Arc::new);
    request.extensions_mut().insert(Posted { fields: Arc::new(fields), file });
    Ok(request)
}

async fn form(body: Body) -> Result<Multipart, Response> {
    Ok(Multipart { fields: pairs(&read(body, FORM_LIMIT).await?), files: Vec::new() })
}

async fn upload(headers: &HeaderMap, body: Body) -> Result<Multipart, Response> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_owned();
    let bytes = read(body, UPLOAD_LIMIT).await?;
    multipart::read(&kind, bytes).await.ok_or_else(|| refused(AdmissionRefusal::Malformed))
}

async fn read(body: Body, limit: usize) -> Result<Vec<u8>, Response> {
    match timeout(FORM_TIME, to_bytes(body, limit)).await {
        Ok(Ok(bytes)) => Ok(bytes.to_vec()),
        Ok(Err(_)) => Err(plain(StatusCode::PAYLOAD_TOO_LARGE, "The form is too long.\n")),
        Err(_) => Err(plain(StatusCode::REQUEST_TIMEOUT, "The form did not come.\n")),
    }
}

/// For programs rather than people: no browser of the editor's gets there.
fn refused(refusal: AdmissionRefusal) -> Response {
    match refusal {
        AdmissionRefusal::Malformed => plain(StatusCode::BAD_REQUEST, "This is no request of a browser.\n"),
        AdmissionRefusal::OtherHost => {
            plain(StatusCode::MISDIRECTED_REQUEST, "This server is for the browser on its own machine.\n")
        }
        AdmissionRefusal::Method => plain(StatusCode::METHOD_NOT_ALLOWED, "There is nothing of this kind here.\n"),
        AdmissionRefusal::NoKey => plain(StatusCode::FORBIDDEN, "The key is missing.\n"),
        AdmissionRefusal::OtherSite => plain(StatusCode::FORBIDDEN, "Only a page of the workbench may write.\n"),
        AdmissionRefusal::Kind => plain(StatusCode::UNSUPPORTED_MEDIA_TYPE, "Only a form may write.\n"),
    }
}

fn plain(status: StatusCode, said: &'static str) -> Response {
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], said).into_response()
}

/// Leads to an address of ours.
pub fn see_other(address: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response()
}

/// Gives the browser its cookie for a key that was not used, and leads to the first page.
async fn open(State(server): State<Arc<WorkbenchServer>>, page_request: PageRequest) -> Response {
    let entry_point: &EntryPoint = (*server).as_ref();
    if !entry_point.access.open_with(page_request.query("key")) {
        return pages::closed(entry_point.lang);
    }
    if let Ok(next) = entry_point.address() {
        (entry_point.announce)(&next);
    }
    let (name, session) = (session_cookie(entry_point.port), entry_point.access.session());
    with_cookie(see_other("/"), &format!("{name}={session}; Path=/; HttpOnly; SameSite=Strict"))
}

async fn language(page_request: PageRequest) -> Response {
    let lang = if page_request.field("lang") == "en" { "en" } else { "vi" };
    let back = Some(page_request.field("back")).filter(|back| back.starts_with('/') && !back.starts_with("//"));
    let cookie = format!("{LANGUAGE_COOKIE}={lang}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000");
    with_cookie(see_other(back.unwrap_or("/")), &cookie)
}

fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// A style, script or font: the same for everybody, and nothing of the corpus.
async fn asset(page_request: PageRequest) -> Response {
    let name = page_request.param("name");
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    // A font is the same for as long as the program is.
    let keeping = if kind == "font/woff2" { "private, max-age=86400" } else { "no-cache" };
    match source::workbench::file(name) {
        Some(bytes) => ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keeping)], bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
