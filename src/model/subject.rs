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
    /// The decisions and comments about a record, by the path of their file.
    Review(String),
}

impl Subject {
    /// Returns the name by which commands take the record: its id, or the file of which there is one.
    pub fn name(&self) -> String {
        match self {
            Subject::Instrument(id) => id.to_string(),
            Subject::Excerpt(id) => id.to_string(),
            Subject::Guidance(id) => id.to_string(),
            Subject::Edition(id) => id.to_string(),
            Subject::Vocabulary => "vocabulary.yaml".to_owned(),
            Subject::Glossary => "glossary.yaml".to_owned(),
            Subject::Waivers => "waivers.yaml".to_owned(),
            Subject::Departments => "departments.yaml".to_owned(),
            Subject::Settings => "settings.yaml".to_owned(),
            Subject::Release(edition, day) => format!("releases/{edition}-{day}.yaml"),
            Subject::Original(instrument, file) => format!("originals/{instrument}/{file}.yaml"),
            Subject::Review(path) => path.clone(),
        }
    }
}
