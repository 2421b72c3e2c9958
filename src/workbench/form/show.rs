//! A form as it is shown.

use serde::Serialize;

use super::choices::{Choices, list_of, with_strangers};
use super::labels::label;
use super::plan::{Plan, parts_of_day, plan};
use super::step::{
    Control, DeadlineChoice, FieldFinding, FieldStep, FormStep, GroupStep, ListRequest, PickOption, UnknownAnswer,
};
use crate::diag::Lang;
use crate::edit::{self, RecordContent};
use crate::model::ids::IdKind;
use crate::syntax::record::NOT_STATED;
use crate::syntax::record::shape::{Choice, Description, KeyShape, Presence, RecordRef, Shape};

/// Text beyond this many characters gets a field of several lines.
const LONG: usize = 60;
/// Keys by whose value an item of a list is called.
const NAMES: [&str; 8] = ["title", "name", "term", "who", "what", "type", "id", "instrument"];

/// A form, and the lists that its controls look values up in.
#[derive(Serialize)]
pub struct ShownForm {
    pub steps: Vec<FormStep>,
    pub lists: Vec<ListRequest>,
    /// Findings of the record that are at none of its fields.
    pub others: Vec<FieldFinding>,
}

/// Shows the form of a record.
pub fn show(about: &Description, content: &RecordContent, choices: &Choices<'_>, lang: Lang) -> ShownForm {
    show_at("", about, content, choices, lang)
}

/// [`show`] for a record whose fields are below a path.
pub fn show_at(
    path: &str,
    about: &Description,
    content: &RecordContent,
    choices: &Choices<'_>,
    lang: Lang,
) -> ShownForm {
    let mut writer = Writer { steps: Vec::new(), lists: Vec::new(), choices, lang };
    writer.record(about, Some(content), path);
    let Writer { steps, mut lists, .. } = writer;
    lists.sort();
    lists.dedup();
    ShownForm { steps, lists, others: Vec::new() }
}

impl ShownForm {
    /// Puts findings at their fields: at the one of their path, or at the one that holds it.
    pub fn attach(&mut self, findings: Vec<FieldFinding>) {
        for finding in findings {
            match self.at(&finding.path) {
                Some(findings) => findings.push(finding),
                None => self.others.push(finding),
            }
        }
    }

    fn at(&mut self, path: &str) -> Option<&mut Vec<FieldFinding>> {
        let fields = self.steps.iter_mut().filter_map(|step| match step {
            FormStep::Field(field) => Some((field.path.as_str(), &mut field.findings)),
            FormStep::Open(group) if !group.path.is_empty() => Some((group.path.as_str(), &mut group.findings)),
            FormStep::Open(_) | FormStep::Close => None,
        });
        let around = fields.filter(|(known, _)| holds(known, path));
        around.max_by_key(|(known, _)| known.len()).map(|(_, findings)| findings)
    }
}

/// Whether one path is the other or leads to it.
fn holds(known: &str, path: &str) -> bool {
    path.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

struct Writer<'c> {
    steps: Vec<FormStep>,
    lists: Vec<ListRequest>,
    choices: &'c Choices<'c>,
    lang: Lang,
}

impl Writer<'_> {
    /// The keys that are there or must be, and behind them those that may be.
    fn record(&mut self, about: &Description, content: Option<&RecordContent>, path: &str) {
        let value = |field: &KeyShape| entry(content, field.key);
        let is_there = |field: &&KeyShape| value(field).is_some() || is_needed(field.presence);
        about.fields.iter().filter(is_there).for_each(|field| self.key(field, value(field), path));
        let others: Vec<&KeyShape> = about.fields.iter().filter(|field| !is_there(field)).collect();
        if !others.is_empty() {
            let label = self.lang.tr("Còn có thể ghi thêm", "More that can be said").to_owned();
            self.steps.push(FormStep::Open(GroupStep { label, ..GroupStep::default() }));
            others.into_iter().for_each(|field| self.key(field, None, path));
            self.steps.push(FormStep::Close);
        }
    }

    fn key(&mut self, field: &KeyShape, value: Option<&RecordContent>, path: &str) {
        let path = below(path, field.key);
        let is_unknown = field.unknown.is_some() && is_unknown(value);
        let known = value.filter(|_| !is_unknown);
        match plan(&field.shape, known) {
            _ if names_the_file(field, &path) => {}
            Plan::Group(about) if field.unknown.is_none() => self.group(field, about, known, &path),
            Plan::Items(about) => self.items(field, about, known, &path),
            Plan::Deadline(about) => self.deadline(field, about, known, &path),
            plan => {
                let unknown = field.unknown.map(|_| UnknownAnswer { is_unknown, why: reason(value) });
                let control = self.control(field, plan, known);
                self.field(field, &path, unknown, control);
            }
        }
    }

    fn field(&mut self, field: &KeyShape, path: &str, unknown: Option<UnknownAnswer>, control: Control) {
        let (label, hint) = label(field.key, field.help, self.lang);
        let is_required = field.presence == Presence::Required;
        let is_typed = matches!(control, Control::Line { .. } | Control::Lines { .. });
        let example = if is_typed { example(field) } else { String::new() };
        let (path, id) = (path.to_owned(), label_of(path));
        let findings = Vec::new();
        let step =
            FieldStep { path, id, key: field.key, label, hint, example, is_required, unknown, control, findings };
        self.steps.push(FormStep::Field(Box::new(step)));
    }

    /// The kind of deadline, and the keys of the kinds that are not a day.
    fn deadline(&mut self, field: &KeyShape, about: RecordRef, value: Option<&RecordContent>, path: &str) {
        self.field(field, path, None, deadline(value));
        let label =
            self.lang.tr("Kiểu khác: hằng năm, trong bao lâu kể từ…", "Other kinds: every year, how long after…");
        let (label, path) = (label.to_owned(), path.to_owned());
        let id = format!("{}-keys", label_of(&path));
        self.steps.push(FormStep::Open(GroupStep { label, id, path: format!("{path}.keys"), ..GroupStep::default() }));
        about.describe().fields.iter().for_each(|field| self.key(field, None, &path));
        self.steps.push(FormStep::Close);
    }

    fn group(&mut self, field: &KeyShape, about: RecordRef, value: Option<&RecordContent>, path: &str) {
        let (label, hint) = label(field.key, field.help, self.lang);
        let (path, id, is_open) = (path.to_owned(), label_of(path), value.is_some());
        self.steps.push(FormStep::Open(GroupStep {
            label,
            hint,
            path: path.clone(),
            id,
            is_open,
            ..GroupStep::default()
        }));
        self.record(&about.describe(), value, &path);
        self.steps.push(FormStep::Close);
    }

    /// Each item, and an empty one behind them.
    fn items(&mut self, field: &KeyShape, about: RecordRef, value: Option<&RecordContent>, path: &str) {
        let items: &[RecordContent] = if let Some(RecordContent::List(items)) = value { items } else { &[] };
        let (label, hint) = label(field.key, field.help, self.lang);
        let group = GroupStep { label, hint, path: path.to_owned(), id: label_of(path), ..GroupStep::default() };
        self.steps.push(FormStep::Open(GroupStep { is_open: !items.is_empty(), ..group }));
        // A topic holds topics: an empty one within an empty one would have no end.
        let may_add = depth(path) < 6;
        let description = about.describe();
        for (at, item) in items.iter().map(Some).chain(may_add.then_some(None)).enumerate() {
            self.item(&description, item, at, path);
        }
        self.steps.push(FormStep::Close);
    }

    fn item(&mut self, about: &Description, item: Option<&RecordContent>, at: usize, path: &str) {
        let path = below(path, &at.to_string());
        let add = self.lang.tr("Thêm một mục", "Add one").to_owned();
        let label = item.map_or(add, |item| summary(item).unwrap_or_else(|| format!("{}", at + 1)));
        let (leave_out, id) = (item.map(|_| format!("leave-out:{path}")), label_of(&path));
        let group = GroupStep { label, path: path.clone(), id, leave_out, ..GroupStep::default() };
        self.steps.push(FormStep::Open(group));
        match item {
            None if depth(&path) > 4 => {}
            item => self.record(about, item, &path),
        }
        self.steps.push(FormStep::Close);
    }

    fn control(&mut self, field: &KeyShape, plan: Plan<'_>, value: Option<&RecordContent>) -> Control {
        match plan {
            Plan::Day => day(value),
            Plan::Pick(choices) => Control::Pick { options: words(choices, &[&text(value)], self.lang) },
            Plan::PickId(kind) => Control::Pick { options: self.choices.options(kind, &[&text(value)]) },
            Plan::TickWords(choices) => ticks(words(choices, &texts(value), self.lang)),
            Plan::TickIds(kind) => ticks(self.choices.options(kind, &texts(value))),
            Plan::Lines(kind) => {
                let items = texts(value).into_iter().map(str::to_owned).collect();
                Control::Lines { items, list: self.look(kind.and_then(list_of)) }
            }
            Plan::Look(kind) => Control::Line { value: text(value), is_long: false, list: self.look(list_of(kind)) },
            Plan::Line { .. } => Control::Line { is_long: is_long(field, value), value: text(value), list: None },
            Plan::Deadline(_) => deadline(value),
            Plan::Group(_) | Plan::Items(_) | Plan::Written => Control::Written { value: written(field.key, value) },
        }
    }

    fn look(&mut self, list: Option<ListRequest>) -> Option<ListRequest> {
        self.lists.extend(list);
        list
    }
}

/// Whether a key says what the path of the file says: it is not changed in a form.
pub fn names_the_file(field: &KeyShape, path: &str) -> bool {
    // The folder of an excerpt or original is that of its instrument.
    let is_folder = field.key == "instrument" && matches!(field.shape, Shape::Reference(IdKind::Instrument));
    !path.contains('.') && (matches!(field.shape, Shape::OwnId(_)) || is_folder)
}

fn is_needed(presence: Presence) -> bool {
    match presence {
        Presence::Required | Presence::RequiredUnless(_) => true,
        Presence::Optional | Presence::RequiredWhere(_) | Presence::OnlyWhere(_) | Presence::Without(_) => false,
    }
}

fn below(path: &str, step: &str) -> String {
    if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") }
}

fn depth(path: &str) -> usize {
    path.split('.').count()
}

/// The name by which the label of a field leads to it.
pub fn label_of(path: &str) -> String {
    format!("k-{}", path.replace('.', "-"))
}

fn is_long(field: &KeyShape, value: Option<&RecordContent>) -> bool {
    let is_prose = matches!(field.key, "note" | "description" | "what");
    is_prose || text(value).chars().count() > LONG || text(value).contains('\n')
}

/// An example, but for those that show how YAML writes a list or a group.
fn example(field: &KeyShape) -> String {
    let is_plain = !field.example.starts_with(['[', '{']);
    if is_plain { field.example.trim_matches('"').to_owned() } else { String::new() }
}

/// The value of a key of a record.
pub fn entry<'r>(content: Option<&'r RecordContent>, key: &str) -> Option<&'r RecordContent> {
    let Some(RecordContent::Record(entries)) = content else { return None };
    entries.iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

/// Whether a value says that it is not known.
pub fn is_unknown(value: Option<&RecordContent>) -> bool {
    entry(value, "unknown").is_some()
}

fn reason(value: Option<&RecordContent>) -> String {
    text(entry(value, "unknown"))
}

/// A text as it is; nothing for what is none.
pub fn text(value: Option<&RecordContent>) -> String {
    if let Some(RecordContent::Text(text)) = value { text.clone() } else { String::new() }
}

/// The texts of a list.
pub fn texts(value: Option<&RecordContent>) -> Vec<&str> {
    let Some(RecordContent::List(items)) = value else { return Vec::new() };
    items
        .iter()
        .filter_map(|item| if let RecordContent::Text(text) = item { Some(text.as_str()) } else { None })
        .collect()
}

/// A value as a line or lines of YAML, with its key.
pub fn written(key: &str, value: Option<&RecordContent>) -> String {
    value.map(|value| edit::line(key, value)).unwrap_or_default()
}

fn day(value: Option<&RecordContent>) -> Control {
    let text = text(value);
    let (year, month, day) = parts_of_day(&text).unwrap_or_default();
    Control::Day { day: day.to_owned(), month: month.to_owned(), year: year.to_owned() }
}

fn deadline(value: Option<&RecordContent>) -> Control {
    let text = text(value);
    let (year, month, day) = parts_of_day(&text).unwrap_or_default();
    let kind = match text.as_str() {
        "" => DeadlineChoice::Absent,
        NOT_STATED => DeadlineChoice::NotStated,
        _ if !day.is_empty() => DeadlineChoice::Day,
        _ => DeadlineChoice::Words,
    };
    let words = if kind == DeadlineChoice::Words { text.clone() } else { String::new() };
    Control::Deadline { due: kind, day: day.to_owned(), month: month.to_owned(), year: year.to_owned(), words }
}

fn words(choices: &[Choice], chosen: &[&str], lang: Lang) -> Vec<PickOption> {
    let named = choices.iter().map(|it| (it.key.to_owned(), lang.tr(it.help.vi, it.help.en).to_owned(), 0));
    let chosen: Vec<&str> = chosen.iter().copied().filter(|it| !it.is_empty()).collect();
    with_strangers(named.collect(), &chosen)
}

/// Boxes to tick.
pub fn ticks(options: Vec<PickOption>) -> Control {
    let chosen = options.iter().filter(|option| option.is_chosen).map(|option| option.label.clone()).collect();
    Control::Ticks { options, chosen }
}

/// What an item is called: by the first of its keys that names it.
fn summary(item: &RecordContent) -> Option<String> {
    NAMES.iter().map(|key| text(entry(Some(item), key))).find(|text| !text.is_empty())
}
