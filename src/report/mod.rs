//! Findings → terminal, JSON, SARIF, annotations of a hosted CI. Knows no rule.

mod annotations;
mod card;
mod human;
mod json;
mod sarif;

pub use card::Card;
pub use human::excerpt;

use crate::diag::{Finding, Lang, Place, Severity, Sink};
use crate::messages::{fill, words};
use crate::resolve::Places;
use crate::source::Sources;

/// How findings are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Format {
    #[default]
    Human,
    /// An array of `{code, severity, file, line, column, message, help}`.
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
    pub code: &'static str,
    pub severity: &'static str,
    pub message: String,
    pub help: String,
    /// The line of the file that the finding begins in.
    pub source: Option<String>,
    /// Why the corpus' waivers let it stand, where they do.
    pub waived: Option<String>,
}

/// Places and words every finding; sorted by file, line, column, code; each only once.
pub fn resolve(sink: &Sink, sources: &Sources, places: &Places, root: &str, lang: Lang) -> Vec<Reported> {
    let report = |finding: &Finding| reported(finding, sources, places, root, lang);
    let mut all: Vec<Reported> = sink.findings().iter().map(report).collect();
    all.sort();
    all.dedup();
    all
}

fn reported(finding: &Finding, sources: &Sources, places: &Places, root: &str, lang: Lang) -> Reported {
    let entry = finding.code.entry();
    let said = entry.words(lang);
    let help = match &finding.help {
        Some(help) => help.get(lang).to_owned(),
        None => fill(said.help, &finding.args, lang),
    };
    let mut reported = Reported {
        file: root.trim_end_matches('/').to_owned(),
        line: 0,
        column: 0,
        end: (0, 0),
        code: entry.id,
        severity: finding.severity().key(),
        message: fill(said.message, &finding.args, lang),
        help,
        source: None,
        waived: None,
    };
    if let Some(waived) = &finding.waived {
        reported.help = words::waived(waived).get(lang).to_owned();
        reported.waived = Some(waived.reason.clone());
    }
    if let Place::Path(path) = &finding.place {
        reported.file = format!("{}/{path}", reported.file);
    }
    let span = places.span(&finding.place, sources);
    if let Some((span, file)) = span.and_then(|span| sources.get(span.file).map(|file| (span, file))) {
        reported.file = format!("{}/{}", reported.file, file.path);
        (reported.line, reported.column) = file.line_column(span.start);
        reported.end = file.line_column(span.end);
        reported.source = Some(file.line(reported.line).to_owned());
    }
    reported
}

/// How many findings of each severity.
pub fn count(reported: &[Reported], severity: Severity) -> usize {
    reported.iter().filter(|finding| finding.severity == severity.key()).count()
}

pub fn render(reported: &[Reported], format: Format, lang: Lang) -> String {
    match format {
        Format::Human => human::render(reported, lang),
        Format::Json => json::render(reported),
        Format::Sarif => sarif::render(reported, lang),
        Format::Github => annotations::render(reported),
    }
}
