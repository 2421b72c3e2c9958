//! Originals are in the corpus as they were received: each file, its text and its record are there, and none was changed.

use super::RecordPlaces;
use super::chain::{BrokenLink, OriginalChains};
use crate::diag::{Finding, Place, Sink};
use crate::model::corpus::Records;
use crate::model::original::StoredOriginal;
use crate::model::subject::Subject;
use crate::resolve::messages::received;
use crate::source::{Kind, Sources, TEXT_OF_ORIGINAL};

/// Looks at every original.
pub fn check(
    records: &Records,
    sources: &Sources,
    chains: &OriginalChains<'_>,
    places: &RecordPlaces,
    sink: &mut Sink,
) {
    for original in records.stored_originals.values() {
        in_records(original, records, sink);
        chains.broken(original).iter().for_each(|link| broken(original, link, sink));
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

fn broken(original: &StoredOriginal, link: &BrokenLink, sink: &mut Sink) {
    let (code, key) = match link {
        BrokenLink::FileMissing => (received::FILE_MISSING, "file"),
        BrokenLink::FileChanged(_) => (received::FILE_CHANGED, "sha256"),
        BrokenLink::TextMissing => (received::TEXT_MISSING, "text"),
        BrokenLink::TextChanged => (received::TEXT_CHANGED, "text-sha256"),
        BrokenLink::TextMisnamed => (received::TEXT_MISNAMED, "text"),
        BrokenLink::Unread => return,
    };
    let finding = Finding::new(code, entry(original, key)).arg("file", original.file_path());
    let finding =
        finding.arg("text", original.text_path()).arg("wanted", format!("{}{TEXT_OF_ORIGINAL}", original.file));
    sink.push(match link {
        BrokenLink::FileChanged(found) => finding.arg("found", found.as_str()),
        _ => finding,
    });
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
    let texts = sources.files().filter(|(_, file)| file.kind == Kind::OriginalText).map(|(_, file)| &file.path);
    for path in texts {
        let received = path.strip_suffix(TEXT_OF_ORIGINAL).unwrap_or(path);
        if !is_recorded(received, records, sources, places) {
            let instrument = path.split('/').nth(1).unwrap_or_default();
            let finding = Finding::new(received::TEXT_WITHOUT_RECORD, Place::Path(path.clone()));
            sink.push(finding.arg("path", path.as_str()).arg("instrument", instrument));
        }
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
