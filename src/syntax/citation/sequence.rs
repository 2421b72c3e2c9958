//! Units cited together: `khoản 6, khoản 13 Điều 2; khoản 2, khoản 3 Điều 7; Điều 9`.
//!
//! Units are read from left to right. A larger unit takes in the smaller ones before it that still lack one; a unit after
//! a comma or `và` begins a place of its own.

use super::kind::{note_spelling, opens_sentence, read_kind};
use super::label::{LabelRead, note_break, read_label};
use super::note::{Note, NoteKind, note};
use super::rungs::Rung;
use super::token::{Gap, Tokens};
use crate::model::provision::{Label, UnitKind};

/// A place under construction.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// From the smallest to the largest.
    pub rungs: Vec<Rung>,
    /// The first token of its own words and the one after them.
    pub first: usize,
    pub after: usize,
    /// Whether it ends a range that the draft before began.
    pub through: bool,
    /// Whether it was read from the largest unit to the smallest.
    pub descending: bool,
    /// Whether the words are too weak to be a citation by themselves.
    pub loose: bool,
}

/// Everything cited together, with the token after it.
pub(super) struct Sequence {
    pub drafts: Vec<Draft>,
    pub after: usize,
    pub notes: Vec<Note>,
    /// Whether `ban hành kèm theo` stood at the end: then a document follows.
    pub attached: bool,
}

/// What stands before a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Joint {
    None,
    /// `của`, `tại`, `thuộc`.
    Of,
    Comma,
    /// `và`, `hoặc`.
    And,
    Semicolon,
    /// `đến`.
    Through,
}

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

/// Reads a kind with its label and puts it in its place.
fn read_unit(tokens: &Tokens<'_>, at: usize, joint: Joint, sequence: &mut Sequence) -> Option<()> {
    let opening = sequence.drafts.is_empty();
    let start = if opening { at } else { skip_plural(tokens, at) };
    let read = read_kind(tokens, start)?;
    if !opening && breaks_off(tokens, start, joint) || is_heading(tokens, start, read.next) {
        return None;
    }
    let mut notes = Vec::new();
    let titled = is_titled(read.kind);
    if titled && !tokens.starts_with_capital(start) {
        return None;
    }
    // `các điều từ Điều 98`, `các khoản từ 1 đến 5`
    let from = tokens.is(read.next, "từ");
    let label_at = read.next + usize::from(from);
    if from && let Some(inner) = read_kind(tokens, label_at) {
        return (inner.kind == read.kind).then(|| read_unit(tokens, label_at, joint, sequence)).flatten();
    }
    let (value, after) = read_label(tokens, label_at, read.kind, &mut notes)?;
    if matches!(tokens.gap(label_at), Gap::Paragraph) && after > label_at
        || is_quantity(tokens, read.kind, after)
        || is_symbol(tokens, read.kind, after)
    {
        return None;
    }
    let (after, attached) = match value {
        LabelRead::This => (after, None),
        _ => skip_attachment(tokens, after, titled, read.kind),
    };
    if titled && attached.is_none() && value != LabelRead::This {
        return None;
    }
    note_spelling(tokens, start, &read, opening && opens_sentence(tokens, start), &mut notes);
    note_break(tokens, label_at, &mut notes);
    if tokens.is_glued(after) && tokens.letters(after).is_some() {
        notes.push(note(NoteKind::JoinedWords, tokens.range(after - 1, after + 1)));
    }
    if matches!(joint, Joint::Of | Joint::Comma) && !opening {
        let joined = sequence.drafts.last().is_some_and(|draft| top(draft).kind.level() > read.kind.level());
        if joined {
            notes.push(note(NoteKind::ExtraWord, tokens.range(sequence.after, sequence.after + 1)));
        }
    }
    let loose = is_loose(tokens, start, read.kind, &value, &notes);
    let rung = Rung { kind: read.kind, value, first: start, after };
    place(rung, joint, loose, sequence)?;
    sequence.notes.append(&mut notes);
    sequence.after = attached.unwrap_or(after);
    sequence.attached = attached.is_some();
    Some(())
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

/// Puts a unit that names its kind into the drafts; `None` where it belongs to another citation.
fn place(rung: Rung, joint: Joint, loose: bool, sequence: &mut Sequence) -> Option<()> {
    let level = rung.kind.level();
    let joins = match joint {
        Joint::None | Joint::Of => true,
        Joint::Comma => matches!(rung.kind, UnitKind::Article | UnitKind::Clause | UnitKind::Point | UnitKind::Section),
        Joint::And | Joint::Semicolon | Joint::Through => false,
    };
    let lacks =
        |draft: &Draft| !draft.descending && top(draft).kind.level() > level && top(draft).value != LabelRead::This;
    let open = sequence.drafts.iter().rev().take_while(|draft| joins && lacks(draft)).count();
    if open > 0 {
        let from = sequence.drafts.len() - open;
        for draft in sequence.drafts.iter_mut().skip(from) {
            draft.rungs.push(rung.clone());
        }
        if let Some(last) = sequence.drafts.last_mut() {
            last.after = rung.after;
        }
        return Some(());
    }
    let Some(last) = sequence.drafts.last_mut() else { return place_new(rung, joint, loose, sequence) };
    let inside = last.rungs.first().is_some_and(|smallest| smallest.kind.level() < level);
    if joint == Joint::None && inside && (last.rungs.len() == 1 || last.descending) && rung.value != LabelRead::This {
        // `Điều 16 khoản 2 điểm b`
        last.after = rung.after;
        last.descending = true;
        last.rungs.insert(0, rung);
        return Some(());
    }
    if matches!(joint, Joint::None | Joint::Of) {
        return None;
    }
    place_new(rung, joint, loose, sequence)
}

/// Begins a new draft; after `Điều 16 khoản 2, 3` it shares the article.
fn place_new(rung: Rung, joint: Joint, loose: bool, sequence: &mut Sequence) -> Option<()> {
    let through = joint == Joint::Through;
    let (first, after) = (rung.first, rung.after);
    let last = sequence.drafts.last();
    let begins_range = last.is_some_and(|last| last.rungs.first().is_some_and(|from| from.kind == rung.kind));
    if through && (!begins_range || last.is_some_and(|last| last.through)) {
        return None;
    }
    let shared = last.filter(|last| last.descending && begins_range);
    let descending = shared.is_some();
    let mut rungs = vec![rung];
    rungs.extend(shared.into_iter().flat_map(|last| last.rungs.iter().skip(1).cloned()));
    sequence.drafts.push(Draft { rungs, first, after, through, descending, loose });
    Some(())
}

fn top(draft: &Draft) -> &Rung {
    // A draft is begun with one unit and only grows.
    &draft.rungs[draft.rungs.len() - 1]
}

/// Skips `các`, `những`, `từ`, `tại`, `quy định tại` before a further unit.
fn skip_plural(tokens: &Tokens<'_>, at: usize) -> usize {
    let mut next = at;
    for words in [&["tại"][..], &["các", "những"], &["từ"]] {
        next += usize::from(words.iter().any(|word| tokens.is(next, word)));
    }
    next
}

/// Whether a line ends between two units that only a list or a page would hold together.
fn breaks_off(tokens: &Tokens<'_>, at: usize, joint: Joint) -> bool {
    match tokens.gap(at) {
        Gap::None | Gap::Space => false,
        Gap::Line => joint == Joint::Semicolon,
        Gap::Paragraph => true,
    }
}

/// Whether this is the heading of a unit rather than a citation: `Điều 5. Phạm vi` or `Chương II` on a line of its own.
fn is_heading(tokens: &Tokens<'_>, at: usize, label: usize) -> bool {
    let is_decoration = |at: usize| tokens.is_mark(at, '*') || tokens.is_mark(at, '#');
    let mut start = at;
    while start > 0 && at - start < 8 && is_decoration(start - 1) && tokens.gap(start) != Gap::Line {
        start -= 1;
    }
    let opens_line = start == 0 || matches!(tokens.gap(start), Gap::Line | Gap::Paragraph);
    if !opens_line {
        return false;
    }
    let mut after = label + 1;
    if (tokens.is_mark(after, '.') || tokens.is_mark(after, ':')) && tokens.gap(after + 1) == Gap::Space {
        return after + 1 < tokens.len();
    }
    while is_decoration(after) && after < label + 8 {
        after += 1;
    }
    let alone = matches!(tokens.gap(after), Gap::Line | Gap::Paragraph);
    let groups = ["chương", "mục", "phần", "phụ", "tiểu"].iter().any(|word| tokens.is(at, word));
    alone && groups && (start > 0 || after < tokens.len()) && tokens.starts_with_capital(at)
}

/// Whether the number counts something: `khoản 20 triệu đồng`.
fn is_quantity(tokens: &Tokens<'_>, kind: UnitKind, after: usize) -> bool {
    let counts = ["triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng", "phần", "lần", "ngày", "tháng", "năm"];
    let percent = tokens.is_mark(after, '%');
    let decimal = tokens.is_mark(after, '.') && tokens.is_glued(after) && tokens.is_glued(after + 1);
    let split = tokens.is_mark(after, ',') && tokens.is_glued(after) && tokens.is_glued(after + 1);
    let grouped = tokens.digits(after + 1).is_some_and(|digits| digits.len() == 3);
    let in_text = matches!(kind, UnitKind::Article | UnitKind::Clause);
    percent
        || (decimal || split) && grouped && in_text && kind == UnitKind::Clause
        || counts.iter().any(|word| tokens.is(after, word)) && tokens.digits(after - 1).is_some()
}

/// Whether the label is the start of a symbol of another sort: `Mẫu 09/BYT`, `Mẫu số 01-TC`.
fn is_symbol(tokens: &Tokens<'_>, kind: UnitKind, after: usize) -> bool {
    let goes_on = tokens.is_glued(after) && tokens.is_glued(after + 1);
    goes_on && (tokens.is_mark(after, '/') || kind.is_annex() && tokens.is_mark(after, '-'))
}

/// Whether what follows a bare number lets it be a label: `Điều 5, 6 và 7 của`, not `Điều 5, 10 người`.
fn goes_on_after(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(word) = tokens.letters(at).filter(|word| word.starts_with(char::is_lowercase)) else { return true };
    let joins = [
        "và", "hoặc", "hay", "đến", "tới", "của", "thuộc", "tại", "này", "được", "thì", "phải", "nêu", "trên", "có",
        "là", "cho", "theo", "với", "trong", "mà", "do", "đã", "khi", "nếu", "để", "không", "bị", "ban", "kèm", "trừ",
        "như", "cùng",
    ];
    word.chars().count() == 1 || read_kind(tokens, at).is_some() || joins.iter().any(|word| tokens.is(at, word))
}

fn is_listed(kind: UnitKind) -> bool {
    !kind.is_attached_instrument() && !matches!(kind, UnitKind::Dash | UnitKind::Paragraph)
}

/// Kinds whose title stands between them and `ban hành kèm theo`, and whose words are common ones.
fn is_titled(kind: UnitKind) -> bool {
    kind.is_attached_instrument() || matches!(kind, UnitKind::List | UnitKind::Schedule)
}

/// The token after the label and, where `ban hành kèm theo` follows, the one after that. A title may stand in between.
fn skip_attachment(tokens: &Tokens<'_>, at: usize, titled: bool, kind: UnitKind) -> (usize, Option<usize>) {
    if !(titled || kind.is_annex()) {
        return (at, None);
    }
    let longest = if titled { 40 } else { 1 };
    for place in at..(at + longest).min(tokens.len()) {
        let phrases = ["ban hành kèm theo", "được ban hành kèm theo", "kèm theo", "đính kèm"];
        if let Some(after) = phrases.iter().find_map(|phrase| tokens.phrase(place, phrase)) {
            return (at, Some(after));
        }
        let ends = [';', '.', ':'].iter().any(|&mark| tokens.is_mark(place, mark));
        if ends || place > at && matches!(tokens.gap(place), Gap::Line | Gap::Paragraph) {
            break;
        }
    }
    (at, None)
}

/// Whether a unit by itself is more likely no citation: `đạt điểm A`, `tiết 2`, `phần 3`.
fn is_loose(tokens: &Tokens<'_>, at: usize, kind: UnitKind, value: &LabelRead, notes: &[Note]) -> bool {
    let LabelRead::Label(label) = value else { return *value != LabelRead::This };
    let abbreviated = notes.iter().any(|note| matches!(note.kind, NoteKind::Abbreviation | NoteKind::LabelScript));
    let small = !tokens.starts_with_capital(at);
    let capital_label =
        notes.iter().any(|note| note.kind == NoteKind::Case && kind == UnitKind::Point && note.range.len() <= 2);
    abbreviated
        || match kind {
            UnitKind::Point => capital_label || !matches!(label, Label::Letter { .. }),
            UnitKind::Subpoint | UnitKind::Paragraph => true,
            UnitKind::Part | UnitKind::Section => small && matches!(label, Label::Letter { .. }),
            UnitKind::Annex | UnitKind::Form => *label == Label::Unlabelled,
            _ => false,
        }
}
