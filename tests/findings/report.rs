//! `camnang report gaps`, through the program, on an invented corpus with one gap of every sort.

use crate::support::program;

use std::fs;
use std::path::Path;

use program::camnang;
use serde_json::Value;

fn corpus() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = place.path().join("corpus").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("vocabulary.yaml", "topics: [{id: a, name: A}]\naudiences: [{id: b, name: B}]\nlevels: []\n");
    write(
        "editions/e.yaml",
        "id: e\ntitle: E\nissuer: {name: N}\ndescription: D.\nas-of: 2030-06-01\nparts:\n  - title: P\n    chapters:\n      - {id: c, title: C, select: {topics: [a]}}\n",
    );
    let instrument = |number: &str, from: &str, rest: &str| {
        format!(
            "id: nd-{number}-2029\nnumber: 0{number}/2029/NĐ-CP\ntype: Nghị định\ntitle: ví dụ {number}\nissuer: Chính phủ\n\
             signer: Người Ký\nissued: 2029-01-01\nin-force-from: {from}\nin-force-until: none\n{rest}sources: [Ví dụ]\n"
        )
    };
    write(
        "instruments/nd-1-2029.yaml",
        &instrument("1", "2029-02-01", "confidence: text-read\nchecked-on: 2029-05-31\n"),
    );
    write(
        "instruments/nd-2-2029.yaml",
        &instrument(
            "2",
            "{unknown: Chưa thấy, earliest: 2029-01-01, latest: 2029-12-31}",
            "relations:\n  - {type: amends, instrument: nd-1-2029, confidence: second-hand}\nconfidence: text-read\n\
             checked-on: 2029-06-02\n",
        ),
    );
    write(
        "excerpts/nd-1-2029/x.md",
        "---\nid: nd-1-2029.x\ninstrument: nd-1-2029\nat: {unknown: Chưa rõ điều}\nwording: summary\ntopics: [a]\naudiences: [b]\n\
         confidence: excerpt-seen\nchecked-on: 2030-05-01\nsources: [Ví dụ]\n---\nMột câu.\n",
    );
    place
}

fn gaps(place: &Path, args: &[&str]) -> String {
    camnang(place, &[&["report", "gaps"], args].concat()).must(0).out
}

#[test]
fn every_gap_is_reported_once() {
    let place = corpus();
    let report: Value = serde_json::from_str(&gaps(place.path(), &["--format", "json"])).unwrap();
    assert_eq!(report["as_of"], "2030-06-01");
    let unsure: Vec<(&str, &str)> = report["unsure"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["id"].as_str().unwrap(), row["confidence"].as_str().unwrap()))
        .collect();
    assert_eq!(unsure, [("nd-2-2029", "second-hand"), ("nd-1-2029.x", "excerpt-seen")]);
    assert_eq!(report["unsure"][0]["relation"], "sửa đổi, bổ sung Nghị định số 01/2029/NĐ-CP");
    let unknown: Vec<(&str, &str)> = report["unknown"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["id"].as_str().unwrap(), row["key"].as_str().unwrap()))
        .collect();
    assert_eq!(unknown, [("nd-2-2029", "in-force-from"), ("nd-1-2029.x", "at")]);
    assert_eq!(report["unknown"][0]["latest"], "2029-12-31");
    assert_eq!(report["unknown"][1]["latest"], Value::Null);
    assert_eq!(report["stale"].as_array().unwrap().len(), 1);
    assert_eq!(report["stale"][0]["id"], "nd-1-2029");
    let counted: u64 = report["excerpts"].as_array().unwrap().iter().map(|row| row["count"].as_u64().unwrap()).sum();
    assert_eq!(counted, 1);
}

/// The age of a check is counted to a day on the command line or in the corpus, never to the clock.
#[test]
fn age_is_counted_to_the_day_asked_for() {
    let place = corpus();
    let stale = |day: &str| {
        let report: Value = serde_json::from_str(&gaps(place.path(), &["--format", "json", "--as-of", day])).unwrap();
        report["stale"].as_array().unwrap().len()
    };
    assert_eq!((stale("2029-12-31"), stale("2030-06-02"), stale("2031-05-01")), (0, 2, 3));
}

#[test]
fn a_person_can_read_it() {
    let place = corpus();
    let vi = gaps(place.path(), &[]);
    assert!(vi.contains("nd-2-2029  in-force-from: Chưa thấy (từ 2029-01-01 đến 2029-12-31)"), "{vi}");
    assert!(vi.contains("2029-05-31  nd-1-2029  1 năm trước"), "{vi}");
    let en = gaps(place.path(), &["--lang", "en"]);
    assert!(en.contains("Not checked for a year or more (1)"), "{en}");
}

/// What no edition prints, with the reason of each edition; drafts are not among it.
#[test]
fn what_no_edition_prints_is_reported_with_the_reasons() {
    let place = tempfile::tempdir().unwrap();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    program::copy(&cases.join("_base"), &place.path().join("corpus"));
    program::copy(&cases.join("CN508/corpus"), &place.path().join("corpus"));
    let report: Value = serde_json::from_str(&gaps(place.path(), &["--format", "json", "--lang", "en"])).unwrap();
    let rows = report["unselected"].as_array().unwrap();
    let ids: Vec<(&str, &str)> =
        rows.iter().map(|row| (row["kind"].as_str().unwrap(), row["id"].as_str().unwrap())).collect();
    assert_eq!(ids, [("excerpt", "nd-1-2030.dieu-2"), ("excerpt", "nd-1-2030.dieu-4"), ("guidance", "de-danh")]);
    let reason = |row: usize, at: usize| rows[row]["reasons"][at]["reason"].as_str().unwrap();
    assert_eq!(rows[0]["reasons"][0]["edition"], "so-tay");
    assert_eq!(reason(0, 0), "the nearest chapter is `mua-sam`: other topics");
    assert_eq!(reason(1, 0), "the nearest chapter is `mua-sam`: listed in exclude");
    let validity =
        "the nearest chapter is `dang-ap-dung`: its validity is not-commenced, which the chapter does not take";
    assert_eq!(reason(1, 1), validity);
    // As `why` says it.
    let why = camnang(place.path(), &["why", "nd-1-2030.dieu-4", "--edition", "so-tay-cu", "--lang", "en"]).must(0).out;
    assert!(why.contains("its validity is not-commenced, which the chapter does not take"), "{why}");
    let said = gaps(place.path(), &[]);
    assert!(
        said.contains("Không ấn bản nào in, bản nháp không tính (3)") && said.contains("de-danh  Bài để dành"),
        "{said}"
    );
    // `check` says so in notes, which `--strict` lets pass, and counts the draft below.
    let checked = camnang(place.path(), &["check", "--strict", "--lang", "en"]).must(0).out;
    assert_eq!(checked.matches("note CN508").count(), 3, "{checked}");
    assert!(checked.ends_with("Drafts (confidence: unverified), in no edition: 1 excerpt.\n"), "{checked}");
    let rows: Value = serde_json::from_str(&camnang(place.path(), &["check", "--format", "json"]).must(0).out).unwrap();
    assert_eq!(rows.as_array().unwrap().len(), 3);
}

/// What the originals say of the words of the booklet, and which texts were read without being kept.
#[test]
fn what_originals_say_and_the_corpus_has_not_is_reported() {
    let place = tempfile::tempdir().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base");
    program::copy(&base, &place.path().join("corpus"));
    let report = || serde_json::from_str::<Value>(&gaps(place.path(), &["--format", "json"])).unwrap();
    let before = report();
    assert_eq!(before["unstored"][0]["id"], "nd-1-2030");
    assert_eq!(before["unstored"][0]["excerpts"], 1);
    assert_eq!(before["sought"], Value::Array(Vec::new()));
    let said = gaps(place.path(), &[]);
    assert!(
        said.contains("mà kho chưa giữ bản gốc (1)\n  nd-1-2030  Nghị định số 01/2030/NĐ-CP: 1 trích dẫn"),
        "{said}"
    );
    assert!(said.contains("Chưa ghi từ nào để tìm trong bản gốc"), "{said}");

    let law = "Điều 1. Mua sắm\nMáy mới phải có IPv6.\nĐiều 2. Sổ\n1. Cơ quan giữ sổ.\n2. Máy dùng IP phiên bản 6.\n";
    program::put(&place.path().join("luật.txt"), law);
    camnang(place.path(), &["import", "luật.txt", "--instrument", "nd-1-2030"]).must(0);
    program::put(
        &place.path().join("corpus/glossary.yaml"),
        "terms:\n  - term: IPv6\n    also: [IP phiên bản 6]\n    definition: Một giao thức.\n",
    );
    let after = report();
    assert_eq!(after["unstored"], Value::Array(Vec::new()));
    assert_eq!(after["sought"][0], "IPv6");
    let rows = after["not_gathered"].as_array().unwrap();
    assert_eq!(rows.len(), 1, "Điều 1 has an excerpt: {rows:?}");
    assert_eq!((rows[0]["instrument"].as_str(), rows[0]["at"].as_str()), (Some("nd-1-2030"), Some("khoản 2 Điều 2")));
    let said = gaps(place.path(), &["--lang", "en"]);
    let line = "that speak of «IPv6» and are not in the corpus (1)\n  nd-1-2030  khoản 2 Điều 2: 2. Máy dùng IP";
    assert!(said.contains(line), "{said}");
    // The words of the settings go before those of the glossary.
    program::put(&place.path().join("corpus/settings.yaml"), "gather-words: [giu so]\n");
    assert_eq!(report()["not_gathered"][0]["at"], "khoản 1 Điều 2");
}
