//! Runs another program and returns what it took.

use std::fs;
use std::io;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// What one run of a program took. CPU time and memory are known on Linux only.
#[derive(Clone, Copy)]
pub struct Used {
    pub wall: Duration,
    /// User and system, of all threads; in steps of 10 ms.
    pub cpu: Option<Duration>,
    /// The largest resident memory, in KiB.
    pub peak: Option<u64>,
}

/// # Errors
/// The program cannot be run, or fails.
pub fn run(command: &mut Command) -> io::Result<Used> {
    let before = cpu_of_children();
    let begin = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let ended = AtomicBool::new(false);
    let (exit, wall, peak) = thread::scope(|scope| {
        let watch = scope.spawn(|| watch(&status, &ended));
        let exit = child.wait();
        let wall = begin.elapsed();
        ended.store(true, Ordering::Relaxed);
        (exit, wall, watch.join().ok().flatten())
    });
    if !exit?.success() {
        return Err(io::Error::other(format!("{command:?} failed")));
    }
    let cpu = cpu_of_children().zip(before).map(|(after, before)| after.saturating_sub(before));
    Ok(Used { wall, cpu, peak })
}

/// The kernel keeps the high-water mark, but no longer than the process lives: the last look is nearly the end.
fn watch(status: &str, ended: &AtomicBool) -> Option<u64> {
    let mut peak = None;
    while !ended.load(Ordering::Relaxed) {
        let text = fs::read_to_string(status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.trim().strip_suffix(" kB")).and_then(|kib| kib.parse().ok());
        peak = kib.max(peak);
        thread::sleep(Duration::from_millis(2));
    }
    peak
}

/// CPU time of all children that were waited for: `cutime` and `cstime` of proc(5), in hundredths of a second.
fn cpu_of_children() -> Option<Duration> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program may hold spaces; it is in brackets. The field after it is the third.
    let (_, rest) = text.rsplit_once(')')?;
    let ticks = rest.split_whitespace().skip(13).take(2).map(|field| field.parse::<u64>().ok());
    Some(Duration::from_millis(10 * ticks.sum::<Option<u64>>()?))
}
