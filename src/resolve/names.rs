//! A record is where its id says: `instruments/<id>.yaml`, `excerpts/<instrument>/<rest of the id>.md`. Each id has one
//! record.

use super::RecordPlaces;
use super::parse::ParsedFiles;
use crate::diag::{FileId, Finding, Fix, Sink};
use crate::model::subject::Subject;
use crate::resolve::messages::{references, words};
use crate::source::{SourceFile, Sources};
use crate::syntax::messages::yaml;
use crate::syntax::record::suggest_id;

impl ParsedFiles {
    /// Returns the record as findings name it.
    pub fn subject(&self) -> Subject {
        match self {
            ParsedFiles::Instrument(instrument) => Subject::Instrument(instrument.id.clone()),
            ParsedFiles::Excerpt(excerpt) => Subject::Excerpt(excerpt.id.clone()),
            ParsedFiles::Guidance(guidance) => Subject::Guidance(guidance.id.clone()),
            ParsedFiles::Edition(edition) => Subject::Edition(edition.id.clone()),
            ParsedFiles::Vocabulary(_) => Subject::Vocabulary,
            ParsedFiles::Glossary(_) => Subject::Glossary,
            ParsedFiles::Waivers(_) => Subject::Waivers,
            ParsedFiles::Departments(_) => Subject::Departments,
            ParsedFiles::Settings(_) => Subject::Settings,
            ParsedFiles::Release(release) => Subject::Release(release.edition.clone(), release.as_of),
            ParsedFiles::Original(original) => Subject::Original(original.instrument.clone(), original.file.clone()),
            ParsedFiles::Review(path, _) => Subject::Review(path.clone()),
        }
    }

    fn id(&self) -> &str {
        match self {
            ParsedFiles::Instrument(instrument) => instrument.id.as_str(),
            ParsedFiles::Excerpt(excerpt) => excerpt.id.as_str(),
            ParsedFiles::Guidance(guidance) => guidance.id.as_str(),
            ParsedFiles::Edition(edition) => edition.id.as_str(),
            ParsedFiles::Release(release) => release.edition.as_str(),
            ParsedFiles::Original(original) => &original.file,
            ParsedFiles::Vocabulary(_)
            | ParsedFiles::Glossary(_)
            | ParsedFiles::Review(..)
            | ParsedFiles::Waivers(_)
            | ParsedFiles::Departments(_)
            | ParsedFiles::Settings(_) => "",
        }
    }

    /// Where the record's file should be; `None` for an excerpt whose id does not begin with its instrument's.
    fn path(&self) -> Option<String> {
        match self {
            ParsedFiles::Instrument(instrument) => Some(format!("instruments/{}.yaml", instrument.id)),
            ParsedFiles::Edition(edition) => Some(format!("editions/{}.yaml", edition.id)),
            ParsedFiles::Guidance(guidance) => Some(format!("guidance/{}.md", guidance.id)),
            ParsedFiles::Excerpt(excerpt) => {
                let instrument = excerpt.instrument.as_str();
                let name = excerpt.id.as_str().strip_prefix(instrument)?.strip_prefix('.')?;
                Some(format!("excerpts/{instrument}/{name}.md"))
            }
            ParsedFiles::Vocabulary(_) => Some("vocabulary.yaml".to_owned()),
            ParsedFiles::Glossary(_) => Some("glossary.yaml".to_owned()),
            ParsedFiles::Waivers(_) => Some("waivers.yaml".to_owned()),
            ParsedFiles::Departments(_) => Some("departments.yaml".to_owned()),
            ParsedFiles::Settings(_) => Some("settings.yaml".to_owned()),
            ParsedFiles::Release(release) => Some(format!("releases/{}-{}.yaml", release.edition, release.as_of)),
            ParsedFiles::Original(original) => Some(original.record_path()),
            ParsedFiles::Review(path, _) => Some(path.clone()),
        }
    }

    /// Returns whether the file has the path that its id demands.
    pub fn is_at_home(&self, file: &SourceFile) -> bool {
        self.path().is_some_and(|path| path == file.path)
    }
}

/// Claims the id for this file. Of two that have one id, the misnamed one is left out, which the finding says; a name
/// that does not fit is said only where the id is free, since the file could not take that name if it were taken.
pub fn claim(id: FileId, parsed: &ParsedFiles, sources: &Sources, places: &mut RecordPlaces, sink: &mut Sink) -> bool {
    let Some(file) = sources.get(id) else { return false };
    match places.claim(parsed.subject(), id) {
        Ok(()) => {
            check(id, file, parsed, places, sink);
            true
        }
        Err(other) => {
            let finding = Finding::new(references::DUPLICATE_ID, places.in_file(id, "id")).arg("id", parsed.id());
            let finding = finding.arg("other", sources.get(other).map_or("", |other| &other.path));
            let advice = if parsed.is_at_home(file) { words::other_id() } else { words::id_of_file(&named(file)) };
            sink.push(finding.arg("advice", advice));
            false
        }
    }
}

/// The id that the file's name implies.
fn named(file: &SourceFile) -> String {
    match file.path.split('/').collect::<Vec<_>>().as_slice() {
        ["excerpts", instrument, _] => suggest_id(&format!("{instrument}.{}", file.stem())),
        _ => suggest_id(file.stem()),
    }
}

fn check(id: FileId, file: &SourceFile, parsed: &ParsedFiles, places: &RecordPlaces, sink: &mut Sink) {
    if let ParsedFiles::Excerpt(excerpt) = parsed {
        let folder = file.path.split('/').nth(1).unwrap_or("");
        if folder != excerpt.instrument.as_str() {
            let finding = Finding::new(references::WRONG_FOLDER, places.in_file(id, "instrument"));
            return sink.push(finding.arg("instrument", excerpt.instrument.as_str()).arg("folder", folder));
        }
    }
    let key = match parsed {
        ParsedFiles::Release(_) => "as-of",
        ParsedFiles::Original(_) => "file",
        _ => "id",
    };
    let place = places.in_file(id, key);
    match parsed.path() {
        Some(path) if path == file.path => {}
        Some(path) => sink.push(Finding::new(yaml::FILE_NAME, place).arg("id", parsed.id()).arg("path", path)),
        None => {
            let finding = Finding::new(yaml::ID_PREFIX, place).arg("id", parsed.id());
            let expected = named(file);
            sink.push(finding.fix(Fix::value(expected.as_str())).arg("expected", expected));
        }
    }
}
