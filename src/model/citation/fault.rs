//! Why words that have the shape of a locator are none.

use std::ops::Range;

use crate::model::provision::UnitKind;

/// Why a text is not one locator. Ranges are bytes of the text; the words for people are elsewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LocatorError {
    /// Nothing but blanks.
    Empty,
    /// A word that names no kind of unit where one is due, at the start.
    UnknownWord { range: Range<usize> },
    /// A kind without its label: `khoản Điều 5`.
    MissingLabel { kind: UnitKind, range: Range<usize> },
    /// A letter that never labels a point, such as f, j, w, z or ă. It is not mapped to another.
    InvalidLetter { letter: char, range: Range<usize> },
    /// A label that units of this kind never carry: `Điều a`, `điểm 2 Điều 5`, `khoản 0`.
    InvalidLabel { kind: UnitKind, range: Range<usize> },
    /// A point with a number and a clause with a letter: `điểm 2 khoản a`. The range covers both.
    SwappedLabels { range: Range<usize> },
    /// A unit where neither order of citing has a place for it: `khoản 2 điểm a Điều 5`.
    WrongOrder { kind: UnitKind, range: Range<usize> },
    /// More than one unit where one is required: `khoản 1, 2`, `từ Điều 1 đến Điều 3`. The range begins at the second.
    SeveralUnits { range: Range<usize> },
    /// `khoản này`: a locator stands alone and has no `này`.
    Relative { kind: UnitKind, range: Range<usize> },
    /// Words after the locator, perhaps the document, which has a field of its own.
    TrailingWords { range: Range<usize> },
}

impl LocatorError {
    /// The bytes of the text that are at fault; empty for an empty text.
    pub fn range(&self) -> Range<usize> {
        match self {
            Self::Empty => 0..0,
            Self::UnknownWord { range }
            | Self::MissingLabel { range, .. }
            | Self::InvalidLetter { range, .. }
            | Self::InvalidLabel { range, .. }
            | Self::SwappedLabels { range }
            | Self::WrongOrder { range, .. }
            | Self::SeveralUnits { range }
            | Self::Relative { range, .. }
            | Self::TrailingWords { range } => range.clone(),
        }
    }
}
