//! For programs: one array, the keys in a fixed order.

use serde::Serialize;

use super::Reported;

#[derive(Serialize)]
struct Row<'r> {
    code: &'r str,
    severity: &'r str,
    file: &'r str,
    /// `null` for a finding about a whole file or the corpus.
    line: Option<usize>,
    column: Option<usize>,
    message: &'r str,
    help: &'r str,
}

pub fn render(reported: &[Reported]) -> String {
    let rows: Vec<Row<'_>> = reported
        .iter()
        .map(|finding| Row {
            code: finding.code,
            severity: finding.severity,
            file: &finding.file,
            line: (finding.line > 0).then_some(finding.line),
            column: (finding.line > 0).then_some(finding.column),
            message: &finding.message,
            help: &finding.help,
        })
        .collect();
    // Strings and numbers always serialise.
    let mut text = serde_json::to_string_pretty(&rows).unwrap_or_default();
    text.push('\n');
    text
}
