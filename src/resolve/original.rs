//! Compares verbatim excerpts with the units of the stored originals, and what summaries were read against with them.

use std::collections::{BTreeMap, BTreeSet};

use super::RecordPlaces;
use super::original_trees::{FoundUnit, OriginalTrees, OriginalUnit, StoredTree};
use crate::diag::{Code, Finding, Place, Sink};
use crate::model::corpus::Records;
use crate::model::excerpt::{Excerpt, Wording};
use crate::model::ids::{ExcerptId, InstrumentId};
use crate::model::known::Known;
use crate::model::subject::Subject;
use crate::model::text::plain_text;
use crate::originals::quotation::{self, QuotationFault, QuotationFaultKind, read_lines};
use crate::originals::tree::{ProvisionTree, TreeNode};
use crate::resolve::former_words;
use crate::resolve::messages::originals as codes;
use crate::resolve::messages::words::unit_difference;
use crate::source::Sources;

/// The instruments whose originals some excerpt has to be compared with.
pub fn needed(records: &Records) -> Vec<&InstrumentId> {
    let needing = records.excerpts.values().filter(|excerpt| needs_original(excerpt));
    let ids: BTreeSet<&InstrumentId> = needing.map(|excerpt| &excerpt.instrument).collect();
    ids.into_iter().collect()
}

fn needs_original(excerpt: &Excerpt) -> bool {
    excerpt.wording == Wording::Verbatim || excerpt.read.is_some()
}

/// The file that each excerpt quotes, or was read against and still is like.
pub fn compared_with(records: &Records, trees: &OriginalTrees) -> BTreeMap<ExcerptId, String> {
    let compared = records.excerpts.values().filter(|excerpt| needs_original(excerpt)).filter_map(|excerpt| {
        let OriginalUnit::One(found) = trees.find(&excerpt.instrument, excerpt.at.known()?) else { return None };
        let is_read = |read: &String| *read == quotation::unit_hash(&found.stored.tree, found.unit);
        let is_like = excerpt.wording == Wording::Verbatim || excerpt.read.as_ref().is_some_and(is_read);
        is_like.then(|| (excerpt.id.clone(), found.stored.original.file.clone()))
    });
    compared.collect()
}

/// Compares an excerpt with its original, where it has to be like it.
pub fn check(excerpt: &Excerpt, trees: &OriginalTrees, sources: &Sources, places: &RecordPlaces, sink: &mut Sink) {
    if !needs_original(excerpt) {
        return;
    }
    let verbatim = excerpt.wording == Wording::Verbatim;
    let key = if verbatim { "wording" } else { "read" };
    let entry = |key: &str| Place::Entry(Subject::Excerpt(excerpt.id.clone()), key.to_owned());
    let Known::Known(at) = &excerpt.at else {
        return sink.push(Finding::new(codes::NO_PLACE, entry("at")));
    };
    let of = |finding: Finding| finding.arg("instrument", excerpt.instrument.as_str()).arg("at", at.to_string());
    match trees.find(&excerpt.instrument, at) {
        OriginalUnit::NoOriginal if verbatim => sink.push(of(Finding::new(codes::NO_ORIGINAL, entry(key)))),
        OriginalUnit::NoOriginal => sink.push(of(Finding::new(codes::READ_WITHOUT_ORIGINAL, entry(key)))),
        OriginalUnit::NoUnit => sink.push(of(Finding::new(codes::NOT_IN_ORIGINAL, entry("at")))),
        OriginalUnit::Several => sink.push(of(Finding::new(codes::SEVERAL_UNITS, entry("at")))),
        OriginalUnit::Disputed(one, other) => sink.push(of(copies(codes::DISPUTED, one, other, entry("at")))),
        // The broken chain is an error of its own, and what the original says is not known.
        OriginalUnit::NotBelieved => {}
        OriginalUnit::One(FoundUnit { stored, unit, differing }) => {
            check_read(excerpt, &stored.tree, unit, header_of(excerpt, sources, places), sink);
            if let Some(other) = differing {
                sink.push(of(copies(codes::COPIES_DIFFER, stored, other, entry("at"))));
            }
            if verbatim {
                compare(excerpt, &stored.tree, unit, sources, places, sink);
            }
        }
    }
}

fn copies(code: Code, one: &StoredTree, other: &StoredTree, place: Place) -> Finding {
    let finding = Finding::new(code, place);
    finding.arg("file", one.original.file.as_str()).arg("other", other.original.file.as_str())
}

/// Reports a summary whose unit is not what it was read against, and the words that differ where the header has the former
/// ones.
fn check_read(excerpt: &Excerpt, tree: &ProvisionTree, unit: &TreeNode, header: &str, sink: &mut Sink) {
    let Some(read) = &excerpt.read else { return };
    let now = quotation::unit_hash(tree, unit);
    if *read == now {
        return;
    }
    let place = Place::Entry(Subject::Excerpt(excerpt.id.clone()), "read".to_owned());
    let at = unit.locator.as_ref().map(ToString::to_string).unwrap_or_default();
    let former = former_words::in_remarks(header, read);
    let difference = former.map(|former| former_words::difference(&former, &tree.text(unit)));
    let finding = Finding::new(codes::UNIT_CHANGED, place).arg("at", at).arg("now", now);
    let finding = finding.arg("difference", unit_difference(difference.as_deref()));
    sink.push(finding.arg("instrument", excerpt.instrument.as_str()));
}

/// The header of the file of an excerpt.
fn header_of<'s>(excerpt: &Excerpt, sources: &'s Sources, places: &RecordPlaces) -> &'s str {
    let file = places.file(&Subject::Excerpt(excerpt.id.clone())).and_then(|file| sources.get(file));
    let header = file.and_then(|file| file.text.get(..crate::syntax::record::header_body(&file.text)?));
    header.unwrap_or_default()
}

fn compare(
    excerpt: &Excerpt,
    tree: &ProvisionTree,
    unit: &TreeNode,
    sources: &Sources,
    places: &RecordPlaces,
    sink: &mut Sink,
) {
    let subject = Subject::Excerpt(excerpt.id.clone());
    let words: Vec<String> = read_lines(&plain_text(&excerpt.body)).concat();
    let at = unit.locator.as_ref().map(ToString::to_string).unwrap_or_default();
    for fault in quotation::compare(tree, unit, &excerpt.body) {
        let before = words.get(..fault.word).unwrap_or_default();
        let place = body_place(&subject, before, words.get(fault.word), sources, places);
        sink.push(finding(&fault, place).arg("at", at.as_str()));
    }
}

fn finding(fault: &QuotationFault, place: Place) -> Finding {
    let QuotationFault { kind, word: _, quoted, original } = fault;
    let code = match kind {
        QuotationFaultKind::Differs { other: Some(_) } => codes::OTHER_UNIT,
        QuotationFaultKind::Differs { other: None } if original.is_empty() => codes::MORE_THAN_UNIT,
        QuotationFaultKind::Differs { other: None } => codes::NOT_VERBATIM,
        QuotationFaultKind::Ends => codes::NOT_WHOLE,
        QuotationFaultKind::WithinSentence => codes::WITHIN_SENTENCE,
        QuotationFaultKind::NothingLeftOut => codes::NOTHING_LEFT_OUT,
        QuotationFaultKind::LeavesOutException => codes::LEAVES_OUT_EXCEPTION,
        QuotationFaultKind::LeavesOutLead => codes::LEAVES_OUT_LEAD,
        QuotationFaultKind::NotAround => codes::NOT_AROUND,
    };
    let finding = Finding::new(code, place).arg("words", quoted.as_str()).arg("original", original.as_str());
    match kind {
        QuotationFaultKind::Differs { other: Some(other) } => finding.arg("other", other.to_string()),
        _ => finding,
    }
}

/// Where a word is in the body: as many of its like before it as there are before. The key `wording` where that cannot be
/// known, because Markdown writes the word in another way.
fn body_place(
    subject: &Subject,
    before: &[String],
    word: Option<&String>,
    sources: &Sources,
    places: &RecordPlaces,
) -> Place {
    let found = places.file(subject).and_then(|file| sources.get(file)).and_then(|file| {
        let start = crate::syntax::record::header_body(&file.text)?;
        let word = word?.as_str();
        let body = file.text.get(start..)?;
        let earlier = before.iter().filter(|earlier| *earlier == word).count();
        let (at, _) = whole_words(body, word).nth(earlier).or_else(|| body.match_indices(word).next())?;
        Some(Place::Body(subject.clone(), start + at..start + at + word.len()))
    });
    found.unwrap_or_else(|| Place::Entry(subject.clone(), "wording".to_owned()))
}

fn whole_words<'t>(body: &'t str, word: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
    let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    body.match_indices(word)
        .filter(move |(at, _)| ends(body[..*at].chars().next_back()) && ends(body[at + word.len()..].chars().next()))
}
