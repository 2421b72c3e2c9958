//! The things of a corpus that a finding can be about.

use super::date::Date;
use super::ids::{EditionId, ExcerptId, GuidanceId, InstrumentId};

/// A record of the corpus, named by its id rather than by a file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Subject {
    Instrument(InstrumentId),
    Excerpt(ExcerptId),
    Guidance(GuidanceId),
    Edition(EditionId),
    Vocabulary,
    Glossary,
    Waivers,
    Departments,
    Settings,
    /// What an edition had when it was published as of a day.
    Release(EditionId, Date),
    /// A received file of an instrument, by its name.
    Original(InstrumentId, String),
}
