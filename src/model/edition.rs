//! Editions (ấn bản): which booklet to make of the corpus, as of which day.

pub use super::annex::AnnexKind;
use super::date::Date;
use super::ids::{AudienceId, ChapterId, EditionId, ExcerptId, GuidanceId, InstrumentId, TopicId};
use super::known::Known;
use super::validity::ValidityKind;

/// Which booklet to make: its texts, its day, its parts and annexes.
#[derive(Clone, PartialEq, Debug)]
pub struct Edition {
    pub id: EditionId,
    pub title: String,
    pub subtitle: Option<String>,
    pub label: Option<String>,
    /// Who issues it; `None` where the settings say it.
    pub issuer: Option<Issuer>,
    /// Whom to ask about it, or why that is unknown.
    pub contact: Option<Known<String>>,
    pub description: String,
    pub keywords: Vec<String>,
    /// The day as of which the booklet states the law. Required: it never comes from the clock.
    pub as_of: Date,
    /// The edition that this one follows: the booklet then says what differs.
    pub previous: Option<EditionId>,
    pub references: ReferencePolicy,
    /// The demand on each text before it is printed.
    pub requires: Option<Requirement>,
    /// The way with texts that do not meet it.
    pub unapproved: Unapproved,
    pub front: Vec<GuidanceId>,
    /// The piece of `front` that answers what an office must do: on paper it is right behind the cover.
    pub answers: Option<GuidanceId>,
    /// The pieces that are shown on a screen in a training, in their order.
    pub slides: Vec<GuidanceId>,
    pub parts: Vec<Part>,
    pub annexes: Vec<Annex>,
}

impl Edition {
    /// Returns the guidance that the edition names, in the order of the booklet.
    pub fn guidance(&self) -> impl Iterator<Item = &GuidanceId> {
        let parts = self.parts.iter().filter_map(|part| part.intro.as_ref());
        let chapters = self.parts.iter().flat_map(|part| &part.chapters).filter_map(|chapter| chapter.intro.as_ref());
        let annexes = self.annexes.iter().filter_map(|annex| annex.intro.as_ref());
        self.front.iter().chain(parts).chain(chapters).chain(annexes)
    }
}

/// Who issues a booklet, as at the head of a letter (Decree 30/2020/NĐ-CP).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Issuer {
    pub parent: Option<String>,
    pub name: String,
    pub place: Option<String>,
}

/// How an explicit reference to an excerpt that the edition leaves out is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReferencePolicy {
    /// A plain citation without a link.
    Plain,
    /// The excerpt is taken in, at the end of the chapter that refers to it.
    Include,
    /// A finding.
    Fail,
}

impl ReferencePolicy {
    pub const ALL: [ReferencePolicy; 3] = [ReferencePolicy::Plain, ReferencePolicy::Include, ReferencePolicy::Fail];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            ReferencePolicy::Plain => "plain",
            ReferencePolicy::Include => "include",
            ReferencePolicy::Fail => "fail",
        }
    }
}

/// What an edition requires of each excerpt and each guidance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Requirement {
    /// Somebody has approved the words that are printed.
    Approved,
}

impl Requirement {
    pub const ALL: [Requirement; 1] = [Requirement::Approved];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Requirement::Approved => "approved",
        }
    }
}

/// How an edition that requires approval treats what nobody has approved.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Unapproved {
    /// It is not printed.
    #[default]
    LeaveOut,
    /// It is printed, and marked.
    Print,
}

impl Unapproved {
    pub const ALL: [Unapproved; 2] = [Unapproved::LeaveOut, Unapproved::Print];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Unapproved::LeaveOut => "leave-out",
            Unapproved::Print => "print",
        }
    }
}

/// What a reader holds: the site, or the booklet on paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Medium {
    /// The site, and the file that holds all of it.
    Web,
    /// The booklet as it is handed out. The reference PDF has everything.
    Print,
}

impl Medium {
    pub const ALL: [Medium; 2] = [Medium::Web, Medium::Print];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Medium::Web => "web",
            Medium::Print => "print",
        }
    }
}

/// The media that a part, a chapter or an annex is in: those that are named, or all where none is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Media {
    pub named: Vec<Medium>,
}

impl Media {
    /// Returns whether it is in this medium.
    pub fn has(&self, medium: Medium) -> bool {
        self.named.is_empty() || self.named.contains(&medium)
    }
}

impl From<Option<Vec<Medium>>> for Media {
    fn from(named: Option<Vec<Medium>>) -> Self {
        Media { named: named.unwrap_or_default() }
    }
}

/// A part (phần) of a booklet.
#[derive(Clone, PartialEq, Debug)]
pub struct Part {
    pub title: String,
    pub media: Media,
    pub intro: Option<GuidanceId>,
    pub chapters: Vec<Chapter>,
}

/// A chapter (chương) of a booklet: what it selects, in which order.
#[derive(Clone, PartialEq, Debug)]
pub struct Chapter {
    pub id: ChapterId,
    pub title: String,
    pub media: Media,
    pub intro: Option<GuidanceId>,
    pub select: Selection,
    pub order: Order,
}

/// An excerpt fits if it fits every criterion that the chapter has; a criterion is fitted by any of its values. Without any
/// criterion only `include` counts.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Selection {
    pub topics: Vec<TopicId>,
    pub audiences: Vec<AudienceId>,
    pub instruments: Vec<InstrumentId>,
    pub validity: Vec<ValidityKind>,
    pub include: Vec<ExcerptId>,
    pub exclude: Vec<ExcerptId>,
}

/// The order of the excerpts of a chapter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// Rank of the instrument, its date, the place within it.
    #[default]
    Law,
    /// The order of `include`, then the order of the law.
    Listed,
}

impl Order {
    pub const ALL: [Order; 2] = [Order::Law, Order::Listed];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            Order::Law => "law",
            Order::Listed => "listed",
        }
    }
}

/// An annex (phụ lục) of a booklet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Annex {
    pub kind: AnnexKind,
    pub title: String,
    pub media: Media,
    pub intro: Option<GuidanceId>,
    /// For a timeline: the instruments that it shows. Empty: those of the table of instruments that bind others.
    pub instruments: Vec<InstrumentId>,
    /// For whom a report form asks; everybody who has binding duties where none is named.
    pub audiences: Vec<AudienceId>,
}
