//! The recipients of the booklet: the groups of departments that exist on its day.

use serde::Serialize;

use super::AnnexContent;
use crate::language::vi::annexes;
use crate::model::date::Date;
use crate::model::department::{Department, DepartmentGroup};
use crate::model::edition::Annex;
use crate::model::known::Reached;
use crate::view::build::Builder;

/// To whom the booklet is handed out, as of its day.
#[derive(Serialize, Clone, Debug)]
pub struct DepartmentsView {
    pub groups: Vec<DepartmentGroupView>,
}

/// A group of departments, as a table of the annex.
#[derive(Serialize, Clone, Debug)]
pub struct DepartmentGroupView {
    /// `don-vi-so-tttt`
    pub anchor: String,
    pub title: String,
    /// `63 đơn vị`
    pub tally: String,
    pub note: Option<String>,
    /// How sure the names are, and when they were checked.
    pub source_line: String,
    pub sources: Vec<String>,
    pub departments: Vec<DepartmentRow>,
}

/// A department, as a row.
#[derive(Serialize, Clone, Debug)]
pub struct DepartmentRow {
    /// Counted within its group.
    pub number: u32,
    pub name: String,
    /// The province or city that it works for.
    pub place: String,
    /// The other places whose departments it took over.
    pub area: Vec<String>,
    pub note: Option<String>,
}

impl AnnexContent for DepartmentsView {
    fn new(builder: &Builder<'_, '_>, _: &Annex) -> Self {
        let all = builder.booklet.corpus.departments();
        let exist = all.iter().filter(|group| may_exist(group, builder.booklet.as_of));
        Self { groups: exist.map(|group| view(group, all)).collect() }
    }
}

/// Where it is not known whether a group still exists, its departments are still listed.
fn may_exist(group: &DepartmentGroup, as_of: Date) -> bool {
    let ended = group.term.until.as_ref().is_some_and(|until| until.reached_on(as_of) == Reached::Yes);
    group.term.from.reached_on(as_of) != Reached::No && !ended
}

fn view(group: &DepartmentGroup, all: &[DepartmentGroup]) -> DepartmentGroupView {
    DepartmentGroupView {
        anchor: format!("don-vi-{}", group.id),
        title: group.title.clone(),
        tally: annexes::departments(group.departments.len()),
        note: group.note.clone(),
        source_line: annexes::names_known(group.confidence, group.checked_on),
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
