//! Following successors never leads back to the start.

use std::collections::BTreeSet;

use crate::diag::{Finding, Place, Sink};
use crate::messages::time;
use crate::model::corpus::Corpus;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Relation, RelationKind, RelationTarget};
use crate::model::subject::Subject;

pub fn check(corpus: &Corpus, sink: &mut Sink) {
    let mut seen: BTreeSet<&InstrumentId> = BTreeSet::new();
    for instrument in corpus.instruments() {
        if seen.contains(&instrument.id) {
            continue;
        }
        if let Some(cycle) = circle_from(corpus, &instrument.id, &mut seen) {
            let place = Place::Entry(Subject::Instrument(cycle[0].clone()), step(corpus, &cycle));
            let names: Vec<&str> = cycle.iter().chain(cycle.first()).map(InstrumentId::as_str).collect();
            sink.push(Finding::new(time::CYCLE, place).arg("cycle", names.join(" → ")));
        }
    }
}

/// The relation of the first in the circle that leads to the second.
fn step(corpus: &Corpus, cycle: &[InstrumentId]) -> String {
    let relations = corpus.instrument(&cycle[0]).map_or(&[][..], |instrument| &instrument.relations);
    let next = cycle.get(1);
    let index = relations.iter().position(|relation| match &relation.target {
        RelationTarget::Instrument(target) => relation.kind == RelationKind::Replaces && Some(target) == next,
        RelationTarget::External(_) => false,
    });
    index.map_or_else(|| "relations".to_owned(), |index| format!("relations.{index}.instrument"))
}

/// The first circle met when following what an instrument replaces, from its smallest id. Depth first, without
/// recursion: a chain of successors may be as long as a corpus is large.
fn circle_from<'c>(
    corpus: &'c Corpus,
    start: &'c InstrumentId,
    seen: &mut BTreeSet<&'c InstrumentId>,
) -> Option<Vec<InstrumentId>> {
    seen.insert(start);
    let mut path = vec![(start, replaced_by(corpus, start))];
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
                path.push((target, replaced_by(corpus, target)));
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

/// What an instrument replaces, the last one first.
fn replaced_by<'c>(corpus: &'c Corpus, id: &InstrumentId) -> Vec<&'c InstrumentId> {
    let relations = corpus.instrument(id).map_or(&[][..], |instrument| &instrument.relations);
    let targets = relations.iter().filter(|relation| relation.kind == RelationKind::Replaces).rev();
    let known = |relation: &'c Relation| match &relation.target {
        RelationTarget::Instrument(target) => Some(target),
        RelationTarget::External(_) => None,
    };
    targets.filter_map(known).collect()
}
