//! The results of a review as a page by itself. Style is within it, and its policy allows that style and nothing else.

use serde::Serialize;
use tera::{Context, Value};

use super::inlined::{policy_hash, within_element};
use super::{RenderError, Templates, engine, template_fault, typography};
use crate::view::ResultsView;

/// The template of the page, and that of its style.
const PAGE: &str = "results.html";
const STYLE: &str = "results-style.html";

#[derive(Serialize)]
struct ResultsPage<'a> {
    results: &'a ResultsView,
    policy: Value,
    style: Value,
}

/// Returns the page.
///
/// # Errors
/// A template that does not fit.
pub fn page(results: &ResultsView, templates: &Templates) -> Result<Vec<u8>, RenderError> {
    let engine = engine(templates)?;
    let style = engine.render(STYLE, &Context::new()).map_err(template_fault)?;
    let style = within_element(style.as_bytes());
    let policy =
        format!("default-src 'none'; style-src '{}'; base-uri 'none'; form-action 'none'", policy_hash(&style));
    let page = ResultsPage { results, policy: Value::safe_string(&policy), style: Value::safe_string(&style) };
    let context = Context::from_serialize(&page).map_err(template_fault)?;
    let page = engine.render(PAGE, &context).map_err(template_fault)?;
    Ok(typography::set(&page).into_bytes())
}
