//! Work that takes a while, such as a build: it goes on in a thread of its own, one at a time, and saving never waits for it. Who
//! looks sees how far it is, how long it has taken, and how long it took the last time.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use jiff::Timestamp;
use serde::Serialize;

use super::WorkbenchClock;
use crate::diag::Lang;
use crate::model::date::Date;
use crate::model::ids::EditionId;
use crate::publish;
use crate::source::built;

/// Work of the program on an edition of the corpus.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LongTask {
    /// Builds outputs, by their names, as of the edition's own day or another.
    Build { edition: EditionId, as_of: Option<Date>, outputs: Vec<&'static str> },
    /// Makes the copy of each department, with its letter.
    HandOut { edition: EditionId },
    /// Says to whom the copies would be mailed, and mails nothing.
    MailRehearsal { edition: EditionId },
}

/// How work ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TaskEnd {
    Done,
    /// The corpus has faults, or the work could not be done: its words say why.
    Undone,
}

/// Does work as the command does, and notes what that says.
pub type RunTask = Arc<dyn Fn(&LongTask, &TaskNotes, Lang) -> TaskEnd + Send + Sync>;

/// The words of a piece of work while it goes on.
#[derive(Default)]
pub struct TaskNotes {
    words: Mutex<TaskWords>,
    is_stopped: AtomicBool,
}

#[derive(Default, Clone)]
struct TaskWords {
    step: String,
    said: String,
    ended: Option<(TaskEnd, Timestamp)>,
}

impl TaskNotes {
    fn words(&self) -> MutexGuard<'_, TaskWords> {
        self.words.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes how far the work is.
    pub fn step(&self, text: &str) {
        text.clone_into(&mut self.words().step);
    }

    /// Notes a result, or why there is none.
    pub fn say(&self, text: &str) {
        self.words().said.push_str(text);
    }

    /// The words so far.
    pub fn said(&self) -> String {
        self.words().said.clone()
    }

    /// Whether somebody wants the work to end.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }
}

/// A piece of work that was begun.
struct StartedTask {
    task: LongTask,
    notes: Arc<TaskNotes>,
    began: Timestamp,
    thread: JoinHandle<()>,
}

/// Work as a page shows it.
#[derive(Serialize)]
pub struct ShownTask {
    pub is_running: bool,
    pub is_done: bool,
    pub is_stopped: bool,
    pub step: String,
    pub said: String,
    pub seconds: i64,
    /// How long it took the last time.
    pub usual: Option<i64>,
}

/// The work of one start of the program.
pub struct TaskBoard {
    run: RunTask,
    clock: WorkbenchClock,
    /// Where it is written how long work took.
    durations: PathBuf,
    latest: Mutex<Option<StartedTask>>,
}

impl TaskBoard {
    /// A board without work.
    pub fn new(run: RunTask, clock: WorkbenchClock, durations: PathBuf) -> Self {
        TaskBoard { run, clock, durations, latest: Mutex::default() }
    }

    fn latest(&self) -> MutexGuard<'_, Option<StartedTask>> {
        self.latest.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins a piece of work, and returns whether it did: while another goes on it does not.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn begin(&self, task: LongTask, lang: Lang) -> io::Result<bool> {
        let mut latest = self.latest();
        if latest.as_ref().is_some_and(StartedTask::is_running) {
            return Ok(false);
        }
        let (notes, began) = (Arc::new(TaskNotes::default()), (self.clock)());
        let (run, clock, durations) = (Arc::clone(&self.run), self.clock, self.durations.clone());
        let (work, noted) = (task.clone(), Arc::clone(&notes));
        let thread = thread::Builder::new().spawn(move || {
            let end = run(&work, &noted, lang);
            let now = clock();
            if end == TaskEnd::Done && !noted.is_stopped() {
                keep_duration(&durations, &work, seconds(began, now));
            }
            noted.words().ended = Some((end, now));
        })?;
        *latest = Some(StartedTask { task, notes, began, thread });
        Ok(true)
    }

    /// Ends the work at its next step; outputs stay as they were.
    pub fn stop(&self) {
        if let Some(started) = self.latest().as_ref() {
            started.notes.is_stopped.store(true, Ordering::Relaxed);
        }
    }

    /// The latest work on an edition.
    pub fn shown(&self, edition: &EditionId) -> Option<ShownTask> {
        let latest = self.latest();
        let started = latest.as_ref().filter(|started| started.task.edition() == edition)?;
        Some(started.shown((self.clock)(), self.usual(&started.task)))
    }

    /// How many seconds a piece of work took the last time.
    pub fn usual(&self, task: &LongTask) -> Option<i64> {
        durations(&self.durations).get(&task.key()).copied()
    }
}

impl StartedTask {
    fn is_running(&self) -> bool {
        !self.thread.is_finished()
    }

    fn shown(&self, now: Timestamp, usual: Option<i64>) -> ShownTask {
        // Looked at before the words: work that ends in between is shown as running once more.
        let is_running = self.is_running();
        let TaskWords { step, said, ended } = self.notes.words().clone();
        ShownTask {
            is_running,
            is_done: ended.is_some_and(|(end, _)| end == TaskEnd::Done),
            is_stopped: self.notes.is_stopped(),
            step,
            said,
            seconds: seconds(self.began, ended.map_or(now, |(_, at)| at)),
            usual,
        }
    }
}

impl LongTask {
    /// The edition that it is about.
    pub fn edition(&self) -> &EditionId {
        match self {
            LongTask::Build { edition, .. } | LongTask::HandOut { edition } | LongTask::MailRehearsal { edition } => {
                edition
            }
        }
    }

    /// By which work of the same kind is known: as of another day it takes as long.
    fn key(&self) -> String {
        match self {
            LongTask::Build { edition, as_of: _, outputs } => format!("build {edition} {}", outputs.join(",")),
            LongTask::HandOut { edition } => format!("hand-out {edition}"),
            LongTask::MailRehearsal { edition } => format!("mail {edition}"),
        }
    }
}

/// Whole seconds, and at least one.
fn seconds(began: Timestamp, now: Timestamp) -> i64 {
    now.duration_since(began).as_secs().max(1)
}

fn durations(place: &Path) -> BTreeMap<String, i64> {
    built::bytes(place).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Where that fails, the next page does not say how long it will take.
fn keep_duration(place: &Path, task: &LongTask, seconds: i64) {
    let mut all = durations(place);
    all.insert(task.key(), seconds);
    let _ = serde_json::to_vec(&all).map_err(io::Error::from).and_then(|json| publish::write_private(place, &json));
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn task() -> LongTask {
        LongTask::MailRehearsal { edition: "mau".parse().unwrap() }
    }

    #[test]
    fn one_task_runs_at_a_time_and_is_stopped_at_its_next_step() {
        let folder = tempfile::tempdir().unwrap();
        let (go, gone) = channel::<()>();
        let gone = Mutex::new(gone);
        let run: RunTask = Arc::new(move |_, notes, _| {
            notes.step("một");
            gone.lock().unwrap().recv().unwrap();
            notes.say(if notes.is_stopped() { "dừng" } else { "xong" });
            TaskEnd::Done
        });
        let board = TaskBoard::new(run, || Timestamp::UNIX_EPOCH, folder.path().join("durations.json"));
        let end = || {
            while board.shown(task().edition()).unwrap().is_running {
                thread::yield_now();
            }
            board.shown(task().edition()).unwrap()
        };
        assert!(board.shown(task().edition()).is_none());
        assert!(board.begin(task(), Lang::Vi).unwrap() && !board.begin(task(), Lang::Vi).unwrap());
        assert!(board.shown(&"khac".parse().unwrap()).is_none());
        go.send(()).unwrap();
        let first = end();
        assert!(first.is_done && first.said == "xong" && first.usual == Some(1));
        assert!(board.begin(task(), Lang::Vi).unwrap());
        board.stop();
        go.send(()).unwrap();
        assert_eq!(end().said, "dừng");
    }

    /// A fault of the program ends the work, and others can be begun.
    #[test]
    fn a_task_that_panics_is_not_done() {
        let folder = tempfile::tempdir().unwrap();
        let run: RunTask = Arc::new(|_, _, _| panic!("a fault"));
        let board = TaskBoard::new(run, || Timestamp::UNIX_EPOCH, folder.path().join("durations.json"));
        for _ in 0..2 {
            assert!(board.begin(task(), Lang::Vi).unwrap());
            while board.shown(task().edition()).unwrap().is_running {
                thread::yield_now();
            }
            assert!(!board.shown(task().edition()).unwrap().is_done);
        }
    }
}
