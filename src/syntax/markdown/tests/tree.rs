//! The trees of sound texts.

use super::*;
use crate::model::citation::DocumentRef;

#[test]
fn paragraphs_and_inlines() {
    check("Một\nhai\n\nba", "p Một hai\np ba");
    check("**Một** *hai* _ba_ __bốn__ `năm` ***sáu***", "p st(Một) em(hai) em(ba) st(bốn) code(năm) em(st(sáu))");
    check("một\\\nhai  \nba", "p một⏎hai⏎ba");
    check("a&ndash;b &amp; \\*c\\* 5 \\< 6", "p a–b & *c* 5 < 6");
    check("ten_bien_dai 3 * 4 * 5 [1] [1][2] a]b", "p ten_bien_dai 3 * 4 * 5 [1] [1][2] a]b");
    check("~10 Mbps, 100$, #1, số <số>", "p ~10 Mbps, 100$, #1, số <số>");
    check("`[[x]] Điều 5`", "p code([[x]] Điều 5)");
}

#[test]
fn links() {
    check("[chữ](https://vnnic.vn/)", "p link(https://vnnic.vn/ chữ)");
    check("<https://vnnic.vn> <a@b.vn>", "p link(https://vnnic.vn https://vnnic.vn) link(mailto:a@b.vn a@b.vn)");
    check("[a][b]\n\n[b]: http://c.vn", "p link(http://c.vn a)");
    check("[*a* b](MAILTO:a@b.vn)", "p link(mailto:a@b.vn em(a) b)");
}

#[test]
fn flat_hierarchy() {
    check(
        "1. Khoản một:\na) Điểm a;\n- gạch đầu dòng\nb) Điểm b.\n2. Khoản hai.",
        "points\n  1. Khoản một:\n    points\n      a) cite(Điểm a);\n        points\n          - gạch đầu dòng\n      b) cite(Điểm b).\n  2. Khoản hai.",
    );
    check(
        "1. Một:\n\na) A:\n\n- x;\n\n+ y;\n\n- z;\n\nb) B.\n\n2. Hai.",
        "points\n  1. Một:\n    points\n      a) A:\n        points\n          - x;\n            points\n              + y;\n          - z;\n      b) B.\n  2. Hai.",
    );
    check("d) Một;\nđ) Hai;\nđ1) Ba;\ne) Bốn.", "points\n  d) Một;\n  đ) Hai;\n  đ1) Ba;\n  e) Bốn.");
    check(
        "2. Hai:\n2a. Hai a:\na) x\n2b. Hai b.",
        "points\n  2. Hai:\n  2a. Hai a:\n    points\n      a) x\n  2b. Hai b.",
    );
}

#[test]
fn labels_as_written() {
    check("5. Năm\n6. Sáu", "points\n  5. Năm\n  6. Sáu");
    check("* một\n* hai", "points\n  * một\n  * hai");
    check("+ một\n+ hai", "points\n  + một\n  + hai");
    check("1) một\n2) hai", "points\n  1) một\n  2) hai");
    check("Mở đầu:\n2. hai\n3. ba", "p Mở đầu:\npoints\n  2. hai\n  3. ba");
    check("1.1. một\n1.2. hai\na) x", "points\n  1.1. một\n  1.2. hai\n    points\n      a) x");
    check("2a. a) x", "points\n  2a.\n    points\n      a) x");
    check("a)\nchữ", "points\n  a) chữ");
}

/// Labels that other drafters use stay as they are written.
#[test]
fn other_labels() {
    for (first, second) in [
        ("a.", "b."),
        ("(a)", "(b)"),
        ("(1)", "(2)"),
        ("(i)", "(ii)"),
        ("i)", "ii)"),
        ("i.", "ii."),
        ("I.", "II."),
        ("I)", "II)"),
        ("A.", "B."),
        ("A)", "B)"),
        ("H.", "I."),
        ("(h)", "(i)"),
        ("h)", "i)"),
        ("iv)", "v)"),
        ("1)", "2)"),
        ("d)", "đ)"),
        ("1.1.", "1.2."),
        ("•", "•"),
        ("–", "–"),
        ("—", "—"),
        ("−", "−"),
        ("▪", "▪"),
        ("*", "*"),
        ("+", "+"),
    ] {
        let points = format!("points\n  {first} một\n  {second} hai");
        check(&format!("{first} một;\n{second} hai"), &points.replace("một", "một;"));
        check(&format!("{first} một\n{second} hai"), &points);
        check(&format!("Gồm:\n{first} một\n{second} hai"), &format!("p Gồm:\n{points}"));
        let parted = format!("Gồm:\n\n{first} một\n\n{second} hai");
        // A letter or number in the middle begins no list.
        match first {
            "H." | "(h)" => check(&parted, &format!("p Gồm:\np {first} một\npoints\n  {second} hai")),
            "iv)" => check(&parted, &format!("p Gồm:\np {first} một\npoints\n  {second} hai")),
            _ => check(&parted, &format!("p Gồm:\n{points}")),
        }
        check(&format!("Gồm  \n{first} một  \n{second} hai"), &format!("p Gồm\n{points}"));
    }
    check("Gồm có\n•Một\n•Hai:\n–Ba", "p Gồm có\npoints\n  • Một\n  • Hai:\n    points\n      – Ba");
    check(
        "I. Một\n1. hai:\na) ba:\n(1) bốn;\n(2) năm\n2. sáu\nII. Bảy",
        "points\n  I. Một\n    points\n      1. hai:\n        points\n          a) ba:\n            points\n              (1) bốn;\n              (2) năm\n      2. sáu\n  II. Bảy",
    );
    check("- một:\n• hai\n• ba\n- bốn", "points\n  - một:\n    points\n      • hai\n      • ba\n  - bốn");
}

/// Words with a number begin a paragraph of their own, as they are written.
#[test]
fn named_units() {
    check("Khoản 1. Một.\nKhoản 2. Hai.", "p Khoản 1. Một.\np Khoản 2. Hai.");
    check("Gồm:\nĐiểm a) Một\nĐiểm b) Hai", "p Gồm:\np cite(Điểm a)) Một\np cite(Điểm b)) Hai");
    check(
        "1. Thủ tục:\nBước 1: một.\nBước 2: hai.\n2. Khác",
        "points\n  1. Thủ tục:\n    p Bước 1: một.\n    p Bước 2: hai.\n  2. Khác",
    );
    check("theo quy định tại\nĐiểm a) khoản 2 x", "p theo quy định tại cite(Điểm a) khoản 2) x");
    check("Hết câu.\nĐiểm a) khoản 2 x", "p Hết câu. cite(Điểm a) khoản 2) x");
}

/// Wrapped lines of prose are no points.
#[test]
fn prose_that_begins_like_a_point() {
    for line in [
        "A. Nguyễn viết",
        "(1) và",
        "– thủ đô –",
        "i. e.",
        "I. Kant viết",
        "(a) hoặc",
        "a. b",
        "1.5 lần",
        "2013. Sau đó",
        "-5 độ",
        "(m2) đất",
    ] {
        check(&format!("một câu chưa hết\n{line} hai"), &format!("p một câu chưa hết {line} hai"));
    }
    check("C. Mác viết", "p C. Mác viết");
    check("Đơn vị: ha.\n(m2) đất", "p Đơn vị: ha.\np (m2) đất");
}

#[test]
fn continuation_lines() {
    check("a) một\nhai\n   ba\nb) bốn", "points\n  a) một hai ba\n  b) bốn");
    check("a) một\\\nb) hai", "points\n  a) một\n  b) hai");
    check("theo quy định tại điểm\na) khoản 2", "p theo quy định tại cite(điểm a) khoản 2)");
    check("a) **một\nb) hai**", "points\n  a) st(một b) hai)");
    check("a\\) một\n1\\. hai", "p a) một 1. hai");
    check("\\- một\n\\+ hai \\\\[[a]]", "p - một + hai \\ref(a -)");
}

#[test]
fn indentation_wins() {
    check("- a\n  - b\n    1. c\n- d", "points\n  - a\n    points\n      - b\n        points\n          1. c\n  - d");
    check("a) một:\n   1. hai\n   2. ba\nb) bốn", "points\n  a) một:\n    points\n      1. hai\n      2. ba\n  b) bốn");
    check("1. một:\n   a) hai\n- ba", "points\n  1. một:\n    points\n      a) hai\n    points\n      - ba");
    check(" 9. chín\n10. mười", "points\n  9. chín\n  10. mười");
    check("1. một\n\n   đoạn hai\n\nđoạn ngoài", "points\n  1. một\n    p đoạn hai\np đoạn ngoài");
    check("a) một\n\n  đoạn hai\n\nb) hai", "points\n  a) một\n    p đoạn hai\n  b) hai");
    check("- a) một\n  b) hai", "points\n  -\n    points\n      a) một\n      b) hai");
}

#[test]
fn quotations() {
    check("> 1. một\n> a) hai\n\nba", "quote\n  points\n    1. một\n      points\n        a) hai\np ba");
    check("a) một:\n\n   > hai", "points\n  a) một:\n    quote\n      p hai");
    check("> > sâu", "quote\n  quote\n    p sâu");
    check(
        "> “5 năm\n> 6 tháng”\n\n> 5. năm\n\n> thời hạn",
        "quote\n  p “5 năm 6 tháng”\nquote\n  points\n    5. năm\nquote\n  p thời hạn",
    );
    check("≥ 5 năm, \\> 6 năm\n\\>= 7\n\\>8%", "p ≥ 5 năm, > 6 năm >= 7 >8%");
    check("< 5 năm <= 6 <7", "p < 5 năm <= 6 <7");
}

#[test]
fn tables() {
    check("| a | *b* | c |\n|---|:-:|--:|\n| 1 \\| 2 | 3 |", "table <^>\n  a | em(b) | c\n  1 | 2 | 3 | ");
    check("a) bảng:\n\n   | x |\n   |---|\n   | y |", "points\n  a) bảng:\n    table <\n      x\n      y");
}

#[test]
fn footnotes() {
    check(
        "b[^b] a[^A] b[^b]\n\n[^a]: chú *a*[^c]\n[^b]: chú b\n\n    đoạn hai\n[^c]: chú c",
        "p bnote(0) anote(1) bnote(0)\nnote 0\n  p chú b\n  p đoạn hai\nnote 1\n  p chú em(a)note(2)\nnote 2\n  p chú c",
    );
    check(
        "1. x[^1]\n[^1]: gồm:\n    a) một\n    b) hai\n\n2. y",
        "points\n  1. xnote(0)\n  2. y\nnote 0\n  p gồm:\n  points\n    a) một\n    b) hai",
    );
    check(
        "x[^1]\n\n[^1]: 1. một\n    a) hai",
        "p xnote(0)\nnote 0\n  points\n    1. một\n      points\n        a) hai",
    );
}

/// Ordinary text that looks like markup.
#[test]
fn signs_of_text() {
    for text in [
        "2 * 3 * 4",
        "Ghi chú (*) và (**) của bảng",
        "Tên* là",
        "2**3",
        "khoa_dia_chi _dmarc.x.vn a__b",
        "Số: ____/QĐ",
        "x | y",
        "a < b && c > d",
        "R&D; AT&T",
        "1 == 2 a==b",
        "~10 Mbps",
        "[1] (xem thêm) [2][3] [1, 2][4]",
        "số #1 và C#",
        "[…]",
        "a]b",
        "C:\\Users",
    ] {
        check(text, &format!("p {text}"));
    }
    check("[[a|một]] x\n[[b|hai]] y", "p ref(a một) x ref(b hai) y");
    check("\\*\\*đậm \\`x \\[x](y z) \\##x \\~\\~y \\=\\=z \\&nbsp", "p **đậm `x [x](y z) ##x ~~y ==z &nbsp");
    check("một \\| hai\nba \\| bốn", "p một | hai ba | bốn");
}

#[test]
fn headings_of_guidance() {
    check_as(Purpose::Guidance, "## Một\n\n#### Hai *x*\n### Ba\n## Bốn", "h1 Một\nh2 Hai em(x)\nh2 Ba\nh1 Bốn");
    check_as(Purpose::Guidance, "1. một\n\n# Hai\n\n2. ba", "points\n  1. một\nh1 Hai\npoints\n  2. ba");
    check_as(Purpose::Guidance, "kết thúc:", "p kết thúc:");
}

#[test]
fn images() {
    check("![Sơ đồ *ba* lớp](images/so-do.svg)", "image images/so-do.svg “Sơ đồ ba lớp” -");
    check("a) ![x](images/y.png \"Hình 1\")", "points\n  a)\n    image images/y.png “x” Hình 1");
}

#[test]
fn references() {
    check("xem [[nd-72-2013.dieu-18]].", "p xem ref(nd-72-2013.dieu-18 -).");
    check("[[a|chữ hiện ra]][[b]]", "p ref(a chữ hiện ra)ref(b -)");
    check("[[ a | chữ\nhai ]]", "p ref(a chữ hai)");
    check("**xem [[a]]** \\[\\[b]] \\[[c]]", "p st(xem ref(a -)) [[b]] [[c]]");
    check("| x |\n|---|\n| [[a\\|chữ]] |", "table <\n  x\n  ref(a chữ)");
    let (text, body, _) = parse_body("&amp; \\* [[a|chữ &lt;]] x", Purpose::Excerpt);
    each_inline(&body, &mut |inline| {
        if let Inline::Reference { range, words, .. } = inline {
            assert_eq!(&text[range.clone()], "[[a|chữ &lt;]]");
            assert_eq!(words.as_deref(), Some("chữ <"));
        }
    });
}

#[test]
fn citations() {
    check("theo khoản 2 Điều 5 Nghị định số 72/2013/NĐ-CP.", "p theo cite(khoản 2 Điều 5 Nghị định số 72/2013/NĐ-CP).");
    check("a) theo Nghị\n   định số 72/2013/NĐ-CP", "points\n  a) theo cite(Nghị định số 72/2013/NĐ-CP)");
    check("> theo Điều\n> 5 x", "quote\n  p theo cite(Điều 5) x");
    check("[Điều 5](https://x.vn) `Điều 5` **Điều 5**", "p link(https://x.vn Điều 5) code(Điều 5) st(cite(Điều 5))");
    check("[[a|Điều 5]] và Điều 6", "p ref(a Điều 5) và cite(Điều 6)");
    let (text, body, _) = parse_body("&amp; \\* &nbsp;x Luật&nbsp;Viễn thông số 24/2023/QH15 \\*", Purpose::Excerpt);
    let mut ranges = Vec::new();
    each_inline(&body, &mut |inline| {
        if let Inline::Cite { range, .. } = inline {
            ranges.push(&text[range.clone()]);
        }
    });
    assert_eq!(ranges, ["Luật&nbsp;Viễn thông số 24/2023/QH15"]);
}

/// The pieces of citations, each with the type of its document and its places.
fn pieces(input: &str) -> Vec<String> {
    let (_, body, sink) = parse_body(input, Purpose::Excerpt);
    assert!(sink.findings().is_empty(), "{:?}", sink.findings());
    let mut pieces = Vec::new();
    each_inline(&body, &mut |inline| {
        if let Inline::Cite { words, found, .. } = inline {
            let document = match &found.document {
                DocumentRef::Number { number, .. } => number.to_string(),
                DocumentRef::Named { name, .. } => name.clone(),
                other => format!("{other:?}"),
            };
            pieces.push(format!("{words} = {document}, {}", found.cited.len()));
        }
    });
    pieces
}

#[test]
fn marks_do_not_part_a_place_from_its_document() {
    let number = "9002/2030/NĐ-XX";
    let check = |input: &str, expected: &[&str]| {
        let input = input.replace("ND", &format!("Nghị định số {number}"));
        let expected: Vec<String> = expected.iter().map(|piece| piece.replace("ND", number)).collect();
        assert_eq!(pieces(&input), expected, "{input}");
    };
    check("Theo Điều 5 **ND**.", &["Điều 5 = ND, 1", "Nghị định số ND = ND, 0"]);
    check("Theo Điều 5 của *ND*.", &["Điều 5 = ND, 1", "Nghị định số ND = ND, 0"]);
    check("Theo **khoản 2** Điều 5 ND.", &["khoản 2 = ND, 1", "Điều 5 Nghị định số ND = ND, 1"]);
    check("Theo Điều 5[^1] ND.\n\n[^1]: Chú.", &["Điều 5 = ND, 1", "Nghị định số ND = ND, 0"]);
    check("Theo Điều 5 [ND](https://x.vn).", &["Điều 5 = ND, 1"]);
    check("Theo ND, **Điều 5**.", &["Nghị định số ND = ND, 0", "Điều 5 = ND, 1"]);
    check(
        "Theo **Luật Chất lượng** sản phẩm, hàng hóa.",
        &[
            "Luật Chất lượng = Luật Chất lượng sản phẩm, hàng hóa, 0",
            "sản phẩm, hàng hóa = Luật Chất lượng sản phẩm, hàng hóa, 0",
        ],
    );
    check("Theo **Điều 5**[^1]và khoản 6.\n\n[^1]: Chú.", &["Điều 5 = Unstated, 1", "khoản 6 = Unstated, 1"]);
    check("Theo Điều 5\\\nND", &["Điều 5 = Unstated, 1", "Nghị định số ND = ND, 0"]);
    check("Theo Điều 5 `x` ND", &["Điều 5 = Unstated, 1", "Nghị định số ND = ND, 0"]);
    check("| Điều 5 | ND |\n|---|---|\n| a | b |", &["Điều 5 = Unstated, 1", "Nghị định số ND = ND, 0"]);
}

#[test]
fn plain_words() {
    let input = "Mở **đầu**&nbsp;:\n\n1. Một\\\nhai[^1]\na) - ba\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n> ![alt](images/a.png \"chú\")\n\n[^1]: chú thích";
    let (_, body, _) = parse_body(input, Purpose::Excerpt);
    assert_eq!(plain_text(&body), "Mở đầu :\n1. Một hai\na) - ba\nx y\n1 2\nalt\nchú\nchú thích");
    assert_eq!(plain_text(&Body::default()), "");
}
