//! What sending, answers and the state of a hand-out have in common: the ledger that was built, and the journal.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::Offset;

use super::super::context::CommandContext;
use super::super::shell::shell_word;
use super::super::{Console, Failure};
use crate::diag::advice::nearest;
use crate::handout::ledger::{self, Ledger};
use crate::mail::journal::{self, ChainLink, FileEnd, Journal, JournalEntry, JournalEvent};
use crate::mail::messages::{self, damaged};
use crate::model::ids::EditionId;
use crate::publish::JournalFile;
use crate::source::built;

/// The output folder where the command line names none.
const DEFAULT_OUTPUT: &str = "output";

/// The hand-out of one edition, where it lies.
pub struct Handout {
    pub edition: String,
    pub round: Option<String>,
    /// What the journal calls it: the edition with its round.
    pub key: String,
    /// `output/handout/<edition>/`, with a round `output/handout/<edition>@<round>/`.
    pub folder: PathBuf,
    pub journal: PathBuf,
    /// Where these are, as the command line said, to be said again.
    places: String,
}

impl Handout {
    /// `journal`: the requested file. The usual one lies outside the output, which may be deleted and built again at any
    /// time; what was sent cannot.
    pub fn new(edition: &str, round: Option<&str>, output: &Path, journal: Option<&Path>) -> Result<Self, Failure> {
        // It becomes a part of a path.
        let id: EditionId = edition.parse().map_err(|_| {
            Failure::new(format!("`{edition}` không phải id của ấn bản"), format!("`{edition}` is no id of an edition"))
        })?;
        let own_output = Some(output).filter(|output| *output != Path::new(DEFAULT_OUTPUT));
        let places = [("output", own_output), ("journal", journal)];
        let places =
            places.into_iter().filter_map(|(name, path)| Some(format!(" --{name} {}", quoted(path?)))).collect();
        let key = round_key(id.as_str(), round);
        let journal = journal.map_or_else(|| Path::new("handout").join(format!("{key}.jsonl")), Path::to_owned);
        let folder = output.join("handout").join(&key);
        Ok(Handout { edition: id.to_string(), round: round.map(str::to_owned), key, folder, journal, places })
    }

    /// The reminding of a day, as a hand-out of its own within the same journal: whom it reached is known as surely as whom
    /// the copies reached. No id and no round has `#` in it.
    pub fn reminding(&self, day: &str) -> Self {
        let Handout { edition, round, key, folder, journal, places } = self;
        Handout {
            edition: edition.clone(),
            round: round.clone(),
            key: format!("{key}#{day}"),
            folder: folder.clone(),
            journal: journal.clone(),
            places: places.clone(),
        }
    }

    /// The ledger; `None` where nothing was built.
    pub fn ledger(&self) -> Result<Option<Ledger>, Failure> {
        let path = self.folder.join(ledger::FILE);
        let shown = path.display().to_string();
        let bytes = match built::bytes(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            read => read.map_err(|error| unreadable(&error, &path))?,
        };
        let ledger: Ledger = serde_json::from_slice(&bytes)
            .map_err(|error| Failure(messages::bad_ledger(&shown, &error.to_string())))?;
        if ledger.version != ledger::VERSION || ledger.edition != self.edition {
            let why = format!("version {}, edition {}", ledger.version, ledger.edition);
            return Err(Failure(messages::bad_ledger(&shown, &why)));
        }
        Ok(Some(ledger))
    }

    /// The ledger, which must be there.
    pub fn built(&self) -> Result<Ledger, Failure> {
        self.ledger()?.ok_or_else(|| self.nothing_built())
    }

    /// Says that there is no ledger, and which hand-out was meant.
    pub fn nothing_built(&self) -> Failure {
        let built = self.folder.parent().and_then(|folder| built::folders_in(folder).ok()).unwrap_or_default();
        let near = nearest(&self.edition, built.iter().map(String::as_str));
        let ledger = self.folder.join(ledger::FILE).display().to_string();
        Failure(messages::no_ledger(&ledger, &self.edition, near))
    }

    /// The journal as it is, without a hand on it; empty where there is none.
    pub fn look(&self) -> Result<Journal, Failure> {
        self.understood(self.bytes()?.as_deref())
    }

    /// The bytes of the journal; `None` where there is none.
    pub fn bytes(&self) -> Result<Option<Vec<u8>>, Failure> {
        match built::bytes(&self.journal) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            read => read.map(Some).map_err(|error| unreadable(&error, &self.journal)),
        }
    }

    fn understood(&self, bytes: Option<&[u8]>) -> Result<Journal, Failure> {
        let Some(bytes) = bytes else { return Ok(Journal::default()) };
        journal::read(bytes)
            .map_err(|damage| Failure(damaged::stop(&self.shown(), &damage, &self.command("--set-aside"))))
    }

    fn shown(&self) -> String {
        self.journal.display().to_string()
    }

    /// The command line of this hand-out, with more options.
    pub fn command(&self, options: &str) -> String {
        format!("camnang handout{} {options}", self.options())
    }

    /// The folder beside the journal in which forms are kept.
    pub fn answers_folder(&self) -> String {
        format!("{}.answers", self.key)
    }

    /// The options that name this hand-out.
    pub fn options(&self) -> String {
        let round = self.round.as_ref().map(|round| format!(" --round {round}")).unwrap_or_default();
        format!(" --edition {}{round}{}", self.edition, self.places)
    }

    /// Takes the journal to write to it, without a look at what it says.
    pub fn lock(&self) -> Result<(JournalFile, Option<Vec<u8>>), Failure> {
        let opened = JournalFile::open(&self.journal).map_err(|error| self.unwritable(&error))?;
        opened.ok_or_else(|| Failure(messages::locked(&self.shown())))
    }

    /// Takes the journal to write to it. What a crash cut off is repaired.
    pub fn open(&self, context: &mut CommandContext<'_>) -> Result<(Log, Journal), Failure> {
        let (file, bytes) = self.lock()?;
        let mut journal = self.understood(bytes.as_deref())?;
        let mut log = Log { file, edition: self.key.clone(), link: journal.link.clone() };
        match &journal.end {
            FileEnd::Whole => {}
            FileEnd::NoLineFeed => log.file.add(b"\n").map_err(|error| self.unwritable(&error))?,
            FileEnd::Torn { line, from } => {
                let event = JournalEvent::Repaired { torn: line.clone() };
                let cut = log.file.cut(*from as u64).and_then(|()| log.note(event, context.console));
                cut.map_err(|error| self.unwritable(&error))?;
                context.progress(&messages::repaired(&self.shown()));
            }
        }
        // Nobody else is sending: what is still open was stopped, and stays uncertain whatever is tried next.
        for department in journal.interrupted(&self.key) {
            let event = JournalEvent::Uncertain { department, reason: "the program was stopped".to_owned() };
            log.note(event.clone(), context.console).map_err(|error| self.unwritable(&error))?;
            journal.entries.push(entry(&self.key, event, context.console));
        }
        Ok((log, journal))
    }

    /// The failure where the journal cannot be written.
    pub fn unwritable(&self, error: &std::io::Error) -> Failure {
        let path = self.journal.display();
        Failure::about(error, format!("không ghi được sổ gửi `{path}`"), format!("cannot write the journal `{path}`"))
    }

    /// Says that there is no such department, and which was meant.
    pub fn no_department<'a>(&self, id: &str, known: impl IntoIterator<Item = &'a str>) -> Failure {
        Failure(messages::no_department(id, nearest(id, known), &self.edition))
    }
}

/// What a hand-out of an edition is called where rounds are kept apart. No id has `@` in it.
pub fn round_key(edition: &str, round: Option<&str>) -> String {
    round.map_or_else(|| edition.to_owned(), |round| format!("{edition}@{round}"))
}

/// A path as a shell takes it for one word.
fn quoted(path: &Path) -> String {
    shell_word(&path.display().to_string())
}

fn unreadable(error: &std::io::Error, path: &Path) -> Failure {
    let path = path.display();
    Failure::about(error, format!("không đọc được `{path}`"), format!("cannot read `{path}`"))
}

/// A journal that can be written to.
pub struct Log {
    file: JournalFile,
    edition: String,
    /// What the next line is chained to.
    link: ChainLink,
}

impl Log {
    /// Keeps a file that the next event names, in a folder beside the journal; it is on the disk when this returns.
    pub fn keep(&self, folder: &str, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        self.file.keep(folder, name, bytes)
    }

    /// Adds an event; it is on the disk when this returns.
    pub fn note(&mut self, event: JournalEvent, console: &dyn Console) -> std::io::Result<()> {
        let (line, link) = entry(&self.edition, event, console).to_line(&self.link).map_err(std::io::Error::other)?;
        self.file.add(line.as_bytes())?;
        self.link = link;
        Ok(())
    }
}

/// An event of this moment.
pub fn entry(edition: &str, event: JournalEvent, console: &dyn Console) -> JournalEntry {
    let at = seconds(console.now()).to_string();
    JournalEntry { version: journal::VERSION, at, edition: edition.to_owned(), event }
}

/// A moment without its parts of a second.
fn seconds(moment: Timestamp) -> Timestamp {
    Timestamp::from_second(moment.as_second()).unwrap_or(moment)
}

/// Vietnam has one time, seven hours before that of the journal, and no summer time.
const VIETNAM: Offset = Offset::constant(7);

/// `2026-11-25`, where the office is.
pub fn today(console: &dyn Console) -> jiff::civil::Date {
    VIETNAM.to_datetime(console.now()).date()
}

/// A moment of the journal as a person reads it: `25/11/2026 15:00`.
pub fn moment(at: &str) -> String {
    at.parse::<Timestamp>().map_or_else(
        |_| at.to_owned(),
        |moment| {
            let there = VIETNAM.to_datetime(moment);
            let (day, month, year) = (there.day(), there.month(), there.year());
            format!("{day:02}/{month:02}/{year} {:02}:{:02}", there.hour(), there.minute())
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_shown_in_vietnam_time() {
        assert_eq!(moment("2026-11-25T17:05:59Z"), "26/11/2026 00:05");
        assert_eq!(moment("?"), "?");
    }
}
