//! Decides whether a chapter selects an excerpt, with the reason.

use std::collections::BTreeSet;

use crate::assemble::approval;
use crate::assemble::messages::selection;
use crate::diag::Bilingual;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::edition::{Chapter, Edition, Selection};
use crate::model::excerpt::Excerpt;
use crate::model::ids::TopicId;
use crate::model::instrument::Confidence;
use crate::model::known::Reached;
use crate::model::subject::Subject;
use crate::model::time::ValidityQuery;
use crate::model::validity::ValidityKind;

/// What a chapter decides about an excerpt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Decision {
    /// `listed`: by `include`, whatever the criteria say.
    In {
        listed: bool,
    },
    Out(Vec<Miss>),
}

/// One reason why an excerpt is out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Miss {
    Topics,
    Audiences,
    Instruments,
    /// It had not been issued on the day: a reader of that day could not know it.
    NotIssued,
    /// Its validity on the day is not among those requested.
    Validity(ValidityKind),
    Excluded,
    /// The chapter has no criteria and does not list it.
    NoCriteria,
    /// Confidence `unverified` must not be printed.
    Unverified,
    /// The edition requires approval, and nobody has approved what it says now.
    Unapproved,
}

impl Miss {
    /// Returns the reason in words.
    pub fn said(self) -> Bilingual {
        match self {
            Miss::Topics => selection::other_topics(),
            Miss::Audiences => selection::other_audiences(),
            Miss::Instruments => selection::other_instruments(),
            Miss::Validity(kind) => selection::other_validity(kind),
            Miss::NotIssued => selection::not_issued(),
            Miss::Excluded => selection::excluded(),
            Miss::NoCriteria => selection::no_criteria(),
            Miss::Unverified => selection::unverified(),
            Miss::Unapproved => selection::unapproved(),
        }
    }

    /// Whether another chapter of the edition may take it all the same.
    pub fn is_of_the_chapter(self) -> bool {
        match self {
            Miss::NotIssued | Miss::Unverified | Miss::Unapproved => false,
            Miss::Topics
            | Miss::Audiences
            | Miss::Instruments
            | Miss::Validity(_)
            | Miss::Excluded
            | Miss::NoCriteria => true,
        }
    }
}

/// A chapter's selection, ready to be asked about many excerpts.
pub struct Selector<'c> {
    corpus: &'c Corpus,
    select: &'c Selection,
    as_of: Date,
    /// The edition that has further demands.
    edition: Option<&'c Edition>,
    /// The requested topics, and all below them.
    topics: BTreeSet<&'c TopicId>,
}

impl<'c> Selector<'c> {
    /// Prepares the criteria of a chapter; a topic also selects those below it.
    pub fn new(corpus: &'c Corpus, chapter: &'c Chapter, as_of: Date) -> Self {
        let select = &chapter.select;
        let vocabulary = corpus.vocabulary();
        let wanted = |id: &TopicId| select.topics.iter().any(|outer| vocabulary.is_within(id, outer));
        let topics = vocabulary.topics.iter().map(|topic| &topic.id).filter(|id| wanted(id)).collect();
        Selector { corpus, select, as_of, edition: None, topics }
    }

    /// The same for a chapter of this edition, which may require that excerpts are approved.
    #[must_use]
    pub fn of(self, edition: &'c Edition) -> Self {
        Selector { edition: Some(edition), ..self }
    }

    /// Whether the chapter takes the excerpt.
    pub fn takes(&self, excerpt: &Excerpt) -> bool {
        // Most excerpts miss a chapter by their topics, which is soon seen.
        if self.topics(excerpt).is_some() && !self.select.include.contains(&excerpt.id) {
            return false;
        }
        let fits = match self.by_name(excerpt) {
            Some(decision) => matches!(decision, Decision::In { .. }),
            None => self.misses(excerpt).next().is_none(),
        };
        fits && !self.is_left_out(excerpt)
    }

    /// The decision; where it is against, with every reason, so that an editor can fix them together.
    pub fn decide(&self, excerpt: &Excerpt) -> Decision {
        let decision = self.by_name(excerpt).unwrap_or_else(|| {
            let misses: Vec<Miss> = self.misses(excerpt).collect();
            if misses.is_empty() { Decision::In { listed: false } } else { Decision::Out(misses) }
        });
        match decision {
            Decision::In { .. } if self.is_left_out(excerpt) => Decision::Out(vec![Miss::Unapproved]),
            decision => decision,
        }
    }

    /// Whether the edition prints no such excerpt as long as nobody has approved it.
    fn is_left_out(&self, excerpt: &Excerpt) -> bool {
        let is_left_out = |edition| approval::is_left_out(self.corpus, edition, &Subject::Excerpt(excerpt.id.clone()));
        self.edition.is_some_and(is_left_out)
    }

    /// Returns the decision by name, which comes before any criterion.
    fn by_name(&self, excerpt: &Excerpt) -> Option<Decision> {
        let out = |miss| Some(Decision::Out(vec![miss]));
        if excerpt.confidence == Confidence::Unverified {
            return out(Miss::Unverified);
        }
        if self.corpus.is_issued(excerpt, self.as_of) == Reached::No {
            return out(Miss::NotIssued);
        }
        if self.select.exclude.contains(&excerpt.id) {
            return out(Miss::Excluded);
        }
        if self.select.include.contains(&excerpt.id) {
            return Some(Decision::In { listed: true });
        }
        if has_criteria(self.select) { None } else { out(Miss::NoCriteria) }
    }

    /// The criteria that the excerpt does not fit, each looked at only on demand: validity, the dearest,
    /// comes last.
    fn misses<'a>(&'a self, excerpt: &'a Excerpt) -> impl Iterator<Item = Miss> + 'a {
        let criteria = [Self::topics, Self::audiences, Self::instruments, Self::validity];
        criteria.into_iter().filter_map(move |criterion| criterion(self, excerpt))
    }

    fn topics(&self, excerpt: &Excerpt) -> Option<Miss> {
        let fits = self.select.topics.is_empty() || excerpt.topics.iter().any(|id| self.topics.contains(id));
        (!fits).then_some(Miss::Topics)
    }

    fn audiences(&self, excerpt: &Excerpt) -> Option<Miss> {
        let wanted = &self.select.audiences;
        let fits = wanted.is_empty() || wanted.iter().any(|id| excerpt.audiences.contains(id));
        (!fits).then_some(Miss::Audiences)
    }

    fn instruments(&self, excerpt: &Excerpt) -> Option<Miss> {
        let fits = self.select.instruments.is_empty() || self.select.instruments.contains(&excerpt.instrument);
        (!fits).then_some(Miss::Instruments)
    }

    fn validity(&self, excerpt: &Excerpt) -> Option<Miss> {
        if self.select.validity.is_empty() {
            return None;
        }
        let kind = self.corpus.excerpt_validity(excerpt, ValidityQuery::as_of(self.as_of)).kind;
        (!self.select.validity.contains(&kind)).then_some(Miss::Validity(kind))
    }
}

/// Validity alone is no criterion: it would take the whole corpus.
fn has_criteria(select: &Selection) -> bool {
    !(select.topics.is_empty() && select.audiences.is_empty() && select.instruments.is_empty())
}
