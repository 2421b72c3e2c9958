//! A duty as readers see it: what kind it is, by when it is to be done, what shows that it was.

use std::collections::BTreeMap;

use serde::Serialize;

use super::build::{Builder, citation};
use super::{ExcerptLink, Labelled};
use crate::language::vi::deadlines as said;
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::deadline::{Deadline, DeadlineOnDay, Due, LapseStart, Moved};
use crate::model::duty_kind::DutyKind;
use crate::model::excerpt::{Evidence, Excerpt, Obligation};
use crate::model::ids::DutyId;
use crate::model::time::ValidityQuery;
use crate::model::validity::ValidityKind;

/// A duty, or what is like one: a recommendation, a right, a goal.
#[derive(Serialize, Clone, Debug)]
pub struct ObligationView {
    pub who: String,
    pub what: String,
    pub level: Labelled,
    /// `phải`, `nên`, `được khuyến khích`, `được`
    pub verb: String,
    pub kind: KindView,
    /// Nothing where the provision states none.
    pub deadline: Option<DeadlineView>,
    pub evidence: Vec<EvidenceView>,
    /// The printed penalty clauses that punish its neglect.
    pub sanctions: Vec<ExcerptLink>,
}

/// Whether somebody must, must not, should or may do it.
#[derive(Serialize, Clone, Debug)]
pub struct KindView {
    /// `duty`, `right`; for programs.
    pub key: String,
    pub sign: String,
    /// Whether it has a box to tick: it binds, and its provision is in force on the edition's day.
    pub tick: bool,
}

/// By when a duty is to be done, as words and as data.
#[derive(Serialize, Clone, Debug)]
pub struct DeadlineView {
    /// `Hạn`, or `Bắt đầu` where it is none.
    pub name: String,
    /// `Trước ngày 31/01 của năm xây dựng kế hoạch`; with what it was before, where an act has moved it.
    pub text: String,
    /// What the edition's day makes of it: `lần tới: 31/01/2027`.
    pub remark: Option<String>,
    pub data: DueView,
}

/// The data of a deadline, for programs; only what its kind has.
#[derive(Serialize, Clone, Debug, Default)]
pub struct DueView {
    /// `on`, `from`, `yearly`, `quarterly`, `every`, `within`, `before`, `when`
    pub kind: String,
    pub id: Option<String>,
    /// ISO 8601: the day itself, the first time, or the day from which it is counted.
    pub date: Option<String>,
    /// `31/01`: day and month.
    pub day: Option<String>,
    /// `5 working-days`
    pub lapse: Option<String>,
    /// In words, where it has no date.
    pub event: Option<String>,
    /// ISO 8601: the first day after the edition's on which it is due.
    pub next: Option<String>,
    /// ISO 8601: the only day on which it was due, where that has come.
    pub passed: Option<String>,
}

impl DueView {
    /// Whether it is due again and again, on days that the provision does not give.
    pub fn recurs_without_day(&self) -> bool {
        self.kind == "every" && self.date.is_none()
    }
}

/// A proof that a duty was done.
#[derive(Serialize, Clone, Debug)]
pub struct EvidenceView {
    /// `Báo cáo theo Mẫu số 01`
    pub what: String,
    /// `theo điểm a khoản 1 Điều 11`, or that it is the editors' advice.
    pub source: String,
    /// Whether it is the editors' advice, and no clause asks for it.
    pub advice: bool,
}

impl Builder<'_, '_> {
    /// What readers see of a duty. `validity`: of the provision that lays it down.
    pub(super) fn obligation(&self, excerpt: &Excerpt, duty: &Obligation, validity: ValidityKind) -> ObligationView {
        let Obligation {
            id,
            who,
            audiences: _, // by whom duties are grouped
            except: _,    // as well
            what,
            level,
            deadline,
            evidence,
        } = duty;
        let vocabulary = self.booklet.corpus.vocabulary();
        let known = vocabulary.level(level);
        ObligationView {
            who: who.clone(),
            what: what.clone(),
            level: Labelled {
                key: level.to_string(),
                name: known.map_or_else(String::new, |level| level.name.clone()),
            },
            verb: known.map(|level| level.verb.clone()).unwrap_or_default(),
            kind: kind(vocabulary.kind(level), validity),
            deadline: deadline_view(self.booklet.corpus, deadline, self.booklet.asked()),
            evidence: evidence.iter().map(evidence_view).collect(),
            sanctions: self.penalties([excerpt.id.as_str()].into_iter().chain(id.as_ref().map(DutyId::as_str))),
        }
    }

    /// The printed excerpts that lay down some duties.
    pub(super) fn sanctioned(&self, duties: &[DutyId]) -> Vec<ExcerptLink> {
        let lays_down = |excerpt: &Excerpt, id: &DutyId| {
            excerpt.id.as_str() == id.as_str() || excerpt.obligations.iter().any(|duty| duty.id.as_ref() == Some(id))
        };
        let of = |id: &DutyId| self.booklet.excerpts().filter(|it| lays_down(it, id)).collect::<Vec<_>>();
        let links = duties.iter().flat_map(of).filter_map(|excerpt| self.link(&excerpt.id));
        links.map(|link| (link.number, link)).collect::<BTreeMap<_, _>>().into_values().collect()
    }

    /// The printed penalty clauses for the duties of an excerpt.
    pub(super) fn penalties_of(&self, excerpt: &Excerpt) -> Vec<ExcerptLink> {
        let ids = excerpt.obligations.iter().filter_map(|duty| duty.id.as_ref()).map(DutyId::as_str);
        self.penalties([excerpt.id.as_str()].into_iter().chain(ids))
    }

    /// The printed penalty clauses that name one of these ids, in the order of their numbers.
    fn penalties<'i>(&self, ids: impl Iterator<Item = &'i str>) -> Vec<ExcerptLink> {
        let links = ids.filter_map(|id| self.penalties.get(id)).flatten().filter_map(|id| self.link(id));
        links.map(|link| (link.number, link)).collect::<BTreeMap<_, _>>().into_values().collect()
    }
}

/// Returns a deadline as it is on a day, whatever act has moved it; nothing where none is stated.
pub(super) fn deadline_view(corpus: &Corpus, deadline: &Deadline, asked: ValidityQuery) -> Option<DeadlineView> {
    let DeadlineOnDay { now, moved } = corpus.deadline_on(deadline, asked);
    let (next, passed) = (now.due.next_after(asked.on), now.due.passed_by(asked.on));
    let moved = moved.and_then(|it| moved_words(corpus, it)).map(|words| format!(" ({words})"));
    Some(DeadlineView {
        name: said::name(&now.due).to_owned(),
        text: said::deadline(now)? + &moved.unwrap_or_default(),
        remark: remark(now, asked.on, next, passed),
        data: DueView {
            id: deadline.id.as_ref().map(ToString::to_string),
            next: next.map(|day| day.to_string()),
            passed: passed.map(|day| day.to_string()),
            ..data(&now.due)
        },
    })
}

fn moved_words(corpus: &Corpus, moved: Moved<'_>) -> Option<String> {
    let by = corpus.excerpt(moved.by)?;
    Some(said::moved(&said::deadline(moved.before)?, &citation(corpus, by)))
}

fn kind(kind: DutyKind, validity: ValidityKind) -> KindView {
    KindView {
        key: kind.key().to_owned(),
        sign: kind.sign().to_owned(),
        tick: kind.binds() && validity == ValidityKind::InForce,
    }
}

/// A day ahead that is in the words already need not be said again.
fn remark(deadline: &Deadline, on: Date, next: Option<Date>, passed: Option<Date>) -> Option<String> {
    let words = said::deadline(deadline).unwrap_or_default();
    let today = deadline.due.is_on(on).then(|| said::DUE_TODAY.to_owned());
    let passed = passed.filter(|day| *day < on).map(said::passed);
    let ahead = next.filter(|next| !words.contains(&next.short())).map(|next| said::next(next, &deadline.due));
    let said: Vec<String> = today.into_iter().chain(passed).chain(ahead).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

fn data(due: &Due) -> DueView {
    let mut view = DueView { kind: due.key().to_owned(), ..DueView::default() };
    match due {
        Due::NotStated => {}
        Due::On(date) | Due::From(date) => view.date = Some(date.to_string()),
        Due::Yearly(day) | Due::Quarterly(day) => view.day = Some(day.short()),
        Due::Every { every, starting } => {
            view.lapse = Some(every.to_string());
            view.date = starting.map(|date| date.to_string());
        }
        Due::Within { lapse, of } => {
            view.lapse = Some(lapse.to_string());
            match of {
                LapseStart::On(date) => view.date = Some(date.to_string()),
                LapseStart::Words(words) => view.event = Some(words.clone()),
            }
        }
        Due::Before(event) | Due::When(event) => view.event = Some(event.clone()),
    }
    view
}

pub(super) fn evidence_view(evidence: &Evidence) -> EvidenceView {
    let Evidence { what, at } = evidence;
    EvidenceView {
        what: what.clone(),
        source: at.as_ref().map_or_else(|| said::ADVICE.to_owned(), |at| said::asked_by(&at.to_string())),
        advice: at.is_none(),
    }
}
