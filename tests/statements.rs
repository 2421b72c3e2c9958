//! How sure one statement of a record is stands beside that statement only, in the table, on the page and in the status.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

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

/// The table of instruments, the page of the instrument and the chapter.
fn pages(root: &Path) -> [String; 3] {
    let built = tempfile::tempdir().unwrap();
    let (corpus, out) = (root.to_str().unwrap(), built.path().to_str().unwrap());
    camnang(root, &["build", "--corpus", corpus, "--output", out, "--only", "html"]).must(0);
    let html = built.path().join("so-tay/html");
    ["van-ban.html", "vb/nd-1-2030.html", "tat-ca.html"].map(|page| fs::read_to_string(html.join(page)).unwrap())
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
    let [_, _, chapter] = pages(root);
    assert!(chapter.contains("từ 01/02/2030 (theo nguồn gián tiếp)"));
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
