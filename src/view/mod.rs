//! The view: one edition as plain data, and THE contract with the templates. Every number, anchor, citation string,
//! status word and notice is computed before; a template only lays out. Typst and Tera are fed from the same value, and
//! it is written to `output/<edition>/view.json` where that is wanted, so that what the two outputs say cannot differ.
//!
//! Strings hold plain text, never markup of any language. Field names are ASCII (Tera asks for it).
//! A change that removes or renames a field, or changes a meaning, raises [`VERSION`].

pub mod annexes;
pub mod apparatus;
mod body;
mod bound;
mod build;
mod changes;
mod colophon;
mod copy;
mod duty;
mod duty_sheets;
mod excerpt;
mod first;
mod glossary;
mod instruments;
pub mod keys;
mod leaflet;
mod letter;
mod look;
mod original;
mod paper;
mod printed;
mod relation_figure;
mod released;
mod results;
mod seen_in;
mod siblings;
mod state;
mod statements;
mod status;
mod tabs;
mod text;
mod text_at;
pub mod timeline;
mod web;
mod written;

use std::collections::BTreeSet;

use serde::Serialize;

pub use crate::language::{DayWords, Notice, SearchWords, SheetWords, WebWords, Words};
pub use annexes::*;
pub use bound::{BoundDutyView, bound_by, bound_duties};
pub use build::{build, build_among, citation};
pub use colophon::{ColophonView, FactView, WebView};
pub use copy::CopyView;
pub use duty::{DeadlineView, DueView, EvidenceView, KindView, ObligationView};
pub use duty_sheets::{DutySheetView, DutySheetsView};
pub use excerpt::{AmendmentView, ExcerptView};
pub use first::{DueEntry, FirstView, NextYearView};
pub use glossary::TermView;
pub use instruments::target_citation;
pub use letter::{Enclosure, EnclosureRow, FullEnclosure, LetterView};
pub use look::look;
pub use original::{ORIGINALS_FOLDER, OriginalView, PublishedOriginal};
pub use paper::{LeftOutView, PaperView, permalink};
pub use printed::printed;
pub use released::{SinceGroup, SinceRelease};
pub use results::{
    ResultsBar, ResultsBars, ResultsMap, ResultsSegment, ResultsState, ResultsTable, ResultsTile, ResultsView,
};
pub use seen_in::SeenIn;
pub use siblings::Sibling;
pub use state::{Reach, booklet_state, corpus_state};
pub use status::{last_successor, status_view};
pub use tabs::TabView;
pub use text::{BlockView, BodyView, InlineView, PointView};
pub use text_at::TextAtView;
pub use timeline::TimelineView;
pub use web::*;

pub use crate::model::excerpt_number::{ByNumber, ExcerptNumber};

/// Version of this contract, in `view.json` as `version`.
pub const VERSION: u32 = 2;

/// The program as outputs name it: `camnang 0.1.0`.
pub const GENERATOR: &str = concat!("camnang ", env!("CARGO_PKG_VERSION"));

/// Everything that readers of a booklet see, whichever output they read.
#[derive(Clone, Debug)]
pub struct View {
    pub version: u32,
    /// `camnang 0.1.0`
    pub generator: String,
    /// Language of the booklet, BCP 47: `vi`.
    pub language: String,
    pub edition: EditionView,
    pub look: LookView,
    /// Fixed words of the booklet.
    pub words: Words,
    /// Notices of the imprint, in order: what this is and is not.
    pub notices: Vec<Notice>,
    /// What readers see before all else.
    pub first: FirstView,
    /// What the booklet on paper leaves out.
    pub paper: PaperView,
    /// Front matter in order: pieces of guidance before the first part ("how to use").
    pub front: Vec<GuidanceView>,
    /// Pieces of guidance that are shown on a screen; in no other output for that reason.
    pub slides: Vec<GuidanceView>,
    pub parts: Vec<PartView>,
    /// Annexes in order, after the parts.
    pub annexes: Vec<AnnexView>,
    /// Every instrument that the edition shows or that one of these rests on, in order of hierarchy and date.
    pub instruments: Vec<InstrumentView>,
    /// In Vietnamese alphabetical order; empty where no annex shows it.
    pub glossary: Vec<TermView>,
    pub counts: Counts,
    /// The differences from the last release of the edition; `None` where there is none.
    pub released: Option<SinceRelease>,
    /// The differences from the edition before; `None` where there is none of an earlier day.
    pub changes: Option<ChangesView>,
    /// What the annexes show that is made for them; in `view.json` each is a field beside these.
    pub contents: AnnexContents,
    /// Into how many slots the outer edge of a page is divided for the marks of chapters and annexes.
    pub tab_slots: u32,
    /// The last page: what made the booklet, and how to check it.
    pub colophon: ColophonView,
    /// Data of the web edition alone.
    pub web: SiteView,
}

/// The edition: its names, its day, and its notices.
#[derive(Serialize, Clone, Debug)]
pub struct EditionView {
    /// Also the name of the PDF file.
    pub id: String,
    pub title: String,
    pub subtitle: Option<String>,
    /// `Bản thảo 1`; free words of the edition.
    pub label: Option<String>,
    pub issuer: IssuerView,
    /// Where to write about the edition, or that no address is known.
    pub contact: String,
    pub as_of: DateView,
    /// `Tính đến ngày 31 tháng 01 năm 2014`
    pub as_of_line: String,
    pub keywords: Vec<String>,
    /// One sentence for search engines and link previews.
    pub description: String,
    /// SHA-256 of the corpus that the edition was built from, 64 hex digits.
    pub corpus_hash: String,
    /// Where the web edition is published, without a slash at its end: `https://camnang.example.vn/ipv6`.
    pub web_address: Option<String>,
}

/// What an office has chosen of the look, or what the booklet has without.
#[derive(Serialize, Clone, Debug)]
pub struct LookView {
    /// Nothing where the templates' own colour stays.
    pub accent: Option<AccentView>,
    pub logo: Option<LogoView>,
    /// Of a page on paper.
    pub margins: MarginsView,
    /// Of the running text on paper, in points.
    pub text_size: f64,
    /// `one-sided`, `duplex`
    pub binding: String,
}

/// The one colour of the booklet, as `#1d4477`: `#` and six hex digits, nothing else.
#[derive(Serialize, Clone, Debug)]
pub struct AccentView {
    /// On paper and on light pages.
    pub light: String,
    /// On dark pages.
    pub dark: String,
}

/// The office's emblem.
#[derive(Serialize, Clone, Debug)]
pub struct LogoView {
    /// Path among the artifacts' images, `images/bieu-trung.svg`.
    pub path: String,
    pub alt: String,
    /// On the cover, in millimetres.
    pub height: f64,
}

/// In millimetres.
#[derive(Serialize, Clone, Debug)]
pub struct MarginsView {
    pub top: f64,
    pub bottom: f64,
    pub left: f64,
    pub right: f64,
}

/// The office that issues the booklet, as at the head of a letter.
#[derive(Serialize, Clone, Debug)]
pub struct IssuerView {
    /// Line above the issuer on the cover.
    pub parent: Option<String>,
    pub name: String,
    pub place: Option<String>,
}

/// A day in the three forms that readers and programs meet.
#[derive(Serialize, Clone, Debug)]
pub struct DateView {
    /// `2014-01-31`
    pub iso: String,
    /// `31/01/2014`
    pub short: String,
    /// `ngày 31 tháng 01 năm 2014`
    pub long: String,
}

/// A part of the booklet.
#[derive(Serialize, Clone, Debug)]
pub struct PartView {
    /// Roman number: `I`.
    pub number: String,
    /// `Phần I`
    pub name: String,
    pub title: String,
    /// Unique in the edition; HTML id and Typst label.
    pub anchor: String,
    pub tab: TabView,
    pub intro: Option<GuidanceView>,
    pub chapters: Vec<ChapterView>,
}

/// A chapter of the booklet.
#[derive(Serialize, Clone, Debug)]
pub struct ChapterView {
    /// The chapter's own id from the edition: the name of its web page.
    pub id: String,
    /// Counted through the whole booklet: `1`.
    pub number: String,
    /// `Chương 1`
    pub name: String,
    pub title: String,
    pub anchor: String,
    pub tab: TabView,
    pub intro: Option<GuidanceView>,
    /// For the running header and the top of the page, where any excerpt is not plainly in force.
    pub warning: Option<String>,
    pub excerpts: Vec<ExcerptView>,
    /// Excerpts that this chapter selects too but an earlier one prints.
    pub see_also: Vec<ExcerptLink>,
}

/// An annex of the booklet; its content is of one of the kinds of `model::annex`.
#[derive(Serialize, Clone, Debug)]
pub struct AnnexView {
    /// `A`, `B`, …
    pub number: String,
    /// `Phụ lục A`
    pub name: String,
    pub title: String,
    pub anchor: String,
    pub tab: TabView,
    /// What it shows is in [`View::contents`], or where every booklet has it.
    pub kind: AnnexKind,
    pub intro: Option<GuidanceView>,
    /// The figure of a timeline.
    pub timeline: Option<TimelineView>,
}

/// A text of the office's own, which is no law.
#[derive(Serialize, Clone, Debug)]
pub struct GuidanceView {
    pub id: String,
    pub title: String,
    pub anchor: String,
    pub body: BodyView,
}

/// A key for programs and styles, and the words for readers.
#[derive(Serialize, Clone, Debug)]
pub struct Labelled {
    pub key: String,
    pub name: String,
}

/// Whether something is law on the edition's date.
#[derive(Serialize, Clone, Debug)]
pub struct StatusView {
    /// `in-force`, `ended`, `partly-ended`, `not-commenced`, `suspended`, `unknown`
    pub key: String,
    /// A sign that is not colour alone, in the shipped fonts: `●`, `■`, …
    pub sign: String,
    /// `Hết hiệu lực từ 25/12/2024`
    pub text: String,
    /// `thay bằng Nghị định số 147/2024/NĐ-CP`, or the reason why it is unknown.
    pub detail: Option<String>,
    /// False only for what is plainly in force: then the status stays quiet.
    pub warn: bool,
}

/// A mark beside what is new or different from the last release.
#[derive(Serialize, Clone, Debug)]
pub struct ChangeMark {
    /// `added`, `changed`, `status-changed`; the first that fits.
    pub key: String,
    /// A sign in the shipped fonts.
    pub sign: String,
    /// `Mới`, `Đã sửa`, `Đổi hiệu lực`
    pub text: String,
}

/// The differences from the edition before.
#[derive(Serialize, Clone, Debug)]
pub struct ChangesView {
    pub previous: PreviousEdition,
    /// `So với ấn bản «…», tính đến ngày …`
    pub line: String,
    /// The counts, one line for the excerpts and one for the instruments; or that nothing changed.
    pub summary: Vec<String>,
    /// Excerpts, then instruments; each with the groups that have entries.
    pub sections: Vec<ChangeSection>,
}

/// The edition with which this one is compared.
#[derive(Serialize, Clone, Debug)]
pub struct PreviousEdition {
    pub id: String,
    pub title: String,
    pub label: Option<String>,
    pub as_of: DateView,
}

/// The changes of excerpts, or of instruments.
#[derive(Serialize, Clone, Debug)]
pub struct ChangeSection {
    /// `excerpts`, `instruments`
    pub key: String,
    pub title: String,
    pub groups: Vec<ChangeGroup>,
}

/// Changes of one kind.
#[derive(Serialize, Clone, Debug)]
pub struct ChangeGroup {
    /// `added`, `changed`, `status-changed`, `removed`
    pub key: String,
    pub sign: String,
    /// `Mới (12)`
    pub title: String,
    /// `Mới`
    #[serde(skip)]
    pub name: String,
    pub entries: Vec<ChangeEntry>,
}

/// A record that was added, removed, changed, or is of another validity.
#[derive(Serialize, Clone, Debug)]
pub struct ChangeEntry {
    pub id: String,
    pub citation: String,
    /// What it takes the place of, where that is another excerpt or went by another citation.
    pub instead_of: Option<String>,
    pub title: Option<String>,
    /// Ids of the topics of an excerpt and of those above them, for the feeds of topics.
    #[serde(skip)]
    pub topics: BTreeSet<String>,
    /// Where this edition prints the excerpt.
    pub link: Option<ExcerptLink>,
    /// The anchor of the instrument's row in the table of this edition.
    pub row: Option<String>,
    /// On the day of the edition before.
    pub before: Option<StatusView>,
    /// On this edition's day.
    pub after: Option<StatusView>,
    pub fields: Vec<ChangedField>,
}

/// A field that differs, word by word.
#[derive(Serialize, Clone, Debug)]
pub struct ChangedField {
    /// `Nội dung`
    pub name: String,
    /// Line by line. Long passages without a change are cut short by `…`.
    pub lines: Vec<Vec<ChangedWords>>,
}

/// Words of a changed field that were kept, removed or added.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct ChangedWords {
    /// `kept`, `removed`, `added`, `left-out`
    pub kind: String,
    pub text: String,
}

/// A reference to a printed excerpt.
#[derive(Serialize, Clone, Debug)]
pub struct ExcerptLink {
    pub id: String,
    pub anchor: String,
    pub chapter: String,
    pub number: ExcerptNumber,
    pub citation: String,
}

/// An instrument, as a row of the table.
#[derive(Serialize, Clone, Debug)]
pub struct InstrumentView {
    pub id: String,
    /// Row number in the table.
    pub number: u32,
    /// `van-ban-nd-72-2013`
    pub anchor: String,
    /// `Nghị định số 72/2013/NĐ-CP`
    pub citation: String,
    /// The subject, without the type repeated in front; nothing where the citation is the name.
    pub title: Option<String>,
    pub issuer: String,
    /// `15/07/2013`, or words for unknown.
    pub issued: String,
    pub from: String,
    pub until: String,
    pub status: StatusView,
    /// Lines such as `thay thế Nghị định số 97/2008/NĐ-CP (khoản 2 Điều 45)`.
    pub relations: Vec<String>,
    pub confidence: Labelled,
    pub sources: Vec<String>,
    pub text_at: TextAtView,
    /// Whom to ask about it, or words that say that this is unknown.
    pub contact: String,
    pub note: Option<String>,
    /// The excerpts of it in this edition.
    pub excerpts: Vec<ExcerptLink>,
    /// Keys for finding, see [`keys`]: type and number.
    #[serde(skip)]
    pub keys: Vec<String>,
}

/// How many excerpts and instruments the booklet has.
#[derive(Serialize, Clone, Default, Debug)]
pub struct Counts {
    pub excerpts: u32,
    pub instruments: u32,
    /// Excerpts by status key, in the fixed order of the statuses.
    pub by_status: Vec<StatusCount>,
}

/// How many excerpts are in one state of validity.
#[derive(Serialize, Clone, Debug)]
pub struct StatusCount {
    pub key: String,
    pub sign: String,
    pub name: String,
    pub count: u32,
}
