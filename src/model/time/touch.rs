//! How the provisions that an act names lie to the text that is asked about.

use std::cmp::Ordering;

use crate::model::known::Known;
use crate::model::provision::{Label, Locator, Unit, UnitKind};

/// How the units that an act names lie to the text that is asked about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Touch {
    /// The text, or something that holds it.
    Whole,
    /// Something within the text.
    Within,
    Elsewhere,
    /// Nobody says.
    Unsaid,
}

/// Where a text lies in its instrument.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position<'a> {
    at: Option<&'a Locator>,
    /// The chapter, section or part that holds it, where its record says so: an article's place does not name it.
    within: Option<&'a Locator>,
}

impl<'a> Position<'a> {
    /// A place, and what is said to hold it.
    pub fn new(at: &'a Known<Locator>, within: Option<&'a Locator>) -> Self {
        Position { at: at.known(), within }
    }

    /// A place of which nothing more is said.
    pub fn at(at: &'a Locator) -> Self {
        Position { at: Some(at), within: None }
    }

    /// Returns the place itself.
    pub fn place(self) -> Option<&'a Locator> {
        self.at
    }

    fn places(self) -> impl Iterator<Item = &'a Locator> {
        self.at.into_iter().chain(self.within)
    }
}

/// How an act on `units` touches a text: by the unit that touches most of it.
pub(super) fn touch(units: &[Locator], position: Position<'_>) -> Touch {
    let touches = units.iter().map(|unit| touch_of(unit, position));
    touches
        .min_by_key(|touch| match touch {
            Touch::Whole => 0,
            Touch::Unsaid => 1,
            Touch::Within => 2,
            Touch::Elsewhere => 3,
        })
        .unwrap_or(Touch::Unsaid)
}

fn touch_of(unit: &Locator, position: Position<'_>) -> Touch {
    if position.places().any(|place| unit.contains(place)) {
        Touch::Whole
    } else if position.at.is_some_and(|at| at.contains(unit)) {
        Touch::Within
    } else if position.places().any(|place| are_apart(unit.units(), place.units())) {
        Touch::Elsewhere
    } else {
        Touch::Unsaid
    }
}

/// Whether two places have nothing in common, as far as they say: which articles a chapter holds is not in a locator, nor
/// which forms an annex has.
fn are_apart(one: &[Unit], other: &[Unit]) -> bool {
    let (Some((first, inner)), Some((second, within))) = (one.split_first(), other.split_first()) else {
        return false;
    };
    match first.kind().level().cmp(&second.kind().level()) {
        Ordering::Equal => differ(first, second) || are_apart(inner, within),
        Ordering::Less => !may_hold_unsaid(first.kind(), second.kind()) || are_apart(inner, other),
        Ordering::Greater => !may_hold_unsaid(second.kind(), first.kind()) || are_apart(one, within),
    }
}

/// Whether a place in the second may leave the first out.
fn may_hold_unsaid(holder: UnitKind, held: UnitKind) -> bool {
    if holder.is_annex() || holder.is_attached_instrument() { held.is_annex() } else { holder.is_grouping() }
}

/// Whether two units of one level are certainly not the same, and neither lies in the other.
fn differ(one: &Unit, other: &Unit) -> bool {
    if one.label() == other.label() {
        return one.kind() != other.kind();
    }
    match (numbers(one.label()), numbers(other.label())) {
        // `mục 1.11` lies in `mục 1`.
        (Some(one), Some(other)) if one.starts_with(&other) || other.starts_with(&one) => false,
        // Of `Phụ lục` alone, where there are several, nobody says which it is.
        _ => one.kind() != other.kind() || ![one, other].iter().any(|it| *it.label() == Label::Unlabelled),
    }
}

/// The numbers of a label that may be parts of one another.
fn numbers(label: &Label) -> Option<Vec<u16>> {
    match label {
        Label::Number { number, letter: None } => Some(vec![number.get()]),
        Label::Dotted(numbers) => Some(numbers.iter().map(|number| number.get()).collect()),
        Label::Unlabelled
        | Label::Number { .. }
        | Label::Roman { .. }
        | Label::Ordinal(_)
        | Label::Letter { .. }
        | Label::Mixed(_) => None,
    }
}
