//! The elements of a page that this program wrote: well formed, every element closed.

use crate::render::html::typography::{literal_length, name_of, tag_length};

#[derive(Debug, Clone)]
pub(super) enum HtmlNode<'h> {
    Text(&'h str),
    Element(Element<'h>),
}

/// An element, as slices of its page.
#[derive(Debug, Clone)]
pub(super) struct Element<'h> {
    pub(super) name: &'h str,
    /// `<li class="x">`
    pub(super) open: &'h str,
    pub(super) children: Vec<HtmlNode<'h>>,
    /// `</li>`; empty where the element can have no content.
    pub(super) close: &'h str,
    /// From its first byte to its last.
    pub(super) whole: &'h str,
}

/// Elements without content.
const VOID: [&str; 7] = ["br", "hr", "img", "input", "col", "wbr", "source"];

impl<'h> HtmlNode<'h> {
    pub(super) fn whole(&self) -> &'h str {
        match self {
            HtmlNode::Text(text) => text,
            HtmlNode::Element(element) => element.whole,
        }
    }
}

impl<'h> Element<'h> {
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element<'h>> {
        self.children.iter().filter_map(|node| match node {
            HtmlNode::Element(element) => Some(element),
            HtmlNode::Text(_) => None,
        })
    }

    /// Returns the value of an attribute, as it is written.
    pub(super) fn attribute(&self, name: &str) -> Option<&'h str> {
        let (_, after) = self.open.split_once(&format!(" {name}=\""))?;
        Some(after.split_once('"')?.0)
    }

    pub(super) fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|all| all.split(' ').any(|one| one == class))
    }

    /// Whether a reader sees nothing of it.
    pub(super) fn is_hidden(&self) -> bool {
        self.name == "template" || self.open.ends_with(" hidden>") || self.has_class("hidden")
    }
}

/// An element whose end has not been read.
struct Begun<'h> {
    name: &'h str,
    open: &'h str,
    at: usize,
    children: Vec<HtmlNode<'h>>,
}

/// Returns the element that the text is; nothing where it is not one, or not well formed.
pub(super) fn element(text: &str) -> Option<Element<'_>> {
    let mut nodes = nodes(text)?.into_iter();
    match (nodes.next(), nodes.next()) {
        (Some(HtmlNode::Element(element)), None) => Some(element),
        _ => None,
    }
}

/// Returns what the text consists of. Elements may be nested to any depth: there is no recursion here.
pub(super) fn nodes(text: &str) -> Option<Vec<HtmlNode<'_>>> {
    let mut open: Vec<Begun> = Vec::new();
    let mut top = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let siblings = open.last_mut().map_or(&mut top, |begun| &mut begun.children);
        let tag = rest.get(..tag_length(rest)).filter(|_| rest.starts_with('<'));
        let Some(tag) = tag else {
            let run = rest.get(..rest.find('<').unwrap_or(rest.len()))?;
            siblings.push(HtmlNode::Text(run));
            at += run.len();
            continue;
        };
        let begin = at;
        at += tag.len();
        if tag.starts_with("</") {
            let ended = end(open.pop()?, tag, text.get(..at)?)?;
            open.last_mut().map_or(&mut top, |begun| &mut begun.children).push(HtmlNode::Element(ended));
        } else if tag.ends_with("/>") || VOID.contains(&name_of(tag)) {
            siblings.push(HtmlNode::Element(empty(tag)));
        } else {
            let literal = text.get(at..)?.get(..literal_length(tag, text.get(at..)?))?;
            let children = if literal.is_empty() { Vec::new() } else { vec![HtmlNode::Text(literal)] };
            open.push(Begun { name: name_of(tag), open: tag, at: begin, children });
            at += literal.len();
        }
    }
    open.is_empty().then_some(top)
}

fn end<'h>(Begun { name, open, at, children }: Begun<'h>, close: &'h str, until: &'h str) -> Option<Element<'h>> {
    (name_of(close) == name).then_some(Element { name, open, children, close, whole: until.get(at..)? })
}

fn empty(tag: &str) -> Element<'_> {
    Element { name: name_of(tag), open: tag, children: Vec::new(), close: "", whole: tag }
}
