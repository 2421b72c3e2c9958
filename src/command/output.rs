//! The folder of outputs, and the messages where nothing may be written to it.

use std::path::{Path, PathBuf};

use super::{Console, Failure};
use crate::command::messages::output;
use crate::publish::{Foreign, PlaceRefusal, PublishFault, Surroundings};

/// The folders that no output may touch: the corpus, the office's own templates, and around them the working folder and the
/// user's home.
pub(super) fn surroundings(corpus: &Path, templates: Option<&Path>, console: &dyn Console) -> Surroundings {
    let home = ["HOME", "USERPROFILE"].into_iter().filter_map(|name| console.variable(name));
    let home = home.filter(|path| !path.is_empty()).map(PathBuf::from);
    Surroundings {
        sources: [corpus].into_iter().chain(templates).map(Path::to_owned).collect(),
        kept: std::path::absolute(".").ok().into_iter().chain(home).collect(),
    }
}

/// What to do where a folder cannot take the place of another, since a file in that is open.
const CLOSE: (&str, &str) = (
    "Nếu đang mở tệp nào trong đó, nhất là PDF, thì đóng tệp rồi làm lại",
    "If a file in it is open, above all a PDF, close it and do this again",
);

/// Words the failure to write a folder; `advice` is for a failure of the disk.
pub(super) fn failed(fault: PublishFault, output: &Path, advice: (&str, &str)) -> Failure {
    match fault {
        PublishFault::Refused(refusal) => refused(&refusal),
        PublishFault::Disk(error) => {
            let shown = output.display();
            let failure =
                Failure::about(&error, format!("không ghi được vào `{shown}`"), format!("cannot write to `{shown}`"));
            // Windows says so of a folder of which a file is open.
            let failure = match error.kind() {
                std::io::ErrorKind::PermissionDenied => failure.advise(CLOSE.0, CLOSE.1),
                _ => failure,
            };
            failure.advise(advice.0, advice.1)
        }
    }
}

fn refused(refusal: &PlaceRefusal) -> Failure {
    let shown = |path: &PathBuf| path.display().to_string();
    Failure(match refusal {
        PlaceRefusal::Within { place, folder } => output::within(&shown(place), &shown(folder)),
        PlaceRefusal::Holds { place, folder } => output::holds(&shown(place), &shown(folder)),
        PlaceRefusal::NotAFolder(place) => output::not_a_folder(&shown(place)),
        PlaceRefusal::DanglingLink(place) => output::dangling_link(&shown(place)),
        PlaceRefusal::Foreign { place, foreign: Foreign { strangers, altered } } => {
            output::foreign(&shown(place), strangers, altered)
        }
    })
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn a_file_of_the_output_that_is_open_is_to_be_closed() {
        let said = |kind: io::ErrorKind| {
            let Failure(words) = failed(PublishFault::Disk(kind.into()), Path::new("output"), ("Còn nguyên", "Whole"));
            words
        };
        assert!(said(io::ErrorKind::PermissionDenied).vi.contains("đóng tệp rồi làm lại. Còn nguyên"));
        assert!(said(io::ErrorKind::ResourceBusy).en.contains("close it there"));
        assert!(!said(io::ErrorKind::StorageFull).vi.contains("đóng tệp"));
    }
}
