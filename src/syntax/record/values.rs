//! The kinds of values that keys take: text, dates, ids, locators, numbers, closed lists, and the unknown.

use super::super::citation::{parse_locator, parse_number};
use super::super::markdown::PLACEHOLDER;
use super::super::yaml::{Node, Value};
use super::fields::{ClosedList, RecordDeclaration, ValueKind, record};
use super::reader::Context;
use super::shape::{Choice, Help, RecordRef, Shape};
use super::spoken;
use crate::diag::advice::{self, nearest, only_near};
use crate::diag::{Bilingual, Finding, Fix, FixEdit, Place, Sink, Span};
use crate::latin;
use crate::model::date::Date;
use crate::model::ids::{Id, LONGEST};
use crate::model::known::{Day, Known};
use crate::model::number::DocNumber;
use crate::model::provision::Locator;
use crate::model::statement::Stated;
use crate::syntax::messages::{markdown, words, yaml};

/// A kind of value without parts.
pub struct Leaf<T> {
    read: fn(&Node, &mut Context<'_>) -> Option<T>,
    shape: fn() -> Shape,
}

impl<T> Leaf<T> {
    /// A value that is read by a function, with the shape that schemas give it.
    pub const fn new(read: fn(&Node, &mut Context<'_>) -> Option<T>, shape: fn() -> Shape) -> Self {
        Leaf { read, shape }
    }
}

impl<T: 'static> ValueKind for Leaf<T> {
    type Value = T;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<T> {
        (self.read)(node, context)
    }

    fn shape(&self) -> Shape {
        (self.shape)()
    }
}

/// Text on one line.
pub const TEXT: Leaf<String> = Leaf::new(text, || Shape::Text);

/// `2013-07-15`
pub const DATE: Leaf<Date> = Leaf::new(date, || Shape::Date);

/// The same, as a day that is known.
pub const KNOWN_DAY: Leaf<Day> = Leaf::new(|node, context| date(node, context).map(Day::On), || Shape::Date);

/// `khoản 3 Điều 18`
pub const LOCATOR: Leaf<Locator> = Leaf::new(locator, || Shape::Locator);

/// `72/2013/NĐ-CP`
pub const NUMBER: Leaf<DocNumber> = Leaf::new(number, || Shape::DocNumber);

/// A path, from a folder of the corpus. Whether there is such a file is known where all are.
pub struct FilePath(pub &'static str);

impl ValueKind for FilePath {
    type Value = String;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<String> {
        text(node, context)
    }

    fn shape(&self) -> Shape {
        Shape::Path(self.0)
    }
}

/// The id of something else.
pub fn reference<T: Id + 'static>() -> Leaf<T> {
    Leaf::new(read_id, || Shape::Reference(T::KIND))
}

/// The id of the thing that the record is of, or one that it had.
pub fn own_id<T: Id + 'static>() -> Leaf<T> {
    Leaf::new(read_id, || Shape::OwnId(T::KIND))
}

/// A word of a closed list.
pub fn choice<T: ClosedList>() -> Leaf<T> {
    Leaf::new(read_choice, || Shape::Choice(choices::<T>()))
}

fn choices<T: ClosedList>() -> Vec<Choice> {
    T::ALL.iter().map(|item| Choice { key: item.key(), help: item.help() }).collect()
}

/// A list; it may be empty.
pub fn list<K: ValueKind>(of: K) -> ListOf<K> {
    ListOf { of, least: 0 }
}

/// A list with at least one item.
pub fn some<K: ValueKind>(of: K) -> ListOf<K> {
    ListOf { of, least: 1 }
}

/// A list of values of one kind, with at least so many items.
pub struct ListOf<K> {
    of: K,
    least: usize,
}

impl<K: ValueKind> ValueKind for ListOf<K> {
    type Value = Vec<K::Value>;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<Self::Value> {
        let Value::List(items) = &node.value else {
            let fix = in_brackets(node, context, &self.of);
            context.wrong_type(node, words::a_list(), words::list_form(), fix);
            return None;
        };
        // Every item is read, so that each says what is wrong with it.
        let read: Vec<Option<K::Value>> = items.iter().map(|item| self.of.read(item, context)).collect();
        let items: Vec<K::Value> = read.into_iter().collect::<Option<_>>()?;
        if items.len() < self.least {
            context.empty(node);
            return None;
        }
        Some(items)
    }

    fn shape(&self) -> Shape {
        Shape::List { of: Box::new(self.of.shape()), least: self.least }
    }
}

/// One word where a list of such words belongs: put in brackets, where it says one thing and is sound as an item.
fn in_brackets<K: ValueKind>(node: &Node, context: &Context<'_>, of: &K) -> Option<Fix> {
    let Value::Text(text) = &node.value else { return None };
    let is_on_one_line = matches!(node.range.len().checked_sub(text.len()), Some(0 | 2));
    let mut sink = Sink::new();
    let mut apart = Context { sink: &mut sink, ..*context };
    let is_item = of.read(node, &mut apart).is_some() && sink.findings().is_empty();
    let is_one = is_item && is_on_one_line && !text.contains([',', ';', '[', ']', '{', '}', '#', '\n']);
    let at = |at: usize| Span::new(context.file, at..at);
    let close = FixEdit::Words { span: at(node.range.end), words: "]".to_owned() };
    is_one.then(|| Fix::words(at(node.range.start), "[").and(close))
}

/// Text on one line: line breaks and runs of spaces are one space.
pub fn text(node: &Node, context: &mut Context<'_>) -> Option<String> {
    let words = match &node.value {
        Value::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Nothing | Value::List(_) | Value::Mapping(_) | Value::Refused => {
            context.wrong_type(node, words::a_text(), words::text_form(), None);
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

fn read_id<T: Id>(node: &Node, context: &mut Context<'_>) -> Option<T> {
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
    let finding = context.at(yaml::CURLY_QUOTES, node).arg("instead", format!("`{inner}`")).fix(Fix::value(inner));
    context.report(finding);
    Some(inner.to_owned())
}

/// Returns the text between curly quotes, if they enclose all of it.
fn unquoted(text: &str) -> Option<&str> {
    const BENT: [char; 10] = ['“', '”', '„', '‟', '‘', '’', '‚', '‛', '″', '＂'];
    let inner = text.strip_prefix(BENT)?.strip_suffix(BENT)?.trim();
    (!inner.is_empty() && !inner.contains(BENT)).then_some(inner)
}

/// An id made of any text: marks taken off, đ as d, everything else a separator.
pub fn suggest_id(text: &str) -> String {
    let id: String = latin::in_ascii(text).chars().take(LONGEST).collect();
    let id = id.trim_end_matches(['-', '.']);
    if id.is_empty() { "ten-goi".to_owned() } else { id.to_owned() }
}

/// One of a closed list, found by its key.
fn read_choice<T: ClosedList>(node: &Node, context: &mut Context<'_>) -> Option<T> {
    let text = word(node, context)?;
    let found = T::ALL.iter().copied().find(|value| value.key() == text);
    if found.is_none() {
        let keys: Vec<&str> = T::ALL.iter().map(|value| value.key()).collect();
        let near = spoken::key(&text, &keys);
        let near = near.or_else(|| nearest(&text, keys.iter().copied()).filter(|_| !spoken::is_yes_or_no(&text)));
        let sure = spoken::key(&text, &keys);
        let sure = sure.or_else(|| near.and_then(|_| only_near(&text, keys.iter().copied())));
        let finding = context.at(yaml::NOT_IN_LIST, node).arg("advice", advice::choose(near, &keys));
        context.report(finding.arg("text", text).fix(sure.map(Fix::value)));
    }
    found
}

/// Reads a day as `YYYY-MM-DD`; anything else is a finding.
pub fn date(node: &Node, context: &mut Context<'_>) -> Option<Date> {
    if !matches!(node.value, Value::Text(_)) {
        context.wrong_type(node, words::a_date(), words::date_form(), None);
        return None;
    }
    let text = word(node, context)?;
    let parsed = text.parse().ok();
    if parsed.is_none() {
        let finding = context.at(yaml::BAD_DATE, node).arg("suggestion", suggest_date(&text));
        let fix = only_date(&text).map(|date| Fix::value(date.to_string()));
        context.report(finding.arg("text", text).fix(fix));
    }
    parsed
}

/// The only day that a text can mean: it begins with the year, or says which is the month, or no calendar has the other.
/// Words around it, such as `sau` or `trước`, may mean another day.
fn only_date(text: &str) -> Option<Date> {
    let around: String = text.chars().filter(|c| !c.is_ascii_digit() && !" /.-".contains(*c)).collect();
    if !matches!(around.to_lowercase().as_str(), "" | "ngày" | "thángnăm" | "ngàythángnăm") {
        return None;
    }
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| part.parse::<i8>().ok();
    let date = |year: &str, month: &str, day: &str| Date::new(year.parse().ok()?, number(month)?, number(day)?);
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 && day.len() <= 2 => date(year, month, day),
        [day, month, year] if year.len() == 4 => {
            let is_said = text.contains("tháng") || number(day) > Some(12) || number(day) == number(month);
            date(year, month, day).filter(|_| is_said)
        }
        _ => None,
    }
}

/// `15/7/2013` and `ngày 15 tháng 7 năm 2013` are day first in Vietnam; says so only where the calendar has the day.
fn suggest_date(text: &str) -> Bilingual {
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
        Some(date) => Bilingual::new(format!("; ở đây có lẽ là {date}"), format!("; here probably {date}")),
        None if spoken::is_endless(text) => words::none_or_unknown(),
        None => Bilingual::same(""),
    }
}

/// A value, or a record of it with its confidence and its source: `{date: 2030-07-01, confidence: second-hand}`.
pub fn stated<K: ValueKind>(of: K, record: fn() -> RecordDeclaration<Stated<K::Value>>) -> OrStated<K> {
    OrStated { of, record }
}

pub struct OrStated<K: ValueKind> {
    of: K,
    record: fn() -> RecordDeclaration<Stated<K::Value>>,
}

/// The keys of such a record that hold the value.
const STATED_KEYS: [&str; 3] = ["date", "name", "number"];

impl<K: ValueKind> ValueKind for OrStated<K> {
    type Value = Stated<K::Value>;

    const UNKNOWN: Option<fn() -> RecordRef> = K::UNKNOWN;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<Self::Value> {
        let is_record = match &node.value {
            Value::Mapping(entries) => entries.iter().any(|(key, _)| STATED_KEYS.contains(&key.text.as_str())),
            Value::Nothing | Value::Text(_) | Value::List(_) | Value::Refused => false,
        };
        if is_record { (self.record)().read(node, context) } else { self.of.read(node, context).map(Stated::plain) }
    }

    fn shape(&self) -> Shape {
        Shape::Either(vec![self.of.shape(), Shape::Record((self.record)().about)])
    }
}

/// A value, or `{unknown: reason}`.
pub fn known<K: ValueKind>(of: K) -> OrUnknown<K> {
    OrUnknown(of)
}

/// A value, or `unknown` with its reason.
pub struct OrUnknown<K>(K);

impl<K: ValueKind> ValueKind for OrUnknown<K> {
    type Value = Known<K::Value>;

    const UNKNOWN: Option<fn() -> RecordRef> = Some(|| unknown().about);

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<Self::Value> {
        if matches!(node.value, Value::Mapping(_)) {
            return unknown().read(node, context).map(|reason| Known::Unknown { reason });
        }
        if is_bare_unknown(node, context) {
            return None;
        }
        self.0.read(node, context).map(Known::Known)
    }

    fn shape(&self) -> Shape {
        self.0.shape()
    }
}

record! {
    /// Why a value is not known.
    unknown: words::unknown_record => String {
        reason: required("unknown", REASON, "Chưa thấy khối chữ ký")
            vi "vì sao chưa biết: đã tìm ở đâu, còn thiếu gì"
            en "why it is not known: where one has looked, and what is missing";
    }
    make reason
}

record! {
    /// Why a day is not known, and between which days it lies.
    unknown_day: words::unknown_record => Day {
        reason: required("unknown", REASON, "Chưa thấy điều khoản hiệu lực")
            vi "vì sao chưa biết: đã tìm ở đâu, còn thiếu gì"
            en "why it is not known: where one has looked, and what is missing";
        earliest: optional("earliest", DATE, "2013-12-23")
            vi "trước ngày này chắc chắn chưa xảy ra"
            en "before this day it has certainly not happened";
        latest: optional("latest", DATE, "2018-07-01")
            vi "từ ngày này trở đi chắc chắn đã xảy ra"
            en "from this day on it has certainly happened";
    }
    make Day::Unknown { reason, earliest, latest }
}

const REASON: Leaf<String> = Leaf::new(reason, || Shape::Text);

/// The reason of an unknown value; its key is in the record around it.
fn reason(node: &Node, context: &mut Context<'_>) -> Option<String> {
    let empty = match &node.value {
        Value::Nothing => true,
        Value::Text(words) => words.trim().is_empty(),
        Value::List(_) | Value::Mapping(_) | Value::Refused => false,
    };
    if empty {
        let finding = Finding::at(yaml::UNKNOWN_WITHOUT_REASON, context.file, node.range.clone());
        context.report(finding.arg("key", context.around));
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
pub struct DayKind;

/// The kind of a day, or of an unknown one with its bounds.
pub const DAY: DayKind = DayKind;

impl ValueKind for DayKind {
    type Value = Day;

    const UNKNOWN: Option<fn() -> RecordRef> = Some(|| unknown_day().about);

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<Day> {
        if matches!(node.value, Value::Mapping(_)) {
            return unknown_day().read(node, context);
        }
        if is_bare_unknown(node, context) {
            return None;
        }
        date(node, context).map(Day::On)
    }

    fn shape(&self) -> Shape {
        Shape::Date
    }
}

/// A day, or `none`.
pub struct EndKind;

/// The kind of an end: a day, an unknown one, or none.
pub const END: EndKind = EndKind;

impl ValueKind for EndKind {
    type Value = Option<Day>;

    const UNKNOWN: Option<fn() -> RecordRef> = DayKind::UNKNOWN;

    fn read(&self, node: &Node, context: &mut Context<'_>) -> Option<Option<Day>> {
        if matches!(&node.value, Value::Text(text) if unquoted(text.trim()).unwrap_or(text.trim()) == NO_END.key) {
            return Some(None);
        }
        DAY.read(node, context).map(Some)
    }

    fn shape(&self) -> Shape {
        Shape::Either(vec![Shape::Date, Shape::Choice(vec![NO_END])])
    }
}

const NO_END: Choice = Choice { key: "none", help: Help { vi: "chưa có ngày hết", en: "no end yet" } };

fn locator(node: &Node, context: &mut Context<'_>) -> Option<Locator> {
    let text = word(node, context)?;
    match parse_locator(&text) {
        Ok(parsed) => {
            let canonical = parsed.value.to_string();
            if canonical != text {
                let finding = context.at(yaml::LOCATOR_FORM, node).fix(Fix::value(canonical.as_str()));
                context.report(finding.arg("text", text).arg("canonical", canonical));
            }
            Some(parsed.value)
        }
        Err(error) => {
            let problem = crate::syntax::messages::citation::locator_problem(&error, &text);
            let mut finding = context.at(yaml::BAD_LOCATOR, node);
            // A plain value is in the file as it is read, so that the words at fault can be pointed at.
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

fn number(node: &Node, context: &mut Context<'_>) -> Option<DocNumber> {
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
