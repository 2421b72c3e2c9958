//! What people say about records: that they ask for an approval, approve, send back, comment. Each is noted as a claim of whoever
//! sits at the machine, with the hash of what was seen, in a file of its own beside the record; writing it is a save like others.

pub mod messages;
mod of;
mod step;

use std::io;
use std::path::Path;

pub use of::{of_path, text_of};
pub use step::ReviewStep;

use crate::edit::{self, EditRefusal, EditableFile, FileChange, RecordContent};
use crate::history::NotedFile;
use crate::syntax::record::RecordKind;

/// A review without anything in it.
const EMPTY: &str = "decisions: []\n";

/// Why a step is not noted.
#[derive(Debug)]
pub enum NotNoted {
    /// Such a record is not reviewed.
    NotReviewed,
    /// There is no open comment of this number.
    NoComment(usize),
    Refused(EditRefusal),
    Disk(io::Error),
}

impl From<EditRefusal> for NotNoted {
    fn from(refusal: EditRefusal) -> Self {
        NotNoted::Refused(refusal)
    }
}

/// Returns the review of a record with one more step, to be saved; nothing is written.
///
/// # Errors
/// The record is of a kind that is not reviewed, or its review cannot be read.
pub fn noted(root: &Path, record: &str, step: &ReviewStep<'_>) -> Result<NotedFile, NotNoted> {
    let path = RecordKind::review_path(record).ok_or(NotNoted::NotReviewed)?;
    let (former, before) = present(root, &path)?;
    let later = former.change(&[change(&former.record()?, step)?])?;
    let after = Some(String::from_utf8_lossy(later.bytes()).into_owned());
    Ok(NotedFile { path, before, after })
}

/// The review as it is, and its text where there is one.
fn present(root: &Path, path: &str) -> Result<(EditableFile, Option<String>), NotNoted> {
    match edit::open(root, path) {
        Ok(opened) => {
            let file = opened?;
            let text = String::from_utf8_lossy(file.bytes()).into_owned();
            Ok((file, Some(text)))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Ok((EditableFile::new(path, EMPTY.as_bytes().to_vec())?, None))
        }
        Err(error) => Err(NotNoted::Disk(error)),
    }
}

fn change(record: &RecordContent, step: &ReviewStep<'_>) -> Result<FileChange, NotNoted> {
    let ReviewStep::Resolve { number, .. } = step else { return Ok(appended(record, step.list(), step.content())) };
    let comment = format!("comments.{}", number.saturating_sub(1));
    let is_open = *number > 0
        && record.get(&comment.as_str().into()).is_some()
        && record.get(&format!("{comment}.resolved").as_str().into()).is_none();
    match is_open {
        true => Ok(FileChange::set(format!("{comment}.resolved").as_str(), step.content())),
        false => Err(NotNoted::NoComment(*number)),
    }
}

/// One more item of a list, which may not be there yet.
fn appended(record: &RecordContent, list: &str, item: RecordContent) -> FileChange {
    match record.get(&list.into()) {
        Some(RecordContent::List(items)) => FileChange::insert(list, items.len(), item),
        _ => FileChange::set(list, RecordContent::List(vec![item])),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "a test")]

    use super::*;

    const RECORD: &str = "excerpts/nd-1-2030/dieu-1.md";

    fn on() -> crate::model::date::Date {
        "2030-02-05".parse().unwrap()
    }

    /// The text of the review after each of the steps.
    fn after(root: &Path, steps: &[ReviewStep<'_>]) -> String {
        let place = root.join("reviews/excerpts/nd-1-2030/dieu-1.yaml");
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        for step in steps {
            let file = noted(root, RECORD, step).unwrap();
            std::fs::write(&place, file.after.unwrap()).unwrap();
        }
        std::fs::read_to_string(place).unwrap()
    }

    #[test]
    fn steps_come_below_one_another_and_remarks_stay() {
        let folder = tempfile::tempdir().unwrap();
        let hash = crate::hash::sha256(b"x");
        let (by, on) = ("Lan", on());
        let first = after(
            folder.path(),
            &[
                ReviewStep::Ask { by, on, sha256: &hash },
                ReviewStep::SendBack { by: "Minh", on, sha256: &hash, word: "Thiếu khoản 2: xem lại" },
                ReviewStep::Comment { by, on, text: "Đã xem # chưa sửa" },
            ],
        );
        let expected = format!(
            "decisions:\n  - state: asked\n    by: Lan\n    on: 2030-02-05\n    sha256: {hash}\n  - state: sent-back\n    by: Minh\n    on: 2030-02-05\n    sha256: {hash}\n    word: \"Thiếu khoản 2: xem lại\"\ncomments:\n  - by: Lan\n    on: 2030-02-05\n    text: \"Đã xem # chưa sửa\"\n"
        );
        // An editor of YAML may take a hash for a number, so it may be in quotation marks.
        assert_eq!(first.replace(&format!("\"{hash}\""), &hash), expected);
        let place = folder.path().join("reviews/excerpts/nd-1-2030/dieu-1.yaml");
        std::fs::write(&place, format!("# của tôi\n{first}")).unwrap();
        let second = after(folder.path(), &[ReviewStep::Resolve { number: 1, by: "Minh", on }]);
        assert_eq!(second, format!("# của tôi\n{first}    resolved:\n      by: Minh\n      on: 2030-02-05\n"));
        for number in [0, 1, 2] {
            let again = noted(folder.path(), RECORD, &ReviewStep::Resolve { number, by, on });
            assert!(matches!(again, Err(NotNoted::NoComment(it)) if it == number));
        }
        let waivers = noted(folder.path(), "waivers.yaml", &ReviewStep::Comment { by, on, text: "x" });
        assert!(matches!(waivers, Err(NotNoted::NotReviewed)));
    }
}
