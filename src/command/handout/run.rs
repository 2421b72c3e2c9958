//! The run: who receives what, what is finished already, what is to be made, and the ledger of it all.

use std::collections::BTreeMap;
use std::path::Path;

use super::super::context::CommandContext;
use super::super::{Failure, Outcome, Status, layout, output, templates};
use super::dispatch::round_key;
use crate::answers::Questions;
use crate::cli::HandoutArgs;
use crate::diag::advice::nearest;
use crate::diag::{Bilingual, Lang};
use crate::handout::ledger::{self, FailedCopy, Ledger, LedgerCopy};
use crate::handout::list::{self, ListFault};
use crate::handout::make::{CopySource, Made, make};
use crate::handout::messages;
use crate::handout::plan::{CopyManifest, Inputs, companion};
use crate::handout::recipients::{Recipient, of_corpus};
use crate::handout::{CopyJob, Hands, MANIFEST, Stamp, signed, verify};
use crate::model::corpus::Corpus;
use crate::model::edition::Edition;
use crate::model::ids::{AudienceId, DepartmentId, Id};
use crate::model::letter::LetterSettings;
use crate::publish::{self, FolderRecord, Foreign, HandoutFolder, PlaceRefusal};
use crate::render::glyphs::Letters;
use crate::render::outputs::Making;
use crate::render::typst::{self, Typesetter, engine_version};
use crate::render::{ImageFile, PaperForm, RenderError, Templates, html};
use crate::session::{Absent, ReceivedFiles, Strictness};
use crate::source::built;
use crate::view::View;

/// Makes one copy for each department; finished copies with the same key are kept.
pub fn run(args: &HandoutArgs, context: &mut CommandContext<'_>) -> Outcome {
    context.progress(&Bilingual::new("Đọc kho ngữ liệu", "Reading the corpus"));
    let opened = context.open(&args.corpus)?;
    let around = output::surroundings(&args.corpus.corpus, args.templates.as_deref(), context.console);
    let edition = match opened.edition(&args.edition) {
        Err(Absent::Unread(_)) => return context.stopped_by(&opened.view_none().findings()),
        found => found?,
    };
    let templates = templates::load(args.templates.as_deref())?;
    let recipients = match receiving(args, &opened.corpus, edition, context.lang)? {
        Receiving::All(recipients) => recipients,
        Receiving::Faulty(said) => {
            context.out(&said);
            return Ok(Status::Faults);
        }
    };
    let only = wanted(args, &recipients)?;
    let hands = Hands::of(&recipients);
    let findings = opened.view_copies(edition, &templates, &hands.choices).findings();
    let (views, images) = match findings.decide(Strictness::of(args.strict)) {
        Ok(copies) => copies.into_parts(),
        Err(findings) => return context.stopped_by(&findings),
    };
    let letter = &opened.corpus.settings().letter;
    let of_choice = |choice: &Vec<AudienceId>| Questions::of(&opened.corpus, edition, choice);
    let questions: Vec<Questions> = hands.choices.iter().filter_map(of_choice).collect();
    let (engine, round) = (engine_version(), args.round.as_deref());
    let inputs = Inputs { images: &images, templates: &templates, letter, engine, questions: &questions, round };
    let jobs =
        hands.jobs(&recipients, &views, &inputs, args.date).map_err(|error| unwritten(error.into(), &args.output))?;
    let Some(stamp) = views.first().map(Stamp::of) else { return Ok(Status::Fine) };

    let folder = args.output.join("handout").join(round_key(edition.id.as_str(), round));
    let handout = HandoutFolder::open(&folder, &around, copy_record).map_err(|fault| unwritten(fault, &folder))?;
    let handout = handout.ok_or_else(|| Failure(messages::running_already(&folder.display().to_string())))?;
    let mut run = HandoutRun {
        folder: &folder,
        handout,
        stamp,
        copies: BTreeMap::new(),
        failed: BTreeMap::new(),
        faults: Vec::new(),
    };
    let kept = run.keep(&jobs, &only)?;
    let to_make = run.fit(&jobs, &only, &Letters::read(&templates), context.lang);
    for view in views.iter().filter(|_| !to_make.is_empty()) {
        let job = typst::Job::new(PaperForm::Booklet, view, &images, &templates)
            .map_err(|error| templates::failed(&error, &templates))?;
        layout::room_for(view, &job).map_err(Failure)?;
    }
    let gone = run.clear(&recipients, &jobs, &to_make, args.prune)?;
    let received = opened.received_files();
    let source = |view| copy_source(view, &images, &templates, &received, letter, !to_make.is_empty());
    let copied: Result<Vec<CopySource>, RenderError> = views.iter().map(source).collect();
    let copied = copied.map_err(|error| templates::failed(&error, &templates))?;
    let made = run.make(&to_make, &copied, args.jobs.into(), context)?;
    run.close(&jobs)?;

    if !gone.is_empty() {
        context.say(&messages::removed(&gone));
    }
    let failed = run.failed.len();
    context.say(&messages::summary(edition.id.as_str(), made, kept, failed, &folder.display().to_string()));
    if failed == 0 {
        return Ok(Status::Fine);
    }
    context.say(&messages::failed_title());
    for failure in jobs.iter().filter_map(|job| run.failed.get(job.recipient.id.as_str())) {
        context.out(&format!("  {} ({}): {}\n", failure.id, failure.name, failure.reason));
    }
    for fault in &run.faults {
        context.out(&format!("\n{}\n", templates::failed(fault, &templates).0.get(context.lang)));
    }
    context.say(&messages::run_again());
    Ok(Status::Faults)
}

/// Returns the source that the copies of a view are made from. The full booklet beside them is made once for all of them,
/// where any is made.
fn copy_source(
    view: &View,
    images: &[ImageFile],
    templates: &Templates,
    received: &ReceivedFiles,
    letter: &LetterSettings,
    is_used: bool,
) -> Result<CopySource, RenderError> {
    let wanted = companion(letter).filter(|_| is_used && view.paper.note.is_some());
    let reference = wanted.map(|output| match output.made {
        Making::Site(parts) => {
            let file = (output.file)(&view.edition.id);
            html::one_file(view, images, templates, parts, &|original| received.read(original), &file)
        }
        Making::Document(_) | Making::Folder(_) | Making::Data(_) => {
            typst::pdf(PaperForm::Booklet, &view.in_full(), images, templates)
        }
    });
    Ok(CopySource { typesetter: Typesetter::new(view, images, templates)?, reference: reference.transpose()? })
}

enum Receiving {
    All(Vec<Recipient>),
    /// The faults of the list, in words.
    Faulty(String),
}

fn receiving(args: &HandoutArgs, corpus: &Corpus, edition: &Edition, lang: Lang) -> Result<Receiving, Failure> {
    let Some(file) = &args.list else {
        return of_corpus(corpus, edition.as_of, &args.group).map(Receiving::All).map_err(Failure);
    };
    let name = file.display();
    let bytes = built::bytes(file).map_err(|error| {
        Failure::about(&error, format!("không đọc được danh sách `{name}`"), format!("cannot read the list `{name}`"))
    })?;
    Ok(match list::read(&bytes, corpus) {
        Ok(recipients) => Receiving::All(recipients),
        Err(faults) => Receiving::Faulty(faults.iter().map(|fault| fault_line(file, fault, lang)).collect()),
    })
}

fn fault_line(file: &Path, fault: &ListFault, lang: Lang) -> String {
    let error = lang.tr("lỗi", "error");
    let (message, help) = (fault.message.get(lang), fault.help.get(lang));
    format!("{}:{}: {error}: {message}\n  → {help}\n", file.display(), fault.line)
}

/// The ids of `--only`, which must be among those that receive a copy.
fn wanted(args: &HandoutArgs, recipients: &[Recipient]) -> Result<Vec<String>, Failure> {
    let all: Vec<&str> = recipients.iter().map(|recipient| recipient.id.as_str()).collect();
    match args.only.iter().find(|id| !all.contains(&id.as_str())) {
        Some(unknown) => Err(Failure(messages::not_in_list(unknown, nearest(unknown, all.iter().copied()), &all))),
        None => Ok(args.only.clone()),
    }
}

fn unwritten(fault: publish::PublishFault, folder: &Path) -> Failure {
    let advice = (
        "Các bản đã xong còn nguyên; chạy lại cùng lệnh để làm tiếp",
        "What is finished is whole; run the same command again to go on",
    );
    output::failed(fault, folder, advice)
}

/// Reads the record in the folder of one copy.
fn copy_record(bytes: &[u8]) -> Option<FolderRecord> {
    let manifest: CopyManifest = serde_json::from_slice(bytes).ok()?;
    let written = if manifest.stamp.version == ledger::VERSION { manifest.to_json().ok() } else { None };
    Some(FolderRecord { files: verify::HashRecord::read(bytes)?.files, written })
}

/// The files of the ledger that are there and are not as a run wrote them: somebody has made notes in them.
fn altered_ledger(folder: &Path) -> Vec<String> {
    let there = |name: &str| built::bytes(&folder.join(name)).ok();
    let former: Option<Ledger> = there(ledger::FILE).and_then(|json| serde_json::from_slice(&json).ok());
    let written = former.and_then(|ledger| ledger.files().ok());
    let as_written =
        |name: &str, bytes: &[u8]| written.iter().flatten().any(|(known, written)| *known == name && written == bytes);
    let names = [ledger::FILE, ledger::TABLE, ledger::SUMS].into_iter();
    names.filter(|name| there(name).is_some_and(|bytes| !as_written(name, &bytes))).map(str::to_owned).collect()
}

struct HandoutRun<'a> {
    folder: &'a Path,
    handout: HandoutFolder,
    stamp: Stamp,
    /// What the ledger will have, by id.
    copies: BTreeMap<String, LedgerCopy>,
    failed: BTreeMap<String, FailedCopy>,
    /// What the engine said of those that failed, each once: a fault of a template is that of every copy.
    faults: Vec<RenderError>,
}

impl HandoutRun<'_> {
    /// Finds what is finished. With `only`, whatever else there is must have been made from the same things, or one ledger
    /// could not list both.
    fn keep(&mut self, jobs: &[CopyJob], only: &[String]) -> Result<usize, Failure> {
        let mut differing = Vec::new();
        for job in jobs {
            let id = job.recipient.id.to_string();
            match self.finished(job) {
                Some(copy) => drop(self.copies.insert(id, copy)),
                None if !only.is_empty() && !only.contains(&id) && self.folder.join(&id).exists() => differing.push(id),
                None => {}
            }
        }
        if let Some(first) = differing.first() {
            return Err(Failure(messages::others_differ(differing.len(), first)));
        }
        if !only.is_empty() {
            self.remember_failures(jobs, only);
        }
        Ok(self.copies.len())
    }

    /// The copy as its folder has it, if that was made from the same things and every file is what it was.
    fn finished(&self, job: &CopyJob) -> Option<LedgerCopy> {
        let json = built::bytes(&self.folder.join(job.recipient.id.as_str()).join(MANIFEST)).ok()?;
        let manifest: CopyManifest = serde_json::from_slice(&json).ok()?;
        let entry = job.entry(manifest.copy.files.clone());
        let same = manifest.stamp == job.stamp && manifest.copy == LedgerCopy { email: None, ..entry.clone() };
        let names: Vec<String> = job.file_names().all().map(|name| format!("{}/{name}", job.recipient.id)).collect();
        let complete = entry.files.iter().map(|file| &file.path).eq(&names);
        (same && complete && entry.files.iter().all(|file| self.is_whole(file))).then_some(entry)
    }

    /// Whether a file is as it was made, or that with signatures behind it.
    fn is_whole(&self, file: &ledger::LedgerFile) -> bool {
        let path = self.folder.join(&file.path);
        let as_made = |path| built::measure(path).is_ok_and(|found| found == (file.bytes, file.sha256.clone()));
        let is_signed = |bytes: Vec<u8>| {
            let appended = signed::appended(&bytes, [file.sha256.as_str()].into_iter());
            appended.is_some_and(|appended| appended.judgement.is_ok())
        };
        as_made(&path) || built::bytes(&path).is_ok_and(is_signed)
    }

    /// What failed before and is not made now has still failed.
    fn remember_failures(&mut self, jobs: &[CopyJob], only: &[String]) {
        let former = built::bytes(&self.folder.join(ledger::FILE)).ok();
        let former: Option<Ledger> = former.and_then(|json| serde_json::from_slice(&json).ok());
        let listed = |id: &str| jobs.iter().any(|job| job.recipient.id.as_str() == id);
        for failure in former.into_iter().flat_map(|ledger| ledger.failed) {
            let id = failure.id.clone();
            if listed(&id) && !only.contains(&id) && !self.copies.contains_key(&id) {
                self.failed.insert(id, failure);
            }
        }
    }

    /// The jobs to be made: not finished, wanted, and fit to be made. A job that is not fit is noted as failed.
    fn fit<'j>(&mut self, jobs: &'j [CopyJob], only: &[String], letters: &Letters, lang: Lang) -> Vec<&'j CopyJob> {
        let mut fit = Vec::new();
        for job in jobs {
            let id = job.recipient.id.as_str();
            if self.copies.contains_key(id) || !(only.is_empty() || only.iter().any(|wanted| wanted == id)) {
                continue;
            }
            let lines = job.copy.address_lines.iter().chain([&job.copy.name]).map(String::as_str);
            let missing = letters.missing(lines.chain(job.letter.texts()));
            if DepartmentId::reserved(id).is_some() {
                self.fail(job, messages::reserved_id(id).get(lang));
            } else if !missing.is_empty() {
                self.fail(job, messages::missing_letters(&missing).get(lang));
            } else {
                fit.push(job);
            }
        }
        // Those of one view one after the other, so that as much as can be is laid out once.
        fit.sort_by_key(|job| job.view);
        fit
    }

    fn fail(&mut self, job: &CopyJob, reason: &str) {
        let id = job.recipient.id.to_string();
        let failure = FailedCopy { id: id.clone(), name: job.recipient.name.clone(), reason: reason.to_owned() };
        self.failed.insert(id, failure);
    }

    /// Takes away what no ledger will have: the former ledger if anything changes, the folders of departments that are no
    /// longer in the list, the former copies of those that failed. Gives the ids of those that are in the list no more.
    /// Before the first of it, looks whether all of it is ours, and whether it was requested.
    fn clear(
        &self,
        recipients: &[Recipient],
        jobs: &[CopyJob],
        to_make: &[&CopyJob],
        prune: bool,
    ) -> Result<Vec<String>, Failure> {
        let cannot = |fault: publish::PublishFault| unwritten(fault, self.folder);
        let listed = |id: &String| recipients.iter().any(|recipient| recipient.id.as_str() == id);
        let folders = built::folders_in(self.folder).map_err(|error| cannot(error.into()))?;
        // A folder of somebody's own stays.
        let made_by_us = |id: &&String| self.folder.join(id).join(MANIFEST).is_file();
        let gone: Vec<String> = folders.iter().filter(|id| !listed(id)).filter(made_by_us).cloned().collect();
        if !gone.is_empty() && !prune {
            return Err(Failure(messages::would_remove(&gone)));
        }
        let failed = jobs.iter().map(|job| job.recipient.id.to_string()).filter(|id| self.failed.contains_key(id));
        let failed: Vec<String> = failed.filter(|id| folders.contains(id)).collect();
        let replaced = to_make.iter().map(|job| job.recipient.id.as_str());
        for id in gone.iter().chain(&failed).map(String::as_str).chain(replaced) {
            self.handout.inspect(id).map_err(cannot)?;
        }
        let altered = altered_ledger(self.folder);
        if !altered.is_empty() {
            let foreign = Foreign { altered, ..Foreign::default() };
            return Err(cannot(PlaceRefusal::Foreign { place: self.folder.to_owned(), foreign }.into()));
        }
        if !(to_make.is_empty() && gone.is_empty() && failed.is_empty()) {
            // From the ledger the others follow, so it goes last.
            for name in [ledger::TABLE, ledger::SUMS, ledger::FILE] {
                self.handout.withdraw(name).map_err(|error| cannot(error.into()))?;
            }
        }
        gone.iter().chain(&failed).try_for_each(|id| self.handout.drop_copy(id).map_err(cannot))?;
        Ok(gone)
    }

    fn make(
        &mut self,
        jobs: &[&CopyJob],
        sources: &[CopySource],
        workers: usize,
        context: &mut CommandContext<'_>,
    ) -> Result<usize, Failure> {
        let (mut done, mut made, mut broken) = (0, Vec::new(), None);
        let handout = &self.handout;
        let place = |job: &CopyJob, files: &[(&str, &[u8])]| {
            handout.place(job.recipient.id.as_str(), files).map_err(std::io::Error::from)
        };
        make(jobs, sources, workers, &place, &mut |job, result| {
            done += 1;
            context.console.step(done, jobs.len(), &job.recipient.name);
            match result {
                Made::Disk(error) => broken = Some(error),
                other => made.push((job.recipient.id.clone(), other)),
            }
        });
        if let Some(error) = broken {
            return Err(unwritten(error.into(), self.folder));
        }
        let mut finished = 0;
        for (id, result) in made {
            let Some(job) = jobs.iter().find(|job| job.recipient.id == id) else { continue };
            match result {
                Made::Done(files) => {
                    finished += 1;
                    self.copies.insert(id.to_string(), job.entry(files));
                }
                Made::Failed(fault) => {
                    self.handout.drop_copy(id.as_str()).map_err(|fault| unwritten(fault, self.folder))?;
                    self.fail(job, messages::engine(fault.place.as_deref(), &fault.message).get(context.lang));
                    if !self.faults.contains(&fault) {
                        self.faults.push(fault);
                    }
                }
                Made::Disk(_) => {}
            }
        }
        Ok(finished)
    }

    /// Writes the ledger, in the order of the list.
    fn close(&self, jobs: &[CopyJob]) -> Result<(), Failure> {
        let ids = || jobs.iter().map(|job| job.recipient.id.as_str());
        let ledger = Ledger {
            version: self.stamp.version,
            generator: self.stamp.generator.clone(),
            edition: self.stamp.edition.clone(),
            as_of: self.stamp.as_of.clone(),
            corpus_sha256: self.stamp.corpus_sha256.clone(),
            copies: ids().filter_map(|id| self.copies.get(id).cloned()).collect(),
            failed: ids().filter_map(|id| self.failed.get(id).cloned()).collect(),
        };
        let cannot = |error: std::io::Error| unwritten(error.into(), self.folder);
        for (name, bytes) in ledger.files().map_err(cannot)? {
            self.handout.put(name, &bytes).map_err(cannot)?;
        }
        Ok(())
    }
}
