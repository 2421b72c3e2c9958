//! Tests of the whole grammar.

mod examples;
mod lists;
mod properties;
mod repairs;
mod strict;
mod table;

use super::find;
use crate::model::citation::{DocumentRef, Found, NoteKind, Path, Step, Target};

/// A citation in one line: document, date, issuer | path ; path.
fn show(found: &Found) -> String {
    let mut parts = vec![match &found.document {
        DocumentRef::Number { kind, number, .. } => {
            format!("{} {number}", kind.map_or("?", |kind| kind.name()))
        }
        DocumentRef::Partial { kind, serial, year } => format!("{} {serial}/{year}/?", kind.name()),
        DocumentRef::Named { name, year: Some(year), .. } => format!("{name} [{year}]"),
        DocumentRef::Named { name, year: None, .. } => name.clone(),
        DocumentRef::This { kind } => format!("{} này", kind.name()),
        DocumentRef::Earlier { kind } => format!("{} đã nêu", kind.name()),
        DocumentRef::Unclear => "?".to_owned(),
        DocumentRef::Unstated => "-".to_owned(),
    }];
    parts.extend(found.dated.map(|date| date.to_string()));
    parts.extend(found.issuer.clone());
    let cited: Vec<String> = found
        .cited
        .iter()
        .map(|cited| match &cited.target {
            Target::One(path) => show_path(path),
            Target::Span { from, to } => format!("{}..{}", show_path(from), show_path(to)),
            Target::Faulty(error) => format!("{error:?}").split([' ', '{']).next().unwrap_or_default().to_owned(),
        })
        .collect();
    let cited = if cited.is_empty() { String::new() } else { format!(" | {}", cited.join(" ; ")) };
    format!("{}{cited}", parts.join(", "))
}

/// From the largest to the smallest, as conventions have it.
fn show_path(path: &Path) -> String {
    let show = |step: &Step| match step {
        Step::Unit(unit) => unit.to_string(),
        Step::This(kind) => format!("{} này", kind.word()),
    };
    path.steps().iter().map(show).collect::<Vec<_>>().join(" / ")
}

fn show_all(text: &str) -> Vec<String> {
    find(text).iter().map(show).collect()
}

/// The kinds of notes on all citations of a text.
fn note_kinds(text: &str) -> Vec<NoteKind> {
    find(text).iter().flat_map(|found| found.notes.iter().map(|note| note.kind)).collect()
}

/// The words of each cited unit.
fn own_words(text: &str) -> Vec<&str> {
    find(text).iter().flat_map(|found| found.cited.iter().map(|cited| &text[cited.range.clone()])).collect()
}
