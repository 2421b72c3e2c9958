//! To whom the booklet goes: the groups of departments that exist on its day.

use super::{DepartmentGroupView, DepartmentRow, DepartmentsView};
use crate::language::vi::annexes as said;
use crate::model::date::Date;
use crate::model::department::{Department, DepartmentGroup};
use crate::model::known::Reached;
use crate::view::build::Builder;

pub(in crate::view) fn departments(builder: &Builder<'_, '_>) -> DepartmentsView {
    let all = builder.booklet.corpus.departments();
    let exist = all.iter().filter(|group| may_exist(group, builder.booklet.as_of));
    DepartmentsView { groups: exist.map(|group| view(group, all)).collect() }
}

/// Where it is not known whether a group still exists, its departments are still told of.
fn may_exist(group: &DepartmentGroup, as_of: Date) -> bool {
    let ended = group.term.until.as_ref().is_some_and(|until| until.reached_on(as_of) == Reached::Yes);
    group.term.from.reached_on(as_of) != Reached::No && !ended
}

fn view(group: &DepartmentGroup, all: &[DepartmentGroup]) -> DepartmentGroupView {
    DepartmentGroupView {
        anchor: format!("don-vi-{}", group.id),
        title: group.title.clone(),
        tally: said::departments(group.departments.len()),
        note: group.note.clone(),
        source_line: said::names_known(group.confidence, group.checked_on),
        sources: group.sources.clone(),
        departments: group.departments.iter().zip(1..).map(|(one, number)| row(number, one, all)).collect(),
    }
}

fn row(number: u32, department: &Department, all: &[DepartmentGroup]) -> DepartmentRow {
    let every = || all.iter().flat_map(|group| &group.departments);
    let area = department.follows.iter().filter_map(|id| every().find(|other| other.id == *id));
    DepartmentRow {
        number,
        name: department.name.clone(),
        place: department.place.clone(),
        area: area.map(|other| other.place.clone()).filter(|place| *place != department.place).collect(),
        note: department.note.clone(),
    }
}
