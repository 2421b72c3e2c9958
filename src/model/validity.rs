//! Validity (hiệu lực) on a day. Unknown is never rounded to «in force».

use super::bilingual::Bilingual;
use super::date::Date;
use super::ids::{AudienceId, InstrumentId};
use super::instrument::{Clause, Confidence, EndVerb, Transition};
use super::known::Known;
use super::provision::Locator;

/// The states that the national database of legal documents knows, «unknown», and that of what has no validity at all.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ValidityKind {
    InForce,
    PartlyEnded,
    NotCommenced,
    Suspended,
    Ended,
    /// Annulled, or ended before the day on which it would have come into force: it is law on no day.
    NeverInForce,
    Unknown,
    /// Its type of instrument is no law: see [`has_validity`](super::number::InstrumentType::has_validity).
    NotApplicable,
}

impl ValidityKind {
    /// Whether it is law no longer, and will not be again.
    pub fn is_over(self) -> bool {
        matches!(self, ValidityKind::Ended | ValidityKind::NeverInForce)
    }

    /// Returns whether a reader need not be warned: what is plainly in force, and what no validity is asked of.
    pub fn is_quiet(self) -> bool {
        matches!(self, ValidityKind::InForce | ValidityKind::NotApplicable)
    }

    pub const ALL: [ValidityKind; 8] = [
        ValidityKind::InForce,
        ValidityKind::PartlyEnded,
        ValidityKind::NotCommenced,
        ValidityKind::Suspended,
        ValidityKind::Ended,
        ValidityKind::NeverInForce,
        ValidityKind::Unknown,
        ValidityKind::NotApplicable,
    ];

    /// Returns the word for programs.
    pub fn key(self) -> &'static str {
        match self {
            ValidityKind::InForce => "in-force",
            ValidityKind::PartlyEnded => "partly-ended",
            ValidityKind::NotCommenced => "not-commenced",
            ValidityKind::Suspended => "suspended",
            ValidityKind::Ended => "ended",
            ValidityKind::NeverInForce => "never-in-force",
            ValidityKind::Unknown => "unknown",
            ValidityKind::NotApplicable => "not-applicable",
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
            ValidityKind::NeverInForce => "Không có hiệu lực",
            ValidityKind::Unknown => "Chưa rõ hiệu lực",
            ValidityKind::NotApplicable => "Không áp dụng khái niệm hiệu lực",
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
            ValidityKind::NeverInForce => "×",
            ValidityKind::Unknown => "?",
            ValidityKind::NotApplicable => "◊",
        }
    }
}

/// The cause of a state.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Cause {
    /// An act that puts itself in its place.
    Replaced,
    /// An act that abolishes it.
    Repealed,
    /// An act by which it ends, without another in its place.
    Ended,
    /// An act by which it counts as never having been in force.
    Annulled,
    /// An act that gives the provision another text.
    Amended,
    Suspended,
    /// Its own term ran out.
    OwnTerm,
    /// What it rests on, amends or was issued with ended, and it with that.
    ParentEnded,
}

impl Cause {
    /// Returns the word for programs.
    pub fn key(self) -> &'static str {
        match self {
            Cause::Replaced => "replaced",
            Cause::Repealed => "repealed",
            Cause::Ended => "ended",
            Cause::Annulled => "annulled",
            Cause::Amended => "amended",
            Cause::Suspended => "suspended",
            Cause::OwnTerm => "own-term",
            Cause::ParentEnded => "parent-ended",
        }
    }
}

/// The validity of an instrument or a provision on one day.
#[derive(Clone, PartialEq, Debug)]
pub struct Validity {
    pub kind: ValidityKind,
    /// First day in force, where known.
    pub since: Option<Date>,
    /// How sure that day is, where the record says so of it alone.
    pub since_confidence: Option<Confidence>,
    /// First day no longer in force, where known and already reached.
    pub until: Option<Date>,
    /// How sure that day is, where the record says so of it alone.
    pub until_confidence: Option<Confidence>,
    /// What ended or suspended it, or may have done so.
    pub by: Option<InstrumentId>,
    /// How; `None` for a state without a cause, and for an end of which nobody says the cause.
    pub cause: Option<Cause>,
    /// The verb of its clause, where that ends a text and puts none in its place.
    pub verb: Option<Known<EndVerb>>,
    /// The provision of `by` that says so.
    pub at: Option<Locator>,
    /// How sure we are that `by` did so.
    pub confidence: Option<Confidence>,
    /// How sure we are that `by` takes its place: it replaces the text, or ends it and follows it. `None` where it does not.
    pub succeeded: Option<Confidence>,
    /// Of a suspension: the first day in force again, where the act names one.
    pub resumes: Option<Date>,
    /// Why it is unknown; of a suspension, why its end is.
    pub reason: Option<Bilingual>,
    /// The clause of the law that decides, where no act does.
    pub rule: Option<Bilingual>,
    /// How to settle an unknown state.
    pub settled_by: Option<Bilingual>,
    /// Of what has ended in part: which parts, in the order of their days.
    pub parts: Vec<EndedPart>,
    /// Matters that may go on under a text that has ended or was amended, by the acts that did so.
    pub transitions: Vec<OpenTransition>,
    /// Acts that have changed its text by the day, and may have left it in force, in the order of effect.
    pub amendments: Vec<Amendment>,
    /// Instruments that it rests on and that had ended or been superseded by the day. Its own state does not follow from
    /// theirs.
    pub ended_bases: Vec<InstrumentId>,
    /// Places, subjects or parts in force on other days than the rest.
    pub scopes: Vec<ScopeState>,
    /// Of a provision whose instrument has ended: what keeps it.
    pub kept: Option<Kept>,
    /// The end that is known to come next.
    pub ahead: Option<Ahead>,
}

/// Parts of a text that have ended, the rest being in force.
#[derive(Clone, PartialEq, Debug)]
pub struct EndedPart {
    /// The provisions; empty where nobody says which.
    pub units: Vec<Locator>,
    /// The first day on which they are in force no longer, where it is known.
    pub since: Option<Date>,
    /// How sure that day is, where that is said of it alone.
    pub since_confidence: Option<Confidence>,
    pub by: InstrumentId,
    pub cause: Option<Cause>,
    /// The verb of its clause, where that ends a text and puts none in its place.
    pub verb: Option<Known<EndVerb>>,
    /// The provision of `by` that says so.
    pub at: Option<Locator>,
    pub confidence: Confidence,
}

/// The state for some places, subjects or parts, on one day.
#[derive(Clone, PartialEq, Debug)]
pub struct ScopeState {
    /// For what, in the editor's words.
    pub words: String,
    pub audiences: Vec<AudienceId>,
    /// The provision that says so.
    pub at: Option<Locator>,
    /// That of another instrument, where the text does not say so itself.
    pub clause: Option<Clause>,
    pub kind: ValidityKind,
    pub since: Option<Date>,
    /// First day no longer in force, where it has come.
    pub until: Option<Date>,
    /// Why it is unknown, and what would settle it.
    pub reason: Option<Bilingual>,
    pub settled_by: Option<Bilingual>,
}

/// A clause that keeps a provision in force after its instrument has ended, or a text after its parent.
#[derive(Clone, PartialEq, Debug)]
pub struct Kept {
    pub clause: Clause,
    /// The first day on which its instrument is in force no longer; `None` where it is the text that it hangs on which ended.
    pub ended_on: Option<Date>,
}

/// A transitional rule that lasts, with the act that has it.
#[derive(Clone, PartialEq, Debug)]
pub struct OpenTransition {
    pub by: InstrumentId,
    pub transition: Transition,
}

/// An act that changed a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Amendment {
    pub by: InstrumentId,
    /// Whether it corrects a mistake (đính chính), and does not change what the law is.
    pub corrects: bool,
    /// Whether it certainly touches what was asked about; false where nobody says which units it changes.
    pub certain: bool,
    pub confidence: Confidence,
}

/// The next day on which a text ceases to be in force.
#[derive(Clone, PartialEq, Debug)]
pub struct Ahead {
    pub on: Date,
    pub by: Option<InstrumentId>,
    pub cause: Option<Cause>,
    /// The verb of its clause, where that ends a text and puts none in its place.
    pub verb: Option<Known<EndVerb>>,
    /// The provision of `by` that says so.
    pub at: Option<Locator>,
    pub confidence: Option<Confidence>,
    /// How sure the day is, where that is said of it alone.
    pub day_confidence: Option<Confidence>,
    /// Whether it comes before the text would have come into force.
    pub before_commencing: bool,
}

impl Validity {
    /// A state with nothing else known of it.
    pub fn plain(kind: ValidityKind) -> Self {
        Validity {
            kind,
            since: None,
            since_confidence: None,
            until_confidence: None,
            until: None,
            by: None,
            cause: None,
            verb: None,
            at: None,
            confidence: None,
            succeeded: None,
            resumes: None,
            reason: None,
            rule: None,
            settled_by: None,
            parts: Vec::new(),
            transitions: Vec::new(),
            amendments: Vec::new(),
            ended_bases: Vec::new(),
            scopes: Vec::new(),
            kept: None,
            ahead: None,
        }
    }

    /// Unknown, with the reason where there is one.
    pub fn unknown(reason: Bilingual) -> Self {
        let reason = Some(reason).filter(|reason| !reason.vi.is_empty());
        Validity { reason, ..Validity::plain(ValidityKind::Unknown) }
    }
}
