//! Does for the workbench what takes a while: by the command line that a person would type, with a console that notes what the
//! command says.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Parser;

use super::facts::ProgramFacts;
use crate::cli::Cli;
use crate::command::Status;
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

/// Returns the way to do work.
pub fn runner(folders: TaskFolders, facts: Arc<ProgramFacts>) -> RunTask {
    Arc::new(move |task, notes, lang| run(task, notes, lang, &folders, &facts))
}

fn run(task: &LongTask, notes: &TaskNotes, lang: Lang, folders: &TaskFolders, facts: &ProgramFacts) -> TaskEnd {
    command(line(task, lang, folders), notes, facts)
}

/// Runs a command line.
pub fn command(line: Vec<OsString>, notes: &TaskNotes, facts: &ProgramFacts) -> TaskEnd {
    let cli = match Cli::try_parse_from(line) {
        Ok(cli) => cli,
        Err(said) => {
            notes.say(&said.to_string());
            return TaskEnd::Undone;
        }
    };
    match crate::command::run(cli, &mut facts.console(notes)) {
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
        LongTask::HandOut { edition } => {
            line.extend(["handout".into(), format!("--edition={edition}").into()]);
            line.extend([option("--corpus=", corpus), option("--output=", output)]);
        }
        LongTask::MailRehearsal { edition } => {
            line.extend(["handout".into(), "--send".into(), format!("--edition={edition}").into()]);
            line.extend([option("--corpus=", corpus), option("--output=", output)]);
            line.push(option("--journal=", &handout.join(format!("{edition}.jsonl"))));
        }
    }
    line
}

/// `--name=value`
pub fn option(name: &str, value: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(value);
    option
}
