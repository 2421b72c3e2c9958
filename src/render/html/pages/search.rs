//! The page of the search.

use std::borrow::Cow;

use serde::Serialize;

use super::super::{RenderError, Site, places};
use super::{Builder, PageKind};

/// Made after the index, whose name is the hash of its content.
pub(in super::super) struct SearchPage {
    /// The folder of the index, below the folder of the site.
    pub(in super::super) index: String,
}

#[derive(Serialize)]
struct SearchData<'a> {
    index: &'a str,
}

impl PageKind for SearchPage {
    const TEMPLATE: &'static str = "search.html";

    fn path(&self) -> String {
        places::SEARCH.to_owned()
    }

    fn title<'v>(&'v self, site: &Site<'v>) -> Cow<'v, str> {
        Cow::Borrowed(&site.view.words.search.title)
    }

    fn data<'v>(&'v self, _: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        Ok(SearchData { index: &self.index })
    }
}
