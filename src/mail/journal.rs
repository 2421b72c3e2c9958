//! The journal of a hand-out (sổ gửi, nhận): what was sent and what came back, one event a line, as JSON. Sending
//! only adds lines; what a crash cut off at the end is removed first, and [`set_aside`] alone takes lines out. Each line is on the disk before the next step is taken; so whatever the moment of a crash, the journal says
//! what was certainly not sent, what was, and what may have been.
//!
//! What an event says of the message to a department, and whether a run sends to it again by itself ([`standing`]). A doubt
//! stays through later failures, until the message is `sent` or the department has answered.
//!
//! | event | the message | sent again by itself |
//! |---|---|---|
//! | none, `refused`, `deferred` | was not delivered | yes |
//! | `sending` as the last one, `uncertain`, `set-aside` | may have been delivered | no: a person decides (`--resend`) |
//! | `sent`, `received` | was delivered | no |
//!
//! Each line carries a checksum of itself and that of the line before ([`seal`]), so that a line that was lost, changed
//! or moved is noticed ([`read`]). Nothing is sent on the strength of a damaged journal; a person has the damage set
//! aside ([`set_aside`]), and whoever it may concern is not sent to again by itself ([`standing`]).

mod read;
mod seal;
mod set_aside;
mod standing;

use serde::{Deserialize, Serialize};

pub use read::{BadLine, Damage, FileEnd, Journal, LineFault, read};
pub use seal::ChainLink;
pub use set_aside::{KnownDepartment, SettingAside, set_aside};
pub use standing::{DeliveryRecord, Why};

/// Version of a line, in it as `version`.
pub const VERSION: u32 = 1;

/// One line.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct JournalEntry {
    pub version: u32,
    /// When it was written: `2026-11-25T08:00:00Z`.
    pub at: String,
    /// Id of the edition; with `@` and the round behind it where there is one.
    pub edition: String,
    #[serde(flatten)]
    pub event: JournalEvent,
}

/// An event of a department's message, or of the journal itself.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum JournalEvent {
    /// The message is about to be sent. Without a later event of the same department it may have been delivered.
    Sending(Sending),
    /// The server has accepted the message.
    Sent { department: String, reply: String },
    /// The server refused it permanently: not delivered.
    Refused { department: String, step: String, reply: String },
    /// Not delivered, for a reason that may pass.
    Deferred { department: String, step: String, reason: String },
    /// Sent to its last byte, but the server's reply never came.
    Uncertain { department: String, reason: String },
    /// The department has answered.
    Received {
        department: String,
        what: Answer,
        /// The day, ISO 8601.
        on: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// The form that came back, where one was collected. Former versions note none and leave it unread.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        form: Option<StoredForm>,
    },
    /// A crash had cut off the last line, which was this much of it; nothing had been done on the strength of it. Former
    /// versions left it in the file, as the line before this one.
    #[serde(rename = "mended")] // its name in journals of former versions
    Repaired { torn: String },
    /// Here were lines that cannot be trusted, or lines are missing here.
    SetAside(Taken),
}

/// Damaged lines that were set aside at one place of the journal, and the departments concerned.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct Taken {
    /// How many lines were taken out here; 0 where lines are missing or were moved.
    pub lines: usize,
    /// The number that the first of them had, or that of the line before which lines are missing; from 1.
    pub first: usize,
    /// The file beside the journal that has them byte for byte.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The departments that they concern.
    pub departments: Vec<String>,
    /// It cannot be known whom they concern: anyone who was not certainly sent to.
    pub everyone: bool,
    /// The checksum of the line before it that the next line has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A message that is about to be sent.
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

/// An attachment of a message.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct SentFile {
    pub path: String,
    pub sha256: String,
}

/// A form that came back, as it is kept beside the journal.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct StoredForm {
    /// Relative to the folder of the journal.
    pub path: String,
    pub sha256: String,
    /// The name under which it came.
    pub given: String,
    /// The form's id as it is in the file, or by the sender's address.
    pub id: String,
    /// ISO 8601: the day on which it was filled in, if it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<String>,
}

/// An answer of a department.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It has got the booklet.
    Acknowledgement,
    /// The report form at the end of the booklet, filled in.
    Report,
}

impl JournalEvent {
    /// The department that this is about; what was set aside can be about several.
    pub fn department(&self) -> Option<&str> {
        match self {
            JournalEvent::Sending(sending) => Some(&sending.department),
            JournalEvent::Sent { department, .. }
            | JournalEvent::Refused { department, .. }
            | JournalEvent::Deferred { department, .. }
            | JournalEvent::Uncertain { department, .. }
            | JournalEvent::Received { department, .. } => Some(department),
            JournalEvent::Repaired { .. } | JournalEvent::SetAside(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
