//! The annexes that list duties: by audience, by day, to tick.

use crate::render::flow::runs::{BLANK, BOX, bold, cell, cells, heading, item, paragraph, plain, small, table};
use crate::render::flow::{FlowBlock, FlowCell, FlowPoint, FlowRun, FlowWriter, ParagraphLook};
use crate::view::{AsideView, CalendarEntry, CalendarView, ChecklistsView, DutyView, ResponsibilitiesView};

impl FlowWriter<'_> {
    pub(super) fn responsibilities(&self, list: &ResponsibilitiesView) -> Vec<FlowBlock> {
        let words = &self.view.words;
        let columns = [
            (words.duty.as_str(), 8),
            (words.level.as_str(), 2),
            (words.provision.as_str(), 5),
            (words.deadline.as_str(), 3),
        ];
        let content = |own: &[&DutyView]| vec![table(&columns, own.iter().map(|it| self.responsibility(it)).collect())];
        let mut blocks = Self::lines(&list.intro);
        blocks.extend(self.duty_groups(&list.groups, content));
        blocks.extend(self.aside(&list.aside));
        blocks
    }

    fn responsibility(&self, duty: &DutyView) -> Vec<FlowCell> {
        let mut said = Self::sentence(duty);
        said.extend(self.evidence(&duty.evidence));
        said.extend(self.sanctions(duty));
        vec![cell(said), cell(vec![Self::level(duty)]), cell(self.provision(duty)), cell(self.due_by(duty))]
    }

    fn due_by(&self, duty: &DutyView) -> Vec<FlowRun> {
        let Some(due) = &duty.deadline else { return vec![plain(&self.view.words.no_deadline)] };
        let name = (due.data.kind == "from").then(|| plain(format!("{}: ", due.name)));
        let remark = due.remark.as_ref().map(|remark| plain(format!(" ({remark})")));
        name.into_iter().chain([bold(&due.text)]).chain(remark).collect()
    }

    fn aside(&self, all: &[AsideView]) -> Vec<FlowBlock> {
        if all.is_empty() {
            return Vec::new();
        }
        let entry = |one: &AsideView| {
            let mut runs = vec![plain(format!("{} {}: ", one.sign, one.text))];
            runs.extend(self.pointers(&one.excerpts));
            item(vec![paragraph(ParagraphLook::Text, runs)])
        };
        let heading = heading(2, None, &self.view.words.set_aside);
        vec![heading, FlowBlock::Points(all.iter().map(entry).collect())]
    }

    pub(super) fn calendar(&self, calendar: &CalendarView) -> Vec<FlowBlock> {
        let words = &self.view.words;
        let columns = [(words.day.as_str(), 3), (words.duty.as_str(), 10), (words.provision.as_str(), 5)];
        let row = |entry: &CalendarEntry| {
            let passed = entry.passed.iter().map(|passed| plain(format!(" ({passed})")));
            let day = [bold(&entry.day)].into_iter().chain(passed).collect();
            let said = paragraph(ParagraphLook::Text, Self::sentence(&entry.duty));
            let duty = cells(vec![said, self.terms(&entry.duty, false)]);
            vec![cell(day), duty, cell(self.provision(&entry.duty))]
        };
        let mut blocks = Self::lines(&calendar.intro);
        for group in &calendar.groups {
            blocks.extend(Self::group_head(&group.anchor, &group.audience.name, &group.tally));
            blocks.push(table(&columns, group.entries.iter().map(row).collect()));
        }
        blocks
    }

    pub(super) fn checklists(&self, lists: &ChecklistsView) -> Vec<FlowBlock> {
        let point = |duty: &&DutyView| FlowPoint {
            label: if duty.kind.tick { BOX } else { "–" }.to_owned(),
            blocks: vec![paragraph(ParagraphLook::Text, Self::sentence(duty)), self.terms(duty, true)],
        };
        let content = |own: &[&DutyView]| vec![FlowBlock::Points(own.iter().map(point).collect())];
        let words = &self.view.words;
        let sign = [&words.office, &words.checked_by, &words.day].map(|name| format!("{name}: {BLANK}")).join("  ");
        let mut blocks = Self::lines(&lists.intro);
        for group in &lists.groups {
            blocks.extend(self.duty_group(group, &lists.groups, &content));
            blocks.push(small(vec![plain(&sign)]));
        }
        blocks
    }

    /// Sentence and terms of a duty in one cell.
    pub(super) fn duty_cell(&self, duty: &DutyView) -> FlowCell {
        cells(vec![paragraph(ParagraphLook::Text, Self::sentence(duty)), self.terms(duty, true)])
    }
}
