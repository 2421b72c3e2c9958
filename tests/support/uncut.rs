//! A site with every page whole, for what tests ask of its text. `tests/outputs/sheets.rs` shows that sheets lose none of it.

use std::path::Path;
use std::sync::Mutex;

use camnang::internals::hash::sha256;
use camnang::internals::render::html::{self, Parts, SheetLimits};
use camnang::internals::render::outputs::{Document, PDF};
use camnang::internals::render::{Artifact, ImageFile, RenderError, Templates};
use camnang::internals::view::View;

use super::html_sample;

/// Returns what `html::site` would of the sample, but for its sheets.
pub fn site(view: &View) -> Result<Vec<Artifact>, RenderError> {
    let pdf = [Document { output: &PDF, bytes: b"%PDF-".to_vec() }];
    whole(view, &html_sample::images(), &html_sample::templates(), &pdf)
}

/// The same of any view.
pub fn whole(
    view: &View,
    images: &[ImageFile],
    templates: &Templates,
    documents: &[Document],
) -> Result<Vec<Artifact>, RenderError> {
    let made = Mutex::new(Vec::new());
    let parts = Parts { sheets: SheetLimits { bytes: usize::MAX / 8, pixels: usize::MAX / 8 }, ..Parts::ALL };
    html::site_to(view, images, templates, documents, parts, &|_| Ok(Vec::new()), &|artifact| {
        let hash = sha256(&artifact.bytes);
        made.lock().expect("no panic before").push(artifact);
        Ok::<_, RenderError>(hash)
    })?;
    let mut made = made.into_inner().expect("no panic before");
    made.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(made)
}

/// Returns the page of a chapter, each excerpt with the details that only its own page has.
pub fn with_details(site: &[Artifact], chapter: &str) -> String {
    let page = |path: &str| {
        let page = site.iter().find(|page| page.path == path).unwrap_or_else(|| panic!("no {path}"));
        std::str::from_utf8(&page.bytes).expect("UTF-8")
    };
    let mut pieces = page(chapter).split(DETAILS_AT);
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (address, rest) = piece.split_once('"').expect("an address");
        let (link, rest) = rest.split_once("</footer>").expect("the end of an excerpt");
        let own = page(&format!("html/{address}"));
        let details = own.get(own.find(DETAILS).expect("details")..).and_then(|own| own.split_once("</details>"));
        let details = details.expect("their end").0.replace("href=\"../", "href=\"");
        whole.extend([DETAILS_AT, address, "\"", link, &details, "</details></footer>", rest]);
    }
    whole
}

const DETAILS_AT: &str = "<a class=\"details-at\" href=\"";
const DETAILS: &str = "<details class=\"more-of\">";

/// Returns a page of a site on the disk, with its sheets joined as the script of sheets does.
pub fn read(page: &Path) -> String {
    let text = |path: &Path| std::fs::read_to_string(path).ok();
    let whole = text(page).unwrap_or_else(|| panic!("no {}", page.display()));
    let stem = page.file_stem().and_then(|stem| stem.to_str()).expect("a name");
    let sheet = |number: usize| text(&page.with_file_name(format!("{stem}_{number}.html")));
    let (before, main, after) = around_main(&whole);
    let mut nodes = nodes(main);
    nodes.retain(|node| !node.is_of_sheets());
    for sheet in (2..).map_while(sheet) {
        join(&mut nodes, self::nodes(around_main(&sheet).1));
    }
    let mut joined = before.to_owned();
    nodes.iter().for_each(|node| node.write(stem, &mut joined));
    joined + after
}

fn around_main(page: &str) -> (&str, &str, &str) {
    let begin = page.find("<main ").expect("a main");
    let begin = begin + page[begin..].find('>').expect("its tag") + 1;
    let end = page.rfind("</main>").expect("its end");
    (&page[..begin], &page[begin..end], &page[end..])
}

/// A tag with what is in it, or a text.
struct PageNode {
    open: String,
    children: Vec<PageNode>,
    close: String,
}

impl PageNode {
    fn is_of_sheets(&self) -> bool {
        self.open.starts_with("<nav class=\"sheets\"") || self.open.starts_with("<details class=\"places\"")
    }

    fn is_repeated(&self) -> bool {
        self.is_of_sheets() || self.open.contains(" data-again") || self.open.contains(" data-every-sheet")
    }

    fn write(&self, page: &str, to: &mut String) {
        to.push_str(&self.tag(page).unwrap_or_else(|| self.open.clone()));
        self.children.iter().for_each(|child| child.write(page, to));
        to.push_str(&self.close);
    }

    /// A link to a place on another sheet, as it was before the page was cut.
    fn tag(&self, page: &str) -> Option<String> {
        let first = || self.open.split_once(&format!(" href=\"{page}.html#"));
        let (before, address) = self.open.split_once(&format!(" href=\"{page}_")).or_else(first)?;
        let (_, place) = address.split_once('#').unwrap_or(("", address));
        let before = match before.split_once(" id=\"") {
            Some((begin, id)) if before.contains(" data-moved") => format!("{begin}{}", id.split_once('"')?.1),
            _ => before.to_owned(),
        };
        Some(format!("{before} href=\"#{place}"))
    }
}

/// Elements of this program's pages are all closed.
fn nodes(mut text: &str) -> Vec<PageNode> {
    let mut open: Vec<PageNode> = Vec::new();
    let mut top = Vec::new();
    while !text.is_empty() {
        let end = if text.starts_with('<') { text.find('>').map(|at| at + 1) } else { text.find('<') };
        let (piece, rest) = text.split_at(end.unwrap_or(text.len()));
        text = rest;
        let name = piece.trim_start_matches('<').split([' ', '>', '/']).next().unwrap_or_default();
        let is_empty = ["br", "hr", "img", "input", "col", "wbr", "source"].contains(&name) || piece.ends_with("/>");
        let node = if piece.starts_with("</") {
            PageNode { close: piece.to_owned(), ..open.pop().expect("what is closed was opened") }
        } else {
            PageNode { open: piece.to_owned(), children: Vec::new(), close: String::new() }
        };
        if piece.starts_with('<') && !piece.starts_with("</") && !is_empty {
            open.push(node);
        } else {
            open.last_mut().map_or(&mut top, |parent| &mut parent.children).push(node);
        }
    }
    top
}

fn join(into: &mut Vec<PageNode>, piece: Vec<PageNode>) {
    for node in piece.into_iter().filter(|node| !node.is_repeated()) {
        if node.open.contains(" data-goes-on") {
            let before = into.iter_mut().rev().find(|node| node.open.starts_with('<')).expect("a piece before");
            join(&mut before.children, node.children);
        } else {
            into.push(node);
        }
    }
}
