//! Which warnings stand for a time, by the corpus' own `waivers.yaml`. A waived finding stays in the report, as a note
//! with its reason; a waiver that has ended or that waives nothing is itself a warning.

pub mod messages;

use crate::diag::advice::nearest;
use crate::diag::{Code, Finding, Fix, Place, Severity, Sink, Waived};
use crate::model::corpus::Corpus;
use crate::model::subject::Subject;
use crate::model::waiver::Waiver;
use crate::resolve::RecordPlaces;
use crate::source::Sources;
use messages as codes;

/// How much was looked at before the waivers are applied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extent {
    /// Every edition on its own day, so that a waiver without a finding is idle.
    Whole,
    Part,
}

/// What waivers are held against.
pub struct Held<'a> {
    pub corpus: &'a Corpus,
    pub sources: &'a Sources,
    pub places: &'a RecordPlaces,
    /// Every code there is.
    pub codes: &'a [Code],
    pub extent: Extent,
}

/// Marks the findings that are waived, and reports the waivers that waive nothing or cannot.
pub fn apply(held: &Held<'_>, sink: &mut Sink) {
    let waivers = held.corpus.waivers();
    if waivers.is_empty() {
        return;
    }
    let latest = held.corpus.editions().map(|edition| edition.as_of).max();
    let ended = |waiver: &Waiver| latest.is_some_and(|latest| waiver.until <= latest);
    let used = mark(held, &ended, sink);
    for (index, (waiver, used)) in waivers.iter().zip(used).enumerate() {
        let place = |key: &str| Place::Entry(Subject::Waivers, format!("waivers.{index}.{key}"));
        if let Some(finding) = not_waivable(waiver, held.codes, place("code")) {
            sink.push(finding);
        } else if held.extent == Extent::Whole && !used {
            let fix = meant(waiver, held, sink).map(Fix::value);
            sink.push(about(waiver, codes::WAIVER_IDLE, place("file")).fix(fix));
        } else if ended(waiver) {
            sink.push(about(waiver, codes::WAIVER_ENDED, place("until")));
        }
    }
}

/// Marks what the waivers let stand, and returns for each waiver whether there was any of it.
fn mark(held: &Held<'_>, ended: &impl Fn(&Waiver) -> bool, sink: &mut Sink) -> Vec<bool> {
    let waivers = held.corpus.waivers();
    let mut used = vec![false; waivers.len()];
    for finding in sink.findings_mut() {
        if finding.severity() != Severity::Warning {
            continue;
        }
        let Some(path) = path(&finding.place, held.sources, held.places) else { continue };
        let fits = |waiver: &Waiver| waiver.code.eq_ignore_ascii_case(finding.code.id()) && waiver.file == path;
        let Some(index) = waivers.iter().position(fits) else { continue };
        used[index] = true;
        let waiver = &waivers[index];
        if !ended(waiver) {
            finding.waived = Some(Waived { reason: waiver.reason.clone(), until: waiver.until.to_string() });
        }
    }
    used
}

/// The path within the corpus that is meant, where the waiver names the folder of the corpus before it and the path is that
/// of a finding which it would let stand.
fn meant<'w>(waiver: &'w Waiver, held: &Held<'_>, sink: &Sink) -> Option<&'w str> {
    let file = waiver.file.strip_prefix("corpus/").or_else(|| waiver.file.strip_prefix("./"))?;
    let fits = |finding: &Finding| {
        waiver.code.eq_ignore_ascii_case(finding.code.id())
            && path(&finding.place, held.sources, held.places) == Some(file)
    };
    sink.findings().iter().any(fits).then_some(file)
}

fn about(waiver: &Waiver, code: Code, place: Place) -> Finding {
    let finding = Finding::new(code, place).arg("code", waiver.code.to_uppercase()).arg("file", waiver.file.as_str());
    finding.arg("until", waiver.until.to_string())
}

/// Errors stop a build whatever anybody says, and notes stop nothing: only a warning can be waived.
fn not_waivable(waiver: &Waiver, all: &[Code], place: Place) -> Option<Finding> {
    let found = all.iter().find(|code| code.id().eq_ignore_ascii_case(&waiver.code));
    let severity = found.map(|code| code.entry().severity);
    if severity == Some(Severity::Warning) {
        return None;
    }
    let warnings = all.iter().filter(|code| code.entry().severity == Severity::Warning).map(|code| code.id());
    let near = nearest(&waiver.code.to_uppercase(), warnings).filter(|_| severity.is_none());
    let finding = Finding::new(codes::NOT_WAIVABLE, place).arg("text", waiver.code.as_str());
    Some(finding.arg("why", messages::not_waivable(severity)).arg("advice", messages::waive_warning(near)))
}

/// The file that a place is in, within the corpus.
fn path<'a>(place: &'a Place, sources: &'a Sources, places: &RecordPlaces) -> Option<&'a str> {
    match place {
        Place::Path(path) => Some(path),
        Place::Corpus => None,
        Place::Span(_) | Place::Key(..) | Place::Entry(..) | Place::Body(..) => {
            let file = places.file_of(&place.owner())?;
            sources.get(file).map(|file| file.path.as_str())
        }
    }
}
