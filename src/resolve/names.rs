//! A record is where its id says: `instruments/<id>.yaml`, `excerpts/<instrument>/<rest of the id>.md`. Each id has one
//! record.

use super::Places;
use super::parse::Parsed;
use crate::diag::{FileId, Finding, Fix, Sink};
use crate::model::subject::Subject;
use crate::resolve::messages::{references, words};
use crate::source::{SourceFile, Sources};
use crate::syntax::messages::yaml;
use crate::syntax::record::suggest_id;

impl Parsed {
    pub fn subject(&self) -> Subject {
        match self {
            Parsed::Instrument(instrument) => Subject::Instrument(instrument.id.clone()),
            Parsed::Excerpt(excerpt) => Subject::Excerpt(excerpt.id.clone()),
            Parsed::Guidance(guidance) => Subject::Guidance(guidance.id.clone()),
            Parsed::Edition(edition) => Subject::Edition(edition.id.clone()),
            Parsed::Vocabulary(_) => Subject::Vocabulary,
            Parsed::Glossary(_) => Subject::Glossary,
            Parsed::Waivers(_) => Subject::Waivers,
            Parsed::Departments(_) => Subject::Departments,
            Parsed::Settings(_) => Subject::Settings,
            Parsed::Release(release) => Subject::Release(release.edition.clone(), release.as_of),
        }
    }

    fn id(&self) -> &str {
        match self {
            Parsed::Instrument(instrument) => instrument.id.as_str(),
            Parsed::Excerpt(excerpt) => excerpt.id.as_str(),
            Parsed::Guidance(guidance) => guidance.id.as_str(),
            Parsed::Edition(edition) => edition.id.as_str(),
            Parsed::Release(release) => release.edition.as_str(),
            Parsed::Vocabulary(_)
            | Parsed::Glossary(_)
            | Parsed::Waivers(_)
            | Parsed::Departments(_)
            | Parsed::Settings(_) => "",
        }
    }

    /// Where the record's file should be; `None` for an excerpt whose id does not begin with its instrument's.
    fn path(&self) -> Option<String> {
        match self {
            Parsed::Instrument(instrument) => Some(format!("instruments/{}.yaml", instrument.id)),
            Parsed::Edition(edition) => Some(format!("editions/{}.yaml", edition.id)),
            Parsed::Guidance(guidance) => Some(format!("guidance/{}.md", guidance.id)),
            Parsed::Excerpt(excerpt) => {
                let instrument = excerpt.instrument.as_str();
                let name = excerpt.id.as_str().strip_prefix(instrument)?.strip_prefix('.')?;
                Some(format!("excerpts/{instrument}/{name}.md"))
            }
            Parsed::Vocabulary(_) => Some("vocabulary.yaml".to_owned()),
            Parsed::Glossary(_) => Some("glossary.yaml".to_owned()),
            Parsed::Waivers(_) => Some("waivers.yaml".to_owned()),
            Parsed::Departments(_) => Some("departments.yaml".to_owned()),
            Parsed::Settings(_) => Some("settings.yaml".to_owned()),
            Parsed::Release(release) => Some(format!("releases/{}-{}.yaml", release.edition, release.as_of)),
        }
    }

    pub fn is_at_home(&self, file: &SourceFile) -> bool {
        self.path().is_some_and(|path| path == file.path)
    }
}

/// Claims the id for this file. Of two that have one id, the misnamed one is left out, which the finding says; a name
/// that does not fit is said only where the id is free, since the file could not take that name otherwise.
pub fn claim(id: FileId, parsed: &Parsed, sources: &Sources, places: &mut Places, sink: &mut Sink) -> bool {
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

/// The id that the file's name asks for.
fn named(file: &SourceFile) -> String {
    match file.path.split('/').collect::<Vec<_>>().as_slice() {
        ["excerpts", instrument, _] => suggest_id(&format!("{instrument}.{}", file.stem())),
        _ => suggest_id(file.stem()),
    }
}

fn check(id: FileId, file: &SourceFile, parsed: &Parsed, places: &Places, sink: &mut Sink) {
    if let Parsed::Excerpt(excerpt) = parsed {
        let folder = file.path.split('/').nth(1).unwrap_or("");
        if folder != excerpt.instrument.as_str() {
            let finding = Finding::new(references::WRONG_FOLDER, places.in_file(id, "instrument"));
            return sink.push(finding.arg("instrument", excerpt.instrument.as_str()).arg("folder", folder));
        }
    }
    let key = if matches!(parsed, Parsed::Release(_)) { "as-of" } else { "id" };
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
