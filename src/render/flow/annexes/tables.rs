//! The annexes that are tables: departments, what is going to change, standards, what is unknown.

use super::instruments::status;
use crate::render::flow::runs::{DOT, bold, cell, cells, heading, line, paragraph, plain, small, table};
use crate::render::flow::{FlowBlock, FlowCell, FlowRun, FlowWriter, ParagraphLook};
use crate::view::{
    DepartmentGroupView, DepartmentRow, DepartmentsView, PendingRow, PendingView, StandardRow, StandardsView,
    UnknownRow, UnknownsView,
};

impl FlowWriter<'_> {
    pub(super) fn departments(&self, all: &DepartmentsView) -> Vec<FlowBlock> {
        all.groups.iter().flat_map(|group| self.department_group(group)).collect()
    }

    fn department_group(&self, group: &DepartmentGroupView) -> Vec<FlowBlock> {
        let words = &self.view.words;
        let columns = [(words.number.as_str(), 1), (words.department.as_str(), 8), (words.area.as_str(), 6)];
        let mut blocks = vec![heading(2, Some(&group.anchor), &group.title)];
        blocks.push(small(vec![plain(format!("{}{DOT}{}", group.tally, group.source_line))]));
        blocks.extend(group.note.iter().map(|note| line(note)));
        blocks.push(table(&columns, group.departments.iter().map(department).collect()));
        blocks.push(small(vec![bold(format!("{}: ", words.source)), plain(group.sources.join("; "))]));
        blocks
    }

    pub(super) fn pending(&self, pending: &PendingView) -> Vec<FlowBlock> {
        let words = &self.view.words;
        let columns = [(words.day.as_str(), 3), (words.instrument.as_str(), 6), (words.change.as_str(), 9)];
        let row = |row: &PendingRow| {
            let mut name = row.excerpt.as_ref().map(|to| self.pointer(to)).unwrap_or_default();
            if !name.is_empty() {
                name.push(plain(" "));
            }
            name.push(self.to_row(row.instrument.as_deref(), bold(&row.citation)));
            let title = row.title.iter().map(|title| line(title));
            let name = [paragraph(ParagraphLook::Text, name)].into_iter().chain(title).collect();
            vec![cell(vec![bold(&row.day)]), cells(name), lines_in_cell(&row.what)]
        };
        let mut blocks = Self::lines(&pending.intro);
        if !pending.changes.is_empty() {
            blocks.push(table(&columns, pending.changes.iter().map(row).collect()));
        }
        blocks
    }

    pub(super) fn standards(&self, standards: &StandardsView) -> Vec<FlowBlock> {
        let words = &self.view.words;
        let columns = [
            (words.number.as_str(), 1),
            (words.standard.as_str(), 8),
            (words.status.as_str(), 5),
            (words.used_in.as_str(), 4),
        ];
        let mut blocks = Self::lines(&standards.intro);
        if !standards.rows.is_empty() {
            blocks.push(table(&columns, standards.rows.iter().map(|row| self.standard(row)).collect()));
        }
        blocks
    }

    fn standard(&self, row: &StandardRow) -> Vec<FlowCell> {
        let citation = self.to_row(row.row.as_deref(), bold(&row.citation));
        let mut name = vec![paragraph(ParagraphLook::Text, vec![citation])];
        name.extend(row.title.iter().map(|title| line(title)));
        if !row.issued_with.is_empty() {
            let issued = format!("{}: {}", self.view.words.issued_with, row.issued_with.join("; "));
            name.push(small(vec![plain(issued)]));
        }
        let mut state: Vec<FlowRun> = Vec::new();
        if let Some(own) = &row.status {
            state.push(status(own));
            state.extend(own.detail.iter().flat_map(|detail| [FlowRun::Break, plain(detail)]));
        }
        state.extend(row.note.iter().map(plain));
        vec![cell(vec![plain(row.number.to_string())]), cells(name), cell(state), cell(self.pointers(&row.excerpts))]
    }

    pub(super) fn unknowns(&self, unknowns: &UnknownsView) -> Vec<FlowBlock> {
        let words = &self.view.words;
        let columns = [(words.instrument.as_str(), 5), (words.unknown.as_str(), 8), (words.wanted.as_str(), 5)];
        let mut blocks = Self::lines(&unknowns.intro);
        for group in &unknowns.groups {
            blocks.push(heading(2, Some(&group.anchor), &group.title));
            blocks.push(table(&columns, group.rows.iter().map(|row| self.unknown(row)).collect()));
        }
        blocks
    }

    fn unknown(&self, row: &UnknownRow) -> Vec<FlowCell> {
        let mut what = lines_in_cell(&row.what);
        if !row.excerpts.is_empty() {
            let mut runs = vec![plain(format!("{}: ", self.view.words.excerpts))];
            runs.extend(self.pointers(&row.excerpts));
            what.blocks.push(small(runs));
        }
        let name = self.to_row(row.instrument.as_deref(), bold(&row.citation));
        vec![cell(vec![name]), what, cell(vec![plain(&row.wanted)])]
    }
}

fn department(one: &DepartmentRow) -> Vec<FlowCell> {
    let area: Vec<&str> = std::iter::once(&one.place).chain(&one.area).map(String::as_str).collect();
    let note = one.note.iter().map(|note| small(vec![plain(note)]));
    let area = [line(&area.join(", "))].into_iter().chain(note).collect();
    vec![cell(vec![plain(one.number.to_string())]), cell(vec![plain(&one.name)]), cells(area)]
}

fn lines_in_cell(all: &[String]) -> FlowCell {
    cells(all.iter().map(|text| line(text)).collect())
}
