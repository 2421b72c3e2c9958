//! Nothing is written that would bring an error: the corpus is read as it will be, in memory, before a file is made or
//! changed.

use std::collections::BTreeMap;

use super::OpenedCorpus;
use crate::diag::{Lang, Severity};
use crate::report::Reported;

/// A corpus as it is, to be compared with what it would be. `root` is the folder by which findings name files.
pub struct CorpusProof<'c> {
    now: &'c OpenedCorpus,
    root: String,
    lang: Lang,
    errors: Vec<Reported>,
}

impl<'c> CorpusProof<'c> {
    /// Views every edition as it is now.
    pub fn new(now: &'c OpenedCorpus, root: &str, lang: Lang) -> Self {
        CorpusProof { now, root: root.to_owned(), lang, errors: errors(now, lang) }
    }

    /// The errors that there are now.
    pub fn errors(&self) -> &[Reported] {
        &self.errors
    }

    /// Returns the errors that these files would bring: those of a code that a file would have more often than now. An error
    /// that only moves to another line is none of them.
    pub fn brought_by(&self, files: &[(&str, &[u8])]) -> Vec<Reported> {
        let mut then = errors(&self.now.with_files(files).named(&self.root), self.lang);
        let (before, after) = (counts(&self.errors), counts(&then));
        let count = |counts: &BTreeMap<(String, &str), usize>, error: &Reported| {
            counts.get(&(error.file.clone(), error.code)).copied().unwrap_or_default()
        };
        then.retain(|error| count(&after, error) > count(&before, error));
        then
    }
}

fn errors(opened: &OpenedCorpus, lang: Lang) -> Vec<Reported> {
    let all = opened.view_every_edition().findings().report(lang);
    all.into_iter().filter(|finding| finding.severity == Severity::Error.key()).collect()
}

/// How many errors of a code a file has.
fn counts(errors: &[Reported]) -> BTreeMap<(String, &'static str), usize> {
    let mut counts = BTreeMap::new();
    for error in errors {
        *counts.entry((error.file.clone(), error.code)).or_default() += 1;
    }
    counts
}
