//! What is otherwise between this edition and each other one: the later of two against the former.

use super::ComparisonView;
use crate::compare::State;
use crate::view::build::Builder;
use crate::view::changes::{Compared, Point};
use crate::view::siblings::Sibling;
use crate::view::state::booklet_state;

pub fn comparisons(builder: &Builder<'_, '_>, others: &[&Sibling]) -> Vec<ComparisonView> {
    if others.is_empty() {
        return Vec::new();
    }
    let state = booklet_state(builder.booklet);
    others.iter().filter_map(|other| comparison(builder, &state, other)).collect()
}

fn comparison(builder: &Builder<'_, '_>, state: &State, other: &Sibling) -> Option<ComparisonView> {
    let booklet = builder.booklet;
    let own = (Point { edition: booklet.edition, as_of: booklet.as_of }, state);
    let theirs = (Point { edition: booklet.corpus.edition(&other.edition)?, as_of: other.as_of }, &other.state);
    let age = |(point, _): &(Point<'_>, _)| (point.as_of, point.edition.id.clone());
    let (former, later) = if age(&own) < age(&theirs) { (own, theirs) } else { (theirs, own) };
    let compared = Compared::new(former, later);
    Some(ComparisonView { edition: other.edition.to_string(), changes: compared.view(builder) })
}
