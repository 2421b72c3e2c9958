//! An instrument as it is compared, with its acts on others.

use super::super::instruments::target_citation;
use super::super::statements::{confidences, of_instrument, said};
use super::{filled, standing, stated};
use crate::compare::{Field, Item};
use crate::language::vi::booklet::open_text;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::instrument::{Clause, EndsBy, Instrument, OutsideAct, Relation, Transition};
use crate::model::known::{Day, Known, Term};
use crate::model::provision::Locator;
use crate::model::statement::Stated;
use crate::model::text_at::TextAt;
use crate::model::time::ValidityQuery;

/// Returns an instrument as a reader sees it on a day; every field is compared or left out with a reason.
pub fn item(corpus: &Corpus, instrument: &Instrument, as_of: Date) -> Item {
    let Instrument {
        // By it the two sides are found; the item is listed under it.
        id: _,
        // Former addresses, which only lead to this one.
        aliases: _,
        number,
        kind,
        title,
        issuer,
        signer,
        issued,
        term: Term { from, until },
        statements,
        // In the state that it decides.
        known_from: _,
        in_force_at: _,
        ends_by,
        ends_at,
        scopes,
        // By them the program understands citations; no reader sees them.
        names: _,
        relations,
        amended_by,
        // Every compared instrument has a record.
        has_record: _,
        confidence,
        // A day on which somebody looked again is no news of the law.
        checked_on: _,
        sources,
        text_at,
        contact,
        notes,
    } = instrument;
    // Readers see no day in force of what has no validity.
    let in_force = |day: String| Some(day).filter(|_| kind.has_validity()).unwrap_or_default();
    let acted = amended_by.iter().map(outside_act);
    let relations = relations.iter().map(|it| relation(corpus, it)).chain(acted).collect::<Vec<_>>().join("\n");
    let fields = [
        (Field::Number, known(number)),
        (Field::Kind, kind.name().to_owned()),
        (Field::Title, title.clone()),
        (Field::Issuer, issuer.clone()),
        (Field::Signer, known(signer)),
        (Field::Issued, stated(issued)),
        (Field::InForceFrom, in_force(stated(from))),
        (Field::InForceUntil, in_force(until.as_ref().map(stated).unwrap_or_default())),
        (Field::EndsBy, ended_by(*ends_by, ends_at.as_ref())),
        (Field::Scopes, super::scopes(scopes)),
        (Field::Relations, relations),
        (Field::Note, notes.clone().unwrap_or_default()),
        (Field::Sources, sources.join("\n")),
        (Field::TextAt, text_at.as_ref().map(opened).unwrap_or_default()),
        (Field::Contact, contact.clone().unwrap_or_default()),
        (Field::Confidence, confidences(*confidence, of_instrument(statements))),
    ];
    Item {
        citation: instrument.citation(),
        title: (!instrument.is_named_in_citation()).then(|| instrument.subject().to_owned()),
        status: standing::standing(
            corpus,
            &corpus.validity(instrument, ValidityQuery::as_of(as_of)),
            ValidityQuery::as_of(as_of),
        ),
        provision: None,
        fields: filled(fields),
    }
}

/// A value, or why it is unknown.
fn known<T: ToString>(value: &Known<T>) -> String {
    match value {
        Known::Known(value) => value.to_string(),
        Known::Unknown { reason } => reason.clone(),
    }
}

/// `được sửa đổi, bổ sung bởi Luật số 71/2025/QH15 · Điều 49 · …`
fn outside_act(act: &OutsideAct) -> String {
    let OutsideAct { acting, issued, relation, source } = act;
    let issued = issued.as_ref().map(issued_on).unwrap_or_default();
    let source = source.as_ref().map(|source| format!(" · {source}")).unwrap_or_default();
    format!("{} {}{issued}{}{source}", relation.passive(), acting.citation(), more(relation))
}

/// ` ngày 01 tháng 06 năm 2031`, or why that is unknown.
fn issued_on(issued: &Day) -> String {
    issued.date().map_or_else(|| format!(" · ban hành {}", stated(issued)), |date| format!(" {}", date.long()))
}

/// `thay thế một phần Nghị định số 1/2020/NĐ-CP · khoản 2 Điều 45 · đối với: Điều 3, Điều 7 · từ 01/01/2025 · …`
fn relation(corpus: &Corpus, relation: &Relation) -> String {
    format!("{} {}{}", relation.active(), target_citation(corpus, relation), more(relation))
}

/// What a relation says beside its kind and its target, which are in the sentence itself.
fn more(relation: &Relation) -> String {
    let Relation { kind: _, target: _, at, on, units, scope, verb: _, until, transition, kept_by, confidence, note } =
        relation;
    let unclear = relation.has_unknown_verb().then(|| "chưa rõ điều khoản dùng từ gì".to_owned());
    let more = [
        unclear,
        at.as_ref().map(ToString::to_string),
        (!units.is_empty()).then(|| format!("đối với: {}", places(units))),
        // It has no other days and units than the relation.
        scope.as_ref().map(|scope| format!("riêng {}", scope.words)),
        on.as_ref().map(on_day),
        until.as_ref().map(|until| format!("đến trước {}", stated(until))),
        transition.as_ref().map(going_on),
        kept_by.as_ref().map(|clause| format!("tiếp tục có hiệu lực theo {}", clause.citation())),
        confidence.map(|it| it.name().to_owned()),
        note.clone(),
    ];
    more.into_iter().flatten().map(|it| format!(" · {it}")).collect()
}

/// `từ 01/01/2025 (theo nguồn gián tiếp, Công báo số 1 + 2)`
fn on_day(on: &Stated<Day>) -> String {
    let Stated { value, statement } = on;
    let said = said(statement).map(|said| format!(" ({said})")).unwrap_or_default();
    format!("từ {}{said}", stated(value))
}

fn opened(text: &TextAt) -> String {
    let TextAt { address, kind, note } = text;
    format!("{}: {address}", open_text(*kind, note.as_deref()))
}

fn places(units: &[Locator]) -> String {
    units.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn going_on(transition: &Transition) -> String {
    let Transition { at, note, until } = transition;
    let place = at.as_ref().map(|at| format!(" ({at})")).unwrap_or_default();
    let until = until.as_ref().map(|until| format!(", đến trước {}", stated(until))).unwrap_or_default();
    format!("chuyển tiếp: {note}{until}{place}")
}

fn ended_by(ends_by: Option<EndsBy>, ends_at: Option<&Clause>) -> String {
    let words = ends_by.map(|it| it.name().to_owned());
    let clause = ends_at.map(|clause| format!("theo {}", clause.citation()));
    words.into_iter().chain(clause).collect::<Vec<_>>().join(" · ")
}
