//! A value read, with notes on the way it was written.

use std::ops::Range;

use crate::model::citation::{Note, NoteKind};

/// A value read, and what to say about the way it was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParsedWithNotes<T> {
    pub value: T,
    /// In the order of the text; empty where the text was in canonical form.
    pub notes: Vec<Note>,
}

pub(super) fn note(kind: NoteKind, range: Range<usize>) -> Note {
    Note { kind, range }
}
