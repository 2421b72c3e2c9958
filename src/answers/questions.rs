//! What the form of an edition asks: the duties that somebody can be asked to account for, and the figures of the settings.

use std::collections::BTreeSet;

use crate::assemble::alone;
use crate::assemble::duties::AudienceDuties;
use crate::diag::Sink;
use crate::hash::sha256;
use crate::model::answers::{AnswerSettings, AskedFigure};
use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::edition::Edition;
use crate::model::ids::AudienceId;
use crate::view::{BoundDutyView, bound_duties};

/// How many digits of its hash name a version.
pub const VERSION_DIGITS: usize = 16;

/// What the form of an edition asks of departments with the same duties.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Questions {
    /// Id of the edition.
    pub edition: String,
    pub title: String,
    /// The day as of which it states the law.
    pub as_of: Date,
    pub due: Option<Date>,
    /// Where the form is to be sent.
    pub to: Option<String>,
    pub duties: Vec<AskedDuty>,
    pub figures: Vec<AskedFigure>,
}

/// A duty that the form asks about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AskedDuty {
    /// The excerpt and the duty's place in it: `nd-1-2030.dieu-1#1`.
    pub id: String,
    /// `Khoản 4 Điều 11 Nghị định số 224/2026/NĐ-CP`
    pub rule: String,
    /// `Cơ quan phải lập kế hoạch`
    pub duty: String,
    pub deadline: Option<String>,
    pub proof: Option<String>,
}

impl Questions {
    /// Returns the questions of an edition to departments of these audiences, of all where there are none; nothing where
    /// the settings ask for no answers.
    pub fn of(corpus: &Corpus, edition: &Edition, audiences: &[AudienceId]) -> Option<Self> {
        // The words of a reminder ask nothing.
        let AnswerSettings { due, to, reminder: _, figures, publish: _ } = corpus.settings().answers.clone()?;
        Some(Questions {
            edition: edition.id.to_string(),
            title: edition.title.clone(),
            as_of: edition.as_of,
            due,
            to,
            duties: duties(corpus, edition, audiences),
            figures,
        })
    }

    /// Returns the version: questions that differ in what is asked have another.
    pub fn version(&self) -> String {
        let duties = self.duties.iter().map(|duty| format!("{}\n{}\n", duty.id, duty.duty));
        let figures = self.figures.iter().map(|figure| {
            let unit = figure.unit.as_deref().unwrap_or_default();
            format!("{}\n{}\n{unit}\n", figure.id, figure.name)
        });
        let asked: String = duties.chain(figures).collect();
        let hash = sha256(format!("{} {}\n{asked}", self.edition, self.as_of).as_bytes());
        hash.chars().take(VERSION_DIGITS).collect()
    }
}

/// The binding duties of these audiences, each once, in the order of the booklet's lists.
fn duties(corpus: &Corpus, edition: &Edition, audiences: &[AudienceId]) -> Vec<AskedDuty> {
    let booklet = alone(corpus, edition, edition.as_of, &mut Sink::new());
    let vocabulary = corpus.vocabulary();
    let binding = booklet.duties().only(|duty| vocabulary.kind(&duty.obligation.level).binds());
    let is_asked = |group: &&AudienceDuties<'_>| audiences.is_empty() || audiences.contains(&group.audience.id);
    let groups = binding.by_audience.iter().filter(is_asked);
    let rows = groups.flat_map(|group| bound_duties(corpus, group, booklet.asked()));
    let mut seen = BTreeSet::new();
    rows.map(asked).filter(|duty| seen.insert(duty.id.clone())).collect()
}

fn asked(row: BoundDutyView) -> AskedDuty {
    let proof: Vec<String> = row.evidence.into_iter().map(|evidence| evidence.what).collect();
    AskedDuty {
        id: format!("{}#{}", row.excerpt, row.number),
        rule: row.citation,
        duty: format!("{} {} {}", row.who, row.verb, row.what),
        deadline: row.deadline.map(|deadline| format!("{}: {}", deadline.name, deadline.text)),
        proof: (!proof.is_empty()).then(|| proof.join("; ")),
    }
}
