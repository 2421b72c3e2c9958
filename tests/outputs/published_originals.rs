//! A quotation says which received file it was taken from; the file goes along with the site only where the settings say so.

use crate::support::program;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

use camnang::internals::render::html::Ready;
use camnang::internals::session::{self, Strictness, ViewRequest};
use camnang::internals::source;
use camnang::internals::view::PublishedOriginal;
use program::{assert_same, camnang, copy, put, text, tree};

const WORD: (&str, &str) = ("goc/nd-2002-2019/nghi-dinh-2002-2019.docx", "nd-2002-2019/nghi-dinh-2002-2019.docx");
/// A page of another site is published as plain text.
const PAGE: (&str, &str) = ("goc/tt-2003-2021/thong-tu-2003-2021.html.txt", "tt-2003-2021/thong-tu-2003-2021.html");

/// The sample in a folder of its own, with these settings, and what is built of it.
fn built(settings: &str) -> (tempfile::TempDir, BTreeMap<String, Vec<u8>>) {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus"), &office.path().join("corpus"));
    if !settings.is_empty() {
        put(&office.path().join("corpus/settings.yaml"), settings);
    }
    camnang(office.path(), &["build", "mau", "--only", "html,single,zip,json"]).must(0);
    let made = tree(&office.path().join("output/mau"));
    (office, made)
}

fn page<'m>(made: &'m BTreeMap<String, Vec<u8>>, path: &str) -> &'m str {
    std::str::from_utf8(&made[path]).unwrap()
}

#[test]
fn a_quotation_says_its_file_and_none_is_published_unasked() {
    let (office, made) = built("");
    let page = page(&made, "html/e/nd-2002-2019.dieu-9.html").replace('\u{a0}', " ").replace("&nbsp;", " ");
    let record = text(&office.path().join("corpus/originals").join(WORD.1.to_owned() + ".yaml"));
    let hash = record.lines().find_map(|line| line.strip_prefix("sha256: ")).unwrap().trim_matches('"');
    for words in [
        "Nguyên văn · đã đối chiếu từng chữ với bản trên Công báo · ",
        "Bản gốc: tệp <code>nghi-dinh-2002-2019.docx</code>, nhận 20/04/2031, SHA-256",
        "; chỗ lược bỏ ghi […]",
        "data-quoted",
        hash,
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(made.keys().all(|path| !path.contains("goc/")) && !page.contains("goc/"));
}

#[test]
fn published_files_are_those_that_were_received() {
    let (office, made) = built("web: {originals: quoted}\n");
    let received = |path: &str| std::fs::read(office.path().join("corpus/originals").join(path)).unwrap();
    let archive = made.iter().find(|(path, _)| path.ends_with(".zip")).unwrap().1;
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    for (path, from) in [WORD, PAGE] {
        assert_eq!(made[&format!("html/{path}")], received(from), "{path}");
        let mut bytes = Vec::new();
        archive.by_name(&format!("mau/html/{path}")).unwrap().read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes, received(from), "{path}");
    }
    assert_eq!(made.keys().filter(|path| path.contains("/goc/")).count(), 2);
    assert!(page(&made, "html/e/nd-2002-2019.dieu-9.html").contains(&format!("href=\"../{}\"", WORD.0)));
    assert!(page(&made, "html/thiet-bi.html").contains(&format!("href=\"{}\"", WORD.0)));
    // Nothing lies beside the booklet in one file.
    let single = made.iter().find(|(path, _)| path.ends_with("mau.html")).unwrap().1;
    assert!(!String::from_utf8_lossy(single).contains("goc/"));
    let (_, again) = built("web: {originals: quoted}\n");
    assert_same(&made, &again, "a second build");
    let checked = camnang(office.path(), &["verify", "output/mau"]);
    checked.must(0);
}

#[test]
fn without_a_site_the_link_leads_to_the_published_one() {
    let (_, made) = built("web: {originals: quoted, address: {mau: \"https://cam-nang.example\"}}\n");
    let single = made.iter().find(|(path, _)| path.ends_with("mau.html")).unwrap().1;
    let link = format!("href=\"https://cam-nang.example/{}\"", WORD.0);
    assert!(String::from_utf8_lossy(single).contains(&link));
}

/// The live view reads a file when it is wanted, and gives out none that is no longer what was checked.
#[test]
fn the_live_view_has_the_files_too() {
    let (office, _) = built("web: {originals: quoted}\n");
    let opened = session::open(&office.path().join("corpus")).unwrap();
    let templates = source::templates(None).unwrap();
    let request = ViewRequest::every().with_templates(&templates);
    let editions = opened.view(&request).findings().decide(Strictness::Errors).unwrap();
    let edition = editions.iter().find(|edition| edition.view().edition.id == "mau").unwrap();
    let received = opened.received_files();
    let read = |original: &PublishedOriginal| received.read(original);
    let site = Ready::new(edition.view(), edition.images(), &templates, &read).unwrap();
    let file = office.path().join("corpus/originals").join(WORD.1);
    assert_eq!(site.file(WORD.0).unwrap(), Some(std::fs::read(&file).unwrap()));
    assert_eq!(site.file("goc/nd-2002-2019/khac.docx").unwrap(), None);
    put(&file, "another file");
    assert!(site.file(WORD.0).unwrap_err().message.contains("changed"));
}
