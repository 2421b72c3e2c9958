//! SARIF 2.1.0, for code hosts and editors.

use serde_json::{Value, json};

use super::{FixReplacement, Reported};
use crate::codes;
use crate::diag::Lang;

/// Returns the findings as a log of SARIF 2.1.0, with every code of the program as a rule.
pub fn render(reported: &[Reported], lang: Lang) -> String {
    let rules: Vec<Value> = codes::all()
        .into_iter()
        .map(|code| {
            let entry = code.entry();
            json!({
                "id": entry.id,
                "shortDescription": { "text": entry.words(lang).why },
                "help": { "text": entry.example },
                "defaultConfiguration": { "level": entry.severity.key() },
            })
        })
        .collect();
    let results: Vec<Value> = reported.iter().map(result).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "camnang", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

/// A path as a relative reference: what may not be in an address is escaped.
fn uri(path: &str) -> String {
    use std::fmt::Write;
    path.replace('\\', "/").bytes().fold(String::new(), |mut uri, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            uri.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
        uri
    })
}

fn result(finding: &Reported) -> Value {
    let mut location = json!({ "artifactLocation": { "uri": uri(&finding.file) } });
    if finding.line > 0 {
        location["region"] = json!({
            "startLine": finding.line,
            "startColumn": finding.column,
            "endLine": finding.end.0,
            "endColumn": finding.end.1,
        });
    }
    let mut result = json!({
        "ruleId": finding.code,
        "level": finding.severity,
        "message": { "text": format!("{}\n{}", finding.message, finding.help) },
        "locations": [{ "physicalLocation": location }],
    });
    if !finding.fix.is_empty() {
        result["fixes"] = fixes(finding);
    }
    if let Some(reason) = &finding.waived {
        result["suppressions"] = json!([{ "kind": "external", "justification": reason }]);
    }
    result
}

/// The one fix of a finding, all of whose replacements belong together.
fn fixes(finding: &Reported) -> Value {
    let replacement = |FixReplacement { start, end, words, .. }: &FixReplacement| {
        json!({
            "deletedRegion": { "startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1 },
            "insertedContent": { "text": words },
        })
    };
    let replacements: Vec<Value> = finding.fix.iter().map(replacement).collect();
    json!([{
        "description": { "text": finding.help },
        "artifactChanges": [{ "artifactLocation": { "uri": uri(&finding.file) }, "replacements": replacements }],
    }])
}
