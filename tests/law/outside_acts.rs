//! Acts of instruments without a record (`amended-by`): they count as those of records do, and every instrument is named
//! with its type.

use crate::support::page;
use crate::support::program;

use std::fs;
use std::path::Path;

use program::camnang;
use serde_json::Value;

/// The acts on `nd-1-2030`, as relations of a record or as `amended-by`.
const ACTS: [(&str, &str); 3] = [
    ("partly-repeals", "at: Điều 27, on: 2031-07-01, units: [điểm g khoản 6 Điều 24]"),
    ("amends", "at: Điều 49, on: 2032-01-01, units: [khoản 9 Điều 4]"),
    ("repeals", "at: khoản 2 Điều 60, on: 2035-01-01, confidence: second-hand"),
];

fn record(id: &str, number: &str, issued: &str, more: &str) -> String {
    format!(
        "id: {id}\nnumber: {number}\ntype: Nghị định\ntitle: ví dụ\nissuer: Chính phủ\nsigner: Người Ký\nissued: {issued}\n\
         in-force-from: {issued}\nin-force-until: {}\n{more}confidence: text-read\nchecked-on: 2036-01-01\nsources: [Ví dụ]\n",
        if id == "nd-1-2030" { "2035-01-01" } else { "none" }
    )
}

fn write_corpus(root: &Path, recorded: bool) {
    let write = |path: &str, text: String| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("vocabulary.yaml", "topics: [{id: a, name: A}]\naudiences: [{id: b, name: B}]\nlevels: []\n".into());
    let acts = |name: &str, key: &str, value: &str| {
        let lines = ACTS.map(|(kind, more)| format!("  - {{type: {kind}, {key}: {value}, {more}}}\n"));
        format!("{name}:\n{}", lines.concat())
    };
    let acted = if recorded {
        String::new()
    } else {
        acts("amended-by", "number", "237/2031/NĐ-CP, issued: 2031-06-01, source: Công báo ví dụ")
    };
    write("instruments/nd-1-2030.yaml", record("nd-1-2030", "01/2030/NĐ-CP", "2030-01-01", &acted));
    if recorded {
        let acts = acts("relations", "instrument", "nd-1-2030");
        write("instruments/nd-237-2031.yaml", record("nd-237-2031", "237/2031/NĐ-CP", "2031-06-01", &acts));
    }
    for (name, at) in [
        ("dieu-24.khoan-6.diem-g", "điểm g khoản 6 Điều 24"),
        ("dieu-4.khoan-9", "khoản 9 Điều 4"),
        ("dieu-1", "Điều 1"),
    ] {
        let id = format!("nd-1-2030.{name}");
        write(
            &format!("excerpts/nd-1-2030/{name}.md"),
            format!(
                "---\nid: {id}\ninstrument: nd-1-2030\nat: {at}\nwording: summary\ntopics: [a]\naudiences: [b]\n\
                 confidence: text-read\nchecked-on: 2036-01-01\nsources: [Ví dụ]\n---\nMột câu.\n"
            ),
        );
    }
    write(
        "editions/so-tay.yaml",
        "id: so-tay\ntitle: Sổ tay\nissuer: {name: Nhóm Ví dụ}\ndescription: Ví dụ.\nas-of: 2036-01-01\nparts:\n  - title: Phần\n    \
         chapters:\n      - id: tat-ca\n        title: Tất cả\n        select: {topics: [a]}\nannexes:\n  - {kind: instruments, title: Các văn bản}\n"
            .into(),
    );
}

fn json(root: &Path, args: &[&str]) -> Vec<Value> {
    let corpus = root.to_str().unwrap();
    let ran = camnang(root, &[args, &["--corpus", corpus, "--format", "json"]].concat());
    serde_json::from_str(&ran.must(0).out).unwrap()
}

#[test]
fn an_act_counts_the_same_whether_or_not_who_acts_has_a_record() {
    let (with, without) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_corpus(with.path(), true);
    write_corpus(without.path(), false);
    for root in [with.path(), without.path()] {
        camnang(root, &["check", "--strict", "--corpus", root.to_str().unwrap()]).must(0);
    }
    let records = ["nd-1-2030", "nd-1-2030.dieu-24.khoan-6.diem-g", "nd-1-2030.dieu-4.khoan-9", "nd-1-2030.dieu-1"];
    for id in records {
        for day in ["2031-06-30", "2031-07-01", "2031-12-31", "2032-01-01", "2034-12-31", "2035-01-01"] {
            let state = |root: &Path| {
                let row = json(root, &["status", id, "--as-of", day]).remove(0);
                ["status", "since", "until", "confidence"].map(|key| row[key].clone())
            };
            assert_eq!(state(with.path()), state(without.path()), "{id} on {day}");
        }
    }
    let events = |root: &Path| -> Vec<(Value, Value, Value)> {
        let all = json(root, &["timeline"]).into_iter();
        let all = all.filter(|it| it["id"].as_str().unwrap().starts_with("nd-1-2030"));
        all.map(|it| (it["date"].clone(), it["id"].clone(), it["event"].clone())).collect()
    };
    assert_eq!(events(with.path()), events(without.path()));
    assert!(events(without.path()).len() >= 5);
}

#[test]
fn readers_see_who_acts_with_its_type_and_where_it_was_seen() {
    let (place, built) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write_corpus(place.path(), false);
    let (root, corpus) = (place.path(), place.path().to_str().unwrap().to_owned());
    let words = |id: &str, day: &str| camnang(root, &["status", id, "--as-of", day, "--corpus", &corpus]).must(0).out;
    let ended = words("nd-1-2030", "2035-01-01");
    assert!(ended.contains("bãi bỏ bởi Nghị định số 237/2031/NĐ-CP (theo nguồn gián tiếp)"), "{ended}");
    let amended = words("nd-1-2030.dieu-4.khoan-9", "2032-01-01");
    assert!(amended.contains("được sửa đổi, bổ sung bởi Nghị định số 237/2031/NĐ-CP"), "{amended}");
    camnang(root, &["build", "--corpus", &corpus, "--output", built.path().to_str().unwrap(), "--only", "html"])
        .must(0);
    let table = page::read(&built.path().join("so-tay/html/van-ban.html"));
    for said in
        ["bị bãi bỏ một phần bởi Nghị định số 237/2031/NĐ-CP (Điều 27)", "Nghị định số 237/2031/NĐ-CP: Công báo ví dụ"]
    {
        assert!(table.contains(said), "{said}");
    }
    // It is no record: it cannot be asked about, and has no page.
    let listed = json(root, &["status", "--as-of", "2036-01-01"]);
    assert_eq!(listed.len(), 1, "{listed:?}");
    camnang(root, &["status", "ngoai-kho-237-2031-nd-cp", "--as-of", "2036-01-01", "--corpus", &corpus]).must(2);
}

/// What such an act does is written in the record that it acts on, so that is where to correct it.
#[test]
fn a_disagreement_is_corrected_where_the_act_is_written() {
    let place = tempfile::tempdir().unwrap();
    write_corpus(place.path(), false);
    let path = place.path().join("instruments/nd-1-2030.yaml");
    let record = fs::read_to_string(&path).unwrap();
    fs::write(&path, record.replace("in-force-until: 2035-01-01", "in-force-until: 2034-01-01")).unwrap();
    let corpus = place.path().to_str().unwrap();
    let checked = camnang(place.path(), &["check", "--corpus", corpus]).must(1).out;
    assert!(
        checked.contains("theo `Nghị định số 237/2031/NĐ-CP` thì `nd-1-2030` hết hiệu lực: 2035-01-01"),
        "{checked}"
    );
    assert!(checked.contains("trong khoá `amended-by` của hồ sơ này"), "{checked}");
    assert!(!checked.contains("ngoai-kho"), "{checked}");
}

#[test]
fn one_whose_day_of_issue_is_unknown_is_known_by_its_latest_day() {
    let place = tempfile::tempdir().unwrap();
    let (root, corpus) = (place.path(), place.path().to_str().unwrap().to_owned());
    write_corpus(root, false);
    let file = root.join("instruments/nd-1-2030.yaml");
    let letter = "amended-by:\n  - {type: corrects, number: 48/CP-XX, instrument-type: Công văn, issued: {unknown: Mới biết năm, \
                  earliest: 2031-01-01, latest: 2031-12-31}, note: Nội dung chưa đọc}\n";
    let text = fs::read_to_string(&file).unwrap().replace("amended-by:\n", letter);
    fs::write(&file, text).unwrap();
    camnang(root, &["check", "--strict", "--corpus", &corpus]).must(0);
    let words = |known: &str| {
        let args = ["status", "nd-1-2030.dieu-1", "--as-of", "2030-06-01", "--known-on", known, "--corpus", &corpus];
        camnang(root, &args).must(0).out
    };
    let said = "văn bản được đính chính bởi Công văn số 48/CP-XX, chưa rõ có gồm đơn vị này không";
    assert!(words("2031-12-31").contains(said), "{}", words("2031-12-31"));
    for day in ["2030-12-31", "2031-06-01"] {
        assert!(words(day).contains("Còn hiệu lực") && !words(day).contains("đính chính"), "{day}: {}", words(day));
    }
}
