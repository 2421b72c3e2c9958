//! The form as a workbook: a row for each duty, a sheet of figures, and the id by which it is known when it comes back.

use super::form_id::FormId;
use super::questions::{AskedDuty, Questions};
use super::words::{self, DutyState, FormColumn};
use crate::model::answers::AskedFigure;
use crate::spreadsheet::{CellChoices, CellLook, Sheet, SheetCell, Workbook};

const TITLE: &str = "PHIẾU RÀ SOÁT VIỆC THỰC HIỆN";
const HOW: &str = "Chỉ điền vào ô nền vàng. Tình trạng: chọn trong danh sách. Ngày viết như 31/01/2030. Chưa có số liệu thì để trống, đừng ghi 0.";
const REFUSAL: &str = "Chọn một trong các từ của danh sách: đã làm, đang làm, chưa làm, không áp dụng.";

/// Whom a form is for.
#[derive(Clone, Copy, Debug)]
pub struct FormRecipient<'r> {
    /// Id of the department.
    pub id: &'r str,
    pub name: &'r str,
    pub round: Option<&'r str>,
}

/// Returns the form of a department.
pub fn form(questions: &Questions, recipient: &FormRecipient<'_>) -> Workbook {
    let id = FormId {
        edition: questions.edition.clone(),
        round: recipient.round.map(str::to_owned),
        department: recipient.id.to_owned(),
        version: questions.version(),
    };
    let mut sheets = vec![duty_sheet(questions, recipient, &id)];
    sheets.extend((!questions.figures.is_empty()).then(|| figure_sheet(questions, &id)));
    sheets.push(own_sheet(&id));
    let constants =
        [("camnang_form", id.to_string()), ("camnang_edition", id.edition), ("camnang_version", id.version)];
    Workbook {
        title: format!("{TITLE}: {}", recipient.name),
        sheets,
        constants: constants.map(|(name, text)| (name.to_owned(), text)).to_vec(),
    }
}

/// Every text that a form has before it is filled in.
pub(super) fn printed(questions: &Questions, recipient: &FormRecipient<'_>) -> Vec<String> {
    let cells = form(questions, recipient).sheets.into_iter().flat_map(|sheet| sheet.rows).flatten();
    let text = |cell: SheetCell| match cell.value {
        crate::spreadsheet::CellValue::Text(text) => Some(text),
        _ => None,
    };
    cells.filter_map(text).collect()
}

fn labelled(label: &str, value: SheetCell) -> Vec<SheetCell> {
    vec![SheetCell::text(label, CellLook::Note), value]
}

fn stated(label: &str, text: &str) -> Vec<SheetCell> {
    labelled(label, SheetCell::text(text, CellLook::Plain))
}

fn duty_sheet(questions: &Questions, recipient: &FormRecipient<'_>, id: &FormId) -> Sheet {
    let booklet = format!("{}, tính đến ngày {}", questions.title, questions.as_of.short());
    let due = questions.due.map_or_else(|| "chưa đặt".to_owned(), |due| due.short());
    let mut rows = vec![
        vec![SheetCell::text(TITLE, CellLook::Title)],
        stated(words::DEPARTMENT, recipient.name),
        stated(words::BOOKLET, &booklet),
    ];
    rows.extend(recipient.round.map(|round| stated(words::ROUND, round)));
    rows.push(stated(words::DUE, &due));
    rows.extend(questions.to.as_deref().map(|to| stated(words::TO, to)));
    rows.push(labelled(words::DATED, SheetCell::empty(CellLook::DayField)));
    rows.push(labelled(words::FILLED_BY, SheetCell::empty(CellLook::Field)));
    rows.push(labelled(words::FORM_ID, SheetCell::text(id.to_string(), CellLook::Note)));
    rows.push(vec![SheetCell::text(HOW, CellLook::Note)]);
    let mut sheet = table(words::DUTY_SHEET, &FormColumn::OF_DUTIES, rows, questions.duties.iter().map(duty_row));
    sheet.choices.extend(states(&sheet));
    sheet
}

/// The list of states to choose from, for every row of the table.
fn states(sheet: &Sheet) -> Option<CellChoices> {
    let column = FormColumn::OF_DUTIES.iter().position(|(column, _)| *column == FormColumn::State)?;
    let last = sheet.rows.len().checked_sub(1).filter(|last| *last >= sheet.frozen_rows)?;
    Some(CellChoices {
        column,
        rows: (sheet.frozen_rows, last),
        values: DutyState::ALL.map(|state| state.words().to_owned()).to_vec(),
        refusal: REFUSAL.to_owned(),
    })
}

fn figure_sheet(questions: &Questions, id: &FormId) -> Sheet {
    let rows = vec![stated(words::FORM_ID, &id.to_string())];
    table(words::FIGURE_SHEET, &FormColumn::OF_FIGURES, rows, questions.figures.iter().map(figure_row))
}

fn table(
    name: &str,
    columns: &[(FormColumn, u16)],
    mut rows: Vec<Vec<SheetCell>>,
    body: impl Iterator<Item = Vec<SheetCell>>,
) -> Sheet {
    let heads = columns.iter().map(|(column, _)| SheetCell::text(column.head(), CellLook::Head));
    rows.push(heads.collect());
    let frozen_rows = rows.len();
    rows.extend(body);
    Sheet {
        name: name.to_owned(),
        widths: columns.iter().map(|(_, width)| *width).collect(),
        rows,
        frozen_rows,
        is_protected: true,
        ..Sheet::default()
    }
}

fn duty_row(duty: &AskedDuty) -> Vec<SheetCell> {
    let AskedDuty { id, rule, duty, deadline, proof } = duty;
    let cell = |(column, _): (FormColumn, u16)| match column {
        FormColumn::Id => SheetCell::text(id.as_str(), CellLook::Body),
        FormColumn::Rule => SheetCell::text(rule.as_str(), CellLook::Body),
        FormColumn::Duty => SheetCell::text(duty.as_str(), CellLook::Body),
        FormColumn::Deadline => SheetCell::text(deadline.as_deref().unwrap_or_default(), CellLook::Body),
        FormColumn::Proof => SheetCell::text(proof.as_deref().unwrap_or_default(), CellLook::Body),
        FormColumn::On => SheetCell::empty(CellLook::DayField),
        _ => SheetCell::empty(CellLook::Field),
    };
    FormColumn::OF_DUTIES.map(cell).to_vec()
}

fn figure_row(figure: &AskedFigure) -> Vec<SheetCell> {
    let AskedFigure { id, name, unit } = figure;
    let cell = |(column, _): (FormColumn, u16)| match column {
        FormColumn::Id => SheetCell::text(id.as_str(), CellLook::Body),
        FormColumn::Figure => SheetCell::text(name.as_str(), CellLook::Body),
        FormColumn::Unit => SheetCell::text(unit.as_deref().unwrap_or_default(), CellLook::Body),
        _ => SheetCell::empty(CellLook::Field),
    };
    FormColumn::OF_FIGURES.map(cell).to_vec()
}

/// Programs that drop names keep sheets.
fn own_sheet(id: &FormId) -> Sheet {
    let rows = vec![stated(words::FORM_ID, &id.to_string())];
    Sheet {
        name: words::OWN_SHEET.to_owned(),
        widths: vec![24, 70],
        rows,
        is_hidden: true,
        is_protected: true,
        ..Sheet::default()
    }
}
