//! The questions of a step, and their answers.

use super::super::form::{
    Choices, Control, FieldStep, FormStep, ListRequest, PickOption, PostedForm, ShownForm, label_of, plain, ticks,
};
use super::super::page_request::{PageRequest, Pairs};
use crate::diag::{Bilingual, Lang};
use crate::model::date::Date;
use crate::model::ids::IdKind;
use crate::model::number::InstrumentType;
use crate::session::OpenedCorpus;

/// WordPair in both languages, as a table has them.
pub type WordPair = (&'static str, &'static str);

/// A question of a step.
pub struct Question {
    pub name: &'static str,
    pub label: WordPair,
    pub hint: WordPair,
    pub example: &'static str,
    pub is_required: bool,
    pub answer: AnswerKind,
}

/// How a question is answered.
#[derive(Clone, Copy)]
pub enum AnswerKind {
    Line,
    /// The id of one of many things.
    Id(ListRequest),
    Day,
    /// The type of an instrument.
    Type,
    Edition,
    /// Any number of editions.
    Editions,
    /// One of a few words, each with what it means.
    Choice(&'static [(&'static str, WordPair)]),
}

/// The answers so far: of the form that was sent, or else of the address.
pub struct StepAnswers {
    pairs: Pairs,
    questions: &'static [Question],
}

impl StepAnswers {
    /// Reads the answers of a request to the questions.
    pub fn of(page_request: &PageRequest, questions: &'static [Question]) -> Self {
        if !page_request.fields().is_empty() {
            return StepAnswers { pairs: page_request.fields().to_vec(), questions };
        }
        let asked = questions.iter().filter(|it| !page_request.query(it.name).is_empty());
        let pair =
            |it: &Question| (format!("{}:{}", field_of(it.answer), it.name), page_request.query(it.name).to_owned());
        StepAnswers { pairs: asked.map(pair).collect(), questions }
    }

    /// The fields as forms of records read them.
    pub fn form(&self) -> PostedForm<'_> {
        PostedForm::new(&self.pairs)
    }

    /// Returns the words that were typed or chosen; nothing where they are empty.
    pub fn text(&self, name: &str) -> Option<String> {
        let form = self.form();
        let typed = ["text", "pick"].into_iter().find_map(|field| form.field(&format!("{field}:{name}")));
        typed.map(|typed| plain(typed).trim().to_owned()).filter(|typed| !typed.is_empty())
    }

    /// [`StepAnswers::text`] of a question that needs an answer.
    ///
    /// # Errors
    /// Nothing was.
    pub fn needed(&self, name: &str) -> Result<String, Bilingual> {
        self.text(name).ok_or_else(|| self.absent(name))
    }

    /// Says that a question has no answer.
    pub fn absent(&self, name: &str) -> Bilingual {
        let asked = self.questions.iter().find(|it| it.name == name);
        let (vi, en) = asked.map(|it| it.label).unwrap_or_default();
        Bilingual::new(format!("chưa trả lời: «{vi}»"), format!("«{en}» has no answer yet"))
    }

    /// The things that were ticked.
    pub fn ticked(&self, name: &str) -> Vec<String> {
        let field = format!("tick:{name}");
        self.pairs.iter().filter(|(known, _)| *known == field).map(|(_, value)| value.clone()).collect()
    }

    /// The day that was typed; nothing where that is empty.
    ///
    /// # Errors
    /// There is no such day.
    pub fn day(&self, name: &str) -> Result<Option<Date>, Bilingual> {
        let [year, month, day] = ["year", "month", "day"].map(|part| self.part(part, name));
        if [year.as_str(), month.as_str(), day.as_str()].iter().all(|part| part.is_empty()) {
            return Ok(None);
        }
        let parts = year.parse().ok().zip(month.parse().ok()).zip(day.parse().ok());
        let date = parts.and_then(|((year, month), day)| Date::new(year, month, day));
        date.map(Some).ok_or_else(|| no_such_day(&format!("{day}/{month}/{year}")))
    }

    fn part(&self, part: &str, name: &str) -> String {
        self.form().field(&format!("{part}:{name}")).unwrap_or_default().trim().to_owned()
    }
}

fn no_such_day(typed: &str) -> Bilingual {
    Bilingual::new(
        format!("không có ngày {typed} trong lịch; gõ lại ngày, tháng, năm"),
        format!("there is no day {typed}; type day, month and year again"),
    )
}

/// What the fields of an answer are called.
fn field_of(answer: AnswerKind) -> &'static str {
    match answer {
        AnswerKind::Line | AnswerKind::Id(_) => "text",
        AnswerKind::Day => "day",
        AnswerKind::Type | AnswerKind::Edition | AnswerKind::Choice(_) => "pick",
        AnswerKind::Editions => "tick",
    }
}

/// The form of some questions, with the answers so far.
pub fn form(questions: &[Question], answers: &StepAnswers, opened: &OpenedCorpus, lang: Lang) -> ShownForm {
    let choices = Choices::new(&opened.corpus);
    let step = |question: &Question| FormStep::Field(Box::new(question.field(answers, &choices, lang)));
    let lists = questions.iter().filter_map(|question| match question.answer {
        AnswerKind::Id(list) => Some(list),
        _ => None,
    });
    ShownForm { lists: lists.collect(), steps: questions.iter().map(step).collect(), others: Vec::new() }
}

impl Question {
    fn field(&self, answers: &StepAnswers, choices: &Choices<'_>, lang: Lang) -> FieldStep {
        let Question { name, label, hint, example, is_required, answer: _ } = self;
        FieldStep {
            path: (*name).to_owned(),
            id: label_of(name),
            key: name,
            label: lang.tr(label.0, label.1).to_owned(),
            hint: lang.tr(hint.0, hint.1).to_owned(),
            example: (*example).to_owned(),
            is_required: *is_required,
            unknown: None,
            control: self.control(answers, choices, lang),
            findings: Vec::new(),
        }
    }

    fn control(&self, answers: &StepAnswers, choices: &Choices<'_>, lang: Lang) -> Control {
        let chosen = answers.text(self.name).unwrap_or_default();
        let line = |list| Control::Line { value: chosen.clone(), is_long: false, list };
        match self.answer {
            AnswerKind::Line => line(None),
            AnswerKind::Id(list) => line(Some(list)),
            AnswerKind::Day => {
                let [day, month, year] = ["day", "month", "year"].map(|part| answers.part(part, self.name));
                Control::Day { day, month, year }
            }
            AnswerKind::Type => pick(InstrumentType::all().map(|it| (it.name(), it.name())), &chosen),
            AnswerKind::Edition => Control::Pick { options: choices.options(IdKind::Edition, &[chosen.as_str()]) },
            AnswerKind::Editions => {
                let ticked = answers.ticked(self.name);
                let ticked: Vec<&str> = ticked.iter().map(String::as_str).collect();
                ticks(choices.options(IdKind::Edition, &ticked))
            }
            AnswerKind::Choice(words) => pick(words.iter().map(|(key, it)| (*key, lang.tr(it.0, it.1))), &chosen),
        }
    }
}

fn pick<'w>(words: impl Iterator<Item = (&'w str, &'w str)>, chosen: &str) -> Control {
    let option = |(value, label): (&str, &str)| PickOption {
        is_chosen: value == chosen,
        value: value.to_owned(),
        label: label.to_owned(),
        depth: 0,
    };
    Control::Pick { options: words.map(option).collect() }
}
