//! The place in a corpus that a finding points at.

use std::ops::Range;

use crate::model::subject::Subject;

/// The number of a file within [`crate::source::Sources`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileId(pub u32);

/// A range of bytes in one file's normalised text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    pub file: FileId,
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// Makes a span of a range of bytes in a file.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Span { file, start: range.start, end: range.end }
    }

    /// Returns the range of bytes.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Where a finding points. Code that does not know files points at a [`Subject`]; the report looks its place up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// Nowhere in particular: the corpus as a whole.
    Corpus,
    /// A path within the corpus, whether or not there is a readable file.
    Path(String),
    Span(Span),
    /// A key of a file's record, such as `in-force-until` or `relations.0.instrument`.
    Key(FileId, String),
    /// A thing of the corpus and a key of its record; an empty key is the whole record.
    Entry(Subject, String),
    /// A range of bytes in the file of a thing of the corpus, such as a citation in its body.
    Body(Subject, Range<usize>),
}

/// What a place is in, as far as it is known without the files.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Owner {
    Corpus,
    Path(String),
    File(FileId),
    Subject(Subject),
}

impl Place {
    /// Returns what the place is in.
    pub fn owner(&self) -> Owner {
        match self {
            Place::Corpus => Owner::Corpus,
            Place::Path(path) => Owner::Path(path.clone()),
            Place::Span(span) => Owner::File(span.file),
            Place::Key(file, _) => Owner::File(*file),
            Place::Entry(subject, _) | Place::Body(subject, _) => Owner::Subject(subject.clone()),
        }
    }
}
