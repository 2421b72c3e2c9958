//! A repair that follows from a finding alone: mechanical, with one way only to make it. Where two would do, a finding has
//! advice and no fix.

use super::Span;

/// What `camnang check --fix` writes: all of it or nothing. After it the finding is gone, and none has come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// In one file.
    pub edits: Vec<FixEdit>,
}

/// One change of a fix.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FixEdit {
    /// Other words for a range of a file's text. The same words store the range as it is read: letters composed, and plain
    /// characters for those that are alike.
    Words { span: Span, words: String },
    /// Another value for the key that the finding's place names, or other words for what it points at.
    Value(String),
    /// Another name for that key.
    Key(String),
}

impl Fix {
    /// A fix that replaces the bytes of one span.
    pub fn words(span: Span, words: impl Into<String>) -> Self {
        Fix { edits: vec![FixEdit::Words { span, words: words.into() }] }
    }

    /// A fix that gives the key at the finding's place another value, in the form that the file has.
    pub fn value(words: impl Into<String>) -> Self {
        Fix { edits: vec![FixEdit::Value(words.into())] }
    }

    /// The same with another change.
    #[must_use]
    pub fn and(mut self, edit: FixEdit) -> Self {
        self.edits.push(edit);
        self
    }
}

/// Edits of one file, none where there are none.
impl FromIterator<(Span, String)> for Fix {
    fn from_iter<T: IntoIterator<Item = (Span, String)>>(edits: T) -> Self {
        Fix { edits: edits.into_iter().map(|(span, words)| FixEdit::Words { span, words }).collect() }
    }
}
