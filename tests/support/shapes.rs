//! Texts of odd shapes, of any size, that cost too much once or could: what reading them takes must grow no faster than
//! they do. All are nonsense.

use std::collections::BTreeMap;

/// A shape: its name and the files of a corpus that has it, with about so many bytes of it.
pub struct Shape {
    pub name: &'static str,
    files: fn(&Shape, usize) -> BTreeMap<String, String>,
    /// The beginning, the part that is repeated (`#` stands for a number), and the end.
    parts: [&'static str; 3],
}

impl Shape {
    /// The texts of a corpus by their paths.
    pub fn files(&self, bytes: usize) -> BTreeMap<String, String> {
        (self.files)(self, bytes)
    }

    fn text(&self, bytes: usize) -> String {
        let [begin, piece, end] = self.parts;
        let mut text = String::with_capacity(begin.len() + bytes + end.len() + 16);
        text.push_str(begin);
        for number in 0_usize.. {
            if text.len() >= bytes {
                break;
            }
            let mut rest = piece.split('#');
            text.push_str(rest.next().unwrap_or_default());
            for part in rest {
                text.push_str(&number.to_string());
                text.push_str(part);
            }
        }
        text.push_str(end);
        text
    }
}

const fn markdown(name: &'static str, piece: &'static str) -> Shape {
    between(name, "", piece, "")
}

const fn between(name: &'static str, begin: &'static str, piece: &'static str, end: &'static str) -> Shape {
    Shape { name, files: excerpt, parts: [begin, piece, end] }
}

const fn yaml(name: &'static str, begin: &'static str, piece: &'static str, end: &'static str) -> Shape {
    Shape { name, files: instrument, parts: [begin, piece, end] }
}

fn with(path: &str, text: String) -> BTreeMap<String, String> {
    let base = [
        ("vocabulary.yaml", VOCABULARY),
        ("editions/so-tay.yaml", EDITION),
        ("instruments/nd-1-2030.yaml", INSTRUMENT),
    ];
    let mut files: BTreeMap<String, String> = base.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    files.insert(path.to_owned(), text);
    files
}

fn excerpt(shape: &Shape, bytes: usize) -> BTreeMap<String, String> {
    with("excerpts/nd-1-2030/dieu-1.md", format!("{HEADER}{}", shape.text(bytes)))
}

fn instrument(shape: &Shape, bytes: usize) -> BTreeMap<String, String> {
    with("instruments/nd-2-2030.yaml", shape.text(bytes))
}

fn header(shape: &Shape, bytes: usize) -> BTreeMap<String, String> {
    with("excerpts/nd-1-2030/dieu-1.md", shape.text(bytes))
}

fn edition(shape: &Shape, bytes: usize) -> BTreeMap<String, String> {
    with("editions/so-tay.yaml", shape.text(bytes))
}

fn glossary(shape: &Shape, bytes: usize) -> BTreeMap<String, String> {
    with("glossary.yaml", shape.text(bytes))
}

/// One piece to a file.
fn many_excerpts(shape: &Shape, bytes: usize) -> BTreeMap<String, String> {
    let text = format!("{HEADER}{}", shape.parts[1]);
    let count = bytes / text.len() + 1;
    let mut files = with("excerpts/nd-1-2030/dieu-0.md", text.replace('#', "0"));
    let one = |number: usize| {
        let own = text.replace("dieu-1\n", &format!("dieu-{number}\n")).replace('#', &number.to_string());
        (format!("excerpts/nd-1-2030/dieu-{number}.md"), own)
    };
    files.extend((1..count).map(one));
    files
}

const VOCABULARY: &str = "topics:\n  - {id: mua-sam, name: Mua sắm}\naudiences:\n  - {id: co-quan, name: Cơ quan}\n\
                          levels:\n  - {id: bat-buoc, name: Bắt buộc, verb: phải, kind: duty}\n";
const EDITION: &str = "id: so-tay\ntitle: Sổ tay\ndescription: Thử\nissuer: {name: Cục Thử}\nas-of: 2030-06-01\nparts:\n  - title: Phần\n    \
                       chapters:\n      - {id: chuong, title: Chương, select: {topics: [mua-sam]}}\n";
const INSTRUMENT: &str = "id: nd-1-2030\nnumber: 01/2030/NĐ-CP\ntype: Nghị định\ntitle: Văn bản thử\nissuer: Chính phủ\n\
                          signer: Nguyễn Văn A\nissued: 2030-01-01\nin-force-from: 2030-03-01\nin-force-until: none\n\
                          confidence: text-read\nchecked-on: 2030-03-01\nsources: [Văn bản thử]\n";
const HEADER: &str = "---\nid: nd-1-2030.dieu-1\ninstrument: nd-1-2030\nat: Điều 1\nwording: summary\ntopics: [mua-sam]\n\
                      audiences: [co-quan]\nconfidence: text-read\nchecked-on: 2030-03-01\nsources:\n  - Văn bản thử\n---\n";

pub const SHAPES: &[Shape] = &[
    markdown("letters without a font", "漢"),
    markdown("words of letters without a font", "漢字 "),
    markdown("a word", "a"),
    markdown("zeros", "\0"),
    markdown("prose", "Cơ quan phải bảo đảm thiết bị mới hỗ trợ các giao thức cần thiết.\n"),
    markdown("brackets", "["),
    markdown("brackets apart", "[ "),
    markdown("two brackets", "[[ "),
    markdown("brackets closed", "[]"),
    markdown("two brackets closed", "[[a]] "),
    between("brackets nested", "", "[x", "]"),
    markdown("half a link", "]("),
    markdown("links", "[a](https://b.vn) "),
    markdown("bad links", "[a](b) "),
    markdown("links with spaces", "[a](b c) "),
    markdown("images", "![a](images/b.png) "),
    markdown("half an image", "!["),
    markdown("labels of links", "[a][b] "),
    markdown("definitions", "[a#]: https://b.vn\n"),
    markdown("parentheses", "("),
    markdown("braces", "{"),
    markdown("stars", "*"),
    markdown("stars and words", "*a "),
    markdown("two stars", "**a "),
    markdown("stars of both kinds", "a **a *a "),
    markdown("stars in words", "a*b*"),
    markdown("lines", "_"),
    markdown("lines and words", "_ắ "),
    markdown("backticks", "`"),
    markdown("backticks and words", "`a "),
    markdown("backticks of many lengths", "`a``b```c````d "),
    markdown("tildes", "~~a "),
    markdown("highlights", "==a "),
    markdown("dollars", "$a "),
    markdown("one citation in many pieces", "khoản **#**, "),
    markdown("documents and places", "Nghị định số 1/2030/NĐ-XX, Điều # và theo Điều 5 "),
    markdown("laws without numbers", "Luật Kênh, rạch và ao hồ "),
    markdown("notes without text", "[^#] "),
    markdown("one note many times", "x[^1]"),
    between("notes", "", "x[^#]\n\n[^#]: y\n\n", ""),
    markdown("texts of notes", "[^#]: y\n"),
    markdown("quotation marks", "> "),
    markdown("quotations", "> 5 x\n\n"),
    markdown("quotations of quotations", "> > > > > > > > > > > > > > > > x\n"),
    markdown("lists in lists", "- "),
    markdown("deeper lists", "- x\n  - y\n    - z\n"),
    markdown("points", "a) x\n"),
    markdown("points of two kinds", "1. x\na) y\n"),
    markdown("points stuck", "a)Một.\n"),
    markdown("labels of all kinds", "I. a;\n(i) b;\n• c;\n– d;\n(1) e;\n"),
    markdown("entities", "&amp;"),
    markdown("bad entities", "&abc; "),
    markdown("backslashes", "\\"),
    markdown("backslashes and spaces", "\\ "),
    markdown("pipes", "|"),
    markdown("rows", "| a | b |\n"),
    markdown("tables", "| a |\n|---|\n| b |\n\n"),
    between("one table", "| a | b |\n|---|---|\n", "| c | d | e |\n", ""),
    markdown("half a tag", "<"),
    markdown("tags", "<b>"),
    markdown("half a comment", "<!--"),
    markdown("rules", "x\n---\n"),
    markdown("metadata", "+++\n"),
    markdown("fences", "```\n"),
    markdown("headings", "# x\n\n"),
    markdown("empty lines", "\n"),
    markdown("spaces", " "),
    markdown("tabs", "\t"),
    markdown("one word", "a"),
    markdown("combining marks", "a\u{301}\u{323}"),
    markdown("combining marks alone", "\u{301}"),
    markdown("digits", "7"),
    markdown("numbers", "72/2013/"),
    markdown("citations", "khoản 2 Điều 5 Nghị định số 72/2013/NĐ-CP, "),
    markdown("units", "khoản 1 Điều 2 "),
    markdown("points of units", "điểm a, b, c khoản 1, "),
    markdown("one unit", "Điều "),
    markdown("one type", "Nghị định "),
    markdown("slips", "39/2017/TT- BTTTT "),
    markdown("unknown references", "[[nd-1-2030.dieu-#]] "),
    markdown("drafts", "VIẾT NỘI DUNG Ở ĐÂY "),
    markdown("emoji", "🙂"),
    Shape { name: "header without end", files: header, parts: ["---\n", "id: x\n", ""] },
    Shape { name: "header of one line", files: header, parts: ["---\nid: ", "x", "\n---\nx"] },
    yaml("unknown keys", "", "k#: v\n", ""),
    yaml("keys like known ones", "", "titel#: v\n", ""),
    yaml("keys that stand twice", "", "id: v\n", ""),
    yaml("long key", "", "k", ": v\n"),
    yaml("long value", "type: ", "v", "\n"),
    yaml("long date", "issued: ", "1", "\n"),
    yaml("long number", "number: ", "1/", "\n"),
    yaml("long id", "id: ", "a-", "\n"),
    yaml("quoted value", "title: \"", "v\\n", "\"\n"),
    yaml("quote without end", "title: \"", "v ", ""),
    yaml("flow lists", "", "[", ""),
    yaml("flow lists closed", "a: ", "[], ", ""),
    yaml("flow list of many", "sources: [", "a#, ", "]\n"),
    yaml("flow list of lists", "sources: [", "[a], ", "]\n"),
    yaml("flow mappings", "", "{", ""),
    yaml("flow mappings with keys", "", "{a: ", ""),
    yaml("flow of both", "", "[{a: ", ""),
    yaml("dashes in dashes", "", "- ", ""),
    yaml("keys in keys", "", "? ", ""),
    yaml("list", "sources:\n", "  - a\n", ""),
    yaml("list of records", "relations:\n", "  - {kind: x, instrument: nd-#}\n", ""),
    yaml("colons", "", "a: b: ", "\n"),
    yaml("colons alone", "", ":", ""),
    yaml("dashes", "", "-", ""),
    yaml("documents", "", "--- a\n", ""),
    yaml("anchors", "a: &a [x]\n", "b#: *a\n", ""),
    yaml("anchored values", "", "b#: &a x\n", ""),
    yaml("tagged values", "", "b#: !!str x\n", ""),
    yaml("merge keys", "a: &a {x: y}\n", "<<: *a\n", ""),
    yaml("comments", "", "# x\n", ""),
    yaml("block value", "title: |\n", "  dòng\n", ""),
    yaml("folded value", "title: >\n", "  dòng\n\n", ""),
    yaml("one line", "title: ", "dòng ", "\n"),
    yaml("empty lines of YAML", "title: x\n", "\n", ""),
    yaml("tabs of YAML", "title: x\n", "\tk#: v\n", ""),
    yaml("marks", "", "%", ""),
    yaml("aliases", "", "*a ", ""),
    Shape { name: "terms", files: glossary, parts: ["terms:\n", "  - {term: Từ #, definition: Nghĩa}\n", ""] },
    Shape {
        name: "terms that stand twice",
        files: glossary,
        parts: ["terms:\n", "  - {term: Từ, definition: Nghĩa}\n", ""],
    },
    Shape {
        name: "unknown excerpts",
        files: edition,
        parts: [
            "id: so-tay\ntitle: Sổ tay\ndescription: Thử\nissuer: {name: Cục}\nas-of: 2030-06-01\nparts:\n  - title: Phần\n    chapters:\n      - id: c\n        \
             title: C\n        select: {topics: [mua-sam]}\n        include:\n",
            "          - nd-1-2030.dieu-9#\n",
            "",
        ],
    },
    Shape { name: "many files", files: many_excerpts, parts: ["", "Lời thử.\n", ""] },
    Shape { name: "many files with faults", files: many_excerpts, parts: ["", "x [[nd-1-2030.khoan-#]] **y\n", ""] },
];
