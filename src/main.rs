//! The only place that prints, exits and reads the environment.
#![forbid(unsafe_code)]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is where output happens"
)]

use std::io::{self, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use camnang::internals::cli::Cli;
use camnang::internals::command::visible::visible;
use camnang::internals::command::{self, Console, Status};
use camnang::internals::diag::Lang;
use clap::Parser;

fn main() -> ExitCode {
    let shows_progress = io::stderr().is_terminal();
    let mut terminal = Terminal { started: Instant::now(), shows_progress, broken: None };
    let (status, lang) = match Cli::try_parse() {
        Ok(cli) => {
            let lang = cli.lang.into();
            (command::run(cli, &mut terminal), lang)
        }
        Err(said) => (terminal.usage(&said), Lang::default()),
    };
    ExitCode::from(terminal.end(status, lang).code())
}

struct Terminal {
    started: Instant,
    shows_progress: bool,
    /// Why our output could not be written; no more is, then.
    broken: Option<io::Error>,
}

impl Terminal {
    /// Help and the version are a result; what is wrong with the arguments is not, and quotes them.
    fn usage(&mut self, said: &clap::Error) -> Status {
        if said.use_stderr() {
            self.err(&said.render().to_string());
            return Status::Failed;
        }
        self.broken = said.print().and_then(|()| io::stdout().flush()).err();
        Status::Fine
    }

    /// A result that nobody could get is none. Who reads only the beginning (`camnang list | head`) has got theirs.
    fn end(&mut self, status: Status, lang: Lang) -> Status {
        let Some(error) = self.broken.take().filter(|error| error.kind() != io::ErrorKind::BrokenPipe) else {
            return status;
        };
        self.err(&format!("camnang: {}\n", command::unwritten(&error).get(lang)));
        Status::Failed
    }

    fn say(&mut self, text: &str) {
        // There is nobody left to report to.
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }
}

/// Whatever comes from a corpus or the command line goes out as text, never as a command to the terminal.
impl Console for Terminal {
    fn out(&mut self, text: &str) {
        if self.broken.is_none() {
            let mut out = io::stdout().lock();
            self.broken = out.write_all(visible(text).as_bytes()).and_then(|()| out.flush()).err();
        }
    }

    fn err(&mut self, text: &str) {
        self.say(&visible(text));
    }

    fn progress(&mut self, text: &str) {
        if self.shows_progress {
            self.say(&format!("{}\n", visible(text)));
        }
    }

    fn step(&mut self, done: usize, total: usize, what: &str) {
        let what = visible(what);
        if !self.shows_progress {
            return self.say(&format!("{done}/{total} {what}\n"));
        }
        const WIDTH: usize = 30;
        let full = (done * WIDTH).checked_div(total).unwrap_or(WIDTH).min(WIDTH);
        let (bar, rest) = ("█".repeat(full), "░".repeat(WIDTH - full));
        // The line is written over by the next; a long name must not run into a second one.
        let what: String = what.chars().take(40).collect();
        let end = if done >= total { "\n" } else { "" };
        self.say(&format!("\r{bar}{rest} {done}/{total} {what}\x1b[K{end}"));
    }

    fn read_input(&mut self) -> io::Result<String> {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text)?;
        Ok(text)
    }

    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }

    fn clock(&self) -> fn() -> jiff::Timestamp {
        jiff::Timestamp::now
    }

    fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    fn wait(&mut self, time: Duration) {
        std::thread::sleep(time);
    }

    fn variable(&self, name: &str) -> Option<String> {
        std::env::var(name).ok()
    }

    fn pipes(&mut self) -> (Box<dyn Read>, Box<dyn Write>) {
        (Box::new(io::stdin().lock()), Box::new(io::stdout().lock()))
    }

    fn open(&mut self, address: &str) -> io::Result<()> {
        let mut opener = match std::env::consts::OS {
            "windows" => Command::new("explorer"),
            "macos" => Command::new("open"),
            _ => Command::new("xdg-open"),
        };
        // It may print, and it may run as long as the browser does.
        opener.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().map(drop)
    }

    fn program(&self) -> io::Result<PathBuf> {
        std::env::current_exe()
    }
}
