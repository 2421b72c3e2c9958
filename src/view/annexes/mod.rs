//! The annexes that are generated from the data: one file for each kind, and what they show as plain data.

mod departments;
mod duties;
mod index;
mod pending;
mod standards;
mod unknowns;

use serde::Serialize;

pub(super) use departments::departments;
pub(super) use duties::{checklists, report_form, responsibilities};
pub(super) use index::index;
pub(super) use pending::pending;
pub(super) use standards::standards;
pub(super) use unknowns::unknowns;

use super::{ExcerptLink, Labelled, StatusView};

/// The duties of one audience, by level and then in the order of the booklet.
#[derive(Serialize, Clone, Debug)]
pub struct DutyGroup {
    /// Unique in the booklet: `viec-so` for a checklist, `trach-nhiem-so`, `bao-cao-so`.
    pub anchor: String,
    pub audience: Labelled,
    /// `5 việc`
    pub tally: String,
    pub duties: Vec<DutyView>,
}

#[derive(Serialize, Clone, Debug)]
pub struct DutyView {
    /// Counted within its group.
    pub number: u32,
    pub who: String,
    /// `phải`, `nên`, `được khuyến khích`, `được`
    pub verb: String,
    pub what: String,
    pub level: Labelled,
    pub deadline: Option<String>,
    pub excerpt: ExcerptLink,
    /// How sure we are, where the text itself was not read.
    pub doubt: Option<String>,
}

/// The responsibility matrix.
#[derive(Serialize, Clone, Debug)]
pub struct ResponsibilitiesView {
    pub intro: Vec<String>,
    pub groups: Vec<DutyGroup>,
    /// Duties of provisions that are not plainly in force: counted, pointed to, never in the table.
    pub aside: Vec<AsideView>,
}

#[derive(Serialize, Clone, Debug)]
pub struct AsideView {
    /// The key and the sign of the status.
    pub key: String,
    pub sign: String,
    /// `3 việc của quy định đã hết hiệu lực`
    pub text: String,
    pub excerpts: Vec<ExcerptLink>,
}

/// One list to tick for each audience.
#[derive(Serialize, Clone, Debug)]
pub struct ChecklistsView {
    pub intro: Vec<String>,
    pub groups: Vec<DutyGroup>,
}

/// The form in which an office reports. Its fixed words are in [`super::Words`].
#[derive(Serialize, Clone, Debug)]
pub struct ReportFormView {
    pub intro: Vec<String>,
    /// What the office fills in about itself, in order.
    pub fields: Vec<Labelled>,
    /// The answers, of which one is ticked for each duty.
    pub answers: Vec<Labelled>,
    pub groups: Vec<DutyGroup>,
    /// Who signs, in order.
    pub signatures: Vec<SignatureView>,
}

#[derive(Serialize, Clone, Debug)]
pub struct SignatureView {
    /// `Thủ trưởng đơn vị`
    pub name: String,
    /// `ký, ghi rõ họ tên, đóng dấu`
    pub how: String,
}

/// What is unknown or unverified.
#[derive(Serialize, Clone, Debug)]
pub struct UnknownsView {
    pub intro: Vec<String>,
    /// Only groups that have rows.
    pub groups: Vec<UnknownGroup>,
}

#[derive(Serialize, Clone, Debug)]
pub struct UnknownGroup {
    /// `chua-ro-noi-dung`; unique in the booklet.
    pub anchor: String,
    pub title: String,
    pub rows: Vec<UnknownRow>,
}

#[derive(Serialize, Clone, Debug)]
pub struct UnknownRow {
    /// Of the instrument, or of the one provision that the row is about.
    pub citation: String,
    /// The row of the instrument in the table, where it has one.
    pub instrument: Option<String>,
    /// The printed excerpts concerned.
    pub excerpts: Vec<ExcerptLink>,
    /// What is not known, and why.
    pub what: Vec<String>,
    /// What would have to be obtained.
    pub wanted: String,
}

/// What has been issued by the edition's day but takes effect later.
#[derive(Serialize, Clone, Debug)]
pub struct PendingView {
    pub intro: Vec<String>,
    /// In the order of their days, unknown days last.
    pub changes: Vec<PendingRow>,
}

#[derive(Serialize, Clone, Debug)]
pub struct PendingRow {
    /// `01/07/2027`, or words for an unknown day.
    pub day: String,
    /// `2027-07-01`, where the day is known.
    pub iso: Option<String>,
    /// What changes: an instrument or a provision.
    pub citation: String,
    pub title: Option<String>,
    /// The row of the instrument in the table, where it has one.
    pub instrument: Option<String>,
    /// Where the booklet prints the provision.
    pub excerpt: Option<ExcerptLink>,
    /// What happens.
    pub what: Vec<String>,
}

/// To whom the booklet is handed out, as of its day.
#[derive(Serialize, Clone, Debug)]
pub struct DepartmentsView {
    pub groups: Vec<DepartmentGroupView>,
}

#[derive(Serialize, Clone, Debug)]
pub struct DepartmentGroupView {
    /// `don-vi-so-tttt`
    pub anchor: String,
    pub title: String,
    /// `63 đơn vị`
    pub tally: String,
    pub note: Option<String>,
    /// How sure the names are, and when they were checked.
    pub source_line: String,
    pub sources: Vec<String>,
    pub departments: Vec<DepartmentRow>,
}

#[derive(Serialize, Clone, Debug)]
pub struct DepartmentRow {
    /// Counted within its group.
    pub number: u32,
    pub name: String,
    /// The province or city that it works for.
    pub place: String,
    /// The other places whose departments it took over.
    pub area: Vec<String>,
    pub note: Option<String>,
}

/// Terms, topics, audiences and instruments by the Vietnamese alphabet, with where they are spoken of.
#[derive(Serialize, Clone, Debug)]
pub struct IndexView {
    pub intro: Vec<String>,
    /// What the page numbers mean that only paper has.
    pub on_paper: String,
    /// Only letters that have entries.
    pub letters: Vec<IndexLetter>,
}

#[derive(Serialize, Clone, Debug)]
pub struct IndexLetter {
    /// `tra-1`; unique in the booklet.
    pub anchor: String,
    /// `Đ`, or `0–9` for what begins with none.
    pub letter: String,
    pub entries: Vec<IndexEntry>,
}

#[derive(Serialize, Clone, Debug)]
pub struct IndexEntry {
    /// `term`, `topic`, `audience`, `instrument`
    pub kind: String,
    pub text: String,
    /// The foreign word, of a term.
    pub also: Option<String>,
    /// Of a term: where the glossary explains it.
    pub definition: Option<String>,
    /// Of an instrument: its row in the table.
    pub row: Option<String>,
    /// The excerpts that speak of it.
    pub runs: Vec<IndexRun>,
    /// Stands where there are too many places to list them all.
    pub note: Option<String>,
}

/// Excerpts with consecutive numbers.
#[derive(Serialize, Clone, Debug)]
pub struct IndexRun {
    /// `12–15`
    pub text: String,
    pub first: ExcerptLink,
    /// Absent where it is one excerpt.
    pub last: Option<ExcerptLink>,
}

/// Technical regulations and standards, and where they are used.
#[derive(Serialize, Clone, Debug)]
pub struct StandardsView {
    pub intro: Vec<String>,
    pub rows: Vec<StandardRow>,
}

#[derive(Serialize, Clone, Debug)]
pub struct StandardRow {
    pub number: u32,
    /// `QCVN 89:2015/BTTTT`
    pub citation: String,
    pub title: Option<String>,
    /// The row in the table of instruments, where it has one.
    pub row: Option<String>,
    /// Which instruments issued it.
    pub issued_with: Vec<String>,
    /// Nothing where the corpus has no record of it.
    pub status: Option<StatusView>,
    /// Says that there is no record.
    pub note: Option<String>,
    /// Excerpts of it, and excerpts that name it.
    pub excerpts: Vec<ExcerptLink>,
}
