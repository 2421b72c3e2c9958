//! Properties of arbitrary values and texts.

use std::num::NonZeroU16;

use proptest::prelude::*;

use super::super::{find, parse_locator, parse_number};
use crate::model::number::{DocNumber, Form, Serial, Series, Symbol};
use crate::model::provision::{Label, Letter, Locator, MixedLabel, Unit, UnitKind};

fn number() -> impl Strategy<Value = NonZeroU16> {
    (1u16..=9999).prop_map(|n| NonZeroU16::new(n).unwrap())
}

fn letter() -> impl Strategy<Value = Letter> {
    (0..Letter::all().count()).prop_map(|index| Letter::all().nth(index).unwrap())
}

fn label() -> impl Strategy<Value = Label> {
    prop_oneof![
        Just(Label::Unlabelled),
        (number(), proptest::option::of(letter())).prop_map(|(number, letter)| Label::Number { number, letter }),
        (number(), proptest::option::of(letter())).prop_map(|(number, letter)| Label::Roman { number, letter }),
        number().prop_map(Label::Ordinal),
        proptest::collection::vec(number(), 2..=8).prop_map(Label::Dotted),
        (letter(), proptest::option::of(number())).prop_map(|(letter, number)| Label::Letter { letter, number }),
        mixed(),
    ]
}

fn mixed() -> impl Strategy<Value = Label> {
    "(0[1-9][ab]?|[1-9]{1,2}|[IVX]{1,3}|[A-ZĐ]{1,3}|[a-d])([./-]([1-9]{1,2}|[A-ZĐ]{1,4}|[a-d])){1,3}"
        .prop_filter_map("a label", |text| MixedLabel::new(&text).map(Label::Mixed))
}

/// Where the kind does not carry the label, the first that it does carry.
fn unit() -> impl Strategy<Value = Unit> {
    let fallback =
        || [Label::number(7), Label::roman(7), Label::ordinal(7), Some(Label::Unlabelled)].into_iter().flatten();
    (0..UnitKind::ALL.len(), label()).prop_map(move |(kind, label)| {
        let mut labels = std::iter::once(label).chain(fallback());
        labels.find_map(|label| Unit::new(UnitKind::ALL[kind], label).ok()).unwrap()
    })
}

/// Units in any order are sorted by level, and those that cannot nest are left out.
fn locator() -> impl Strategy<Value = Locator> {
    proptest::collection::vec(unit(), 1..=5).prop_filter_map("a locator", |mut units| {
        units.sort_by_key(|unit| unit.kind().level());
        let mut kept: Vec<Unit> = Vec::new();
        for unit in units {
            let longer: Vec<Unit> = kept.iter().cloned().chain([unit]).collect();
            if Locator::new(longer.clone()).is_ok() {
                kept = longer;
            }
        }
        Locator::new(kept).ok()
    })
}

fn symbol() -> impl Strategy<Value = Symbol> {
    "(NĐ|QĐ|TT|TTLT|NQ|[A-ZĐ]{1,6}[0-9]{0,2})([-/](CP|TTg|[A-ZĐ]{2,6}[0-9]{0,2}|[A-Z]{2}&[A-Z]{2})){0,4}"
        .prop_filter_map("a symbol", |text| Symbol::new(&text))
}

fn serial() -> impl Strategy<Value = Serial> {
    (1u32..1_000_000, proptest::option::of(proptest::char::range('a', 'z')))
        .prop_map(|(number, letter)| Serial { number, letter })
}

fn document_number() -> impl Strategy<Value = DocNumber> {
    let year = || 1900u16..=2100;
    let code = "((ISO|ISO/IEC) )?[0-9]{1,5}(-[0-9]{1,3}){0,2}";
    let form = prop_oneof![
        (serial(), year(), symbol()).prop_map(|(serial, year, symbol)| Form::Normative { serial, year, symbol }),
        (serial(), symbol()).prop_map(|(serial, symbol)| Form::Individual { serial, symbol }),
        (serial(), 0u8..100, symbol()).prop_map(|(serial, year, symbol)| Form::ShortYear { serial, year, symbol }),
        (serial(), symbol()).prop_map(|(serial, symbol)| Form::Dashed { serial, symbol }),
        (0..Series::ALL.len(), code, proptest::option::of(year()), proptest::option::of(Just("BTTTT"))).prop_map(
            |(series, code, year, issuer)| Form::Standard {
                series: Series::ALL[series],
                code,
                year,
                issuer: issuer.and_then(Symbol::new),
            }
        ),
        (1u32..100_000).prop_map(|number| Form::Rfc { number }),
    ];
    form.prop_filter_map("a possible number", DocNumber::new)
}

/// Text made of what citations are made of, so that the grammar is reached.
fn citation_soup() -> impl Strategy<Value = String> {
    let pieces = [
        "điểm",
        "khoản",
        "Điều",
        "Chương",
        "mục",
        "Mục",
        "Phụ lục",
        "này",
        "các",
        "từ",
        "đến",
        "và",
        ",",
        ";",
        "a",
        "đ",
        "f",
        "1",
        "15a",
        "II",
        "1.11",
        "Nghị định",
        "số",
        "72/2013/NĐ-CP",
        "/",
        "-",
        "2013",
        "Luật",
        "Viễn thông",
        "của",
        "Chính phủ",
        "ngày",
        "15/7/2013",
        "\n",
        ".",
        "đ.",
        "k.",
        "thứ",
        "hai",
        "Quy chế",
        "ban hành kèm theo",
        "QH15",
        "TCVN",
        "đoạn",
        ")",
        "Ðiều",
        "năm",
        "NĐ-CPngày",
        "Danh mục",
        "phần",
        "TT-",
        " ",
        "Mẫu",
        "sửa đổi",
        "**",
        "[^1]",
        "(",
        "“",
        "BLHS",
        "5.2",
        "tại",
        "Hiệp định",
        "91 TC/TCT",
        "hàng hóa",
        "Chất lượng sản phẩm",
    ];
    let piece = proptest::sample::select(pieces.to_vec());
    proptest::collection::vec((piece, any::<bool>()), 0..40).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, space)| format!("{piece}{}", if space { " " } else { "" })).collect()
    })
}

fn check_ranges(text: &str) {
    let mut end = 0;
    for found in find(text) {
        assert!(end <= found.range.start && found.range.start < found.range.end, "{text:?} {found:?}");
        end = found.range.end;
        assert!(text.get(found.range.clone()).is_some(), "{text:?} {found:?}");
        let mut unit_end = found.range.start;
        for cited in &found.cited {
            assert!(unit_end <= cited.range.start && cited.range.start < cited.range.end, "{text:?} {found:?}");
            assert!(cited.range.end <= end && text.get(cited.range.clone()).is_some(), "{text:?} {found:?}");
            unit_end = cited.range.end;
        }
        for note in &found.notes {
            assert!(text.get(note.range.clone()).is_some(), "{text:?} {note:?}");
            assert!(found.range.start <= note.range.start && note.range.start < note.range.end, "{text:?} {note:?}");
        }
    }
}

proptest! {
    #[test]
    fn locators_read_back(locator in locator()) {
        let text = locator.to_string();
        let parsed = parse_locator(&text);
        prop_assert!(parsed.is_ok(), "{} {:?}", text, parsed);
        let parsed = parsed.unwrap();
        prop_assert_eq!(&parsed.value, &locator, "{}", text);
        prop_assert_eq!(parsed.notes, vec![], "{}", text);
    }

    #[test]
    fn numbers_read_back(number in document_number()) {
        let text = number.to_string();
        let parsed = parse_number(&text).map(|parsed| parsed.value);
        prop_assert_eq!(parsed, Ok(number), "{}", text);
    }

    #[test]
    fn slugs_tell_locators_apart(a in locator(), b in locator()) {
        prop_assert_eq!(a == b, a.slug() == b.slug());
        prop_assert!(a.slug().bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.'));
    }

    #[test]
    fn the_order_of_labels_is_total(mut labels in proptest::collection::vec(label(), 3)) {
        labels.sort();
        prop_assert!(labels[0] <= labels[2]);
        for pair in labels.windows(2) {
            prop_assert_eq!(pair[0].cmp(&pair[1]), pair[1].cmp(&pair[0]).reverse());
            prop_assert_eq!(pair[0] == pair[1], pair[0].cmp(&pair[1]).is_eq());
        }
    }

    #[test]
    fn neighbours_are_neighbours(label in label()) {
        if let Some(next) = label.next() {
            prop_assert!(next > label && next.may_follow(&label));
            prop_assert_eq!(next.previous(), Some(label));
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check_ranges(&text);
        let _ = (parse_locator(&text), parse_number(&text));
    }

    #[test]
    fn any_soup_is_read(text in citation_soup()) {
        check_ranges(&text);
        if let Err(error) = parse_locator(&text) {
            prop_assert!(text.get(error.range()).is_some());
        }
        let _ = parse_number(&text);
    }
}

/// Texts that would make a careless reader read the same words again and again.
#[test]
fn hostile_texts_take_linear_time() {
    let units = [
        "điểm a, ",
        "điểm 1, ",
        "khoản 1 Điều 2; ",
        "Điều từ ",
        "Luật sửa đổi ",
        "Danh mục ",
        "Quy định ",
        "12/AA-",
        "A",
        "số 1/A-",
        "đ. ",
        "1.1",
        "từ Điều 1 đến ",
        "Luật Viễn ",
        "Điều 16 khoản 2, ",
        "của ",
        "**",
        "tạiĐiều",
        "TTg",
        "Phụ lục ",
        "các ",
        "ngày 1",
        "khoản 1-",
        "điểm a), ",
        "Điều 1.1.",
        "Nghị định số 1/2030/NĐ-XX, ",
        "Nghị định số 1/2030/NĐ-XX (Điều 1 ",
        "Điều 1 “",
        "Điều 1[^1] [",
        "Luật sửa đổi, bổ sung một số điều của Luật Báo chí, ",
        "Luật Kênh, rạch và ",
        "mục I Điều 1 ",
        "văn bản số 1/A-B ",
        "BLHS ",
        "Thông tư liên tịch số 1/2030/TTLT-A-B của Bộ Y tế, ",
        "Sửa đổi Điều 1 và ",
        "Mẫu số 1/A-",
        "I.1.a.",
        "Phụ lục (từ ",
        "Mục I Chương trình ",
        "khoản 1 các Điều 5, ",
        "của Liên Bộ Y tế - ",
        "Thông tư số 1/2030/TT-A của Ủy ban nhân dân tỉnh A ",
        "Phụ lục I Nghị định số 1/2030/NĐ-XX. Phụ lục I ",
        "Luật về ",
        "QCVN 1 - ",
    ];
    for unit in units {
        let text = unit.repeat(50_000 / unit.len());
        check_ranges(&text);
        let _ = (parse_locator(&text), parse_number(&text));
    }
}
