//! Which label may come after which.

use std::collections::BTreeSet;

use super::{is_article, paragraph_of};
use crate::model::provision::{Label, Unit};
use crate::originals::text::OriginalLine;
use crate::originals::tree::fault::TreeFaultKind;
use crate::originals::tree::heading;
use crate::originals::tree::mark::{self, Numbering};
use crate::originals::tree::quoted::QuotedLine;

/// The lines with a number that a later line of the same article has again.
pub(super) fn repeated_numbers(lines: &[OriginalLine], quoted: &[QuotedLine]) -> BTreeSet<usize> {
    let mut later = BTreeSet::new();
    let mut found = BTreeSet::new();
    for (at, (line, quoted)) in lines.iter().zip(quoted).enumerate().rev() {
        if is_article(line, *quoted) {
            later.clear();
        }
        let numbering = mark::opening(paragraph_of(line)).mark;
        if let (Numbering::Number(label), QuotedLine::Outside) = (numbering, quoted)
            && !later.insert(label)
        {
            found.insert(at);
        }
    }
    found
}

/// The lines that name an annex or a form in a list of them, before it comes: another follows at once, and the same comes
/// again.
pub(super) fn listed_annexes(lines: &[OriginalLine], quoted: &[QuotedLine]) -> BTreeSet<usize> {
    const APART: usize = 2;
    let mut found = BTreeSet::new();
    let mut later: BTreeSet<Unit> = BTreeSet::new();
    let mut next = usize::MAX;
    for (at, (line, quoted)) in lines.iter().zip(quoted).enumerate().rev() {
        let heading = heading::labelled(paragraph_of(line)).filter(|_| *quoted == QuotedLine::Outside);
        let Some(unit) = heading.map(|heading| heading.unit).filter(|unit| unit.kind().is_annex()) else { continue };
        if next.saturating_sub(at) <= APART && later.contains(&unit) {
            found.insert(at);
        }
        next = at;
        later.insert(unit);
    }
    found
}

/// `a) …` after `1. `.
pub(super) fn first_letter(rest: &str) -> Option<&str> {
    let first = Label::letter('a').map(Numbering::Letter);
    (Some(mark::opening(rest).mark) == first).then_some(rest)
}

/// `1. …` or `a) …` after `Điều 5. `.
pub(super) fn first_of_list(rest: &str) -> Option<&str> {
    let first = Label::number(1).map(Numbering::Number);
    (Some(mark::opening(rest).mark) == first).then_some(rest).or_else(|| first_letter(rest))
}

/// Whether `label` may come after `last`, or first.
pub(super) fn follows(last: Option<&Label>, label: &Label) -> bool {
    match (last, label) {
        (None, Label::Unlabelled | Label::Mixed(_)) => true,
        (None, label) => label.previous().is_none() && !label.is_inserted(),
        (Some(Label::Mixed(_)), _) | (_, Label::Mixed(_)) => true,
        (Some(last), label) => label.may_follow(last) || is_other_sort(last, label) || nests(last, label),
    }
}

/// Whether the two are not compared: `I` and `1`.
fn is_other_sort(last: &Label, label: &Label) -> bool {
    let sort = |label: &Label| match label {
        Label::Unlabelled => 0,
        Label::Number { .. } => 1,
        Label::Roman { .. } => 2,
        Label::Ordinal(_) => 3,
        Label::Dotted(_) => 4,
        Label::Letter { .. } => 5,
        Label::Mixed(_) => 6,
    };
    sort(last) != sort(label)
}

/// `1.2.1` after `1.2`, `1.3` after `1.2.1`.
fn nests(last: &Label, label: &Label) -> bool {
    match (last, label) {
        (Label::Dotted(last), Label::Dotted(label)) => last.len() != label.len(),
        _ => false,
    }
}

pub(super) fn fault_of(last: Option<&Label>, unit: &Unit) -> TreeFaultKind {
    let kind = unit.kind();
    let first = || match unit.label() {
        Label::Number { .. } => Label::number(1),
        Label::Roman { .. } => Label::roman(1),
        Label::Letter { .. } => Label::letter('a'),
        Label::Ordinal(_) => Label::ordinal(1),
        Label::Unlabelled | Label::Dotted(_) | Label::Mixed(_) => None,
    };
    let expected = last.map_or_else(first, Label::next).and_then(|label| Unit::new(kind, label).ok());
    match expected {
        Some(expected) if last.is_none_or(|last| unit.label() > last) => {
            TreeFaultKind::Gap { expected, found: unit.clone() }
        }
        _ => TreeFaultKind::Repeated { unit: unit.clone() },
    }
}
