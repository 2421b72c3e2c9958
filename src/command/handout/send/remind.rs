//! `camnang handout --remind`: writes to those who were sent to and have sent no form back.

use super::deliver;
use crate::cli::{CorpusArg, DispatchArgs};
use crate::command::context::CommandContext;
use crate::command::handout::dispatch::{Handout, today};
use crate::command::{Outcome, Status};
use crate::mail::journal::{Answer, Journal};
use crate::mail::messages;
use crate::model::answers::AnswerSettings;
use crate::model::mail::{Attachment, Mail};

/// The words and files of a message, the same for every department but for its holes.
pub struct MessageWording {
    pub subject: String,
    pub paragraphs: Vec<String>,
    pub attach: Vec<Attachment>,
    /// For the hole `{hạn}`.
    pub due: String,
}

impl MessageWording {
    /// Returns the words that go with a copy.
    pub fn of_copies(mail: &Mail, answers: &AnswerSettings) -> Self {
        let own = mail.paragraphs.clone();
        let paragraphs = if own.is_empty() { owned(&messages::PARAGRAPHS) } else { own };
        let subject = mail.subject.clone().unwrap_or_else(|| messages::SUBJECT.to_owned());
        MessageWording { subject, paragraphs, attach: mail.attach.clone(), due: due(answers) }
    }

    /// Returns the words of a reminder, with which the letter and the form go once more.
    pub fn of_reminder(answers: &AnswerSettings) -> Self {
        let own = answers.reminder.clone();
        let paragraphs = if own.is_empty() { owned(&messages::REMINDER) } else { own };
        let subject = messages::REMINDER_SUBJECT.to_owned();
        MessageWording { subject, paragraphs, attach: vec![Attachment::Letter], due: due(answers) }
    }
}

fn owned(paragraphs: &[&str]) -> Vec<String> {
    paragraphs.iter().map(|text| (*text).to_owned()).collect()
}

fn due(answers: &AnswerSettings) -> String {
    answers.due.map_or_else(|| messages::NO_DUE.to_owned(), |due| due.short())
}

/// Reminds; without `--really` shows whom.
pub fn run(
    handout: &Handout,
    args: &DispatchArgs,
    only: &[String],
    corpus: &CorpusArg,
    context: &mut CommandContext<'_>,
) -> Outcome {
    let ledger = handout.built()?;
    let journal = handout.look()?;
    let chosen = |id: &str| only.is_empty() || only.iter().any(|wanted| wanted == id);
    for id in only {
        if !ledger.copies.iter().any(|copy| copy.id == *id) {
            return Err(handout.no_department(id, ledger.copies.iter().map(|copy| copy.id.as_str())));
        }
    }
    let mut silent = Vec::new();
    for copy in ledger.copies.iter().filter(|copy| chosen(&copy.id)) {
        match owes(&journal, &handout.key, &copy.id) {
            Owes::Nothing => {}
            Owes::Form => silent.push(copy.id.clone()),
            Owes::NotSent => context.line(&messages::not_reminded(&copy.name, &copy.id)),
        }
    }
    if silent.is_empty() {
        context.line(&messages::nobody_to_remind());
        return Ok(Status::Fine);
    }
    let day = args.on.map_or_else(|| today(context.console).to_string(), |day| day.to_string());
    context.line(&messages::reminding(&day, silent.len()));
    deliver(&handout.reminding(&day), args, &silent, corpus, true, context)
}

/// What a department still owes.
enum Owes {
    Nothing,
    Form,
    /// It was not certainly sent to: that comes first.
    NotSent,
}

fn owes(journal: &Journal, key: &str, id: &str) -> Owes {
    let standing = journal.standing(key, id);
    match (standing.answered(Answer::Report), &standing.sent) {
        (Some(_), _) => Owes::Nothing,
        (None, Some(_)) => Owes::Form,
        (None, None) => Owes::NotSent,
    }
}
