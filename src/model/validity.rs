//! Validity (hiệu lực) on a day. Unknown is never rounded to «in force».

use super::date::Date;
use super::ids::InstrumentId;
use super::instrument::Confidence;
use super::known::{Reached, Term};

/// The states that the national database of legal documents knows, and «unknown».
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ValidityKind {
    InForce,
    PartlyEnded,
    NotCommenced,
    Suspended,
    Ended,
    Unknown,
}

impl ValidityKind {
    pub const ALL: [ValidityKind; 6] = [
        ValidityKind::InForce,
        ValidityKind::PartlyEnded,
        ValidityKind::NotCommenced,
        ValidityKind::Suspended,
        ValidityKind::Ended,
        ValidityKind::Unknown,
    ];

    pub fn key(self) -> &'static str {
        match self {
            ValidityKind::InForce => "in-force",
            ValidityKind::PartlyEnded => "partly-ended",
            ValidityKind::NotCommenced => "not-commenced",
            ValidityKind::Suspended => "suspended",
            ValidityKind::Ended => "ended",
            ValidityKind::Unknown => "unknown",
        }
    }

    /// The national database's own words for the states that it has.
    pub fn name(self) -> &'static str {
        match self {
            ValidityKind::InForce => "Còn hiệu lực",
            ValidityKind::PartlyEnded => "Hết hiệu lực một phần",
            ValidityKind::NotCommenced => "Chưa có hiệu lực",
            ValidityKind::Suspended => "Ngưng hiệu lực",
            ValidityKind::Ended => "Hết hiệu lực",
            ValidityKind::Unknown => "Chưa rõ hiệu lực",
        }
    }

    /// A sign in the shipped fonts, so that colour is never alone in saying it.
    pub fn sign(self) -> &'static str {
        match self {
            ValidityKind::InForce => "●",
            ValidityKind::PartlyEnded => "◘",
            ValidityKind::NotCommenced => "○",
            ValidityKind::Suspended => "▬",
            ValidityKind::Ended => "■",
            ValidityKind::Unknown => "?",
        }
    }
}

/// The validity of an instrument or a provision on one day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Validity {
    pub kind: ValidityKind,
    /// First day in force, where known.
    pub since: Option<Date>,
    /// First day no longer in force, where known and already reached.
    pub until: Option<Date>,
    /// What ended or suspended it.
    pub by: Option<InstrumentId>,
    /// Whether `by` replaced it; otherwise it repealed or suspended it.
    pub replaced: bool,
    /// How sure we are that `by` did so.
    pub confidence: Option<Confidence>,
    /// Why it is unknown.
    pub reason: Option<String>,
}

/// Where a day lies to a term, by its dates alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Phase {
    Before,
    During,
    After,
    Unknown { reason: String },
}

impl Term {
    /// Half-open: `During` on `from`, `After` on `until`.
    pub fn phase_on(&self, date: Date) -> Phase {
        let unknown = |reason: Option<&str>| Phase::Unknown { reason: reason.unwrap_or_default().to_owned() };
        let started = self.from.reached_on(date);
        if started == Reached::No {
            return Phase::Before;
        }
        match self.until.as_ref().map(|until| (until, until.reached_on(date))) {
            Some((_, Reached::Yes)) => Phase::After,
            Some((until, Reached::Unknown)) => unknown(until.reason()),
            Some((_, Reached::No)) | None if started == Reached::Unknown => unknown(self.from.reason()),
            Some((_, Reached::No)) | None => Phase::During,
        }
    }
}
