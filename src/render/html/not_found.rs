//! `404.html`: what a server shows for an address that leads nowhere. It is shown at that address, however deep it lies, so
//! nothing in it is relative: style and script are within, and its links are whole where the settings say where the site is
//! published. Where they do not, its script finds the site's folder by the names of the folders below it.

use serde::Serialize;
use tera::{Context, Tera, Value};

use super::assets::Assets;
use super::inlined::{icon, policy_hash, within_element};
use super::look::STYLE;
use super::places::{self, NOT_FOUND};
use super::{Artifact, FOLDER, RenderError, Site, Templates, template_fault, typography};

/// Its script; the site has no use for it.
pub(super) const SCRIPT: &str = "not-found.js";

#[derive(Serialize)]
struct NotFoundPage {
    page: NotFoundParts,
    /// The folder of the site.
    root: String,
    here: &'static str,
}

#[derive(Serialize)]
struct NotFoundParts {
    policy: Value,
    style: Value,
    script: Value,
    icon: String,
    /// The folders of the site, where it is not known where that is published.
    folders: Option<String>,
}

pub(super) fn artifact(
    engine: &Tera,
    site: &Site,
    assets: &Assets,
    templates: &Templates,
) -> Result<Artifact, RenderError> {
    let script = templates.files.get(&format!("{FOLDER}{SCRIPT}")).map(|it| within_element(it)).unwrap_or_default();
    let style = without_fonts(&within_element(assets.bytes(STYLE).unwrap_or_default()));
    let address = &site.view.edition.web_address;
    let page = NotFoundParts {
        policy: Value::safe_string(&format!(
            "default-src 'none'; script-src '{}'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'self' file:",
            policy_hash(&script),
            policy_hash(&style)
        )),
        style: Value::safe_string(&style),
        script: Value::safe_string(&script),
        icon: icon(assets),
        folders: address.is_none().then(|| places::FOLDERS.join(" ")),
    };
    let root = address.as_ref().map(|address| format!("{address}/")).unwrap_or_default();
    let page = NotFoundPage { page, root, here: NOT_FOUND };
    let context = Context::from_serialize(&page).map_err(template_fault)?;
    let html = engine.render("not-found.html", &context).map_err(template_fault)?;
    Ok(Artifact { path: format!("{FOLDER}{NOT_FOUND}"), bytes: typography::set(&html).into_bytes() })
}

/// A style sheet without its fonts, which lie beside it. The page can be read without.
fn without_fonts(sheet: &str) -> String {
    let mut pieces = sheet.split("@font-face");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.filter_map(|piece| piece.split_once('}')).fold(first, |sheet, (_, rest)| sheet + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_fonts_go() {
        let sheet = "a { b: c; }\n@font-face { src: url(x.woff2); }\n@font-face{ src: url(y); }\nd { e: f; }";
        assert_eq!(without_fonts(sheet), "a { b: c; }\n\n\nd { e: f; }");
        assert_eq!(without_fonts("a {}"), "a {}");
    }
}
