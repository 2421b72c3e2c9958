//! Which files were changed. Where the system reports changes, it is waited for; but what was changed is always found by
//! looking at the folders, which works on every disk, also on one of the network, and with every way in which editors save.

use std::path::PathBuf;
use std::time::Duration;

use super::BTreeMap;
use crate::cli::ServeArgs;
use crate::source::change_signal::ChangeSignal;
use crate::source::stamps::stamps;

/// How often the files are looked at where nobody reports changes.
const OFTEN: Duration = Duration::from_millis(25);
/// How often where the system reports them, in case that it does not.
const SELDOM: Duration = Duration::from_millis(500);
/// How long files must be still to be read.
const STILL: Duration = Duration::from_millis(10);
/// After so many changes in a row that it has not reported, the system is not waited for any more.
const MISSES: u32 = 3;

type Stamps = Vec<BTreeMap<String, u64>>;

pub(super) struct Watch {
    folders: Vec<PathBuf>,
    change_signal: Option<ChangeSignal>,
    /// The changes that were seen since it last reported.
    misses: u32,
    /// As the files were before they were last read.
    former: Stamps,
}

impl Watch {
    /// Begins before anything is read, so that no change after that is missed.
    pub(super) fn new(args: &ServeArgs) -> Self {
        let mut folders = vec![args.corpus.corpus.clone()];
        folders.extend(args.templates.clone());
        Watch { change_signal: ChangeSignal::watch(&folders), misses: 0, former: look(&folders), folders }
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
            // A large corpus takes longer to look at, and must not keep the machine busy with that alone.
            let thousands = now.iter().map(BTreeMap::len).sum::<usize>() / 1000;
            let times = u32::try_from(1 + thousands).unwrap_or(1);
            let rung =
                self.change_signal.as_ref().and_then(|change_signal| change_signal.wait(SELDOM.max(OFTEN * times)));
            match rung {
                Some(true) => self.misses = 0,
                Some(false) => {}
                None => {
                    self.change_signal = None;
                    wait(OFTEN * times);
                }
            }
            now = look(&self.folders);
            match rung {
                // Files that are not read are written all the time, such as those of git.
                Some(true) if now == self.former => wait(STILL * times),
                Some(false) if now != self.former => self.miss(),
                _ => {}
            }
        }
        now
    }

    fn miss(&mut self) {
        self.misses += 1;
        if self.misses >= MISSES {
            self.change_signal = None;
        }
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

    fn watch(change_signal: Option<ChangeSignal>) -> (tempfile::TempDir, Watch) {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join("a.md"), "").unwrap();
        let folders = vec![place.path().to_owned()];
        let former = look(&folders);
        (place, Watch { folders, change_signal, misses: 0, former })
    }

    /// What a look shows after a file was written while the watch waits.
    fn seen(watch: &mut Watch, file: std::path::PathBuf, wait: &mut dyn FnMut(Duration)) -> Vec<String> {
        let writer = std::thread::spawn(move || {
            std::thread::sleep(SELDOM / 2);
            std::fs::write(file, "new").unwrap();
        });
        let now = watch.other(wait);
        writer.join().unwrap();
        // Perhaps before it was written to its end.
        let former = std::mem::replace(&mut watch.former, look(&watch.folders));
        differing("", &former[0], &now[0])
    }

    #[test]
    fn changes_without_a_signal_are_seen_all_the_same() {
        let elsewhere = tempfile::tempdir().unwrap();
        let (place, mut watch) = watch(ChangeSignal::watch(&[elsewhere.path().to_owned()]));
        assert!(watch.change_signal.is_some());
        for number in 0..=MISSES {
            let name = format!("{number}.md");
            assert_eq!(seen(&mut watch, place.path().join(&name), &mut std::thread::sleep), [format!("/{name}")]);
        }
        assert!(watch.change_signal.is_none(), "a disk that keeps silent is looked at often from now on");
    }

    #[test]
    fn a_bell_that_is_heard_stays() {
        let (place, mut watch) = watch(None);
        watch.change_signal = ChangeSignal::watch(&watch.folders);
        std::fs::create_dir(place.path().join("new")).unwrap();
        for number in 0..=MISSES {
            let name = format!("new/{number}.md");
            assert_eq!(seen(&mut watch, place.path().join(&name), &mut std::thread::sleep), [format!("/{name}")]);
        }
        assert!(watch.change_signal.is_some());
    }

    #[test]
    fn files_that_are_not_read_do_not_keep_the_machine_busy() {
        let (place, mut watch) = watch(None);
        watch.change_signal = ChangeSignal::watch(&watch.folders);
        let stop = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let (hidden, stopped) = (place.path().join(".index.lock"), std::sync::Arc::clone(&stop));
        let busy = std::thread::spawn(move || {
            while !stopped.load(std::sync::atomic::Ordering::Relaxed) {
                std::fs::write(&hidden, "x").unwrap();
            }
        });
        let mut waited = Duration::ZERO;
        let mut wait = |time| {
            waited += time;
            std::thread::sleep(time);
        };
        assert_eq!(seen(&mut watch, place.path().join("b.md"), &mut wait), ["/b.md"]);
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        busy.join().unwrap();
        assert!(waited >= STILL, "it rests between two rings");
    }
}
