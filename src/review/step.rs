//! One step of a review, and what is written of it.

use crate::edit::RecordContent;
use crate::model::date::Date;
use crate::model::review::ReviewState;

/// What somebody does about a record, with the hash of what was seen where that matters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReviewStep<'a> {
    Ask {
        by: &'a str,
        on: Date,
        sha256: &'a str,
    },
    Approve {
        by: &'a str,
        on: Date,
        sha256: &'a str,
    },
    SendBack {
        by: &'a str,
        on: Date,
        sha256: &'a str,
        word: &'a str,
    },
    Comment {
        by: &'a str,
        on: Date,
        text: &'a str,
    },
    /// A comment by its number, from 1.
    Resolve {
        number: usize,
        by: &'a str,
        on: Date,
    },
}

impl ReviewStep<'_> {
    /// The list that the step adds to.
    pub(super) fn list(&self) -> &'static str {
        match self {
            ReviewStep::Ask { .. } | ReviewStep::Approve { .. } | ReviewStep::SendBack { .. } => "decisions",
            ReviewStep::Comment { .. } | ReviewStep::Resolve { .. } => "comments",
        }
    }

    /// The hash of what a decision is about; none of a comment.
    pub fn sha256(&self) -> Option<&str> {
        match self {
            ReviewStep::Ask { sha256, .. }
            | ReviewStep::Approve { sha256, .. }
            | ReviewStep::SendBack { sha256, .. } => Some(sha256),
            ReviewStep::Comment { .. } | ReviewStep::Resolve { .. } => None,
        }
    }

    pub(super) fn content(&self) -> RecordContent {
        match *self {
            ReviewStep::Ask { by, on, sha256 } => decision(ReviewState::Asked, by, on, sha256, None),
            ReviewStep::Approve { by, on, sha256 } => decision(ReviewState::Approved, by, on, sha256, None),
            ReviewStep::SendBack { by, on, sha256, word } => {
                decision(ReviewState::SentBack, by, on, sha256, Some(word))
            }
            ReviewStep::Comment { by, on, text } => entries(by, on, [("text", text)]),
            ReviewStep::Resolve { by, on, number: _ } => entries(by, on, []),
        }
    }
}

fn decision(state: ReviewState, by: &str, on: Date, sha256: &str, word: Option<&str>) -> RecordContent {
    let more = [("sha256", sha256)].into_iter().chain(word.map(|word| ("word", word)));
    let state = ("state".to_owned(), RecordContent::from(state.key()));
    match entries(by, on, more) {
        RecordContent::Record(entries) => RecordContent::Record([vec![state], entries].concat()),
        other => other,
    }
}

/// Who, when, and more.
fn entries<'a>(by: &str, on: Date, more: impl IntoIterator<Item = (&'a str, &'a str)>) -> RecordContent {
    let own = [("by", by.to_owned()), ("on", on.to_string())];
    let more = more.into_iter().map(|(key, text)| (key, text.to_owned()));
    RecordContent::record(own.into_iter().chain(more).map(|(key, text)| (key, RecordContent::Text(text))))
}
