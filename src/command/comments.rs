//! `camnang comments`: what readers have marked in a copy for Word, by excerpt. Nothing is changed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::context::CommandContext;
use super::messages::comments as words;
use super::{Outcome, Status, import, list};
use crate::cli::{CommentsArgs, DataFormat};
use crate::model::corpus::Corpus;
use crate::model::excerpt::Excerpt;
use crate::model::subject::Subject;
use crate::originals::readers::docx::{WordMark, marks};
use crate::render::docx::{OURS, bookmark};
use crate::session::OpenedCorpus;

/// A mark as programs read it.
#[derive(Serialize)]
struct MarkRow<'m> {
    /// Id; nothing where the mark is in no excerpt that the corpus has.
    excerpt: Option<&'m str>,
    /// Within the corpus.
    file: Option<&'m str>,
    citation: Option<String>,
    /// The heading above it in the file.
    heading: Option<&'m str>,
    /// `comment`, `insertion`, `deletion`, `look`
    kind: &'static str,
    who: Option<&'m str>,
    when: Option<&'m str>,
    said: &'m str,
    at: &'m str,
}

/// Lists the marks of a file.
pub fn run(args: &CommentsArgs, context: &mut CommandContext<'_>) -> Outcome {
    let bytes = import::received(&args.file)?;
    let opened = context.open(&args.corpus)?;
    let by_bookmark = excerpts(&opened.corpus);
    let marks =
        marks(&bytes, &|name| name.starts_with(OURS)).map_err(|refusal| import::unread_text(&args.file, &refusal))?;
    let rows: Vec<MarkRow<'_>> = marks.iter().map(|mark| row(mark, &by_bookmark, &opened)).collect();
    match args.format {
        DataFormat::Json => context.out(&list::json(&rows)?),
        DataFormat::Human => human(&rows, context),
    }
    Ok(Status::Fine)
}

/// The excerpts by the names of their bookmarks.
fn excerpts(corpus: &Corpus) -> BTreeMap<String, &Excerpt> {
    corpus.excerpts().map(|excerpt| (bookmark(excerpt.id.as_str()), excerpt)).collect()
}

fn row<'m>(mark: &'m WordMark, by_bookmark: &BTreeMap<String, &'m Excerpt>, opened: &'m OpenedCorpus) -> MarkRow<'m> {
    let WordMark { kind, who, when, said, at, bookmark, heading } = mark;
    let excerpt = bookmark.as_ref().and_then(|name| by_bookmark.get(name)).copied();
    MarkRow {
        excerpt: excerpt.map(|excerpt| excerpt.id.as_str()),
        file: excerpt.and_then(|it| opened.file(&Subject::Excerpt(it.id.clone()))).map(|file| file.path.as_str()),
        citation: excerpt.map(|excerpt| crate::view::citation(&opened.corpus, excerpt)),
        heading: heading.as_deref(),
        kind: words::key(*kind),
        who: who.as_deref(),
        when: when.as_deref(),
        said,
        at,
    }
}

/// A head for each excerpt, in the order of the file.
fn human(rows: &[MarkRow<'_>], context: &mut CommandContext<'_>) {
    let mut above = None;
    for row in rows {
        let head = words::head(row.excerpt, row.citation.as_deref(), row.heading);
        let head = head.get(context.lang).to_owned();
        if above.as_ref() != Some(&head) {
            context.out(&format!("{head}\n"));
            above = Some(head);
        }
        context.line(&words::mark(row.kind, row.who, row.when, row.said, row.at));
    }
    context.line(&words::total(rows.len()));
}
