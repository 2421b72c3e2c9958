//! The original that an excerpt quotes, as readers see it.

use serde::Serialize;

use crate::language::vi::originals;
use crate::latin;
use crate::model::corpus::Corpus;
use crate::model::excerpt::{Excerpt, Wording};
use crate::model::instrument::Confidence;
use crate::model::original::StoredOriginal;
use crate::model::settings::PublishedOriginals;
use crate::model::text::{OMISSION, plain_text};

/// The file behind a quotation, in one line: `Bản gốc: tệp nd-1-2030.docx, nhận 20/01/2030, SHA-256 …`. Which copy it is, is said by
/// [`confidence`] before, or here.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct OriginalView {
    pub before: String,
    /// The name of the file as it was received.
    pub file_name: String,
    pub after: String,
    /// The same for programs: the kind of copy by its key in YAML, the day in ISO form; nothing where it is unknown.
    pub kind: Option<String>,
    pub received: Option<String>,
    pub sha256: String,
    /// The file on the site, where it is published.
    pub published: Option<PublishedOriginal>,
}

/// A received file that is published with the site.
#[derive(Serialize, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct PublishedOriginal {
    /// Below the folder of the site: `goc/nd-1-2030/nd-1-2030.docx`.
    pub path: String,
    /// In the corpus.
    #[serde(skip)]
    pub from: String,
    #[serde(skip)]
    pub sha256: String,
}

/// The folder of originals on the site.
pub const ORIGINALS_FOLDER: &str = "goc";

/// Returns the original behind a quotation.
pub(super) fn quoted(corpus: &Corpus, excerpt: &Excerpt) -> Option<OriginalView> {
    let original = corpus.original_behind(excerpt).filter(|_| excerpt.wording == Wording::Verbatim)?;
    let omits = plain_text(&excerpt.body).contains(OMISSION);
    let is_published = corpus.settings().web.originals == PublishedOriginals::Quoted;
    Some(OriginalView {
        before: originals::before_file(&original.kind, excerpt.confidence == Confidence::TextRead),
        file_name: original.file.clone(),
        after: originals::after_file(&original.received, &original.sha256, omits),
        kind: original.kind.known().map(|kind| kind.key().to_owned()),
        received: original.received.date().map(|date| date.to_string()),
        sha256: original.sha256.clone(),
        published: is_published.then(|| published(original)),
    })
}

/// Returns how sure we are of an excerpt, in words: where its original is stored, by what it was compared with.
pub(super) fn confidence(corpus: &Corpus, excerpt: &Excerpt) -> String {
    match corpus.original_behind(excerpt).filter(|_| excerpt.confidence == Confidence::TextRead) {
        Some(original) => originals::confidence(excerpt.wording, &original.kind),
        None => excerpt.confidence.name().to_owned(),
    }
}

fn published(original: &StoredOriginal) -> PublishedOriginal {
    let path =
        format!("{ORIGINALS_FOLDER}/{}/{}", original.instrument, published_name(&original.file, &original.sha256));
    PublishedOriginal { path, from: original.file_path(), sha256: original.sha256.clone() }
}

/// The endings of files that browsers show or save, and run nothing of.
const PASSIVE: [&str; 7] = ["docx", "doc", "odt", "rtf", "pdf", "txt", "md"];

/// The longest name that is kept.
const LONGEST: usize = 80;

/// The name of a file on the site, in letters that every server and every archive can hold. What a browser would run or show as
/// a page of the site is published as plain text, its bytes as they are.
fn published_name(file: &str, sha256: &str) -> String {
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let name: String = latin::in_ascii(stem).trim_matches('-').chars().take(LONGEST).collect();
    // Two names may be the same in plain letters.
    let mark = if name == stem { String::new() } else { format!("-{}", sha256.get(..8).unwrap_or_default()) };
    match latin::in_ascii(ending).as_str() {
        ending if PASSIVE.contains(&ending) => format!("{name}{mark}.{ending}"),
        "" => format!("{name}{mark}.txt"),
        other => format!("{name}{mark}.{other}.txt"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_on_the_site() {
        let hash = "0123456789abcdef";
        for (file, expected) in [
            ("nd-1-2030.docx", "nd-1-2030.docx"),
            ("Nghị định 1 (ký).DOCX", "nghi-dinh-1-ky-01234567.docx"),
            ("nd-1-2030.html", "nd-1-2030.html.txt"),
            ("nd.svg", "nd.svg.txt"),
            ("../nd/a.pdf", "nd-a-01234567.pdf"),
            ("không đuôi", "khong-duoi-01234567.txt"),
        ] {
            assert_eq!(published_name(file, hash), expected, "{file}");
        }
    }
}
