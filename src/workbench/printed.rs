//! Which editions print an excerpt, and why the others do not.

use serde::Serialize;

use super::address::RecordAddress;
use crate::assemble::{Decision, Miss, Selector};
use crate::diag::Lang;
use crate::model::corpus::Corpus;
use crate::model::edition::{Chapter, Edition};
use crate::model::excerpt::Excerpt;
use crate::model::instrument::Confidence;
use crate::syntax::record::RecordKind;

/// An edition, and its chapters that take an excerpt.
#[derive(Serialize)]
pub struct EditionPrint {
    edition: String,
    as_of: String,
    address: String,
    /// Where the page of the excerpt is shown; absent where it has none.
    pub preview: Option<String>,
    chapters: Vec<String>,
    /// Why no chapter takes it: the reasons of the chapter that comes nearest.
    why_not: Vec<String>,
    /// It would be printed, if somebody had verified it.
    is_unverified: bool,
}

/// Every edition, and what it does with a record; nothing where the record is no excerpt, or cannot be read.
pub fn of(corpus: &Corpus, address: &RecordAddress, lang: Lang) -> Vec<EditionPrint> {
    let id = Some(&address.id).filter(|_| address.kind == RecordKind::Excerpt).and_then(|id| id.parse().ok());
    match id.and_then(|id| corpus.excerpt(&id)) {
        Some(excerpt) => corpus.editions().map(|edition| printed_in(corpus, edition, excerpt, lang)).collect(),
        None => Vec::new(),
    }
}

fn printed_in(corpus: &Corpus, edition: &Edition, excerpt: &Excerpt, lang: Lang) -> EditionPrint {
    let is_unverified = excerpt.confidence == Confidence::Unverified;
    let verified = Excerpt { confidence: Confidence::TextRead, ..excerpt.clone() };
    let all: Vec<&Chapter> = edition.parts.iter().flat_map(|part| &part.chapters).collect();
    let decide = |chapter: &Chapter| Selector::new(corpus, chapter, edition.as_of).decide(&verified);
    let takes = |chapter: &&&Chapter| matches!(decide(chapter), Decision::In { .. });
    let chapters: Vec<String> = all.iter().filter(takes).map(|chapter| chapter.title.clone()).collect();
    let misses = |chapter: &&Chapter| if let Decision::Out(misses) = decide(chapter) { misses } else { Vec::new() };
    let nearest = all.iter().map(misses).min_by_key(Vec::len).filter(|_| chapters.is_empty());
    let said = |miss: Miss| miss.said().get(lang).to_owned();
    EditionPrint {
        edition: edition.title.clone(),
        as_of: edition.as_of.short(),
        address: format!("/records/edition/{}", edition.id),
        preview: (!is_unverified && !chapters.is_empty())
            .then(|| format!("/preview/{}/e/{}.html", edition.id, excerpt.id)),
        why_not: nearest.into_iter().flatten().map(said).collect(),
        is_unverified: is_unverified && !chapters.is_empty(),
        chapters,
    }
}
