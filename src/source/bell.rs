//! The system's own word that files were changed. It comes at once, and costs nothing while nothing happens; but not
//! every disk gives it: those of the network often do not.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Config, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Rings when something happens below the folders.
#[derive(Debug)]
pub struct Bell {
    rings: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Bell {
    /// `None`: the system cannot watch all of the folders.
    pub fn hang(folders: &[PathBuf]) -> Option<Self> {
        // One signal that nobody has received is as good as many.
        let (ring, rings) = sync_channel(1);
        let heard = move |event: notify::Result<notify::Event>| {
            // Of a fault nothing is known but that something may have happened.
            if event.is_ok_and(|event| !changes(event.kind)) {
                return;
            }
            // Full: it rings already. Gone: nobody listens any more.
            let _ = ring.try_send(());
        };
        // Links are not read either, and may lead to half a disk; but the folder itself may be one.
        let mut watcher = RecommendedWatcher::new(heard, Config::default().with_follow_symlinks(false)).ok()?;
        for folder in folders {
            watcher.watch(&folder.canonicalize().ok()?, RecursiveMode::Recursive).ok()?;
        }
        Some(Bell { rings, _watcher: watcher })
    }

    /// Waits for a signal, at most for the timeout. `None`: there will be none any more.
    pub fn heard(&self, patience: Duration) -> Option<bool> {
        match self.rings.recv_timeout(patience) {
            Ok(()) => Some(true),
            Err(RecvTimeoutError::Timeout) => Some(false),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }
}

/// Not that somebody reads, as this program does.
fn changes(kind: EventKind) -> bool {
    !kind.is_access() || kind == EventKind::Access(AccessKind::Close(AccessMode::Write))
}
