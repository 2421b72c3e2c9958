//! Originals are in the corpus as they were received: each file, its text and its record are there, and none was changed.

use super::RecordPlaces;
use crate::diag::{Finding, Place, Sink};
use crate::hash::sha256;
use crate::model::corpus::Records;
use crate::model::original::StoredOriginal;
use crate::model::subject::Subject;
use crate::resolve::messages::received;
use crate::source::{Kind, Sources};

/// Looks at every original.
pub fn check(records: &Records, sources: &Sources, places: &RecordPlaces, sink: &mut Sink) {
    for original in records.stored_originals.values() {
        in_records(original, records, sink);
        raw(original, sources, sink);
        text(original, sources, sink);
        tracked(original, sink);
    }
    without_record(records, sources, places, sink);
}

fn entry(original: &StoredOriginal, key: &str) -> Place {
    Place::Entry(Subject::Original(original.instrument.clone(), original.file.clone()), key.to_owned())
}

fn in_records(original: &StoredOriginal, records: &Records, sink: &mut Sink) {
    let subject = Subject::Instrument(original.instrument.clone());
    if !records.instruments.contains_key(&original.instrument) && !records.unread.contains(&subject) {
        let finding = Finding::new(received::NO_INSTRUMENT, entry(original, "instrument"));
        sink.push(finding.arg("id", original.instrument.as_str()));
    }
}

fn raw(original: &StoredOriginal, sources: &Sources, sink: &mut Sink) {
    let path = original.file_path();
    match sources.received.get(&path) {
        Some(found) if *found == original.sha256 => {}
        Some(found) => {
            let finding = Finding::new(received::FILE_CHANGED, entry(original, "sha256"));
            sink.push(finding.arg("path", path).arg("found", found.as_str()));
        }
        None if sources.unread.contains(&path) => {}
        None => sink.push(Finding::new(received::FILE_MISSING, entry(original, "file")).arg("path", path)),
    }
}

fn text(original: &StoredOriginal, sources: &Sources, sink: &mut Sink) {
    let path = original.text_path();
    let stored = sources.files().find(|(_, file)| file.kind == Kind::OriginalText && file.path == path);
    match stored {
        Some((_, file)) if !file.is_sound || sha256(file.text.as_bytes()) == original.text_sha256 => {}
        Some(_) => {
            let finding = Finding::new(received::TEXT_CHANGED, entry(original, "text-sha256"));
            sink.push(finding.arg("path", path).arg("file", original.file_path()));
        }
        None => {
            let finding = Finding::new(received::TEXT_MISSING, entry(original, "text"));
            sink.push(finding.arg("path", path).arg("file", original.file_path()));
        }
    }
}

fn tracked(original: &StoredOriginal, sink: &mut Sink) {
    if !original.tracked.is_empty() {
        let finding = Finding::new(received::TRACKED, entry(original, "tracked-changes"));
        let changes = original.tracked.join("; ");
        sink.push(finding.arg("path", original.file_path()).arg("changes", changes));
    }
}

/// Files that lie among the originals and that no record speaks of.
fn without_record(records: &Records, sources: &Sources, places: &RecordPlaces, sink: &mut Sink) {
    for path in sources.received.keys().filter(|path| !is_recorded(path, records, sources, places)) {
        let instrument = path.split('/').nth(1).unwrap_or_default();
        let finding = Finding::new(received::NO_RECORD, Place::Path(path.clone()));
        sink.push(finding.arg("path", path.as_str()).arg("instrument", instrument));
    }
}

/// Whether a file has a record, be it one that could not be read.
fn is_recorded(path: &str, records: &Records, sources: &Sources, places: &RecordPlaces) -> bool {
    let record = format!("{path}.yaml");
    let is_read = |original: &StoredOriginal| {
        original.file_path() == *path
            && places.file(&Subject::Original(original.instrument.clone(), original.file.clone())).is_some()
    };
    records.stored_originals.values().any(is_read)
        || sources.files().any(|(_, file)| file.path == record)
        || sources.unread.contains(&record)
}
