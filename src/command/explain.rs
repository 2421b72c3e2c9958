//! `camnang explain`

use super::context::CommandContext;
use super::{Failure, Outcome, Status};
use crate::codes;
use crate::diag::advice::nearest;
use crate::diag::{Code, Lang};

/// Explains a code, or lists all of them.
pub fn run(code: Option<&str>, context: &mut CommandContext<'_>) -> Outcome {
    match code {
        None => {
            let lines = codes::all().into_iter().chain(codes::of_forms()).map(|code| {
                let entry = code.entry();
                format!("{}  {:<7}  {}\n", entry.id, entry.severity.key(), general(entry.words(context.lang).message))
            });
            context.out(&lines.collect::<String>());
        }
        Some(id) => {
            let code = codes::find(id).ok_or_else(|| unknown(id))?;
            context.out(&text(code, context.lang));
        }
    }
    Ok(Status::Fine)
}

fn unknown(id: &str) -> Failure {
    let all = [codes::all(), codes::of_forms()].concat();
    let wanted = id.to_uppercase();
    let near = all.iter().map(|code| code.id().to_lowercase()).collect::<Vec<_>>();
    let near = nearest(&wanted, near.iter().map(String::as_str)).map(str::to_uppercase);
    let (vi, en) = match near {
        Some(near) => (format!("; gần nhất là `{near}`"), format!("; the nearest is `{near}`")),
        None => (String::new(), String::new()),
    };
    Failure::new(
        format!("không có mã `{id}`{vi}; `camnang explain` liệt kê mọi mã"),
        format!("there is no code `{id}`{en}; `camnang explain` lists them all"),
    )
}

fn text(code: Code, lang: Lang) -> String {
    let entry = code.entry();
    let words = entry.words(lang);
    let example = entry.example.replace("\\n", "\n").replace('\n', "\n    ");
    let (advice, sample) = (lang.tr("Cách sửa", "What to write"), lang.tr("Ví dụ", "Example"));
    let help = general(words.help);
    // Where the advice depends wholly on the case, there is nothing general to say.
    let advice = if help == "…" { String::new() } else { format!("{advice}: {help}\n\n") };
    let (id, severity, message) = (entry.id, entry.severity.key(), general(words.message));
    format!("{id} ({severity})\n\n{message}\n\n{}\n\n{advice}{sample}:\n    {example}\n", words.why)
}

/// A sentence with an ellipsis in each of its holes; braces that are no holes stay.
fn general(sentence: &str) -> String {
    let mut text = String::new();
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        let hole = rest[open + 1..].find('}').map(|length| &rest[open + 1..open + 1 + length]);
        let hole = hole.filter(|name| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
        let after = open + hole.map_or(1, |name| name.len() + 2);
        text.push_str(&rest[..open]);
        text.push_str(if hole.is_some() { "…" } else { "{" });
        rest = &rest[after..];
    }
    text + rest
}
