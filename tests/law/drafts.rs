//! Drafts of `camnang new`: type and permanent id as the number shows them, a question where it leaves them open; and nothing in a
//! draft that looks as if somebody had checked it.

use crate::support::program;

use std::path::Path;

use program::{camnang, put, text};

fn office() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/_base");
    program::copy(&base, &place.path().join("corpus"));
    place
}

/// Number, what else is said, the type and the id that come of it.
const KNOWN: [(&str, &[&str], &str, &str); 36] = [
    ("91/2025/QH15", &["--type", "Luật"], "Luật", "luat-91-2025"),
    ("91/2015/QH13", &["--type", "bộ luật"], "Bộ luật", "bo-luat-91-2015"),
    ("43/2022/QH15", &["--type", "Nghị quyết"], "Nghị quyết", "nq-43-2022"),
    ("01/2012/UBTVQH13", &["--type", "Pháp lệnh"], "Pháp lệnh", "phap-lenh-01-2012"),
    ("351/2017/UBTVQH14", &["--type", "Nghị quyết"], "Nghị quyết", "nq-351-2017"),
    ("13/1999/PL-UBTVQH10", &[], "Pháp lệnh", "phap-lenh-13-1999"),
    ("1044/NQ-UBTVQH13", &["--issued", "2015-11-10"], "Nghị quyết", "nq-1044-2015"),
    ("18-L/CTN", &["--type", "Luật", "--issued", "1993-07-14"], "Luật", "luat-18-1993"),
    ("21-LCT/HĐNN8", &["--type", "Pháp lệnh", "--issued", "1989-03-01"], "Pháp lệnh", "phap-lenh-21-1989"),
    ("102-SL/L-004", &["--type", "Luật", "--issued", "1957-05-20"], "Luật", "luat-102-1957"),
    ("10/2020/L-CTN", &[], "Lệnh", "lenh-10-2020"),
    ("119-CP", &["--type", "Nghị định", "--issued", "1993-11-27"], "Nghị định", "nd-119-1993"),
    ("172-HĐBT", &["--type", "Quyết định", "--issued", "1987-10-01"], "Quyết định", "qd-172-1987"),
    ("196/TTg", &["--type", "Quyết định", "--issued", "1996-01-01"], "Quyết định", "qd-196-1996"),
    ("10/2012/TT-BTTTT", &[], "Thông tư", "tt-10-2012"),
    ("1/2012/TT-BTTTT", &[], "Thông tư", "tt-01-2012"),
    ("12a/2012/TT-BTTTT", &[], "Thông tư", "tt-12a-2012"),
    ("07/2009/TTLT-BTTTT-BNV", &[], "Thông tư liên tịch", "ttlt-07-2009"),
    ("10/TT-LB", &["--issued", "1995-05-05"], "Thông tư liên tịch", "ttlt-10-1995"),
    ("02/VBHN-BTTTT", &["--issued", "2022-03-01"], "Văn bản hợp nhất", "vbhn-02-2022"),
    ("03/2008/CT-BTTTT", &[], "Chỉ thị", "ct-03-2008"),
    ("433/QĐ-TTg", &["--issued", "2011-03-16"], "Quyết định", "qd-433-2011"),
    ("38/2020/QĐ-TTg", &[], "Quyết định", "qd-38-2020"),
    ("5/2020/NQLT-CP-UBTVQH", &[], "Nghị quyết liên tịch", "nqlt-05-2020"),
    ("10/98/QĐ-BXD", &[], "Quyết định", "qd-10-1998"),
    ("57-NQ/TW", &["--issued", "2024-12-22"], "Nghị quyết", "nq-57-2024"),
    ("1149/BTTTT-VNNIC", &["--issued", "2022-04-01"], "Công văn", "cv-1149-2022"),
    ("1234/TTg-KTN", &["--issued", "2012-04-01"], "Công văn", "cv-1234-2012"),
    ("15/KH-UBND", &["--issued", "2023-01-05"], "Kế hoạch", "kh-15-2023"),
    ("50/CĐ-TTg", &["--type", "Thông báo", "--issued", "2024-01-05"], "Thông báo", "tb-50-2024"),
    ("QCVN 89:2015/BTTTT", &[], "Quy chuẩn", "qcvn-89-2015"),
    ("QCĐP 01:2020/HN", &[], "Quy chuẩn", "qcdp-01-2020"),
    ("TCVN 9802-1:2013", &[], "Tiêu chuẩn", "tcvn-9802-1-2013"),
    ("TCVN ISO/IEC 27001:2009", &[], "Tiêu chuẩn", "tcvn-iso-iec-27001-2009"),
    ("TCN 68-135:2001", &[], "Tiêu chuẩn", "tcn-68-135-2001"),
    ("RFC 8200", &[], "RFC", "rfc-8200"),
];

#[test]
fn type_and_id_follow_from_the_number() {
    let office = office();
    for (number, more, kind, id) in KNOWN {
        let args = [&["new", "instrument", "--number", number], more].concat();
        camnang(office.path(), &args).must(0);
        let path = office.path().join(format!("corpus/instruments/{id}.yaml"));
        assert!(path.is_file(), "{number}: no {id}");
        let draft = text(&path);
        assert!(draft.contains(&format!("\ntype: {kind}\n")), "{number}: {draft}");
        if let [.., "--issued", day] = more {
            assert!(draft.contains(&format!("\nissued: {day}\n")), "{number}: {draft}");
        }
        std::fs::remove_file(path).unwrap();
    }
}

/// The program asks for what the number leaves open, in both languages, and writes nothing.
#[test]
fn a_type_that_the_number_leaves_open_is_required() {
    let office = office();
    let before = program::tree(office.path());
    for (number, more, asked) in [
        ("91/2025/QH15", &[][..], "--type \"Luật\". {}Luật, Bộ luật, Nghị quyết"),
        ("01/2012/UBTVQH13", &[], "--type \"Pháp lệnh\". {}Pháp lệnh, Nghị quyết"),
        ("18-L/CTN", &[], "{}Luật, Bộ luật, Pháp lệnh, Lệnh"),
        ("119-CP", &[], "{}Nghị định, Quyết định, Nghị quyết"),
        ("50/CĐ-TTg", &[], "{}Hiến pháp, Bộ luật"),
        ("91/2025/QH15", &["--type", "Nghị định"], "{of}`Luật`, `Bộ luật`, `Nghị quyết`"),
        ("72/2031/NĐ-CP", &["--type", "Luật"], "{of}`Nghị định`"),
        ("91/2025/QH15", &["--type", "Luat"], "`Luật`"),
        ("433/QĐ-TTg", &[], "qd-433-2011"),
    ] {
        for (lang, of) in
            [("vi", ("Chọn một trong: ", "chọn một trong: ")), ("en", ("Choose one of: ", "choose one of: "))]
        {
            let args = [&["new", "instrument", "--lang", lang, "--number", number], more].concat();
            let refused = camnang(office.path(), &args).must(2);
            let wanted = asked.replace("{}", of.0).replace("{of}", of.1);
            assert!(refused.err.contains(&wanted), "{args:?}: {wanted}\n{}", refused.err);
        }
    }
    assert_eq!(program::tree(office.path()), before, "a refused `new` wrote");
}

/// Several ministries number alike: the second gets its issuer into the id.
#[test]
fn an_id_that_is_taken_gets_the_issuer() {
    let office = office();
    for number in ["06/2026/TT-BKHCN", "06/2026/TT-BYT"] {
        camnang(office.path(), &["new", "instrument", "--number", number]).must(0);
    }
    for id in ["tt-06-2026", "tt-06-2026-byt"] {
        assert!(office.path().join(format!("corpus/instruments/{id}.yaml")).is_file(), "{id}");
    }
}

/// A draft says nothing as if somebody had looked; when it is called verified, everything unwritten is named.
#[test]
fn a_draft_claims_no_check() {
    let office = office();
    camnang(office.path(), &["new", "excerpt", "--instrument", "nd-1-2030", "--at", "khoản 2 Điều 7"]).must(0);
    camnang(office.path(), &["new", "instrument", "--number", "99/2030/TT-BKHCN"]).must(0);
    let excerpt = office.path().join("corpus/excerpts/nd-1-2030/dieu-7.khoan-2.md");
    let instrument = office.path().join("corpus/instruments/tt-99-2030.yaml");
    for (path, keys) in [
        (&excerpt, &["checked-on", "sources", "text"][..]),
        (
            &instrument,
            &["title", "issuer", "signer", "issued", "in-force-from", "in-force-until", "checked-on", "sources"],
        ),
    ] {
        let draft = text(path);
        assert!(draft.contains("checked-on: 2000-01-01") && draft.contains("- VIẾT NỘI DUNG Ở ĐÂY"), "{draft}");
        assert!(!draft.contains("2030-03-01") && !draft.contains("Văn bản ví dụ"), "{draft}");
        camnang(office.path(), &["check"]).must(0);
        put(path, draft.replace("confidence: unverified", "confidence: text-read"));
        let said = camnang(office.path(), &["check", "--lang", "en"]).must(1).out;
        for key in keys {
            assert!(said.contains(&format!("CN406: `{key}` is still the draft's placeholder")), "{key}: {said}");
        }
        assert_eq!(said.matches("CN406: ").count(), keys.len(), "{said}");
        put(path, draft);
    }
}

/// An editor knows the number, not the id; and a topic named twice is named once in the draft.
#[test]
fn an_excerpt_is_begun_by_the_number_of_its_instrument() {
    let office = office();
    let number = text(&office.path().join("corpus/instruments/nd-1-2030.yaml"));
    let number = number.lines().find_map(|line| line.strip_prefix("number: ")).unwrap().to_owned();
    let topics = ["--topic", "mua-sam", "--topic", "mua-sam"];
    let base = ["new", "excerpt", "--instrument", &number, "--at", "khoản 2 Điều 7"];
    camnang(office.path(), &[&base[..], &topics].concat()).must(0);
    let draft = text(&office.path().join("corpus/excerpts/nd-1-2030/dieu-7.khoan-2.md"));
    assert!(draft.contains("\ninstrument: nd-1-2030\n") && draft.contains("\ntopics: [mua-sam]\n"), "{draft}");
}
