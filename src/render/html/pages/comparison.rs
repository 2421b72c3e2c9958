//! The page that compares this edition with another.

use std::borrow::Cow;

use serde::Serialize;

use super::super::{RenderError, Site, places};
use super::{Builder, PageKind, Pages, each};
use crate::view::ComparisonView;

struct ComparisonPage<'a>(&'a ComparisonView);

pub(super) fn pages<'a>(site: &Site<'a>) -> Pages<'a> {
    each(&site.view.web.comparisons, ComparisonPage)
}

impl PageKind for ComparisonPage<'_> {
    const TEMPLATE: &'static str = "compare-edition.html";

    fn path(&self) -> String {
        places::comparison_page(&self.0.edition)
    }

    /// `So sánh với ấn bản «…»`
    fn title<'v>(&'v self, site: &Site<'v>) -> Cow<'v, str> {
        let web = &site.view.web;
        let other = web.editions.iter().find(|edition| edition.id == self.0.edition);
        let title = other.map_or(self.0.edition.as_str(), |edition| edition.title.as_str());
        let day = other.map(|edition| format!(" ({})", edition.as_of.short)).unwrap_or_default();
        Cow::Owned(format!("{} «{title}»{day}", web.words.compare_with))
    }

    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        on.changes(Vec::new(), &self.0.changes)
    }
}
