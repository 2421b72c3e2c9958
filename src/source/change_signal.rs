//! The system's own word that files were changed. It comes at once, and costs nothing while nothing happens; but not
//! every disk gives it: those of the network often do not.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Config, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// A channel that gets a message when something happens below the folders.
#[derive(Debug)]
pub struct ChangeSignal {
    messages: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl ChangeSignal {
    /// `None`: the system cannot watch all of the folders.
    pub fn watch(folders: &[PathBuf]) -> Option<Self> {
        // One signal that nobody has received is as good as many.
        let (sender, messages) = sync_channel(1);
        let notify = move |event: notify::Result<notify::Event>| {
            // Of a fault nothing is known but that something may have happened.
            if event.is_ok_and(|event| !changes(event.kind)) {
                return;
            }
            // Full: there is a message already. Gone: nobody listens any more.
            let _ = sender.try_send(());
        };
        // Links are not read either, and may lead to half a disk; but the folder itself may be one.
        let mut watcher = RecommendedWatcher::new(notify, Config::default().with_follow_symlinks(false)).ok()?;
        for folder in folders {
            watcher.watch(&folder.canonicalize().ok()?, RecursiveMode::Recursive).ok()?;
        }
        Some(ChangeSignal { messages, _watcher: watcher })
    }

    /// Waits for a signal, at most for the timeout. `None`: there will be none any more.
    pub fn wait(&self, timeout: Duration) -> Option<bool> {
        match self.messages.recv_timeout(timeout) {
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
