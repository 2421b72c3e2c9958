//! Shared by the annexes that list duties: the matrix, the checklists, the report form, the calendar.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assemble::duties::{AudienceDuties, CapacityDuties, Duties, Duty};
use crate::language::vi::{annexes, capacities};
use crate::model::capacity::CapacityWay;
use crate::model::ids::AudienceId;
use crate::model::validity::ValidityKind;
use crate::view::build::Builder;
use crate::view::{DeadlineView, EvidenceView, ExcerptLink, ExcerptNumber, KindView, Labelled, ObligationView};

/// The duties of one audience, by the capacity in which they bind it.
#[derive(Serialize, Clone, Debug)]
pub struct DutyGroup {
    /// Unique in the booklet: `viec-so` for a checklist, `trach-nhiem-so`, `bao-cao-so`.
    pub anchor: String,
    pub audience: Labelled,
    /// `19 việc: 3 của riêng bạn; 16 với tư cách cơ quan nhà nước`
    pub tally: String,
    pub sections: Vec<DutySection>,
}

/// The duties of an audience in one capacity, by level and then in the order of the booklet.
#[derive(Serialize, Clone, Debug)]
pub struct DutySection {
    /// Nothing where all duties of the audience are its own.
    pub capacity: Option<CapacityView>,
    pub duties: Vec<DutyView>,
}

/// Through what duties bind an audience.
#[derive(Serialize, Clone, Debug)]
pub struct CapacityView {
    /// `own`, `as`, `when`, `everybody`
    pub way: String,
    /// Id of the audience that the duties name.
    pub audience: String,
    /// `Với tư cách cơ quan nhà nước`
    pub heading: String,
    /// `theo khoản 6 Điều 85 Nghị định số 224/2026/NĐ-CP`
    pub reason: Option<String>,
    /// `13 việc`
    pub tally: String,
}

/// A duty, as a row of a table.
#[derive(Serialize, Clone, Debug)]
pub struct DutyView {
    /// Counted within its group, through all sections.
    pub number: u32,
    pub who: String,
    /// `phải`, `nên`, `được khuyến khích`, `được`
    pub verb: String,
    pub what: String,
    pub level: Labelled,
    pub kind: KindView,
    pub deadline: Option<DeadlineView>,
    pub evidence: Vec<EvidenceView>,
    pub sanctions: Vec<ExcerptLink>,
    pub excerpt: ExcerptLink,
    /// Its place among the duties of that excerpt.
    #[serde(skip)]
    pub at: u32,
    /// How sure we are, where the text itself was not read.
    pub doubt: Option<String>,
    /// The earlier list of the annex that has it too: paper prints it there only.
    pub listed_in: Option<ListedIn>,
}

/// A list that has a duty already.
#[derive(Serialize, Clone, Debug)]
pub struct ListedIn {
    pub anchor: String,
    /// Whose list it is.
    pub audience: String,
}

/// Duties of provisions in one state other than in force, which are listed and do not bind.
#[derive(Serialize, Clone, Debug)]
pub struct AsideView {
    /// The key and the sign of the status.
    pub key: String,
    pub sign: String,
    /// `3 việc của quy định đã hết hiệu lực`
    pub text: String,
    pub excerpts: Vec<ExcerptLink>,
}

/// Where the booklet lists the duties of some audiences only, it says so first.
pub(super) fn intro(builder: &Builder<'_, '_>, words: Vec<String>) -> Vec<String> {
    builder.only_audiences().into_iter().chain(words).collect()
}

/// `start`: of the anchors, which keep the annexes apart. `only`: the audiences whose duties are listed; all where there
/// are none.
pub(super) fn groups(
    builder: &Builder<'_, '_>,
    duties: &Duties<'_>,
    start: &str,
    only: &[AudienceId],
) -> Vec<DutyGroup> {
    let asked = |group: &&AudienceDuties<'_>| only.is_empty() || only.contains(&group.audience.id);
    let view = |group: &AudienceDuties<'_>| DutyGroup {
        anchor: format!("{start}-{}", group.audience.id),
        audience: Labelled { key: group.audience.id.to_string(), name: group.audience.name.clone() },
        tally: tally(group),
        sections: sections(builder, group),
    };
    let mut groups = duties.by_audience.iter().filter(asked).map(view).collect();
    mark_listed(&mut groups);
    groups
}

/// Marks each duty that an earlier list has.
fn mark_listed(groups: &mut Vec<DutyGroup>) {
    let mut listed: BTreeMap<(ExcerptNumber, String), ListedIn> = BTreeMap::new();
    for group in groups {
        let own = ListedIn { anchor: group.anchor.clone(), audience: group.audience.name.clone() };
        for duty in group.sections.iter_mut().flat_map(|section| &mut section.duties) {
            let key = (duty.excerpt.number, format!("{} {} {}", duty.who, duty.verb, duty.what));
            duty.listed_in = listed.get(&key).cloned();
            listed.entry(key).or_insert_with(|| own.clone());
        }
    }
}

/// How many duties an audience has, and how many through what.
pub(in crate::view) fn tally(group: &AudienceDuties<'_>) -> String {
    let counts = group.by_capacity.iter().map(|it| capacities::counted(&it.capacity, it.duties.len()));
    let counts: Vec<String> = counts.filter(|_| !is_all_own(group)).collect();
    annexes::duties_by_capacity(group.all().count(), &counts)
}

/// Through what some duties of an audience bind it; nothing is said where all are its own.
pub(in crate::view) fn capacity_view(group: &AudienceDuties<'_>, part: &CapacityDuties<'_>) -> Option<CapacityView> {
    let CapacityDuties { capacity, duties } = part;
    (!is_all_own(group)).then(|| CapacityView {
        way: capacity.way.key().to_owned(),
        audience: capacity.audience.id.to_string(),
        heading: capacities::heading(capacity),
        reason: capacities::reason(capacity),
        tally: annexes::duties_counted(duties.len()),
    })
}

fn is_all_own(group: &AudienceDuties<'_>) -> bool {
    group.by_capacity.iter().all(|part| part.capacity.way == CapacityWay::Own)
}

fn sections(builder: &Builder<'_, '_>, group: &AudienceDuties<'_>) -> Vec<DutySection> {
    let mut numbers = 1..;
    let section = |part: &CapacityDuties<'_>| {
        let duties = part.duties.iter().zip(numbers.by_ref());
        DutySection {
            capacity: capacity_view(group, part),
            duties: duties.filter_map(|(duty, number)| duty_view(builder, duty, number)).collect(),
        }
    };
    group.by_capacity.iter().map(section).collect()
}

/// `None` cannot be: the duties are those of printed excerpts.
fn duty_view(builder: &Builder<'_, '_>, duty: &Duty<'_>, number: u32) -> Option<DutyView> {
    let obligation = builder.obligation(duty.excerpt, duty.obligation, ValidityKind::InForce);
    let ObligationView { who, what, level, verb, kind, deadline, evidence, sanctions } = obligation;
    Some(DutyView {
        number,
        who,
        verb,
        what,
        level,
        kind,
        deadline,
        evidence,
        sanctions,
        excerpt: builder.link(&duty.excerpt.id)?,
        at: duty.at as u32,
        doubt: annexes::doubt(duty.excerpt.confidence),
        listed_in: None,
    })
}

/// The excerpts of some duties, each once.
pub(super) fn excerpts(builder: &Builder<'_, '_>, duties: &[Duty<'_>]) -> Vec<ExcerptLink> {
    let mut links: Vec<ExcerptLink> = duties.iter().filter_map(|duty| builder.link(&duty.excerpt.id)).collect();
    links.dedup_by_key(|link| link.number);
    links
}
