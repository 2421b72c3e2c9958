//! An edition is looked at and built: what stops it, its outputs, and how far a build is.

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

use super::Workbench;
use super::outputs::{BuiltEdition, BuiltOutputs};
use super::overview::WaitingFinding;
use super::page_request::PageRequest;
use super::pages::PageFault;
use super::routes::see_other;
use super::task::{LongTask, ShownTask};
use super::words::words;
use crate::diag::Lang;
use crate::model::date::Date;
use crate::model::edition::Edition;
use crate::render::outputs::{self, Making, Output};
use crate::session::{OpenedCorpus, Strictness, ViewRequest, WhichEditions};
use crate::source;

/// An edition in the list.
#[derive(Serialize)]
struct EditionRow {
    address: String,
    name: String,
    as_of: String,
}

#[derive(Serialize)]
struct EditionList {
    editions: Vec<EditionRow>,
}

/// An output that can be built.
#[derive(Serialize)]
struct OutputChoice {
    name: &'static str,
    label: &'static str,
    is_chosen: bool,
    /// This program cannot make it.
    is_absent: bool,
}

#[derive(Serialize)]
struct PublishPage {
    address: String,
    edition_address: String,
    id: String,
    day: String,
    month: String,
    year: String,
    /// The day is not the edition's own.
    is_other_day: bool,
    own_day: String,
    said: Option<&'static str>,
    /// The findings that stop a build.
    stopped_by: Vec<WaitingFinding>,
    /// How many faults are in excerpts that it does not select.
    aside: usize,
    look: String,
    choices: Vec<OutputChoice>,
    lacks_pdf: bool,
    /// How many seconds the last build of the chosen outputs took.
    usual: Option<i64>,
    task: Option<ShownTask>,
    built: Option<BuiltOutputs>,
}

/// Shows the editions.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn list(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    let row = |edition: &Edition| EditionRow {
        address: format!("/publish/{}/-", edition.id),
        name: edition.title.clone(),
        as_of: edition.as_of.short(),
    };
    let mut editions: Vec<&Edition> = opened.corpus.editions().collect();
    editions.sort_by_key(|edition| std::cmp::Reverse(edition.as_of));
    let page = EditionList { editions: editions.into_iter().map(row).collect() };
    workbench.page(page_request, "editions.html", word(page_request.lang, "publish"), &page)
}

/// Shows an edition with what can be done with it.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn show(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let Some(built) = BuiltEdition::of(workbench, page_request)? else { return workbench.missing(page_request) };
    if let Some(leads) = other_day(&built, page_request) {
        return match leads {
            Some(day) => Ok(see_other(&format!("/publish/{}/{day}", built.edition))),
            None => respond(workbench, page_request, &built, Some("no-such-day")),
        };
    }
    respond(workbench, page_request, &built, None)
}

/// The day that was typed, if any was; no day where there is no such one.
fn other_day(built: &BuiltEdition, page_request: &PageRequest) -> Option<Option<Date>> {
    let part = |name| page_request.query(name).trim();
    let typed = [part("year"), part("month"), part("day")];
    if typed.iter().all(|part| part.is_empty()) {
        return None;
    }
    let [year, month, day] = typed;
    let date = year.parse().ok().zip(month.parse().ok()).zip(day.parse().ok());
    let date = date.and_then(|((year, month), day)| Date::new(year, month, day));
    (date.is_none() || date != built.as_of).then_some(date)
}

fn respond(
    workbench: &Workbench,
    page_request: &PageRequest,
    built: &BuiltEdition,
    said: Option<&str>,
) -> Result<Response, PageFault> {
    let opened = workbench.live_corpus.opened()?;
    let Ok(edition) = opened.edition(built.edition.as_str()) else { return workbench.missing(page_request) };
    let page = page(workbench, page_request, &opened, edition, built)?;
    let page = PublishPage { said: said.map(|said| word(page_request.lang, said)), ..page };
    let status = if said.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    workbench.page_with(status, page_request, "publish.html", &edition.title, &page)
}

fn page(
    workbench: &Workbench,
    page_request: &PageRequest,
    opened: &OpenedCorpus,
    edition: &Edition,
    built: &BuiltEdition,
) -> Result<PublishPage, PageFault> {
    let templates = source::templates(None)?;
    let editions = WhichEditions::These(vec![edition.id.clone()]);
    let request = ViewRequest { editions, as_of: built.as_of, templates: Some(&templates), siblings: false };
    let findings = opened.view(&request).findings();
    let stopped_by = findings.report_stopping(Strictness::Errors, page_request.lang);
    let stopped_by = stopped_by.iter().map(WaitingFinding::of).collect();
    let aside = findings.count_aside(Strictness::Errors);
    let usual = findings.despite_errors().pop().map(|made| outputs::usual(made.view())).unwrap_or_default();
    let choices: Vec<OutputChoice> =
        outputs::ALL.iter().map(|output| choice(workbench, output, &usual, page_request.lang)).collect();
    let outputs = choices.iter().filter(|choice| choice.is_chosen).map(|choice| choice.name).collect();
    let task = LongTask::Build { edition: edition.id.clone(), as_of: built.as_of, outputs };
    let day = built.as_of.unwrap_or(edition.as_of);
    Ok(PublishPage {
        address: format!("/publish/{}", built.address()),
        edition_address: format!("/records/edition/{}", edition.id),
        id: edition.id.to_string(),
        day: day.day().to_string(),
        month: day.month().to_string(),
        year: day.year().to_string(),
        is_other_day: built.as_of.is_some(),
        own_day: edition.as_of.short(),
        said: None,
        stopped_by,
        aside,
        look: workbench.reading_address("look", &format!("{}/index.html", built.address())),
        lacks_pdf: !workbench.makes_pdf,
        choices,
        usual: workbench.tasks.usual(&task),
        task: workbench.tasks.shown(&edition.id),
        built: built.outputs(workbench, &opened.sources.hash),
    })
}

fn choice(workbench: &Workbench, output: &'static Output, usual: &[&Output], lang: Lang) -> OutputChoice {
    let (vi, en) = output.help.split_once(" · ").unwrap_or((output.help, output.help));
    let is_absent = matches!(output.made, Making::Document(_)) && !workbench.makes_pdf;
    OutputChoice {
        name: output.name,
        label: lang.tr(vi, en),
        is_chosen: !is_absent && usual.iter().any(|known| **known == *output),
        is_absent,
    }
}

/// Begins what a button of the page stands for, or stops it.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn act(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let Some(built) = BuiltEdition::of(workbench, page_request)? else { return workbench.missing(page_request) };
    let BuiltEdition { edition, as_of } = built.clone();
    let wanted = page_request.fields().iter().filter(|(name, _)| name == "output");
    let outputs: Vec<&str> = wanted.filter_map(|(_, name)| outputs::named(name)).map(|output| output.name).collect();
    let task = match page_request.field("action") {
        "stop" => {
            workbench.tasks.stop();
            return Ok(see_other(&format!("/publish/{}#task", built.address())));
        }
        "build" if outputs.is_empty() => return respond(workbench, page_request, &built, Some("no-output")),
        "build" => LongTask::Build { edition, as_of, outputs },
        "hand-out" if workbench.makes_pdf => LongTask::HandOut { edition },
        "mail" => LongTask::MailRehearsal { edition },
        _ => return workbench.missing(page_request),
    };
    match workbench.tasks.begin(task, page_request.lang)? {
        true => Ok(see_other(&format!("/publish/{}#task", built.address()))),
        false => respond(workbench, page_request, &built, Some("task-runs")),
    }
}

fn word(lang: Lang, key: &str) -> &'static str {
    words(lang).get(key).copied().unwrap_or_default()
}
