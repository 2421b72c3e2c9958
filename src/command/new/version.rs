//! `camnang new version`: a provision as amended. Three files say so, and none of them without the others: the former
//! excerpt ends, a new one begins, and the amending instrument has the relation that says so.

use std::path::Path;

use super::super::context::CommandContext;
use super::super::{Failure, Outcome, Status};
use super::proof::prove;
use crate::cli::CorpusArg;
use crate::diag::Lang;
use crate::edit::{self, EditableFile, FileChange, KeyPath, RecordContent, Save, diff};
use crate::history::NotedFile;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::draft::{PLACEHOLDER, PLACEHOLDER_DAY};
use crate::model::excerpt::Excerpt;
use crate::model::ids::ExcerptId;
use crate::model::instrument::{Instrument, Relation, RelationKind, RelationTarget};
use crate::model::known::Day;
use crate::model::provision::Locator;
use crate::model::subject::Subject;
use crate::session::OpenedCorpus;
use crate::syntax::citation::parse_locator;

/// What the command line says of the amendment.
pub struct AskedVersion<'a> {
    pub excerpt: &'a str,
    pub by: &'a str,
    pub on: Date,
    pub at: Option<&'a str>,
}

/// Writes the files by which a provision gets another text from a day on; without `--really` shows them.
pub fn run(asked: &AskedVersion<'_>, corpus: &CorpusArg, really: bool, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(corpus)?;
    let amended = Amended::new(&opened, asked, &corpus.corpus)?;
    let files = amended.files();
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())).collect();
    prove(&opened, &corpus.corpus, &bytes, context.lang)?;
    context.out(&amended.shown(&corpus.corpus));
    if !really {
        context.out(match context.lang {
            Lang::Vi => "\nChưa ghi gì. Ghi thật: thêm --really\n",
            Lang::En => "\nNothing was written. To write it: add --really\n",
        });
        return Ok(Status::Faults);
    }
    edit::save(&corpus.corpus, &files).map_err(|unsaved| Failure(edit::messages::unsaved(&unsaved)))?;
    let path = corpus.corpus.join(&amended.path);
    let path = path.display();
    context.out(&match context.lang {
        Lang::Vi => format!("\nđã ghi. Mở {path}, viết lời mới, soát từng khoá, đổi confidence, rồi chạy: camnang check\n"),
        Lang::En => format!("\nwritten. Open {path}, write the new text, look at each key, raise its confidence, then run: camnang check\n"),
    });
    Ok(Status::Fine)
}

/// The files of an amendment, before and after.
pub struct Amended {
    former: (EditableFile, EditableFile),
    instrument: (EditableFile, EditableFile),
    /// Of the new excerpt, within the corpus.
    path: String,
    text: String,
}

impl Amended {
    /// Makes the files.
    ///
    /// # Errors
    /// The instrument cannot amend the excerpt on that day, or it has done so already.
    pub fn new(opened: &OpenedCorpus, asked: &AskedVersion<'_>, root: &Path) -> Result<Self, Failure> {
        let corpus = &opened.corpus;
        let excerpt = opened.excerpt(asked.excerpt)?;
        let by = opened.instrument(asked.by)?;
        let unit = unit(excerpt)?;
        let at = asked.at.map(locator).transpose()?;
        may_amend(excerpt, by, asked.on)?;
        not_amended(corpus, excerpt, asked.on)?;
        let document = |subject: Subject| document(opened, &subject, root);
        let former = document(Subject::Excerpt(excerpt.id.clone()))?;
        let instrument = document(Subject::Instrument(by.id.clone()))?;
        let id = free_id(corpus, &excerpt.id, asked.on)?;
        let text = draft(&former, &id, by, asked.on)?;
        let amends = amends(&instrument, by, excerpt, &unit, at.as_ref(), asked.on)?;
        Ok(Amended {
            former: changed(former, &ended(excerpt, asked.on))?,
            instrument: changed(instrument, amends.as_slice())?,
            path: path_of(excerpt, &id),
            text,
        })
    }

    fn shown(&self, root: &Path) -> String {
        let root = root.to_string_lossy();
        let path = |path: &str| format!("{}/{path}", root.trim_end_matches('/'));
        let changed =
            |(former, later): &(EditableFile, EditableFile)| diff::of_document(&path(former.path()), former, later);
        [changed(&self.former), diff::of_new(&path(&self.path), &self.text), changed(&self.instrument)].concat()
    }

    /// Returns the files as a journal notes them, the new excerpt first.
    pub fn noted(&self) -> Vec<NotedFile> {
        let new = NotedFile { path: self.path.clone(), before: None, after: Some(self.text.clone()) };
        let changed = [&self.former, &self.instrument].map(noted);
        std::iter::once(new).chain(changed).collect()
    }

    fn files(&self) -> Vec<Save> {
        let changed = |(former, later): &(EditableFile, EditableFile)| Save::changed(former, later);
        vec![Save::new(&self.path, &self.text), changed(&self.former), changed(&self.instrument)]
    }
}

/// A changed file as a journal notes it.
pub fn noted((former, later): &(EditableFile, EditableFile)) -> NotedFile {
    let text = |file: &EditableFile| String::from_utf8_lossy(file.bytes()).into_owned();
    NotedFile { path: former.path().to_owned(), before: Some(text(former)), after: Some(text(later)) }
}

/// The provision that is amended: only a known one can be named by the amending instrument.
fn unit(excerpt: &Excerpt) -> Result<Locator, Failure> {
    excerpt.at.known().cloned().ok_or_else(|| {
        let id = &excerpt.id;
        Failure::new(
            format!("`{id}` chưa rõ là điều khoản nào (at), nên không ghi được văn bản kia sửa điều khoản nào"),
            format!("it is unknown which provision `{id}` is (at), so nobody can say which one is amended"),
        )
    })
}

/// Reads a place in an instrument.
///
/// # Errors
/// It is none.
pub fn locator(text: &str) -> Result<Locator, Failure> {
    parse_locator(text).map(|parsed| parsed.value).map_err(|error| {
        let problem = crate::syntax::messages::citation::locator_problem(&error, text);
        Failure::new(
            format!("`{text}` không phải một vị trí trong văn bản: {}. Viết như «khoản 2 Điều 1»", problem.vi),
            format!("`{text}` is no place in an instrument: {}. Write for example «khoản 2 Điều 1»", problem.en),
        )
    })
}

/// Another instrument amends, after it was issued, and only words that are in force until then.
/// The same provision has other words from that day on already: the command was run before.
fn not_amended(corpus: &Corpus, excerpt: &Excerpt, on: Date) -> Result<(), Failure> {
    let begins = |it: &&Excerpt| it.from.as_ref().and_then(Day::date) == Some(on) && it.id != excerpt.id;
    let mut same = corpus.excerpts().filter(|it| it.instrument == excerpt.instrument && it.at == excerpt.at);
    match same.find(begins) {
        None => Ok(()),
        Some(there) => Err(Failure::new(
            format!("điều khoản này đã có trích dẫn từ ngày {on}: `{}`; mở tệp đó để sửa", there.id),
            format!("there is an excerpt of this provision from {on} on: `{}`; open it to edit", there.id),
        )),
    }
}

fn may_amend(excerpt: &Excerpt, by: &Instrument, on: Date) -> Result<(), Failure> {
    let (id, by_id) = (&excerpt.id, &by.id);
    if excerpt.instrument == by.id {
        return Err(Failure::new(
            format!("`{by_id}` là văn bản chứa chính trích dẫn này; --by là văn bản sửa đổi nó"),
            format!("`{by_id}` is the instrument of this excerpt; --by is the one that amends it"),
        ));
    }
    if let Some(issued) = by.issued.date().filter(|issued| *issued > on) {
        return Err(Failure::new(
            format!("`{by_id}` ban hành ngày {issued}, sau ngày {on}"),
            format!("`{by_id}` was issued on {issued}, after {on}"),
        ));
    }
    match &excerpt.until {
        Some(Day::On(until)) if *until != on => Err(Failure::new(
            format!("`{id}` đã ghi hết hiệu lực từ {until}; sửa ngày ấy trước, hoặc chọn trích dẫn đang có hiệu lực"),
            format!("`{id}` ends on {until} already; fix that day first, or choose the excerpt that is in force"),
        )),
        _ if excerpt.from.as_ref().and_then(Day::date).is_some_and(|from| from >= on) => Err(Failure::new(
            format!("`{id}` chỉ có hiệu lực từ ngày {on} hoặc sau đó"),
            format!("`{id}` is in force from {on} or later only"),
        )),
        _ => Ok(()),
    }
}

/// Reads the file of a thing of the corpus.
///
/// # Errors
/// It cannot be read, or not be changed.
pub fn document(opened: &OpenedCorpus, subject: &Subject, root: &Path) -> Result<EditableFile, Failure> {
    let path = opened.file(subject).map(|file| file.path.as_str()).unwrap_or_default();
    let shown = format!("{}/{path}", root.display());
    let read = edit::open(root, path).map_err(|error| {
        Failure::about(&error, format!("không đọc được `{shown}`"), format!("cannot read `{shown}`"))
    })?;
    read.map_err(|refusal| Failure(edit::messages::refused(&refusal)))
}

/// A file with changes, and as it was.
///
/// # Errors
/// One of them cannot be made.
pub fn changed(former: EditableFile, changes: &[FileChange]) -> Result<(EditableFile, EditableFile), Failure> {
    let later = former.change(changes).map_err(|refusal| Failure(edit::messages::refused(&refusal)))?;
    Ok((former, later))
}

/// The end of the former words. The keys are in the order in which the guide to the corpus has them.
fn ended(excerpt: &Excerpt, on: Date) -> Vec<FileChange> {
    let before = [
        (excerpt.from.is_some(), "in-force-from"),
        (excerpt.issued.is_some(), "issued"),
        (!excerpt.obligations.is_empty(), "obligations"),
    ];
    let before = before.into_iter().find(|(is_there, _)| *is_there).map_or("audiences", |(_, key)| key);
    vec![FileChange::set("in-force-until", on.to_string().as_str()).following(before)]
}

/// `dieu-7.sua-2019` of `dieu-7`, and of the words that an earlier amendment made of it; with month and day where that is
/// taken.
fn free_id(corpus: &Corpus, former: &ExcerptId, on: Date) -> Result<ExcerptId, Failure> {
    let base = former.as_str().split(".sua-").next().unwrap_or_default();
    let day = on.to_string();
    let named = [4, 7, 10].into_iter().filter_map(|length| day.get(..length));
    let mut ids = named.filter_map(|day| format!("{base}.sua-{day}").parse::<ExcerptId>().ok());
    ids.find(|id| corpus.excerpt(id).is_none()).ok_or_else(|| {
        Failure::new(
            format!("`{base}` đã có lời sửa đổi từ ngày {on}; mở tệp đó để sửa"),
            format!("`{base}` has an amended text from {on} already; open that file to edit"),
        )
    })
}

fn path_of(excerpt: &Excerpt, id: &ExcerptId) -> String {
    let instrument = excerpt.instrument.as_str();
    let name = id.as_str().strip_prefix(instrument).unwrap_or(id.as_str()).trim_start_matches('.');
    format!("excerpts/{instrument}/{name}.md")
}

/// The new excerpt: its topics and its duties are those of the former until somebody has looked; its words,
/// sources and confidence are not.
fn draft(former: &EditableFile, id: &ExcerptId, by: &Instrument, on: Date) -> Result<String, Failure> {
    let record = former.record().map_err(|refusal| Failure(edit::messages::refused(&refusal)))?;
    let kept = |key: &str| record.get(&KeyPath::from(key)).map(|value| edit::line(key, value)).unwrap_or_default();
    let own = |key: &str, value: &str| edit::line(key, &RecordContent::from(value));
    let issued = by.issued.date().map(|issued| own("issued", &issued.to_string())).unwrap_or_default();
    let body = former.text().get(former.body()).unwrap_or_default();
    Ok([
        "---\n".to_owned(),
        format!("# theo {}; các khoá chép từ trích dẫn cũ, soát lại từng khoá\n", by.citation()),
        own("id", id.as_str()),
        ["instrument", "at", "title"].map(kept).concat(),
        own("wording", "summary"),
        ["topics", "audiences", "obligations"].map(kept).concat(),
        issued,
        own("in-force-from", &on.to_string()),
        "# unverified = bản nháp, không được in; khi đã đối chiếu thì ghi text-read, excerpt-seen hoặc second-hand\n"
            .to_owned(),
        own("confidence", "unverified"),
        own("checked-on", PLACEHOLDER_DAY),
        format!("sources:\n  - {PLACEHOLDER}\n"),
        kept("related"),
        format!("---\n{PLACEHOLDER}. Lời cũ ở dưới, thay bằng lời mới:\n\n"),
        body.trim_start_matches('\n').to_owned(),
    ]
    .concat())
}

/// The relation of the amending instrument: one more unit of an act that it has already, or one more act.
fn amends(
    document: &EditableFile,
    by: &Instrument,
    excerpt: &Excerpt,
    unit: &Locator,
    at: Option<&Locator>,
    on: Date,
) -> Result<Option<FileChange>, Failure> {
    let own_day = by.term.from.date() == Some(on);
    let is_same = |relation: &Relation| {
        relation.kind == RelationKind::Amends
            && relation.target == RelationTarget::Instrument(excerpt.instrument.clone())
            && !relation.units.is_empty()
            && relation.at.as_ref() == at
            && relation.own_day() == (!own_day).then_some(Day::On(on)).as_ref()
    };
    let written = RecordContent::Text(unit.to_string());
    if let Some((index, relation)) = by.relations.iter().enumerate().find(|(_, relation)| is_same(relation)) {
        let units = KeyPath::from(format!("relations.{index}.units").as_str());
        let is_new = !relation.units.contains(unit);
        return Ok(is_new.then(|| FileChange::insert(units, relation.units.len(), written)));
    }
    let optional = [
        at.map(|at| ("at", RecordContent::Text(at.to_string()))),
        (!own_day).then(|| ("on", RecordContent::Text(on.to_string()))),
    ];
    let entries =
        [("type", RecordContent::from("amends")), ("instrument", RecordContent::from(excerpt.instrument.as_str()))];
    let entries = entries.into_iter().chain(optional.into_iter().flatten());
    let relation = RecordContent::record(entries.chain([("units", RecordContent::List(vec![written]))]));
    with_relation(document, relation).map(Some)
}

/// The change that adds a relation to the record of an instrument.
///
/// # Errors
/// The record cannot be read.
pub fn with_relation(document: &EditableFile, relation: RecordContent) -> Result<FileChange, Failure> {
    let record = document.record().map_err(|refusal| Failure(edit::messages::refused(&refusal)))?;
    Ok(match record.get(&KeyPath::from("relations")) {
        Some(RecordContent::List(items)) => FileChange::insert("relations", items.len(), relation),
        _ => FileChange::set("relations", RecordContent::List(vec![relation])).following(last_of_term(&record)),
    })
}

/// The key below which relations stand.
fn last_of_term(record: &RecordContent) -> &'static str {
    let there = |key: &&str| record.get(&KeyPath::from(*key)).is_some();
    ["names", "ends-by", "in-force-until"].into_iter().find(there).unwrap_or("in-force-until")
}
