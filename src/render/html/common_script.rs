//! The script of every page with what it must know of the site before it: the words that readers see, and the names of the files that it
//! may load. They are the same on every page, so that they stand here and not there.

use std::borrow::Cow;

use serde::Serialize;

use super::assets::Assets;
use super::{FOLDER, RenderError, Templates, days, view_fault};
use crate::view::View;

/// The script among the templates.
pub(super) const FILE: &str = "camnang.js";
/// The script for another day than the edition's.
const DAY: &str = "day.js";

#[derive(Serialize)]
struct SiteData<'a> {
    copy: &'a str,
    copied: &'a str,
    failed_copy: &'a str,
    failed_days: &'a str,
    /// Below the folder of the site.
    day: Option<&'a str>,
    days: Option<&'a str>,
}

/// Publishes it, after the files that it names.
pub(super) fn publish(assets: &mut Assets, view: &View, templates: &Templates) -> Result<(), RenderError> {
    let path = format!("{FOLDER}{FILE}");
    let Some(script) = templates.files.get(&path).map(Cow::as_ref) else { return Ok(()) };
    let name = |file: &str| assets.names.get(file).map(String::as_str);
    let words = &view.words;
    let data = SiteData {
        copy: &words.copy_citation,
        copied: &words.copied,
        failed_copy: &words.not_copied,
        failed_days: &view.web.words.days.failed,
        day: name(DAY),
        days: name(days::FILE),
    };
    let json = serde_json::to_string(&data).map_err(|error| view_fault(error.to_string()))?;
    let mut bytes = format!("\"use strict\";\nconst camnangSite = {json};\n").into_bytes();
    bytes.extend_from_slice(script);
    assets.publish(&path, bytes);
    Ok(())
}
