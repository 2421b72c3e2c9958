//! The addresses of records on the pages: a kind and an id, and never a path of the disk. Which file is meant is found among
//! the files that were read.

use std::fmt;

use crate::source::{SourceFile, Sources};
use crate::syntax::record::RecordKind;

/// The kind and the id of a record; the id is empty where there is one file of the kind.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct RecordAddress {
    pub kind: RecordKind,
    pub id: String,
}

impl RecordAddress {
    /// Reads the address of a page.
    pub fn new(kind: &str, id: &str) -> Option<Self> {
        let kind = RecordKind::ALL.into_iter().find(|known| known.key() == kind)?;
        Some(RecordAddress { kind, id: id.to_owned() })
    }

    /// The record of a file, by its path in the corpus.
    pub fn of_path(path: &str) -> Option<Self> {
        let (kind, id) = RecordKind::of_path(path)?;
        Some(RecordAddress { kind, id })
    }

    /// Finds the file of the record among those that were read.
    pub fn file<'s>(&self, sources: &'s Sources) -> Option<&'s SourceFile> {
        sources.files().map(|(_, file)| file).find(|file| RecordAddress::of_path(&file.path).as_ref() == Some(self))
    }
}

/// `/records/excerpt/nd-72-2013.dieu-18`
impl fmt::Display for RecordAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/records/{}/{}", self.kind.key(), if self.id.is_empty() { "-" } else { &self.id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_found_by_its_id_and_nothing_else_is() {
        let texts = ["excerpts/nd-1/dieu-2.md", "instruments/nd-1.yaml", "vocabulary.yaml", "README.md"];
        let sources = Sources::from_texts(texts.map(|path| (path.to_owned(), "x".to_owned())));
        for (kind, id, path) in [
            ("excerpt", "nd-1.dieu-2", "excerpts/nd-1/dieu-2.md"),
            ("instrument", "nd-1", "instruments/nd-1.yaml"),
            ("vocabulary", "", "vocabulary.yaml"),
        ] {
            let address = RecordAddress::new(kind, id).unwrap();
            assert_eq!(address.file(&sources).unwrap().path, path);
            assert_eq!(RecordAddress::of_path(path), Some(address));
        }
        for (kind, id) in [
            ("instrument", "../instruments/nd-1"),
            ("instrument", "nd-1.yaml"),
            ("instrument", ""),
            ("excerpt", "nd-1/dieu-2"),
            ("vocabulary", "vocabulary"),
            ("guidance", "README"),
            ("guidance", "../README"),
        ] {
            assert!(RecordAddress::new(kind, id).unwrap().file(&sources).is_none(), "{kind} {id}");
        }
        assert_eq!(RecordAddress::new("secrets", "x"), None);
    }
}
