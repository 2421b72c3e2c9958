//! `camnang comments`: what readers have marked in a copy for Word comes back, of the right excerpt, and nothing else.
//! `tests/checkers/docx-marks` does the same with marks that other programs made.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::program::{camnang, copy, tree};

fn sample() -> tempfile::TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus"), &office.path().join("corpus"));
    office
}

/// Rewrites the parts of a package.
fn rewritten(bytes: &[u8], change: impl Fn(&str, String) -> String, more: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().to_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        out.start_file(&name, SimpleFileOptions::default()).unwrap();
        match String::from_utf8(bytes) {
            Ok(text) => out.write_all(change(&name, text).as_bytes()).unwrap(),
            Err(error) => out.write_all(error.as_bytes()).unwrap(),
        }
    }
    for (name, text) in more {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn marks(office: &Path, file: &str) -> Vec<Value> {
    serde_json::from_str(&camnang(office, &["comments", file, "--format", "json"]).must(0).out).unwrap()
}

const COMMENTS: &str = r#"<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="Nguyễn Văn A" w:date="2031-06-02T09:30:00Z"><w:p><w:r><w:t>Nên nói rõ</w:t></w:r></w:p><w:p><w:r><w:t>hạn nào</w:t></w:r></w:p></w:comment><w:comment w:id="8" w:author="B"><w:p><w:r><w:t>Ở bìa</w:t></w:r></w:p></w:comment></w:comments>"#;

/// A run of the kind that the copy has.
fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

#[test]
fn marks_come_back_of_the_right_excerpt_and_nothing_is_changed() {
    let office = sample();
    let place = office.path();
    camnang(place, &["build", "mau", "--only", "docx"]).must(0);
    let built = std::fs::read(place.join("output/mau/mau.docx")).unwrap();
    std::fs::write(place.join("sach.docx"), &built).unwrap();
    assert_eq!(marks(place, "sach.docx"), Vec::<Value>::new(), "nobody has marked anything");

    // The heading of the first excerpt gets a comment, its last line loses and gets words, and so does the cover.
    let change = |name: &str, text: String| {
        match name {
        "word/_rels/document.xml.rels" => text.replace(
            "</Relationships>",
            "<Relationship Id=\"rIdX\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/></Relationships>",
        ),
        "word/document.xml" => {
            let at = text.find("<w:t xml:space=\"preserve\">1. ").unwrap();
            let begin = text[..at].rfind("<w:r>").unwrap();
            let end = begin + text[begin..].find("</w:r>").unwrap() + "</w:r>".len();
            let close = end + text[end..].find("<w:bookmarkEnd").unwrap();
            let change = |kind: &str, inner: String| {
                format!("<w:{kind} w:id=\"90\" w:author=\"Trần Thị B\" w:date=\"2031-06-03T00:00:00Z\">{inner}</w:{kind}>")
            };
            let gone = run("bỏ đi").replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ");
            let first = text.find("<w:r>").unwrap();
            format!(
                "{}<w:commentRangeStart w:id=\"8\"/>{}<w:commentRangeStart w:id=\"7\"/>{}<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r>{}{}{}{}{}",
                &text[..first],
                text[first..begin].replacen("</w:r>", "</w:r><w:commentRangeEnd w:id=\"8\"/><w:r><w:commentReference w:id=\"8\"/></w:r>", 1),
                &text[begin..end],
                &text[end..close],
                change("ins", run("thêm ")),
                change("ins", run("vào")),
                change("del", gone),
                &text[close..],
            )
        }
        _ => text,
    }
    };
    let marked = rewritten(&built, change, &[("word/comments.xml", COMMENTS)]);
    std::fs::write(place.join("y-kien.docx"), marked).unwrap();
    let before = tree(&place.join("corpus"));
    let found = marks(place, "y-kien.docx");
    let short: Vec<Value> = found.iter().map(|it| json!([it["kind"], it["who"], it["when"], it["said"]])).collect();
    assert_eq!(
        short,
        [
            json!(["comment", "B", null, "Ở bìa"]),
            json!(["comment", "Nguyễn Văn A", "2031-06-02T09:30:00Z", "Nên nói rõ\nhạn nào"]),
            json!(["insertion", "Trần Thị B", "2031-06-03T00:00:00Z", "thêm vào"]),
            json!(["deletion", "Trần Thị B", "2031-06-03T00:00:00Z", "bỏ đi"]),
        ]
    );
    assert!(found[0]["excerpt"].is_null() && found[0]["file"].is_null(), "{}", found[0]);
    let excerpt = found[1]["excerpt"].as_str().unwrap();
    assert!(found[1..].iter().all(|it| it["excerpt"] == excerpt), "{found:#?}");
    let file = found[1]["file"].as_str().unwrap();
    assert!(
        place.join("corpus").join(file).is_file() && found[1]["at"].as_str().unwrap().starts_with("1. "),
        "{}",
        found[1]
    );
    let said = camnang(place, &["comments", "y-kien.docx", "--lang", "en"]).must(0).out;
    assert!(
        said.contains(excerpt) && said.contains("comment (Nguyễn Văn A, 2031-06-02T09:30:00Z): «Nên nói rõ hạn nào»"),
        "{said}"
    );
    assert_eq!(tree(&place.join("corpus")), before);
}

#[test]
fn hostile_files_are_refused() {
    let office = sample();
    let place = office.path();
    camnang(place, &["build", "mau", "--only", "docx"]).must(0);
    let built = std::fs::read(place.join("output/mau/mau.docx")).unwrap();
    let deep = |name: &str, text: String| match name {
        "word/document.xml" => format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000)),
        _ => text,
    };
    let entities = |name: &str, text: String| match name {
        "word/document.xml" => format!("<!DOCTYPE a [<!ENTITY b \"bb\">]>{text}"),
        _ => text,
    };
    let bomb = |name: &str, text: String| if name == "word/document.xml" { " ".repeat(70 << 20) } else { text };
    let files: [(&str, Vec<u8>); 5] = [
        ("not.docx", b"PK\x03\x04".to_vec()),
        ("text.docx", b"Khong phai Word".to_vec()),
        ("deep.docx", rewritten(&built, deep, &[])),
        ("entities.docx", rewritten(&built, entities, &[])),
        ("bomb.docx", rewritten(&built, bomb, &[])),
    ];
    for (name, bytes) in files {
        std::fs::write(place.join(name), bytes).unwrap();
        let run = camnang(place, &["comments", name]).must(2);
        assert!(run.err.contains(name), "{name}: {}", run.err);
    }
    camnang(place, &["comments", "khong-co.docx"]).must(2);
}
