//! `vocabulary.yaml` and `glossary.yaml`

use std::collections::BTreeSet;

use super::super::yaml::{Node, Value};
use super::{Context, Reader, values};
use crate::diag::{FileId, Finding, Sink};
use crate::model::ids::TopicId;
use crate::model::vocabulary::{Audience, Level, Term, Topic, Vocabulary};
use crate::syntax::messages::{words, yaml};

pub fn read_vocabulary(node: &Node, file: FileId, sink: &mut Sink) -> Option<Vocabulary> {
    let mut reader = Reader::new(node, words::vocabulary_record(), "", file, sink)?;
    let topics = reader
        .required("topics", |node, context| values::list(node, context, |node, context| topic(node, context, None)));
    let audiences = reader.required("audiences", |node, context| values::list(node, context, audience));
    let levels = reader.required("levels", |node, context| values::list(node, context, level));
    reader.finish();
    for list in ["topics", "audiences", "levels"] {
        distinct(node.find(list), "id", "children", &mut BTreeSet::new(), file, sink);
    }
    Some(Vocabulary { topics: topics?.into_iter().flatten().collect(), audiences: audiences?, levels: levels? })
}

/// Reports the items of a list, and of the lists that they hold under `below`, whose key has a value that stood before.
pub(super) fn distinct<'n>(
    list: &'n Node,
    key: &str,
    below: &str,
    seen: &mut BTreeSet<&'n str>,
    file: FileId,
    sink: &mut Sink,
) {
    let Value::List(items) = &list.value else { return };
    for item in items {
        let name = item.find(key);
        if let Value::Text(text) = &name.value
            && !seen.insert(text.trim())
        {
            sink.push(Finding::at(yaml::DUPLICATE_ITEM, file, name.range.clone()).arg("text", text.trim()));
        }
        distinct(item.find(below), key, below, seen, file, sink);
    }
}

/// A topic and all below it, parents first.
fn topic(node: &Node, context: &mut Context<'_>, parent: Option<&TopicId>) -> Option<Vec<Topic>> {
    let mut reader = Reader::new(node, words::topic_record(), context.key, context.file, context.sink)?;
    let id: Option<TopicId> = reader.required("id", values::id);
    let name = reader.required("name", values::text);
    let children = reader.list("children", |node, context| topic(node, context, id.as_ref()));
    reader.finish();
    let mut topics = vec![Topic { id: id?, name: name?, parent: parent.cloned() }];
    topics.extend(children?.into_iter().flatten());
    Some(topics)
}

fn audience(node: &Node, context: &mut Context<'_>) -> Option<Audience> {
    let mut reader = Reader::new(node, words::audience_record(), context.key, context.file, context.sink)?;
    let id = reader.required("id", values::id);
    let name = reader.required("name", values::text);
    reader.finish();
    Some(Audience { id: id?, name: name? })
}

fn level(node: &Node, context: &mut Context<'_>) -> Option<Level> {
    let mut reader = Reader::new(node, words::level_record(), context.key, context.file, context.sink)?;
    let id = reader.required("id", values::id);
    let name = reader.required("name", values::text);
    let verb = reader.required("verb", values::text);
    reader.finish();
    Some(Level { id: id?, name: name?, verb: verb? })
}

pub fn read_glossary(node: &Node, file: FileId, sink: &mut Sink) -> Option<Vec<Term>> {
    let mut reader = Reader::new(node, words::glossary_record(), "", file, sink)?;
    let terms = reader.required("terms", |node, context| values::list(node, context, term));
    reader.finish();
    distinct(node.find("terms"), "term", "children", &mut BTreeSet::new(), file, sink);
    terms
}

fn term(node: &Node, context: &mut Context<'_>) -> Option<Term> {
    let mut reader = Reader::new(node, words::term_record(), context.key, context.file, context.sink)?;
    let term = reader.required("term", values::text);
    let english = reader.optional("english", values::text);
    let definition = reader.required("definition", values::text);
    let source = reader.optional("source", values::text);
    reader.finish();
    Some(Term { term: term?, english: english?, definition: definition?, source: source? })
}
