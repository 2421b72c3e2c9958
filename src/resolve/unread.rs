//! Records that could not be read. A reference to it is no fault of who refers: the file that cannot be read has findings of its
//! own, and one slip in it should not be reported a dozen times.

use std::collections::BTreeSet;

use crate::diag::{FileId, Sink};
use crate::model::ids::{ExcerptId, InstrumentId};
use crate::model::subject::Subject;
use crate::source::{Kind, SourceFile, Sources};
use crate::syntax::record;
use crate::syntax::yaml::{Node, Value, compose};

/// The things that the files without a record stand for: by their names, and by the ids in them where those can be read.
pub fn unread(sources: &Sources, read: &BTreeSet<FileId>) -> BTreeSet<Subject> {
    let mut subjects: BTreeSet<Subject> = sources.unread.iter().filter_map(|path| by_path(path)).collect();
    for (_, file) in sources.files().filter(|(id, file)| !read.contains(id) && has_record(file.kind)) {
        subjects.extend(by_path(&file.path));
        subjects.extend(by_id(file));
    }
    subjects
}

fn has_record(kind: Kind) -> bool {
    match kind {
        Kind::Instrument
        | Kind::Excerpt
        | Kind::Guidance
        | Kind::Edition
        | Kind::Vocabulary
        | Kind::Glossary
        | Kind::Waivers
        | Kind::Departments
        | Kind::Settings
        | Kind::Release
        | Kind::Review
        | Kind::OriginalRecord => true,
        Kind::Original | Kind::OriginalText | Kind::Received | Kind::Image | Kind::Web => false,
    }
}

/// Whatever the ending: an instrument in a `.yml` file is there, if misnamed.
fn by_path(path: &str) -> Option<Subject> {
    let (stem, ending) = path.rsplit_once('.')?;
    match stem.split('/').collect::<Vec<_>>().as_slice() {
        ["vocabulary"] => Some(Subject::Vocabulary),
        ["glossary"] => Some(Subject::Glossary),
        ["waivers"] => Some(Subject::Waivers),
        ["settings"] => Some(Subject::Settings),
        ["departments"] => Some(Subject::Departments),
        ["instruments", id] => id.parse().ok().map(Subject::Instrument),
        ["editions", id] => id.parse().ok().map(Subject::Edition),
        ["guidance", id] => id.parse().ok().map(Subject::Guidance),
        ["excerpts", instrument, name] => {
            instrument.parse::<InstrumentId>().ok()?;
            format!("{instrument}.{name}").parse::<ExcerptId>().ok().map(Subject::Excerpt)
        }
        ["originals", instrument, file] if ending == "yaml" => {
            instrument.parse().ok().map(|id| Subject::Original(id, (*file).to_owned()))
        }
        _ => None,
    }
}

/// The YAML of a file, where that can be read.
pub fn composed(file: &SourceFile) -> Option<Node> {
    let yaml = if file.path.ends_with(".md") { record::header_range(&file.text)? } else { 0..file.text.len() };
    compose(&file.text, yaml, FileId(0), &mut Sink::new())
}

fn by_id(file: &SourceFile) -> Option<Subject> {
    let node = composed(file)?;
    let Value::Text(id) = &node.find("id").value else { return None };
    match file.kind {
        Kind::Instrument => id.parse().ok().map(Subject::Instrument),
        Kind::Excerpt => id.parse().ok().map(Subject::Excerpt),
        Kind::Guidance => id.parse().ok().map(Subject::Guidance),
        Kind::Edition => id.parse().ok().map(Subject::Edition),
        Kind::Vocabulary
        | Kind::Glossary
        | Kind::Waivers
        | Kind::Departments
        | Kind::Settings
        | Kind::Release
        | Kind::Review
        | Kind::Original
        | Kind::OriginalRecord
        | Kind::OriginalText
        | Kind::Received
        | Kind::Image
        | Kind::Web => None,
    }
}
