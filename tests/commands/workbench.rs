//! `camnang edit`, asked over the loopback as a browser would, and as those who attack it. The corpus is the invented sample.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use crate::support::program;
use crate::support::workbench;

use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use program::{assert_same, copy, program, run, tree};
use tempfile::TempDir;
use workbench::{Workbench, fields, set};

const CLAUSE: &str = "/records/excerpt/nd-2001-2010.dieu-5";

fn office() -> TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus"), &office.path().join("corpus"));
    office
}

fn start(office: &TempDir) -> Workbench {
    Workbench::start(&mut program(office.path()))
}

#[test]
fn the_address_serves_once_and_a_second_start_opens_the_same() {
    let office = office();
    let workbench = start(&office);
    let path = workbench.address.split_once(&workbench.port.to_string()).unwrap().1;
    assert_eq!(workbench.say("GET", path, &[], "").status, 403, "a key serves once");
    let second = run(program(office.path()).args(["edit", "--no-open", "--lang", "en"])).must(0).out;
    assert!(second.contains("is running") && second.contains(&format!(":{}/open?key=", workbench.port)), "{second}");
    let next = second.split(&workbench.port.to_string()).nth(1).unwrap().trim();
    let opened = workbench.say("GET", next, &[], "");
    assert_eq!((opened.status, opened.header("Location")), (303, Some("/")));
    // The folder by its own name is the same corpus.
    let named = run(program(office.path()).args(["edit", "corpus", "--no-open"])).must(0).out;
    assert!(named.contains(&format!(":{}/open?key=", workbench.port)) && !named.contains(next), "{named}");
}

#[test]
fn nothing_is_shown_without_the_key() {
    let office = office();
    let workbench = start(&office);
    for path in ["/", CLAUSE, "/search?q=a", "/khong-co", "/open", "/open?key=", "/open?key=x"] {
        for cookie in ["", "a=b", &format!("camnang-{}=x", workbench.port), &format!("camnang-1={}", workbench.cookie)]
        {
            let answer = workbench.say("GET", path, &[("Cookie", cookie)], "");
            assert_eq!(answer.status, 403, "{path} {cookie}");
            assert!(answer.body.contains("camnang edit") && !answer.body.contains("Nghị định"), "{}", answer.body);
        }
    }
    let first = workbench.get("/");
    assert_eq!(first.status, 200);
    assert!(first.header("Content-Security-Policy").unwrap().contains("frame-ancestors 'none'"));
    for (name, value) in [
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ] {
        assert_eq!(first.header(name), Some(value), "{name}");
    }
}

/// Each of these is stopped by itself, though it has all the rest: another site's form or fetch, a page whose name leads to
/// this machine (rebinding), a post that a browser sends without asking, a form without its key.
#[test]
fn a_form_writes_only_from_a_page_of_ours() {
    let office = office();
    let workbench = start(&office);
    let before = tree(office.path());
    let whole = workbench.form_headers();
    let body = workbench.body(&[("lang".to_owned(), "en".to_owned())]);
    let post = |headers: &[(&'static str, String)], body: &str| {
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        workbench.say("POST", "/language", &headers, body)
    };
    assert_eq!(post(&whole, &body).status, 303);
    let port = workbench.port;
    let evil = [
        ("Origin", "http://evil.vn".to_owned(), 403),
        ("Origin", "null".to_owned(), 403),
        ("Origin", format!("http://localhost:{}", port.wrapping_add(1)), 403),
        ("Origin", format!("http://127.0.0.1:{port}"), 403),
        ("Sec-Fetch-Site", "cross-site".to_owned(), 403),
        ("Sec-Fetch-Site", "same-site".to_owned(), 403),
        ("Sec-Fetch-Site", "none".to_owned(), 403),
        ("Content-Type", "text/plain".to_owned(), 415),
        ("Content-Type", "application/json".to_owned(), 415),
        ("Content-Type", "multipart/form-data; boundary=x".to_owned(), 415),
        ("Cookie", "camnang=x".to_owned(), 403),
    ];
    for (name, value, status) in &evil {
        let with = whole.iter().map(|(known, own)| (*known, if known == name { value.clone() } else { own.clone() }));
        assert_eq!(post(&with.collect::<Vec<_>>(), &body).status, *status, "{name}: {value}");
    }
    for absent in ["Origin", "Sec-Fetch-Site", "Content-Type", "Cookie"] {
        let without: Vec<_> = whole.iter().filter(|(name, _)| *name != absent).cloned().collect();
        assert!(matches!(post(&without, &body).status, 403 | 415), "without {absent}");
    }
    for body in ["lang=en".to_owned(), "key=x&lang=en".to_owned(), format!("{body}&key=x"), String::new()] {
        assert_eq!(post(&whole, &body).status, 403, "{body}");
    }
    for host in ["evil.vn".to_owned(), format!("evil.vn:{port}"), format!("localhost.evil.vn:{port}")] {
        let with: Vec<_> = whole.iter().cloned().chain([("Host", host.clone())]).collect();
        assert_eq!(post(&with, &body).status, 421, "{host}");
        let read = workbench.say("GET", "/", &[("Host", &host), ("Cookie", &workbench.cookie)], "");
        assert_eq!(read.status, 421, "{host}");
    }
    // A link from another site may lead back, and not away.
    for (back, leads) in [("//evil.vn", "/"), ("https://evil.vn", "/"), ("/search?q=a", "/search?q=a")] {
        let body = workbench.body(&[("back".to_owned(), back.to_owned())]);
        assert_eq!(post(&whole, &body).header("Location"), Some(leads), "{back}");
    }
    assert_same(&before, &tree(office.path()), "a refused request wrote");
}

#[test]
fn no_path_of_a_request_reaches_the_disk() {
    let office = office();
    std::fs::write(office.path().join("secret.yaml"), "secret: word").unwrap();
    let workbench = start(&office);
    for path in [
        "/records/../../secret.yaml",
        "/records/instrument/..%2f..%2fsecret",
        "/records/instrument/..%2F..%2F..%2Fsecret.yaml",
        "/records/instrument/%2e%2e/%2e%2e/secret",
        "/records/instrument/..%5c..%5csecret",
        "/records/excerpt/..%2f..%2fsecret.yaml",
        "/records/excerpt/secret",
        "/records/secret.yaml/-",
        "/assets/..%2f..%2fCargo.toml",
        "/assets/..%2fhtml%2fstyle.css",
        "/assets/%2e%2e%2fworkbench%2fworkbench.css",
        "/corpus/vocabulary.yaml",
        "/.camnang/running.json",
        "//etc/passwd",
        "/%00",
    ] {
        let answer = workbench.get(path);
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.status);
        assert!(!answer.body.contains("secret: word"), "{path}");
    }
    for request in ["GET http://evil.vn/ HTTP/1.1", "OPTIONS * HTTP/1.1", "GET x HTTP/1.1", "BREW / HTTP/1.1"] {
        let words = format!("{request}\r\nHost: localhost:{}\r\nCookie: {}\r\n\r\n", workbench.port, workbench.cookie);
        let status = workbench.send(words.as_bytes()).map_or(400, |answer| answer.status);
        assert!(matches!(status, 400 | 405 | 421), "{request}: {status}");
    }
}

#[test]
fn what_is_too_long_is_not_read() {
    let office = office();
    let workbench = start(&office);
    let long = "x".repeat(6 * 1024 * 1024);
    let headers = workbench.form_headers();
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let host = format!("Host: localhost:{}\r\n", workbench.port);
    let request = format!("POST /language HTTP/1.1\r\n{host}{headers}Content-Length: {}\r\n\r\n{long}", long.len());
    // It may close before all was sent, so that the answer is lost; what counts is that it does not take it.
    assert!(workbench.send(request.as_bytes()).is_none_or(|answer| answer.status == 413));
    let chunked = format!(
        "POST /language HTTP/1.1\r\n{host}{headers}Transfer-Encoding: chunked\r\n\r\n600000\r\n{long}\r\n0\r\n\r\n"
    );
    assert!(workbench.send(chunked.as_bytes()).is_none_or(|answer| answer.status == 413));
    let path = format!("GET /{} HTTP/1.1\r\n{host}\r\n", "a".repeat(64 * 1024));
    assert!(workbench.send(path.as_bytes()).is_none_or(|answer| matches!(answer.status, 414 | 431)));
    let many = format!("GET / HTTP/1.1\r\n{host}{}\r\n", "A: b\r\n".repeat(500));
    assert!(workbench.send(many.as_bytes()).is_none_or(|answer| answer.status == 431));
    assert_eq!(workbench.get("/").status, 200);
}

/// A thousand connections that say nothing, and others that say their words drop by drop: the editor's own is answered.
#[test]
fn slow_and_greedy_clients_keep_nobody_waiting() {
    let office = office();
    let workbench = start(&office);
    let mut silent = Vec::new();
    for number in 0..1000 {
        let mut stream = workbench.connect();
        let begun = format!("POST /language HTTP/1.1\r\nHost: localhost:{}\r\nContent-Length: 9\r\n", workbench.port);
        let words = match number % 3 {
            0 => String::new(),
            1 => "GET / HT".to_owned(),
            _ => begun + "Cookie: a=b\r\n",
        };
        // Those that came first may be closed already.
        let _ = stream.write_all(words.as_bytes());
        silent.push(stream);
        if number % 250 == 249 {
            assert_eq!(workbench.get("/").status, 200);
        }
    }
    let headers = workbench.form_headers();
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let slow = format!(
        "POST /language HTTP/1.1\r\nHost: localhost:{}\r\n{headers}Content-Length: 1000\r\n\r\nkey=",
        workbench.port
    );
    let mut slow_bodies: Vec<_> = (0..200)
        .map(|_| {
            let mut stream = workbench.connect();
            let _ = stream.write_all(slow.as_bytes());
            stream
        })
        .collect();
    assert_eq!(workbench.get("/").status, 200);
    // A head that does not come is not waited for.
    let mut stream = workbench.connect();
    stream.write_all(b"GET / HTTP/1.1\r\n").unwrap();
    let began = Instant::now();
    let _ = stream.read_to_end(&mut Vec::new());
    assert!(began.elapsed() < Duration::from_secs(30));
    drop((silent, slow_bodies.drain(..)));
    assert_eq!(workbench.get("/").status, 200);
}

#[test]
fn what_waits_is_what_check_finds() {
    let office = office();
    let workbench = start(&office);
    let clause = office.path().join("corpus/excerpts/nd-2001-2010/dieu-5.md");
    let text = std::fs::read_to_string(&clause).unwrap();
    std::fs::write(&clause, text.replacen("checked-on: ", "checked-on: x", 1)).unwrap();
    let page = workbench.get("/").body;
    let found = run(program(office.path()).args(["check", "--format", "json"])).out;
    let found: Vec<serde_json::Value> = serde_json::from_str(&found).unwrap();
    let ours = found.iter().filter(|it| it["file"].as_str().unwrap().ends_with("nd-2001-2010/dieu-5.md"));
    let messages: Vec<&str> = ours.map(|it| it["message"].as_str().unwrap()).collect();
    assert!(!messages.is_empty());
    let page = page.replace("&quot;", "\"").replace("&#x27;", "'").replace("&#39;", "'").replace("&amp;", "&");
    for message in messages {
        assert!(page.contains(message), "{message}\n{page}");
    }
    assert!(page.contains(CLAUSE));
    let english = workbench.say("GET", "/", &[("Cookie", &format!("{}; camnang-lang=en", workbench.cookie))], "").body;
    assert!(english.contains("What waits") && english.contains("lang=\"en\""));
    let search = workbench.get("/search?q=dieu+5+2001").body;
    assert!(search.contains(CLAUSE), "{search}");
}

fn clause(office: &TempDir) -> std::path::PathBuf {
    office.path().join("corpus/excerpts/nd-2001-2010/dieu-5.md")
}

#[test]
fn a_clause_is_edited_saved_and_the_save_undone() {
    let office = office();
    let workbench = start(&office);
    let former = program::text(&clause(&office));
    let before = tree(&office.path().join("corpus"));
    let mut form = fields(&workbench.get(CLAUSE).body);
    let unchanged = workbench.post(CLAUSE, &form);
    assert_eq!((unchanged.status, unchanged.header("Location")), (303, Some(CLAUSE)));
    assert_same(&before, &tree(&office.path().join("corpus")), "a form that nobody touched wrote");
    set(&mut form, "text:title", "Một tên khác: thử");
    let saved = workbench.post(CLAUSE, &form);
    assert_eq!((saved.status, saved.header("Location").unwrap()), (303, &*format!("{CLAUSE}?saved=1")));
    let now = program::text(&clause(&office));
    assert_eq!(now, former.replace("at: Điều 5\n", "at: Điều 5\ntitle: \"Một tên khác: thử\"\n"));
    let page = workbench.get(&format!("{CLAUSE}?saved=1")).body;
    assert!(page.contains("Đã lưu.") && page.contains("/history/1/undo") && page.contains("Một tên khác: thử"));
    let undone = workbench.post("/history/1/undo", &[]);
    assert_eq!((undone.status, undone.header("Location").unwrap()), (303, &*format!("{CLAUSE}?saved=2")));
    assert_same(&before, &tree(&office.path().join("corpus")), "the undone save left something");
    // An undoing is a save, and can be undone.
    assert_eq!(workbench.post("/history/2/undo", &[]).status, 303);
    assert_eq!(program::text(&clause(&office)), now);
    // The first cannot be undone again: the file is another one... until it is the same.
    let history = workbench.get("/history").body;
    assert!(history.contains("/history/3/undo") && history.contains("-title: "), "{history}");
    std::fs::write(clause(&office), &former).unwrap();
    let late = workbench.post("/history/3/undo", &[]);
    assert_eq!(late.status, 409);
    assert_eq!(program::text(&clause(&office)), former);
    assert_eq!(workbench.post("/history/99/undo", &[]).status, 404);
}

#[test]
fn what_was_changed_elsewhere_meanwhile_is_shown_and_not_overwritten() {
    let office = office();
    let workbench = start(&office);
    let former = program::text(&clause(&office));
    let mut form = fields(&workbench.get(CLAUSE).body);
    set(&mut form, "text:title", "Tên của tôi");
    let theirs = former.replacen("checked-on: ", "note: Của người khác\nchecked-on: ", 1);
    std::fs::write(clause(&office), &theirs).unwrap();
    let answer = workbench.post(CLAUSE, &form);
    assert_eq!(answer.status, 409);
    assert_eq!(program::text(&clause(&office)), theirs, "nothing is overwritten");
    for words in ["Ba bản khác nhau", "Tên của tôi", "Của người khác", "vừa được sửa ở nơi khác"]
    {
        assert!(answer.body.contains(words), "{words}");
    }
    // The form goes on from theirs with what only we have changed.
    let merged = fields(&answer.body);
    assert_eq!(workbench.post(CLAUSE, &merged).status, 303);
    let now = program::text(&clause(&office));
    assert!(now.contains("note: Của người khác\n") && now.contains("title: Tên của tôi\n"), "{now}");
    // Of what both have changed theirs stays, and ours is in the table.
    let mut form = fields(&workbench.get(CLAUSE).body);
    set(&mut form, "text:title", "Tên thứ hai của tôi");
    std::fs::write(clause(&office), now.replace("Tên của tôi", "Tên của họ")).unwrap();
    let answer = workbench.post(CLAUSE, &form);
    assert_eq!(answer.status, 409);
    assert!(
        answer.body.contains("contested") && answer.body.contains("<td>Tên thứ hai của tôi</td>"),
        "{}",
        answer.body
    );
    assert!(fields(&answer.body).contains(&("text:title".to_owned(), "Tên của họ".to_owned())));
    // The words that could not be saved are in the journal.
    assert!(workbench.get("/history").body.contains("Tên thứ hai của tôi"));
}

#[test]
fn findings_are_at_their_field_and_a_fix_is_a_button() {
    let office = office();
    let workbench = start(&office);
    let text = program::text(&clause(&office));
    let mut form = fields(&workbench.get(CLAUSE).body);
    set(&mut form, "year:checked-on", "20x0");
    form.push(("action".to_owned(), "check".to_owned()));
    let checked = workbench.post(CLAUSE, &form);
    assert_eq!(checked.header("Content-Type"), Some("application/json"));
    let checked: serde_json::Value = serde_json::from_str(&checked.body).unwrap();
    assert_eq!(checked["findings"][0]["path"], "checked-on", "{checked}");
    // With a look at the editions too it is the same, once.
    form.last_mut().unwrap().1 = "check-all".to_owned();
    let all: serde_json::Value = serde_json::from_str(&workbench.post(CLAUSE, &form).body).unwrap();
    let days = |checked: &serde_json::Value| {
        checked["findings"].as_array().unwrap().iter().filter(|it| it["path"] == "checked-on").count()
    };
    assert_eq!((days(&all), days(&checked)), (1, 1), "{all}");
    // The words are those of `check`.
    let day = text.lines().find(|line| line.starts_with("checked-on")).unwrap().to_owned();
    let typed = format!("checked-on: 20x0{}", &day["checked-on: 2010".len()..]);
    std::fs::write(clause(&office), text.replace(&day, &typed)).unwrap();
    let said = run(program(office.path()).args(["check", "--format", "json"])).out;
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    let said = said.as_array().unwrap().iter().find(|it| it["file"].as_str().unwrap().ends_with("dieu-5.md")).unwrap();
    assert_eq!(checked["findings"][0]["message"], said["message"]);
    std::fs::write(clause(&office), &text).unwrap();
    // A fault of the text below the header, with its fix.
    let mut form = fields(&workbench.get(CLAUSE).body);
    let body = form.iter().find(|(name, _)| name == "text:body").unwrap().1.clone();
    set(&mut form, "text:body", &format!("{body}\r\na) một\r\nb) hai. <br>\r\n"));
    form.push(("action".to_owned(), "check".to_owned()));
    let checked: serde_json::Value = serde_json::from_str(&workbench.post(CLAUSE, &form).body).unwrap();
    assert!(checked["findings"].as_array().unwrap().iter().any(|it| it["path"] == "body"), "{checked}");
    assert_eq!(program::text(&clause(&office)), text, "a check writes nothing");
}

#[test]
fn unsaved_text_outlasts_the_page_and_the_program() {
    let office = office();
    let workbench = start(&office);
    let before = tree(&office.path().join("corpus"));
    let mut form = fields(&workbench.get(CLAUSE).body);
    set(&mut form, "text:title", "Chưa lưu");
    let ask = |workbench: &Workbench, form: &[(String, String)], action: &str| {
        workbench.post(CLAUSE, &[form, &[("action".to_owned(), action.to_owned())]].concat())
    };
    assert!(ask(&workbench, &form, "check").body.contains("\"kept\":\""));
    set(&mut form, "text:title", "Chưa lưu, gõ thêm");
    assert_eq!(ask(&workbench, &form, "keep").status, 204);
    assert_same(&before, &tree(&office.path().join("corpus")), "what is not saved is not in the corpus");
    drop(workbench);
    let workbench = start(&office);
    assert!(workbench.get("/").body.contains("Chữ chưa lưu"));
    let page = workbench.get(CLAUSE).body;
    assert!(page.contains("Đây là chữ chưa lưu") && page.contains("Chưa lưu, gõ thêm"), "{page}");
    // The file is another one now: both are shown.
    let text = program::text(&clause(&office));
    std::fs::write(clause(&office), text.replacen("checked-on: ", "note: Của người khác\nchecked-on: ", 1)).unwrap();
    let page = workbench.get(CLAUSE).body;
    assert!(page.contains("Ba bản khác nhau") && page.contains("Chưa lưu, gõ thêm"), "{page}");
    assert_eq!(workbench.post(CLAUSE, &fields(&page)).status, 303);
    assert!(program::text(&clause(&office)).contains("title: Chưa lưu, gõ thêm\n"));
    assert!(
        !workbench.get("/").body.contains("Chữ chưa lưu")
            && !workbench.get(CLAUSE).body.contains("Đây là chữ chưa lưu")
    );
    // And it can be thrown away.
    let mut form = fields(&workbench.get(CLAUSE).body);
    set(&mut form, "text:title", "Bỏ đi");
    ask(&workbench, &form, "keep");
    assert!(workbench.get(CLAUSE).body.contains("Bỏ đi"));
    assert_eq!(ask(&workbench, &[], "discard").status, 303);
    assert!(!workbench.get(CLAUSE).body.contains("Bỏ đi"));
}

/// Every record of the sample opens as a form, and a form that nobody touched writes nothing.
#[test]
fn every_record_opens_and_is_sent_back_unchanged() {
    let office = office();
    let workbench = start(&office);
    let before = tree(&office.path().join("corpus"));
    let mut opened = 0;
    for kind in ["excerpt", "instrument", "guidance", "edition", "release", "received"] {
        let list = workbench.get(&format!("/records/{kind}"));
        assert_eq!(list.status, 200, "{kind}");
        let prefix = format!("href=\"/records/{kind}/");
        for id in list.body.split(&prefix).skip(1).map(|rest| rest.split('"').next().unwrap()).step_by(2) {
            let address = format!("/records/{kind}/{id}");
            let page = workbench.get(&address);
            assert_eq!(page.status, 200, "{address}");
            let sent = workbench.post(&address, &fields(&page.body));
            assert_eq!((sent.status, sent.header("Location")), (303, Some(address.as_str())), "{}", sent.body);
            opened += 1;
        }
    }
    for kind in ["vocabulary", "glossary", "departments"] {
        let address = format!("/records/{kind}/-");
        let page = workbench.get(&address);
        assert_eq!(page.status, 200, "{address}");
        assert_eq!(workbench.post(&address, &fields(&page.body)).status, 303, "{address}");
    }
    assert!(opened > 10, "{opened}");
    assert_same(&before, &tree(&office.path().join("corpus")), "a form that nobody touched wrote");
}

#[test]
fn a_clause_is_added_in_steps_and_the_adding_undone() {
    let office = office();
    let workbench = start(&office);
    let before = tree(&office.path().join("corpus"));
    let page = workbench.get("/new/excerpt?instrument=nd-2001-2010").body;
    assert!(page.contains("Nghị định số 2001/2010/NĐ-XX") && page.contains("name=\"typed\""), "{page}");
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut answers =
        vec![field("instrument", "nd-2001-2010"), field("typed", "khoản 9 Điều 99"), field("words", "none")];
    answers.extend([field("topics", "thiet-bi"), field("audiences", "co-quan"), field("action", "look")]);
    let look = workbench.post("/new/excerpt", &answers);
    assert_eq!(look.status, 200);
    assert!(look.body.contains("excerpts/nd-2001-2010/dieu-99.khoan-9.md"), "{}", look.body);
    assert!(look.body.contains("khi đã kiểm chứng"), "it says where it would be printed: {}", look.body);
    assert_same(&before, &tree(&office.path().join("corpus")), "a look writes nothing");
    answers.last_mut().unwrap().1 = "save".to_owned();
    let made = workbench.post("/new/excerpt", &answers);
    let there = "/records/excerpt/nd-2001-2010.dieu-99.khoan-9";
    assert_eq!((made.status, made.header("Location").unwrap()), (303, &*format!("{there}?saved=1")), "{}", made.body);
    let page = workbench.get(there);
    assert!(page.status == 200 && page.body.contains("In ở đâu"), "{}", page.body);
    // The same again is refused; what is there stays.
    let again = workbench.post("/new/excerpt", &answers);
    assert_eq!(again.status, 409, "{}", again.body);
    assert_eq!(workbench.post("/history/1/undo", &[]).status, 303);
    assert_eq!(workbench.get(there).status, 404);
    let mut after = tree(&office.path().join("corpus"));
    after.retain(|path, _| !path.ends_with('/'));
    assert_same(&before, &after, "the undone adding left something");
    for (typed, words) in [("điều gì đó", "none"), ("Điều 98", "verbatim"), ("", "none")] {
        let wrong = [
            field("instrument", "nd-2001-2010"),
            field("typed", typed),
            field("words", words),
            field("action", "save"),
        ];
        let answer = workbench.post("/new/excerpt", &wrong);
        assert!(answer.body.contains("role=\"alert\""), "{typed}: {}", answer.body);
    }
    assert_same(&before, &tree(&office.path().join("corpus")), "a refused clause was written");
}

#[test]
fn without_arguments_the_last_corpus_opens() {
    let office = office();
    let elsewhere = tempfile::tempdir().unwrap();
    let state = office.path().join("state");
    let workbench = start(&office);
    // It runs already: a second start, from wherever, says where. It may open a browser, where there is one.
    let second = run(program(elsewhere.path()).env("XDG_STATE_HOME", &state).env("PATH", "")).must(0).out;
    assert!(second.contains(&format!(":{}/open?key=", workbench.port)), "{second}");
}

#[test]
fn an_excerpt_is_shown_as_it_will_look_with_what_is_typed() {
    let office = office();
    let workbench = start(&office);
    let page = workbench.get(CLAUSE).body;
    let preview = page.split("src=\"/preview/").nth(1).and_then(|rest| rest.split(['"', '#']).next()).unwrap();
    let preview = format!("/preview/{preview}");
    let shown = workbench.get(&preview);
    assert_eq!(shown.status, 200);
    assert!(shown.body.contains("Máy bịa đời cũ phải có hồ sơ giấy."), "{}", shown.body);
    let policy = shown.header("Content-Security-Policy").unwrap();
    assert!(policy.contains("frame-ancestors 'self'") && !policy.contains("script-src"), "{policy}");
    let style =
        shown.body.split("rel=\"stylesheet\" href=\"../").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let folder = preview.split("/e/").next().unwrap();
    assert_eq!(workbench.get(&format!("{folder}/{style}")).header("Content-Type"), Some("text/css; charset=utf-8"));
    let mut form = fields(&page);
    set(&mut form, "text:body", "Máy bịa đời cũ phải được kiểm tra.\r\n");
    form.push(("action".to_owned(), "check".to_owned()));
    workbench.post(CLAUSE, &form);
    assert!(workbench.get(&preview).body.contains("Máy bịa đời cũ phải được kiểm tra."));
    assert!(program::text(&clause(&office)).contains("hồ sơ giấy"), "nothing is saved by looking");
    for path in
        ["/preview/khong-co/e/nd-2001-2010.dieu-5.html", "/preview/mau/e/khong-co.html", "/preview/mau/..%2f..%2fx"]
    {
        assert_eq!(workbench.get(path).status, 404, "{path}");
    }
}
