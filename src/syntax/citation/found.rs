//! Every citation in running text.

use std::ops::Range;

use super::document::{DocumentRead, document_of_title, read_document, skip_marks};
use super::drafts::{Draft, Sequence};
use super::kind::read_kind;
use super::note::note;
use super::owner::settle;
use super::rungs::{LabelRule, to_steps};
use super::sequence::read_sequence;
use super::token::{Gap, Opening, Tokens};
use crate::model::citation::{Cited, DocumentRef, Found, Note, NoteKind, Path, Target};
use crate::model::number::InstrumentType;
use crate::model::provision::UnitKind;

/// All citations of `text`, in order and without overlap. Ranges lie on character boundaries.
///
/// The time is linear in the length of the text. Nothing is looked up: that a provision exists is not checked, a law cited
/// by name is not resolved, and what has the shape of a citation but cannot be one is given as [`Target::Faulty`].
pub fn find(text: &str) -> Vec<Found> {
    let tokens = Tokens::new(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let begins = tokens.opening(at) != Opening::None;
        let after = if begins { read_citation(&tokens, at, &mut found) } else { None };
        at = after.unwrap_or_default().max(at + 1);
    }
    settle(&tokens, found)
}

/// Reads what begins at `at`, if anything does, and gives the token after it.
fn read_citation(tokens: &Tokens<'_>, at: usize, found: &mut Vec<Found>) -> Option<usize> {
    if let Some(read) = may_be_unit(tokens, at).then(|| read_sequence(tokens, at)).flatten() {
        let read_at = |place: usize| read_document(tokens, place, true).map(|read| (place, read));
        let document = document_place(tokens, &read).and_then(read_at);
        let document = document.or_else(|| document_of_title(tokens, title_place(&read)?).and_then(read_at));
        let comma = tokens.is_mark(read.after, ',');
        let document = document.filter(|(_, document)| !comma || belongs_after_comma(tokens, document));
        let document = document.filter(|(_, document)| !is_title_of_form(&read, document));
        let unread = document.is_none() && read.attached && is_numbered_type(tokens, read.after);
        let (first, after) = (found.len(), assemble(tokens, read, document, found));
        if unread {
            found.iter_mut().skip(first).for_each(|found| found.document = DocumentRef::Unclear);
        }
        return Some(after);
    }
    let read = read_document(tokens, at, false)?;
    let after = read.after;
    found.push(of_document(tokens, at, read));
    Some(after)
}

/// Whether `Quyết định` is what a form is for: `Mẫu số 05-DS Quyết định thay đổi …`.
fn is_title_of_form(sequence: &Sequence, document: &DocumentRead) -> bool {
    let decision = matches!(document.reference, DocumentRef::Earlier { kind: InstrumentType::Decision });
    let top = sequence.drafts.last().and_then(|draft| draft.rungs.last());
    decision && !sequence.attached && top.is_some_and(|top| top.kind == UnitKind::Form)
}

/// Whether a number follows the name of a type; where no document was read, it is one that numbers otherwise:
/// `ban hành kèm theo Quyết định số 2002/657/EC`.
fn is_numbered_type(tokens: &Tokens<'_>, at: usize) -> bool {
    let number = (at..at + 4).find(|&at| tokens.is(at, "số"));
    tokens.opening(at) == Opening::Type && number.is_some_and(|at| tokens.digits(at + 1).is_some())
}

/// A quick look, since most words begin nothing.
fn may_be_unit(tokens: &Tokens<'_>, at: usize) -> bool {
    read_kind(tokens, at).is_some()
}

/// Whether `Điều 5, Luật Viễn thông` is one citation: a number always, a name unless it begins a list of laws.
fn belongs_after_comma(tokens: &Tokens<'_>, document: &DocumentRead) -> bool {
    let after = document.after;
    let lists = tokens.is_mark(after, ',') || tokens.is(after, "và") || tokens.is(after, "hoặc");
    match document.reference {
        DocumentRef::Number { .. } | DocumentRef::This { .. } => true,
        DocumentRef::Named { .. } => !(lists && tokens.opening(after + 1) == Opening::Type),
        _ => false,
    }
}

/// Where the title of what the places lie in would stand. Articles are numbered anew in what is attached, so that theirs would
/// be taken for those of the instrument itself.
fn title_place(sequence: &Sequence) -> Option<usize> {
    let grouping = |draft: &Draft| draft.rungs.last().is_some_and(|top| top.kind.is_grouping());
    sequence.drafts.iter().all(grouping).then_some(sequence.after)
}

/// Where the document of a sequence would stand: right after it, or after `của`.
fn document_place(tokens: &Tokens<'_>, sequence: &Sequence) -> Option<usize> {
    let after = sequence.after;
    if tokens.gap(after) == Gap::Paragraph {
        return None;
    }
    let start = skip_marks(tokens, skip_title(tokens, after));
    // `khoản này quy định tại Luật …` has two documents.
    let absolute = sequence.drafts.last().is_some_and(|draft| !is_relative(draft));
    let words = ["của", "tại", "trong", "thuộc"].into_iter().chain(absolute.then_some("quy định tại"));
    let after_word = words.into_iter().find_map(|words| tokens.phrase(start, words));
    let place = after_word.unwrap_or(start + usize::from(tokens.is_mark(start, ',')));
    Some(skip_marks(tokens, if tokens.is(place, "các") { place + 1 } else { place }))
}

/// Skips the title of a unit before `của` or `ban hành kèm theo`: `Chương VIII “Biện pháp khẩn cấp” của Bộ luật …`.
fn skip_title(tokens: &Tokens<'_>, after: usize) -> usize {
    let opens = ['“', '"', '('].iter().find(|&&mark| tokens.is_mark(after, mark));
    let Some(open) = opens else { return after };
    let close = match open {
        '“' => '”',
        '(' => ')',
        _ => '"',
    };
    let end = (after + 1..after + LONGEST_TITLE)
        .take_while(|&at| tokens.gap(at) != Gap::Paragraph)
        .find(|&at| tokens.is_mark(at, close));
    let attached =
        |end: usize| ["ban hành kèm theo", "ban hành theo"].iter().find_map(|words| tokens.phrase(end, words));
    // `các phụ lục (từ Phụ lục I đến Phụ lục IX) ban hành kèm theo`: the bracket holds the places.
    let annex = |at: usize| read_kind(tokens, at).is_some_and(|read| read.kind == UnitKind::Annex);
    let joined = |end: usize| match tokens.is(end, "của") {
        true => Some(end),
        false => attached(end).filter(|_| !(after..end).any(annex)),
    };
    end.and_then(|end| joined(end + 1)).unwrap_or(after)
}

/// Titles of units are shorter, in words.
const LONGEST_TITLE: usize = 40;

fn of_document(tokens: &Tokens<'_>, at: usize, read: DocumentRead) -> Found {
    let range = tokens.range(at, read.after);
    Found {
        range: range.clone(),
        document: read.reference,
        document_range: Some(range),
        cited: Vec::new(),
        dated: read.dated,
        issuer: read.issuer,
        notes: read.notes,
    }
}

/// Makes the drafts and the document into citations; gives the token after them.
///
/// `khoản 1 Điều này và Điều 6 Luật Viễn thông` cites two documents: what `này` refers to is of the text's own.
fn assemble(
    tokens: &Tokens<'_>,
    mut sequence: Sequence,
    document: Option<(usize, DocumentRead)>,
    found: &mut Vec<Found>,
) -> usize {
    let notes = std::mem::take(&mut sequence.notes);
    let is_own = document.as_ref().is_none_or(|(_, read)| matches!(read.reference, DocumentRef::This { .. }));
    let drafts = &sequence.drafts;
    let any_article = drafts.iter().any(|draft| !is_relative(draft));
    let own_count =
        if is_own || !any_article { 0 } else { drafts.iter().rposition(is_relative).map_or(0, |last| last + 1) };
    // The document is after the last draft: if that one is the text's own, the document is cited apart.
    let (own, foreign) = sequence.drafts.split_at(own_count);
    let has_document = document.is_some();
    for (drafts, document) in [(own, None), (foreign, document)] {
        let cited = cite(tokens, drafts, has_document || sequence.attached);
        let Some((first, after)) = span(drafts).filter(|_| !cited.0.is_empty()) else {
            if let Some((at, read)) = document {
                let after = read.after;
                found.push(of_document(tokens, at, read));
                return after;
            }
            continue;
        };
        let (document_at, read) = document.map_or((None, None), |(at, read)| (Some(at), Some(read)));
        let end = read.as_ref().map_or(after, |read| read.after);
        let range = tokens.range(first, end);
        let mut found_notes: Vec<Note> = notes
            .iter()
            .filter(|note| range.start <= note.range.start && note.range.end <= range.end)
            .cloned()
            .collect();
        found_notes.extend(cited.1);
        let mut item = Found {
            document: DocumentRef::Unstated,
            document_range: document_at.map(|at| tokens.range(at, end)),
            cited: cited.0,
            dated: None,
            issuer: None,
            notes: found_notes,
            range,
        };
        if let Some(read) = read {
            item.document = read.reference;
            (item.dated, item.issuer) = (read.dated, read.issuer);
            item.notes.extend(read.notes);
        }
        item.notes.sort_by_key(|note| note.range.start);
        let after = end.max(sequence.after);
        found.push(item);
        if document_at.is_some() {
            return after;
        }
    }
    sequence.after
}

/// Whether a place depends on where the words stand.
fn is_relative(draft: &Draft) -> bool {
    draft
        .rungs
        .last()
        .is_none_or(|rung| rung.value == super::label::LabelRead::This || rung.kind.level() > UnitKind::Article.level())
}

fn span(drafts: &[Draft]) -> Option<(usize, usize)> {
    Some((drafts.first()?.first, drafts.last()?.after))
}

/// The places of the drafts, ranges joined, and the notes that making them gave.
fn cite(tokens: &Tokens<'_>, drafts: &[Draft], has_document: bool) -> (Vec<Cited>, Vec<Note>) {
    let (mut cited, mut notes): (Vec<Cited>, Vec<Note>) = (Vec::new(), Vec::new());
    for draft in drafts {
        let range = tokens.range(draft.first, draft.after);
        let target = match to_steps(tokens, &draft.rungs, LabelRule::AsPrinted) {
            _ if draft.loose && draft.rungs.len() == 1 && !has_document => continue,
            Err(_) if draft.rungs.len() == 1 => continue,
            Err(error) => Target::Faulty(error),
            Ok((steps, made)) => {
                notes.extend(made);
                match Path::new(steps) {
                    Some(path) => Target::One(path),
                    None => continue,
                }
            }
        };
        if draft.descending {
            notes.push(note(NoteKind::LargeToSmall, range.clone()));
        }
        let before = cited.last_mut().filter(|_| draft.through);
        let separate = join(before, target, range, &mut notes);
        cited.extend(separate);
    }
    notes.dedup();
    (cited, notes)
}

/// Joins the end of a range to its start; gives back what stands for itself.
fn join(before: Option<&mut Cited>, target: Target, range: Range<usize>, notes: &mut Vec<Note>) -> Option<Cited> {
    let Some(before) = before else { return Some(Cited { target, range }) };
    let (Target::One(from), Target::One(to)) = (&before.target, &target) else {
        return Some(Cited { target, range });
    };
    before.range.end = range.end;
    if from.locator().zip(to.locator()).is_some_and(|(from, to)| from > to) {
        notes.push(note(NoteKind::RangeReversed, before.range.clone()));
    }
    before.target = Target::Span { from: from.clone(), to: to.clone() };
    None
}
