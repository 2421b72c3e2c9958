//! The pages of the web edition beside its chapters: two clicks from the first page to any duty, links both ways, and
//! no address of the law that is only found by search. On the corpus of `tests/cases/annexes` and on the real one.

use crate::support::program;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use program::{camnang, put, text};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use walkdir::WalkDir;

/// An edition as it was published: its view, and its pages by their paths below `html/`.
struct Edition {
    view: Value,
    pages: BTreeMap<String, Html>,
}

fn editions(corpus: &Path) -> Vec<Edition> {
    let office = tempfile::tempdir().unwrap();
    program::copy(corpus, &office.path().join("corpus"));
    camnang(office.path(), &["build", "--only", "html,json"]).must(0);
    let folders = std::fs::read_dir(office.path().join("output")).unwrap().map(|entry| entry.unwrap().path());
    let edition = |folder: std::path::PathBuf| {
        let html = folder.join("html");
        let files = WalkDir::new(&html).into_iter().map(|entry| entry.unwrap().into_path());
        let pages = files.filter(|path| path.extension().is_some_and(|ending| ending == "html")).map(|path| {
            let name = path.strip_prefix(&html).unwrap().to_str().unwrap().replace('\\', "/");
            (name, text(&path))
        });
        let pages = joined(pages.collect()).into_iter().map(|(name, page)| (name, Html::parse_document(&page)));
        Edition { view: serde_json::from_str(&text(&folder.join("view.json"))).unwrap(), pages: pages.collect() }
    };
    folders.filter(|folder| folder.is_dir()).map(edition).collect()
}

/// The pages with what their later sheets have.
fn joined(sheets: BTreeMap<String, String>) -> BTreeMap<String, String> {
    let first = sheets.iter().filter(|(name, _)| !name.contains('_'));
    let whole = first.map(|(name, page)| {
        let of = |number: u32| sheets.get(&name.replace(".html", &format!("_{number}.html")));
        let mut page = page.clone();
        for main in (2..).map_while(of).map(|sheet| sheet.split_once("<main ").unwrap().1) {
            let main = main.split_once('>').unwrap().1.rsplit_once("</main>").unwrap().0;
            let (before, after) = page.rsplit_once("</main>").unwrap();
            page = format!("{before}{main}</main>{after}");
        }
        (name.clone(), page)
    });
    whole.collect()
}

fn case() -> Vec<Edition> {
    editions(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/annexes/corpus"))
}

fn select<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    element.select(&selector).collect()
}

fn words(element: ElementRef<'_>) -> String {
    program::as_typed(&element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The pages that the links within an element lead to, below `html/`.
fn leads_to(page: &str, element: ElementRef<'_>) -> BTreeSet<String> {
    let links = select(element, "a[href]").into_iter().filter_map(|link| link.attr("href"));
    let file = |href: &str| href.split('#').next().unwrap_or("").to_owned();
    let folder = page.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
    let whole = |href: String| href.strip_prefix("../").map_or_else(|| format!("{folder}{href}"), str::to_owned);
    links.map(file).filter(|href| !href.is_empty()).map(whole).collect()
}

impl Edition {
    fn main(&self, page: &str) -> ElementRef<'_> {
        let page = self.pages.get(page).unwrap_or_else(|| panic!("there is no page {page}"));
        select(page.root_element(), "main")[0]
    }

    /// The pages that the section of a page below a heading leads to, on whichever sheets it is.
    fn section_leads_to(&self, page: &str, heading: &str) -> BTreeSet<String> {
        let is_own = |head: &ElementRef<'_>| words(*head).trim_end_matches(" (tiếp theo)") == heading;
        let heads = select(self.main(page), "h2").into_iter().filter(is_own);
        let pieces = heads.filter_map(|head| head.parent().and_then(ElementRef::wrap));
        pieces.flat_map(|piece| leads_to(page, piece)).collect()
    }

    /// Every duty that binds: its words, and the id of its excerpt.
    fn duties(&self) -> Vec<(String, String)> {
        let groups = self.view["responsibilities"]["groups"].as_array().cloned().unwrap_or_default();
        let sections = groups.iter().flat_map(|group| group["sections"].as_array().cloned().unwrap_or_default());
        let duties = sections.flat_map(|section| section["duties"].as_array().cloned().unwrap_or_default());
        let say = |duty: &Value, field: &str| duty[field].as_str().unwrap().to_owned();
        duties
            .map(|duty| {
                let said = format!("{} {} {}", say(&duty, "who"), say(&duty, "verb"), say(&duty, "what"));
                (program::as_typed(&said), say(&duty["excerpt"], "id"))
            })
            .collect()
    }
}

/// First page → audience → the duty with its provision; first page → topic → the rule that lays it down.
fn duties_are_two_clicks_away(edition: &Edition) -> usize {
    let home = edition.main("index.html");
    let ways = leads_to("index.html", home);
    let behind = |folder: &str| -> Vec<&String> { ways.iter().filter(|page| page.starts_with(folder)).collect() };
    for (said, id) in edition.duties() {
        let excerpt = format!("e/{id}.html");
        let lists = behind("doi-tuong/");
        let found = lists.iter().filter(|page| words(edition.main(page)).contains(&said));
        let found: Vec<_> = found.filter(|page| leads_to(page, edition.main(page)).contains(&excerpt)).collect();
        assert!(!found.is_empty(), "no page of an audience has «{said}» of {id}");
        let topics = behind("chu-de/");
        let found = topics.iter().any(|page| leads_to(page, edition.main(page)).contains(&excerpt));
        assert!(found, "no page of a topic leads to {id}");
    }
    edition.duties().len()
}

#[test]
fn every_duty_is_two_clicks_from_the_first_page() {
    let counts: Vec<usize> = case().iter().map(duties_are_two_clicks_away).collect();
    assert!(counts.iter().sum::<usize>() > 5, "{counts:?}");
}

#[test]
fn citations_lead_both_ways() {
    let mut seen = 0;
    for edition in editions(&program::real_corpus()) {
        // The kit is made of guidance: it prints no excerpt.
        let prints = edition.pages.keys().any(|page| page.starts_with("e/"));
        assert!(duties_are_two_clicks_away(&edition) > 5 || !prints);
        let excerpts: Vec<&String> = edition.pages.keys().filter(|page| page.starts_with("e/")).collect();
        for page in excerpts {
            for (here, there) in [("Viện dẫn tới", "Được viện dẫn ở"), ("Được viện dẫn ở", "Viện dẫn tới")]
            {
                for target in edition.section_leads_to(page, here) {
                    let back = edition.section_leads_to(&target, there);
                    assert!(back.contains(page), "{target} does not lead back to {page}");
                    seen += 1;
                }
            }
        }
        seen += relations_lead_both_ways(&edition);
    }
    assert!(seen > 100, "{seen}");
}

fn relations_lead_both_ways(edition: &Edition) -> usize {
    let mut seen = 0;
    for page in edition.pages.keys().filter(|page| page.starts_with("vb/")) {
        for target in edition.section_leads_to(page, "Quan hệ") {
            let back = edition.section_leads_to(&target, "Quan hệ");
            assert!(back.contains(page), "{target} does not lead back to {page}");
            seen += 1;
        }
    }
    seen
}

/// Each instrument, topic and audience of the view has its page, and that page all of its excerpts.
#[test]
fn pages_show_what_the_view_has() {
    for edition in case() {
        let ids = |list: &Value| -> Vec<String> {
            let entries = list.as_array().unwrap().iter();
            entries.map(|entry| entry["id"].as_str().unwrap().to_owned()).collect()
        };
        let excerpts: BTreeSet<String> = edition.pages.keys().filter(|page| page.starts_with("e/")).cloned().collect();
        let mut of_instruments = BTreeSet::new();
        for row in edition.view["instruments"].as_array().unwrap() {
            let page = format!("vb/{}.html", row["id"].as_str().unwrap());
            let leads = leads_to(&page, edition.main(&page));
            for id in ids(&row["excerpts"]) {
                assert!(leads.contains(&format!("e/{id}.html")), "{page} has not {id}");
                of_instruments.insert(format!("e/{id}.html"));
            }
            let said = words(edition.main(&page));
            for field in ["citation", "issued", "from", "until"] {
                assert!(said.contains(row[field].as_str().unwrap()), "{page} does not say its {field}");
            }
            assert!(said.contains(row["status"]["text"].as_str().unwrap()), "{page} does not say its status");
        }
        assert_eq!(of_instruments, excerpts);
        for (folder, list) in [("doi-tuong", "audiences"), ("chu-de", "topics")] {
            let mut met = BTreeSet::new();
            for id in ids(&edition.view["web"][list]) {
                let page = format!("{folder}/{id}.html");
                met.extend(leads_to(&page, edition.main(&page)).into_iter().filter(|page| page.starts_with("e/")));
            }
            assert_eq!(met, excerpts, "{list}");
        }
    }
}

#[test]
fn pages_say_what_they_are_and_call_each_other_by_one_name() {
    for edition in editions(&program::real_corpus()) {
        the_first_page_shows_the_day_the_changes_and_the_editions(&edition);
        the_menu_calls_pages_as_they_call_themselves(&edition);
        no_page_has_a_name_of_former_days(&edition);
        no_line_begins_with_a_point(&edition);
    }
}

fn the_first_page_shows_the_day_the_changes_and_the_editions(edition: &Edition) {
    let said = words(edition.main("index.html"));
    assert!(said.contains(edition.view["edition"]["as_of_line"].as_str().unwrap()));
    for one in edition.view["web"]["editions"].as_array().unwrap() {
        assert!(said.contains(one["title"].as_str().unwrap()), "{one}");
    }
    for line in edition.view["changes"]["summary"].as_array().into_iter().flatten() {
        assert!(said.contains(line.as_str().unwrap()), "{line}");
    }
}

/// Home is called by the booklet's own title; every other page begins its heading with the name that the menu has for it.
fn the_menu_calls_pages_as_they_call_themselves(edition: &Edition) {
    let links = select(edition.pages["index.html"].root_element(), "nav.pages a");
    assert!(links.len() > 4);
    for link in links.into_iter().filter(|link| link.attr("href") != Some("index.html")) {
        let page = link.attr("href").unwrap();
        let heading = words(select(edition.main(page), "h1")[0]);
        assert!(heading.starts_with(&words(link)), "{page} is called «{}» and «{heading}»", words(link));
    }
}

/// What a thing was called before it had one name, and what a reader has no use for.
const FORMER_NAMES: [&str; 7] =
    ["Việc cần làm", "Dấu hiệu lực", "dấu hiệu lực", "để riêng", "Để riêng", "manifest.json", "camnang verify"];

fn no_page_has_a_name_of_former_days(edition: &Edition) {
    for (path, page) in &edition.pages {
        let said = words(page.root_element());
        let found: Vec<&&str> = FORMER_NAMES.iter().filter(|name| said.contains(**name)).collect();
        assert!(found.is_empty(), "{path}: {found:?}");
    }
}

/// A space before a point would let a line end there.
fn no_line_begins_with_a_point(edition: &Edition) {
    for (path, page) in &edition.pages {
        let said = page.root_element().text().collect::<String>();
        let at = said.find(" · ").or_else(|| said.find("\n· "));
        assert!(at.is_none(), "{path}: {:?}", at.map(|at| said[at..].chars().take(40).collect::<String>()));
    }
}

/// A former address sends readers on, without a server and without a script, and says where to.
#[test]
fn former_addresses_lead_to_the_new_ones() {
    let office = program::office();
    let excerpt = office.path().join("corpus/excerpts/nd-72-2013/dieu-18.khoan-3.md");
    let record = office.path().join("corpus/instruments/nd-72-2013.yaml");
    for (file, id) in [(&excerpt, "nd-72-2013.dieu-18.khoan-3"), (&record, "nd-72-2013")] {
        let renamed = text(file).replacen(&format!("id: {id}\n"), &format!("id: {id}\naliases: [cu-{id}]\n"), 1);
        std::fs::write(file, renamed).unwrap();
    }
    camnang(office.path(), &["build", "ipv6", "--only", "html"]).must(0);
    for (folder, id) in [("e", "nd-72-2013.dieu-18.khoan-3"), ("vb", "nd-72-2013")] {
        let page = text(&office.path().join(format!("output/ipv6/html/{folder}/cu-{id}.html")));
        let target = format!("../{folder}/{id}.html");
        assert!(page.contains(&format!("content=\"0; url={target}\"")), "{page}");
        assert!(page.contains(&format!("<a href=\"{target}\">")) && page.contains("noindex"), "{page}");
        assert!(office.path().join(format!("output/ipv6/html/{folder}/{id}.html")).exists());
        // The search knows both ids.
        let index = WalkDir::new(office.path().join("output/ipv6/html/search")).into_iter().map(Result::unwrap);
        let terms: String = index.filter(|file| file.file_type().is_file()).map(|file| text(file.path())).collect();
        for key in [id.to_owned(), format!("cu-{id}")] {
            assert!(terms.contains(&format!("#id-{}|", key.replace('.', "-"))), "{key}");
        }
    }
    let why = ["why", "cu-nd-72-2013.dieu-18.khoan-3", "--edition", "ipv6"];
    assert!(camnang(office.path(), &why).must(0).out.starts_with("nd-72-2013.dieu-18.khoan-3\n"));
}

/// The pages of an edition by their paths below `html/`, as they are on disk.
fn sources(site: &Path) -> BTreeMap<String, String> {
    let files = WalkDir::new(site).into_iter().map(|entry| entry.unwrap().into_path());
    let pages = files.filter(|path| path.extension().is_some_and(|ending| ending == "html"));
    pages.map(|path| (path.strip_prefix(site).unwrap().to_str().unwrap().replace('\\', "/"), text(&path))).collect()
}

const ADDRESSES: &str = "web:
  address:
    ipv6: https://cam-nang.example/nay
    ipv6-2014: https://cam-nang.example/2014
    ipv6-bo-tai-lieu: https://cam-nang.example/bo-tai-lieu
";

/// What a build in this folder says of missing addresses.
fn said_by_build(folder: &Path, only: &str, lang: &str) -> Vec<String> {
    let said = camnang(folder, &["build", "--only", only, "--lang", lang]).must(0).out;
    said.lines().filter(|line| line.contains("settings.yaml")).map(str::to_owned).collect()
}

/// Everything that a build with addresses or without made of an edition, by path, as text.
fn all_texts(site: &Path) -> BTreeMap<String, String> {
    let files = WalkDir::new(site).into_iter().map(|entry| entry.unwrap().into_path()).filter(|path| path.is_file());
    let texts = files.filter_map(|path| {
        let name = path.strip_prefix(site).unwrap().to_str().unwrap().replace('\\', "/");
        Some((name, String::from_utf8(std::fs::read(&path).ok()?).ok()?))
    });
    texts.collect()
}

/// With an address for each, editions lead to one another, from each excerpt that both have; whether they are built
/// together or alone, the pages are the same.
#[test]
fn editions_lead_to_one_another_where_they_are_published() {
    let office = program::office();
    let site = |edition: &str| office.path().join(format!("output/{edition}/html"));
    put(&office.path().join("corpus/settings.yaml"), ADDRESSES);
    assert!(said_by_build(office.path(), "html,single,zip", "vi").is_empty());
    let [now, past] = ["ipv6", "ipv6-2014"].map(|edition| sources(&site(edition)));
    for (own, other, other_id, address) in [(&now, &past, "ipv6-2014", "2014"), (&past, &now, "ipv6", "nay")] {
        let mut shared = 0;
        for (path, page) in own.iter().filter(|(path, _)| path.starts_with("e/")) {
            let leads = page.contains(&format!("href=\"https://cam-nang.example/{address}/{path}\""));
            assert_eq!(leads, other.contains_key(path), "{path}");
            shared += usize::from(leads);
        }
        assert!(shared > 10, "{shared}");
        assert!(own["index.html"].contains(&format!("href=\"https://cam-nang.example/{address}/\"")));
        assert!(own["index.html"].contains(&format!("href=\"so-sanh/{other_id}.html\"")));
        assert!(own.values().all(|page| !page.contains("href=\"../../../")), "a link leads out of the site");
    }
    for (edition, address, other) in [("ipv6", "nay", "2014"), ("ipv6-2014", "2014", "nay")] {
        // Each says of itself where it is, and of nothing else: heads, feed, map, data, the booklet in one file.
        let texts = all_texts(&site(edition));
        let own = format!("https://cam-nang.example/{address}/");
        for file in ["sitemap.xml", "robots.txt", "feed.xml", "index.json", "index.html", &format!("{edition}.html")] {
            assert!(texts[file].contains(own.trim_end_matches('/')), "{edition}/{file}");
        }
        let foreign = format!("https://cam-nang.example/{other}");
        for file in ["sitemap.xml", "robots.txt", "feed.xml", "index.json", &format!("{edition}.html")] {
            assert!(!texts[file].contains(&foreign), "{edition}/{file}");
        }
        let page = texts.iter().find(|(path, _)| path.starts_with("e/") && path.ends_with(".html")).unwrap();
        assert!(page.1.contains(&format!("<link rel=\"canonical\" href=\"{own}{}\">", page.0)), "{}", page.0);
        let data = texts.iter().find(|(path, _)| path.starts_with("e/") && path.ends_with(".json")).unwrap();
        assert!(data.1.contains(&format!("\"address\":\"{own}")), "{}", data.0);
    }
    // The page of the later edition shows what the annex of changes shows.
    let lists = |pages: &BTreeMap<String, String>, page: &str| -> usize {
        let sheets =
            pages.iter().filter(|(path, _)| *path == &format!("{page}.html") || path.starts_with(&format!("{page}_")));
        sheets.map(|(_, sheet)| sheet.matches(" class=\"citation\"").count()).sum()
    };
    assert!(lists(&now, "thay-doi") > 0);
    assert_eq!(lists(&now, "so-sanh/ipv6-2014"), lists(&now, "thay-doi"));
    assert_eq!(lists(&now, "so-sanh/ipv6-2014"), lists(&past, "so-sanh/ipv6"));

    camnang(office.path(), &["build", "ipv6", "--only", "html,single,zip"]).must(0);
    assert!(sources(&site("ipv6")) == now, "what else is built makes no difference");
}

/// `404.html` is shown at any depth: it has its style and script within, and its links are whole where the address is known.
/// Without one the script puts them right (tests/checkers/html-journeys), by the folders that the page names.
#[test]
fn the_page_for_what_is_not_there_works_at_any_depth() {
    for settings in [Some(ADDRESSES), None] {
        let office = program::office();
        settings.into_iter().for_each(|settings| put(&office.path().join("corpus/settings.yaml"), settings));
        camnang(office.path(), &["build", "ipv6", "--only", "html"]).must(0);
        let site = office.path().join("output/ipv6/html");
        let page = Html::parse_document(&text(&site.join("404.html")));
        let root = page.root_element();
        let loaded = "link[rel=stylesheet], script[src], img, [style]";
        assert!(select(root, loaded).is_empty(), "it loads what may not be there");
        let style: String = select(root, "style").into_iter().flat_map(|style| style.text()).collect();
        assert!(style.contains(".top") && !style.contains("url("), "its style names a file");
        let home = if settings.is_some() { "https://cam-nang.example/nay/" } else { "" };
        let links = select(root, "a[href]").into_iter().filter_map(|link| link.attr("href"));
        let forms = select(root, "form").into_iter().filter_map(|form| form.attr("action"));
        let all: Vec<&str> = links.chain(forms).collect();
        assert!(all.len() > 6 && all.iter().all(|href| href.starts_with(home)), "{all:?}");
        assert!(all.iter().all(|href| site.join(href.trim_start_matches(home)).is_file()), "{all:?}");
        let folders = select(root, "main").first().unwrap().attr("data-folders").map(str::to_owned);
        assert_eq!(folders.is_none(), settings.is_some());
        for entry in std::fs::read_dir(&site).unwrap().map(|entry| entry.unwrap()).filter(|it| it.path().is_dir()) {
            let name = entry.file_name().into_string().unwrap();
            assert!(
                folders.as_ref().is_none_or(|all| all.split(' ').any(|it| it == name)),
                "{name}: a folder that it does not know"
            );
        }
        assert!(!select(root, "meta[name=robots][content=noindex]").is_empty());
        let map = site.join("sitemap.xml");
        assert!(!map.exists() || !text(&map).contains("404.html"));
    }
}

/// Without an address no link leads to another edition, which would be dead wherever the folder is put; the other is
/// named all the same. The build says what is missing, and what to write.
#[test]
fn without_an_address_no_edition_leads_to_another() {
    let office = program::office();
    let site = |edition: &str| office.path().join(format!("output/{edition}/html"));
    for (lang, words) in [("vi", "không có liên kết chính tắc"), ("en", "no canonical links and no sitemap.xml")]
    {
        let said = said_by_build(office.path(), "html,single,zip", lang);
        assert!(said.len() == 1 && said[0].contains(words), "{said:?}");
        assert!(
            said[0].contains("web: {address: {ipv6: https://…, ipv6-2014: https://…, ipv6-bo-tai-lieu: https://…}}"),
            "{said:?}"
        );
    }
    for edition in ["ipv6", "ipv6-2014"] {
        let texts = all_texts(&site(edition));
        assert!(!texts.contains_key("sitemap.xml") && !texts.contains_key("robots.txt"));
        for (path, text) in texts.iter().filter(|(path, _)| path.ends_with(".html")) {
            let up = "../".repeat(path.matches('/').count() + 1);
            assert!(!text.contains(&format!("\"{up}")), "{edition}/{path} leads out of the site");
        }
    }
    let past = sources(&site("ipv6-2014"));
    let excerpt = past.iter().find(|(path, page)| path.starts_with("e/") && page.contains("class=\"elsewhere\""));
    let page = excerpt.expect("an excerpt that both editions have").1;
    assert!(page.split_once("class=\"elsewhere\"").unwrap().1.contains("<li>Quy định về IPv6 cho cơ quan nhà nước"));

    // One of them has an address: links lead to that one, and the note names the other.
    put(&office.path().join("corpus/settings.yaml"), "web:\n  address: {ipv6: https://cam-nang.example/nay}\n");
    let said = said_by_build(office.path(), "html", "vi").concat();
    assert!(said.contains("`ipv6-2014`") && !said.contains("`ipv6`"), "{said}");
    assert!(!sources(&site("ipv6"))["index.html"].contains("href=\"https://cam-nang.example/2014"));
    assert!(sources(&site("ipv6-2014"))["index.html"].contains("href=\"https://cam-nang.example/nay/\""));
    assert!(said_by_build(office.path(), "json", "vi").is_empty(), "no site, no note");
}

/// One address is that of the only edition; with several it would be nobody's.
#[test]
fn one_address_is_of_one_edition() {
    let office = program::office();
    put(&office.path().join("corpus/settings.yaml"), "web: {address: https://cam-nang.example}\n");
    let said = camnang(office.path(), &["check", "--lang", "en"]).must(1).out;
    let advice = "address: {ipv6: https://cam-nang.example/ipv6, ipv6-2014: https://cam-nang.example/ipv6-2014, \
                  ipv6-bo-tai-lieu: https://cam-nang.example/ipv6-bo-tai-lieu}";
    assert!(said.contains("CN817") && said.contains(advice), "{said}");
    put(&office.path().join("corpus/settings.yaml"), "web: {address: {}}\n");
    assert!(camnang(office.path(), &["check"]).must(1).out.contains("CN107"), "an empty list says nothing");
    put(&office.path().join("corpus/settings.yaml"), "web: {address: {Bản mới: https://cam-nang.example}}\n");
    assert!(camnang(office.path(), &["check"]).must(1).out.contains("CN111"), "a key is an id");
    put(&office.path().join("corpus/settings.yaml"), format!("web:\n  {advice}\n"));
    camnang(office.path(), &["check"]).must(0);
}
