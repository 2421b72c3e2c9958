//! The results of a review, as they are published: `/results.json`. Everything that its page and its PDF say is here, with
//! where each bar and each tile is drawn, so that the two cannot differ.

use serde::Serialize;

/// The results of a round.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct ResultsView {
    pub language: String,
    /// `Kết quả rà soát: …`
    pub title: String,
    pub issuer: String,
    /// `camnang 0.1.0`
    pub generator: String,
    /// The day of the file's own record, ISO 8601: that of the edition, never that on which it was made.
    pub file_date: String,
    /// The booklet that was asked about, and how many have answered.
    pub opening: Vec<String>,
    /// The states of a duty, in the order in which bars show them.
    pub legend: Vec<ResultsState>,
    pub duties: ResultsBars,
    pub regions: Option<ResultsBars>,
    pub figures: Option<ResultsTable>,
    /// Only where departments may be named.
    pub map: Option<ResultsMap>,
    pub departments: Option<ResultsTable>,
    /// Which parts are missing so that nothing of a single department is published, and why.
    pub withheld: Vec<String>,
}

/// One state, by the key that the layout draws it with.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct ResultsState {
    pub key: String,
    pub name: String,
}

/// Bars, and the table that says the same in figures.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct ResultsBars {
    pub title: String,
    /// What one bar is, for those who do not see it.
    pub alt: String,
    pub bars: Vec<ResultsBar>,
    pub table: ResultsTable,
}

/// One bar.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct ResultsBar {
    pub label: String,
    /// The provision that a duty is of.
    pub note: Option<String>,
    /// The bar in words: `đã làm 3, đang làm 1`.
    pub text: String,
    pub segments: Vec<ResultsSegment>,
}

/// A part of a bar, in thousandths of its length.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct ResultsSegment {
    pub key: String,
    pub start: usize,
    pub length: usize,
}

/// A table; every row has as many cells as there are heads.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct ResultsTable {
    pub title: String,
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// A map of tiles, one for each province: a drawing, whose text is the table of departments.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct ResultsMap {
    pub title: String,
    pub alt: String,
    /// That this is a drawing.
    pub note: String,
    pub columns: u32,
    pub rows: u32,
    pub tiles: Vec<ResultsTile>,
    /// The states of a department.
    pub legend: Vec<ResultsState>,
}

/// The tile of a province.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct ResultsTile {
    pub column: u32,
    pub row: u32,
    /// The name of the place, in at most two lines.
    pub lines: Vec<String>,
    /// `Tỉnh Bắc Ninh: đã trả lời`
    pub text: String,
    /// The state of its department.
    pub key: String,
}
