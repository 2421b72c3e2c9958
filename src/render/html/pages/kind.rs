//! The trait of a kind of page, and the page made from it.

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Tera, Value};

use super::super::linked::{self, LinkedObject};
use super::super::places::{self, Spot};
use super::super::{RenderError, Site, template_fault};
use super::Builder;

/// A kind of page: a value of it is one page, and holds what that page is about.
pub(in super::super) trait PageKind: Sync {
    const TEMPLATE: &'static str;

    /// Returns the address below `html/`.
    fn path(&self) -> String;

    fn title<'v>(&'v self, site: &Site<'v>) -> Cow<'v, str>;

    /// Returns what the page shows, as its template sees it.
    fn data<'v>(&'v self, on: &Builder<'v>) -> Result<impl Serialize, RenderError>;

    /// Returns the sentence for search engines and previews of links, where it is not that of the edition.
    fn description(&self) -> Option<&str> {
        None
    }

    /// Returns the file that says the same as data, below `html/`.
    fn record(&self) -> Option<String> {
        None
    }

    /// Returns what the page is about as JSON-LD; nothing for pages that are only lists.
    fn linked<'v>(&'v self, _: &linked::LinkedWriter<'v>) -> Option<LinkedObject<'v>> {
        None
    }

    /// False for what is left at a former address: crawlers are not sent there.
    fn is_crawled(&self) -> bool {
        true
    }
}

/// One page, of whichever kind.
pub(in super::super) trait Page: Sync {
    fn path(&self) -> String;
    fn template(&self) -> &'static str;
    fn is_crawled(&self) -> bool;
    /// Returns all that the template sees beside what is the same on every page.
    fn context(&self, engine: &Tera, site: &Site) -> Result<Context, RenderError>;
}

impl<K: PageKind> Page for K {
    fn path(&self) -> String {
        PageKind::path(self)
    }

    fn template(&self) -> &'static str {
        K::TEMPLATE
    }

    fn is_crawled(&self) -> bool {
        PageKind::is_crawled(self)
    }

    fn context(&self, engine: &Tera, site: &Site) -> Result<Context, RenderError> {
        let path = PageKind::path(self);
        // No page lies deeper than one folder.
        let root = if path.contains('/') { "../" } else { "" };
        let on = Builder { engine, site, spot: Spot { page: &path, root }, depth: 0 };
        let frame = Frame {
            root,
            here: &path,
            title: &self.title(site),
            description: self.description().unwrap_or(&site.view.edition.description),
            address: site.address(&path),
            kind: if path == places::INDEX { "website" } else { "article" },
            data: linked::block(self.linked(&linked::LinkedWriter { site, root }))?,
            record: self.record(),
            page: self.data(&on)?,
        };
        Context::from_serialize(&frame).map_err(template_fault)
    }
}

/// What the templates see on every page.
#[derive(Serialize)]
struct Frame<'a, T> {
    /// From this page to the folder of the site: empty, or `../`. Goes before every address below.
    root: &'a str,
    /// This page, to mark it in lists of links.
    here: &'a str,
    title: &'a str,
    description: &'a str,
    /// The whole address of this page, where the settings say where the site is published.
    address: Option<String>,
    /// What previews of links take it for: `website` for the first page, else `article`.
    kind: &'static str,
    /// What it is about, as JSON-LD.
    data: Option<Value>,
    /// The file that says the same as data, below the folder of the site.
    record: Option<String>,
    /// What this kind of page shows.
    page: T,
}
