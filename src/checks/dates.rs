//! Issued, then in force, then ended; a provision within its instrument's time.

use crate::checks::endings;
use crate::checks::messages::{time, words};
use crate::diag::{Bilingual, Finding, Place, Sink};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::excerpt::Excerpt;
use crate::model::instrument::{Clause, EndsBy, Instrument, Scope};
use crate::model::known::{Day, Term};
use crate::model::provision::Locator;
use crate::model::subject::Subject;
use crate::model::time::ValidityQuery;
use crate::model::validity::ValidityKind;

/// Reports days that contradict one another within a record: an end before its beginning, a commencement before the
/// issue.
pub fn check(corpus: &Corpus, sink: &mut Sink) {
    for instrument in corpus.instruments() {
        let subject = Subject::Instrument(instrument.id.clone());
        if !instrument.kind.has_validity() {
            DateOrder { subject: &subject, sink }.bounds(&instrument.issued, "issued");
            without_validity(instrument, &subject, sink);
            continue;
        }
        let mut order = DateOrder { subject: &subject, sink };
        let issued = instrument.issued.date();
        let from = instrument.term.from.date();
        let never = is_never_in_force(corpus, instrument);
        let undone = ends(&instrument.term).and_then(|date| endings::undone(corpus, &instrument.id, date));
        if !never {
            order.term(&instrument.term, undone.clone());
        }
        order.retroactive((from, words::in_force_from()), issued, "in-force-from", instrument, &instrument.in_force_at);
        if from.is_none() || never {
            let until = (ends(&instrument.term), words::in_force_until());
            order.end((issued, words::issued()), until, true, undone);
        }
        order.bounds(&instrument.issued, "issued");
        order.bounds(&instrument.term.from, "in-force-from");
        instrument.term.until.iter().for_each(|until| order.bounds(until, "in-force-until"));
        instrument.known_from.iter().for_each(|day| order.bounds(day, "known-from"));
        order.scopes(&instrument.scopes, instrument);
        if instrument.ends_at.is_some() && instrument.ends_by != Some(EndsBy::ParentEnded) {
            sink.push(Finding::new(time::CLAUSE_WITHOUT_PARENT, Place::Entry(subject, "ends-at".to_owned())));
        }
    }
    for excerpt in corpus.excerpts() {
        let Some(instrument) = corpus.instrument(&excerpt.instrument) else { continue };
        let subject = Subject::Excerpt(excerpt.id.clone());
        if !instrument.kind.has_validity() {
            excerpt_without_validity(excerpt, instrument, &subject, sink);
            continue;
        }
        if let Some(issued) = excerpt.issued.as_ref().and_then(Day::date) {
            let mut order = DateOrder { subject: &subject, sink };
            let own = (Some(issued), words::issued());
            order.not_before((instrument.issued.date(), words::issued_instrument()), own.clone(), "issued", true);
            let from = excerpt.from.as_ref().unwrap_or(&instrument.term.from).date();
            order.retroactive((from, words::in_force_from()), own.0, "issued", instrument, &excerpt.in_force_at);
        }
        DateOrder { subject: &subject, sink }.scopes(&excerpt.scopes, instrument);
        if let Some(from) = &excerpt.from {
            earlier_than_the_rest(excerpt, instrument, from, &subject, sink);
        }
        let query = ValidityQuery::with_all_known(Date::LAST);
        let acted = corpus.excerpt_validity(excerpt, query);
        if acted.kind == ValidityKind::NeverInForce && acted.by.is_some() {
            continue;
        }
        if let Some(from) = &excerpt.from {
            let term = Term { from: from.clone(), until: excerpt.until.clone() };
            let undone = ends(&term).and_then(|date| endings::undone(corpus, &instrument.id, date));
            DateOrder { subject: &subject, sink }.term(&term, undone);
        }
        let mut outside = |date: Option<Date>, key: &str, what: Bilingual, bound: Bilingual| {
            let Some(date) = date else { return };
            let finding = Finding::new(time::OUTSIDE_INSTRUMENT, Place::Entry(subject.clone(), key.to_owned()));
            sink.push(finding.arg("what", what).arg("date", date.to_string()).arg("bound", bound));
        };
        let (from, until) = (excerpt.from.as_ref().and_then(Day::date), excerpt.until.as_ref().and_then(Day::date));
        if let Some((start, bound)) = first_possible(&instrument.term.from).filter(|_| from.is_none()) {
            // The day of the end is a day no longer in force.
            outside(until.filter(|until| *until <= start), "in-force-until", words::in_force_until(), bound);
        }
        // What a clause keeps may outlive its instrument.
        let end = instrument.term.until.as_ref().filter(|_| excerpt.kept_by.is_none());
        if let Some((end, bound)) = end.and_then(last_possible) {
            outside(from.filter(|from| *from >= end), "in-force-from", words::in_force_from(), bound.clone());
            outside(until.filter(|until| *until > end), "in-force-until", words::in_force_until(), bound);
        }
    }
}

/// Whether acts ended it before it came into force, so that its end may come before its start.
fn is_never_in_force(corpus: &Corpus, instrument: &Instrument) -> bool {
    let validity = corpus.validity(instrument, ValidityQuery::with_all_known(Date::LAST));
    validity.kind == ValidityKind::NeverInForce && validity.by.is_some()
}

/// A provision may come into force before the rest of its instrument, where a clause says so.
fn earlier_than_the_rest(excerpt: &Excerpt, instrument: &Instrument, from: &Day, subject: &Subject, sink: &mut Sink) {
    let (Some(from), Some((start, bound))) = (from.date(), first_possible(&instrument.term.from)) else { return };
    let issued = excerpt.issued.as_ref().unwrap_or(&instrument.issued).date();
    if issued.is_some_and(|issued| from < issued) && excerpt.issued.is_none() {
        let mut order = DateOrder { subject, sink };
        let what = (Some(from), words::in_force_from());
        order.retroactive(what, issued, "in-force-from", instrument, &excerpt.in_force_at);
    } else if from < start && excerpt.in_force_at.is_none() {
        let place = Place::Entry(subject.clone(), "in-force-from".to_owned());
        let finding = Finding::new(time::EARLIER_THAN_INSTRUMENT, place);
        sink.push(finding.arg("date", from.to_string()).arg("bound", bound));
    }
}

/// Reports days in force, and clauses about them, of a text without validity: they are not used.
fn without_validity(instrument: &Instrument, subject: &Subject, sink: &mut Sink) {
    let Term { from, until } = &instrument.term;
    // The day of issue stands for a first day that is not written.
    let from = Some(from).filter(|from| **from != instrument.issued);
    let Instrument { in_force_at, ends_by, ends_at, scopes, .. } = instrument;
    let written = [
        ("in-force-from", from.and_then(Day::date).map(|date| date.to_string())),
        ("in-force-until", until.as_ref().and_then(Day::date).map(|date| date.to_string())),
        ("in-force-at", in_force_at.as_ref().map(ToString::to_string)),
        ("ends-by", ends_by.map(|by| by.key().to_owned())),
        ("ends-at", ends_at.as_ref().map(Clause::citation)),
        ("scopes", scopes.first().map(|scope| scope.words.clone())),
    ];
    not_used(instrument, written, subject, sink);
}

/// The like of an excerpt of it.
fn excerpt_without_validity(excerpt: &Excerpt, instrument: &Instrument, subject: &Subject, sink: &mut Sink) {
    let day = |day: &Option<Day>| day.as_ref().and_then(Day::date).map(|date| date.to_string());
    let written = [
        ("in-force-from", day(&excerpt.from)),
        ("in-force-until", day(&excerpt.until)),
        ("in-force-at", excerpt.in_force_at.as_ref().map(ToString::to_string)),
        ("ends-by", excerpt.ends_by.map(|by| by.key().to_owned())),
        ("kept-by", excerpt.kept_by.as_ref().map(Clause::citation)),
        ("scopes", excerpt.scopes.first().map(|scope| scope.words.clone())),
    ];
    not_used(instrument, written, subject, sink);
}

fn not_used(instrument: &Instrument, written: [(&str, Option<String>); 6], subject: &Subject, sink: &mut Sink) {
    for (key, value) in written {
        let Some(value) = value else { continue };
        let finding = Finding::new(time::DAY_WITHOUT_VALIDITY, Place::Entry(subject.clone(), key.to_owned()));
        sink.push(finding.arg("key", key).arg("date", value).arg("type", instrument.kind.name()));
    }
}

/// The day before which a text cannot be in force, and how it is known.
fn first_possible(day: &Day) -> Option<(Date, Bilingual)> {
    match day {
        Day::On(date) => Some((*date, words::in_force_since(*date))),
        Day::Unknown { earliest, .. } => earliest.map(|date| (date, words::not_before(date))),
    }
}

/// The day from which a text is certainly not in force, and how it is known.
fn last_possible(day: &Day) -> Option<(Date, Bilingual)> {
    match day {
        Day::On(date) => Some((*date, words::ended_on(*date))),
        Day::Unknown { latest, .. } => latest.map(|date| (date, words::ended_by(date))),
    }
}

fn ends(term: &Term) -> Option<Date> {
    term.until.as_ref().and_then(Day::date)
}

struct DateOrder<'a> {
    subject: &'a Subject,
    sink: &'a mut Sink,
}

impl DateOrder<'_> {
    /// Half-open: a term that ends on the day it begins is empty, and a mistake.
    fn term(&mut self, term: &Term, undone: Option<Bilingual>) {
        let from = (term.from.date(), words::in_force_from());
        self.end(from, (ends(term), words::in_force_until()), false, undone);
    }

    /// An end after what must come first; `undone` says what to do where the act that was to make it did not.
    fn end(
        &mut self,
        earlier: (Option<Date>, Bilingual),
        end: (Option<Date>, Bilingual),
        same_day: bool,
        undone: Option<Bilingual>,
    ) {
        let place = Place::Entry(self.subject.clone(), "in-force-until".to_owned());
        let Some(finding) = out_of_order(place, earlier, end, same_day) else { return };
        self.sink.push(match undone {
            Some(help) => finding.help(help),
            None => finding,
        });
    }

    /// In force before it was issued: that may be so, and a clause must say it.
    fn retroactive(
        &mut self,
        (day, what): (Option<Date>, Bilingual),
        issued: Option<Date>,
        key: &str,
        instrument: &Instrument,
        at: &Option<Locator>,
    ) {
        let (Some(day), Some(issued)) = (day, issued) else { return };
        if day < issued {
            let place = Place::Entry(self.subject.clone(), key.to_owned());
            self.sink.push(retroactive(place, (day, what), issued, instrument, at.as_ref(), "in-force-at"));
        }
    }

    fn scopes(&mut self, scopes: &[Scope], instrument: &Instrument) {
        for (index, scope) in scopes.iter().enumerate() {
            self.retroactive_scope(scope, &format!("scopes.{index}.in-force-from"), instrument);
            let (from, until) = (scope.from.as_ref().and_then(Day::date), scope.until.as_ref().and_then(Day::date));
            let key = format!("scopes.{index}.in-force-until");
            self.not_before((from, words::in_force_from()), (until, words::in_force_until()), &key, false);
        }
    }

    /// For some, it may be in force before it was issued too.
    fn retroactive_scope(&mut self, scope: &Scope, key: &str, instrument: &Instrument) {
        let from = scope.from.as_ref().and_then(Day::date);
        if let (Some(from), Some(issued)) = (from, instrument.issued.date().filter(|issued| from < Some(*issued))) {
            let place = Place::Entry(self.subject.clone(), key.to_owned());
            let what = (from, words::in_force_from());
            self.sink.push(retroactive(place, what, issued, instrument, scope.at.as_ref(), "at"));
        }
    }

    fn bounds(&mut self, day: &Day, key: &str) {
        if let Day::Unknown { earliest, latest, .. } = day {
            self.not_before((*earliest, words::earliest()), (*latest, words::latest()), &format!("{key}.latest"), true);
        }
    }

    fn not_before(
        &mut self,
        earlier: (Option<Date>, Bilingual),
        later: (Option<Date>, Bilingual),
        key: &str,
        same_day: bool,
    ) {
        let place = Place::Entry(self.subject.clone(), key.to_owned());
        out_of_order(place, earlier, later, same_day).into_iter().for_each(|finding| self.sink.push(finding));
    }
}

/// The finding about two days of which the second comes first; `same_day` says whether they may be one.
pub(super) fn out_of_order(
    place: Place,
    earlier: (Option<Date>, Bilingual),
    later: (Option<Date>, Bilingual),
    same_day: bool,
) -> Option<Finding> {
    let (first, second) = (earlier.0?, later.0?);
    let wrong = second < first || (second == first && !same_day);
    let finding = Finding::new(time::DATES_OUT_OF_ORDER, place).arg("later_name", later.1);
    let finding = finding.arg("later", second.to_string());
    let finding = finding.arg("clash", if second < first { words::is_before() } else { words::is_same() });
    wrong.then(|| finding.arg("earlier_name", earlier.1).arg("earlier", first.to_string()))
}

/// The finding about a day of effect before the day of issue. `key` is where the clause that says so is written.
pub(super) fn retroactive(
    place: Place,
    (day, what): (Date, Bilingual),
    issued: Date,
    instrument: &Instrument,
    at: Option<&Locator>,
    key: &str,
) -> Finding {
    let finding = Finding::new(time::RETROACTIVE, place).arg("what", what).arg("date", day.to_string());
    let finding = finding.arg("issued", issued.to_string());
    let finding = finding.arg("clause", at.map_or_else(|| words::no_clause(key), words::by_clause));
    finding.arg("rule", if is_local(instrument) { words::never_for_local() } else { words::only_for_central() })
}

/// Whether an office of a province or a commune issued it.
fn is_local(instrument: &Instrument) -> bool {
    let issuer = instrument.issuer.to_lowercase();
    ["uỷ ban nhân dân", "ủy ban nhân dân", "hội đồng nhân dân", "ubnd", "hđnd"].iter().any(|it| issuer.contains(it))
}
