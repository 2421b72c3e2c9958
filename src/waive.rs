//! Which warnings stand for a time, by the corpus' own `waivers.yaml`. A waived finding stays in the report, as a note
//! with its reason; a waiver that has ended or that waives nothing is itself a warning.

use crate::diag::{Finding, Place, Severity, Sink, Waived};
use crate::messages::waivers as codes;
use crate::model::corpus::Corpus;
use crate::model::subject::Subject;
use crate::model::waiver::Waiver;
use crate::resolve::Places;
use crate::source::Sources;

/// Marks the findings that are waived. `whole`: every edition was looked at, so that a waiver without a finding can be
/// called idle.
pub fn apply(corpus: &Corpus, sources: &Sources, places: &Places, whole: bool, sink: &mut Sink) {
    let waivers = corpus.waivers();
    if waivers.is_empty() {
        return;
    }
    let latest = corpus.editions().map(|edition| edition.as_of).max();
    let ended = |waiver: &Waiver| latest.is_some_and(|latest| waiver.until <= latest);
    let mut used = vec![false; waivers.len()];
    for finding in sink.findings_mut() {
        if finding.severity() != Severity::Warning {
            continue;
        }
        let Some(path) = path(&finding.place, sources, places) else { continue };
        let fits = |waiver: &Waiver| waiver.code == finding.code.id() && waiver.file == path;
        let Some(index) = waivers.iter().position(fits) else { continue };
        used[index] = true;
        let waiver = &waivers[index];
        if !ended(waiver) {
            finding.waived = Some(Waived { reason: waiver.reason.clone(), until: waiver.until.to_string() });
        }
    }
    for (index, waiver) in waivers.iter().enumerate() {
        let report = |code, key: &str| {
            let place = Place::Entry(Subject::Waivers, format!("waivers.{index}.{key}"));
            let finding = Finding::new(code, place).arg("code", waiver.code.as_str()).arg("file", waiver.file.as_str());
            finding.arg("until", waiver.until.to_string())
        };
        if whole && !used[index] {
            sink.push(report(codes::WAIVER_IDLE, "file"));
        } else if ended(waiver) {
            sink.push(report(codes::WAIVER_ENDED, "until"));
        }
    }
}

/// The file that a place is in, within the corpus.
fn path<'a>(place: &'a Place, sources: &'a Sources, places: &Places) -> Option<&'a str> {
    match place {
        Place::Path(path) => Some(path),
        Place::Corpus => None,
        Place::Span(_) | Place::Key(..) | Place::Entry(..) | Place::Body(..) => {
            let file = places.file_of(&place.owner())?;
            sources.get(file).map(|file| file.path.as_str())
        }
    }
}
