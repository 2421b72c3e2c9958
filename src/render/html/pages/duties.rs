//! Duties as the annexes and the pages of audiences show them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::RenderError;
use super::Builder;
use super::links::{Link, Reference};
use crate::view::{
    AsideView, CapacityView, DaySpan, DeadlineView, DutyGroup, DutySection, DutyView, EvidenceView, KindView, Labelled,
};

#[derive(Serialize)]
pub(super) struct Group<'a> {
    anchor: &'a str,
    audience: &'a Labelled,
    tally: &'a str,
    days: Option<&'a DaySpan>,
    sections: Vec<DutySectionData<'a>>,
}

/// The duties of one capacity.
#[derive(Serialize)]
struct DutySectionData<'a> {
    capacity: Option<&'a CapacityView>,
    duties: Vec<DutyData<'a>>,
}

#[derive(Serialize)]
pub(super) struct DutyData<'a> {
    number: u32,
    /// The id of where a page has it in full; nothing where it does so everywhere.
    id: Option<String>,
    /// Whether the page had it in full before.
    again: bool,
    who: &'a str,
    verb: &'a str,
    what: &'a str,
    level: &'a Labelled,
    kind: &'a KindView,
    deadline: Option<&'a DeadlineView>,
    evidence: &'a [EvidenceView],
    sanctions: Vec<Reference<'a>>,
    excerpt: Reference<'a>,
    doubt: Option<&'a str>,
}

/// Duties of what is not plainly law.
#[derive(Serialize)]
pub(super) struct Aside<'a> {
    key: &'a str,
    sign: &'a str,
    text: &'a str,
    excerpts: Vec<Reference<'a>>,
}

impl<'a> Builder<'a> {
    pub(super) fn duty_groups(&self, groups: &'a [DutyGroup]) -> Result<Vec<Group<'a>>, RenderError> {
        let section = |DutySection { capacity, duties }: &'a DutySection| {
            let duties = duties.iter().map(|duty| self.duty(duty)).collect::<Result<_, _>>()?;
            Ok(DutySectionData { capacity: capacity.as_ref(), duties })
        };
        let one = |DutyGroup { anchor, audience, tally, sections }: &'a DutyGroup| {
            let sections = sections.iter().map(section).collect::<Result<_, RenderError>>()?;
            Ok(Group { anchor, audience, tally, days: self.days_of(&audience.key), sections })
        };
        groups.iter().map(one).collect()
    }

    pub(super) fn duty(&self, duty: &'a DutyView) -> Result<DutyData<'a>, RenderError> {
        let DutyView {
            number,
            who,
            verb,
            what,
            level,
            kind,
            deadline,
            evidence,
            sanctions,
            excerpt,
            at: _,
            doubt,
            listed_in: _,
        } = duty; // a page shows each list as a whole
        Ok(DutyData {
            number: *number,
            id: None,
            again: false,
            who,
            verb,
            what,
            level,
            kind,
            deadline: deadline.as_ref(),
            evidence,
            sanctions: self.references(sanctions)?,
            excerpt: self.reference(excerpt)?,
            doubt: doubt.as_deref(),
        })
    }

    pub(super) fn asides(&self, all: &'a [AsideView]) -> Result<Vec<Aside<'a>>, RenderError> {
        let one = |aside: &'a AsideView| {
            let AsideView { key, sign, text, excerpts } = aside;
            Ok(Aside { key, sign, text, excerpts: self.references(excerpts)? })
        };
        all.iter().map(one).collect()
    }
}

/// Has each duty in full once, where it comes first; what comes again leads there.
pub(super) fn in_full_once(groups: &mut [Group<'_>]) {
    let mut ids: BTreeMap<_, String> = BTreeMap::new();
    let sections = groups.iter_mut().flat_map(|group| &mut group.sections);
    for duty in sections.flat_map(|section| &mut section.duties) {
        let deadline = duty.deadline.map(|deadline| deadline.text.as_str());
        let key = (duty.excerpt.number, duty.who, duty.verb, duty.what, deadline);
        duty.again = ids.contains_key(&key);
        let next = format!("viec_{}", ids.len() + 1);
        duty.id = Some(ids.entry(key).or_insert(next).clone());
    }
}

/// The audiences of the groups, as links within the page.
pub(super) fn audiences(groups: &[DutyGroup]) -> Vec<Link<'_>> {
    groups.iter().map(|group| Link::new(&format!("#{}", group.anchor), &group.audience.name)).collect()
}
