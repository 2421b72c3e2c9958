//! The words for a validity. In force is quiet; everything else speaks up.

use super::StatusView;
use super::statements::marked;
use crate::model::corpus::Corpus;
use crate::model::instrument::{Clause, Confidence, EndVerb, EndsBy, Instrument};
use crate::model::known::{Day, Known};
use crate::model::time::ValidityQuery;
use crate::model::validity::{Ahead, Cause, EndedPart, Kept, OpenTransition, ScopeState, Validity, ValidityKind};

/// The words for a validity, as it was asked about.
pub fn status_view(corpus: &Corpus, validity: &Validity, asked: ValidityQuery) -> StatusView {
    StatusView {
        key: validity.kind.key().to_owned(),
        sign: validity.kind.sign().to_owned(),
        text: whole_text(corpus, validity, asked),
        detail: detail(corpus, validity, asked),
        warn: !validity.kind.is_quiet(),
    }
}

/// The state; of what is law on no day, with the reason, which belongs to it.
fn whole_text(corpus: &Corpus, validity: &Validity, asked: ValidityQuery) -> String {
    let text = text(validity);
    match made_by(corpus, validity, asked).filter(|_| validity.kind == ValidityKind::NeverInForce) {
        Some(reason) => format!("{text}: {reason}"),
        None => text,
    }
}

/// The state with its day.
pub(super) fn text(validity: &Validity) -> String {
    let name = validity.kind.name();
    let dated = match validity.kind {
        ValidityKind::InForce => {
            validity.since.map(|date| format!("{name}, từ {}", marked(date.short(), validity.since_confidence)))
        }
        ValidityKind::NotCommenced => {
            validity.since.map(|date| format!("{name}, sẽ có từ {}", marked(date.short(), validity.since_confidence)))
        }
        ValidityKind::Ended | ValidityKind::Suspended => {
            validity.until.map(|date| format!("{name} từ {}", marked(date.short(), validity.until_confidence)))
        }
        ValidityKind::PartlyEnded => validity
            .parts
            .iter()
            .find_map(|part| Some(format!("{name} từ {}", marked(part.since?.short(), part.since_confidence)))),
        ValidityKind::NeverInForce | ValidityKind::Unknown | ValidityKind::NotApplicable => None,
    };
    dated.unwrap_or_else(|| match validity.kind {
        ValidityKind::Ended => format!("{name}, chưa rõ từ ngày nào"),
        _ => name.to_owned(),
    })
}

/// Returns the confidence in a state in words; empty where the text itself was read.
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
fn detail(corpus: &Corpus, validity: &Validity, asked: ValidityQuery) -> Option<String> {
    let Validity {
        transitions,
        scopes,
        kept,
        // These are in the state with its day.
        kind,
        since: _,
        since_confidence: _,
        until_confidence: _,
        until: _,
        // These are in what made the state.
        by: _,
        cause: _,
        verb: _,
        confidence: _,
        succeeded: _,
        resumes: _,
        reason: _,
        parts: _,       // in what made the state
        at: _,          // the provision that says so is in the relations of the instrument
        rule: _,        // it is in the reason
        settled_by: _,  // an errand for the editor, not for the reader
        amendments: _,  // see `amended`
        ended_bases: _, // see `bases`
        ahead,          // what is to come is an annex of its own, unless it is that the text will never be law
    } = validity;
    let mut clauses: Vec<String> = Vec::new();
    clauses.extend(made_by(corpus, validity, asked).filter(|_| *kind != ValidityKind::NeverInForce));
    clauses.extend(ahead.as_ref().and_then(|ahead| never_to_be(corpus, ahead)));
    clauses.extend(kept.as_ref().map(outliving));
    clauses.extend(scopes.iter().map(|scope| for_some(corpus, scope)));
    clauses.extend(transitions.iter().map(|transition| going_on(corpus, transition)));
    clauses.extend(amended(corpus, validity));
    clauses.extend(bases(corpus, validity));
    (!clauses.is_empty()).then(|| clauses.join("; "))
}

/// `văn bản hết hiệu lực từ 01/07/2026, quy định này tiếp tục có hiệu lực theo khoản 2 Điều 47 Luật số …`; of what gives the
/// details of an ended instrument, the end of it.
pub(super) fn outliving(kept: &Kept) -> String {
    let Kept { clause, ended_on } = kept;
    let goes_on = format!("tiếp tục có hiệu lực theo {}", clause.citation());
    match ended_on {
        Some(ended_on) => format!("văn bản hết hiệu lực từ {}, quy định này {goes_on}", ended_on.short()),
        None => goes_on,
    }
}

/// Names the act that made a state, if it is verified: an unverified one must not be printed, not even in a clause.
fn act(corpus: &Corpus, validity: &Validity) -> Option<String> {
    let verified = validity.confidence != Some(Confidence::Unverified);
    let by = validity.by.as_ref().filter(|_| verified).and_then(|id| corpus.instrument(id))?;
    Some(format!("{}{}", by.citation(), doubt(validity)))
}

/// Returns the act that made the state, or why that is unknown.
pub(super) fn made_by(corpus: &Corpus, validity: &Validity, asked: ValidityQuery) -> Option<String> {
    match validity.kind {
        ValidityKind::Ended => match validity.cause {
            Some(Cause::Replaced) => {
                let by = act(corpus, validity)?;
                Some(format!("thay bằng {by}{}", and_now(corpus, validity, asked)))
            }
            Some(Cause::Amended) => Some(format!("được sửa đổi bởi {}", act(corpus, validity)?)),
            Some(Cause::Ended) => {
                let ended = by_verb(validity.verb.as_ref(), &act(corpus, validity)?);
                Some(format!("{ended}{}", and_now(corpus, validity, asked)))
            }
            Some(Cause::OwnTerm) => Some(EndsBy::OwnTerm.name().to_owned()),
            Some(Cause::ParentEnded) => Some(EndsBy::ParentEnded.name().to_owned()),
            Some(Cause::Repealed | Cause::Annulled | Cause::Suspended) | None => {
                let by = act(corpus, validity)?;
                Some(format!("bãi bỏ bởi {by}{}", and_now(corpus, validity, asked)))
            }
        },
        ValidityKind::Suspended => {
            let back = validity.resumes.map(|date| format!(", có hiệu lực trở lại từ {}", date.short()));
            let open = validity.reason.as_ref().map(|reason| format!(", chưa rõ ngày hết ngưng: {}", reason.vi));
            Some(format!("theo {}{}", act(corpus, validity)?, back.or(open).unwrap_or_default()))
        }
        ValidityKind::NeverInForce => {
            let by = act(corpus, validity);
            never(validity.cause, validity.verb.as_ref(), by)
        }
        ValidityKind::PartlyEnded => ended_parts(corpus, validity),
        ValidityKind::Unknown => validity.reason.as_ref().map(|reason| reason.vi.clone()),
        ValidityKind::NotApplicable => {
            superseded(corpus, validity).or_else(|| validity.reason.as_ref().map(|reason| reason.vi.clone()))
        }
        ValidityKind::InForce | ValidityKind::NotCommenced => None,
    }
}

/// `khoản 2 Điều 5 bị bãi bỏ bởi Nghị định số 2/2020/NĐ-CP`, each with its day where they are several.
fn ended_parts(corpus: &Corpus, validity: &Validity) -> Option<String> {
    let first = validity.parts.first()?.since;
    let one_day = validity.parts.iter().all(|part| part.since == first);
    let named = |part: &EndedPart| {
        let day = part.since.filter(|_| !one_day);
        let day = day.map(|date| format!(", từ {}", marked(date.short(), part.since_confidence)));
        Some(format!("{}{}", ended_part(corpus, part)?, day.unwrap_or_default()))
    };
    let parts: Vec<String> = validity.parts.iter().filter_map(named).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn ended_part(corpus: &Corpus, part: &EndedPart) -> Option<String> {
    let EndedPart { units, since: _, since_confidence: _, by, cause, verb, at: _, confidence } = part;
    let by = format!("{}{}", corpus.instrument(by)?.citation(), said_doubt(Some(*confidence)));
    let ended = match cause {
        Some(Cause::Replaced) => format!("được thay bằng {by}"),
        Some(Cause::Repealed) => format!("bị bãi bỏ bởi {by}"),
        Some(Cause::Annulled) => format!("bị huỷ bỏ bởi {by}"),
        Some(Cause::Ended | Cause::Amended | Cause::Suspended | Cause::OwnTerm | Cause::ParentEnded) | None => {
            by_verb(verb.as_ref(), &by)
        }
    };
    let units: Vec<String> = units.iter().map(ToString::to_string).collect();
    let units = if units.is_empty() { "một phần, chưa rõ phần nào,".to_owned() } else { units.join(", ") };
    Some(format!("{units} {ended}"))
}

/// `được thay bằng RFC 8200`: of what has no validity, and so has not ended.
fn superseded(corpus: &Corpus, validity: &Validity) -> Option<String> {
    let act = act(corpus, validity)?;
    Some(match validity.cause {
        Some(Cause::Replaced) => format!("đã được thay bằng {act}"),
        Some(Cause::Repealed) => format!("đã bị bãi bỏ bởi {act}"),
        Some(Cause::Annulled) => format!("đã bị huỷ bỏ bởi {act}"),
        Some(Cause::Ended | Cause::Amended | Cause::Suspended | Cause::OwnTerm | Cause::ParentEnded) | None => {
            format!("đã {}", by_verb(validity.verb.as_ref(), &act))
        }
    })
}

/// The last successor of what took the place of a text.
pub struct LastSuccessor<'c> {
    pub instrument: &'c Instrument,
    /// As sure as the least sure step to it.
    pub confidence: Option<Confidence>,
    /// Whether it is in force itself.
    pub is_law: bool,
}

/// Returns the last successor of the one that took the place of a text, as far as the day knows; `None` where that is the
/// one itself.
pub fn last_successor<'c>(corpus: &'c Corpus, validity: &Validity, asked: ValidityQuery) -> Option<LastSuccessor<'c>> {
    let verified = validity.succeeded.filter(|it| *it != Confidence::Unverified);
    let first = validity.by.as_ref().filter(|_| verified.is_some()).and_then(|id| corpus.instrument(id))?;
    let chain = corpus.successors(first, asked);
    let (last, between) = chain.split_last()?;
    let steps = std::iter::once(first).chain(between.iter().copied());
    let steps = steps.map(|it| corpus.validity(it, asked).succeeded);
    // How sure the first step is stands beside the act, unless it is surer that the act ended the text.
    let own = validity.succeeded.filter(|it| Some(*it) != validity.confidence);
    let kind = corpus.validity(last, asked).kind;
    Some(LastSuccessor {
        instrument: last,
        confidence: steps.chain([own]).flatten().max(),
        is_law: matches!(kind, ValidityKind::InForce | ValidityKind::PartlyEnded),
    })
}

/// `, nay là Nghị định số 224/2026/NĐ-CP`
fn and_now(corpus: &Corpus, validity: &Validity, asked: ValidityQuery) -> String {
    let Some(last) = last_successor(corpus, validity, asked) else { return String::new() };
    let named = format!("{}{}", last.instrument.citation(), said_doubt(last.confidence));
    if last.is_law { format!(", nay là {named}") } else { format!(", rồi bằng {named}") }
}

/// `chuyển tiếp: dự án đã quyết định được làm tiếp (khoản 2 Điều 91 Nghị định số 224/2026/NĐ-CP)`
fn going_on(corpus: &Corpus, open: &OpenTransition) -> String {
    let OpenTransition { by, transition } = open;
    let by = corpus.instrument(by).map(|it| it.citation()).unwrap_or_default();
    let place = match &transition.at {
        Some(at) => format!(" ({at} {by})"),
        None => format!(" ({by})"),
    };
    let until = transition.until.as_ref().map(|until| match until {
        Day::On(date) => format!(", đến trước {}", date.short()),
        Day::Unknown { reason, .. } => format!(", chưa rõ đến ngày nào: {reason}"),
    });
    format!("chuyển tiếp: {}{}{place}", transition.note, until.unwrap_or_default())
}

fn amended(corpus: &Corpus, validity: &Validity) -> Option<String> {
    let amended_by = |certain: bool, corrects: bool| {
        let acts = validity.amendments.iter().filter(|it| it.certain == certain && it.corrects == corrects);
        let acts = acts.filter(|it| it.confidence != Confidence::Unverified);
        let names: Vec<String> = acts.filter_map(|it| corpus.instrument(&it.by)).map(|it| it.citation()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let corrected = amended_by(true, true).map(|names| format!("được đính chính bởi {names}"));
    let corrected_perhaps = amended_by(false, true)
        .map(|names| format!("văn bản được đính chính bởi {names}, chưa rõ có gồm đơn vị này không"));
    let certain = amended_by(true, false).map(|names| format!("được sửa đổi, bổ sung bởi {names}"));
    let perhaps = amended_by(false, false)
        .map(|names| format!("văn bản được sửa đổi, bổ sung bởi {names}, chưa rõ có sửa đơn vị này không"));
    let both: Vec<String> = certain.into_iter().chain(perhaps).chain(corrected).chain(corrected_perhaps).collect();
    (!both.is_empty()).then(|| both.join("; "))
}

/// Nothing follows from the end of a base by itself, but a reader should know.
fn bases(corpus: &Corpus, validity: &Validity) -> Option<String> {
    let bases: Vec<&Instrument> = validity.ended_bases.iter().filter_map(|id| corpus.instrument(id)).collect();
    let said = |what: &str, has_validity: bool| {
        let of = bases.iter().filter(|it| it.kind.has_validity() == has_validity);
        let names: Vec<String> = of.map(|it| it.citation()).collect();
        (!names.is_empty()).then(|| format!("dựa trên văn bản {what}: {}", names.join(", ")))
    };
    let both = [said("đã hết hiệu lực", true), said("đã được thay thế", false)];
    let both: Vec<String> = both.into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join("; "))
}

/// `hết hiệu lực theo Nghị định số 2/2020/NĐ-CP`: by the clause's own verb.
fn by_verb(verb: Option<&Known<EndVerb>>, by: &str) -> String {
    match verb {
        Some(Known::Known(verb)) => format!("{} {by}", verb.passive()),
        Some(Known::Unknown { .. }) => format!("hết hiệu lực theo {by}, chưa rõ điều khoản dùng từ gì"),
        None => format!("hết hiệu lực theo {by}"),
    }
}

/// Why a text is law on no day.
fn never(cause: Option<Cause>, verb: Option<&Known<EndVerb>>, by: Option<String>) -> Option<String> {
    let early = |words: String| Some(format!("{words} trước khi có hiệu lực"));
    match cause {
        Some(Cause::Annulled) => Some(format!("bị huỷ bỏ bởi {}", by?)),
        Some(Cause::Replaced) => early(format!("bị thay bằng {}", by?)),
        Some(Cause::Repealed) => early(format!("bị bãi bỏ bởi {}", by?)),
        Some(Cause::Ended) => early(by_verb(verb, &by?)),
        Some(Cause::Amended) => early(format!("được sửa đổi bởi {}", by?)),
        Some(Cause::OwnTerm) => early(EndsBy::OwnTerm.name().to_owned()),
        Some(Cause::ParentEnded) => early(EndsBy::ParentEnded.name().to_owned()),
        Some(Cause::Suspended) | None => early("hết hiệu lực".to_owned()),
    }
}

/// `sẽ không có hiệu lực: bị bãi bỏ bởi … trước khi có hiệu lực`
fn never_to_be(corpus: &Corpus, ahead: &Ahead) -> Option<String> {
    let verified = ahead.confidence != Some(Confidence::Unverified);
    let by = ahead.by.as_ref().filter(|_| verified).and_then(|id| corpus.instrument(id));
    let by = by.map(|by| format!("{}{}", by.citation(), said_doubt(ahead.confidence)));
    let reason = never(ahead.cause, ahead.verb.as_ref(), by)?;
    ahead.before_commencing.then(|| format!("sẽ không có hiệu lực: {reason}"))
}

/// `riêng phần về số hiệu mạng: có hiệu lực từ 01/07/2030`
pub(super) fn for_some(corpus: &Corpus, scope: &ScopeState) -> String {
    // How to settle it is for the editor.
    let ScopeState { words, audiences, at, clause, kind, since, until, reason, settled_by: _ } = scope;
    let names = audiences.iter().filter_map(|id| corpus.vocabulary().audience(id)).map(|it| it.name.clone());
    let names: Vec<String> = names.collect();
    let names = if names.is_empty() { String::new() } else { format!(", đối với {}", names.join(", ")) };
    let day = match kind {
        ValidityKind::InForce => since.map(|date| format!(" từ {}", date.short())),
        ValidityKind::NotCommenced => since.map(|date| format!(", sẽ có từ {}", date.short())),
        ValidityKind::Ended | ValidityKind::Suspended => until.map(|date| format!(" từ {}", date.short())),
        ValidityKind::Unknown => {
            reason.as_ref().filter(|it| !it.vi.is_empty()).map(|reason| format!(", {}", reason.vi))
        }
        ValidityKind::PartlyEnded | ValidityKind::NeverInForce | ValidityKind::NotApplicable => None,
    };
    let place = clause.as_ref().map(Clause::citation).or(at.as_ref().map(ToString::to_string));
    let place = place.map(|place| format!(" ({place})")).unwrap_or_default();
    let state = crate::language::vi::web::state(*kind).to_lowercase();
    format!("riêng {words}{names}: {state}{}{place}", day.unwrap_or_default())
}
