//! Which editions print an excerpt, and why the others do not.

use std::collections::BTreeSet;

use serde::Serialize;

use super::address::RecordAddress;
use crate::assemble::{Decision, Miss, Selector};
use crate::diag::Lang;
use crate::model::corpus::Corpus;
use crate::model::edition::{Chapter, Edition};
use crate::model::excerpt::Excerpt;
use crate::model::ids::{EditionId, ExcerptId};
use crate::model::instrument::Confidence;
use crate::syntax::record::RecordKind;
use crate::view;

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
    let verified = excerpt.verified();
    let all: Vec<&Chapter> = edition.parts.iter().flat_map(|part| &part.chapters).collect();
    let decide = |chapter: &Chapter| Selector::new(corpus, chapter, edition.as_of).of(edition).decide(&verified);
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

/// The excerpts that are named of those that an edition prints more or less; the others are counted.
const NAMED: usize = 30;

/// What an edition prints more or less after a change of the corpus.
#[derive(Serialize)]
pub struct PrintChange {
    edition: String,
    as_of: String,
    address: String,
    gains: ChangedPrints,
    loses: ChangedPrints,
}

/// The excerpts that an edition prints more, or less.
#[derive(Serialize)]
struct ChangedPrints {
    named: Vec<ChangedPrint>,
    /// How many there are besides.
    others: usize,
}

/// An excerpt that an edition prints more, or less.
#[derive(Serialize)]
struct ChangedPrint {
    name: String,
    /// It would be printed, if somebody had verified it.
    is_unverified: bool,
}

/// The editions that print other excerpts in one state of the corpus than in another. Of drafts it is said what prints them once
/// somebody has verified them.
pub fn changes(now: &Corpus, then: &Corpus, drafts: &[ExcerptId]) -> Vec<PrintChange> {
    let changed = |edition: &Edition| {
        let (before, after) = (taken(now, &edition.id, drafts), taken(then, &edition.id, drafts));
        PrintChange {
            edition: edition.title.clone(),
            as_of: edition.as_of.short(),
            address: format!("/records/edition/{}", edition.id),
            gains: ChangedPrints::of(after.difference(&before), then),
            loses: ChangedPrints::of(before.difference(&after), now),
        }
    };
    then.editions().map(changed).filter(|it| !(it.gains.named.is_empty() && it.loses.named.is_empty())).collect()
}

/// The excerpts that an edition prints, or would if they were verified; none where there is no such edition.
fn taken(corpus: &Corpus, edition: &EditionId, drafts: &[ExcerptId]) -> BTreeSet<ExcerptId> {
    let Some(edition) = corpus.edition(edition) else { return BTreeSet::new() };
    let chapters = edition.parts.iter().flat_map(|part| &part.chapters);
    let selectors: Vec<Selector<'_>> = chapters.map(|chapter| Selector::new(corpus, chapter, edition.as_of)).collect();
    let is_taken = |excerpt: &&Excerpt| {
        let verified = drafts.contains(&excerpt.id).then(|| excerpt.verified());
        selectors.iter().any(|selector| selector.takes(verified.as_ref().unwrap_or(excerpt)))
    };
    corpus.excerpts().filter(is_taken).map(|excerpt| excerpt.id.clone()).collect()
}

impl ChangedPrints {
    fn of<'i>(ids: impl Iterator<Item = &'i ExcerptId>, corpus: &Corpus) -> Self {
        let excerpts: Vec<&Excerpt> = ids.filter_map(|id| corpus.excerpt(id)).collect();
        let named = |excerpt: &&Excerpt| ChangedPrint {
            name: view::citation(corpus, excerpt),
            is_unverified: excerpt.confidence == Confidence::Unverified,
        };
        ChangedPrints {
            others: excerpts.len().saturating_sub(NAMED),
            named: excerpts.iter().take(NAMED).map(named).collect(),
        }
    }
}
