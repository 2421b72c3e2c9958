//! Duties without a booklet: what binds an audience, and through what, as rows.

use serde::Serialize;

use super::build::{citation, locator};
use super::duty::{DeadlineView, EvidenceView, deadline_view, evidence_view};
use crate::assemble::duties::{self, AudienceDuties, Duty, bound};
use crate::language::vi::capacities;
use crate::model::capacity::Capacity;
use crate::model::corpus::Corpus;
use crate::model::excerpt::{Excerpt, Obligation};
use crate::model::instrument::Instrument;
use crate::model::time::ValidityQuery;
use crate::model::validity::ValidityKind;

/// A duty of an audience, and through what it binds it.
#[derive(Serialize, Clone, Debug)]
pub struct BoundDutyView {
    /// Id of the audience.
    pub audience: String,
    /// `own`, `as`, `when`, `everybody`
    pub way: String,
    /// Id of the audience that the duty names.
    pub through: String,
    /// `Với tư cách cơ quan nhà nước`
    pub heading: String,
    /// `theo khoản 6 Điều 85 Nghị định số 224/2026/NĐ-CP`
    pub reason: Option<String>,
    pub who: String,
    /// `phải`
    pub verb: String,
    pub what: String,
    /// As it is on the day; nothing where the provision states none.
    pub deadline: Option<DeadlineView>,
    pub evidence: Vec<EvidenceView>,
    /// Id of the level.
    pub level: String,
    /// `duty`, `right`
    pub kind: String,
    /// `nghĩa vụ`, `quyền`
    pub kind_name: String,
    /// Id of the excerpt that says so.
    pub excerpt: String,
    /// Its place among the duties of the excerpt, counted from 1.
    pub number: usize,
    /// `Khoản 4 Điều 11 Nghị định số 224/2026/NĐ-CP`
    pub citation: String,
    /// `Khoản 4 Điều 11`
    pub locator: String,
    /// `Nghị định số 224/2026/NĐ-CP`
    pub instrument: String,
    /// How sure the excerpt is.
    pub confidence: String,
}

/// Returns the duties of an audience, the closest first.
pub fn bound_duties(corpus: &Corpus, duties: &AudienceDuties<'_>, asked: ValidityQuery) -> Vec<BoundDutyView> {
    let of = |capacity: &Capacity<'_>, duty: &Duty<'_>| row(corpus, duties, capacity, duty, asked);
    let groups = duties.by_capacity.iter();
    groups.flat_map(|group| group.duties.iter().map(|duty| of(&group.capacity, duty))).collect()
}

/// Returns whom the duties of an excerpt bind on a day, duty by duty, in the order of the vocabulary; nobody where its
/// provision is not plainly in force.
pub fn bound_by(corpus: &Corpus, excerpt: &Excerpt, asked: ValidityQuery) -> Vec<BoundDutyView> {
    if corpus.excerpt_validity(excerpt, asked).kind != ValidityKind::InForce {
        return Vec::new();
    }
    let (vocabulary, duties) = (corpus.vocabulary(), duties::of_excerpt(excerpt).collect::<Vec<_>>());
    let bound = vocabulary.audiences.iter().map(|audience| bound(vocabulary, &duties, audience, asked));
    let mut rows: Vec<BoundDutyView> = bound.flat_map(|bound| bound_duties(corpus, &bound, asked)).collect();
    rows.sort_by_key(|row| row.number);
    rows
}

fn row(
    corpus: &Corpus,
    duties: &AudienceDuties<'_>,
    capacity: &Capacity<'_>,
    Duty { excerpt, obligation, at }: &Duty<'_>,
    asked: ValidityQuery,
) -> BoundDutyView {
    let Obligation {
        id: _, // for other records
        who,
        audiences: _, // see `through`
        except: _,    // as well
        what,
        level,
        deadline,
        evidence,
    } = obligation;
    let (known, kind) = (corpus.vocabulary().level(level), corpus.vocabulary().kind(level));
    BoundDutyView {
        audience: duties.audience.id.to_string(),
        way: capacity.way.key().to_owned(),
        through: capacity.audience.id.to_string(),
        heading: capacities::heading(capacity),
        reason: capacities::reason(capacity),
        who: who.clone(),
        verb: known.map(|level| level.verb.clone()).unwrap_or_default(),
        what: what.clone(),
        deadline: deadline_view(corpus, deadline, asked),
        evidence: evidence.iter().map(evidence_view).collect(),
        level: level.to_string(),
        kind: kind.key().to_owned(),
        kind_name: kind.name().to_owned(),
        excerpt: excerpt.id.to_string(),
        number: at + 1,
        citation: citation(corpus, excerpt),
        locator: locator(excerpt),
        instrument: corpus.instrument(&excerpt.instrument).map(Instrument::citation).unwrap_or_default(),
        confidence: excerpt.confidence.key().to_owned(),
    }
}
