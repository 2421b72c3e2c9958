//! Stack enough for what recurses as deep as its input: layout, and the reading of drawings. Threads of a pool have two
//! megabytes, which a stack overflow cannot be caught on.

use std::io;
use std::thread;

/// In bytes. Only what is used of it takes memory.
const ROOM: usize = 256 * 1024 * 1024;

/// Runs `work` on a stack of its own and waits for it.
///
/// # Errors
/// The system gives no thread, or `work` panicked.
pub fn with_room<T: Send>(work: impl FnOnce() -> T + Send) -> io::Result<T> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().name("deep".to_owned()).stack_size(ROOM).spawn_scoped(scope, work)?;
        thread.join().map_err(|_| io::Error::other("the thread ended with a panic"))
    })
}
