//! The figure in words: names, days, captions, what replaces the drawing, and the table.

use std::collections::BTreeSet;

use super::chains::Chain;
use super::rows::TimelineBar;
use super::{TimelineChain, TimelineRow};
use crate::assemble::Booklet;
use crate::language::vi::booklet;
use crate::model::date::Date;
use crate::model::ids::InstrumentId;
use crate::model::instrument::Instrument;
use crate::model::known::{Day, Reached};
use crate::model::validity::ValidityKind;
use crate::view::instruments::{anchor, day, from_day, replaced_by, until};
use crate::view::status::status_view;

/// What an instrument may be called, the longest first: `Nghị định số 224/2026/NĐ-CP`, `Nghị định 224/2026/NĐ-CP`,
/// `NĐ 224/2026/NĐ-CP`; what has no known number goes by its name.
pub fn names(instrument: &Instrument) -> Vec<String> {
    let Some(number) = instrument.number.known() else { return vec![instrument.citation()] };
    let kind = instrument.kind;
    let mut names = vec![number.with_type(Some(kind))];
    if !kind.is_technical() {
        let short = [Some(kind.name()), kind.abbreviation()].into_iter().flatten();
        names.extend(short.map(|kind| format!("{kind} {number}")));
        // Where no type has room, the symbol says it; what does not is cut and not shortened.
        names.extend(number.implied_type().map(|_| number.to_string()));
    }
    names
}

/// `01/01/2010 – 01/01/2020`
pub fn days(row: &TimelineBar<'_>, as_of: Date) -> String {
    let from = from(row);
    let issued = day(&row.instrument.issued);
    match row.validity.kind {
        ValidityKind::PartlyEnded if parts_since(row).is_some() => {
            format!("hết một phần từ {}", parts_since(row).map(Date::short).unwrap_or_default())
        }
        ValidityKind::InForce | ValidityKind::PartlyEnded | ValidityKind::Suspended => match row.instrument.term.from {
            Day::On(_) => format!("từ {from}"),
            Day::Unknown { .. } => format!("từ ngày {from}"),
        },
        ValidityKind::NotCommenced if row.validity.ahead.as_ref().is_some_and(|ahead| ahead.before_commencing) => {
            booklet::NEVER_TO_BE.to_owned()
        }
        // A text that may end before its first day is not said to begin on it.
        ValidityKind::NotCommenced if row.validity.since.is_none() && row.instrument.term.from.date().is_some() => {
            "chưa rõ có từ ngày nào".to_owned()
        }
        ValidityKind::NotCommenced => match row.instrument.term.from {
            Day::On(_) => format!("sẽ có từ {from}"),
            Day::Unknown { .. } => format!("sẽ có, {from} ngày"),
        },
        ValidityKind::NeverInForce => booklet::NEVER.to_owned(),
        ValidityKind::Ended => {
            let until = row.validity.until.map_or_else(|| booklet::UNKNOWN_DAY.to_owned(), Date::short);
            format!("{from} – {until}")
        }
        // Where its end has certainly not come, only the start is unknown.
        ValidityKind::Unknown if has_no_end(row, as_of) => format!("từ ngày {from}"),
        ValidityKind::Unknown => format!("{from} – {}", booklet::UNKNOWN_DAY),
        ValidityKind::NotApplicable => format!("ban hành {issued}"),
    }
}

/// The first day on which a part has ended.
fn parts_since(row: &TimelineBar<'_>) -> Option<Date> {
    row.validity.parts.iter().find_map(|part| part.since)
}

/// The state with its days: `còn hiệu lực, từ 01/03/2030`.
fn state(row: &TimelineBar<'_>, as_of: Date) -> String {
    let name = row.validity.kind.name().to_lowercase();
    match (row.validity.kind, parts_since(row)) {
        (ValidityKind::PartlyEnded, Some(since)) => {
            format!("có hiệu lực từ {}, {name} từ {}", from(row), since.short())
        }
        (ValidityKind::NeverInForce, _) => name,
        _ => format!("{name}, {}", days(row, as_of)),
    }
}

fn from(row: &TimelineBar<'_>) -> String {
    row.instrument.term.from.date().map_or_else(|| booklet::UNKNOWN_DAY.to_owned(), Date::short)
}

fn has_no_end(row: &TimelineBar<'_>, as_of: Date) -> bool {
    let open = row.instrument.term.until.as_ref().is_none_or(|until| until.reached_on(as_of) == Reached::No);
    open && row.instrument.term.from.date().is_none() && row.validity.by.is_none() && row.spans.len() == 1
}

/// The label of the line of the edition's day.
pub fn as_of(date: Date) -> String {
    format!("Tính đến {}", date.short())
}

/// What a chain is about: the subject of its last instrument.
pub fn title(rows: &[TimelineBar<'_>], chain: &Chain) -> String {
    let last = chain.last().and_then(|place| rows.get(*place));
    last.map_or_else(String::new, |row| {
        let mut letters = row.instrument.subject().chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    })
}

/// The caption of a drawing; a figure of several drawings says which one it is.
pub fn caption(count: usize, date: Date, (number, of): (usize, usize)) -> String {
    let piece = if of > 1 { format!(" (hình {number} trên {of})") } else { String::new() };
    format!("Thời gian có hiệu lực của {count} văn bản, tính đến {}{piece}", date.short())
}

/// Every row of a drawing as a sentence.
pub fn alt(rows: &[TimelineBar<'_>], shown: &[&TimelineBar<'_>], date: Date, place: (usize, usize)) -> String {
    let mut alt = caption(rows.len(), date, place);
    alt.push('.');
    for row in shown {
        alt.push_str(&format!(" {}: {}", row.instrument.citation(), state(row, date)));
        let successors: Vec<String> = row
            .successors
            .iter()
            .filter_map(|(place, _)| rows.get(*place))
            .map(|successor| successor.instrument.citation())
            .collect();
        if !successors.is_empty() {
            alt.push_str(&format!(", được thay bằng {}", successors.join(", ")));
        }
        alt.push('.');
    }
    alt
}

/// The title of a chain: the instruments of the table that replace one another.
pub fn chain(
    booklet: &Booklet<'_>,
    table: &BTreeSet<InstrumentId>,
    rows: &[TimelineBar<'_>],
    chain: &Chain,
) -> TimelineChain {
    let row = |row: &TimelineBar<'_>| TimelineRow {
        citation: row.instrument.citation(),
        anchor: table.contains(&row.instrument.id).then(|| anchor(&row.instrument.id)),
        from: from_day(row.instrument, &row.validity),
        until: until(row.instrument, &row.validity, booklet),
        status: status_view(booklet.corpus, &row.validity, booklet.asked()),
        replaced_by: replaced_by(row.instrument, booklet),
    };
    TimelineChain {
        title: title(rows, chain),
        rows: chain.iter().filter_map(|place| rows.get(*place)).map(row).collect(),
    }
}
