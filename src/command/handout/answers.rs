//! What collecting forms and reporting answers have in common: the departments of a hand-out, what each was asked, and the
//! forms that the journal knows.

use std::collections::BTreeMap;

use super::super::Failure;
use super::super::messages::answers as messages;
use super::dispatch::Handout;
use crate::answers::returned::{self, Returned};
use crate::answers::{FormId, Questions};
use crate::hash::sha256;
use crate::mail::journal::{Journal, StoredForm};
use crate::model::corpus::Corpus;
use crate::model::department::Department;
use crate::model::edition::Edition;
use crate::model::ids::AudienceId;
use crate::source::built;
use crate::spreadsheet;

/// A department that a form can be of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AskedOffice {
    pub id: String,
    pub name: String,
    pub place: Option<String>,
    pub email: Option<String>,
    pub audiences: Vec<AudienceId>,
    /// It is only followed by one that the hand-out has.
    pub is_former: bool,
}

/// Everything that the forms of a hand-out are read with.
pub struct AnswerBook<'a> {
    pub handout: &'a Handout,
    corpus: &'a Corpus,
    /// Those of the hand-out in its order, then those that they follow.
    pub departments: Vec<AskedOffice>,
    /// By audiences.
    questions: BTreeMap<Vec<AudienceId>, Questions>,
}

impl<'a> AnswerBook<'a> {
    /// Opens the book of a hand-out.
    ///
    /// # Errors
    /// The settings ask for no answers, or nothing was handed out.
    pub fn open(
        handout: &'a Handout,
        corpus: &'a Corpus,
        edition: &Edition,
        journal: &Journal,
    ) -> Result<Self, Failure> {
        let mut departments = listed(handout, corpus, journal)?;
        departments.extend(followed(corpus, &departments));
        let choices = departments.iter().map(|department| &department.audiences);
        let questions = choices.map(|choice| Some((choice.clone(), Questions::of(corpus, edition, choice)?)));
        let questions: Option<BTreeMap<_, _>> = questions.collect();
        let questions = questions.ok_or_else(|| Failure(messages::no_settings()))?;
        Ok(AnswerBook { handout, corpus, departments, questions })
    }

    /// Returns a department by its id.
    pub fn department(&self, id: &str) -> Option<&AskedOffice> {
        self.departments.iter().find(|department| department.id == id)
    }

    /// Returns what the corpus knows of a department.
    pub fn record(&self, id: &str) -> Option<&Department> {
        record(self.corpus, id)
    }

    /// Returns what a department was asked.
    pub fn questions(&self, department: &AskedOffice) -> Option<&Questions> {
        self.questions.get(&department.audiences)
    }

    /// Returns the ids of the departments that one follows, near and far.
    pub fn former(&self, id: &str) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        let mut next = follows(self.corpus, id);
        while let Some(id) = next.pop() {
            if !all.contains(&id) {
                next.extend(follows(self.corpus, &id));
                all.push(id);
            }
        }
        all.sort();
        all
    }

    /// Reads a form again that was collected before.
    ///
    /// # Errors
    /// It is gone, or is not what it was.
    pub fn read_kept(&self, department: &AskedOffice, form: &StoredForm) -> Result<Returned, Failure> {
        let path = self.handout.journal.with_file_name(&form.path);
        let bytes = built::bytes(&path).ok().filter(|bytes| sha256(bytes) == form.sha256);
        let sheets = bytes.and_then(|bytes| spreadsheet::read(&bytes).ok());
        let lost = || Failure(messages::lost(&department.name, &path.display().to_string(), &form.given));
        let (sheets, id) = sheets.zip(form.id.parse::<FormId>().ok()).ok_or_else(lost)?;
        let questions = self.questions(department).ok_or_else(lost)?;
        Ok(returned::read(&sheets, &id, &department.name, questions))
    }
}

/// The departments of the ledger, or of the journal where the output is gone.
fn listed(handout: &Handout, corpus: &Corpus, journal: &Journal) -> Result<Vec<AskedOffice>, Failure> {
    let Some(ledger) = handout.ledger()? else {
        let ids = journal.departments(&handout.key);
        if ids.is_empty() {
            return Err(handout.nothing_built());
        }
        let known = ids.iter().map(|id| of_corpus(corpus, id).unwrap_or_else(|| nameless(id)));
        return Ok(known.collect());
    };
    let known = ledger.copies.into_iter().map(|copy| AskedOffice {
        id: copy.id,
        name: copy.name,
        place: copy.place,
        email: copy.email,
        audiences: copy.audiences.iter().filter_map(|id| id.parse().ok()).collect(),
        is_former: false,
    });
    Ok(known.collect())
}

/// The departments that those of the hand-out follow and that are none of them.
fn followed(corpus: &Corpus, departments: &[AskedOffice]) -> Vec<AskedOffice> {
    let mut found: Vec<AskedOffice> = Vec::new();
    let mut next: Vec<String> = departments.iter().flat_map(|it| follows(corpus, &it.id)).collect();
    while let Some(id) = next.pop() {
        if departments.iter().chain(&found).any(|known| known.id == id) {
            continue;
        }
        next.extend(follows(corpus, &id));
        found.extend(of_corpus(corpus, &id).map(|known| AskedOffice { is_former: true, ..known }));
    }
    found.sort_by(|one, other| one.id.cmp(&other.id));
    found
}

fn record<'c>(corpus: &'c Corpus, id: &str) -> Option<&'c Department> {
    let mut all = corpus.departments().iter().flat_map(|group| &group.departments);
    all.find(|department| department.id.as_str() == id)
}

fn follows(corpus: &Corpus, id: &str) -> Vec<String> {
    let follows = record(corpus, id).map(|department| department.follows.iter().map(ToString::to_string).collect());
    follows.unwrap_or_default()
}

fn of_corpus(corpus: &Corpus, id: &str) -> Option<AskedOffice> {
    let department = record(corpus, id)?;
    let (name, place) = (department.name.clone(), Some(department.place.clone()));
    Some(AskedOffice { name, place, ..nameless(id) })
}

fn nameless(id: &str) -> AskedOffice {
    let (place, email, audiences) = (None, None, Vec::new());
    AskedOffice { id: id.to_owned(), name: id.to_owned(), place, email, audiences, is_former: false }
}
