//! Every document that the real corpus cites by number or name has a record, or is in `tests/truth/external.tsv` with
//! the reason why it has none. A slip of the keys in a number is found here. And where the articles of the codification are
//! on the machine, their citations are counted.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use camnang::internals::assemble::cited;
use camnang::internals::model::citation::{DocumentRef, Target};
use camnang::internals::model::corpus::Corpus;
use camnang::internals::model::instrument::Instrument;
use camnang::internals::model::text::{Body, Inline, each_inline};
use camnang::internals::session::Strictness;
use camnang::internals::syntax::citation::find;
use icu_normalizer::ComposingNormalizerBorrowed;

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

/// Where the codification's articles are, if they are on this machine: `CAMNANG_ARTICLES`, or beside the repository.
fn articles() -> Option<Vec<String>> {
    let beside = root().join("../shared/data/phapdien-articles.jsonl.gz");
    let path = std::env::var_os("CAMNANG_ARTICLES").map_or(beside, Into::into);
    let output = Command::new("gzip").arg("-dc").arg(&path).output().ok().filter(|output| output.status.success())?;
    let lines = String::from_utf8(output.stdout).ok()?;
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let text = |line: &str| {
        let article: serde_json::Value = serde_json::from_str(line).unwrap();
        nfc.normalize(article["text"].as_str().unwrap()).into_owned()
    };
    Some(lines.lines().map(text).collect())
}

/// How many citations of each sort.
#[derive(Default, Debug)]
struct Counts {
    all: usize,
    numbered: usize,
    named: usize,
    own: usize,
    /// Left to nobody, since another document is in the sentence.
    unclear: usize,
    places: usize,
    faulty: usize,
    /// Words that open a citation wherever they stand, and those of them that lie in none.
    openings: usize,
    missed: usize,
}

impl Counts {
    fn add(&mut self, text: &str) {
        let found = find(text);
        for citation in &found {
            self.all += 1;
            match citation.document {
                DocumentRef::Number { .. } | DocumentRef::Partial { .. } => self.numbered += 1,
                DocumentRef::Named { .. } | DocumentRef::Earlier { .. } => self.named += 1,
                DocumentRef::This { .. } | DocumentRef::Unstated => self.own += 1,
                DocumentRef::Unclear => self.unclear += 1,
            }
            self.places += citation.cited.len();
            self.faulty += citation.cited.iter().filter(|it| matches!(it.target, Target::Faulty(_))).count();
        }
        for at in sure_openings(text) {
            self.openings += 1;
            self.missed += usize::from(!found.iter().any(|citation| citation.range.contains(&at)));
        }
    }
}

/// Where `… khoản 5`, `… Điều 5` and `… số 12/2030/NĐ-CP` stand inside a line: always a citation.
fn sure_openings(text: &str) -> Vec<usize> {
    let starts_so = |at: usize, test: fn(char) -> bool| text[at..].starts_with(test);
    let units = ["tại khoản ", "tại Điều ", "của Điều "].into_iter().flat_map(|words| text.match_indices(words));
    let units = units.map(|(at, words)| at + words.len()).filter(|&at| starts_so(at, |c| c.is_ascii_digit()));
    let types = ["Nghị định số ", "Thông tư số ", "Quyết định số "].into_iter();
    let numbered = types.flat_map(|words| text.match_indices(words)).map(|(at, words)| at + words.len());
    let numbered = numbered.filter(|&at| {
        let number = text[at..].split_whitespace().next().unwrap_or_default();
        number.matches('/').count() == 2 && number.starts_with(|c: char| c.is_ascii_digit())
    });
    units.chain(numbered).collect()
}

/// Floors and ceilings over the real articles, so that a change that loses citations is seen. Nothing of them is in the
/// repository.
#[test]
fn the_real_articles_keep_their_citations() {
    let Some(articles) = articles() else {
        eprintln!("skipped: no articles of the codification at CAMNANG_ARTICLES or in ../shared/data");
        return;
    };
    let mut counts = Counts::default();
    articles.iter().for_each(|text| counts.add(text));
    println!("{counts:#?}");
    assert!(counts.all >= 36_800 && counts.places >= 28_000, "{counts:#?}");
    assert!(counts.numbered >= 6_700 && counts.named >= 4_700 && counts.own >= 25_000, "{counts:#?}");
    assert!(counts.unclear <= 180 && counts.faulty <= 65, "{counts:#?}");
    assert!(counts.openings >= 14_400 && counts.missed <= 10, "{counts:#?}");
}
