//! Comparisons of this edition with each other one: the later of two against the former.

use super::ComparisonView;
use crate::compare::State;
use crate::view::build::Builder;
use crate::view::changes::{Compared, EditionOnDay};
use crate::view::siblings::{Sibling, state_of};

/// Returns the comparisons of the edition with every other one of the corpus.
pub fn comparisons(builder: &Builder<'_, '_>, siblings: &[Sibling]) -> Vec<ComparisonView> {
    let own = &builder.booklet.edition.id;
    let mut others = siblings.iter().filter(|it| it.edition != *own).peekable();
    if others.peek().is_none() {
        return Vec::new();
    }
    let state = state_of(builder.booklet, siblings);
    others.filter_map(|other| comparison(builder, &state, other)).collect()
}

fn comparison(builder: &Builder<'_, '_>, state: &State, other: &Sibling) -> Option<ComparisonView> {
    let booklet = builder.booklet;
    let own = (EditionOnDay { edition: booklet.edition, as_of: booklet.as_of }, state);
    let theirs = (EditionOnDay { edition: booklet.corpus.edition(&other.edition)?, as_of: other.as_of }, &other.state);
    let age = |(point, _): &(EditionOnDay<'_>, _)| (point.as_of, point.edition.id.clone());
    let (former, later) = if age(&own) < age(&theirs) { (own, theirs) } else { (theirs, own) };
    let compared = Compared::new(former, later);
    Some(ComparisonView { edition: other.edition.to_string(), changes: compared.view(builder) })
}
