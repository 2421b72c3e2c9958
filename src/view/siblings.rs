//! The other editions of a corpus, as far as one edition lists them: what they print. Each is assembled once in a run,
//! however many editions ask.

use std::borrow::Cow;

use super::state::booklet_state;
use crate::assemble::Booklet;
use crate::compare::State;
use crate::model::date::Date;
use crate::model::ids::EditionId;

/// An edition as the pages of others compare with it and lead to it.
#[derive(Debug)]
pub struct Sibling {
    pub edition: EditionId,
    pub as_of: Date,
    pub(super) state: State,
}

impl Sibling {
    /// Keeps of a booklet what the pages of other editions need.
    pub fn new(booklet: &Booklet<'_>) -> Self {
        let (edition, as_of) = (booklet.edition.id.clone(), booklet.as_of);
        Sibling { edition, as_of, state: booklet_state(booklet) }
    }

    /// Whether it has this excerpt.
    pub(super) fn prints(&self, excerpt: &str) -> bool {
        self.state.excerpts.contains_key(excerpt)
    }
}

/// What a booklet prints; not made again where it is among the siblings.
pub(super) fn state_of<'s>(booklet: &Booklet<'_>, siblings: &'s [Sibling]) -> Cow<'s, State> {
    let is_it = |sibling: &&Sibling| sibling.edition == booklet.edition.id && sibling.as_of == booklet.as_of;
    let known = siblings.iter().find(is_it).map(|sibling| Cow::Borrowed(&sibling.state));
    known.unwrap_or_else(|| Cow::Owned(booklet_state(booklet)))
}
