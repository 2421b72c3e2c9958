//! Every document that the real corpus cites by number or name has a record, or stands in `tests/truth/external.tsv` with
//! the reason why it has none. A slip of the keys in a number is found here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use camnang::internals::assemble::cited;
use camnang::internals::model::citation::DocumentRef;
use camnang::internals::model::corpus::Corpus;
use camnang::internals::model::instrument::Instrument;
use camnang::internals::model::text::{Body, Inline, each_inline};
use camnang::internals::session::Strictness;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Documents without a record, by the words that cite them; each with a place that does.
fn without_record(corpus: &Corpus) -> BTreeMap<String, String> {
    let day = corpus.editions().map(|edition| edition.as_of).max().expect("an edition");
    let mut found = BTreeMap::new();
    let mut look = |id: &str, body: &Body, own: Option<&Instrument>| {
        each_inline(body, &mut |inline| {
            let Inline::Cite { words, found: citation, .. } = inline else { return };
            let name = match &citation.document {
                DocumentRef::Number { number, .. } => number.to_string(),
                DocumentRef::Partial { .. } | DocumentRef::Named { .. } => words.clone(),
                // These mean the text itself, or one that it has just named.
                DocumentRef::This { .. }
                | DocumentRef::Earlier { .. }
                | DocumentRef::Unclear
                | DocumentRef::Unstated => return,
            };
            if cited::instrument(corpus, citation, own, day).is_none() {
                found.entry(name).or_insert_with(|| id.to_owned());
            }
        });
    };
    for excerpt in corpus.excerpts() {
        look(excerpt.id.as_str(), &excerpt.body, corpus.instrument(&excerpt.instrument));
    }
    corpus.all_guidance().for_each(|guidance| look(guidance.id.as_str(), &guidance.body, None));
    found
}

#[test]
fn every_cited_document_has_a_record_or_a_reason() {
    let corpus = camnang::internals::session::open(&root().join("corpus")).unwrap().corpus;
    let listed = fs::read_to_string(root().join("tests/truth/external.tsv")).unwrap();
    let lines = listed.lines().filter(|line| !line.starts_with('#'));
    let external: BTreeSet<&str> = lines.map(|line| line.split_once('\t').expect("a reason").0).collect();
    let found = without_record(&corpus);
    let unknown: Vec<_> = found.iter().filter(|(number, _)| !external.contains(number.as_str())).collect();
    assert!(unknown.is_empty(), "no record and not in external.tsv: {unknown:#?}");
    let idle: Vec<_> = external.iter().filter(|number| !found.contains_key(**number)).collect();
    assert!(idle.is_empty(), "in external.tsv and not cited: {idle:?}");
}

/// Every explicit reference leads to an excerpt: the corpus would not pass the check otherwise.
#[test]
fn no_reference_dangles() {
    let opened = camnang::internals::session::open(&root().join("corpus")).unwrap();
    let findings = opened.view_every_edition().findings();
    assert!(!findings.stop(Strictness::Errors), "{:#?}", findings.all());
}
