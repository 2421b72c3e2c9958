//! Relations that lead somewhere never lead back to the start: successors, ends, amendments, bases, what is consolidated,
//! issued or followed.

use std::collections::BTreeSet;

use crate::checks::messages::time;
use crate::diag::{Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Relation, RelationKind, RelationTarget};
use crate::model::subject::Subject;

/// Kinds that mean nonsense in a circle, alone or together. What cites may cite back.
const FAMILIES: [&[RelationKind]; 9] = [
    &[RelationKind::Replaces],
    &[RelationKind::Replaces, RelationKind::Repeals, RelationKind::Ends, RelationKind::Annuls],
    &[RelationKind::Amends],
    &[RelationKind::Corrects],
    &[RelationKind::Suspends],
    &[RelationKind::Guides, RelationKind::BasedOn],
    &[RelationKind::Consolidates],
    &[RelationKind::Issues],
    &[RelationKind::Follows],
];

/// Reports instruments that replace one another in a circle.
pub fn check(corpus: &Corpus, sink: &mut Sink) {
    // A circle of successors has a code of its own, and is not reported again as one of ends.
    let mut reported: BTreeSet<Vec<InstrumentId>> = BTreeSet::new();
    for family in FAMILIES {
        let mut seen: BTreeSet<&InstrumentId> = BTreeSet::new();
        for instrument in corpus.instruments() {
            if seen.contains(&instrument.id) {
                continue;
            }
            let Some(cycle) = circle_from(corpus, &instrument.id, family, &mut seen) else { continue };
            if !reported.insert(cycle.clone()) {
                continue;
            }
            let place = Place::Entry(Subject::Instrument(cycle[0].clone()), step(corpus, &cycle, family));
            let names: Vec<&str> = cycle.iter().chain(cycle.first()).map(InstrumentId::as_str).collect();
            let code = if family == [RelationKind::Replaces] { time::CYCLE } else { time::CIRCLE };
            sink.push(Finding::new(code, place).arg("cycle", names.join(" → ")));
        }
    }
}

/// The relation of the first in the circle that leads to the second.
fn step(corpus: &Corpus, cycle: &[InstrumentId], family: &[RelationKind]) -> String {
    let relations = corpus.instrument(&cycle[0]).map_or(&[][..], |instrument| &instrument.relations);
    let next = cycle.get(1);
    let index = relations.iter().position(|relation| match &relation.target {
        RelationTarget::Instrument(target) => family.contains(&relation.kind) && Some(target) == next,
        RelationTarget::External(_) => false,
    });
    index.map_or_else(|| "relations".to_owned(), |index| format!("relations.{index}.instrument"))
}

/// The first circle met when following an instrument's relations of some kinds, from its smallest id. Depth first, without
/// recursion: a chain of successors may be as long as a corpus is large.
fn circle_from<'c>(
    corpus: &'c Corpus,
    start: &'c InstrumentId,
    family: &[RelationKind],
    seen: &mut BTreeSet<&'c InstrumentId>,
) -> Option<Vec<InstrumentId>> {
    seen.insert(start);
    let mut path = vec![(start, led_to(corpus, start, family))];
    let mut on_path = BTreeSet::from([start]);
    while let Some((id, targets)) = path.last_mut() {
        match targets.pop() {
            // A relation to itself has a finding of its own.
            Some(target) if target == *id => {}
            Some(target) if on_path.contains(target) => {
                let circle = path.iter().map(|(id, _)| (*id).clone()).skip_while(|id| id != target).collect();
                return Some(from_smallest(circle));
            }
            Some(target) if seen.insert(target) => {
                on_path.insert(target);
                path.push((target, led_to(corpus, target, family)));
            }
            Some(_) => {}
            None => {
                on_path.remove(*id);
                path.pop();
            }
        }
    }
    None
}

fn from_smallest(mut circle: Vec<InstrumentId>) -> Vec<InstrumentId> {
    let smallest = circle.iter().enumerate().min_by(|a, b| a.1.cmp(b.1)).map_or(0, |(index, _)| index);
    circle.rotate_left(smallest);
    circle
}

/// What an instrument's relations of some kinds lead to, the last one first.
fn led_to<'c>(corpus: &'c Corpus, id: &InstrumentId, family: &[RelationKind]) -> Vec<&'c InstrumentId> {
    let relations = corpus.instrument(id).map_or(&[][..], |instrument| &instrument.relations);
    let targets = relations.iter().filter(|relation| family.contains(&relation.kind)).rev();
    let known = |relation: &'c Relation| match &relation.target {
        RelationTarget::Instrument(target) => Some(target),
        RelationTarget::External(_) => None,
    };
    targets.filter_map(known).collect()
}
