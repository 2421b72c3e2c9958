//! Sheets of duties: for each audience what it must do, by when, under which rule, what shows that it was done, and whom to
//! ask, short enough for a wall. Only what the view has already is on them.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    AsideView, AudienceView, ByNumber, CapacityView, DeadlineView, DutyPlace, EvidenceView, ExcerptNumber, ExcerptView,
    KindView, Labelled, ObligationView, View,
};
use crate::language::vi::duty_sheets::{self as said, DutySheetWords};
use crate::model::validity::ValidityKind;

/// The sheets of an edition, one for each audience that has duties.
#[derive(Serialize, Clone, Debug)]
pub struct DutySheetsView {
    pub words: DutySheetWords,
    /// Where to write about the edition, or that no address is known.
    pub contact: String,
    pub sheets: Vec<DutySheetView>,
}

/// What one audience has to know.
#[derive(Serialize, Clone, Debug)]
pub struct DutySheetView {
    /// `phieu-so`
    pub anchor: String,
    pub audience: Labelled,
    /// `19 việc: 3 của riêng bạn; 16 với tư cách cơ quan nhà nước`
    pub tally: String,
    /// Duties that have a deadline, the next day first.
    pub dated: Vec<DutySheetDeadline>,
    /// The other duties, by what binds the audience to them.
    pub sections: Vec<DutySheetSection>,
    /// What it should or may do.
    pub free: Vec<DutySheetRow>,
    /// Duties of provisions that may bind on the day, or come to bind.
    pub aside: Vec<AsideView>,
    /// The instruments that lay the duties down, and whom to ask about each, where public sources say it.
    pub instruments: Vec<String>,
}

/// Duties that are due at the same time.
#[derive(Serialize, Clone, Debug)]
pub struct DutySheetDeadline {
    pub deadline: DeadlineView,
    pub rows: Vec<DutySheetRow>,
}

/// Duties that bind an audience in one capacity.
#[derive(Serialize, Clone, Debug)]
pub struct DutySheetSection {
    /// Nothing where all duties of the audience are its own.
    pub capacity: Option<CapacityView>,
    pub rows: Vec<DutySheetRow>,
}

/// One duty.
#[derive(Serialize, Clone, Debug)]
pub struct DutySheetRow {
    pub who: String,
    pub verb: String,
    pub what: String,
    pub level: Labelled,
    pub kind: KindView,
    /// Said once above the rows that share it.
    #[serde(skip)]
    deadline: Option<DeadlineView>,
    pub evidence: Vec<EvidenceView>,
    /// The number of its excerpt in the booklet.
    pub number: ExcerptNumber,
    /// `Khoản 4 Điều 11, 224/2026/NĐ-CP`; the sheet has the whole name of the instrument once.
    pub rule: String,
    /// How sure the booklet is, where the text itself was not read.
    pub doubt: Option<String>,
}

impl View {
    /// Returns the sheets of duties of all audiences that have some.
    pub fn duty_sheets(&self) -> DutySheetsView {
        let chapters = self.parts.iter().flat_map(|part| &part.chapters);
        let excerpts: ByNumber<&ExcerptView> = chapters.flat_map(|chapter| &chapter.excerpts).collect();
        let rows = DutyRows { view: self, excerpts };
        let bound = self.web.audiences.iter().filter(|it| it.sections.iter().any(|section| !section.duties.is_empty()));
        let sheets = bound.map(|audience| rows.sheet(audience)).collect();
        DutySheetsView { words: said::words(), contact: self.edition.contact.clone(), sheets }
    }
}

/// The view, with its excerpts by their numbers.
struct DutyRows<'v> {
    view: &'v View,
    excerpts: ByNumber<&'v ExcerptView>,
}

impl DutyRows<'_> {
    fn sheet(&self, audience: &AudienceView) -> DutySheetView {
        let AudienceView { id, name, also: _, tally: _, counts, sections, aside, excerpts: _ } = audience;
        let rows = || sections.iter().flat_map(|section| self.rows(&section.duties));
        let binding = sections.iter().map(|section| DutySheetSection {
            capacity: section.capacity.clone(),
            rows: self.rows(&section.duties).filter(|row| row.kind.tick && row.deadline.is_none()).collect(),
        });
        DutySheetView {
            anchor: format!("phieu-{id}"),
            audience: Labelled { key: id.clone(), name: name.clone() },
            tally: counts.clone(),
            dated: dated(rows().filter(|row| row.kind.tick).collect()),
            sections: binding.filter(|section| !section.rows.is_empty()).collect(),
            free: rows().filter(|row| !row.kind.tick).collect(),
            aside: aside.iter().filter(|it| may_bind(&it.key)).cloned().collect(),
            instruments: self.instruments(sections.iter().flat_map(|section| &section.duties)),
        }
    }

    /// The duties at these places; every place is one of the view.
    fn rows(&self, places: &[DutyPlace]) -> impl Iterator<Item = DutySheetRow> {
        places.iter().filter_map(|place| self.row(place))
    }

    fn row(&self, place: &DutyPlace) -> Option<DutySheetRow> {
        let excerpt = self.excerpts.get(place.excerpt)?;
        let duty = excerpt.obligations.get(place.at as usize)?;
        let ObligationView { who, what, level, verb, kind, deadline, evidence, sanctions: _ } = duty;
        Some(DutySheetRow {
            who: who.clone(),
            verb: verb.clone(),
            what: what.clone(),
            level: level.clone(),
            kind: kind.clone(),
            deadline: deadline.clone(),
            evidence: evidence.clone(),
            number: place.excerpt,
            rule: said::rule(&excerpt.locator, &excerpt.instrument_citation),
            doubt: self.view.web.excerpts.get(place.excerpt).and_then(|it| it.doubt.clone()),
        })
    }

    /// Each instrument once, in the order of the duties.
    fn instruments<'d>(&self, places: impl Iterator<Item = &'d DutyPlace>) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let lines = places.filter_map(|place| {
            let excerpt = self.excerpts.get(place.excerpt)?;
            Some(said::instrument(&excerpt.instrument_citation, excerpt.contact.as_deref()))
        });
        lines.filter(|line| seen.insert(line.clone())).collect()
    }
}

/// The duties that have a deadline, those of one deadline together.
fn dated(mut rows: Vec<DutySheetRow>) -> Vec<DutySheetDeadline> {
    rows.sort_by_key(order);
    let mut groups: Vec<DutySheetDeadline> = Vec::new();
    for row in rows {
        let Some(deadline) = row.deadline.clone() else { continue };
        match groups.iter_mut().find(|group| group.deadline.text == deadline.text) {
            Some(group) => group.rows.push(row),
            None => groups.push(DutySheetDeadline { deadline, rows: vec![row] }),
        }
    }
    groups
}

/// Whether a provision in this state binds somebody now or later, or may.
fn may_bind(state: &str) -> bool {
    let binds_nobody = [ValidityKind::Ended, ValidityKind::NeverInForce, ValidityKind::NotApplicable];
    binds_nobody.iter().all(|kind| kind.key() != state)
}

/// Days to come in their order, then what recurs or depends on an event, then what has passed.
fn order(row: &DutySheetRow) -> (u8, String, ExcerptNumber) {
    let due = row.deadline.as_ref().map(|deadline| &deadline.data);
    let (next, passed) = (due.and_then(|due| due.next.clone()), due.and_then(|due| due.passed.clone()));
    let group = match (&next, &passed) {
        (Some(_), _) => 0,
        (None, None) => 1,
        (None, Some(_)) => 2,
    };
    (group, next.or(passed).unwrap_or_default(), row.number)
}
