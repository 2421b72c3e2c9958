//! For a person at a terminal: place, what is wrong, the line itself, what to write.

use std::fmt::Write;
use std::ops::Range;

use super::{Reported, count};
use crate::diag::{Lang, Severity};
use crate::source::is_control;

/// Returns the findings for a person at a terminal, each with its place, the line of the file, and advice; then the
/// counts.
pub fn render(reported: &[Reported], lang: Lang) -> String {
    let mut out = String::new();
    for finding in reported {
        // Writing to a String cannot fail.
        let _ = one(&mut out, finding, lang);
    }
    out.push_str(&summary(reported, lang));
    out
}

fn one(out: &mut String, finding: &Reported, lang: Lang) -> std::fmt::Result {
    let (place, severity) = (place(finding), severity(finding.severity, lang));
    writeln!(out, "{place}: {severity} {}: {}", finding.code, finding.message)?;
    write!(out, "{}", snippet(finding).unwrap_or_default())?;
    writeln!(out, "  → {}\n", finding.help)
}

/// `corpus/excerpts/nd-72-2013/dieu-18.khoan-3.md:7:1`, or the file alone.
pub(super) fn place(finding: &Reported) -> String {
    // A line end in a name would look like a finding of its own; whatever else could drive a terminal, the printer shows.
    let file = finding.file.replace('\n', "\\u000a");
    match finding.line {
        0 => file,
        line => format!("{file}:{line}:{}", finding.column),
    }
}

/// The line of a finding, with marks.
pub(super) fn snippet(finding: &Reported) -> Option<String> {
    let quote = finding.source.as_ref()?;
    let end = if finding.end.0 == finding.line { finding.end.1 } else { usize::MAX };
    let columns = finding.column.saturating_sub(quote.skipped)..end.saturating_sub(quote.skipped);
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = excerpt(&mut out, finding.line, &quote.text, columns);
    Some(out)
}

/// A line of a text, and marks under the columns that are meant, both counted from 1. A long line is shown around them.
pub fn excerpt(out: &mut String, line: usize, source: &str, columns: Range<usize>) -> std::fmt::Result {
    const BEFORE: usize = 50;
    const WIDTH: usize = 110;
    let characters: Vec<char> = source.trim_end().chars().map(shown).collect();
    let start = columns.start.saturating_sub(1).min(characters.len());
    let end = columns.end.saturating_sub(1);
    let cut = if characters.len() > WIDTH { start.saturating_sub(BEFORE) } else { 0 };
    let text: String = characters.iter().skip(cut).take(WIDTH).collect();
    let marks =
        end.clamp(start, characters.len()).saturating_sub(start).clamp(1, (cut + WIDTH).saturating_sub(start).max(1));
    let number = line.to_string();
    let gutter = " ".repeat(number.len());
    let (left, right) = (if cut > 0 { "…" } else { "" }, if cut + WIDTH < characters.len() { "…" } else { "" });
    writeln!(out, "  {number} | {left}{text}{right}")?;
    let indent = " ".repeat(start - cut + usize::from(cut > 0));
    writeln!(out, "  {gutter} | {indent}{}", "^".repeat(marks))
}

/// A character as a terminal may be given it: one column, and nothing that turns the direction of reading.
fn shown(character: char) -> char {
    match character {
        '\t' => ' ',
        hidden if is_control(hidden) => '\u{fffd}',
        other => other,
    }
}

pub(super) fn severity(key: &str, lang: Lang) -> &str {
    match (lang, key) {
        (Lang::Vi, "error") => "lỗi",
        (Lang::Vi, "warning") => "cảnh báo",
        (Lang::Vi, "note") => "lưu ý",
        (_, key) => key,
    }
}

fn summary(reported: &[Reported], lang: Lang) -> String {
    let [errors, warnings, notes] =
        [Severity::Error, Severity::Warning, Severity::Note].map(|severity| count(reported, severity));
    // The gravest, since it is what must be fixed first.
    let gravest = [Severity::Error, Severity::Warning, Severity::Note];
    let first = gravest.iter().find_map(|severity| reported.iter().find(|it| it.severity == severity.key()));
    let explain = match (first, lang) {
        (None, _) => String::new(),
        (Some(first), Lang::Vi) => format!(" Giải thích thêm: camnang explain {}", first.code),
        (Some(first), Lang::En) => format!(" For more: camnang explain {} --lang en", first.code),
    };
    match lang {
        Lang::Vi => format!("{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý.{explain}\n"),
        Lang::En => {
            let counted = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
            let [errors, warnings, notes] =
                [counted(errors, "error"), counted(warnings, "warning"), counted(notes, "note")];
            format!("{errors}, {warnings}, {notes}.{explain}\n")
        }
    }
}
