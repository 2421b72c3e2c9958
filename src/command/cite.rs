//! `camnang cite`

use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;
use serde::Serialize;

use super::context::CommandContext;
use super::{Failure, Outcome, Status};
use crate::cli::{CiteArgs, DataFormat};
use crate::model::citation::{DocumentRef, Found, Path, Step, Target};
use crate::syntax::citation::find;

/// One citation: one place of one document, or a whole document.
#[derive(Serialize)]
struct CitationRow {
    /// The words of this citation; in a list of places, those of this place.
    words: String,
    /// Bytes of the text (UTF-8, NFC).
    start: usize,
    end: usize,
    /// The document's number, where the text gives one.
    document: Option<String>,
    /// `Nghị định`
    document_type: Option<String>,
    /// `Luật Viễn thông`; `Nghị định này`
    document_name: Option<String>,
    dated: Option<String>,
    issuer: Option<String>,
    /// From the largest unit to the smallest: `["Điều 18", "khoản 3"]`.
    path: Vec<String>,
    /// The last place of a range such as `từ Điều 98 đến Điều 106`.
    through: Option<Vec<String>>,
    /// Has the shape of a citation and cannot be one.
    invalid: bool,
    /// The differences from the standard form.
    notes: Vec<String>,
}

/// Shows what the program reads in a text that cites law, and where the citations lead.
pub fn run(args: &CiteArgs, context: &mut CommandContext<'_>) -> Outcome {
    let text = match args.text.as_deref() {
        Some("-") | None => context.console.read_input().map_err(|error| {
            Failure::new(format!("không đọc được đầu vào: {error}"), format!("cannot read the input: {error}"))
        })?,
        Some(text) => text.to_owned(),
    };
    let text = ComposingNormalizerBorrowed::new_nfc().normalize(&text);
    let rows: Vec<CitationRow> = find(&text).iter().flat_map(|found| rows(&text, found)).collect();
    let written = match args.format {
        DataFormat::Human => rows.iter().map(human).collect(),
        DataFormat::Json => {
            let json = serde_json::to_string_pretty(&rows);
            json.map_err(|error| Failure::new(error.to_string(), error.to_string()))? + "\n"
        }
    };
    context.out(&written);
    Ok(Status::Fine)
}

fn rows(text: &str, found: &Found) -> Vec<CitationRow> {
    match found.cited.as_slice() {
        [] => vec![row(text, found, found.range.clone(), None)],
        [only] => vec![row(text, found, found.range.clone(), Some(&only.target))],
        several => several.iter().map(|unit| row(text, found, unit.range.clone(), Some(&unit.target))).collect(),
    }
}

fn row(text: &str, found: &Found, range: Range<usize>, target: Option<&Target>) -> CitationRow {
    let (document, document_type, document_name) = match &found.document {
        DocumentRef::Number { kind, number, name } => {
            (Some(number.to_string()), kind.map(|kind| kind.name().to_owned()), name.clone())
        }
        DocumentRef::Partial { kind, serial, year } => {
            (Some(format!("{serial}/{year}")), Some(kind.name().to_owned()), None)
        }
        DocumentRef::Named { kind, name, .. } => (None, Some(kind.name().to_owned()), Some(name.clone())),
        DocumentRef::This { kind } => (None, Some(kind.name().to_owned()), Some(format!("{} này", kind.name()))),
        DocumentRef::Earlier { kind } => (None, Some(kind.name().to_owned()), None),
        DocumentRef::Unclear | DocumentRef::Unstated => (None, None, None),
    };
    let (path, through, invalid) = match target {
        None => (Vec::new(), None, false),
        Some(Target::One(path)) => (steps(path), None, false),
        Some(Target::Span { from, to }) => (steps(from), Some(steps(to)), false),
        Some(Target::Faulty(_)) => (Vec::new(), None, true),
    };
    CitationRow {
        words: text.get(range.clone()).unwrap_or_default().to_owned(),
        start: range.start,
        end: range.end,
        document,
        document_type,
        document_name,
        dated: found.dated.map(|date| date.to_string()),
        issuer: found.issuer.clone(),
        path,
        through,
        invalid,
        notes: found.notes.iter().map(|note| format!("{:?}", note.kind)).collect(),
    }
}

fn steps(path: &Path) -> Vec<String> {
    let step = |step: &Step| match step {
        Step::Unit(unit) => unit.to_string(),
        Step::This(kind) => format!("{} này", kind.word()),
    };
    path.steps().iter().map(step).collect()
}

fn human(row: &CitationRow) -> String {
    let document = row.document.as_deref().or(row.document_name.as_deref()).unwrap_or("-");
    let path = if row.path.is_empty() { "-".to_owned() } else { row.path.join(" / ") };
    let through = row.through.as_ref().map(|through| format!(" … {}", through.join(" / "))).unwrap_or_default();
    let invalid = if row.invalid { "  (!)" } else { "" };
    format!("{}..{}  {}\n    {document} | {path}{through}{invalid}\n", row.start, row.end, row.words.replace('\n', " "))
}
