//! `camnang new edition` and `new guidance`: what they write passes the check, an edition that is like another one is that one's
//! file but for what is its own, and every refusal says what to write instead.

use crate::support::program;

use std::fs;
use std::path::Path;

use program::{assert_same, camnang, office, put, text, tree};

const LANGUAGES: [&str; 2] = ["vi", "en"];

/// A small valid corpus, invented.
fn small() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base");
    program::copy(&base, &place.path().join("corpus"));
    place
}

fn edition(place: &Path, id: &str) -> String {
    text(&place.join(format!("corpus/editions/{id}.yaml")))
}

/// The lines of `a` that are not in `b`.
fn lines_without(a: &str, b: &str) -> Vec<String> {
    a.lines().filter(|line| !b.lines().any(|other| other == *line)).map(str::to_owned).collect()
}

/// The real corpus: next year's edition is this year's file, with another day; the day is changed in words too.
#[test]
fn an_edition_like_another_one_differs_in_what_is_its_own() {
    let office = office();
    let place = office.path();
    let said = camnang(place, &["new", "edition", "ipv6-2027", "--like", "ipv6", "--as-of", "2027-11-23"]).must(0);
    let (old, new) = (edition(place, "ipv6"), edition(place, "ipv6-2027"));
    assert_eq!(old.lines().count(), new.lines().count());
    let own = lines_without(&new, &old);
    assert_eq!(own[0], "id: ipv6-2027");
    assert!(own.contains(&"as-of: 2027-11-23".to_owned()) && own.contains(&"previous: ipv6".to_owned()), "{own:?}");
    assert!(own.iter().any(|line| line.contains("23/11/2027")), "{own:?}");
    assert!(own.len() <= 6, "{own:?}");
    assert!(said.out.contains("editions/ipv6-2027.yaml") && said.out.contains("cach-dung"), "{}", said.out);
    assert!(said.out.contains("camnang serve ipv6-2027"), "{}", said.out);
    camnang(place, &["check"]).must(0);
    camnang(place, &["build", "ipv6-2027", "--only", "html"]).must(0);
}

/// Remarks, quotes, order and braces are their editor's; what is replaced is only a value.
#[test]
fn the_other_file_is_kept_byte_for_byte() {
    let small = small();
    let place = small.path();
    let file = place.join("corpus/editions/so-tay.yaml");
    let rest = "# một lời nhắn, tính đến 01/06/2030\nparts:\n  -   title: 'Phần'   # nhắn\n      chapters: [{id: mua-sam, title: \"Mua sắm\", \
                select: {topics: [mua-sam]}}]\n";
    for (head, more, new_head) in [
        (
            "label: \"Bản 7\" # nhãn\nid: 'so-tay'\ntitle: Sổ tay\nissuer:\n  name: Nhóm\ndescription: >-\n  Tính đến\n  ngày 01 tháng 6 năm 2030.\nas-of: 2030-06-01 # ngày\n",
            &[][..],
            "label: \"Bản thảo 1\" # nhãn\nid: 'moi'\ntitle: Sổ tay\nissuer:\n  name: Nhóm\ndescription: >-\n  Tính đến\n  ngày 02 tháng 7 năm 2031.\nas-of: 2031-07-02 # ngày\nprevious: so-tay\n",
        ),
        (
            "id: so-tay\nas-of: 2030-06-01\ntitle: Sổ tay\ndescription: Vào 2030-06-01.\nissuer: {name: Nhóm}\n",
            &["--title", "Tên: khác", "--issuer", "Sở A, \"B\""],
            "id: moi\nas-of: 2031-07-02\nprevious: so-tay\ntitle: \"Tên: khác\"\ndescription: Vào 2031-07-02.\nissuer: {name: \"Sở A, \\\"B\\\"\"}\n",
        ),
    ] {
        for line_end in ["\n", "\r\n"] {
            let stored = |text: String| text.replace('\n', line_end);
            put(&file, stored(format!("{head}{rest}")));
            let command = ["new", "edition", "moi", "--like", "so-tay", "--as-of", "2031-07-02"];
            let said = camnang(place, &[&command, more].concat()).must(0);
            let made = place.join("corpus/editions/moi.yaml");
            assert_eq!(text(&made), stored(format!("{new_head}{rest}")));
            let line = 1 + new_head.lines().count();
            assert!(said.out.contains(&format!("dòng {line}\n")), "{}", said.out);
            camnang(place, &["check"]).must(0);
            fs::remove_file(made).unwrap();
        }
    }
}

/// The edition before is the one of an earlier day: the other one, the one before it, or none.
#[test]
fn the_edition_before_is_an_earlier_one() {
    let small = small();
    let place = small.path();
    let of = |id: &str| {
        let line = edition(place, id).lines().find_map(|line| line.strip_prefix("previous: ").map(str::to_owned));
        line.unwrap_or_default()
    };
    camnang(place, &["new", "edition", "b", "--like", "so-tay", "--as-of", "2032-01-01"]).must(0);
    camnang(place, &["new", "edition", "c", "--like", "b", "--as-of", "2034-01-01"]).must(0);
    camnang(place, &["new", "edition", "d", "--like", "c", "--as-of", "2033-01-01"]).must(0);
    camnang(place, &["new", "edition", "e", "--like", "b", "--as-of", "2029-01-01"]).must(0);
    camnang(place, &["new", "edition", "f", "--like", "c", "--as-of", "2035-01-01", "--previous", "so-tay"]).must(0);
    camnang(place, &["new", "edition", "g", "--title", "G", "--as-of", "2036-01-01", "--previous", "f"]).must(0);
    assert_eq!(["b", "c", "d", "e", "f", "g"].map(of), ["so-tay", "b", "b", "", "so-tay", "f"]);
    assert!(edition(place, "g").contains("kind: changes"));
    camnang(place, &["check"]).must(0);
}

/// Without another one, there is a chapter for each topic that has something to print.
#[test]
fn an_edition_like_no_other_has_chapters_of_the_topics() {
    for lang in LANGUAGES {
        let office = office();
        let place = office.path();
        camnang(place, &["new", "edition", "moi", "--title", "Ấn bản mới", "--as-of", "2026-11-23", "--lang", lang])
            .must(0);
        let new = edition(place, "moi");
        for topic in ["mua-sam", "cong-thong-tin", "xu-phat"] {
            assert!(new.contains(&format!("- id: {topic}\n")), "{topic}:\n{new}");
        }
        // The corpus' settings name no issuer; the latest edition does.
        assert!(new.contains("issuer:\n  name: Nhóm biên soạn"), "{new}");
        assert!(new.contains("audiences") && new.contains("co-quan-nha-nuoc, co-quan-trung-uong"), "{new}");
        camnang(place, &["check"]).must(0);
        camnang(place, &["build", "moi", "--only", "html"]).must(0);
    }
}

/// The page of a chapter is named by its id, and some names are taken.
#[test]
fn a_topic_that_is_called_as_a_page_makes_a_chapter_too() {
    let small = small();
    let place = small.path();
    let vocabulary = place.join("corpus/vocabulary.yaml");
    put(&vocabulary, text(&vocabulary).replace("id: dao-tao, name: Đào tạo", "id: index, name: \"A: b\""));
    let clause = place.join("corpus/excerpts/nd-1-2030/dieu-1.md");
    put(&clause, text(&clause).replace("topics: [", "topics: [index, "));
    camnang(place, &["new", "edition", "moi", "--title", "T", "--as-of", "2030-06-01"]).must(0);
    let new = edition(place, "moi");
    assert!(new.contains("- id: chuong-index\n        title: \"A: b\"\n"), "{new}");
    camnang(place, &["check"]).must(0);
}

/// A text of guidance passes the check, which says what is left to do until it is written, named and dated.
#[test]
fn guidance_from_draft_to_print() {
    for lang in LANGUAGES {
        let small = small();
        let place = small.path();
        let title = "Lời dẫn: mua sắm";
        let said = camnang(place, &["new", "guidance", "loi-dan", "--title", title, "--lang", lang]).must(0);
        assert!(said.out.contains("front") && said.out.contains("intro: loi-dan"), "{}", said.out);
        let file = place.join("corpus/guidance/loi-dan.md");
        let codes = || {
            let said = camnang(place, &["check", "--lang", "en"]).must(0).out;
            let found = said.lines().filter_map(|line| line.strip_prefix("corpus/")?.split(' ').nth(2));
            found.map(|code| code.trim_end_matches(':').to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(codes(), ["CN508", "CN215"]);
        let of_book = place.join("corpus/editions/so-tay.yaml");
        put(&of_book, text(&of_book).replace("parts:", "front: [loi-dan]\nparts:"));
        assert_eq!(codes(), ["CN215"]);
        put(&file, text(&file).replace("VIẾT NỘI DUNG Ở ĐÂY.", "Bài ví dụ."));
        assert_eq!(codes(), ["CN970"]);
        put(&file, text(&file).replace("2000-01-01", "2030-06-01"));
        assert_eq!(codes(), Vec::<String>::new());
        camnang(place, &["build", "--only", "html"]).must(0);
        let page = text(&place.join("output/so-tay/html/huong-dan.html"));
        assert!(page.contains(title) && page.contains("Bài ví dụ."), "{page}");
    }
}

/// Every refusal, in both languages: what is wrong, and what to write. Nothing is written.
#[test]
fn what_makes_no_record_is_refused() {
    let small = small();
    let place = small.path();
    put(&place.join("corpus/guidance/da-co.md"), "---\nid: da-co\ntitle: Đã có\nchecked-on: 2030-06-01\n---\nX.\n");
    put(&place.join("corpus/editions/hong.yaml"), "id: hong\ntitle: [\n");
    let before = tree(place);
    let edition = |more: &[&str]| [&["new", "edition"], more].concat().iter().map(|it| (*it).to_owned()).collect();
    let guidance = |more: &[&str]| [&["new", "guidance"], more].concat().iter().map(|it| (*it).to_owned()).collect();
    let day = ["--as-of", "2031-01-01"];
    let cases: Vec<(Vec<String>, &str, &str)> = vec![
        (edition(&["Ấn bản 2031", "--title", "T"]), "viết `an-ban-2031`", "write `an-ban-2031`"),
        (edition(&["an_ban", "--title", "T"]), "viết `an-ban`", "write `an-ban`"),
        (edition(&["../x", "--title", "T"]), "viết `x`", "write `x`"),
        (edition(&["handout", "--title", "T"]), "thư mục của mình; viết `handout-1`", "of its own; write `handout-1`"),
        (
            edition(&["con", "--title", "T"]),
            "Windows giữ tên này cho thiết bị; viết `con-1`",
            "a device; write `con-1`",
        ),
        (edition(&["CON", "--title", "T"]), "viết `con-1`", "write `con-1`"),
        (edition(&["moi", "--title", "T"]), "ghi thêm --as-of NĂM-THÁNG-NGÀY", "add --as-of YEAR-MONTH-DAY"),
        (edition(&["moi", "--like", "so-tay"]), "(ấn bản mẫu: 2030-06-01)", "(the like edition's is 2030-06-01)"),
        (edition(&[&["moi"], &day[..]].concat()), "ghi thêm --title", "add --title"),
        (edition(&[&["moi", "--title", " "], &day[..]].concat()), "--title để trống", "--title is empty"),
        (edition(&[&["moi", "--like", "so-tya"], &day[..]].concat()), "viết `so-tay`", "write `so-tay`"),
        (edition(&[&["moi", "--like", "hong"], &day[..]].concat()), "không đọc được", "cannot be read"),
        (edition(&[&["so-tay", "--title", "T"], &day[..]].concat()), "đã có; không đè lên", "is there already"),
        (edition(&[&["hong", "--title", "T"], &day[..]].concat()), "đã có; không đè lên", "is there already"),
        (
            edition(&[&["moi", "--title", "Sổ tаy"], &day[..]].concat()),
            "kho sẽ có lỗi:\ncorpus/editions/moi.yaml:2:",
            "would have faults:\ncorpus/editions/moi.yaml:2:",
        ),
        (
            edition(&["moi", "--title", "T", "--as-of", "2030-06-01", "--previous", "so-tay"]),
            "không sớm hơn --as-of 2030-06-01",
            "no earlier than --as-of 2030-06-01",
        ),
        (guidance(&["Lời dẫn", "--title", "T"]), "viết `loi-dan`", "write `loi-dan`"),
        (guidance(&["aux", "--title", "T"]), "viết `aux-1`", "write `aux-1`"),
        (guidance(&["moi"]), "ghi thêm --title", "add --title"),
        (guidance(&["da-co", "--title", "T"]), "đã có; không đè lên", "is there already"),
        (guidance(&["moi", "--title", "T\u{202e}"]), "CN007", "CN007"),
        (guidance(&["moi", "--title", "T", "--corpus", "khong-co"]), "--corpus DIR", "--corpus DIR"),
    ];
    for (command, vi, en) in cases {
        for (lang, words) in [("vi", vi), ("en", en)] {
            let command: Vec<&str> = command.iter().map(String::as_str).chain(["--lang", lang]).collect();
            let refused = camnang(place, &command).must(2);
            assert!(refused.err.contains(words), "{command:?}: {}", refused.err);
        }
    }
    assert_same(&before, &tree(place), "a refused `new` wrote");
}

/// What another file would become faulty by is said too: two editions cannot share one address.
#[test]
fn a_fault_in_another_file_is_reported() {
    let small = small();
    let place = small.path();
    put(&place.join("corpus/settings.yaml"), "web:\n  address: https://camnang.vi-du.example\n");
    camnang(place, &["check"]).must(0);
    let refused = camnang(place, &["new", "edition", "moi", "--like", "so-tay", "--as-of", "2031-01-01"]).must(2);
    assert!(refused.err.contains("chưa tạo `corpus/editions/moi.yaml`"), "{}", refused.err);
    assert!(refused.err.contains("corpus/settings.yaml:2:"), "{}", refused.err);
    assert!(!place.join("corpus/editions/moi.yaml").exists());
}

/// Nobody is asked who issues an edition where it is known; it is never invented.
#[test]
fn who_issues_it_is_said_or_known() {
    let small = small();
    let place = small.path();
    let file = place.join("corpus/editions/so-tay.yaml");
    let without = text(&file).replace("issuer:\n  name: Nhóm biên soạn\n", "");
    assert!(!without.contains("issuer"));
    put(&file, without);
    let command = ["new", "edition", "moi", "--title", "T", "--as-of", "2031-01-01"];
    for (lang, words) in [("vi", "ghi thêm --issuer"), ("en", "add --issuer")] {
        let refused = camnang(place, &[&command[..], &["--lang", lang]].concat()).must(2);
        assert!(refused.err.contains(words), "{}", refused.err);
    }
    put(&place.join("corpus/settings.yaml"), "issuer:\n  name: Nhóm\n");
    camnang(place, &command).must(0);
    let made = edition(place, "moi");
    assert!(!made.contains("\nissuer:"), "{made}");
    camnang(place, &["check"]).must(0);
}
