//! RESOLVE: records become a corpus. Looks across files: ids, references, files that belong to others. The only builder
//! of a [`Corpus`].

mod addresses;
mod chain;
mod former_words;
mod images;
mod media;
pub mod messages;
mod names;
mod numbering;
mod original;
mod original_trees;
mod parse;
mod places;
mod received;
mod references;
mod reviewed;
mod spoken;
mod tree_memo;
mod unread;
mod unread_ids;

use crate::diag::{FileId, Finding, Place, Sink};
use crate::model::corpus::{Corpus, Records};
use crate::model::review::Review;
use crate::model::subject::Subject;
use crate::source::messages::files;
use crate::source::{Kind, Sources};

use chain::OriginalChains;
pub use former_words::difference as words_difference;
use original_trees::OriginalTrees;
pub use original_trees::{FoundUnit, OriginalTexts, OriginalUnit, StoredTree, find as find_unit};
pub use parse::ParseCache;
use parse::ParsedFiles;
pub use places::{Located, LocatedEdit, RecordPlaces};
pub use reviewed::seen_hash;
pub use tree_memo::TreeMemo;

/// A corpus, where its records stand, and the texts of its originals. There is always a corpus to look at, so that checks
/// can speak of what could be read; whether it may be built is for the sink to say.
#[derive(Debug)]
pub struct Resolved {
    pub corpus: Corpus,
    pub places: RecordPlaces,
    pub originals: OriginalTexts,
}

/// Binds the records of a corpus.
pub fn resolve(sources: &Sources, sink: &mut Sink) -> Resolved {
    resolve_beside(sources, &TreeMemo::default(), sink)
}

/// [`resolve`] for a corpus that has originals in common with another, whose memo this is.
pub fn resolve_beside(sources: &Sources, memo: &TreeMemo, sink: &mut Sink) -> Resolved {
    bind(parse::all(sources, sink), sources, &mut images::Seen::default(), memo, sink)
}

/// Reads each file by itself, and binds nothing.
pub fn read_alone(sources: &Sources, sink: &mut Sink) {
    drop(parse::all(sources, sink));
}

/// [`resolve`] for a corpus that was read before: only files that say something else than `cache` has are parsed.
pub fn resolve_again(sources: &Sources, cache: &mut ParseCache, sink: &mut Sink) -> Resolved {
    let parsed = parse::parse_changed(sources, cache, sink);
    let resolved = bind(parsed, sources, &mut cache.images, &cache.trees, sink);
    cache.trees.retain(&resolved.corpus.stored_originals().map(|it| it.text_sha256.as_str()).collect());
    resolved
}

fn bind(
    mut parsed: Vec<(FileId, ParsedFiles)>,
    sources: &Sources,
    seen: &mut images::Seen,
    memo: &TreeMemo,
    sink: &mut Sink,
) -> Resolved {
    let mut records = Records::default();
    let mut places = RecordPlaces::default();
    let read = parsed.iter().map(|(file, _)| *file).collect();
    records.unread = unread::unread(sources, &read);
    let unread = unread_ids::named(sources, &read);
    required(&mut records, sources, sink);
    // Of two with one id, the one whose file is named so has the better claim.
    parsed.sort_by_cached_key(|(file, parsed)| !sources.get(*file).is_some_and(|file| parsed.is_at_home(file)));
    let mut reviews = Vec::new();
    for (file, parsed) in parsed {
        if names::claim(file, &parsed, sources, &mut places, sink) {
            keep(parsed, &mut records, &mut reviews);
        }
    }
    reviewed::bind(reviews, &mut records, sources, &places, sink);
    spoken::suggest(&records, sink);
    let chains = OriginalChains::follow(&records, sources);
    let trees = OriginalTrees::read(original::needed(&records), &records, &chains, memo);
    records.compared_with = original::compared_with(&records, &trees);
    references::bind(&records, &places, sources, &trees, &unread, sink);
    addresses::check(&records, sink);
    received::check(&records, sources, &chains, &places, sink);
    images::check(&records, sources, seen, sink);
    let originals = OriginalTexts::new(&records, sources, &chains, memo.clone());
    Resolved { corpus: Corpus::new(records), places, originals }
}

/// Reviews are kept aside: the records that they are about may come later.
fn keep(parsed: ParsedFiles, records: &mut Records, reviews: &mut Vec<(String, Review)>) {
    match parsed {
        ParsedFiles::Instrument(instrument) => {
            records.instruments.insert(instrument.id.clone(), *instrument);
        }
        ParsedFiles::Excerpt(excerpt) => {
            records.excerpts.insert(excerpt.id.clone(), *excerpt);
        }
        ParsedFiles::Guidance(guidance) => {
            records.guidance.insert(guidance.id.clone(), *guidance);
        }
        ParsedFiles::Edition(edition) => {
            records.editions.insert(edition.id.clone(), *edition);
        }
        ParsedFiles::Vocabulary(vocabulary) => records.vocabulary = vocabulary,
        ParsedFiles::Glossary(terms) => records.glossary = terms,
        ParsedFiles::Departments(groups) => records.departments = groups,
        ParsedFiles::Settings(settings) => records.settings = *settings,
        ParsedFiles::Release(release) => records.releases.push(release),
        ParsedFiles::Waivers(waivers) => records.waivers = waivers,
        ParsedFiles::Review(path, review) => reviews.push((path, *review)),
        ParsedFiles::Original(original) => {
            let key = (original.instrument.clone(), original.file.clone());
            records.stored_originals.insert(key, *original);
        }
    }
}

/// The files that every corpus has. One that is there and cannot be read is not missing.
fn required(records: &mut Records, sources: &Sources, sink: &mut Sink) {
    let mut missing = |path: &str| sink.push(Finding::new(files::MISSING_FILE, Place::Corpus).arg("path", path));
    let has = |kind: Kind| sources.files().any(|(_, file)| file.kind == kind);
    if !has(Kind::Vocabulary) && !records.unread.contains(&Subject::Vocabulary) {
        missing("vocabulary.yaml");
        // No tag can be looked up, so that none is called unknown.
        records.unread.insert(Subject::Vocabulary);
    }
    if !has(Kind::Edition) && !records.unread.iter().any(|subject| matches!(subject, Subject::Edition(_))) {
        missing("editions/<id>.yaml");
    }
}
