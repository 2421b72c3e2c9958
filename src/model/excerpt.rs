//! Excerpts (trích dẫn): tagged text of one provision, and the duties that follow from it.

use super::date::Date;
use super::deadline::{Deadline, Extension};
use super::ids::{AudienceId, DutyId, ExcerptId, GuidanceId, InstrumentId, LevelId, TopicId};
use super::instrument::{Clause, Confidence, EndsBy, Scope};
use super::known::{Day, Known};
use super::provision::Locator;
use super::statement::ExcerptStatements;
use super::text::Body;

/// The text of one provision with its tags.
#[derive(Clone, PartialEq, Debug)]
pub struct Excerpt {
    pub id: ExcerptId,
    /// Ids that it had before: their addresses lead here.
    pub aliases: Vec<ExcerptId>,
    pub instrument: InstrumentId,
    pub at: Known<Locator>,
    /// The chapter, section or part that holds it, which the place of an article does not name.
    pub within: Option<Locator>,
    pub title: Option<String>,
    pub wording: Wording,
    /// The hash of the unit of the original that a summary was read against.
    pub read: Option<String>,
    pub topics: Vec<TopicId>,
    pub audiences: Vec<AudienceId>,
    pub obligations: Vec<Obligation>,
    /// The duties whose neglect it punishes, where it is a penalty clause: a duty's id, or that of an excerpt.
    pub sanction_for: Vec<DutyId>,
    /// The deadlines of other provisions that it moves, as long as it is in force.
    pub extends: Vec<Extension>,
    /// When the provision, as it is excerpted, was issued, where that was later than its instrument: what a later act put
    /// in is not known before that act.
    pub issued: Option<Day>,
    /// Where the provision starts or ends on other days than its instrument.
    pub from: Option<Day>,
    pub until: Option<Day>,
    /// Confidence and source of single days above.
    pub statements: ExcerptStatements,
    /// The provision that says from when it is in force, where that is a day of its own.
    pub in_force_at: Option<Locator>,
    /// Why it ends on a day of its own, where no act ends it.
    pub ends_by: Option<EndsBy>,
    /// The clause that keeps it in force after its instrument has ended.
    pub kept_by: Option<Clause>,
    /// Places, subjects or parts in force on other days.
    pub scopes: Vec<Scope>,
    pub confidence: Confidence,
    pub checked_on: Date,
    pub sources: Vec<String>,
    pub note: Option<String>,
    pub related: Vec<ExcerptId>,
    pub body: Body,
}

impl Excerpt {
    /// Returns the excerpt as it will be once somebody has verified it.
    pub fn verified(&self) -> Excerpt {
        match self.confidence {
            Confidence::Unverified => Excerpt { confidence: Confidence::TextRead, ..self.clone() },
            Confidence::TextRead | Confidence::ExcerptSeen | Confidence::SecondHand => self.clone(),
        }
    }

    /// Returns what a record may give as unknown: its place, its first day, the day of its end.
    pub fn perhaps_unknown(&self) -> (&Known<Locator>, Option<&Day>, Option<&Day>) {
        let Excerpt {
            at,
            from,
            until,
            // These are always known; what may be absent among them is not unknown.
            id: _,
            aliases: _,
            instrument: _,
            within: _,
            title: _,
            wording: _,
            read: _,
            topics: _,
            audiences: _,
            obligations: _,
            sanction_for: _,
            extends: _,
            issued: _, // unknown only where nobody has verified it
            statements: _,
            in_force_at: _,
            ends_by: _,
            kept_by: _,
            scopes: _,
            confidence: _,
            checked_on: _,
            sources: _,
            note: _,
            related: _,
            body: _,
        } = self;
        (at, from.as_ref(), until.as_ref())
    }
}

/// Whether the words are the instrument's or ours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wording {
    Summary,
    Verbatim,
}

impl Wording {
    pub const ALL: [Wording; 2] = [Wording::Summary, Wording::Verbatim];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Wording::Summary => "summary",
            Wording::Verbatim => "verbatim",
        }
    }

    /// Returns the Vietnamese name, for readers.
    pub fn name(self) -> &'static str {
        match self {
            Wording::Summary => "Tóm lược",
            Wording::Verbatim => "Nguyên văn",
        }
    }
}

/// Who must, should or may do what, and by when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Obligation {
    /// By which other records speak of it.
    pub id: Option<DutyId>,
    /// The wording for those whom it binds: `Cơ quan nhà nước có cổng thông tin điện tử`.
    pub who: String,
    /// Whom it binds; who is one of them by law is in the vocabulary.
    pub audiences: Vec<AudienceId>,
    /// Whom it does not bind, though they are among those.
    pub except: Vec<AudienceId>,
    pub what: String,
    pub level: LevelId,
    pub deadline: Deadline,
    pub evidence: Vec<Evidence>,
}

/// A proof that a duty was done: a report, a record, a test.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evidence {
    pub what: String,
    /// The place in the same instrument that asks for it; our advice where there is none.
    pub at: Option<Locator>,
}

/// Commentary for the reader: chapter introductions, how to use the booklet.
#[derive(Clone, PartialEq, Debug)]
pub struct Guidance {
    pub id: GuidanceId,
    pub title: String,
    pub checked_on: Date,
    pub sources: Vec<String>,
    pub body: Body,
}
