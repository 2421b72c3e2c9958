//! A run that really sends: one message after the other, each noted before and after.

use std::io;
use std::time::Duration;

use jiff::Timestamp;

use super::super::super::context::CommandContext;
use super::super::dispatch::Log;
use super::prepare::PreparedMessage;
use super::{Office, SendTally};
use crate::handout::ledger::LedgerCopy;
use crate::mail::journal::JournalEvent;
use crate::mail::messages::{self, faults};
use crate::mail::smtp::{Reply, SendFailure, Server, StepError};
use crate::model::mail::Address;

/// How often what the server put off is tried in one run.
const ROUNDS: usize = 3;
/// After so many messages in a row for which there was no server, or none that answered, there is none.
const LOST_IN_A_ROW: usize = 3;

pub(super) struct SendRun<'r, 'o> {
    office: &'r Office<'o>,
    server: Server<'r>,
    log: Log,
    tally: &'r mut SendTally<'o>,
    /// When the last message was begun.
    last: Option<Timestamp>,
}

type Queue<'o> = Vec<(&'o LedgerCopy, Address)>;

/// How the sending of one message ended.
enum Ended {
    Sent,
    /// It could not be made, which is reported already.
    Unmade,
    /// With the bytes that it had.
    Failed(SendFailure, u64),
    /// It is done, but the journal could not be written.
    Unnoted(io::Error),
}

impl<'r, 'o> SendRun<'r, 'o> {
    /// Begins a run of sending over one server.
    pub fn new(office: &'r Office<'o>, server: Server<'r>, log: Log, tally: &'r mut SendTally<'o>) -> Self {
        SendRun { office, server, log, tally, last: None }
    }

    /// Sends the messages of the queue; those that were deferred are tried again, in a few rounds.
    pub fn all(&mut self, mut queue: Queue<'o>, context: &mut CommandContext<'_>) {
        for round in 1..=ROUNDS {
            if round > 1 && !queue.is_empty() {
                let wait = u64::from(self.office.mail.retry_after);
                context.progress(&messages::waits(wait, queue.len()));
                context.console.wait(Duration::from_secs(wait));
            }
            queue = self.round(queue, round == ROUNDS, context);
        }
    }

    /// Tries each once; gives back those to be tried again.
    fn round(&mut self, queue: Queue<'o>, is_last: bool, context: &mut CommandContext<'_>) -> Queue<'o> {
        let mut again = Vec::new();
        let mut lost = 0;
        let all = queue.len();
        let mut queue = queue.into_iter().enumerate();
        while let Some((index, (copy, to))) = queue.next() {
            context.console.progress(&format!("[{}/{all}] {} → {to}", index + 1, copy.name));
            let mut stop = false;
            match self.one(copy, &to, context) {
                Ended::Sent | Ended::Unmade => lost = 0,
                Ended::Unnoted(error) => {
                    stop = true;
                    self.tally.trouble(copy, faults::unnoted(&error));
                }
                Ended::Failed(failure, bytes) => {
                    lost = if is_without_server(&failure) { lost + 1 } else { 0 };
                    stop =
                        matches!(failure, SendFailure::Closed(..) | SendFailure::NotNoted(_)) || lost >= LOST_IN_A_ROW;
                    if matches!(failure, SendFailure::Deferred(..)) && !is_last && !stop {
                        again.push((copy, to));
                    } else {
                        self.tally.trouble(copy, faults::of(&failure, &copy.id, bytes));
                    }
                }
            }
            if stop {
                for (copy, _) in again.drain(..).chain(queue.by_ref().map(|(_, next)| next)) {
                    self.tally.trouble(copy, faults::not_tried());
                }
            }
        }
        again
    }

    fn one(&mut self, copy: &'o LedgerCopy, to: &Address, context: &mut CommandContext<'_>) -> Ended {
        self.pace(context);
        let mail = self.office.mail;
        let PreparedMessage { bytes, sending, .. } = match self.office.prepare(copy, to, context.console.now()) {
            Ok(prepared) => prepared,
            Err(trouble) => {
                self.tally.trouble(copy, trouble);
                return Ended::Unmade;
            }
        };
        let (log, here) = (&mut self.log, &*context.console);
        let mut before_data = || log.note(JournalEvent::Sending(sending.clone()), here);
        let (from, copied, clock) = (&mail.from.address, mail.copy.as_ref(), || here.elapsed());
        let delivered = self.server.deliver(from, to, copied, &bytes, &clock, &mut before_data);
        let noted = event(&copy.id, &delivered).map_or(Ok(()), |event| self.log.note(event, context.console));
        if let Ok(reply) = &delivered {
            self.tally.sent += 1;
            let words = messages::sent(&reply.to_string());
            context.out(&format!("  {}  {} → {to}: {}\n", copy.id, copy.name, words.get(context.lang)));
        }
        match (noted, delivered) {
            (Err(error), _) => Ended::Unnoted(error),
            (Ok(()), Ok(_)) => Ended::Sent,
            (Ok(()), Err(failure)) => Ended::Failed(failure, bytes.len() as u64),
        }
    }

    /// Keeps the time between two messages that the settings want.
    fn pace(&mut self, context: &mut CommandContext<'_>) {
        let between = Duration::from_millis(60_000 / u64::from(self.office.mail.per_minute.max(1)));
        if let Some(last) = self.last {
            // A clock that was set back must not make anyone wait for long.
            let since = Duration::try_from(context.console.now().duration_since(last)).unwrap_or_default();
            if let Some(rest) = between.checked_sub(since).filter(|rest| !rest.is_zero()) {
                context.console.wait(rest);
            }
        }
        self.last = Some(context.console.now());
    }
}

/// Whether there was nobody to talk to, rather than somebody who would not have this message. A server that is silent to
/// one message after the other would hold the run for hours, and leave everyone in doubt.
fn is_without_server(failure: &SendFailure) -> bool {
    match failure {
        SendFailure::Uncertain(cause) => matches!(cause, StepError::Silent),
        SendFailure::Deferred(_, StepError::Silent) => true,
        SendFailure::Deferred(step, cause) => step.is_before_addresses() && !matches!(cause, StepError::Said(_)),
        _ => false,
    }
}

/// Returns the event to write to the journal; `None` where nothing was begun.
fn event(department: &str, delivered: &Result<Reply, SendFailure>) -> Option<JournalEvent> {
    let department = department.to_owned();
    match delivered {
        Ok(reply) => Some(JournalEvent::Sent { department, reply: reply.to_string() }),
        Err(SendFailure::Refused(step, reply)) => {
            Some(JournalEvent::Refused { department, step: step.key().to_owned(), reply: reply.to_string() })
        }
        Err(SendFailure::Deferred(step, cause)) => {
            Some(JournalEvent::Deferred { department, step: step.key().to_owned(), reason: cause.to_string() })
        }
        Err(SendFailure::Uncertain(cause)) => Some(JournalEvent::Uncertain { department, reason: cause.to_string() }),
        Err(SendFailure::Closed(..) | SendFailure::TooLarge(_) | SendFailure::NotNoted(_)) => None,
    }
}
