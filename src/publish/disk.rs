//! Steps of the file system that outlast a power cut: what is written is on the disk before it takes the place of anything.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Writes a file, and makes the folders that it lies in where they are missing.
pub(super) fn write(place: &Path, bytes: &[u8]) -> io::Result<()> {
    in_folder(place, || File::create(place))?.write_all(bytes)
}

/// Makes a file, and the folders that it lies in where they are missing.
pub(super) fn in_folder<T>(place: &Path, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match (make(), place.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            make()
        }
        (made, _) => made,
    }
}

/// Writes a file beside its place, in a temporary one of the same folder, and puts it there in one step, whatever is there.
pub(super) fn replace(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let (file, folder) = written_beside(place, bytes)?;
    file.persist(place).map_err(|error| error.error)?;
    sync_names(&folder)
}

/// [`replace`], but only where nothing is there.
pub(super) fn create(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let (file, folder) = written_beside(place, bytes)?;
    file.persist_noclobber(place).map_err(|error| error.error)?;
    sync_names(&folder)
}

/// How the names of temporary files begin.
const TEMPORARY: &str = ".camnang-";

/// Deletes the temporary files that runs have left which were ended by force. Nobody else may write to the folder.
pub(super) fn remove_temporary(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(TEMPORARY) && entry.file_type()?.is_file() {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// A temporary file with these bytes, on the disk; it is deleted if nobody keeps it.
pub(super) fn written_beside(place: &Path, bytes: &[u8]) -> io::Result<(NamedTempFile, PathBuf)> {
    let folder = folder_of(place).to_owned();
    let mut builder = tempfile::Builder::new();
    // Temporary files are private; these are to be as the user's other files are.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.prefix(TEMPORARY).tempfile_in(&folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok((file, folder))
}

/// Returns when every file below the folder, and every name in it, is on the disk. Linux has one call for a whole file system; elsewhere it is
/// done file by file.
pub(super) fn sync_below(folder: &Path) -> io::Result<()> {
    if sync_file_system(folder).is_ok() {
        return Ok(());
    }
    for entry in walkdir::WalkDir::new(folder).contents_first(true) {
        let entry = entry.map_err(io::Error::from)?;
        match entry.file_type() {
            kind if kind.is_dir() => sync_names(entry.path())?,
            kind if kind.is_file() => File::options().write(true).open(entry.path())?.sync_all()?,
            _ => {}
        }
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn sync_file_system(folder: &Path) -> io::Result<()> {
    rustix::fs::syncfs(File::open(folder)?).map_err(io::Error::from)
}

#[cfg(not(target_os = "linux"))]
fn sync_file_system(_: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Returns when the names in a folder are on the disk. Only Unix can, and needs to.
pub(super) fn sync_names(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Makes a folder with those that it lies in; each is on the disk as a name in the one above.
pub(super) fn make_folders(folder: &Path) -> io::Result<()> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|it| !it.as_os_str().is_empty() && !it.is_dir()).collect();
    for made in missing.into_iter().rev() {
        match fs::create_dir(made) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && made.is_dir() => {}
            done => done.and_then(|()| sync_names(folder_of(made)))?,
        }
    }
    Ok(())
}

/// The folder that a file or folder lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Opens a file that only serves as a lock. A pipe in its place would wait for somebody to read from it.
pub(super) fn open_lock(place: &Path) -> io::Result<File> {
    if fs::metadata(place).is_ok_and(|there| !there.is_file()) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, format!("`{}` is no plain file", place.display())));
    }
    File::options().create(true).truncate(false).write(true).open(place)
}

/// Lets two folders or files change places in one step. Not every system and file system can.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
