//! A web page as a tree in one list of nodes. A page can make far more nodes than it has signs; beyond a limit no more are
//! made, and the page is refused.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};

use crate::originals::refusal::{FileExcess, ReadRefusal};

/// The most nodes of a page.
const NODES: usize = 1_000_000;
/// The most elements within one another. The parser looks through all that are open at each tag.
const DEPTH: usize = 1_000;
/// Signs that the parser is given at once; whether there are too many nodes is looked at between.
const PIECE: usize = 4096;

/// A node of a page, by its number.
pub type NodeId = usize;

/// The document itself.
pub const ROOT: NodeId = 0;
/// Takes what is beyond the limit.
const OVERFLOW: NodeId = 1;

/// What a node is.
#[derive(Debug)]
pub enum PageNode {
    Document,
    Element {
        name: String,
        attributes: Vec<(String, String)>,
    },
    Text(String),
    /// Comments, declarations, and what is beyond the limit.
    Other,
}

#[derive(Debug)]
struct LinkedNode {
    node: PageNode,
    name: Option<Rc<QualName>>,
    parent: Option<NodeId>,
    children: Vec<NodeId>,
    /// How many elements it was put within.
    depth: usize,
}

/// A web page.
#[derive(Debug)]
pub struct Dom {
    nodes: Vec<LinkedNode>,
}

/// A step of a walk through a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DomStep {
    Enter(NodeId),
    Leave(NodeId),
}

/// Reads a page.
///
/// # Errors
/// It has too many nodes, or they lie too deep within one another.
pub fn parse(page: &str) -> Result<Dom, ReadRefusal> {
    let builder = DomBuilder::default();
    let overflow = Rc::clone(&builder.overflow);
    let mut parser = parse_document(builder, ParseOpts::default());
    let mut rest = page;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        parser.process(StrTendril::from(piece));
        if let Some(excess) = overflow.get() {
            return Err(ReadRefusal::TooMuch(excess));
        }
        rest = after;
    }
    let dom = parser.finish();
    match overflow.get() {
        Some(excess) => Err(ReadRefusal::TooMuch(excess)),
        None => Ok(dom),
    }
}

impl Dom {
    /// Returns what a node is.
    pub fn node(&self, id: NodeId) -> &PageNode {
        self.nodes.get(id).map_or(&PageNode::Other, |linked| &linked.node)
    }

    /// Returns the name of an element; nothing for other nodes.
    pub fn name(&self, id: NodeId) -> &str {
        match self.node(id) {
            PageNode::Element { name, attributes: _ } => name,
            PageNode::Document | PageNode::Text(_) | PageNode::Other => "",
        }
    }

    /// Returns the value of an attribute.
    pub fn attribute(&self, id: NodeId, key: &str) -> Option<&str> {
        match self.node(id) {
            PageNode::Element { name: _, attributes } => {
                attributes.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
            }
            PageNode::Document | PageNode::Text(_) | PageNode::Other => None,
        }
    }

    /// Returns every text that is in the page.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.walk(ROOT).filter_map(|step| match step {
            DomStep::Enter(id) => match self.node(id) {
                PageNode::Text(text) => Some(text.as_str()),
                PageNode::Document | PageNode::Element { .. } | PageNode::Other => None,
            },
            DomStep::Leave(_) => None,
        })
    }

    /// Returns a node and all below it, each as it is entered and left, in the order of the page.
    pub fn walk(&self, from: NodeId) -> impl Iterator<Item = DomStep> {
        let mut stack = vec![DomStep::Enter(from)];
        std::iter::from_fn(move || {
            let step = stack.pop()?;
            if let DomStep::Enter(id) = step {
                stack.push(DomStep::Leave(id));
                let children = self.nodes.get(id).map(|linked| linked.children.as_slice()).unwrap_or_default();
                stack.extend(children.iter().rev().map(|child| DomStep::Enter(*child)));
            }
            Some(step)
        })
    }
}

/// Makes the tree as the parser says.
struct DomBuilder {
    nodes: RefCell<Vec<LinkedNode>>,
    overflow: Rc<Cell<Option<FileExcess>>>,
}

impl Default for DomBuilder {
    fn default() -> Self {
        let node = |node| LinkedNode { node, name: None, parent: None, children: Vec::new(), depth: 0 };
        let nodes = vec![node(PageNode::Document), node(PageNode::Other)];
        DomBuilder { nodes: RefCell::new(nodes), overflow: Rc::default() }
    }
}

impl DomBuilder {
    fn add(&self, node: PageNode, name: Option<QualName>) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        if nodes.len() >= NODES {
            self.overflow.set(Some(FileExcess::Elements));
            return OVERFLOW;
        }
        nodes.push(LinkedNode { node, name: name.map(Rc::new), parent: None, children: Vec::new(), depth: 0 });
        nodes.len() - 1
    }

    /// Puts a node among the children of another: before one of them, or as the last.
    fn link(&self, parent: NodeId, child: NodeOrText<NodeId>, before: Option<NodeId>) {
        let at = |nodes: &Vec<LinkedNode>| {
            let children = nodes.get(parent).map(|linked| linked.children.as_slice()).unwrap_or_default();
            let found = before.and_then(|before| children.iter().rposition(|child| *child == before));
            (
                found.unwrap_or(children.len()),
                found.unwrap_or(children.len()).checked_sub(1).and_then(|at| children.get(at)).copied(),
            )
        };
        let (place, neighbour) = at(&self.nodes.borrow());
        let child = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                if neighbour.is_some_and(|neighbour| self.extend(neighbour, &text)) {
                    return;
                }
                self.add(PageNode::Text(text.to_string()), None)
            }
        };
        self.remove_from_parent(&child);
        let mut nodes = self.nodes.borrow_mut();
        if child == OVERFLOW || parent == OVERFLOW {
            return;
        }
        let depth = nodes.get(parent).map_or(0, |linked| linked.depth + 1);
        if depth > DEPTH {
            self.overflow.set(Some(FileExcess::Depth));
        }
        if let Some(linked) = nodes.get_mut(child) {
            (linked.parent, linked.depth) = (Some(parent), depth);
        }
        if let Some(linked) = nodes.get_mut(parent) {
            linked.children.insert(place.min(linked.children.len()), child);
        }
    }

    /// Adds to a text; whether the node is one.
    fn extend(&self, node: NodeId, more: &str) -> bool {
        match self.nodes.borrow_mut().get_mut(node).map(|linked| &mut linked.node) {
            Some(PageNode::Text(text)) => {
                text.push_str(more);
                true
            }
            _ => false,
        }
    }

    fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.nodes.borrow().get(node)?.parent
    }
}

impl TreeSink for DomBuilder {
    type Handle = NodeId;
    type Output = Dom;
    type ElemName<'a> = ParserName;

    fn finish(self) -> Dom {
        Dom { nodes: self.nodes.into_inner() }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> ParserName {
        let nodes = self.nodes.borrow();
        ParserName(nodes.get(*target).and_then(|linked| linked.name.clone()).unwrap_or_else(|| Rc::new(nameless())))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> NodeId {
        let attributes = attributes.iter().map(|it| (it.name.local.to_string(), it.value.to_string())).collect();
        self.add(PageNode::Element { name: name.local.to_string(), attributes }, Some(name))
    }

    fn create_comment(&self, _: StrTendril) -> NodeId {
        self.add(PageNode::Other, None)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        self.add(PageNode::Other, None)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.link(*parent, child, None);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        match self.parent(*element) {
            Some(_) => self.append_before_sibling(element, child),
            None => self.append(previous, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        *target
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        if let Some(parent) = self.parent(*sibling) {
            self.link(parent, child, Some(*sibling));
        }
    }

    fn add_attrs_if_missing(&self, _: &NodeId, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &NodeId) {
        let Some(parent) = self.parent(*target) else { return };
        let mut nodes = self.nodes.borrow_mut();
        if let Some(linked) = nodes.get_mut(parent) {
            // Mostly the last.
            if let Some(at) = linked.children.iter().rposition(|child| child == target) {
                linked.children.remove(at);
            }
        }
        if let Some(linked) = nodes.get_mut(*target) {
            linked.parent = None;
        }
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut nodes = self.nodes.borrow_mut();
        let children = nodes.get_mut(*node).map(|linked| std::mem::take(&mut linked.children)).unwrap_or_default();
        for child in &children {
            if let Some(linked) = nodes.get_mut(*child) {
                linked.parent = Some(*new_parent);
            }
        }
        if let Some(linked) = nodes.get_mut(*new_parent) {
            linked.children.extend(children);
        }
    }
}

/// The name of an element as the parser wants it.
#[derive(Debug)]
pub struct ParserName(Rc<QualName>);

impl html5ever::interface::ElemName for ParserName {
    fn ns(&self) -> &html5ever::Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &html5ever::LocalName {
        &self.0.local
    }
}

fn nameless() -> QualName {
    QualName::new(None, html5ever::Namespace::from(""), html5ever::LocalName::from(""))
}
