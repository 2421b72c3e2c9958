//! `camnang handout --send`

mod prepare;
mod remind;
mod run;
mod signed;

use std::path::Path;

use super::super::context::CommandContext;
use super::super::{Console, Failure, Outcome, Status};
use super::dispatch::{Handout, moment};
use crate::cli::{CorpusArg, DispatchArgs};
use crate::diag::{Bilingual, Lang};
use crate::handout::ledger::{Ledger, LedgerCopy};
use crate::mail::journal::{Journal, Why};
use crate::mail::messages::{self, faults, faults::Trouble};
use crate::mail::plan::{self, Planned, PlannedStep, Wanted};
use crate::mail::smtp::{Credentials, Server};
use crate::model::corpus::Corpus;
use crate::model::mail::{Address, Mail, PASSWORD_VARIABLE, USER_VARIABLE};
use crate::model::subject::Subject;
use crate::source::built;
use remind::MessageWording;
pub use remind::run as remind;
use run::SendRun;
use signed::SignedFiles;

/// Sends the copies that the journal does not have as sent; without `--really` shows what would be sent.
pub fn run(
    handout: &Handout,
    args: &DispatchArgs,
    only: &[String],
    corpus: &CorpusArg,
    context: &mut CommandContext<'_>,
) -> Outcome {
    deliver(handout, args, only, corpus, false, context)
}

/// Sends the copies, or the reminders of a day, which `handout` then is.
fn deliver(
    handout: &Handout,
    args: &DispatchArgs,
    only: &[String],
    corpus: &CorpusArg,
    is_reminder: bool,
    context: &mut CommandContext<'_>,
) -> Outcome {
    let opened = context.open(corpus)?;
    let Some(ledger) = handout.ledger()? else {
        opened.edition(&handout.edition)?;
        return Err(handout.nothing_built());
    };
    let Some(mail) = opened.corpus.settings().mail.clone() else {
        let settings = corpus.corpus.join("settings.yaml");
        // A section with a fault is no section; its finding says more.
        if opened.corpus.unread().contains(&Subject::Settings) {
            return context.stopped_by(&opened.view_none().findings());
        }
        return Err(Failure(messages::no_settings(&settings.display().to_string())));
    };
    let known = || ledger.copies.iter().map(|copy| copy.id.as_str());
    for id in only.iter().chain(&args.resend) {
        if !known().any(|known| known == id) {
            return Err(handout.no_department(id, known()));
        }
    }
    let server = server(&mail, &corpus.corpus, context.console)?;
    let title = title(&opened.corpus, &ledger);
    let wanted = Wanted { only, resend: &args.resend };
    let signed = SignedFiles::find(handout, &ledger, args.signed.as_deref())?;
    let (log, journal) = match args.really {
        true => {
            let (log, journal) = handout.open(context)?;
            (Some(log), journal)
        }
        false => (None, handout.look()?),
    };
    context.out(&head(&mail, args.really, server.1, context.lang));
    let answers = opened.corpus.settings().answers.clone().unwrap_or_default();
    let wording =
        if is_reminder { MessageWording::of_reminder(&answers) } else { MessageWording::of_copies(&mail, &answers) };
    let with_blanks = args.with_blanks || is_reminder;
    let office = Office { handout, ledger: &ledger, mail: &mail, wording, title: &title, signed: &signed, with_blanks };
    let mut tally = office.sort(&journal, &wanted, context);
    let ready = std::mem::take(&mut tally.ready);
    match log {
        Some(log) => SendRun::new(&office, server.0, log, &mut tally).all(ready, context),
        None => office.show(ready, &mut tally, context),
    }
    context.out(&tally.summary(args.really, context.lang));
    Ok(if tally.troubles.is_empty() { Status::Fine } else { Status::Faults })
}

fn server<'m>(mail: &'m Mail, corpus: &Path, console: &dyn Console) -> Result<(Server<'m>, bool), Failure> {
    let user = console.variable(USER_VARIABLE).filter(|user| !user.is_empty());
    let password = console.variable(PASSWORD_VARIABLE).filter(|password| !password.is_empty());
    let credentials = match (user, password) {
        (Some(user), Some(password)) => Some(Credentials { user, password }),
        (None, None) => None,
        (Some(_), None) => return Err(Failure(messages::half_a_login(PASSWORD_VARIABLE))),
        (None, Some(_)) => return Err(Failure(messages::half_a_login(USER_VARIABLE))),
    };
    let logs_in = credentials.is_some();
    let path = mail.ca.as_ref().map(|ca| corpus.join(ca));
    let bad = |why: &str| {
        let shown = path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        Failure(faults::bad_authorities(&shown, why))
    };
    let authorities = path.as_deref().map(built::bytes).transpose().map_err(|error| bad(&error.to_string()))?;
    let server = Server::new(mail, authorities.as_deref(), credentials).map_err(|error| bad(&error.0))?;
    Ok((server, logs_in))
}

/// The edition's title; its id where the corpus no longer has it.
fn title(corpus: &Corpus, ledger: &Ledger) -> String {
    let edition = ledger.edition.parse().ok().and_then(|id| corpus.edition(&id));
    edition.map_or_else(|| ledger.edition.clone(), |edition| edition.title.clone())
}

fn head(mail: &Mail, really: bool, logs_in: bool, lang: Lang) -> String {
    let server = format!("{}:{} ({})", mail.host, mail.port, mail.tls.key());
    format!("{}\n\n", messages::head(really, &server, &mail.from.to_string(), mail.per_minute, logs_in).get(lang))
}

/// Everything that a message is made of but its department.
struct Office<'o> {
    handout: &'o Handout,
    ledger: &'o Ledger,
    mail: &'o Mail,
    wording: MessageWording,
    title: &'o str,
    signed: &'o SignedFiles,
    /// Letters with blanks go out as well.
    with_blanks: bool,
}

/// How the departments fare.
#[derive(Default)]
struct SendTally<'o> {
    ready: Vec<(&'o LedgerCopy, Address)>,
    sent: usize,
    before: usize,
    /// Those that did not get it: name, id, why.
    troubles: Vec<(String, String, Trouble)>,
}

impl<'o> SendTally<'o> {
    fn trouble(&mut self, copy: &LedgerCopy, trouble: Trouble) {
        self.troubles.push((copy.name.clone(), copy.id.clone(), trouble));
    }

    fn summary(&self, really: bool, lang: Lang) -> String {
        let mut text = String::new();
        if !self.troubles.is_empty() {
            text += &format!("\n{}\n", messages::not_sent_head().get(lang));
        }
        for (name, id, Trouble { what, advice }) in &self.troubles {
            text += &format!("  {id}  {name}: {}\n      → {}\n", what.get(lang), advice.get(lang));
        }
        text += &format!("\n{}\n", messages::total(really, self.sent, self.before, self.troubles.len()).get(lang));
        if !really && self.sent > 0 {
            text += &format!("{}\n", messages::how_to_really().get(lang));
        }
        text
    }
}

impl<'o> Office<'o> {
    /// Who is to be sent to, and what is to be said of the others.
    fn sort(&self, journal: &Journal, wanted: &Wanted<'_>, context: &mut CommandContext<'_>) -> SendTally<'o> {
        let mut tally = SendTally::default();
        for Planned { copy, step, standing } in
            plan::plan(&self.handout.key, self.ledger, journal, &self.wording.attach, wanted)
        {
            match step {
                PlannedStep::Send(address) => tally.ready.push((copy, address)),
                PlannedStep::Done => tally.before += 1,
                PlannedStep::NotChosen => {}
                PlannedStep::NoAddress => tally.trouble(copy, faults::no_address()),
                PlannedStep::BadAddress(text) => tally.trouble(copy, faults::bad_address(&text)),
                PlannedStep::NoFile(kind) => tally.trouble(copy, faults::no_file(kind)),
                PlannedStep::Uncertain => {
                    let Some(doubt) = standing.uncertain else { continue };
                    let at = moment(&doubt.at);
                    let trouble = match (doubt.why, doubt.message) {
                        (Why::NoWord, Some(message)) => faults::uncertain_before(&message.address, &at, &copy.id),
                        (Why::SetAside, _) | (Why::NoWord, None) => faults::set_aside_before(&at, &copy.id),
                    };
                    tally.trouble(copy, trouble);
                }
                // Nothing is lost: it has a booklet, and the office may be content with that.
                PlannedStep::DoneOtherwise => {
                    tally.before += 1;
                    let Some(sent) = standing.sent else { continue };
                    let serial = sent.message.map_or_else(|| copy.serial.clone(), |message| message.serial);
                    let Trouble { what, advice } = faults::sent_otherwise(&serial, &moment(&sent.at), &copy.id);
                    let (what, advice) = (what.get(context.lang), advice.get(context.lang));
                    context.out(&format!("  {}  {}: {what}\n      → {advice}\n", copy.id, copy.name));
                }
            }
        }
        for failed in self.ledger.failed.iter().filter(|it| wanted.only.is_empty() || wanted.only.contains(&it.id)) {
            let trouble = Trouble { what: Bilingual::same(failed.reason.as_str()), advice: messages::make_again() };
            tally.troubles.push((failed.name.clone(), failed.id.clone(), trouble));
        }
        tally
    }

    /// The dry run: all that would go out, made and measured, but not sent.
    fn show(&self, ready: Vec<(&'o LedgerCopy, Address)>, tally: &mut SendTally<'o>, context: &mut CommandContext<'_>) {
        for (copy, to) in ready {
            match self.prepare(copy, &to, context.console.now()) {
                Ok(prepared) => {
                    tally.sent += 1;
                    let size = |bytes: u64| messages::size(bytes).get(context.lang).to_owned();
                    let files = prepared.files.iter().map(|(name, bytes)| format!("{name} ({})", size(*bytes)));
                    let whole = messages::whole_message(prepared.bytes.len() as u64);
                    let lines = [
                        format!("  {}  {} → {to}", copy.id, copy.name),
                        format!("      {}", messages::subject_line(&prepared.subject).get(context.lang)),
                        format!("      {}; {}", files.collect::<Vec<_>>().join(", "), whole.get(context.lang)),
                    ];
                    context.out(&(lines.join("\n") + "\n"));
                }
                Err(trouble) => tally.trouble(copy, trouble),
            }
        }
    }
}
