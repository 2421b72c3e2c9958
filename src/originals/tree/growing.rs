//! Puts the units of a text into each other, line by line.
//!
//! The units that are open at a line are a stack, each deeper than the one below it; a new one closes those that are not
//! less deep. A depth says how signs nest as they are printed, which is finer than [`UnitKind::level`]: `1.1.` lies in
//! `1.` although both are mục of an annex.

mod headings;
mod numbers;
mod order;
mod tables;

use std::collections::{BTreeMap, BTreeSet};

use super::fault::{TreeFault, TreeFaultKind};
use super::heading::{self, UnitHeading};
use super::mark::{self, Numbering};
use super::quoted::{QuotedLine, quoted_lines};
use super::title::{is_closing, is_rule};
use super::{NodeRole, PieceSort, ProvisionTree, TextPiece, TreeNode, place_name};
use crate::model::provision::{Label, Locator, Unit, UnitKind};
use crate::originals::text::{OriginalLine, OriginalText};
use order::{fault_of, follows, listed_annexes, repeated_numbers};

/// Reads the units of a text.
pub(super) fn grow(text: &OriginalText) -> ProvisionTree {
    let lines = &text.lines;
    let quoted = quoted_lines(lines);
    let mut growing = Growing::new(lines, &quoted);
    for (at, (line, quoted)) in lines.iter().zip(&quoted).enumerate() {
        growing.line = at;
        growing.following = lines.get(at + 1..).unwrap_or_default();
        growing.take(line, *quoted);
    }
    growing.finish()
}

/// How deep the signs are; headings have the level of their kind.
mod depth {
    pub(super) const ATTACHED: u8 = 3;
    pub(super) const PART: u8 = 4;
    pub(super) const CAPITAL: u8 = 5;
    pub(super) const ROMAN: u8 = 6;
    pub(super) const CAPITAL_IN_ROMAN: u8 = 7;
    pub(super) const NUMBER: u8 = 9;
    pub(super) const LETTER: u8 = 20;
    pub(super) const BELOW: u8 = 21;
    pub(super) const DASH: u8 = 22;
    pub(super) const MINOR: u8 = 23;
    pub(super) const PARAGRAPH: u8 = 24;
}

/// A unit that further lines may belong to.
#[derive(Default)]
struct OpenUnit {
    /// None for the instrument itself.
    node: Option<usize>,
    depth: u8,
    /// The last unit of each kind in it.
    last: BTreeMap<UnitKind, Label>,
    paragraphs: u16,
    dashes: u16,
    /// The last of the numbers that a list within it gives its items.
    within: u16,
    /// Whether capital letters number what is above Roman numbers in it.
    capitals_above: Option<bool>,
}

struct Growing<'t> {
    line: usize,
    following: &'t [OriginalLine],
    pieces: Vec<TextPiece>,
    nodes: Vec<TreeNode>,
    faults: Vec<TreeFault>,
    /// The instrument first; never empty.
    open: Vec<OpenUnit>,
    /// Whether the text has articles: a circular of old times has none.
    has_articles: bool,
    /// The lines whose number comes again in the same article.
    comes_again: BTreeSet<usize>,
    /// The lines that name an annex in a list of annexes.
    listed: BTreeSet<usize>,
    /// Whether a unit has begun.
    has_begun: bool,
    /// Whether the last heading may go on in the next line.
    awaits_title: bool,
}

/// Words at their place in a line.
#[derive(Clone, Copy)]
struct LineWords<'t> {
    text: &'t str,
    sort: PieceSort,
    cells: &'t [&'t str],
}

impl<'t> LineWords<'t> {
    fn new(text: &'t str, sort: PieceSort) -> Self {
        LineWords { text, sort, cells: &[] }
    }
}

impl<'t> Growing<'t> {
    fn new(lines: &'t [OriginalLine], quoted: &[QuotedLine]) -> Self {
        Growing {
            line: 0,
            following: &[],
            pieces: Vec::new(),
            nodes: Vec::new(),
            faults: Vec::new(),
            open: vec![OpenUnit::default()],
            has_articles: lines.iter().zip(quoted).any(|(line, quoted)| is_article(line, *quoted)),
            comes_again: repeated_numbers(lines, quoted),
            listed: listed_annexes(lines, quoted),
            has_begun: false,
            awaits_title: false,
        }
    }

    fn take(&mut self, line: &OriginalLine, quoted: QuotedLine) {
        let paragraph = |text| LineWords::new(text, PieceSort::Paragraph);
        match line {
            OriginalLine::Note { words, .. } => self.note(&words.text),
            OriginalLine::Row(cells) => {
                let cells: Vec<&str> = cells.iter().map(|cell| cell.text.trim()).collect();
                self.row(&cells);
            }
            OriginalLine::Paragraph(words) if quoted == QuotedLine::Outside => self.paragraph(paragraph(&words.text)),
            OriginalLine::Paragraph(words) => self.quoted(paragraph(&words.text), quoted),
        }
    }

    fn paragraph(&mut self, words: LineWords<'_>) {
        let text = words.text;
        let is_heading = |heading: &UnitHeading| !self.listed.contains(&self.line) && self.is_heading(heading);
        if let Some(heading) = heading::labelled(text).filter(is_heading) {
            return self.heading(words, heading);
        }
        if self.goes_on_title(text) {
            return self.title(words);
        }
        self.awaits_title = false;
        if let Some(unit) = heading::unlabelled(text).filter(|unit| self.is_attached(unit)) {
            return self.heading(words, UnitHeading { unit, label_end: 0, is_loose: false });
        }
        if self.closes(text) {
            self.open_node(NodeRole::Closing, None, depth::ATTACHED);
        } else if self.is_before_units(text) {
            self.open_head();
        }
        match self.role() {
            Some(NodeRole::Head) if self.is_before_units(text) => self.add(words, 0),
            Some(NodeRole::Closing) => self.add(words, 0),
            _ if is_rule(text) => self.add(words, 0),
            _ => self.numbered(words),
        }
    }

    /// The role of the innermost open node.
    fn role(&self) -> Option<NodeRole> {
        let node = self.open.last()?.node?;
        self.nodes.get(node).map(|node| node.role)
    }

    /// Whether an open unit is of such a kind.
    fn is_in(&self, kind: impl Fn(UnitKind) -> bool) -> bool {
        self.open_kinds().any(kind)
    }

    fn open_kinds(&self) -> impl Iterator<Item = UnitKind> {
        let nodes = self.open.iter().filter_map(|open| self.nodes.get(open.node?));
        nodes.filter_map(|node| node.unit.as_ref()).map(Unit::kind)
    }

    fn is_in_article(&self) -> bool {
        self.is_in(|kind| kind == UnitKind::Article)
    }

    /// The innermost of the open units that number articles: the instrument, or something attached to it.
    fn numbering_articles(&self) -> usize {
        let attached = |open: &OpenUnit| open.node.is_none() || open.depth <= depth::ATTACHED && self.is_unit(open);
        self.open.iter().rposition(attached).unwrap_or(0)
    }

    fn is_unit(&self, open: &OpenUnit) -> bool {
        open.node.and_then(|node| self.nodes.get(node)).is_some_and(|node| node.role == NodeRole::Unit)
    }

    fn last_article(&self) -> Option<&Label> {
        self.open.get(self.numbering_articles())?.last.get(&UnitKind::Article)
    }

    fn closes(&self, line: &str) -> bool {
        let in_body = !self.is_in(UnitKind::is_annex) && self.role() != Some(NodeRole::Closing);
        in_body && self.has_begun && is_closing(line)
    }

    /// Whether the line is before the first unit.
    fn is_before_units(&self, line: &str) -> bool {
        let numbered =
            || matches!(mark::opening(line).mark, Numbering::Number(_) | Numbering::Roman(_) | Numbering::Capital(_));
        !self.has_begun && (self.has_articles || !numbered())
    }

    fn open_head(&mut self) {
        if self.role() != Some(NodeRole::Head) {
            self.open_node(NodeRole::Head, None, depth::PARAGRAPH);
        }
    }

    fn note(&mut self, words: &str) {
        let note = LineWords::new(words, PieceSort::Note);
        self.leaf(NodeRole::Note, None, note, 0);
    }

    fn quoted(&mut self, words: LineWords<'_>, line: QuotedLine) {
        let goes_on = line == QuotedLine::Inside && self.role() == Some(NodeRole::Quoted);
        if !goes_on {
            self.close(depth::PARAGRAPH);
            self.open_node(NodeRole::Quoted, None, depth::PARAGRAPH);
        }
        if line == QuotedLine::Unended {
            self.fault(TreeFaultKind::OpenQuote);
        }
        self.awaits_title = false;
        self.add(words, 0);
    }

    fn add(&mut self, words: LineWords<'_>, label: usize) {
        let node = match self.open.last().and_then(|open| open.node) {
            Some(node) => node,
            None => self.open_node(NodeRole::Head, None, depth::PARAGRAPH),
        };
        let LineWords { text, sort, cells } = words;
        let cells = cells.iter().map(|cell| (*cell).to_owned()).collect();
        self.pieces.push(TextPiece { line: self.line, sort, text: text.to_owned(), cells, label, node });
    }

    /// Adds a node of one piece that nothing lies in.
    fn leaf(&mut self, role: NodeRole, unit: Option<Unit>, words: LineWords<'_>, label: usize) {
        self.close(depth::PARAGRAPH);
        self.open_node(role, unit, depth::PARAGRAPH);
        self.add(words, label);
        self.close(depth::PARAGRAPH);
    }

    fn open_node(&mut self, role: NodeRole, unit: Option<Unit>, depth: u8) -> usize {
        self.close(depth);
        let (node, start) = (self.nodes.len(), self.pieces.len());
        let parent = self.open.last().and_then(|open| open.node);
        let (pieces, heading, title) = (start..start, start..start, String::new());
        self.nodes.push(TreeNode { role, unit, pieces, heading, title, parent, locator: None });
        self.has_begun |= role == NodeRole::Unit;
        self.open.push(OpenUnit { node: Some(node), depth, ..OpenUnit::default() });
        node
    }

    /// Closes the open units of this depth and of greater ones.
    fn close(&mut self, depth: u8) {
        let end = self.pieces.len();
        while let Some(open) = self.open.pop_if(|open| open.node.is_some() && open.depth >= depth) {
            if let Some(node) = open.node.and_then(|node| self.nodes.get_mut(node)) {
                node.pieces.end = end;
            }
        }
    }

    fn fault(&mut self, kind: TreeFaultKind) {
        self.faults.push(TreeFault { kind, piece: self.pieces.len() });
    }

    /// Compares the label of a unit with that of the one before it, and keeps it as the last one.
    fn check(&mut self, unit: &Unit) {
        let kind = unit.kind();
        let top = self.numbering_articles();
        let around = if kind == UnitKind::Article { top } else { self.open.len() - 1 };
        // Chapters may be numbered through the parts, and parts of one text through what is attached.
        let through = self.open.get(top).and_then(|open| open.last.get(&kind)).filter(|_| kind.is_grouping());
        let Some(open) = self.open.get(around) else { return };
        let (last, label) = (open.last.get(&kind), unit.label());
        let fits = follows(last, label) || last.is_none() && through.is_some() && follows(through, label);
        if !fits && !self.is_in(|kind| kind == UnitKind::Form) {
            self.fault(fault_of(last, unit));
        }
        for index in [around, top] {
            if let Some(open) = self.open.get_mut(index) {
                open.last.insert(kind, label.clone());
            }
        }
    }

    fn finish(mut self) -> ProvisionTree {
        self.close(0);
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for at in 0..self.nodes.len() {
            let locator = locator(&self.nodes, at);
            if let Some(locator) = &locator {
                places.entry(place_name(locator)).or_default().push(at);
            }
            if let Some(node) = self.nodes.get_mut(at) {
                node.locator = locator;
            }
        }
        ProvisionTree { pieces: self.pieces, nodes: self.nodes, faults: self.faults, places }
    }
}

/// The number of one more.
fn counted(count: &mut u16) -> u16 {
    *count = count.saturating_add(1);
    *count
}

fn paragraph_of(line: &OriginalLine) -> &str {
    match line {
        OriginalLine::Paragraph(words) => &words.text,
        OriginalLine::Row(_) | OriginalLine::Note { .. } => "",
    }
}

fn is_article(line: &OriginalLine, quoted: QuotedLine) -> bool {
    let heading = heading::labelled(paragraph_of(line)).filter(|_| quoted == QuotedLine::Outside);
    heading.is_some_and(|heading| heading.unit.kind() == UnitKind::Article && !heading.is_loose)
}

/// The place of a node: the units around it, without those that only group articles and those of its own level.
fn locator(nodes: &[TreeNode], at: usize) -> Option<Locator> {
    let node = nodes.get(at)?;
    let mut units = vec![node.unit.clone()?];
    let mut parent = node.parent;
    while let Some(above) = parent.and_then(|at| nodes.get(at)) {
        parent = above.parent;
        let unit = above.unit.clone().filter(|unit| is_named(unit.kind(), &units));
        units.extend(unit);
    }
    units.reverse();
    Locator::new(units).ok()
}

/// Whether a unit above `units`, the smallest first, is named in a place.
fn is_named(kind: UnitKind, units: &[Unit]) -> bool {
    let in_article = units.iter().any(|unit| unit.kind() == UnitKind::Article);
    let smaller = units.last().is_some_and(|unit| kind.level() < unit.kind().level());
    smaller && !(in_article && kind.is_grouping())
}
