//! What an edition has of its own on the web: rules after the style sheet (the office's colour, the head and foot of printed
//! sheets), and the emblem above every page. Nothing is styled within a page, so that the pages' security policy need not
//! allow it.

use std::fmt::Write;

use serde::Serialize;

use super::images::Images;
use super::{RenderError, view_fault};
use crate::view::{AccentView, EditionView, LookView, View};

/// The style sheet of every page.
pub(super) const STYLE: &str = "style.css";

/// What the edition has of its own after the rules of the style sheet. On paper the colour stays the style sheet's.
pub(super) fn own_rules(view: &View) -> Result<String, RenderError> {
    let accent = view.look.accent.as_ref().map(rules).transpose()?;
    Ok(sheets(&view.edition) + &accent.unwrap_or_default())
}

/// At the head of every printed sheet: of which edition, as of which day; at its foot where it is published, and the number.
/// Browsers that know no boxes in the margin print the head of the page once instead.
fn sheets(edition: &EditionView) -> String {
    let box_of =
        |place: &str, text: &str| format!("  @{place} {{ content: {}; font: 8.5pt sans-serif; }}\n", quoted(text));
    let address = edition.web_address.iter().map(|address| box_of("bottom-left", address));
    let boxes =
        [box_of("top-left", &edition.title), box_of("top-right", &edition.as_of_line)].into_iter().chain(address);
    format!(
        "\n/* The head and foot of printed sheets */\n\n@page {{\n{}  \
         @bottom-right {{ content: counter(page) \" / \" counter(pages); font: 8.5pt sans-serif; }}\n}}\n\n\
         @page :first {{ @top-left {{ content: none; }} @top-right {{ content: none; }} }}\n",
        boxes.collect::<String>()
    )
}

/// Quotes a text within a style sheet. Characters that could end it are written by their numbers.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        if c.is_control() || matches!(c, '"' | '\\') {
            // Writing into a string cannot fail.
            let _ = write!(out, "\\{:x} ", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out.push('"');
    out
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
pub(super) struct LogoData<'a> {
    /// From the site's root.
    src: String,
    alt: &'a str,
    width: Option<u32>,
    height: Option<u32>,
}

pub(super) fn logo<'a>(look: &'a LookView, images: &Images) -> Result<Option<LogoData<'a>>, RenderError> {
    let Some(logo) = &look.logo else { return Ok(None) };
    let size = images.size(&logo.path)?;
    let (width, height) = size.unzip();
    Ok(Some(LogoData { src: images.address("", &logo.path), alt: &logo.alt, width, height }))
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

    #[test]
    fn no_text_ends_its_quotation() {
        assert_eq!(quoted("Đến ngày 1"), "\"Đến ngày 1\"");
        assert_eq!(quoted("a\"; } * { x\\\n"), "\"a\\22 ; } * { x\\5c \\a \"");
    }
}
