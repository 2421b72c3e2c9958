//! Where a further unit goes among those read before it.
//!
//! A larger unit takes in the smaller ones before it that still lack one; a unit after a comma or `và` begins a place of
//! its own.

use super::label::LabelRead;
use super::rungs::Rung;
use crate::model::citation::Note;
use crate::model::provision::UnitKind;

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

impl Sequence {
    /// Whether the last place would lie in a unit of this kind.
    pub fn takes_in(&self, kind: UnitKind) -> bool {
        self.drafts.last().is_some_and(|draft| top(draft).kind.level() > kind.level())
    }
}

/// What stands before a unit.
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
            sequence.drafts.last().is_some_and(|draft| top(draft).kind.is_grouping())
        }
        Joint::Comma => matches!(rung.kind, UnitKind::Article | UnitKind::Clause | UnitKind::Point | UnitKind::Section),
        Joint::And | Joint::Semicolon | Joint::Through => false,
    };
    // `mục II Điều 1`: a decision may have a mục inside its article.
    let inner = |kind: UnitKind| {
        kind == UnitKind::Section && rung.kind == UnitKind::Article && matches!(joint, Joint::None | Joint::Of)
    };
    let lacks = |draft: &Draft| {
        let top = top(draft);
        !draft.descending && (top.kind.level() > level || inner(top.kind)) && top.value != LabelRead::This
    };
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
    let mut rungs = vec![rung];
    rungs.extend(shared.into_iter().flat_map(|last| last.rungs.iter().skip(1).cloned()));
    sequence.drafts.push(Draft { rungs, first, after, through, descending, loose });
    Some(())
}

fn top(draft: &Draft) -> &Rung {
    // A draft is begun with one unit and only grows.
    &draft.rungs[draft.rungs.len() - 1]
}
