//! The words for a validity. In force is quiet; everything else speaks up.

use super::StatusView;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::instrument::{Confidence, EndsBy, Transition};
use crate::model::validity::{Cause, Validity, ValidityKind};

/// The words for a validity, as a reader of the day may know.
pub fn status_view(corpus: &Corpus, validity: &Validity, as_of: Date) -> StatusView {
    StatusView {
        key: validity.kind.key().to_owned(),
        sign: validity.kind.sign().to_owned(),
        text: text(validity),
        detail: detail(corpus, validity, as_of),
        warn: validity.kind != ValidityKind::InForce,
    }
}

/// The state with its day.
pub(super) fn text(validity: &Validity) -> String {
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

/// What is not known from the text itself is not stated as if it were.
fn doubt(validity: &Validity) -> String {
    said_doubt(validity.confidence)
}

fn said_doubt(confidence: Option<Confidence>) -> String {
    match confidence {
        None | Some(Confidence::TextRead) => String::new(),
        Some(confidence) => format!(" ({})", confidence.name()),
    }
}

/// Every clause that the state needs, in order: what made it, what may go on, what has changed, what it rests on.
fn detail(corpus: &Corpus, validity: &Validity, as_of: Date) -> Option<String> {
    let Validity {
        transitions,
        // These are in the state with its day.
        kind: _,
        since: _,
        until: _,
        // These are in what made the state.
        by: _,
        cause: _,
        confidence: _,
        resumes: _,
        reason: _,
        at: _,          // the provision that says so is in the relations of the instrument
        amendments: _,  // see `amended`
        ended_bases: _, // see `bases`
        ahead: _,       // what is to come is an annex of its own
    } = validity;
    let mut clauses: Vec<String> = Vec::new();
    clauses.extend(made_by(corpus, validity, as_of));
    clauses.extend(transitions.iter().map(|transition| going_on(corpus, validity, transition)));
    clauses.extend(amended(corpus, validity));
    clauses.extend(bases(corpus, validity));
    (!clauses.is_empty()).then(|| clauses.join("; "))
}

/// What is not verified must not be printed, be it in a clause.
fn act(corpus: &Corpus, validity: &Validity) -> Option<String> {
    let verified = validity.confidence != Some(Confidence::Unverified);
    let by = validity.by.as_ref().filter(|_| verified).and_then(|id| corpus.instrument(id))?;
    Some(format!("{}{}", by.citation(), doubt(validity)))
}

/// What made the state, or why that is unknown.
pub(super) fn made_by(corpus: &Corpus, validity: &Validity, as_of: Date) -> Option<String> {
    match validity.kind {
        ValidityKind::Ended => match validity.cause {
            Some(Cause::Replaced) => {
                let by = act(corpus, validity)?;
                Some(format!("thay bằng {by}{}", and_now(corpus, validity, as_of)))
            }
            Some(Cause::Amended) => Some(format!("được sửa đổi bởi {}", act(corpus, validity)?)),
            Some(Cause::OwnTerm) => Some(EndsBy::OwnTerm.name().to_owned()),
            Some(Cause::ParentEnded) => Some(EndsBy::ParentEnded.name().to_owned()),
            Some(Cause::Repealed | Cause::Suspended) | None => Some(format!("bãi bỏ bởi {}", act(corpus, validity)?)),
        },
        ValidityKind::Suspended => {
            let back = validity.resumes.map(|date| format!(", có hiệu lực trở lại từ {}", date.short()));
            Some(format!("theo {}{}", act(corpus, validity)?, back.unwrap_or_default()))
        }
        ValidityKind::PartlyEnded => Some(format!("theo {}", act(corpus, validity)?)),
        ValidityKind::Unknown => validity.reason.clone(),
        ValidityKind::InForce | ValidityKind::NotCommenced => None,
    }
}

/// `, nay là Nghị định số 224/2026/NĐ-CP`: the last successor of the one that replaced it, as far as the day knows, and
/// as sure as the least sure step to it.
fn and_now(corpus: &Corpus, validity: &Validity, as_of: Date) -> String {
    let Some(first) = validity.by.as_ref().and_then(|id| corpus.instrument(id)) else { return String::new() };
    let chain = corpus.successors(first, as_of);
    let Some((last, between)) = chain.split_last() else { return String::new() };
    let steps = std::iter::once(first).chain(between.iter().copied());
    let least_sure = steps.filter_map(|it| corpus.validity(it, as_of).confidence).max();
    let named = format!("{}{}", last.citation(), said_doubt(least_sure));
    match corpus.validity(last, as_of).kind {
        ValidityKind::InForce | ValidityKind::PartlyEnded => format!(", nay là {named}"),
        ValidityKind::NotCommenced | ValidityKind::Suspended | ValidityKind::Ended | ValidityKind::Unknown => {
            format!(", rồi bằng {named}")
        }
    }
}

/// `chuyển tiếp: dự án đã quyết định được làm tiếp (khoản 2 Điều 91 Nghị định số 224/2026/NĐ-CP)`
fn going_on(corpus: &Corpus, validity: &Validity, transition: &Transition) -> String {
    let by = validity.by.as_ref().and_then(|id| corpus.instrument(id)).map(|it| it.citation()).unwrap_or_default();
    let place = match &transition.at {
        Some(at) => format!(" ({at} {by})"),
        None => format!(" ({by})"),
    };
    format!("chuyển tiếp: {}{place}", transition.note)
}

fn amended(corpus: &Corpus, validity: &Validity) -> Option<String> {
    let amended = |certain: bool| {
        let acts = validity.amendments.iter().filter(|it| it.certain == certain);
        let acts = acts.filter(|it| it.confidence != Confidence::Unverified);
        let names: Vec<String> = acts.filter_map(|it| corpus.instrument(&it.by)).map(|it| it.citation()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let certain = amended(true).map(|names| format!("được sửa đổi, bổ sung bởi {names}"));
    let perhaps = amended(false)
        .map(|names| format!("văn bản được sửa đổi, bổ sung bởi {names}, chưa rõ có sửa đơn vị này không"));
    let both: Vec<String> = certain.into_iter().chain(perhaps).collect();
    (!both.is_empty()).then(|| both.join("; "))
}

/// Nothing follows from the end of a base by itself, but a reader should know.
fn bases(corpus: &Corpus, validity: &Validity) -> Option<String> {
    let names: Vec<String> =
        validity.ended_bases.iter().filter_map(|id| corpus.instrument(id)).map(|it| it.citation()).collect();
    (!names.is_empty()).then(|| format!("dựa trên văn bản đã hết hiệu lực: {}", names.join(", ")))
}
