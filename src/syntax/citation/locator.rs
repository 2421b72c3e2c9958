//! The strict reading of one locator, as `at:` of the front matter gives it.

use super::kind::{note_spelling, read_kind};
use super::label::{LabelRead, note_break, read_label};
use super::note::{ParsedWithNotes, note};
use super::rungs::{LabelRule, Rung, to_steps};
use super::token::Tokens;
use crate::model::citation::{LocatorError, Note, NoteKind, Step};
use crate::model::provision::Locator;

/// Reads a text that is one locator and nothing else.
///
/// The canonical form (NĐ 34/2016/NĐ-CP, Điều 75) gives no notes; other ways of writing the same locator are read with
/// notes, and the value prints the canonical form.
///
/// # Errors
/// [`LocatorError`], the first fault from the left.
pub fn parse_locator(text: &str) -> Result<ParsedWithNotes<Locator>, LocatorError> {
    let tokens = Tokens::new(text);
    if tokens.len() == 0 {
        return Err(LocatorError::Empty);
    }
    let mut notes = Vec::new();
    let mut rungs: Vec<Rung> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let start = skip_connection(&tokens, at, &rungs, &mut notes)?;
        let rung = read_rung(&tokens, start, &rungs, &mut notes)?;
        at = skip_attachment(&tokens, &rung);
        rungs.push(rung);
    }
    let rungs = small_to_large(&tokens, rungs, &mut notes)?;
    let (steps, made) = to_steps(&tokens, &rungs, LabelRule::ByTheRules)?;
    notes.extend(made);
    notes.sort_by_key(|note| note.range.start);
    let units = steps.into_iter().filter_map(|step| match step {
        Step::Unit(unit) => Some(unit),
        Step::This(_) => None,
    });
    // The steps are checked as they are made, so that this error has no text of its own to point to.
    let value = Locator::new(units.collect()).map_err(|_| LocatorError::TrailingWords { range: 0..text.len() })?;
    Ok(ParsedWithNotes { value, notes })
}

/// Skips what may be between two levels: a comma, `của`, `tại`, `thuộc`.
fn skip_connection(
    tokens: &Tokens<'_>,
    at: usize,
    before: &[Rung],
    notes: &mut Vec<Note>,
) -> Result<usize, LocatorError> {
    if before.is_empty() {
        return Ok(at);
    }
    let rest = || tokens.range(at, tokens.len());
    let lists = tokens.is_mark(at, ',') || tokens.is_mark(at, ';');
    let joins = ["và", "hoặc", "hay", "đến", "tới"].iter().any(|word| tokens.is(at, word));
    let start = at + 1;
    let skips = lists || ["của", "tại", "thuộc"].iter().any(|word| tokens.is(at, word));
    let next_kind = read_kind(tokens, start).map(|read| read.kind);
    let repeats = before.iter().any(|rung| Some(rung.kind) == next_kind);
    let lists_label = lists && next_kind.is_none() && start < tokens.len();
    if joins || lists && repeats || lists_label {
        return Err(LocatorError::SeveralUnits { range: rest() });
    }
    if !skips {
        return Ok(at);
    }
    if next_kind.is_none() {
        return Err(LocatorError::TrailingWords { range: rest() });
    }
    notes.push(note(NoteKind::ExtraWord, tokens.range(at, at + 1)));
    Ok(start)
}

fn read_rung(tokens: &Tokens<'_>, at: usize, before: &[Rung], notes: &mut Vec<Note>) -> Result<Rung, LocatorError> {
    let Some(read) = read_kind(tokens, at) else {
        return Err(match before.is_empty() {
            true if tokens.is(at, "các") || tokens.is(at, "từ") => {
                LocatorError::SeveralUnits { range: tokens.range(at, tokens.len()) }
            }
            true => LocatorError::UnknownWord { range: tokens.range(at, at + 1) },
            false => LocatorError::TrailingWords { range: tokens.range(at, tokens.len()) },
        });
    };
    note_spelling(tokens, at, &read, false, notes);
    let kind = read.kind;
    if let Some(unit) = before.iter().find(|unit| unit.kind == kind) {
        // Two khoản without a word between them, a list or a slip.
        let range = tokens.range(at, tokens.len());
        debug_assert!(unit.after <= at);
        return Err(LocatorError::SeveralUnits { range });
    }
    match read_label(tokens, read.next, kind, notes) {
        Some((LabelRead::This, after)) => Err(LocatorError::Relative { kind, range: tokens.range(at, after) }),
        Some((value, after)) => {
            note_break(tokens, read.next, notes);
            Ok(Rung { kind, value, first: at, after })
        }
        None => Err(LocatorError::MissingLabel { kind, range: tokens.range(at, read.next) }),
    }
}

/// Skips `ban hành kèm theo` and a bracket, which say nothing more.
fn skip_attachment(tokens: &Tokens<'_>, rung: &Rung) -> usize {
    let attached = rung.kind.is_annex() || rung.kind.is_attached_instrument();
    match tokens.phrase(rung.after, "ban hành kèm theo").or_else(|| tokens.phrase(rung.after, "kèm theo")) {
        Some(after) if attached => after,
        Some(_) | None => rung.after,
    }
}

/// Puts the units in the order of citing, noting the other one.
fn small_to_large(tokens: &Tokens<'_>, mut rungs: Vec<Rung>, notes: &mut Vec<Note>) -> Result<Vec<Rung>, LocatorError> {
    let level = |rung: &Rung| rung.kind.level();
    let rises = rungs.len() < 2 || rungs.get(1).map(level) < rungs.first().map(level);
    for pair in rungs.windows(2) {
        let [before, after] = pair else { continue };
        if (level(after) < level(before)) != rises || level(after) == level(before) {
            let range = tokens.range(after.first, after.after);
            return Err(LocatorError::WrongOrder { kind: after.kind, range });
        }
    }
    if !rises {
        notes.push(note(NoteKind::LargeToSmall, tokens.range(0, tokens.len())));
        rungs.reverse();
    }
    Ok(rungs)
}
