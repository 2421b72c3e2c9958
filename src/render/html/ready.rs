//! A site whose files are made on request: one page need not wait for a thousand.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::pages::{self, HomePage, Page};
use super::{FOLDER, Parts, Prepared, parts, prepare, render, sheets};
use crate::render::{FetchOriginal, ImageFile, RenderError, Templates};
use crate::view::View;

/// The downloads are left out: they would have to be made first.
const PAGES: Parts = Parts { pages: true, ..Parts::NONE };

/// What [`super::site`] would write, file by file, but for what the home page offers to take away.
pub struct Ready<'a> {
    view: &'a View,
    images: &'a [ImageFile],
    templates: &'a Templates,
    originals: &'a FetchOriginal<'a>,
    prepared: Prepared<'a>,
    pages: BTreeMap<String, Box<dyn Page + 'a>>,
    /// Files that are made from the site as a whole, such as the index of its search.
    whole: OnceLock<Result<BTreeMap<String, Vec<u8>>, RenderError>>,
}

impl<'a> Ready<'a> {
    /// # Errors
    /// Templates that cannot be read. A page that does not fit its data is reported when it is requested.
    pub fn new(
        view: &'a View,
        images: &'a [ImageFile],
        templates: &'a Templates,
        originals: &'a FetchOriginal<'a>,
    ) -> Result<Self, RenderError> {
        let prepared = prepare(view, images, templates)?;
        let home: Box<dyn Page> = Box::new(HomePage);
        let all = std::iter::once(home).chain(pages::all(&prepared.site));
        let pages = all.map(|page| (page.path(), page)).collect();
        Ok(Ready { view, images, templates, originals, prepared, pages, whole: OnceLock::new() })
    }

    /// A file by its path below `html/`.
    ///
    /// # Errors
    /// The page's template does not fit.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, RenderError> {
        let Prepared { engine, assets, site } = &self.prepared;
        let whole_path = format!("{FOLDER}{path}");
        if let Some(page) = self.page(path) {
            let sheets = render(engine, site, page, PAGES.sheets)?;
            return Ok(sheets.into_iter().find(|sheet| sheet.path == whole_path).map(|sheet| sheet.bytes));
        }
        if let Some(asset) = assets.files.iter().find(|file| file.path == whole_path) {
            return Ok(Some(asset.bytes.clone()));
        }
        if let Some(image) = self.images.iter().find(|image| image.path == path) {
            return Ok(Some(image.bytes.clone()));
        }
        if let Some(original) = site.originals().into_iter().find(|original| original.path == path) {
            return (self.originals)(original).map(Some);
        }
        let whole = self.whole.get_or_init(|| self.whole()).as_ref().map_err(Clone::clone)?;
        Ok(whole.get(&whole_path).cloned())
    }

    /// Returns the page that this is, or a sheet of.
    fn page(&self, path: &str) -> Option<&dyn Page> {
        let page = self.pages.get(path).or_else(|| self.pages.get(&sheets::page_of(path)?));
        page.map(AsRef::as_ref)
    }

    fn whole(&self) -> Result<BTreeMap<String, Vec<u8>>, RenderError> {
        let artifacts = parts(self.view, self.images, self.templates, &[], PAGES, self.originals)?;
        Ok(artifacts.into_iter().map(|artifact| (artifact.path, artifact.bytes)).collect())
    }
}
