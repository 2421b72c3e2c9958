//! The index, the table of standards and the colophon of the sample edition. All in it is invented.

use crate::support::program;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use program::{camnang, text};
use scraper::{Html, Selector};
use serde_json::Value;

/// Builds the web edition of the sample, with these settings, into the folder; gives the edition's.
fn build(folder: &Path, settings: Option<&str>) -> PathBuf {
    copy(folder);
    if let Some(settings) = settings {
        std::fs::write(folder.join("corpus/settings.yaml"), settings).unwrap();
    }
    made(folder)
}

fn copy(folder: &Path) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus");
    program::copy(&corpus, &folder.join("corpus"));
}

fn made(folder: &Path) -> PathBuf {
    camnang(folder, &["build", "mau", "--only", "html,json"]).must(0);
    folder.join("output/mau")
}

fn view(edition: &Path) -> Value {
    serde_json::from_str(&text(&edition.join("view.json"))).unwrap()
}

fn page(edition: &Path, name: &str) -> Html {
    Html::parse_document(&text(&edition.join("html").join(name)))
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn excerpts(view: &Value) -> impl Iterator<Item = &Value> {
    list(view, "parts").iter().flat_map(|part| list(part, "chapters")).flat_map(|chapter| list(chapter, "excerpts"))
}

/// The numbers that the runs of an entry stand for.
fn numbers(entry: &Value) -> BTreeSet<u64> {
    let ends = |run: &Value| {
        let first = run["first"]["number"].as_u64().unwrap();
        (first, run["last"]["number"].as_u64().unwrap_or(first))
    };
    list(entry, "runs").iter().map(ends).flat_map(|(first, last)| first..=last).collect()
}

#[test]
fn the_index_leads_to_every_excerpt_that_speaks_of_a_word() {
    let office = tempfile::tempdir().unwrap();
    let edition = build(office.path(), None);
    let view = view(&edition);
    let index = &view["index"];
    let letters: Vec<&str> = list(index, "letters").iter().map(|letter| letter["letter"].as_str().unwrap()).collect();
    let alphabet =
        ["0–9", "A", "Ă", "Â", "B", "C", "D", "Đ", "E", "Ê", "G", "H", "I", "K", "L", "M", "N", "O", "Ô", "Ơ"];
    let rest = ["P", "Q", "R", "S", "T", "U", "Ư", "V", "X", "Y"];
    let places: Vec<usize> =
        letters.iter().map(|letter| alphabet.iter().chain(&rest).position(|it| it == letter).unwrap()).collect();
    assert!(places.len() > 5 && places.is_sorted(), "{letters:?}");

    let entries: Vec<&Value> = list(index, "letters").iter().flat_map(|letter| list(letter, "entries")).collect();
    let of = |kind: &str| entries.iter().filter(|entry| entry["kind"] == kind).copied().collect::<Vec<_>>();
    for (kind, field) in [("topic", "topics"), ("audience", "audiences")] {
        assert!(!of(kind).is_empty());
        for entry in of(kind) {
            let tagged = excerpts(&view).filter(|one| list(one, field).iter().any(|it| it["name"] == entry["text"]));
            let expected: BTreeSet<u64> = tagged.map(|one| one["number"].as_u64().unwrap()).collect();
            assert_eq!(numbers(entry), expected, "{}", entry["text"]);
        }
    }
    // A term is found in any case of its letters, in duties too; it leads to where it is explained.
    let machine = of("term").into_iter().find(|entry| entry["text"] == "Máy bịa").expect("the term of the sample");
    let says = |one: &&Value| one["body"].to_string().to_lowercase().contains("máy bịa");
    let expected: BTreeSet<u64> = excerpts(&view).filter(says).map(|one| one["number"].as_u64().unwrap()).collect();
    assert!(!expected.is_empty() && expected.is_subset(&numbers(machine)), "{expected:?} {machine}");
    assert!(machine["definition"].is_string());

    // The web has every run as links.
    let shown = page(&edition, "bang-tra.html");
    let links = shown.select(&Selector::parse(".words li a[title]").unwrap()).count();
    let ends =
        |entry: &Value| list(entry, "runs").iter().map(|run| 1 + usize::from(run["last"].is_object())).sum::<usize>();
    assert_eq!(links, entries.iter().map(|entry| ends(entry)).sum::<usize>());
}

#[test]
fn standards_have_their_status_and_their_places() {
    let office = tempfile::tempdir().unwrap();
    copy(office.path());
    let file = office.path().join("corpus/excerpts/nd-2002-2019/dieu-4.md");
    let words = "Máy theo TCVN 99008:2020 và QCVN 7:2018/BBB.";
    std::fs::write(&file, format!("{}\n\n{words}\n", text(&file).trim_end())).unwrap();
    let edition = made(office.path());
    let view = view(&edition);
    let rows = list(&view["standards"], "rows");
    let citations: Vec<&str> = rows.iter().map(|row| row["citation"].as_str().unwrap()).collect();
    assert_eq!(citations, ["QCVN 7:2018/BBB", "TCVN 99008:2020"]);
    // Of the one there is a record; of the other nothing is known, and the table says so.
    assert!(rows[0]["status"].is_null() && rows[0]["note"].is_string());
    assert!(rows[1]["status"]["text"].is_string() && rows[1]["row"].is_string());
    for row in rows {
        let numbers: Vec<&Value> = list(row, "excerpts").iter().map(|link| &link["id"]).collect();
        assert_eq!(numbers, ["nd-2002-2019.dieu-4"]);
    }
    let shown = page(&edition, "bang-tieu-chuan.html").root_element().text().collect::<String>();
    assert!(citations.iter().all(|citation| shown.contains(citation)));
}

/// No address is made up; one that is set is a link, and a code with words for who cannot see it.
#[test]
fn the_address_of_the_web_edition_comes_from_the_settings() {
    let office = tempfile::tempdir().unwrap();
    let edition = build(office.path(), None);
    let none = view(&edition)["colophon"].clone();
    assert!(none["web"].is_null() && none["no_web"].is_string());
    let about = page(&edition, "gioi-thieu.html");
    assert_eq!(about.select(&Selector::parse(".colophon svg").unwrap()).count(), 0);

    let office = tempfile::tempdir().unwrap();
    let edition = build(office.path(), Some("web:\n  address: {mau: https://cam-nang.example/mau}\n"));
    let set = view(&edition)["colophon"].clone();
    assert_eq!(set["web"]["address"], "https://cam-nang.example/mau");
    assert!(list(&set["web"]["code"], "shapes").len() > 100);
    let about = page(&edition, "gioi-thieu.html");
    let code = about.select(&Selector::parse(".colophon svg[role=img] > title").unwrap()).next().unwrap();
    assert!(code.text().collect::<String>().contains("https://cam-nang.example/mau"));
}
