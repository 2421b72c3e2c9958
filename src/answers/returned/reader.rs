//! Goes through the sheets of a form, row by row: what is above a table, its heads, its rows.

use std::collections::{BTreeMap, BTreeSet};

use super::super::form_id::FormId;
use super::super::messages as codes;
use super::super::questions::{AskedDuty, Questions};
use super::super::words::{self, DutyState, FormColumn, is_same, label_of};
use super::{DutyAnswer, FigureAnswer, FormFinding, Returned, values};
use crate::diag::Code;
use crate::latin::in_ascii;
use crate::model::answers::AskedFigure;
use crate::spreadsheet::{ReadCell, ReadSheet, cell_name};

/// The cells of a row, by column.
type Cells<'s> = Vec<(usize, &'s ReadCell)>;

/// The columns of a table.
type FormColumns = BTreeMap<usize, FormColumn>;

/// Reads the sheets of one form, one after the other.
pub struct FormReader<'q> {
    questions: &'q Questions,
    /// What the form had in it before, without marks and signs.
    printed: BTreeSet<String>,
    /// The questions are those of now.
    is_current: bool,
    has_table: bool,
    /// Where each question was answered: the cell, as people call it.
    answered: BTreeMap<String, String>,
    returned: Returned,
}

/// A row of a table.
struct FormRow<'s, 'c> {
    sheet: &'s ReadSheet,
    at: usize,
    cells: &'c Cells<'s>,
    columns: &'c FormColumns,
}

impl<'s> FormRow<'s, '_> {
    fn column(&self, column: FormColumn) -> Option<usize> {
        self.columns.iter().find(|(_, known)| **known == column).map(|(at, _)| *at)
    }

    fn cell(&self, column: FormColumn) -> Option<(usize, &'s ReadCell)> {
        let at = self.column(column)?;
        self.cells.iter().find(|(column, _)| *column == at).copied()
    }

    fn text(&self, column: FormColumn) -> Option<String> {
        self.cell(column).map(|(_, cell)| cell.text())
    }
}

impl<'q> FormReader<'q> {
    /// `printed`: every text that the form had when it was sent. `version`: that of its questions.
    pub fn new(questions: &'q Questions, printed: Vec<String>, version: &str) -> Self {
        let mut reader = FormReader {
            questions,
            printed: printed.iter().map(|text| in_ascii(text)).collect(),
            is_current: questions.version() == version,
            has_table: false,
            answered: BTreeMap::new(),
            returned: Returned::default(),
        };
        if !reader.is_current {
            let finding = FormFinding::of_file(codes::OTHER_VERSION);
            reader.returned.findings.push(finding.arg("version", version).arg("current", questions.version()));
        }
        reader
    }

    /// Reads a sheet.
    pub fn sheet(&mut self, sheet: &ReadSheet) {
        if sheet.name == words::OWN_SHEET {
            return;
        }
        let mut columns: Option<FormColumns> = None;
        for (at, cells) in rows(sheet) {
            if let Some(heads) = heads(&cells) {
                self.has_table = true;
                columns = Some(heads);
            } else if let Some(columns) = &columns {
                self.row(&FormRow { sheet, at, cells: &cells, columns });
            } else {
                self.above(sheet, at, &cells);
            }
        }
    }

    /// Returns what was read.
    pub fn finish(mut self) -> Returned {
        if !self.has_table {
            self.returned.findings.push(FormFinding::of_file(codes::NO_TABLE));
        }
        self.returned
    }

    /// Names a cell.
    fn say(&mut self, code: Code, sheet: &ReadSheet, place: (usize, usize), args: &[(&'static str, &str)]) {
        let cell = cell_name(place.0, place.1);
        let finding = FormFinding { code, sheet: Some(sheet.name.clone()), cell: Some(cell), args: Vec::new() };
        self.returned.findings.push(args.iter().fold(finding, |finding, (name, words)| finding.arg(name, *words)));
    }

    /// A row above the table: a label with what is stated or filled in beside it.
    fn above(&mut self, sheet: &ReadSheet, at: usize, cells: &Cells<'_>) {
        let mut label = None;
        for (column, cell) in cells {
            let text = cell.text();
            let inside = text.split_once(':').map(|(_, value)| value.trim()).filter(|value| !value.is_empty());
            match (label_of(&text), inside, label) {
                (Some(known), None, _) => label = Some(known),
                (Some(known), Some(value), _) => {
                    self.stated(known, sheet, (at, *column), &ReadCell::Text(value.to_owned()));
                }
                (None, _, Some(known)) => {
                    self.stated(known, sheet, (at, *column), cell);
                    label = None;
                }
                (None, _, None) => self.printed_or_named(sheet, (at, *column), &text),
            }
        }
    }

    fn stated(&mut self, label: &str, sheet: &ReadSheet, place: (usize, usize), cell: &ReadCell) {
        match label {
            words::DATED => match values::day(cell) {
                Some(day) => self.returned.dated = Some(day),
                None => self.say(codes::BAD_DAY, sheet, place, &[("text", &cell.text())]),
            },
            words::FILLED_BY => self.returned.filled_by = Some(cell.text()),
            _ => {}
        }
    }

    /// A cell outside of all questions.
    fn printed_or_named(&mut self, sheet: &ReadSheet, place: (usize, usize), text: &str) {
        if !self.printed.contains(&in_ascii(text)) && FormId::all_in(text).next().is_none() {
            self.say(codes::NOT_UNDERSTOOD, sheet, place, &[("text", text)]);
        }
    }

    fn row(&mut self, row: &FormRow<'_, '_>) {
        self.beside(row);
        let Some(id) = row.text(FormColumn::Id).map(|id| id.trim().to_owned()) else {
            self.outside(row);
            return;
        };
        let questions = self.questions;
        if let Some(duty) = questions.duties.iter().find(|duty| duty.id == id) {
            self.duty(row, duty);
        } else if let Some(figure) = questions.figures.iter().find(|figure| figure.id.as_str() == id) {
            self.figure(row, figure);
        } else if is_filled(row)
            && let Some((column, _)) = row.cell(FormColumn::Id)
        {
            self.say(codes::UNKNOWN_QUESTION, row.sheet, (row.at, column), &[("id", &id)]);
        } else if self.is_current || id.contains(' ') {
            self.outside(row);
        }
    }

    /// A row that is no question: each of its cells in the table is named.
    fn outside(&mut self, row: &FormRow<'_, '_>) {
        for (column, cell) in row.cells.iter().filter(|(column, _)| row.columns.contains_key(column)) {
            self.printed_or_named(row.sheet, (row.at, *column), &cell.text());
        }
    }

    /// Cells of a row that are in no column of the table, or in a second one with the same head.
    fn beside(&mut self, row: &FormRow<'_, '_>) {
        let is_column =
            |column: usize| row.columns.get(&column).is_some_and(|known| row.column(*known) == Some(column));
        for (column, cell) in row.cells.iter().filter(|(column, _)| !is_column(*column)) {
            self.printed_or_named(row.sheet, (row.at, *column), &cell.text());
        }
    }

    fn duty(&mut self, row: &FormRow<'_, '_>, duty: &AskedDuty) {
        if !self.has_words(row, FormColumn::Duty, &duty.duty, &duty.id) {
            return;
        }
        let cells = [FormColumn::State, FormColumn::On, FormColumn::Evidence, FormColumn::Note];
        let [state, on, evidence, note] = cells.map(|column| self.answer(row, column));
        let place = |column| (row.at, row.column(column).unwrap_or_default());
        let on = on.and_then(|cell| self.valued(row, FormColumn::On, codes::BAD_DAY, &cell, values::day(&cell)));
        let text = |cell: Option<ReadCell>| cell.map(|cell| cell.text());
        let (evidence, note) = (text(evidence), text(note));
        let Some(state) = state else {
            if on.is_some() || evidence.is_some() || note.is_some() {
                self.say(codes::NO_STATE, row.sheet, place(FormColumn::State), &[("id", &duty.id)]);
            }
            return;
        };
        let state = self.valued(row, FormColumn::State, codes::BAD_STATE, &state, DutyState::of(&state.text()));
        let Some(state) = state else { return };
        let answer = DutyAnswer { state, on, evidence, note };
        let known = self.returned.duties.get(&duty.id).cloned();
        match self.other_place(&duty.id, row) {
            None => drop(self.returned.duties.insert(duty.id.clone(), answer)),
            Some(_) if known.as_ref() == Some(&answer) => {}
            Some(other) => {
                self.returned.duties.remove(&duty.id);
                self.twice(row, &duty.id, &other);
            }
        }
    }

    fn figure(&mut self, row: &FormRow<'_, '_>, figure: &AskedFigure) {
        let id = figure.id.as_str();
        if !self.has_words(row, FormColumn::Figure, &figure.name, id) {
            return;
        }
        let [value, note] = [FormColumn::Value, FormColumn::Note].map(|column| self.answer(row, column));
        let unit = figure.unit.as_deref();
        let value = value.and_then(|cell| {
            self.valued(row, FormColumn::Value, codes::BAD_FIGURE, &cell, values::figure(&cell, unit))
        });
        let answer = FigureAnswer { value, note: note.map(|cell| cell.text()) };
        if answer.value.is_none() && answer.note.is_none() {
            return;
        }
        let known = self.returned.figures.get(id).cloned();
        match self.other_place(id, row) {
            None => drop(self.returned.figures.insert(id.to_owned(), answer)),
            Some(_) if known.as_ref() == Some(&answer) => {}
            Some(other) => {
                self.returned.figures.remove(id);
                self.twice(row, id, &other);
            }
        }
    }

    /// The place where a question was answered before, if it was; this row is the next.
    fn other_place(&mut self, id: &str, row: &FormRow<'_, '_>) -> Option<String> {
        let column = row.column(FormColumn::Id).unwrap_or_default();
        let place = cell_name(row.at, column);
        let place = if row.sheet.name.is_empty() { place } else { format!("{}!{place}", row.sheet.name) };
        self.answered.insert(id.to_owned(), place)
    }

    fn twice(&mut self, row: &FormRow<'_, '_>, id: &str, other: &str) {
        let column = row.column(FormColumn::Id).unwrap_or_default();
        self.say(codes::TWICE_IN_FORM, row.sheet, (row.at, column), &[("id", id), ("other", other)]);
    }

    /// Whether a row asks what is asked now. A row without its words is believed in a form of now only.
    fn has_words(&mut self, row: &FormRow<'_, '_>, column: FormColumn, words: &str, id: &str) -> bool {
        let said = row.text(column);
        let same = said.as_deref().map_or(self.is_current, |said| is_same(said, words));
        if !same && is_filled(row) {
            let at = row.column(column).or(row.column(FormColumn::Id)).unwrap_or_default();
            self.say(codes::OTHER_WORDS, row.sheet, (row.at, at), &[("id", id)]);
        }
        same
    }

    /// What a cell of the row answers. One that is merged over several rows answers none of them.
    fn answer(&mut self, row: &FormRow<'_, '_>, column: FormColumn) -> Option<ReadCell> {
        let at = row.column(column)?;
        if let Some(range) = row.sheet.merged_at(row.at, at).filter(|range| range.rows.0 != range.rows.1) {
            let name =
                format!("{}:{}", cell_name(range.rows.0, range.columns.0), cell_name(range.rows.1, range.columns.1));
            let is_filled = row.sheet.cells.contains_key(&(range.rows.0, range.columns.0));
            if is_filled && range.rows.0 == row.at {
                self.say(codes::MERGED, row.sheet, (row.at, at), &[("range", &name)]);
            }
            return None;
        }
        match row.cell(column)?.1 {
            ReadCell::Fault(text) => {
                self.say(codes::CELL_FAULT, row.sheet, (row.at, at), &[("text", text)]);
                None
            }
            cell => Some(cell.clone()),
        }
    }

    /// The value of a cell; where it has none, a finding.
    fn valued<T>(
        &mut self,
        row: &FormRow<'_, '_>,
        column: FormColumn,
        code: Code,
        cell: &ReadCell,
        value: Option<T>,
    ) -> Option<T> {
        if value.is_none() {
            let at = row.column(column).unwrap_or_default();
            self.say(code, row.sheet, (row.at, at), &[("text", &cell.text())]);
        }
        value
    }
}

fn rows(sheet: &ReadSheet) -> BTreeMap<usize, Cells<'_>> {
    let mut rows: BTreeMap<usize, Cells<'_>> = BTreeMap::new();
    for ((row, column), cell) in &sheet.cells {
        rows.entry(*row).or_default().push((*column, cell));
    }
    rows
}

/// The columns, where a row has the heads of a table.
fn heads(cells: &Cells<'_>) -> Option<FormColumns> {
    let columns: FormColumns =
        cells.iter().filter_map(|(at, cell)| Some((*at, FormColumn::of(&cell.text())?))).collect();
    let has = |column| columns.values().any(|known| *known == column);
    (has(FormColumn::Id) && (has(FormColumn::State) || has(FormColumn::Value))).then_some(columns)
}

/// Whether a department has put anything into a row.
fn is_filled(row: &FormRow<'_, '_>) -> bool {
    row.cells.iter().any(|(column, _)| row.columns.get(column).is_some_and(|column| column.is_answer()))
}
