//! Acts and ends that take effect on a day, or are over on it: those that the timeline lists.

use super::act::Act;
use super::life::Life;
use super::suspension::Suspension;
use super::touch::{Position, Touch, touch};
use crate::model::date::Date;
use crate::model::instrument::RelationKind;
use crate::model::provision::Locator;

impl<'c> Life<'c> {
    /// The amendments that take effect on a day.
    pub(super) fn amended_on(&self, date: Date) -> impl Iterator<Item = Act<'c>> {
        let amends = self.amendments.iter().filter(|(act, _)| act.relation.kind == RelationKind::Amends);
        amends.map(|(act, _)| *act).filter(move |act| act.effect().date() == Some(date))
    }

    /// The corrections of the text, whenever they became known.
    pub(super) fn corrections(&self) -> impl Iterator<Item = Act<'c>> {
        self.amendments.iter().map(|(act, _)| *act).filter(|act| act.relation.kind == RelationKind::Corrects)
    }

    /// The ends of parts that take effect on a day.
    pub(super) fn parts_on(&self, date: Date) -> impl Iterator<Item = Act<'c>> {
        let certain = self.parts.iter().filter(|part| part.doubt.is_none());
        certain.filter_map(|part| part.act).filter(move |act| act.effect().date() == Some(date))
    }

    /// The acts that annul the text, or parts of it.
    pub(super) fn annulments(&self) -> impl Iterator<Item = Act<'c>> {
        self.ends.iter().chain(&self.parts).filter(|end| end.annuls()).filter_map(|end| end.act)
    }

    /// The acts whose suspension of a part is over on a day, where that part is law again.
    pub(super) fn lifted_on(&self, date: Date) -> impl Iterator<Item = Act<'c>> {
        let was = move |one: &Suspension<'c>| date.yesterday().is_some_and(|eve| one.state(eve).is_some());
        let lifted = self.suspended_parts.iter().filter(move |one| was(one) && one.state(date).is_none());
        let lasts = move |units: &[Locator]| {
            self.suspended_parts.iter().any(|one| one.act.relation.units == units && one.state(date).is_some())
        };
        lifted.map(|one| one.act).filter(move |act| {
            let units = &act.relation.units;
            !lasts(units) && !self.has_part_ended(units, date)
        })
    }

    /// Whether all of these parts have certainly ended on a day.
    pub(super) fn has_part_ended(&self, units: &[Locator], date: Date) -> bool {
        let ended = |unit: &Locator| {
            let certain = self.parts.iter().filter(|part| part.is_certain_on(date)).filter_map(|part| part.act);
            certain.into_iter().any(|act| touch(&act.relation.units, Position::at(unit)) == Touch::Whole)
        };
        !units.is_empty() && units.iter().all(ended)
    }

    /// The acts whose transitional rules end on a day.
    pub(super) fn transitions_over_on(&self, date: Date) -> impl Iterator<Item = Act<'c>> {
        let acts = self.ends.iter().chain(&self.parts).filter(|end| end.doubt.is_none()).filter_map(|end| end.act);
        let acts = acts.chain(self.amendments.iter().filter(|(_, certain)| *certain).map(|(act, _)| *act));
        let until = |act: &Act<'_>| act.relation.transition.as_ref()?.until.as_ref()?.date();
        acts.filter(move |act| until(act) == Some(date))
    }
}
