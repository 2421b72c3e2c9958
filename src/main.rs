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

use camnang::cli::Cli;
use camnang::command::{self, Console};
use clap::Parser;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut terminal = Terminal { shows_progress: io::stderr().is_terminal(), broken: false };
    let status = command::run(cli, &mut terminal);
    ExitCode::from(status.code())
}

struct Terminal {
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

    fn read_input(&mut self) -> io::Result<String> {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text)?;
        Ok(text)
    }
}
