//! `camnang collect`: reads the forms that came back, names what is not understood, and records each answer in the journal.

mod incoming;

use super::context::CommandContext;
use super::handout::answers::{AnswerBook, AskedOffice};
use super::handout::dispatch::{Handout, Log, today};
use super::messages::answers as messages;
use super::{Failure, Outcome, Status};
use crate::answers::FormId;
use crate::answers::messages as codes;
use crate::answers::returned::{self, FormFinding, Returned};
use crate::cli::{CollectArgs, RoundArgs};
use crate::diag::Bilingual;
use crate::diag::advice::nearest;
use crate::hash::sha256;
use crate::mail::journal::{Answer, Journal, JournalEvent, StoredForm};
use crate::spreadsheet;
use incoming::{IncomingFile, incoming};

/// Collects forms.
pub fn run(args: &CollectArgs, context: &mut CommandContext<'_>) -> Outcome {
    let RoundArgs { edition, round, corpus, output, journal } = &args.handout;
    let handout = Handout::new(edition, round.as_deref(), output, journal.as_deref())?;
    let opened = context.open(corpus)?;
    let edition = opened.edition(edition)?;
    // Where the output is gone, the departments are those of the journal.
    let book = AnswerBook::open(&handout, &opened.corpus, edition, &handout.look()?)?;
    let mut tally = CollectTally::default();
    let mut forms = Vec::new();
    for file in incoming(args)? {
        match identified(&book, &file) {
            Ok((id, returned)) => forms.push(CollectedForm { file, id, returned }),
            Err(finding) => tally.refuse(&file.name, &finding, context),
        }
    }
    let forms = latest(forms, &book, &mut tally, context);
    let (mut log, journal) = handout.open(context)?;
    for form in forms {
        let Some(department) = book.department(&form.id.department) else { continue };
        record(&form, department, &book, args.replace, (&mut log, &journal), &mut tally, context)?;
    }
    let CollectTally { taken, before, refused, cells } = tally;
    context.say(&messages::total(taken, before, refused, cells));
    Ok(if refused + cells == 0 { Status::Fine } else { Status::Faults })
}

/// A form that was read.
struct CollectedForm {
    file: IncomingFile,
    id: FormId,
    returned: Returned,
}

#[derive(Default)]
struct CollectTally {
    taken: usize,
    before: usize,
    refused: usize,
    cells: usize,
}

impl CollectTally {
    fn refuse(&mut self, file: &str, finding: &FormFinding, context: &mut CommandContext<'_>) {
        self.refused += 1;
        context.out(&finding.said(file, context.lang));
    }
}

/// Reads a file, and finds whose form it is.
fn identified(book: &AnswerBook<'_>, file: &IncomingFile) -> Result<(FormId, Returned), FormFinding> {
    let bytes = file.bytes.as_ref().map_err(Clone::clone)?;
    let sheets = spreadsheet::read(bytes).map_err(|fault| {
        let (why, advice) = codes::no_table(&fault);
        FormFinding::of_file(codes::NOT_A_TABLE).arg("why", why).arg("advice", advice)
    })?;
    let id = returned::form_id(&sheets).or_else(|finding| by_sender(book, file).ok_or(finding))?;
    let (edition, round) = (&book.handout.edition, &book.handout.round);
    if id.edition != *edition || id.round != *round {
        return Err(other_handout(&id));
    }
    let Some(department) = book.department(&id.department) else {
        let all = book.departments.iter().map(|department| department.id.as_str());
        let advice = messages::near_department(nearest(&id.department, all));
        return Err(FormFinding::of_file(codes::UNKNOWN_DEPARTMENT).arg("id", id.department).arg("advice", advice));
    };
    let Some(questions) = book.questions(department) else { return Err(FormFinding::of_file(codes::NO_FORM_ID)) };
    let returned = returned::read(&sheets, &id, &department.name, questions);
    match returned.findings.iter().find(|finding| finding.code == codes::NO_TABLE) {
        Some(finding) => Err(finding.clone()),
        None => Ok((id, returned)),
    }
}

fn other_handout(id: &FormId) -> FormFinding {
    let FormId { edition, round, .. } = id;
    let option = round.as_ref().map(|round| format!(" --round {round}")).unwrap_or_default();
    let command = Bilingual::same(format!("camnang collect --edition {edition}{option} …"));
    let none = Bilingual::new("không có", "none");
    let round = round.as_ref().map_or(none, |round| Bilingual::same(round.as_str()));
    FormFinding::of_file(codes::OTHER_HANDOUT)
        .arg("edition", edition.as_str())
        .arg("round", round)
        .arg("command", command)
}

/// The form of the only department that has the sender's address. What it was asked is not known.
fn by_sender(book: &AnswerBook<'_>, file: &IncomingFile) -> Option<FormId> {
    let sender = file.sender.as_deref()?;
    let has = |it: &&AskedOffice| it.email.as_deref().is_some_and(|email| email.trim().eq_ignore_ascii_case(sender));
    let mut of_sender = book.departments.iter().filter(has);
    let (department, None) = (of_sender.next()?, of_sender.next()) else { return None };
    let (edition, round) = (book.handout.edition.clone(), book.handout.round.clone());
    Some(FormId { edition, round, department: department.id.clone(), version: FormId::UNKNOWN_VERSION.to_owned() })
}

/// Of several forms of one department the last by its own day; where no day says which that is, none.
fn latest(
    forms: Vec<CollectedForm>,
    book: &AnswerBook<'_>,
    tally: &mut CollectTally,
    context: &mut CommandContext<'_>,
) -> Vec<CollectedForm> {
    let mut chosen: Vec<CollectedForm> = Vec::new();
    for department in &book.departments {
        let mut own: Vec<&CollectedForm> = forms.iter().filter(|form| form.id.department == department.id).collect();
        own.sort_by_key(|form| form.returned.dated);
        own.dedup_by_key(|form| form.file.sha256());
        let Some((last, others)) = own.split_last() else { continue };
        let rivals: Vec<&str> = others
            .iter()
            .filter(|form| form.returned.dated.is_none() || form.returned.dated == last.returned.dated)
            .map(|form| form.file.name.as_str())
            .collect();
        if rivals.is_empty() {
            for form in others {
                tally.before += 1;
                context.say(&messages::older(&form.file.name, &department.name, &last.file.name));
            }
            chosen.push(CollectedForm {
                file: last.file.clone(),
                id: last.id.clone(),
                returned: last.returned.clone(),
            });
            continue;
        }
        for form in &own {
            let other =
                own.iter().filter(|other| other.file.name != form.file.name).map(|other| other.file.name.as_str());
            tally.refuse(&form.file.name, &two_answers(&department.id, &other.collect::<Vec<_>>().join(", ")), context);
        }
    }
    chosen
}

fn two_answers(id: &str, other: &str) -> FormFinding {
    FormFinding::of_file(codes::TWO_ANSWERS).arg("id", id).arg("other", other)
}

/// Keeps a form and notes it, unless it is there already or is not the last one.
fn record(
    form: &CollectedForm,
    department: &AskedOffice,
    book: &AnswerBook<'_>,
    replace: bool,
    (log, journal): (&mut Log, &Journal),
    tally: &mut CollectTally,
    context: &mut CommandContext<'_>,
) -> Result<(), Failure> {
    let (file, hash) = (&form.file, form.file.sha256());
    let forms = journal.forms(&book.handout.key);
    if let Some(former) = forms.get(department.id.as_str()) {
        let dated = form.returned.dated.map(|day| day.to_string());
        let shown = format!("{} ({})", former.given, former.path);
        match dated.as_ref().zip(former.dated.as_ref()) {
            _ if former.sha256 == hash => {
                tally.before += 1;
                context.say(&messages::collected_before(&file.name, &department.name));
                return Ok(());
            }
            Some((new, old)) if new < old && !replace => {
                tally.before += 1;
                context.say(&messages::older(&file.name, &department.name, &shown));
                return Ok(());
            }
            Some((new, old)) if new > old => {}
            _ if replace => {}
            _ => {
                tally.refuse(&file.name, &two_answers(&department.id, &shown), context);
                return Ok(());
            }
        }
    }
    let kept = keep(form, department, book.handout, log)?;
    let (answered, figures) = (form.returned.duties.len(), form.returned.figures.len());
    let asked = book.questions(department).map_or(0, |questions| questions.duties.len());
    let note = JournalEvent::Received {
        department: department.id.clone(),
        what: Answer::Report,
        on: today(context.console).to_string(),
        note: None,
        form: Some(kept),
    };
    log.note(note, context.console).map_err(|error| book.handout.unwritable(&error))?;
    tally.taken += 1;
    context.say(&messages::collected(&file.name, &department.name, answered, asked, figures));
    for finding in &form.returned.findings {
        tally.cells += 1;
        context.out(&finding.said(&file.name, context.lang));
    }
    Ok(())
}

/// Puts the file beside the journal, under its hash.
fn keep(form: &CollectedForm, department: &AskedOffice, handout: &Handout, log: &Log) -> Result<StoredForm, Failure> {
    let hash = form.file.sha256();
    let (folder, ending) = (handout.answers_folder(), form.file.ending());
    let name = format!("{}-{}.{ending}", department.id, hash.get(..16).unwrap_or(&hash));
    let bytes = form.file.bytes.as_deref().unwrap_or_default();
    log.keep(&folder, &name, bytes).map_err(|error| handout.unwritable(&error))?;
    Ok(StoredForm {
        path: format!("{folder}/{name}"),
        sha256: sha256(bytes),
        given: form.file.name.clone(),
        id: form.id.to_string(),
        dated: form.returned.dated.map(|day| day.to_string()),
    })
}
