//! `camnang diff`: two editions, two days of the corpus, or two revisions of it, compared.

mod human;
mod originals;
mod sides;

use std::collections::BTreeMap;

use serde::Serialize;

use super::context::CommandContext;
use super::{Failure, Outcome, Status};
use crate::assemble::assemble;
use crate::cli::{DataFormat, DiffArgs};
use crate::compare::{Changes, Difference, Field, State, compare};
use crate::diag::advice::nearest;
use crate::diag::{Lang, Sink};
use crate::hash::sha256;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::edition::Edition;
use crate::session::Absent;
use crate::view::{Reach, booklet_state, corpus_state};
use sides::{Side, SideKind};

/// The version of the JSON, as `version` in it. Raised when a field goes or changes its meaning.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct DiffReport<'a> {
    version: u32,
    from: &'a ReportEnd,
    to: &'a ReportEnd,
    excerpts: &'a Changes,
    instruments: &'a Changes,
}

/// One of the two that are compared.
#[derive(Serialize)]
struct ReportEnd {
    /// `edition`, `date`, `revision`, `worktree`
    kind: &'static str,
    /// As it was requested.
    name: String,
    /// The day as of which validity is stated.
    as_of: String,
    /// The edition looked at; `null` for the whole corpus.
    edition: Option<String>,
    /// The commit, where there is one.
    commit: Option<String>,
}

/// Compares two states of the corpus; the exit status does not say whether they differ.
pub fn run(args: &DiffArgs, context: &mut CommandContext<'_>) -> Outcome {
    if args.originals {
        return originals::run(args, context);
    }
    let (former, later) = sides::sides(args, context)?;
    if args.edition.is_some() && former.kind == SideKind::Edition {
        return Err(Failure::new(
            "--edition chỉ đi với hai ngày hoặc hai bản ghi git; ở đây A và B đã là ấn bản",
            "--edition goes with two dates or two revisions; here A and B are editions already",
        ));
    }
    if args.as_of.is_some() && former.kind != SideKind::Revision {
        return Err(Failure::new(
            "--as-of chỉ đi với hai bản ghi git; ấn bản và ngày đã có ngày của mình",
            "--as-of goes with two revisions; editions and dates have their own day",
        ));
    }
    for side in [&former, &later] {
        warn_of_faults(side, context);
    }
    let default = latest_day(&later.opened.corpus);
    let (from, before) = state(&former, args, default)?;
    let (to, after) = state(&later, args, default)?;
    let difference = compare(&before, &after);
    context.out(&match args.format {
        DataFormat::Human => human::text(&from, &to, &difference, context.lang),
        DataFormat::Json => json(&from, &to, &difference)?,
    });
    Ok(Status::Fine)
}

/// Warns that files which cannot be read are left out of the comparison.
fn warn_of_faults(side: &Side, context: &mut CommandContext<'_>) {
    if side.opened.has_errors() {
        let name = &side.name;
        context.console.err(&match context.lang {
            Lang::Vi => {
                format!("camnang: kho ở `{name}` có lỗi; phần không đọc được thì không so sánh. Xem camnang check\n")
            }
            Lang::En => format!(
                "camnang: the corpus at `{name}` has faults; what cannot be read is not compared. See camnang check\n"
            ),
        });
    }
}

/// The latest day of any edition: a day that the corpus itself names.
fn latest_day(corpus: &Corpus) -> Option<Date> {
    corpus.editions().map(|edition| edition.as_of).max()
}

fn state(side: &Side, args: &DiffArgs, default: Option<Date>) -> Result<(ReportEnd, State), Failure> {
    let corpus = &side.opened.corpus;
    let wanted = match side.kind {
        SideKind::Edition => Some(side.name.as_str()),
        SideKind::Date | SideKind::Revision => args.edition.as_deref(),
    };
    let edition = wanted.map(|id| find_edition(side, id)).transpose()?;
    let own = edition.map(|edition| edition.as_of);
    let as_of = side.date.or(args.as_of).or(own).or(default).ok_or_else(|| {
        Failure::new(
            "kho chưa có ấn bản nào để biết tính đến ngày nào; ghi --as-of YYYY-MM-DD",
            "the corpus has no edition to take a day from; say --as-of YYYY-MM-DD",
        )
    })?;
    let mut state = match edition {
        Some(edition) => booklet_state(&assemble(corpus, edition, as_of, &mut Sink::new())),
        // Between two days, what was issued meanwhile is new; between two revisions it is there whatever its day.
        None => corpus_state(corpus, as_of, if side.date.is_some() { Reach::Issued } else { Reach::Everything }),
    };
    mark_pictures(&mut state, &side.opened.sources.images);
    let end = ReportEnd {
        kind: side.kind_key(),
        name: side.name.clone(),
        as_of: as_of.to_string(),
        edition: edition.map(|edition| edition.id.to_string()),
        commit: side.commit.clone(),
    };
    Ok((end, state))
}

/// Two revisions may have another picture under one name. A state knows but the names; beside each of them stands what
/// the file is.
fn mark_pictures(state: &mut State, files: &BTreeMap<String, Vec<u8>>) {
    let marked = |path: &str| match files.get(path) {
        Some(bytes) => format!("{path} (SHA-256 {})", sha256(bytes)),
        None => path.to_owned(),
    };
    for images in state.excerpts.values_mut().filter_map(|item| item.fields.get_mut(&Field::Images)) {
        *images = images.lines().map(marked).collect::<Vec<_>>().join("\n");
    }
}

fn find_edition<'s>(side: &'s Side, id: &str) -> Result<&'s Edition, Failure> {
    let corpus = &side.opened.corpus;
    corpus.editions().find(|edition| edition.id.as_str() == id).ok_or_else(|| {
        if let Err(absent @ Absent::Unread(_)) = side.opened.edition(id) {
            return absent.into();
        }
        let near = nearest(id, corpus.editions().map(|edition| edition.id.as_str()));
        let (near_vi, near_en) = match near {
            Some(near) => (format!("; có phải `{near}`?"), format!("; do you mean `{near}`?")),
            None => (String::new(), String::new()),
        };
        let at = &side.name;
        Failure::new(
            format!("không có ấn bản `{id}` đọc được ở `{at}`{near_vi}"),
            format!("there is no readable edition `{id}` at `{at}`{near_en}"),
        )
    })
}

fn json(from: &ReportEnd, to: &ReportEnd, difference: &Difference) -> Result<String, Failure> {
    let Difference { excerpts, instruments } = difference;
    let report = DiffReport { version: VERSION, from, to, excerpts, instruments };
    let mut text =
        serde_json::to_string_pretty(&report).map_err(|error| Failure::new(error.to_string(), error.to_string()))?;
    text.push('\n');
    Ok(text)
}
