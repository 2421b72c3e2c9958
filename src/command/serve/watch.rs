//! Which files were changed. The folders are looked at again and again, since that works on every disk, also on one of the
//! network, and with every way in which editors save.

use std::path::PathBuf;

use super::{BTreeMap, Console, LOOK, STILL};
use crate::cli::ServeArgs;
use crate::source::stamps::stamps;

type Stamps = Vec<BTreeMap<String, u64>>;

pub(super) struct Watch {
    folders: Vec<PathBuf>,
    /// As the files were before they were last read.
    former: Stamps,
}

impl Watch {
    /// Begins before anything is read, so that no change after that is missed.
    pub(super) fn new(args: &ServeArgs) -> Self {
        let mut folders = vec![args.corpus.corpus.clone()];
        folders.extend(args.templates.clone());
        let former = look(&folders);
        Watch { folders, former }
    }

    /// Waits until files were changed and are still again, and names them.
    pub(super) fn changed(&mut self, console: &mut dyn Console) -> Vec<String> {
        let mut now = look(&self.folders);
        while now == self.former {
            // A large corpus takes longer to look at, and must not keep the machine busy with that alone.
            let thousands = now.iter().map(BTreeMap::len).sum::<usize>() / 1000;
            console.wait(LOOK * u32::try_from(1 + thousands).unwrap_or(1));
            now = look(&self.folders);
        }
        loop {
            console.wait(STILL);
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
