//! Departments (đơn vị nhận): to whom a booklet is handed out. Offices are merged and renamed, so they are in groups,
//! each with its own time.

use super::date::Date;
use super::ids::{DepartmentGroupId, DepartmentId};
use super::instrument::Confidence;
use super::known::Term;

/// Departments of one kind that exist in one time: «63 Sở Thông tin và Truyền thông».
#[derive(Clone, PartialEq, Debug)]
pub struct DepartmentGroup {
    pub id: DepartmentGroupId,
    pub title: String,
    /// When the departments of the group exist; half-open.
    pub term: Term,
    /// How sure we are of the names.
    pub confidence: Confidence,
    pub checked_on: Date,
    pub sources: Vec<String>,
    pub note: Option<String>,
    /// In the order of the file.
    pub departments: Vec<Department>,
}

/// An office that receives a copy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Department {
    pub id: DepartmentId,
    /// `Sở Thông tin và Truyền thông tỉnh Bắc Giang`
    pub name: String,
    /// The province or city that it works for: `Tỉnh Bắc Giang`.
    pub place: String,
    /// The departments whose area it took over.
    pub follows: Vec<DepartmentId>,
    /// The region that its place is counted with, in the office's own words.
    pub region: Option<String>,
    /// Where its place is drawn on the map of tiles of its group.
    pub tile: Option<Tile>,
    pub note: Option<String>,
}

/// A place on a map of tiles: each province is a square of the same size, drawn near its neighbours. It is a drawing and no
/// geography.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Tile {
    /// From the left, from 0.
    pub column: u32,
    /// From the top, from 0.
    pub row: u32,
}
