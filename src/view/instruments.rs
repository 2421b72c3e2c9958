//! The table of instruments: what the edition shows, what it cites, and what these replaced or were replaced by, as far
//! as a reader of the edition's day could know.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::build::Builder;
use super::statements::{beside, marked};
use super::status::status_view;
use super::text_at::text_at;
use super::{InstrumentView, Labelled, RelationTargetView, RelationView, keys, statements};
use crate::assemble::{Booklet, cited, instrument_order};
use crate::language::vi::booklet;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::excerpt::Excerpt;
use crate::model::ids::InstrumentId;
use crate::model::instrument::{Confidence, Instrument, OutsideAct, Relation, RelationKind, RelationTarget};
use crate::model::known::{Day, Reached};
use crate::model::text::{Body, Inline, each_inline};
use crate::model::time::{KnownEnd, Standing, known_from};
use crate::model::validity::{Validity, ValidityKind};

pub(super) fn anchor(id: &InstrumentId) -> String {
    format!("van-ban-{id}")
}

/// The instruments that get a row.
pub(super) fn shown(booklet: &Booklet<'_>) -> BTreeSet<InstrumentId> {
    let corpus = booklet.corpus;
    let mut shown: BTreeSet<InstrumentId> = booklet.excerpts().map(|excerpt| excerpt.instrument.clone()).collect();
    let direct = shown.clone();
    for instrument in direct.iter().filter_map(|id| corpus.instrument(id)) {
        for relation in stated(instrument).filter(|relation| relation.kind.ends()) {
            if let RelationTarget::Instrument(target) = &relation.target {
                shown.insert(target.clone());
            }
        }
        let ending = corpus.acts_on(&instrument.id).filter(|act| act.1.kind.ends() && is_stated(act.0, act.1));
        shown.extend(ending.map(|act| act.0.id.clone()));
    }
    shown.extend(cited_instruments(booklet));
    let may_be_stated =
        |it: &Instrument| it.has_record && is_issued(it, booklet) && it.confidence != Confidence::Unverified;
    shown.retain(|id| direct.contains(id) || corpus.instrument(id).is_some_and(may_be_stated));
    shown
}

/// Whether a relation is printed: an unverified one must not be.
fn is_stated(acting: &Instrument, relation: &Relation) -> bool {
    acting.confidence_of(relation) != Confidence::Unverified
}

pub(super) fn stated(acting: &Instrument) -> impl Iterator<Item = &Relation> {
    acting.relations.iter().filter(|relation| is_stated(acting, relation))
}

/// Whether a reader on the edition's day could know of it.
fn is_issued(instrument: &Instrument, booklet: &Booklet<'_>) -> bool {
    known_from(instrument).reached_on(booklet.as_of) != Reached::No
}

fn cited_instruments(booklet: &Booklet<'_>) -> BTreeSet<InstrumentId> {
    let excerpts: Vec<&Excerpt> = booklet.excerpts().collect();
    let cited: Vec<BTreeSet<&InstrumentId>> =
        excerpts.par_iter().map(|excerpt| cited_in(&excerpt.body, Some(excerpt), booklet)).collect();
    let guidance = booklet.guidance().map(|guidance| cited_in(&guidance.body, None, booklet));
    cited.into_iter().chain(guidance).flatten().cloned().collect()
}

/// The instruments that a text cites; `own` is the excerpt whose text it is.
fn cited_in<'c>(body: &Body, own: Option<&Excerpt>, booklet: &Booklet<'c>) -> BTreeSet<&'c InstrumentId> {
    let own = own.and_then(|excerpt| booklet.corpus.instrument(&excerpt.instrument));
    let mut cited = BTreeSet::new();
    each_inline(body, &mut |inline| {
        if let Inline::Cite { found, .. } = inline
            && let Some(instrument) = cited::instrument(booklet.corpus, found, own, booklet.as_of)
        {
            cited.insert(&instrument.id);
        }
    });
    cited
}

/// By instrument, the excerpts of other instruments that cite it, in the order of the booklet.
pub(super) fn cited_by<'c>(booklet: &Booklet<'c>) -> BTreeMap<InstrumentId, Vec<&'c Excerpt>> {
    let mut citing: BTreeMap<InstrumentId, Vec<&Excerpt>> = BTreeMap::new();
    for excerpt in booklet.excerpts() {
        let others =
            cited_in(&excerpt.body, Some(excerpt), booklet).into_iter().filter(|id| **id != excerpt.instrument);
        others.for_each(|id| citing.entry(id.clone()).or_default().push(excerpt));
    }
    citing
}

pub(super) fn instrument_views(booklet: &Booklet<'_>, builder: &Builder<'_, '_>) -> Vec<InstrumentView> {
    let corpus = booklet.corpus;
    let mut rows: Vec<&Instrument> = builder.bodies.rows.iter().filter_map(|id| corpus.instrument(id)).collect();
    rows.sort_by_cached_key(|instrument| instrument_order(instrument));
    let rows: Vec<(&Instrument, u32)> = rows.into_iter().zip(1..).collect();
    rows.into_par_iter().map(|(instrument, number)| instrument_view(builder, instrument, number)).collect()
}

fn instrument_view(builder: &Builder<'_, '_>, instrument: &Instrument, number: u32) -> InstrumentView {
    let booklet = builder.booklet;
    let (corpus, asked) = (booklet.corpus, booklet.asked());
    let Instrument {
        id,
        issuer,
        issued,
        statements: own_statements,
        term: _, // see `from_day` and `until`
        confidence,
        sources,
        contact,
        notes,
        text_at: _,   // see `text_at`
        aliases: _,   // see the redirects of the site
        relations: _, // see `relations`, which asks the others too
        // In the validity.
        known_from: _,
        in_force_at: _,
        ends_by: _,
        ends_at: _,
        scopes: _,
        amended_by,
        has_record: _, // what has a row has a record
        // These are in the citation.
        number: _,
        kind: _,
        title: _,
        names: _,
        // These are on the page of the instrument.
        signer: _,
        checked_on: _,
    } = instrument;
    let own = booklet.of_instrument(id).iter();
    let validity = corpus.validity(instrument, asked);
    InstrumentView {
        id: id.to_string(),
        number,
        anchor: anchor(id),
        citation: instrument.citation(),
        keys: keys::of_instrument(instrument),
        title: (!instrument.is_named_in_citation()).then(|| instrument.subject().to_owned()),
        issuer: issuer.clone(),
        issued: beside(day(issued), *confidence, &own_statements.issued),
        from: from_day(instrument, &validity),
        until: until(instrument, &validity, booklet),
        status: status_view(corpus, &validity, asked),
        relations: relations(instrument, booklet),
        confidence: Labelled { key: confidence.key().to_owned(), name: beside_number(instrument) },
        sources: sources
            .iter()
            .cloned()
            .chain(statements::sources(statements::of_instrument(own_statements)))
            .chain(instrument.relations.iter().filter_map(|it| source_of_day(it, &target_citation(corpus, it))))
            .chain(amended_by.iter().flat_map(sources_of_outside))
            .collect(),
        text_at: text_at(instrument),
        contact: contact.clone().unwrap_or_else(|| booklet::NO_CONTACT.to_owned()),
        note: notes.clone(),
        excerpts: own.filter_map(|excerpt| builder.link(&excerpt.id)).collect(),
    }
}

/// How sure the record is; its number has no cell of its own.
fn beside_number(instrument: &Instrument) -> String {
    let level = instrument.confidence.name();
    match instrument.statements.number.own_confidence(instrument.confidence) {
        Some(confidence) => format!("{level}; số, ký hiệu {}", confidence.name()),
        None => level.to_owned(),
    }
}

/// `Luật số 71/2025/QH15: Công báo số 1 + 2`: where an act was seen that has no record of its own.
fn sources_of_outside(act: &OutsideAct) -> impl Iterator<Item = String> {
    let citation = act.acting.citation();
    let source = act.source.as_ref().map(|source| format!("{citation}: {source}"));
    source.into_iter().chain(source_of_day(&act.relation, &citation))
}

/// `Ngày tác động, Luật số 71/2025/QH15: Công báo số 1 + 2`: where the day of an act was seen.
fn source_of_day(relation: &Relation, other: &str) -> Option<String> {
    let source = relation.on.as_ref()?.statement.source.as_ref()?;
    Some(format!("Ngày tác động, {other}: {source}"))
}

pub(super) fn day(day: &Day) -> String {
    match day {
        Day::On(date) => date.short(),
        Day::Unknown { .. } => booklet::UNKNOWN_DAY.to_owned(),
    }
}

/// The first day in force, where there can be one.
pub(super) fn from_day(instrument: &Instrument, validity: &Validity) -> String {
    let own = || beside(day(&instrument.term.from), instrument.confidence, &instrument.statements.from);
    match validity.kind {
        ValidityKind::NotApplicable => booklet::NO_VALIDITY.to_owned(),
        ValidityKind::NeverInForce => booklet::NEVER.to_owned(),
        ValidityKind::NotCommenced if validity.ahead.as_ref().is_some_and(|ahead| ahead.before_commencing) => {
            booklet::NEVER_TO_BE.to_owned()
        }
        // A text that may end before its first day is not said to begin on it.
        ValidityKind::NotCommenced if validity.since.is_none() => booklet::UNKNOWN_DAY.to_owned(),
        ValidityKind::InForce
        | ValidityKind::PartlyEnded
        | ValidityKind::NotCommenced
        | ValidityKind::Suspended
        | ValidityKind::Ended
        | ValidityKind::Unknown => own(),
    }
}

/// The end, as a reader of the edition's day could know it, reached or to come.
pub(super) fn until(instrument: &Instrument, validity: &Validity, booklet: &Booklet<'_>) -> String {
    if !instrument.kind.has_validity() {
        return booklet::NO_VALIDITY.to_owned();
    }
    let own = |day: &str| beside(day.to_owned(), instrument.confidence, &instrument.statements.until);
    match booklet.corpus.life(instrument, booklet.asked().knowledge).known_end(booklet.as_of) {
        KnownEnd::Never => booklet::NO_VALIDITY.to_owned(),
        KnownEnd::On(date) => marked(date.short(), end_confidence(instrument, validity, date)),
        KnownEnd::Unknown => own(booklet::UNKNOWN_DAY),
        KnownEnd::None if instrument.term.until.is_none() => own(booklet::NO_END),
        // What the record says of a later end is not known yet.
        KnownEnd::None => booklet::NO_END.to_owned(),
    }
}

/// How sure the day of the end is, where that is said of it alone: by the act that makes it, or by the record.
fn end_confidence(instrument: &Instrument, validity: &Validity, date: Date) -> Option<Confidence> {
    let ahead = validity.ahead.as_ref().filter(|ahead| ahead.on == date);
    match ahead {
        Some(ahead) => ahead.day_confidence,
        None if validity.until == Some(date) => validity.until_confidence,
        None => instrument.statements.until.own_confidence(instrument.confidence),
    }
}

fn relations(instrument: &Instrument, booklet: &Booklet<'_>) -> Vec<String> {
    let corpus = booklet.corpus;
    let active = stated(instrument).map(|relation| active(corpus, relation));
    let passive = passive_relations(instrument, booklet);
    let passive = passive.map(|(acting, relation)| (relation.passive(), acting.citation(), basis(relation)));
    grouped(active.chain(passive))
}

/// What others do to an instrument, as far as a reader on the edition's day could know.
pub(super) fn passive_relations<'b>(
    instrument: &Instrument,
    booklet: &'b Booklet<'_>,
) -> impl Iterator<Item = (&'b Instrument, &'b Relation)> {
    let acts = booklet.corpus.acts_known(&instrument.id, booklet.asked().knowledge);
    // An instrument that was never in force, or had ended, had no effect.
    let acts = acts.filter(|act| act.known != Reached::No && act.standing != Standing::Void);
    acts.map(|act| (act.instrument, act.relation)).filter(|(acting, relation)| is_stated(acting, relation))
}

/// The same relations, each with the page of the other instrument.
pub(super) fn related(instrument: &Instrument, builder: &Builder<'_, '_>) -> Vec<RelationView> {
    let page = |id: &InstrumentId| builder.bodies.has_row(id).then(|| id.to_string());
    let active = stated(instrument).map(|relation| {
        let target = match &relation.target {
            RelationTarget::Instrument(id) => page(id),
            RelationTarget::External(_) => None,
        };
        let citation = target_citation(builder.booklet.corpus, relation);
        (true, relation.active(), RelationTargetView { citation, basis: basis(relation), instrument: target })
    });
    let passive = passive_relations(instrument, builder.booklet).map(|(acting, relation)| {
        let target =
            RelationTargetView { citation: acting.citation(), basis: basis(relation), instrument: page(&acting.id) };
        (false, relation.passive(), target)
    });
    let mut views: Vec<RelationView> = Vec::new();
    for (acts, verb, target) in active.chain(passive) {
        match views.iter_mut().find(|view| view.verb == verb) {
            Some(view) => view.targets.push(target),
            None => views.push(RelationView { verb: verb.to_owned(), acts, targets: vec![target] }),
        }
    }
    views
}

/// An instrument, what it replaces as a whole, and what replaces it so, each once.
pub(super) fn succession<'b>(instrument: &'b Instrument, booklet: &'b Booklet<'_>) -> Vec<&'b Instrument> {
    let whole = |relation: &Relation| relation.kind == RelationKind::Replaces && relation.scope.is_none();
    let before = stated(instrument).filter(|relation| whole(relation));
    let before = before.filter_map(|relation| match &relation.target {
        RelationTarget::Instrument(id) => booklet.corpus.instrument(id),
        RelationTarget::External(_) => None,
    });
    let after = passive_relations(instrument, booklet).filter(|(_, relation)| whole(relation));
    let near = before.chain(after.map(|(acting, _)| acting));
    let mut all = vec![instrument];
    for one in near.filter(|it| is_issued(it, booklet) && it.confidence != Confidence::Unverified) {
        if !all.iter().any(|known| known.id == one.id) {
            all.push(one);
        }
    }
    all
}

/// Citations of what replaces an instrument as a whole, as far as a reader on the edition's day could know.
pub(super) fn replaced_by(instrument: &Instrument, booklet: &Booklet<'_>) -> Vec<String> {
    let acts = passive_relations(instrument, booklet);
    let whole = acts.filter(|(_, relation)| relation.kind == RelationKind::Replaces && relation.scope.is_none());
    whole.map(|(acting, _)| acting.citation()).collect()
}

/// `Nghị định số 1/2010/NĐ-CP`, whether the corpus has a record of it or not.
pub fn target_citation(corpus: &Corpus, relation: &Relation) -> String {
    match &relation.target {
        RelationTarget::Instrument(id) => corpus.instrument(id).map(|target| target.citation()).unwrap_or_default(),
        RelationTarget::External(outside) => outside.citation(),
    }
}

fn active(corpus: &Corpus, relation: &Relation) -> (&'static str, String, String) {
    let target = target_citation(corpus, relation);
    (relation.active(), target, basis(relation))
}

/// ` (khoản 2 Điều 45; theo nguồn gián tiếp)`: which provision does it, and how sure that is where it is not as sure as
/// the record.
pub(super) fn basis(relation: &Relation) -> String {
    let scope = relation.scope.as_ref().map(|scope| format!("riêng {}", scope.words));
    let place = relation.at.as_ref().map(ToString::to_string);
    let verb = relation.has_unknown_verb().then(|| "chưa rõ điều khoản dùng từ gì".to_owned());
    let kept = relation.kept_by.as_ref().map(|clause| format!("tiếp tục có hiệu lực theo {}", clause.citation()));
    let doubt = relation.confidence.filter(|it| *it != Confidence::TextRead).map(|it| it.name().to_owned());
    let said: Vec<String> = scope.into_iter().chain(place).chain(verb).chain(kept).chain(doubt).collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join("; ")) }
}

/// One line for each verb, in the order in which the verbs first come.
fn grouped(relations: impl Iterator<Item = (&'static str, String, String)>) -> Vec<String> {
    let mut order: Vec<&'static str> = Vec::new();
    let mut lines: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    for (verb, target, place) in relations {
        if !order.contains(&verb) {
            order.push(verb);
        }
        lines.entry(verb).or_default().push(format!("{target}{place}"));
    }
    let line = |verb: &'static str| lines.get(verb).map(|targets| format!("{verb} {}", targets.join("; ")));
    order.into_iter().filter_map(line).collect()
}
