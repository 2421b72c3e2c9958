//! The web site: one page for each chapter, one permanent page for each excerpt, and the tables and lists around them.
//! Pages only lay out; see [`crate::view`] for what they say.
//!
//! No text of the view can become markup. Tera escapes everything in every template, [`rich_text`] escapes what it
//! writes and knows only the elements it writes itself, and names that enter addresses are checked by [`places`].

mod assets;
mod calendar;
mod common_script;
mod data;
mod days;
mod excerpt_data;
mod feed;
mod images;
mod inlined;
mod jump;
mod linked;
mod look;
mod not_found;
mod pages;
mod places;
mod ready;
pub mod results;
mod rich_text;
mod search;
mod sheets;
mod single;
mod site_writer;
mod typography;
mod xml;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use serde::Serialize;
use tera::{ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use self::assets::Assets;
use self::images::Images;
use self::jump::ListedPage;
use self::pages::{HomePage, KeptFacts, Page, SearchPage};
use self::places::Places;
pub(super) use self::places::instrument_page;
pub use self::places::{is_reserved, is_taken};
pub use self::ready::Ready;
use self::sheets::PageSheet;
pub use self::sheets::SheetLimits;
pub use self::site_writer::{Parts, Take};
use self::site_writer::{SiteWriter, TakenFile};
use super::outputs::{self, Document, Offered, Output, PDF, SINGLE, ZIP};
use super::{Artifact, FetchOriginal, ImageFile, RenderError, Templates};
use crate::hash::sha256;
use crate::view::{ByNumber, ChapterView, ExcerptView, PublishedOriginal, View};

/// The folder of the site among the artifacts, and of the templates among the layout files.
pub const FOLDER: &str = "html/";

/// All that [`site_to`] would hand over, sorted by path. The same input gives the same bytes.
pub fn site(
    view: &View,
    images: &[ImageFile],
    templates: &Templates,
    pdf: Option<&[u8]>,
) -> Result<Vec<Artifact>, RenderError> {
    let pdf: Vec<Document> = pdf.iter().map(|bytes| Document { output: &PDF, bytes: bytes.to_vec() }).collect();
    parts(view, images, templates, &pdf, Parts::ALL, &no_originals)
}

fn no_originals(original: &PublishedOriginal) -> Result<Vec<u8>, RenderError> {
    Err(view_fault(format!("the original `{}` was not handed over", original.path)))
}

fn parts(
    view: &View,
    images: &[ImageFile],
    templates: &Templates,
    documents: &[Document],
    parts: Parts,
    originals: &FetchOriginal<'_>,
) -> Result<Vec<Artifact>, RenderError> {
    let made = Mutex::new(Vec::new());
    site_to(view, images, templates, documents, parts, originals, &|artifact| {
        let hash = sha256(&artifact.bytes);
        made.lock().unwrap_or_else(PoisonError::into_inner).push(artifact);
        Ok::<_, RenderError>(hash)
    })?;
    let mut made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
    made.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(made)
}

/// Returns one file of the site by its path.
///
/// # Errors
/// A template that does not fit, or parts that have no such file.
pub fn one_file(
    view: &View,
    images: &[ImageFile],
    templates: &Templates,
    wanted: Parts,
    originals: &FetchOriginal<'_>,
    path: &str,
) -> Result<Vec<u8>, RenderError> {
    let files = parts(view, images, templates, &[], wanted, originals)?;
    let found = files.into_iter().find(|file| file.path == path);
    found.map(|file| file.bytes).ok_or_else(|| view_fault(format!("no file `{path}` was made")))
}

/// Renders every page and the search index, and copies the images and the templates' other files (the style sheet,
/// the script). Each file goes to `take` as soon as it is made, so that the site is never in memory as a whole: from
/// several threads and in any order. It gives back the file's SHA-256.
///
/// The originals that are published with the site are read one by one by `originals`. `documents`, where any were made too, become part of the site, so that the folder can be published or passed around by itself.
/// So do the booklet in one file and the site as an archive, where they are wanted; the first page offers what there is.
///
/// # Errors
/// A template that does not fit, an original that cannot be read, and what `take` says.
pub fn site_to<E: From<RenderError> + Send>(
    view: &View,
    images: &[ImageFile],
    templates: &Templates,
    documents: &[Document],
    parts: Parts,
    originals: &FetchOriginal<'_>,
    take: &Take<'_, E>,
) -> Result<(), E> {
    let view = &*view.on_web();
    let Prepared { engine, assets, mut site } = prepare(view, images, templates)?;
    let out = SiteWriter::new(&view.edition.id, parts, take);
    let wants_site = parts.site();
    for Document { output, bytes } in documents.iter().filter(|it| wants_site && it.output.offer.is_some()) {
        let path = format!("{FOLDER}{}", (output.file)(&view.edition.id));
        site.offer(output, out.put(Artifact { path, bytes: bytes.clone() })?);
    }
    let single = || match parts.single {
        true => out.offer(single::artifact(&engine, &site, images, &assets, templates)?).map(Some),
        false => Ok(None),
    };
    if !wants_site {
        return single().map(drop);
    }
    let put = |artifact| out.put(artifact).map(drop);
    let pages = pages::all(&site);
    let all_pages = || {
        let addresses = |page: &dyn Page| put_sheets(render(&engine, &site, page, parts.sheets)?, &put);
        pages.par_iter().map(|page| addresses(page.as_ref())).collect::<Result<Vec<_>, E>>()
    };
    let search = || {
        let (index, files) = search::artifacts(&site)?;
        files.into_par_iter().try_for_each(put)?;
        put_sheets(render(&engine, &site, &SearchPage { index }, parts.sheets)?, &put).map(drop)
    };
    let ((pages_done, search_done), (data_done, single)) =
        rayon::join(|| rayon::join(all_pages, search), || rayon::join(|| data::artifacts(&site, &put), single));
    let addresses = pages_done?;
    search_done.and(data_done)?;
    let crawled =
        pages.iter().zip(addresses).filter(|(page, _)| page.is_crawled()).flat_map(|(_, addresses)| addresses);
    let crawled = xml::for_crawlers(&site, std::iter::once(places::INDEX.to_owned()).chain(crawled));
    let calendar = calendar::artifacts(&site)?;
    let not_found = not_found::artifact(&engine, &site, &assets, templates)?;
    let others = crawled
        .into_iter()
        .chain([not_found])
        .chain(calendar)
        .chain(feed::artifacts(&site))
        .chain(site.images.artifacts());
    others.chain(assets.files).try_for_each(put)?;
    for original in site.originals() {
        put(Artifact { path: format!("{FOLDER}{}", original.path), bytes: originals(original)? })?;
    }
    single?.into_iter().for_each(|taken| site.offer(&SINGLE, taken));
    if parts.archive {
        // The home page within the archive does not offer the archive.
        render(&engine, &site, &HomePage, parts.sheets)?.iter().try_for_each(|it| out.pack(it))?;
        site.offer(&ZIP, out.archive()?);
    }
    if parts.pages {
        render(&engine, &site, &HomePage, parts.sheets)?.into_iter().try_for_each(|it| out.write(it).map(drop))?;
    }
    Ok(())
}

/// All that pages are made from.
struct Prepared<'a> {
    engine: Tera,
    assets: Assets,
    site: Site<'a>,
}

fn prepare<'a>(view: &'a View, images: &'a [ImageFile], templates: &Templates) -> Result<Prepared<'a>, RenderError> {
    let (engine, prepared) = rayon::join(|| engine(templates), || prepare_site(view, images, templates));
    let (mut engine, (site, assets)) = (engine?, prepared?);
    share_all(&mut engine, view, &site.images, &assets)?;
    Ok(Prepared { engine, assets, site })
}

fn prepare_site<'a>(
    view: &'a View,
    images: &'a [ImageFile],
    templates: &Templates,
) -> Result<(Site<'a>, Assets), RenderError> {
    let places = Places::new(view)?;
    let images = Images::new(images)?;
    let mut assets = assets::all(templates, &look::own_rules(view)?)?;
    let chapters = view.parts.iter().flat_map(|part| &part.chapters);
    let by_number = chapters.flat_map(|chapter| chapter.excerpts.iter().map(move |excerpt| (chapter, excerpt)));
    let by_number: ByNumber<_> = by_number.collect();
    let facts = KeptFacts::of(by_number.len());
    let site = Site { view, places, images, by_number, facts, offers: Vec::new() };
    days::publish(&mut assets, &site)?;
    common_script::publish(&mut assets, view, templates)?;
    Ok((site, assets))
}

/// What every page may look up.
struct Site<'a> {
    view: &'a View,
    places: Places<'a>,
    images: Images<'a>,
    /// The excerpts with their chapters.
    by_number: ByNumber<(&'a ChapterView, &'a ExcerptView)>,
    facts: KeptFacts,
    /// What the home page offers to take away.
    offers: Vec<Offer>,
}

/// An output that can be taken away.
struct Offer {
    output: &'static Output,
    file: TakenFile,
}

impl Site<'_> {
    fn offer(&mut self, output: &'static Output, file: TakenFile) {
        self.offers.push(Offer { output, file });
    }

    /// The originals that are published with the site, each once.
    fn originals(&self) -> BTreeSet<&PublishedOriginal> {
        self.by_number.iter().filter_map(|(_, excerpt)| excerpt.original.as_ref()?.published.as_ref()).collect()
    }

    /// What the home page offers, in the order of the outputs.
    fn offered(&self) -> impl Iterator<Item = (&'static Offered, &TakenFile)> {
        outputs::ALL.into_iter().filter_map(|output| {
            let offer = self.offers.iter().find(|offer| offer.output == output)?;
            Some((output.offer.as_ref()?, &offer.file))
        })
    }

    /// The whole address of a page, where the settings say where the site is published.
    fn address(&self, path: &str) -> Option<String> {
        Some(places::published(self.view.edition.web_address.as_ref()?, path))
    }
}

/// About how many bytes a page has: most are that of one excerpt.
const PAGE: usize = 16 * 1024;

/// Returns the sheets of a page: most have one.
fn render(engine: &Tera, site: &Site, page: &dyn Page, limits: SheetLimits) -> Result<Vec<Artifact>, RenderError> {
    let context = page.context(engine, site)?;
    let mut bytes = Vec::with_capacity(PAGE);
    engine.render_to(page.template(), &context, &mut bytes).map_err(template_fault)?;
    let text = String::from_utf8(bytes).map_err(|error| view_fault(error.to_string()))?;
    let sheets = sheets::of(page.path(), typography::set(&text), limits, &site.view.web.words.sheets);
    let artifact = |(number, PageSheet { path, html }): (usize, PageSheet)| {
        let html = match jump::listed(ListedPage { html: &html, sheet: number }, &site.view.web.words.on_this_page) {
            Cow::Owned(listed) => listed,
            Cow::Borrowed(_) => html,
        };
        Artifact { path: format!("{FOLDER}{path}"), bytes: html.into_bytes() }
    };
    Ok(sheets.into_iter().enumerate().map(artifact).collect())
}

/// Puts the sheets of a page and returns their addresses.
fn put_sheets<E>(sheets: Vec<Artifact>, put: &impl Fn(Artifact) -> Result<(), E>) -> Result<Vec<String>, E> {
    let address = |sheet: &Artifact| sheet.path.strip_prefix(FOLDER).unwrap_or(&sheet.path).to_owned();
    sheets.into_iter().map(|sheet| Ok((address(&sheet), put(sheet)?).0)).collect()
}

/// The templates by their path below `html/`.
fn engine(templates: &Templates) -> Result<Tera, RenderError> {
    let mut engine = Tera::new();
    // Every name ends with the empty suffix: there is no template without escaping, whatever it is called.
    engine.autoescape_on([""]);
    engine.set_escape_fn(rich_text::escape_to);
    engine.register_filter("safe", refuse_safe);
    engine.add_raw_templates(sources(templates)?).map_err(template_fault)?;
    Ok(engine)
}

/// Gives the templates the data that is the same on every page.
fn share_all(engine: &mut Tera, view: &View, images: &Images, assets: &Assets) -> Result<(), RenderError> {
    share(engine, "words", &view.words)?;
    share(engine, "edition", &view.edition)?;
    share(engine, "logo", &look::logo(&view.look, images)?)?;
    share(engine, "assets", &assets.names)?;
    share(engine, "depth", &0u8)?;
    share(engine, "generator", &view.generator)?;
    share(engine, "language", &view.language)?;
    share(engine, "web", &view.web.words)?;
    share(engine, "navigation", &pages::navigation(view))
}

fn sources(templates: &Templates) -> Result<Vec<(&str, &str)>, RenderError> {
    let pages = templates.below(FOLDER).filter(|(path, _)| path.ends_with(".html"));
    pages
        .map(|(path, bytes)| {
            let text = std::str::from_utf8(bytes).map_err(|fault| RenderError {
                place: Some(path.to_owned()),
                message: format!("the template is not UTF-8: {fault}"),
                hints: Vec::new(),
            })?;
            Ok((path.strip_prefix(FOLDER).unwrap_or(path), text))
        })
        .collect()
}

fn share(engine: &mut Tera, name: &'static str, data: &impl Serialize) -> Result<(), RenderError> {
    let value = Value::try_from_serializable(data).map_err(template_fault)?;
    engine.global_context().insert_value(name, value);
    Ok(())
}

/// Tera's own `safe` would let an office's template turn text of the law into markup. A value that is markup already
/// (`body`) needs no filter.
fn refuse_safe(_: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    Err(tera::Error::message("the filter `safe` is switched off: text of the corpus must never become markup"))
}

/// Says where in the templates a fault is, as far as the engine knows.
fn template_fault(fault: tera::Error) -> RenderError {
    let file = |name: &str| Some(format!("{FOLDER}{name}"));
    let place = match fault.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let (name, span) = (report.filename(), report.span());
            // Tera counts columns from 0.
            Some(format!("{FOLDER}{name}:{}:{}", span.start_line, span.start_col + 1))
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => file(tpl),
        ErrorKind::MissingParent { current, .. } => file(current),
        ErrorKind::TemplateNotFound(name) => file(name),
        _ => None,
    };
    if let ErrorKind::Msg(said) = fault.kind()
        && let Some((message, place)) = reported(said)
    {
        return RenderError { place: Some(place), message, hints: Vec::new() };
    }
    let message = match fault.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => report.message().to_owned(),
        ErrorKind::TemplateNotFound(_) => "the template is missing".to_owned(),
        _ => fault.to_string(),
    };
    RenderError { place, message, hints: Vec::new() }
}

/// The first message of a drawn report, and its place; Tera checks names of filters and the like all at once and draws
/// what it found.
///
/// ```text
/// error: Unknown filter `uppr`
///  --> base.html:9:50
/// ```
fn reported(said: &str) -> Option<(String, String)> {
    let mut lines = said.lines();
    let message = lines.find_map(|line| line.strip_prefix("error: "))?;
    let place = lines.find_map(|line| line.trim_start().strip_prefix("--> "))?;
    Some((message.to_owned(), format!("{FOLDER}{place}")))
}

/// A fault of the view itself: the tool put it together wrongly.
fn view_fault(message: String) -> RenderError {
    RenderError { place: None, message, hints: vec!["this is a fault of the tool, not of the corpus".to_owned()] }
}
