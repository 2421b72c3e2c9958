//! Stack enough for what recurses as deep as its input: layout, and the reading of drawings. Threads have two megabytes
//! as a rule, and a stack that overflows ends the program.

use std::sync::LazyLock;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// In bytes, for each thread. Only what is used of it takes memory.
const ROOM: usize = 64 * 1024 * 1024;

/// Runs `work`, and what it runs in parallel, on threads with much stack, and waits for it.
pub fn with_room<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    static POOL: LazyLock<Option<ThreadPool>> =
        LazyLock::new(|| ThreadPoolBuilder::new().stack_size(ROOM).thread_name(|_| "deep".to_owned()).build().ok());
    match &*POOL {
        Some(pool) => pool.install(work),
        // A system that gives no threads gives what it has.
        None => work(),
    }
}
