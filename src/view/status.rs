//! The words for a validity. In force is quiet; everything else speaks up.

use super::StatusView;
use crate::model::corpus::Corpus;
use crate::model::instrument::Confidence;
use crate::model::validity::{Validity, ValidityKind};

pub fn status_view(corpus: &Corpus, validity: &Validity) -> StatusView {
    StatusView {
        key: validity.kind.key().to_owned(),
        sign: validity.kind.sign().to_owned(),
        text: text(validity),
        detail: detail(corpus, validity),
        warn: validity.kind != ValidityKind::InForce,
    }
}

fn text(validity: &Validity) -> String {
    let name = validity.kind.name();
    let dated = match validity.kind {
        ValidityKind::InForce => validity.since.map(|date| format!("{name}, từ {}", date.short())),
        ValidityKind::NotCommenced => validity.since.map(|date| format!("{name}, sẽ có từ {}", date.short())),
        ValidityKind::Ended | ValidityKind::Suspended => {
            validity.until.map(|date| format!("{name} từ {}", date.short()))
        }
        ValidityKind::PartlyEnded | ValidityKind::Unknown => None,
    };
    dated.unwrap_or_else(|| match validity.kind {
        ValidityKind::Ended => format!("{name}, chưa rõ từ ngày nào"),
        _ => name.to_owned(),
    })
}

/// What is not known from the text itself is not told as if it were.
fn doubt(validity: &Validity) -> String {
    match validity.confidence {
        None | Some(Confidence::TextRead) => String::new(),
        Some(confidence) => format!(" ({})", confidence.name()),
    }
}

fn detail(corpus: &Corpus, validity: &Validity) -> Option<String> {
    let by = validity.by.as_ref().and_then(|id| corpus.instrument(id)).map(|instrument| instrument.citation());
    let by = by.map(|by| format!("{by}{}", doubt(validity)));
    match validity.kind {
        ValidityKind::Ended if validity.replaced => by.map(|by| format!("thay bằng {by}")),
        ValidityKind::Ended => by.map(|by| format!("bãi bỏ bởi {by}")),
        ValidityKind::Suspended | ValidityKind::PartlyEnded => by.map(|by| format!("theo {by}")),
        ValidityKind::Unknown => validity.reason.clone(),
        ValidityKind::InForce | ValidityKind::NotCommenced => None,
    }
}
