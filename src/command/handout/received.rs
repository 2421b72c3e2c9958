//! `camnang handout --received ID --on DATE`: what a department has answered.

use super::super::context::CommandContext;
use super::super::{Failure, Outcome, Status};
use super::dispatch::{Handout, today};
use crate::cli::DispatchArgs;
use crate::mail::journal::JournalEvent;
use crate::mail::messages;
use crate::model::date::Date;

/// Notes in the journal that a department has answered; the same answer of the same day is noted once.
pub fn run(handout: &Handout, args: &DispatchArgs, context: &mut CommandContext<'_>) -> Outcome {
    let on = args.on.ok_or_else(|| Failure::new("thiếu --on NGÀY", "--on DATE is missing"))?;
    let today: Date =
        today(context.console).to_string().parse().map_err(|()| Failure::new("đồng hồ sai", "the clock is wrong"))?;
    if on > today {
        return Err(Failure(messages::in_the_future(&on.to_string(), &today.to_string())));
    }
    let ledger = handout.ledger()?;
    let copies = ledger.iter().flat_map(|ledger| &ledger.copies);
    let known: Vec<(&str, &str)> = copies.map(|copy| (copy.id.as_str(), copy.name.as_str())).collect();
    let looked_at = handout.look()?;
    let ids = || known.iter().map(|(id, _)| *id).chain(looked_at.departments(&handout.key));
    if ids().next().is_none() {
        handout.built()?;
    }
    // All or none: a list with one mistyped id is looked at again as a whole, and no journal is made for it.
    for id in &args.received {
        if !ids().any(|known| known == id) {
            return Err(handout.no_department(id, ids()));
        }
    }
    let (mut log, journal) = handout.open(context)?;
    let what = args.what.into();
    for id in &args.received {
        let standing = journal.standing(&handout.key, id);
        let built = known.iter().find(|(known, _)| known == id).map(|(_, name)| *name);
        let sent = standing.sent.as_ref().and_then(|sent| Some(sent.message.as_ref()?.name.as_str()));
        let name = built.or(sent).unwrap_or(id);
        let day = on.to_string();
        let same = |(known, at, note): &(_, String, Option<String>)| *known == what && *at == day && *note == args.note;
        if standing.answers.iter().any(same) {
            context.line(&messages::noted_before(name, what, &day));
            continue;
        }
        let (department, note) = (id.clone(), args.note.clone());
        let event = JournalEvent::Received { department, what, on: day.clone(), note, form: None };
        log.note(event, context.console).map_err(|error| handout.unwritable(&error))?;
        context.line(&messages::noted(name, what, &day));
        if standing.sent.is_none() && standing.uncertain.is_none() {
            context.line(&messages::never_sent(name));
        }
    }
    Ok(Status::Fine)
}
