//! Repairs of YAML that cannot be read, where what is meant is plain: each is tried before it is offered, and must let the
//! parser read on beyond the line at fault.

use std::ops::Range;

use granit_parser::{Parser, StrInput};

use super::fault::{Fault, is_key};
use super::quoted::quoted;
use crate::diag::{FileId, Fix, Span};

/// Other words for a range of the text.
type YamlEdit = (Range<usize>, String);

/// The repair of a fault at a byte of the text, which begins at `base` of the file.
pub fn repair(fault: Fault, text: &str, byte: usize, base: usize, file: FileId) -> Option<Fix> {
    let edits = match fault {
        // Only what is structure may be changed.
        Fault::Tab | Fault::WideColon if has_long_values(text) => return None,
        Fault::Tab => tabs(text),
        Fault::WideColon => wide_colons(text),
        Fault::ColonInValue | Fault::Sign(_) | Fault::AfterQuote => vec![whole_value(text, byte)?],
        Fault::CurlyQuote => vec![straight_quote(text, byte)?],
        Fault::Indented
        | Fault::NoColon
        | Fault::OpenBracket(_)
        | Fault::OpenQuote
        | Fault::CloseBracket(_)
        | Fault::Other => return None,
    };
    let span = |range: Range<usize>| Span::new(file, base + range.start..base + range.end);
    reads_on(text, byte, &edits).then(|| edits.into_iter().map(|(range, words)| (span(range), words)).collect())
}

/// Whether the parser comes further with the edits made: to the end, or to another line below.
fn reads_on(text: &str, byte: usize, edits: &[YamlEdit]) -> bool {
    let mut made = text.to_owned();
    for (range, words) in edits.iter().rev() {
        made.replace_range(range.clone(), words);
    }
    let line = |text: &str, byte: usize| text.get(..byte).unwrap_or(text).matches('\n').count();
    let mut parser = Parser::<StrInput<'_>>::new_from_str(&made);
    match parser.find_map(Result::err) {
        None => !edits.is_empty(),
        Some(error) => error.marker().byte_offset().is_some_and(|at| line(&made, at) > line(text, byte)),
    }
}

/// Whether a value may go on over several lines, in which a sign means itself.
fn has_long_values(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_end();
        line.ends_with(['|', '>']) || line.contains(": |") || line.contains(": >") || line.contains(['"', '\''])
    })
}

/// Two spaces for every tab that indents a line.
fn tabs(text: &str) -> Vec<YamlEdit> {
    let indents =
        lines(text).map(|(start, line)| start..start + line.len() - line.trim_start_matches([' ', '\t']).len());
    let tabs = indents.filter_map(|range| text.get(range.clone()).map(|indent| (range, indent)));
    tabs.filter(|(_, indent)| indent.contains('\t'))
        .map(|(range, indent)| (range, indent.replace('\t', "  ")))
        .collect()
}

/// A plain colon and a space for every wide one after a key.
fn wide_colons(text: &str) -> Vec<YamlEdit> {
    let found = lines(text).filter_map(|(start, line)| {
        let (key, value) = line.split_once('：').filter(|(key, _)| is_key(key))?;
        let colon = if value.starts_with([' ', '\n']) || value.is_empty() { ":" } else { ": " };
        let at = start + key.len();
        Some((at..at + '：'.len_utf8(), colon.to_owned()))
    });
    found.collect()
}

/// The whole value of a line in quotes. A remark behind it could belong to it: then there is no repair.
fn whole_value(text: &str, byte: usize) -> Option<YamlEdit> {
    let (start, line) = lines(text).filter(|(start, _)| *start <= byte).last()?;
    let (key, value) = line.trim_end().split_once(": ")?;
    let indent = value.len() - value.trim_start().len();
    let from = start + key.len() + 2 + indent;
    let value = value.trim_start();
    let below =
        text.get(start + text.get(start..)?.find('\n').map_or(text.len() - start, |at| at + 1)..).unwrap_or_default();
    let depth = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    // It may go on in the next line.
    let goes_on = below.lines().next().is_some_and(|next| !next.trim().is_empty() && depth(next) > depth(line));
    let is_plain = is_key(key) && !goes_on && !value.contains(" #") && !value.starts_with(['[', '{']);
    is_plain.then(|| (from..from + value.len(), quoted(value)))
}

/// A straight quote for the only bent one of the line.
fn straight_quote(text: &str, byte: usize) -> Option<YamlEdit> {
    let line = text.get(byte..)?.lines().next()?;
    let mut bent = line.match_indices(['“', '”', '„', '‟']);
    let (at, sign) = bent.next()?;
    bent.next().is_none().then(|| (byte + at..byte + at + sign.len(), "\"".to_owned()))
}

/// Every line with the byte that it begins at.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    })
}
