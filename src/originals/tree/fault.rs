//! Faults of the numbering of a text.

use crate::model::provision::Unit;

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
    /// A quoted text of another law that no sign ends.
    OpenQuote,
}
