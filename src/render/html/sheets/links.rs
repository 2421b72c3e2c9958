//! Ids of a page that is cut, and the links to them.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{Element, HtmlNode};
use crate::view::SheetWords;

/// Returns the tag that opens another piece of an element, which the script of sheets joins to the one before (`data-goes-on`). An id
/// stands once, so the piece says `data-of` what it is.
pub(super) fn again(open: &str, items: usize) -> String {
    // The way past the head of a page leads to `main` on every sheet.
    if open.starts_with("<main") {
        return open.to_owned();
    }
    let open = without_attribute(&open.replacen(" id=\"", " data-of=\"", 1), "aria-labelledby");
    let open = with_attribute(&open, "data-goes-on");
    match open.strip_prefix("<ol") {
        Some(rest) if items > 0 => format!("<ol start=\"{}\"{rest}", items + 1),
        _ => open,
    }
}

/// Returns a piece of a page as a further sheet repeats it; `data-again` says so to the script that joins sheets.
pub(super) fn repeated(html: &str) -> String {
    with_attribute(&without_attribute(html, "id"), "data-again")
}

/// Returns an element with an attribute in its first tag.
fn with_attribute(html: &str, attribute: &str) -> String {
    let name = html.find([' ', '>', '/']).unwrap_or(html.len());
    let (before, after) = html.split_at(name);
    [before, " ", attribute, after].concat()
}

fn without_attribute(html: &str, name: &str) -> String {
    let begin = format!(" {name}=\"");
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, value)) = rest.split_once(&begin) {
        out.push_str(before);
        rest = value.split_once('"').map_or("", |(_, after)| after);
    }
    out + rest
}

/// Returns a heading for the next piece of what it stands over. The title of the page is the same on every sheet.
pub(super) fn continued(heading: &Element, words: &SheetWords) -> String {
    let again = repeated(heading.whole);
    match again.strip_suffix(heading.close) {
        Some(begin) if heading.name != "h1" => {
            format!("{begin} <span class=\"tally\">{}</span>{}", words.continued, heading.close)
        }
        _ => again,
    }
}

/// A place that an address can name by its fragment.
pub(super) struct Anchor {
    pub(super) id: String,
    /// Its first words, where other pages may name it.
    pub(super) label: String,
}

/// Returns the places of a sheet.
pub(super) fn anchors(nodes: &[HtmlNode]) -> Vec<Anchor> {
    let mut found = Vec::new();
    let mut left: Vec<&Element> = elements(nodes).rev().collect();
    while let Some(element) = left.pop() {
        if let Some(id) = element.attribute("id").filter(|_| element.name != "main") {
            let label = if is_named_elsewhere(id) { label(element) } else { String::new() };
            found.push(Anchor { id: id.to_owned(), label });
        }
        // The texts of a figure are named in it; a form's fields are on every sheet.
        let is_closed = element.name == "svg" || element.open.contains(" data-every-sheet");
        let inner = if is_closed { &[][..] } else { &element.children };
        left.extend(elements(inner).rev());
    }
    found
}

fn elements<'n, 'h>(nodes: &'n [HtmlNode<'h>]) -> impl DoubleEndedIterator<Item = &'n Element<'h>> {
    nodes.iter().filter_map(|node| match node {
        HtmlNode::Element(element) => Some(element),
        HtmlNode::Text(_) => None,
    })
}

/// Footnotes and headings have the anchor of what they belong to, and an underscore.
pub(super) fn is_named_elsewhere(id: &str) -> bool {
    !(id.contains('_') && id.contains(['-', '.']))
}

/// How many letters of a place are shown.
const LABEL: usize = 60;

fn label(element: &Element) -> String {
    let heading = element.elements().find(|child| child.name.starts_with('h') && child.name.len() == 2);
    let mut text = String::new();
    words_of(heading.unwrap_or(element), &mut text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LABEL) {
        Some((end, _)) => format!("{}…", text.split_at(end).0.rsplit_once(' ').map_or("", |(words, _)| words)),
        None => text,
    }
}

/// Only as many words as are needed.
fn words_of(element: &Element, text: &mut String) {
    for child in &element.children {
        match child {
            _ if text.len() > LABEL * 8 => return,
            HtmlNode::Text(words) => text.push_str(words),
            HtmlNode::Element(inner) if !inner.is_hidden() && inner.name != "svg" => {
                words_of(inner, text);
                text.push(' ');
            }
            HtmlNode::Element(_) => {}
        }
    }
}

/// Where the places of a page are.
pub(super) struct MovedPlaces<'a> {
    /// The file of each sheet.
    pub(super) files: &'a [String],
    /// The sheet of each place, counted from 0.
    pub(super) sheets: BTreeMap<&'a str, usize>,
}

impl<'a> MovedPlaces<'a> {
    /// Returns the address of a place that is not on this sheet.
    pub(super) fn address(&self, id: &str, here: usize) -> Option<String> {
        let sheet = self.sheets.get(id).filter(|sheet| **sheet != here)?;
        Some(format!("{}#{id}", self.files.get(*sheet)?))
    }

    /// Returns a piece of a sheet with its links going to where the places are. On the first sheet, the first link to a place takes
    /// its id, so that the address of the place as it was leads on.
    pub(super) fn relinked(&self, html: &str, here: usize, named: &mut BTreeSet<String>) -> String {
        let mut out = String::with_capacity(html.len() + html.len() / 50);
        let mut rest = html;
        while let Some((before, after)) = rest.split_once(" href=\"#") {
            out.push_str(before);
            let (id, behind) = after.split_once('"').unwrap_or((after, ""));
            let tag = before.rfind('<').and_then(|at| before.get(at..)).unwrap_or_default();
            let has_id = here > 0 || !is_named_elsewhere(id) || tag.contains(" id=");
            match self.address(id, here) {
                Some(address) if !has_id && named.insert(id.to_owned()) => {
                    out.extend([" id=\"", id, "\" data-moved href=\"", &address, "\""]);
                }
                Some(address) => out.extend([" href=\"", &address, "\""]),
                None => out.extend([" href=\"#", id, "\""]),
            }
            rest = behind;
        }
        out + rest
    }
}
