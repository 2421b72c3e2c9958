//! `camnang original` prints the units of a stored original, and `camnang new excerpt` makes drafts of them that pass the
//! check once somebody has said where they are from.

use crate::support::program;

use std::path::Path;

use program::{camnang, put, text};

const LAW: &str = "NGHỊ ĐỊNH
Chương I
QUY ĐỊNH CHUNG
Điều 1. Mua sắm
1. Cơ quan không được mua thiết bị cũ, trừ trường hợp khẩn cấp.
2. Cơ quan phải:
a) Lập sổ *máy*;
c) Giữ sổ.
Điều 2. Báo cáo
Cơ quan báo cáo hằng năm.
PHỤ LỤC I
DANH MỤC MÁY
| STT | Máy |
| 1 | Máy một |
| 1.1 | Máy hai |
";

/// A small valid corpus with an original, invented.
fn small() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base");
    program::copy(&base, &place.path().join("corpus"));
    put(&place.path().join("corpus/originals/nd-1-2030/nd-1-2030.text.txt"), LAW);
    place
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
            "      điểm c: Giữ sổ.",
            "  Điều 2: Báo cáo",
            "    đoạn thứ nhất: Cơ quan báo cáo hằng năm.",
            "Phụ lục I: DANH MỤC MÁY",
            "  mục 1: Máy một",
            "    mục 1.1: Máy hai",
            "lưu ý: dòng 8: thiếu điểm b trước điểm c",
        ]
    );
    let unit = camnang(small.path(), &["original", "nd-1-2030", "--at", "khoản 2 Điều 1"]).must(0).out;
    assert!(unit.ends_with("2. Cơ quan phải:\na) Lập sổ *máy*;\nc) Giữ sổ.\n"), "{unit}");
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
    put(&place.join("corpus/originals/nd-1-2030/nd-1-2030.text.txt"), LAW.replace("Lập sổ", "Bỏ sổ"));
    let stale = camnang(place, &["check"]).out;
    assert!(stale.contains("CN930") && stale.contains("camnang original nd-1-2030 --at"), "{stale}");
}

#[test]
fn provisions_that_speak_of_something_are_gathered() {
    let small = small();
    let said = camnang(small.path(), &["gather", "thiet bi cu", "báo cáo"]).must(0).out;
    assert!(said.contains("  khoản 1 Điều 1: 1. Cơ quan không được mua"), "{said}");
    assert!(said.contains("  Điều 2: Điều 2. Báo cáo\n") && said.contains("chưa có trích dẫn"), "{said}");
    assert!(said.ends_with("chưa có trích dẫn\n"), "{said}");
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
    put(&place.join("corpus/originals/nd-2-2031/nd-2-2031.text.txt"), later);
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
