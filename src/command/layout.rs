//! Layout in a process of its own: this program again, with a command that is for nobody else. Whatever a layout does to
//! its process (a full stack, a full memory, no end), the one that asked goes on and says so.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use super::{Console, Outcome, Status};
use crate::command::messages::layout;
use crate::diag::Bilingual;
use crate::render::RenderError;
use crate::render::typst::{Job, read_answer, write_answer};
use crate::source::memory;
use crate::view::View;

/// `camnang lay-out`: answers jobs from its input until there are none.
pub fn run(limit: Option<u64>, console: &mut dyn Console) -> Outcome {
    if let Some(limit) = limit {
        memory::confine(limit);
    }
    let (mut input, mut output) = console.pipes();
    // The caller has gone: there is nobody to answer.
    let _ = answer(&mut *input, &mut *output);
    Ok(Status::Fine)
}

fn answer(input: &mut dyn io::Read, output: &mut dyn Write) -> io::Result<()> {
    while let Some(job) = Job::read(input)? {
        write_answer(output, &job.lay_out())?;
    }
    Ok(())
}

/// Returns how much memory there is for a layout, in bytes, where the system reports it.
///
/// # Errors
/// There is less than the layout takes.
pub(super) fn room_for(view: &View, job: &Job) -> Result<Option<u64>, Bilingual> {
    let (free, wanted) = (memory::available(), job.memory());
    match free.filter(|free| *free < wanted) {
        Some(free) => Err(layout::too_large(&view.edition.id, view.counts.excerpts, wanted, free)),
        None => Ok(free),
    }
}

/// Why there is no PDF.
pub(super) enum Stopped {
    Render(RenderError),
    /// In words: the process ended, or did not begin.
    Ended(Bilingual),
}

/// The process that lays out; it stays, with what it has learnt, for the next job.
pub(super) struct Layout {
    program: PathBuf,
    patience: Option<Duration>,
    child: Option<Child>,
}

impl Layout {
    /// `program` is this program. With `patience`, a layout that takes longer is stopped.
    pub(super) fn new(program: PathBuf, patience: Option<Duration>) -> Self {
        Layout { program, patience, child: None }
    }

    /// Lays out a booklet, in a new process where the last one has ended.
    pub(super) fn pdf(&mut self, view: &View, job: &Job) -> Result<Vec<u8>, Stopped> {
        let edition = view.edition.id.as_str();
        // One that has ended since the last job, whatever ended it, is no fault of this job.
        let mut child = match self.child.take().and_then(alive) {
            Some(child) => child,
            None => self.start(view, job).map_err(Stopped::Ended)?,
        };
        match ask(&mut child, job, self.patience) {
            Ok(answer) => {
                self.child = Some(child);
                answer.map_err(Stopped::Render)
            }
            Err(error) => {
                let how = end(child);
                Err(Stopped::Ended(match self.patience.filter(|_| error.kind() == io::ErrorKind::TimedOut) {
                    Some(patience) => layout::too_slow(edition, patience.as_secs() / 60),
                    None => layout::ended(edition, &how),
                }))
            }
        }
    }

    fn start(&self, view: &View, job: &Job) -> Result<Child, Bilingual> {
        let free = room_for(view, job)?;
        let mut command = Command::new(&self.program);
        command.arg("lay-out").args(free.map(|free| format!("--memory={free}")));
        // What a process says that ends in such a way is not for editors.
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        command.spawn().map_err(|error| layout::not_started(&error.to_string()))
    }
}

impl Drop for Layout {
    fn drop(&mut self) {
        self.child.take().map(end);
    }
}

fn alive(mut child: Child) -> Option<Child> {
    matches!(child.try_wait(), Ok(None)).then_some(child)
}

/// Ends the process, if it has not ended by itself, and returns how it did.
fn end(mut child: Child) -> String {
    // Where its output has ended, the process is about to end by itself, and its status says why. Any other is killed.
    drop(child.stdin.take());
    if child.stdout.take().is_some() {
        let _ = child.kill();
    }
    child.wait().map_or_else(|error| error.to_string(), |status| status.to_string())
}

fn ask(child: &mut Child, job: &Job, patience: Option<Duration>) -> io::Result<Result<Vec<u8>, RenderError>> {
    let (Some(stdin), Some(mut stdout)) = (child.stdin.as_mut(), child.stdout.take()) else {
        return Err(io::ErrorKind::BrokenPipe.into());
    };
    job.write(&mut BufWriter::new(stdin))?;
    let answer = match patience {
        None => read_answer(&mut stdout),
        Some(patience) => thread::scope(|scope| {
            let (answered, waiting) = channel();
            let reader = &mut stdout;
            scope.spawn(move || answered.send(read_answer(reader)));
            waiting.recv_timeout(patience).unwrap_or_else(|_| {
                // The reader then reads the end.
                let _ = child.kill();
                Err(io::ErrorKind::TimedOut.into())
            })
        }),
    };
    if answer.is_ok() {
        child.stdout = Some(stdout);
    }
    answer
}
