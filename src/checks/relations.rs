//! Relations: their days in order, their keys at home, their instruments named by their records.

use crate::checks::messages::{time, words};
use crate::diag::{Bilingual, Finding, Fix, FixEdit, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::instrument::{Instrument, Relation, RelationKind, RelationTarget};
use crate::model::known::Day;
use crate::model::subject::Subject;
use crate::model::time::{Standing, effect};

pub fn check(corpus: &Corpus, sink: &mut Sink) {
    for instrument in corpus.instruments() {
        for (index, relation) in instrument.relations.iter().enumerate() {
            let place = |key: &str| {
                Place::Entry(Subject::Instrument(instrument.id.clone()), format!("relations.{index}.{key}"))
            };
            days(corpus, instrument, relation, &place, sink);
            keys(relation, &place, sink);
            record(corpus, instrument, relation, &place, sink);
        }
    }
    void(corpus, sink);
}

fn days(
    corpus: &Corpus,
    instrument: &Instrument,
    relation: &Relation,
    place: &impl Fn(&str) -> Place,
    sink: &mut Sink,
) {
    let mut order = |key: &str, earlier: (&Day, Bilingual), later: (&Day, Bilingual), same_day: bool| {
        let (Some(first), Some(second)) = (earlier.0.date(), later.0.date()) else { return };
        if second < first || (second == first && !same_day) {
            let finding = Finding::new(time::DATES_OUT_OF_ORDER, place(key)).arg("later_name", later.1);
            let finding = finding.arg("later", second.to_string());
            let finding = finding.arg("clash", if second < first { words::is_before() } else { words::is_same() });
            sink.push(finding.arg("earlier_name", earlier.1).arg("earlier", first.to_string()));
        }
    };
    if let Some(on) = relation.on {
        order("on", (&instrument.issued, words::issued()), (&Day::On(on), words::relation_on()), true);
    }
    if let Some(until) = &relation.until {
        order(
            "until",
            (&effect(instrument, relation), words::suspended_from()),
            (until, words::suspended_until()),
            false,
        );
    }
    let RelationTarget::Instrument(target) = &relation.target else { return };
    let Some(target) = corpus.instrument(target).filter(|target| target.id != instrument.id) else { return };
    if acts_on_what_is_there(relation.kind) {
        let earlier = (&target.issued, words::issued_of(target.id.as_str()));
        order("instrument", earlier, (&instrument.issued, words::issued()), true);
    }
}

/// Whether the other instrument must have been issued before.
fn acts_on_what_is_there(kind: RelationKind) -> bool {
    match kind {
        RelationKind::Replaces
        | RelationKind::PartlyReplaces
        | RelationKind::Amends
        | RelationKind::Repeals
        | RelationKind::PartlyRepeals
        | RelationKind::Suspends
        | RelationKind::Guides
        | RelationKind::BasedOn
        | RelationKind::Consolidates
        | RelationKind::Follows => true,
        RelationKind::Issues | RelationKind::Cites => false,
    }
}

/// Keys that say something of some kinds of relation only.
fn keys(relation: &Relation, place: &impl Fn(&str) -> Place, sink: &mut Sink) {
    let kind = relation.kind;
    let mut misplaced = |key: &str, advice: Bilingual| {
        let finding = Finding::new(time::MISPLACED_KEY, place(key)).arg("key", key);
        sink.push(finding.arg("kind", kind.key()).arg("advice", advice));
    };
    if relation.until.is_some() && !kind.suspends() {
        misplaced("until", words::only_suspends());
    }
    if relation.transition.is_some() && !kind.ends() && !kind.ends_partly() {
        misplaced("transition", words::only_endings());
    }
    if !relation.units.is_empty() && kind.ends() {
        misplaced(
            "units",
            words::partly(if kind == RelationKind::Replaces { "partly-replaces" } else { "partly-repeals" }),
        );
    }
}

/// What has a record is named by it: only then does the act touch it.
fn record(
    corpus: &Corpus,
    instrument: &Instrument,
    relation: &Relation,
    place: &impl Fn(&str) -> Place,
    sink: &mut Sink,
) {
    let RelationTarget::External(number) = &relation.target else { return };
    let there = corpus.numbered(&number.key()).iter().find(|id| number.identifies() && **id != instrument.id);
    if let Some(id) = there {
        let finding = Finding::new(time::RECORD_EXISTS, place("number")).arg("number", number.to_string());
        let fix = Fix::value(id.as_str()).and(FixEdit::Key("instrument".to_owned()));
        sink.push(finding.arg("id", id.as_str()).fix(fix));
    }
}

/// Acts that come too late to count are reported, since nothing follows from them.
fn void(corpus: &Corpus, sink: &mut Sink) {
    for target in corpus.instruments() {
        for act in corpus.acts(&target.id).filter(|act| act.standing == Standing::Void) {
            let index = act.instrument.relations.iter().position(|relation| std::ptr::eq(relation, act.relation));
            let key = index.map_or_else(|| "relations".to_owned(), |index| format!("relations.{index}.instrument"));
            let place = Place::Entry(Subject::Instrument(act.instrument.id.clone()), key);
            let finding = Finding::new(time::VOID_ACT, place).arg("id", act.instrument.id.as_str());
            let day = act.effect().date().map(|date| date.to_string()).unwrap_or_default();
            sink.push(finding.arg("target", target.id.as_str()).arg("date", day));
        }
    }
}
