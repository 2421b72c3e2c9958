//! Maps of tiles: two places of one group cannot be drawn on one tile.

use std::collections::BTreeMap;

use crate::checks::messages::time;
use crate::diag::{Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::department::{DepartmentGroup, Tile};
use crate::model::subject::Subject;

/// Reports tiles that two departments of a group have.
pub fn check(corpus: &Corpus, sink: &mut Sink) {
    for (index, group) in corpus.departments().iter().enumerate() {
        of_group(index, group, sink);
    }
}

fn of_group(index: usize, group: &DepartmentGroup, sink: &mut Sink) {
    let mut taken: BTreeMap<Tile, &str> = BTreeMap::new();
    for (at, department) in group.departments.iter().enumerate() {
        let Some(tile) = department.tile else { continue };
        if let Some(other) = taken.insert(tile, &department.place) {
            let place = Place::Entry(Subject::Departments, format!("groups.{index}.departments.{at}.tile"));
            let Tile { column, row } = tile;
            let finding = Finding::new(time::SAME_TILE, place).arg("place", department.place.as_str());
            let finding = finding.arg("column", column.to_string()).arg("row", row.to_string());
            sink.push(finding.arg("other", other));
        }
    }
}
