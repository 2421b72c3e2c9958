//! Which key of a record a place in its file is in.

use crate::diag::{FileId, Sink};
use crate::edit::EditableFile;
use crate::syntax::record::RecordKind;
use crate::syntax::yaml::{Node, Value, compose};

/// The places of the keys of one file.
pub struct FilePlaces<'f> {
    file: &'f EditableFile,
    root: Option<Node>,
    has_body: bool,
}

impl<'f> FilePlaces<'f> {
    /// Looks at a file.
    pub fn new(file: &'f EditableFile, kind: RecordKind) -> Self {
        let text = file.text();
        let end = if kind.is_header() { file.body().start } else { text.len() };
        // A header begins behind its first line; its last line is a sign that ends a document.
        let start = if kind.is_header() { text.find('\n').map_or(0, |at| at + 1) } else { 0 };
        let yaml = text.get(start..end).unwrap_or_default().trim_end().trim_end_matches('-');
        let root = compose(text, start..start + yaml.len(), FileId(0), &mut Sink::new());
        FilePlaces { file, root, has_body: kind.is_header() }
    }

    /// Returns the path of the key at a line and column, both counted from 1; `body` for the text below the header, and
    /// nothing for the file as a whole.
    pub fn path_at(&self, line: usize, column: usize) -> String {
        let Some(at) = self.byte(line, column) else { return String::new() };
        if self.has_body && at >= self.file.body().start {
            return "body".to_owned();
        }
        let mut path = Vec::new();
        if let Some(root) = &self.root {
            descend(root, at, &mut path);
        }
        path.join(".")
    }

    fn byte(&self, line: usize, column: usize) -> Option<usize> {
        let before: usize = self.file.text().split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
        let rest = self.file.text().get(before..)?;
        let within: usize = rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
        Some(before + within)
    }
}

fn descend(node: &Node, at: usize, path: &mut Vec<String>) {
    let inner = match &node.value {
        Value::Mapping(entries) => {
            let around = entries.iter().rfind(|(key, _)| key.range.start <= at);
            around.map(|(key, value)| (key.text.clone(), value))
        }
        Value::List(items) => {
            let around = items.iter().enumerate().rfind(|(_, item)| item.range.start <= at);
            around.map(|(number, item)| (number.to_string(), item))
        }
        Value::Text(_) | Value::Nothing | Value::Refused => None,
    };
    if let Some((step, value)) = inner {
        path.push(step);
        descend(value, at, path);
    }
}
