//! The form in which an office reports.

use crate::render::flow::runs::{BLANK, BOX, PLAIN, bold, cell, line, paragraph, plain, styled, table};
use crate::render::flow::{FlowBlock, FlowCell, FlowRun, FlowWriter, ParagraphLook, RunLook};
use crate::view::{DutyView, ReportFormView, SignatureView};

/// How many lines there are for proposals.
const LINES: usize = 5;

impl FlowWriter<'_> {
    pub(super) fn report_form(&self, form: &ReportFormView) -> Vec<FlowBlock> {
        let mut blocks = Self::lines(&form.intro);
        if form.groups.is_empty() {
            return blocks;
        }
        blocks.extend(form.fields.iter().map(|field| line(&format!("{}: {BLANK}", field.name))));
        let content = |own: &[&DutyView]| vec![self.answers(form, own)];
        blocks.extend(self.duty_groups(&form.groups, content));
        blocks.push(paragraph(ParagraphLook::Text, vec![bold(&self.view.words.proposals)]));
        blocks.extend((0..LINES).map(|_| line(&BLANK.repeat(2))));
        blocks.extend(form.signatures.iter().map(signature));
        blocks
    }

    /// A row for each duty, with a box for each answer.
    fn answers(&self, form: &ReportFormView, own: &[&DutyView]) -> FlowBlock {
        let words = &self.view.words;
        let answers = form.answers.iter().map(|answer| (answer.name.as_str(), 2));
        let columns: Vec<(&str, u16)> = [(words.number.as_str(), 1), (words.duty.as_str(), 9)]
            .into_iter()
            .chain(answers)
            .chain([(words.remarks.as_str(), 5)])
            .collect();
        let row = |duty: &&DutyView| -> Vec<FlowCell> {
            let boxes = form.answers.iter().map(|_| cell(vec![plain(BOX)]));
            let first = [cell(vec![plain(duty.number.to_string())]), self.duty_cell(duty)];
            first.into_iter().chain(boxes).chain([cell(Vec::new())]).collect()
        };
        table(&columns, own.iter().map(row).collect())
    }
}

fn signature(SignatureView { name, how }: &SignatureView) -> FlowBlock {
    let how = styled(format!("({how})"), RunLook { is_italic: true, ..PLAIN });
    paragraph(ParagraphLook::Cover, vec![bold(name), FlowRun::Break, how, FlowRun::Break, FlowRun::Break])
}
