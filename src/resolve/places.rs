//! Finds the places of findings: from a [`Subject`] and a key to a range of a file. The YAML is read again for
//! the few findings that need it, rather than every place being kept for the many that do not.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::diag::{FileId, Finding, FixEdit, Owner, Place, Sink, Span};
use crate::model::subject::Subject;
use crate::source::{SourceFile, Sources};
use crate::syntax::record;
use crate::syntax::yaml::{Key, Node, Value, compose};

/// In which file each record is, so that a finding about a record gets a file, a line and a column.
#[derive(Default, Debug)]
pub struct RecordPlaces {
    files: BTreeMap<Subject, FileId>,
}

impl RecordPlaces {
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

    /// Returns the file of a record.
    pub fn file(&self, subject: &Subject) -> Option<FileId> {
        self.files.get(subject).copied()
    }

    /// The file that a place or thing is in.
    pub fn file_of(&self, owner: &Owner) -> Option<FileId> {
        match owner {
            Owner::Corpus | Owner::Path(_) => None,
            Owner::File(file) => Some(*file),
            Owner::Subject(subject) => self.file(subject),
        }
    }

    /// The edits of a finding's fix in the file that it repairs, in the order of their places.
    pub fn repair(&self, finding: &Finding, sources: &Sources) -> Option<(FileId, Vec<LocatedEdit>)> {
        let of_span = |edit: &FixEdit| match edit {
            FixEdit::Words { span, .. } => Some(span.file),
            FixEdit::Value(_) | FixEdit::Key(_) => None,
        };
        let fix = finding.fix.as_ref()?;
        let file = fix.edits.iter().find_map(of_span).or_else(|| self.file_of(&finding.place.owner()))?;
        Located::new(file, sources.get(file)?).repair(finding).map(|edits| (file, edits))
    }

    /// The bytes that a place means; `None` for a place without text.
    pub fn span(&self, place: &Place, sources: &Sources) -> Option<Span> {
        let file = self.file_of(&place.owner())?;
        Located::new(file, sources.get(file)?).span(place)
    }
}

/// Other words for a range of a file's text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LocatedEdit {
    pub start: usize,
    pub end: usize,
    pub words: String,
}

/// Finds places in one file, whose YAML is read again once, for the first place that needs it.
pub struct Located<'s> {
    id: FileId,
    file: &'s SourceFile,
    node: OnceCell<Option<Node>>,
}

impl<'s> Located<'s> {
    /// A file whose YAML is parsed when a place in it is first needed: most files have no finding.
    pub fn new(id: FileId, file: &'s SourceFile) -> Self {
        Located { id, file, node: OnceCell::new() }
    }

    /// The bytes that a place in this file means.
    pub fn span(&self, place: &Place) -> Option<Span> {
        let range = match place {
            Place::Corpus | Place::Path(_) => return None,
            Place::Span(span) => span.range(),
            Place::Key(_, key) | Place::Entry(_, key) => self.key_range(key),
            Place::Body(_, range) => range.clone(),
        };
        Some(Span::new(self.id, range))
    }

    /// The edits of a finding's fix, in the order of their places; nothing where one of them has none.
    pub fn repair(&self, finding: &Finding) -> Option<Vec<LocatedEdit>> {
        let fix = finding.fix.as_ref()?;
        let mut edits = fix.edits.iter().map(|edit| self.written(&finding.place, edit)).collect::<Option<Vec<_>>>()?;
        edits.sort();
        Some(edits)
    }

    fn written(&self, place: &Place, edit: &FixEdit) -> Option<LocatedEdit> {
        match edit {
            FixEdit::Words { span, words } => {
                (span.file == self.id).then(|| LocatedEdit { start: span.start, end: span.end, words: words.clone() })
            }
            FixEdit::Value(words) => self.value(self.span(place)?.range(), words),
            FixEdit::Key(name) => {
                let (Place::Key(_, key) | Place::Entry(_, key)) = place else { return None };
                let range = self.name_range(key)?;
                Some(LocatedEdit { start: range.start, end: range.end, words: name.clone() })
            }
        }
    }

    /// A value in the quotes of the former one, if it had some. One on several lines has none: its range reaches to the next
    /// key.
    fn value(&self, range: Range<usize>, words: &str) -> Option<LocatedEdit> {
        let former = self.file.text.get(range.clone()).filter(|former| !former.contains('\n'))?;
        let quote = former.chars().next().filter(|sign| matches!(sign, '"' | '\'') && former.len() > 1);
        let is_quoted = quote.is_some_and(|quote| former.ends_with(quote));
        let inner = usize::from(is_quoted && !words.contains(['"', '\'', '\\']));
        Some(LocatedEdit { start: range.start + inner, end: range.end - inner, words: words.to_owned() })
    }

    /// Where the name of a key stands.
    fn name_range(&self, key: &str) -> Option<Range<usize>> {
        let (parent, name) = key.rsplit_once('.').unwrap_or(("", key));
        let node = self.node.get_or_init(|| self.compose()).as_ref()?;
        let Value::Mapping(entries) = &node.find(parent).value else { return None };
        let named = |(key, _): &&(Key, Node)| key.text == name;
        entries.iter().find(named).map(|(key, _)| key.range.clone())
    }

    /// The range of a key's value, or of the nearest key above it that is there.
    fn key_range(&self, key: &str) -> Range<usize> {
        let text = &self.file.text;
        let first_line = 0..text.find('\n').unwrap_or(text.len());
        match self.node.get_or_init(|| self.compose()) {
            Some(node) if !key.is_empty() => {
                let found = node.find(key);
                if std::ptr::eq(found, node) { first_line } else { found.range.clone() }
            }
            _ => first_line,
        }
    }

    fn compose(&self) -> Option<Node> {
        let text = &self.file.text;
        let yaml = if self.file.path.ends_with(".md") { record::header_range(text)? } else { 0..text.len() };
        compose(text, yaml, FileId(0), &mut Sink::new())
    }
}
