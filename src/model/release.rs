//! Releases (lần công bố): the addresses that an edition had when it was published. Readers keep addresses, so each must
//! lead somewhere for as long as there is the edition.

use super::date::Date;
use super::ids::EditionId;

/// The addresses that an edition had when it was published as of a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Release {
    pub edition: EditionId,
    /// The edition's day as it was published.
    pub as_of: Date,
    /// Every kind with its ids, in the order of the file.
    pub ids: Vec<(Shelf, Vec<String>)>,
    /// The printed words of each excerpt; none in a release of before 2026-12.
    pub printed: Vec<PrintedExcerpt>,
}

/// What a release printed of an excerpt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrintedExcerpt {
    pub id: String,
    /// SHA-256 of the words, 64 hex digits.
    pub sha256: String,
    /// The key of its validity on the day of the release.
    pub state: String,
    /// Title, citation, text and duties, on one line.
    pub words: String,
}

/// What kind of page an id is the address of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Shelf {
    Excerpts,
    Instruments,
    Chapters,
    Audiences,
    Topics,
}

impl Shelf {
    pub const ALL: [Shelf; 5] = [Shelf::Excerpts, Shelf::Instruments, Shelf::Chapters, Shelf::Audiences, Shelf::Topics];

    /// Its key in a release.
    pub fn key(self) -> &'static str {
        match self {
            Shelf::Excerpts => "excerpts",
            Shelf::Instruments => "instruments",
            Shelf::Chapters => "chapters",
            Shelf::Audiences => "audiences",
            Shelf::Topics => "topics",
        }
    }
}
