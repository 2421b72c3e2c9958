use super::*;
use crate::answers::{AskedDuty, form};
use crate::model::answers::AskedFigure;
use crate::spreadsheet::{CellLook, ReadCell, SheetCell, SheetRange, Workbook};

fn questions() -> Questions {
    let duty = |number: u32| AskedDuty {
        id: format!("nd-1-2030.dieu-{number}#1"),
        rule: format!("Điều {number} Nghị định số 1/2030/NĐ-CP"),
        duty: format!("Cơ quan phải làm việc số {number}"),
        deadline: None,
        proof: Some("Báo cáo".to_owned()),
    };
    Questions {
        edition: "so-tay".to_owned(),
        title: "Sổ tay".to_owned(),
        as_of: "2030-06-01".parse().unwrap(),
        due: None,
        to: Some("vp@bo.example".to_owned()),
        duties: (1..=4).map(duty).collect(),
        figures: vec![AskedFigure {
            id: "may-chu".parse().unwrap(),
            name: "Số máy chủ".to_owned(),
            unit: Some("máy".to_owned()),
        }],
    }
}

const RECIPIENT: FormRecipient<'_> = FormRecipient { id: "so-a", name: "Sở A", round: Some("dot-1") };

fn filled(changes: &[(usize, usize, usize, &str)]) -> Workbook {
    let mut book = form(&questions(), &RECIPIENT);
    for (sheet, row, column, text) in changes {
        let row = &mut book.sheets[*sheet].rows[*row];
        row.resize(row.len().max(column + 1), SheetCell::empty(CellLook::Plain));
        row[*column] = SheetCell::text(*text, CellLook::Plain);
    }
    book
}

fn sheets(book: &Workbook) -> Vec<ReadSheet> {
    crate::spreadsheet::read(&book.to_xlsx().unwrap()).unwrap()
}

fn read_back(sheets: &[ReadSheet]) -> Returned {
    read(sheets, &form_id(sheets).unwrap(), "Sở A", &questions())
}

/// The findings as `CN962 Trách nhiệm!F12`.
fn said(returned: &Returned) -> Vec<String> {
    let place = |finding: &FormFinding| {
        [finding.sheet.clone(), finding.cell.clone()].into_iter().flatten().collect::<Vec<_>>().join("!")
    };
    returned
        .findings
        .iter()
        .map(|finding| format!("{} {}", finding.code.id(), place(finding)).trim_end().to_owned())
        .collect()
}

/// The first row of a duty, from 1, below the title, eight lines, how it is filled in, and the heads.
const FIRST: usize = 12;

#[test]
fn an_empty_form_comes_back_with_nothing() {
    let book = filled(&[]);
    let shown: Vec<usize> = book.sheets.iter().map(|sheet| sheet.frozen_rows).collect();
    assert_eq!(shown, [FIRST - 1, 2, 0]);
    let sheets = sheets(&book);
    assert_eq!(form_id(&sheets).unwrap().to_string(), format!("camnang/so-tay/dot-1/so-a/{}", questions().version()));
    assert_eq!(read_back(&sheets), Returned::default());
}

#[test]
fn answers_are_read() {
    let top = FIRST - 1;
    let book = filled(&[
        (0, 6, 1, "31/01/2030"),
        (0, 7, 1, "Lan, 0900"),
        (0, top, 5, "Đã làm"),
        (0, top, 6, "15/01/2030"),
        (0, top, 7, "Báo cáo số 1"),
        (0, top + 1, 5, "CHUA LAM"),
        (0, top + 1, 8, "thiếu tiền"),
        (1, 2, 3, "12 máy"),
    ]);
    let returned = read_back(&sheets(&book));
    assert_eq!(said(&returned), [""; 0]);
    assert_eq!(
        (returned.dated.unwrap().to_string().as_str(), returned.filled_by.as_deref()),
        ("2030-01-31", Some("Lan, 0900"))
    );
    let done = &returned.duties["nd-1-2030.dieu-1#1"];
    assert_eq!(
        (done.state, done.on.unwrap().to_string().as_str(), done.evidence.as_deref()),
        (DutyState::Done, "2030-01-15", Some("Báo cáo số 1"))
    );
    assert_eq!(returned.duties["nd-1-2030.dieu-2#1"].note.as_deref(), Some("thiếu tiền"));
    assert_eq!(returned.figures["may-chu"].value.map(Amount::digits).as_deref(), Some("12"));
}

/// Moved as a whole, with other names and another order of columns: nothing of that matters.
#[test]
fn moved_columns_and_renamed_sheets() {
    let top = FIRST - 1;
    let mut sheets = sheets(&filled(&[(0, top, 5, "đã làm"), (0, top + 3, 5, "đang làm"), (1, 2, 3, "5")]));
    for sheet in &mut sheets {
        sheet.name = format!("Bảng của {}", sheet.name);
        let width = 20;
        let moved = |((row, column), cell): (&(usize, usize), &ReadCell)| ((row + 7, width - column), cell.clone());
        // The lines above the tables stay in their order: a label is before what it labels.
        let is_table = |row: usize| {
            row >= sheet.cells.iter().find(|(_, cell)| cell.text() == "Mã").map_or(usize::MAX, |((row, _), _)| *row)
        };
        sheet.cells = sheet
            .cells
            .iter()
            .map(|(place, cell)| if is_table(place.0) { moved((place, cell)) } else { (*place, cell.clone()) })
            .collect();
    }
    let returned = read_back(&sheets);
    assert_eq!(said(&returned), [""; 0]);
    assert_eq!(
        returned.duties.values().map(|answer| answer.state).collect::<Vec<_>>(),
        [DutyState::Done, DutyState::InPart]
    );
    assert_eq!(returned.figures["may-chu"].value.map(Amount::digits).as_deref(), Some("5"));
}

#[test]
fn cells_that_are_not_understood_are_named() {
    let top = FIRST - 1;
    let mut read = sheets(&filled(&[
        (0, 6, 1, "hôm qua"),
        (0, top, 5, "cơ bản xong"),
        (0, top + 1, 8, "chờ kinh phí"),
        (0, top + 2, 5, "đã làm"),
        (0, top + 2, 6, "tháng 3"),
        (0, top + 2, 11, "xem công văn"),
        (1, 2, 3, "1.234"),
    ]));
    read[0].cells.insert((40, 2), ReadCell::Text("Sở mới sáp nhập".to_owned()));
    read[0].cells.insert((41, 0), ReadCell::Text("nd-1-2030.dieu-9#1".to_owned()));
    read[0].cells.insert((41, 5), ReadCell::Text("đã làm".to_owned()));
    read[0].cells.insert((top + 3, 5), ReadCell::Fault("#REF!".to_owned()));
    let returned = read_back(&read);
    assert_eq!(
        said(&returned),
        [
            "CN963 Trách nhiệm!B7",
            "CN962 Trách nhiệm!F12",
            "CN961 Trách nhiệm!F13",
            "CN960 Trách nhiệm!L14",
            "CN963 Trách nhiệm!G14",
            "CN959 Trách nhiệm!F15",
            "CN960 Trách nhiệm!C41",
            "CN955 Trách nhiệm!A42",
            "CN964 Số liệu!D3",
        ]
    );
    assert_eq!(returned.duties.len(), 1, "the state is understood though the day is not");
    assert_eq!((returned.dated, returned.figures.len()), (None, 0));
}

#[test]
fn merged_cells_answer_nothing() {
    let top = FIRST - 1;
    let mut read = sheets(&filled(&[(0, top, 5, "đã làm"), (0, top + 2, 5, "chưa làm")]));
    read[0].merged = vec![
        SheetRange { rows: (top, top + 1), columns: (5, 5) },
        SheetRange { rows: (top + 2, top + 2), columns: (5, 6) },
    ];
    let returned = read_back(&read);
    assert_eq!(said(&returned), ["CN958 Trách nhiệm!F12"]);
    assert_eq!(returned.duties.values().map(|answer| answer.state).collect::<Vec<_>>(), [DutyState::NotDone]);
}

#[test]
fn another_version_and_other_words() {
    let top = FIRST - 1;
    let read_sheets = sheets(&filled(&[(0, top, 5, "đã làm"), (0, top + 1, 5, "đã làm")]));
    let mut now = questions();
    now.duties[0].duty = "Cơ quan phải làm việc khác".to_owned();
    let returned = read(&read_sheets, &form_id(&read_sheets).unwrap(), "Sở A", &now);
    assert_eq!(said(&returned), ["CN953", "CN956 Trách nhiệm!C12"]);
    assert_eq!(returned.duties.keys().collect::<Vec<_>>(), ["nd-1-2030.dieu-2#1"]);
}

#[test]
fn a_question_answered_twice() {
    let top = FIRST - 1;
    let mut same = filled(&[(0, top, 5, "đã làm")]);
    let row = same.sheets[0].rows[top].clone();
    same.sheets[0].rows.push(row);
    assert_eq!(said(&read_back(&sheets(&same))), [""; 0]);
    same.sheets[0].rows[top + 4][5] = SheetCell::text("chưa làm", CellLook::Field);
    let returned = read_back(&sheets(&same));
    assert_eq!((said(&returned), returned.duties.len()), (vec!["CN957 Trách nhiệm!A16".to_owned()], 0));
}

#[test]
fn what_is_no_form() {
    let sheet =
        |text: &str| ReadSheet { cells: [((0, 0), ReadCell::Text(text.to_owned()))].into(), ..ReadSheet::default() };
    assert_eq!(form_id(&[sheet("Sở A")]).unwrap_err().code.id(), "CN951");
    let two = sheet("camnang/a/-/so-a/0123456789abcdef camnang/a/-/so-b/0123456789abcdef");
    assert_eq!(form_id(&[two]).unwrap_err().code.id(), "CN952");
    let bare = [sheet(
        &FormId {
            edition: "so-tay".to_owned(),
            round: None,
            department: "so-a".to_owned(),
            version: questions().version(),
        }
        .to_string(),
    )];
    assert_eq!(said(&read_back(&bare)), ["CN954"]);
}
