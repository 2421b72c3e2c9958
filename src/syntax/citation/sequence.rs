//! Units cited together: `khoản 6, khoản 13 Điều 2; khoản 2, khoản 3 Điều 7; Điều 9`.
//!
//! Units are read from left to right and put in their places one by one.

use super::context::{
    breaks_off, goes_on_after, is_budget_entry, is_compound, is_counted, is_file_name, is_loose, is_next_item,
    is_plain_this, is_quantity, is_symbol, is_titled, skip_attachment,
};
use super::drafts::{Joint, Sequence, place, place_new, place_within};
use super::heading::is_heading;
use super::kind::{KindRead, note_spelling, opens_sentence, read_kind};
use super::label::{LabelRead, note_break, note_joined, read_label, read_tail, units_in_tail, unusual_with_tail};
use super::note::note;
use super::rungs::Rung;
use super::token::{Gap, Opening, Tokens};
use crate::model::citation::NoteKind;
use crate::model::provision::{Label, UnitKind};

/// Reads units at `at`, if a unit begins there.
pub(super) fn read_sequence(tokens: &Tokens<'_>, at: usize) -> Option<Sequence> {
    let mut sequence = Sequence { drafts: Vec::new(), after: at, notes: Vec::new(), attached: false };
    read_unit(tokens, at, Joint::None, &mut sequence)?;
    while !sequence.attached {
        let (joint, next) = read_joint(tokens, &sequence);
        let unit = read_unit(tokens, next, joint, &mut sequence);
        if unit.or_else(|| read_bare_label(tokens, next, joint, &mut sequence)).is_none() {
            break;
        }
    }
    Some(sequence)
}

fn read_joint(tokens: &Tokens<'_>, sequence: &Sequence) -> (Joint, usize) {
    let at = skip_bracket(tokens, sequence);
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
        () if let Some(annex) = annex_of_form(tokens, at, sequence) => (Joint::Of, annex),
        () if is_dash_of_range(tokens, at, sequence) => (Joint::Through, at + 1),
        () => (Joint::None, at),
    }
}

/// The annex of `Mẫu số 10 quy định tại Phụ lục II`, `Mẫu số 11 - Phụ lục I`, `Mẫu số 05 (Phụ lục 05.02)`: a form is in the
/// annex that is named after it.
fn annex_of_form(tokens: &Tokens<'_>, at: usize, sequence: &Sequence) -> Option<usize> {
    let form = last_rung(sequence).filter(|rung| rung.kind.is_annex() && rung.kind != UnitKind::Annex)?;
    let words = ["quy định tại", "được quy định tại", "nêu tại", "trong", "ban hành kèm theo", "kèm theo", "theo"];
    let mark = ['-', '–', '('].iter().any(|&mark| tokens.is_mark(at, mark));
    let after = words.iter().find_map(|words| tokens.phrase(at, words)).or_else(|| mark.then_some(at + 1))?;
    let annex = read_kind(tokens, after).is_some_and(|read| read.kind == UnitKind::Annex);
    (annex && form.value != LabelRead::This).then_some(after)
}

/// Skips the bracket of `điểm a), b) khoản 1`, which closes nothing that was opened.
fn skip_bracket(tokens: &Tokens<'_>, sequence: &Sequence) -> usize {
    let at = sequence.after;
    let goes_on = tokens.is_mark(at + 1, ',')
        || tokens.is_mark(at + 1, ';')
        || ["và", "hoặc", "hay", "đến", "tới"].iter().any(|word| tokens.is(at + 1, word))
        || read_kind(tokens, at + 1).is_some();
    let labels = last_rung(sequence).is_some_and(|rung| rung.kind.level() >= UnitKind::Clause.level());
    let closes = tokens.is_mark(at, ')') && tokens.is_glued(at) && goes_on && labels;
    if closes && !is_bracketed(tokens, sequence) { at + 1 } else { at }
}

/// Whether the units are in brackets that opened before them: `(điểm a), b) …`.
fn is_bracketed(tokens: &Tokens<'_>, sequence: &Sequence) -> bool {
    let first = sequence.drafts.first().map_or(0, |draft| draft.first);
    let before = (first.saturating_sub(FAR)..first).rev();
    before.take_while(|&at| !tokens.is_mark(at, ')')).any(|at| tokens.is_mark(at, '('))
}

/// How many words before its units a bracket is looked for.
const FAR: usize = 40;

/// Whether the dash stands for `đến`: `khoản 1-3 Điều 5`, `Điều 5 – 7`.
fn is_dash_of_range(tokens: &Tokens<'_>, at: usize, sequence: &Sequence) -> bool {
    let dash = ['-', '–', '—', '‑'].iter().any(|&mark| tokens.is_mark(at, mark));
    let near = |at: usize| matches!(tokens.gap(at), Gap::None | Gap::Space);
    let Some(from) = last_rung(sequence).filter(|_| dash && near(at) && tokens.gap(at) == tokens.gap(at + 1)) else {
        return false;
    };
    if !matches!(from.kind, UnitKind::Article | UnitKind::Clause | UnitKind::Point) {
        return false;
    }
    let to = read_label(tokens, at + 1, from.kind, &mut Vec::new());
    to.is_some_and(|(value, after)| match (&from.value, &value) {
        (LabelRead::Label(first), LabelRead::Label(last)) => {
            let glued = tokens.is_glued(after) && tokens.is_glued(after + 1);
            let symbol = glued && ['-', '/', '.', ','].iter().any(|&mark| tokens.is_mark(after, mark));
            is_same_sort(first, last) && first < last && !symbol && goes_on_after(tokens, after)
        }
        _ => false,
    })
}

fn last_rung(sequence: &Sequence) -> Option<&Rung> {
    sequence.drafts.last()?.rungs.iter().max_by_key(|rung| rung.after)
}

/// Reads a kind with its label and puts it in its place; `None` where none is there or it belongs elsewhere.
fn read_unit(tokens: &Tokens<'_>, at: usize, joint: Joint, sequence: &mut Sequence) -> Option<()> {
    let opening = sequence.drafts.is_empty();
    let start = if opening { at } else { skip_plural(tokens, at) };
    let read = read_kind(tokens, start)?;
    let elsewhere = !opening && breaks_off(tokens, start, joint);
    if elsewhere || is_heading(tokens, start, read.next) || is_compound(tokens, start, read.kind) {
        return None;
    }
    let (start, read, label_at) = skip_from(tokens, start, read)?;
    let mut notes = Vec::new();
    let (value, after) = read_label(tokens, label_at, read.kind, &mut notes)?;
    if tokens.gap(label_at) == Gap::Paragraph && after > label_at
        || is_next_item(tokens, label_at)
        || opening && is_counted(tokens, start, read.kind)
        || is_quantity(tokens, read.kind, after)
        || is_symbol(tokens, read.kind, after)
        || is_file_name(tokens, read.kind, after)
        || is_budget_entry(tokens, start, read.kind, &value)
        || opening && value == LabelRead::This && is_plain_this(tokens, start, read.kind)
    {
        return None;
    }
    let Tailed { value, after, within } = with_tail(tokens, label_at, read.kind, value, after)?;
    let follows = !opening && matches!(joint, Joint::None | Joint::Of);
    let attached = read_attachment(tokens, start, read.kind, &value, after, follows)?;
    note_spelling(tokens, start, &read, opening && opens_sentence(tokens, start), &mut notes);
    note_break(tokens, label_at, &mut notes);
    note_joined(tokens, after, &mut notes);
    if matches!(joint, Joint::Of | Joint::Comma) && sequence.takes_in(read.kind) {
        notes.push(note(NoteKind::ExtraWord, tokens.range(sequence.after, sequence.after + 1)));
    }
    let rung = Rung { kind: read.kind, value, first: start, after };
    let loose = is_loose(tokens, &rung, &notes);
    let joint = if joint == Joint::Comma && takes_in_articles(tokens, read.kind, after) { Joint::Of } else { joint };
    place(rung, joint, loose, sequence)?;
    let plural = joint == Joint::None && start > at && tokens.is(start - 1, "các");
    if let Some(draft) = sequence.drafts.last_mut().filter(|draft| plural && draft.rungs.len() > 1) {
        draft.spreads = true;
    }
    for (kind, label) in within {
        place_within(&Rung { kind, value: LabelRead::Label(label), first: start, after }, sequence);
    }
    sequence.notes.append(&mut notes);
    sequence.after = attached.unwrap_or(after);
    sequence.attached = attached.is_some();
    Some(())
}

/// Whether the chapter after a comma is where the articles before it lie: `Điều 28 đến Điều 35, Chương V, Nghị định số …`.
fn takes_in_articles(tokens: &Tokens<'_>, kind: UnitKind, after: usize) -> bool {
    kind.is_grouping() && tokens.is_mark(after, ',') && tokens.opening(after + 1) == Opening::Type
}

/// A label with the units that are glued to it.
struct Tailed {
    value: LabelRead,
    after: usize,
    /// From the larger to the smaller.
    within: Vec<(UnitKind, Label)>,
}

/// Reads what is glued to a label: the units of `Điều 5.2`; else the label is none that a unit bears, so that its first part is
/// not taken for the whole. `None` for forms and annexes, which are numbered in their own ways.
fn with_tail(tokens: &Tokens<'_>, at: usize, kind: UnitKind, value: LabelRead, after: usize) -> Option<Tailed> {
    let Some(tail) = read_tail(tokens, after, kind).filter(|_| is_labelled(&value)) else {
        return Some(Tailed { value, after, within: Vec::new() });
    };
    if kind.is_annex() {
        return None;
    }
    Some(match units_in_tail(tokens, kind, after, tail) {
        Some(within) => Tailed { value, after: tail, within },
        None => {
            let value = unusual_with_tail(tokens, at, kind, tail).map_or(LabelRead::BadLabel, LabelRead::Unusual);
            Tailed { value, after: tail, within: Vec::new() }
        }
    })
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

/// The token after `ban hành kèm theo`, if it is after the unit; `None` where a kind that needs it lacks it.
fn read_attachment(
    tokens: &Tokens<'_>,
    start: usize,
    kind: UnitKind,
    value: &LabelRead,
    after: usize,
    follows: bool,
) -> Option<Option<usize>> {
    let titled = is_titled(kind) && !is_labelled(value);
    // `quy định`, `danh mục` are common words; `phần B danh mục phí ban hành kèm theo` is none by itself.
    let common = !tokens.starts_with_capital(start);
    if titled && common && !(follows && kind == UnitKind::List) {
        return None;
    }
    // `Quy định số 2203/…` is a document.
    if kind.is_attached_instrument() && tokens.is(after, "số") && tokens.digits(after + 1).is_some() {
        return None;
    }
    let is_this = *value == LabelRead::This;
    // `Mục 1 Quy định chung` has a title.
    if titled && !is_this && tokens.is(after, "chung") {
        return None;
    }
    let attached = if is_this { None } else { skip_attachment(tokens, after, titled, kind) };
    if attached.is_some_and(|after| is_quoted_title(tokens, start, after)) {
        return None;
    }
    // `Điều 12 Điều lệ Quỹ` is not an article of the text's own, even if nothing says what the charter belongs to.
    let named_after = kind.is_attached_instrument() && follows && !common;
    let stands = attached.is_some() || is_this || named_after;
    (!titled || stands).then_some(attached)
}

/// Whether the words are all of the title of another document: `“Quy định danh mục thiết bị … kèm theo”`.
fn is_quoted_title(tokens: &Tokens<'_>, start: usize, after: usize) -> bool {
    let quote = |at: usize| ['“', '”', '"'].iter().any(|&mark| tokens.is_mark(at, mark));
    start > 0 && quote(start - 1) && quote(after)
}

fn is_labelled(value: &LabelRead) -> bool {
    matches!(value, LabelRead::Label(label) if *label != Label::Unlabelled)
}

/// Reads `2` of `khoản 1, 2 và 3`: a label of the kind last named.
fn read_bare_label(tokens: &Tokens<'_>, at: usize, joint: Joint, sequence: &mut Sequence) -> Option<()> {
    let kind = sequence.drafts.last()?.rungs.first()?.kind;
    // `biểu số I.18a/BXX; I.18b/BXX`
    let signs = last_rung(sequence).is_some_and(|rung| matches!(rung.value, LabelRead::Label(Label::Mixed(_))));
    let lists = matches!(joint, Joint::Comma | Joint::And | Joint::Through) || joint == Joint::Semicolon && signs;
    // A new line may begin an item, `b) …` or `2. …`, rather than go on with the list.
    let begins_item = tokens.is_mark(at + 1, ')') || tokens.is_mark(at + 1, '.');
    let crosses = tokens.gap(at) == Gap::Paragraph || tokens.gap(at) == Gap::Line && begins_item;
    let last_rung = last_rung(sequence)?;
    let listed = last_rung.kind;
    if !lists || crosses || last_rung.value == LabelRead::This || !is_listed(listed) {
        return None;
    }
    // After `khoản 2 Điều 5, 6` the list goes on with articles.
    let kind = if listed == kind { kind } else { listed };
    let mut notes = Vec::new();
    let (value, after) = read_label(tokens, at, kind, &mut notes)?;
    let is_capital = tokens.starts_with_capital(at) && kind == UnitKind::Point;
    let counts = is_quantity(tokens, kind, after) || is_symbol(tokens, kind, after);
    if is_capital || after == at || !goes_on_after(tokens, after) || counts {
        return None;
    }
    let same = match (&last_rung.value, &value) {
        (LabelRead::Label(last), LabelRead::Label(label)) => is_same_sort(last, label),
        // `khoản a, b Điều 5`
        (LabelRead::Unusual(last), LabelRead::Unusual(label)) => is_same_sort(last, label),
        (LabelRead::BadLabel, LabelRead::BadLabel) => true,
        _ => false,
    };
    if !same {
        return None;
    }
    let loose = kind == UnitKind::Point && !matches!(value, LabelRead::Label(Label::Letter { .. }))
        || kind.is_annex() && sequence.drafts.last().is_some_and(|last| last.loose);
    let attached = skip_attachment(tokens, after, false, kind);
    place_new(Rung { kind, value, first: at, after }, joint, loose, sequence)?;
    sequence.notes.append(&mut notes);
    sequence.after = attached.unwrap_or(after);
    sequence.attached = attached.is_some();
    Some(())
}

/// Whether one list may hold both: letters with letters, Roman numbers with Roman ones, numbers with numbers.
fn is_same_sort(one: &Label, other: &Label) -> bool {
    let sort = |label: &Label| match label {
        Label::Letter { .. } => 0,
        Label::Roman { .. } => 1,
        Label::Unlabelled | Label::Number { .. } | Label::Ordinal(_) | Label::Dotted(_) => 2,
        Label::Mixed(_) => 3,
    };
    sort(one) == sort(other)
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
