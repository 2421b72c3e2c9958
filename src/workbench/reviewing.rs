//! Review: what was approved and what is there now beside one another, decisions and comments, for one record or several together.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

use super::Workbench;
use super::address::RecordAddress;
use super::page_request::PageRequest;
use super::pages::PageFault;
use super::records::{self, RecordRow};
use super::routes::see_other;
use super::sides::Sides;
use super::who::{self, SaveNote};
use super::words::words;
use crate::diag::Lang;
use crate::edit;
use crate::history::{self, FileHistory, NotSaved, NotedFile, NotedSave};
use crate::model::date::Date;
use crate::model::review::{Review, ReviewComment, ReviewDecision, ReviewStanding, ReviewState};
use crate::review::{self, NotNoted, ReviewStep};
use crate::session::OpenedCorpus;
use crate::syntax::record::RecordKind;

/// The most records that are listed.
const MOST: usize = 200;

#[derive(Serialize)]
struct ReviewPage {
    reviewed: ReviewedRecord,
    said: Option<&'static str>,
    is_noted: bool,
    name: String,
}

#[derive(Serialize)]
struct ReviewsPage {
    records: Vec<ReviewedRecord>,
    /// Whether those are listed about which nobody was asked.
    has_drafts: bool,
    said: Option<&'static str>,
    is_noted: bool,
    name: String,
}

/// A record with what was said of it.
#[derive(Serialize)]
struct ReviewedRecord {
    record: RecordRow,
    /// The hash of what the page shows: a decision is about this and nothing else.
    seen: String,
    standing: String,
    is_waiting: bool,
    /// The word above the two wordings.
    heading: &'static str,
    sides: Sides,
    decisions: Vec<DecisionRow>,
    comments: Vec<CommentRow>,
}

#[derive(Serialize)]
struct DecisionRow {
    said: String,
    /// Whether it is about the words that are shown.
    is_of_present: bool,
}

#[derive(Serialize)]
struct CommentRow {
    number: usize,
    by: String,
    on: String,
    text: String,
    resolved: Option<String>,
}

/// A record of a form, with the hash of what its page showed.
struct SeenRecord {
    path: String,
    seen: String,
}

/// The corpus with all that was saved in it, for several records.
struct Desk<'o> {
    opened: &'o OpenedCorpus,
    saves: Vec<NotedSave>,
    lang: Lang,
}

impl Desk<'_> {
    fn record(&self, address: &RecordAddress) -> Option<ReviewedRecord> {
        let file = address.file(&self.opened.sources)?;
        RecordKind::subject_of(&file.path)?;
        let seen = self.opened.seen_hash(&file.path)?;
        let none = Review::none(Some(seen.clone()));
        let review = review::of_path(&file.path, &self.opened.corpus).unwrap_or(&none);
        let (heading, former) = self.former(&file.path, review, &seen);
        let decision = |it: &ReviewDecision| DecisionRow {
            said: review::messages::decision(it).get(self.lang).to_owned(),
            is_of_present: it.sha256 == seen,
        };
        Some(ReviewedRecord {
            record: records::row(&self.opened.corpus, address, self.lang),
            standing: review::messages::standing(review.standing()).get(self.lang).to_owned(),
            is_waiting: matches!(review.standing(), ReviewStanding::Asked(_)),
            heading,
            sides: Sides::new(&former, &file.text),
            decisions: review.decisions.iter().map(decision).collect(),
            comments: (1..).zip(&review.comments).map(CommentRow::of).collect(),
            seen,
        })
    }

    /// The wording that is shown beside the present one: what was approved last, or else what was asked about last.
    fn former(&self, path: &str, review: &Review, seen: &str) -> (&'static str, String) {
        let asked = review.decisions.iter().rfind(|it| it.state == ReviewState::Asked && it.sha256 != seen);
        let (heading, decision) = match (review.last_approval(), asked) {
            (Some(approval), _) => ("since-approved", approval),
            (None, Some(asked)) => ("since-asked", asked),
            (None, None) => return ("all-new", String::new()),
        };
        let states = FileHistory::new(path, &self.saves, self.text(path));
        let hash = |text: &str| self.opened.seen_hash_of(path, text.as_bytes());
        match review::text_of(&decision.sha256, &states, hash) {
            Some(text) => (heading, text),
            None => ("former-gone", String::new()),
        }
    }

    fn text(&self, path: &str) -> Option<String> {
        self.opened.sources.files().find(|(_, file)| file.path == path).map(|(_, file)| file.text.clone())
    }
}

impl CommentRow {
    fn of((number, comment): (usize, &ReviewComment)) -> Self {
        let ReviewComment { by, on, text, resolved } = comment;
        let resolved = resolved.as_ref().map(|it| format!("{}, {}", it.by, it.on.short()));
        CommentRow { number, by: by.clone(), on: on.short(), text: text.clone(), resolved }
    }
}

fn desk<'o>(
    workbench: &Workbench,
    opened: &'o OpenedCorpus,
    page_request: &PageRequest,
) -> Result<Desk<'o>, PageFault> {
    Ok(Desk { opened, saves: workbench.journal.all()?, lang: page_request.lang })
}

fn address(page_request: &PageRequest) -> Option<RecordAddress> {
    let id = Some(page_request.param("id")).filter(|id| *id != "-").unwrap_or_default();
    RecordAddress::new(page_request.param("kind"), id)
}

/// Shows the review of a record.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn show(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    one(workbench, page_request, None)
}

fn one(workbench: &Workbench, page_request: &PageRequest, said: Option<&'static str>) -> Result<Response, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    let desk = desk(workbench, &opened, page_request)?;
    let Some(reviewed) = address(page_request).and_then(|address| desk.record(&address)) else {
        return workbench.missing(page_request);
    };
    let title = reviewed.record.name.clone();
    let is_noted = !page_request.query("noted").is_empty() && said.is_none();
    let page = ReviewPage { reviewed, said, is_noted, name: page_request.name.clone() };
    workbench.page_with(status(said), page_request, "review.html", &title, &page)
}

fn status(said: Option<&'static str>) -> StatusCode {
    if said.is_some() { StatusCode::CONFLICT } else { StatusCode::OK }
}

/// Lists the records that somebody was asked about and those that are not approved any more, and with `drafts` all others.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn list(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    several(workbench, page_request, None)
}

fn several(
    workbench: &Workbench,
    page_request: &PageRequest,
    said: Option<&'static str>,
) -> Result<Response, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    let desk = desk(workbench, &opened, page_request)?;
    let has_drafts = !page_request.query("drafts").is_empty();
    let waits = |path: &str| match review::of_path(path, &opened.corpus).map(Review::standing) {
        Some(ReviewStanding::Approved(_)) => false,
        Some(ReviewStanding::Asked(_) | ReviewStanding::SentBack(_) | ReviewStanding::Stale(_)) => true,
        Some(ReviewStanding::Draft) | None => has_drafts,
    };
    let texts = [RecordKind::Excerpt, RecordKind::Guidance];
    let is_text = |address: &RecordAddress| texts.contains(&address.kind);
    let was_reviewed = |path: &str| review::of_path(path, &opened.corpus).is_some();
    let addresses: Vec<RecordAddress> = opened
        .sources
        .files()
        .filter(|(_, file)| waits(&file.path))
        .filter_map(|(_, file)| Some((file, RecordAddress::of_path(&file.path)?)))
        .filter(|(file, address)| is_text(address) || was_reviewed(&file.path))
        .map(|(_, address)| address)
        .take(MOST)
        .collect();
    let records = addresses.iter().filter_map(|address| desk.record(address)).collect();
    let is_noted = !page_request.query("noted").is_empty() && said.is_none();
    let page = ReviewsPage { records, has_drafts, said, is_noted, name: page_request.name.clone() };
    let title = words(page_request.lang).get("reviews").copied().unwrap_or_default();
    workbench.page_with(status(said), page_request, "reviews.html", title, &page)
}

/// Notes a decision or a comment on one record.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn act(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    let address = address(page_request);
    let file = address.as_ref().and_then(|address| address.file(&opened.sources));
    let (Some(address), Some(file)) = (address, file) else { return workbench.missing(page_request) };
    let record = SeenRecord { path: file.path.clone(), seen: page_request.field("seen").to_owned() };
    match noted(workbench, page_request, &opened, &[record])? {
        Ok(name) => Ok(who::remembered(see_other(&format!("{address}/review?noted=1")), Some(&name))),
        Err(said) => one(workbench, page_request, Some(said)),
    }
}

/// Notes one decision about all records that are ticked, in one save, or none.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn act_on_several(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    let ticked = page_request.fields().iter().filter(|(name, _)| name == "record");
    let known: BTreeMap<String, String> = opened
        .sources
        .files()
        .filter_map(|(_, file)| Some((RecordAddress::of_path(&file.path)?.to_string(), file.path.clone())))
        .collect();
    let record = |value: &str| {
        let (address, seen) = value.split_once(' ')?;
        Some(SeenRecord { path: known.get(address)?.clone(), seen: seen.to_owned() })
    };
    let Some(records) = ticked.map(|(_, value)| record(value)).collect::<Option<Vec<_>>>() else {
        return several(workbench, page_request, Some("record-changed"));
    };
    match noted(workbench, page_request, &opened, &records)? {
        Ok(name) => Ok(who::remembered(see_other("/reviews?noted=1"), Some(&name))),
        Err(said) => several(workbench, page_request, Some(said)),
    }
}

/// The name of who has decided, or the word for why nothing was noted.
type Noted = Result<String, &'static str>;

fn noted(
    workbench: &Workbench,
    page_request: &PageRequest,
    opened: &OpenedCorpus,
    records: &[SeenRecord],
) -> Result<Noted, PageFault> {
    let Some(by) = who::line(page_request.field("by")) else { return Ok(Err("name-missing")) };
    if records.is_empty() {
        return Ok(Err("none-ticked"));
    }
    let mut files = Vec::new();
    for record in records {
        match file(workbench, page_request, opened, record, &by)? {
            Ok(file) => files.push(file),
            Err(said) => return Ok(Err(said)),
        }
    }
    let note = SaveNote { by: Some(by.clone()), ..SaveNote::default() };
    match workbench.save_noted(files, note) {
        Ok(_) => Ok(Ok(by)),
        Err(NotSaved::Corpus(edit::Unsaved::Conflict { .. })) => Ok(Err("record-changed")),
        Err(NotSaved::Corpus(edit::Unsaved::Disk { error, .. }) | NotSaved::Journal(error)) => Err(error.into()),
        Err(NotSaved::Corpus(edit::Unsaved::Link(_) | edit::Unsaved::ReadOnly(_))) => {
            Err(std::io::Error::from(std::io::ErrorKind::PermissionDenied).into())
        }
    }
}

/// The review of a record with what the form says.
fn file(
    workbench: &Workbench,
    page_request: &PageRequest,
    opened: &OpenedCorpus,
    record: &SeenRecord,
    by: &str,
) -> Result<Result<NotedFile, &'static str>, PageFault> {
    let (word, text) = (who::line(page_request.field("word")), who::line(page_request.field("text")));
    let Some(on) = today(workbench) else { return Ok(Err("record-changed")) };
    let step = match step(page_request.field("action"), (by, on), &record.seen, word.as_deref(), text.as_deref()) {
        Ok(step) => step,
        Err(said) => return Ok(Err(said)),
    };
    // Nothing is decided about words that nobody has seen.
    if step.sha256().is_some() && opened.seen_hash(&record.path).as_deref() != Some(record.seen.as_str()) {
        return Ok(Err("record-changed"));
    }
    match review::noted(workbench.live_corpus.root(), &record.path, &step) {
        Ok(file) => Ok(Ok(file)),
        Err(NotNoted::NoComment(_)) => Ok(Err("comment-missing")),
        Err(NotNoted::Disk(error)) => Err(error.into()),
        Err(NotNoted::Refused(_) | NotNoted::NotReviewed) => Ok(Err("record-changed")),
    }
}

fn step<'a>(
    action: &str,
    (by, on): (&'a str, Date),
    sha256: &'a str,
    word: Option<&'a str>,
    text: Option<&'a str>,
) -> Result<ReviewStep<'a>, &'static str> {
    match action {
        "approve" => Ok(ReviewStep::Approve { by, on, sha256 }),
        "send-back" => word.map(|word| ReviewStep::SendBack { by, on, sha256, word }).ok_or("word-missing"),
        "comment" => text.map(|text| ReviewStep::Comment { by, on, text }).ok_or("comment-missing"),
        "ask" => Ok(ReviewStep::Ask { by, on, sha256 }),
        other => {
            let number = other.strip_prefix("resolve-").and_then(|number| number.parse().ok());
            number.map(|number| ReviewStep::Resolve { number, by, on }).ok_or("comment-missing")
        }
    }
}

/// The day on which it is noted, in Viet Nam.
fn today(workbench: &Workbench) -> Option<Date> {
    history::in_viet_nam(&(workbench.clock)().to_string())?.0.parse().ok()
}
