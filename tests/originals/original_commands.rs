//! `camnang original` prints the units of a stored original, and `camnang new excerpt` makes drafts of them that pass the
//! check once somebody has said where they are from.

use crate::support::program;

use std::fs;
use std::path::Path;

use camnang::internals::hash::sha256;
use program::{camnang, put, text};

const LAW: &str = "NGHỊ ĐỊNH
Chương I
QUY ĐỊNH CHUNG
Điều 1. Mua sắm
1. Cơ quan không được mua thiết bị cũ, trừ trường hợp khẩn cấp.
2. Cơ quan phải:
a) Lập sổ *máy*;
b) Giữ sổ.
Điều 2. Báo cáo
Cơ quan báo cáo hằng năm.
PHỤ LỤC I
DANH MỤC MÁY
| STT | Máy |
| 1 | Máy một |
| 1.1 | Máy hai |
| 1.3 | Máy ba |
";

/// A small valid corpus with an original, invented.
fn small() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base");
    program::copy(&base, &place.path().join("corpus"));
    import(place.path(), "nd-1-2030", LAW);
    place
}

/// Imports a text as an original of an instrument, from the page `<id>.html`.
fn import(place: &Path, id: &str, law: &str) {
    let file = format!("{id}.html");
    put(&place.join(&file), page(law));
    let import = ["import", &file, "--instrument", id, "--kind", "gazette", "--source", "Công báo", "--received"];
    camnang(place, &[&import[..], &["2030-03-01"]].concat()).must(0);
}

#[test]
fn the_tree_and_a_unit_are_printed() {
    let small = small();
    let said = camnang(small.path(), &["original", "nd-1-2030"]).must(0).out;
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines,
        [
            "Chương I: QUY ĐỊNH CHUNG",
            "  Điều 1: Mua sắm",
            "    khoản 1: Cơ quan không được mua thiết bị cũ, trừ trường hợp khẩn cấp.",
            "    khoản 2: Cơ quan phải:",
            "      điểm a: Lập sổ *máy*;",
            "      điểm b: Giữ sổ.",
            "  Điều 2: Báo cáo",
            "    đoạn thứ nhất: Cơ quan báo cáo hằng năm.",
            "Phụ lục I: DANH MỤC MÁY",
            "  mục 1: Máy một",
            "    mục 1.1: Máy hai",
            "    mục 1.3: Máy ba",
            "lưu ý: dòng 16: thiếu mục 1.2 trước mục 1.3",
        ]
    );
    let unit = camnang(small.path(), &["original", "nd-1-2030", "--at", "khoản 2 Điều 1"]).must(0).out;
    assert!(unit.ends_with("2. Cơ quan phải:\na) Lập sổ *máy*;\nb) Giữ sổ.\n"), "{unit}");
    let row = camnang(small.path(), &["original", "nd-1-2030", "--at", "mục 1.1 Phụ lục I"]).must(0).out;
    assert!(row.ends_with("1.1 Máy hai\n"), "{row}");
    let none = camnang(small.path(), &["original", "nd-1-2030", "--at", "khoản 9 Điều 1"]).must(2);
    assert!(none.err.contains("không có khoản 9 Điều 1"), "{}", none.err);
}

#[test]
fn verbatim_drafts_are_right_quotations() {
    let small = small();
    let place = small.path();
    let command = [
        "new",
        "excerpt",
        "--instrument",
        "nd-1-2030",
        "--verbatim",
        "--at",
        "Điều 2",
        "--at",
        "khoản 2 Điều 1",
        "--at",
        "Phụ lục I",
    ];
    camnang(place, &command).must(0);
    let draft = text(&place.join("corpus/excerpts/nd-1-2030/dieu-1.khoan-2.md"));
    assert!(draft.contains("\nwording: verbatim\n") && draft.contains("\ntitle: Mua sắm\n"), "{draft}");
    assert!(draft.contains("a) Lập sổ \\*máy\\*;"), "{draft}");
    let checked = camnang(place, &["check"]);
    for code in ["CN411", "CN413", "CN414", "CN92", "CN93"] {
        assert!(!checked.out.contains(code), "{}", checked.out);
    }
    // An item is nothing without the words that introduce it; they are marked as those around it.
    camnang(place, &["new", "excerpt", "--instrument", "nd-1-2030", "--verbatim", "--at", "điểm b khoản 2 Điều 1"])
        .must(0);
    camnang(place, &["new", "excerpt", "--instrument", "nd-1-2030", "--verbatim", "--at", "điểm a khoản 2 Điều 1"])
        .must(0);
    let item = text(&place.join("corpus/excerpts/nd-1-2030/dieu-1.khoan-2.diem-b.md"));
    assert!(item.ends_with("---\n> 2. Cơ quan phải:\n\nb) Giữ sổ.\n"), "{item}");
    assert!(
        codes(place).iter().all(|code| !["CN212", "CN414", "CN926"].contains(&code.as_str())),
        "{:?}",
        codes(place)
    );
    // A second run writes none of several, since one is there.
    let again =
        ["new", "excerpt", "--instrument", "nd-1-2030", "--verbatim", "--at", "khoản 1 Điều 1", "--at", "Điều 2"];
    camnang(place, &again).must(2);
    assert!(!place.join("corpus/excerpts/nd-1-2030/dieu-1.khoan-1.md").exists());
}

#[test]
fn a_summary_records_what_it_was_read_against() {
    let small = small();
    let place = small.path();
    camnang(place, &["new", "excerpt", "--instrument", "nd-1-2030", "--summary", "--at", "điểm a khoản 2 Điều 1"])
        .must(0);
    let draft = text(&place.join("corpus/excerpts/nd-1-2030/dieu-1.khoan-2.diem-a.md"));
    assert!(draft.contains("\nread: ") && draft.contains("\n# a) Lập sổ *máy*;\n"), "{draft}");
    assert!(!camnang(place, &["check"]).out.contains("CN930"));
    fs::remove_dir_all(place.join("corpus/originals/nd-1-2030")).unwrap();
    import(place, "nd-1-2030", &LAW.replace("Lập sổ", "Bỏ sổ"));
    let stale = camnang(place, &["check"]).out;
    assert!(stale.contains("CN930") && stale.contains("camnang original nd-1-2030 --at"), "{stale}");
}

#[test]
fn provisions_that_speak_of_something_are_gathered() {
    let small = small();
    let said = camnang(small.path(), &["gather", "thiet bi cu", "báo cáo"]).must(0).out;
    assert!(said.contains("  [1] khoản 1 Điều 1: 1. Cơ quan không được mua"), "{said}");
    assert!(said.contains("  [2] Điều 2: Điều 2. Báo cáo\n") && said.contains("chưa có trích dẫn"), "{said}");
    assert!(said.contains("2 điều khoản, 1 chưa có trích dẫn\n"), "{said}");
    assert!(camnang(small.path(), &["gather", "tàu bay"]).must(0).out.starts_with("0 điều khoản"), "{said}");
}

#[test]
fn two_originals_are_compared_article_by_article() {
    let small = small();
    let place = small.path();
    let record = text(&place.join("corpus/instruments/nd-1-2030.yaml"));
    put(
        &place.join("corpus/instruments/nd-2-2031.yaml"),
        record.replace("nd-1-2030", "nd-2-2031").replace("01/2030", "02/2031"),
    );
    let later = "Điều 1. Báo cáo\nCơ quan báo cáo hằng năm.\nĐiều 2. Xe\nXe có bánh.\n";
    import(place, "nd-2-2031", later);
    let said = camnang(place, &["diff", "--originals", "nd-1-2030", "nd-2-2031"]).must(0).out;
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines,
        [
            "= Điều 2. Báo cáo → Điều 1. Báo cáo",
            "+ Điều 2. Xe (mới)",
            "- Điều 1. Mua sắm (không còn)",
            "3 điều khác nhau"
        ]
    );
    camnang(place, &["diff", "--originals", "nd-1-2030"]).must(2);
}

/// A page with a paragraph for each line, and a table of the lines that are rows.
fn page(law: &str) -> String {
    let cell = |words: &str| format!("<td>{}</td>", words.trim());
    let lines = law.lines().map(|line| match line.strip_prefix('|') {
        Some(row) => format!("<tr>{}</tr>\n", row.trim_end_matches('|').split('|').map(cell).collect::<String>()),
        None => format!("<p>{line}</p>\n"),
    });
    let lines: String = lines.collect();
    let lines = lines.replacen("<tr>", "<table>\n<tr>", 1);
    let end = if lines.contains("<table>") { "</table>" } else { "" };
    format!("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n{lines}{end}</body></html>\n")
}

const EXCERPT: &str = "---
id: nd-1-2030.dieu-2
instrument: nd-1-2030
at: Điều 2
wording: verbatim
topics: [mua-sam]
audiences: [co-quan]
confidence: text-read
checked-on: 2030-03-01
sources:
  - Văn bản ví dụ
---
Cơ quan báo cáo hằng năm.
";

/// How somebody breaks the chain in `originals/nd-1-2030/`, and the codes that say so.
type Break = (&'static str, fn(&Path), &'static [&'static str]);

fn change(path: &Path, from: &str, to: &str) {
    let now = text(path);
    assert!(now.contains(from), "{from}: {now}");
    put(path, now.replace(from, to));
}

const RECORD: &str = "nd-1-2030.html.yaml";
const TEXT: &str = "nd-1-2030.html.text.txt";

const BREAKS: [Break; 11] = [
    ("nothing", |_| {}, &[]),
    ("the text is edited", |own| change(&own.join(TEXT), "hằng năm", "hằng tháng"), &["CN903"]),
    ("the text is gone", |own| fs::remove_file(own.join(TEXT)).unwrap(), &["CN902"]),
    ("the file is edited", |own| change(&own.join("nd-1-2030.html"), "hằng năm", "hằng tháng"), &["CN901"]),
    ("the file is gone", |own| fs::remove_file(own.join("nd-1-2030.html")).unwrap(), &["CN900"]),
    ("the record is gone", |own| fs::remove_file(own.join(RECORD)).unwrap(), &["CN411", "CN905", "CN907"]),
    ("only a text was typed", typed, &["CN411", "CN907"]),
    ("a text was typed beside the others", |own| put(&own.join("them.text.txt"), LAW), &["CN907"]),
    ("the record names another text", |own| change(&own.join(RECORD), "html.text.txt", "text.txt"), &["CN910"]),
    ("the record cannot be read", |own| change(&own.join(RECORD), "kind: gazette", "kind: cong-bao"), &["CN114"]),
    (
        "the record says another file",
        |own| change(&own.join(RECORD), "\"nd-1-2030.html\"", "\"x.html\""),
        &["CN115", "CN900", "CN910"],
    ),
];

fn typed(own: &Path) {
    fs::remove_dir_all(own).unwrap();
    put(&own.join("nd-1-2030.text.txt"), LAW);
}

/// The codes of errors and warnings that a check reports.
fn codes(place: &Path) -> Vec<String> {
    let said = camnang(place, &["check", "--lang", "en"]).out;
    let codes =
        said.lines().filter_map(|line| line.split([' ', ':']).find(|word| word.len() == 5 && word.starts_with("CN")));
    let mut codes: Vec<String> = codes.filter(|code| !code.is_empty()).map(str::to_owned).collect();
    codes.sort();
    codes.dedup();
    codes
}

#[test]
fn a_text_is_believed_only_with_its_whole_chain() {
    for (name, breaks, expected) in BREAKS {
        let small = small();
        let place = small.path();
        put(&place.join("corpus/excerpts/nd-1-2030/dieu-2.md"), EXCERPT);
        breaks(&place.join("corpus/originals/nd-1-2030"));
        assert_eq!(codes(place), expected, "{name}");
    }
}

/// Who edits the text and the hash in its record is found when the received file is read again.
#[test]
fn a_text_with_a_new_hash_is_found_by_reading_the_file_again() {
    let small = small();
    let place = small.path();
    let own = place.join("corpus/originals/nd-1-2030");
    let before = sha256(text(&own.join(TEXT)).as_bytes());
    change(&own.join(TEXT), "hằng năm", "hằng tháng");
    let after = sha256(text(&own.join(TEXT)).as_bytes());
    let record =
        text(&own.join(RECORD)).replace(&format!("text-sha256: \"{before}\""), &format!("text-sha256: \"{after}\""));
    put(&own.join(RECORD), record);
    assert_eq!(codes(place), [""; 0]);
    let said = camnang(place, &["check", "--originals", "--lang", "en"]).must(1).out;
    assert!(said.contains("error CN912") && said.contains("stored «Cơ quan báo cáo hằng tháng.»"), "{said}");
}

/// A second copy changes nothing where it has the same words; where it differs the more official one is quoted, and it is said.
#[test]
fn the_most_official_copy_is_quoted() {
    let small = small();
    let place = small.path();
    put(&place.join("corpus/excerpts/nd-1-2030/dieu-2.md"), EXCERPT);
    let copy = |name: &str, kind: &str, law: &str| {
        put(&place.join(name), law);
        camnang(place, &["import", name, "--instrument", "nd-1-2030", "--kind", kind]).must(0);
    };
    copy("cung-loi.txt", "gazette", LAW);
    assert_eq!(codes(place), [""; 0]);
    copy("khac-loi.txt", "portal", &LAW.replace("hằng năm", "hằng tháng"));
    assert_eq!(codes(place), ["CN908"]);
    assert!(camnang(place, &["original", "nd-1-2030", "--at", "Điều 2"]).must(0).out.contains("hằng năm"));
    // Nothing is imported that would leave it open which copy is quoted.
    put(&place.join("khac-loi-nua.txt"), LAW.replace("hằng năm", "hằng quý"));
    let third = ["import", "khac-loi-nua.txt", "--instrument", "nd-1-2030", "--kind", "gazette"];
    let said = camnang(place, &third).must(2).err;
    assert!(said.contains("CN909") && !place.join("corpus/originals/nd-1-2030/khac-loi-nua.txt").exists(), "{said}");
}
