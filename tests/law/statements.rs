//! How sure one statement of a record is stands beside that statement only, in the table, on the page and in the status.

use crate::support::page;
use crate::support::program;

use std::fs;
use std::path::{Path, PathBuf};

use program::camnang;
use serde_json::Value;

const SAID: &str = "(theo nguồn gián tiếp)";

/// A record with every statement as given.
fn write_corpus(root: &Path, statements: [&str; 5]) {
    let write = |path: &str, text: String| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let [number, signer, issued, from, until] = statements;
    write("vocabulary.yaml", "topics: [{id: a, name: A}]\naudiences: [{id: b, name: B}]\nlevels: []\n".into());
    write(
        "instruments/nd-1-2030.yaml",
        format!(
            "id: nd-1-2030\nnumber: {number}\ntype: Nghị định\ntitle: ví dụ\nissuer: Chính phủ\nsigner: {signer}\nissued: {issued}\n\
             in-force-from: {from}\nin-force-until: {until}\nends-by: own-term\nconfidence: text-read\n\
             checked-on: 2030-03-01\nsources: [Ví dụ]\n"
        ),
    );
    write(
        "excerpts/nd-1-2030/dieu-1.md",
        "---\nid: nd-1-2030.dieu-1\ninstrument: nd-1-2030\nat: Điều 1\nwording: summary\ntopics: [a]\naudiences: [b]\n\
         confidence: text-read\nchecked-on: 2030-03-01\nsources: [Ví dụ]\n---\nMột câu.\n"
            .into(),
    );
    write(
        "editions/so-tay.yaml",
        "id: so-tay\ntitle: Sổ tay\nissuer: {name: Nhóm Ví dụ}\ndescription: Ví dụ.\nas-of: 2030-06-01\nparts:\n  - title: Phần\n    \
         chapters:\n      - id: tat-ca\n        title: Tất cả\n        select: {topics: [a]}\nannexes:\n  - {kind: instruments, title: Các văn bản}\n"
            .into(),
    );
}

const PLAIN: [&str; 5] = ["01/2030/NĐ-CP", "Người Ký", "2030-01-01", "2030-02-01", "none"];

/// The plain statements with one of them said otherwise.
fn with(place: usize, statement: &'static str) -> [&'static str; 5] {
    let mut statements = PLAIN;
    statements[place] = statement;
    statements
}

/// The table of instruments, the page of the instrument and that of the excerpt.
fn pages(root: &Path) -> [String; 3] {
    let site = tempfile::tempdir().unwrap();
    let html = build(root, site.path());
    ["van-ban.html", "vb/nd-1-2030.html", "e/nd-1-2030.dieu-1.html"].map(|name| page::read(&html.join(name)))
}

/// One page.
fn built(root: &Path, name: &str) -> String {
    let site = tempfile::tempdir().unwrap();
    page::read(&build(root, site.path()).join(name))
}

fn build(root: &Path, out: &Path) -> PathBuf {
    let corpus = root.to_str().unwrap();
    camnang(root, &["build", "--corpus", corpus, "--output", out.to_str().unwrap(), "--only", "html"]).must(0);
    out.join("so-tay/html")
}

fn status(root: &Path, day: &str, more: &[&str]) -> String {
    let corpus = root.to_str().unwrap();
    camnang(root, &[&["status", "nd-1-2030", "--as-of", day, "--corpus", corpus], more].concat()).must(0).out
}

#[test]
fn the_plain_form_says_nothing_more() {
    let place = tempfile::tempdir().unwrap();
    write_corpus(place.path(), PLAIN);
    assert!(pages(place.path()).iter().all(|page| !page.contains(SAID)));
    assert!(!status(place.path(), "2030-06-01", &[]).contains(SAID));
}

#[test]
fn the_mark_stands_beside_its_statement_only() {
    let cases = [
        (1, "{name: Người Ký, confidence: second-hand}", "Người Ký (theo nguồn gián tiếp)"),
        (2, "{date: 2030-01-01, confidence: second-hand}", "01/01/2030 (theo nguồn gián tiếp)"),
        (3, "{date: 2030-02-01, confidence: second-hand, source: Báo Ví dụ}", "01/02/2030 (theo nguồn gián tiếp)"),
        (4, "{date: none, confidence: second-hand}", "chưa có (theo nguồn gián tiếp)"),
        (0, "{number: 01/2030/NĐ-CP, confidence: second-hand}", "số, ký hiệu theo nguồn gián tiếp"),
    ];
    for (at, statement, said) in cases {
        let place = tempfile::tempdir().unwrap();
        write_corpus(place.path(), with(at, statement));
        let [table, page, _] = pages(place.path());
        assert!(page.contains(said), "{statement}: {said} is not on the page");
        // The signer is on the page alone.
        assert!(at == 1 || table.contains(said), "{statement}: {said} is not in the table");
        assert_eq!(table.contains("Ngày có hiệu lực: Báo Ví dụ"), at == 3);
        assert!(at == 0 || table.matches(SAID).count() <= 2, "the mark is beside more than its statement");
        assert!(page.contains("đã đọc nguyên văn"), "the record keeps its own level");
    }
}

#[test]
fn a_state_says_how_sure_its_day_is() {
    let place = tempfile::tempdir().unwrap();
    write_corpus(place.path(), with(3, "{date: 2030-02-01, confidence: second-hand}"));
    let root = place.path();
    assert!(status(root, "2030-06-01", &[]).contains("Còn hiệu lực, từ 01/02/2030 (theo nguồn gián tiếp)"));
    assert!(status(root, "2030-01-15", &[]).contains("Chưa có hiệu lực, sẽ có từ 01/02/2030 (theo nguồn gián tiếp)"));
    let rows: Vec<Value> = serde_json::from_str(&status(root, "2030-06-01", &["--format", "json"])).unwrap();
    assert_eq!(rows[0]["confidence"], "second-hand", "a row is no surer than its days");
    let [_, _, own] = pages(root);
    assert!(own.contains("từ 01/02/2030 (theo nguồn gián tiếp)"));
    write_corpus(root, with(4, "{date: 2030-05-01, confidence: second-hand}"));
    assert!(status(root, "2030-06-01", &[]).contains("Hết hiệu lực từ 01/05/2030 (theo nguồn gián tiếp)"));
}

#[test]
fn what_is_unverified_is_unknown() {
    for (at, statement) in
        [(3, "{date: 2030-02-01, confidence: unverified}"), (4, "{date: none, confidence: unverified}")]
    {
        let place = tempfile::tempdir().unwrap();
        write_corpus(place.path(), with(at, statement));
        let rows: Vec<Value> =
            serde_json::from_str(&status(place.path(), "2030-06-01", &["--format", "json"])).unwrap();
        assert_eq!(rows[0]["status"], "unknown", "{statement}");
        assert!(pages(place.path()).iter().all(|page| !page.contains("01/02/2030") || at != 3), "{statement}");
    }
}

/// The corpus with more keys of its excerpt and of its instrument, and what of it is read on a day.
fn write_with(root: &Path, excerpt: &str, instrument: &str, confidence: &str) {
    write_corpus(root, with(4, "none"));
    let change = |path: &str, from: &str, to: &str| {
        let path = root.join(path);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from}");
        fs::write(path, text.replace(from, to)).unwrap();
    };
    change("instruments/nd-1-2030.yaml", "ends-by: own-term\n", instrument);
    let keys = format!("audiences: [b]\n{excerpt}confidence: {confidence}\n");
    change("excerpts/nd-1-2030/dieu-1.md", "audiences: [b]\nconfidence: text-read\n", &keys);
    change("editions/so-tay.yaml", "annexes:\n", "annexes:\n  - {kind: pending, title: Sắp tới}\n");
}

fn status_of_excerpt(root: &Path, day: &str, more: &[&str]) -> String {
    let corpus = root.to_str().unwrap();
    camnang(root, &[&["status", "nd-1-2030.dieu-1", "--as-of", day, "--corpus", corpus], more].concat()).must(0).out
}

#[test]
fn the_days_of_an_excerpt_say_how_sure_they_are() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path();
    let from = "in-force-from: {date: 2030-03-01, confidence: second-hand, source: Báo Ví dụ}\n";
    write_with(root, from, "", "text-read");
    assert!(status_of_excerpt(root, "2030-06-01", &[]).contains("Còn hiệu lực, từ 01/03/2030 (theo nguồn gián tiếp)"));
    assert!(
        status_of_excerpt(root, "2030-02-15", &[])
            .contains("Chưa có hiệu lực, sẽ có từ 01/03/2030 (theo nguồn gián tiếp)")
    );
    let rows: Vec<Value> = serde_json::from_str(&status_of_excerpt(root, "2030-06-01", &["--format", "json"])).unwrap();
    assert_eq!(rows[0]["confidence"], "second-hand", "a row is no surer than its days");
    let [table, page, own] = pages(root);
    assert!(own.contains("từ 01/03/2030 (theo nguồn gián tiếp)") && own.contains("Ngày có hiệu lực: Báo Ví dụ"));
    assert!(own.contains("đã đọc nguyên văn"), "the excerpt keeps its own level");
    assert!(!table.contains(SAID) && !page.contains("01/02/2030 (theo nguồn gián tiếp)"), "it is the excerpt's alone");
    // The other way round: what is said at second hand, with a day that was read.
    write_with(root, "in-force-from: {date: 2030-03-01, confidence: text-read}\n", "", "second-hand");
    let read = "Còn hiệu lực, từ 01/03/2030 (đã đọc nguyên văn trong bản đăng lại)";
    assert!(status_of_excerpt(root, "2030-06-01", &[]).contains(read));
    assert!(pages(root)[2].contains("từ 01/03/2030 (đã đọc nguyên văn trong bản đăng lại)"));
    // As sure as the record: nothing is said.
    write_with(root, "in-force-from: {date: 2030-03-01, confidence: second-hand}\n", "", "second-hand");
    assert!(status_of_excerpt(root, "2030-06-01", &[]).contains("Còn hiệu lực, từ 01/03/2030\n"));
    let until = "in-force-until: {date: 2030-05-01, confidence: second-hand}\nends-by: own-term\n";
    write_with(root, until, "", "text-read");
    assert!(status_of_excerpt(root, "2030-06-01", &[]).contains("Hết hiệu lực từ 01/05/2030 (theo nguồn gián tiếp)"));
    write_with(root, &until.replace("2030-05-01", "2030-07-01"), "", "text-read");
    assert!(
        built(root, "sap-thay-doi.html").contains("01/07/2030 (theo nguồn gián tiếp)"),
        "the annex of what is to come"
    );
    for key in ["in-force-from", "in-force-until"] {
        write_with(root, &format!("{key}: {{date: 2030-03-01, confidence: unverified}}\n"), "", "text-read");
        let rows: Vec<Value> =
            serde_json::from_str(&status_of_excerpt(root, "2030-06-01", &["--format", "json"])).unwrap();
        assert_eq!(rows[0]["status"], "unknown", "{key}");
    }
    // When it was put in decides which days of knowledge have it.
    write_with(root, "issued: {date: 2030-04-01, confidence: second-hand, source: Báo Ví dụ}\n", "", "text-read");
    assert!(pages(root)[2].contains("Ngày ban hành: Báo Ví dụ"));
    assert!(status_of_excerpt(root, "2030-03-15", &["--known-on", "2030-03-15"]).contains("Chưa có hiệu lực"));
    write_with(root, "issued: {date: 2030-04-01, confidence: unverified}\n", "", "text-read");
    assert!(status_of_excerpt(root, "2030-06-01", &["--known-on", "2030-03-15"]).contains("Chưa rõ hiệu lực"));
}

/// An act on the excerpt by an instrument without a record.
fn act(kind: &str, on: &str) -> String {
    format!(
        "amended-by:\n  - {{type: {kind}, number: 9/2030/NĐ-CP, issued: 2030-02-10, at: Điều 3, units: [Điều 1], on: {on}}}\n"
    )
}

#[test]
fn the_day_of_an_act_says_how_sure_it_is() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path();
    let on = "{date: 2030-04-01, confidence: second-hand, source: Báo Ví dụ}";
    write_with(root, "", &act("partly-repeals", on), "text-read");
    let ended = status_of_excerpt(root, "2030-04-01", &[]);
    assert!(ended.contains("Hết hiệu lực từ 01/04/2030 (theo nguồn gián tiếp)"), "{ended}");
    assert!(
        ended.contains("bãi bỏ bởi Nghị định số 09/2030/NĐ-CP\n"),
        "the act itself is as sure as the record: {ended}"
    );
    for day in ["2030-03-01", "2030-04-01"] {
        let rows: Vec<Value> = serde_json::from_str(&status_of_excerpt(root, day, &["--format", "json"])).unwrap();
        assert_eq!((&rows[0]["until"], &rows[0]["confidence"]), (&"2030-04-01".into(), &"second-hand".into()), "{day}");
    }
    let timeline = camnang(root, &["timeline", "--corpus", root.to_str().unwrap(), "--format", "json"]).must(0).out;
    let events: Vec<Value> = serde_json::from_str(&timeline).unwrap();
    let event = events.iter().find(|it| it["date"] == "2030-04-01").unwrap();
    assert_eq!(event["confidence"], "second-hand", "{event}");
    assert!(pages(root)[0].contains("Ngày tác động, Nghị định số 09/2030/NĐ-CP: Báo Ví dụ"));
    write_with(root, "", &act("amends", on), "text-read");
    assert!(pages(root)[2].contains("(Điều 3), từ 01/04/2030 (theo nguồn gián tiếp)"), "what has amended it");
    write_with(root, "", &act("partly-repeals", &on.replace("2030-04", "2030-07")), "text-read");
    assert!(
        built(root, "sap-thay-doi.html").contains("01/07/2030 (theo nguồn gián tiếp)"),
        "the annex of what is to come"
    );
    write_with(root, "", &act("partly-repeals", "{date: 2030-04-01, confidence: unverified}"), "text-read");
    let unknown = status_of_excerpt(root, "2030-06-01", &[]);
    assert!(unknown.contains("Chưa rõ hiệu lực") && !unknown.contains("01/04/2030"), "{unknown}");
}
