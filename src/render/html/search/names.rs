//! What things are called: a word of the glossary may stand for another of its group, and first letters for a name
//! (`HĐND`, `TSLCD`), in every booklet and without anybody's writing them down.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::view::{Labelled, TermView, View};

/// Names for the script to take a query's words for.
#[derive(Serialize)]
pub(super) struct SearchNames<'a> {
    /// Words of one meaning, the term first.
    groups: Vec<Vec<&'a str>>,
    /// Whose first letters may stand for them.
    names: BTreeSet<&'a str>,
}

impl<'a> SearchNames<'a> {
    /// Takes them from the glossary, and from what has a page.
    pub(super) fn new(view: &'a View) -> Self {
        let groups = view.glossary.iter().map(group).filter(|group| group.len() > 1);
        SearchNames { groups: groups.collect(), names: names(view) }
    }
}

/// Other words for the topics, by their keys.
pub(super) struct OtherWords<'a>(BTreeMap<&'a str, &'a [String]>);

impl<'a> OtherWords<'a> {
    /// Takes them from every topic that has a page.
    pub(super) fn new(view: &'a View) -> Self {
        OtherWords(view.web.topics.iter().map(|it| (it.id.as_str(), it.also.as_slice())).collect())
    }

    /// Returns the other words for a topic.
    pub(super) fn of(&self, topic: &Labelled) -> impl Iterator<Item = &'a String> {
        self.0.get(topic.key.as_str()).copied().unwrap_or_default().iter()
    }
}

fn group(term: &TermView) -> Vec<&str> {
    let TermView { term, also, english, definition: _, source: _, anchor: _ } = term;
    [term].into_iter().chain(english).chain(also).map(String::as_str).collect()
}

fn names(view: &View) -> BTreeSet<&str> {
    let terms = view.glossary.iter().flat_map(group);
    let audiences = view.web.audiences.iter().flat_map(|it| [&it.name].into_iter().chain(&it.also));
    let topics = view.web.topics.iter().flat_map(|it| [&it.name].into_iter().chain(&it.also));
    let issuers = view.instruments.iter().map(|it| &it.issuer);
    let others = audiences.chain(topics).chain(issuers).map(String::as_str);
    // One word has no first letters.
    terms.chain(others).filter(|name| name.contains(' ')).collect()
}
