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
/// The script that puts the sheets of a page together.
const SHEETS: &str = "sheets.js";

#[derive(Serialize)]
struct SiteData<'a> {
    copy: &'a str,
    copied: &'a str,
    failed_copy: &'a str,
    failed_days: &'a str,
    whole: &'a str,
    failed_whole: &'a str,
    /// Below the folder of the site.
    day: Option<&'a str>,
    days: Option<&'a str>,
    sheets: Option<&'a str>,
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
        whole: &view.web.words.sheets.whole,
        failed_whole: &view.web.words.sheets.not_whole,
        day: name(DAY),
        days: name(days::FILE),
        sheets: name(SHEETS),
    };
    let json = serde_json::to_string(&data).map_err(|error| view_fault(error.to_string()))?;
    let mut bytes = format!("\"use strict\";\nconst camnangSite = {json};\n").into_bytes();
    bytes.extend_from_slice(script);
    assets.publish(&path, bytes);
    Ok(())
}
