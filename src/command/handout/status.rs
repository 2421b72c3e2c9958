//! `camnang handout --status`: who was sent to, who has answered, who has not.

use serde::Serialize;

use super::super::context::CommandContext;
use super::super::list::json;
use super::super::status::table;
use super::super::{Failure, Outcome, Status};
use super::dispatch::{Handout, moment};
use crate::cli::TableFormat;
use crate::diag::{Bilingual, Lang};
use crate::mail::journal::{Answer, DeliveryRecord};
use crate::mail::messages::{standing, standing::DeliveryState};
use crate::spreadsheet;

/// What other programs read of one department.
#[derive(Serialize)]
struct AnswerRow {
    id: String,
    name: String,
    serial: Option<String>,
    address: Option<String>,
    state: &'static str,
    /// When the last message was taken by the server, UTC.
    sent: Option<String>,
    /// The first day of an acknowledgement, and of a report form.
    acknowledged: Option<String>,
    reported: Option<String>,
    /// Why the last attempt failed, or what was noted with an answer.
    notes: Vec<String>,
    /// The journal knows it, today's ledger does not.
    gone: bool,
    #[serde(skip)]
    kind: DeliveryState,
}

#[derive(Serialize)]
struct AnswerReport {
    version: u32,
    edition: String,
    counts: AnswerCounts,
    departments: Vec<AnswerRow>,
}

#[derive(Serialize)]
struct AnswerCounts {
    departments: usize,
    sent: usize,
    answered: usize,
    reported: usize,
    unanswered: usize,
}

/// Shows how far the hand-out has come with each department.
pub fn run(handout: &Handout, format: TableFormat, context: &mut CommandContext<'_>) -> Outcome {
    let rows = rows(handout)?;
    context.out(&match format {
        TableFormat::Human => human(&handout.key, &rows, context.lang),
        TableFormat::Csv => csv(&rows),
        TableFormat::Json => {
            let counts = counts(&rows);
            json(&AnswerReport { version: 1, edition: handout.edition.clone(), counts, departments: rows })?
        }
    });
    Ok(Status::Fine)
}

/// The departments of the ledger in its order, then those that only the journal knows.
fn rows(handout: &Handout) -> Result<Vec<AnswerRow>, Failure> {
    let journal = handout.look()?;
    let ledger = match handout.ledger()? {
        Some(ledger) => Some(ledger),
        // The output may be gone, and the journal still knows.
        None if !journal.entries.is_empty() => None,
        None => Some(handout.built()?),
    };
    let standing = |id: &str| journal.standing(&handout.key, id);
    let mut rows: Vec<AnswerRow> = Vec::new();
    if let Some(ledger) = &ledger {
        rows.extend(ledger.copies.iter().map(|copy| {
            let mut row = row(&copy.id, &copy.name, standing(&copy.id), true);
            row.serial.get_or_insert_with(|| copy.serial.clone());
            row.address = row.address.or_else(|| copy.email.clone());
            row
        }));
        rows.extend(ledger.failed.iter().map(|failed| {
            let mut row = row(&failed.id, &failed.name, standing(&failed.id), false);
            row.notes.push(failed.reason.clone());
            row
        }));
    }
    let gone: Vec<&str> = journal.departments(&handout.key);
    for id in
        gone.into_iter().filter(|id| ledger.is_some() && !rows.iter().any(|row| row.id == *id)).collect::<Vec<_>>()
    {
        rows.push(AnswerRow { gone: true, ..row(id, id, standing(id), true) });
    }
    if ledger.is_none() {
        rows.extend(journal.departments(&handout.key).into_iter().map(|id| row(id, id, standing(id), true)));
    }
    Ok(rows)
}

fn row(id: &str, name: &str, standing: DeliveryRecord, is_made: bool) -> AnswerRow {
    let acknowledged = standing.answered(Answer::Acknowledgement).map(str::to_owned);
    let reported = standing.answered(Answer::Report).map(str::to_owned);
    let kind = match () {
        () if reported.is_some() => DeliveryState::Reported,
        () if acknowledged.is_some() => DeliveryState::Acknowledged,
        () if standing.uncertain.is_some() => DeliveryState::Uncertain,
        () if standing.sent.is_some() => DeliveryState::Waiting,
        () if !is_made => DeliveryState::NotMade,
        () if standing.failed.is_some() => DeliveryState::Failed,
        () => DeliveryState::NotSent,
    };
    let begun = standing.uncertain.as_ref().and_then(|doubt| doubt.message.as_ref());
    let known = standing.sent.as_ref().and_then(|sent| sent.message.as_ref()).or(begun);
    let mut notes: Vec<String> = standing.answers.into_iter().filter_map(|(_, _, note)| note).collect();
    notes.extend(standing.failed.map(|(reason, _)| reason));
    AnswerRow {
        id: id.to_owned(),
        name: if name == id { known.map_or(name, |sending| &sending.name).to_owned() } else { name.to_owned() },
        serial: known.map(|sending| sending.serial.clone()),
        address: known.map(|sending| sending.address.clone()),
        state: kind.key(),
        sent: standing.sent.map(|sent| sent.at),
        acknowledged,
        reported,
        notes,
        gone: false,
        kind,
    }
}

fn counts(rows: &[AnswerRow]) -> AnswerCounts {
    let count = |holds: &dyn Fn(&AnswerRow) -> bool| rows.iter().filter(|row| holds(row)).count();
    AnswerCounts {
        departments: rows.len(),
        sent: count(&|row| row.sent.is_some()),
        answered: count(&AnswerRow::has_answered),
        reported: count(&|row| row.reported.is_some()),
        unanswered: count(&|row| !row.has_answered()),
    }
}

impl AnswerRow {
    fn has_answered(&self) -> bool {
        self.acknowledged.is_some() || self.reported.is_some()
    }
}

fn human(edition: &str, rows: &[AnswerRow], lang: Lang) -> String {
    let heads = standing::columns().iter().map(|head| head.get(lang).to_owned()).collect();
    let dash = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    let day = |on: &Option<String>| {
        let date = on.as_ref().and_then(|on| on.parse().ok());
        dash(date.map(|date| crate::command::messages::validity::day(date, lang)))
    };
    let cells = rows.iter().map(|row| {
        let mut state = row.kind.words().get(lang).to_owned();
        if row.gone {
            state += &format!(" ({})", standing::gone().get(lang));
        }
        vec![
            row.id.clone(),
            row.name.clone(),
            dash(row.serial.clone()),
            dash(row.sent.as_deref().map(moment)),
            day(&row.acknowledged),
            day(&row.reported),
            state,
        ]
    });
    let mut text = format!("{}\n\n", standing::head(edition, rows.len()).get(lang));
    text += &table(std::iter::once(heads).chain(cells).collect());
    text.push('\n');
    for row in rows.iter().filter(|row| !row.notes.is_empty()) {
        text += &format!("{}\n", standing::note(&row.id, &Bilingual::same(row.notes.join("; "))).get(lang));
    }
    let AnswerCounts { departments: all, sent, answered, reported, .. } = counts(rows);
    for state in DeliveryState::ALL {
        let count = rows.iter().filter(|row| row.kind == state).count();
        if count > 0 {
            text += &format!("{count:>5}  {}\n", state.words().get(lang));
        }
    }
    text += &format!("{}\n", standing::counts(all, sent, answered, reported).get(lang));
    let silent: Vec<&str> = rows.iter().filter(|row| !row.has_answered()).map(|row| row.id.as_str()).collect();
    if !silent.is_empty() {
        text += &format!("{}\n", standing::silent(all, &silent).get(lang));
    }
    text
}

/// Heads are the keys of the JSON.
fn csv(rows: &[AnswerRow]) -> String {
    let heads = ["id", "name", "serial", "address", "state", "sent", "acknowledged", "reported", "notes", "gone"];
    let notes: Vec<String> = rows.iter().map(|row| row.notes.join("; ")).collect();
    let gone = |row: &AnswerRow| if row.gone { "true" } else { "false" };
    let lines = rows.iter().zip(&notes).map(|(row, notes)| [&cells(row)[..], &[notes, gone(row)]].concat());
    spreadsheet::table(std::iter::once(heads.to_vec()).chain(lines))
}

fn cells(row: &AnswerRow) -> [&str; 8] {
    [
        row.id.as_str(),
        &row.name,
        row.serial.as_deref().unwrap_or(""),
        row.address.as_deref().unwrap_or(""),
        row.state,
        row.sent.as_deref().unwrap_or(""),
        row.acknowledged.as_deref().unwrap_or(""),
        row.reported.as_deref().unwrap_or(""),
    ]
}
