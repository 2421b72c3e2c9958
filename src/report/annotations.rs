//! Workflow commands of GitHub Actions: each finding is beside its line in a pull request.

use super::Reported;

/// Returns one workflow command a finding.
pub fn render(reported: &[Reported]) -> String {
    reported.iter().map(line).collect()
}

fn line(finding: &Reported) -> String {
    let level = if finding.severity == "note" { "notice" } else { finding.severity };
    let mut place = format!("file={}", property(&finding.file));
    if finding.line > 0 {
        place += &format!(",line={},col={}", finding.line, finding.column);
        place += &format!(",endLine={},endColumn={}", finding.end.0, finding.end.1);
    }
    let message = data(&format!("{}\n{}", finding.message, finding.help));
    format!("::{level} {place},title={}::{message}\n", finding.code)
}

/// The escapes that the command syntax asks for in messages.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// And those in properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
