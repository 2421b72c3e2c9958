//! A finding in pieces, as each kind of screen puts them together.

use serde::Serialize;

use super::{Reported, human};
use crate::diag::Lang;

/// One thing that is said, in the language requested.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct Card {
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// `corpus/excerpts/nd-72-2013/dieu-18.khoan-3.md:7:1`, or the file alone.
    pub place: Option<String>,
    /// `lỗi CN104`
    pub title: Option<String>,
    pub message: String,
    /// The line of the file, and marks under what is meant.
    pub snippet: Option<String>,
    pub help: Option<String>,
}

impl Card {
    /// Returns the finding as the live view shows it.
    pub fn of(finding: &Reported, lang: Lang) -> Self {
        Card {
            severity: finding.severity,
            place: Some(human::place(finding)),
            title: Some(format!("{} {}", human::severity(finding.severity, lang), finding.code)),
            message: finding.message.clone(),
            snippet: human::snippet(finding),
            help: Some(finding.help.clone()),
        }
    }

    /// An error that stops the work and is no finding of the corpus: its first line, and the rest.
    pub fn stop(said: &str) -> Self {
        let (message, rest) = said.trim_end().split_once('\n').unwrap_or((said.trim_end(), ""));
        Card {
            severity: "error",
            place: None,
            title: None,
            message: message.to_owned(),
            snippet: (!rest.is_empty()).then(|| rest.to_owned()),
            help: None,
        }
    }
}
