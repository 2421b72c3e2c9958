//! Reads a form that came back, whatever was done to it on the way: sheets renamed, columns moved, rows added, cells
//! merged. A cell that cannot be understood in one way only is a finding, and counts for nothing.

mod reader;
mod values;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::amount::Amount;
use super::form::{FormRecipient, printed};
use super::form_id::FormId;
use super::messages as codes;
use super::questions::Questions;
use super::words::DutyState;
use crate::diag::{Bilingual, Code, Lang, Severity, fill};
use crate::model::date::Date;
use crate::spreadsheet::ReadSheet;
use reader::FormReader;

/// What a department has answered.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Returned {
    /// The day on which it was filled in, as the form says.
    pub dated: Option<Date>,
    /// Who filled it in.
    pub filled_by: Option<String>,
    /// By the ids of the questions.
    pub duties: BTreeMap<String, DutyAnswer>,
    /// By the ids of the figures.
    pub figures: BTreeMap<String, FigureAnswer>,
    /// Cells that were not understood, and more to look at.
    pub findings: Vec<FormFinding>,
}

/// The answer to a question about a duty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DutyAnswer {
    pub state: DutyState,
    pub on: Option<Date>,
    /// What proves it.
    pub evidence: Option<String>,
    pub note: Option<String>,
}

/// The answer to a question about a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FigureAnswer {
    /// Nothing where the department only says why it has none.
    pub value: Option<Amount>,
    pub note: Option<String>,
}

/// Something about a form that somebody must look at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormFinding {
    pub code: Code,
    /// Name of the sheet; nothing where the file as a whole is meant, and empty for CSV.
    pub sheet: Option<String>,
    /// `B7`
    pub cell: Option<String>,
    /// The words for the holes of the code's sentences.
    pub args: Vec<(&'static str, Bilingual)>,
}

impl FormFinding {
    /// Makes a finding about a file as a whole.
    pub fn of_file(code: Code) -> Self {
        FormFinding { code, sheet: None, cell: None, args: Vec::new() }
    }

    /// Fills a hole.
    #[must_use]
    pub fn arg(mut self, name: &'static str, words: impl Into<Bilingual>) -> Self {
        self.args.push((name, words.into().cut()));
        self
    }

    /// Returns the place, the fault, and what to do about it, on two lines.
    pub fn said(&self, file: &str, lang: Lang) -> String {
        let entry = self.code.entry();
        let words = entry.words(lang);
        let severity = match entry.severity {
            Severity::Error => lang.tr("lỗi", "error"),
            Severity::Warning => lang.tr("cảnh báo", "warning"),
            Severity::Note => lang.tr("lưu ý", "note"),
        };
        let place = match (self.sheet.as_deref(), self.cell.as_deref()) {
            (Some(""), Some(cell)) => format!("{file}: {cell}"),
            (Some(sheet), Some(cell)) => format!("{file}: {sheet}!{cell}"),
            (Some(sheet), None) => format!("{file}: {sheet}"),
            (None, _) => file.to_owned(),
        };
        let (message, help) = (fill(words.message, &self.args, lang), fill(words.help, &self.args, lang));
        format!("{place}: {severity} {}: {message}\n  → {help}\n", self.code.id())
    }
}

/// Returns the id of the form that a file is.
///
/// # Errors
/// It has none, or several.
pub fn form_id(sheets: &[ReadSheet]) -> Result<FormId, FormFinding> {
    let texts = sheets.iter().flat_map(|sheet| sheet.cells.values()).map(crate::spreadsheet::ReadCell::text);
    let ids: BTreeSet<FormId> = texts.flat_map(|text| FormId::all_in(&text).collect::<Vec<_>>()).collect();
    let listed = || ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match (ids.first(), ids.len()) {
        (Some(id), 1) => Ok(id.clone()),
        (None, _) => Err(FormFinding::of_file(codes::NO_FORM_ID)),
        (Some(_), _) => Err(FormFinding::of_file(codes::SEVERAL_FORM_IDS).arg("ids", listed())),
    }
}

/// Reads the answers of a form to questions. `name` is that of the department.
pub fn read(sheets: &[ReadSheet], id: &FormId, name: &str, questions: &Questions) -> Returned {
    let recipient = FormRecipient { id: &id.department, name, round: id.round.as_deref() };
    let mut reader = FormReader::new(questions, printed(questions, &recipient), &id.version);
    sheets.iter().for_each(|sheet| reader.sheet(sheet));
    reader.finish()
}
