//! Finds places in the files of an opened corpus, for commands that change them.

use super::OpenedCorpus;
use crate::diag::{FileId, Finding};
use crate::model::subject::Subject;
use crate::resolve::LocatedEdit;
use crate::source::SourceFile;

impl OpenedCorpus {
    /// The edits of a finding's fix, and the file that they are in.
    pub fn repair(&self, finding: &Finding) -> Option<(FileId, Vec<LocatedEdit>)> {
        self.places.repair(finding, &self.sources)
    }

    /// The file of a thing of the corpus.
    pub fn file(&self, subject: &Subject) -> Option<&SourceFile> {
        self.sources.get(self.places.file(subject)?)
    }
}
