//! Which findings stop an edition. Nearly everything in a corpus concerns every edition: an instrument changes the validity of
//! others, the vocabulary is everybody's. An excerpt concerns those that select it, and those whose excerpts refer to it, and everybody where
//! it is unclear who selects it; what is wrong in any other, such as a draft at which somebody is at work, keeps no edition from its readers.

use std::collections::{BTreeMap, BTreeSet};

use super::OpenedCorpus;
use crate::assemble::Selector;
use crate::diag::{FileId, Finding};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::excerpt::Excerpt;
use crate::model::ids::EditionId;
use crate::model::subject::Subject;
use crate::source::{Kind, SourceFile};
use crate::syntax::record;

/// The editions that it is decided about, each as of a day; none where it is decided about the corpus.
#[derive(Clone, Default, Debug)]
pub(super) struct EditionGate {
    editions: Vec<(EditionId, Date)>,
}

impl EditionGate {
    /// A gate of these editions.
    pub fn new(editions: Vec<(EditionId, Date)>) -> Self {
        EditionGate { editions }
    }

    /// The findings that are in an excerpt with which none of the editions has to do.
    pub fn aside<'f>(&self, opened: &OpenedCorpus, findings: &[&'f Finding]) -> Vec<&'f Finding> {
        let file = |finding: &Finding| opened.places.file_of(&finding.place.owner());
        let faulty: BTreeSet<FileId> = findings.iter().filter_map(|finding| file(finding)).collect();
        let files = self.unconcerned(opened, &faulty);
        findings.iter().copied().filter(|finding| file(finding).is_some_and(|file| files.contains(&file))).collect()
    }

    /// The files among these that are of such an excerpt.
    fn unconcerned(&self, opened: &OpenedCorpus, faulty: &BTreeSet<FileId>) -> BTreeSet<FileId> {
        let excerpts: Vec<(FileId, &SourceFile)> =
            opened.sources.files().filter(|(_, file)| file.kind == Kind::Excerpt).collect();
        if self.editions.is_empty() || !excerpts.iter().any(|(id, _)| faulty.contains(id)) {
            return BTreeSet::new();
        }
        let selectors = self.selectors(opened);
        let place = |excerpt: &Excerpt| opened.places.file(&Subject::Excerpt(excerpt.id.clone()));
        let whole: BTreeMap<FileId, &Excerpt> =
            opened.corpus.excerpts().filter_map(|excerpt| Some((place(excerpt)?, excerpt))).collect();
        let excerpt = |id: FileId, file: &SourceFile| match whole.get(&id) {
            Some(excerpt) => Some(excerpt.verified()),
            None => record::selected_by(&file.text),
        };
        let read: Vec<(FileId, &SourceFile, Option<Excerpt>)> =
            excerpts.into_iter().map(|(id, file)| (id, file, excerpt(id, file))).collect();
        let is_taken = |excerpt: &Option<Excerpt>| {
            let taken = |excerpt: &Excerpt| selectors.iter().any(|selector| selector.takes(excerpt));
            excerpt.as_ref().is_none_or(|excerpt| !has_known_keys(&opened.corpus, excerpt) || taken(excerpt))
        };
        let (taken, left): (Vec<_>, Vec<_>) = read.into_iter().partition(|(_, _, excerpt)| is_taken(excerpt));
        let always = opened.sources.files().map(|(_, file)| file).filter(|file| may_refer(file.kind));
        let referring = taken.iter().map(|(_, file, _)| *file).chain(always);
        let named: BTreeSet<&str> = referring.flat_map(|file| words(&file.text)).collect();
        let is_named = |excerpt: &Excerpt| named.contains(excerpt.id.as_str());
        let left = left.into_iter().filter(|(_, _, excerpt)| !excerpt.as_ref().is_some_and(is_named));
        left.map(|(id, _, _)| id).filter(|id| faulty.contains(id)).collect()
    }

    fn selectors<'o>(&self, opened: &'o OpenedCorpus) -> Vec<Selector<'o>> {
        let editions = self.editions.iter().filter_map(|(id, day)| Some((opened.corpus.edition(id)?, *day)));
        let of_edition = editions.flat_map(|(edition, day)| {
            let chapters = edition.parts.iter().flat_map(|part| &part.chapters);
            chapters.map(move |chapter| Selector::new(&opened.corpus, chapter, day))
        });
        of_edition.collect()
    }
}

/// Whether the keys by which editions select name what there is. With a slip in one of them, an excerpt would vanish from its
/// edition in silence.
fn has_known_keys(corpus: &Corpus, excerpt: &Excerpt) -> bool {
    let vocabulary = corpus.vocabulary();
    corpus.instrument(&excerpt.instrument).is_some()
        && excerpt.topics.iter().all(|id| vocabulary.topic(id).is_some())
        && excerpt.audiences.iter().all(|id| vocabulary.audience(id).is_some())
}

/// Whether a file that is not an excerpt may refer to one for every edition.
fn may_refer(kind: Kind) -> bool {
    match kind {
        Kind::Instrument | Kind::Guidance | Kind::Vocabulary | Kind::Glossary | Kind::Departments | Kind::Settings => {
            true
        }
        // An edition says by its chapters what it selects; what was published, reviewed or let stand selects nothing.
        Kind::Edition
        | Kind::Release
        | Kind::Waivers
        | Kind::Review
        | Kind::Excerpt
        | Kind::Original
        | Kind::OriginalRecord
        | Kind::OriginalText
        | Kind::Received
        | Kind::Image
        | Kind::Web => false,
    }
}

/// Everything in a text that could be an id.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_of_id = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-');
    text.split(move |sign| !is_of_id(sign)).map(|word| word.trim_matches(['.', '-']))
}
