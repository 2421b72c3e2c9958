//! Findings → terminal, JSON, SARIF, annotations of a hosted CI. Knows no rule.

mod annotations;
mod card;
mod human;
mod json;
mod messages;
mod quote;
mod sarif;

use std::collections::BTreeMap;

pub use card::Card;
pub use human::excerpt;
pub use quote::Quote;

use crate::diag::{FileId, Finding, Lang, MORE, Owner, Severity, Sink, Span, fill};
use crate::resolve::{Located, LocatedEdit, RecordPlaces};
use crate::source::{SourceFile, Sources};

/// How many findings of a file are shown: the gravest first, and of these the first in the file.
pub const SHOWN: usize = 100;

/// How findings are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Format {
    /// For a person at a terminal.
    #[default]
    Human,
    /// An array of `{code, severity, file, line, column, message, help, fix}`.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// `::error file=…`
    Github,
}

/// A finding with its place and its words, ready to be written.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Reported {
    /// As the reader would open it: the corpus folder as it was given, and the path in it.
    pub file: String,
    /// Counted from 1; 0 for a finding about a whole file or the corpus.
    pub line: usize,
    /// In characters, counted from 1; 0 like the line.
    pub column: usize,
    /// Where the range ends: line and column after its last character.
    pub end: (usize, usize),
    /// The stable code: `CN104`.
    pub code: &'static str,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// The fault, in words.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// The repair, where it follows from the finding alone. Rewriting a text in the form in which it is read is not among them.
    pub fix: Vec<FixReplacement>,
    /// The line of the file that the finding begins in.
    pub source: Option<Quote>,
    /// Why the corpus' waivers let it stand, where they do.
    pub waived: Option<String>,
    /// How many findings it stands for: more than one only where it says how many more there are.
    pub times: usize,
}

/// Other words for a range of a file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FixReplacement {
    /// Line and column, counted as those of a finding.
    pub start: (usize, usize),
    /// Line and column after the last character.
    pub end: (usize, usize),
    /// The bytes of the file's text as it is read.
    pub bytes: (usize, usize),
    /// The text to put there; empty to delete the range.
    pub words: String,
}

/// Places and words the findings; sorted by file, line, column, code; each only once. Of a file with very many, the rest
/// are counted, one line for each severity.
pub fn resolve(sink: &Sink, sources: &Sources, places: &RecordPlaces, root: &str, lang: Lang) -> Vec<Reported> {
    let mut files: BTreeMap<String, OfFile<'_>> = BTreeMap::new();
    let mut severities: BTreeMap<(Owner, &str), Severity> = BTreeMap::new();
    for finding in sink.findings() {
        let owner = finding.place.owner();
        let of_file = files.entry(path(&owner, sources, places, root)).or_default();
        of_file.file = places.file_of(&owner);
        of_file.findings.push(finding);
        severities.insert((owner, finding.code.id()), finding.severity());
    }
    for (owner, code, count) in sink.beyond() {
        if let Some(severity) = severities.get(&(owner.clone(), code)) {
            *files.entry(path(owner, sources, places, root)).or_default().beyond.entry(*severity).or_default() += count;
        }
    }
    files.into_iter().flat_map(|(path, of_file)| of_file.reported(&path, sources, lang)).collect()
}

/// The findings of one file.
#[derive(Default)]
struct OfFile<'f> {
    file: Option<FileId>,
    findings: Vec<&'f Finding>,
    /// How many more there are.
    beyond: BTreeMap<Severity, usize>,
}

impl OfFile<'_> {
    fn reported(mut self, path: &str, sources: &Sources, lang: Lang) -> Vec<Reported> {
        let file = self.file.and_then(|id| Some((id, sources.get(id)?)));
        let located = file.map(|(id, file)| Located::new(id, file));
        let mut found: Vec<(Severity, Option<Span>, &Finding)> = Vec::with_capacity(self.findings.len());
        for finding in std::mem::take(&mut self.findings) {
            let span = located.as_ref().and_then(|located| located.span(&finding.place));
            found.push((finding.severity(), span, finding));
        }
        found.sort_by(|(a, a_span, a_found), (b, b_span, b_found)| {
            (a, a_span, a_found.code.id()).cmp(&(b, b_span, b_found.code.id()))
        });
        found.dedup_by(|(_, a_span, a), (_, b_span, b)| a_span == b_span && a == b);
        for (severity, ..) in found.iter().skip(SHOWN) {
            *self.beyond.entry(*severity).or_default() += 1;
        }
        let shown = found.into_iter().take(SHOWN);
        let file = file.map(|(_, file)| file);
        let one = |(_, span, finding): (Severity, Option<Span>, &Finding)| {
            let edits = located.as_ref().and_then(|located| located.repair(finding)).unwrap_or_default();
            Reported { fix: replacements(&edits, file), ..reported(finding, path, span, file, lang) }
        };
        let mut all: Vec<Reported> = shown.map(one).collect();
        all.sort();
        all.dedup();
        all.extend(self.beyond.into_iter().map(|(severity, count)| more(path, severity, count, lang)));
        all
    }
}

/// The path of what a finding is in, as the reader would open it.
fn path(owner: &Owner, sources: &Sources, places: &RecordPlaces, root: &str) -> String {
    let root = root.trim_end_matches('/');
    match (owner, places.file_of(owner).and_then(|file| sources.get(file))) {
        (Owner::Path(path), _) => format!("{root}/{path}"),
        (_, Some(file)) => format!("{root}/{}", file.path),
        (_, None) => root.to_owned(),
    }
}

fn reported(finding: &Finding, path: &str, span: Option<Span>, file: Option<&SourceFile>, lang: Lang) -> Reported {
    let entry = finding.code.entry();
    let said = entry.words(lang);
    let help = match &finding.help {
        Some(help) => help.get(lang).to_owned(),
        None => fill(said.help, &finding.args, lang),
    };
    let mut reported = Reported {
        file: path.to_owned(),
        line: 0,
        column: 0,
        end: (0, 0),
        code: entry.id,
        severity: finding.severity().key(),
        message: fill(said.message, &finding.args, lang),
        help,
        fix: Vec::new(),
        source: None,
        waived: None,
        times: 1,
    };
    if let Some(waived) = &finding.waived {
        reported.help = messages::waived(waived).get(lang).to_owned();
        reported.waived = Some(waived.reason.clone());
    }
    if let Some((span, file)) = span.zip(file) {
        (reported.line, reported.column) = file.line_column(span.start);
        reported.end = file.line_column(span.end);
        reported.source = Some(Quote::around(&file.text, span.start, reported.column));
    }
    reported
}

/// The longest fix that a report carries, in bytes: one may be as long as a file, and a report is bounded. `check --fix` makes
/// a longer one all the same.
const LONGEST_FIX: usize = 2_000;

fn replacements(edits: &[LocatedEdit], file: Option<&SourceFile>) -> Vec<FixReplacement> {
    let Some(file) = file else { return Vec::new() };
    let length: usize = edits.iter().map(|edit| edit.words.len()).sum();
    if length > LONGEST_FIX {
        return Vec::new();
    }
    let changes = edits.iter().filter(|edit| file.text.get(edit.start..edit.end) != Some(&edit.words));
    let replacement = |edit: &LocatedEdit| FixReplacement {
        start: file.line_column(edit.start),
        end: file.line_column(edit.end),
        bytes: (edit.start, edit.end),
        words: edit.words.clone(),
    };
    changes.map(replacement).collect()
}

/// The line that says how many more there are in a file.
fn more(path: &str, severity: Severity, count: usize, lang: Lang) -> Reported {
    let said = MORE.entry().words(lang);
    let args = [("count", count.to_string().into()), ("what", messages::what(severity, count))];
    Reported {
        file: path.to_owned(),
        line: 0,
        column: 0,
        end: (0, 0),
        code: MORE.id(),
        severity: severity.key(),
        message: fill(said.message, &args, lang),
        help: fill(said.help, &args, lang),
        fix: Vec::new(),
        source: None,
        waived: None,
        times: count,
    }
}

/// How many findings of each severity.
pub fn count(reported: &[Reported], severity: Severity) -> usize {
    reported.iter().filter(|finding| finding.severity == severity.key()).map(|finding| finding.times).sum()
}

/// Returns a report in the chosen format. All formats have the same findings in the same order.
pub fn render(reported: &[Reported], format: Format, lang: Lang) -> String {
    match format {
        Format::Human => human::render(reported, lang),
        Format::Json => json::render(reported),
        Format::Sarif => sarif::render(reported, lang),
        Format::Github => annotations::render(reported),
    }
}
