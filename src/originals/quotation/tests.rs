//! Quotations of an invented law: right ones, and every way of making them false.

use super::super::tree::label_length;
use super::*;
use crate::model::text::{Inline, Point};
use crate::originals::text::OriginalText;

const LAW: &str = "Điều 1. Mua máy
1. Cơ quan không được mua máy cũ, trừ trường hợp khẩn cấp. Máy mới phải có 2 cổng. Máy được ghi vào sổ.
2. Cơ quan phải:
a) Lập sổ;
b) Không mua máy bịa; máy hỏng thì bỏ;
c) Báo cáo, nếu máy hỏng.
Sổ được giữ 5 năm. Sổ không được bán.
3. Máy cũ:
- Máy bịa;
- Máy hỏng.
Điều 2. Sổ của máy được giữ.";

fn tree() -> ProvisionTree {
    ProvisionTree::read(&OriginalText::parse(LAW))
}

/// A body whose paragraphs are these lines; `> ` makes a quote.
fn body(lines: &str) -> Body {
    let paragraph = |text: &str| Block::Paragraph(vec![Inline::Text(text.to_owned())]);
    let block = |line: &str| match (line.strip_prefix("> "), line.split_once(' ')) {
        (Some(quote), _) => Block::Quote(vec![paragraph(quote)]),
        (None, Some((label, rest))) if label_length(line) > 0 => {
            Block::Points(vec![Point { label: label.to_owned(), blocks: vec![paragraph(rest)] }])
        }
        (None, _) => paragraph(line),
    };
    Body { blocks: lines.lines().map(block).collect(), footnotes: Vec::new() }
}

fn faults(place: &str, lines: &str) -> Vec<QuotationFault> {
    let tree = tree();
    let unit =
        tree.nodes().iter().find(|node| node.locator.as_ref().is_some_and(|at| at.to_string() == place)).unwrap();
    compare(&tree, unit, &body(lines))
}

fn kinds(place: &str, lines: &str) -> Vec<QuotationFaultKind> {
    faults(place, lines).into_iter().map(|fault| fault.kind).collect()
}

const WHOLE: &str =
    "1. Cơ quan không được mua máy cũ, trừ trường hợp khẩn cấp. Máy mới phải có 2 cổng. Máy được ghi vào sổ.";

#[test]
fn whole_units_are_right() {
    for (place, lines) in [
        ("khoản 1 Điều 1", WHOLE),
        ("điểm a khoản 2 Điều 1", "a) Lập sổ;"),
        ("điểm a khoản 2 Điều 1", "> 2. Cơ quan phải:\na) Lập sổ;"),
        ("điểm a khoản 2 Điều 1", "> Điều 1. Mua máy\n> 2. Cơ quan phải:\na) Lập sổ;"),
        ("gạch đầu dòng thứ 2 khoản 3 Điều 1", "- Máy hỏng."),
        ("Điều 2", "Sổ của máy được giữ."),
        ("Điều 2", "Điều 2. Sổ của máy được giữ."),
        ("đoạn thứ nhất điểm c khoản 2 Điều 1", "Sổ được giữ 5 năm. Sổ không được bán."),
    ] {
        assert_eq!(faults(place, lines), [], "{lines}");
    }
    let article = LAW.lines().take(10).collect::<Vec<_>>().join("\n");
    assert_eq!(faults("Điều 1", &article), []);
    assert_eq!(faults("Điều 1", article.split_once('\n').unwrap().1), []);
}

#[test]
fn whole_sentences_and_items_may_be_left_out() {
    for (place, lines) in [
        ("khoản 1 Điều 1", "1. Cơ quan không được mua máy cũ, trừ trường hợp khẩn cấp. […] Máy được ghi vào sổ."),
        ("khoản 1 Điều 1", "1. Cơ quan không được mua máy cũ, trừ trường hợp khẩn cấp. […]"),
        (
            "khoản 2 Điều 1",
            "2. Cơ quan phải:\n[…]\nb) Không mua máy bịa; máy hỏng thì bỏ;\nc) Báo cáo, nếu máy hỏng.\nSổ được giữ 5 năm. Sổ không được bán.",
        ),
        ("khoản 3 Điều 1", "3. Máy cũ:\n[…]\n- Máy hỏng."),
    ] {
        assert_eq!(faults(place, lines), [], "{lines}");
    }
}

#[test]
fn omissions_that_make_a_quotation_false() {
    use QuotationFaultKind::*;
    for (place, lines, kind) in [
        (
            "khoản 1 Điều 1",
            "1. Cơ quan […] được mua máy cũ, trừ trường hợp khẩn cấp. Máy mới phải có 2 cổng. Máy được ghi vào sổ.",
            WithinSentence,
        ),
        (
            "khoản 1 Điều 1",
            "1. Cơ quan không được mua máy cũ, […] Máy mới phải có 2 cổng. Máy được ghi vào sổ.",
            WithinSentence,
        ),
        ("khoản 1 Điều 1", "[…] Máy được ghi vào sổ.", WithinSentence),
        ("khoản 1 Điều 1", "1. […] Máy được ghi vào sổ.", LeavesOutException),
        ("khoản 1 Điều 1", &format!("{WHOLE} […]"), NothingLeftOut),
        ("khoản 1 Điều 1", "1. […]", LeavesOutException),
        ("khoản 2 Điều 1", "2. Cơ quan phải:\na) Lập sổ;\n[…]", LeavesOutException),
        (
            "khoản 2 Điều 1",
            "[…]\nb) Không mua máy bịa; máy hỏng thì bỏ;\nc) Báo cáo, nếu máy hỏng.\nSổ được giữ 5 năm. Sổ không được bán.",
            LeavesOutLead,
        ),
        (
            "khoản 2 Điều 1",
            "2. Cơ quan phải:\na) Lập sổ;\nb) Không mua máy bịa; […]\nc) Báo cáo, nếu máy hỏng.\nSổ được giữ 5 năm. Sổ không được bán.",
            WithinSentence,
        ),
        ("khoản 3 Điều 1", "[…]\n- Máy hỏng.", LeavesOutLead),
    ] {
        assert_eq!(kinds(place, lines), [kind], "{lines}");
    }
}

#[test]
fn other_words_are_named() {
    let [fault] = &faults("khoản 3 Điều 1", "a) Lập sổ;")[..] else { panic!() };
    assert!(
        matches!(&fault.kind, QuotationFaultKind::Differs { other: Some(at) } if at.to_string() == "điểm a khoản 2 Điều 1")
    );
    assert_eq!((fault.word, fault.original.as_str()), (0, "3. Máy cũ: - Máy bịa; - Máy"));
    let [fault] = &faults("điểm a khoản 2 Điều 1", "a) Lập sách;")[..] else { panic!() };
    assert_eq!((fault.word, fault.quoted.as_str(), fault.original.as_str()), (2, "sách;", "sổ;"));
    let [fault] = &faults("khoản 3 Điều 1", "3. Máy cũ:\n- Máy bịa;")[..] else { panic!() };
    assert_eq!((&fault.kind, fault.original.as_str()), (&QuotationFaultKind::Ends, "- Máy hỏng."));
    let [fault] = &faults("điểm a khoản 2 Điều 1", "> 2. Cơ quan được:\na) Lập sổ;")[..] else {
        panic!()
    };
    assert_eq!((&fault.kind, fault.original.as_str()), (&QuotationFaultKind::NotAround, "2. Cơ quan phải:"));
}
