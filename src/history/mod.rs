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
    #![allow(clippy::disallowed_methods, reason = "a test")]

    use std::collections::BTreeSet;

    use proptest::prelude::*;

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

    /// An act on a file: by us, by another program, or a save during which the program is killed.
    #[derive(Clone, Copy, Debug)]
    enum Happening {
        Save,
        Outside,
        Undo(usize),
        Restore(usize),
        /// After the journal was written.
        KilledBefore,
        /// After the corpus was written.
        KilledAfter,
    }

    fn happenings() -> impl Strategy<Value = Vec<Happening>> {
        let one = prop_oneof![
            Just(Happening::Save),
            Just(Happening::Outside),
            (0usize..9).prop_map(Happening::Undo),
            (0usize..9).prop_map(Happening::Restore),
            Just(Happening::KilledBefore),
            Just(Happening::KilledAfter),
        ];
        proptest::collection::vec(one, 1..24)
    }

    /// A file, its journal, and every text that a save found in it or was to bring.
    struct Kept {
        folder: tempfile::TempDir,
        known: BTreeSet<String>,
        texts: usize,
    }

    impl Kept {
        fn root(&self) -> PathBuf {
            self.folder.path().join("corpus")
        }

        fn journal(&self) -> SaveJournal {
            journal_of(&self.root())
        }

        fn now(&self) -> Option<String> {
            std::fs::read_to_string(self.root().join("a.yaml")).ok()
        }

        fn states(&self) -> FileHistory {
            FileHistory::new("a.yaml", &self.journal().all().unwrap(), self.now())
        }

        fn new_text(&mut self) -> Option<String> {
            self.texts += 1;
            Some(format!("{}\n", self.texts))
        }

        fn entry(&mut self, after: Option<String>) -> NotedSave {
            let file = NotedFile { path: "a.yaml".to_owned(), before: self.now(), after };
            self.known.extend([file.before.clone(), file.after.clone()].into_iter().flatten());
            let at = String::new();
            NotedSave { number: 0, is_made: false, at, by: None, why: None, undoes: None, files: vec![file] }
        }

        fn save(&mut self, after: Option<String>) {
            if self.now() != after {
                let entry = self.entry(after);
                self.journal().save(&self.root(), &entry).unwrap();
            }
        }

        fn happen(&mut self, happening: Happening) {
            let (root, journal) = (self.root(), self.journal());
            match happening {
                Happening::Save => {
                    let text = self.new_text();
                    self.save(text);
                }
                Happening::Outside => {
                    let text = self.new_text().unwrap();
                    std::fs::create_dir_all(&root).unwrap();
                    std::fs::write(root.join("a.yaml"), text).unwrap();
                }
                Happening::Undo(at) => {
                    let made: Vec<NotedSave> = journal.all().unwrap().into_iter().filter(|it| it.is_made).collect();
                    let Some(save) = made.get(at) else { return };
                    let undone =
                        NotedSave { files: save.files.iter().map(NotedFile::undone).collect(), ..save.clone() };
                    let file = &undone.files[0];
                    self.known.extend([file.before.clone(), file.after.clone()].into_iter().flatten());
                    // It is refused where the file is another one meanwhile.
                    let _ = journal.save(&root, &undone);
                }
                Happening::Restore(at) => {
                    let text = self.states().states.get(at).map(|state| state.text.clone());
                    if let Some(text) = text {
                        self.save(text);
                    }
                }
                Happening::KilledBefore | Happening::KilledAfter => {
                    let text = self.new_text();
                    let entry = self.entry(text.clone());
                    std::fs::create_dir_all(&root).unwrap();
                    let number = journal.all().unwrap().last().map_or(0, |last| last.number) + 1;
                    let place = own_folder(&root).join(format!("journal/{number:08}.json"));
                    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
                    std::fs::write(place, serde_json::to_vec(&entry).unwrap()).unwrap();
                    if matches!(happening, Happening::KilledAfter) {
                        std::fs::write(root.join("a.yaml"), text.unwrap()).unwrap();
                    }
                }
            }
        }

        /// Every text that can be had again: as a state of the file, or from a save that was not made.
        fn to_be_had(&self) -> BTreeSet<String> {
            let states = self.states().states.into_iter().filter_map(|state| state.text);
            let saves = self.journal().all().unwrap().into_iter().filter(|save| !save.is_made);
            states
                .chain(saves.flat_map(|save| save.files).flat_map(|file| [file.before, file.after]).flatten())
                .collect()
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_version_is_lost_whatever_happens(happenings in happenings()) {
            let mut kept = Kept { folder: tempfile::tempdir().unwrap(), known: BTreeSet::new(), texts: 0 };
            for happening in happenings {
                kept.happen(happening);
                let lost: Vec<&String> = kept.known.iter().filter(|text| !kept.to_be_had().contains(*text)).collect();
                prop_assert!(lost.is_empty(), "after {happening:?}: {lost:?}");
            }
        }
    }
}
