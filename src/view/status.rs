//! The words for a validity. In force is quiet; everything else speaks up.

use super::StatusView;
use crate::model::corpus::Corpus;
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

fn detail(corpus: &Corpus, validity: &Validity) -> Option<String> {
    let by = validity.by.as_ref().and_then(|id| corpus.instrument(id)).map(|instrument| instrument.citation());
    match validity.kind {
        ValidityKind::Ended if validity.replaced => by.map(|by| format!("thay bằng {by}")),
        ValidityKind::Ended => by.map(|by| format!("bãi bỏ bởi {by}")),
        ValidityKind::Suspended | ValidityKind::PartlyEnded => by.map(|by| format!("theo {by}")),
        ValidityKind::Unknown => validity.reason.clone(),
        ValidityKind::InForce | ValidityKind::NotCommenced => None,
    }
}
