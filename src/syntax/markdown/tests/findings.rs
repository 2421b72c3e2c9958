//! Every finding, its code and the exact words it points at; and that nothing readable is lost.

use super::*;

/// The findings of an excerpt, and the tree all the same.
fn finds(input: &str, expected: &[(&str, &str)], tree: &str) {
    finds_as(Purpose::Excerpt, input, expected, tree);
}

fn finds_as(purpose: Purpose, input: &str, expected: &[(&str, &str)], tree: &str) {
    let (text, body, sink) = parse_body(input, purpose);
    let expected: Vec<_> = expected.iter().map(|(id, words)| (*id, (*words).to_owned())).collect();
    assert_eq!(said(&text, &sink), expected, "\n{input}");
    assert_eq!(print(&body).trim_end(), tree, "\n{input}");
}

#[test]
fn raw_html() {
    finds("<b>phải</b> x", &[("CN201", "<b>")], "p phải x");
    finds("phải</b> x", &[("CN201", "</b>")], "p phải x");
    finds(
        "x\n\n<div>\nmột <i>hai</i>\n</div>\n\ny",
        &[("CN201", "<div>\nmột <i>hai</i>\n</div>")],
        "p x\np một hai\np y",
    );
    finds("x <!-- y -->", &[("CN201", "<!-- y -->")], "p x");
    finds(
        "<script>\na) alert\n\nb) x\n</script>\n\ny",
        &[("CN201", "<script>\na) alert\n\nb) x\n</script>")],
        "points\n  a) alert\n  b) x\np y",
    );
}

#[test]
fn bad_link() {
    for link in [
        "[a](javascript:alert)",
        "[a](JavaScript:alert)",
        "[a](java&#10;script:x)",
        "[a](https://x&#10;y)",
        "[a](<data:text/html,x>)",
        "[a](file:///etc)",
        "[a](x.md)",
        "[a](//x.vn)",
        "[a]()",
        "[a](https://)",
        "[a](https:\\\\\\\\x)",
    ] {
        finds(&format!("x {link} y"), &[("CN202", link)], "p x a y");
    }
    finds("<ftp://x.vn>", &[("CN202", "<ftp://x.vn>")], "p ftp://x.vn");
    finds("[a](https://x.vn \"lời\")", &[("CN203", "[a](https://x.vn \"lời\")")], "p link(https://x.vn a)");
}

#[test]
fn unsupported_blocks() {
    finds("x\n\n    a) mã\n    b) hai\n\ny", &[("CN203", "a) mã\n    b) hai")], "p x\npoints\n  a) mã\n  b) hai\np y");
    finds("```rust\nmã *x*\n\nhai\n```", &[("CN203", "```rust\nmã *x*\n\nhai\n```")], "p mã *x* hai");
    finds("x\n\n---\n\ny", &[("CN203", "---")], "p x\np y");
    finds("x\n***\ny", &[("CN203", "***")], "p x\np y");
    finds("một\nhai\n---\nba", &[("CN203", "---")], "p một hai\np ba");
    finds("a) một\nb) hai\n===", &[("CN203", "===")], "points\n  a) một\n  b) hai");
    finds("+++\nx = 1\n+++\n\ny", &[("CN203", "+++\nx = 1\n+++")], "p x = 1\np y");
    finds("> [!NOTE]\n> x", &[("CN203", "[!NOTE]")], "quote\n  p x");
    finds("- [ ] x\n- [x] y", &[("CN203", "[ ]"), ("CN203", "[x]")], "points\n  - x\n  - y");
    finds("x\n\n[a]: https://b.vn", &[("CN203", "[a]: https://b.vn")], "p x");
    finds("[a]: https://b.vn\n[a]: https://c.vn\nx [a]", &[("CN203", "[a]: https://c.vn")], "p x link(https://b.vn a)");
}

#[test]
fn unsupported_inlines() {
    finds("x ~~y~~ z", &[("CN203", "~~y~~")], "p x y z");
    finds("x $y+z$", &[("CN203", "$y+z$")], "p x $y+z$");
    finds("2*3*4 a**b**", &[("CN203", "*3*"), ("CN203", "**b**")], "p 2*3*4 a**b**");
    finds("x ![y](images/z.png)", &[("CN203", "![y](images/z.png)")], "p x y");
    // A mark inside a link makes no link.
    finds("[x[^1]](https://x.vn)\n\n[^1]: y", &[], "p [xnote(0)](https://x.vn)\nnote 0\n  p y");
}

#[test]
fn unsupported_tables() {
    finds(
        "| a | b |\n|---|---|\n| 1 | 2 | *ba* | 4 |",
        &[("CN203", "| *ba* | 4 |")],
        "table <<\n  a | b\n  1 | 2 *ba* | 4",
    );
    finds("| a |\n|---|\n| 1 |\na) chữ", &[("CN203", "a) chữ")], "table <\n  a\n  1\n  a) chữ");
    finds("| a | b |\n|---|\n| 1 | 2 |", &[("CN203", "|---|")], "p | a | b | |---| | 1 | 2 |");
}

#[test]
fn unsupported_nesting() {
    let quotes = format!("{}x", "> ".repeat(14));
    let (text, body, sink) = parse_body(&quotes, Purpose::Excerpt);
    assert_eq!(said(&text, &sink), vec![("CN203", "> > > x".to_owned())]);
    assert_eq!(plain_text(&body), "x");
    let list: String = (0..15).map(|depth| format!("{}- x{depth}\n", "  ".repeat(depth))).collect();
    let (text, body, sink) = parse_body(&list, Purpose::Excerpt);
    assert_eq!(said(&text, &sink), vec![("CN203", "-".to_owned())]);
    assert_eq!(plain_text(&body).lines().count(), 15);
    let emphasis = format!("{}x{}", "*a **b ".repeat(8), "*".repeat(24));
    let (text, body, sink) = parse_body(&emphasis, Purpose::Excerpt);
    assert_eq!(said(&text, &sink).len(), 1);
    assert!(plain_text(&body).contains('x'));
}

#[test]
fn image_faults() {
    finds("![](images/a.png)", &[("CN204", "![](images/a.png)")], "image images/a.png “a.png” -");
    for path in
        ["../a.png", "/a.png", "C:\\a.png", "https://x.vn/a.png", "images/../a.png", "images\\a.png", "./a.png", "a//b"]
    {
        let input = format!("![x](<{path}>)");
        let (text, _, sink) = parse_body(&input, Purpose::Excerpt);
        assert_eq!(said(&text, &sink), vec![("CN205", input.clone())], "{input}");
    }
}

#[test]
fn headings() {
    finds("x\n\n## Mua sắm\n\ny", &[("CN207", "## Mua sắm")], "p x\np st(Mua sắm)\np y");
    finds("x\n\n#", &[("CN207", "#")], "p x");
    finds_as(Purpose::Guidance, "x\n\n##", &[("CN203", "##")], "p x");
    finds_as(Purpose::Guidance, "> # x", &[("CN203", "# x")], "quote\n  p st(x)");
    finds_as(Purpose::Guidance, "- y\n\n  # x", &[("CN203", "# x")], "points\n  - y\n    p st(x)");
    finds_as(Purpose::Guidance, "một\n---", &[("CN203", "---")], "p một");
}

#[test]
fn footnote_faults() {
    finds("x[^1] y", &[("CN208", "[^1]")], "p x[^1] y");
    finds("x \\[^1]", &[], "p x [^1]");
    finds("x[^1]\n\n[^1]:", &[("CN208", "[^1]:")], "p xnote(0)\nnote 0");
    finds("x\n\n[^2]: chú", &[("CN209", "[^2]:")], "p x");
    finds("x[^1]\n\n[^1]: a\n\n[^1]: b", &[("CN203", "[^1]:")], "p xnote(0)\nnote 0\n  p a\n  p b");
}

#[test]
fn bad_references() {
    for wrong in ["[[Mục lục]]", "[[]]", "[[a|]]", "[[a|  ]]", "[[|x]]", "[[a_b]]", "[[ ]]"] {
        finds(&format!("x {wrong} y"), &[("CN210", wrong)], &format!("p x {wrong} y"));
    }
    finds("x [[nd-72 y", &[("CN210", "[[nd-72")], "p x [[nd-72 y");
    finds("[[a|*chữ*]]", &[("CN210", "[[a|")], "p [[a|em(chữ)]]");
    finds("[[a [[b]]", &[("CN210", "[[a")], "p [[a ref(b -)");
    finds("[x [[b]] y](https://c.vn)", &[("CN210", "[[b]]")], "p link(https://c.vn x [[b]] y)");
}

#[test]
fn skipped_points() {
    finds("a) một\nc) ba", &[("CN211", "c)")], "points\n  a) một\n  c) ba");
    finds("1. một\n3. ba\n", &[("CN211", "3.")], "points\n  1. một\n  3. ba");
    finds("1. một\na) x\n3. ba\n", &[("CN211", "3.")], "points\n  1. một\n    points\n      a) x\n  3. ba");
    finds("1. một\n1. hai\n", &[("CN211", "1.")], "points\n  1. một\n  1. hai");
    finds("1. một\n\n(…)\n\n3. ba", &[], "points\n  1. một\np (…)\npoints\n  3. ba");
}

#[test]
fn odd_points() {
    finds("a) một\nf) sáu\nz) bảy", &[("CN217", "f)"), ("CN217", "z)")], "points\n  a) một\n  f) sáu\n  z) bảy");
}

#[test]
fn unfinished() {
    finds("Cơ quan phải:", &[("CN212", ":")], "p Cơ quan phải:");
    finds("a) một;\n\n", &[("CN212", ";")], "points\n  a) một;");
    finds("**Một:**", &[("CN212", ":")], "p st(Một:)");
    finds("một:[^1]\n\n[^1]: chú.", &[("CN212", ":")], "p một:note(0)\nnote 0\n  p chú.");
    finds("gồm:\n\n| a |\n|---|\n| b: |", &[], "p gồm:\ntable <\n  a\n  b:");
    finds("gồm:\n\n![x](images/y.png)", &[], "p gồm:\nimage images/y.png “x” -");
}

/// A sign of comparison is kept, and reported.
#[test]
fn lost_signs() {
    for line in
        ["> 5 năm", ">5 năm", ">5%", ">= 2 thiết bị", ">=2", "> = 2", "> 0,5 ha", "> 10.000.000 đồng", "> % của", ">½"]
    {
        finds(line, &[("CN218", line)], &format!("p {line}"));
        finds(&format!("thời hạn\n{line}\n\nx"), &[("CN218", line)], &format!("p thời hạn\np {line}\np x"));
        finds(&format!("- {line}"), &[("CN218", line)], &format!("points\n  - {line}"));
    }
    finds("> một\n>= 2", &[("CN218", ">= 2")], "quote\n  p một = 2");
    finds("> một\n>2", &[("CN218", ">2")], "quote\n  p một 2");
    finds("> một\n> > 5 kW", &[("CN218", "> 5 kW")], "quote\n  p một\n  p > 5 kW");
    finds(">>5", &[("CN218", ">5")], "quote\n  p >5");
}

/// What the parser did not take for markup, with the words at fault.
#[test]
fn raw_markup() {
    for (input, words) in [
        ("x ![Sơ đồ](ảnh có dấu cách.png) y", "![Sơ đồ](ảnh có dấu cách.png)"),
        ("x [a](b c) y", "[a](b c)"),
        ("x [a](https://x.vn y", "[a]("),
        ("x [a] (https://x.vn) y", "[a] (https://x.vn)"),
        ("x [a] (www.x.vn) y", "[a] (www.x.vn)"),
        ("x [chữ][nhãn] y", "[chữ][nhãn]"),
        ("x[^ghi chú] y", "[^ghi chú]"),
        ("x **đậm y", "**đậm"),
        ("x ** đậm ** y", "** đậm **"),
        ("x **đậm ** y", "**đậm **"),
        ("x đậm** y", "** y"),
        ("x __đậm y", "__đậm"),
        ("x __ đậm__ y", "__ y"),
        ("x *nghiêng y", "*nghiêng"),
        ("*Một y", "*Một"),
        ("x _nghiêng y", "_nghiêng"),
        ("x `mã y", "`mã"),
        ("x ~~gạch y", "~~gạch"),
        ("x ==tô nền== y", "==tô nền=="),
        ("##Tiêu đề y", "##Tiêu"),
        ("#Tiêu đề y", "#Tiêu"),
        ("[ ] việc y", "[ ]"),
        ("x&nbsp y", "&nbsp"),
        ("x &abc; y", "&abc;"),
        ("x &#xyz; y", "&#xyz;"),
        ("x \\ y", "\\"),
        ("x y\\", "\\"),
    ] {
        finds(input, &[("CN219", words)], &format!("p {input}"));
    }
    finds("| a | b |\n| 1 | 2 |", &[("CN219", "| a | b |")], "p | a | b | | 1 | 2 |");
    finds("x\na | b\n1 | 2", &[("CN219", "a | b")], "p x a | b 1 | 2");
    finds("| a | b |", &[("CN219", "| a | b |")], "p | a | b |");
    finds("| a |\n|---|\n| **b |", &[("CN219", "**b")], "table <\n  a\n  **b");
}

#[test]
fn stuck_points() {
    for label in ["1.", "a)", "đ)", "1)", "1.1.", "-", "+"] {
        let (one, two) = (format!("{label}Một."), format!("{label}Hai"));
        finds(&format!("Gồm:\n{one}"), &[("CN220", label)], &format!("p Gồm: {one}"));
        finds(&one, &[("CN220", label)], &format!("p {one}"));
        finds(&format!("{one}\n{two}"), &[("CN220", label), ("CN220", label)], &format!("p {one} {two}"));
    }
    finds("Gồm:\n1\\.Một\na\\)Hai", &[], "p Gồm: 1.Một a)Hai");
}

#[test]
fn citation_form() {
    finds("Thông tư 39/2017/TT- BTTTT.", &[("CN213", "TT- BTTTT")], "p cite(Thông tư 39/2017/TT- BTTTT).");
    finds("*Nghị định số 72/2013/NĐ-CP*mộtđ", &[("CN213", "CP")], "p em(cite(Nghị định số 72/2013/NĐ-CP))mộtđ");
    finds(
        "theo kho&shy;ản 3&nbsp;Điều 18 Nghị định 72/2013/NĐ-CP",
        &[("CN008", "&shy;"), ("CN008", "&nbsp;")],
        "p theo cite(khoản 3 Điều 18 Nghị định 72/2013/NĐ-CP)",
    );
    finds("theo &lt; Nghị định 72/2013/NÐ-CP", &[("CN213", "NÐ")], "p theo < cite(Nghị định 72/2013/NÐ-CP)");
    finds("**Luật Viễn thông số 24/2023/QHI5**", &[("CN213", "QHI5")], "p st(cite(Luật Viễn thông số 24/2023/QHI5))");
    for (input, repaired) in [
        ("Thông tư 39/2017/TT- BTTTT", "TT-BTTTT"),
        ("Nghị định 72/2013/NÐ-CP", "NĐ"),
        ("Nghị định 72/2013/NĐ–CP", "-"),
        ("72/2013/NĐ-CPngày 15 tháng 7 năm 2013", "CP ngày"),
        ("Luật Viễn thông số 24/2023/QHI5", "QH15"),
        ("Thông tư 16/2011/tt-bgdđt", "TT-BGDĐT"),
        ("từ Điều 9 đến Điều 5 Luật Viễn thông", "Điều 5 đến Điều 9"),
    ] {
        let (_, _, sink) = parse_body(input, Purpose::Excerpt);
        let [finding] = sink.findings() else { panic!("{input}: {:?}", sink.findings()) };
        assert_eq!(crate::diag::fill("{canonical}", &finding.args, Lang::Vi), repaired);
    }
    finds("Điều 5 Khoản 2 Nghị định 72/2013/NĐ-CP", &[], "p cite(Điều 5 Khoản 2 Nghị định 72/2013/NĐ-CP)");
}

#[test]
fn empty_body() {
    finds("", &[("CN214", "")], "");
    finds(" \n\n", &[("CN214", "")], "");
    finds("***", &[("CN203", "***"), ("CN214", "")], "");
    let (_, _, sink) = parse_body("\n\n", Purpose::Excerpt);
    let Place::Span(span) = &sink.findings()[0].place else { panic!() };
    assert_eq!(span.range(), HEADER.len()..HEADER.len());
}

#[test]
fn draft_left() {
    finds("x VIẾT NỘI DUNG Ở ĐÂY.", &[("CN215", PLACEHOLDER)], "p x VIẾT NỘI DUNG Ở ĐÂY.");
}

#[test]
fn table_without_head() {
    finds("x\n\n| a | |\n|---|---|\n| 1 | 2 |", &[("CN216", "| a | |")], "p x\ntable <<\n  a | \n  1 | 2");
}

#[test]
fn severities_hold() {
    let (_, _, sink) = parse_body("a) một\nc) hai", Purpose::Excerpt);
    assert!(sink.findings().iter().all(|finding| finding.severity() == Severity::Warning));
}
