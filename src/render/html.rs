//! The web site: one page for each chapter, one permanent page for each excerpt, and the tables and lists around them.
//! Pages only lay out; see [`crate::view`] for what they say.
//!
//! No text of the view can become markup. Tera escapes everything in every template, [`rich_text`] escapes what it
//! writes and knows only the elements it writes itself, and names that enter addresses are checked by [`places`].

mod assets;
mod data;
mod days;
mod feed;
mod images;
mod linked;
mod look;
mod pages;
mod places;
mod ready;
mod rich_text;
mod search;
mod single;
mod xml;

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};
use tera::{ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use self::assets::Assets;
use self::images::Images;
use self::pages::Page;
use self::places::Places;
pub use self::places::is_reserved;
pub use self::ready::Ready;
use super::{Artifact, ImageFile, RenderError, Templates, archive};
use crate::view::{ChapterView, ExcerptView, View};

/// The folder of the site among the artifacts, and of the templates among the layout files.
const FOLDER: &str = "html/";

/// Renders every page and the search index, and copies the images and the templates' other files (the style sheet,
/// the script). Sorted by path; the same
/// input gives the same bytes.
///
/// `pdf`, where it was made too, becomes part of the site, so that the folder can be published or passed around by itself.
/// So do the booklet in one file and the site as an archive.
pub fn site(
    view: &View,
    images: &[ImageFile],
    templates: &Templates,
    pdf: Option<&[u8]>,
) -> Result<Vec<Artifact>, RenderError> {
    let pdf = pdf.map(|bytes| Artifact { path: format!("{FOLDER}{}.pdf", view.edition.id), bytes: bytes.to_vec() });
    let Prepared { engine, assets, mut site } = prepare(view, images, templates, pdf.as_ref())?;
    let pages = pages::all(&site);
    let others = || pages.par_iter().filter(|page| !matches!(page, Page::Index));
    let rendered = || others().map(|page| render(&engine, &site, page)).collect::<Result<Vec<_>, _>>();
    let single = || single::artifact(&engine, &site, images, &assets, templates);
    let ((rendered, index), (data, single)) = rayon::join(
        || rayon::join(rendered, || search::artifacts(&site)),
        || rayon::join(|| data::artifacts(&site), single),
    );
    let ((folder, index), single) = (index?, single?);
    let search = render(&engine, &site, &Page::Search { index: folder })?;
    let listed = pages.iter().filter(|page| !matches!(page, Page::Redirect(_))).map(Page::path).collect::<Vec<_>>();
    let crawled = xml::for_crawlers(&site, listed.iter().map(String::as_str));
    site.offers.single = Some(Offer::of(&single));
    let home = render(&engine, &site, &Page::Index)?;
    let made = rendered?.into_iter().chain([home, search, single, feed::artifact(&site)]).chain(index).chain(data?);
    let whole = gather(made.chain(crawled).chain(assets.files).chain(site.images.artifacts()).chain(pdf))?;
    let zip = zipped(view, &whole)?;
    site.offers.zip = Some(Offer::of(&zip));
    let home = render(&engine, &site, &Page::Index)?;
    let rest = whole.into_iter().filter(|artifact| artifact.path != home.path).collect::<Vec<_>>();
    gather(rest.into_iter().chain([home, zip]))
}

/// The site as an archive, which unpacks to `<edition>/html/`: so editions that lie side by side find one another.
fn zipped(view: &View, whole: &[Artifact]) -> Result<Artifact, RenderError> {
    let id = &view.edition.id;
    let names: Vec<String> = whole.iter().map(|artifact| format!("{id}/{}", artifact.path)).collect();
    let files = names.iter().map(String::as_str).zip(whole.iter().map(|artifact| artifact.bytes.as_slice()));
    let bytes = archive::zip(&files.collect::<Vec<_>>()).map_err(|error| RenderError {
        place: None,
        message: error.to_string(),
        hints: Vec::new(),
    })?;
    Ok(Artifact { path: format!("{FOLDER}{id}-html.zip"), bytes })
}

/// All that pages are made from.
struct Prepared<'a> {
    engine: Tera,
    assets: Assets,
    site: Site<'a>,
}

fn prepare<'a>(
    view: &'a View,
    images: &'a [ImageFile],
    templates: &Templates,
    pdf: Option<&Artifact>,
) -> Result<Prepared<'a>, RenderError> {
    let places = Places::new(view)?;
    let images = Images::new(images)?;
    let mut assets = assets::all(templates, &look::own_rules(view)?)?;
    let chapters = view.parts.iter().flat_map(|part| &part.chapters);
    let by_number = chapters.flat_map(|chapter| chapter.excerpts.iter().map(move |excerpt| (chapter, excerpt)));
    let offers = Offers { pdf: pdf.map(Offer::of), ..Offers::default() };
    let site = Site { view, places, images, by_number: by_number.collect(), offers };
    assets.publish(&format!("{FOLDER}{}", days::FILE), days::script(&site)?);
    let engine = engine(view, &site.images, &assets, templates)?;
    Ok(Prepared { engine, assets, site })
}

/// What every page may look up.
struct Site<'a> {
    view: &'a View,
    places: Places<'a>,
    images: Images<'a>,
    /// The excerpts with their chapters: the first has number 1.
    by_number: Vec<(&'a ChapterView, &'a ExcerptView)>,
    offers: Offers,
}

/// What the home page offers to take away.
#[derive(Clone, Default)]
struct Offers {
    pdf: Option<Offer>,
    /// The booklet in one file.
    single: Option<Offer>,
    /// The whole site. The home page within it does not offer it: the hash of a file cannot stand in that file.
    zip: Option<Offer>,
}

impl Site<'_> {
    /// The whole address of a page, where the settings say where the site is published.
    fn address(&self, path: &str) -> Option<String> {
        let site = self.view.edition.web_address.as_ref()?;
        // A server gives the first page for its folder.
        Some(format!("{site}/{}", if path == places::INDEX { "" } else { path }))
    }
}

/// What a reader is told before a download.
#[derive(Clone)]
struct Offer {
    /// Below the site's folder.
    path: String,
    bytes: usize,
    sha256: String,
}

impl Offer {
    fn of(artifact: &Artifact) -> Self {
        let path = artifact.path.strip_prefix(FOLDER).unwrap_or(&artifact.path).to_owned();
        Offer { path, bytes: artifact.bytes.len(), sha256: sha256(&artifact.bytes) }
    }
}

fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn render(engine: &Tera, site: &Site, page: &Page) -> Result<Artifact, RenderError> {
    let context = page.context(site)?;
    let html = engine.render(page.template(), &context).map_err(template_fault)?;
    Ok(Artifact { path: format!("{FOLDER}{}", page.path()), bytes: html.into_bytes() })
}

/// Sorts, and refuses two files of one name: the second would overwrite the first without a word.
fn gather(artifacts: impl Iterator<Item = Artifact>) -> Result<Vec<Artifact>, RenderError> {
    let mut by_path = BTreeMap::new();
    for artifact in artifacts {
        let Artifact { path, bytes } = artifact;
        if by_path.insert(path.clone(), bytes).is_some() {
            return Err(RenderError {
                place: None,
                message: format!("two files of the site have the path `{path}`"),
                hints: vec![
                    "a chapter must not have the id of a page of the site itself, such as `index`, `van-ban`, \
                     `tu-ngu`, `huong-dan`, `thay-doi`, `tim-kiem`, `theo-ngay`, `so-sanh` or `gioi-thieu`: give it another id in the edition"
                        .to_owned(),
                ],
            });
        }
    }
    Ok(by_path.into_iter().map(|(path, bytes)| Artifact { path, bytes }).collect())
}

/// The templates by their path below `html/`, with what is the same on every page.
fn engine(view: &View, images: &Images, assets: &Assets, templates: &Templates) -> Result<Tera, RenderError> {
    let mut engine = Tera::new();
    // Every name ends with the empty suffix: there is no template without escaping, whatever it is called.
    engine.autoescape_on([""]);
    engine.register_filter("safe", refuse_safe);
    engine.add_raw_templates(sources(templates)?).map_err(template_fault)?;
    share(&mut engine, "words", &view.words)?;
    share(&mut engine, "edition", &view.edition)?;
    share(&mut engine, "logo", &look::logo(&view.look, images)?)?;
    share(&mut engine, "assets", &assets.names)?;
    share(&mut engine, "depth", &0u8)?;
    share(&mut engine, "generator", &view.generator)?;
    share(&mut engine, "language", &view.language)?;
    share(&mut engine, "web", &view.web.words)?;
    share(&mut engine, "navigation", &pages::navigation(view))?;
    Ok(engine)
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

/// Tera's own `safe` would let an office's template turn text of the law into markup. What is markup already
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
