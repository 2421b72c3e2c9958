//! One file of a corpus, changed in memory.

use std::ops::Range;

use super::content::RecordContent;
use super::record::ways;
use super::splice::{Splice, spliced};
use super::{EditRefusal, FileChange};
use crate::characters;
use crate::diag::{FileId, Sink};
use crate::hash::sha256;
use crate::source::Kind;
use crate::source::stored::Stored;
use crate::syntax::record::{header_body, header_range};
use crate::syntax::yaml::{Node, compose};

/// A file as it is stored and as it is read.
#[derive(Debug)]
pub struct EditableFile {
    stored: Stored,
}

impl EditableFile {
    /// The file with this path in its corpus and these bytes.
    ///
    /// # Errors
    /// It is no text of a corpus, or one that cannot be believed, such as one in an old encoding or with two versions.
    pub fn new(path: &str, bytes: Vec<u8>) -> Result<Self, EditRefusal> {
        let stored = Stored::new(path, bytes).ok_or_else(|| EditRefusal::NoText(path.to_owned()))?;
        // An original is what its hash says, and nobody's to change.
        if matches!(stored.file.kind, Kind::Original | Kind::OriginalText) {
            return Err(EditRefusal::NoText(path.to_owned()));
        }
        match stored.file.is_sound {
            true => Ok(EditableFile { stored }),
            false => Err(EditRefusal::Unsound(path.to_owned())),
        }
    }

    /// Returns the path of the file below the corpus folder.
    pub fn path(&self) -> &str {
        &self.stored.file.path
    }

    /// As it is read; places are places in it.
    pub fn text(&self) -> &str {
        &self.stored.file.text
    }

    /// Returns the file as it is on the disk, byte for byte.
    pub fn bytes(&self) -> &[u8] {
        &self.stored.bytes
    }

    /// SHA-256 of the bytes: what a change names as what it was made of.
    pub fn hash(&self) -> String {
        sha256(&self.stored.bytes)
    }

    /// What the record says.
    ///
    /// # Errors
    /// It cannot be read, or not wholly.
    pub fn record(&self) -> Result<RecordContent, EditRefusal> {
        self.root().map(|root| RecordContent::of(&root))
    }

    /// The range of the text below the header; nothing in a file that has none.
    pub fn body(&self) -> Range<usize> {
        header_body(self.text()).filter(|_| self.has_header()).unwrap_or(self.text().len())..self.text().len()
    }

    /// Returns the file with these changes, each made of what the one before has left.
    ///
    /// # Errors
    /// A change cannot be made, or not without changing something else.
    pub fn change(&self, changes: &[FileChange]) -> Result<EditableFile, EditRefusal> {
        let Some((first, rest)) = changes.split_first() else { return self.spliced(&[]) };
        rest.iter().try_fold(self.one(first)?, |document, change| document.one(change))
    }

    /// Returns the file with other words in some ranges of its text.
    ///
    /// # Errors
    /// Two of them overlap, or a range cuts what is stored as a whole.
    pub fn spliced(&self, splices: &[Splice]) -> Result<EditableFile, EditRefusal> {
        let path = self.path();
        let stored = self.stored_splices(splices).ok_or_else(|| EditRefusal::NotByItself(path.to_owned()))?;
        let bytes = spliced(&self.stored.bytes, &stored).ok_or_else(|| EditRefusal::NotByItself(path.to_owned()))?;
        let text = spliced(self.text().as_bytes(), splices).unwrap_or_default();
        let made = EditableFile::new(path, bytes)?;
        match made.text().as_bytes() == text {
            true => Ok(made),
            false => Err(EditRefusal::NotByItself(path.to_owned())),
        }
    }

    fn stored_splices(&self, splices: &[Splice]) -> Option<Vec<Splice>> {
        let line_end = self.stored.line_end();
        let stored = |splice: &Splice| {
            let range = self.stored.range(&splice.range())?;
            Some(Splice::new(range, splice.words.replace('\n', line_end)))
        };
        splices.iter().map(stored).collect()
    }

    fn one(&self, change: &FileChange) -> Result<EditableFile, EditRefusal> {
        self.look_at(change)?;
        match change {
            FileChange::Body(words) => self.with_body(self.body(), words),
            FileChange::Words { range, words } => self.with_body(range.clone(), words),
            FileChange::Set { .. } | FileChange::Remove(_) | FileChange::Insert { .. } => self.with_record(change),
        }
    }

    /// A text that would be read as another one is refused.
    fn look_at(&self, change: &FileChange) -> Result<(), EditRefusal> {
        let is_read_so = |words: &str| {
            let sound = |sign: char| !characters::is_hidden(sign);
            words.chars().all(sound) && characters::read(words).0 == words && !words.contains('\r')
        };
        match change.words().into_iter().find(|words| !is_read_so(words)) {
            Some(words) => Err(EditRefusal::Characters(words.to_owned())),
            None => Ok(()),
        }
    }

    fn with_body(&self, range: Range<usize>, words: &str) -> Result<EditableFile, EditRefusal> {
        let body = self.body();
        if !self.has_header() || range.start < body.start || range.start > range.end {
            return Err(EditRefusal::NoBody(self.path().to_owned()));
        }
        let made = self.spliced(&[Splice::new(range, words)])?;
        // Only what is below the header was to be changed.
        match made.text().get(..body.start) == self.text().get(..body.start) && made.body().start == body.start {
            true => Ok(made),
            false => Err(EditRefusal::NotByItself(self.path().to_owned())),
        }
    }

    fn with_record(&self, change: &FileChange) -> Result<EditableFile, EditRefusal> {
        let root = self.root()?;
        let wanted = RecordContent::of(&root).after(change)?;
        let body = self.text().get(self.body());
        let is_so = |made: &EditableFile| {
            made.record().is_ok_and(|record| record == wanted) && made.text().get(made.body()) == body
        };
        let ways = ways(self.text(), &root, change)?;
        let mut made = ways.iter().filter_map(|way| self.spliced(way).ok());
        made.find(is_so).ok_or_else(|| EditRefusal::NotByItself(change.key().to_string()))
    }

    fn root(&self) -> Result<Node, EditRefusal> {
        let range = if self.has_header() { header_range(self.text()) } else { Some(0..self.text().len()) };
        let mut sink = Sink::new();
        let root = range.and_then(|range| compose(self.text(), range, FileId(0), &mut sink));
        // Of a tree with findings something may be missing.
        root.filter(|_| sink.findings().is_empty()).ok_or_else(|| EditRefusal::Unreadable(self.path().to_owned()))
    }

    fn has_header(&self) -> bool {
        matches!(self.stored.file.kind, Kind::Excerpt | Kind::Guidance)
    }
}
