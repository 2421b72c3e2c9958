//! `camnang list`

mod of_edition;

use serde::Serialize;

use super::context::CommandContext;
use super::{Failure, Outcome, Status};
use crate::cli::{ListArgs, ListFormat, ListKind};
use crate::model::corpus::Corpus;
use crate::spreadsheet;

#[derive(Serialize)]
struct ListRow {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
}

/// Lists the records of a kind with their ids.
pub fn run(args: &ListArgs, context: &mut CommandContext<'_>) -> Outcome {
    if let Some(edition) = &args.edition {
        return of_edition::run(args, edition, context);
    }
    if args.what == ListKind::Calendar {
        return Err(Failure(super::messages::tables::whose_calendar()));
    }
    let opened = context.open(&args.corpus)?;
    if args.what == ListKind::Duties {
        return super::duties::run(args, &opened.corpus, context);
    }
    let rows = rows(&opened.corpus, args.what);
    let text = match args.format {
        ListFormat::Human => human(&rows),
        ListFormat::Json => json(&rows)?,
        ListFormat::Csv => spreadsheet::table(
            rows.into_iter().map(|ListRow { id, name, title }| [id, name, title.unwrap_or_default()]),
        ),
    };
    context.out(&text);
    Ok(Status::Fine)
}

fn rows(corpus: &Corpus, what: ListKind) -> Vec<ListRow> {
    let row = |id: String, name: String, title: Option<String>| ListRow { id, name, title };
    let vocabulary = corpus.vocabulary();
    match what {
        ListKind::Instruments => corpus
            .instruments()
            .map(|it| row(it.id.to_string(), it.citation(), Some(it.subject().to_owned())))
            .collect(),
        ListKind::Excerpts => corpus
            .excerpts()
            .map(|it| row(it.id.to_string(), crate::view::citation(corpus, it), it.title.clone()))
            .collect(),
        ListKind::Guidance => corpus.all_guidance().map(|it| row(it.id.to_string(), it.title.clone(), None)).collect(),
        ListKind::Editions => {
            corpus.editions().map(|it| row(it.id.to_string(), it.as_of.to_string(), Some(it.title.clone()))).collect()
        }
        ListKind::Departments => {
            let groups = corpus.departments().iter();
            let departments = groups.flat_map(|group| group.departments.iter().map(move |it| (group, it)));
            departments.map(|(group, it)| row(it.id.to_string(), it.name.clone(), Some(group.title.clone()))).collect()
        }
        ListKind::Topics => vocabulary.topics.iter().map(|it| row(it.id.to_string(), it.name.clone(), None)).collect(),
        ListKind::Audiences => {
            vocabulary.audiences.iter().map(|it| row(it.id.to_string(), it.name.clone(), None)).collect()
        }
        ListKind::Levels => {
            vocabulary.levels.iter().map(|it| row(it.id.to_string(), it.name.clone(), Some(it.verb.clone()))).collect()
        }
        // They have more columns.
        ListKind::Duties | ListKind::Calendar => Vec::new(),
    }
}

fn human(rows: &[ListRow]) -> String {
    let width = rows.iter().map(|row| row.id.len()).max().unwrap_or(0);
    let line = |row: &ListRow| {
        let title = row.title.as_ref().map(|title| format!(" · {title}")).unwrap_or_default();
        format!("{:<width$}  {}{title}\n", row.id, row.name)
    };
    rows.iter().map(line).collect()
}

/// What other programs read.
pub(super) fn json(rows: &impl Serialize) -> Result<String, Failure> {
    let mut text =
        serde_json::to_string_pretty(rows).map_err(|error| Failure::new(error.to_string(), error.to_string()))?;
    text.push('\n');
    Ok(text)
}
