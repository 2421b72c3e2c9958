//! Maps the anchors of the view to addresses of the site.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::pages::annexes::{self, AnnexAddress};
use super::{RenderError, sheets, view_fault};
use crate::render::outputs;
use crate::view::{AnnexKind, ChapterView, ExcerptView, GuidanceView, ORIGINALS_FOLDER, RedirectView, View};

pub(super) const INDEX: &str = "index.html";
/// The list of the excerpts for other programs.
pub(super) const DATA: &str = "index.json";
pub(super) const INSTRUMENTS: &str = "van-ban.html";
pub(super) const GLOSSARY: &str = "tu-ngu.html";
pub(super) const GUIDANCE: &str = "huong-dan.html";
pub(super) const ABOUT: &str = "gioi-thieu.html";
pub(super) const SEARCH: &str = "tim-kiem.html";
pub(super) const BY_DAY: &str = "theo-ngay.html";
pub(super) const COMPARE: &str = "so-sanh.html";
/// What a server shows for an address that leads nowhere.
pub(super) const NOT_FOUND: &str = "404.html";
/// The folder of the calendar's files.
pub(super) const CALENDAR_FOLDER: &str = "lich";

/// Whether a chapter of this id would take the address of another page: one that every site has, the page of a part or of
/// an annex, which are named by their anchors, or the file with the whole edition.
pub fn is_reserved(chapter: &str, edition: &str) -> bool {
    // Folders of the site: some servers show `e.html` at the address `e`, where the folder is.
    let folders = ["e", "vb", "doi-tuong", "chu-de", "search", CALENDAR_FOLDER, ORIGINALS_FOLDER];
    let always = [INDEX, GUIDANCE, ABOUT, SEARCH, BY_DAY, COMPARE, NOT_FOUND];
    let mut fixed = always.into_iter().chain(annexes::fixed_pages());
    let counted = ["phan-", "phu-luc-"].iter().filter_map(|start| chapter.strip_prefix(start));
    let is_count = |rest: &str| !rest.is_empty() && (rest.bytes().all(|b| b.is_ascii_digit()) || rest.len() == 1);
    chapter == edition
        || folders.contains(&chapter)
        || fixed.any(|page| page.strip_suffix(".html") == Some(chapter))
        || counted.into_iter().any(is_count)
}

/// The folders of a site.
pub(super) const FOLDERS: [&str; 9] =
    ["e", "vb", "doi-tuong", "chu-de", "so-sanh", "search", "images", CALENDAR_FOLDER, ORIGINALS_FOLDER];
/// The files beside its pages that have fixed names.
const FILES: [&str; 4] = [DATA, "feed.xml", "sitemap.xml", "robots.txt"];

/// Whether a file of this path, below the folder of the site, would take the place of one of the site's own, whatever the case of its letters.
pub fn is_taken(path: &str, edition: &str, chapters: &[&str]) -> bool {
    let path = path.to_lowercase();
    // A folder may not have the name of a page either.
    path.split('/').next().is_some_and(|name| is_taken_name(name, edition, chapters))
}

fn is_taken_name(name: &str, edition: &str, chapters: &[&str]) -> bool {
    let page = sheets::page_of(name);
    let name = page.as_deref().unwrap_or(name);
    let page = name.strip_suffix(".html").is_some_and(|page| is_reserved(page, edition) || chapters.contains(&page));
    page || outputs::takes(name, edition) || FILES.contains(&name) || FOLDERS.contains(&name) || is_hashed(name)
}

/// `style.02e9fb2e.svg`: so are the files of templates called.
fn is_hashed(name: &str) -> bool {
    let mut parts = name.rsplit('.');
    let hash = parts.next().and_then(|_| parts.next());
    hash.is_some_and(|hash| hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
        && parts.next().is_some()
}

/// The page that prints each anchor. Every link within the site is looked up here, so none can lead nowhere.
pub(super) struct Places<'a> {
    pages: BTreeMap<&'a str, String>,
    /// By id, those that have a page: their places in the table.
    instruments: BTreeMap<&'a str, usize>,
    /// Whether everything is on one page: then what has a page of its own elsewhere is found by its anchor.
    on_one: bool,
    /// The pages of instruments by the anchors of their rows.
    own_pages: BTreeMap<&'a str, String>,
}

impl<'a> Places<'a> {
    /// Reads all anchors. Anchors that stand twice and names that could break out of an address are faults.
    pub(super) fn new(view: &'a View) -> Result<Self, RenderError> {
        let mut places =
            Places { pages: BTreeMap::new(), instruments: BTreeMap::new(), on_one: false, own_pages: BTreeMap::new() };
        check_name(&view.edition.id)?;
        places.guidance(&view.front, GUIDANCE)?;
        for part in &view.parts {
            let page = file_name(&part.anchor)?;
            places.put(&part.anchor, &page)?;
            places.guidance(&part.intro, &page)?;
            for chapter in &part.chapters {
                let page = file_name(&chapter.id)?;
                places.put(&chapter.anchor, &page)?;
                places.guidance(&chapter.intro, &page)?;
                for excerpt in &chapter.excerpts {
                    check_name(&excerpt.id)?;
                    places.put(&excerpt.anchor, &page)?;
                }
            }
        }
        for annex in &view.annexes {
            check_name(&annex.anchor)?;
            let page = annexes::page(annex);
            places.put(&annex.anchor, &page)?;
            places.guidance(&annex.intro, &page)?;
        }
        for kind in AnnexKind::ALL.map(annexes::shown) {
            if let AnnexAddress::Fixed(page) | AnnexAddress::Always(page) = kind.page {
                (kind.anchors)(view).into_iter().try_for_each(|anchor| places.put(anchor, page))?;
            }
        }
        view.instruments.iter().try_for_each(|instrument| check_name(&instrument.id))?;
        places.instruments.extend(view.web.instruments.iter().map(|page| page.id.as_str()).zip(0..));
        let with_page = view.instruments.iter().filter(|row| places.instruments.contains_key(row.id.as_str()));
        places.own_pages = with_page.map(|row| (row.anchor.as_str(), instrument_page(&row.id))).collect();
        view.web.editions.iter().try_for_each(|edition| check_name(&edition.id))?;
        let ways = view.web.audiences.iter().map(|it| &it.id).chain(view.web.topics.iter().map(|it| &it.id));
        let former = view.web.redirects.iter().flat_map(|redirect| [&redirect.from, &redirect.to]);
        ways.chain(former).try_for_each(|id| check_name(id))?;
        Ok(places)
    }

    /// The same anchors, all on one page.
    pub(super) fn on_one_page(view: &'a View, page: &str) -> Result<Self, RenderError> {
        let mut places = Places { on_one: true, ..Places::new(view)? };
        places.own_pages.clear();
        places.pages.values_mut().for_each(|place| page.clone_into(place));
        Ok(places)
    }

    fn guidance(&mut self, pieces: impl IntoIterator<Item = &'a GuidanceView>, page: &str) -> Result<(), RenderError> {
        pieces.into_iter().try_for_each(|piece| self.put(&piece.anchor, page))
    }

    fn put(&mut self, anchor: &'a str, page: &str) -> Result<(), RenderError> {
        check_name(anchor)?;
        match self.pages.insert(anchor, page.to_owned()) {
            None => Ok(()),
            Some(_) => Err(view_fault(format!("the anchor `{anchor}` stands twice in the view"))),
        }
    }

    /// The page that prints an anchor.
    pub(super) fn page(&self, anchor: &str) -> Result<&str, RenderError> {
        let page = self.pages.get(anchor).map(String::as_str);
        page.ok_or_else(|| view_fault(format!("a link leads to the anchor `{anchor}`, which is not in the view")))
    }

    /// The address of an anchor, relative to a page that lies where `spot` says. An instrument is its own page rather
    /// than its row, but for readers who are in the table already.
    pub(super) fn href(&self, spot: &Spot, anchor: &str) -> Result<String, RenderError> {
        let page = self.page(anchor)?;
        if let Some(own) = self.own_pages.get(anchor).filter(|_| spot.page != page) {
            return Ok(format!("{}{own}", spot.root));
        }
        let mut href = String::new();
        if page != spot.page {
            href.push_str(spot.root);
            href.push_str(page);
        }
        // Writing into a string cannot fail.
        let _ = write!(href, "#{anchor}");
        Ok(href)
    }

    /// The page of an instrument, if it has one.
    pub(super) fn instrument(&self, id: &str) -> Option<String> {
        self.instruments.contains_key(id).then(|| instrument_page(id)).filter(|_| !self.on_one)
    }

    /// Where an instrument that has a page is in the table.
    pub(super) fn instrument_row(&self, id: &str) -> Option<usize> {
        self.instruments.get(id).copied()
    }

    /// Where a chapter is found.
    pub(super) fn chapter(&self, chapter: &ChapterView) -> String {
        if self.on_one { format!("#{}", chapter.anchor) } else { format!("{}.html", chapter.id) }
    }

    /// Where an excerpt is found for good.
    pub(super) fn excerpt(&self, excerpt: &ExcerptView) -> String {
        if self.on_one { format!("#{}", excerpt.anchor) } else { permalink(&excerpt.id) }
    }

    /// A row of the table of instruments, which every edition has.
    pub(super) fn row(&self, anchor: &str) -> String {
        if self.on_one { format!("#{anchor}") } else { format!("{INSTRUMENTS}#{anchor}") }
    }

    /// Returns the address of the annex of changes, where there is one.
    pub(super) fn changes(&self, view: &View) -> Option<String> {
        let annex = view.annexes.iter().find(|annex| annex.kind == AnnexKind::Changes)?;
        Some(if self.on_one { format!("#{}", annex.anchor) } else { annexes::page(annex) })
    }

    /// Whether there are pages beside this one.
    pub(super) fn has_pages(&self) -> bool {
        !self.on_one
    }
}

/// The page that a link is written on.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    /// Path below `html/`.
    pub(super) page: &'a str,
    /// From the page's folder to `html/`: empty, or `../`.
    pub(super) root: &'static str,
}

/// The whole booklet in one file.
pub(super) fn single_page(edition: &str) -> String {
    format!("{edition}.html")
}

pub(super) use crate::view::permalink;

/// What its page says, as data.
pub(super) fn excerpt_data(id: &str) -> String {
    format!("e/{id}.json")
}

/// The page of an instrument, of an audience, of a topic: permanent, since their ids are.
pub fn instrument_page(id: &str) -> String {
    format!("vb/{id}.html")
}

pub(super) fn audience_page(id: &str) -> String {
    format!("doi-tuong/{id}.html")
}

pub(super) fn topic_page(id: &str) -> String {
    format!("chu-de/{id}.html")
}

/// The feed of what changes in a topic.
pub(super) fn topic_feed(id: &str) -> String {
    format!("chu-de/{id}.xml")
}

/// The page that compares this edition with another.
pub(super) fn comparison_page(edition: &str) -> String {
    format!("so-sanh/{edition}.html")
}

/// The whole address of a page of a site that is published at `site`. A server gives the first page for its folder.
pub(super) fn published(site: &str, page: &str) -> String {
    format!("{site}/{}", if page == INDEX { "" } else { page })
}

/// The former address.
pub(super) fn redirect_page(redirect: &RedirectView) -> String {
    if redirect.instrument { instrument_page(&redirect.from) } else { permalink(&redirect.from) }
}

/// Where it leads.
pub(super) fn redirect_target(redirect: &RedirectView) -> String {
    if redirect.instrument { instrument_page(&redirect.to) } else { permalink(&redirect.to) }
}

fn file_name(id: &str) -> Result<String, RenderError> {
    check_name(id)?;
    Ok(format!("{id}.html"))
}

/// Ids and anchors become file names and fragments without any escaping, so they may only hold what needs none.
/// No underscore: the pages' own ids (`noi_dung`) and those of footnotes have one and so never clash.
fn check_name(name: &str) -> Result<(), RenderError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    let starts = name.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
    if starts && name.bytes().all(plain) {
        return Ok(());
    }
    Err(view_fault(format!("`{name}` cannot be part of an address: only letters a-z, digits, `-` and `.` can")))
}
