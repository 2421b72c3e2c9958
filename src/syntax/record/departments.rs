//! `departments.yaml`

use std::collections::BTreeSet;

use super::super::yaml::Node;
use super::instrument::confidence;
use super::vocabulary::distinct;
use super::{Context, Reader, values};
use crate::diag::{FileId, Sink};
use crate::model::department::{Department, DepartmentGroup};
use crate::model::known::Term;
use crate::syntax::messages::words;

pub fn read_departments(node: &Node, file: FileId, sink: &mut Sink) -> Option<Vec<DepartmentGroup>> {
    let mut reader = Reader::new(node, words::departments_record(), "", file, sink)?;
    let groups = reader.required("groups", |node, context| values::some_list(node, context, group));
    reader.finish();
    distinct(node.find("groups"), "id", "departments", &mut BTreeSet::new(), file, sink);
    groups
}

fn group(node: &Node, context: &mut Context<'_>) -> Option<DepartmentGroup> {
    let mut reader = Reader::new(node, words::department_group_record(), context.key, context.file, context.sink)?;
    let id = reader.required("id", values::id);
    let title = reader.required("title", values::text);
    let from = reader.required("from", values::day);
    let until = reader.required("until", values::end);
    let confidence = reader.required("confidence", confidence);
    let checked_on = reader.required("checked-on", values::date);
    let sources = reader.required("sources", |node, context| values::some_list(node, context, values::text));
    let note = reader.optional("note", values::text);
    let departments = reader.required("departments", |node, context| values::some_list(node, context, department));
    reader.finish();
    Some(DepartmentGroup {
        id: id?,
        title: title?,
        term: Term { from: from?, until: until? },
        confidence: confidence?,
        checked_on: checked_on?,
        sources: sources?,
        note: note?,
        departments: departments?,
    })
}

fn department(node: &Node, context: &mut Context<'_>) -> Option<Department> {
    let mut reader = Reader::new(node, words::department_record(), context.key, context.file, context.sink)?;
    let id = reader.required("id", values::id);
    let name = reader.required("name", values::text);
    let place = reader.required("place", values::text);
    let follows = reader.list("follows", values::id);
    let note = reader.optional("note", values::text);
    reader.finish();
    Some(Department { id: id?, name: name?, place: place?, follows: follows?, note: note? })
}
