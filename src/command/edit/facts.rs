//! Facts of the program around the workbench, for work that goes on in threads of its own.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;

use crate::command::Console;
use crate::command::context::CommandContext;
use crate::workbench::task::TaskNotes;

/// Variables of the environment that commands look at: where nothing may be written, and where programs keep what they remember.
const VARIABLES: [&str; 4] = ["HOME", "USERPROFILE", "XDG_STATE_HOME", "LOCALAPPDATA"];

/// The surroundings that stay the same while the program runs.
#[derive(Clone)]
pub struct ProgramFacts {
    program: Option<PathBuf>,
    pub clock: fn() -> Timestamp,
    variables: Vec<(&'static str, String)>,
}

impl ProgramFacts {
    /// Takes them from the console of a command.
    pub fn of(context: &CommandContext<'_>) -> Self {
        let variable = |name: &'static str| Some((name, context.console.variable(name)?));
        ProgramFacts {
            program: context.console.program().ok(),
            clock: context.console.clock(),
            variables: VARIABLES.into_iter().filter_map(variable).collect(),
        }
    }

    /// A folder that a variable names.
    pub fn folder(&self, name: &str) -> Option<PathBuf> {
        let value = self.variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        value.filter(|value| !value.is_empty()).map(PathBuf::from)
    }

    /// A console for a command, which notes what it says.
    pub fn console<'n>(&'n self, notes: &'n TaskNotes) -> NotingConsole<'n> {
        NotingConsole { notes, known: self, began: (self.clock)() }
    }
}

/// Notes what a command says.
pub struct NotingConsole<'n> {
    notes: &'n TaskNotes,
    known: &'n ProgramFacts,
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
