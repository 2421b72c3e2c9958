//! Which control a value gets: by what the key takes, and by what is there now. What no control can show is edited as it is
//! written, so that nothing in a record is out of reach.

use crate::edit::RecordContent;
use crate::model::ids::IdKind;
use crate::syntax::record::shape::{Choice, RecordRef, Shape};

/// The control in which a value is typed or chosen.
pub enum Plan<'s> {
    /// `takes_yaml`: the key takes a group too, which can be typed in braces.
    Line {
        takes_yaml: bool,
    },
    Day,
    Pick(&'s [Choice]),
    PickId(IdKind),
    /// The id of one of many things.
    Look(IdKind),
    TickWords(&'s [Choice]),
    TickIds(IdKind),
    Lines(Option<IdKind>),
    /// A day, the words that there is none, or a group of keys of which one says what kind of deadline it is.
    Deadline(RecordRef),
    Group(RecordRef),
    Items(RecordRef),
    Written,
}

/// The control of a value; `None` where there is none yet.
pub fn plan<'s>(shape: &'s Shape, value: Option<&RecordContent>) -> Plan<'s> {
    let value = value.filter(|value| **value != RecordContent::Nothing);
    match (shape, value) {
        (Shape::Either(all), value) => either(all, value),
        (Shape::Record(about), None | Some(RecordContent::Record(_))) => Plan::Group(*about),
        (Shape::List { of, .. }, None) => list(of, &[]),
        (Shape::List { of, .. }, Some(RecordContent::List(items))) => list(of, items),
        (Shape::Record(_) | Shape::List { .. } | Shape::Map { .. }, _) => Plan::Written,
        (_, Some(RecordContent::List(_) | RecordContent::Record(_))) => Plan::Written,
        (Shape::Date, value) => day(value, false),
        (Shape::Choice(choices), _) => Plan::Pick(choices),
        (Shape::Reference(kind), _) if is_short(*kind) => Plan::PickId(*kind),
        (Shape::Reference(kind), _) => Plan::Look(*kind),
        _ => Plan::Line { takes_yaml: false },
    }
}

/// Things of which a corpus has few enough to choose from a list.
fn is_short(kind: IdKind) -> bool {
    matches!(kind, IdKind::Topic | IdKind::Audience | IdKind::Level | IdKind::Edition)
}

fn day<'s>(value: Option<&RecordContent>, takes_yaml: bool) -> Plan<'s> {
    match value {
        None => Plan::Day,
        Some(RecordContent::Text(text)) if parts_of_day(text).is_some() => Plan::Day,
        Some(_) => Plan::Line { takes_yaml },
    }
}

/// Year, month and day of `2030-07-01`.
pub fn parts_of_day(text: &str) -> Option<(&str, &str, &str)> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_number = |part: &str, digits| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    (parts.next().is_none() && is_number(year, 4) && is_number(month, 2) && is_number(day, 2))
        .then_some((year, month, day))
}

fn either<'s>(all: &'s [Shape], value: Option<&RecordContent>) -> Plan<'s> {
    let group = all.iter().find_map(|shape| if let Shape::Record(about) = shape { Some(*about) } else { None });
    match (value, group) {
        (Some(RecordContent::Record(_)), Some(about)) => Plan::Group(about),
        (Some(RecordContent::Record(_) | RecordContent::List(_)), _) => Plan::Written,
        (_, Some(about)) if matches!(all, [Shape::Date, Shape::Words, Shape::Record(_)]) => Plan::Deadline(about),
        // Words beside dates are typed on a line, which takes dates too.
        (value, _) if matches!(all, [Shape::Date, Shape::Record(_)]) => day(value, true),
        _ => Plan::Line { takes_yaml: true },
    }
}

fn list<'s>(of: &'s Shape, items: &[RecordContent]) -> Plan<'s> {
    let are_texts = items.iter().all(|item| matches!(item, RecordContent::Text(_)));
    match of {
        Shape::Record(about) if items.iter().all(|item| matches!(item, RecordContent::Record(_))) => {
            Plan::Items(*about)
        }
        Shape::Record(_) | Shape::List { .. } | Shape::Map { .. } => Plan::Written,
        _ if !are_texts => Plan::Written,
        Shape::Choice(choices) => Plan::TickWords(choices),
        Shape::Reference(kind) if is_short(*kind) => Plan::TickIds(*kind),
        Shape::Reference(kind) => Plan::Lines(Some(*kind)),
        _ => Plan::Lines(None),
    }
}
