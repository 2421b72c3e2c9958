//! The hash of what a record shows, by which an approval names the words that were seen.

use super::OpenedCorpus;
use crate::diag::{FileId, Sink};
use crate::model::text::Body;
use crate::resolve;
use crate::source::Sources;
use crate::syntax::record::{self, RecordKind};

impl OpenedCorpus {
    /// Returns the hash of what a record shows; none where there is no file with this path.
    pub fn seen_hash(&self, path: &str) -> Option<String> {
        let (_, file) = self.sources.files().find(|(_, file)| file.path == path)?;
        Some(self.seen_hash_of_text(path, &file.text))
    }

    /// The same for a record with other bytes, such as those that it once had.
    pub fn seen_hash_of(&self, path: &str, bytes: &[u8]) -> Option<String> {
        let read = Sources::of_files([(path.to_owned(), bytes.to_vec())], &mut Sink::new());
        read.files().next().map(|(_, file)| self.seen_hash_of_text(path, &file.text))
    }

    fn seen_hash_of_text(&self, path: &str, text: &str) -> String {
        resolve::seen_hash(text, body(path, text).as_ref(), &self.sources)
    }
}

/// The body of a record that has one.
fn body(path: &str, text: &str) -> Option<Body> {
    let mut sink = Sink::new();
    match RecordKind::of_path(path)?.0 {
        RecordKind::Excerpt => record::read_excerpt(text, FileId(0), &mut sink).map(|excerpt| excerpt.body),
        RecordKind::Guidance => record::read_guidance(text, FileId(0), &mut sink).map(|guidance| guidance.body),
        _ => None,
    }
}
