//! What a form that was sent says: the record as it was, with what was changed in it. Keys that the form does not have stay.

use std::collections::BTreeMap;

use super::plan::{Plan, plan};
use super::show::{entry, is_unknown, names_the_file, text, texts, written};
use super::step::DeadlineChoice;
use crate::characters;
use crate::diag::{FileId, Sink};
use crate::edit::RecordContent;
use crate::syntax::record::NOT_STATED;
use crate::syntax::record::shape::{Description, KeyShape, RecordRef};
use crate::syntax::yaml::compose;

/// The fields of a form, by what they ask and the path of their key: `text:obligations.0.who`.
pub struct PostedForm<'f> {
    fields: BTreeMap<&'f str, Vec<&'f str>>,
}

/// A value with its key that was typed as YAML and cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub struct UnreadableYaml {
    pub path: String,
}

type Read = Result<Option<RecordContent>, UnreadableYaml>;

impl<'f> PostedForm<'f> {
    /// Takes the fields of a form.
    pub fn new(fields: &'f [(String, String)]) -> Self {
        let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        fields.iter().for_each(|(name, value)| by_name.entry(name).or_default().push(value));
        PostedForm { fields: by_name }
    }

    /// Returns a field by its whole name.
    pub fn field(&self, name: &str) -> Option<&'f str> {
        self.fields.get(name).and_then(|all| all.first().copied())
    }

    /// Returns the record that the form makes of another.
    ///
    /// # Errors
    /// Some of it was to be YAML, and is none.
    pub fn record(&self, about: &Description, base: &RecordContent) -> Result<RecordContent, UnreadableYaml> {
        self.record_at("", about, base)
    }

    /// [`PostedForm::record`] for one whose fields are below a path.
    ///
    /// # Errors
    /// Those of [`PostedForm::record`].
    pub fn record_at(
        &self,
        path: &str,
        about: &Description,
        base: &RecordContent,
    ) -> Result<RecordContent, UnreadableYaml> {
        self.entries(about, Some(base), path)
    }

    /// The text below the header, where the form has it.
    pub fn body(&self) -> Option<String> {
        self.one("text", "body").map(plain)
    }

    fn all(&self, what: &str, path: &str) -> Option<&[&'f str]> {
        self.fields.get(format!("{what}:{path}").as_str()).map(Vec::as_slice)
    }

    fn one(&self, what: &str, path: &str) -> Option<&'f str> {
        self.all(what, path).and_then(|all| all.first().copied())
    }

    /// Whether any field is of a key below this path.
    fn has(&self, path: &str) -> bool {
        let inner = format!(":{path}.");
        self.fields.keys().any(|name| name.contains(&inner))
    }

    fn entries(
        &self,
        about: &Description,
        base: Option<&RecordContent>,
        path: &str,
    ) -> Result<RecordContent, UnreadableYaml> {
        let mut entries = if let Some(RecordContent::Record(entries)) = base { entries.clone() } else { Vec::new() };
        // A new key stands behind the one that is before it in the description.
        let mut next = 0;
        for field in &about.fields {
            let former = entry(base, field.key);
            let path = if path.is_empty() { field.key.to_owned() } else { format!("{path}.{}", field.key) };
            let now = self.value(field, former, &path)?;
            let at = entries.iter().position(|(key, _)| key == field.key);
            match (at.and_then(|at| entries.get_mut(at)), now) {
                (Some(known), Some(now)) => known.1 = now,
                (Some(_), None) => entries.retain(|(key, _)| key != field.key),
                (None, Some(now)) => entries.insert(next.min(entries.len()), (field.key.to_owned(), now)),
                (None, None) => {}
            }
            next = entries.iter().position(|(key, _)| key == field.key).map_or(next, |at| at + 1);
        }
        Ok(RecordContent::Record(entries))
    }

    fn value(&self, field: &KeyShape, base: Option<&RecordContent>, path: &str) -> Read {
        let was_unknown = field.unknown.is_some() && is_unknown(base);
        if field.unknown.is_some() && self.one("known", path) == Some("no") {
            return Ok(Some(unknown(base.filter(|_| was_unknown), &plain(self.one("why", path).unwrap_or_default()))));
        }
        if was_unknown && self.one("known", path).is_none() {
            return Ok(base.cloned());
        }
        self.known(field, base.filter(|_| !was_unknown), path)
    }

    fn known(&self, field: &KeyShape, base: Option<&RecordContent>, path: &str) -> Read {
        Ok(match plan(&field.shape, base) {
            _ if names_the_file(field, path) => base.cloned(),
            Plan::Line { takes_yaml } => return self.line(base, path, takes_yaml),
            Plan::Look(_) => return self.line(base, path, false),
            Plan::Day => self.day(base, path),
            Plan::Pick(_) | Plan::PickId(_) => match self.one("pick", path) {
                None => base.cloned(),
                Some("") => base.filter(|base| **base == RecordContent::Nothing).cloned(),
                Some(word) => Some(RecordContent::Text(word.to_owned())),
            },
            Plan::TickWords(_) | Plan::TickIds(_) => self.ticks(base, path),
            Plan::Lines(_) => self.lines(base, path),
            Plan::Deadline(about) => return self.deadline(about, base, path),
            Plan::Group(about) if field.unknown.is_none() => self.group(&about.describe(), base, path)?,
            Plan::Items(about) => self.items(&about.describe(), base, path)?,
            Plan::Group(_) | Plan::Written => return self.yaml(field.key, base, path),
        })
    }

    fn line(&self, base: Option<&RecordContent>, path: &str, takes_yaml: bool) -> Read {
        let Some(typed) = self.one("text", path) else { return Ok(base.cloned()) };
        let former = text(base);
        if plain_lines(typed) == former {
            return Ok(base.cloned());
        }
        let typed = one_line(typed, &former);
        if takes_yaml && typed.starts_with(['{', '[']) {
            return parsed(&typed).map(Some).ok_or_else(|| UnreadableYaml { path: path.to_owned() });
        }
        Ok(text_or_nothing(typed))
    }

    fn day(&self, base: Option<&RecordContent>, path: &str) -> Option<RecordContent> {
        let Some(day) = self.one("day", path) else { return base.cloned() };
        let part = |what| self.one(what, path).unwrap_or_default().trim();
        let (day, month, year) = (day.trim(), part("month"), part("year"));
        if [day, month, year].iter().all(|part| part.is_empty()) {
            return None;
        }
        // A wrong date is kept as it was typed: the finding says so.
        Some(RecordContent::Text(plain(&format!("{year:0>4}-{month:0>2}-{day:0>2}"))))
    }

    /// By the kind that was chosen; the fields of other kinds are not looked at.
    fn deadline(&self, about: RecordRef, base: Option<&RecordContent>, path: &str) -> Read {
        match self.one("due", path).map(DeadlineChoice::of) {
            None => Ok(base.cloned()),
            Some(DeadlineChoice::Absent) => Ok(None),
            Some(DeadlineChoice::NotStated) => Ok(Some(RecordContent::Text(NOT_STATED.to_owned()))),
            Some(DeadlineChoice::Day) => Ok(self.day(base, path)),
            Some(DeadlineChoice::Words) => self.line(base, path, false),
            Some(DeadlineChoice::Keys) => self.group(&about.describe(), None, path),
        }
    }

    fn ticks(&self, base: Option<&RecordContent>, path: &str) -> Option<RecordContent> {
        if self.one("ticks", path).is_none() {
            return base.cloned();
        }
        let chosen = self.all("tick", path).unwrap_or_default();
        let former = texts(base);
        let kept = former.iter().filter(|it| chosen.contains(it));
        let new = chosen.iter().filter(|it| !former.contains(it));
        list(kept.chain(new).map(|it| RecordContent::Text((*it).to_owned())).collect(), base)
    }

    fn lines(&self, base: Option<&RecordContent>, path: &str) -> Option<RecordContent> {
        let Some(typed) = self.all("item", path) else { return base.cloned() };
        let former = texts(base);
        let item = |(at, typed): (usize, &&str)| match former.get(at) {
            Some(former) if plain_lines(typed) == **former => (*former).to_owned(),
            _ => one_line(typed, ""),
        };
        let items = typed.iter().enumerate().map(item).filter(|item| !item.is_empty());
        list(items.map(RecordContent::Text).collect(), base)
    }

    fn group(&self, about: &Description, base: Option<&RecordContent>, path: &str) -> Read {
        if !self.has(path) {
            return Ok(base.cloned());
        }
        let record = self.entries(about, base, path)?;
        Ok(Some(record).filter(|record| base.is_some() || !is_empty(record)))
    }

    fn items(&self, about: &Description, base: Option<&RecordContent>, path: &str) -> Read {
        let former: &[RecordContent] = if let Some(RecordContent::List(items)) = base { items } else { &[] };
        let mut items = Vec::new();
        let mut at = 0;
        loop {
            let (inner, known) = (format!("{path}.{at}"), former.get(at));
            let is_sent = self.has(&inner);
            if !is_sent && known.is_none() {
                break;
            }
            if self.one("leave-out", &inner).is_none() {
                let record = if is_sent { Some(self.entries(about, known, &inner)?) } else { known.cloned() };
                items.extend(record.filter(|record| known.is_some() || !is_empty(record)));
            }
            at += 1;
        }
        Ok(list(items, base))
    }

    fn yaml(&self, key: &str, base: Option<&RecordContent>, path: &str) -> Read {
        let Some(typed) = self.one("yaml", path).map(plain) else { return Ok(base.cloned()) };
        if typed.trim() == written(key, base).trim() {
            return Ok(base.cloned());
        }
        if typed.trim().is_empty() {
            return Ok(None);
        }
        let record = parsed(&typed);
        match entry(record.as_ref(), key) {
            Some(value) => Ok(Some(value.clone())),
            None => Err(UnreadableYaml { path: path.to_owned() }),
        }
    }
}

fn parsed(yaml: &str) -> Option<RecordContent> {
    let mut sink = Sink::new();
    let node = compose(yaml, 0..yaml.len(), FileId(0), &mut sink)?;
    sink.findings().is_empty().then(|| RecordContent::of(&node))
}

/// An unknown value with its reason, and with what else is said of it.
fn unknown(base: Option<&RecordContent>, why: &str) -> RecordContent {
    let others = if let Some(RecordContent::Record(entries)) = base { entries.clone() } else { Vec::new() };
    let reason = ("unknown".to_owned(), RecordContent::Text(one_line(why, "")));
    let others = others.into_iter().filter(|(key, _)| key != "unknown");
    RecordContent::Record(std::iter::once(reason).chain(others).collect())
}

/// A list; none at all is the absence of the key, unless an empty one was there.
fn list(items: Vec<RecordContent>, base: Option<&RecordContent>) -> Option<RecordContent> {
    let list = RecordContent::List(items);
    let is_empty = list == RecordContent::List(Vec::new());
    if is_empty {
        base.filter(|base| matches!(base, RecordContent::Nothing) || **base == list).cloned()
    } else {
        Some(list)
    }
}

fn is_empty(record: &RecordContent) -> bool {
    *record == RecordContent::Record(Vec::new())
}

fn text_or_nothing(text: String) -> Option<RecordContent> {
    Some(text).filter(|text| !text.is_empty()).map(RecordContent::Text)
}

/// Lines as they were before a browser sent them.
fn plain_lines(typed: &str) -> String {
    typed.replace("\r\n", "\n").replace('\r', "\n")
}

/// Typed words in the letters in which files are read: some systems type letters in pieces.
pub fn plain(typed: &str) -> String {
    characters::read(&plain_lines(typed)).0
}

/// Text of one line, unless the former had several.
fn one_line(typed: &str, former: &str) -> String {
    let typed = plain(typed);
    let typed = typed.trim();
    if former.contains('\n') { typed.to_owned() } else { typed.split_whitespace().collect::<Vec<_>>().join(" ") }
}
