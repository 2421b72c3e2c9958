//! Citations in running text, and what to say about the way they are written.

use std::ops::Range;

use super::reader::Reader;
use super::run::Run;
use crate::messages::markdown as codes;
use crate::model::citation::{DocumentRef, Found, Note, NoteKind};
use crate::model::text::Inline;
use crate::syntax::citation::find;

/// The text of `part` of a run, its citations standing apart.
pub fn cite(reader: &mut Reader<'_, '_>, run: &Run, part: Range<usize>, into: &mut Vec<Inline>) {
    let Some(text) = run.text().get(part.clone()) else { return };
    let source = |range: &Range<usize>| run.source(part.start + range.start..part.start + range.end);
    let mut at = 0;
    for found in find(text) {
        let Range { start, end } = found.range;
        let (Some(before), Some(words)) = (text.get(at..start), text.get(start..end)) else { continue };
        push_text(before, into);
        for note in &found.notes {
            report_slip(reader, &found, note, text.get(note.range.clone()).unwrap_or(words), source(&note.range));
        }
        let range = source(&found.range);
        into.push(Inline::Cite { words: words.to_owned(), found: Box::new(found), range });
        at = end;
    }
    push_text(text.get(at..).unwrap_or_default(), into);
}

pub fn push_text(words: &str, into: &mut Vec<Inline>) {
    if !words.is_empty() {
        into.push(Inline::Text(words.to_owned()));
    }
}

/// Warns of what is a slip of typing or scanning. Other manners of citing (`Khoản 2`, `Điều 5 khoản 2`, `k. 2`) stand in
/// older instruments, whose words are to stay as they are.
fn report_slip(reader: &mut Reader<'_, '_>, found: &Found, note: &Note, words: &str, range: Range<usize>) {
    if let (Some(problem), Some(canonical)) = (codes::slip(note.kind), mended(found, note.kind, words)) {
        reader.report_with(codes::CITATION_FORM, range, |finding| {
            finding.arg("words", words).arg("problem", problem).arg("canonical", canonical)
        });
    }
}

/// The words as they should be.
fn mended(found: &Found, kind: NoteKind, words: &str) -> Option<String> {
    match kind {
        NoteKind::Eth => Some(words.replace('Ð', "Đ").replace('ð', "đ")),
        NoteKind::StraySpace => Some(words.split_whitespace().collect()),
        NoteKind::LongDash => Some(words.replace(['–', '—', '‑', '−'], "-")),
        NoteKind::JoinedWords => parted(words),
        NoteKind::MisreadDigit | NoteKind::SymbolCase => match &found.document {
            // As much of the number as the words are.
            DocumentRef::Number { number, .. } if words.contains('/') => Some(number.to_string()),
            DocumentRef::Number { number, .. } => number.to_string().rsplit('/').next().map(str::to_owned),
            DocumentRef::Partial { .. }
            | DocumentRef::Named { .. }
            | DocumentRef::This { .. }
            | DocumentRef::Earlier { .. }
            | DocumentRef::Unstated => None,
        },
        NoteKind::RangeReversed => words.split_once(" đến ").map(|(from, to)| format!("{to} đến {from}")),
        NoteKind::Case
        | NoteKind::LargeToSmall
        | NoteKind::Abbreviation
        | NoteKind::ExtraWord
        | NoteKind::LeadingZero
        | NoteKind::LabelScript
        | NoteKind::SymbolMissing
        | NoteKind::DateMissing
        | NoteKind::GroupingOmitted => None,
    }
}

/// `CPngày` → `CP ngày`
fn parted(words: &str) -> Option<String> {
    let small = words.char_indices().skip(1).find(|(_, sign)| sign.is_lowercase())?.0;
    let (symbol, rest) = words.split_at_checked(small)?;
    Some(format!("{symbol} {rest}"))
}
