//! Suspensions of a text or of a part of it.

use super::act::Act;
use super::doubt::ValidityDoubt;
use super::life::name_act;
use crate::model::bilingual::Bilingual;
use crate::model::date::Date;
use crate::model::known::{Day, Reached};
use crate::model::validity::{ScopeState, Validity, ValidityKind};

#[derive(Clone, Debug)]
pub(super) struct Suspension<'c> {
    pub act: Act<'c>,
    pub doubt: Option<ValidityDoubt>,
    /// When the act itself ended, which says nothing about what it suspended.
    pub act_ended: Vec<Day>,
}

impl Suspension<'_> {
    /// The state that it makes on a day; `None` where it makes none.
    pub fn state(&self, date: Date) -> Option<Validity> {
        let began = self.act.effect().reached_on(date);
        let until = self.act.relation.until.as_ref();
        let over = until.map_or(Reached::No, |until| until.reached_on(date));
        if began == Reached::No || over == Reached::Yes {
            return None;
        }
        if let Some(doubt) = &self.doubt {
            return Some(doubt.clone().validity_by(Some(self.act)));
        }
        if began == Reached::Unknown {
            return Some(ValidityDoubt::day_of(&self.act, None).validity_by(Some(self.act)));
        }
        // It lasts until something lifts it. That its end is unknown lifts nothing; a day from which it may have been
        // lifted does.
        if let Some(Day::Unknown { reason, earliest: Some(_), .. }) = until
            && over == Reached::Unknown
        {
            return Some(ValidityDoubt::lifting(&self.act, reason).validity_by(Some(self.act)));
        }
        if self.act_ended.iter().any(|day| day.reached_on(date) == Reached::Yes) {
            return Some(ValidityDoubt::lapsed(&self.act).validity_by(Some(self.act)));
        }
        let mut validity = Validity::plain(ValidityKind::Suspended);
        validity.until = self.act.effect().date();
        validity.resumes = until.and_then(Day::date);
        validity.reason = until.and_then(Day::reason).map(Bilingual::quoted);
        name_act(&mut validity, &self.act);
        Some(validity)
    }

    /// The suspension of a part, on a day: the rest of the text is in force.
    pub(super) fn scope(&self, date: Date) -> Option<ScopeState> {
        let state = self.state(date)?;
        Some(ScopeState {
            words: self.act.relation.units_named(),
            audiences: Vec::new(),
            at: None,
            clause: self.act.clause(),
            kind: state.kind,
            since: None,
            until: state.until,
            reason: state.reason,
            settled_by: state.settled_by,
        })
    }
}
