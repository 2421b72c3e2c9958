//! Every file on its own, in parallel; results in the order of the files.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::images::Seen;
use super::tree_memo::TreeMemo;
use crate::diag::{FileId, Finding, Sink};
use crate::model::department::DepartmentGroup;
use crate::model::edition::Edition;
use crate::model::excerpt::{Excerpt, Guidance};
use crate::model::instrument::Instrument;
use crate::model::original::StoredOriginal;
use crate::model::release::Release;
use crate::model::review::Review;
use crate::model::settings::Settings;
use crate::model::vocabulary::{GlossaryTerm, Vocabulary};
use crate::model::waiver::Waiver;
use crate::source::{Kind, SourceFile, Sources};
use crate::syntax::messages::yaml;
use crate::syntax::record;
use crate::syntax::yaml::{Node, compose};

/// What a file of the corpus turned out to be.
#[derive(Clone, Debug)]
pub enum ParsedFiles {
    Instrument(Box<Instrument>),
    Excerpt(Box<Excerpt>),
    Guidance(Box<Guidance>),
    Edition(Box<Edition>),
    Vocabulary(Vocabulary),
    Glossary(Vec<GlossaryTerm>),
    Waivers(Vec<Waiver>),
    Departments(Vec<DepartmentGroup>),
    Settings(Box<Settings>),
    Release(Release),
    Original(Box<StoredOriginal>),
    /// With its path, which says what it is about.
    Review(String, Box<Review>),
}

/// The parsed files of a corpus, by the texts that they were parsed from: an unchanged file is not parsed again. For
/// programs that read a corpus again and again, such as the live view after each change.
#[derive(Default, Debug)]
pub struct ParseCache {
    /// By path.
    read: BTreeMap<String, Arc<Remembered>>,
    pub(super) images: Seen,
    pub(super) trees: TreeMemo,
}

/// A file that was parsed.
#[derive(Debug)]
struct Remembered {
    /// As it was then: findings name it.
    id: FileId,
    text: String,
    parsed: Option<ParsedFiles>,
    found: Sink,
}

impl Remembered {
    fn new(id: FileId, file: &SourceFile) -> Self {
        let mut found = Sink::new();
        let parsed = one(id, file, &mut found);
        Remembered { id, text: file.text.clone(), parsed, found }
    }

    /// Whether parsing the file would give this again. The texts are compared, and neither hashes nor times: both texts are
    /// in memory, a comparison is quicker than a hash, and a time of change may be kept when a file is replaced. Findings
    /// hold the file's number, which changes when files before it come or go; without findings the number does not matter.
    fn is_of(&self, id: FileId, file: &SourceFile) -> bool {
        self.text == file.text && (self.id == id || self.found.findings().is_empty())
    }
}

/// Parses all files, in parallel; findings come in the order of the files, whichever is parsed first.
pub fn all(sources: &Sources, sink: &mut Sink) -> Vec<(FileId, ParsedFiles)> {
    let files: Vec<(FileId, &SourceFile)> = sources.files().collect();
    let parsed = files.into_par_iter().map(|(id, file)| {
        let mut found = Sink::new();
        (id, one(id, file, &mut found), found)
    });
    kept(parsed.collect(), sink)
}

/// [`all`], of which only what is new is parsed.
pub fn parse_changed(sources: &Sources, cache: &mut ParseCache, sink: &mut Sink) -> Vec<(FileId, ParsedFiles)> {
    let files: Vec<(FileId, &SourceFile)> = sources.files().collect();
    let read = files.par_iter().map(|(id, file)| match cache.read.get(&file.path) {
        // The path says the kind.
        Some(former) if former.is_of(*id, file) => Arc::clone(former),
        _ => Arc::new(Remembered::new(*id, file)),
    });
    let read: Vec<Arc<Remembered>> = read.collect();
    let parsed = read.par_iter().zip(&files).map(|(read, (id, _))| (*id, read.parsed.clone(), read.found.clone()));
    let parsed = kept(parsed.collect(), sink);
    cache.read = files.iter().map(|(_, file)| file.path.clone()).zip(read).collect();
    parsed
}

fn kept(parsed: Vec<(FileId, Option<ParsedFiles>, Sink)>, sink: &mut Sink) -> Vec<(FileId, ParsedFiles)> {
    let mut kept = Vec::with_capacity(parsed.len());
    for (id, parsed, found) in parsed {
        sink.extend(found);
        kept.extend(parsed.map(|parsed| (id, parsed)));
    }
    kept
}

fn one(id: FileId, file: &SourceFile, sink: &mut Sink) -> Option<ParsedFiles> {
    if !file.is_sound {
        return None;
    }
    if file.text.trim().is_empty() && !matches!(file.kind, Kind::Original | Kind::OriginalText | Kind::Image) {
        sink.push(Finding::at(yaml::EMPTY_FILE, id, 0..0));
        return None;
    }
    let parsed = match file.kind {
        Kind::Instrument => ParsedFiles::Instrument(Box::new(yaml_file(id, file, sink, record::read_instrument)?)),
        Kind::Edition => ParsedFiles::Edition(Box::new(yaml_file(id, file, sink, record::read_edition)?)),
        Kind::Vocabulary => ParsedFiles::Vocabulary(yaml_file(id, file, sink, record::read_vocabulary)?),
        Kind::Glossary => ParsedFiles::Glossary(yaml_file(id, file, sink, record::read_glossary)?),
        Kind::Departments => ParsedFiles::Departments(yaml_file(id, file, sink, record::read_departments)?),
        Kind::Settings => ParsedFiles::Settings(Box::new(yaml_file(id, file, sink, record::read_settings)?)),
        Kind::Release => ParsedFiles::Release(yaml_file(id, file, sink, record::read_release)?),
        Kind::Waivers => ParsedFiles::Waivers(yaml_file(id, file, sink, record::read_waivers)?),
        Kind::Review => {
            ParsedFiles::Review(file.path.clone(), Box::new(yaml_file(id, file, sink, record::read_review)?))
        }
        Kind::Excerpt => ParsedFiles::Excerpt(Box::new(record::read_excerpt(&file.text, id, sink)?)),
        Kind::Guidance => ParsedFiles::Guidance(Box::new(record::read_guidance(&file.text, id, sink)?)),
        Kind::OriginalRecord => {
            ParsedFiles::Original(Box::new(yaml_file(id, file, sink, record::read_stored_original)?))
        }
        Kind::Original | Kind::OriginalText | Kind::Received | Kind::Image | Kind::Web => return None,
    };
    Some(parsed)
}

fn yaml_file<T>(
    id: FileId,
    file: &SourceFile,
    sink: &mut Sink,
    read: impl FnOnce(&Node, FileId, &mut Sink) -> Option<T>,
) -> Option<T> {
    let node = compose(&file.text, 0..file.text.len(), id, sink)?;
    read(&node, id, sink)
}
