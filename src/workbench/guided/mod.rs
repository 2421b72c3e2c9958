//! New records and guided steps: a few questions, the files that they would write with the lines that change and which editions
//! would print them, and then one save of all of them, which is undone as one.
//!
//! There are steps whose files the commands make ([`asked`]), and those that follow from the descriptions of records
//! ([`described`]); a [`proposal`] is shown before anything is written.

mod asked;
mod described;
pub mod proposal;
mod question;

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;

use super::Workbench;
use super::address::RecordAddress;
use super::form::{Choices, ListOption, ShownForm};
use super::page_request::PageRequest;
use super::pages::PageFault;
use super::records::kind_name;
use super::routes::see_other;
use super::words::words;
use crate::diag::{Bilingual, Lang};
use crate::session::OpenedCorpus;
use crate::syntax::record::RecordKind;
use asked::{ASKED, AskedStep, StepSurroundings};
use described::DescribedStep;
use proposal::{DraftOutcome, Proposal};
use question::StepAnswers;

/// A step.
enum GuidedStep {
    Asked(&'static AskedStep),
    Described(DescribedStep),
}

/// A step in a list.
#[derive(Clone, Serialize)]
pub struct StepLink {
    pub address: String,
    pub title: String,
    pub about: String,
}

#[derive(Serialize)]
struct StepList {
    /// Steps that begin records, by kind.
    kinds: Vec<KindSteps>,
    /// Steps that change records that are there.
    changes: Vec<StepLink>,
}

/// The steps that begin records of a kind.
#[derive(Serialize)]
struct KindSteps {
    name: String,
    steps: Vec<StepLink>,
}

#[derive(Serialize)]
struct StepPage {
    address: String,
    about: String,
    said: Option<String>,
    form: ShownForm,
    lists: BTreeMap<String, Vec<ListOption>>,
    proposal: Option<Proposal>,
}

/// The steps that begin a record of a kind, or add to its only one.
pub fn of_kind(kind: RecordKind, opened: &OpenedCorpus, lang: Lang) -> Vec<StepLink> {
    match kind {
        RecordKind::Excerpt => vec![link_of("/new/excerpt", "new-clause", lang)],
        RecordKind::Original => vec![link_of("/files", "files", lang)],
        // Begun by asking for it: `/reviews`.
        RecordKind::Review => Vec::new(),
        RecordKind::Instrument
        | RecordKind::Guidance
        | RecordKind::Edition
        | RecordKind::Release
        | RecordKind::Vocabulary
        | RecordKind::Glossary
        | RecordKind::Departments
        | RecordKind::Settings
        | RecordKind::Waivers => {
            let steps = all().into_iter().filter(|step| step.begins() == Some(kind));
            steps.map(|step| step.link(opened, lang)).collect()
        }
    }
}

/// The steps that change a record, or add to it.
pub fn on_record(address: &RecordAddress, opened: &OpenedCorpus, lang: Lang) -> Vec<StepLink> {
    let with_answer = |step: &str, question: &str| {
        let found = all().into_iter().find(|known| known.key() == step);
        let link = found.map(|step| step.link(opened, lang));
        link.map(|link| StepLink { address: format!("{}?{question}={}", link.address, address.id), ..link })
    };
    match address.kind {
        RecordKind::Excerpt => with_answer("amendment", "excerpt").into_iter().collect(),
        RecordKind::Instrument => {
            let drafts = link_of(&format!("/drafts/{}", address.id), "drafts", lang);
            std::iter::once(drafts).chain(with_answer("ending", "instrument")).collect()
        }
        RecordKind::Vocabulary | RecordKind::Glossary | RecordKind::Departments | RecordKind::Waivers => {
            of_kind(address.kind, opened, lang)
        }
        RecordKind::Original
        | RecordKind::Review
        | RecordKind::Guidance
        | RecordKind::Edition
        | RecordKind::Release
        | RecordKind::Settings => Vec::new(),
    }
}

fn link_of(address: &str, title: &str, lang: Lang) -> StepLink {
    StepLink { address: address.to_owned(), title: word(lang, title).to_owned(), about: String::new() }
}

fn all() -> Vec<GuidedStep> {
    let described = described::all().into_iter().map(GuidedStep::Described);
    ASKED.iter().map(GuidedStep::Asked).chain(described).collect()
}

impl GuidedStep {
    fn key(&self) -> String {
        match self {
            GuidedStep::Asked(step) => step.key.to_owned(),
            GuidedStep::Described(step) => step.key(),
        }
    }

    /// The kind of record that it begins, or adds to.
    fn begins(&self) -> Option<RecordKind> {
        match self {
            GuidedStep::Asked(step) => step.begins,
            GuidedStep::Described(step) => Some(step.kind),
        }
    }

    fn title(&self) -> Bilingual {
        match self {
            GuidedStep::Asked(step) => Bilingual::new(step.title.0, step.title.1),
            GuidedStep::Described(step) if step.is_whole() => kind_name(step.kind),
            GuidedStep::Described(step) => step.title(),
        }
    }

    fn about(&self) -> Bilingual {
        match self {
            GuidedStep::Asked(step) => Bilingual::new(step.about.0, step.about.1),
            GuidedStep::Described(_) => Bilingual::default(),
        }
    }

    fn link(&self, opened: &OpenedCorpus, lang: Lang) -> StepLink {
        let (title, about) = (self.title().get(lang).to_owned(), self.about().get(lang).to_owned());
        StepLink { address: self.record_of(opened).unwrap_or_else(|| self.address()), title, about }
    }

    fn address(&self) -> String {
        format!("/new/{}", self.key())
    }

    /// The address of the only record of its kind, where that is there already and is what the step would begin.
    fn record_of(&self, opened: &OpenedCorpus) -> Option<String> {
        let GuidedStep::Described(step) = self else { return None };
        let address = RecordAddress { kind: step.kind, id: String::new() };
        (step.is_whole() && address.file(&opened.sources).is_some()).then(|| address.to_string())
    }

    fn form(&self, around: &StepSurroundings<'_>, answers: &StepAnswers) -> ShownForm {
        match self {
            GuidedStep::Asked(step) => question::form(step.questions, answers, around.opened, around.lang),
            GuidedStep::Described(step) => step.form(around, answers),
        }
    }

    fn answers(&self, page_request: &PageRequest) -> StepAnswers {
        match self {
            GuidedStep::Asked(step) => StepAnswers::of(page_request, step.questions),
            GuidedStep::Described(_) => StepAnswers::of(page_request, &[]),
        }
    }

    fn page(&self, around: &StepSurroundings<'_>, answers: &StepAnswers) -> StepPage {
        let form = self.form(around, answers);
        let choices = Choices::new(&around.opened.corpus);
        StepPage {
            address: self.address(),
            about: self.about().get(around.lang).to_owned(),
            said: None,
            lists: form.lists.iter().map(|list| (list.key().to_owned(), choices.list(*list))).collect(),
            form,
            proposal: None,
        }
    }
}

/// Shows every step.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn list(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let (opened, lang) = (workbench.live_corpus.opened()?, page_request.lang);
    let kind = |kind: RecordKind| KindSteps {
        name: kind_name(kind).get(lang).to_owned(),
        steps: of_kind(kind, &opened, lang),
    };
    let changes = all().into_iter().filter(|step| step.begins().is_none());
    let page = StepList {
        kinds: super::records::ORDER.into_iter().map(kind).collect(),
        changes: changes.map(|step| step.link(&opened, lang)).collect(),
    };
    workbench.page(page_request, "steps.html", word(lang, "new"), &page)
}

/// Shows the questions of a step.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn show(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let Some(step) = found(page_request) else { return workbench.missing(page_request) };
    let opened = workbench.live_corpus.opened()?;
    if let Some(record) = step.record_of(&opened) {
        return Ok(see_other(&record));
    }
    let around = StepSurroundings { workbench, opened: &opened, lang: page_request.lang };
    let page = step.page(&around, &step.answers(page_request));
    respond(workbench, page_request, StatusCode::OK, &step, &page)
}

/// Shows what the answers would write, or writes it.
///
/// # Errors
/// Those of [`Workbench::page`].
pub fn act(workbench: &Workbench, page_request: &PageRequest) -> Result<Response, PageFault> {
    let Some(step) = found(page_request) else { return workbench.missing(page_request) };
    let opened = workbench.live_corpus.opened()?;
    let around = StepSurroundings { workbench, opened: &opened, lang: page_request.lang };
    let answers = step.answers(page_request);
    let page = step.page(&around, &answers);
    let draft = match &step {
        GuidedStep::Asked(step) => (step.draft)(&around, &answers),
        GuidedStep::Described(step) => step.draft(&around, &answers),
    };
    let refused = |said: &Bilingual| Some(without_options(said.get(page_request.lang), page_request.lang));
    let offer = match draft {
        Ok(draft) => workbench.offer(page_request, &opened, draft)?,
        Err(said) => DraftOutcome::Refused(said),
    };
    match offer {
        DraftOutcome::Saved { number, address } => Ok(see_other(&format!("{address}?saved={number}"))),
        DraftOutcome::Shown(proposal) => {
            let page = StepPage { proposal: Some(proposal), ..page };
            respond(workbench, page_request, StatusCode::OK, &step, &page)
        }
        DraftOutcome::Refused(said) => {
            let page = StepPage { said: refused(&said), ..page };
            respond(workbench, page_request, StatusCode::CONFLICT, &step, &page)
        }
    }
}

fn found(page_request: &PageRequest) -> Option<GuidedStep> {
    all().into_iter().find(|step| step.key() == page_request.param("step"))
}

fn respond(
    workbench: &Workbench,
    page_request: &PageRequest,
    status: StatusCode,
    step: &GuidedStep,
    page: &StepPage,
) -> Result<Response, PageFault> {
    workbench.page_with(status, page_request, "step.html", step.title().get(page_request.lang), page)
}

fn word(lang: Lang, key: &str) -> &'static str {
    words(lang).get(key).copied().unwrap_or_default()
}

/// The names on the page for the options that the words of commands name: who sees a page types no commands.
const OPTIONS: [(&str, &str, &str); 10] = [
    ("--issued NĂM-THÁNG-NGÀY", "«Ngày ban hành»", "«Date of issue»"),
    ("--issued YEAR-MONTH-DAY", "«Ngày ban hành»", "«Date of issue»"),
    ("--as-of", "«Tính đến ngày»", "«As of the day»"),
    ("--title", "«Tên»", "«Title»"),
    ("--issuer", "«Ai phát hành»", "«Who issues it»"),
    ("--previous", "«Ấn bản trước»", "«The edition before»"),
    ("--type", "«Loại văn bản»", "«Its type»"),
    ("--like ID", "«Chép cách chia chương của»", "«Parts and chapters like those of»"),
    ("--by", "«Văn bản sửa đổi»", "«The amending instrument»"),
    ("--id", "«Id»", "«Id»"),
];

fn without_options(said: &str, lang: Lang) -> String {
    OPTIONS.iter().fold(said.to_owned(), |said, (option, vi, en)| said.replace(option, lang.tr(vi, en)))
}
