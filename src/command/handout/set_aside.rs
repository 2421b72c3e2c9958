//! `camnang handout --set-aside`: the damaged lines of a journal go to a file beside it, so that the journal can be used
//! again. Nobody is sent anything.

use std::collections::BTreeSet;

use super::super::context::CommandContext;
use super::super::{Failure, Outcome, Status};
use super::dispatch::{Handout, entry};
use crate::mail::journal::{self, Journal, JournalEvent, KnownDepartment, SettingAside};
use crate::mail::messages::damaged;
use crate::publish::JournalFile;

/// Moves the damaged lines of a journal into a file beside it; without `really` shows what would be moved.
pub fn run(handout: &Handout, really: bool, context: &mut CommandContext<'_>) -> Outcome {
    let shown = handout.journal.display().to_string();
    let looked_at = handout.bytes()?.ok_or_else(|| Failure(damaged::no_journal(&shown)))?;
    // A look alone makes no file and waits for nobody.
    let locked = really.then(|| handout.lock()).transpose()?;
    let (file, bytes) = locked.map_or((None, looked_at), |(file, bytes)| (Some(file), bytes.unwrap_or_default()));
    let Err(damage) = journal::read(&bytes) else {
        context.line(&damaged::nothing(&shown));
        return Ok(Status::Fine);
    };
    let name = JournalFile::name_beside(&handout.journal);
    let known = known(handout)?;
    let stamped = |event: JournalEvent| entry(&handout.key, event, context.console);
    let done = journal::set_aside(&bytes, &known, &name, &stamped);
    let done = done.map_err(|error| handout.unwritable(&error))?.unwrap_or_default();
    if let Some(file) = file {
        write(file, &name, &done).map_err(|error| handout.unwritable(&error))?;
    }
    let beside = handout.journal.with_file_name(&name).display().to_string();
    let next = handout.command(if really { "--status" } else { "--set-aside --really" });
    let words = [
        damaged::set_aside(&shown, &beside, &damage, &done, really),
        damaged::concerned(&uncertain(handout, &known, &done), done.everyone()),
        damaged::next(really, &next),
    ];
    words.iter().for_each(|both| context.line(both));
    Ok(if really { Status::Fine } else { Status::Faults })
}

/// The damaged lines are safe before the journal is without them.
fn write(file: JournalFile, name: &str, done: &SettingAside) -> std::io::Result<JournalFile> {
    if !done.taken.is_empty() {
        file.keep_beside(name, &done.taken)?;
    }
    file.replace(&done.journal)
}

/// The departments of the ledger, if there is one; those of the journal are found there.
fn known(handout: &Handout) -> Result<Vec<KnownDepartment>, Failure> {
    let Some(ledger) = handout.ledger()? else { return Ok(Vec::new()) };
    let copies = ledger.copies.into_iter();
    let made =
        copies.map(|copy| KnownDepartment { id: copy.id, address: copy.email.map(|email| email.trim().to_owned()) });
    let failed = ledger.failed.into_iter().map(|failed| KnownDepartment { id: failed.id, address: None });
    Ok(made.chain(failed).collect())
}

/// Who is uncertain by the journal without the damage, of all that are known.
fn uncertain(handout: &Handout, known: &[KnownDepartment], done: &SettingAside) -> Vec<String> {
    let journal: Journal = journal::read(&done.journal).unwrap_or_default();
    let ids = known.iter().map(|known| known.id.as_str()).chain(journal.departments(&handout.key));
    let ids: BTreeSet<&str> = ids.collect();
    let is_uncertain = |id: &&str| journal.standing(&handout.key, id).uncertain.is_some();
    ids.into_iter().filter(is_uncertain).map(str::to_owned).collect()
}
