//! Published pages keep their addresses: a release notes them, and from then on an id that vanishes fails the check and the
//! build until it leads somewhere again.

use crate::support::program;

use std::fs;
use std::path::{Path, PathBuf};

use program::{camnang, text};
use scraper::{Html, Selector};
use serde_json::Value;
use tempfile::TempDir;

const FILE: &str = "corpus/releases/moi-2021-06-01.yaml";

fn office() -> TempDir {
    let office = tempfile::tempdir().unwrap();
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/changes/corpus");
    program::copy(&case, &office.path().join("corpus"));
    office
}

fn released() -> TempDir {
    let office = office();
    camnang(office.path(), &["new", "release", "--edition", "moi"]).must(0);
    office
}

fn excerpt(office: &TempDir, name: &str) -> PathBuf {
    office.path().join(format!("corpus/excerpts/{name}.md"))
}

/// Renames an excerpt, as an editor would who does not know that its id was published.
fn rename(office: &TempDir, aliases: &str) {
    let (former, later) = (excerpt(office, "tt-4-2012/dieu-2"), excerpt(office, "tt-4-2012/dieu-2.khoan-1"));
    let renamed = text(&former).replace("id: tt-4-2012.dieu-2\n", &format!("id: tt-4-2012.dieu-2.khoan-1\n{aliases}"));
    fs::write(later, renamed.replace("at: Điều 2\n", "at: khoản 1 Điều 2\n")).unwrap();
    fs::remove_file(former).unwrap();
}

/// Not the data beside it.
fn is_page(entry: &std::io::Result<fs::DirEntry>) -> bool {
    entry.as_ref().unwrap().path().extension().is_some_and(|ending| ending == "html")
}

#[test]
fn a_release_has_every_address_and_is_never_written_over() {
    let office = released();
    let release = text(&office.path().join(FILE));
    camnang(office.path(), &["build", "moi", "--only", "html"]).must(0);
    let site = office.path().join("output/moi/html");
    let mut counted = 0;
    for (key, folder) in [
        ("excerpts", "e/"),
        ("instruments", "vb/"),
        ("chapters", ""),
        ("audiences", "doi-tuong/"),
        ("topics", "chu-de/"),
    ] {
        let Some((_, rest)) = release.split_once(&format!("\n{key}:\n")) else { continue };
        for line in rest.lines().take_while(|line| line.starts_with("  - ")) {
            let id = line.trim_start_matches("  - ");
            assert!(site.join(format!("{folder}{id}.html")).exists(), "{id}");
            counted += 1;
        }
        let pages =
            if folder.is_empty() { 0 } else { fs::read_dir(site.join(folder)).unwrap().filter(is_page).count() };
        let listed = rest.lines().take_while(|line| line.starts_with("  - ")).count();
        assert!(folder.is_empty() || pages == listed, "{key}: {listed} of {pages}");
    }
    assert!(counted > 6, "{release}");
    camnang(office.path(), &["check"]).must(0);

    let again = camnang(office.path(), &["new", "release", "--edition", "moi"]);
    assert_eq!(again.code, 2, "{}", again.out);
    assert_eq!(text(&office.path().join(FILE)), release);
}

/// The view of `moi` on a later day than that of its release.
fn later(office: &TempDir) -> Value {
    camnang(office.path(), &["build", "moi", "--only", "json", "--as-of", "2021-12-01"]).must(0);
    serde_json::from_str(&text(&office.path().join("output/moi/view.json"))).unwrap()
}

fn excerpts(view: &Value) -> Vec<&Value> {
    let parts = view["parts"].as_array().unwrap().iter();
    let chapters = parts.flat_map(|part| part["chapters"].as_array().unwrap());
    chapters.flat_map(|chapter| chapter["excerpts"].as_array().unwrap()).collect()
}

#[test]
fn only_what_differs_from_the_last_release_is_marked() {
    let before = office();
    assert!(excerpts(&later(&before)).iter().all(|excerpt| excerpt["change"].is_null()), "there is no release yet");
    let office = released();
    let same = later(&office);
    assert_eq!(same["released"]["groups"].as_array().unwrap().len(), 0, "{}", same["released"]);

    let file = excerpt(&office, "tt-4-2012/dieu-2");
    fs::write(&file, format!("{}\nMột câu thêm vào.\n", text(&file).trim_end())).unwrap();
    let view = later(&office);
    let changed: Vec<&Value> = view["released"]["groups"].as_array().unwrap().iter().collect();
    assert_eq!((changed.len(), &changed[0]["mark"]["key"]), (1, &"changed".into()), "{}", view["released"]);
    let all = excerpts(&view).len();
    let is_marked = changed[0]["numbers"].as_array().unwrap().len() * 3 <= all;
    assert_eq!(view["released"]["is_marked"], is_marked);
    let marks = excerpts(&view).iter().filter(|excerpt| !excerpt["change"].is_null()).count();
    assert_eq!(marks, usize::from(is_marked), "of {all}");
    assert_eq!(view["released"]["line"].as_str().unwrap().contains("một phần ba"), !is_marked);
}

/// The web says what differs from the last release where paper says it: on the first page, and in the annex of changes by
/// numbers that lead to the excerpts.
#[test]
fn the_web_says_what_differs_from_the_last_release() {
    let office = released();
    let file = excerpt(&office, "tt-4-2012/dieu-2");
    fs::write(&file, format!("{}\nMột câu thêm vào.\n", text(&file).trim_end())).unwrap();
    let view = later(&office);
    let line = view["released"]["line"].as_str().unwrap();
    camnang(office.path(), &["build", "moi", "--only", "html", "--as-of", "2021-12-01"]).must(0);
    let page = |name: &str| Html::parse_document(&text(&office.path().join("output/moi/html").join(name)));
    let said = |page: &Html| {
        let words: String = page.root_element().text().collect();
        program::as_typed(&words.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    assert!(said(&page("index.html")).contains(line), "{line}");
    let annex = office.path().join("output/moi/html/thay-doi.html").exists();
    let listed = page(if annex { "thay-doi.html" } else { "index.html" });
    assert!(said(&listed).contains(line), "{line}");
    let links: Vec<String> = listed
        .select(&Selector::parse(".since-release a").unwrap())
        .map(|link| format!("{} {}", link.text().collect::<String>(), link.attr("href").unwrap_or_default()))
        .collect();
    let groups = view["released"]["groups"].as_array().unwrap().iter();
    let numbers: Vec<u64> =
        groups.flat_map(|group| group["numbers"].as_array().unwrap()).map(|number| number.as_u64().unwrap()).collect();
    assert_eq!(links.len(), numbers.len(), "{links:?}");
    for (link, number) in links.iter().zip(&numbers) {
        assert!(link.starts_with(&format!("{number} ")) && link.contains(".html#"), "{link}");
    }
}

#[test]
fn an_id_that_vanishes_fails_until_it_leads_somewhere() {
    let office = released();
    rename(&office, "");
    for command in [&["check", "--lang", "en"][..], &["build", "moi", "--only", "html", "--lang", "en"]] {
        let out = camnang(office.path(), command).must(1).out;
        assert!(out.contains(&format!("{FILE}:")) && out.contains("CN312"), "{out}");
        assert!(out.contains("aliases: [tt-4-2012.dieu-2]") && out.contains("`tt-4-2012.dieu-2.khoan-1`"), "{out}");
    }
    // As of another day it is not what was published.
    camnang(office.path(), &["build", "moi", "--only", "html", "--as-of", "2021-05-01"]).must(0);

    let office = released();
    rename(&office, "aliases: [tt-4-2012.dieu-2]\n");
    camnang(office.path(), &["check"]).must(0);
    camnang(office.path(), &["build", "moi", "--only", "html"]).must(0);
    let former = text(&office.path().join("output/moi/html/e/tt-4-2012.dieu-2.html"));
    assert!(former.contains("../e/tt-4-2012.dieu-2.khoan-1.html"), "{former}");
}

#[test]
fn a_faulty_corpus_is_not_released() {
    let office = office();
    fs::write(excerpt(&office, "tt-4-2012/dieu-2"), "---\nid: x\n").unwrap();
    camnang(office.path(), &["new", "release", "--edition", "moi"]).must(2);
    assert!(!office.path().join("corpus/releases").exists());
    let unknown = camnang(office.path(), &["new", "release", "--edition", "mới", "--lang", "en"]).must(2);
    assert!(unknown.out.is_empty());
}
