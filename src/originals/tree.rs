//! The tree of provisions of an original: its phần, chương, mục, điều, khoản and điểm, with what is attached to it.
//!
//! [`ProvisionTree::read`] goes once over the paragraphs, in time and memory proportional to them. From below: `mark` and
//! `heading` read the beginning of a line, `quoted` finds the text that an amending law quotes, `title` says whether words
//! name a unit or belong to it, and `growing` puts the units into each other. Where the numbering does not add up the text
//! is read as it is written, and a [`TreeFault`] says so.

mod fault;
mod growing;
mod heading;
mod mark;
mod quoted;
mod title;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use super::text::OriginalText;
use crate::model::provision::{Locator, Unit, UnitKind};

pub use fault::{TreeFault, TreeFaultKind};

/// The provisions of one original, in the order of its text.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct ProvisionTree {
    pieces: Vec<TextPiece>,
    nodes: Vec<TreeNode>,
    faults: Vec<TreeFault>,
    /// The nodes at each place, by [`place_name`].
    places: BTreeMap<String, Vec<usize>>,
}

/// One paragraph, or the part of one in which a further unit begins: `1. Cơ quan: a) …` has two.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextPiece {
    /// The line of the text file, from 0.
    pub line: usize,
    pub sort: PieceSort,
    /// The words of the law with their numbering; the cells of a row with a space between them.
    pub text: String,
    /// The cells of a row; none for other pieces.
    pub cells: Vec<String>,
    /// The bytes of `text` that are the numbering.
    pub label: usize,
    /// The node that it belongs to.
    pub node: usize,
}

/// How a piece is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PieceSort {
    Paragraph,
    /// A row of a table.
    Row,
    /// A paragraph of a footnote.
    Note,
}

/// A unit, or a stretch of text that is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TreeNode {
    pub role: NodeRole,
    /// The unit as its parent numbers it.
    pub unit: Option<Unit>,
    /// The pieces of the unit, those of the units in it included.
    pub pieces: Range<usize>,
    /// The pieces that are its heading: the label and the title. Empty for khoản, điểm and what is below.
    pub heading: Range<usize>,
    /// The title, without the label; empty where it has none.
    pub title: String,
    pub parent: Option<usize>,
    /// The place of the unit; `None` where it cannot be cited.
    pub locator: Option<Locator>,
}

/// The part that a node plays in its instrument.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NodeRole {
    /// Before the first unit: the names, the grounds (căn cứ).
    Head,
    Unit,
    /// An item whose sign no citation names: `(1)`, `ii)`, `+`, `f)`.
    Minor,
    /// A row of a table that no number makes a unit.
    Row,
    /// The text that another law is to have: `“2. …”`.
    Quoted,
    /// A footnote.
    Note,
    /// After the last article: the recipients, the signature.
    Closing,
}

/// The units at a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FoundAt {
    Nothing,
    One(usize),
    /// The numbering repeats, so that the place names several units.
    Several(usize),
}

impl ProvisionTree {
    /// Reads the units of a text.
    pub fn read(text: &OriginalText) -> Self {
        growing::grow(text)
    }

    /// Returns the pieces in order; every line of the text is in them.
    pub fn pieces(&self) -> &[TextPiece] {
        &self.pieces
    }

    /// Returns the nodes in order, a unit before those in it.
    pub fn nodes(&self) -> &[TreeNode] {
        &self.nodes
    }

    /// Returns where the numbering does not add up, in order.
    pub fn faults(&self) -> &[TreeFault] {
        &self.faults
    }

    /// Finds the unit at a place. In an annex `mục 1`, `khoản 1` and `điểm 1` name the same item, since texts number annexes
    /// in many ways and cite them in others, and units may be left out above one that has no like.
    pub fn find(&self, at: &Locator) -> FoundAt {
        let found = self.places.get(&place_name(at)).map(Vec::as_slice);
        match found.unwrap_or_default() {
            [one] => FoundAt::One(*one),
            [first, ..] => FoundAt::Several(*first),
            [] => self.find_in_annex(at),
        }
    }

    fn find_in_annex(&self, at: &Locator) -> FoundAt {
        let names: Vec<String> = at.units().iter().map(|unit| unit_name(unit, true)).collect();
        let is_it = |found: &Locator| is_item_of_annex(found) && leaves_out(found, &names);
        let mut found = self.nodes.iter().enumerate().filter(|(_, node)| node.locator.as_ref().is_some_and(is_it));
        match (is_item_of_annex(at).then(|| found.next()).flatten(), found.next()) {
            (None, _) => FoundAt::Nothing,
            (Some((one, _)), None) => FoundAt::One(one),
            (Some((first, _)), Some(_)) => FoundAt::Several(first),
        }
    }

    /// Returns the paragraphs of a node, those of the units in it included, footnotes left out.
    pub fn lines(&self, node: &TreeNode) -> impl Iterator<Item = &TextPiece> {
        self.pieces.get(node.pieces.clone()).unwrap_or_default().iter().filter(|piece| piece.sort != PieceSort::Note)
    }

    /// Returns the text of a node, a paragraph a line.
    pub fn text(&self, node: &TreeNode) -> String {
        self.lines(node).map(|piece| piece.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// Returns the units of a kind, in order.
    pub fn units(&self, kind: UnitKind) -> impl Iterator<Item = &TreeNode> {
        self.nodes.iter().filter(move |node| node.unit.as_ref().is_some_and(|unit| unit.kind() == kind))
    }
}

/// The length of the numbering that a line begins with, its sign included.
pub fn label_length(line: &str) -> usize {
    mark::opening(line).label_end
}

/// The name by which a place is found.
fn place_name(at: &Locator) -> String {
    let in_annex = is_item_of_annex(at);
    at.units().iter().map(|unit| unit_name(unit, in_annex)).collect::<Vec<_>>().join(".")
}

/// Whether a place is in an annex and in no article there.
fn is_item_of_annex(at: &Locator) -> bool {
    at.units().iter().any(|unit| unit.kind().is_annex()) && at.unit(UnitKind::Article).is_none()
}

/// The slug of a unit, of items of an annex without their kind.
fn unit_name(unit: &Unit, in_annex: bool) -> String {
    use UnitKind::{Clause, Item, Part, Point, Section, Subpoint};
    let slug = unit.slug();
    let is_item = in_annex && matches!(unit.kind(), Part | Section | Item | Clause | Point | Subpoint);
    match slug.strip_prefix(unit.kind().slug()).filter(|_| is_item) {
        Some(label) => label.to_owned(),
        None => slug,
    }
}

/// Whether `names` are those of `found`, some left out above the last.
fn leaves_out(found: &Locator, names: &[String]) -> bool {
    let mut rest = names.iter().peekable();
    let mut last = false;
    for unit in found.units() {
        last = rest.next_if_eq(&&unit_name(unit, true)).is_some();
    }
    last && rest.peek().is_none()
}
