//! The corpora that were opened, as this user's programs remember it.

use std::path::{Path, PathBuf};

use super::facts::ProgramFacts;
use crate::publish;
use crate::source::built;

/// As many are remembered.
const MOST: usize = 12;

impl ProgramFacts {
    /// The folder in which the program remembers things for its user.
    pub fn state_folder(&self) -> Option<PathBuf> {
        let state = self.folder("XDG_STATE_HOME").or_else(|| self.folder("LOCALAPPDATA"));
        let state = state.or_else(|| Some(self.folder("HOME")?.join(".local/state")));
        state.map(|state| state.join("camnang"))
    }
}

fn place(facts: &ProgramFacts) -> Option<PathBuf> {
    facts.state_folder().map(|folder| folder.join("last-corpus"))
}

fn written(facts: &ProgramFacts) -> Vec<PathBuf> {
    let bytes = place(facts).and_then(|place| built::bytes(&place).ok()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).lines().map(PathBuf::from).collect()
}

/// The folders that are still there, the last one first.
pub fn all(facts: &ProgramFacts) -> Vec<PathBuf> {
    written(facts).into_iter().filter(|folder| folder.is_dir()).collect()
}

/// Remembers a corpus. Where that fails, the next start does not know it.
pub fn remember(facts: &ProgramFacts, root: &Path) {
    let (Some(place), Ok(root)) = (place(facts), std::path::absolute(root)) else { return };
    let mut all = written(facts);
    all.retain(|known| *known != root);
    all.insert(0, root);
    let lines: String = all.iter().take(MOST).map(|folder| format!("{}\n", folder.display())).collect();
    let _ = publish::write_private(&place, lines.as_bytes());
}
