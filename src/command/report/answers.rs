//! `camnang report answers`: what the departments of a hand-out have answered, as text, CSV, JSON, a workbook, or a page to be
//! published.

mod published;
mod tables;

use crate::answers::returned::Returned;
use crate::answers::summary::{AskedDepartment, DepartmentReply, Summary, summary};
use crate::cli::{AnswersArgs, AnswersFormat, RoundArgs};
use crate::command::context::CommandContext;
use crate::command::handout::answers::{AnswerBook, AskedOffice};
use crate::command::handout::dispatch::Handout;
use crate::command::messages::answers as messages;
use crate::command::{Failure, Outcome, Status, list};
use crate::mail::journal::{Answer, Journal};
use crate::model::corpus::Corpus;
use crate::model::edition::Edition;
use crate::publish;
use std::collections::BTreeMap;

/// Reports the answers.
pub fn run(args: &AnswersArgs, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(&args.handout.corpus)?;
    let edition = opened.edition(&args.handout.edition)?;
    let now = of_round(&args.handout, args.handout.round.as_deref(), &opened.corpus, edition)?;
    let since = args.since.as_deref().map(|round| Some(round).filter(|round| *round != "-"));
    let since = since.map(|round| of_round(&args.handout, round, &opened.corpus, edition)).transpose()?;
    let title = messages::title(&edition.title, args.handout.round.as_deref());
    let bytes = match args.format {
        AnswersFormat::Human => tables::human(&now, since.as_ref(), &title, context.lang).into_bytes(),
        AnswersFormat::Csv => tables::csv(&now).into_bytes(),
        AnswersFormat::Json => list::json(&now)?.into_bytes(),
        AnswersFormat::Xlsx => tables::workbook(&now, since.as_ref(), &title, context.lang)
            .to_xlsx()
            .map_err(|excess| Failure::new(excess.to_string(), excess.to_string()))?,
        AnswersFormat::Html | AnswersFormat::Pdf => {
            let rounds = published::Rounds { now: &now, since: since.as_ref() };
            published::made(args, rounds, &opened.corpus, edition)?
        }
    };
    let Some(path) = &args.to else {
        context.out(&String::from_utf8_lossy(&bytes));
        return Ok(Status::Fine);
    };
    let shown = path.display().to_string();
    publish::create(path, bytes).map_err(|error| {
        Failure::about(&error, format!("không ghi được `{shown}`"), format!("cannot write `{shown}`"))
    })?;
    context.say(&messages::written(&shown));
    Ok(Status::Fine)
}

fn of_round(args: &RoundArgs, round: Option<&str>, corpus: &Corpus, edition: &Edition) -> Result<Summary, Failure> {
    let handout = Handout::new(&args.edition, round, &args.output, args.journal.as_deref())?;
    let journal = handout.look()?;
    let book = AnswerBook::open(&handout, corpus, edition, &journal)?;
    let forms = journal.forms(&handout.key);
    let mut returned: BTreeMap<String, Returned> = BTreeMap::new();
    for department in &book.departments {
        if let Some(form) = forms.get(department.id.as_str()) {
            returned.insert(department.id.clone(), book.read_kept(department, form)?);
        }
    }
    let asked: Vec<AskedDepartment<'_>> = book
        .departments
        .iter()
        .filter(|department| !department.is_former)
        .filter_map(|department| asked(department, &book, &journal, &returned))
        .collect();
    Ok(summary(&handout.edition, round, &asked))
}

fn asked<'a>(
    department: &AskedOffice,
    book: &'a AnswerBook<'_>,
    journal: &Journal,
    returned: &'a BTreeMap<String, Returned>,
) -> Option<AskedDepartment<'a>> {
    let former = || {
        let ids = book.former(&department.id).into_iter();
        ids.filter_map(|id| Some((book.department(&id)?.name.clone(), returned.get(&id)?))).collect()
    };
    let standing = journal.standing(&book.handout.key, &department.id);
    let reply = match returned.get(&department.id) {
        Some(returned) => DepartmentReply::Form(returned),
        None if standing.answered(Answer::Report).is_some() => DepartmentReply::Paper,
        None => DepartmentReply::Silent { former: former() },
    };
    let (id, name, record) = (department.id.clone(), department.name.clone(), book.record(&department.id));
    let place = department.place.clone().or_else(|| record.map(|record| record.place.clone()));
    let region = record.and_then(|record| record.region.clone());
    Some(AskedDepartment { id, name, place, region, questions: book.questions(department)?, reply })
}
