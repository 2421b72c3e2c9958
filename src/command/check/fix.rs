//! `camnang check --fix`

use std::collections::{BTreeMap, BTreeSet};

use super::super::context::CommandContext;
use super::super::{Failure, Outcome, Status};
use crate::characters::messages::MIXED_SCRIPT;
use crate::cli::{CheckArgs, CorpusArg, ReportFormat};
use crate::command::messages::fixes;
use crate::diag::{Bilingual, FileId, Finding, Lang, Severity};
use crate::edit::fixes::repair;
use crate::edit::{self, EditRefusal, EditableFile, Save, Splice, diff};
use crate::model::excerpt::{Excerpt, Wording};
use crate::model::subject::Subject;
use crate::session::{CorpusProof, OpenedCorpus, Strictness};
use crate::source::SourceFile;

/// Codes of files whose YAML cannot be read.
const UNREADABLE: [&str; 3] = ["CN101", "CN102", "CN103"];

/// Prints what would be repaired.
pub fn show(args: &CheckArgs, context: &mut CommandContext<'_>) -> Outcome {
    let opened = context.open(&args.corpus)?;
    let findings = opened.view_every_edition().findings();
    let plan = RepairPlan::new(&opened, findings.all(), &args.corpus)?;
    for file in &plan.files {
        context.out(&diff::of_document(&shown(file.former.path(), &args.corpus), &file.former, &file.later));
    }
    let summary =
        if plan.files.is_empty() { fixes::nothing() } else { fixes::would_make(plan.made(), plan.files.len()) };
    let report = plan.report(&summary);
    context.console.err(report.get(context.lang));
    let stop = findings.stop(Strictness::of(args.strict));
    Ok(if stop || !plan.files.is_empty() { Status::Faults } else { Status::Fine })
}

/// Writes what can be repaired, all files or none.
pub fn write(args: &CheckArgs, context: &mut CommandContext<'_>) -> Result<(), Failure> {
    let opened = context.open(&args.corpus)?;
    let findings = opened.view_every_edition().findings();
    let plan = RepairPlan::new(&opened, findings.all(), &args.corpus)?;
    let files: Vec<Save> = plan.files.iter().map(|file| Save::changed(&file.former, &file.later)).collect();
    edit::save(&args.corpus.corpus, &files).map_err(|unsaved| Failure(edit::messages::unsaved(&unsaved)))?;
    let summary = if files.is_empty() { fixes::nothing() } else { fixes::made(plan.made(), files.len()) };
    let report = plan.report(&summary);
    match args.format {
        ReportFormat::Human => context.say(&report),
        // Their output is the report alone.
        ReportFormat::Json | ReportFormat::Sarif | ReportFormat::Github => {
            context.console.err(report.get(context.lang))
        }
    }
    Ok(())
}

/// A file as the reader would open it.
fn shown(path: &str, corpus: &CorpusArg) -> String {
    format!("{}/{path}", corpus.corpus.to_string_lossy().trim_end_matches('/'))
}

/// The repairs to make, by file.
struct RepairPlan {
    files: Vec<RepairedFile>,
    /// How many repairs touch the words of others.
    waiting: usize,
}

/// One file before and after, and what is said of each repair.
struct RepairedFile {
    former: EditableFile,
    later: EditableFile,
    said: Vec<Bilingual>,
}

impl RepairPlan {
    fn new(opened: &OpenedCorpus, findings: &[Finding], corpus: &CorpusArg) -> Result<Self, Failure> {
        let mut plan = RepairPlan { files: Vec::new(), waiting: 0 };
        for (file, fixes) in fixes(opened, findings) {
            let Some(file) = opened.sources.get(file) else { continue };
            plan.add(file, fixes, corpus)?;
        }
        plan.keep_proven(opened, corpus);
        Ok(plan)
    }

    /// Leaves out the files whose repairs would bring an error that is not there now. Mostly there is none, and one look is
    /// enough.
    fn keep_proven(&mut self, opened: &OpenedCorpus, corpus: &CorpusArg) {
        if self.files.is_empty() {
            return;
        }
        let proof = CorpusProof::new(opened, &corpus.corpus.to_string_lossy(), Lang::Vi);
        // YAML that cannot be read hides whatever else is wrong in its file.
        let unread = proof.errors().iter().filter(|error| UNREADABLE.contains(&error.code));
        let hidden: BTreeSet<String> = unread.map(|error| error.file.clone()).collect();
        let brings_none = |files: &[&RepairedFile]| {
            let files: Vec<(&str, &[u8])> = files.iter().map(|file| (file.former.path(), file.later.bytes())).collect();
            proof.brought_by(&files).iter().all(|error| hidden.contains(&error.file))
        };
        if brings_none(&self.files.iter().collect::<Vec<_>>()) {
            return;
        }
        self.files.retain(|file| brings_none(&[file]));
        if !brings_none(&self.files.iter().collect::<Vec<_>>()) {
            self.files.clear();
        }
    }

    fn add(&mut self, file: &SourceFile, fixes: Vec<Fixable<'_>>, corpus: &CorpusArg) -> Result<(), Failure> {
        // An original, or a file with two versions in it, is left as it is; the others are repaired.
        let Ok(former) = open(file, corpus)? else { return Ok(()) };
        let all: Vec<Vec<Splice>> = fixes.iter().map(|fix| fix.splices.clone()).collect();
        let Ok(repaired) = repair(&former, &all) else { return Ok(()) };
        self.waiting += fixes.len() - repaired.made.len();
        let made = repaired.made.iter().filter_map(|index| fixes.get(*index));
        let said: Vec<Bilingual> = made.map(|fix| fix.said(file, corpus)).collect();
        if !said.is_empty() {
            self.files.push(RepairedFile { former, later: repaired.later, said });
        }
        Ok(())
    }

    fn made(&self) -> usize {
        self.files.iter().map(|file| file.said.len()).sum()
    }

    /// A line for each repair, and how many there are.
    fn report(&self, summary: &Bilingual) -> Bilingual {
        let waiting = (self.waiting > 0).then(|| fixes::overlapping(self.waiting));
        let repairs = self.files.iter().flat_map(|file| &file.said);
        let lines: Vec<&Bilingual> = repairs.chain(&waiting).chain([summary]).collect();
        let text =
            |lang: fn(&Bilingual) -> &String| lines.iter().map(|line| format!("{}\n", lang(line))).collect::<String>();
        Bilingual::new(text(|both| &both.vi) + "\n", text(|both| &both.en) + "\n")
    }
}

/// A finding and the bytes that its fix changes.
struct Fixable<'f> {
    finding: &'f Finding,
    splices: Vec<Splice>,
}

/// The fixes of each file, in the order of their places and the gravest first. What the office lets stand stays.
fn fixes<'f>(opened: &OpenedCorpus, findings: &'f [Finding]) -> BTreeMap<FileId, Vec<Fixable<'f>>> {
    let mut files: BTreeMap<FileId, Vec<Fixable<'_>>> = BTreeMap::new();
    let quoted = quoted(opened);
    for finding in findings.iter().filter(|finding| finding.waived.is_none()) {
        let Some((file, edits)) = opened.repair(finding) else { continue };
        if finding.code == MIXED_SCRIPT
            && opened.sources.get(file).is_some_and(|file| quoted.contains(file.path.as_str()))
        {
            continue;
        }
        let splices = edits.into_iter().map(|edit| Splice::new(edit.start..edit.end, edit.words)).collect();
        files.entry(file).or_default().push(Fixable { finding, splices });
    }
    for fixes in files.values_mut() {
        fixes.sort_by(|a, b| a.order().cmp(&b.order()));
        fixes.dedup_by(|a, b| a.splices == b.splices && a.finding.code == b.finding.code);
    }
    files
}

/// The files whose words are those of somebody else.
fn quoted(opened: &OpenedCorpus) -> BTreeSet<&str> {
    let verbatim = opened.corpus.excerpts().filter(|excerpt| excerpt.wording == Wording::Verbatim);
    let file = |excerpt: &Excerpt| opened.file(&Subject::Excerpt(excerpt.id.clone()));
    verbatim.filter_map(file).map(|file| file.path.as_str()).collect()
}

/// The file as it is now, which must say what was checked.
fn open(file: &SourceFile, corpus: &CorpusArg) -> Result<Result<EditableFile, EditRefusal>, Failure> {
    let shown = shown(&file.path, corpus);
    let read = edit::open(&corpus.corpus, &file.path).map_err(|error| {
        Failure::about(&error, format!("không đọc được `{shown}`"), format!("cannot read `{shown}`"))
    })?;
    let document = match read {
        Ok(document) => document,
        Err(refusal) => return Ok(Err(refusal)),
    };
    match document.text() == file.text {
        true => Ok(Ok(document)),
        false => Err(Failure(edit::messages::changed_meanwhile(&file.path))),
    }
}

impl Fixable<'_> {
    fn order(&self) -> (usize, Severity, &str, &[Splice]) {
        let start = self.splices.first().map_or(0, |splice| splice.start);
        (start, self.finding.severity(), self.finding.code.id(), &self.splices)
    }

    fn said(&self, file: &SourceFile, corpus: &CorpusArg) -> Bilingual {
        let first = self.splices.first().map_or(0, |splice| splice.start);
        let (line, _) = file.line_column(first);
        let place = format!("{}:{line}", shown(&file.path, corpus));
        let change =
            |splice: &Splice| (file.text.get(splice.range()).unwrap_or_default().to_owned(), splice.words.clone());
        let changes: Vec<(String, String)> = self.splices.iter().map(change).collect();
        fixes::repaired(&place, self.finding.code.id(), &changes)
    }
}
