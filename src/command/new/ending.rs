//! An instrument ends: by an act of another one, or by its own term. The record that ends says the day, and the record of the
//! act says what it does: neither without the other.

use std::path::Path;

use super::super::Failure;
use super::version::{changed, document, locator, noted, with_relation};
use crate::edit::{FileChange, RecordContent};
use crate::history::NotedFile;
use crate::model::date::Date;
use crate::model::instrument::{Instrument, Relation, RelationKind, RelationTarget};
use crate::model::known::Day;
use crate::model::subject::Subject;
use crate::session::OpenedCorpus;

/// How an instrument ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending<'a> {
    /// By an act of another instrument, said in one of its provisions.
    Act { kind: RelationKind, by: &'a str, at: Option<&'a str> },
    /// By what it says itself.
    OwnTerm,
}

/// The end of an instrument, as an editor says it.
#[derive(Debug)]
pub struct AskedEnding<'a> {
    pub instrument: &'a str,
    pub how: Ending<'a>,
    /// The first day no longer in force; that of the act where there is none.
    pub on: Option<Date>,
}

/// Returns the files that say that an instrument ends, its own first.
///
/// # Errors
/// There is no such instrument or day, or it ends on another day already.
pub fn files(opened: &OpenedCorpus, asked: &AskedEnding<'_>, root: &Path) -> Result<Vec<NotedFile>, Failure> {
    let ended = opened.instrument(asked.instrument)?;
    match asked.how {
        Ending::OwnTerm => {
            let on = asked.on.ok_or_else(no_day)?;
            may_end(ended, on)?;
            let term = FileChange::set("ends-by", "own-term").following("in-force-until");
            Ok(vec![of_ended(opened, ended, on, Some(term), root)?])
        }
        Ending::Act { kind, by, at } => {
            let by = opened.instrument(by)?;
            let on = asked.on.or(by.term.from.date()).ok_or_else(no_day)?;
            may_end(ended, on)?;
            may_act(ended, by, on)?;
            let act = EndingAct { kind, by, at, on };
            let own = of_ended(opened, ended, on, None, root)?;
            Ok(std::iter::once(own).chain(act.file(opened, ended, root)?).collect())
        }
    }
}

fn of_ended(
    opened: &OpenedCorpus,
    ended: &Instrument,
    on: Date,
    term: Option<FileChange>,
    root: &Path,
) -> Result<NotedFile, Failure> {
    let file = document(opened, &Subject::Instrument(ended.id.clone()), root)?;
    let until = FileChange::set("in-force-until", on.to_string().as_str()).following("in-force-from");
    Ok(noted(&changed(file, &std::iter::once(until).chain(term).collect::<Vec<_>>())?))
}

/// An act that ends a whole instrument.
struct EndingAct<'a> {
    kind: RelationKind,
    by: &'a Instrument,
    at: Option<&'a str>,
    on: Date,
}

impl EndingAct<'_> {
    /// The record of the acting instrument; nothing where it says so already.
    fn file(&self, opened: &OpenedCorpus, ended: &Instrument, root: &Path) -> Result<Option<NotedFile>, Failure> {
        let is_it = |relation: &Relation| {
            relation.kind == self.kind
                && relation.target == RelationTarget::Instrument(ended.id.clone())
                && relation.units.is_empty()
        };
        if self.by.relations.iter().any(is_it) {
            return Ok(None);
        }
        let file = document(opened, &Subject::Instrument(self.by.id.clone()), root)?;
        let change = with_relation(&file, self.relation(ended)?)?;
        Ok(Some(noted(&changed(file, &[change])?)))
    }

    fn relation(&self, ended: &Instrument) -> Result<RecordContent, Failure> {
        let at = self.at.map(locator).transpose()?.map(|at| ("at", RecordContent::Text(at.to_string())));
        let is_own_day = self.by.term.from.date() == Some(self.on);
        let on = (!is_own_day).then(|| ("on", RecordContent::Text(self.on.to_string())));
        let always = [("type", self.kind.key()), ("instrument", ended.id.as_str())];
        let always = always.map(|(key, value)| (key, RecordContent::from(value)));
        Ok(RecordContent::record(always.into_iter().chain(at).chain(on)))
    }
}

fn no_day() -> Failure {
    Failure::new(
        "chưa có ngày hết hiệu lực: ghi ngày đầu tiên văn bản không còn hiệu lực",
        "the day is missing: give the first day on which it is no longer in force",
    )
}

/// An end that is recorded stays until somebody corrects it by hand.
fn may_end(ended: &Instrument, on: Date) -> Result<(), Failure> {
    let id = &ended.id;
    if !ended.kind.has_validity() {
        return Err(Failure::new(
            format!("`{id}` thuộc loại không có hiệu lực, nên không ghi ngày hết"),
            format!("`{id}` is of a type that has no force in law, and so no end"),
        ));
    }
    match &ended.term.until {
        Some(Day::On(until)) if *until != on => Err(Failure::new(
            format!("`{id}` đã ghi hết hiệu lực từ {until}; sửa ngày ấy ở hồ sơ trước"),
            format!("`{id}` ends on {until} already; correct that day in its record first"),
        )),
        _ if ended.term.from.date().is_some_and(|from| from >= on) => Err(Failure::new(
            format!("`{id}` chỉ có hiệu lực từ ngày {on} hoặc sau đó"),
            format!("`{id}` is in force from {on} or later only"),
        )),
        _ => Ok(()),
    }
}

fn may_act(ended: &Instrument, by: &Instrument, on: Date) -> Result<(), Failure> {
    let id = &by.id;
    if ended.id == by.id {
        return Err(Failure::new(
            format!("`{id}` không tự chấm dứt mình; nếu hết thời hạn của chính nó thì chọn cách ấy"),
            format!("`{id}` is the instrument itself; if its own term ends, choose that"),
        ));
    }
    match by.issued.date().filter(|issued| *issued > on) {
        Some(issued) => Err(Failure::new(
            format!("`{id}` ban hành ngày {issued}, sau ngày {on}"),
            format!("`{id}` was issued on {issued}, after {on}"),
        )),
        None => Ok(()),
    }
}
