//! The other editions: what leads to them, and to what differs in them.

use serde::Serialize;

use super::super::places;
use super::Builder;
use crate::view::{ComparisonView, EditionLine};

/// An edition in a list.
#[derive(Serialize)]
pub(super) struct EditionLink<'a> {
    edition: &'a EditionLine,
    /// Whole; nothing where nobody has said where its site is published.
    href: Option<String>,
    /// The page that compares this edition with it, below the folder of this site.
    pub(super) comparison: Option<String>,
}

/// Where another edition has a page; a relative address would be dead wherever the two sites do not lie as they were built.
fn published(edition: &EditionLine, page: &str) -> Option<String> {
    Some(places::published(edition.address.as_ref()?, page))
}

impl<'a> Builder<'a> {
    pub(super) fn editions(&self) -> Vec<EditionLink<'a>> {
        let link = |edition: &'a EditionLine| EditionLink {
            edition,
            href: published(edition, places::INDEX).filter(|_| !edition.own),
            comparison: self.compared_with(&edition.id).map(|it| places::comparison_page(&it.edition)),
        };
        self.site.view.web.editions.iter().map(link).collect()
    }

    /// The same excerpt in other editions.
    pub(super) fn elsewhere(&self, excerpt: &str, editions: &[String]) -> Vec<EditionLink<'a>> {
        let page = places::permalink(excerpt);
        let lines = self.site.view.web.editions.iter().filter(|edition| editions.contains(&edition.id));
        let link =
            |edition: &'a EditionLine| EditionLink { edition, href: published(edition, &page), comparison: None };
        lines.map(link).collect()
    }

    fn compared_with(&self, edition: &str) -> Option<&'a ComparisonView> {
        self.site.view.web.comparisons.iter().find(|comparison| comparison.edition == edition)
    }
}
