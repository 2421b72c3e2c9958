//! Faults of the numbering of a text.

use super::{ProvisionTree, TreeNode};
use crate::model::provision::{Label, Unit, UnitKind};

/// A place where the numbering does not add up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TreeFault {
    pub kind: TreeFaultKind,
    /// The piece of the tree that it is in.
    pub piece: usize,
}

/// A way in which numbering does not add up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TreeFaultKind {
    /// `found` comes where `expected` should: a number is missing.
    Gap { expected: Unit, found: Unit },
    /// The unit comes after one that does not precede it: a number is repeated or goes back.
    Repeated { unit: Unit },
    /// A list numbers its items from 1 again within a khoản or điểm; none of them can be cited.
    NumbersWithin { unit: Option<Unit> },
    /// `f)`, `j)`, `w)` or `z)`: the letters of a machine, not of the law.
    ForeignLetter { label: String },
    /// `aa)`, `bb)`: a machine goes on so after `z)`; the law has no such letters.
    DoubledLetter { label: String },
    /// A quoted text of another law that no sign ends.
    OpenQuote,
}

/// A gap of as many numbers is none: `21.` after `2.` numbers in another way, as lists of codes do.
const OTHER_NUMBERING: u16 = 10;

impl ProvisionTree {
    /// Returns the faults in the numbering of the law itself: of its articles and what is in them. Annexes and tables number
    /// anew as they like, so that what does not add up there is mostly no fault, and nor is a list that counts anew within a
    /// khoản.
    pub fn numbering_faults(&self) -> impl Iterator<Item = &TreeFault> {
        self.faults().iter().filter(|fault| self.is_of_the_law(fault))
    }

    fn is_of_the_law(&self, fault: &TreeFault) -> bool {
        match &fault.kind {
            TreeFaultKind::Gap { expected, found } => self.numbers_law(found, fault) && !is_far(expected, found),
            TreeFaultKind::Repeated { unit } => self.numbers_law(unit, fault) && !self.begins_anew(unit, fault),
            TreeFaultKind::ForeignLetter { .. } | TreeFaultKind::DoubledLetter { .. } => self.is_in_law(fault),
            TreeFaultKind::OpenQuote => true,
            TreeFaultKind::NumbersWithin { .. } => false,
        }
    }

    fn numbers_law(&self, unit: &Unit, fault: &TreeFault) -> bool {
        matches!(unit.kind(), UnitKind::Article | UnitKind::Clause | UnitKind::Point) && self.is_in_law(fault)
    }

    /// Whether a fault is in an article, or in no annex.
    fn is_in_law(&self, fault: &TreeFault) -> bool {
        let node = self.pieces().get(fault.piece).and_then(|piece| self.nodes().get(piece.node));
        let around = std::iter::successors(node, |node| self.nodes().get(node.parent?));
        let mut kinds = around.filter_map(|node| node.unit.as_ref()).map(Unit::kind);
        kinds.find(|kind| *kind == UnitKind::Article || kind.is_annex()).is_none_or(|kind| kind == UnitKind::Article)
    }

    /// Whether points begin anew with `a)` below words that no letter numbers.
    fn begins_anew(&self, unit: &Unit, fault: &TreeFault) -> bool {
        let before = fault.piece.checked_sub(1).and_then(|at| self.pieces().get(at));
        let before = before.and_then(|piece| self.nodes().get(piece.node));
        let is_point = |node: &TreeNode| node.unit.as_ref().is_some_and(|unit| unit.kind() == UnitKind::Point);
        Some(unit.label()) == Label::letter('a').as_ref() && !before.is_some_and(is_point)
    }
}

fn is_far(expected: &Unit, found: &Unit) -> bool {
    match (expected.label(), found.label()) {
        (Label::Number { number: expected, .. }, Label::Number { number: found, .. }) => {
            found.get().saturating_sub(expected.get()) >= OTHER_NUMBERING
        }
        _ => false,
    }
}
