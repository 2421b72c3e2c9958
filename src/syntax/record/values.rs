//! The values that keys take: text, dates, ids, locators, numbers, closed lists, and the unknown.

use super::super::citation::{parse_locator, parse_number};
use super::super::markdown::PLACEHOLDER;
use super::super::yaml::{Node, Value};
use super::{Context, Reader, spoken};
use crate::diag::advice::{self, nearest};
use crate::diag::{Both, Finding, Place, Span};
use crate::model::date::Date;
use crate::model::ids::Id;
use crate::model::known::{Day, Known};
use crate::model::number::DocNumber;
use crate::model::provision::Locator;
use crate::syntax::messages::{markdown, words, yaml};

pub fn list<'n, T>(
    node: &'n Node,
    context: &mut Context<'_>,
    mut read: impl FnMut(&'n Node, &mut Context<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let Value::List(items) = &node.value else {
        context.wrong_type(node, words::a_list(), words::list_form());
        return None;
    };
    // Every item is read, so that each says what is wrong with it.
    let read: Vec<Option<T>> = items.iter().map(|item| read(item, context)).collect();
    read.into_iter().collect()
}

/// A list with at least one item.
pub fn some_list<'n, T>(
    node: &'n Node,
    context: &mut Context<'_>,
    read: impl FnMut(&'n Node, &mut Context<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let items = list(node, context, read)?;
    if items.is_empty() {
        context.empty(node);
        return None;
    }
    Some(items)
}

/// Text on one line: line breaks and runs of spaces are one space.
pub fn text(node: &Node, context: &mut Context<'_>) -> Option<String> {
    let words = match &node.value {
        Value::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Nothing | Value::List(_) | Value::Mapping(_) | Value::Refused => {
            context.wrong_type(node, words::a_text(), words::text_form());
            return None;
        }
    };
    if words.is_empty() {
        context.empty(node);
        return None;
    }
    if words.contains(PLACEHOLDER) {
        let finding = context.at(markdown::DRAFT_LEFT, node).arg("words", PLACEHOLDER);
        context.report(finding);
    }
    Some(words)
}

pub fn id<T: Id>(node: &Node, context: &mut Context<'_>) -> Option<T> {
    let text = word(node, context)?;
    if let Some(reason) = T::reserved(&text) {
        let finding = context.at(yaml::RESERVED_ID, node).arg("reason", words::reserved(reason));
        context.report(finding.arg("suggestion", format!("{}-1", text.replace('.', "-"))).arg("id", text));
        return None;
    }
    let parsed = text.parse().ok();
    if parsed.is_none() {
        let finding = context.at(yaml::BAD_ID, node);
        context.report(finding.arg("suggestion", suggest_id(&text)).arg("id", text));
    }
    parsed
}

/// Text that means something to the program, such as an id: quotes that a word processor has bent are no part of it.
fn word(node: &Node, context: &mut Context<'_>) -> Option<String> {
    let text = text(node, context)?;
    let Some(inner) = unquoted(&text) else { return Some(text) };
    let finding = context.at(yaml::CURLY_QUOTES, node).arg("instead", format!("`{inner}`"));
    context.report(finding);
    Some(inner.to_owned())
}

/// What stands between curly quotes, if all of a text does.
fn unquoted(text: &str) -> Option<&str> {
    const BENT: [char; 10] = ['“', '”', '„', '‟', '‘', '’', '‚', '‛', '″', '＂'];
    let inner = text.strip_prefix(BENT)?.strip_suffix(BENT)?.trim();
    (!inner.is_empty() && !inner.contains(BENT)).then_some(inner)
}

/// An id made of any text: marks taken off, đ as d, everything else a separator.
pub fn suggest_id(text: &str) -> String {
    let decomposed = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd().normalize(text).to_lowercase();
    let mut id = String::new();
    for character in decomposed.chars() {
        match character {
            'đ' | 'ð' => id.push('d'),
            c if c.is_ascii_alphanumeric() => id.push(c),
            '\u{300}'..='\u{36f}' => {}
            '.' if !id.is_empty() && !id.ends_with(['-', '.']) => id.push('.'),
            _ if !id.is_empty() && !id.ends_with(['-', '.']) => id.push('-'),
            _ => {}
        }
    }
    let id = id.trim_end_matches(['-', '.']);
    if id.is_empty() { "ten-goi".to_owned() } else { id.chars().take(crate::model::ids::LONGEST).collect() }
}

/// One of a closed list, found by its key.
pub fn choice<T: Copy>(
    node: &Node,
    context: &mut Context<'_>,
    all: &[T],
    key_of: impl Fn(T) -> &'static str,
) -> Option<T> {
    let text = word(node, context)?;
    let found = all.iter().copied().find(|value| key_of(*value) == text);
    if found.is_none() {
        let keys: Vec<&str> = all.iter().map(|value| key_of(*value)).collect();
        let near = spoken::key(&text, &keys);
        let near = near.or_else(|| nearest(&text, keys.iter().copied()).filter(|_| !spoken::is_yes_or_no(&text)));
        let advice = advice::choose(near, &keys);
        let finding = context.at(yaml::NOT_IN_LIST, node).arg("text", text).arg("advice", advice);
        context.report(finding);
    }
    found
}

pub fn date(node: &Node, context: &mut Context<'_>) -> Option<Date> {
    if !matches!(node.value, Value::Text(_)) {
        context.wrong_type(node, words::a_date(), words::date_form());
        return None;
    }
    let text = word(node, context)?;
    let parsed = text.parse().ok();
    if parsed.is_none() {
        let finding = context.at(yaml::BAD_DATE, node).arg("suggestion", suggest_date(&text)).arg("text", text);
        context.report(finding);
    }
    parsed
}

/// `15/7/2013` and `ngày 15 tháng 7 năm 2013` are day first in Vietnam; says so only where the calendar has the day.
fn suggest_date(text: &str) -> Both {
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    if parts.iter().map(|part| part.len()).eq([4, 2, 2]) && text.matches('-').count() == 2 {
        return words::no_such_day();
    }
    let number = |part: &str| part.parse::<i16>().ok();
    let day = match parts.as_slice() {
        [day, month, year] if year.len() == 4 => number(year).zip(number(month)).zip(number(day)),
        [year, month, day] if year.len() == 4 => number(year).zip(number(month)).zip(number(day)),
        _ => None,
    };
    let date = day.and_then(|((year, month), day)| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?));
    match date {
        Some(date) => Both::new(format!("; ở đây có lẽ là {date}"), format!("; here probably {date}")),
        None if spoken::is_endless(text) => words::none_or_unknown(),
        None => Both::same(""),
    }
}

/// A value, or `{unknown: reason}`.
pub fn known<'n, T>(
    node: &'n Node,
    context: &mut Context<'_>,
    read: impl FnOnce(&'n Node, &mut Context<'_>) -> Option<T>,
) -> Option<Known<T>> {
    if matches!(node.value, Value::Mapping(_)) {
        let key = context.key;
        let mut reader = Reader::new(node, words::unknown_record(), key, context.file, context.sink)?;
        let reason = reader.required("unknown", |node, context| reason(node, context, key));
        reader.finish();
        return reason.map(|reason| Known::Unknown { reason });
    }
    if is_bare_unknown(node, context) {
        return None;
    }
    read(node, context).map(Known::Known)
}

/// The reason of an unknown value; its key stands in the record around it.
fn reason(node: &Node, context: &mut Context<'_>, key: &'static str) -> Option<String> {
    let empty = match &node.value {
        Value::Nothing => true,
        Value::Text(words) => words.trim().is_empty(),
        Value::List(_) | Value::Mapping(_) | Value::Refused => false,
    };
    if empty {
        let finding = Finding::at(yaml::UNKNOWN_WITHOUT_REASON, context.file, node.range.clone()).arg("key", key);
        context.report(finding);
        return None;
    }
    text(node, context)
}

/// Reports `unknown` without a reason.
fn is_bare_unknown(node: &Node, context: &mut Context<'_>) -> bool {
    let bare = matches!(&node.value, Value::Text(text) if text.trim() == "unknown");
    if bare {
        let finding = context.at(yaml::UNKNOWN_WITHOUT_REASON, node);
        context.report(finding);
    }
    bare
}

/// A date, or `{unknown: reason, earliest: date, latest: date}`.
pub fn day(node: &Node, context: &mut Context<'_>) -> Option<Day> {
    if matches!(node.value, Value::Mapping(_)) {
        let key = context.key;
        let mut reader = Reader::new(node, words::unknown_record(), key, context.file, context.sink)?;
        let reason = reader.required("unknown", |node, context| reason(node, context, key));
        let earliest = reader.optional("earliest", date);
        let latest = reader.optional("latest", date);
        reader.finish();
        return Some(Day::Unknown { reason: reason?, earliest: earliest?, latest: latest? });
    }
    if is_bare_unknown(node, context) {
        return None;
    }
    date(node, context).map(Day::On)
}

/// A day, or `none`.
pub fn end(node: &Node, context: &mut Context<'_>) -> Option<Option<Day>> {
    if matches!(&node.value, Value::Text(text) if unquoted(text.trim()).unwrap_or(text.trim()) == "none") {
        return Some(None);
    }
    day(node, context).map(Some)
}

pub fn locator(node: &Node, context: &mut Context<'_>) -> Option<Locator> {
    let text = word(node, context)?;
    match parse_locator(&text) {
        Ok(parsed) => {
            let canonical = parsed.value.to_string();
            if canonical != text {
                let finding = context.at(yaml::LOCATOR_FORM, node).arg("text", text).arg("canonical", canonical);
                context.report(finding);
            }
            Some(parsed.value)
        }
        Err(error) => {
            let problem = crate::syntax::messages::citation::locator_problem(&error, &text);
            let mut finding = context.at(yaml::BAD_LOCATOR, node);
            // A plain value stands in the file as it is read, so that the words at fault can be pointed at.
            let within = error.range();
            if node.range.len() == text.len() && !within.is_empty() {
                let range = node.range.start + within.start..node.range.start + within.end;
                finding.place = Place::Span(Span::new(context.file, range));
            }
            let unknown = words::or_unknown(context.required);
            context.report(finding.arg("text", text).arg("problem", problem).arg("unknown", unknown));
            None
        }
    }
}

pub fn number(node: &Node, context: &mut Context<'_>) -> Option<DocNumber> {
    let text = word(node, context)?;
    match parse_number(&text) {
        Ok(parsed) => Some(parsed.value),
        Err(_) => {
            let unknown = words::or_unknown(context.required);
            let finding = context.at(yaml::BAD_NUMBER, node).arg("text", text).arg("unknown", unknown);
            context.report(finding);
            None
        }
    }
}
