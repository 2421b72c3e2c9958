//! No page of the site is larger or longer than its limit: it is cut into sheets. On an invented corpus, and on the sample with annexes of
//! every kind, with limits low enough that every kind of page is cut.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use camnang::internals::render::html::{self, Parts, SheetLimits};
use camnang::internals::render::{RenderError, Templates};
use camnang::internals::session::{self, ViewRequest};
use camnang::internals::view::View;
use scraper::{ElementRef, Html, Node, Selector};

use crate::support::{html_sample, invented};

/// Low enough to cut nearly every page of a small corpus.
const LOW: SheetLimits = SheetLimits { bytes: 60_000, pixels: 2_200 };
/// More letters are higher than 12,000 px on a phone, where a line of 30 has 29 px.
const LONG: usize = 12_000;
/// High enough to cut none.
const NONE: SheetLimits = SheetLimits { bytes: usize::MAX / 8, pixels: usize::MAX / 8 };

type Pages = BTreeMap<String, String>;

fn pages(view: &View, templates: &Templates, sheets: SheetLimits) -> Pages {
    let made = Mutex::new(Pages::new());
    let parts = Parts { pages: true, sheets, ..Parts::NONE };
    html::site_to(view, &html_sample::images(), templates, &[], parts, &|_| Ok(Vec::new()), &|artifact| {
        if artifact.path.ends_with(".html") {
            let path = artifact.path.trim_start_matches("html/").to_owned();
            made.lock().unwrap().insert(path, String::from_utf8(artifact.bytes).unwrap());
        }
        Ok::<_, RenderError>(String::new())
    })
    .unwrap();
    made.into_inner().unwrap()
}

fn invented_view() -> View {
    let folder = tempfile::tempdir().unwrap();
    invented::write(&invented::Plan { topics: 4, ..invented::Plan::even(80) }.files(), folder.path()).unwrap();
    let id = invented::EDITION.parse().unwrap();
    let mut editions = session::open(folder.path()).unwrap().view(&ViewRequest::one(&id)).findings().despite_errors();
    editions.pop().unwrap().into_parts().0
}

fn all() -> Vec<(View, Templates)> {
    vec![(invented_view(), html_sample::templates()), (html_sample::view(), html_sample::templates())]
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// The page that a sheet is of, and its number.
fn sheet(path: &str) -> (String, usize) {
    let name = path.strip_suffix(".html").unwrap();
    match name.rsplit_once('_') {
        Some((page, number)) => (format!("{page}.html"), number.parse().unwrap()),
        None => (path.to_owned(), 1),
    }
}

/// Every page with its sheets in order.
fn cut(pages: &Pages) -> BTreeMap<String, Vec<&str>> {
    let mut found: BTreeMap<String, BTreeMap<usize, &str>> = BTreeMap::new();
    for (path, html) in pages {
        let (page, number) = sheet(path);
        found.entry(page).or_default().insert(number, html);
    }
    found.into_iter().map(|(page, sheets)| (page, sheets.into_values().collect())).collect()
}

/// The words of a page's content in order, without what every sheet repeats or adds.
fn words(page: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let main = select(&page, "main")[0];
    let own = |element: &ElementRef| {
        let value = element.value();
        let class = |name| value.has_class(name, scraper::CaseSensitivity::CaseSensitive);
        class("sheets")
            || class("places")
            || class("in-page")
            || ["data-again", "data-every-sheet"].iter().any(|name| value.attr(name).is_some())
    };
    let texts = main.descendants().filter(|node| {
        let within = node.ancestors().filter_map(ElementRef::wrap).any(|element| own(&element));
        matches!(node.value(), Node::Text(_)) && !within
    });
    let texts =
        texts.map(|node| node.value().as_text().unwrap().split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    texts.flatten().collect()
}

#[test]
fn sheets_say_what_their_page_says() {
    for (view, templates) in all() {
        let whole = pages(&view, &templates, NONE);
        let low = pages(&view, &templates, LOW);
        let cut = cut(&low);
        assert_eq!(whole.keys().collect::<Vec<_>>(), cut.keys().collect::<Vec<_>>());
        for (path, sheets) in &cut {
            let together: Vec<String> = sheets.iter().flat_map(|sheet| words(sheet)).collect();
            assert_eq!(words(&whole[path]), together, "{path}");
        }
        let several = cut.values().filter(|sheets| sheets.len() > 1).count();
        assert!(several >= 8, "only {several} pages were cut");
    }
}

#[test]
fn every_kind_of_page_is_within_the_limit() {
    let low = pages(&invented_view(), &html_sample::templates(), LOW);
    for (path, html) in &low {
        assert!(html.len() <= LOW.bytes, "{path} has {} bytes", html.len());
    }
    let cut = cut(&low);
    let kinds =
        ["theo-ngay.html", "van-ban.html", "tu-ngu.html", "doi-tuong/chu-dau-tu.html", "chu-de-0-hien-hanh.html"];
    for kind in kinds {
        assert!(cut[kind].len() > 1, "{kind} was not cut");
    }
}

/// The places that an address can name.
fn ids(html: &str) -> BTreeSet<String> {
    ids_in(html, "[id]")
}

fn ids_in(html: &str, selector: &str) -> BTreeSet<String> {
    select(&Html::parse_document(html), selector).iter().map(|it| it.attr("id").unwrap().to_owned()).collect()
}

#[test]
fn addresses_of_places_lead_on_without_a_script() {
    for (view, templates) in all() {
        let whole = pages(&view, &templates, NONE);
        let low = pages(&view, &templates, LOW);
        for (path, sheets) in cut(&low).iter().filter(|(_, sheets)| sheets.len() > 1) {
            let first = Html::parse_document(sheets[0]);
            // Footnotes and headings are named within the page only, and so are the texts of a figure.
            let in_figures = ids_in(&whole[path], "svg [id], [data-every-sheet] [id]");
            let is_drawn = |id: &String| in_figures.contains(id) || id.contains('_') && id.contains(['-', '.']);
            // A list to jump, and the places that it names by number, are those of a sheet.
            let own = |id: &String| !is_drawn(id) && id != "nhay_toi" && !id.starts_with("muc_");
            for id in ids(&whole[path]).into_iter().filter(own) {
                let place = select(&first, &format!("[id=\"{id}\"]"));
                assert_eq!(place.len(), 1, "{path}#{id}");
                if place[0].attr("data-moved").is_some() {
                    assert_eq!(place[0].value().name(), "a");
                    let (file, fragment) = place[0].attr("href").unwrap().split_once('#').unwrap();
                    let folder = path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
                    assert_eq!(fragment, id);
                    assert!(ids(&low[&format!("{folder}{file}")]).contains(&id), "{path}#{id} leads to {file}");
                }
            }
        }
    }
}

#[test]
fn every_link_within_the_site_leads_somewhere() {
    for (view, templates) in all() {
        let low = pages(&view, &templates, LOW);
        let ids: BTreeMap<&String, BTreeSet<String>> = low.iter().map(|(path, html)| (path, ids(html))).collect();
        for (path, html) in &low {
            let page = Html::parse_document(html);
            for link in select(&page, "a[href]") {
                let href = link.attr("href").unwrap();
                let (file, fragment) = href.split_once('#').unwrap_or((href, ""));
                let in_folder = path.contains('/');
                let target = match file.strip_prefix("../") {
                    _ if file.is_empty() => path.clone(),
                    Some(above) => above.to_owned(),
                    None if in_folder => format!("{}/{file}", path.split_once('/').unwrap().0),
                    None => file.to_owned(),
                };
                if href.contains(':') || !target.ends_with(".html") || target.starts_with("../") {
                    continue;
                }
                let known = ids.get(&target).unwrap_or_else(|| panic!("{path}: {href}"));
                assert!(fragment.is_empty() || known.contains(fragment), "{path}: {href}");
            }
        }
    }
}

#[test]
fn each_sheet_leads_to_its_neighbours_and_is_named() {
    let low = pages(&invented_view(), &html_sample::templates(), LOW);
    for (path, sheets) in cut(&low).iter().filter(|(_, sheets)| sheets.len() > 1) {
        let mut titles = BTreeSet::new();
        for (index, sheet) in sheets.iter().enumerate() {
            let page = Html::parse_document(sheet);
            let navs = select(&page, "nav.sheets");
            assert_eq!(navs.len(), 2, "{path} {index}");
            let labels: BTreeSet<_> = navs.iter().map(|nav| nav.attr("aria-label").unwrap()).collect();
            assert_eq!(labels.len(), 2, "landmarks are named apart");
            assert_eq!(select(&page, "nav.sheets [rel=prev]").len(), if index > 0 { 2 } else { 0 });
            assert_eq!(select(&page, "nav.sheets [rel=next]").len(), if index + 1 < sheets.len() { 2 } else { 0 });
            assert_eq!(select(&page, "h1").len(), 1, "{path} {index}");
            assert_eq!(select(&page, "main#noi_dung").len(), 1);
            titles.insert(select(&page, "title")[0].text().collect::<String>());
            assert_eq!(
                select(&page, "script[type=\"application/ld+json\"]").len().min(index),
                0,
                "only the first stands for the page"
            );
        }
        assert_eq!(titles.len(), sheets.len(), "{path}");
    }
}

/// A list to jump leads to the places of its sheet, and joined sheets have no id twice.
#[test]
fn every_long_sheet_begins_with_a_list_of_its_own_places() {
    let limits = SheetLimits { bytes: LOW.bytes * 4, pixels: 7_000 };
    let low = pages(&invented_view(), &html_sample::templates(), limits);
    let mut listed = 0;
    for (path, sheets) in cut(&low).iter().filter(|(_, sheets)| sheets.len() > 1) {
        let mut named = BTreeSet::new();
        for (index, sheet) in sheets.iter().enumerate() {
            let page = Html::parse_document(sheet);
            let links = select(&page, "main > .in-page a, main > article > .in-page a");
            listed += usize::from(!links.is_empty());
            let letters: usize = words(sheet).iter().map(|word| word.chars().count()).sum();
            assert!(letters < LONG || links.len() > 1, "{path} {index}: {letters} letters and no list");
            for link in links {
                let id = link.attr("href").unwrap().strip_prefix('#').unwrap();
                assert_eq!(select(&page, &format!("[id=\"{id}\"]:not([data-moved])")).len(), 1, "{path} {index}: {id}");
                assert!(!id.starts_with("muc_") || named.insert(id.to_owned()), "{path} {index}: {id} twice");
            }
        }
    }
    assert!(listed >= 5, "only {listed} sheets have a list");
}

#[test]
fn ordinary_pages_stay_whole() {
    let view = html_sample::view();
    let usual = pages(&view, &html_sample::templates(), SheetLimits::USUAL);
    assert_eq!(usual, pages(&view, &html_sample::templates(), NONE));
}

/// For the build machine: a corpus of the given size for the checkers.
#[test]
#[ignore = "writes an invented corpus of CAMNANG_INVENTED excerpts into the folder that CAMNANG_INVENTED_TO names"]
fn write_an_invented_corpus() {
    let size = std::env::var("CAMNANG_INVENTED").unwrap().parse().unwrap();
    let folder = std::env::var_os("CAMNANG_INVENTED_TO").expect("CAMNANG_INVENTED_TO names the folder");
    invented::write(&invented::Plan::even(size).files(), folder.as_ref()).unwrap();
}
