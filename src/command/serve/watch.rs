//! Which files were changed. Where the system tells of changes, it is waited for; but what was changed is always found by
//! looking at the folders, which works on every disk, also on one of the network, and with every way in which editors save.

use std::path::PathBuf;
use std::time::Duration;

use super::BTreeMap;
use crate::cli::ServeArgs;
use crate::source::bell::Bell;
use crate::source::stamps::stamps;

/// How often the files are looked at, where nobody tells of changes and where the system does.
const OFTEN: Duration = Duration::from_millis(25);
const SELDOM: Duration = Duration::from_millis(500);
/// How long files must be still to be read.
const STILL: Duration = Duration::from_millis(5);

type Stamps = Vec<BTreeMap<String, u64>>;

pub(super) struct Watch {
    folders: Vec<PathBuf>,
    /// As long as it has been heard before every change that was seen.
    bell: Option<Bell>,
    /// As the files were before they were last read.
    former: Stamps,
}

impl Watch {
    /// Begins before anything is read, so that no change after that is missed.
    pub(super) fn new(args: &ServeArgs) -> Self {
        let mut folders = vec![args.corpus.corpus.clone()];
        folders.extend(args.templates.clone());
        Watch { bell: Bell::hang(&folders), former: look(&folders), folders }
    }

    /// Waits until files were changed and are still again, and names them.
    pub(super) fn changed(&mut self, wait: &mut dyn FnMut(Duration)) -> Vec<String> {
        let mut now = self.other(wait);
        loop {
            wait(STILL);
            let later = look(&self.folders);
            if later == now {
                break;
            }
            now = later;
        }
        let former = std::mem::replace(&mut self.former, now);
        let folders = self.folders.iter().zip(former.iter().zip(&self.former));
        folders.flat_map(|(folder, (former, now))| differing(&folder.to_string_lossy(), former, now)).collect()
    }

    /// Waits until a look at the folders shows something else than before.
    fn other(&mut self, wait: &mut dyn FnMut(Duration)) -> Stamps {
        let mut now = look(&self.folders);
        while now == self.former {
            let rung = self.bell.as_ref().and_then(|bell| bell.heard(SELDOM));
            if rung.is_none() {
                self.bell = None;
                // A large corpus takes longer to look at, and must not keep the machine busy with that alone.
                let thousands = now.iter().map(BTreeMap::len).sum::<usize>() / 1000;
                wait(OFTEN * u32::try_from(1 + thousands).unwrap_or(1));
            }
            now = look(&self.folders);
            let unheard = rung == Some(false) && now != self.former;
            if unheard && self.bell.as_ref().is_some_and(|bell| bell.heard(STILL) != Some(true)) {
                self.bell = None;
            }
        }
        now
    }
}

fn look(folders: &[PathBuf]) -> Stamps {
    folders.iter().map(|folder| stamps(folder)).collect()
}

fn differing(folder: &str, former: &BTreeMap<String, u64>, now: &BTreeMap<String, u64>) -> Vec<String> {
    let gone = former.keys().filter(|path| !now.contains_key(*path));
    let other = now.iter().filter(|(path, stamp)| former.get(*path) != Some(stamp)).map(|(path, _)| path);
    let folder = folder.trim_end_matches('/');
    gone.chain(other).map(|path| format!("{folder}/{path}")).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test")]

    use super::*;

    fn watch(bell: Option<Bell>) -> (tempfile::TempDir, Watch) {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join("a.md"), "").unwrap();
        let folders = vec![place.path().to_owned()];
        let former = look(&folders);
        (place, Watch { folders, bell, former })
    }

    #[test]
    fn what_no_bell_tells_is_seen_all_the_same() {
        let elsewhere = tempfile::tempdir().unwrap();
        let (place, mut watch) = watch(Bell::hang(&[elsewhere.path().to_owned()]));
        assert!(watch.bell.is_some());
        let file = place.path().join("b.md");
        let writer = std::thread::spawn(move || {
            // While the other waits for the bell.
            std::thread::sleep(SELDOM / 10);
            std::fs::write(file, "b").unwrap();
        });
        let now = watch.other(&mut std::thread::sleep);
        writer.join().unwrap();
        assert_eq!(differing("", &watch.former[0], &now[0]), ["/b.md"]);
        assert!(watch.bell.is_none(), "a disk that keeps silent is looked at often from now on");
    }

    #[test]
    fn a_bell_that_is_heard_stays() {
        let (place, mut watch) = watch(None);
        watch.bell = Bell::hang(&watch.folders);
        std::fs::create_dir(place.path().join("new")).unwrap();
        let writer = std::thread::spawn(move || {
            std::thread::sleep(SELDOM / 10);
            std::fs::write(place.path().join("new/c.md"), "c").unwrap();
            place
        });
        let now = watch.other(&mut std::thread::sleep);
        writer.join().unwrap();
        assert_eq!(differing("", &watch.former[0], &now[0]), ["/new/c.md"]);
        assert!(watch.bell.is_some());
    }
}
