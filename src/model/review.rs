//! Reviews (duyệt): decisions and comments of people about a record, and the words that they were about. Each is a claim of whoever
//! sat at the machine, and no signature.

use super::date::Date;

/// The decisions and comments about one record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Review {
    /// In their order, the last one counts: days are written by people, and decide nothing.
    pub decisions: Vec<ReviewDecision>,
    pub comments: Vec<ReviewComment>,
    /// The hash of what the record shows now; absent where there is no such record.
    pub present: Option<String>,
}

/// That a record was asked about, approved, or sent back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReviewDecision {
    pub state: ReviewState,
    /// Who says so.
    pub by: String,
    pub on: Date,
    /// The hash of what was seen.
    pub sha256: String,
    /// The work that is left, where it was sent back.
    pub word: Option<String>,
}

/// A remark on a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReviewComment {
    pub by: String,
    pub on: Date,
    pub text: String,
    pub resolved: Option<Resolution>,
}

/// Who found a comment answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resolution {
    pub by: String,
    pub on: Date,
}

/// What a decision says of a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReviewState {
    Asked,
    Approved,
    SentBack,
}

impl ReviewState {
    pub const ALL: [ReviewState; 3] = [ReviewState::Asked, ReviewState::Approved, ReviewState::SentBack];

    /// Returns the key in YAML.
    pub fn key(self) -> &'static str {
        match self {
            ReviewState::Asked => "asked",
            ReviewState::Approved => "approved",
            ReviewState::SentBack => "sent-back",
        }
    }
}

/// How far a record as it is now has got.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReviewStanding<'r> {
    /// Nobody was asked.
    Draft,
    Asked(&'r ReviewDecision),
    Approved(&'r ReviewDecision),
    SentBack(&'r ReviewDecision),
    /// Somebody was asked about, or approved, what the record no longer says.
    Stale(&'r ReviewDecision),
}

impl Review {
    /// A review of a record about which nothing was said yet.
    pub fn none(present: Option<String>) -> Self {
        Review { decisions: Vec::new(), comments: Vec::new(), present }
    }

    /// Returns how far the record has got: by the last decision, as long as it is about the words that are there.
    pub fn standing(&self) -> ReviewStanding<'_> {
        let Some(last) = self.decisions.last() else { return ReviewStanding::Draft };
        let is_of_present = self.present.as_ref() == Some(&last.sha256);
        match last.state {
            // The word still holds, whether or not somebody has begun with the work.
            ReviewState::SentBack => ReviewStanding::SentBack(last),
            ReviewState::Asked if is_of_present => ReviewStanding::Asked(last),
            ReviewState::Approved if is_of_present => ReviewStanding::Approved(last),
            ReviewState::Asked | ReviewState::Approved => ReviewStanding::Stale(last),
        }
    }

    /// Returns the last approval, of whatever words.
    pub fn last_approval(&self) -> Option<&ReviewDecision> {
        self.decisions.iter().rfind(|decision| decision.state == ReviewState::Approved)
    }

    /// Returns the comments that nobody has found answered, with their numbers from 1.
    pub fn open_comments(&self) -> impl Iterator<Item = (usize, &ReviewComment)> {
        (1..).zip(&self.comments).filter(|(_, comment)| comment.resolved.is_none())
    }
}

impl ReviewStanding<'_> {
    /// Whether somebody has approved what is there.
    pub fn is_approved(self) -> bool {
        matches!(self, ReviewStanding::Approved(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn review(decisions: &[(ReviewState, &str)], present: &str) -> Review {
        let on = "2030-02-05".parse().unwrap();
        let decision = |(state, sha256): &(ReviewState, &str)| {
            let (by, sha256) = ("Lan".to_owned(), (*sha256).to_owned());
            ReviewDecision { state: *state, by, on, sha256, word: None }
        };
        let decisions = decisions.iter().map(decision).collect();
        Review { decisions, comments: Vec::new(), present: Some(present.to_owned()) }
    }

    #[test]
    fn only_the_words_that_were_seen_are_approved() {
        use ReviewState::{Approved, Asked, SentBack};
        let standing = |decisions: &[(ReviewState, &str)], present| match review(decisions, present).standing() {
            ReviewStanding::Draft => "draft",
            ReviewStanding::Asked(_) => "asked",
            ReviewStanding::Approved(_) => "approved",
            ReviewStanding::SentBack(_) => "sent back",
            ReviewStanding::Stale(_) => "stale",
        };
        assert_eq!(standing(&[], "a"), "draft");
        assert_eq!(standing(&[(Asked, "a")], "a"), "asked");
        assert_eq!(standing(&[(Asked, "a"), (Approved, "a")], "a"), "approved");
        assert_eq!(standing(&[(Asked, "a"), (Approved, "a")], "b"), "stale");
        assert_eq!(standing(&[(Asked, "a")], "b"), "stale");
        assert_eq!(standing(&[(Asked, "a"), (SentBack, "a")], "b"), "sent back");
        // Asked again after an approval, it is not approved, even of the same words.
        assert_eq!(standing(&[(Approved, "a"), (Asked, "a")], "a"), "asked");
    }
}
