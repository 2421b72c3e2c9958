//! Whether repairs bring an error that was not there, seen before anything is written: an id that others name, a key that is
//! there already.

use std::collections::{BTreeMap, BTreeSet};

use super::RepairedFile;
use crate::diag::{Lang, Severity, Sink};
use crate::session::OpenedCorpus;

/// How many errors of a code a file has.
pub type Errors = BTreeMap<(String, &'static str), usize>;

/// YAML that cannot be read hides whatever else is wrong in its file.
const UNREADABLE: [&str; 3] = ["CN101", "CN102", "CN103"];

/// Returns the errors of a corpus.
pub fn errors(opened: &OpenedCorpus) -> Errors {
    let mut errors = Errors::new();
    for found in opened.view_every_edition().findings().report(Lang::Vi) {
        if found.severity == Severity::Error.key() {
            *errors.entry((found.file, found.code)).or_default() += 1;
        }
    }
    errors
}

/// Whether a corpus with these files repaired has no error more than `now`. `root` is the folder by which findings name files.
pub fn brings_none(opened: &OpenedCorpus, root: &str, now: &Errors, files: &[&RepairedFile]) -> bool {
    let mut sink = Sink::new();
    let repaired: Vec<(&str, &[u8])> = files.iter().map(|file| (file.former.path(), file.later.bytes())).collect();
    let sources = opened.sources.with(&repaired, &mut sink);
    let then = errors(&OpenedCorpus::new(sources, sink).named(root));
    let hidden: BTreeSet<&str> =
        now.keys().filter(|(_, code)| UNREADABLE.contains(code)).map(|(file, _)| file.as_str()).collect();
    let is_new = |(place, count): (&(String, &'static str), &usize)| {
        now.get(place).is_none_or(|before| before < count) && !hidden.contains(place.0.as_str())
    };
    !then.iter().any(is_new)
}
