//! `camnang new guidance`: a text for the reader, which an edition has to name before anybody reads it.

use super::super::Failure;
use super::scaffold::{open_until, settled};
use super::{ids, scaffold, words_of};
use crate::diag::{Bilingual, Lang};
use crate::edit::written;
use crate::model::draft::{PLACEHOLDER, PLACEHOLDER_DAY};
use crate::model::ids::GuidanceId;
use crate::syntax::record::RecordKind;

/// Returns the path of the draft in the corpus, and its text.
///
/// # Errors
/// The id is none, or there is no title.
pub fn draft(id: &str, title: Option<&str>, lang: Lang) -> Result<(String, String), Failure> {
    let id: GuidanceId = ids::read(id)?;
    let title = words_of("--title", title.ok_or_else(no_title)?)?;
    let until = Bilingual::new("chưa xem lại thì để nguyên", "leave it until you have looked the text over");
    let entries = [
        settled("id", id.to_string()),
        settled("title", written(&title)),
        open_until("checked-on", PLACEHOLDER_DAY, until),
    ];
    let header = scaffold::record(RecordKind::Guidance, &entries, lang);
    Ok((format!("guidance/{id}.md"), format!("---\n{header}---\n{PLACEHOLDER}.\n")))
}

fn no_title() -> Failure {
    Failure::new(
        "bài phải có tên; ghi thêm --title \"TÊN BÀI\"",
        "a text of guidance needs a title; add --title \"ITS TITLE\"",
    )
}
