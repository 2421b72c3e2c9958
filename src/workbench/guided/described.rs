//! The steps that add to a file of which the corpus has one: an item of one of its lists, such as a topic or a term, or the file
//! as a whole. Their forms, and which steps there are, follow from the descriptions of records.

use super::super::form::{
    Choices, Control, FieldStep, FormStep, PickOption, ShownForm, entry, label_of, show_at, text,
};
use super::asked::StepSurroundings;
use super::question::StepAnswers;
use crate::diag::{Bilingual, Lang};
use crate::edit::{self, EditableFile, FileChange, KeyPath, RecordContent};
use crate::history::NotedFile;
use crate::syntax::record::shape::{Description, KeyShape, Presence, RecordRef, Shape};
use crate::syntax::record::{RecordKind, suggest_id};
use crate::workbench::record_draft::RecordDraft;

/// The fields of the new item are below this path, so that none is taken for a key of the file.
const ITEM: &str = "item";
/// The question where it goes.
const PLACE: &str = "place";
/// Keys of which an id is made.
const NAMES: [&str; 3] = ["name", "title", "term"];

/// An item of a list in a file of which there is one; with no list, the file as a whole.
pub struct DescribedStep {
    pub kind: RecordKind,
    /// The keys that lead to the list: `departments` below `groups`.
    lists: Vec<&'static str>,
    item: RecordRef,
}

/// A list of a file into which an item may go.
struct ListPlace {
    path: String,
    label: String,
    depth: usize,
}

/// Every step of this kind.
pub fn all() -> Vec<DescribedStep> {
    RecordKind::ALL.into_iter().filter(|kind| !kind.files().contains('*')).flat_map(of_kind).collect()
}

fn of_kind(kind: RecordKind) -> Vec<DescribedStep> {
    let mut steps = Vec::new();
    gather(kind, kind.about(), &[], &mut steps);
    if steps.is_empty() {
        steps.push(DescribedStep { kind, lists: Vec::new(), item: kind.about() });
    }
    steps
}

/// The lists of a record whose items are records; within items only of those that have an id of their own.
fn gather(kind: RecordKind, about: RecordRef, above: &[&'static str], steps: &mut Vec<DescribedStep>) {
    for field in about.describe().fields {
        let Some(item) = item_of(&field.shape) else { continue };
        let is_of_it = item.name == about.name || !(above.is_empty() || has_own_id(&item.describe()));
        if !is_of_it {
            let lists = [above, &[field.key]].concat();
            gather(kind, item, &lists, steps);
            steps.push(DescribedStep { kind, lists, item });
        }
    }
}

fn item_of(shape: &Shape) -> Option<RecordRef> {
    let Shape::List { of, .. } = shape else { return None };
    if let Shape::Record(about) = **of { Some(about) } else { None }
}

fn has_own_id(about: &Description) -> bool {
    about.fields.iter().any(is_own_id)
}

fn is_own_id(field: &KeyShape) -> bool {
    field.key == "id" && matches!(field.shape, Shape::OwnId(_))
}

impl DescribedStep {
    /// By which an address names it: `vocabulary.topics`, `settings`.
    pub fn key(&self) -> String {
        std::iter::once(self.kind.key()).chain(self.lists.iter().copied()).collect::<Vec<_>>().join(".")
    }

    /// `Thêm chủ đề`
    pub fn title(&self) -> Bilingual {
        let item = self.item.title();
        Bilingual::new(format!("Thêm {}", item.vi), format!("Add {}", item.en))
    }

    /// Whether the file as a whole is meant.
    pub fn is_whole(&self) -> bool {
        self.lists.is_empty()
    }

    /// The form, with the answers so far.
    pub fn form(&self, around: &StepSurroundings<'_>, answers: &StepAnswers) -> ShownForm {
        let posted = self.posted(answers).unwrap_or_else(|_| RecordContent::Record(Vec::new()));
        let choices = Choices::new(&around.opened.corpus);
        let mut form = show_at(ITEM, &self.item.describe(), &posted, &choices, around.lang);
        let places = self.places(around);
        if places.len() > 1 {
            form.steps.insert(0, place_field(&places, &answers.text(PLACE).unwrap_or_default(), around.lang));
        }
        form
    }

    fn posted(&self, answers: &StepAnswers) -> Result<RecordContent, Bilingual> {
        let empty = RecordContent::Record(Vec::new());
        answers.form().record_at(ITEM, &self.item.describe(), &empty).map_err(|unreadable| {
            Bilingual::new(
                format!("`{}` viết bằng YAML nhưng chưa đọc được", unreadable.path),
                format!("`{}` is written in YAML and cannot be read", unreadable.path),
            )
        })
    }

    /// The file as it is; `None` where it is not there.
    fn file(&self, around: &StepSurroundings<'_>) -> Option<Result<EditableFile, Bilingual>> {
        let root = around.workbench.live_corpus.root();
        let opened = edit::open(root, self.kind.files()).ok()?;
        Some(opened.map_err(|refusal| edit::messages::refused(&refusal)))
    }

    fn places(&self, around: &StepSurroundings<'_>) -> Vec<ListPlace> {
        let record = self.file(around).and_then(Result::ok).and_then(|file| file.record().ok());
        let mut places = Vec::new();
        if let Some(record) = record {
            self.places_in(&record, "", &self.lists, &mut places);
        }
        places
    }

    /// The lists of a record, and those of its items where an item holds others of its kind.
    fn places_in(&self, record: &RecordContent, above: &str, lists: &[&str], places: &mut Vec<ListPlace>) {
        let Some((list, deeper)) = lists.split_first() else { return };
        let path = if above.is_empty() { (*list).to_owned() } else { format!("{above}.{list}") };
        if deeper.is_empty() {
            let depth = path.split('.').count() / 2;
            places.push(ListPlace { label: name_of(record), path: path.clone(), depth });
        }
        let own = self.own_list();
        let inner: Vec<&str> = if deeper.is_empty() { own.into_iter().collect() } else { deeper.to_vec() };
        let items =
            if let Some(RecordContent::List(items)) = entry(Some(record), list) { items.as_slice() } else { &[] };
        for (at, item) in items.iter().enumerate() {
            self.places_in(item, &format!("{path}.{at}"), &inner, places);
        }
    }

    /// The key under which an item holds others of its kind.
    fn own_list(&self) -> Option<&'static str> {
        let fields = self.item.describe().fields;
        fields.iter().find(|field| item_of(&field.shape).is_some_and(|it| it.name == self.item.name)).map(|it| it.key)
    }

    /// The file with the new item.
    ///
    /// # Errors
    /// The file cannot be changed, or it is not said where the item goes.
    pub fn draft(&self, around: &StepSurroundings<'_>, answers: &StepAnswers) -> Result<RecordDraft, Bilingual> {
        let item = with_id(self.posted(answers)?, &self.item.describe());
        let file = match self.file(around) {
            None => NotedFile { path: self.kind.files().to_owned(), before: None, after: Some(self.new_file(&item)) },
            Some(_) if self.is_whole() => return Err(is_there(self.kind.files())),
            Some(file) => self.changed(&file?, item, self.place(around, answers)?)?,
        };
        Ok(RecordDraft::of(vec![file]))
    }

    fn place(&self, around: &StepSurroundings<'_>, answers: &StepAnswers) -> Result<String, Bilingual> {
        let (places, chosen) = (self.places(around), answers.text(PLACE));
        let chosen = places.iter().find(|place| Some(&place.path) == chosen.as_ref());
        let first = places.first().filter(|first| places.len() == 1 || first.label.is_empty());
        chosen.or(first).map(|place| place.path.clone()).ok_or_else(no_place)
    }

    fn changed(&self, file: &EditableFile, item: RecordContent, list: String) -> Result<NotedFile, Bilingual> {
        let refused = |refusal: edit::EditRefusal| edit::messages::refused(&refusal);
        let list = KeyPath::from(list.as_str());
        let change = match file.record().map_err(refused)?.get(&list) {
            Some(RecordContent::List(items)) if !items.is_empty() => FileChange::insert(list, items.len(), item),
            _ => FileChange::set(list, RecordContent::List(vec![item])),
        };
        let made = file.change(&[change]).map_err(refused)?;
        let text = |file: &EditableFile| String::from_utf8_lossy(file.bytes()).into_owned();
        Ok(NotedFile { path: file.path().to_owned(), before: Some(text(file)), after: Some(text(&made)) })
    }

    /// A file that was not there: the item, and the other keys that it must have.
    fn new_file(&self, item: &RecordContent) -> String {
        let Some(list) = self.lists.first() else { return lines(item) };
        let line = |field: KeyShape| match &field.shape {
            _ if field.key == *list => edit::line(field.key, &RecordContent::List(vec![item.clone()])),
            Shape::List { .. } if field.presence == Presence::Required => {
                edit::line(field.key, &RecordContent::List(Vec::new()))
            }
            _ => String::new(),
        };
        self.kind.describe().fields.into_iter().map(line).collect()
    }
}

/// A record as the lines of a file.
fn lines(record: &RecordContent) -> String {
    let RecordContent::Record(entries) = record else { return String::new() };
    entries.iter().map(|(key, value)| edit::line(key, value)).collect()
}

/// The item with an id, where none was typed and it needs one.
fn with_id(item: RecordContent, about: &Description) -> RecordContent {
    let name = NAMES.iter().map(|key| text(entry(Some(&item), key))).find(|name| !name.is_empty());
    match (item, name) {
        (RecordContent::Record(entries), Some(name))
            if has_own_id(about) && entries.iter().all(|(key, _)| key != "id") =>
        {
            let id = ("id".to_owned(), RecordContent::Text(suggest_id(&name)));
            RecordContent::Record(std::iter::once(id).chain(entries).collect())
        }
        (item, _) => item,
    }
}

/// What the owner of a list is called; nothing for the file itself.
fn name_of(record: &RecordContent) -> String {
    NAMES.iter().map(|key| text(entry(Some(record), key))).find(|name| !name.is_empty()).unwrap_or_default()
}

fn place_field(places: &[ListPlace], chosen: &str, lang: Lang) -> FormStep {
    let root = lang.tr("(ngoài cùng)", "(at the top)");
    let option = |place: &ListPlace| PickOption {
        value: place.path.clone(),
        label: if place.label.is_empty() { root.to_owned() } else { place.label.clone() },
        is_chosen: place.path == chosen,
        depth: place.depth,
    };
    FormStep::Field(Box::new(FieldStep {
        path: PLACE.to_owned(),
        id: label_of(PLACE),
        key: PLACE,
        label: lang.tr("Nằm trong", "Within").to_owned(),
        hint: String::new(),
        example: String::new(),
        is_required: places.iter().all(|place| !place.label.is_empty()),
        unknown: None,
        control: Control::Pick { options: places.iter().map(option).collect() },
        findings: Vec::new(),
    }))
}

fn no_place() -> Bilingual {
    Bilingual::new("chưa chọn: «Nằm trong»", "«Within» is not chosen yet")
}

fn is_there(path: &str) -> Bilingual {
    Bilingual::new(format!("`{path}` đã có; mở ra để sửa"), format!("`{path}` is there already; open it to edit"))
}
