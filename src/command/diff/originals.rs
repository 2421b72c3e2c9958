//! `camnang diff --originals`: the originals of two instruments, article by article.

use super::super::context::CommandContext;
use super::super::original;
use super::super::{Failure, Outcome, Status};
use crate::cli::DiffArgs;
use crate::command::messages::originals as words;
use crate::compare::{Segment, compare_words};
use crate::originals::changes::{ArticleChange, changes};
use crate::originals::tree::{ProvisionTree, TreeNode};

/// Prints what was moved, changed, added and dropped between two originals.
pub fn run(args: &DiffArgs, context: &mut CommandContext<'_>) -> Outcome {
    let Some(later) = &args.later else {
        return Err(Failure::new(
            "--originals so hai bản gốc: ghi đủ hai id văn bản, A và B",
            "--originals compares two originals: give the ids of two instruments, A and B",
        ));
    };
    let opened = context.open(&args.corpus)?;
    let (_, before) = original::trees(&opened, &args.former)?;
    let (_, after) = original::trees(&opened, later)?;
    let (Some(before), Some(after)) = (before.first(), after.first()) else { return Ok(Status::Fine) };
    let (before, after) = (&before.tree, &after.tree);
    let changes = changes(before, after);
    for change in &changes {
        let (title, body) = shown(before, after, change);
        context.line(&title);
        context.out(&body);
    }
    context.line(&words::changed_articles(changes.len()));
    Ok(Status::Fine)
}

fn shown(
    former: &ProvisionTree,
    later: &ProvisionTree,
    change: &ArticleChange<'_>,
) -> (crate::diag::Bilingual, String) {
    match change {
        ArticleChange::Moved { before, after } => (words::moved(&place(before), &place(after)), String::new()),
        ArticleChange::Changed { before, after } => {
            let (old, new) = (former.text(before), later.text(after));
            (words::changed(&place(before), &place(after)), differing(&old, &new))
        }
        ArticleChange::New(node) => (words::new_article(&place(node)), String::new()),
        ArticleChange::Gone(node) => (words::gone_article(&place(node)), String::new()),
    }
}

/// `Điều 5. Tên điều`
fn place(node: &TreeNode) -> String {
    let at = node.locator.as_ref().map(ToString::to_string).unwrap_or_default();
    if node.title.is_empty() { at } else { format!("{at}. {}", node.title) }
}

fn differing(old: &str, new: &str) -> String {
    let segments = compare_words(old, new);
    let shown = segments.iter().map(Segment::marked);
    format!("    {}\n", shown.collect::<Vec<_>>().join(" ").replace('\n', "\n    "))
}
