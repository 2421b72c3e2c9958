//! The files of a hand-out that were signed since they were made, wherever they lie now.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use super::super::dispatch::Handout;
use crate::command::Failure;
use crate::command::shell::shell_word;
use crate::handout::ledger::{Ledger, LedgerFile};
use crate::handout::signed::appended;
use crate::mail::messages::faults::{self, Trouble};
use crate::source::built;

/// Files to which something was appended.
pub(super) struct SignedFiles {
    /// In the folder of `--signed`, if there is one.
    given: Appended,
    /// In the folder of the hand-out.
    own: Appended,
    folder: PathBuf,
}

/// By the hash of what it was appended to.
#[derive(Default)]
struct Appended {
    signed: BTreeMap<String, Vec<PathBuf>>,
    altered: BTreeMap<String, Vec<PathBuf>>,
}

impl SignedFiles {
    /// Looks for them in the folder of the hand-out and in the one of `--signed`.
    ///
    /// # Errors
    /// A folder or a file in it cannot be read.
    pub(super) fn find(handout: &Handout, ledger: &Ledger, given: Option<&Path>) -> Result<Self, Failure> {
        let files = ledger.copies.iter().flat_map(|copy| &copy.files);
        let known: BTreeSet<&str> = files.map(|file| file.sha256.as_str()).collect();
        let below = |folder: &Path| below(folder, &known).map_err(|(path, error)| unreadable(&path, &error));
        Ok(SignedFiles {
            given: given.map(below).transpose()?.unwrap_or_default(),
            own: below(&handout.folder)?,
            folder: handout.folder.clone(),
        })
    }

    /// Whether a file of the ledger was signed.
    pub(super) fn has(&self, file: &LedgerFile) -> bool {
        [&self.given, &self.own].into_iter().any(|found| found.signed.contains_key(&file.sha256))
    }

    /// The bytes of the signed file that goes out instead of this one; none where it was not signed.
    ///
    /// # Errors
    /// It is not clear which it is, or it is no longer there.
    pub(super) fn choose(&self, file: &LedgerFile) -> Result<Option<Vec<u8>>, Trouble> {
        let of = |found: &'_ BTreeMap<String, Vec<PathBuf>>| found.get(&file.sha256).cloned().unwrap_or_default();
        if let Some(altered) = of(&self.given.altered).iter().chain(&of(&self.own.altered)).next() {
            return Err(faults::altered_form(&file.path, &altered.display().to_string()));
        }
        let (given, own) = (of(&self.given.signed), of(&self.own.signed));
        let in_place = self.folder.join(&file.path);
        let path = match (given.as_slice(), own.as_slice()) {
            ([], []) => return Ok(None),
            ([path], _) => path,
            ([], [path]) if *path == in_place => path,
            ([], [path]) => {
                let folder = shell_word(&path.parent().unwrap_or(path).display().to_string());
                return Err(faults::signed_beside(&file.path, &name(path), &folder));
            }
            ([], several) | (several, _) => {
                let names: Vec<String> = several.iter().map(|path| name(path)).collect();
                return Err(faults::signed_often(&file.path, &names.join(", ")));
            }
        };
        // The file may have changed since it was looked at.
        let is_signed = |bytes: &Vec<u8>| {
            appended(bytes, [file.sha256.as_str()].into_iter()).is_some_and(|file| file.judgement.is_ok())
        };
        let bytes = built::bytes(path).ok().filter(is_signed);
        bytes.map(Some).ok_or_else(|| faults::changed_file(&file.path))
    }
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn below(folder: &Path, known: &BTreeSet<&str>) -> Result<Appended, (PathBuf, io::Error)> {
    let mut found = Appended::default();
    let listed = built::files_below(folder).map_err(|error| (folder.to_owned(), error))?;
    for path in listed.iter().map(|path| folder.join(path)) {
        if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) || !built::is_plain(&path) {
            continue;
        }
        let bytes = built::bytes(&path).map_err(|error| (path.clone(), error))?;
        if let Some(file) = appended(&bytes, known.iter().copied()) {
            let kind = if file.judgement.is_ok() { &mut found.signed } else { &mut found.altered };
            kind.entry(file.own).or_default().push(path);
        }
    }
    Ok(found)
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let path = path.display();
    Failure::about(error, format!("không đọc được `{path}`"), format!("cannot read `{path}`"))
}
