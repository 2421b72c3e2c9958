//! Citations in running text, and what to say about the way they are written.

use std::ops::Range;

use super::flat::Flat;
use super::reader::MarkdownReader;
use super::run::Run;
use crate::diag::Fix;
use crate::model::citation::{Found, Note, NoteKind};
use crate::model::text::Inline;
use crate::syntax::citation::repair;
use crate::syntax::messages::markdown as codes;

/// The text of `part` of a run, its citations standing apart; the run begins at `start` of the paragraph.
pub fn cite(
    reader: &mut MarkdownReader<'_, '_>,
    run: &Run,
    part: Range<usize>,
    (flat, start): (&mut Flat, usize),
    into: &mut Vec<Inline>,
) {
    let in_flat = start + part.start..start + part.end;
    let source = |range: &Range<usize>| run.source(range.start - start..range.end - start);
    let mut at = in_flat.start;
    for (found, whole) in flat.citations(&in_flat) {
        let Range { start, end } = found.range;
        let text = flat.text();
        let (Some(before), Some(words)) = (text.get(at..start), text.get(start..end)) else { continue };
        push_text(before, into);
        for (note, whole) in found.notes.iter().zip(std::iter::repeat(flat.whole(whole)).flatten()) {
            // A word that is joined to the citation may go on in another run; the run knows the source of its own part.
            let here = note.range.start.max(in_flat.start)..note.range.end.min(in_flat.end);
            report_slip(reader, text, whole, note, source(&here));
        }
        let range = source(&found.range);
        into.push(Inline::Cite { words: words.to_owned(), found: Box::new(found), range });
        at = end;
    }
    push_text(flat.text().get(at..in_flat.end).unwrap_or_default(), into);
}

/// Adds plain words, if there are any.
pub fn push_text(words: &str, into: &mut Vec<Inline>) {
    if !words.is_empty() {
        into.push(Inline::Text(words.to_owned()));
    }
}

/// Warns of what is a slip of typing or scanning. Other manners of citing (`Khoản 2`, `Điều 5 khoản 2`, `k. 2`) are in
/// older instruments, whose words are to stay as they are.
fn report_slip(reader: &mut MarkdownReader<'_, '_>, text: &str, found: &Found, note: &Note, range: Range<usize>) {
    let (Some(problem), Some(words)) = (codes::slip(note.kind), text.get(note.range.clone())) else { return };
    // Words that are written differently in the file, as over the end of a line, are nobody's to replace. Of an order that is turned
    // round either end may be the slip.
    let is_plain = reader.source(range.clone()) == words && note.kind != NoteKind::RangeReversed;
    reader.report_with(codes::CITATION_FORM, range, |finding| {
        let finding = finding.arg("words", words).arg("problem", problem);
        match repair(text, found, note) {
            Some(canonical) if is_plain => finding.fix(Fix::value(canonical.as_str())).arg("canonical", canonical),
            Some(canonical) => finding.arg("canonical", canonical),
            None => finding.help(codes::repair_by_hand()),
        }
    });
}
