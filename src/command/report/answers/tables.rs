//! The answers as tables: on a terminal, as CSV with one row a department, and as a workbook.

use crate::answers::summary::{DepartmentLine, DutyTally, FigureLine, Summary};
use crate::command::messages::answers as messages;
use crate::diag::{Bilingual, Lang};
use crate::spreadsheet::{self, CellLook, Sheet, SheetCell, Workbook};

/// Returns the report for a terminal.
pub fn human(now: &Summary, since: Option<&Summary>, title: &Bilingual, lang: Lang) -> String {
    let mut text = format!("{}\n\n", title.get(lang));
    let all = now.departments.len();
    text += &format!("{}\n", messages::answered(answered(now), all, since.map(answered)).get(lang));
    for line in now.departments.iter().filter(|line| line.unclear > 0 || !line.former.is_empty()) {
        text += &format!("  {}\n", department_words(line, lang));
    }
    text += "\n";
    for duty in &now.duties {
        let former = since.and_then(|since| since.duties.iter().find(|line| line.id == duty.id));
        text += &duty_words(duty, former, lang);
    }
    text += if now.duties.is_empty() { "" } else { "\n" };
    for figure in &now.figures {
        let former = since.and_then(|since| since.figures.iter().find(|line| line.id == figure.id));
        text += &figure_words(figure, former, lang);
    }
    for region in &now.regions {
        text += messages::region(region).get(lang);
    }
    let silent: Vec<&str> =
        now.departments.iter().filter(|line| !line.has_answered()).map(|line| line.id.as_str()).collect();
    if !silent.is_empty() {
        text += &format!("\n{}\n", messages::silent(&silent).get(lang));
    }
    text
}

fn answered(summary: &Summary) -> usize {
    summary.departments.iter().filter(|line| line.has_answered()).count()
}

/// A department whose answer has something to look at.
fn department_words(line: &DepartmentLine, lang: Lang) -> String {
    let [.., unclear, former] =
        [5, 6].map(|at| messages::heads().get(at).map(|head| head.get(lang).to_lowercase()).unwrap_or_default());
    let mut parts = Vec::new();
    if line.unclear > 0 {
        parts.push(format!("{unclear}: {}", line.unclear));
    }
    if !line.former.is_empty() {
        parts.push(format!("{former}: {}", line.former.join(", ")));
    }
    format!("{} ({}): {}", line.name, line.id, parts.join("; "))
}

/// Done, in part, not done, not applicable, no answer.
fn counts(duty: &DutyTally) -> [usize; 5] {
    [duty.done, duty.part, duty.not_done, duty.not_applicable, duty.unanswered]
}

fn duty_words(duty: &DutyTally, former: Option<&DutyTally>, lang: Lang) -> String {
    let heads = messages::heads();
    let heads = heads.get(10..15).unwrap_or_default();
    let part = |(at, (head, count)): (usize, (&Bilingual, usize))| {
        let before = former.and_then(|former| counts(former).get(at).copied());
        let before = before.map(|count| format!(" ({})", messages::before(&count.to_string()).get(lang)));
        format!("{} {count}{}", head.get(lang).to_lowercase(), before.unwrap_or_default())
    };
    let parts: Vec<String> = heads.iter().zip(counts(duty)).enumerate().map(part).collect();
    format!("- {} ({})\n    {}\n", duty.duty, duty.rule, parts.join(", "))
}

fn figure_words(figure: &FigureLine, former: Option<&FigureLine>, lang: Lang) -> String {
    let unit = figure.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let before = former.map(|former| format!(" ({})", messages::before(&former.shown).get(lang))).unwrap_or_default();
    let given = format!("{}/{}", figure.given, figure.asked);
    let mut text = format!("- {}: {}{unit}{before}, {given}\n", figure.name, figure.shown);
    if !figure.missing.is_empty() {
        text += &format!("    {}\n", messages::missing(&figure.missing).get(lang));
    }
    text
}

/// Returns one row for each department, with a column for each duty and figure. Heads are the keys of the JSON.
pub fn csv(now: &Summary) -> String {
    let fixed =
        ["id", "name", "place", "region", "state", "dated", "filled_by", "unclear", "former"].map(str::to_owned);
    let duties = now.duties.iter().map(|duty| duty.id.clone());
    let figures = now.figures.iter().map(|figure| figure.id.clone());
    let heads: Vec<String> = fixed.into_iter().chain(duties).chain(figures).collect();
    spreadsheet::table(std::iter::once(heads).chain(now.departments.iter().map(|line| row(now, line))))
}

fn row(now: &Summary, line: &DepartmentLine) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let fixed = [
        line.id.clone(),
        line.name.clone(),
        text(&line.place),
        text(&line.region),
        line.state.to_owned(),
        text(&line.dated),
        text(&line.filled_by),
        line.unclear.to_string(),
        line.former.join("; "),
    ];
    let duty = |id: &str| line.duties.get(id).map(|state| (*state).to_owned()).unwrap_or_default();
    let figure = |id: &str| line.figures.get(id).cloned().unwrap_or_default();
    let duties = now.duties.iter().map(|it| duty(&it.id));
    let figures = now.figures.iter().map(|it| figure(&it.id));
    fixed.into_iter().chain(duties).chain(figures).collect()
}

/// Returns a workbook with a sheet of departments, one of duties and one of figures.
pub fn workbook(now: &Summary, since: Option<&Summary>, title: &Bilingual, lang: Lang) -> Workbook {
    let [departments, duties, figures] = messages::sheets().map(|name| name.get(lang).to_owned());
    let heads = messages::heads().map(|head| head.get(lang).to_owned());
    let head = |at: &[usize]| at.iter().filter_map(|at| heads.get(*at).cloned()).collect::<Vec<String>>();
    let mut department_heads = head(&[0, 1, 2, 3, 4, 5, 6]);
    department_heads.extend(now.figures.iter().map(|figure| figure.name.clone()));
    department_heads.extend(now.duties.iter().map(|duty| duty.id.clone()));
    let mut duty_heads = head(&[0, 7, 8, 9, 10, 11, 12, 13, 14]);
    let mut figure_heads = head(&[0, 15, 16, 17, 9]);
    if since.is_some() {
        let done = heads.get(10).cloned().unwrap_or_default();
        duty_heads.push(messages::before(&done.to_lowercase()).get(lang).to_owned());
        figure_heads
            .push(messages::before(&heads.get(16).cloned().unwrap_or_default().to_lowercase()).get(lang).to_owned());
    }
    let sheets = vec![
        sheet(
            departments,
            department_heads,
            &[18, 48, 24, 22, 14, 14, 40],
            now.departments.iter().map(|line| department_cells(now, line, lang)),
            title.get(lang),
        ),
        sheet(
            duties,
            duty_heads,
            &[26, 60, 34, 11, 11, 11, 11, 11, 11, 11],
            now.duties.iter().map(|line| duty_cells(line, since)),
            title.get(lang),
        ),
        sheet(
            figures,
            figure_heads,
            &[20, 60, 16, 12, 12, 16],
            now.figures.iter().map(|line| figure_cells(line, since)),
            title.get(lang),
        ),
    ];
    Workbook { title: title.get(lang).to_owned(), sheets, constants: Vec::new() }
}

fn sheet(
    name: String,
    heads: Vec<String>,
    widths: &[u16],
    body: impl Iterator<Item = Vec<SheetCell>>,
    title: &str,
) -> Sheet {
    let heads: Vec<SheetCell> = heads.into_iter().map(|head| SheetCell::text(head, CellLook::Head)).collect();
    let rest = heads.len().saturating_sub(widths.len());
    let widths = widths.iter().copied().chain(std::iter::repeat_n(14, rest)).collect();
    let mut rows = vec![vec![SheetCell::text(title, CellLook::Title)], heads];
    rows.extend(body);
    Sheet { name, widths, rows, frozen_rows: 2, filtered_row: Some(1), ..Sheet::default() }
}

fn words(text: impl Into<String>) -> SheetCell {
    SheetCell::text(text, CellLook::Body)
}

fn count(count: usize) -> SheetCell {
    SheetCell::number(count.to_string().parse().unwrap_or_default(), CellLook::Body)
}

/// A decimal with a point; an empty cell where there is none.
fn decimal(digits: Option<&String>) -> SheetCell {
    let number = digits.and_then(|digits| digits.parse().ok());
    number.map_or_else(|| SheetCell::empty(CellLook::Body), |number| SheetCell::number(number, CellLook::Body))
}

fn department_cells(now: &Summary, line: &DepartmentLine, lang: Lang) -> Vec<SheetCell> {
    let fixed = [
        words(line.id.as_str()),
        words(line.name.as_str()),
        words(line.place.clone().unwrap_or_default()),
        words(messages::state(line.state).get(lang)),
        words(line.dated.clone().unwrap_or_default()),
        count(line.unclear),
        words(line.former.join("; ")),
    ];
    let figures = now.figures.iter().map(|figure| decimal(line.figures.get(&figure.id)));
    let state = |id: &str| crate::answers::DutyState::ALL.into_iter().find(|it| line.duties.get(id) == Some(&it.key()));
    let duties = now.duties.iter().map(|duty| words(state(&duty.id).map(|state| state.words()).unwrap_or_default()));
    fixed.into_iter().chain(figures).chain(duties).collect()
}

fn duty_cells(line: &DutyTally, since: Option<&Summary>) -> Vec<SheetCell> {
    let mut cells =
        vec![words(line.id.as_str()), words(line.duty.as_str()), words(line.rule.as_str()), count(line.asked)];
    cells.extend(counts(line).map(count));
    if let Some(since) = since {
        let former = since.duties.iter().find(|former| former.id == line.id);
        cells.push(former.map_or_else(|| SheetCell::empty(CellLook::Body), |former| count(former.done)));
    }
    cells
}

fn figure_cells(line: &FigureLine, since: Option<&Summary>) -> Vec<SheetCell> {
    let name = match &line.unit {
        Some(unit) => format!("{} ({unit})", line.name),
        None => line.name.clone(),
    };
    let mut cells =
        vec![words(line.id.as_str()), words(name), decimal(Some(&line.sum)), count(line.given), count(line.asked)];
    if let Some(since) = since {
        cells.push(decimal(since.figures.iter().find(|former| former.id == line.id).map(|former| &former.sum)));
    }
    cells
}
