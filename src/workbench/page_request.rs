//! A request as the pages see it.

use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use url::form_urlencoded;

use super::admission::cookie;
use super::entry_point::EntryPoint;
use super::multipart::PostedFile;
use super::who::{self, NAME_COOKIE};
use crate::diag::Lang;

/// The cookie with the language of the pages.
pub const LANGUAGE_COOKIE: &str = "camnang-lang";

/// Names and values, in their order.
pub type Pairs = Vec<(String, String)>;

/// A form that was sent, without its key.
#[derive(Clone, Default)]
pub struct Posted {
    pub fields: Arc<Pairs>,
    pub file: Option<Arc<PostedFile>>,
}

/// What a browser asks for.
pub struct PageRequest {
    pub lang: Lang,
    /// The path with its query, to come back to.
    pub here: String,
    /// The name that was last given at this device; empty where there is none.
    pub name: String,
    params: Pairs,
    query: Pairs,
    posted: Posted,
}

impl PageRequest {
    /// A part of the path, by its name in the route.
    pub fn param(&self, name: &str) -> &str {
        value(&self.params, name)
    }

    /// A value of the query; empty where it is absent.
    pub fn query(&self, name: &str) -> &str {
        value(&self.query, name)
    }

    /// The fields of the form.
    pub fn fields(&self) -> &[(String, String)] {
        &self.posted.fields
    }

    /// The file that was sent with the form.
    pub fn file(&self) -> Option<&PostedFile> {
        self.posted.file.as_deref()
    }

    /// A field of the form; empty where it is absent.
    pub fn field(&self, name: &str) -> &str {
        value(&self.posted.fields, name)
    }
}

fn value<'p>(pairs: &'p Pairs, name: &str) -> &'p str {
    pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str()).unwrap_or_default()
}

/// Reads `a=1&b=2`.
pub fn pairs(text: &[u8]) -> Pairs {
    form_urlencoded::parse(text).into_owned().collect()
}

impl<S: AsRef<EntryPoint> + Send + Sync> FromRequestParts<Arc<S>> for PageRequest {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<S>) -> Result<Self, Self::Rejection> {
        let params = RawPathParams::from_request_parts(parts, state).await;
        let params = params.iter().flatten().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let lang = match cookie(&parts.headers, LANGUAGE_COOKIE) {
            Some("vi") => Lang::Vi,
            Some("en") => Lang::En,
            _ => S::as_ref(state).lang,
        };
        let here = parts.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
        let query = pairs(parts.uri.query().unwrap_or_default().as_bytes());
        let posted = parts.extensions.get::<Posted>().cloned().unwrap_or_default();
        let name = cookie(&parts.headers, NAME_COOKIE).map(who::of_cookie).unwrap_or_default();
        Ok(PageRequest { lang, here, name, params, query, posted })
    }
}
