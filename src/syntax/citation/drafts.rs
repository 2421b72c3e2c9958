//! Where a further unit goes among those read before it.
//!
//! A larger unit takes in the smaller ones before it that still lack one; a unit after a comma or `và` begins a place of
//! its own.

use super::label::LabelRead;
use super::rungs::Rung;
use crate::model::citation::Note;
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
    /// Whether commas part its units: `điểm a, khoản 2, Điều 5`.
    pub with_commas: bool,
    /// Whether its smaller units lie in each of those that are listed next: `khoản 1 các Điều 5, 6 và 7`.
    pub spreads: bool,
    /// Whether the words are too weak to be a citation by themselves.
    pub loose: bool,
}

/// Everything cited together, with the token after it.
pub(super) struct Sequence {
    pub drafts: Vec<Draft>,
    pub after: usize,
    pub notes: Vec<Note>,
    /// Whether `ban hành kèm theo` was at the end: then a document follows.
    pub attached: bool,
}

impl Sequence {
    /// Whether the last place would lie in a unit of this kind.
    pub fn takes_in(&self, kind: UnitKind) -> bool {
        self.drafts.last().is_some_and(|draft| top(draft).kind.level() > kind.level())
    }
}

/// The words before a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Joint {
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

/// Puts a unit that names its kind into the drafts; `None` where it belongs to another citation.
pub(super) fn place(rung: Rung, joint: Joint, loose: bool, sequence: &mut Sequence) -> Option<()> {
    let level = rung.kind.level();
    let joins = match joint {
        Joint::None | Joint::Of => true,
        Joint::Comma if rung.kind == UnitKind::Part || rung.kind == UnitKind::Chapter => {
            sequence.drafts.last().is_some_and(is_address)
        }
        // `Mẫu số 10, Phụ lục I`, `mục 4, Phụ lục III`; an article is of no annex.
        Joint::Comma if rung.kind == UnitKind::Annex => {
            sequence.drafts.last().is_some_and(|draft| !matches!(top(draft).kind, UnitKind::Annex | UnitKind::Article))
        }
        Joint::Comma => matches!(rung.kind, UnitKind::Article | UnitKind::Clause | UnitKind::Point | UnitKind::Section),
        Joint::And | Joint::Semicolon | Joint::Through => false,
    };
    let inner = |draft: &Draft| lies_within(draft, &rung, joint);
    let lacks = |draft: &Draft| {
        let top = top(draft);
        !draft.descending && (top.kind.level() > level || inner(draft)) && top.value != LabelRead::This
    };
    let open = sequence.drafts.iter().rev().take_while(|draft| joins && lacks(draft)).count();
    if open > 0 {
        let from = sequence.drafts.len() - open;
        for draft in sequence.drafts.iter_mut().skip(from) {
            draft.rungs.push(rung.clone());
            draft.with_commas |= joint == Joint::Comma;
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
    let next = joint == Joint::None && is_next_of_list(last, &rung);
    if matches!(joint, Joint::None | Joint::Of) && !next {
        return None;
    }
    place_new(rung, if next { Joint::Comma } else { joint }, loose, sequence)
}

/// Whether only a comma is missing: `khoản 3, khoản 4 khoản 5 Điều 33`.
fn is_next_of_list(last: &Draft, rung: &Rung) -> bool {
    let number = |value: &LabelRead| match value {
        LabelRead::Label(Label::Number { number, letter: None }) => Some(number.get()),
        _ => None,
    };
    let [only] = last.rungs.as_slice() else { return false };
    let follows = number(&only.value).zip(number(&rung.value)).is_some_and(|(one, next)| next == one + 1);
    only.kind == UnitKind::Clause && rung.kind == UnitKind::Clause && follows
}

/// Whether the draft lies in a unit that usually lies in such as it is.
fn lies_within(draft: &Draft, outer: &Rung, joint: Joint) -> bool {
    let beside = matches!(joint, Joint::None | Joint::Of);
    match (top(draft).kind, outer.kind) {
        // `mục II Điều 1`: a decision may have a mục inside its article.
        (UnitKind::Section, UnitKind::Article) => beside,
        // `khoản 4 Phần A Mục I`: in old circulars a phần may lie in a mục.
        (UnitKind::Part, UnitKind::Section) => beside && draft.rungs.len() > 1,
        // `Phụ lục số 2b của Phụ lục II`, `Phụ lục 1 của Mẫu số 3`
        (UnitKind::Annex, UnitKind::Annex | UnitKind::Form) => joint == Joint::Of,
        // `điểm b tiết 1.1 khoản 1`: a tiết with a number has points with letters.
        (UnitKind::Point, UnitKind::Subpoint) => beside && is_lettered(&top(draft).value) && is_numbered(&outer.value),
        _ => false,
    }
}

fn is_lettered(value: &LabelRead) -> bool {
    matches!(value, LabelRead::Label(Label::Letter { .. }))
}

fn is_numbered(value: &LabelRead) -> bool {
    matches!(value, LabelRead::Label(Label::Number { .. } | Label::Dotted(_)))
}

/// Puts a unit into the one just placed, whose words it shares: the clause of `Điều 5.2`.
pub(super) fn place_within(rung: &Rung, sequence: &mut Sequence) {
    for draft in sequence.drafts.iter_mut().rev() {
        match draft.rungs.iter().position(|outer| outer.first == rung.first) {
            Some(outer) => draft.rungs.insert(outer, rung.clone()),
            None => break,
        }
    }
}

/// Begins a new draft; after `Điều 16 khoản 2, 3` it shares the article.
pub(super) fn place_new(rung: Rung, joint: Joint, loose: bool, sequence: &mut Sequence) -> Option<()> {
    let through = joint == Joint::Through;
    let (first, after) = (rung.first, rung.after);
    let last = sequence.drafts.last();
    let begins_range = last.is_some_and(|last| last.rungs.first().is_some_and(|from| from.kind == rung.kind));
    if through && (!begins_range || last.is_some_and(|last| last.through)) {
        return None;
    }
    let shared = last.filter(|last| last.descending && begins_range);
    let descending = shared.is_some();
    let spread = last.filter(|last| last.spreads && top(last).kind == rung.kind && !through);
    let spreads = spread.is_some();
    let mut rungs: Vec<Rung> = spread.into_iter().flat_map(inner_rungs).cloned().collect();
    rungs.push(rung);
    rungs.extend(shared.into_iter().flat_map(|last| last.rungs.iter().skip(1).cloned()));
    sequence.drafts.push(Draft { rungs, first, after, through, descending, with_commas: false, spreads, loose });
    Some(())
}

/// Whether a chapter after a comma takes the place in, `khoản 2, Chương I, Phần II`, rather than being beside it in a list:
/// `Điều 5, Chương II`.
fn is_address(draft: &Draft) -> bool {
    let top = top(draft).kind;
    top.is_grouping() || top.level() > UnitKind::Article.level() || draft.with_commas
}

/// All but the largest unit.
fn inner_rungs(draft: &Draft) -> &[Rung] {
    draft.rungs.split_last().map_or(&[], |(_, inner)| inner)
}

fn top(draft: &Draft) -> &Rung {
    // A draft is begun with one unit and only grows.
    &draft.rungs[draft.rungs.len() - 1]
}
