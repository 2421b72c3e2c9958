//! Which address leads to which page.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::admission::{self, AdmissionRefusal, session_cookie};
use super::connections::AtWork;
use super::page_request::{LANGUAGE_COOKIE, PageRequest, Posted, pairs};
use super::pages::PageFault;
use super::{Workbench, history, new_excerpt, outputs, overview, preview, publishing, record, records};
use crate::source;

/// A form may be as long as this: a long record with the state that it was made of.
const FORM_LIMIT: usize = 4 * 1024 * 1024;
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
pub type ShowPage = fn(&Workbench, &PageRequest) -> Result<Response, PageFault>;

/// Every address.
pub fn all(workbench: Arc<Workbench>) -> Router {
    Router::new()
        .route("/", page(overview::show))
        .route("/search", page(records::search))
        .route("/records/{kind}", page(records::list))
        .route("/records/{kind}/{id}", page(record::show).merge(action(record::act)))
        .route("/new/excerpt", page(new_excerpt::show).merge(action(new_excerpt::act)))
        .route("/preview/{edition}/{*path}", page(preview::show))
        .route("/publish", page(publishing::list))
        .route("/publish/{edition}/{day}", page(publishing::show).merge(action(publishing::act)))
        .route("/download/{edition}/{day}/{output}", page(outputs::download))
        .route("/built/{key}/{edition}/{day}/{*path}", page(outputs::show))
        .route("/look/{key}/{edition}/{day}/{*path}", page(outputs::look))
        .route("/history", page(history::show))
        .route("/history/{number}/undo", action(history::undo))
        .route("/open", get(open))
        .route("/language", post(language))
        .route("/assets/{name}", get(asset))
        .fallback(page(|workbench, page_request| workbench.missing(page_request)))
        .layer(from_fn_with_state(Arc::clone(&workbench), admit))
        .with_state(workbench)
}

fn page(show: ShowPage) -> MethodRouter<Arc<Workbench>> {
    get(async move |State(workbench): State<Arc<Workbench>>, page_request: PageRequest| {
        answer(workbench, page_request, show).await
    })
}

fn action(act: ShowPage) -> MethodRouter<Arc<Workbench>> {
    post(async move |State(workbench): State<Arc<Workbench>>, page_request: PageRequest| {
        answer(workbench, page_request, act).await
    })
}

async fn answer(workbench: Arc<Workbench>, page_request: PageRequest, show: ShowPage) -> Response {
    let shown = spawn_blocking(move || {
        show(&workbench, &page_request).unwrap_or_else(|fault| workbench.fault(&page_request, &fault))
    });
    shown.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// Looks at a request before any page does, and reads its form.
async fn admit(State(workbench): State<Arc<Workbench>>, request: Request, next: Next) -> Response {
    let mut response = match admitted(&workbench, request).await {
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

async fn admitted(workbench: &Workbench, mut request: Request) -> Result<Request, Response> {
    let (port, access) = (workbench.port, &workbench.access);
    admission::meant_for_us(request.method(), request.uri(), request.headers(), port).map_err(refused)?;
    let path = request.uri().path();
    if admission::is_for_reading(request.headers()) || admission::reading_key(path).is_some() {
        let is_let_in = admission::may_read(request.method(), path, request.headers(), access);
        return if is_let_in { Ok(request) } else { Err(workbench.closed()) };
    }
    if path == "/open" || path.starts_with("/assets/") {
        return if *request.method() == Method::POST { Err(refused(AdmissionRefusal::Method)) } else { Ok(request) };
    }
    if admission::has_session(request.headers(), access, port).is_err() {
        return Err(workbench.closed());
    }
    if *request.method() != Method::POST {
        return Ok(request);
    }
    admission::may_write(request.headers()).map_err(refused)?;
    let body = std::mem::replace(request.body_mut(), Body::empty());
    let form = pairs(&read(body).await?);
    let (keys, fields): (Vec<_>, Vec<_>) = form.into_iter().partition(|(name, _)| name == "key");
    match keys.as_slice() {
        [(_, key)] if access.is_form(key) => {}
        _ => return Err(refused(AdmissionRefusal::NoKey)),
    }
    request.extensions_mut().insert(Posted(Arc::new(fields)));
    Ok(request)
}

async fn read(body: Body) -> Result<Vec<u8>, Response> {
    match timeout(FORM_TIME, to_bytes(body, FORM_LIMIT)).await {
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
async fn open(State(workbench): State<Arc<Workbench>>, page_request: PageRequest) -> Response {
    if !workbench.access.open_with(page_request.query("key")) {
        return workbench.closed();
    }
    if let Ok(next) = workbench.address() {
        (workbench.announce)(&next);
    }
    let (name, session) = (session_cookie(workbench.port), workbench.access.session());
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
