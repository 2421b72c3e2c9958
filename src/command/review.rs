//! `camnang approve` and `camnang comment`: what people say about records, noted beside them.

mod show;

use super::context::CommandContext;
use super::history::{not_saved, path_of};
use super::messages::review as words;
use super::{Failure, Outcome, Status};
use crate::cli::{ApproveArgs, CommentArgs, CorpusArg};
use crate::history::{self, NotedFile, NotedSave};
use crate::model::date::Date;
use crate::model::review::ReviewState;
use crate::review::{self, ReviewStep};
use crate::session::OpenedCorpus;

/// Asks for approvals, gives them or sends back; shows what waits where no record is named.
pub fn approve(args: &ApproveArgs, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(&args.corpus)?;
    let paths = args.records.iter().map(|record| path_of(record, &opened, &[])).collect::<Result<Vec<_>, _>>()?;
    match args.by.as_deref().map(str::trim) {
        None if paths.is_empty() => show::list_all(&opened, context),
        None if args.show => show::records(&paths, &opened, args, context),
        None => Err(Failure(words::who(&args.records))),
        Some(by) => decide(by, &paths, &opened, args, context),
    }
}

/// Notes one decision for each of the records, all in one save.
fn decide(
    by: &str,
    paths: &[String],
    opened: &OpenedCorpus,
    args: &ApproveArgs,
    context: &mut CommandContext<'_>,
) -> Outcome {
    let on = day(args.on, context)?;
    let mut files = Vec::new();
    for path in paths {
        let sha256 = opened.seen_hash(path).ok_or_else(|| Failure(words::unread(path)))?;
        let sha256 = sha256.as_str();
        let step = match (&args.send_back, args.ask) {
            (Some(word), _) => ReviewStep::SendBack { by, on, sha256, word },
            (None, true) => ReviewStep::Ask { by, on, sha256 },
            (None, false) => {
                must_be_seen(path, sha256, opened, args)?;
                ReviewStep::Approve { by, on, sha256 }
            }
        };
        files.push(noted(path, &step, &args.corpus)?);
    }
    save(files, by, &args.corpus, context)?;
    let state = match (&args.send_back, args.ask) {
        (Some(_), _) => ReviewState::SentBack,
        (None, true) => ReviewState::Asked,
        (None, false) => ReviewState::Approved,
    };
    context.say(&words::noted(state, paths, by, on));
    Ok(Status::Fine)
}

/// Whoever approves must have seen the very words: those that somebody asked about, or those whose hash is given.
fn must_be_seen(path: &str, sha256: &str, opened: &OpenedCorpus, args: &ApproveArgs) -> Result<(), Failure> {
    if let Some(given) = &args.sha256 {
        let is_it = given.eq_ignore_ascii_case(sha256);
        return if is_it { Ok(()) } else { Err(Failure(words::other_words(path))) };
    }
    let review = review::of_path(path, &opened.corpus);
    let asked = review.and_then(|review| review.decisions.iter().rfind(|it| it.state == ReviewState::Asked));
    match asked {
        Some(asked) if asked.sha256 == sha256 => Ok(()),
        Some(asked) => Err(Failure(words::changed_since_asked(path, asked.on))),
        None => Err(Failure(words::nobody_asked(path))),
    }
}

/// Notes a comment or that one is resolved; lists them where there is none to note.
pub fn comment(args: &CommentArgs, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(&args.corpus)?;
    let path = args.record.as_ref().map(|record| path_of(record, &opened, &[])).transpose()?;
    let (Some(path), Some(by)) = (&path, args.by.as_deref().map(str::trim)) else {
        return show::comments(path.as_deref(), &opened, context);
    };
    let on = day(args.on, context)?;
    let step = match (&args.text, args.resolve) {
        (_, Some(number)) => ReviewStep::Resolve { number, by, on },
        (Some(text), None) => ReviewStep::Comment { by, on, text },
        (None, None) => return Err(Failure(words::no_text())),
    };
    let file = noted(path, &step, &args.corpus)?;
    save(vec![file], by, &args.corpus, context)?;
    context.say(&words::commented(path, args.resolve));
    Ok(Status::Fine)
}

fn noted(path: &str, step: &ReviewStep<'_>, corpus: &CorpusArg) -> Result<NotedFile, Failure> {
    review::noted(&corpus.corpus, path, step).map_err(|reason| Failure(review::messages::not_noted(path, &reason)))
}

/// The given day, or the one on which it is noted: it is written into the corpus, and nothing is computed by it.
fn day(given: Option<Date>, context: &CommandContext<'_>) -> Result<Date, Failure> {
    let now = || history::in_viet_nam(&context.console.now().to_string())?.0.parse().ok();
    given.or_else(now).ok_or_else(|| Failure(words::no_day()))
}

fn save(files: Vec<NotedFile>, by: &str, corpus: &CorpusArg, context: &mut CommandContext<'_>) -> Result<(), Failure> {
    let save = NotedSave {
        number: 0,
        is_made: false,
        at: context.console.now().to_string(),
        by: Some(by.to_owned()),
        why: None,
        undoes: None,
        files,
    };
    let root = &corpus.corpus;
    history::journal_of(root).save(root, &save).map_err(|error| not_saved(&error, root)).map(drop)
}
