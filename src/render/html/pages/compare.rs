//! The page of comparisons: two days, and this edition with others.

use std::borrow::Cow;

use serde::Serialize;

use super::super::{RenderError, Site, places};
use super::editions::EditionLink;
use super::{Builder, PageKind, Pages, one};

struct ComparePage;

pub(super) fn pages<'a>(_: &Site<'a>) -> Pages<'a> {
    one(ComparePage)
}

#[derive(Serialize)]
struct CompareData<'a> {
    editions: Vec<EditionLink<'a>>,
}

impl PageKind for ComparePage {
    const TEMPLATE: &'static str = "compare.html";

    fn path(&self) -> String {
        places::COMPARE.to_owned()
    }

    fn title<'v>(&'v self, site: &Site<'v>) -> Cow<'v, str> {
        Cow::Borrowed(&site.view.web.words.days.compare)
    }

    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        Ok(CompareData { editions: on.editions().into_iter().filter(|link| link.comparison.is_some()).collect() })
    }
}
