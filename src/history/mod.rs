//! The saves of a corpus, with when, by whom and why: their journal, and the former states of a file.

mod journal;
mod states;

pub use journal::{NotSaved, NotedFile, NotedSave, SaveJournal};
pub use states::{FileHistory, FileState, StateOrigin};

use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

/// The folder beside the corpus for what is the editor's own: the journal, drafts, where the workbench runs.
pub const OWN_FOLDER: &str = ".camnang";

/// Viet Nam's time, which has no summer time.
const OFFSET_HOURS: i64 = 7;

/// Returns the journal of a corpus, which lies beside it.
pub fn journal_of(corpus: &Path) -> SaveJournal {
    SaveJournal::new(own_folder(corpus).join("journal"))
}

/// Returns the editor's own folder, beside the corpus.
pub fn own_folder(corpus: &Path) -> PathBuf {
    beside(corpus).join(OWN_FOLDER)
}

/// Returns the folder that has the corpus, in which its outputs are too.
pub fn beside(corpus: &Path) -> PathBuf {
    // The working folder may be the corpus itself, and `.` does not say what it lies in.
    let corpus = std::path::absolute(corpus).unwrap_or_else(|_| corpus.to_owned());
    corpus.parent().unwrap_or(&corpus).to_owned()
}

/// Returns the day and the time of a moment (RFC 3339) in Viet Nam, as `2026-11-30` and `14:32`.
pub fn in_viet_nam(at: &str) -> Option<(String, String)> {
    let there = at.parse::<Timestamp>().ok()?.checked_add(SignedDuration::from_hours(OFFSET_HOURS)).ok()?.to_string();
    let (day, time) = there.split_once('T')?;
    Some((day.to_owned(), time.get(..5)?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_viet_nam() {
        let there = |at| in_viet_nam(at).map(|(day, time)| format!("{day} {time}"));
        assert_eq!(there("2026-11-30T17:32:05Z").as_deref(), Some("2026-12-01 00:32"));
        assert_eq!(there("2026-11-30T16:59:59.999Z").as_deref(), Some("2026-11-30 23:59"));
        assert_eq!(there(""), None);
    }

    #[test]
    fn the_own_folder_is_beside_the_corpus_however_that_is_named() {
        let here = std::path::absolute(".").unwrap();
        assert_eq!(own_folder(Path::new("corpus")), here.join(".camnang"));
        assert_eq!(own_folder(Path::new(".")), here.parent().unwrap().join(".camnang"));
    }
}
