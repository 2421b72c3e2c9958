//! What each line of a paragraph begins: a point, a paragraph of its own, or nothing but more of the sentence before it.
//!
//! Editors wrap their lines, so that the beginning of a line alone says little. The strict labels of the law (`1.`, `a)`,
//! `-`) always begin a point. What prose may begin with too (`A.`, `(1)`, `–`, `Khoản 1.`, `1.Một`) counts where the
//! words before it have ended, or where the lines around it begin alike.

use std::collections::BTreeMap;

use super::inline::Line;
use super::order;
use super::outline::Outline;
use super::points::{self, Label, LabelKind};

/// What a line begins.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Begins {
    Nothing,
    Point,
    /// Named in words, `Bước 1:`. `unit`: it is a unit of an instrument, `Khoản 1.`, which is outside of points.
    Paragraph {
        unit: bool,
    },
    /// Probably a point, whose label of this many bytes is stuck to the next word.
    Stuck(usize),
}

/// What a line begins with, before the lines around it are looked at.
#[derive(Clone)]
enum Mark {
    Label(Label),
    Name { unit: bool },
    Stuck(usize, char),
    None,
}

/// The kind of sign that lines begin with, by which they are alike.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    /// Long dashes are no relatives of hyphens: between these, prose may have one at the beginning of a line.
    Label(LabelKind, bool),
    Name,
    Stuck(char),
}

/// What each of the lines begins. `outline`: the points that are open.
pub fn of(lines: &[Line], outline: &Outline) -> Vec<Begins> {
    let marks: Vec<Mark> = lines.iter().map(mark).collect();
    let mut counts: BTreeMap<Family, usize> = BTreeMap::new();
    marks.iter().flat_map(families).for_each(|family| *counts.entry(family).or_default() += 1);
    let mut before: Option<&Line> = None;
    let mut begins = Vec::with_capacity(lines.len());
    for (line, mark) in lines.iter().zip(&marks) {
        let free = line.is_forced() || before.is_none_or(Line::ends_sentence);
        let alike = || families(mark).any(|family| counts.get(&family).is_some_and(|count| *count > 1));
        begins.push(match mark {
            Mark::None => Begins::Nothing,
            _ if before.is_some_and(Line::asks_for_number) => Begins::Nothing,
            Mark::Label(label) if !label.loose || outline.continues(label) => Begins::Point,
            _ if !free && !alike() => Begins::Nothing,
            // `(m2)` and `C.` begin no list, but their line stays apart.
            Mark::Label(label) if !alike() && !outline.has_open(label) && !order::is_first(label) => {
                if before.is_none() { Begins::Nothing } else { Begins::Paragraph { unit: false } }
            }
            Mark::Label(_) => Begins::Point,
            Mark::Name { .. } if before.is_none() => Begins::Nothing,
            Mark::Name { unit } => Begins::Paragraph { unit: *unit },
            Mark::Stuck(length, _) => Begins::Stuck(*length),
        });
        before = Some(line);
    }
    begins
}

fn families(mark: &Mark) -> impl Iterator<Item = Family> {
    let label = |label: &Label| Family::Label(label.kind, label.loose && label.kind == LabelKind::Dash);
    let families = match mark {
        Mark::Label(own) => [Some(label(own)), own.other_reading().map(|other| label(&other))],
        Mark::Name { .. } => [Some(Family::Name), None],
        Mark::Stuck(_, sign) => [Some(Family::Stuck(*sign)), None],
        Mark::None => [None, None],
    };
    families.into_iter().flatten()
}

fn mark(line: &Line) -> Mark {
    let Some((run, last)) = line.first_text() else { return Mark::None };
    let literal = |length: usize| run.is_literal(0..length);
    if let Some(label) = points::at_start(run.text(), last).filter(|label| literal(label.text.len())) {
        return Mark::Label(label);
    }
    if let Some(label) = points::stuck(run.text()).filter(|label| literal(label.len())) {
        return Mark::Stuck(label.len(), label.chars().next_back().unwrap_or_default());
    }
    match points::named(run.text()) {
        Some(unit) => Mark::Name { unit },
        None => Mark::None,
    }
}
