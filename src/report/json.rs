//! For programs: one array, the keys in a fixed order.

use serde::Serialize;

use super::{FixReplacement, Reported};

#[derive(Serialize)]
struct FindingRow<'r> {
    code: &'r str,
    severity: &'r str,
    file: &'r str,
    /// `null` for a finding about a whole file or the corpus.
    line: Option<usize>,
    column: Option<usize>,
    message: &'r str,
    help: &'r str,
    /// `null` where nothing follows from the finding alone.
    fix: Option<Vec<FixRow<'r>>>,
}

#[derive(Serialize)]
struct FixRow<'r> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start_byte: usize,
    end_byte: usize,
    words: &'r str,
}

impl<'r> From<&'r FixReplacement> for FixRow<'r> {
    fn from(replacement: &'r FixReplacement) -> Self {
        let FixReplacement { start, end, bytes, words } = replacement;
        FixRow {
            line: start.0,
            column: start.1,
            end_line: end.0,
            end_column: end.1,
            start_byte: bytes.0,
            end_byte: bytes.1,
            words,
        }
    }
}

/// Returns the findings as a JSON array, in the order of the report.
pub fn render(reported: &[Reported]) -> String {
    let rows: Vec<FindingRow<'_>> = reported
        .iter()
        .map(|finding| FindingRow {
            code: finding.code,
            severity: finding.severity,
            file: &finding.file,
            line: (finding.line > 0).then_some(finding.line),
            column: (finding.line > 0).then_some(finding.column),
            message: &finding.message,
            help: &finding.help,
            fix: (!finding.fix.is_empty()).then(|| finding.fix.iter().map(FixRow::from).collect()),
        })
        .collect();
    // Strings and numbers always serialise.
    let mut text = serde_json::to_string_pretty(&rows).unwrap_or_default();
    text.push('\n');
    text
}
