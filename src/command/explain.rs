//! `camnang explain`

use super::{Console, Failure, Outcome, Status};
use crate::diag::Lang;
use crate::messages::{self, Code};
use crate::syntax::record::nearest;

pub fn run(code: Option<&str>, lang: Lang, console: &mut dyn Console) -> Outcome {
    match code {
        None => {
            let lines = messages::all().into_iter().map(|code| {
                let entry = code.entry();
                format!("{}  {:<7}  {}\n", entry.id, entry.severity.key(), entry.words(lang).message)
            });
            console.out(&lines.collect::<String>());
        }
        Some(id) => {
            let code = messages::find(id).ok_or_else(|| unknown(id))?;
            console.out(&text(code, lang));
        }
    }
    Ok(Status::Fine)
}

fn unknown(id: &str) -> Failure {
    let all = messages::all();
    let wanted = id.to_uppercase();
    let near = all.iter().map(|code| code.id().to_lowercase()).collect::<Vec<_>>();
    let near = nearest(&wanted, near.iter().map(String::as_str)).map(str::to_uppercase).unwrap_or_default();
    Failure::new(
        format!("không có mã `{id}`; gần nhất là `{near}`; `camnang explain` liệt kê mọi mã"),
        format!("there is no code `{id}`; the nearest is `{near}`; `camnang explain` lists them all"),
    )
}

fn text(code: Code, lang: Lang) -> String {
    let entry = code.entry();
    let words = entry.words(lang);
    let example = entry.example.replace("\\n", "\n").replace('\n', "\n    ");
    let (advice, sample) = match lang {
        Lang::Vi => ("Cách sửa", "Ví dụ"),
        Lang::En => ("What to write", "Example"),
    };
    format!(
        "{} ({})\n\n{}\n\n{}\n\n{advice}: {}\n\n{sample}:\n    {example}\n",
        entry.id,
        entry.severity.key(),
        words.message,
        words.why,
        words.help
    )
}
