//! The journal of saves, a folder beside the corpus: each save is a file of its own, on the disk before the corpus is touched,
//! and a second one says that it was made. So every save can be undone, and what could not be saved is not lost either.

use std::io;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};

use crate::edit::{Save, Unsaved, remove, save};
use crate::hash::sha256;
use crate::publish;
use crate::source::built;

/// How bytes begin in a journal that are no text, such as those of a received file. No file of a corpus begins so.
const BYTES: &str = "data:;base64,";
/// How many numbers are tried, where another program writes to the same journal.
const TRIES: u64 = 64;

/// The folder of a journal.
pub struct SaveJournal {
    folder: PathBuf,
}

/// A save: what files were before and after it.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct NotedSave {
    /// Not written: it is the name of the file.
    #[serde(skip)]
    pub number: u64,
    /// Whether the save was made. Not written: a file beside says so.
    #[serde(skip)]
    pub is_made: bool,
    /// RFC 3339.
    pub at: String,
    /// Who says to have made it. Whoever sits at the machine can say any name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Why it was made, in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The save that this one undoes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<u64>,
    pub files: Vec<NotedFile>,
}

/// A file of a save.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct NotedFile {
    /// Within the corpus.
    pub path: String,
    /// Absent for a file that was new.
    pub before: Option<String>,
    /// Absent for a file that was removed.
    pub after: Option<String>,
}

/// Why a save was not made.
#[derive(Debug)]
pub enum NotSaved {
    /// The journal cannot be written, so nothing was.
    Journal(io::Error),
    /// The corpus was not written. The words are in the journal.
    Corpus(Unsaved),
}

impl SaveJournal {
    /// The journal in a folder.
    pub fn new(folder: PathBuf) -> Self {
        SaveJournal { folder }
    }

    /// Notes a save, makes it, and returns its number.
    ///
    /// # Errors
    /// It was not made; the files of the corpus are as they were.
    pub fn save(&self, root: &Path, entry: &NotedSave) -> Result<u64, NotSaved> {
        let number = self.write(entry).map_err(NotSaved::Journal)?;
        let saves: Vec<Save> = entry.files.iter().filter_map(NotedFile::save).collect();
        let removed = entry.files.iter().filter_map(NotedFile::removal);
        let done = if saves.is_empty() { Ok(()) } else { save(root, &saves) };
        done.and_then(|()| removed.into_iter().try_for_each(|(path, former)| remove(root, path, &former)))
            .map_err(NotSaved::Corpus)?;
        // The corpus has it already: without the mark the save cannot be undone here, and nothing else is lost.
        let _ = publish::create(&self.place(number, "made"), "");
        Ok(number)
    }

    /// Notes a save that another part of the program has made, and returns its number.
    ///
    /// # Errors
    /// The journal cannot be written.
    pub fn note(&self, entry: &NotedSave) -> io::Result<u64> {
        let number = self.write(entry)?;
        publish::create(&self.place(number, "made"), "")?;
        Ok(number)
    }

    fn write(&self, entry: &NotedSave) -> io::Result<u64> {
        let json = serde_json::to_vec_pretty(entry)?;
        let last = self.numbers()?.pop().unwrap_or_default();
        for number in last + 1..=last + TRIES {
            match publish::create(&self.place(number, "json"), &json) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                done => return done.map(|()| number),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    fn place(&self, number: u64, ending: &str) -> PathBuf {
        self.folder.join(format!("{number:08}.{ending}"))
    }

    /// The numbers of all saves, in their order.
    fn numbers(&self) -> io::Result<Vec<u64>> {
        let files = match built::files_below(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            files => files?,
        };
        Ok(files.iter().filter_map(|file| file.strip_suffix(".json")?.parse().ok()).collect())
    }

    /// Returns a save.
    ///
    /// # Errors
    /// There is none of this number, or its file is damaged.
    pub fn entry(&self, number: u64) -> io::Result<NotedSave> {
        let mut entry: NotedSave = serde_json::from_slice(&built::bytes(&self.place(number, "json"))?)?;
        entry.number = number;
        entry.is_made = built::bytes(&self.place(number, "made")).is_ok();
        Ok(entry)
    }

    /// Returns the latest saves, the latest first. A damaged file is passed over.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn latest(&self, most: usize) -> io::Result<Vec<NotedSave>> {
        let numbers = self.numbers()?;
        Ok(numbers.iter().rev().filter_map(|number| self.entry(*number).ok()).take(most).collect())
    }

    /// Returns all saves, the earliest first. A damaged file is passed over.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn all(&self) -> io::Result<Vec<NotedSave>> {
        Ok(self.numbers()?.iter().filter_map(|number| self.entry(*number).ok()).collect())
    }
}

impl NotedFile {
    /// A file whose content may be no text.
    pub fn of_bytes(path: &str, before: Option<&[u8]>, after: Option<&[u8]>) -> Self {
        NotedFile { path: path.to_owned(), before: before.map(noted), after: after.map(noted) }
    }

    /// The text of a content for people; nothing where it is none.
    pub fn words(content: Option<&str>) -> &str {
        content.filter(|content| !content.starts_with(BYTES)).unwrap_or_default()
    }

    fn save(&self) -> Option<Save> {
        let based_on = self.before.as_ref().map(|before| sha256(&bytes(before)));
        Some(Save { path: self.path.clone(), based_on, bytes: bytes(self.after.as_ref()?) })
    }

    /// The path of a file that is removed, and the hash of what it was.
    fn removal(&self) -> Option<(&str, String)> {
        let before = self.before.as_ref().filter(|_| self.after.is_none())?;
        Some((&self.path, sha256(&bytes(before))))
    }

    /// The file as it was, in the place of what the save made of it.
    pub fn undone(&self) -> NotedFile {
        NotedFile { path: self.path.clone(), before: self.after.clone(), after: self.before.clone() }
    }
}

/// A content as it is written in the journal.
fn noted(content: &[u8]) -> String {
    match std::str::from_utf8(content) {
        Ok(text) if !text.starts_with(BYTES) => text.to_owned(),
        _ => format!("{BYTES}{}", BASE64.encode(content)),
    }
}

/// The bytes of a content that is written in the journal.
fn bytes(noted: &str) -> Vec<u8> {
    let decoded = noted.strip_prefix(BYTES).and_then(|coded| BASE64.decode(coded).ok());
    decoded.unwrap_or_else(|| noted.as_bytes().to_vec())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "a test")]

    use std::collections::{BTreeMap, BTreeSet};
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;
    use std::time::Duration;

    use super::*;

    fn entry(before: Option<&str>, after: &str) -> NotedSave {
        let file =
            NotedFile { path: "a.yaml".to_owned(), before: before.map(str::to_owned), after: Some(after.to_owned()) };
        NotedSave { number: 0, is_made: false, at: String::new(), by: None, why: None, undoes: None, files: vec![file] }
    }

    #[test]
    fn every_byte_of_a_content_is_noted() {
        for content in [&b"a"[..], "Điều 1".as_bytes(), b"PK\x03\x04\xff\0", b"data:;base64,YQ==", b""] {
            let file = NotedFile::of_bytes("a", Some(content), Some(content));
            assert_eq!(file.save().unwrap().bytes, content);
            assert_eq!(file.removal(), None);
            let gone = NotedFile { after: None, ..file };
            assert_eq!(gone.removal(), Some(("a", sha256(content))));
        }
        assert_eq!(NotedFile::words(Some("data:;base64,YQ==")), "");
    }

    #[test]
    fn a_save_is_noted_before_it_is_made_and_can_be_undone() {
        let folder = tempfile::tempdir().unwrap();
        let (root, journal) = (folder.path().join("corpus"), SaveJournal::new(folder.path().join("journal")));
        let text = || std::fs::read_to_string(root.join("a.yaml")).unwrap();
        assert_eq!(journal.save(&root, &entry(None, "1")).unwrap(), 1);
        assert_eq!(journal.save(&root, &entry(Some("1"), "2")).unwrap(), 2);
        // Somebody has changed it: the words are kept, and the file is theirs.
        std::fs::write(root.join("a.yaml"), "theirs").unwrap();
        let refused = journal.save(&root, &entry(Some("2"), "ours"));
        assert!(matches!(refused, Err(NotSaved::Corpus(Unsaved::Conflict { .. }))));
        assert_eq!(text(), "theirs");
        let made: Vec<(u64, bool)> = journal.latest(9).unwrap().iter().map(|it| (it.number, it.is_made)).collect();
        assert_eq!(made, [(3, false), (2, true), (1, true)]);
        assert_eq!(journal.entry(3).unwrap().files[0].after.as_deref(), Some("ours"));
        std::fs::write(root.join("a.yaml"), "2").unwrap();
        let second = journal.entry(2).unwrap();
        let undone = NotedSave { undoes: Some(2), files: vec![second.files[0].undone()], ..second };
        assert_eq!(journal.save(&root, &undone).unwrap(), 4);
        assert_eq!(text(), "1");
        // A file that was made is removed, and comes again.
        let first = journal.entry(1).unwrap();
        let undone = NotedSave { files: vec![first.files[0].undone()], ..first };
        assert_eq!(journal.save(&root, &undone).unwrap(), 5);
        assert!(!root.join("a.yaml").exists());
        assert_eq!(journal.save(&root, &NotedSave { files: vec![undone.files[0].undone()], ..undone }).unwrap(), 6);
        assert_eq!(text(), "1");
    }

    const SAVERS: usize = 4;
    const SAVES: usize = 400;

    /// What a page would show. While the other program is just writing there is no record to show, and no form to send.
    fn shown(root: &Path) -> String {
        loop {
            let text = std::fs::read_to_string(root.join("a.yaml")).unwrap();
            if !text.is_empty() {
                return text;
            }
            thread::yield_now();
        }
    }

    /// Saves of what a saver reads; how many were made.
    fn keep_saving(root: &Path, journal: &SaveJournal, saver: usize) -> usize {
        let save = |save: usize| {
            let before = shown(root);
            let after = format!("saver {saver}, save {save}\n");
            match journal.save(root, &entry(Some(&before), &after)) {
                Err(NotSaved::Corpus(Unsaved::Conflict { .. })) => false,
                done => done.is_ok_and(|number| number > 0),
            }
        };
        (0..SAVES).filter(|number| save(*number)).count()
    }

    /// Several who save, and an editor's program that puts its file in the place without asking: no save overwrites what it was
    /// not made of, whoever wrote that. A program that instead opens the file and writes into it can do so between the look at
    /// the former file and its end; nothing but a lock that it takes too would help, and it takes none.
    #[test]
    fn raced_saves_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (root, journal) = (folder.path().join("corpus"), SaveJournal::new(folder.path().join("journal")));
        std::fs::create_dir_all(&root).unwrap();
        let (place, beside) = (root.join("a.yaml"), folder.path().join("theirs"));
        std::fs::write(&place, "first\n").unwrap();
        let ended = AtomicBool::new(false);
        let mut written = Vec::new();
        let saved: usize = thread::scope(|scope| {
            let (root, journal) = (&root, &journal);
            let savers = (0..SAVERS).map(|saver| scope.spawn(move || keep_saving(root, journal, saver)));
            let savers: Vec<_> = savers.collect();
            let outside = scope.spawn(|| {
                while !ended.load(Ordering::Relaxed) {
                    let theirs = format!("outside {}\n", written.len());
                    std::fs::write(&beside, &theirs).unwrap();
                    std::fs::rename(&beside, &place).unwrap();
                    written.push((theirs, std::fs::read_to_string(&place).unwrap()));
                    // Long enough that some saves are made between two of theirs.
                    thread::sleep(Duration::from_millis(3));
                }
            });
            let saved = savers.into_iter().map(|saver| saver.join().unwrap()).sum();
            ended.store(true, Ordering::Relaxed);
            outside.join().unwrap();
            saved
        });
        let all = journal.latest(usize::MAX).unwrap();
        assert_eq!(all.len(), SAVERS * SAVES, "every save was noted");
        let file = |entry: &NotedSave| entry.files[0].clone();
        let given_back: BTreeSet<String> =
            all.iter().filter(|entry| !entry.is_made).filter_map(|entry| file(entry).after).collect();
        let made: Vec<NotedSave> = all.into_iter().filter(|entry| entry.is_made).collect();
        assert_eq!(made.len(), saved);
        let before: BTreeMap<String, String> =
            made.iter().map(|it| (file(it).after.unwrap(), file(it).before.unwrap())).collect();
        let bases: BTreeSet<&String> = before.values().collect();
        assert_eq!(bases.len(), made.len(), "two saves were made of the same state, so one overwrote the other");
        assert!(bases.iter().all(|base| !given_back.contains(*base)), "what was given back stayed");
        assert!(!given_back.contains(&std::fs::read_to_string(&place).unwrap()), "what was given back stayed");
        // A save can be seen for the moment before it is given back.
        for (theirs, found) in written.iter().filter(|(_, found)| !given_back.contains(found)) {
            // The text found after their write is theirs, or was made of it, save after save.
            let chain = std::iter::successors(Some(found), |state| before.get(*state));
            assert!(chain.into_iter().any(|state| state == theirs), "{theirs:?} was overwritten by {found:?}");
        }
        assert!(saved > 0 && saved < SAVERS * SAVES && !written.is_empty(), "{saved} {}", written.len());
    }
}
