//! Plans a run of sending: for each copy of the ledger, to send it or why not. Pure: the ledger, the journal and
//! what was requested go in.

use super::journal::{DeliveryRecord, Journal};
use crate::handout::ledger::{FileKind, Ledger, LedgerCopy, LedgerFile};
use crate::hash::sha256;
use crate::model::mail::{Address, Attachment};

/// A copy, and what is to be done about it.
#[derive(Debug)]
pub struct Planned<'l> {
    pub copy: &'l LedgerCopy,
    pub step: PlannedStep,
    pub standing: DeliveryRecord,
}

/// What to do about a copy, or why nothing.
#[derive(PartialEq, Eq, Debug)]
pub enum PlannedStep {
    Send(Address),
    /// The same parcel was sent.
    Done,
    /// Another booklet or letter was sent: it would be a second hand-out.
    DoneOtherwise,
    /// It may have been delivered: people decide.
    Uncertain,
    /// The ledger has no address.
    NoAddress,
    BadAddress(String),
    /// What should be attached is not in the ledger.
    NoFile(Attachment),
    /// Not among those named.
    NotChosen,
}

/// A request to send, as the command line has it.
#[derive(Default, Debug)]
pub struct Wanted<'w> {
    /// Ids; empty for all.
    pub only: &'w [String],
    /// Ids of those that get it whatever the journal says.
    pub resend: &'w [String],
}

/// One for each copy, in the order of the ledger. `key` is what the journal calls the hand-out.
pub fn plan<'l>(
    key: &str,
    ledger: &'l Ledger,
    journal: &Journal,
    attach: &[Attachment],
    wanted: &Wanted<'_>,
) -> Vec<Planned<'l>> {
    let planned = |copy: &'l LedgerCopy| {
        let standing = journal.standing(key, &copy.id);
        Planned { copy, step: step(copy, &standing, attach, wanted), standing }
    };
    ledger.copies.iter().map(planned).collect()
}

fn step(copy: &LedgerCopy, standing: &DeliveryRecord, attach: &[Attachment], wanted: &Wanted<'_>) -> PlannedStep {
    let again = wanted.resend.contains(&copy.id);
    if !wanted.only.is_empty() && !wanted.only.contains(&copy.id) && !again {
        return PlannedStep::NotChosen;
    }
    if !again {
        if standing.uncertain.is_some() {
            return PlannedStep::Uncertain;
        }
        if let Some(sent) = &standing.sent {
            let is_same = sent.message.as_ref().is_some_and(|sent| sent.parcel == parcel(copy, attach));
            return if is_same { PlannedStep::Done } else { PlannedStep::DoneOtherwise };
        }
    }
    if let Some(missing) = attach.iter().find(|kind| files(copy, **kind).is_none()) {
        return PlannedStep::NoFile(*missing);
    }
    match copy.email.as_deref().map(str::trim) {
        None | Some("") => PlannedStep::NoAddress,
        Some(text) => text.parse().map_or_else(|()| PlannedStep::BadAddress(text.to_owned()), PlannedStep::Send),
    }
}

/// Returns the files of a copy that are attached; `None` where it lacks the file of that kind. With the letter goes
/// the form, and with a booklet that leaves something out the full one.
pub fn files(copy: &LedgerCopy, kind: Attachment) -> Option<impl Iterator<Item = &LedgerFile>> {
    let (kind, beside) = match kind {
        Attachment::Letter => (FileKind::Letter, Some(FileKind::Form)),
        Attachment::Booklet => (FileKind::Booklet, Some(FileKind::Reference)),
        Attachment::Zip => (FileKind::Zip, None),
    };
    Some(std::iter::once(copy.file(kind)?).chain(beside.and_then(|kind| copy.file(kind))))
}

/// Says whether two messages carry the same: SHA-256 over the hashes of what is attached.
pub fn parcel(copy: &LedgerCopy, attach: &[Attachment]) -> String {
    let of = |kind: &Attachment| {
        let key = kind.key();
        files(copy, *kind).into_iter().flatten().map(move |file| (key, &file.sha256))
    };
    sha256(attach.iter().flat_map(of).map(|(kind, hash)| format!("{kind} {hash}\n")).collect::<String>().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::super::journal::{JournalEntry, JournalEvent, Sending, VERSION};
    use super::*;

    const BOTH: [Attachment; 2] = [Attachment::Letter, Attachment::Booklet];

    fn ledger() -> Ledger {
        let file = |kind, hash: &str| LedgerFile { kind, path: "a.pdf".to_owned(), bytes: 1, sha256: hash.to_owned() };
        let copy = |id: &str, email: Option<&str>| LedgerCopy {
            id: id.to_owned(),
            name: id.to_owned(),
            place: None,
            email: email.map(str::to_owned),
            serial: "thu-001".to_owned(),
            audiences: Vec::new(),
            blanks: Vec::new(),
            folder: id.to_owned(),
            key: String::new(),
            files: vec![file(FileKind::Letter, id), file(FileKind::Booklet, "1")],
        };
        Ledger {
            version: 1,
            generator: String::new(),
            edition: "thu".to_owned(),
            as_of: "2030-01-01".to_owned(),
            corpus_sha256: String::new(),
            copies: vec![
                copy("so-a", Some(" van-thu@so-a.example ")),
                copy("so-b", None),
                copy("so-c", Some("Sở C")),
                copy("so-d", Some("van-thu@so-d.example")),
            ],
            failed: Vec::new(),
        }
    }

    /// A journal in which this department was begun, and then this happened.
    fn journal(copy: &LedgerCopy, then: Option<JournalEvent>) -> Journal {
        let begun = JournalEvent::Sending(Sending {
            department: copy.id.clone(),
            name: copy.name.clone(),
            serial: copy.serial.clone(),
            address: "van-thu@so-a.example".to_owned(),
            parcel: parcel(copy, &BOTH),
            message_id: String::new(),
            files: Vec::new(),
        });
        let entry = |event| JournalEntry {
            version: VERSION,
            at: "2030-01-02T00:00:00Z".to_owned(),
            edition: "thu".to_owned(),
            event,
        };
        Journal { entries: [begun].into_iter().chain(then).map(entry).collect(), ..Journal::default() }
    }

    fn steps(ledger: &Ledger, journal: &Journal, wanted: &Wanted<'_>) -> Vec<PlannedStep> {
        plan(&ledger.edition, ledger, journal, &BOTH, wanted).into_iter().map(|planned| planned.step).collect()
    }

    fn send(address: &str) -> PlannedStep {
        PlannedStep::Send(address.parse().unwrap())
    }

    #[test]
    fn the_first_run() {
        let expected = [
            send("van-thu@so-a.example"),
            PlannedStep::NoAddress,
            PlannedStep::BadAddress("Sở C".to_owned()),
            send("van-thu@so-d.example"),
        ];
        assert_eq!(steps(&ledger(), &Journal::default(), &Wanted::default()), expected);
        let only = ["so-d".to_owned()];
        let wanted = Wanted { only: &only, resend: &[] };
        assert_eq!(steps(&ledger(), &Journal::default(), &wanted)[0], PlannedStep::NotChosen);
        let zip = plan("thu", &ledger(), &Journal::default(), &[Attachment::Zip], &Wanted::default())[0].step
            == PlannedStep::NoFile(Attachment::Zip);
        assert!(zip);
    }

    #[test]
    fn the_full_booklet_goes_with_the_one_that_leaves_something_out() {
        let plain = ledger().copies.remove(0);
        let mut copy = plain.clone();
        copy.files.push(LedgerFile { kind: FileKind::Reference, sha256: "2".to_owned(), ..plain.files[1].clone() });
        let kinds = |copy: &LedgerCopy, kind| files(copy, kind).unwrap().map(|file| file.kind).collect::<Vec<_>>();
        assert_eq!(kinds(&copy, Attachment::Booklet), [FileKind::Booklet, FileKind::Reference]);
        assert_eq!(kinds(&copy, Attachment::Letter), [FileKind::Letter]);
        assert_eq!(kinds(&plain, Attachment::Booklet), [FileKind::Booklet]);
        assert_ne!(parcel(&copy, &BOTH), parcel(&plain, &BOTH));
        copy.files.retain(|file| file.kind != FileKind::Booklet);
        assert!(files(&copy, Attachment::Booklet).is_none(), "the full one does not replace the booklet");
    }

    #[test]
    fn the_second_run() {
        let mut ledger = ledger();
        let sent = JournalEvent::Sent { department: "so-a".to_owned(), reply: "250 ok".to_owned() };
        let done = journal(&ledger.copies[0], Some(sent));
        let first = |ledger: &Ledger, journal: &Journal, resend: &[String]| {
            steps(ledger, journal, &Wanted { only: &[], resend }).remove(0)
        };
        assert_eq!(first(&ledger, &done, &[]), PlannedStep::Done);
        assert_eq!(first(&ledger, &done, &["so-a".to_owned()]), send("van-thu@so-a.example"));
        assert_eq!(first(&ledger, &journal(&ledger.copies[0], None), &[]), PlannedStep::Uncertain);
        let no =
            JournalEvent::Refused { department: "so-a".to_owned(), step: "data".to_owned(), reply: "550".to_owned() };
        assert_eq!(first(&ledger, &journal(&ledger.copies[0], Some(no)), &[]), send("van-thu@so-a.example"));
        ledger.copies[0].files[1].sha256 = "2".to_owned();
        assert_eq!(first(&ledger, &done, &[]), PlannedStep::DoneOtherwise);
        ledger.edition = "khac".to_owned();
        assert_eq!(first(&ledger, &done, &[]), send("van-thu@so-a.example"), "another edition is another hand-out");
    }
}
