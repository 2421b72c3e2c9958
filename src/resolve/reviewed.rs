//! Reviews, bound to the records that they are about: by their paths, and by the hash of what those show now.

use std::collections::BTreeMap;

use super::RecordPlaces;
use super::messages::reviews as codes;
use crate::diag::advice::nearest;
use crate::diag::{Finding, Place, Sink};
use crate::hash::sha256;
use crate::model::corpus::Records;
use crate::model::review::Review;
use crate::model::subject::Subject;
use crate::model::text::{Body, images};
use crate::source::Sources;
use crate::syntax::record::{REVIEWS, RecordKind};

/// Returns the hash of what a reader of a record is shown: SHA-256 of the text of its file, in the one form that the tool reads
/// (UTF-8, composed, lines that end with a line feed), as `sha256sum` has it for a file that is stored so. Where the text shows
/// images, a line for each with its path and its own hash comes after it.
pub fn seen_hash(text: &str, body: Option<&Body>, sources: &Sources) -> String {
    let mut seen = text.to_owned();
    for image in body.map(images).unwrap_or_default() {
        let bytes = sources.images.get(&image.path).map(Vec::as_slice).unwrap_or_default();
        seen += &format!("\n{} {}", image.path, sha256(bytes));
    }
    sha256(seen.as_bytes())
}

/// Keeps the reviews by their records, and reports those that have none.
pub(super) fn bind(
    reviews: Vec<(String, Review)>,
    records: &mut Records,
    sources: &Sources,
    places: &RecordPlaces,
    sink: &mut Sink,
) {
    let mut bound = BTreeMap::new();
    for (path, review) in reviews {
        let of = path.strip_prefix(REVIEWS).and_then(RecordKind::subject_of);
        let file = of.as_ref().and_then(|of| places.file(of)).and_then(|file| sources.get(file));
        match (of, file) {
            (Some(of), Some(file)) => {
                let present = Some(seen_hash(&file.text, body_of(&of, records), sources));
                bound.insert(of, Review { present, ..review });
            }
            // Its own file has findings.
            (Some(of), None) if records.unread.contains(&of) => {}
            (_, None) | (None, _) => sink.push(without_record(&path, sources)),
        }
    }
    records.reviews = bound;
}

fn body_of<'r>(of: &Subject, records: &'r Records) -> Option<&'r Body> {
    match of {
        Subject::Excerpt(id) => records.excerpts.get(id).map(|excerpt| &excerpt.body),
        Subject::Guidance(id) => records.guidance.get(id).map(|guidance| &guidance.body),
        _ => None,
    }
}

fn without_record(path: &str, sources: &Sources) -> Finding {
    let known: Vec<String> = sources.files().filter_map(|(_, file)| RecordKind::review_path(&file.path)).collect();
    let near = nearest(path, known.iter().map(String::as_str));
    let finding = Finding::new(codes::NO_RECORD, Place::Entry(Subject::Review(path.to_owned()), String::new()));
    finding.arg("path", path).arg("advice", codes::rename_review(near))
}
