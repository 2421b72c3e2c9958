//! The downloads: the booklet in one file, which needs nothing beside it and says what the site says, and the site as an
//! archive.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::sync::Mutex;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use camnang::internals::render::html::Parts;
use camnang::internals::render::outputs::{Document, PDF};
use camnang::internals::render::{Artifact, RenderError, html};
use camnang::internals::view::*;
use scraper::{ElementRef, Html, Selector};
use sha2::{Digest, Sha256};

use crate::support::html_sample;

use html_sample::Sample;

const SINGLE: &str = "html/ipv6-2014.html";
const ZIP: &str = "html/ipv6-2014-html.zip";

fn site(view: &View) -> BTreeMap<String, Vec<u8>> {
    let made = html::site(view, &html_sample::images(), &html_sample::templates(), Some(b"%PDF-")).expect("a site");
    made.into_iter().map(|Artifact { path, bytes }| (path, bytes)).collect()
}

fn page(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Html {
    Html::parse_document(std::str::from_utf8(&files[path]).expect("UTF-8"))
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn one<'a>(page: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = all(page, selector);
    assert_eq!(found.len(), 1, "{selector}");
    found[0]
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_an_address() -> View {
    let mut view = html_sample::view();
    view.edition.web_address = None;
    view
}

#[test]
fn every_link_within_it_is_an_anchor_that_is_there() {
    let page = page(&site(&without_an_address()), SINGLE);
    let ids: Vec<&str> = all(&page, "[id]").iter().filter_map(|it| it.attr("id")).collect();
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), distinct.len(), "an id stands twice");
    let mut anchors = 0;
    for link in all(&page, "a[href]") {
        let address = link.attr("href").expect("an address");
        match address.strip_prefix('#') {
            Some(anchor) => {
                assert!(distinct.contains(anchor), "{address} leads nowhere");
                anchors += 1;
            }
            None => assert!(address.starts_with("https://") || address.starts_with("mailto:"), "{address}"),
        }
    }
    assert!(anchors > 100, "{anchors}");
    for name in ["aria-labelledby", "aria-describedby"] {
        for element in all(&page, &format!("[{name}]")) {
            assert!(distinct.contains(element.attr(name).expect("a name")), "{name}");
        }
    }
}

/// Style and script are those that the policy allows by their hash; pictures are within.
#[test]
fn it_needs_nothing_beside_it() {
    let page = page(&site(&without_an_address()), SINGLE);
    assert!(all(&page, "script[src], link[rel=stylesheet], iframe, object, form, [style]").is_empty());
    for element in all(&page, "[src]") {
        assert!(element.attr("src").expect("an address").starts_with("data:image/"));
    }
    assert!(all(&page, "link").iter().all(|it| it.attr("rel") == Some("icon")));
    assert!(one(&page, "link").attr("href").expect("an icon").starts_with("data:image/svg+xml;base64,"));
    let picture = one(&page, "main img").attr("src").expect("a picture").strip_prefix("data:image/svg+xml;base64,");
    let picture = STANDARD.decode(picture.expect("an SVG")).expect("Base64");
    assert_eq!(picture, html_sample::images()[0].bytes);
    let policy = one(&page, "meta[http-equiv='Content-Security-Policy']").attr("content").expect("a policy");
    for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
        let text: String = one(&page, element).text().collect();
        let hash = STANDARD.encode(Sha256::digest(&text));
        assert!(policy.contains(&format!("{directive} 'sha256-{hash}';")), "{element}: {policy}");
    }
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
}

#[test]
fn it_says_what_the_site_says() {
    let view = without_an_address();
    let files = site(&view);
    let whole = page(&files, SINGLE);
    let excerpts = all(&whole, "article.excerpt");
    let numbered = view.parts.iter().flat_map(|it| &it.chapters).flat_map(|it| &it.excerpts);
    assert_eq!(excerpts.len(), numbered.clone().count());
    for (excerpt, found) in numbered.zip(excerpts) {
        let own = page(&files, &format!("html/e/{}.html", excerpt.id));
        let own = one(&own, "article.excerpt").html();
        let own = Html::parse_fragment(&own);
        for part in ["header", ".body", ".duties"] {
            let selector = Selector::parse(part).expect("a selector");
            let said = |within: Vec<ElementRef<'_>>| within.into_iter().map(words).collect::<Vec<_>>();
            assert_eq!(
                said(found.select(&selector).collect()),
                said(own.select(&selector).collect()),
                "{}: {part}",
                excerpt.id
            );
        }
    }
    // The tables are those of their pages, in the same words.
    for (path, selector) in
        [("van-ban", "table.instruments"), ("tu-ngu", "dl.glossary"), ("chua-ro", ".unknowns-table")]
    {
        let own = page(&files, &format!("html/{path}.html"));
        let said = |page: &Html| all(page, selector).into_iter().map(words).collect::<Vec<_>>();
        assert_eq!(said(&whole), said(&own), "{path}");
        assert!(!said(&own).is_empty(), "{path}");
    }
    let levels: Vec<u8> =
        all(&whole, "h1, h2, h3, h4, h5, h6").iter().map(|it| it.value().name().as_bytes()[1] - b'0').collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "h{} after h{}", pair[1], pair[0]);
    }
}

/// What it does without, it names; and what is copied from it is an address only where there is one.
#[test]
fn it_names_what_it_leaves_out() {
    let view = without_an_address();
    let own = page(&site(&view), SINGLE);
    let left_out = words(one(&own, ".left-out"));
    for annex in &view.annexes {
        let kept = all(&own, &format!("[id='{}']", annex.anchor)).len() == 1;
        assert_ne!(kept, left_out.contains(&annex.title), "{}", annex.title);
    }
    assert!(all(&own, ".copying, link[rel=canonical]").is_empty());
    let published = page(&site(&html_sample::view()), SINGLE);
    let button = all(&published, ".copying")[0];
    assert!(button.attr("data-address").expect("an address").starts_with("https://cam-nang.example/mau/e/"));
    assert_eq!(one(&published, "link[rel=canonical]").attr("href"), Some("https://cam-nang.example/mau/"));
}

#[test]
fn no_text_ends_the_style_or_the_script() {
    const HOSTILE: &str = "</style></script><script>alert(1)</script>\"}";
    let view = Sample { mark: &|text| format!("{text} {HOSTILE}") }.view();
    let hostile = page(&site(&view), SINGLE);
    let harmless = page(&site(&html_sample::view()), SINGLE);
    let names = |page: &Html| all(page, "*").iter().map(|it| it.value().name().to_owned()).collect::<Vec<_>>();
    assert_eq!(names(&hostile), names(&harmless));
    // The name of the edition is in the style sheet, at the head of printed pages.
    assert!(one(&hostile, "style").text().collect::<String>().contains("<\\/style>"));
}

#[test]
fn the_archive_is_the_site_and_its_hash_is_outside() {
    let view = html_sample::view();
    let files = site(&view);
    assert_eq!(site(&view)[ZIP], files[ZIP]);
    let mut archive = zip::ZipArchive::new(Cursor::new(&files[ZIP])).expect("a ZIP");
    let mut within = BTreeMap::new();
    for number in 0..archive.len() {
        let mut file = archive.by_index(number).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("bytes");
        let path = file.name().strip_prefix("ipv6-2014/").expect("a folder of the edition").to_owned();
        within.insert(path, bytes);
    }
    let others = files.iter().filter(|(path, _)| *path != ZIP && *path != "html/index.html");
    for (path, bytes) in others.clone() {
        assert_eq!(within.get(path), Some(bytes), "{path}");
    }
    assert_eq!(within.len(), others.count() + 1);
    let (home, packed) = (page(&files, "html/index.html"), page(&within, "html/index.html"));
    let offered = |page: &Html| -> Vec<(String, String)> {
        let links = all(page, ".download a").into_iter().map(|it| it.attr("href").expect("an address").to_owned());
        links.zip(all(page, ".downloads .hash").into_iter().map(words)).collect()
    };
    let hash = |path: &str| {
        let path = format!("html/{path}");
        Sha256::digest(&files[&path]).iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let names = ["ipv6-2014.pdf", "ipv6-2014.html", "ipv6-2014-html.zip"];
    let all_three: Vec<(String, String)> = names.iter().map(|name| ((*name).to_owned(), hash(name))).collect();
    assert_eq!(offered(&home), all_three);
    assert_eq!(offered(&packed), all_three[..2]);
}

fn no_original(original: &PublishedOriginal) -> Result<Vec<u8>, RenderError> {
    panic!("nobody publishes {}", original.path)
}

#[test]
fn each_part_is_made_alone_and_says_the_same() {
    let view = without_an_address();
    let all = site(&view);
    let made = |pages, single, archive| -> BTreeMap<String, Vec<u8>> {
        let files = Mutex::new(BTreeMap::new());
        let parts = Parts { pages, single, archive, ..Parts::NONE };
        let pdf = [Document { output: &PDF, bytes: b"%PDF-".to_vec() }];
        html::site_to(
            &view,
            &html_sample::images(),
            &html_sample::templates(),
            &pdf,
            parts,
            &no_original,
            &|artifact| {
                let hash = camnang::internals::hash::sha256(&artifact.bytes);
                files.lock().unwrap().insert(artifact.path, artifact.bytes);
                Ok::<_, RenderError>(hash)
            },
        )
        .expect("a site");
        files.into_inner().unwrap()
    };
    let paths = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    let single = made(false, true, false);
    assert_eq!(paths(&single), [SINGLE]);
    assert_eq!(single[SINGLE], all[SINGLE]);
    let archive = made(false, true, true);
    assert_eq!(paths(&archive), [ZIP, SINGLE]);
    assert_eq!(archive[ZIP], all[ZIP]);

    let pages = made(true, false, false);
    let (home, others): (BTreeMap<_, _>, _) = pages.into_iter().partition(|(path, _)| path == "html/index.html");
    assert!(others.iter().all(|(path, bytes)| all[path] == *bytes), "a page knows what else was made");
    assert_eq!(others.len() + 3, all.len(), "all but the home page, the one file and the archive");
    let offered = self::all(&page(&home, "html/index.html"), ".download a").len();
    assert_eq!(offered, 1, "the PDF is there");
    let alone = made(false, false, true);
    assert_eq!(paths(&alone), [ZIP]);
    assert!(alone[ZIP] != all[ZIP], "without the one file, which the home page within offers otherwise");
}
