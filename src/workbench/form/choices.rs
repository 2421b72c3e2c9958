//! The things of the corpus with their names, to choose from.

use serde::Serialize;

use super::step::{ListRequest, PickOption};
use crate::model::corpus::Corpus;
use crate::model::ids::IdKind;
use crate::model::vocabulary::Topic;
use crate::view;

/// The things of a corpus that forms offer.
pub struct Choices<'c> {
    corpus: &'c Corpus,
}

/// A proposal: the id, and what it is.
#[derive(Serialize)]
pub struct ListOption {
    pub value: String,
    pub label: String,
}

impl<'c> Choices<'c> {
    /// Offers the things of a corpus.
    pub fn new(corpus: &'c Corpus) -> Self {
        Choices { corpus }
    }

    /// The things of a kind, those that are chosen marked. One that the corpus does not have is among them if it is chosen:
    /// a form must not lose it.
    pub fn options(&self, kind: IdKind, chosen: &[&str]) -> Vec<PickOption> {
        with_strangers(self.named(kind), chosen)
    }

    fn named(&self, kind: IdKind) -> Vec<(String, String, usize)> {
        let vocabulary = self.corpus.vocabulary();
        let plain = |id: String, name: &str| (id, name.to_owned(), 0);
        match kind {
            IdKind::Topic => {
                let topics = vocabulary.topics.iter();
                topics.map(|it| (it.id.to_string(), it.name.clone(), depth(it, &vocabulary.topics))).collect()
            }
            IdKind::Audience => vocabulary.audiences.iter().map(|it| plain(it.id.to_string(), &it.name)).collect(),
            IdKind::Level => {
                let named = |verb: &str, name: &str| format!("{verb} ({name})");
                let levels = vocabulary.levels.iter();
                levels.map(|it| plain(it.id.to_string(), &named(&it.verb, &it.name))).collect()
            }
            IdKind::Edition => self.corpus.editions().map(|it| plain(it.id.to_string(), &it.title)).collect(),
            _ => Vec::new(),
        }
    }

    /// The proposals of a list.
    pub fn list(&self, request: ListRequest) -> Vec<ListOption> {
        let option = |value: String, label: String| ListOption { value, label };
        let corpus = self.corpus;
        match request {
            ListRequest::Instruments => {
                corpus.instruments().map(|it| option(it.id.to_string(), it.citation())).collect()
            }
            ListRequest::Excerpts => {
                corpus.excerpts().map(|it| option(it.id.to_string(), view::citation(corpus, it))).collect()
            }
            ListRequest::Guidance => {
                corpus.all_guidance().map(|it| option(it.id.to_string(), it.title.clone())).collect()
            }
            ListRequest::Departments => {
                let all = corpus.departments().iter().flat_map(|group| &group.departments);
                all.map(|it| option(it.id.to_string(), it.name.clone())).collect()
            }
        }
    }
}

/// The list in which an id of this kind is looked up.
pub fn list_of(kind: IdKind) -> Option<ListRequest> {
    match kind {
        IdKind::Instrument => Some(ListRequest::Instruments),
        IdKind::Excerpt | IdKind::Duty => Some(ListRequest::Excerpts),
        IdKind::Guidance => Some(ListRequest::Guidance),
        IdKind::Department => Some(ListRequest::Departments),
        _ => None,
    }
}

/// Options of values with names, with those that are chosen and not among them.
pub fn with_strangers(named: Vec<(String, String, usize)>, chosen: &[&str]) -> Vec<PickOption> {
    let strangers: Vec<&&str> = chosen.iter().filter(|it| named.iter().all(|(value, _, _)| value != **it)).collect();
    let strange = strangers.into_iter().map(|it| ((*it).to_owned(), (*it).to_owned(), 0)).collect::<Vec<_>>();
    let option = |(value, label, depth): (String, String, usize)| {
        let is_chosen = chosen.contains(&value.as_str());
        PickOption { value, label, is_chosen, depth }
    };
    named.into_iter().chain(strange).map(option).collect()
}

fn depth(topic: &Topic, all: &[Topic]) -> usize {
    let above = |topic: &Topic| topic.parent.as_ref().and_then(|parent| all.iter().find(|it| it.id == *parent));
    std::iter::successors(above(topic), |topic| above(topic)).take(all.len()).count()
}
