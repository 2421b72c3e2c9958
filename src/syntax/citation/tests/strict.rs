//! The strict reading of one locator and of one number.

use super::super::{NumberError, parse_locator, parse_number};
use crate::model::citation::{LocatorError as E, NoteKind};
use crate::model::provision::UnitKind;

#[test]
fn every_way_of_writing_one_locator() {
    for text in [
        "điểm b khoản 2 Điều 16",
        "Điểm b Khoản 2 Điều 16",
        "Điều 16 khoản 2 điểm b",
        "đ. b, k. 2, Đ. 16",
        "điểm b, khoản 2, Điều 16",
        "điểm b của khoản 2 của Điều 16",
        "điểm b khoản 2 \u{d0}iều 16",
        "điểm b khoản 02\nĐiều 16",
        "khoản 2 Điều 16 Chương IV",
    ] {
        let Ok(parsed) = parse_locator(text) else { panic!("{text}: {:?}", parse_locator(text)) };
        let canonical =
            if text.contains("Chương") { "khoản 2 Điều 16" } else { "điểm b khoản 2 Điều 16" };
        assert_eq!(parsed.value.to_string(), canonical, "{text}");
        assert_eq!(parsed.notes.is_empty(), text == canonical, "{text}: {:?}", parsed.notes);
    }
}

#[test]
fn canonical_forms_stay() {
    for text in [
        "Điều 15a",
        "điểm đ1 khoản 2a Điều 93b",
        "điểm đ Điều 8",
        "Mục 1 Chương II",
        "Tiểu mục 2 Mục 1 Chương IIa",
        "Phần thứ nhất",
        "Phần II",
        "Phụ lục",
        "Phụ lục IA",
        "Phụ lục 2",
        "Phụ lục C",
        "mục 1.11 Danh mục ban hành kèm theo",
        "điểm d mục 2 Phụ lục I",
        "đoạn thứ hai điểm a khoản 2 Điều 46",
        "gạch đầu dòng thứ 4 điểm c khoản 1 Điều 27",
        "Mẫu số 01 Phụ lục II",
        "Điều 3 Quy chế ban hành kèm theo",
        "tiết b1 điểm b khoản 1 Điều 2",
    ] {
        let parsed = parse_locator(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!(parsed.value.to_string(), text);
        assert_eq!(parsed.notes, [], "{text}");
    }
}

#[test]
fn faults_of_locators() {
    let text = |text: &str, error: &E| text[error.range()].to_owned();
    let fault = |input: &str| {
        let error = parse_locator(input).unwrap_err();
        (text(input, &error), error)
    };
    let check = |input: &str, words: &str, is: fn(&E) -> bool| {
        let (at, error) = fault(input);
        assert!(is(&error), "{input}: {error:?}");
        assert_eq!(at, words, "{input}: {error:?}");
    };
    check(" ", "", |e| *e == E::Empty);
    check("khỏan 2 Điều 5", "khỏan", |e| matches!(e, E::UnknownWord { .. }));
    check("khoản Điều 5", "khoản", |e| matches!(e, E::MissingLabel { kind: UnitKind::Clause, .. }));
    check("điểm f khoản 1 Điều 4", "điểm f", |e| matches!(e, E::InvalidLetter { letter: 'f', .. }));
    check("điểm ă khoản 1 Điều 4", "điểm ă", |e| matches!(e, E::InvalidLetter { letter: 'ă', .. }));
    check("điểm 2 khoản a Điều 5", "điểm 2 khoản a", |e| matches!(e, E::SwappedLabels { .. }));
    check("điểm 2 Điều 5", "điểm 2", |e| matches!(e, E::InvalidLabel { kind: UnitKind::Point, .. }));
    check("Điều a", "Điều a", |e| matches!(e, E::InvalidLabel { kind: UnitKind::Article, .. }));
    check("Điều 0", "Điều 0", |e| matches!(e, E::InvalidLabel { .. }));
    check("khoản 2 điểm a Điều 5", "Điều 5", |e| matches!(e, E::WrongOrder { .. }));
    check("khoản 1, 2 Điều 5", ", 2 Điều 5", |e| matches!(e, E::SeveralUnits { .. }));
    check("khoản 1 và khoản 2", "và khoản 2", |e| matches!(e, E::SeveralUnits { .. }));
    check("khoản 1 Điều này", "Điều này", |e| matches!(e, E::Relative { kind: UnitKind::Article, .. }));
    check("Điều 5 Luật Viễn thông", "Luật Viễn thông", |e| matches!(e, E::TrailingWords { .. }));
    check("Điều 5.", ".", |e| matches!(e, E::TrailingWords { .. }));
}

#[test]
fn numbers() {
    for text in [
        "72/2013/NĐ-CP",
        "24/2023/QH15",
        "01/2012/UBTVQH13",
        "433/QĐ-BTTTT",
        "749/QĐ-TTg",
        "1149/BTTTT-VNNIC",
        "02/VBHN-BTTTT",
        "88/2012/TTLT-BTC-BTTTT",
        "QCVN 89:2015/BTTTT",
        "TCVN 9802-1:2013",
        "TCVN ISO/IEC 27001:2009",
        "RFC 8200",
        "21-LCT/HĐNN8",
        "18-L/CTN",
        "119-CP",
        "102-SL/L-004",
        "10/98/QĐ-BXD",
        "12a/2010/TT-BTC",
    ] {
        let parsed = parse_number(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!(parsed.value.to_string(), text);
        assert_eq!(parsed.notes, [], "{text}");
    }
}

#[test]
fn numbers_written_otherwise() {
    let check = |text: &str, canonical: &str, note: NoteKind| {
        let parsed = parse_number(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!(parsed.value.to_string(), canonical);
        assert_eq!(parsed.notes.iter().map(|note| note.kind).collect::<Vec<_>>(), [note], "{text}");
    };
    check("5/2013/NĐ-CP", "05/2013/NĐ-CP", NoteKind::LeadingZero);
    check("39/2017/TT- BTTTT", "39/2017/TT-BTTTT", NoteKind::StraySpace);
    check("72/2013/N\u{d0}-CP", "72/2013/NĐ-CP", NoteKind::Eth);
    check("16/2011/tt-bgdđt", "16/2011/TT-BGDĐT", NoteKind::SymbolCase);
    check("24/2023/QHI5", "24/2023/QH15", NoteKind::MisreadDigit);
    check("72/2013/NĐ–CP", "72/2013/NĐ-CP", NoteKind::LongDash);
    check("số 72/2013/NĐ-CP", "72/2013/NĐ-CP", NoteKind::ExtraWord);
}

#[test]
fn faults_of_numbers() {
    let fault = |text: &str| parse_number(text).unwrap_err();
    assert_eq!(fault("  "), NumberError::Empty);
    assert_eq!(fault("01/07/2026"), NumberError::Date { range: 0..10 });
    assert_eq!(fault("30/6"), NumberError::Date { range: 0..4 });
    assert_eq!(fault("73/2019"), NumberError::MissingSymbol { range: 0..7 });
    assert_eq!(fault("Viễn thông"), NumberError::NotANumber { range: 0..13 });
    assert_eq!(fault("72/2013/NĐ-CP x"), NumberError::TrailingWords { range: 15..16 });
    assert_eq!(fault("72/3013/NĐ-CP"), NumberError::Impossible { range: 0..14 });
}
