//! Following successors never leads back to the start.

use std::collections::BTreeSet;

use crate::diag::{Finding, Place, Sink};
use crate::messages::time;
use crate::model::corpus::Corpus;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{RelationKind, RelationTarget};
use crate::model::subject::Subject;

pub fn check(corpus: &Corpus, sink: &mut Sink) {
    let mut seen: BTreeSet<InstrumentId> = BTreeSet::new();
    for instrument in corpus.instruments() {
        if seen.contains(&instrument.id) {
            continue;
        }
        let mut path = Vec::new();
        if let Some(cycle) = walk(corpus, &instrument.id, &mut path, &mut seen) {
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

/// Depth first; the first circle met on the way, from its smallest id.
fn walk(
    corpus: &Corpus,
    id: &InstrumentId,
    path: &mut Vec<InstrumentId>,
    seen: &mut BTreeSet<InstrumentId>,
) -> Option<Vec<InstrumentId>> {
    if let Some(start) = path.iter().position(|on_path| on_path == id) {
        let mut cycle = path[start..].to_vec();
        let smallest = cycle.iter().enumerate().min_by(|a, b| a.1.cmp(b.1)).map_or(0, |(index, _)| index);
        cycle.rotate_left(smallest);
        return Some(cycle);
    }
    if !seen.insert(id.clone()) {
        return None;
    }
    path.push(id.clone());
    let relations = corpus.instrument(id).map_or(&[][..], |instrument| &instrument.relations);
    for relation in relations.iter().filter(|relation| relation.kind == RelationKind::Replaces) {
        // A relation to itself has a finding of its own.
        if let RelationTarget::Instrument(target) = &relation.target
            && target != id
            && let Some(cycle) = walk(corpus, target, path, seen)
        {
            return Some(cycle);
        }
    }
    path.pop();
    None
}
