//! The page at a former address.

use std::borrow::Cow;

use serde::Serialize;

use super::super::{RenderError, Site, places};
use super::{Builder, PageKind, Pages, each};
use crate::view::RedirectView;

struct RedirectPage<'a>(&'a RedirectView);

pub(super) fn pages<'a>(site: &Site<'a>) -> Pages<'a> {
    each(&site.view.web.redirects, RedirectPage)
}

impl PageKind for RedirectPage<'_> {
    const TEMPLATE: &'static str = "redirect.html";

    fn path(&self) -> String {
        places::redirect_page(self.0)
    }

    fn title<'v>(&'v self, site: &Site<'v>) -> Cow<'v, str> {
        Cow::Borrowed(&site.view.web.words.moved)
    }

    fn data<'v>(&'v self, _: &Builder<'v>) -> Result<impl Serialize, RenderError> {
        Ok(RedirectData { href: places::redirect_target(self.0), citation: &self.0.citation, from: &self.0.from })
    }

    fn is_crawled(&self) -> bool {
        false
    }
}

#[derive(Serialize)]
struct RedirectData<'a> {
    /// Below the folder of the site.
    href: String,
    citation: &'a str,
    from: &'a str,
}
