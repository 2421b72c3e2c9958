//! What a duty rests on: on text that was seen, and on a clause that lays it down rather than on the penalty for its neglect. What
//! records call duties and deadlines by is there, once.

use std::collections::{BTreeMap, BTreeSet};

use crate::checks::messages::{duties as codes, words};
use crate::diag::advice::nearest_id;
use crate::diag::{Bilingual, Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::excerpt::Excerpt;
use crate::model::instrument::Confidence;
use crate::model::subject::Subject;
use crate::model::text::plain_text;

pub fn check(corpus: &Corpus, sink: &mut Sink) {
    let named = DutyIds::of(corpus, sink);
    for excerpt in corpus.excerpts() {
        second_hand(corpus, excerpt, sink);
        from_penalties(corpus, excerpt, sink);
        named.report_unknown(excerpt, sink);
    }
}

/// Reports a binding duty of a text that was not read.
fn second_hand(corpus: &Corpus, excerpt: &Excerpt, sink: &mut Sink) {
    let instrument = corpus.instrument(&excerpt.instrument).map(|it| it.confidence);
    if excerpt.confidence != Confidence::SecondHand && instrument != Some(Confidence::SecondHand) {
        return;
    }
    for (index, duty) in excerpt.obligations.iter().enumerate() {
        if corpus.vocabulary().kind(&duty.level).binds() {
            let finding = Finding::new(codes::SECOND_HAND_DUTY, key(excerpt, format!("obligations.{index}.level")));
            sink.push(finding.arg("what", duty.what.as_str()));
        }
    }
}

fn from_penalties(corpus: &Corpus, excerpt: &Excerpt, sink: &mut Sink) {
    if !is_penalty(corpus, excerpt) {
        return;
    }
    for (index, duty) in excerpt.obligations.iter().enumerate() {
        if corpus.vocabulary().kind(&duty.level).binds() {
            let finding = Finding::new(codes::DUTY_FROM_PENALTY, key(excerpt, format!("obligations.{index}.what")));
            sink.push(finding.arg("what", duty.what.as_str()));
        }
    }
}

/// Whether a provision punishes: it says so, its text fines, or all of its instrument is about penalties.
fn is_penalty(corpus: &Corpus, excerpt: &Excerpt) -> bool {
    let about = corpus.instrument(&excerpt.instrument).is_some_and(|it| it.subject().contains("xử phạt"));
    let fines = |text: &str| text.to_lowercase().contains("phạt tiền");
    !excerpt.sanction_for.is_empty() || about || fines(&plain_text(&excerpt.body))
}

/// The ids by which records speak of duties and deadlines.
struct DutyIds<'c> {
    duties: BTreeSet<&'c str>,
    deadlines: BTreeSet<&'c str>,
}

impl<'c> DutyIds<'c> {
    /// Collects them, and reports those that stand twice.
    fn of(corpus: &'c Corpus, sink: &mut Sink) -> Self {
        let (mut duties, mut deadlines) = (BTreeMap::new(), BTreeMap::new());
        for excerpt in corpus.excerpts() {
            for (index, duty) in excerpt.obligations.iter().enumerate() {
                let own = duty.id.as_ref().map(|id| id.as_str());
                once(&mut duties, own, excerpt, format!("obligations.{index}.id"), sink);
                let own = duty.deadline.id.as_ref().map(|id| id.as_str());
                once(&mut deadlines, own, excerpt, format!("obligations.{index}.deadline.id"), sink);
            }
        }
        let excerpts = corpus.excerpts().map(|excerpt| excerpt.id.as_str());
        DutyIds { duties: duties.into_keys().chain(excerpts).collect(), deadlines: deadlines.into_keys().collect() }
    }

    fn report_unknown(&self, excerpt: &Excerpt, sink: &mut Sink) {
        for (index, id) in excerpt.sanction_for.iter().enumerate() {
            let place = key(excerpt, format!("sanction-for.{index}"));
            known(&self.duties, id.as_str(), words::a_duty(), place, sink);
        }
        for (index, extension) in excerpt.extends.iter().enumerate() {
            let place = key(excerpt, format!("extends.{index}.extends"));
            known(&self.deadlines, extension.extends.as_str(), words::a_deadline(), place, sink);
        }
    }
}

fn once<'c>(
    seen: &mut BTreeMap<&'c str, &'c Excerpt>,
    id: Option<&'c str>,
    excerpt: &'c Excerpt,
    at: String,
    sink: &mut Sink,
) {
    let Some(id) = id else { return };
    if let Some(other) = seen.insert(id, excerpt) {
        let finding = Finding::new(codes::ID_TWICE, key(excerpt, at)).arg("id", id);
        sink.push(finding.arg("other", other.id.as_str()));
    }
}

fn known(all: &BTreeSet<&str>, id: &str, what: Bilingual, place: Place, sink: &mut Sink) {
    if !all.contains(id) {
        let near = nearest_id(id, all.iter().copied());
        let finding = Finding::new(codes::NO_SUCH_DUTY, place).arg("id", id).arg("what", what);
        sink.push(finding.arg("advice", words::name_it(near)));
    }
}

fn key(excerpt: &Excerpt, key: String) -> Place {
    Place::Entry(Subject::Excerpt(excerpt.id.clone()), key)
}
