//! Words of `camnang comments`.

use crate::diag::Bilingual;
use crate::originals::readers::docx::WordMarkKind;

/// The kind of a mark for programs.
pub fn key(kind: WordMarkKind) -> &'static str {
    match kind {
        WordMarkKind::Comment => "comment",
        WordMarkKind::Insertion => "insertion",
        WordMarkKind::Deletion => "deletion",
        WordMarkKind::Look => "look",
    }
}

/// Of which excerpt the marks below are.
pub fn head(excerpt: Option<&str>, citation: Option<&str>, heading: Option<&str>) -> Bilingual {
    match (excerpt, citation) {
        (Some(id), Some(citation)) => Bilingual::same(format!("{id} · {citation}")),
        _ => match heading {
            Some(heading) => Bilingual::new(
                format!("Không thuộc trích dẫn nào, dưới «{heading}»"),
                format!("In no excerpt, below «{heading}»"),
            ),
            None => Bilingual::new("Không thuộc trích dẫn nào", "In no excerpt"),
        },
    }
}

/// A mark: who, when, what, and at which words.
pub fn mark(kind: &str, who: Option<&str>, when: Option<&str>, said: &str, at: &str) -> Bilingual {
    let (vi, en) = match kind {
        "comment" => ("ý kiến", "comment"),
        "insertion" => ("thêm", "added"),
        "deletion" => ("bỏ", "removed"),
        _ => ("đổi cách trình bày", "changed the look"),
    };
    let by = |unknown: &str| {
        let when = when.map(|when| format!(", {when}")).unwrap_or_default();
        format!("{}{when}", who.unwrap_or(unknown))
    };
    let (said, at) = (on_one_line(said), on_one_line(at));
    let said = if said.is_empty() { said } else { format!(": «{said}»") };
    let text = |what: &str, by: String, near: &str| {
        let near = if at.is_empty() { String::new() } else { format!("\n      {near}: {at}") };
        format!("  {what} ({by}){said}{near}")
    };
    Bilingual::new(text(vi, by("không rõ ai"), "ở chỗ"), text(en, by("unknown who"), "at"))
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many marks there are.
pub fn total(count: usize) -> Bilingual {
    Bilingual::new(
        format!("{count} ý kiến và chỗ sửa; kho không bị sửa gì"),
        format!("{count} comments and changes; nothing in the corpus was changed"),
    )
}
