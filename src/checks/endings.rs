//! An end needs the act that makes it, and the act and the ended text must name the same day; a successor begins on the
//! day on which the other ends.

use crate::checks::messages::{endings, time, words};
use crate::diag::{Bilingual, Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::excerpt::Excerpt;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Confidence, EndsBy, Instrument, RelationKind};
use crate::model::known::{Day, Reached};
use crate::model::subject::Subject;
use crate::model::time::{Act, Standing, ValidityQuery, may_be, start};
use crate::model::validity::ValidityKind;

/// Reports ends without an act, and days on which a record and the act that ends it differ.
pub fn check(corpus: &Corpus, sink: &mut Sink) {
    // The record that ends a text may be one of those that could not be read.
    let all_read = !corpus.unread().iter().any(|subject| matches!(subject, Subject::Instrument(_)));
    for instrument in corpus.instruments().filter(|it| it.kind.has_validity()) {
        let place = Place::Entry(Subject::Instrument(instrument.id.clone()), "in-force-until".to_owned());
        let mut acted = false;
        for act in corpus.acts(&instrument.id).filter(|act| act.relation.kind.ends() && act.relation.scope.is_none()) {
            // An act without effect has no day to agree on.
            if act.standing == Standing::Void {
                continue;
            }
            acted = true;
            // A relation to itself has a finding of its own; one on parts is no end of the whole, which is reported too.
            if act.instrument.id != instrument.id && act.relation.units.is_empty() {
                agree(corpus, instrument, &act, &place, sink);
            }
        }
        let ended = instrument.term.until.as_ref().and_then(Day::date);
        if let Some(date) = ended.filter(|_| !acted && all_read) {
            match instrument.ends_by {
                Some(EndsBy::OwnTerm) => {}
                Some(EndsBy::ParentEnded) => parent(corpus, instrument, date, sink),
                None => {
                    let help = help_for_instrument(corpus, instrument, date);
                    sink.push(no_act(instrument.id.as_str(), date, place).help(help));
                }
            }
        }
    }
    for excerpt in corpus.excerpts().filter(|_| all_read) {
        let Some(date) = excerpt.until.as_ref().and_then(Day::date).filter(|_| excerpt.ends_by.is_none()) else {
            continue;
        };
        if !is_ended_by_an_act(corpus, excerpt, date) {
            let place = Place::Entry(Subject::Excerpt(excerpt.id.clone()), "in-force-until".to_owned());
            sink.push(no_act(excerpt.id.as_str(), date, place).help(help_for_excerpt(corpus, excerpt, date)));
        }
    }
}

fn no_act(id: &str, date: Date, place: Place) -> Finding {
    Finding::new(time::END_WITHOUT_ACT, place).arg("id", id).arg("date", date.to_string())
}

/// An act that touches a part of the instrument on that day is most likely what is meant.
fn help_for_instrument(corpus: &Corpus, instrument: &Instrument, date: Date) -> Bilingual {
    let id = instrument.id.as_str();
    if let Some(help) = undone(corpus, &instrument.id, date) {
        return help;
    }
    match changes(corpus, &instrument.id).find(|act| act.effect().date() == Some(date)) {
        Some(act) => endings::of_a_part(id, act.instrument.id.as_str(), act.relation.kind),
        None => endings::of_an_instrument(id, date),
    }
}

/// What to do about the end that an act was to make on a day, where that act was undone and so made none.
pub(super) fn undone(corpus: &Corpus, id: &InstrumentId, date: Date) -> Option<Bilingual> {
    let kind = |act: &Act<'_>| {
        act.relation.ends_whole() || act.relation.ends_part() || act.relation.kind == RelationKind::Amends
    };
    let on_that_day = |act: &Act<'_>| kind(act) && act.effect().date() == Some(date);
    let mut void = corpus.acts(id).filter(|act| act.standing == Standing::Void && on_that_day(act));
    void.find_map(|act| {
        let undoes = |by: &Act<'_>| by.relation.ends_whole() && by.standing == Standing::Certain;
        let by = corpus.acts(&act.instrument.id).filter(undoes);
        let by = by.min_by_key(|by| by.relation.kind != RelationKind::Annuls)?;
        Some(endings::undone(&named(act.instrument), date, by.relation, &named(by.instrument)))
    })
}

/// The like, of an act that touches the provision on another day.
fn help_for_excerpt(corpus: &Corpus, excerpt: &Excerpt, date: Date) -> Bilingual {
    let at = excerpt.at.known();
    let touches = |act: &Act<'_>| at.is_some_and(|at| act.relation.units.iter().any(|unit| unit.contains(at)));
    let other = changes(corpus, &excerpt.instrument).filter(touches).find_map(|act| Some((act, act.effect().date()?)));
    match other {
        Some((act, effect)) => endings::on_another_day(act.instrument.id.as_str(), act.relation.kind, date, effect),
        None => endings::of_an_excerpt(excerpt.instrument.as_str(), at.map(ToString::to_string), date),
    }
}

/// The acts that give parts of an instrument another text, or end them.
fn changes<'c>(corpus: &'c Corpus, id: &'c InstrumentId) -> impl Iterator<Item = Act<'c>> {
    let changes = |act: &Act<'_>| act.relation.kind == RelationKind::Amends || act.relation.kind.ends_partly();
    corpus.acts(id).filter(move |act| act.standing != Standing::Void && changes(act))
}

/// Whether an act ends the provision, or its instrument ends on the same day, which is reported there.
fn is_ended_by_an_act(corpus: &Corpus, excerpt: &Excerpt, date: Date) -> bool {
    let whole = corpus.instrument(&excerpt.instrument).and_then(|it| it.term.until.as_ref()).and_then(Day::date);
    let validity = corpus.excerpt_validity(excerpt, ValidityQuery::with_all_known(date));
    // Dates out of order are reported as such.
    let empty = excerpt.from.as_ref().and_then(Day::date).is_some_and(|from| date <= from);
    empty || whole == Some(date) || validity.kind != ValidityKind::Ended || validity.by.is_some()
}

/// Whether the record of an instrument and an act that ends it agree.
fn agree(corpus: &Corpus, instrument: &Instrument, act: &Act<'_>, place: &Place, sink: &mut Sink) {
    let stated = instrument.term.until.as_ref();
    // An unverified act contradicts no record that states no end.
    if act.confidence() == Confidence::Unverified && stated.and_then(Day::date).is_none() {
        return;
    }
    let effect = act.done_on();
    let before = effect.date().and_then(Date::yesterday);
    let early = || before.is_some_and(|day| start(instrument).reached_on(day) == Reached::No);
    // A text that is annulled, or ends before it begins, was never in force: it needs no first day out of force.
    if act.relation.kind == RelationKind::Annuls || (stated.is_none() && early()) {
        return;
    }
    // A list of what ends may name again what had ended: the first end decides.
    if stated.and_then(Day::date).is_some_and(|end| is_ended_before(corpus, instrument, end, &effect)) {
        return;
    }
    let replaces = act.relation.kind == RelationKind::Replaces;
    let finding_of = |code, end: Date| {
        let finding = Finding::new(code, place.clone()).arg("id", instrument.id.as_str());
        let finding = finding.arg("by", named(act.instrument)).arg("end", end.to_string());
        finding.arg("start", said(Some(&start(act.instrument))))
    };
    match stated.and_then(Day::date).filter(|end| replaces && act.relation.own_day().is_none_or(|on| may_be(on, *end)))
    {
        Some(end) => {
            let begins = start(act.instrument);
            let before = end.yesterday().map_or(Reached::No, |day| begins.reached_on(day));
            if begins.reached_on(end) == Reached::No {
                sink.push(finding_of(time::GAP, end));
            } else if before == Reached::Yes {
                sink.push(finding_of(time::OVERLAP, end));
            }
        }
        None if disagree(stated, &effect) => {
            let finding = Finding::new(time::RELATION_DISAGREES, place.clone()).arg("id", instrument.id.as_str());
            let finding = finding.arg("by", named(act.instrument)).arg("effect", said(Some(&effect)));
            let days = (stated.and_then(Day::date), effect.date());
            let help = endings::disagree(instrument.id.as_str(), act.instrument, act.relation.kind, days.0, days.1);
            sink.push(finding.arg("stated", said(stated)).help(help));
        }
        None => {}
    }
}

/// Whether an act ends the instrument on the day that its record states, before this other effect.
fn is_ended_before(corpus: &Corpus, instrument: &Instrument, end: Date, effect: &Day) -> bool {
    let ends = |act: &Act<'_>| act.relation.ends_whole() && act.standing == Standing::Certain;
    effect.reached_on(end) == Reached::No
        && corpus.acts(&instrument.id).any(|act| ends(&act) && act.effect().date() == Some(end))
}

/// An instrument by the id of its record, or without one as it is cited.
fn named(instrument: &Instrument) -> String {
    if instrument.has_record { instrument.id.to_string() } else { instrument.citation() }
}

/// Reports a text recorded as ending with its parent where no parent ends on that day.
fn parent(corpus: &Corpus, instrument: &Instrument, date: Date, sink: &mut Sink) {
    let ended = corpus.may_end_with(instrument).any(|parent| {
        let validity = corpus.validity(parent, ValidityQuery::with_all_known(date));
        validity.kind.is_over() && validity.until.is_none_or(|until| until == date)
    });
    if !ended {
        let place = Place::Entry(Subject::Instrument(instrument.id.clone()), "ends-by".to_owned());
        sink.push(Finding::new(time::PARENT_STANDS, place).arg("date", date.to_string()));
    }
}

/// Two days disagree where no single day fits both.
fn disagree(stated: Option<&Day>, effect: &Day) -> bool {
    match (stated, effect) {
        // An act without a known day does not contradict an instrument that is said to be in force.
        (None, Day::Unknown { .. }) => false,
        (None, Day::On(_)) => true,
        (Some(Day::On(stated)), Day::On(effect)) => stated != effect,
        (Some(Day::On(date)), unknown) | (Some(unknown), Day::On(date)) => !may_be(unknown, *date),
        (Some(Day::Unknown { .. }), Day::Unknown { .. }) => false,
    }
}

fn said(day: Option<&Day>) -> Bilingual {
    match day {
        None => words::no_end(),
        Some(Day::On(date)) => Bilingual::same(date.to_string()),
        Some(Day::Unknown { .. }) => words::unknown(),
    }
}
