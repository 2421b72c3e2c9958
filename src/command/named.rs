//! Things of a corpus by the names that a command line gives them.

use super::Failure;
use crate::Checked;
use crate::diag::advice::{choose, nearest};
use crate::model::corpus::Corpus;
use crate::model::ids::EditionId;
use crate::model::subject::Subject;

/// Why there is no edition to work on.
pub(super) enum Absent {
    /// There is none of this name, and perhaps one of a name like it.
    Unknown(Failure),
    /// Its file is there and cannot be read; findings say why.
    Unread(Failure),
}

impl From<Absent> for Failure {
    fn from(absent: Absent) -> Self {
        match absent {
            Absent::Unknown(failure) | Absent::Unread(failure) => failure,
        }
    }
}

/// The edition that a word names.
pub(super) fn edition(checked: &Checked, wanted: &str) -> Result<EditionId, Absent> {
    let readable = checked.corpus.editions().find(|edition| edition.id.as_str() == wanted);
    match readable {
        Some(edition) => Ok(edition.id.clone()),
        None if is_unread(checked, wanted) => Err(Absent::Unread(unread(wanted))),
        None => Err(Absent::Unknown(unknown(&checked.corpus, wanted))),
    }
}

/// The editions that words name; all of them where there is no word. A name that nothing has comes before a fault of what
/// there is: who mistyped it would look in vain for it among the findings.
pub(super) fn editions(checked: &Checked, wanted: &[String]) -> Result<Vec<EditionId>, Absent> {
    if wanted.is_empty() {
        return Ok(checked.corpus.editions().map(|edition| edition.id.clone()).collect());
    }
    let (mut found, mut unknown, mut unread) = (Vec::new(), Vec::new(), None);
    for word in wanted {
        match edition(checked, word) {
            Ok(id) if found.contains(&id) => {}
            Ok(id) => found.push(id),
            Err(Absent::Unread(failure)) => unread = unread.or(Some(failure)),
            Err(Absent::Unknown(failure)) => unknown.push(failure),
        }
    }
    match (Failure::all(unknown), unread) {
        (Some(failure), _) => Err(Absent::Unknown(failure)),
        (None, Some(failure)) => Err(Absent::Unread(failure)),
        (None, None) => Ok(found),
    }
}

fn is_unread(checked: &Checked, id: &str) -> bool {
    let path = format!("editions/{id}.yaml");
    let subject = id.parse().ok().map(Subject::Edition);
    subject.is_some_and(|subject| checked.corpus.unread().contains(&subject))
        || checked.sources.unread.contains(&path)
        || checked.sources.files().any(|(_, file)| file.path == path)
}

fn unknown(corpus: &Corpus, wanted: &str) -> Failure {
    let unread = corpus.unread().iter().filter_map(|subject| match subject {
        Subject::Edition(id) => Some(id.as_str()),
        _ => None,
    });
    let names: Vec<&str> = corpus.editions().map(|edition| edition.id.as_str()).chain(unread).collect();
    let choice = choose(nearest(wanted, names.iter().copied()), &names);
    Failure::new(
        format!("không có ấn bản `{wanted}`; {}", choice.vi),
        format!("there is no edition `{wanted}`; {}", choice.en),
    )
}

/// What is there and cannot be read is not missing.
pub(super) fn unread(id: &str) -> Failure {
    Failure::new(
        format!("`{id}` có trong kho nhưng không đọc được; xem lỗi bằng: camnang check"),
        format!("`{id}` is in the corpus, but cannot be read; see why with: camnang check"),
    )
}
