//! What a form consists of, in the order in which it is written: templates need not go into depth.

use serde::Serialize;

/// A step of a form.
#[derive(Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum FormStep {
    /// Opens a group: that of a key, of an item of a list, or of keys that are seldom needed.
    Open(GroupStep),
    Close,
    Field(Box<FieldStep>),
}

/// A group of fields.
#[derive(Serialize, Default)]
pub struct GroupStep {
    pub path: String,
    pub id: String,
    pub label: String,
    pub hint: String,
    pub is_open: bool,
    /// The name of the box that takes the item out of its list.
    pub leave_out: Option<String>,
    pub findings: Vec<FieldFinding>,
}

/// A key with its control.
#[derive(Serialize)]
pub struct FieldStep {
    pub path: String,
    pub id: String,
    pub key: &'static str,
    pub label: String,
    pub hint: String,
    pub example: String,
    pub is_required: bool,
    pub unknown: Option<UnknownAnswer>,
    pub control: Control,
    pub findings: Vec<FieldFinding>,
}

/// Whether the value is said to be unknown, and why.
#[derive(Serialize)]
pub struct UnknownAnswer {
    pub is_unknown: bool,
    pub why: String,
}

/// The control in which a value is typed or chosen.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Control {
    Line {
        value: String,
        is_long: bool,
        list: Option<ListRequest>,
    },
    Day {
        day: String,
        month: String,
        year: String,
    },
    Deadline {
        due: DeadlineChoice,
        day: String,
        month: String,
        year: String,
        words: String,
    },
    Pick {
        options: Vec<PickOption>,
    },
    Ticks {
        options: Vec<PickOption>,
        chosen: Vec<String>,
    },
    Lines {
        items: Vec<String>,
        list: Option<ListRequest>,
    },
    /// As it is written in YAML: for what has no control of its own.
    Written {
        value: String,
    },
}

/// How a deadline is said.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "kebab-case")]
pub enum DeadlineChoice {
    Absent,
    NotStated,
    Day,
    Words,
    Keys,
}

impl DeadlineChoice {
    /// By the value of its choice.
    pub fn of(value: &str) -> Self {
        match value {
            "not-stated" => DeadlineChoice::NotStated,
            "day" => DeadlineChoice::Day,
            "words" => DeadlineChoice::Words,
            "keys" => DeadlineChoice::Keys,
            _ => DeadlineChoice::Absent,
        }
    }
}

/// A list of proposals that a control looks its value up in.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum ListRequest {
    Instruments,
    Excerpts,
    Guidance,
    Departments,
}

impl ListRequest {
    /// The name of the list on the page.
    pub fn key(self) -> &'static str {
        match self {
            ListRequest::Instruments => "instruments",
            ListRequest::Excerpts => "excerpts",
            ListRequest::Guidance => "guidance",
            ListRequest::Departments => "departments",
        }
    }
}

/// A value to choose.
#[derive(Serialize, Clone)]
pub struct PickOption {
    pub value: String,
    pub label: String,
    pub is_chosen: bool,
    /// How far it is below another, as a topic is.
    pub depth: usize,
}

/// A finding at its field.
#[derive(Serialize, Clone)]
pub struct FieldFinding {
    pub path: String,
    pub code: &'static str,
    pub severity: &'static str,
    pub message: String,
    pub help: String,
    /// By which its fix is named, where it has one.
    pub fix: Option<String>,
    /// Only a look at other records, or at the editions, finds it.
    pub is_of_corpus: bool,
}
