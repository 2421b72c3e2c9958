//! The figure of time: instruments as bars on a time axis, who replaced whom as arrows, and the day of the edition.
//!
//! Its geometry is computed here, once, so that the PDF and the web draw the same figure: a drawing is a list of lines
//! and areas and a list of texts, each with a role that a renderer gives a look. Time after the edition's day is
//! not drawn, and an unknown day is drawn as unknown.
//!
//! One unit is 0.1 mm on paper; on a screen the drawing grows and shrinks as a whole. x grows to the right, y downwards,
//! both from 0 at the upper left corner.

mod arrows;
mod axis;
mod chains;
mod lanes;
mod layout;
mod legend;
mod lives;
mod rows;
pub(super) mod sketch;
mod spans;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde::Serialize;

pub(super) use lives::bars;

use super::StatusView;
use super::build::Builder;
use super::instruments::succession;
use crate::assemble::{Booklet, instrument_order};
use crate::model::edition::Annex;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Confidence, Instrument};
use crate::model::known::Reached;
use crate::model::number::InstrumentType;

/// The figure of one annex. Empty of drawings where there is nothing to draw.
#[derive(Serialize, Clone, Debug)]
pub struct TimelineView {
    /// For paper and wide screens: names at the left of their bars. Several where one would be too high for a page.
    pub wide: Vec<DrawingView>,
    /// The same for narrow screens: names above their bars.
    pub narrow: Vec<DrawingView>,
    /// What signs and patterns mean, in words; only those that occur.
    pub legend: Vec<LegendView>,
    /// The same facts as a table, in the order of the figure.
    pub chains: Vec<TimelineChain>,
}

/// One drawing.
#[derive(Serialize, Clone, Debug)]
pub struct DrawingView {
    /// `Thời gian có hiệu lực của 12 văn bản, tính đến 31/01/2014 (hình 1 trên 2)`
    pub caption: String,
    /// Everything that the drawing shows, in words, for who cannot see it.
    pub alt: String,
    pub width: i32,
    pub height: i32,
    /// In the order in which they are drawn: later ones cover earlier ones. Texts come after all of them.
    pub shapes: Vec<ShapeView>,
    pub texts: Vec<TextView>,
}

/// A line or an area of the drawing. Its role decides colour, pattern and weight.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct ShapeView {
    pub role: ShapeRole,
    /// Corner after corner, `[x, y]`.
    pub points: Vec<[i32; 2]>,
    /// Whether the last corner is joined to the first.
    pub closed: bool,
}

/// What a line or an area means.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum ShapeRole {
    /// The area after the edition's day.
    After,
    /// Line of a year.
    Grid,
    /// Line between two chains.
    Rule,
    /// Line of the edition's day.
    AsOf,
    /// Time in force of what is still in force.
    InForce,
    /// Time in force of what no longer is, or of which that is unknown.
    Past,
    /// The half of a bar that stands for provisions that have ended.
    PartlyEnded,
    NotCommenced,
    Suspended,
    /// Time of what has no validity: from its issue until it is superseded.
    NotApplicable,
    /// Hatching of a suspended time.
    Hatch,
    /// Time of which it is unknown whether it was in force.
    Uncertain,
    /// From what is replaced to what replaces it.
    Arrow,
    /// The same where the replacement has not taken effect, or it is unknown whether it has.
    ArrowPending,
    ArrowHead,
    /// Amended, or replaced or repealed in part, on that day.
    Amended,
    /// A dark module of a QR code.
    Module,
    /// The instrument whose relations are drawn.
    OwnBox,
    /// One that it is related to.
    OtherBox,
}

/// A text of the drawing.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct TextView {
    pub role: TextRole,
    pub x: i32,
    /// Of the line that the letters are on.
    pub y: i32,
    /// What of the text is at `x`.
    pub anchor: TextAnchor,
    /// Height of the type.
    pub size: i32,
    pub text: String,
}

impl TextView {
    /// About how wide it is, as the drawing has reckoned.
    pub fn width(&self) -> i32 {
        sketch::width(&self.text, self.role, self.size)
    }
}

/// What a text of the drawing is, from which outputs choose its style.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum TextRole {
    /// What a chain is about.
    Chain,
    /// The number of an instrument; bold.
    Name,
    /// Its status on the day, the sign that the whole booklet uses.
    Sign,
    /// Its days.
    Days,
    /// A year.
    Year,
    /// The edition's day; bold.
    AsOf,
    /// `?`, bold, in a time of unknown validity.
    Doubt,
    /// What a relation is.
    Verb,
    /// What an instrument is related to.
    Other,
}

/// Which part of a text is at its place.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum TextAnchor {
    Start,
    Middle,
    End,
}

/// A small sample drawing, and what it means.
#[derive(Serialize, Clone, Debug)]
pub struct LegendView {
    pub width: i32,
    pub height: i32,
    pub shapes: Vec<ShapeView>,
    pub texts: Vec<TextView>,
    pub text: String,
}

/// Instruments that replaced one another, the older first.
#[derive(Serialize, Clone, Debug)]
pub struct TimelineChain {
    /// What they are about: the subject of the last.
    pub title: String,
    pub rows: Vec<TimelineRow>,
}

/// The row of an instrument in words, for those who do not see the figure.
#[derive(Serialize, Clone, Debug)]
pub struct TimelineRow {
    pub citation: String,
    /// Its row in the table of instruments, where it has one.
    pub anchor: Option<String>,
    /// `01/01/2010`, or words for unknown.
    pub from: String,
    pub until: String,
    pub status: StatusView,
    /// Citations of what has replaced it, as known on the edition's day.
    pub replaced_by: Vec<String>,
}

/// The figure of an annex: the instruments that it names, or those of the table of instruments that bind others.
pub(super) fn timeline(builder: &Builder<'_, '_>, annex: &Annex) -> TimelineView {
    let booklet = builder.booklet;
    let mut chosen: Vec<&Instrument> = chosen(booklet, annex, &builder.bodies.rows);
    chosen.sort_by_cached_key(|instrument| instrument_order(instrument));
    let rows = rows::rows(booklet.corpus, booklet.as_of, &chosen);
    let chains = chains::chains(&rows);
    let axis = axis::Axis::over(&rows, booklet.as_of);
    TimelineView {
        wide: layout::drawings(&layout::WIDE, &rows, &chains, &axis),
        narrow: layout::drawings(&layout::NARROW, &rows, &chains, &axis),
        legend: legend::legend(&rows, &axis),
        chains: chains.iter().map(|chain| words::chain(booklet, &builder.bodies.rows, &rows, chain)).collect(),
    }
}

/// More predecessors and successors than this are named in words alone.
const MOST_IN_LINE: usize = 12;

/// One instrument with what it replaced and what replaced it, in a drawing for every width of screen; nothing where
/// there is nothing to draw.
pub(super) fn line(builder: &Builder<'_, '_>, instrument: &Instrument) -> Option<DrawingView> {
    let booklet = builder.booklet;
    let mut near = succession(instrument, booklet);
    near.truncate(MOST_IN_LINE);
    near.sort_by_cached_key(|instrument| instrument_order(instrument));
    let rows = rows::rows(booklet.corpus, booklet.as_of, &near);
    if rows.iter().all(|row| row.spans.is_empty()) {
        return None;
    }
    let chains = chains::chains(&rows);
    let axis = axis::Axis::over(&rows, booklet.as_of);
    let mut drawings = layout::drawings(&layout::NARROW, &rows, &chains, &axis).into_iter();
    drawings.next().filter(|_| drawings.next().is_none())
}

fn chosen<'c>(booklet: &Booklet<'c>, annex: &Annex, table: &BTreeSet<InstrumentId>) -> Vec<&'c Instrument> {
    let corpus = booklet.corpus;
    let wanted: BTreeSet<&InstrumentId> =
        if annex.instruments.is_empty() { table.iter().collect() } else { annex.instruments.iter().collect() };
    let found = wanted.into_iter().filter_map(|id| corpus.instrument(id));
    found
        .filter(|instrument| !annex.instruments.is_empty() || binds_others(instrument.kind))
        // The edition does not state instruments that were issued later, and no edition states unverified ones.
        .filter(|instrument| instrument.issued.reached_on(booklet.as_of) != Reached::No)
        .filter(|instrument| instrument.confidence != Confidence::Unverified)
        .collect()
}

/// Whether instruments of this type lay down rules for others. Letters, standards and reports do not by themselves.
fn binds_others(kind: InstrumentType) -> bool {
    match kind {
        InstrumentType::Constitution
        | InstrumentType::Code
        | InstrumentType::Law
        | InstrumentType::Ordinance
        | InstrumentType::Order
        | InstrumentType::DecreeLaw
        | InstrumentType::Resolution
        | InstrumentType::JointResolution
        | InstrumentType::Decree
        | InstrumentType::Decision
        | InstrumentType::Directive
        | InstrumentType::JointCircular
        | InstrumentType::Circular
        | InstrumentType::TechnicalRegulation => true,
        InstrumentType::ConsolidatedText
        | InstrumentType::OfficialLetter
        | InstrumentType::Standard
        | InstrumentType::Rfc
        | InstrumentType::Programme
        | InstrumentType::Plan
        | InstrumentType::Guidance
        | InstrumentType::Notice
        | InstrumentType::Report
        | InstrumentType::Submission
        | InstrumentType::Conclusion
        | InstrumentType::Treaty
        | InstrumentType::BlankForm => false,
    }
}
