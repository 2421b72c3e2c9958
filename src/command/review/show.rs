//! Reviews, as they are listed and shown.

use super::super::context::CommandContext;
use super::super::history::{present, unreadable};
use super::super::messages::review as words;
use super::super::{Failure, Outcome, Status};
use crate::cli::ApproveArgs;
use crate::compare::{compare_words, marked};
use crate::diag::Lang;
use crate::history::{self, FileHistory};
use crate::model::review::{Review, ReviewStanding};
use crate::review;
use crate::session::OpenedCorpus;

/// Lists the records that wait for somebody: asked about, sent back, changed since; then how many are approved.
pub(super) fn list_all(opened: &OpenedCorpus, context: &mut CommandContext<'_>) -> Outcome {
    let standing = |review: &Review| matches!(review.standing(), ReviewStanding::Approved(_));
    let (approved, waiting): (Vec<_>, Vec<_>) = opened.corpus.reviews().partition(|(_, review)| standing(review));
    let waiting = waiting.into_iter().filter(|(_, review)| review.standing() != ReviewStanding::Draft);
    let lines: Vec<String> = waiting.map(|(of, review)| line(&of.name(), review, context.lang)).collect();
    context.out(&lines.concat());
    context.say(&words::counted(lines.len(), approved.len()));
    Ok(Status::Fine)
}

fn line(name: &str, review: &Review, lang: Lang) -> String {
    let open = review.open_comments().count();
    let open = if open > 0 { words::open_comments(open).get(lang).to_owned() } else { String::new() };
    format!("{name}: {}{open}\n", review::messages::standing(review.standing()).get(lang))
}

/// Shows what was approved last against what is there now, with the hash by which that can be approved.
pub(super) fn records(
    paths: &[String],
    opened: &OpenedCorpus,
    args: &ApproveArgs,
    context: &mut CommandContext<'_>,
) -> Outcome {
    let root = &args.corpus.corpus;
    let saves = history::journal_of(root).all().map_err(|error| unreadable(root, &error))?;
    for path in paths {
        let now = present(root, path)?;
        let sha256 = opened.seen_hash(path).ok_or_else(|| Failure(words::unread(path)))?;
        let review = review::of_path(path, &opened.corpus).cloned().unwrap_or_else(|| Review::none(None));
        let states = FileHistory::new(path, &saves, now.clone());
        let former = review.last_approval().map(|approval| {
            (approval.on, review::text_of(&approval.sha256, &states, |text| opened.seen_hash_of(path, text.as_bytes())))
        });
        context.out(&line(path, &review, context.lang));
        let now = now.unwrap_or_default();
        match former {
            Some((on, Some(former))) => {
                context.say(&words::since_approval(on));
                context.out(&(marked(&compare_words(&former, &now)) + "\n"));
            }
            Some((on, None)) => {
                context.say(&words::former_is_gone(on));
                context.out(&now);
            }
            None => context.out(&now),
        }
        context.say(&words::hash(path, &sha256));
    }
    Ok(Status::Fine)
}

/// Lists the comments on a record, or all that are open.
pub(super) fn comments(path: Option<&str>, opened: &OpenedCorpus, context: &mut CommandContext<'_>) -> Outcome {
    let mut listed = String::new();
    for (of, review) in opened.corpus.reviews() {
        let is_it = path.is_none_or(|path| review::of_path(path, &opened.corpus) == Some(review));
        let numbered = (1..).zip(&review.comments).filter(|(_, it)| path.is_some() || it.resolved.is_none());
        let lines: Vec<String> = numbered.map(|(at, it)| words::comment(at, it).get(context.lang).to_owned()).collect();
        if is_it && !lines.is_empty() {
            listed += &format!("{}\n{}", of.name(), lines.concat());
        }
    }
    match listed.is_empty() {
        true => context.line(&words::no_comments()),
        false => context.out(&listed),
    }
    Ok(Status::Fine)
}
