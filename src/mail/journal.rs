//! The journal of a hand-out (sổ gửi, nhận): what was sent and what came back, one event a line, as JSON. It is only ever
//! added to. Each line is on the disk before the next step is taken; so whatever the moment of a crash, the journal says
//! what was certainly not sent, what was, and what may have been.

use serde::{Deserialize, Serialize};

/// Version of a line, in it as `version`.
pub const VERSION: u32 = 1;

/// One line.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub version: u32,
    /// When it was written: `2026-11-25T08:00:00Z`.
    pub at: String,
    /// Id of the edition.
    pub edition: String,
    #[serde(flatten)]
    pub event: Event,
}

#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// The message is about to go out. Without a later word of the same department it may have been delivered.
    Sending(Sending),
    /// The server has taken the message upon itself.
    Sent { department: String, reply: String },
    /// The server refused it for good: not delivered.
    Refused { department: String, step: String, reply: String },
    /// Not delivered, for a reason that may pass.
    Deferred { department: String, step: String, reason: String },
    /// Sent to its end, but without the server's word.
    Uncertain { department: String, reason: String },
    /// The department has answered.
    Received {
        department: String,
        what: Answer,
        /// The day, ISO 8601.
        on: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// The line before this one is a part of a line that a crash cut off; nothing had been done on the strength of it.
    Mended { torn: String },
}

/// What is about to be sent.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct Sending {
    pub department: String,
    pub name: String,
    pub serial: String,
    pub address: String,
    /// SHA-256 over the attachments; see [`super::plan::parcel`].
    pub parcel: String,
    pub message_id: String,
    pub files: Vec<SentFile>,
}

#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct SentFile {
    pub path: String,
    pub sha256: String,
}

/// What can come back from a department.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It has got the booklet.
    Acknowledgement,
    /// The report form at the end of the booklet, filled in.
    Report,
}

/// A journal as it was read.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct Journal {
    pub entries: Vec<Entry>,
    pub end: End,
}

/// How the file ends.
#[derive(PartialEq, Eq, Debug, Default)]
pub enum End {
    #[default]
    Whole,
    /// The last line is whole but for its end.
    NoLineFeed,
    /// The last line is a part of one.
    Torn { line: String, has_line_feed: bool },
}

/// A line that is neither an event nor the mended end of a crash.
#[derive(PartialEq, Eq, Debug)]
pub struct BadLine {
    /// From 1.
    pub number: usize,
    pub words: String,
}

/// Reads a journal.
///
/// # Errors
/// A line in the midst of the file that is no event: someone has changed the file, and nothing should be sent on its
/// strength before it is looked at.
pub fn read(bytes: &[u8]) -> Result<Journal, BadLine> {
    let mut journal = Journal::default();
    // Lines that are no events, and where they begin: the end of a crash, and of another while that was mended.
    let mut torn: Vec<String> = Vec::new();
    let mut lines = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        lines += 1;
        let text = String::from_utf8_lossy(line.strip_suffix(b"\n").unwrap_or(line)).into_owned();
        let bad = |number: usize, words: &str| BadLine { number, words: words.to_owned() };
        match serde_json::from_str::<Entry>(&text).ok().filter(|entry| entry.version == VERSION) {
            Some(Entry { event: Event::Mended { torn: known }, .. }) if known == torn.join("\n") => torn.clear(),
            Some(entry) => match torn.first() {
                Some(first) => return Err(bad(lines - torn.len(), first)),
                None => journal.entries.push(entry),
            },
            // Of another version, or of no kind that this program knows: not cut off, but not understood.
            None if serde_json::from_str::<serde_json::Value>(&text).is_ok() => return Err(bad(lines, &text)),
            None => torn.push(text),
        }
    }
    let has_line_feed = bytes.last().is_none_or(|last| *last == b'\n');
    journal.end = match (torn.is_empty(), has_line_feed) {
        (false, _) => End::Torn { line: torn.join("\n"), has_line_feed },
        (true, false) => End::NoLineFeed,
        (true, true) => End::Whole,
    };
    Ok(journal)
}

impl Entry {
    pub fn to_line(&self) -> serde_json::Result<String> {
        let mut line = serde_json::to_string(self)?;
        line.push('\n');
        Ok(line)
    }
}

/// What the journal says of one department.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Standing {
    /// The last message that a server took, and when.
    pub sent: Option<(Sending, String)>,
    /// The last message of which it is not known whether it was delivered, when it was begun, and why that is not known:
    /// `None` where the program was stopped.
    pub uncertain: Option<(Sending, String, Option<String>)>,
    /// Why the last attempt came to nothing, if it did, and when.
    pub failed: Option<(String, String)>,
    /// What came back, in the order of its entry: what, on which day, with what note.
    pub answers: Vec<(Answer, String, Option<String>)>,
}

impl Standing {
    /// The day on which this was answered first.
    pub fn answered(&self, what: Answer) -> Option<&str> {
        self.answers.iter().filter(|(answer, ..)| *answer == what).map(|(_, on, _)| on.as_str()).min()
    }
}

impl Journal {
    /// Ids of the departments with any event, in the order of their first.
    pub fn departments(&self, edition: &str) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.edition == edition) {
            let id = entry.event.department();
            ids.extend(id.filter(|id| !ids.contains(id)));
        }
        ids
    }

    /// Ids of the departments whose message was begun, without a word of how it ended: the program was stopped.
    pub fn interrupted(&self, edition: &str) -> Vec<String> {
        let mut open: Vec<&str> = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.edition == edition) {
            let Some(id) = entry.event.department() else { continue };
            match entry.event {
                Event::Sending(_) if !open.contains(&id) => open.push(id),
                Event::Sending(_) | Event::Mended { .. } => {}
                _ => open.retain(|known| *known != id),
            }
        }
        open.into_iter().map(str::to_owned).collect()
    }

    pub fn standing(&self, edition: &str, department: &str) -> Standing {
        let mut standing = Standing::default();
        let mut open: Option<(Sending, String)> = None;
        let own = |entry: &&Entry| entry.edition == edition && entry.event.department() == Some(department);
        for Entry { at, event, .. } in self.entries.iter().filter(own) {
            match event {
                Event::Sending(sending) => {
                    // Begun again without a word about the former: that one stays uncertain.
                    if let Some((former, at)) = open.replace((sending.clone(), at.clone())) {
                        standing.uncertain = Some((former, at, None));
                    }
                }
                Event::Sent { .. } => {
                    standing.sent = open.take().map(|(sending, _)| (sending, at.clone())).or(standing.sent);
                    standing.uncertain = None;
                    standing.failed = None;
                }
                Event::Refused { reply: reason, .. } | Event::Deferred { reason, .. } => {
                    open = None;
                    standing.failed = Some((reason.clone(), at.clone()));
                }
                Event::Uncertain { reason, .. } => {
                    standing.uncertain = open.take().map(|(sending, at)| (sending, at, Some(reason.clone())));
                    standing.failed = None;
                }
                Event::Received { what, on, note, .. } => {
                    standing.answers.push((*what, on.clone(), note.clone()));
                    // Who answers has got it.
                    let settled = open.take().or(standing.uncertain.take().map(|(sending, at, _)| (sending, at)));
                    standing.sent = settled.or(standing.sent);
                }
                Event::Mended { .. } => {}
            }
        }
        if let Some((sending, at)) = open {
            standing.uncertain = Some((sending, at, None));
            standing.failed = None;
        }
        standing
    }
}

impl Event {
    pub fn department(&self) -> Option<&str> {
        match self {
            Event::Sending(sending) => Some(&sending.department),
            Event::Sent { department, .. }
            | Event::Refused { department, .. }
            | Event::Deferred { department, .. }
            | Event::Uncertain { department, .. }
            | Event::Received { department, .. } => Some(department),
            Event::Mended { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests;
