//! Originals of real texts for tests, where they are beside the repository.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "each test uses some of it; a skipped test says so"
)]

use std::fs;
use std::path::{Path, PathBuf};

use camnang::internals::originals::text::OriginalText;
use icu_normalizer::ComposingNormalizerBorrowed;

/// A file of `../shared/data`; says so where it is not there.
pub fn data(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: no {name} in ../shared/data");
    None
}

/// A text composed, with the usual letter Đ.
pub fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).replace('Ð', "Đ")
}

/// A reprint in Markdown, or the text of a saved page: a line of the original for each paragraph. Lines that are broken
/// within sentences are joined; nothing more is read than these files need.
pub fn original(name: &str) -> Option<OriginalText> {
    let text = composed(&fs::read_to_string(data(&format!("official/{name}"))?).unwrap());
    let mut lines: Vec<String> = Vec::new();
    let body = text.split("\n---\n").last().unwrap_or(&text);
    let mut open = false;
    for line in body.lines() {
        let line = line.trim().trim_start_matches('#').replace("**", "");
        let line = line.trim().trim_matches('*').trim();
        if line.is_empty() || line == "|" {
            open = false;
            continue;
        }
        let begins = begins_paragraph(line) || !open;
        match lines.last_mut().filter(|_| !begins) {
            Some(last) => *last = format!("{last} {line}"),
            None => lines.push(line.to_owned()),
        }
        open = name.starts_with("174") || name.starts_with("45");
    }
    Some(OriginalText::parse(&lines.join("\n")))
}

/// Whether a line of a broken text begins a paragraph.
fn begins_paragraph(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    let number = first.trim_end_matches(['.', ')']);
    let numbered = first != number && number.len() <= 3 && !number.is_empty();
    let heads =
        ["Điều ", "Chương ", "Mục ", "Phụ lục", "Mẫu số", "PHỤ LỤC", "Nơi nhận", "TM.", "Căn cứ", "Theo đề nghị"];
    numbered || line.starts_with(['-', '+', '|']) || heads.iter().any(|head| line.starts_with(head))
}
