//! Records: the shapes of the corpus' YAML. Each file here declares one, key by key; [`fields`] says how, [`reader`] takes
//! a mapping apart by the declaration, and [`describe`] writes it down as a [`shape::Description`].

mod answers;
mod deadline;
mod departments;
mod describe;
mod duty_audiences;
mod edition;
mod excerpt;
mod fields;
mod files;
mod instrument;
mod letter;
mod lists;
mod mail;
mod original;
mod reader;
mod releases;
mod review;
mod settings;
pub mod shape;
mod spoken;
mod spoken_deadline;
mod values;
mod vocabulary;
mod waivers;

use std::ops::Range;

pub use deadline::NOT_STATED;
pub use departments::read_departments;
pub use edition::read_edition;
pub use excerpt::{read_excerpt, read_guidance, selected_by};
pub use files::{REVIEWS, RecordKind};
pub use instrument::read_instrument;
pub use original::read_stored_original;
pub use releases::read_release;
pub use review::read_review;
pub use settings::read_settings;
pub use spoken::is_named;
pub use values::suggest_id;
pub use vocabulary::{read_glossary, read_vocabulary};
pub use waivers::read_waivers;

use crate::diag::{FileId, Finding, Fix, Sink, Span};
use crate::syntax::messages::{words, yaml};

/// The header of a Markdown file: where its YAML stands, and where the body begins.
pub(crate) fn header(text: &str, file: FileId, sink: &mut Sink) -> Option<(Range<usize>, usize)> {
    let Some(start) = header_start(text) else {
        let end = text.find('\n').unwrap_or(text.len());
        let finding = Finding::at(yaml::NO_HEADER, file, 0..end).fix(first_line(text, file));
        sink.push(finding.arg("advice", words::add_header(text.trim_start().starts_with("---"), looks_like_key(text))));
        return None;
    };
    let found = header_end(text, start);
    if found.is_none() {
        let place = after_keys(text, start);
        let at = Span::new(file, place.start..place.start);
        let fix = (place.start > 0 && !is_nearly_closed(text, start)).then(|| Fix::words(at, "---\n"));
        sink.push(Finding::at(yaml::OPEN_HEADER, file, place).fix(fix));
    }
    found.map(|(end, body)| (start..end, body))
}

/// Whether a line may be meant as the closing one: dashes of other kinds or another number, or equals signs.
fn is_nearly_closed(text: &str, start: usize) -> bool {
    let is_mark = |line: &str| line.len() > 1 && line.chars().all(|sign| "-–—―‒−=*_".contains(sign));
    text.get(start..).unwrap_or_default().lines().any(|line| is_mark(line.trim()))
}

/// Returns the fix of a header that begins too late, or lacks only its first line.
fn first_line(text: &str, file: FileId) -> Option<Fix> {
    let blank = text.len() - text.trim_start().len();
    let is_header = |text: &str| header_range(text).is_some();
    if text.get(blank..).is_some_and(is_header) {
        return Some(Fix::words(Span::new(file, 0..blank), ""));
    }
    let with_line = format!("---\n{text}");
    (looks_like_key(text) && is_header(&with_line)).then(|| Fix::words(Span::new(file, 0..0), "---\n"))
}

/// Where the YAML of a header stands, without a word about one that is missing.
pub(crate) fn header_range(text: &str) -> Option<Range<usize>> {
    let start = header_start(text)?;
    header_end(text, start).map(|(end, _)| start..end)
}

/// Where the text below a header begins.
pub(crate) fn header_body(text: &str) -> Option<usize> {
    header_end(text, header_start(text)?).map(|(_, body)| body)
}

fn header_start(text: &str) -> Option<usize> {
    let line = text.split_inclusive('\n').next()?;
    (line.trim_end() == "---").then_some(line.len())
}

/// The first line that is no part of a header that was not closed: there the closing line is missing.
fn after_keys(text: &str, start: usize) -> Range<usize> {
    let mut line_start = start;
    for line in text[start..].split_inclusive('\n') {
        let belongs = line.starts_with([' ', '-', '#', '\t']) || looks_like_key(line);
        if !belongs && !line.trim().is_empty() {
            return line_start..line_start + line.trim_end().len();
        }
        line_start += line.len();
    }
    0..start.saturating_sub(1)
}

/// `key: value`
fn looks_like_key(line: &str) -> bool {
    let key = line.lines().next().and_then(|line| line.split_once(':'));
    key.is_some_and(|(key, rest)| {
        let plain = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        plain && (rest.is_empty() || rest.starts_with(' '))
    })
}

/// The end of the YAML that begins at `start`, and the start of the body.
fn header_end(text: &str, start: usize) -> Option<(usize, usize)> {
    let mut line_start = start;
    for line in text[start..].split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((line_start, line_start + line.len()));
        }
        line_start += line.len();
    }
    None
}
