use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use crate::model::original::DropReason;
use crate::originals::note::ReadNote;
use crate::originals::readers::tests_support::{read, text_of};
use crate::originals::refusal::{FileExcess, ReadRefusal};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// A file of Word with these parts; each is the inside of its root.
#[derive(Default)]
struct Word<'a> {
    body: &'a str,
    styles: &'a str,
    numbering: &'a str,
    footnotes: &'a str,
    header: &'a str,
    comments: &'a str,
}

impl Word<'_> {
    fn bytes(&self, main: &str) -> Vec<u8> {
        let root = |name: &str, inner: &str| {
            format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{name} xmlns:w=\"{main}\" \
                 xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
                 xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
                 xmlns:v=\"urn:schemas-microsoft-com:vml\">{inner}</w:{name}>"
            )
        };
        let relation = |kind: &str, target: &str| {
            format!(
                "<Relationship Id=\"r{kind}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
            )
        };
        let relations = |all: &str| {
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
            )
        };
        let own: String = ["styles", "numbering", "footnotes", "header", "comments"]
            .iter()
            .map(|kind| relation(kind, &format!("{kind}.xml")))
            .collect();
        zipped(&[
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", &relations(&relation("officeDocument", "word/document.xml"))),
            ("word/_rels/document.xml.rels", &relations(&own)),
            ("word/document.xml", &root("document", &format!("<w:body>{}</w:body>", self.body))),
            ("word/styles.xml", &root("styles", self.styles)),
            ("word/numbering.xml", &root("numbering", self.numbering)),
            ("word/footnotes.xml", &root("footnotes", self.footnotes)),
            ("word/header.xml", &root("hdr", self.header)),
            ("word/comments.xml", &root("comments", self.comments)),
        ])
    }
}

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A paragraph with properties, of one run.
fn p(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

/// A paragraph of a list.
fn item(list: u32, level: u32, words: &str) -> String {
    p(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"), words)
}

fn level(at: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

/// Điều, khoản and điểm, as lists of Word number them, and four lists of that kind.
fn law_lists() -> String {
    let levels = level(0, "decimal", "Điều %1.", "<w:pStyle w:val=\"Dieu\"/>")
        + &level(1, "decimal", "%2.", "")
        + &level(2, "lowerLetter", "%3)", "");
    format!(
        "<w:abstractNum w:abstractNumId=\"7\">{levels}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"8\">{}{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"2\"><w:startOverride w:val=\"3\"/></w:lvlOverride></w:num>\
         <w:num w:numId=\"3\"><w:abstractNumId w:val=\"8\"/></w:num>\
         <w:num w:numId=\"4\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"1\"><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1-%2\"/><w:suff w:val=\"nothing\"/></w:lvl></w:lvlOverride></w:num>",
        level(0, "bullet", "\u{f02d}", ""),
        level(1, "decimalZero", "%1.%2", "<w:isLgl/>"),
    )
}

fn numbered(body: &str, styles: &str) -> String {
    let numbering = law_lists();
    let word = Word { body, styles, numbering: &numbering, ..Word::default() };
    text_of("a.docx", &word.bytes(MAIN))
}

#[test]
fn three_levels_of_numbers_restart_and_go_on() {
    let body = [
        item(1, 0, "Máy cũ"),
        item(1, 1, "Một"),
        item(1, 2, "Điểm"),
        item(1, 2, "Điểm"),
        item(1, 1, "Hai"),
        item(1, 2, "Điểm"),
        // A second list of the same kind goes on, but for the level whose start it overrides.
        item(2, 2, "Điểm"),
        item(2, 2, "Điểm"),
        item(3, 0, "Gạch"),
        item(3, 1, "Hai mươi"),
        item(1, 0, "Máy mới"),
        item(1, 1, "Một"),
        item(4, 1, "Mã"),
        p("", "Không số"),
    ]
    .concat();
    assert_eq!(
        numbered(&body, ""),
        "Điều 1. Máy cũ\n1. Một\na) Điểm\nb) Điểm\n2. Hai\na) Điểm\nc) Điểm\nd) Điểm\n- Gạch\n1.1 Hai mươi\nĐiều 2. Máy mới\n1. Một\n2-IIMã\nKhông số\n"
    );
}

#[test]
fn lists_come_by_styles_and_are_switched_off() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"Dieu\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"Con\"><w:basedOn w:val=\"Dieu\"/></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"Khoan\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let style = |name: &str, more: &str| format!("<w:pStyle w:val=\"{name}\"/>{more}");
    let off = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>";
    let body = [
        p(&style("Dieu", ""), "Một"),
        p(&style("Khoan", ""), "Khoản"),
        p(&style("Con", ""), "Hai"),
        p(&style("Dieu", off), "Không số"),
        p(&style("Dieu", "<w:numPr><w:ilvl w:val=\"2\"/></w:numPr>"), "Điểm"),
    ]
    .concat();
    assert_eq!(numbered(&body, styles), "Điều 1. Một\n1. Khoản\nĐiều 2. Hai\nKhông số\na) Điểm\n");
}

#[test]
fn tracked_changes_count_as_accepted_and_are_listed() {
    let body = "<w:p><w:r><w:t>Cơ quan </w:t></w:r><w:del><w:r><w:delText>không </w:delText></w:r></w:del><w:ins><w:r><w:t>chỉ </w:t></w:r></w:ins><w:r><w:t>được mua</w:t></w:r></w:p>\
                <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>máy </w:t></w:r></w:p><w:p><w:r><w:t>mới.</w:t></w:r></w:p>\
                <w:p><w:moveFrom><w:r><w:t>Chuyển.</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>Chuyển.</w:t></w:r></w:moveTo></w:p>";
    let read = read("a.docx", &Word { body, ..Word::default() }.bytes(MAIN)).unwrap();
    assert_eq!(read.text.write(), "Cơ quan chỉ được mua\nmáy mới.\nChuyển.\n");
    let [ReadNote::Tracked { inserted, deleted }] = read.notes.as_slice() else { panic!("{:?}", read.notes) };
    assert_eq!((inserted.join("|"), deleted.join("|")), ("chỉ|Chuyển.".to_owned(), "không|Chuyển.".to_owned()));
    assert_eq!((read.taken, read.placed), (42, 30));
}

#[test]
fn tables_notes_boxes_fields_and_signs_keep_their_words() {
    let note = |id: u32, words: &str| {
        format!(
            "<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>"
        )
    };
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let text_box = "<w:txbxContent><w:p><w:r><w:t>Trong hộp</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><w:t>Máy</w:t></w:r><w:r><w:footnoteReference w:id=\"5\"/></w:r><w:r><w:t> cũ</w:t><w:noBreakHyphen/><w:t>mới</w:t><w:softHyphen/><w:br/><w:t>Dòng hai</w:t><w:br/><w:t>nối</w:t></w:r></w:p>\
         <w:tbl><w:tr>{}{}</w:tr><w:tr>{}<w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>Máy |</w:t></w:r></w:p><w:p><w:r><w:t>tính</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>\
         <w:p><w:r><w:t>Có hộp</w:t><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{text_box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{text_box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>\
         <w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>REF dieu1</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>Điều 1</w:t><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>5</w:t></w:r></w:p>",
        cell("Số"),
        cell("Tên"),
        cell("1.11")
    );
    let footnotes = note(5, "Chú thích.") + &note(9, "Không ai dẫn.");
    let text = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let (header, comments) = (text("CÔNG BÁO"), format!("<w:comment>{}</w:comment>", text("Xem lại")));
    let word = Word { body: &body, footnotes: &footnotes, header: &header, comments: &comments, ..Word::default() };
    for main in [MAIN, STRICT] {
        let read = read("a.docx", &word.bytes(main)).unwrap();
        assert_eq!(
            read.text.write(),
            "Máy[^1] cũ-mới\nDòng hai nối\n[^1]: Chú thích.\n| Số | Tên |\n| 1.11 | Máy \\| tính |\nCó hộp\nTrong hộp\nĐiều 1≥5\n[^2]: Không ai dẫn.\n"
        );
        let reasons: Vec<DropReason> = read.dropped.iter().map(|part| part.reason).collect();
        assert_eq!(
            reasons,
            [
                DropReason::PageHead,
                DropReason::HiddenText,
                DropReason::FieldCode,
                DropReason::OlderForm,
                DropReason::Comment
            ]
        );
    }
}

#[test]
fn old_fonts_are_read_in_their_encoding() {
    let styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\"/></w:rPr></w:rPrDefault></w:docDefaults>\
                  <w:style w:type=\"paragraph\" w:styleId=\"Cu\"><w:rPr><w:rFonts w:ascii=\".VnTimeH\" w:hAnsi=\".VnTimeH\"/></w:rPr></w:style>";
    let body = "<w:p><w:pPr><w:pStyle w:val=\"Cu\"/></w:pPr><w:r><w:t>nghÞ ®Þnh</w:t></w:r></w:p>\
                <w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>§iÒu 1.</w:t></w:r><w:r><w:t> Máy cũ</w:t></w:r></w:p>";
    let read = read("a.docx", &Word { body, styles, ..Word::default() }.bytes(MAIN)).unwrap();
    assert_eq!(read.text.write(), "NGHỊ ĐỊNH\nĐiều 1. Máy cũ\n");
    assert_eq!(read.notes, [ReadNote::OldFont { encoding: "TCVN3 (ABC)", characters: 14 }]);
}

#[test]
fn hostile_archives_are_refused() {
    let large = |bytes: usize| {
        let body = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(bytes));
        read("a.docx", &Word { body: &body, ..Word::default() }.bytes(MAIN)).err()
    };
    assert!(matches!(large(70_000_000), Some(ReadRefusal::TooMuch(FileExcess::Bytes(_)))));
    assert_eq!(large(10), Some(ReadRefusal::NoText));
    let whole = Word { body: &p("", "a"), ..Word::default() }.bytes(MAIN);
    for end in [0, 4, 30, whole.len() / 2, whole.len() - 1] {
        assert!(read("a.docx", whole.get(..end).unwrap()).is_err(), "{end}");
    }
    for at in (0..whole.len()).step_by(7) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        let _ = read("a.docx", &damaged);
    }
    let deep = "<w:sdt>".repeat(5_000) + &"</w:sdt>".repeat(5_000);
    let found = read("a.docx", &Word { body: &deep, ..Word::default() }.bytes(MAIN)).err();
    assert_eq!(found, Some(ReadRefusal::TooMuch(FileExcess::Depth)));
    let cycle = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>";
    let body = p("<w:pStyle w:val=\"A\"/>", "a");
    assert_eq!(text_of("a.docx", &Word { body: &body, styles: cycle, ..Word::default() }.bytes(MAIN)), "a\n");
}
