//! Pages of the site, by the words that a reader sees.

use std::fs;
use std::path::Path;

/// Returns a page without the marks that hold numbers of documents and places together.
pub fn read(path: &Path) -> String {
    let page = fs::read_to_string(path).unwrap();
    let mut words = String::new();
    let mut rest = page.as_str();
    while let Some((before, after)) = rest.split_once("<span class=\"nb\">") {
        let (inner, behind) = after.split_once("</span>").unwrap();
        words = words + before + inner;
        rest = behind;
    }
    (words + rest).replace('\u{a0}', " ")
}
