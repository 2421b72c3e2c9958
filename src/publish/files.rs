//! Other bytes for files of an editor, all or none: each is written beside its place and takes it in one step, and only if
//! what is there is still what the change was made of. Whoever looks sees the former file or the new one.
#![expect(clippy::disallowed_methods, reason = "a part of the only writer")]

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

use super::disk;
use crate::hash::sha256;

/// How often files are exchanged to give back what somebody else is writing.
const TRIES: usize = 16;

/// A file and the bytes that it is to have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewBytes {
    pub place: PathBuf,
    /// SHA-256 of what the change was made of; `None` for a file that is not to be there yet.
    pub former: Option<String>,
    pub bytes: Vec<u8>,
}

/// Why no file was written.
#[derive(Debug)]
pub enum Unwritten {
    /// The file is no longer what the change was made of: what it is now, or nothing where it is gone.
    Changed {
        place: PathBuf,
        found: Option<Vec<u8>>,
    },
    /// A link: what it leads to belongs to somebody else.
    Link(PathBuf),
    /// It may not be written, by its own permissions.
    ReadOnly(PathBuf),
    Disk {
        place: PathBuf,
        error: io::Error,
    },
}

/// Writes all of these files, or none: where one cannot take its place, those that have are put back. They are on the disk
/// when this returns. A crash between two of them may leave the later as they were; none is ever a part of itself.
///
/// # Errors
/// Nothing was written.
pub fn replace_files(files: &[NewBytes]) -> Result<(), Unwritten> {
    let _alone = alone(files);
    let ready = files.iter().map(prepare).collect::<Result<Vec<_>, _>>()?;
    // Writing takes longer than looking: what was changed meanwhile is seen before the first takes its place.
    files.iter().try_for_each(|file| look(file).map(drop))?;
    let mut done = Vec::new();
    for (ready, file) in ready.into_iter().zip(files) {
        match ready.take_place(file) {
            Ok(former) => done.push((file, former)),
            Err(unwritten) => {
                done.into_iter().rev().for_each(|(file, former)| put_back(file, former));
                return Err(unwritten);
            }
        }
    }
    let at = |place: &Path, error| Unwritten::Disk { place: place.to_owned(), error };
    let synced =
        |file: &NewBytes| disk::sync_names(disk::folder_of(&file.place)).map_err(|error| at(&file.place, error));
    files.iter().try_for_each(synced)
}

/// Removes a file that still is what it was.
///
/// # Errors
/// It is there as it was.
pub fn remove_file(place: &Path, former: &str) -> Result<(), Unwritten> {
    let file = NewBytes { place: place.to_owned(), former: Some(former.to_owned()), bytes: Vec::new() };
    let _alone = alone(std::slice::from_ref(&file));
    look(&file)?;
    let failed = |error| Unwritten::Disk { place: place.to_owned(), error };
    let folder = disk::folder_of(place);
    let beside = tempfile::Builder::new().prefix(".camnang-").tempfile_in(folder).map_err(failed)?;
    fs::rename(place, beside.path()).map_err(failed)?;
    let found = content(beside.path());
    if found.as_ref().is_some_and(|found| sha256(found) == former) {
        // The file goes with its temporary name.
        drop(beside);
        return disk::sync_names(folder).map_err(failed);
    }
    // Somebody changed it at the last moment. Where they have written a new one already, that is the later.
    match beside.persist_noclobber(place) {
        Err(error) if error.error.kind() != io::ErrorKind::AlreadyExists => Err(failed(error.error)),
        _ => Err(Unwritten::Changed { place: place.to_owned(), found }),
    }
}

/// Two who exchange the same file at once would give back what the other has put there: only one of ours at a time replaces
/// files, in this process and, where folders can be locked, in others.
fn alone(files: &[NewBytes]) -> (MutexGuard<'static, ()>, Vec<File>) {
    static ONE: Mutex<()> = Mutex::new(());
    let one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let folders: BTreeSet<&Path> = files.iter().map(|file| disk::folder_of(&file.place)).collect();
    (one, folders.into_iter().filter_map(locked).collect())
}

#[cfg(unix)]
fn locked(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    folder.lock().ok().map(|()| folder)
}

#[cfg(not(unix))]
fn locked(_: &Path) -> Option<File> {
    None
}

/// A new file beside its place.
struct ReadyFile {
    beside: NamedTempFile,
    former: Option<Vec<u8>>,
}

fn prepare(file: &NewBytes) -> Result<ReadyFile, Unwritten> {
    let former = look(file)?;
    let written = || {
        disk::make_folders(disk::folder_of(&file.place))?;
        let (beside, _) = disk::written_beside(&file.place, &file.bytes)?;
        if let Some((_, metadata)) = &former {
            beside.as_file().set_permissions(metadata.permissions())?;
        }
        Ok(beside)
    };
    let beside = written().map_err(|error| Unwritten::Disk { place: file.place.clone(), error })?;
    Ok(ReadyFile { beside, former: former.map(|(bytes, _)| bytes) })
}

/// The file as it is, which must be as it was.
fn look(file: &NewBytes) -> Result<Option<(Vec<u8>, Metadata)>, Unwritten> {
    let place = file.place.clone();
    let changed = |found| Unwritten::Changed { place: file.place.clone(), found };
    let metadata = match fs::symlink_metadata(&place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && file.former.is_none() => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(changed(None)),
        Err(error) => return Err(Unwritten::Disk { place, error }),
        Ok(metadata) if metadata.is_symlink() => return Err(Unwritten::Link(place)),
        Ok(metadata) if !metadata.is_file() => {
            return Err(Unwritten::Disk { place, error: io::ErrorKind::Unsupported.into() });
        }
        Ok(metadata) => metadata,
    };
    let bytes = fs::read(&place).map_err(|error| Unwritten::Disk { place: place.clone(), error })?;
    match &file.former {
        Some(former) if *former == sha256(&bytes) && metadata.permissions().readonly() => {
            Err(Unwritten::ReadOnly(place))
        }
        Some(former) if *former == sha256(&bytes) => Ok(Some((bytes, metadata))),
        _ => Err(changed(Some(bytes))),
    }
}

impl ReadyFile {
    /// Puts the new file in its place, and returns what it replaced.
    fn take_place(self, file: &NewBytes) -> Result<Option<Vec<u8>>, Unwritten> {
        let failed = |error| Unwritten::Disk { place: file.place.clone(), error };
        let Some(former) = self.former else {
            let taken = |error: &io::Error| error.kind() == io::ErrorKind::AlreadyExists;
            return match self.beside.persist_noclobber(&file.place) {
                Ok(_) => Ok(None),
                Err(error) if taken(&error.error) => {
                    Err(Unwritten::Changed { place: file.place.clone(), found: fs::read(&file.place).ok() })
                }
                Err(error) => Err(failed(error.error)),
            };
        };
        match disk::exchange(self.beside.path(), &file.place) {
            Ok(()) => confirm(&self.beside, file, former),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(Unwritten::Changed { place: file.place.clone(), found: None })
            }
            // Not every system can exchange two files.
            Err(_) => {
                self.beside.persist(&file.place).map_err(|error| failed(error.error))?;
                Ok(Some(former))
            }
        }
    }
}

/// The file that was exchanged is beside its place now. If somebody changed it at the last moment it goes back.
fn confirm(beside: &NamedTempFile, file: &NewBytes, former: Vec<u8>) -> Result<Option<Vec<u8>>, Unwritten> {
    let found = content(beside.path());
    if found.as_ref() == Some(&former) {
        return Ok(Some(former));
    }
    Err(give_back(beside, file, found))
}

/// Exchanges the files again until what comes out is what we put in: somebody may have written over that meanwhile, and
/// theirs is then the latest.
fn give_back(beside: &NamedTempFile, file: &NewBytes, mut found: Option<Vec<u8>>) -> Unwritten {
    let mut ours = Some(file.bytes.clone());
    for _ in 0..TRIES {
        if let Err(error) = disk::exchange(beside.path(), &file.place) {
            return Unwritten::Disk { place: file.place.clone(), error };
        }
        let out = content(beside.path());
        if out == ours {
            break;
        }
        ours = std::mem::replace(&mut found, out);
    }
    Unwritten::Changed { place: file.place.clone(), found }
}

/// The bytes of a plain file.
fn content(path: &Path) -> Option<Vec<u8>> {
    let is_file = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file());
    fs::read(path).ok().filter(|_| is_file)
}

/// Undoes what was done; only the fault is reported that made this needed.
fn put_back(file: &NewBytes, former: Option<Vec<u8>>) {
    let _ = match former {
        Some(bytes) => {
            let permissions = fs::metadata(&file.place).map(|metadata| metadata.permissions());
            disk::replace(&file.place, &bytes)
                .and_then(|()| permissions.and_then(|permissions| fs::set_permissions(&file.place, permissions)))
        }
        None => fs::remove_file(&file.place),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(place: &Path, former: Option<&str>, bytes: &str) -> NewBytes {
        let former = former.map(|former| sha256(former.as_bytes()));
        NewBytes { place: place.to_owned(), former, bytes: bytes.as_bytes().to_vec() }
    }

    /// The files of a folder, by name; no temporary file of ours may be left.
    fn files(folder: &Path) -> Vec<(String, String)> {
        let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
        let mut files: Vec<(String, String)> = entries
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap()))
            .collect();
        files.sort();
        files
    }

    fn pair(name: &str, text: &str) -> (String, String) {
        (name.to_owned(), text.to_owned())
    }

    #[test]
    fn all_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let (a, b) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&a, "1").unwrap();
        replace_files(&[new(&a, Some("1"), "2"), new(&b, None, "new")]).unwrap();
        assert_eq!(files(folder.path()), [pair("a", "2"), pair("b", "new")]);
        // The second is not what it was; the first stays.
        let unwritten = replace_files(&[new(&a, Some("2"), "3"), new(&b, Some("other"), "3")]).unwrap_err();
        assert!(matches!(unwritten, Unwritten::Changed { place, found: Some(found) } if place == b && found == b"new"));
        let unwritten = replace_files(&[new(&a, Some("2"), "3"), new(&b, None, "3")]).unwrap_err();
        assert!(matches!(unwritten, Unwritten::Changed { .. }));
        assert_eq!(files(folder.path()), [pair("a", "2"), pair("b", "new")]);
    }

    #[test]
    fn a_file_is_removed_only_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a");
        fs::write(&place, "theirs").unwrap();
        let refused = remove_file(&place, &sha256(b"ours")).unwrap_err();
        assert!(matches!(refused, Unwritten::Changed { found: Some(found), .. } if found == b"theirs"));
        assert_eq!(files(folder.path()), [pair("a", "theirs")]);
        remove_file(&place, &sha256(b"theirs")).unwrap();
        assert!(files(folder.path()).is_empty());
        assert!(matches!(remove_file(&place, &sha256(b"x")), Err(Unwritten::Changed { found: None, .. })));
    }

    #[test]
    fn a_file_that_is_gone_is_not_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a");
        let unwritten = replace_files(&[new(&place, Some("1"), "2")]).unwrap_err();
        assert!(matches!(unwritten, Unwritten::Changed { found: None, .. }));
        assert!(files(folder.path()).is_empty());
    }

    /// The last moment: it was looked at, and is another one when ours takes its place.
    #[test]
    fn what_is_changed_at_the_last_moment_goes_back() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a");
        fs::write(&place, "1").unwrap();
        let file = new(&place, Some("1"), "2");
        let ready = prepare(&file).unwrap();
        fs::write(&place, "theirs").unwrap();
        match ready.take_place(&file) {
            Err(Unwritten::Changed { found: Some(found), .. }) => assert_eq!(found, b"theirs"),
            // Where two files cannot change places the moment is not seen.
            other if cfg!(any(target_os = "linux", target_os = "macos")) => panic!("{other:?}"),
            _ => return,
        }
        assert_eq!(files(folder.path()), [pair("a", "theirs")]);
    }

    /// The same for a new file: somebody has made one of this name.
    #[test]
    fn a_file_that_appears_at_the_last_moment_stays() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a");
        let file = new(&place, None, "2");
        let ready = prepare(&file).unwrap();
        fs::write(&place, "theirs").unwrap();
        let unwritten = ready.take_place(&file).unwrap_err();
        assert!(matches!(unwritten, Unwritten::Changed { found: Some(found), .. } if found == b"theirs"));
        assert_eq!(files(folder.path()), [pair("a", "theirs")]);
    }

    #[test]
    fn those_that_have_taken_their_place_are_put_back() {
        let folder = tempfile::tempdir().unwrap();
        let (a, b, c) = (folder.path().join("a"), folder.path().join("b"), folder.path().join("c"));
        fs::write(&a, "1").unwrap();
        fs::write(&c, "1").unwrap();
        let all = [new(&a, Some("1"), "2"), new(&b, None, "2"), new(&c, Some("1"), "2")];
        let mut ready: Vec<ReadyFile> = all.iter().map(|file| prepare(file).unwrap()).collect();
        let last = ready.pop().unwrap();
        let done: Vec<_> = ready.into_iter().zip(&all).map(|(ready, file)| ready.take_place(file).unwrap()).collect();
        fs::remove_file(&c).unwrap();
        last.take_place(&all[2]).unwrap_err();
        all.iter().zip(done).for_each(|(file, former)| put_back(file, former));
        assert_eq!(files(folder.path()), [pair("a", "1")]);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_links_are_not_followed() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (place, link) = (folder.path().join("a"), folder.path().join("link"));
        fs::write(&place, "1").unwrap();
        symlink("a", &link).unwrap();
        fs::set_permissions(&place, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(replace_files(&[new(&link, Some("1"), "2")]), Err(Unwritten::Link(_))));
        replace_files(&[new(&place, Some("1"), "2")]).unwrap();
        assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&place, fs::Permissions::from_mode(0o440)).unwrap();
        assert!(matches!(replace_files(&[new(&place, Some("2"), "3")]), Err(Unwritten::ReadOnly(_))));
        assert_eq!(fs::read_link(&link).unwrap(), Path::new("a"));
        assert_eq!(fs::read_to_string(&place).unwrap(), "2");
    }
}
