//! `camnang gather`: what originals and received files say of something, and drafts of what is not in the corpus yet.

use crate::support::program;

use std::path::Path;

use program::{Ran, camnang, put, text, tree};

const LAW: &str = "CHÍNH PHỦ
Số: 01/2030/NĐ-CP
Hà Nội, ngày 01 tháng 01 năm 2030
NGHỊ ĐỊNH
Về một ví dụ
Điều 1. Mua sắm
1. Cơ quan mua thiết bị mới thì phải mua loại có IPv6.
2. Cơ quan phải:
a) Lập sổ máy;
b) Giữ sổ.
Điều 2. Địa chỉ Internet
1. Cơ quan giữ sổ.
2. Địa chỉ IP phiên bản 6 được cấp miễn phí.
Điều 3. Báo cáo
Cơ quan báo cáo hằng năm về việc dùng IPv6.
Nơi nhận:
- Lưu: VT.
";

/// A small valid corpus with an invented law beside it, which is not imported.
fn office() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base");
    program::copy(&base, &place.path().join("corpus"));
    put(
        &place.path().join("corpus/glossary.yaml"),
        "terms:\n  - term: IPv6\n    also: [IP phiên bản 6]\n    definition: Một giao thức.\n    source: Ví dụ\n",
    );
    put(&place.path().join("nhận về/luật.txt"), LAW);
    place
}

fn import(place: &Path) {
    camnang(place, &["import", "nhận về/luật.txt", "--instrument", "nd-1-2030"]).must(0);
}

fn gather(place: &Path, more: &[&str]) -> Ran {
    camnang(place, &[&["gather", "ipv6", "dia chi internet"], more].concat())
}

const LIST: &str = "  [1] khoản 1 Điều 1: 1. Cơ quan mua thiết bị mới thì phải mua loại có IPv6.
      nd-1-2030.dieu-1  (in trong: so-tay)
  [2] Điều 2: Điều 2. Địa chỉ Internet
      chưa có trích dẫn
  [3] khoản 2 Điều 2: 2. Địa chỉ IP phiên bản 6 được cấp miễn phí.
      chưa có trích dẫn
  [4] Điều 3: Cơ quan báo cáo hằng năm về việc dùng IPv6.
      chưa có trích dẫn
4 điều khoản, 3 chưa có trích dẫn
";

#[test]
fn originals_are_listed_with_excerpts_and_editions() {
    let office = office();
    let place = office.path();
    assert_eq!(gather(place, &[]).must(0).out, "0 điều khoản, 0 chưa có trích dẫn\n");
    import(place);
    let said = gather(place, &["--in", "originals"]).must(0).out;
    assert_eq!(
        said,
        format!(
            "Nghị định số 01/2030/NĐ-CP · nd-1-2030\n{LIST}Tạo bản nháp theo số trong danh sách: camnang gather ipv6 \"dia chi internet\" --new 1,3\nThêm --verbatim để chép nguyên văn; --new all là mọi điều khoản chưa có trích dẫn.\n"
        )
    );
    let english = gather(place, &["--lang", "en"]).must(0).out;
    assert!(english.contains("no excerpt\n") && english.contains("(in: so-tay)"), "{english}");
}

/// Of several copies of an original, a unit is listed as the one has it that quotations are taken from.
#[test]
fn a_unit_of_several_copies_is_listed_once() {
    let office = office();
    let place = office.path();
    import(place);
    // A more official copy, in which one unit has other words and one is missing.
    let gazette = LAW.replace("2. Địa chỉ IP phiên bản 6 được cấp miễn phí.\n", "").replace("có IPv6.", "có IPv4.");
    put(&place.join("công báo.txt"), gazette.as_str());
    camnang(place, &["import", "công báo.txt", "--instrument", "nd-1-2030", "--kind", "gazette"]).must(0);
    let said = gather(place, &[]).must(0).out;
    let places: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("  [")?.split(": ").next()).collect();
    assert_eq!(places, ["1] Điều 2", "2] Điều 3", "3] khoản 2 Điều 2"], "{said}");
}

/// A file that nobody has imported is searched too; its number says whose excerpts its provisions have.
#[test]
fn a_received_file_is_searched_before_it_is_imported() {
    let office = office();
    let place = office.path();
    let said = gather(place, &["--in", "nhận về/luật.txt"]).must(0).out;
    assert_eq!(said, format!("Nghị định số 01/2030/NĐ-CP · nd-1-2030 · nhận về/luật.txt\n{LIST}"));
    put(&place.join("khác.html"), "<p>Số: 9/2031/NĐ-CP</p><p>NGHỊ ĐỊNH</p><p>Điều 1. Máy</p><p>1. Máy có IPv6.</p>");
    put(&place.join("nháp.md"), "Điều 1. Máy\n\n1. Máy có IPv6.\n");
    let several = gather(place, &["--in", "khác.html", "nháp.md", "originals"]).must(0).out;
    assert!(several.contains("9/2031/NĐ-CP · khác.html\n") && several.contains("nháp.md · nháp.md\n"), "{several}");
    assert!(several.ends_with("2 điều khoản, 2 chưa có trích dẫn\n"), "{several}");
    let before = tree(place);
    let refused = gather(place, &["--in", "nhận về/luật.txt", "--new", "3"]).must(2).err;
    assert!(refused.contains("camnang import \"nhận về/luật.txt\" --instrument nd-1-2030"), "{refused}");
    let refused = gather(place, &["--in", "không có.docx"]).must(2).err;
    assert!(refused.contains("không có.docx"), "{refused}");
    put(&place.join("hỏng.docx"), "không phải Word");
    let refused = gather(place, &["--in", "hỏng.docx"]).must(2).err;
    assert!(refused.contains("chưa đọc được `hỏng.docx`"), "{refused}");
    std::fs::remove_file(place.join("hỏng.docx")).unwrap();
    program::assert_same(&before, &tree(place), "nothing is written");
}

#[test]
fn drafts_are_made_of_those_picked() {
    let office = office();
    let place = office.path();
    import(place);
    let made = gather(place, &["--new", "3-4"]).must(0).out;
    assert!(made.starts_with("đã tạo corpus/excerpts/nd-1-2030/dieu-2.khoan-2.md\nđã tạo "), "{made}");
    let draft = text(&place.join("corpus/excerpts/nd-1-2030/dieu-2.khoan-2.md"));
    assert!(draft.contains("\nwording: summary\n") && draft.contains("\nread: "), "{draft}");
    assert!(draft.contains("\n# 2. Địa chỉ IP phiên bản 6 được cấp miễn phí.\n"), "{draft}");
    assert!(!camnang(place, &["check"]).out.contains("lỗi CN"));
    // The numbers stay, and say what has an excerpt now.
    let said = gather(place, &[]).must(0).out;
    assert!(said.contains("  [3] khoản 2 Điều 2: ") && said.contains("(không ấn bản nào in)"), "{said}");
    assert!(said.contains("nd-1-2030.dieu-2.khoan-2 (một phần)"), "{said}");
    let verbatim = gather(place, &["--new", "2", "--verbatim", "--topic", "dao-tao", "--audience", "co-quan"]);
    verbatim.must(0);
    let draft = text(&place.join("corpus/excerpts/nd-1-2030/dieu-2.md"));
    assert!(draft.contains("\nwording: verbatim\n") && draft.contains("\ntopics: [dao-tao]\n"), "{draft}");
    assert!(!camnang(place, &["check"]).out.contains("lỗi CN"));
    let done = gather(place, &["--new", "all"]).must(2).err;
    assert!(done.contains("không có điều khoản nào để tạo bản nháp"), "{done}");
}

/// An excerpt of the paragraph that has the words is enough; one of another paragraph is not.
#[test]
fn an_excerpt_of_the_words_themselves_counts() {
    let office = office();
    let place = office.path();
    import(place);
    let draft = |at: &str| {
        camnang(place, &["new", "excerpt", "--instrument", "nd-1-2030", "--summary", "--at", at]).must(0);
    };
    draft("đoạn thứ nhất Điều 3");
    let said = gather(place, &[]).must(0).out;
    let line = "  [4] Điều 3: Cơ quan báo cáo hằng năm về việc dùng IPv6.\n      nd-1-2030.dieu-3.doan-1 (một phần)  (không ấn bản nào in)\n4 điều";
    assert!(said.contains(line), "{said}");
    draft("khoản 1 Điều 2");
    let said = gather(place, &[]).must(0).out;
    assert!(
        said.contains("dieu-2.khoan-1 (một phần)  (không ấn bản nào in)\n      phần còn lại chưa có trích dẫn"),
        "{said}"
    );
}

/// Where one draft is refused none is made, and nothing that is there is overwritten.
#[test]
fn drafts_are_made_all_or_none() {
    let office = office();
    let place = office.path();
    import(place);
    put(&place.join("corpus/excerpts/nd-1-2030/dieu-2.khoan-2.md"), "của tôi");
    let before = tree(&place.join("corpus"));
    for (numbers, words) in [
        ("2-4", "đã có; không đè lên"),
        ("2,9", "danh sách không có số 9; số lớn nhất là 4"),
        ("0", "--new"),
        ("4-2", "--new"),
        ("một", "--new"),
        ("", "--new"),
    ] {
        let refused = gather(place, &["--new", numbers]).must(2).err;
        assert!(refused.contains(words), "{numbers}: {refused}");
    }
    gather(place, &["--new", "2", "--topic", "khong-co"]).must(2);
    gather(place, &["--verbatim"]).must(2);
    program::assert_same(&before, &tree(&place.join("corpus")), "nothing is written");
    std::fs::remove_file(place.join("corpus/excerpts/nd-1-2030/dieu-2.khoan-2.md")).unwrap();
    gather(place, &["--new", "all,2"]).must(0);
    assert_eq!(tree(&place.join("corpus/excerpts")).len(), 4);
}
