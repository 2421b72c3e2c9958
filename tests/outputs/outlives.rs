//! A provision that a clause keeps after its instrument has ended (`kept-by` of an excerpt), and what ends it all the same.

use crate::support::page;
use crate::support::program;

use std::fs;
use std::path::Path;

use program::camnang;
use serde_json::Value;

const ENDED: &str =
    "{type: ends, number: 02/2031/NĐ-CP, issued: 2031-06-01, at: khoản 2 Điều 30, on: 2032-01-01, verb: hết hiệu lực}";
const KEPT: &str = "kept-by: {number: 02/2031/NĐ-CP, at: khoản 2 Điều 30}\n";

fn write_corpus(root: &Path, acts: &[&str], excerpt: &str) {
    let write = |path: &str, text: String| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let common = "confidence: text-read\nchecked-on: 2036-01-01\nsources: [Ví dụ]\n";
    let acts: String = acts.iter().map(|act| format!("  - {act}\n")).collect();
    write("vocabulary.yaml", "topics: [{id: a, name: A}]\naudiences: [{id: b, name: B}]\nlevels: []\n".into());
    write(
        "instruments/nd-1-2030.yaml",
        format!(
            "id: nd-1-2030\nnumber: 01/2030/NĐ-CP\ntype: Nghị định\ntitle: ví dụ\nissuer: Chính phủ\nsigner: Người Ký\n\
             issued: 2030-01-01\nin-force-from: 2030-03-01\nin-force-until: 2032-01-01\namended-by:\n{acts}{common}"
        ),
    );
    write(
        "excerpts/nd-1-2030/dieu-5.md",
        format!(
            "---\nid: nd-1-2030.dieu-5\ninstrument: nd-1-2030\nat: Điều 5\nwording: summary\ntopics: [a]\naudiences: [b]\n\
             {excerpt}{common}---\nMột câu.\n"
        ),
    );
    write(
        "editions/so-tay.yaml",
        "id: so-tay\ntitle: Sổ tay\nissuer: {name: Nhóm Ví dụ}\ndescription: Ví dụ.\nas-of: 2036-01-01\nparts:\n  - title: Phần\n    \
         chapters:\n      - id: tat-ca\n        title: Tất cả\n        select: {topics: [a]}\n"
            .into(),
    );
}

fn status(root: &Path, day: &str) -> Value {
    let corpus = root.to_str().unwrap();
    let args = ["status", "nd-1-2030.dieu-5", "--as-of", day, "--corpus", corpus, "--format", "json"];
    let rows: Vec<Value> = serde_json::from_str(&camnang(root, &args).must(0).out).unwrap();
    rows[0].clone()
}

/// The states on the days before the instrument ends, on that day and two years later.
fn states(acts: &[&str], excerpt: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    write_corpus(place.path(), acts, excerpt);
    let days = ["2031-12-31", "2032-01-01", "2034-01-01"];
    days.map(|day| status(place.path(), day)["status"].as_str().unwrap().to_owned()).join(" ")
}

#[test]
fn what_is_kept_is_in_force_after_its_instrument_and_names_the_clause() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path();
    write_corpus(root, &[ENDED], &format!("{KEPT}in-force-until: 2034-01-01\nends-by: own-term\n"));
    camnang(root, &["check", "--strict", "--corpus", root.to_str().unwrap()]).must(0);
    let before = status(root, "2031-12-31");
    assert_eq!((&before["status"], &before["kept_by"]), (&"in-force".into(), &Value::Null));
    let after = status(root, "2032-01-01");
    assert_eq!(after["status"], "in-force");
    assert_eq!(after["kept_by"], "khoản 2 Điều 30 Nghị định số 02/2031/NĐ-CP");
    assert_eq!(status(root, "2034-01-01")["status"], "ended");
    write_corpus(root, &[ENDED], KEPT);
    camnang(root, &["check", "--strict", "--corpus", root.to_str().unwrap()]).must(0);
    let out = tempfile::tempdir().unwrap();
    let args =
        ["build", "--corpus", root.to_str().unwrap(), "--output", out.path().to_str().unwrap(), "--only", "html"];
    camnang(root, &args).must(0);
    let chapter = page::read(&out.path().join("so-tay/html/tat-ca.html"));
    let said = "văn bản hết hiệu lực từ 01/01/2032, quy định này tiếp tục có hiệu lực theo khoản 2 Điều 30 Nghị định số 02/2031/NĐ-CP";
    assert!(chapter.contains(said), "the chapter names the clause");
}

#[test]
fn what_else_ends_it_ends_it_all_the_same() {
    let other = |more: &str| format!("{{number: 03/2033/NĐ-CP, issued: 2033-01-01, at: Điều 9, {more}}}");
    assert_eq!(states(&[ENDED], ""), "in-force ended ended", "nothing keeps it");
    assert_eq!(states(&[ENDED], KEPT), "in-force in-force in-force");
    let cases = [
        ("type: partly-repeals, units: [Điều 5], on: 2033-01-01", "in-force in-force ended"),
        ("type: partly-repeals, units: [Điều 6], on: 2033-01-01", "in-force in-force in-force"),
        ("type: partly-repeals, units: [Chương II], on: 2033-01-01", "in-force in-force unknown"),
        ("type: repeals, on: 2033-01-01", "in-force in-force ended"),
        ("type: suspends, on: 2033-01-01", "in-force in-force suspended"),
        // An unverified end, or one of an unknown day, may be of this provision too.
        ("type: repeals, on: 2033-01-01, confidence: unverified", "in-force in-force unknown"),
        ("type: repeals", "in-force in-force unknown"),
        ("type: annuls", "never-in-force never-in-force never-in-force"),
        // The clause that ends it on a certain day keeps it from that end, and not from one that is in doubt.
        ("type: repeals, on: 2031-06-01, confidence: unverified", "unknown unknown unknown"),
    ];
    for (act, expected) in cases {
        assert_eq!(states(&[ENDED, &other(act)], KEPT), expected, "{act}");
    }
}

#[test]
fn what_will_end_it_all_the_same_is_named_and_not_what_keeps_it() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path();
    let later = "{type: partly-repeals, number: 03/2033/NĐ-CP, issued: 2032-01-01, at: Điều 9, units: [Điều 5], on: 2033-01-01}";
    write_corpus(root, &[ENDED, later], KEPT);
    let args = ["status", "nd-1-2030.dieu-5", "--as-of", "2032-06-01", "--corpus", root.to_str().unwrap()];
    let said = camnang(root, &args).must(0).out;
    assert!(said.contains("Sẽ hết hiệu lực theo: Điều 9 Nghị định số 03/2033/NĐ-CP"), "{said}");
    assert!(!said.contains("theo: khoản 2 Điều 30"), "{said}");
}
