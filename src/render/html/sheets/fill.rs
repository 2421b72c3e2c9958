//! Distributes what `main` has over sheets: whole elements as far as they fit, else their children.

use super::links;
use super::measure::{self, Size};
use super::tree::{Element, HtmlNode};
use crate::view::SheetWords;

/// What of `main` one sheet has, from its first tag to its last.
#[derive(Default)]
pub(super) struct SheetContent {
    pub(super) html: String,
    /// Where in it the links to the other sheets belong: below the heading.
    pub(super) head: usize,
}

/// Elements that are cut where that saves space. Others are cut only where they do not fit on a sheet of their own.
const CONTAINERS: [&str; 11] = ["main", "section", "div", "ul", "ol", "dl", "table", "tbody", "form", "article", "nav"];

/// Elements that are never cut: a figure, a control, a script.
const WHOLE: [&str; 6] = ["svg", "script", "select", "textarea", "button", "pre"];

/// An element that is being distributed.
struct CutElement<'h> {
    element: &'h Element<'h>,
    /// Whether a sheet has its beginning.
    begun: bool,
    /// Whether the present sheet has a piece of it.
    here: bool,
    /// What each further piece begins with, before its headings: the head of a table, where the reader is.
    repeated: String,
    /// What a form needs wherever it is filled in, below the title.
    kept: String,
    /// The headings that hold for what comes next, by their names, each below the one before.
    headings: Vec<(&'h str, String)>,
    /// How many items of a numbered list came before.
    items: usize,
}

impl<'h> CutElement<'h> {
    fn new(element: &'h Element<'h>) -> Self {
        CutElement {
            element,
            begun: false,
            here: false,
            repeated: String::new(),
            kept: String::new(),
            headings: Vec::new(),
            items: 0,
        }
    }

    /// Returns the beginning of the piece that comes next, and how much of it is the head of a page.
    fn beginning(&self) -> (String, usize) {
        if !self.begun {
            return (self.element.open.to_owned(), self.element.open.len());
        }
        let html = links::again(self.element.open, self.items) + &self.repeated;
        let (title, below): (Vec<_>, Vec<_>) = self.headings.iter().partition(|(name, _)| *name == "h1");
        let text =
            |headings: Vec<&(&str, String)>| headings.into_iter().map(|(_, html)| html.as_str()).collect::<String>();
        let html = html + &text(title);
        let head = html.len();
        (html + &self.kept + &text(below), head)
    }

    /// Notes of a child what further pieces repeat.
    fn note(&mut self, child: &Element<'h>) {
        self.items += usize::from(child.name == "li");
        match (self.element.name, child.name) {
            ("table", "caption" | "thead" | "colgroup") => self.repeated.push_str(&links::repeated(child.whole)),
            // An empty cell keeps those after it in their columns.
            ("tr", _) => self.repeated.push_str(&links::repeated(&[child.open, child.close].concat())),
            ("main", _) if child.open.contains(" data-every-sheet") => self.kept.push_str(child.whole),
            ("main", _) if is_place_of_page(child) => self.repeated.push_str(&links::repeated(child.whole)),
            _ => {}
        }
    }

    /// Below this heading comes what further pieces have.
    fn head(&mut self, heading: &Element<'h>, words: &SheetWords) {
        self.headings.retain(|(name, _)| *name < heading.name);
        self.headings.push((heading.name, links::continued(heading, words)));
    }
}

pub(super) struct Filler<'h> {
    room: Size,
    words: &'h SheetWords,
    opened: Vec<CutElement<'h>>,
    content: SheetContent,
    used: Size,
    contents: Vec<SheetContent>,
}

impl<'h> Filler<'h> {
    /// Returns the contents of the sheets.
    pub(super) fn fill(main: &'h Element<'h>, room: Size, words: &'h SheetWords) -> Vec<SheetContent> {
        let mut filler = Filler {
            room,
            words,
            opened: Vec::new(),
            content: SheetContent::default(),
            used: Size::default(),
            contents: Vec::new(),
        };
        filler.children(main);
        if !filler.content.html.is_empty() {
            filler.contents.push(filler.content);
        }
        filler.contents
    }

    fn children(&mut self, element: &'h Element<'h>) {
        self.opened.push(CutElement::new(element));
        for child in &element.children {
            self.put(child);
            self.note(child);
        }
        let here = self.opened.pop().is_some_and(|opened| opened.here);
        if here {
            self.content.html.push_str(element.close);
        }
    }

    fn put(&mut self, node: &'h HtmlNode<'h>) {
        let size = measure::node(node);
        let free = self.room.without(self.used);
        if size.fits(free) && !self.would_be_alone(node) || self.clings(node, size) {
            return self.append(node.whole(), size);
        }
        let alone = size.fits(self.room.percent(90));
        match node {
            HtmlNode::Element(element) if is_cut(element, alone) && (!alone || self.is_half_empty()) => {
                self.children(element)
            }
            HtmlNode::Text(text) if !alone => self.text(text),
            _ => self.put_on_next(node, size),
        }
    }

    fn put_on_next(&mut self, node: &'h HtmlNode<'h>, size: Size) {
        self.turn();
        self.append(node.whole(), size);
    }

    /// A paragraph beyond measure, cut between words.
    fn text(&mut self, text: &'h str) {
        let (mut piece, mut rest) = ("", text);
        while !rest.is_empty() {
            let end = rest.char_indices().skip(2000).find(|(_, letter)| letter.is_whitespace());
            (piece, rest) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
            let size = measure::node(&HtmlNode::Text(piece));
            if !size.fits(self.room.without(self.used)) {
                self.turn();
            }
            self.append(piece, size);
        }
        debug_assert!(text.ends_with(piece));
    }

    /// A heading does not stay behind alone.
    fn would_be_alone(&self, node: &HtmlNode) -> bool {
        let few = self.room.without(self.used).pixels < self.room.pixels / 12;
        few && matches!(node, HtmlNode::Element(element) if is_heading(element) || heading_of(element).is_some())
    }

    /// The rest of a row or of an entry stays with its beginning.
    fn clings(&self, node: &HtmlNode, size: Size) -> bool {
        let HtmlNode::Element(element) = node else { return node.whole().trim().is_empty() };
        let is_rest = element.name == "dd" || element.name == "tr" && element.has_class("more");
        is_rest && size.fits(self.room.percent(10))
    }

    fn is_half_empty(&self) -> bool {
        self.used.fits(self.room.percent(50))
    }

    fn append(&mut self, html: &str, size: Size) {
        self.open();
        self.content.html.push_str(html);
        self.used = self.used.and(size);
    }

    /// Opens on this sheet what is not open yet.
    fn open(&mut self) {
        for opened in self.opened.iter_mut().filter(|opened| !opened.here) {
            let (html, head) = opened.beginning();
            if opened.element.name == "main" {
                self.content.head = self.content.html.len() + head;
            }
            (opened.begun, opened.here) = (true, true);
            self.used = self.used.and(Size { bytes: html.len(), pixels: 60 * opened.headings.len() });
            self.content.html.push_str(&html);
        }
    }

    /// Ends this sheet, if anything is on it.
    fn turn(&mut self) {
        if self.content.html.is_empty() {
            return;
        }
        for opened in self.opened.iter_mut().rev().filter(|opened| opened.here) {
            self.content.html.push_str(opened.element.close);
            opened.here = false;
        }
        self.contents.push(std::mem::take(&mut self.content));
        self.used = Size::default();
    }

    fn note(&mut self, child: &'h HtmlNode<'h>) {
        let (HtmlNode::Element(child), Some(opened)) = (child, self.opened.last_mut()) else { return };
        opened.note(child);
        // Every sheet has the title of its page, wherever that is.
        let heading = heading_of(child).or_else(|| title_within(child).filter(|_| self.opened.len() == 1));
        let is_title = heading.is_some_and(|heading| heading.name == "h1");
        let of = if is_title { self.opened.first_mut() } else { self.opened.last_mut() };
        heading.into_iter().zip(of).for_each(|(heading, of)| of.head(heading, self.words));
        if self.opened.len() == 1 && (is_title || is_place_of_page(child)) && self.contents.is_empty() {
            self.content.head = self.content.html.len();
        }
    }
}

fn is_cut(element: &Element, alone: bool) -> bool {
    let is_container = CONTAINERS.contains(&element.name) && !element.is_hidden();
    (is_container || !alone) && !WHOLE.contains(&element.name) && !element.children.is_empty()
}

fn is_heading(element: &Element) -> bool {
    matches!(element.name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt")
}

fn heading_of<'e, 'h>(element: &'e Element<'h>) -> Option<&'e Element<'h>> {
    let is_title = |element: &&Element| is_heading(element) && element.name != "dt" && !element.is_hidden();
    let has_title = element.name == "header" || element.has_class("capacity");
    let within = || element.elements().find(is_title).filter(|_| has_title);
    Some(element).filter(is_title).or_else(within)
}

/// The title of a page that is about one thing stands within it.
fn title_within<'e, 'h>(element: &'e Element<'h>) -> Option<&'e Element<'h>> {
    element.elements().find_map(|child| if child.name == "h1" { Some(child) } else { title_within(child) })
}

/// The way to the page, and what stands over its title.
fn is_place_of_page(element: &Element) -> bool {
    element.name == "nav" && element.has_class("trail") || element.has_class("over")
}
