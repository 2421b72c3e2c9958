//! A new folder with all its files, for `camnang init`: whole, or as it was before.
#![expect(clippy::disallowed_methods, reason = "a part of the only writer")]

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::inventory::{FolderRecord, RECORD};
use super::place::{PublishFault, canonical};
use super::replacement::Replacement;
use super::{Manifest, disk};
use crate::litter::is_disposable;

/// Why no new corpus is put in a folder.
#[derive(Debug)]
pub enum Unfit {
    /// A file, or something else that is no folder, is there.
    NotAFolder,
    /// A link is there that leads nowhere.
    DanglingLink,
    /// There is something in it: the names, sorted.
    NotEmpty(Vec<String>),
    /// It lies in this corpus, which would take the new files for its own.
    WithinCorpus(PathBuf),
    /// It lies in this output of ours, which could not be replaced any more.
    WithinOutput(PathBuf),
    Disk(io::Error),
}

impl From<io::Error> for Unfit {
    fn from(error: io::Error) -> Self {
        Unfit::Disk(error)
    }
}

impl From<PublishFault> for Unfit {
    fn from(fault: PublishFault) -> Self {
        Unfit::Disk(fault.into())
    }
}

/// Puts files into a folder that is not there yet, with those that it lies in, or that is empty. All of them are on the
/// disk when this returns. Where it fails, nothing of them is left.
///
/// # Errors
/// See [`Unfit`].
pub fn create_folder(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Unfit> {
    match look(folder)? {
        FreshPlace::Free(place) => Ok(whole(&place, files)?),
        FreshPlace::Empty(place) => fill(&place, files),
    }
}

/// Looks whether [`create_folder`] may begin.
///
/// # Errors
/// It may not, or nobody can look.
pub fn inspect_fresh(folder: &Path) -> Result<(), Unfit> {
    look(folder).map(drop)
}

/// Where a new folder may be, behind every link.
enum FreshPlace {
    Free(PathBuf),
    Empty(PathBuf),
}

fn look(folder: &Path) -> Result<FreshPlace, Unfit> {
    let place = canonical(folder);
    refuse_nested(&place)?;
    match fs::metadata(&place) {
        Ok(there) if !there.is_dir() => Err(Unfit::NotAFolder),
        Ok(_) => match entries(&place)? {
            entries if entries.is_empty() => Ok(FreshPlace::Empty(place)),
            entries => Err(Unfit::NotEmpty(entries)),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::symlink_metadata(&place) {
            Ok(_) => Err(Unfit::DanglingLink),
            Err(_) => Ok(FreshPlace::Free(place)),
        },
        Err(error) => Err(error.into()),
    }
}

/// What a version history keeps beside the files: whoever makes a repository first and the booklet in it loses nothing.
const HISTORY: [&str; 3] = [".git", ".gitattributes", ".gitignore"];

/// What a new booklet could collide with in a folder.
fn entries(folder: &Path) -> io::Result<Vec<String>> {
    let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<io::Result<Vec<String>>>()?;
    names.retain(|name| !is_disposable(name) && name != LEFT && !HISTORY.contains(&name.as_str()));
    names.sort();
    Ok(names)
}

fn refuse_nested(place: &Path) -> Result<(), Unfit> {
    for above in place.ancestors().skip(1) {
        if above.join("vocabulary.yaml").is_file() && above.join("editions").is_dir() {
            return Err(Unfit::WithinCorpus(above.to_owned()));
        }
        // A record that cannot be read is not one of ours.
        if fs::read(above.join(RECORD)).is_ok_and(|bytes| is_record_of_ours(&bytes)) {
            return Err(Unfit::WithinOutput(above.to_owned()));
        }
    }
    Ok(())
}

/// The record of an edition's folder, or of one copy of a hand-out: both name the program.
fn is_record_of_ours(bytes: &[u8]) -> bool {
    Manifest::record(bytes).is_some()
        || serde_json::from_slice::<serde_json::Value>(bytes).is_ok_and(|record| {
            record.get("generator").is_some_and(|by| by.as_str().is_some_and(|by| by.starts_with("camnang ")))
        })
}

/// Writes the folder beside its place; it is there in one step.
fn whole(place: &Path, files: &[(String, Vec<u8>)]) -> Result<(), PublishFault> {
    let folder = Replacement::begin(place, nobody_else)?;
    files.iter().try_for_each(|(path, bytes)| folder.write(path, bytes))?;
    folder.finish(&mut |_| Ok(()))
}

/// Of a folder that is made anew no record is ours.
fn nobody_else(_: &[u8]) -> Option<FolderRecord> {
    None
}

/// Where the files of an empty folder are gathered before each takes its place.
const GATHERED: &str = ".camnang-init";
/// What an interrupted run leaves of it, unfinished; the next one clears it away.
const LEFT: &str = "..camnang-init.new";

/// Fills a folder that stays itself: it may be the working folder of a shell, or a disk. The files are whole and on the
/// disk before the first of them takes its place; a power cut between the first and the last leaves [`GATHERED`] with
/// the others, which the next `init` names.
fn fill(place: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Unfit> {
    let gathered = place.join(GATHERED);
    whole(&gathered, files)?;
    let names: BTreeSet<&str> = files.iter().filter_map(|(path, _)| path.split('/').next()).collect();
    let moved = names.iter().try_for_each(|name| fs::rename(gathered.join(name), place.join(name)));
    if moved.is_err() {
        // Moved files are ours, and were not there before.
        for name in &names {
            let _ = fs::rename(place.join(name), gathered.join(name));
        }
        let _ = fs::remove_dir_all(&gathered);
    }
    moved?;
    fs::remove_dir(&gathered)?;
    Ok(disk::sync_names(place)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<(String, Vec<u8>)> {
        [("a.yaml", "a\n"), ("editions/b.yaml", "b\n")].map(|(path, text)| (path.to_owned(), text.into())).to_vec()
    }

    fn names(folder: &Path) -> Vec<String> {
        let all = walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
        all.map(|entry| entry.unwrap().path().strip_prefix(folder).unwrap().to_string_lossy().into_owned()).collect()
    }

    const MADE: [&str; 3] = ["a.yaml", "editions", "editions/b.yaml"];

    #[test]
    fn a_folder_that_is_not_there_is_made_with_those_above_it() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("x/y/z");
        create_folder(&folder, &files()).unwrap();
        assert_eq!(names(&folder), MADE);
        assert_eq!(names(root.path()).len(), 3 + MADE.len(), "something is left beside it");
        assert!(
            matches!(create_folder(&folder, &files()), Err(Unfit::NotEmpty(names)) if names == ["a.yaml", "editions"])
        );
    }

    #[test]
    fn an_empty_folder_stays_itself() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join(".DS_Store"), "x").unwrap();
        fs::create_dir(root.path().join(".git")).unwrap();
        // What an interrupted run left, unfinished.
        fs::create_dir(root.path().join("..camnang-init.new")).unwrap();
        fs::write(root.path().join("..camnang-init.new/.camnang-unfinished"), "").unwrap();
        create_folder(root.path(), &files()).unwrap();
        assert_eq!(names(root.path()), [&[".DS_Store", ".git"][..], &MADE].concat());
    }

    /// A name that cannot take its place: what has taken one before goes again.
    #[test]
    fn where_it_fails_nothing_is_left() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("desktop.ini"), "x").unwrap();
        let files = [files(), vec![("desktop.ini/z.yaml".to_owned(), b"z".to_vec())]].concat();
        assert!(matches!(create_folder(root.path(), &files), Err(Unfit::Disk(_))));
        assert_eq!(names(root.path()), ["desktop.ini"]);
        // A file in the way of a folder, below a folder that is not there yet.
        let files = [files, vec![("a.yaml/y".to_owned(), Vec::new())]].concat();
        assert!(matches!(create_folder(&root.path().join("x/y"), &files), Err(Unfit::Disk(_))));
        assert_eq!(names(root.path()), ["desktop.ini", "x"]);
    }

    #[test]
    fn what_is_there_is_named() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::create_dir_all(at("kho/editions")).unwrap();
        fs::write(at("kho/vocabulary.yaml"), "x").unwrap();
        fs::create_dir_all(at("output/so-tay/html")).unwrap();
        fs::write(at("output/so-tay/manifest.json"), r#"{"generator": "camnang 0.1.0"}"#).unwrap();
        fs::write(at("tệp"), "x").unwrap();
        let said = |path: &str| format!("{:?}", inspect_fresh(&at(path)).unwrap_err());
        assert_eq!(said("kho/excerpts/a"), format!("WithinCorpus({:?})", canonical(&at("kho"))));
        assert_eq!(said("output/so-tay/html/a"), format!("WithinOutput({:?})", canonical(&at("output/so-tay"))));
        assert_eq!(said("tệp"), "NotAFolder");
        assert!(said("tệp/a").contains("NotADirectory"), "{}", said("tệp/a"));
        assert_eq!(said("kho"), r#"NotEmpty(["editions", "vocabulary.yaml"])"#);
        #[cfg(unix)]
        {
            fs::create_dir(at("trống")).unwrap();
            std::os::unix::fs::symlink(at("trống"), at("lối tắt")).unwrap();
            std::os::unix::fs::symlink(at("không có"), at("lối cụt")).unwrap();
            assert_eq!(said("lối cụt"), "DanglingLink");
            create_folder(&at("lối tắt"), &files()).unwrap();
            assert_eq!(names(&at("trống")), MADE);
            assert!(fs::symlink_metadata(at("lối tắt")).unwrap().is_symlink());
        }
    }
}
