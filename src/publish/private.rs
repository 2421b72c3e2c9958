//! Files that serve one running program only: they are nobody's output, and other users of the machine cannot read them.
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::Path;

use super::disk;

/// Writes a file that only this user can read, in the place of what is there.
///
/// # Errors
/// The disk does not take it.
pub fn write_private(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = disk::folder_of(place);
    disk::make_folders(folder)?;
    // A temporary file is private by itself.
    let mut file = tempfile::Builder::new().prefix(".camnang-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(place).map_err(|error| error.error)?;
    disk::sync_names(folder)
}

/// A folder that this program has for itself until this is dropped.
pub struct Claim {
    _lock: File,
}

/// Takes a folder for this program. `None`: another program has it.
///
/// # Errors
/// Nothing can be written there.
pub fn claim(lock: &Path) -> io::Result<Option<Claim>> {
    disk::make_folders(disk::folder_of(lock))?;
    let file = disk::open_lock(lock)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Claim { _lock: file })),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Removes a file that [`write_private`] wrote; one that is gone is as good.
#[expect(clippy::disallowed_methods, reason = "a part of the only writer")]
pub fn forget_private(place: &Path) {
    let _ = fs::remove_file(place);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_program_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let lock = folder.path().join("inner/lock");
        let first = claim(&lock).unwrap();
        assert!(first.is_some() && claim(&lock).unwrap().is_none());
        drop(first);
        assert!(claim(&lock).unwrap().is_some());
    }

    #[test]
    fn nobody_else_can_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("run.json");
        write_private(&place, b"1").unwrap();
        write_private(&place, b"2").unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"2");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o600);
        }
        forget_private(&place);
        assert!(!place.exists());
    }
}
