//! What an office asks its departments to answer: by when, to whom, and which figures.

use super::date::Date;
use super::ids::FigureId;

/// The form that goes with each copy of a hand-out. Without this section of the settings there is none.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AnswerSettings {
    /// The day by which the form is to be back.
    pub due: Option<Date>,
    /// Where it is to be sent, in words.
    pub to: Option<String>,
    /// The paragraphs of a reminder, with `{holes}`; the program's own where there are none.
    pub reminder: Vec<String>,
    /// The figures that it asks for beside the duties.
    pub figures: Vec<AskedFigure>,
    /// How much of the answers is published.
    pub publish: PublishedAnswers,
}

/// How much of what departments answer is published.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PublishedAnswers {
    /// Sums of several departments.
    #[default]
    Totals,
    /// Which department has answered and which has not, too.
    Departments,
}

impl PublishedAnswers {
    pub const ALL: [PublishedAnswers; 2] = [PublishedAnswers::Totals, PublishedAnswers::Departments];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            PublishedAnswers::Totals => "totals",
            PublishedAnswers::Departments => "departments",
        }
    }
}

/// A figure that departments are asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AskedFigure {
    pub id: FigureId,
    /// `Số máy chủ đã dùng IPv6`
    pub name: String,
    /// `máy`
    pub unit: Option<String>,
}
