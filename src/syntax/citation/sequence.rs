//! Units cited together: `khoản 6, khoản 13 Điều 2; khoản 2, khoản 3 Điều 7; Điều 9`.
//!
//! Units are read from left to right and put in their places one by one.

use super::context::{
    breaks_off, goes_on_after, is_heading, is_loose, is_quantity, is_symbol, is_titled, skip_attachment,
};
use super::drafts::{Joint, Sequence, place, place_new};
use super::kind::{KindRead, note_spelling, opens_sentence, read_kind};
use super::label::{LabelRead, note_break, note_joined, read_label};
use super::note::note;
use super::rungs::Rung;
use super::token::{Gap, Tokens};
use crate::model::citation::NoteKind;
use crate::model::provision::{Label, UnitKind};

/// Reads units at `at`, if a unit begins there.
pub(super) fn read_sequence(tokens: &Tokens<'_>, at: usize) -> Option<Sequence> {
    let mut sequence = Sequence { drafts: Vec::new(), after: at, notes: Vec::new(), attached: false };
    read_unit(tokens, at, Joint::None, &mut sequence)?;
    while !sequence.attached {
        let (joint, next) = read_joint(tokens, sequence.after);
        let unit = read_unit(tokens, next, joint, &mut sequence);
        if unit.or_else(|| read_bare_label(tokens, next, joint, &mut sequence)).is_none() {
            break;
        }
    }
    Some(sequence)
}

fn read_joint(tokens: &Tokens<'_>, at: usize) -> (Joint, usize) {
    let mark = |mark| tokens.is_mark(at, mark);
    let word = |at: usize, words: &[&str]| words.iter().any(|word| tokens.is(at, word));
    let and = ["và", "hoặc", "hay", "cùng"];
    match () {
        () if (mark(',') || mark(';')) && word(at + 1, &and) => (Joint::And, at + 2),
        () if mark(',') => (Joint::Comma, at + 1),
        () if mark(';') => (Joint::Semicolon, at + 1),
        () if word(at, &and) => (Joint::And, at + 1),
        () if word(at, &["đến", "tới"]) => (Joint::Through, at + 1 + usize::from(tokens.is(at + 1, "hết"))),
        () if word(at, &["của", "thuộc", "tại"]) => (Joint::Of, at + 1),
        // `điểm a) khoản 1`
        () if mark(')') && tokens.is_glued(at) && read_kind(tokens, at + 1).is_some() => (Joint::None, at + 1),
        () => (Joint::None, at),
    }
}

/// Reads a kind with its label and puts it in its place; `None` where none stands there or it belongs elsewhere.
fn read_unit(tokens: &Tokens<'_>, at: usize, joint: Joint, sequence: &mut Sequence) -> Option<()> {
    let opening = sequence.drafts.is_empty();
    let start = if opening { at } else { skip_plural(tokens, at) };
    let read = read_kind(tokens, start)?;
    if !opening && breaks_off(tokens, start, joint) || is_heading(tokens, start, read.next) {
        return None;
    }
    let (start, read, label_at) = skip_from(tokens, start, read)?;
    let mut notes = Vec::new();
    let (value, after) = read_label(tokens, label_at, read.kind, &mut notes)?;
    if tokens.gap(label_at) == Gap::Paragraph && after > label_at
        || is_quantity(tokens, read.kind, after)
        || is_symbol(tokens, read.kind, after)
    {
        return None;
    }
    let follows = !opening && matches!(joint, Joint::None | Joint::Of);
    let attached = read_attachment(tokens, start, read.kind, &value, after, follows)?;
    note_spelling(tokens, start, &read, opening && opens_sentence(tokens, start), &mut notes);
    note_break(tokens, label_at, &mut notes);
    note_joined(tokens, after, &mut notes);
    if matches!(joint, Joint::Of | Joint::Comma) && sequence.takes_in(read.kind) {
        notes.push(note(NoteKind::ExtraWord, tokens.range(sequence.after, sequence.after + 1)));
    }
    let loose = is_loose(tokens, start, read.kind, &value, &notes);
    place(Rung { kind: read.kind, value, first: start, after }, joint, loose, sequence)?;
    sequence.notes.append(&mut notes);
    sequence.after = attached.unwrap_or(after);
    sequence.attached = attached.is_some();
    Some(())
}

/// Skips `từ` of `các khoản từ 1 đến 5` and, with its kind, of `các điều từ Điều 98`; gives the place of the label.
fn skip_from(tokens: &Tokens<'_>, start: usize, read: KindRead) -> Option<(usize, KindRead, usize)> {
    if !tokens.is(read.next, "từ") {
        let label_at = read.next;
        return Some((start, read, label_at));
    }
    let place = read.next + 1;
    match read_kind(tokens, place) {
        Some(again) if again.kind == read.kind => {
            let label_at = again.next;
            Some((place, again, label_at))
        }
        Some(_) => None,
        None => Some((start, read, place)),
    }
}

/// The token after `ban hành kèm theo`, if it stands after the unit; `None` where a kind that needs it lacks it.
fn read_attachment(
    tokens: &Tokens<'_>,
    start: usize,
    kind: UnitKind,
    value: &LabelRead,
    after: usize,
    follows: bool,
) -> Option<Option<usize>> {
    let titled = is_titled(kind);
    let is_this = *value == LabelRead::This;
    let attached = if is_this { None } else { skip_attachment(tokens, after, titled, kind) };
    // `Điều 12 Điều lệ Quỹ` is not an article of the text's own, even if nothing tells what the charter belongs to.
    let named_after = kind.is_attached_instrument() && follows;
    let stands = tokens.starts_with_capital(start) && (attached.is_some() || is_this || named_after);
    (!titled || stands).then_some(attached)
}

/// Reads `2` of `khoản 1, 2 và 3`: a label of the kind last named.
fn read_bare_label(tokens: &Tokens<'_>, at: usize, joint: Joint, sequence: &mut Sequence) -> Option<()> {
    let kind = sequence.drafts.last()?.rungs.first()?.kind;
    let lists = matches!(joint, Joint::Comma | Joint::And | Joint::Through);
    // A new line may begin an item, `b) …` or `2. …`, rather than go on with the list.
    let begins_item = tokens.is_mark(at + 1, ')') || tokens.is_mark(at + 1, '.');
    let crosses = tokens.gap(at) == Gap::Paragraph || tokens.gap(at) == Gap::Line && begins_item;
    let last_rung = sequence.drafts.last()?.rungs.iter().max_by_key(|rung| rung.after)?;
    let listed = last_rung.kind;
    if !lists || crosses || last_rung.value == LabelRead::This || !is_listed(listed) {
        return None;
    }
    // After `khoản 2 Điều 5, 6` the list goes on with articles.
    let kind = if listed == kind { kind } else { listed };
    let mut notes = Vec::new();
    let (value, after) = read_label(tokens, at, kind, &mut notes)?;
    let LabelRead::Label(label) = &value else { return None };
    let is_capital = tokens.starts_with_capital(at) && kind == UnitKind::Point;
    if is_capital || after == at || !goes_on_after(tokens, after) || is_quantity(tokens, kind, after) {
        return None;
    }
    let same_sort = matches!(
        (label, last_rung_label(last_rung)),
        (Label::Letter { .. }, Some(Label::Letter { .. })) | (Label::Roman { .. }, Some(Label::Roman { .. }))
    ) || !matches!(label, Label::Letter { .. } | Label::Roman { .. })
        && last_rung_label(last_rung).is_some_and(|last| !matches!(last, Label::Letter { .. } | Label::Roman { .. }));
    if !same_sort {
        return None;
    }
    let loose = kind == UnitKind::Point && !matches!(label, Label::Letter { .. });
    place_new(Rung { kind, value, first: at, after }, joint, loose, sequence)?;
    sequence.notes.append(&mut notes);
    sequence.after = after;
    Some(())
}

fn last_rung_label(rung: &Rung) -> Option<&Label> {
    match &rung.value {
        LabelRead::Label(label) => Some(label),
        LabelRead::This | LabelRead::BadLetter(_) | LabelRead::BadLabel => None,
    }
}

/// Skips `các`, `những`, `từ`, `tại`, `quy định tại` before a further unit.
fn skip_plural(tokens: &Tokens<'_>, at: usize) -> usize {
    let mut next = at;
    for words in [&["tại"][..], &["các", "những"], &["từ"]] {
        next += usize::from(words.iter().any(|word| tokens.is(next, word)));
    }
    next
}

fn is_listed(kind: UnitKind) -> bool {
    !kind.is_attached_instrument() && !matches!(kind, UnitKind::Dash | UnitKind::Paragraph)
}
