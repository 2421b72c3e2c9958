//! The only place that prints, exits and reads the environment.
#![forbid(unsafe_code)]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is where output happens"
)]

use std::io::{self, IsTerminal, Read, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use camnang::cli::Cli;
use camnang::command::{self, Console};
use clap::Parser;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut terminal = Terminal { started: Instant::now(), shows_progress: io::stderr().is_terminal(), broken: false };
    let status = command::run(cli, &mut terminal);
    ExitCode::from(status.code())
}

struct Terminal {
    started: Instant,
    shows_progress: bool,
    /// The reader of our output has gone (`camnang list | head`): nothing more to say to it.
    broken: bool,
}

impl Console for Terminal {
    fn out(&mut self, text: &str) {
        self.broken = self.broken || io::stdout().lock().write_all(text.as_bytes()).is_err();
    }

    fn err(&mut self, text: &str) {
        eprint!("{text}");
    }

    fn progress(&mut self, text: &str) {
        if self.shows_progress {
            eprintln!("{text}");
        }
    }

    fn step(&mut self, done: usize, total: usize, what: &str) {
        if !self.shows_progress {
            eprintln!("{done}/{total} {what}");
            return;
        }
        const WIDTH: usize = 30;
        let full = (done * WIDTH).checked_div(total).unwrap_or(WIDTH).min(WIDTH);
        let (bar, rest) = ("█".repeat(full), "░".repeat(WIDTH - full));
        // The line is written over by the next; a long name must not run into a second one.
        let what: String = what.chars().take(40).collect();
        let end = if done >= total { "\n" } else { "" };
        eprint!("\r{bar}{rest} {done}/{total} {what}\x1b[K{end}");
    }

    fn read_input(&mut self) -> io::Result<String> {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text)?;
        Ok(text)
    }

    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
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
}
