//! The commands: each takes its arguments and a console, and says how it went. Nothing here prints by itself.

mod build;
mod check;
mod cite;
mod collect;
mod comments;
mod context;
mod diff;
mod duties;
mod edit;
mod english;
mod explain;
mod gather;
mod handout;
mod history;
mod import;
mod init;
#[cfg(feature = "pdf")]
mod layout;
mod list;
mod messages;
mod new;
mod original;
mod output;
mod report;
mod review;
mod schema;
mod serve;
mod shell;
mod status;
mod templates;
mod timeline;
mod verify;
pub mod visible;
mod why;

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::time::Duration;

use clap::CommandFactory;
use jiff::Timestamp;

use crate::cli::{Cli, Command, ReportCommand};
use crate::diag::Bilingual;
use crate::session::Absent;
use crate::source::messages::unreadable;
use crate::source::plain::Unreadable;
use context::CommandContext;

/// Where a command's words go.
pub trait Console {
    /// The result of the command.
    fn out(&mut self, text: &str);
    /// What went wrong with the run.
    fn err(&mut self, text: &str);
    /// What the command is doing; shown on a terminal only. One line, without its end.
    fn progress(&mut self, text: &str);
    /// How far a long run is: a bar on a terminal, a line elsewhere.
    fn step(&mut self, done: usize, total: usize, what: &str);
    fn read_input(&mut self) -> io::Result<String>;
    /// The moment. Only what is noted of a sending may have it, never what is built.
    fn now(&self) -> Timestamp;
    /// The clock itself, for what goes on in threads of its own.
    fn clock(&self) -> fn() -> Timestamp {
        || Timestamp::UNIX_EPOCH
    }
    /// How long the program has run, by a clock that nobody can set back.
    fn elapsed(&self) -> Duration;
    /// Sleeps.
    fn wait(&mut self, time: Duration);
    /// A variable of the environment.
    fn variable(&self, name: &str) -> Option<String>;
    /// Input and output as bytes, for a process that talks to another of this program.
    fn pipes(&mut self) -> (Box<dyn Read>, Box<dyn Write>) {
        (Box::new(io::empty()), Box::new(io::sink()))
    }
    /// Opens an address in the browser.
    ///
    /// # Errors
    /// Nothing of the system does that.
    fn open(&mut self, _address: &str) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
    /// Whether somebody wants the command to end; it does so at its next step.
    fn is_stopped(&self) -> bool {
        false
    }
    /// This program, to be run once more.
    ///
    /// # Errors
    /// The system does not say.
    fn program(&self) -> io::Result<PathBuf> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// How a command ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    Fine,
    /// The corpus has faults.
    Faults,
    /// The tool could not do its work.
    Failed,
}

impl Status {
    /// Returns the exit code of the process: 0 fine, 1 findings, 2 the command could not do its work.
    pub fn code(self) -> u8 {
        match self {
            Status::Fine => 0,
            Status::Faults => 1,
            Status::Failed => 2,
        }
    }
}

/// Why a command could not do its work, in words.
pub struct Failure(pub Bilingual);

impl Failure {
    /// A failure in both languages.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Failure(Bilingual::new(vi, en))
    }
}

impl Failure {
    /// With what the system says, and of which file it does, where the words do not name it already.
    pub fn about(error: &io::Error, vi: String, en: String) -> Self {
        let inner = Unreadable::of(error);
        let why = unreadable::why(inner.map_or(error, |inner| &inner.error));
        let file = inner.map(|inner| format!("`{}`", inner.path.display())).filter(|file| !vi.contains(file.as_str()));
        let file = file.map(|file| format!(": {file}")).unwrap_or_default();
        Failure::new(format!("{vi}{file}: {}", why.vi), format!("{en}{file}: {}", why.en))
    }

    /// The same, and what to do about it.
    pub fn advise(self, vi: &str, en: &str) -> Self {
        Failure(Bilingual::new(format!("{}. {vi}", self.0.vi), format!("{}. {en}", self.0.en)))
    }
}

impl From<Absent> for Failure {
    fn from(absent: Absent) -> Self {
        Failure(absent.words())
    }
}

/// Why the output could not be written.
pub fn unwritten(error: &io::Error) -> Bilingual {
    let Failure(words) =
        Failure::about(error, "không ghi ra được kết quả".to_owned(), "cannot write the result".to_owned());
    words
}

type Outcome = Result<Status, Failure>;

/// Runs one command of the command line. All it prints goes through `console`, so that tests see it.
pub fn run(cli: Cli, console: &mut dyn Console) -> Status {
    let context = &mut CommandContext { lang: cli.lang.into(), console };
    let outcome = match cli.command {
        Some(command) => act(command, context),
        None => edit::run_bare(context),
    };
    outcome.unwrap_or_else(|Failure(words)| {
        let prefix = context.lang.tr("không chạy được", "could not run");
        context.console.err(&format!("camnang: {prefix}: {}\n", words.get(context.lang)));
        Status::Failed
    })
}

fn act(command: Command, context: &mut CommandContext<'_>) -> Outcome {
    match command {
        Command::Build(args) => build::run(&args, context),
        Command::Handout(args) => handout::run(&args, context),
        Command::Collect(args) => collect::run(&args, context),
        Command::Comments(args) => comments::run(&args, context),
        Command::Verify(args) => verify::run(&args, context),
        Command::Serve(args) => serve::run(&args, context),
        Command::Edit(args) => edit::run(&args, context),
        Command::History(args) => history::run(&args, context),
        Command::Approve(args) => review::approve(&args, context),
        Command::Comment(args) => review::comment(&args, context),
        Command::Check(args) => check::run(&args, context),
        Command::Explain { code } => explain::run(code.as_deref(), context),
        Command::Init(args) => init::run(&args, context),
        Command::New(what) => new::run(&what, context),
        Command::Import(args) => import::run(&args, context),
        Command::List(args) => list::run(&args, context),
        Command::Status(args) => status::run(&args, context),
        Command::Timeline(args) => timeline::run(&args, context),
        Command::Why(args) => why::run(&args, context),
        Command::Report(ReportCommand::Gaps(args)) => report::run(&args, context),
        Command::Report(ReportCommand::Answers(args)) => report::answers::run(&args, context),
        Command::Diff(args) => diff::run(&args, context),
        Command::Cite(args) => cite::run(&args, context),
        Command::Gather(args) => gather::run(&args, context),
        Command::Original(args) => original::run(&args, context),
        Command::Schema(args) => schema::run(&args, context),
        #[cfg(feature = "pdf")]
        Command::LayOut { memory } => layout::run(memory, context.console),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "camnang", &mut script);
            context.out(&String::from_utf8_lossy(&script));
            Ok(Status::Fine)
        }
    }
}
