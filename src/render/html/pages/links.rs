//! Links as the templates see them.

use serde::Serialize;

use super::super::RenderError;
use super::Builder;
use crate::view::{ChapterView, ExcerptLink, ExcerptNumber};

/// An address below the site's folder, and the words of the link.
#[derive(Serialize)]
pub(in super::super) struct Link<'a> {
    pub(super) href: String,
    pub(super) name: &'a str,
}

impl<'a> Link<'a> {
    pub(super) fn new(href: &str, name: &'a str) -> Self {
        Link { href: href.to_owned(), name }
    }
}

/// A link with a name in front: `Chương 1`, `Phụ lục A`.
#[derive(Serialize)]
pub(super) struct NamedLink<'a> {
    pub(super) href: String,
    pub(super) name: &'a str,
    pub(super) title: &'a str,
}

/// A link to an excerpt, from the page on which it stands.
#[derive(Serialize)]
pub(super) struct Reference<'a> {
    /// Whole: goes without `root`.
    href: String,
    pub(super) number: ExcerptNumber,
    citation: &'a str,
}

/// A link to an excerpt that is its number alone, from the page on which it stands.
#[derive(Serialize)]
pub(super) struct NumberLink {
    /// Whole: goes without `root`.
    href: String,
    number: ExcerptNumber,
}

impl<'a> Builder<'a> {
    /// Returns the link to the excerpt of a number; nothing where the edition has none.
    pub(super) fn number(&self, number: ExcerptNumber) -> Option<Result<NumberLink, RenderError>> {
        let (_, excerpt) = self.site.by_number.get(number)?;
        Some(self.site.places.href(&self.spot, &excerpt.anchor).map(|href| NumberLink { href, number }))
    }

    pub(super) fn references(&self, links: &'a [ExcerptLink]) -> Result<Vec<Reference<'a>>, RenderError> {
        links.iter().map(|link| self.reference(link)).collect()
    }

    pub(super) fn reference(&self, link: &'a ExcerptLink) -> Result<Reference<'a>, RenderError> {
        let href = self.site.places.href(&self.spot, &link.anchor)?;
        Ok(Reference { href, number: link.number, citation: &link.citation })
    }
}

pub(super) fn chapter_link(chapter: &ChapterView) -> NamedLink<'_> {
    NamedLink { href: format!("{}.html", chapter.id), name: &chapter.name, title: &chapter.title }
}
