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

/// Words the failure to write a folder; `advice` is for a failure of the disk.
pub(super) fn failed(fault: PublishFault, output: &Path, advice: (&str, &str)) -> Failure {
    match fault {
        PublishFault::Refused(refusal) => refused(&refusal),
        PublishFault::Disk(error) => {
            let output = output.display();
            Failure::about(&error, format!("không ghi được vào `{output}`"), format!("cannot write to `{output}`"))
                .advise(advice.0, advice.1)
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
