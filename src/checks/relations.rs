//! Relations: their days in order, their keys at home, their instruments named by their records.

use crate::checks::dates;
use crate::checks::messages::{time, words};
use crate::diag::{Bilingual, Finding, Fix, FixEdit, Place, Sink, advice};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{
    Instrument, OutsideAct, OutsideInstrument, Relation, RelationKind, RelationTarget, Scope,
};
use crate::model::known::Day;
use crate::model::number::{InstrumentType, TypeByNumber};
use crate::model::subject::Subject;
use crate::model::time::{Standing, ValidityQuery, effect};
use crate::model::validity::ValidityKind;

/// Reports relations whose days are out of order, whose keys do not fit their kind, or whose instrument has a record that they do not name.
pub fn check(corpus: &Corpus, sink: &mut Sink) {
    for instrument in corpus.instruments() {
        for (index, relation) in instrument.relations.iter().enumerate() {
            let place = |key: &str| {
                Place::Entry(Subject::Instrument(instrument.id.clone()), format!("relations.{index}.{key}"))
            };
            days(corpus, instrument, relation, &place, sink);
            other_day(instrument, relation, &place, sink);
            keys(relation, &place, sink);
            record(corpus, instrument, relation, &place, sink);
        }
        clauses(instrument, sink);
        for (index, act) in instrument.amended_by.iter().enumerate() {
            let place = |key: &str| {
                Place::Entry(Subject::Instrument(instrument.id.clone()), format!("amended-by.{index}.{key}"))
            };
            keys(&act.relation, &place, sink);
            outside_act(corpus, act, &place, sink);
        }
    }
    for excerpt in corpus.excerpts() {
        scopes(&Subject::Excerpt(excerpt.id.clone()), &excerpt.scopes, sink);
        let Some(clause) = &excerpt.kept_by else { continue };
        let place = |key: &str| Place::Entry(Subject::Excerpt(excerpt.id.clone()), format!("kept-by.{key}"));
        type_of_outside(&clause.instrument, &place, sink);
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
        let dates = ((earlier.0.date(), earlier.1), (later.0.date(), later.1));
        dates::out_of_order(place(key), dates.0, dates.1, same_day).into_iter().for_each(|finding| sink.push(finding));
    };
    if let Some(until) = &relation.until {
        order(
            "until",
            (&effect(instrument, relation), words::suspended_from()),
            (until, words::suspended_until()),
            false,
        );
    }
    if let Some(transition) = relation.transition.as_ref().and_then(|transition| transition.until.as_ref()) {
        let begun = effect(instrument, relation);
        order("transition.until", (&begun, words::relation_on()), (transition, words::transition_until()), false);
    }
    let RelationTarget::Instrument(target) = &relation.target else { return };
    let Some(target) = corpus.instrument(target).filter(|target| target.id != instrument.id) else { return };
    if acts_on_what_is_there(relation.kind) {
        let earlier = (&target.issued, words::issued_of(target.id.as_str()));
        order("instrument", earlier.clone(), (&instrument.issued, words::issued()), true);
        let own_day = relation.own_day().map(|on| (on, words::relation_on()));
        own_day.into_iter().for_each(|on| order("on", earlier.clone(), on, true));
    }
}

/// A day of its own that lies before the issue, or that no clause is given for.
fn other_day(instrument: &Instrument, relation: &Relation, place: &impl Fn(&str) -> Place, sink: &mut Sink) {
    let Some(on) = relation.own_day().and_then(Day::date) else { return };
    let at = relation.at.as_ref();
    match (instrument.issued.date(), instrument.term.from.date()) {
        (Some(issued), _) if on < issued => {
            let what = (on, words::relation_on());
            sink.push(dates::retroactive(place("on"), what, issued, instrument, at, "at"));
        }
        (_, Some(from)) if on != from && at.is_none() => {
            let finding = Finding::new(time::OTHER_DAY, place("on")).arg("date", on.to_string());
            sink.push(finding.arg("from", from.to_string()));
        }
        _ => {}
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
        | RelationKind::Ends
        | RelationKind::Annuls
        | RelationKind::Corrects
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
    if relation.transition.is_some() && !kind.ends() && !kind.ends_partly() && kind != RelationKind::Amends {
        misplaced("transition", words::only_endings());
    }
    if relation.scope.is_some() && !kind.may_be_for_some() {
        misplaced("scope", words::only_for_some());
    }
    if relation.verb.is_some() && kind != RelationKind::Ends {
        misplaced("verb", words::only_ends());
    }
    if relation.kept_by.is_some() && !matches!(kind, RelationKind::Guides | RelationKind::Issues) {
        misplaced("kept-by", words::only_guides());
    }
    if relation.on.is_some() && kind.is_from_the_first_day() {
        misplaced("on", words::from_the_first_day());
    }
    if !relation.units.is_empty() && matches!(kind, RelationKind::Replaces | RelationKind::Repeals) {
        misplaced(
            "units",
            words::partly(if kind == RelationKind::Replaces { "partly-replaces" } else { "partly-repeals" }),
        );
    }
}

/// Reports an act that names by its number an instrument with a record: an act has effect on a record by its id only.
fn record(
    corpus: &Corpus,
    instrument: &Instrument,
    relation: &Relation,
    place: &impl Fn(&str) -> Place,
    sink: &mut Sink,
) {
    let RelationTarget::External(outside) = &relation.target else { return };
    let number = &outside.number;
    type_of_outside(outside, place, sink);
    let there = corpus.numbered(&number.key()).iter().find(|id| number.identifies() && **id != instrument.id);
    if let Some(id) = there {
        let finding = Finding::new(time::RECORD_EXISTS, place("number")).arg("number", outside.citation());
        let fix = Fix::value(id.as_str()).and(FixEdit::Key("instrument".to_owned()));
        sink.push(finding.arg("id", id.as_str()).fix(fix));
    }
}

/// Clauses name instruments too.
fn clauses(instrument: &Instrument, sink: &mut Sink) {
    let subject = || Subject::Instrument(instrument.id.clone());
    if let Some(clause) = &instrument.ends_at {
        let place = |key: &str| Place::Entry(subject(), format!("ends-at.{key}"));
        type_of_outside(&clause.instrument, &place, sink);
    }
    scopes(&subject(), &instrument.scopes, sink);
    for (index, relation) in instrument.relations.iter().enumerate() {
        let Some(clause) = &relation.kept_by else { continue };
        let place = |key: &str| Place::Entry(subject(), format!("relations.{index}.kept-by.{key}"));
        type_of_outside(&clause.instrument, &place, sink);
    }
}

/// Checks the clauses of other instruments by which a text is in force for some on other days.
fn scopes(subject: &Subject, scopes: &[Scope], sink: &mut Sink) {
    for (index, scope) in scopes.iter().enumerate() {
        if scope.from.is_none() && scope.until.is_none() {
            let place = Place::Entry(subject.clone(), format!("scopes.{index}"));
            sink.push(Finding::new(time::SCOPE_WITHOUT_DAY, place).arg("scope", scope.words.as_str()));
        }
        let Some(clause) = &scope.by else { continue };
        let place = |key: &str| Place::Entry(subject.clone(), format!("scopes.{index}.by.{key}"));
        type_of_outside(&clause.instrument, &place, sink);
    }
}

/// An instrument is named with its type, which its number says or the record does, and not both differently.
fn type_of_outside(outside: &OutsideInstrument, place: &impl Fn(&str) -> Place, sink: &mut Sink) {
    let possible = match outside.number.type_by_number() {
        TypeByNumber::Certain(kind) => vec![kind],
        TypeByNumber::OneOf(types) => types.to_vec(),
        TypeByNumber::Open => InstrumentType::all().collect(),
    };
    let number = outside.number.to_string();
    let names: Vec<&str> = possible.iter().map(|kind| kind.name()).collect();
    let advice = advice::choose(None, &names);
    match outside.kind {
        Some(kind) if !possible.contains(&kind) => {
            let finding = Finding::new(time::TYPE_AGAINST_NUMBER, place("instrument-type")).arg("type", kind.name());
            sink.push(finding.arg("number", number).arg("advice", advice));
        }
        None if outside.instrument_type().is_none() => {
            let finding = Finding::new(time::TYPE_LEFT_OPEN, place("number"));
            sink.push(finding.arg("number", number).arg("advice", advice));
        }
        Some(_) | None => {}
    }
}

/// An instrument with a record says itself what it does.
fn outside_act(corpus: &Corpus, act: &OutsideAct, place: &impl Fn(&str) -> Place, sink: &mut Sink) {
    let number = &act.acting.number;
    type_of_outside(&act.acting, place, sink);
    let fits = |id: &&InstrumentId| {
        let issued = corpus.instrument(id).and_then(|it| it.issued.date());
        number.identifies() || (issued.is_some() && issued == act.issued.as_ref().and_then(Day::date))
    };
    if let Some(id) = corpus.numbered(&number.key()).iter().find(fits) {
        let finding = Finding::new(time::RECORDED_ACT, place("number")).arg("number", act.acting.citation());
        sink.push(finding.arg("id", id.as_str()).arg("kind", act.relation.kind.key()));
    }
}

/// Acts that come too late to count are reported, since nothing follows from them.
fn void(corpus: &Corpus, sink: &mut Sink) {
    for target in corpus.instruments() {
        for act in corpus.acts(&target.id).filter(|act| act.standing == Standing::Void) {
            // An instrument that was never in force had no effect, and its record rightly states the effect it would have had.
            if !has_been_in_force(corpus, act.instrument) {
                continue;
            }
            let index = act.instrument.relations.iter().position(|relation| std::ptr::eq(relation, act.relation));
            let key = index.map_or_else(|| "relations".to_owned(), |index| format!("relations.{index}.instrument"));
            let place = Place::Entry(Subject::Instrument(act.instrument.id.clone()), key);
            let finding = Finding::new(time::VOID_ACT, place).arg("id", act.instrument.id.as_str());
            let day = act.effect().date().map(|date| date.to_string()).unwrap_or_default();
            sink.push(finding.arg("target", target.id.as_str()).arg("date", day));
        }
    }
}

fn has_been_in_force(corpus: &Corpus, instrument: &Instrument) -> bool {
    corpus.validity(instrument, ValidityQuery::with_all_known(Date::LAST)).kind != ValidityKind::NeverInForce
}
