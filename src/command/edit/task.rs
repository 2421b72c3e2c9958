//! Does for the workbench what takes a while: by the command line that a person would type, with a console that notes what the
//! command says.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Parser;
use jiff::Timestamp;

use crate::cli::Cli;
use crate::command::context::CommandContext;
use crate::command::{Console, Status};
use crate::diag::Lang;
use crate::workbench::outputs::folder_of_day;
use crate::workbench::task::{LongTask, RunTask, TaskEnd, TaskNotes};

/// The folders that a command line names.
#[derive(Clone)]
pub struct TaskFolders {
    pub corpus: PathBuf,
    pub output: PathBuf,
    /// Where the journals of hand-outs are.
    pub handout: PathBuf,
}

/// Variables of the environment that commands look at: where nothing may be written, and how mail logs in.
const VARIABLES: [&str; 2] = ["HOME", "USERPROFILE"];

/// Returns the way to do work, with what the surrounding console knows.
pub fn runner(folders: TaskFolders, context: &CommandContext<'_>) -> RunTask {
    let variable = |name: &'static str| Some((name, context.console.variable(name)?));
    let known = KnownSurroundings {
        program: context.console.program().ok(),
        clock: context.console.clock(),
        variables: VARIABLES.into_iter().filter_map(variable).collect(),
    };
    Arc::new(move |task, notes, lang| run(task, notes, lang, &folders, &known))
}

fn run(task: &LongTask, notes: &TaskNotes, lang: Lang, folders: &TaskFolders, known: &KnownSurroundings) -> TaskEnd {
    let mut console = NotingConsole { notes, known, began: (known.clock)() };
    let cli = match Cli::try_parse_from(line(task, lang, folders)) {
        Ok(cli) => cli,
        Err(said) => {
            notes.say(&said.to_string());
            return TaskEnd::Undone;
        }
    };
    match crate::command::run(cli, &mut console) {
        Status::Fine => TaskEnd::Done,
        Status::Faults | Status::Failed => TaskEnd::Undone,
    }
}

/// The command line of a piece of work.
fn line(task: &LongTask, lang: Lang, folders: &TaskFolders) -> Vec<OsString> {
    let TaskFolders { corpus, output, handout } = folders;
    let lang = lang.tr("--lang=vi", "--lang=en").into();
    let mut line: Vec<OsString> = vec!["camnang".into(), lang];
    match task {
        LongTask::Build { edition, as_of, outputs } => {
            let folder = folder_of_day(output, *as_of);
            line.extend(["build".into(), format!("--only={}", outputs.join(",")).into()]);
            line.extend(as_of.map(|day| OsString::from(format!("--as-of={day}"))));
            line.extend([
                option("--corpus=", corpus),
                option("--output=", &folder),
                "--".into(),
                edition.as_str().into(),
            ]);
        }
        LongTask::MailRehearsal { edition } => {
            line.extend(["handout".into(), "--send".into(), format!("--edition={edition}").into()]);
            line.extend([option("--corpus=", corpus), option("--output=", output)]);
            line.push(option("--journal=", &handout.join(format!("{edition}.jsonl"))));
        }
    }
    line
}

fn option(name: &str, value: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(value);
    option
}

/// The surroundings that stay the same while the program runs.
struct KnownSurroundings {
    program: Option<PathBuf>,
    clock: fn() -> Timestamp,
    variables: Vec<(&'static str, String)>,
}

/// Notes what a command says.
struct NotingConsole<'n> {
    notes: &'n TaskNotes,
    known: &'n KnownSurroundings,
    began: Timestamp,
}

impl Console for NotingConsole<'_> {
    fn out(&mut self, text: &str) {
        self.notes.say(text);
    }

    fn err(&mut self, text: &str) {
        self.notes.say(text);
    }

    fn progress(&mut self, text: &str) {
        self.notes.step(text);
    }

    fn step(&mut self, done: usize, total: usize, what: &str) {
        self.notes.step(&format!("{done}/{total} {what}"));
    }

    fn read_input(&mut self) -> io::Result<String> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn now(&self) -> Timestamp {
        (self.known.clock)()
    }

    fn clock(&self) -> fn() -> Timestamp {
        self.known.clock
    }

    fn elapsed(&self) -> Duration {
        Duration::try_from(self.now().duration_since(self.began)).unwrap_or_default()
    }

    fn wait(&mut self, _: Duration) {}

    fn variable(&self, name: &str) -> Option<String> {
        self.known.variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
    }

    fn is_stopped(&self) -> bool {
        self.notes.is_stopped()
    }

    fn program(&self) -> io::Result<PathBuf> {
        self.known.program.clone().ok_or(io::ErrorKind::Unsupported.into())
    }
}
