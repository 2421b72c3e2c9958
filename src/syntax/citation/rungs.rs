//! Units as read, from the smallest to the largest, made into the steps of a path.

use std::ops::Range;

use super::label::LabelRead;
use super::note::note;
use super::token::Tokens;
use crate::model::citation::{LocatorError, Note, NoteKind, Step};
use crate::model::provision::{Label, Unit, UnitKind, may_number_points};

/// One unit as it was read, with its tokens.
#[derive(Clone, Debug)]
pub(super) struct Rung {
    pub kind: UnitKind,
    pub value: LabelRead,
    pub first: usize,
    /// The token after the label.
    pub after: usize,
}

/// Which labels are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LabelRule {
    /// Those that units have by the rules, for the locators that an editor writes.
    ByTheRules,
    /// As running text prints them, since old texts number otherwise: `khoản a`, `điểm 2 Điều 5`.
    AsPrinted,
}

/// The steps from the largest to the smallest, with notes on groupings left out because an article is named and on labels
/// that are not by the rules.
pub(super) fn to_steps(
    tokens: &Tokens<'_>,
    small_to_large: &[Rung],
    labels: LabelRule,
) -> Result<(Vec<Step>, Vec<Note>), LocatorError> {
    check_swapped(tokens, small_to_large)?;
    let mut above_article = small_to_large.iter().any(|rung| rung.kind == UnitKind::Article);
    let mut steps: Vec<Step> = Vec::new();
    let mut notes = Vec::new();
    for rung in small_to_large.iter().rev() {
        let range = tokens.range(rung.first, rung.after);
        if above_article && rung.kind.is_grouping() {
            notes.push(note(NoteKind::GroupingOmitted, range));
            continue;
        }
        above_article &= rung.kind != UnitKind::Article;
        if is_unusual(rung, &steps) {
            notes.push(note(NoteKind::UnusualLabel, range.clone()));
        }
        steps.push(to_step(rung, &steps, range, labels)?);
    }
    Ok((steps, notes))
}

/// Whether the rules of numbering have no such label here.
fn is_unusual(rung: &Rung, around: &[Step]) -> bool {
    let LabelRead::Label(label) = &rung.value else { return matches!(rung.value, LabelRead::Unusual(_)) };
    let numbered = matches!(label, Label::Number { .. } | Label::Dotted(_));
    // Old circulars number the points of their mục, and so do annexes.
    let kinds: Vec<UnitKind> = around.iter().map(Step::kind).collect();
    rung.kind == UnitKind::Point && numbered && !may_number_points(&kinds)
}

fn to_step(rung: &Rung, around: &[Step], range: Range<usize>, labels: LabelRule) -> Result<Step, LocatorError> {
    let kind = sort_of_section(rung, around.last().map(Step::kind));
    let invalid = LocatorError::InvalidLabel { kind, range: range.clone() };
    match &rung.value {
        LabelRead::This => Ok(Step::This(kind)),
        LabelRead::BadLetter(letter) => Err(LocatorError::InvalidLetter { letter: *letter, range }),
        LabelRead::BadLabel => Err(invalid),
        LabelRead::Label(_) | LabelRead::Unusual(_) if labels == LabelRule::ByTheRules && is_unusual(rung, around) => {
            Err(invalid)
        }
        LabelRead::Label(label) | LabelRead::Unusual(label) => {
            Unit::new(kind, label.clone()).map(Step::Unit).map_err(|_| invalid)
        }
    }
}

/// Every mục is read as a section; in an annex or an article, or with a dotted number, it is an item.
fn sort_of_section(rung: &Rung, outer: Option<UnitKind>) -> UnitKind {
    let dotted = matches!(rung.value, LabelRead::Label(Label::Dotted(_)));
    if rung.kind == UnitKind::Section
        && (dotted || outer.is_some_and(|outer| outer.is_annex() || outer == UnitKind::Article))
    {
        UnitKind::Item
    } else {
        rung.kind
    }
}

/// `điểm 2 khoản a`: said as one fault, since each label alone would only puzzle.
fn check_swapped(tokens: &Tokens<'_>, rungs: &[Rung]) -> Result<(), LocatorError> {
    let point = rungs.iter().find(|rung| rung.kind == UnitKind::Point);
    let clause = rungs.iter().find(|rung| rung.kind == UnitKind::Clause);
    let (Some(point), Some(clause)) = (point, clause) else { return Ok(()) };
    let numbered = matches!(point.value, LabelRead::Label(Label::Number { .. } | Label::Dotted(_)));
    let lettered = matches!(clause.value, LabelRead::Unusual(Label::Letter { .. }) | LabelRead::BadLabel);
    if numbered && lettered {
        let (first, after) = (point.first.min(clause.first), point.after.max(clause.after));
        return Err(LocatorError::SwappedLabels { range: tokens.range(first, after) });
    }
    Ok(())
}
