//! A received law is sent to the workbench, read, and its provisions ticked to become drafts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use crate::support::program;
use crate::support::workbench;

use std::path::Path;

use program::{assert_same, copy, program, tree};
use tempfile::TempDir;
use workbench::{Answer, Workbench};

/// An invented decree.
const LAW: &str = "CHÍNH PHỦ XỨ BỊA\n\nNGHỊ ĐỊNH\n\nSố: 7/2030/NĐ-XX\n\nĐiều 1. Phạm vi\n\n1. Nghị định này quy định về máy bịa.\n\n2. Máy thật không thuộc phạm vi.\n\nĐiều 2. Hiệu lực\n\nNghị định này có hiệu lực từ ngày 01 tháng 3 năm 2030.\n";

fn office() -> TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus"), &office.path().join("corpus"));
    office
}

fn field(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

fn part(head: &str, content: &str) -> String {
    format!("--x\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n")
}

/// Sends a file as a browser does.
fn upload(workbench: &Workbench, name: &str, law: &str, fields: &[(&str, &str)], key: &str) -> Answer {
    let fields: String = fields.iter().map(|(name, value)| part(&format!("name=\"{name}\""), value)).collect();
    let file = part(&format!("name=\"file\"; filename=\"{name}\""), law);
    let body = format!("{}{fields}{file}--x--\r\n", part("name=\"key\"", key));
    let mut headers = workbench.form_headers();
    headers.last_mut().unwrap().1 = "multipart/form-data; boundary=x".to_owned();
    let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    workbench.say("POST", "/files", &headers, &body)
}

const DECREE: [(&str, &str); 2] = [("instrument", "nd-7-2030"), ("kind", "portal")];

#[test]
fn a_law_is_imported_and_its_provisions_become_drafts() {
    let office = office();
    let workbench = Workbench::start(&mut program(office.path()));
    let untouched = tree(&office.path().join("corpus"));
    let sent = upload(&workbench, "C:\\Văn bản\\nd-7.txt", LAW, &DECREE, &workbench.key);
    assert_eq!((sent.status, sent.header("Location")), (303, Some("/drafts/nd-7-2030?saved=1")), "{}", sent.body);
    let corpus = office.path().join("corpus");
    assert_eq!(program::text(&corpus.join("originals/nd-7-2030/nd-7.txt")), LAW, "the file is as it was sent");
    assert!(tree(&office.path().join(".camnang/uploads")).is_empty(), "the upload is left nowhere else");
    let page = workbench.get("/drafts/nd-7-2030").body;
    for place in ["khoản 1 Điều 1", "khoản 2 Điều 1", "Điều 2"] {
        assert!(page.contains(&format!("value=\"{place}\"")), "{place}: {page}");
    }
    assert!(page.contains("đã đọc") && !page.contains("camnang original"), "{page}");
    let before = tree(&corpus);
    let mut wanted = vec![field("at", "khoản 1 Điều 1"), field("at", "Điều 2"), field("words", "verbatim")];
    wanted.extend([field("topics", "thiet-bi"), field("audiences", "co-quan"), field("action", "look")]);
    let look = workbench.post("/drafts/nd-7-2030", &wanted).body;
    assert!(look.contains("excerpts/nd-7-2030/dieu-1.khoan-1.md") && look.contains("về máy bịa"), "{look}");
    assert_same(&before, &tree(&corpus), "a look wrote something");
    wanted.last_mut().unwrap().1 = "save".to_owned();
    let made = workbench.post("/drafts/nd-7-2030", &wanted);
    assert_eq!((made.status, made.header("Location")), (303, Some("/drafts/nd-7-2030?saved=2")), "{}", made.body);
    assert!(program::text(&corpus.join("excerpts/nd-7-2030/dieu-2.md")).contains("có hiệu lực từ ngày"));
    let page = workbench.get("/drafts/nd-7-2030?saved=2").body;
    assert!(page.contains("/records/excerpt/nd-7-2030.dieu-2") && page.contains("/history/2/undo"), "{page}");
    // All or none: the second time one of them is there already.
    let again = [field("at", "khoản 2 Điều 1"), field("at", "Điều 2"), field("words", "none"), field("action", "save")];
    let before = tree(&corpus);
    let again = workbench.post("/drafts/nd-7-2030", &again);
    assert!(again.status == 409 && again.body.contains("role=\"alert\""), "{}", again.body);
    assert_same(&before, &tree(&corpus), "a part of a refused save was written");
    assert_eq!(workbench.post("/history/2/undo", &[]).status, 303);
    assert!(!corpus.join("excerpts/nd-7-2030/dieu-2.md").exists(), "both are undone at once");
    let nothing = workbench.post("/drafts/nd-7-2030", &[field("action", "save")]);
    assert!(nothing.body.contains("Chưa chọn điều khoản nào"), "{}", nothing.body);
    assert_eq!(workbench.get("/drafts/khong-co").status, 404);
    // The import itself: the file as it was sent, its text, its record and that of the instrument are one save.
    let imported = tree(&corpus);
    assert_eq!(workbench.post("/history/1/undo", &[]).status, 303);
    assert_same(&untouched, &tree(&corpus), "the undone import left something");
    let latest =
        workbench.get("/history").body.split("/history/").nth(1).unwrap().split('/').next().unwrap().to_owned();
    assert_eq!(workbench.post(&format!("/history/{latest}/undo"), &[]).status, 303);
    assert_same(&imported, &tree(&corpus), "what was undone by mistake is not there again");
}

#[test]
fn an_upload_is_bounded_and_let_in_by_all_the_keys() {
    let office = office();
    let workbench = Workbench::start(&mut program(office.path()));
    let before = tree(&office.path().join("corpus"));
    assert_eq!(upload(&workbench, "a.txt", LAW, &DECREE, "x").status, 403);
    for (name, law, fields, said) in [
        ("", "", &DECREE[..], "Chưa chọn tệp"),
        ("..", LAW, &DECREE[..], "Tên tệp không dùng được"),
        (".camnang", LAW, &DECREE[..], "Tên tệp không dùng được"),
        ("nd.yaml", LAW, &DECREE[..], "không thể giữ tên"),
        ("a.txt", LAW, &[("instrument", "../../x")][..], "không làm id được"),
        ("a.txt", LAW, &[("instrument", "--corpus=x")][..], "không làm id được"),
        (
            "a.txt",
            LAW,
            &[("instrument", "nd-7-2030"), ("day", "32"), ("month", "1"), ("year", "2030")][..],
            "Không có ngày",
        ),
        ("a.exe", "MZ\0\0", &DECREE[..], "chưa nhập"),
    ] {
        let answer = upload(&workbench, name, law, fields, &workbench.key);
        assert!(
            answer.status == 409 && answer.body.contains(said),
            "{name} {fields:?}: {} {}",
            answer.status,
            answer.body
        );
    }
    // Another site cannot send one, and other addresses take no files.
    let body = format!("{}--x--\r\n", part("name=\"key\"", &workbench.key));
    for (path, name, value, status) in [
        ("/files", "Origin", "http://evil.vn", 403),
        ("/files", "Sec-Fetch-Site", "cross-site", 403),
        ("/files", "Content-Type", "application/x-www-form-urlencoded", 415),
        ("/files", "Content-Type", "multipart/form-data", 400),
        ("/language", "Content-Type", "multipart/form-data; boundary=x", 415),
    ] {
        let headers = workbench.form_headers();
        let mut headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        headers.last_mut().unwrap().1 = "multipart/form-data; boundary=x";
        headers.iter_mut().filter(|(known, _)| *known == name).for_each(|header| header.1 = value);
        assert_eq!(workbench.say("POST", path, &headers, &body).status, status, "{path} {name}: {value}");
    }
    assert_same(&before, &tree(&office.path().join("corpus")), "a refused file was written");
}
