//! The kinds of file that hold a record.

use super::shape::{Description, RecordRef};
use super::{departments, edition, excerpt, instrument, original, releases, review, settings, vocabulary, waivers};
use crate::model::subject::Subject;

/// A kind of file with a record: as a whole, or as the header of a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RecordKind {
    Instrument,
    Excerpt,
    Guidance,
    Edition,
    Vocabulary,
    Glossary,
    Departments,
    Settings,
    Release,
    Waivers,
    Original,
    Review,
}

impl RecordKind {
    pub const ALL: [RecordKind; 12] = [
        RecordKind::Instrument,
        RecordKind::Excerpt,
        RecordKind::Guidance,
        RecordKind::Edition,
        RecordKind::Vocabulary,
        RecordKind::Glossary,
        RecordKind::Departments,
        RecordKind::Settings,
        RecordKind::Release,
        RecordKind::Waivers,
        RecordKind::Original,
        RecordKind::Review,
    ];

    /// Its name on the command line and in the schema.
    pub fn key(self) -> &'static str {
        self.about().name
    }

    /// Where such files are in the corpus.
    pub fn files(self) -> &'static str {
        match self {
            RecordKind::Instrument => "instruments/*.yaml",
            RecordKind::Excerpt => "excerpts/*/*.md",
            RecordKind::Guidance => "guidance/*.md",
            RecordKind::Edition => "editions/*.yaml",
            RecordKind::Vocabulary => "vocabulary.yaml",
            RecordKind::Glossary => "glossary.yaml",
            RecordKind::Departments => "departments.yaml",
            RecordKind::Settings => "settings.yaml",
            RecordKind::Release => "releases/*.yaml",
            RecordKind::Waivers => "waivers.yaml",
            RecordKind::Original => "originals/*/*.yaml",
            RecordKind::Review => "reviews/**/*.yaml",
        }
    }

    /// Returns what a file of the corpus is, by its path in it: its kind and its id, which is empty where there is one file
    /// of the kind.
    pub fn of_path(path: &str) -> Option<(Self, String)> {
        let parts: Vec<&str> = path.split('/').collect();
        let (kind, id) = match *parts.as_slice() {
            ["instruments", file] => (RecordKind::Instrument, stem(file)?.to_owned()),
            ["excerpts", folder, file] => (RecordKind::Excerpt, format!("{folder}.{}", stem(file)?)),
            ["guidance", file] => (RecordKind::Guidance, stem(file)?.to_owned()),
            ["editions", file] => (RecordKind::Edition, stem(file)?.to_owned()),
            ["releases", file] => (RecordKind::Release, stem(file)?.to_owned()),
            ["originals", folder, file] if file.ends_with(".yaml") => {
                (RecordKind::Original, format!("{folder}.{}", stem(file)?))
            }
            ["reviews", ref of @ ..] => {
                let (kind, id) = RecordKind::of_path(&of.join("/"))?;
                let id = format!("{}.{id}", kind.key());
                (RecordKind::Review, id.trim_end_matches('.').to_owned())
            }
            [file] => (RecordKind::ALL.into_iter().find(|kind| kind.files() == file)?, String::new()),
            _ => return None,
        };
        Some((kind, id))
    }

    /// Returns the record that the file with this path has, where records of its kind are reviewed.
    pub fn subject_of(path: &str) -> Option<Subject> {
        let (kind, id) = RecordKind::of_path(path)?;
        match kind {
            RecordKind::Instrument => id.parse().ok().map(Subject::Instrument),
            RecordKind::Excerpt => id.parse().ok().map(Subject::Excerpt),
            RecordKind::Guidance => id.parse().ok().map(Subject::Guidance),
            RecordKind::Edition => id.parse().ok().map(Subject::Edition),
            RecordKind::Vocabulary => Some(Subject::Vocabulary),
            RecordKind::Glossary => Some(Subject::Glossary),
            RecordKind::Departments => Some(Subject::Departments),
            RecordKind::Settings => Some(Subject::Settings),
            RecordKind::Release | RecordKind::Waivers | RecordKind::Original | RecordKind::Review => None,
        }
    }

    /// Returns the path of the review of the record with this path, which mirrors it; none where such a record is not reviewed.
    pub fn review_path(path: &str) -> Option<String> {
        RecordKind::subject_of(path)?;
        let (inner, _) = path.rsplit_once('.')?;
        Some(format!("{REVIEWS}{inner}.yaml"))
    }

    /// Whether the record is the header of a text, between two lines `---`.
    pub fn is_header(self) -> bool {
        matches!(self, RecordKind::Excerpt | RecordKind::Guidance)
    }

    /// Returns the declaration of the record, which says what it is for.
    pub fn about(self) -> RecordRef {
        match self {
            RecordKind::Instrument => instrument::instrument().about,
            RecordKind::Excerpt => excerpt::excerpt().about,
            RecordKind::Guidance => excerpt::guidance().about,
            RecordKind::Edition => edition::edition().about,
            RecordKind::Vocabulary => vocabulary::vocabulary().about,
            RecordKind::Glossary => vocabulary::glossary().about,
            RecordKind::Departments => departments::departments().about,
            RecordKind::Settings => settings::settings().about,
            RecordKind::Release => releases::release().about,
            RecordKind::Waivers => waivers::waivers().about,
            RecordKind::Original => original::received().about,
            RecordKind::Review => review::review().about,
        }
    }

    /// Returns the keys of the record, for schemas and scaffolds.
    pub fn describe(self) -> Description {
        self.about().describe()
    }
}

/// The folder of what was decided and remarked about records.
pub const REVIEWS: &str = "reviews/";

fn stem(file: &str) -> Option<&str> {
    file.rsplit_once('.').map(|(stem, _)| stem)
}
