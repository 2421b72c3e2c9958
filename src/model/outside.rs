//! Instruments that act on others and have no record. Each becomes one that bears no more than what its acts say of it, so
//! that one list of acts, and whatever is made of it, has them all.

use std::collections::BTreeMap;

use super::ids::InstrumentId;
use super::instrument::{Instrument, OutsideAct};
use super::known::{Day, Known, Term};
use super::statement::Statements;

/// Returns the instruments without a record that act on those with one, each once with all its acts.
pub(super) fn acting(recorded: &BTreeMap<InstrumentId, Instrument>) -> BTreeMap<InstrumentId, Instrument> {
    let mut found: BTreeMap<InstrumentId, Instrument> = BTreeMap::new();
    for target in recorded.values() {
        for act in &target.amended_by {
            let Some((id, instrument)) = made(act, target) else { continue };
            let acting = found.entry(id).or_insert(instrument);
            let confidence = Some(target.confidence_of(&act.relation));
            acting.relations.push(super::instrument::Relation { confidence, ..act.relation.clone() });
            if let (Day::Unknown { .. }, Some(Day::On(issued))) = (&acting.issued, &act.issued) {
                acting.issued = Day::On(*issued);
            }
        }
    }
    found
}

/// `None` where the type is not known, which `check` reports.
fn made(act: &OutsideAct, target: &Instrument) -> Option<(InstrumentId, Instrument)> {
    let unknown = |reason: &str| Day::Unknown { reason: reason.to_owned(), earliest: None, latest: None };
    let id = id(act)?;
    let instrument = Instrument {
        id: id.clone(),
        aliases: Vec::new(),
        number: Known::Known(act.acting.number.clone()),
        kind: act.acting.instrument_type()?,
        title: String::new(),
        issuer: String::new(),
        signer: Known::Unknown { reason: NO_RECORD.to_owned() },
        issued: act.issued.clone().unwrap_or_else(|| unknown(NO_RECORD)),
        term: Term { from: unknown("chưa rõ ngày có hiệu lực của văn bản tác động"), until: None },
        statements: Statements::default(),
        known_from: None,
        in_force_at: None,
        ends_by: None,
        ends_at: None,
        scopes: Vec::new(),
        names: Vec::new(),
        relations: Vec::new(),
        amended_by: Vec::new(),
        has_record: false,
        confidence: target.confidence,
        checked_on: target.checked_on,
        sources: Vec::new(),
        text_at: None,
        contact: None,
        notes: None,
    };
    Some((id, instrument))
}

const NO_RECORD: &str = "Văn bản không có hồ sơ trong kho";

/// `ngoai-kho-71-2025-qh15`: no record may be called so, and only its number identifies such an instrument, with the day of
/// issue where the number has no year.
fn id(act: &OutsideAct) -> Option<InstrumentId> {
    let number = &act.acting.number;
    let issued = act.issued.as_ref().and_then(Day::date).filter(|_| !number.identifies());
    let issued = issued.map(|date| format!("-{date}")).unwrap_or_default();
    let mut id = "ngoai-kho".to_owned();
    for character in format!("-{number}{issued}").to_lowercase().replace('đ', "d").chars() {
        match character {
            c if c.is_ascii_alphanumeric() => id.push(c),
            _ if !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    id.trim_end_matches('-').parse().ok()
}
