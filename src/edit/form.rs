//! How a value is written where it is put: on the line of its key, or on lines of its own.

use super::content::RecordContent;
use super::scalar;

/// The longest line that a list or record is written in, in characters.
const WIDTH: usize = 110;

/// The text after a key and its colon, or after the dash of an item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct NewValue {
    /// On the same line.
    pub inline: String,
    /// On the lines below, each with the line end before it.
    pub below: String,
}

/// Where a value is put.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValueSite {
    /// The column of its key or dash.
    pub column: usize,
    /// How far a list stands to the right of its key, in this file.
    pub dash: usize,
    /// It is the item of a list.
    pub is_item: bool,
    /// Records of this list, or this record itself, are written within brackets.
    pub has_brackets: bool,
}

/// `key: value` as a line of a new record, with its line end.
pub fn line(key: &str, value: &RecordContent) -> String {
    let site = ValueSite { column: 0, dash: 2, is_item: false, has_brackets: false };
    format!("{}\n", key_and_value(key, value, site))
}

/// A value within brackets, or a scalar: in one line.
pub(super) fn flow(content: &RecordContent, is_in_flow: bool) -> String {
    match content {
        RecordContent::Text(text) => scalar::written(text, None, is_in_flow),
        RecordContent::Nothing => "null".to_owned(),
        RecordContent::List(items) => {
            let items: Vec<String> = items.iter().map(|item| flow(item, true)).collect();
            format!("[{}]", items.join(", "))
        }
        RecordContent::Record(entries) => {
            let entries: Vec<String> = entries.iter().map(|(key, value)| entry(key, value)).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// `key: value`, within brackets.
pub(super) fn entry(key: &str, value: &RecordContent) -> String {
    format!("{}: {}", scalar::key(key, true), flow(value, true))
}

/// A value at its site, in the way that editors write it: lists of words in brackets, records on lines of their own, but
/// for one key alone (`{unknown: …}`).
pub(super) fn block(content: &RecordContent, site: ValueSite) -> NewValue {
    match content {
        RecordContent::Text(text) => {
            scalar::block(text, site.column + 2).map_or_else(|| inline(content), NewValue::lines)
        }
        RecordContent::List(items) if is_long(content) || items.iter().any(is_record) => list(items, site),
        RecordContent::Record(entries) if site.has_brackets || entries.is_empty() => inline(content),
        RecordContent::Record(entries) if entries.len() == 1 && !is_long(content) && !site.is_item => inline(content),
        RecordContent::Record(entries) => record(entries, site),
        RecordContent::List(_) | RecordContent::Nothing => inline(content),
    }
}

impl NewValue {
    /// Words of which the first line is behind the key.
    fn lines(words: String) -> Self {
        let (first, below) = words.split_at(words.find('\n').unwrap_or(words.len()));
        NewValue { inline: first.to_owned(), below: below.to_owned() }
    }
}

fn inline(content: &RecordContent) -> NewValue {
    NewValue { inline: flow(content, false), below: String::new() }
}

fn is_long(content: &RecordContent) -> bool {
    flow(content, false).chars().count() > WIDTH
}

fn is_record(content: &RecordContent) -> bool {
    matches!(content, RecordContent::Record(entries) if !entries.is_empty())
}

fn list(items: &[RecordContent], site: ValueSite) -> NewValue {
    let column = site.column + if site.is_item { 2 } else { site.dash };
    let inner = ValueSite { column, is_item: true, ..site };
    let lines: Vec<String> = items.iter().map(|it| format!("-{}", behind(&block(it, inner)))).collect();
    on_lines(&lines, column, site.is_item)
}

fn record(entries: &[(String, RecordContent)], site: ValueSite) -> NewValue {
    let column = site.column + 2;
    let inner = ValueSite { column, is_item: false, ..site };
    let line = |(key, value): &(String, RecordContent)| key_and_value(key, value, inner);
    on_lines(&entries.iter().map(line).collect::<Vec<_>>(), column, site.is_item)
}

/// `key: value`, with what is on the lines below.
pub(super) fn key_and_value(key: &str, value: &RecordContent, site: ValueSite) -> String {
    format!("{}:{}", scalar::key(key, false), behind(&block(value, site)))
}

/// A value as it is behind a colon or dash.
pub(super) fn behind(written: &NewValue) -> String {
    let space = if written.inline.is_empty() { "" } else { " " };
    format!("{space}{}{}", written.inline, written.below)
}

/// The first of the lines is behind the dash of an item; below a key each has a line of its own.
fn on_lines(lines: &[String], column: usize, is_item: bool) -> NewValue {
    let indent = format!("\n{}", " ".repeat(column));
    match (is_item, lines.split_first()) {
        (true, Some((first, rest))) => {
            let (first, own) = first.split_at(first.find('\n').unwrap_or(first.len()));
            let rest = rest.iter().map(|line| format!("{indent}{line}"));
            NewValue { inline: first.to_owned(), below: own.to_owned() + &rest.collect::<String>() }
        }
        _ => {
            let lines = lines.iter().map(|line| format!("{indent}{line}"));
            NewValue { inline: String::new(), below: lines.collect() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: ValueSite = ValueSite { column: 0, dash: 2, is_item: false, has_brackets: false };

    fn key(value: &RecordContent) -> String {
        key_and_value("k", value, SITE)
    }

    #[test]
    fn as_editors_write() {
        let relation =
            RecordContent::record([("type", "amends".into()), ("units", RecordContent::texts(["Điều 1", "Điều 2"]))]);
        assert_eq!(key(&"a".into()), "k: a");
        assert_eq!(key(&"a\nb".into()), "k: |-\n  a\n  b");
        assert_eq!(key(&RecordContent::texts(["a", "b, c"])), "k: [a, \"b, c\"]");
        assert_eq!(key(&RecordContent::texts::<&str>([])), "k: []");
        assert_eq!(key(&RecordContent::record([("unknown", "Chưa thấy".into())])), "k: {unknown: Chưa thấy}");
        assert_eq!(key(&relation), "k:\n  type: amends\n  units: [Điều 1, Điều 2]");
        let two = RecordContent::List(vec![relation.clone(), relation]);
        let lines = "  - type: amends\n    units: [Điều 1, Điều 2]";
        assert_eq!(key(&two), format!("k:\n{lines}\n{lines}"));
        let long = RecordContent::texts(["a".repeat(70), "b".repeat(70)]);
        assert_eq!(key(&long), format!("k:\n  - {}\n  - {}", "a".repeat(70), "b".repeat(70)));
    }
}
