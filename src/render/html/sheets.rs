//! A page that would be too large or too long is cut into sheets, whatever it shows: `van-ban.html` keeps its address and has the first
//! rows, `van-ban_2.html` has the next. Cut is what a reader gets, after the templates, so no kind of page has rules of its own.
//!
//! Every sheet has the page's heading, links to the others and to the one before and after, and works without a script. An address
//! with a fragment that a later sheet has (`van-ban.html#tt-5-2031`) leads to a link on the first one, which leads on.

mod fill;
mod frame;
mod links;
mod measure;
mod tree;

use self::fill::Filler;
use self::frame::CutFrame;
use crate::view::SheetWords;

/// How large a page of the site may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SheetLimits {
    pub bytes: usize,
    /// On a screen 1280 px wide, by estimate.
    pub pixels: usize,
}

impl SheetLimits {
    /// Below the budget of 300 kB and 15,000 px that `tests/checkers/html-budget` holds every page to.
    pub const USUAL: SheetLimits = SheetLimits { bytes: 240_000, pixels: 13_000 };
}

/// A page as it is published: most are one sheet.
pub(super) struct PageSheet {
    /// Below the folder of the site.
    pub(super) path: String,
    pub(super) html: String,
}

/// Returns the sheets of a page, in order; the first has the page's address.
pub(super) fn of(path: String, html: String, limits: SheetLimits, words: &SheetWords) -> Vec<PageSheet> {
    match cut(&path, &html, limits, words) {
        Some(sheets) => sheets,
        None => vec![PageSheet { path, html }],
    }
}

/// Nothing where the page fits as it is.
fn cut(path: &str, html: &str, limits: SheetLimits, words: &SheetWords) -> Option<Vec<PageSheet>> {
    if html.len() <= limits.surely_fits() {
        return None;
    }
    let frame = CutFrame::of(html)?;
    let main = tree::element(frame.main)?;
    let room = limits.beside(measure::frame(&frame));
    if measure::element(&main).fits(room) {
        return None;
    }
    let contents = Filler::fill(&main, room, words);
    (contents.len() > 1).then(|| frame.sheets(path, contents, words))
}

/// Returns the address of a sheet; an id has no underscore, so no other page can have it.
fn sheet_path(page: &str, number: usize) -> String {
    match (number, page.strip_suffix(".html")) {
        (2.., Some(name)) => format!("{name}_{number}.html"),
        _ => page.to_owned(),
    }
}

/// Returns the page that a sheet after the first is of.
pub(super) fn page_of(sheet: &str) -> Option<String> {
    let (name, number) = sheet.strip_suffix(".html")?.rsplit_once('_')?;
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty();
    is_number.then(|| format!("{name}.html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The duties of other days stand in a template, which grows with the corpus as what is seen does.
    #[test]
    fn what_only_a_script_shows_is_cut_too() {
        let items: String = (0..200).map(|at| format!("<li class=\"duty\">Việc thứ {at}</li>\n")).collect();
        let main = format!("<main id=\"a\"><h1>Một</h1><template><ul>\n{items}</ul></template></main>");
        let page = format!("<html><head><title>Một</title></head><body>{main}</body></html>");
        let limits = SheetLimits { bytes: 3_000, pixels: 100_000 };
        let sheets = of("a.html".to_owned(), page, limits, &SheetWords::default());
        // The links from sheet to sheet come on top.
        assert!(sheets.len() > 2 && sheets.iter().all(|sheet| sheet.html.len() <= 2 * limits.bytes));
        assert!(sheets[1].html.contains("<template data-goes-on><ul data-goes-on>"));
        let all: String = sheets.into_iter().map(|sheet| sheet.html).collect();
        assert!((0..200).all(|at| all.matches(&format!(">Việc thứ {at}<")).count() == 1));
    }
}
