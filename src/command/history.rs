//! `camnang history`: the saves of a corpus or of one record, its former states, and putting one back.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use serde::Serialize;

use super::context::CommandContext;
use super::messages::history as words;
use super::{Failure, Outcome, Status};
use crate::cli::{DataFormat, HistoryArgs};
use crate::compare::{compare_words, marked};
use crate::diag::advice::nearest;
use crate::diag::{Bilingual, Lang};
use crate::edit;
use crate::history::{self, FileHistory, FileState, NotSaved, NotedFile, NotedSave, SaveJournal, StateOrigin};
use crate::session::OpenedCorpus;
use crate::source::built;
use crate::syntax::record::RecordKind;

/// The version of the JSON, as `version` in it. Raised when a field goes or changes its meaning.
const VERSION: u32 = 1;

/// Lists saves, prints a former state, or puts one back.
pub fn run(args: &HistoryArgs, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(&args.corpus)?;
    let root = &args.corpus.corpus;
    let journal = history::journal_of(root);
    let saves = journal.all().map_err(|error| unreadable(root, &error))?;
    let Some(record) = &args.record else { return list_all(&saves, args, context) };
    let path = path_of(record, &opened, &saves)?;
    let states = FileHistory::new(&path, &saves, present(root, &path)?);
    match (args.restore, args.show, args.on) {
        (Some(number), ..) => restore(number, &path, &states, &journal, args, context),
        (None, Some(number), _) => show(saved(&states, number, &path)?, &path, &states, args, context),
        (None, None, Some(day)) => on_day(&day.to_string(), &path, &states, args, context),
        (None, None, None) if args.against.is_some() => {
            let last = states.states.last().ok_or_else(|| Failure(words::no_file()))?;
            show(last, &path, &states, args, context)
        }
        (None, None, None) => list_states(&path, &states, args, context),
    }
}

pub(super) fn unreadable(root: &Path, error: &io::Error) -> Failure {
    let place = history::own_folder(root).join("journal");
    let place = place.display();
    Failure::about(error, format!("không đọc được sổ `{place}`"), format!("cannot read the journal `{place}`"))
}

/// The file as it is now, byte for byte.
pub(super) fn present(root: &Path, path: &str) -> Result<Option<String>, Failure> {
    match built::bytes(&root.join(path)) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::about(&error, format!("không đọc được `{path}`"), format!("cannot read `{path}`"))),
    }
}

/// The path of a record by its id or path, among the files that are there and those that were.
pub(super) fn path_of(record: &str, opened: &OpenedCorpus, saves: &[NotedSave]) -> Result<String, Failure> {
    let now = opened.sources.files().map(|(_, file)| file.path.as_str());
    let then = saves.iter().flat_map(|save| &save.files).map(|file| file.path.as_str());
    let known: BTreeSet<&str> = now.chain(then).filter(|path| RecordKind::of_path(path).is_some()).collect();
    let id = |path: &str| RecordKind::of_path(path).map(|(_, id)| id).unwrap_or_default();
    let named: Vec<&str> = known.iter().copied().filter(|path| *path == record || id(path) == record).collect();
    match named.as_slice() {
        [path] => Ok((*path).to_owned()),
        [] => {
            let ids: Vec<String> = known.iter().map(|path| id(path)).collect();
            Err(Failure(words::unknown(record, nearest(record, ids.iter().map(String::as_str)))))
        }
        several => Err(Failure(words::several(record, several))),
    }
}

fn saved<'s>(states: &'s FileHistory, number: u64, path: &str) -> Result<&'s FileState, Failure> {
    states.saved(number).ok_or_else(|| Failure(words::no_such_save(number, path)))
}

/// Prints a state, or what differs from another one in it.
fn show(
    state: &FileState,
    path: &str,
    states: &FileHistory,
    args: &HistoryArgs,
    context: &mut CommandContext<'_>,
) -> Outcome {
    let text = state.text.as_deref();
    let shown = match args.against {
        Some(number) => {
            let former = saved(states, number, path)?.text.as_deref().unwrap_or_default();
            marked(&compare_words(former, text.unwrap_or_default())) + "\n"
        }
        None => text.ok_or_else(|| Failure(words::no_file()))?.to_owned(),
    };
    context.out(&shown);
    Ok(Status::Fine)
}

fn on_day(
    day: &str,
    path: &str,
    states: &FileHistory,
    args: &HistoryArgs,
    context: &mut CommandContext<'_>,
) -> Outcome {
    let state = states.on(day).ok_or_else(|| Failure(words::no_file()))?;
    if state.origin == StateOrigin::BeforeJournal {
        warn(&words::before_journal(path), context);
    }
    let after = states.states.iter().skip_while(|it| *it != state).nth(1);
    if after.is_some_and(|after| after.origin == StateOrigin::Outside) {
        warn(&words::changed_outside(), context);
    }
    show(state, path, states, args, context)
}

/// Says beside the text, which may be sent into a file.
fn warn(words: &Bilingual, context: &mut CommandContext<'_>) {
    context.console.err(&format!("{}\n", words.get(context.lang)));
}

/// Makes a save of what an earlier one left.
fn restore(
    number: u64,
    path: &str,
    states: &FileHistory,
    journal: &SaveJournal,
    args: &HistoryArgs,
    context: &mut CommandContext<'_>,
) -> Outcome {
    let wanted = saved(states, number, path)?.text.clone();
    let before = present(&args.corpus.corpus, path)?;
    if wanted == before {
        context.line(&words::nothing_to_restore(path));
        return Ok(Status::Fine);
    }
    let file = NotedFile { path: path.to_owned(), before, after: wanted };
    let save = NotedSave {
        number: 0,
        is_made: false,
        at: context.console.now().to_string(),
        by: args.by.clone(),
        why: args.why.clone(),
        undoes: None,
        files: vec![file],
    };
    let made = journal.save(&args.corpus.corpus, &save).map_err(|error| not_saved(&error, &args.corpus.corpus))?;
    context.line(&words::restored(path, made, number));
    Ok(Status::Fine)
}

pub(super) fn not_saved(error: &NotSaved, root: &Path) -> Failure {
    match error {
        NotSaved::Journal(error) => unreadable(root, error),
        NotSaved::Corpus(unsaved) => Failure(edit::messages::unsaved(unsaved)),
    }
}

/// A save, or a state that no save made, as it is listed.
#[derive(Serialize)]
struct ListedState<'s> {
    /// `saved`, `before-journal`, `outside`, `not-made`
    origin: &'static str,
    number: Option<u64>,
    /// RFC 3339.
    at: Option<&'s str>,
    by: Option<&'s str>,
    why: Option<&'s str>,
    undoes: Option<u64>,
    removes: bool,
    files: Vec<&'s str>,
}

#[derive(Serialize)]
struct HistoryReport<'s> {
    version: u32,
    states: &'s [ListedState<'s>],
}

impl<'s> ListedState<'s> {
    fn of_save(save: &'s NotedSave) -> Self {
        let NotedSave { number, is_made, at, by, why, undoes, files } = save;
        ListedState {
            origin: if *is_made { "saved" } else { "not-made" },
            number: Some(*number),
            at: Some(at),
            by: by.as_deref(),
            why: why.as_deref(),
            undoes: *undoes,
            removes: files.iter().all(|file| file.after.is_none()),
            files: files.iter().map(|file| file.path.as_str()).collect(),
        }
    }

    fn of_state(state: &'s FileState) -> Self {
        let unsaved = |origin| ListedState {
            origin,
            number: None,
            at: None,
            by: None,
            why: None,
            undoes: None,
            removes: state.text.is_none(),
            files: Vec::new(),
        };
        match &state.origin {
            StateOrigin::BeforeJournal => unsaved("before-journal"),
            StateOrigin::Outside => unsaved("outside"),
            StateOrigin::Saved { number, at, by, why, undoes } => ListedState {
                number: Some(*number),
                at: Some(at),
                by: by.as_deref(),
                why: why.as_deref(),
                undoes: *undoes,
                ..unsaved("saved")
            },
        }
    }

    /// `  12  30/11/2026 14:32  Lan: sửa số khoản; hoàn tác lần 11`
    fn line(&self, lang: Lang) -> String {
        let number = self.number.map_or_else(|| "…".to_owned(), |number| number.to_string());
        let at = self.at.map(when).unwrap_or_default();
        let mut notes: Vec<String> = Vec::new();
        notes.extend(self.by.map(|by| self.why.map_or_else(|| by.to_owned(), |why| format!("{by}: {why}"))));
        notes.extend(self.why.filter(|_| self.by.is_none()).map(str::to_owned));
        let said: [Option<Bilingual>; 4] = [
            self.undoes.map(words::undoes),
            (self.origin == "not-made").then(words::not_made),
            (self.number.is_none()).then(|| words::origin(self.origin == "before-journal")),
            self.removes.then(words::removed),
        ];
        notes.extend(said.iter().flatten().map(|words| words.get(lang).to_owned()));
        let line = format!("{number:>6}  {at:<16}  {}", notes.join("; "));
        let files = self.files.iter().map(|file| format!("\n          {file}"));
        format!("{}{}\n", line.trim_end(), files.collect::<String>())
    }
}

/// `30/11/2026 14:32`
fn when(at: &str) -> String {
    let Some((day, time)) = history::in_viet_nam(at) else { return at.to_owned() };
    let day: Vec<&str> = day.rsplit('-').collect();
    format!("{} {time}", day.join("/"))
}

fn list_all(saves: &[NotedSave], args: &HistoryArgs, context: &mut CommandContext<'_>) -> Outcome {
    if saves.is_empty() && args.format == DataFormat::Human {
        let place = history::own_folder(&args.corpus.corpus).join("journal");
        context.line(&words::empty(&place.display().to_string()));
        return Ok(Status::Fine);
    }
    print(&saves.iter().map(ListedState::of_save).collect::<Vec<_>>(), args, context)
}

fn list_states(path: &str, states: &FileHistory, args: &HistoryArgs, context: &mut CommandContext<'_>) -> Outcome {
    if args.format == DataFormat::Human {
        context.out(&format!("{path}\n"));
    }
    print(&states.states.iter().map(ListedState::of_state).collect::<Vec<_>>(), args, context)
}

fn print(states: &[ListedState<'_>], args: &HistoryArgs, context: &mut CommandContext<'_>) -> Outcome {
    let text = match args.format {
        DataFormat::Human => states.iter().map(|state| state.line(context.lang)).collect(),
        DataFormat::Json => {
            let report = HistoryReport { version: VERSION, states };
            serde_json::to_string_pretty(&report)
                .map_err(io::Error::from)
                .map_err(|error| unreadable(&args.corpus.corpus, &error))?
                + "\n"
        }
    };
    context.out(&text);
    Ok(Status::Fine)
}
