//! A change of a record as the bytes to be changed. There is often more than one way to write a change; each is offered,
//! the one that changes least first, and the first that is read back as it was meant is taken. So nothing here has to be
//! sure of what YAML makes of it.

use std::ops::Range;

use super::content::RecordContent;
use super::form::{self, ValueSite};
use super::place::{ValuePlace, WrittenForm};
use super::scalar::{self, within};
use super::splice::Splice;
use super::{EditRefusal, FileChange, KeyPath};
use crate::syntax::yaml::{Node, Value};

/// Ways to make a change, the best first.
pub(super) type Ways = Vec<Vec<Splice>>;

/// The ways to change a record whose YAML was read as this tree.
pub(super) fn ways(text: &str, root: &Node, change: &FileChange) -> Result<Ways, EditRefusal> {
    let record = ValuePlace::root(text, root);
    let found = match change {
        FileChange::Set { key, value, after } => set(record, key, value, after.as_deref()),
        FileChange::Remove(key) => remove(record, key),
        FileChange::Insert { list, at, value } => at_path(record, list).and_then(|list| insert(list, *at, value)),
        FileChange::Body(_) | FileChange::Words { .. } => None,
    };
    found.ok_or_else(|| EditRefusal::NoSuchKey(change.key().to_string()))
}

fn at_path<'t>(record: ValuePlace<'t>, key: &KeyPath) -> Option<ValuePlace<'t>> {
    key.steps().try_fold(record, |place, step| place.step(step))
}

fn set(record: ValuePlace<'_>, key: &KeyPath, value: &RecordContent, after: Option<&str>) -> Option<Ways> {
    if let Some(there) = at_path(record, key) {
        return Some(replace(there, value));
    }
    let (parent, name) = key.split()?;
    let parent = at_path(record, &parent)?;
    match &parent.node.value {
        Value::Mapping(_) => add(parent, &name, value, after),
        _ => None,
    }
}

/// Another value in the place of one.
fn replace(place: ValuePlace<'_>, value: &RecordContent) -> Ways {
    let mut ways = Ways::new();
    if let (Value::Text(former), RecordContent::Text(text), Some(words)) = (&place.node.value, value, place.words()) {
        ways.extend(within(place.text, &words, former, text));
    }
    let former = match place.form() {
        WrittenForm::Inline(range) => place.text.get(range),
        WrittenForm::Block { .. } | WrittenForm::Lines(_) | WrittenForm::Empty => None,
    };
    if let RecordContent::Text(text) = value {
        ways.push(put(place, &inline(scalar::written(text, former, place.is_in_flow))));
    }
    if !place.is_in_flow {
        ways.push(put(place, &form::block(value, site(place))));
    }
    ways.push(put(place, &inline(form::flow(value, true))));
    ways
}

fn inline(words: String) -> form::NewValue {
    form::NewValue { inline: words, below: String::new() }
}

/// Puts what is written where a value stands; a remark behind the key stays there.
fn put(place: ValuePlace<'_>, written: &form::NewValue) -> Vec<Splice> {
    let spaced = if written.inline.is_empty() { String::new() } else { format!(" {}", written.inline) };
    match place.form() {
        WrittenForm::Empty if place.is_in_flow => vec![Splice::new(place.after..place.after, spaced)],
        WrittenForm::Empty => on_line(place, place.after..place.after, spaced, written),
        WrittenForm::Inline(range) if place.is_in_flow => vec![Splice::new(range, written.inline.clone())],
        WrittenForm::Inline(range) if written.inline.is_empty() => {
            on_line(place, place.after..range.end, spaced, written)
        }
        WrittenForm::Inline(range) => on_line(place, range, written.inline.clone(), written),
        WrittenForm::Block { indicator, lines } => {
            let end = place.content_end().max(indicator.end);
            let below = Splice::new(lines.start.saturating_sub(1).min(end)..end, written.below.clone());
            match written.inline.is_empty() {
                true => vec![Splice::new(place.after..indicator.end, ""), below],
                false => vec![Splice::new(indicator, written.inline.clone()), below],
            }
        }
        WrittenForm::Lines(range) if place.begins_line(range.start) => {
            let start = place.line_start(range.start).saturating_sub(1);
            vec![Splice::new(place.after..place.after, spaced), Splice::new(start..range.end, written.below.clone())]
        }
        WrittenForm::Lines(range) => on_line(place, range, written.inline.clone(), written),
    }
}

/// The words behind the key, and what is below them after the remark that may end their line.
fn on_line(place: ValuePlace<'_>, range: Range<usize>, words: String, written: &form::NewValue) -> Vec<Splice> {
    let end = place.line_end(range.end);
    let mut splices = vec![Splice::new(range, words)];
    if !written.below.is_empty() {
        splices.push(Splice::new(end..end, written.below.clone()));
    }
    splices
}

/// Where a value is put that takes the place of one.
fn site(place: ValuePlace<'_>) -> ValueSite {
    let is_item = place.is_item();
    ValueSite {
        column: place.column.unwrap_or_default(),
        dash: usual_dash(place.text),
        is_item,
        has_brackets: is_item && place.has_brackets(),
    }
}

/// How far the lists of a file stand to the right of their keys: by the first below a key.
fn usual_dash(text: &str) -> usize {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let pairs = text.lines().zip(text.lines().skip(1));
    let below = pairs.filter(|(key, item)| key.trim_end().ends_with(':') && item.trim_start().starts_with("- "));
    below
        .map(|(key, item)| indent(item).saturating_sub(indent(key.trim_start_matches(['-']))))
        .next()
        .unwrap_or(2)
        .min(2)
}

/// A new key of a record: below the key that it is to follow, or the last.
fn add(record: ValuePlace<'_>, key: &str, value: &RecordContent, after: Option<&str>) -> Option<Ways> {
    let Value::Mapping(entries) = &record.node.value else { return None };
    let before = after.and_then(|after| entries.iter().find(|(known, _)| known.text == after)).or(entries.last());
    if record.has_brackets() || record.is_in_flow {
        return add_in_brackets(record, before.map(|(key, _)| key.text.as_str()), &form::entry(key, value));
    }
    let (before, _) = before?;
    let column = record.column_of(entries.first()?.0.range.start);
    let end = record.line_end(record.step(&before.text)?.content_end().max(before.range.end));
    let site = ValueSite { column, dash: usual_dash(record.text), is_item: false, has_brackets: false };
    let indent = " ".repeat(column);
    let line = |words: &str| vec![Splice::new(end..end, format!("\n{indent}{words}"))];
    let flow = format!("{}: {}", scalar::key(key, false), form::flow(value, true));
    Some(vec![line(&form::key_and_value(key, value, site)), line(&flow)])
}

fn add_in_brackets(parent: ValuePlace<'_>, before: Option<&str>, words: &str) -> Option<Ways> {
    let splice = match before {
        Some(before) => {
            let end = parent.step(before)?.content_end();
            Splice::new(end..end, format!(", {words}"))
        }
        None => {
            let start = parent.node.range.start + 1;
            Splice::new(start..start, words)
        }
    };
    Some(vec![vec![splice]])
}

/// A new item of a list.
fn insert(list: ValuePlace<'_>, at: usize, value: &RecordContent) -> Option<Ways> {
    let Value::List(items) = &list.node.value else { return None };
    if at > items.len() {
        return None;
    }
    if items.is_empty() && !list.is_in_flow && matches!(value, RecordContent::Record(_)) {
        return Some(replace(list, &RecordContent::List(vec![value.clone()])));
    }
    if list.has_brackets() {
        return insert_in_brackets(list, at, value);
    }
    let dash = list.dash(items, at.min(items.len() - 1))?;
    let column = list.column_of(dash);
    let has_brackets = list.step("0").is_some_and(|first| first.has_brackets());
    let site = ValueSite { column, dash: usual_dash(list.text), is_item: true, has_brackets };
    let words = format!("-{}", form::behind(&form::block(value, site)));
    let indent = " ".repeat(column);
    let splice = match at.checked_sub(1) {
        None => Splice::new(dash..dash, format!("{words}\n{indent}")),
        Some(before) => {
            let end = list.line_end(list.step(&before.to_string())?.content_end());
            Splice::new(end..end, format!("\n{indent}{words}"))
        }
    };
    Some(vec![vec![splice]])
}

fn insert_in_brackets(list: ValuePlace<'_>, at: usize, value: &RecordContent) -> Option<Ways> {
    let words = form::flow(value, true);
    match (at, list.step("0")) {
        (0, Some(first)) => {
            let start = first.node.range.start;
            Some(vec![vec![Splice::new(start..start, format!("{words}, "))]])
        }
        _ => add_in_brackets(list, at.checked_sub(1).map(|before| before.to_string()).as_deref(), &words),
    }
}

fn remove(record: ValuePlace<'_>, key: &KeyPath) -> Option<Ways> {
    let (parent, name) = key.split()?;
    let parent = at_path(record, &parent)?;
    let ranges = parts(parent)?;
    let at = match &parent.node.value {
        Value::Mapping(entries) => entries.iter().position(|(key, _)| key.text == name)?,
        _ => name.parse::<usize>().ok().filter(|at| *at < ranges.len())?,
    };
    if ranges.len() == 1 {
        return Some(empty(parent, ranges.first()?));
    }
    Some(match parent.has_brackets() || parent.is_in_flow {
        true => vec![vec![cut_in_brackets(parent, &ranges, at)?]],
        false => cut_lines(parent, &ranges, at)?.into_iter().map(|splice| vec![splice]).collect(),
    })
}

/// Takes the only part of a list or record out of it.
fn empty(parent: ValuePlace<'_>, part: &Range<usize>) -> Ways {
    let nothing = match parent.node.value {
        Value::List(_) => RecordContent::List(Vec::new()),
        _ => RecordContent::Record(Vec::new()),
    };
    let comma = parent.after_blanks(part.end, &[]);
    let end = if parent.rest(comma).starts_with(',') { comma + 1 } else { part.end };
    let cut = parent.has_brackets().then(|| vec![Splice::new(part.start..end, "")]);
    cut.into_iter().chain(replace(parent, &nothing)).collect()
}

/// Each key with its value, or each item with its dash, from its first character to its last.
fn parts(parent: ValuePlace<'_>) -> Option<Vec<Range<usize>>> {
    match &parent.node.value {
        Value::Mapping(entries) => entries
            .iter()
            .map(|(key, _)| Some(key.range.start..parent.step(&key.text)?.content_end().max(key.range.end)))
            .collect(),
        Value::List(items) => (0..items.len())
            .map(|index| {
                let item = parent.step(&index.to_string())?;
                let start = if parent.has_brackets() { item.node.range.start } else { parent.dash(items, index)? };
                Some(start..item.content_end().max(start + 1))
            })
            .collect(),
        Value::Text(_) | Value::Nothing | Value::Refused => None,
    }
}

/// One part and a comma: the one before it, or behind the first. A remark between two parts stays.
fn cut_in_brackets(parent: ValuePlace<'_>, parts: &[Range<usize>], at: usize) -> Option<Splice> {
    let part = parts.get(at)?.clone();
    let has_remark = |range: Range<usize>| parent.text.get(range).is_some_and(|between| between.contains('#'));
    let before = at.checked_sub(1).and_then(|before| parts.get(before)).map(|before| before.end);
    if let Some(before) = before.filter(|before| at + 1 == parts.len() || !has_remark(*before..part.start)) {
        return Some(Splice::new(before..part.end, ""));
    }
    let next = parts.get(at + 1)?.start;
    let comma = parent.after_blanks(part.end, &[]) + 1;
    Some(Splice::new(part.start..if has_remark(comma..next) { comma } else { next }, ""))
}

/// The lines of a part, with the remark that ends its last line. The part after it moves up behind the dash.
fn cut_lines(parent: ValuePlace<'_>, parts: &[Range<usize>], at: usize) -> Option<Vec<Splice>> {
    let part = parts.get(at)?.clone();
    let end = parent.line_end(part.end);
    if parent.begins_line(part.start) {
        let start = parent.line_start(part.start);
        let blanks = parent.rest(end).len() - parent.rest(end).trim_start_matches('\n').len();
        return Some(match end < parent.text.len() {
            // Where a block scalar above keeps its empty lines it must not get those behind.
            true => vec![Splice::new(start..end + 1, ""), Splice::new(start..end + blanks, "")],
            // The last line of a file keeps its lack of an end, unless the lines above need one.
            false => vec![Splice::new(start.saturating_sub(1)..end, ""), Splice::new(start..end, "")],
        });
    }
    let next = parts.get(at + 1)?.start;
    let has_remark = parent.text.get(end..next).is_some_and(|between| !between.trim().is_empty());
    let both = [Splice::new(part.start..next, ""), Splice::new(part.start..end, "")];
    Some(both.into_iter().skip(usize::from(has_remark)).collect())
}
