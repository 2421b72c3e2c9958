//! Decides where an output may be put: never into what the editor wrote, never around it, and wherever a link leads.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::inventory::{CheckDepth, Foreign, Inventory, ReadRecord};

/// Files nearby that are not ours.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Surroundings {
    /// Folders that no output may lie in or hold: the corpus, an office's templates.
    pub sources: Vec<PathBuf>,
    /// Folders that no output may hold or be: the working folder, the user's home.
    pub kept: Vec<PathBuf>,
}

/// Why nothing is written to a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PlaceRefusal {
    /// It lies within this folder, or is it.
    Within { place: PathBuf, folder: PathBuf },
    /// It holds this folder, or is it.
    Holds { place: PathBuf, folder: PathBuf },
    /// Something that is no folder is there.
    NotAFolder(PathBuf),
    /// A link is there that leads nowhere.
    DanglingLink(PathBuf),
    /// There are files in it that we did not make, or that were altered since.
    Foreign { place: PathBuf, foreign: Foreign },
}

/// Why a folder was not written.
#[derive(Debug)]
pub enum PublishFault {
    Refused(PlaceRefusal),
    Disk(io::Error),
}

impl From<io::Error> for PublishFault {
    fn from(error: io::Error) -> Self {
        PublishFault::Disk(error)
    }
}

impl From<PlaceRefusal> for PublishFault {
    fn from(refusal: PlaceRefusal) -> Self {
        PublishFault::Refused(refusal)
    }
}

impl From<PublishFault> for io::Error {
    fn from(fault: PublishFault) -> Self {
        match fault {
            PublishFault::Disk(error) => error,
            PublishFault::Refused(refusal) => io::Error::other(format!("{refusal:?}")),
        }
    }
}

impl Surroundings {
    /// # Errors
    /// The place is within what is not ours, or around it.
    pub fn check(&self, place: &Path) -> Result<(), PlaceRefusal> {
        let whole_place = canonical(place);
        let sources = self.sources.iter().map(|folder| (folder, canonical(folder))).collect::<Vec<_>>();
        if let Some((folder, _)) = sources.iter().find(|(_, folder)| whole_place.starts_with(folder)) {
            return Err(PlaceRefusal::Within { place: place.to_owned(), folder: (*folder).clone() });
        }
        let kept = self.kept.iter().map(|folder| (folder, canonical(folder)));
        match sources.into_iter().chain(kept).find(|(_, folder)| folder.starts_with(&whole_place)) {
            Some((folder, _)) => Err(PlaceRefusal::Holds { place: place.to_owned(), folder: folder.clone() }),
            None => Ok(()),
        }
    }
}

/// Where a place really is, behind every link.
pub(super) fn locate(place: &Path, around: &Surroundings) -> Result<PathBuf, PublishFault> {
    around.check(place)?;
    match fs::symlink_metadata(place) {
        Ok(there) if there.is_symlink() => {
            Ok(fs::canonicalize(place).map_err(|_| PlaceRefusal::DanglingLink(place.to_owned()))?)
        }
        _ => Ok(place.to_owned()),
    }
}

/// The files of ours in a folder; `None` where there is nothing.
pub(super) fn former(folder: &Path, read: ReadRecord, look: CheckDepth) -> Result<Option<Inventory>, PublishFault> {
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
        Ok(there) if !there.is_dir() => return Err(PlaceRefusal::NotAFolder(folder.to_owned()).into()),
        Ok(_) => {}
    }
    let taken = Inventory::take(folder, read, look)?;
    Ok(Some(taken.map_err(|foreign| PlaceRefusal::Foreign { place: folder.to_owned(), foreign })?))
}

/// The path without links and `..`, also where its end is not there yet.
pub(super) fn canonical(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut missing: Vec<OsString> = Vec::new();
    let mut there = path.as_path();
    let mut found = loop {
        match (fs::canonicalize(there), there.parent(), there.components().next_back()) {
            (Ok(found), ..) => break found,
            (Err(_), Some(parent), Some(last)) => {
                missing.push(last.as_os_str().to_owned());
                there = parent;
            }
            _ => break there.to_owned(),
        }
    };
    for part in missing.iter().rev() {
        match Path::new(part).components().next() {
            Some(Component::ParentDir) => drop(found.pop()),
            _ => found.push(part),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `output`, whether an output may be there.
    #[test]
    fn outputs_and_what_they_must_not_touch() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        for folder in ["nha/viec/corpus/excerpts", "nha/viec/output", "nha/viec/mau", "nha/khac"] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(at("nha/viec/corpus"), at("nha/loi-tat")).unwrap();
            std::os::unix::fs::symlink(at("nha/viec"), at("nha/viec-2")).unwrap();
        }
        let around = Surroundings {
            sources: vec![at("nha/viec/corpus"), at("nha/viec/mau")],
            kept: vec![at("nha/viec"), at("nha")],
        };
        let said = |path: &str| match around.check(&at(path)) {
            Ok(()) => "fine",
            Err(PlaceRefusal::Within { .. }) => "within",
            Err(PlaceRefusal::Holds { .. }) => "holds",
            Err(other) => panic!("{path}: {other:?}"),
        };
        for (path, expected) in [
            ("nha/viec/output/ipv6", "fine"),
            ("nha/viec/ipv6", "fine"),
            ("nha/khac/ipv6", "fine"),
            ("nha/viec/corpus-2", "fine"),
            ("nha/viec/chua-co/../corpus-2/ipv6", "fine"),
            ("nha/viec/corpus", "within"),
            ("nha/viec/corpus/ipv6", "within"),
            ("nha/viec/corpus/excerpts/a/b", "within"),
            ("nha/viec/output/../corpus", "within"),
            ("nha/viec/chua-co/../corpus", "within"),
            ("nha/viec/./corpus/./x", "within"),
            ("nha/viec/mau/ipv6", "within"),
            ("nha/viec", "holds"),
            ("nha/khac/..", "holds"),
            ("nha", "holds"),
            ("", "holds"),
        ] {
            assert_eq!(said(path), expected, "{path}");
        }
        #[cfg(unix)]
        for (path, expected) in [
            ("nha/loi-tat", "within"),
            ("nha/loi-tat/ipv6", "within"),
            ("nha/viec-2/corpus/ipv6", "within"),
            ("nha/viec-2", "holds"),
            ("nha/loi-tat/../output/ipv6", "fine"),
            ("nha/loi-tat/../mau", "within"),
        ] {
            assert_eq!(said(path), expected, "{path}");
        }
    }
}
