//! Where the records of a corpus stand: from a [`Subject`] and a key to a range of a file. The YAML is read again for
//! the few findings that need it, rather than every place being kept for the many that do not.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diag::{FileId, Place, Sink, Span};
use crate::model::subject::Subject;
use crate::source::{SourceFile, Sources};
use crate::syntax::record;
use crate::syntax::yaml::compose;

#[derive(Default, Debug)]
pub struct Places {
    files: BTreeMap<Subject, FileId>,
}

impl Places {
    /// # Errors
    /// The file that has the subject already.
    pub(super) fn claim(&mut self, subject: Subject, file: FileId) -> Result<(), FileId> {
        match self.files.get(&subject) {
            Some(other) => Err(*other),
            None => {
                self.files.insert(subject, file);
                Ok(())
            }
        }
    }

    /// A key of a file that may not be the subject's own.
    pub(super) fn in_file(&self, file: FileId, key: &str) -> Place {
        Place::Key(file, key.to_owned())
    }

    pub fn file(&self, subject: &Subject) -> Option<FileId> {
        self.files.get(subject).copied()
    }

    /// The bytes that a place means; `None` for a place without text.
    pub fn span(&self, place: &Place, sources: &Sources) -> Option<Span> {
        match place {
            Place::Corpus | Place::Path(_) => None,
            Place::Span(span) => Some(span.clone()),
            Place::Key(file, key) => Some(Span::new(*file, key_range(sources.get(*file)?, key))),
            Place::Entry(subject, key) => {
                let file = self.file(subject)?;
                Some(Span::new(file, key_range(sources.get(file)?, key)))
            }
            Place::Body(subject, range) => Some(Span::new(self.file(subject)?, range.clone())),
        }
    }
}

/// The range of a key's value, or of the nearest key above it that is there.
fn key_range(file: &SourceFile, key: &str) -> Range<usize> {
    let mut unheard = Sink::new();
    let yaml = if file.path.ends_with(".md") { record::header_range(&file.text) } else { Some(0..file.text.len()) };
    let first_line = 0..file.text.find('\n').unwrap_or(file.text.len());
    let node = yaml.and_then(|range| compose(&file.text, range, FileId(0), &mut unheard));
    match node {
        Some(node) if !key.is_empty() => {
            let found = node.find(key);
            if std::ptr::eq(found, &raw const node) { first_line } else { found.range.clone() }
        }
        _ => first_line,
    }
}
