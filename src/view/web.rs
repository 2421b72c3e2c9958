//! The view's parts for the web edition alone: the excerpts in other orders (by audience, by topic, by instrument), what leads to
//! them, and where former addresses went. Excerpts are named by their numbers, so that nothing is said twice.

mod build;
mod by_day;
mod comparisons;
mod days;
mod facts;
mod life;
mod references;

use serde::Serialize;

use crate::language::WebWords;

pub(super) use build::web;
pub use by_day::{AudienceDays, ChapterDays, DaySpan, DaysOfDuties, OtherDays};
pub use days::StateView;
pub use facts::{ActFacts, InstrumentFacts, TermFacts};

use super::timeline::DrawingView;
use super::{AsideView, ByNumber, CapacityView, ChangesView, DateView, ExcerptNumber, Labelled};

/// Data of the web edition alone.
#[derive(Serialize, Clone, Debug, Default)]
pub struct SiteView {
    pub words: WebWords,
    /// Every edition of the corpus, the latest day first.
    pub editions: Vec<EditionLine>,
    /// Only audiences that a printed excerpt names, in the order of the vocabulary.
    pub audiences: Vec<AudienceView>,
    /// Only topics with a printed excerpt, parents before their children.
    pub topics: Vec<TopicView>,
    /// In the order of [`super::View::instruments`].
    pub instruments: Vec<InstrumentPageView>,
    pub excerpts: ByNumber<ExcerptReferences>,
    /// Every state that a validity can have, in the fixed order.
    pub states: Vec<StateView>,
    /// The life of each excerpt.
    pub lives: ByNumber<LifeView>,
    /// With every other edition of the corpus, where the edition is built beside them. Not written to `view.json`, as nothing
    /// is that depends on what else is built.
    #[serde(skip)]
    pub comparisons: Vec<ComparisonView>,
    /// Data for other days. Not written to `view.json`, which is of the edition's day.
    #[serde(skip)]
    pub other_days: OtherDays,
    /// Former addresses of what this edition shows.
    pub redirects: Vec<RedirectView>,
}

/// An edition, as the list of editions shows it.
#[derive(Serialize, Clone, Debug)]
pub struct EditionLine {
    pub id: String,
    pub title: String,
    pub label: Option<String>,
    pub as_of: DateView,
    /// Whether this is the edition itself.
    pub own: bool,
    /// Where its site is published; without it no link leads there, since it is unknown where the two sites will be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// The differences between this edition and another: the later of the two against the former.
#[derive(Serialize, Clone, Debug)]
pub struct ComparisonView {
    /// Id of the other edition.
    pub edition: String,
    pub changes: ChangesView,
}

/// A duty by the number of its excerpt, and its place among the duties of that.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct DutyPlace {
    pub excerpt: ExcerptNumber,
    pub at: u32,
}

/// What one audience has to know.
#[derive(Serialize, Clone, Debug)]
pub struct AudienceView {
    pub id: String,
    pub name: String,
    /// Other words by which readers look for it.
    pub also: Vec<String>,
    /// `14 việc · 20 trích dẫn`
    pub tally: String,
    /// `14 việc: 3 của riêng bạn; 11 với tư cách cơ quan nhà nước`
    pub counts: String,
    /// Its duties on the edition's day, the closest first.
    pub sections: Vec<AudienceSection>,
    /// Duties of provisions that are not plainly in force.
    pub aside: Vec<AsideView>,
    /// Numbers of the excerpts for it.
    pub excerpts: Vec<ExcerptNumber>,
}

/// The duties of an audience in one capacity, by level and then by number.
#[derive(Serialize, Clone, Debug)]
pub struct AudienceSection {
    /// Nothing where all duties of the audience are its own.
    pub capacity: Option<CapacityView>,
    pub duties: Vec<DutyPlace>,
}

/// A topic, with what lies below it.
#[derive(Serialize, Clone, Debug)]
pub struct TopicView {
    pub id: String,
    pub name: String,
    /// Other words by which readers look for it.
    pub also: Vec<String>,
    pub tally: String,
    /// The topics above it, the highest first.
    pub above: Vec<Labelled>,
    /// The topics directly below it that have excerpts.
    pub below: Vec<Labelled>,
    pub duties: Vec<DutyPlace>,
    pub excerpts: Vec<ExcerptNumber>,
}

/// What the page of an instrument says beside its row of the table.
#[derive(Serialize, Clone, Debug)]
pub struct InstrumentPageView {
    pub id: String,
    /// `Nghị định`
    pub kind: String,
    /// With date, issuer and name.
    pub citation_full: String,
    /// The signer, or words for unknown.
    pub signer: String,
    /// Day of the latest check: `23/11/2026`
    pub checked: String,
    /// What it does to others and others to it, verb by verb.
    pub relations: Vec<RelationView>,
    /// Numbers of the excerpts of other instruments that cite it.
    pub cited_by: Vec<ExcerptNumber>,
    /// It, what it replaced and what replaced it, on the axis of time. Not written to `view.json`: no office needs the
    /// corners of hundreds of bars twice, and the facts of it are in words beside.
    #[serde(skip)]
    pub figure: Option<DrawingView>,
    /// Its relations drawn. Not written to `view.json` either.
    #[serde(skip)]
    pub relation_figure: Option<DrawingView>,
    /// For the data beside the pages; the words say the same.
    #[serde(skip)]
    pub facts: InstrumentFacts,
}

/// A relation of an instrument to others, with its verb.
#[derive(Serialize, Clone, Debug)]
pub struct RelationView {
    /// `thay thế`, `bị thay thế bởi`
    pub verb: String,
    /// Whether the instrument acts on the others, and not they on it. The verb says it to readers.
    #[serde(skip)]
    pub acts: bool,
    pub targets: Vec<RelationTargetView>,
}

/// The other end of a relation.
#[derive(Serialize, Clone, Debug)]
pub struct RelationTargetView {
    pub citation: String,
    /// Which provision does it, and how sure that is: ` (khoản 2 Điều 45)`; or nothing.
    pub basis: String,
    /// Id of the other instrument, where it has a page.
    pub instrument: Option<String>,
}

/// Links between the texts of excerpts.
#[derive(Serialize, Clone, Debug, Default)]
pub struct ExcerptReferences {
    /// Numbers of what its text cites.
    pub cites: Vec<ExcerptNumber>,
    /// Numbers of those whose texts cite it.
    pub cited_by: Vec<ExcerptNumber>,
    /// How sure we are, where the text itself was not read.
    pub doubt: Option<String>,
    /// For the data beside the pages; the words say the same.
    #[serde(skip)]
    pub term: TermFacts,
    /// Ids of the other editions that print the excerpt too.
    #[serde(skip)]
    pub elsewhere: Vec<String>,
}

/// When an excerpt's provision was, is and will be law, as a reader of the edition's day could know it.
#[derive(Serialize, Clone, Debug, Default)]
pub struct LifeView {
    /// Without gaps and without overlaps, the earliest first: every day lies in one of them.
    pub periods: Vec<PeriodView>,
    /// The same drawn, on one axis for all excerpts. Not written to `view.json`, as the figures of instruments are not.
    #[serde(skip)]
    pub bar: Option<DrawingView>,
}

/// A time in one state, half-open: it has its day `from`, and `until` is the first day of the next.
#[derive(Serialize, Clone, Debug)]
pub struct PeriodView {
    /// `2013-09-01`; nothing where it begins before all that is known.
    pub from: Option<String>,
    /// Nothing where no end of it is known.
    pub until: Option<String>,
    /// Key and sign of the state, as in [`super::StatusView`].
    pub key: String,
    pub sign: String,
    /// `Có hiệu lực`
    pub name: String,
    /// `từ 01/09/2013 đến trước 25/12/2024`
    pub days: String,
    /// The state with its day, `Hết hiệu lực từ 25/12/2024`: as it is stated on any day of the period.
    pub status: String,
    /// `thay bằng Nghị định số 147/2024/NĐ-CP`, or why it is unknown.
    pub detail: Option<String>,
    /// Whether the edition's day lies in it.
    pub own: bool,
}

/// A former id, and where what had it is now.
#[derive(Serialize, Clone, Debug)]
pub struct RedirectView {
    /// The former id.
    pub from: String,
    /// The id of now.
    pub to: String,
    /// Whether these are ids of instruments; of excerpts if not.
    pub instrument: bool,
    /// The citation of the text there.
    pub citation: String,
}
