//! The answers of all departments as one table: who has answered and who is silent, what each duty has come to, and the
//! sums of the figures with what is missing from them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::amount::Amount;
use super::questions::Questions;
use super::returned::Returned;
use super::words::DutyState;

/// A department that was asked.
#[derive(Clone, Debug)]
pub struct AskedDepartment<'a> {
    pub id: String,
    pub name: String,
    /// The province or city that it works for.
    pub place: Option<String>,
    /// The region that its place is counted with.
    pub region: Option<String>,
    pub questions: &'a Questions,
    pub reply: DepartmentReply<'a>,
}

/// What a department has done about its form.
#[derive(Clone, Debug)]
pub enum DepartmentReply<'a> {
    Form(&'a Returned),
    /// An answer that was noted by hand.
    Paper,
    /// Nothing of its own. Departments that it follows may have answered: name, and what.
    Silent {
        former: Vec<(String, &'a Returned)>,
    },
}

/// All answers of a round.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    pub version: u32,
    pub edition: String,
    pub round: Option<String>,
    pub departments: Vec<DepartmentLine>,
    pub duties: Vec<DutyTally>,
    pub figures: Vec<FigureLine>,
    /// In the order of their names; empty where no department has a region.
    pub regions: Vec<RegionTally>,
}

/// One department.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct DepartmentLine {
    pub id: String,
    pub name: String,
    pub place: Option<String>,
    /// The region that its place is counted with.
    pub region: Option<String>,
    /// `form`, `paper`, `former`, `silent`
    pub state: &'static str,
    /// ISO 8601: the day on which the form was filled in.
    pub dated: Option<String>,
    pub filled_by: Option<String>,
    /// How many places of its form were not understood.
    pub unclear: usize,
    /// Departments that it follows and that have answered.
    pub former: Vec<String>,
    /// The state of each duty, by its id; nothing where there is no answer.
    pub duties: BTreeMap<String, &'static str>,
    /// Each figure, by its id.
    pub figures: BTreeMap<String, String>,
}

/// One duty.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct DutyTally {
    pub id: String,
    pub rule: String,
    pub duty: String,
    /// How many departments were asked.
    pub asked: usize,
    pub done: usize,
    pub part: usize,
    pub not_done: usize,
    pub not_applicable: usize,
    pub unanswered: usize,
}

/// One figure.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct FigureLine {
    pub id: String,
    pub name: String,
    pub unit: Option<String>,
    /// A decimal with a point.
    pub sum: String,
    /// The sum as it is written in Vietnamese.
    #[serde(skip)]
    pub shown: String,
    /// How many departments have given it, of how many that were asked.
    pub given: usize,
    pub asked: usize,
    /// Ids of those that have not.
    pub missing: Vec<String>,
}

/// The departments of one region together.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct RegionTally {
    /// `null` for those without a region.
    pub region: Option<String>,
    pub asked: usize,
    pub answered: usize,
    /// Over all duties that its departments were asked about.
    pub done: usize,
    pub part: usize,
    pub not_done: usize,
    pub not_applicable: usize,
    pub unanswered: usize,
}

impl DepartmentLine {
    /// Whether it has answered, by form or on paper.
    pub fn has_answered(&self) -> bool {
        matches!(self.state, "form" | "paper")
    }
}

/// Puts the answers of a round together.
pub fn summary(edition: &str, round: Option<&str>, departments: &[AskedDepartment<'_>]) -> Summary {
    Summary {
        version: 1,
        edition: edition.to_owned(),
        round: round.map(str::to_owned),
        departments: departments.iter().map(department).collect(),
        duties: duties(departments),
        figures: figures(departments),
        regions: regions(departments),
    }
}

/// The departments by their regions; those without one come last.
fn regions(departments: &[AskedDepartment<'_>]) -> Vec<RegionTally> {
    let named: BTreeSet<&str> = departments.iter().filter_map(|it| it.region.as_deref()).collect();
    if named.is_empty() {
        return Vec::new();
    }
    let all = named.into_iter().map(Some).chain([None]);
    let of = |region: Option<&str>| departments.iter().filter(move |it| it.region.as_deref() == region).collect();
    let tallies = all.map(|region| RegionTally::new(region, of(region)));
    tallies.filter(|tally| tally.asked > 0).collect()
}

impl RegionTally {
    fn new(region: Option<&str>, departments: Vec<&AskedDepartment<'_>>) -> Self {
        let owned: Vec<AskedDepartment<'_>> = departments.into_iter().cloned().collect();
        let sum = |count: fn(&DutyTally) -> usize| duties(&owned).iter().map(count).sum();
        RegionTally {
            region: region.map(str::to_owned),
            asked: owned.len(),
            answered: owned.iter().filter(|it| department(it).has_answered()).count(),
            done: sum(|duty| duty.done),
            part: sum(|duty| duty.part),
            not_done: sum(|duty| duty.not_done),
            not_applicable: sum(|duty| duty.not_applicable),
            unanswered: sum(|duty| duty.unanswered),
        }
    }
}

fn department(department: &AskedDepartment<'_>) -> DepartmentLine {
    let AskedDepartment { id, name, place, region, questions: _, reply } = department;
    let (state, returned, former) = match reply {
        DepartmentReply::Form(returned) => ("form", Some(*returned), Vec::new()),
        DepartmentReply::Paper => ("paper", None, Vec::new()),
        DepartmentReply::Silent { former } if former.is_empty() => ("silent", None, Vec::new()),
        DepartmentReply::Silent { former } => ("former", None, former.iter().map(|(name, _)| name.clone()).collect()),
    };
    let duties = returned.iter().flat_map(|it| &it.duties).map(|(id, answer)| (id.clone(), answer.state.key()));
    let value = |answer: &super::returned::FigureAnswer| answer.value.map(Amount::digits);
    let figures = returned.iter().flat_map(|it| &it.figures);
    DepartmentLine {
        id: id.clone(),
        name: name.clone(),
        place: place.clone(),
        region: region.clone(),
        state,
        dated: returned.and_then(|it| it.dated).map(|day| day.to_string()),
        filled_by: returned.and_then(|it| it.filled_by.clone()),
        unclear: returned.map_or(0, |it| it.findings.iter().filter(|finding| finding.cell.is_some()).count()),
        former,
        duties: duties.collect(),
        figures: figures.filter_map(|(id, answer)| Some((id.clone(), value(answer)?))).collect(),
    }
}

/// Every duty that somebody was asked about, in the order in which they are first asked.
fn duties(departments: &[AskedDepartment<'_>]) -> Vec<DutyTally> {
    let mut lines: Vec<DutyTally> = Vec::new();
    for department in departments {
        for duty in &department.questions.duties {
            let answer = department.returned().and_then(|it| it.duties.get(&duty.id)).map(|answer| answer.state);
            match lines.iter_mut().find(|line| line.id == duty.id) {
                Some(line) => line.count(answer),
                None => {
                    let (id, rule, duty) = (duty.id.clone(), duty.rule.clone(), duty.duty.clone());
                    let mut line = DutyTally::new(id, rule, duty);
                    line.count(answer);
                    lines.push(line);
                }
            }
        }
    }
    lines
}

impl DutyTally {
    fn new(id: String, rule: String, duty: String) -> Self {
        let (asked, done, part, not_done, not_applicable, unanswered) = (0, 0, 0, 0, 0, 0);
        DutyTally { id, rule, duty, asked, done, part, not_done, not_applicable, unanswered }
    }

    fn count(&mut self, answer: Option<DutyState>) {
        self.asked += 1;
        *match answer {
            Some(DutyState::Done) => &mut self.done,
            Some(DutyState::InPart) => &mut self.part,
            Some(DutyState::NotDone) => &mut self.not_done,
            Some(DutyState::NotApplicable) => &mut self.not_applicable,
            None => &mut self.unanswered,
        } += 1;
    }
}

impl<'a> AskedDepartment<'a> {
    /// Its own form; those of departments that it follows are shown and not counted.
    fn returned(&self) -> Option<&'a Returned> {
        match &self.reply {
            DepartmentReply::Form(returned) => Some(returned),
            DepartmentReply::Paper | DepartmentReply::Silent { .. } => None,
        }
    }
}

fn figures(departments: &[AskedDepartment<'_>]) -> Vec<FigureLine> {
    // All departments get the same questions about figures.
    let asked = departments.first().map_or(&[][..], |department| &department.questions.figures);
    let line = |figure: &crate::model::answers::AskedFigure| {
        let value = |department: &AskedDepartment<'_>| department.returned()?.figures.get(figure.id.as_str())?.value;
        let values: Vec<Amount> = departments.iter().filter_map(value).collect();
        let missing = departments.iter().filter(|department| value(department).is_none());
        let sum: Amount = values.iter().copied().sum();
        FigureLine {
            id: figure.id.to_string(),
            name: figure.name.clone(),
            unit: figure.unit.clone(),
            sum: sum.digits(),
            shown: sum.to_string(),
            given: values.len(),
            asked: departments.len(),
            missing: missing.map(|department| department.id.clone()).collect(),
        }
    };
    asked.iter().map(line).collect()
}
