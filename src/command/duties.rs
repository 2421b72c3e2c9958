//! `camnang list duties`

use super::context::CommandContext;
use super::list::json;
use super::{Failure, Outcome, Status};
use crate::assemble::duties::{bound, in_force};
use crate::cli::{ListArgs, ListFormat};
use crate::command::messages::{duties, validity};
use crate::diag::Lang;
use crate::diag::advice::nearest;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::excerpt::Excerpt;
use crate::model::time::ValidityQuery;
use crate::model::vocabulary::Audience;
use crate::spreadsheet;
use crate::view::{BoundDutyView, DeadlineView, DueView, bound_by, bound_duties};

pub fn run(args: &ListArgs, corpus: &Corpus, context: &mut CommandContext<'_>) -> Outcome {
    let latest = corpus.editions().map(|edition| edition.as_of).max();
    let day = args.as_of.or(latest).ok_or_else(|| Failure(validity::no_day(None)))?;
    let audiences = match &args.audience {
        Some(id) => vec![find(corpus, id)?],
        None => corpus.vocabulary().audiences.iter().collect(),
    };
    let asked = ValidityQuery::as_of(day);
    let duties = in_force(corpus, asked);
    let of = |audience| bound_duties(corpus, &bound(corpus.vocabulary(), &duties, audience, asked), asked);
    let lists: Vec<(&Audience, Vec<BoundDutyView>)> = audiences.into_iter().map(|it| (it, of(it))).collect();
    let rows: Vec<&BoundDutyView> = lists.iter().flat_map(|(_, rows)| rows).collect();
    let text = match args.format {
        ListFormat::Human => lists.iter().map(|(audience, rows)| human(audience, rows, day, context.lang)).collect(),
        ListFormat::Json => json(&rows)?,
        ListFormat::Csv => table(&rows, context.lang),
    };
    context.out(&text);
    Ok(Status::Fine)
}

/// Whom the duties of an excerpt bind on a day, and through what; nothing where there are none.
pub(super) fn of_excerpt(corpus: &Corpus, excerpt: &Excerpt, asked: ValidityQuery) -> String {
    let rows = bound_by(corpus, excerpt, asked);
    let mut text = String::new();
    for duty in rows.chunk_by(|one, next| one.number == next.number) {
        text += &duty.first().map(|row| format!("\n{} {} {}\n", row.who, row.verb, row.what)).unwrap_or_default();
        text += &duty.iter().map(|row| format!("  {:<24} {}\n", row.audience, through(row))).collect::<String>();
    }
    text
}

/// `Với tư cách cơ quan nhà nước, theo điểm b khoản 4 Điều 11 Nghị định số 224/2026/NĐ-CP`
fn through(row: &BoundDutyView) -> String {
    let reason = row.reason.as_ref().map(|reason| format!(", {reason}")).unwrap_or_default();
    format!("{}{reason}", row.heading)
}

fn find<'c>(corpus: &'c Corpus, id: &str) -> Result<&'c Audience, Failure> {
    let audiences = &corpus.vocabulary().audiences;
    let none = || duties::no_audience(id, nearest(id, audiences.iter().map(|it| it.id.as_str())));
    audiences.iter().find(|it| it.id.as_str() == id).ok_or_else(|| Failure(none()))
}

fn human(audience: &Audience, rows: &[BoundDutyView], day: Date, lang: Lang) -> String {
    let head = duties::of_audience(&audience.name, rows.len(), day);
    let mut text = format!("{}\n", head.get(lang));
    for group in rows.chunk_by(|one, next| one.through == next.through) {
        text += &group.first().map(|row| format!("\n{} ({})\n", through(row), group.len())).unwrap_or_default();
        text += &group.iter().map(line).collect::<String>();
    }
    text + "\n"
}

fn line(row: &BoundDutyView) -> String {
    let remark = |deadline: &DeadlineView| deadline.remark.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
    let said = |deadline: &DeadlineView| format!(" [{}: {}{}]", deadline.name, deadline.text, remark(deadline));
    let deadline = row.deadline.as_ref().map(said).unwrap_or_default();
    format!("  - {} {} {}{deadline}\n    {} ({})\n", row.who, row.verb, row.what, row.citation, row.excerpt)
}

/// `Chậm nhất ngày 31/01 hằng năm`; what only begins on a day, or has passed, says so.
fn in_words(deadline: &DeadlineView) -> String {
    let start = if deadline.data.kind == "from" { format!("{}: ", deadline.name) } else { String::new() };
    let passed = deadline.remark.as_ref().filter(|_| deadline.data.passed.is_some());
    let passed = passed.map(|remark| format!(" ({remark})")).unwrap_or_default();
    format!("{start}{}{passed}", deadline.text)
}

/// The next day, for sorting; that there is none to compute, where it comes again on unknown days.
fn next(due: &DueView, lang: Lang) -> String {
    let no_day = || due.recurs_without_day().then(|| duties::no_day().get(lang).to_owned());
    due.next.clone().or_else(no_day).unwrap_or_default()
}

/// The columns that a clerk sorts and sends on.
fn table(rows: &[&BoundDutyView], lang: Lang) -> String {
    let heads = duties::columns().map(|head| head.get(lang).to_owned());
    let cells = |row: &&BoundDutyView| {
        let evidence: Vec<&str> = row.evidence.iter().map(|one| one.what.as_str()).collect();
        [
            row.audience.clone(),
            format!("{} {} {}", row.who, row.verb, row.what),
            row.kind_name.clone(),
            row.deadline.as_ref().map_or_else(|| duties::no_deadline().get(lang).to_owned(), in_words),
            row.deadline.as_ref().map(|deadline| next(&deadline.data, lang)).unwrap_or_default(),
            row.locator.clone(),
            row.instrument.clone(),
            evidence.join("; "),
            through(row),
            row.excerpt.clone(),
            row.confidence.clone(),
        ]
    };
    spreadsheet::table(std::iter::once(heads).chain(rows.iter().map(cells)))
}
