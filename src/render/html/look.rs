//! The office's look on the web: rules of their own after the style sheet, and the emblem above every page. Nothing is
//! styled within a page, so that the pages' security policy need not allow it.

use serde::Serialize;

use super::images::Images;
use super::{FOLDER, RenderError, view_fault};
use crate::view::{AccentView, LookView};

/// The style sheet of every page.
pub(super) const STYLE: &str = "style.css";

/// Puts the office's colour after the rules of the style sheet. Paper keeps the style sheet's own.
pub(super) fn styled(path: &str, mut sheet: Vec<u8>, look: &LookView) -> Result<Vec<u8>, RenderError> {
    let Some(accent) = &look.accent else { return Ok(sheet) };
    if path.strip_prefix(FOLDER) == Some(STYLE) {
        sheet.extend_from_slice(rules(accent)?.as_bytes());
    }
    Ok(sheet)
}

fn rules(accent: &AccentView) -> Result<String, RenderError> {
    if let Some(wrong) = [&accent.light, &accent.dark].into_iter().find(|colour| !is_colour(colour)) {
        return Err(view_fault(format!("`{wrong}` is no colour")));
    }
    let AccentView { light, dark } = accent;
    Ok(format!(
        "\n/* The office's own colour */\n\n@media screen {{\n  :root {{ --accent: {light}; }}\n}}\n\n\
         @media screen and (prefers-color-scheme: dark) {{\n  :root {{ --accent: {dark}; }}\n}}\n"
    ))
}

/// `#` and six hex digits.
fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// The emblem, as the template shows it.
#[derive(Serialize)]
pub(super) struct Logo<'a> {
    /// From the site's root.
    src: &'a str,
    alt: &'a str,
    width: Option<u32>,
    height: Option<u32>,
}

pub(super) fn logo<'a>(look: &'a LookView, images: &Images) -> Result<Option<Logo<'a>>, RenderError> {
    let Some(logo) = &look.logo else { return Ok(None) };
    let size = images.size(&logo.path)?;
    let (width, height) = size.unzip();
    Ok(Some(Logo { src: &logo.path, alt: &logo.alt, width, height }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_colours_become_rules() {
        let accent = |light: &str| AccentView { light: light.to_owned(), dark: "#9dbfee".to_owned() };
        assert!(rules(&accent("#0b4a6f")).is_ok());
        for wrong in ["red", "#fff", "#0b4a6f;", "#0b4a6f}*{color:red", "url(//example.vn)", ""] {
            assert!(rules(&accent(wrong)).is_err(), "{wrong}");
        }
    }
}
