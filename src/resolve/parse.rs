//! Every file on its own, in parallel; results in the order of the files.

use rayon::prelude::*;

use crate::diag::{FileId, Finding, Place, Sink};
use crate::messages::{references, yaml};
use crate::model::edition::Edition;
use crate::model::excerpt::{Excerpt, Guidance};
use crate::model::instrument::Instrument;
use crate::model::vocabulary::{Term, Vocabulary};
use crate::source::{Kind, SourceFile, Sources};
use crate::syntax::record;
use crate::syntax::yaml::{Node, compose};

pub enum Parsed {
    Instrument(Box<Instrument>),
    Excerpt(Box<Excerpt>),
    Guidance(Box<Guidance>),
    Edition(Box<Edition>),
    Vocabulary(Vocabulary),
    Glossary(Vec<Term>),
}

pub fn all(sources: &Sources, sink: &mut Sink) -> Vec<(FileId, Parsed)> {
    let files: Vec<(FileId, &SourceFile)> = sources.files().collect();
    let parsed: Vec<(FileId, Option<Parsed>, Sink)> = files
        .into_par_iter()
        .map(|(id, file)| {
            let mut own = Sink::new();
            let parsed = one(id, file, &mut own);
            (id, parsed, own)
        })
        .collect();
    let mut kept = Vec::with_capacity(parsed.len());
    for (id, parsed, own) in parsed {
        sink.extend(own);
        kept.extend(parsed.map(|parsed| (id, parsed)));
    }
    kept
}

fn one(id: FileId, file: &SourceFile, sink: &mut Sink) -> Option<Parsed> {
    let parsed = match file.kind {
        Kind::Instrument => Parsed::Instrument(Box::new(yaml_file(id, file, sink, record::read_instrument)?)),
        Kind::Edition => Parsed::Edition(Box::new(yaml_file(id, file, sink, record::read_edition)?)),
        Kind::Vocabulary => Parsed::Vocabulary(yaml_file(id, file, sink, record::read_vocabulary)?),
        Kind::Glossary => Parsed::Glossary(yaml_file(id, file, sink, record::read_glossary)?),
        Kind::Excerpt => Parsed::Excerpt(Box::new(record::read_excerpt(&file.text, id, sink)?)),
        Kind::Guidance => Parsed::Guidance(Box::new(record::read_guidance(&file.text, id, sink)?)),
        Kind::Original | Kind::Image => return None,
    };
    check_name(id, file, &parsed, sink);
    Some(parsed)
}

fn yaml_file<T>(
    id: FileId,
    file: &SourceFile,
    sink: &mut Sink,
    read: impl FnOnce(&Node, FileId, &mut Sink) -> Option<T>,
) -> Option<T> {
    let node = compose(&file.text, 0..file.text.len(), id, sink);
    match node {
        Some(node) => read(&node, id, sink),
        None => {
            if !sink.has_errors() {
                sink.push(Finding::at(yaml::EMPTY_FILE, id, 0..0));
            }
            None
        }
    }
}

/// A record is where its id says: `instruments/<id>.yaml`, `excerpts/<instrument>/<rest of the id>.md`.
fn check_name(file_id: FileId, file: &SourceFile, parsed: &Parsed, sink: &mut Sink) {
    let key = |key: &str| Place::Key(file_id, key.to_owned());
    let mut expect = |id: &str, path: String| {
        if path != file.path {
            let finding = Finding::new(yaml::FILE_NAME, key("id"));
            sink.push(finding.arg("id", id).arg("path", path));
        }
    };
    match parsed {
        Parsed::Instrument(instrument) => expect(instrument.id.as_str(), format!("instruments/{}.yaml", instrument.id)),
        Parsed::Edition(edition) => expect(edition.id.as_str(), format!("editions/{}.yaml", edition.id)),
        Parsed::Guidance(guidance) => expect(guidance.id.as_str(), format!("guidance/{}.md", guidance.id)),
        Parsed::Excerpt(excerpt) => {
            let folder = file.path.split('/').nth(1).unwrap_or("");
            if folder != excerpt.instrument.as_str() {
                let finding = Finding::new(references::WRONG_FOLDER, key("instrument"));
                sink.push(finding.arg("instrument", excerpt.instrument.as_str()).arg("folder", folder));
                return;
            }
            let id = excerpt.id.as_str();
            let name = id.strip_prefix(excerpt.instrument.as_str()).and_then(|rest| rest.strip_prefix('.'));
            match name {
                Some(name) => expect(id, format!("excerpts/{folder}/{name}.md")),
                None => {
                    let finding = Finding::new(yaml::ID_PREFIX, key("id")).arg("id", id);
                    sink.push(finding.arg("expected", format!("{folder}.{}", file.stem())));
                }
            }
        }
        Parsed::Vocabulary(_) | Parsed::Glossary(_) => {}
    }
}
