//! The web site from a sample view: whole, without dead links, and closed against text that looks like code.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use camnang::internals::render::{Artifact, ImageFile, RenderError, Templates, html};
use camnang::internals::view::*;
use scraper::{ElementRef, Html, Node, Selector};

use crate::support::as_typed;
use crate::support::html_sample;
use crate::support::uncut;

use html_sample::Sample;

/// Pages by path, parsed.
type Pages = BTreeMap<String, Html>;

fn render(view: &View) -> Result<Vec<Artifact>, RenderError> {
    uncut::site(view)
}

fn pages(artifacts: &[Artifact]) -> Pages {
    let pages = artifacts.iter().filter(|artifact| artifact.path.ends_with(".html"));
    pages
        .map(|page| {
            let text = std::str::from_utf8(&page.bytes).expect("UTF-8");
            (page.path.clone(), Html::parse_document(text))
        })
        .collect()
}

fn sample_pages() -> Pages {
    pages(&render(&html_sample::view()).expect("a site"))
}

fn fault(view: &View) -> String {
    render(view).expect_err("a fault").message
}

/// Every value of an attribute on a page, with the name of its element.
fn attributes<'a>(page: &'a Html, name: &'static str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let elements = page.tree.values().filter_map(Node::as_element);
    elements.filter_map(move |element| Some((element.name(), element.attr(name)?)))
}

fn ids(page: &Html) -> Vec<&str> {
    attributes(page, "id").map(|(_, id)| id).collect()
}

/// `a/b.html` and `../c.html` give `c.html`.
fn join(page: &str, address: &str) -> String {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for step in address.split('/') {
        match step {
            ".." => {
                folders.pop();
            }
            _ => folders.push(step),
        }
    }
    folders.join("/")
}

#[test]
fn files_are_sorted_and_complete() {
    let view = html_sample::view();
    let artifacts = render(&view).expect("a site");
    let paths: Vec<&str> = artifacts.iter().map(|artifact| artifact.path.as_str()).collect();
    assert!(paths.is_sorted());
    let paths: BTreeSet<String> = paths.into_iter().map(without_hash).collect();
    let fixed =
        ["index", "huong-dan", "van-ban", "tu-ngu", "gioi-thieu", "phu-luc-c", "tim-kiem", "theo-ngay", "so-sanh"];
    // tests/outputs/single.rs looks at the last of these.
    let taken_away = ["html/ipv6-2014.pdf", "html/ipv6-2014-html.zip", "html/ipv6-2014.html"];
    let generated = [
        "thay-doi",
        "trach-nhiem",
        "viec-can-lam",
        "chua-ro",
        "mau-bao-cao",
        "sap-thay-doi",
        "don-vi-nhan",
        "bang-tra",
        "lich-viec",
        "bang-tieu-chuan",
    ];
    let mut expected: BTreeSet<String> =
        fixed.iter().chain(&generated).map(|name| format!("html/{name}.html")).collect();
    expected.extend(taken_away.map(str::to_owned));
    expected.extend([
        "html/style.css".to_owned(),
        "html/icon.svg".to_owned(),
        "html/camnang.js".to_owned(),
        "html/search.js".to_owned(),
        "html/day.js".to_owned(),
        "html/office.js".to_owned(),
        "html/form.js".to_owned(),
        "html/sheets.js".to_owned(),
        "html/cam-nang-fonts-OFL.txt".to_owned(),
        "html/days.js".to_owned(),
        "html/days-1.js".to_owned(),
        "html/search/core.js".to_owned(),
        "html/search/entries-0.js".to_owned(),
        "html/search/pieces.js".to_owned(),
        "html/search/terms-0.js".to_owned(),
        "html/images/lo-trinh.svg".to_owned(),
        "html/lich/co-quan.csv".to_owned(),
        "html/lich/co-quan.ics".to_owned(),
        "html/lich/so.csv".to_owned(),
        "html/lich/so.ics".to_owned(),
        "html/lich/tat_ca.csv".to_owned(),
        "html/lich/tat_ca.ics".to_owned(),
        "html/404.html".to_owned(),
        "html/feed.xml".to_owned(),
        "html/chu-de/mua-sam.xml".to_owned(),
        "html/chu-de/ha-tang.xml".to_owned(),
        "html/index.json".to_owned(),
        "html/robots.txt".to_owned(),
        "html/sitemap.xml".to_owned(),
    ]);
    let fonts = ["serif", "serif-nghieng", "serif-dam", "sans", "sans-dam"];
    expected.extend(fonts.map(|font| format!("html/cam-nang-{font}.woff2")));
    for way in [
        "so-sanh/ipv6-2010",
        "doi-tuong/co-quan",
        "chu-de/mua-sam",
        "chu-de/ha-tang",
        "e/nd-72-2013.dieu-cu",
        "vb/nd-72",
    ] {
        expected.insert(format!("html/{way}.html"));
    }
    expected.extend(view.instruments.iter().map(|instrument| format!("html/vb/{}.html", instrument.id)));
    for part in &view.parts {
        expected.insert(format!("html/{}.html", part.anchor));
        for chapter in &part.chapters {
            expected.insert(format!("html/{}.html", chapter.id));
            let files =
                chapter.excerpts.iter().flat_map(|it| ["html", "json"].map(|kind| format!("html/e/{}.{kind}", it.id)));
            expected.extend(files);
        }
    }
    assert_eq!(expected, paths);
}

/// `html/style.1a2b3c4d.css` gives `html/style.css`, `html/search/1a2b3c4d/core.js` gives `html/search/core.js`.
fn without_hash(path: &str) -> String {
    let is_hash = |part: &str| part.len() == 8 && part.bytes().all(|b| b.is_ascii_hexdigit());
    let file = |name: &str| name.split('.').filter(|part| !is_hash(part)).collect::<Vec<_>>().join(".");
    path.split('/').filter(|part| !is_hash(part)).map(file).collect::<Vec<_>>().join("/")
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    let view = html_sample::view();
    assert_eq!(render(&view), render(&view));
}

#[test]
fn ids_are_unique_on_each_page() {
    for (path, page) in sample_pages() {
        let mut seen = BTreeSet::new();
        for id in ids(&page) {
            assert!(seen.insert(id.to_owned()), "{path}: `{id}` stands twice");
        }
    }
}

#[test]
fn links_within_the_site_lead_somewhere() {
    let view = html_sample::view();
    let artifacts = render(&view).expect("a site");
    let files: BTreeSet<&str> = artifacts.iter().map(|artifact| artifact.path.as_str()).collect();
    let pages = pages(&artifacts);
    let (mut checked, mut elsewhere) = (0, 0);
    for (path, page) in &pages {
        for (element, address) in attributes(page, "href").chain(attributes(page, "src")) {
            if let Some(other) = address.strip_prefix("https://cam-nang.example/ipv6-2010/") {
                // Where the other edition is published.
                assert!(other.is_empty() || path == &format!("html/{other}"), "{path}: {address}");
                elsewhere += 1;
            }
            if ["https:", "mailto:", "data:image/"].iter().any(|outside| address.starts_with(outside)) {
                continue;
            }
            assert!(!address.starts_with('/') && !address.contains(':'), "{path}: {address} is not relative");
            let (file, anchor) = address.split_once('#').unwrap_or((address, ""));
            let target = if file.is_empty() { path.clone() } else { join(path, file) };
            assert!(files.contains(target.as_str()), "{path}: <{element}> leads to {target}, which is not there");
            let found = anchor.is_empty() || ids(&pages[&target]).contains(&anchor);
            assert!(found, "{path}: {address} has no such place");
            checked += 1;
        }
        for (_, list) in attributes(page, "aria-labelledby") {
            assert!(ids(page).contains(&list), "{path}: labelled by {list}");
        }
    }
    assert!(checked > 300 && elsewhere >= 2, "{checked} {elsewhere}");
}

#[test]
fn one_title_and_headings_without_gaps() {
    for (path, page) in sample_pages() {
        let elements = page.tree.values().filter_map(Node::as_element);
        let levels: Vec<u8> = elements.filter_map(|element| element.name().strip_prefix('h')?.parse().ok()).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{path}");
        assert_eq!(levels.first(), Some(&1), "{path}");
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{path}: h{} after h{}", pair[1], pair[0]);
        }
    }
}

/// Who reads a page gets one script with it, which may load another where a day is requested. The first page, the
/// search, the forms and the pages about days have one of their own.
#[test]
fn a_page_has_one_small_script() {
    for (path, page) in sample_pages() {
        let named = attributes(&page, "src").filter(|(element, _)| *element == "script");
        let scripts: Vec<String> = named.map(|(_, src)| without_hash(src.trim_start_matches("../"))).collect();
        let expected: &[&str] = match path.as_str() {
            "html/tim-kiem.html" => &["camnang.js", "search.js"],
            "html/index.html" => &["camnang.js", "office.js"],
            "html/theo-ngay.html" | "html/so-sanh.html" => &["camnang.js", "day.js"],
            "html/mau-bao-cao.html" | "html/viec-can-lam.html" => &["camnang.js", "form.js"],
            // The booklet in one file names none, nor does the page for what is not there; and a former address only leads on.
            "html/ipv6-2014.html" | "html/404.html" => &[],
            _ if page.html().contains("http-equiv=\"refresh\"") => &[],
            _ => &["camnang.js"],
        };
        assert_eq!(scripts, expected, "{path}");
    }
    let script = include_str!("../../templates/html/camnang.js");
    assert!(script.len() < 7_200, "the script that every page loads has {} bytes", script.len());
}

/// What a reader loads beside the words: budgets, with the figures in the log.
#[test]
fn the_fonts_fit_their_budget() {
    let made = render(&html_sample::view()).expect("a site");
    let fonts: Vec<usize> = made.iter().filter(|it| it.path.ends_with(".woff2")).map(|font| font.bytes.len()).collect();
    let bytes: usize = fonts.iter().sum();
    println!("fonts of the site: {} files, {bytes} bytes", fonts.len());
    assert!(fonts.len() == 5 && bytes <= 180_000, "{bytes}");
}

/// One size of small print: every size below that of running text is the same.
#[test]
fn small_print_has_one_size() {
    let style = include_str!("../../templates/html/style.css");
    let screen = style.split("@media print").next().expect("the rules of screens");
    for (number, line) in screen.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("sup")) {
        let sizes = line.match_indices("font").map(|(at, _)| &line[at..]);
        let small = sizes.filter_map(|rule| rule.split_once(':')).any(|(_, rest)| {
            let value = rest.split([';', '/', '}']).next().unwrap_or_default();
            value
                .split_whitespace()
                .any(|word| word.starts_with("0.") && (word.ends_with("rem") || word.ends_with("em")))
        });
        assert!(!small, "style.css:{}: a size of its own: {line}", number + 1);
    }
}

#[test]
fn nothing_comes_from_outside() {
    // These two have style and script within.
    let whole = ["html/ipv6-2014.html", "html/404.html"];
    for (path, page) in sample_pages().into_iter().filter(|(path, _)| !whole.contains(&path.as_str())) {
        let elements = page.tree.values().filter_map(Node::as_element);
        for element in elements {
            assert!(!matches!(element.name(), "iframe" | "object" | "style"), "{path}");
            match element.name() {
                // Only the site's own files, and nothing within the page but data.
                "script" if element.attr("type") == Some("application/ld+json") => {}
                "script" => assert!(matches!(element.attr("src"), Some(own) if own.ends_with(".js")), "{path}"),
                "form" => assert!(
                    ["tim-kiem.html", "theo-ngay.html", "so-sanh.html"]
                        .iter()
                        .any(|own| element.attr("action").unwrap().ends_with(own)),
                    "{path}"
                ),
                _ => {}
            }
            for (name, _) in element.attrs() {
                assert!(!name.starts_with("on") && name != "style", "{path}: {name}");
            }
        }
        let policy = Selector::parse("meta[http-equiv='Content-Security-Policy']").expect("a selector");
        assert_eq!(page.select(&policy).count(), 1, "{path}");
        for (element, address) in attributes(&page, "href") {
            // A page at a former address names the one that took its place.
            let named = element == "link" && path.ends_with("nd-72.html") | path.ends_with("dieu-cu.html");
            let ours =
                ["style.css", "icon.svg", ".xml", ".json"].iter().any(|own| without_hash(address).ends_with(own));
            // Not loaded: where the page itself is published.
            let canonical = element == "link" && address.starts_with("https://cam-nang.example/mau/");
            assert!(element == "a" || ours || named || canonical, "{path}: {address}");
        }
    }
}

/// Text that would do something in HTML, in an attribute, in a template, or in a style.
const HOSTILE: &str = concat!(
    r#"<script>alert(1)</script>"><img src=x onerror=alert(1)>' onmouseover='x {{ 7*7 }} {% raw %} {# # "#,
    r#"<!-- --> </main></title><style>*{} javascript:alert(1) &lt; &#60;b&#62; &amp;"#
);

/// Elements and the names of their attributes, in order: what a page is, without what it says. A page of longer words may
/// begin with a list to jump, for which headings have ids; the list has links and nothing else.
fn structure(page: &Html) -> Vec<String> {
    let is_list = |element: &scraper::node::Element| element.classes().any(|class| class == "in-page");
    let of_list = |element: &ElementRef<'_>| {
        let within = element.ancestors().filter_map(|node| node.value().as_element());
        std::iter::once(element.value()).chain(within).any(is_list)
    };
    let (list, rest): (Vec<ElementRef<'_>>, Vec<_>) = page.tree.nodes().filter_map(ElementRef::wrap).partition(of_list);
    let known = ["nav", "h2", "ul", "li", "a", "span"];
    assert!(list.iter().all(|element| known.contains(&element.value().name())), "{list:?}");
    rest.iter()
        .map(|element| {
            let is_named = |(name, value): &(&str, &str)| *name != "id" || !value.starts_with("muc_");
            let names: BTreeSet<&str> = element.value().attrs().filter(is_named).map(|(name, _)| name).collect();
            format!("{} {names:?}", element.value().name())
        })
        .collect()
}

/// All text and all values of attributes.
fn said(page: &Html) -> String {
    let mut said = String::new();
    for node in page.tree.values() {
        match node {
            Node::Text(text) => said.push_str(text),
            Node::Element(element) => {
                for (_, value) in element.attrs() {
                    said.push_str(value);
                    said.push('\n');
                }
            }
            Node::Document | Node::Fragment | Node::Doctype(_) | Node::Comment(_) | Node::ProcessingInstruction(_) => {}
        }
    }
    said
}

#[test]
fn no_text_becomes_code_and_every_text_is_shown() {
    let texts = RefCell::new(Vec::new());
    let mark = |text: &str| {
        let mut texts = texts.borrow_mut();
        texts.push(text.to_owned());
        format!("{text} {HOSTILE} ‹{}›", texts.len())
    };
    let hostile = pages(&render(&Sample { mark: &mark }.view()).expect("a site"));
    let harmless = sample_pages();
    assert_eq!(hostile.keys().collect::<Vec<_>>(), harmless.keys().collect::<Vec<_>>());
    for (path, page) in &hostile {
        assert_eq!(structure(page), structure(&harmless[path]), "{path}");
    }
    // Quotes are set as print has them, whatever is between them.
    let said = as_typed::as_typed(&hostile.values().map(said).collect::<String>());
    for (text, number) in texts.borrow().iter().zip(1..) {
        assert!(said.contains(&format!("{HOSTILE} ‹{number}›")), "`{text}`, text {number}, is changed or not shown");
    }
}

#[test]
fn only_web_and_mail_addresses_become_links() {
    for url in ["javascript:alert(1)", "JavaScript:alert(1)", " https://a.example", "data:text/html,x", "//a.example"] {
        let mut view = html_sample::view();
        let content = vec![InlineView::Text { text: "tên".to_owned() }];
        view.front[0].body.blocks =
            vec![BlockView::Paragraph { content: vec![InlineView::Link { url: url.to_owned(), content }] }];
        let pages = pages(&render(&view).expect("a site"));
        let page = &pages["html/huong-dan.html"];
        assert!(attributes(page, "href").all(|(_, href)| href != url), "{url}");
        assert!(said(page).contains(&format!("tên ({url})")), "{url}");
    }
}

#[test]
fn footnotes_lead_there_and_back() {
    let pages = sample_pages();
    let page = &pages["html/pham-vi.html"];
    // The first note is called twice, the second once, in both excerpts that have notes.
    let anchor = "t-nd-72-2013.dieu-18.khoan-3";
    for id in ["_1", "_1_1", "_1_2", "_2", "_2_1"] {
        let id = format!("{anchor}{id}");
        assert!(ids(page).contains(&id.as_str()), "{id}");
        assert!(attributes(page, "href").any(|(_, href)| href == format!("#{id}")), "{id}");
    }
}

#[test]
fn points_keep_their_labels() {
    let pages = sample_pages();
    let labels = Selector::parse("#t-nd-72-2013\\.dieu-18\\.khoan-1 .points > li > .label").expect("a selector");
    let found: Vec<String> = pages["html/pham-vi.html"].select(&labels).map(|label| label.text().collect()).collect();
    assert_eq!(found, ["a)", "đ)", "–", "–"]);
}

#[test]
fn names_that_clash_are_reported() {
    let mut view = html_sample::view();
    view.parts[0].chapters[0].id = "van-ban".to_owned();
    assert_eq!(fault(&view), "two files of the site have the path `html/van-ban.html`");

    let mut view = html_sample::view();
    view.parts[0].chapters[0].anchor = view.parts[0].anchor.clone();
    assert_eq!(fault(&view), "the anchor `phan-i` stands twice in the view");
}

#[test]
fn names_that_break_out_of_an_address_are_reported() {
    for name in ["../x", "a/b", "\"><b>", "javascript:x", "a b", "đ", "", ".x", "a_b", "a#b"] {
        let mut view = html_sample::view();
        view.parts[0].chapters[0].id = name.to_owned();
        assert!(fault(&view).contains("cannot be part of an address"), "{name}");
        let mut view = html_sample::view();
        view.parts[0].chapters[0].excerpts[0].id = name.to_owned();
        assert!(fault(&view).contains("cannot be part of an address"), "{name}");
        let mut view = html_sample::view();
        view.glossary[0].anchor = name.to_owned();
        assert!(fault(&view).contains("cannot be part of an address"), "{name}");
    }
}

#[test]
fn links_and_images_without_target_are_reported() {
    let paragraph = |inline| vec![BlockView::Paragraph { content: vec![inline] }];
    let mut view = html_sample::view();
    view.front[0].body.blocks =
        paragraph(InlineView::Instrument { anchor: "van-ban-x".to_owned(), text: "x".to_owned() });
    assert!(fault(&view).contains("`van-ban-x`, which is not in the view"));

    view.front[0].body.blocks = paragraph(InlineView::Footnote { number: 1, again: false });
    assert!(fault(&view).contains("calls a footnote 1 that it does not have"));

    let images: &[ImageFile] = &[];
    let found = html::site(&html_sample::view(), images, &html_sample::templates(), Some(b"%PDF-"));
    assert!(found.expect_err("a fault").message.contains("`images/lo-trinh.svg`"));
}

fn with_template(name: &str, text: &str) -> RenderError {
    let mut templates: Templates = html_sample::templates();
    templates.files.insert(format!("html/{name}"), text.as_bytes().to_vec().into());
    html::site(&html_sample::view(), &html_sample::images(), &templates, None).expect_err("a fault")
}

#[test]
fn faults_of_templates_have_a_place() {
    let syntax = with_template("about.html", "<p>\n{{ title }\n");
    assert_eq!(syntax.place.as_deref().map(|place| place.starts_with("html/about.html:2:")), Some(true), "{syntax:?}");
    let unknown = with_template("about.html", "<p>\n  {{ nothing }}\n");
    assert_eq!(unknown.place.as_deref(), Some("html/about.html:2:6"), "{unknown:?}");
    let parent = with_template("about.html", "{% extends \"x.html\" %}");
    assert_eq!(parent.place.as_deref(), Some("html/about.html"), "{parent:?}");
    let encoding = {
        let mut templates = html_sample::templates();
        templates.files.insert("html/about.html".to_owned(), vec![0xff].into());
        html::site(&html_sample::view(), &html_sample::images(), &templates, None).expect_err("a fault")
    };
    assert_eq!(encoding.place.as_deref(), Some("html/about.html"));
    let missing =
        html::site(&html_sample::view(), &html_sample::images(), &Templates::default(), None).expect_err("a fault");
    assert_eq!((missing.place.is_some(), missing.message.as_str()), (true, "the template is missing"));
}

#[test]
fn templates_cannot_switch_escaping_off() {
    let fault = with_template("about.html", "\n{{ title | safe }}");
    assert_eq!(fault.place.as_deref().map(|place| place.starts_with("html/about.html:2:")), Some(true), "{fault:?}");
    assert!(fault.message.contains("switched off"), "{fault:?}");
}
