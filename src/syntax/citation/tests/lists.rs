//! Lists, relative places, names of laws, and words that cite nothing.

use super::super::{find, parse_locator};
use super::{note_kinds, own_words, show, show_all};
use crate::model::citation::{NoteKind, Target, Unresolved};
use crate::model::provision::UnitKind;

/// One input with all that is found in it.
fn check(text: &str, expected: &[&str]) {
    assert_eq!(show_all(text), expected, "{text}");
}

#[test]
fn lists() {
    check("khoản 4, khoản 5 Điều 7", &["- | Điều 7 / khoản 4 ; Điều 7 / khoản 5"]);
    check("điểm a và điểm b khoản 1", &["- | khoản 1 / điểm a ; khoản 1 / điểm b"]);
    check("các Điều 4, 10 và Điều 11 Thông tư này", &["Thông tư này | Điều 4 ; Điều 10 ; Điều 11"]);
    check(
        "điểm a khoản 1, điểm b khoản 2 Điều 5 Luật này",
        &["Luật này | Điều 5 / khoản 1 / điểm a ; Điều 5 / khoản 2 / điểm b"],
    );
    check("khoản 1 Điều này và Điều 6 Luật Viễn thông", &["- | Điều này / khoản 1", "Luật Viễn thông | Điều 6"]);
    check("khoản 1 Điều 5 và khoản 2 Điều này", &["- | Điều 5 / khoản 1 ; Điều này / khoản 2"]);
    check("tại Điều 5, 10 người", &["- | Điều 5"]);
    check("Điều 16 khoản 2, 3 Luật này", &["Luật này | Điều 16 / khoản 2 ; Điều 16 / khoản 3"]);
}

#[test]
fn ranges() {
    check("từ điểm a đến điểm d khoản 1 Điều 5", &["- | Điều 5 / khoản 1 / điểm a..Điều 5 / khoản 1 / điểm d"]);
    check("các khoản từ 1 đến 5 Điều này", &["- | Điều này / khoản 1..Điều này / khoản 5"]);
    check("từ khoản 1 Điều 5 đến khoản 3 Điều 7 Luật này", &["Luật này | Điều 5 / khoản 1..Điều 7 / khoản 3"]);
    assert_eq!(note_kinds("từ Điều 9 đến Điều 5"), [NoteKind::RangeReversed]);
}

#[test]
fn own_words_of_each_unit() {
    let words = own_words("các khoản 1, 2 và 3 Điều 5; Điều 9 Nghị định này");
    assert_eq!(words, ["khoản 1", "2", "3 Điều 5", "Điều 9"]);
    assert_eq!(own_words("khoản 6, khoản 13 Điều 2"), ["khoản 6", "khoản 13 Điều 2"]);
    assert_eq!(own_words("từ Điều 98 đến Điều 106"), ["Điều 98 đến Điều 106"]);
}

#[test]
fn annexes() {
    check("Phụ lục ban hành kèm theo Nghị định này", &["Nghị định này | Phụ lục"]);
    check("Mẫu số 01 tại Phụ lục II ban hành kèm theo Thông tư này", &["Thông tư này | Phụ lục II / Mẫu số 01"]);
    check("Phụ lục số 02 Thông tư này", &["Thông tư này | Phụ lục 2"]);
    check(
        "Điều 3 Quy chế quản lý mạng ban hành kèm theo Quyết định số 38/2020/QĐ-TTg",
        &["Quyết định 38/2020/QĐ-TTg | Quy chế / Điều 3"],
    );
    check("theo quy định của pháp luật và Phụ lục hợp đồng", &[]);
}

#[test]
fn documents_not_named_in_full() {
    check("giấy tờ quy định tại Điều 74 Nghị định, gửi Bộ", &["Nghị định đã nêu | Điều 74"]);
    check("khoản 1 Điều 23 Pháp lệnh bao gồm", &["Pháp lệnh đã nêu | Điều 23 / khoản 1"]);
    check("theo quy định tại Điều 12 Điều lệ Quỹ.", &["? | Điều lệ / Điều 12"]);
    check("tại Điều 5 quyết định xử phạt", &["- | Điều 5"]);
    check("Chương II, Phần II Thông tư này", &["Thông tư này | Phần II / Chương II"]);
}

#[test]
fn joined_words() {
    check("quy định tạiĐiều 34Nghị định số73/2019/NĐ-CP", &["Nghị định 73/2019/NĐ-CP | Điều 34"]);
    check("Điều 10của Luật này", &["Luật này | Điều 10"]);
    check(
        "các điểm a, d,\ni khoản 1 Điều 28",
        &["- | Điều 28 / khoản 1 / điểm a ; Điều 28 / khoản 1 / điểm d ; Điều 28 / khoản 1 / điểm i"],
    );
    check("theo điểm a,\nb) Nội dung", &["- | điểm a"]);
}

#[test]
fn names_of_laws() {
    check("Luật Tần số vô tuyến điện số 42/2009/QH12", &["Luật 42/2009/QH12"]);
    check("khoản 1 Điều 4 Luật Bảo vệ môi trường quy định", &["Luật Bảo vệ môi trường | Điều 4 / khoản 1"]);
    check(
        "Luật Đất đai 2024, Luật Hàng không dân dụng Việt Nam",
        &["Luật Đất đai [2024]", "Luật Hàng không dân dụng Việt Nam"],
    );
    check("Luật Phòng, chống tham nhũng và các văn bản", &["Luật Phòng, chống tham nhũng"]);
    check("theo Luật Ngân sách nhà nước và các văn bản", &["Luật Ngân sách nhà nước"]);
    check("Điều 96 Luật doanh nghiệp;", &["Luật doanh nghiệp | Điều 96"]);
    check("Bộ luật Tố tụng hình sự năm 2015 về", &["Bộ luật Tố tụng hình sự [2015]"]);
    check("Luật sửa đổi, bổ sung một số điều của Luật Viễn thông số 24/2023/QH15", &["Luật 24/2023/QH15"]);
    check("theo pháp luật, luật sư và quyết định của tòa án", &[]);
}

#[test]
fn numbers_of_documents() {
    check("Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị", &["Chỉ thị 05-CT/TW, 2016-05-15, Bộ Chính trị"]);
    check("Thông tư số 16/2011/tt-bgdđt", &["Thông tư 16/2011/TT-BGDĐT"]);
    check("số 72/2013/NĐ-CPngày 15/7/2013", &["Nghị định 72/2013/NĐ-CP, 2013-07-15"]);
    check("Luật số 24/2023/QHI5", &["Luật 24/2023/QH15"]);
    check("theo RFC 8200 và TCVN ISO/IEC 27001:2009", &["RFC RFC 8200", "Tiêu chuẩn TCVN ISO/IEC 27001:2009"]);
    check("Thông tư liên tịch số 88/2012/TTLT-BTC-BTTTT", &["Thông tư liên tịch 88/2012/TTLT-BTC-BTTTT"]);
    for nothing in ["trước 30/6 và 31/12", "ngày 01/07/2026", "tỷ lệ 1/2000", "24/7", "Mẫu 09/BYT - Quy", "100 km/h"]
    {
        check(nothing, &[]);
    }
}

#[test]
fn words_that_cite_nothing() {
    for nothing in [
        "đạt 80 điểm trở lên, điểm trung bình",
        "điều kiện và điều hành",
        "một khoản 20 triệu đồng",
        "mục tiêu của đề mục",
        "phần mềm, phần trăm",
        "Điều 5. Phạm vi điều chỉnh\nNội dung.",
        "Chương II\nQUY ĐỊNH CHUNG\n",
        "từ điểm A đến điểm B",
        "Chương trình hành động",
    ] {
        check(nothing, &[]);
    }
}

#[test]
fn relative_places() {
    let context = parse_locator("điểm b khoản 2 Điều 16").unwrap().value;
    let resolved = |text: &str| match &find(text)[0].cited[0].target {
        Target::One(path) => path.resolve_relative(&context).map(|locator| locator.to_string()),
        other => panic!("{other:?}"),
    };
    assert_eq!(resolved("khoản này").as_deref(), Ok("khoản 2 Điều 16"));
    assert_eq!(resolved("điểm a khoản này").as_deref(), Ok("điểm a khoản 2 Điều 16"));
    assert_eq!(resolved("khoản 5 Điều này").as_deref(), Ok("khoản 5 Điều 16"));
    assert_eq!(resolved("điểm c khoản 1").as_deref(), Ok("điểm c khoản 1 Điều 16"));
    assert_eq!(resolved("Điều 3").as_deref(), Ok("Điều 3"));
    assert_eq!(resolved("Mục 1 Chương này"), Err(Unresolved::NoSuchUnit(UnitKind::Chapter)));
}

#[test]
fn what_a_citation_covers() {
    let text = "Theo khoản 3 Điều 18 Nghị định số 72/2013/NĐ-CP ngày 15/7/2013 của Chính phủ về Internet";
    let found = &find(text)[0];
    assert_eq!(&text[found.range.clone()], "khoản 3 Điều 18 Nghị định số 72/2013/NĐ-CP ngày 15/7/2013 của Chính phủ");
    let document = found.document_range.clone().unwrap();
    assert_eq!(&text[document], "Nghị định số 72/2013/NĐ-CP ngày 15/7/2013 của Chính phủ");
    assert!(show(found).contains("Chính phủ"));
}
