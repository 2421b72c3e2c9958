//! A start without a corpus: one is chosen, begun or tried out on a page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use crate::support::program;
use crate::support::workbench;

use std::path::Path;

use program::{copy, program, run};
use tempfile::TempDir;
use workbench::Workbench;

fn field(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// The program without arguments, in a folder without a corpus, of a person whose home is this.
fn start(home: &TempDir) -> Workbench {
    let mut command = program(home.path());
    Workbench::start_bare(command.env("HOME", home.path()).env("USERPROFILE", home.path()).env("PATH", ""))
}

#[test]
fn a_new_booklet_is_begun_and_opened_again_by_the_next_start() {
    let home = tempfile::tempdir().unwrap();
    let workbench = start(&home);
    let page = workbench.get("/").body;
    assert!(page.contains("Bắt đầu cẩm nang mới") && !page.contains("name=\"corpus\""), "{page}");
    assert_eq!(workbench.get("/records/excerpt").header("Location"), Some("/"), "there is nothing else yet");
    let today = [field("day", "31"), field("month", "1"), field("year", "2030")];
    for (title, issuer, day, said) in [
        ("", "Nhóm biên soạn", "31", "Cần có tên"),
        ("Cẩm nang thử", " ", "31", "Cần có tên"),
        ("Cẩm nang thử", "Nhóm biên soạn", "32", "Không có ngày ấy"),
    ] {
        let mut fields = vec![field("action", "new"), field("title", title), field("issuer", issuer)];
        fields.extend([field("day", day), field("month", "1"), field("year", "2030")]);
        let answer = workbench.post("/", &fields);
        assert!(answer.status == 409 && answer.body.contains(said), "{title} {issuer} {day}: {}", answer.body);
    }
    assert!(!home.path().join("cam-nang").exists(), "a refused booklet was made");
    let mut fields = vec![field("action", "new"), field("title", "--Cẩm nang: thử"), field("issuer", "Nhóm biên soạn")];
    fields.extend(today);
    let made = workbench.post("/", &fields);
    assert_eq!((made.status, made.header("Location")), (303, Some("/")), "{}", made.body);
    let corpus = home.path().join("cam-nang/cam-nang-thu/corpus");
    run(program(home.path()).args(["check", "--strict", "--corpus"]).arg(&corpus)).must(0);
    let page = workbench.get("/").body;
    assert!(page.contains("--Cẩm nang: thử") && page.contains("Không có lỗi hay cảnh báo nào"), "{page}");
    // Whoever starts it again is led to the one that runs.
    let again = run(program(home.path())
        .env("HOME", home.path())
        .env("XDG_STATE_HOME", home.path().join("state"))
        .env("PATH", ""));
    assert!(again.must(0).out.contains(&format!(":{}/open?key=", workbench.port)));
    drop(workbench);
    let workbench = start(&home);
    assert!(workbench.get("/").body.contains("--Cẩm nang: thử"), "the last one is opened");
}

#[test]
fn another_corpus_is_opened_in_the_place_of_the_first() {
    let home = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus");
    copy(&sample, &home.path().join("phong-a/corpus"));
    let workbench = start(&home);
    let made = workbench.post("/", &[field("action", "sample")]);
    assert_eq!(made.status, 303, "{}", made.body);
    assert!(workbench.get("/records/edition").body.contains("/records/edition/mau"));
    let of_sample = home.path().join("cam-nang/mau-thu/corpus");
    program::assert_same(
        &program::tree(&sample),
        &program::tree(&of_sample),
        "the sample differs from that of the tests",
    );
    let page = workbench.get("/start").body;
    let folder = home.path().join("phong-a/corpus");
    let id = camnang::internals::hash::sha256(folder.as_os_str().as_encoded_bytes());
    assert!(page.contains(&id) && page.contains("<b>phong-a</b>"), "{page}");
    for wrong in ["", "../..", folder.to_str().unwrap(), &id[1..]] {
        let answer = workbench.post("/start", &[field("action", "open"), field("corpus", wrong)]);
        assert_eq!(answer.status, 404, "{wrong}");
    }
    for _ in 0..2 {
        assert_eq!(workbench.post("/start", &[field("action", "open"), field("corpus", &id)]).status, 303);
    }
    // Saves go to the one that is open, and the first can be opened by another program.
    assert_eq!(workbench.get("/history").status, 200);
    let second = Workbench::start(program(&of_sample).env("XDG_STATE_HOME", home.path().join("elsewhere")));
    assert_eq!(second.get("/").status, 200);
    let sample_id = camnang::internals::hash::sha256(of_sample.as_os_str().as_encoded_bytes());
    let answer = workbench.post("/start", &[field("action", "open"), field("corpus", &sample_id)]);
    assert!(answer.status == 409 && answer.body.contains("đang mở ở một bàn biên tập khác"), "{}", answer.body);
    assert!(workbench.get("/").status == 200, "what was open is open still");
}

/// Folders are looked through from the home downwards, by what pages have shown, and a path is typed: only a corpus is opened, and
/// nothing is written elsewhere.
#[test]
fn a_corpus_in_any_folder_is_found_and_opened() {
    let home = tempfile::tempdir().unwrap();
    let away = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus");
    copy(&sample, &home.path().join("Tài liệu/Phòng A/corpus"));
    copy(&sample, &away.path().join("corpus"));
    for folder in ["Tài liệu/rỗng", ".ẩn/corpus/editions"] {
        std::fs::create_dir_all(home.path().join(folder)).unwrap();
    }
    let workbench = start(&home);
    let folders = |folder: &str| workbench.get(&format!("/?folder={folder}")).body;
    let named = |page: &str, name: &str| {
        let line = page.split("<li>").find(|line| line.contains(&format!("#folders\">{name}</a>")));
        line.map(|line| line.split("folder=").nth(1).unwrap().split('#').next().unwrap().to_owned())
    };
    let page = folders("");
    assert!(named(&page, ".ẩn").is_none() && !page.contains("↑"), "above the home nothing is shown: {page}");
    let documents = folders(&named(&page, "Tài liệu").unwrap());
    assert!(documents.contains("↑") && named(&documents, "rỗng").is_some(), "{documents}");
    // Only what was shown before is shown: a path or another's hash leads home.
    let of_root = camnang::internals::hash::sha256(b"/");
    for wrong in ["../..", "/etc", &of_root, away.path().to_str().unwrap()] {
        assert!(!folders(wrong).contains("↑"), "{wrong}");
    }
    let office = named(&documents, "Phòng A").unwrap();
    for folder in [named(&documents, "rỗng").unwrap(), of_root] {
        let refused = workbench.post("/", &[field("action", "open"), field("corpus", &folder)]);
        assert_eq!(refused.status, 404, "{}", refused.body);
    }
    let before = program::tree(away.path());
    let nowhere = away.path().join("khong-co");
    let empty = home.path().join("Tài liệu/rỗng");
    for wrong in ["", "corpus", "Tài liệu/Phòng A", "/", nowhere.to_str().unwrap(), empty.to_str().unwrap()] {
        let refused = workbench.post("/", &[field("action", "path"), field("path", wrong)]);
        assert!(refused.status == 409 && refused.body.contains("không có cẩm nang"), "{wrong}: {}", refused.body);
    }
    program::assert_same(&before, &program::tree(away.path()), "a look wrote something");
    assert!(!empty.join(".camnang").exists() && !home.path().join("Tài liệu/.camnang").exists());
    assert_eq!(workbench.post("/", &[field("action", "open"), field("corpus", &office)]).status, 303);
    assert!(workbench.get("/records/edition").body.contains("/records/edition/mau"));
    assert!(home.path().join("Tài liệu/Phòng A/.camnang").is_dir());
    let typed = format!("\"{}\"", away.path().display());
    let opened = workbench.post("/start", &[field("action", "path"), field("path", &typed)]);
    assert_eq!(opened.status, 303, "{}", opened.body);
    assert!(away.path().join(".camnang").is_dir());
}
