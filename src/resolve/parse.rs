//! Every file on its own, in parallel; results in the order of the files.

use rayon::prelude::*;

use crate::diag::{FileId, Finding, Sink};
use crate::messages::yaml;
use crate::model::department::DepartmentGroup;
use crate::model::edition::Edition;
use crate::model::excerpt::{Excerpt, Guidance};
use crate::model::instrument::Instrument;
use crate::model::release::Release;
use crate::model::settings::Settings;
use crate::model::vocabulary::{Term, Vocabulary};
use crate::model::waiver::Waiver;
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
    Waivers(Vec<Waiver>),
    Departments(Vec<DepartmentGroup>),
    Settings(Box<Settings>),
    Release(Release),
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
    if file.text.trim().is_empty() && !matches!(file.kind, Kind::Original | Kind::Image) {
        sink.push(Finding::at(yaml::EMPTY_FILE, id, 0..0));
        return None;
    }
    let parsed = match file.kind {
        Kind::Instrument => Parsed::Instrument(Box::new(yaml_file(id, file, sink, record::read_instrument)?)),
        Kind::Edition => Parsed::Edition(Box::new(yaml_file(id, file, sink, record::read_edition)?)),
        Kind::Vocabulary => Parsed::Vocabulary(yaml_file(id, file, sink, record::read_vocabulary)?),
        Kind::Glossary => Parsed::Glossary(yaml_file(id, file, sink, record::read_glossary)?),
        Kind::Departments => Parsed::Departments(yaml_file(id, file, sink, record::read_departments)?),
        Kind::Settings => Parsed::Settings(Box::new(yaml_file(id, file, sink, record::read_settings)?)),
        Kind::Release => Parsed::Release(yaml_file(id, file, sink, record::read_release)?),
        Kind::Waivers => Parsed::Waivers(yaml_file(id, file, sink, record::read_waivers)?),
        Kind::Excerpt => Parsed::Excerpt(Box::new(record::read_excerpt(&file.text, id, sink)?)),
        Kind::Guidance => Parsed::Guidance(Box::new(record::read_guidance(&file.text, id, sink)?)),
        Kind::Original | Kind::Image => return None,
    };
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
