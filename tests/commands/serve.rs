//! `camnang serve`, asked over the loopback as browsers and as worse clients would. The corpus is the invented sample.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test"
)]

use crate::support::live;
use crate::support::program;

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use live::{Serving, faults, version};
use program::{camnang, copy, put, text, tree};
use serde_json::Value;
use tempfile::TempDir;

const CLAUSE: &str = "corpus/excerpts/nd-2001-2010/dieu-5.md";
const PAGE: &str = "/e/nd-2001-2010.dieu-5.html";
const FORMER: &str = "hồ sơ giấy.";

fn office() -> TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus"), &office.path().join("corpus"));
    office
}

fn serve(office: &TempDir, arguments: &[&str]) -> Serving {
    Serving::start(program::program(office.path()).arg("serve").args(arguments))
}

fn clause(office: &TempDir) -> PathBuf {
    office.path().join(CLAUSE)
}

fn edit(file: &Path, former: &str, now: &str) {
    let whole = text(file);
    assert!(whole.contains(former), "{} has no {former}", file.display());
    put(file, whole.replacen(former, now, 1));
}

/// All faults that were sent to a page, in one piece.
fn faults_in(news: &Value) -> String {
    serde_json::to_string(&news["faults"]).unwrap()
}

/// The first page offers no downloads here: what they weigh is known only once the whole site is made.
fn without_downloads(built: &[u8]) -> String {
    let mut page = String::from_utf8_lossy(built).into_owned();
    for (begin, end) in [("\n<div class=\"downloads\">", "\n</div>"), (",\"encoding\":[", "]")] {
        if let Some((before, rest)) = page.split_once(begin) {
            page = format!("{before}{}", rest.split_once(end).unwrap().1);
        }
    }
    page
}

#[test]
fn every_file_is_what_a_build_writes_but_for_the_script() {
    let office = office();
    camnang(office.path(), &["build", "mau", "--only", "html"]).must(0);
    let serving = serve(&office, &["mau"]);
    assert!(serving.said.contains("(mau)") && serving.said.contains("mau-cu"), "{}", serving.said);
    let built = tree(&office.path().join("output/mau/html"));
    let mut live = 0;
    for (path, bytes) in built {
        let answer = serving.get(&format!("/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        if path.ends_with(".html") {
            assert!(
                !String::from_utf8_lossy(&bytes).contains("/~/"),
                "{path} is published with something of the server"
            );
            let served = String::from_utf8(answer.body).unwrap();
            let Some((before, rest)) = served.split_once("<script src=\"/~/live.js\"") else {
                // Its policy allows no script: it leads to another page, or is one file for everything.
                assert!(served.as_bytes() == bytes && !served.contains("script-src 'self'"), "{path} is not live");
                continue;
            };
            live += 1;
            let after = rest.split_once("</script>\n").unwrap().1;
            let bare = format!("{before}{after}").replacen("connect-src 'self'; ", "", 1);
            assert!(bare == without_downloads(&bytes), "{path} is served differently from how it is built");
            assert!(served.contains("content=\"connect-src 'self'; default-src 'none'"), "{path} may not ask for news");
        } else {
            assert!(answer.body == bytes, "{path} is served differently from how it is built");
        }
    }
    assert!(live > 30, "only {live} pages are live");
    // Nothing is written.
    fs::remove_dir_all(office.path().join("output")).unwrap();
    serving.get("/");
    assert_eq!(fs::read_dir(office.path()).unwrap().count(), 1);
}

#[test]
fn kinds_and_heads() {
    let office = office();
    let serving = serve(&office, &["mau"]);
    let index = serving.text("/index.html");
    assert_eq!(serving.text("/"), index);
    let style = index.split("rel=\"stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/index.html?q=1", "text/html; charset=utf-8"),
        (&format!("/{style}"), "text/css; charset=utf-8"),
        ("/images/ba-may.svg", "image/svg+xml"),
        ("/pdf", "text/html; charset=utf-8"),
        ("/~/live.js", "text/javascript; charset=utf-8"),
        ("/~/split.js", "text/javascript; charset=utf-8"),
        ("/~/live.css", "text/css; charset=utf-8"),
        ("/~/own.css", "text/css; charset=utf-8"),
    ] {
        let (whole, head) = (serving.get(path), serving.ask("HEAD", path, ""));
        assert_eq!((whole.status, head.status), (200, 200), "{path}");
        assert_eq!(whole.head, head.head, "{path}");
        assert!(head.body.is_empty() && !whole.body.is_empty(), "{path}");
        assert_eq!(whole.header("Content-Type"), Some(kind), "{path}");
        assert_eq!(whole.header("Content-Length"), Some(whole.body.len().to_string().as_str()), "{path}");
        assert_eq!(whole.header("Cache-Control"), Some("no-store"), "{path}");
        assert_eq!(whole.header("X-Content-Type-Options"), Some("nosniff"), "{path}");
        assert_eq!(whole.header("Cross-Origin-Resource-Policy"), Some("same-origin"), "{path}");
        assert!(whole.header("Content-Security-Policy").unwrap().contains("frame-ancestors 'self'"), "{path}");
    }
    assert_eq!(serving.ask("HEAD", "/~/news", "").header("Content-Type"), Some("text/event-stream"));
    // A page that is not there yet is live as well.
    let absent = serving.get("/e/khong-co.html");
    assert_eq!(absent.status, 404);
    let absent = String::from_utf8(absent.body).unwrap();
    assert!(absent.contains("Không có trang này") && absent.contains("/~/live.js"), "{absent}");
    for path in ["/~/", "/~/x", "/~/../~/x", "/e", "/e/", "/view.json", "/index.html/"] {
        assert_eq!(serving.get(path).status, 404, "{path}");
    }
    if cfg!(not(feature = "pdf")) {
        assert_eq!(serving.get("/~/booklet.pdf").status, 404);
        assert_eq!(serving.news().next()["pdf"]["standing"], "absent");
    }
}

#[test]
fn strangers_are_refused() {
    let office = office();
    put(&office.path().join("corpus/.bi-mat"), "bí mật");
    let serving = serve(&office, &["mau"]);
    let port = serving.port;
    let asked = |line: &str, host: &str| serving.say(format!("{line} HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes());
    for host in
        ["evil.vn", &format!("evil.vn:{port}"), "localhost", "192.168.1.2", &format!("127.0.0.1.evil.vn:{port}")]
    {
        let answer = asked("GET /", host);
        assert_eq!(answer.status, 421, "{host}");
        assert!(!String::from_utf8_lossy(&answer.body).contains("<html"), "{host}");
        assert_eq!(asked("GET /~/news", host).status, 421, "{host}");
    }
    for host in [format!("127.0.0.1:{port}"), format!("[::1]:{port}"), format!("LocalHost:{port}")] {
        assert_eq!(asked("GET /", &host).status, 200, "{host}");
    }
    let own = format!("localhost:{port}");
    for path in [
        "/../corpus/.bi-mat",
        "/..%2fcorpus%2f.bi-mat",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/e/../../../../etc/passwd",
        "/..%5c..%5cetc%5cpasswd",
        "//etc/passwd",
        "/./index.html",
        "/e/../index.html",
        "/%252e%252e/etc/passwd",
        "/.bi-mat",
        "/corpus/.bi-mat",
    ] {
        assert_eq!(asked(&format!("GET {path}"), &own).status, 404, "{path}");
    }
    for path in ["/%00", "/%ff%fe", "/%", "http://localhost/", "*"] {
        assert_eq!(asked(&format!("GET {path}"), &own).status, 400, "{path}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let answer = serving.ask(method, "/", "Content-Length: 5\r\n");
        assert_eq!((answer.status, answer.header("Allow")), (405, Some("GET, HEAD")), "{method}");
    }
    let long = "x".repeat(40_000);
    assert_eq!(asked(&format!("GET /{long}"), &own).status, 431);
    assert_eq!(serving.ask("GET", "/", &"A: b\r\n".repeat(500)).status, 431);
    assert_eq!(serving.say(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03").status, 400);
    assert_eq!(serving.get("/").status, 200);
}

#[test]
fn only_this_machine_can_connect() {
    let office = office();
    let serving = serve(&office, &["mau"]);
    if let Ok(mut other) = TcpStream::connect(("::1", serving.port)) {
        other.write_all(format!("GET / HTTP/1.1\r\nHost: [::1]:{}\r\n\r\n", serving.port).as_bytes()).unwrap();
        let mut answer = String::new();
        other.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"));
    } else {
        eprintln!("NOT checked: this machine has no IPv6 loopback");
    }
    // The address that this machine has on its network, if any; nothing is sent.
    let socket = UdpSocket::bind("0.0.0.0:0").unwrap();
    let own = socket.connect("192.0.2.1:9").and_then(|()| socket.local_addr()).map(|address| address.ip());
    match own {
        Ok(own) if !own.is_loopback() && !own.is_unspecified() => {
            let refused = TcpStream::connect_timeout(&(own, serving.port).into(), Duration::from_secs(3));
            assert!(refused.is_err(), "{own} answers");
        }
        _ => eprintln!("NOT checked: this machine has no address but the loopback"),
    }
}

#[test]
fn an_edit_reaches_every_open_page() {
    let office = office();
    let serving = serve(&office, &["mau"]);
    let (mut one, mut two) = (serving.news(), serving.news());
    let before = version(&one.next());
    assert_eq!(version(&two.next()), before);
    assert!(serving.text(PAGE).contains(FORMER));
    edit(&clause(&office), FORMER, "hồ sơ điện tử.");
    let after = version(&one.until(|news| version(news) != before));
    assert_eq!(version(&two.until(|news| version(news) != before)), after);
    let page = serving.text(PAGE);
    assert!(page.contains("hồ sơ điện tử.") && !page.contains(FORMER));
    assert!(page.contains(&format!("data-version=\"{after}\"")));
    // A new file, by the way in which editors save: beside, and then put in its place.
    let vocabulary = office.path().join("corpus/vocabulary.yaml");
    let beside = office.path().join("corpus/.vocabulary.yaml.tmp");
    put(&beside, text(&vocabulary));
    fs::rename(beside, vocabulary).unwrap();
    one.until(|news| version(news) != after);
    // A folder that was not there.
    let now = version(&two.until(|news| version(news) != after));
    put(&office.path().join("corpus/.moi/1.txt"), "Điều 1. Chữ.");
    fs::create_dir_all(office.path().join("corpus/originals")).unwrap();
    fs::rename(office.path().join("corpus/.moi"), office.path().join("corpus/originals/moi")).unwrap();
    let after = version(&one.until(|news| version(news) != now));
    // Files that nobody means to be read are no edit.
    let now = version(&two.until(|news| version(news) == after));
    put(&office.path().join("corpus/.tam.swp"), "x");
    put(&office.path().join("corpus/excerpts/nd-2001-2010/dieu-5.md~"), "x");
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(version(&serving.news().next()), now);
}

#[test]
fn a_fault_is_shown_over_the_last_good_page_until_it_is_fixed() {
    for (lang, word) in [("vi", "lỗi"), ("en", "error")] {
        let office = office();
        let serving = serve(&office, &["mau", "--lang", lang]);
        let mut news = serving.news();
        let good = version(&news.next());
        let page = serving.text(PAGE);
        edit(&clause(&office), "topics:", "topcis:");
        // A file that is being written may be seen while it is empty.
        let faulty = news.until(|news| faults_in(news).contains("CN104"));
        assert_eq!(version(&faulty), good, "the page is not loaded anew");
        assert_eq!(serving.text(PAGE), page);
        assert_eq!(serving.get("/thiet-bi.html").status, 200, "a page that was not seen before");
        // The same words as those of the check.
        let check = camnang(office.path(), &["check", "--lang", lang]).must(1).out;
        let card = &faulty["faults"][0];
        let words = |key: &str| card[key].as_str().unwrap();
        assert_eq!((words("place"), words("title")), (format!("{CLAUSE}:6:1").as_str(), &*format!("{word} CN104")));
        let (place, title, message) = (words("place"), words("title"), words("message"));
        let said = format!("{place}: {title}: {message}\n{}  → {}\n", words("snippet"), words("help"));
        assert!(check.contains(&said), "{said}\nis not in\n{check}");
        assert!(faulty["words"]["faults"].as_str().unwrap().contains(if lang == "vi" {
            "Cần sửa"
        } else {
            "fixed"
        }));
        edit(&clause(&office), "topcis:", "topics:");
        let fixed = news.until(|news| faults(news) == 0);
        assert_ne!(version(&fixed), good);
    }
}

#[test]
fn warnings_are_counted_and_stop_nothing() {
    let office = office();
    let serving = serve(&office, &["mau"]);
    let mut news = serving.news();
    let first = news.next();
    let before = first["warnings"].as_array().unwrap().len();
    // The sentence stops at a colon: most likely something is missing after it.
    edit(&clause(&office), FORMER, "hồ sơ giấy gồm:");
    let now = news.until(|news| version(news) != version(&first));
    assert_eq!(faults(&now), 0);
    let warnings = now["warnings"].as_array().unwrap();
    assert_eq!(warnings.len(), before + 1, "{now}");
    assert!(warnings.iter().any(|card| card["place"].as_str().unwrap().starts_with(CLAUSE)), "{now}");
    assert!(serving.text(PAGE).contains("hồ sơ giấy gồm:"));
}

#[test]
fn templates_are_followed_too() {
    let office = office();
    camnang(office.path(), &["new", "templates", "mau", "html/excerpt-page.html", "html/glossary-content.html"])
        .must(0);
    let serving = serve(&office, &["mau", "--templates", "mau"]);
    let mut news = serving.news();
    let first = version(&news.next());
    let page = serving.text(PAGE);
    let own = office.path().join("mau/html/excerpt-page.html");
    let shipped = text(&own);
    let content = "{% block content %}";
    // Of a fault that concerns all pages, as one cannot be read, there is no new site.
    put(&own, shipped.replacen(content, "{% block content %}{% if %}", 1));
    let faulty = news.until(|news| faults(news) > 0);
    assert_eq!(version(&faulty), first);
    assert!(faults_in(&faulty).contains("mau/html/excerpt-page.html:"), "{faulty}");
    assert_eq!(serving.text(PAGE), page);
    // A fault that shows when the page is made: this page stays as it was, others are new.
    put(&own, shipped.replacen(content, "{% block content %}{{ khong_co }}", 1));
    let second = version(&news.until(|news| faults(news) == 0 && version(news) != first));
    let old = serving.text(PAGE);
    assert_eq!(old.replace(&second, ""), page.replace(&first, ""));
    let faulty = news.until(|news| faults(news) > 0);
    assert!(faults_in(&faulty).contains("không có biến `khong_co`"), "{faulty}");
    assert_eq!(serving.get("/index.html").status, 200);
    // One that was never seen without the fault.
    let broken = serving.get("/e/nd-2002-2019.dieu-9.html");
    assert_eq!(broken.status, 500);
    assert!(String::from_utf8_lossy(&broken.body).contains("Trang này chưa dựng được"));
    put(&own, shipped.replacen(content, "{% block content %}<p>Của cơ quan</p>", 1));
    news.until(|news| faults(news) == 0);
    assert!(serving.text(PAGE).contains("<p>Của cơ quan</p>"));
    assert_eq!(serving.get("/e/nd-2002-2019.dieu-9.html").status, 200);
    // A file that changes nothing.
    put(&office.path().join("mau/html/styel.css"), "");
    assert!(faults_in(&news.until(|news| faults(news) > 0)).contains("style.css"));
    fs::remove_file(office.path().join("mau/html/styel.css")).unwrap();
    news.until(|news| faults(news) == 0);
}

#[cfg(feature = "pdf")]
#[test]
fn the_pdf_is_that_of_a_build_and_follows_edits() {
    let office = office();
    camnang(office.path(), &["build", "mau"]).must(0);
    let built = fs::read(office.path().join("output/mau/mau.pdf")).unwrap();
    camnang(office.path(), &["new", "templates", "mau", "typst/cover.typ"]).must(0);
    let serving = serve(&office, &["mau", "--templates", "mau"]);
    let mut news = serving.news();
    let made = |news: &Value| news["pdf"]["standing"] == "made" && news["pdf"]["of"] == news["version"];
    news.until(made);
    let answer = serving.get("/~/booklet.pdf");
    assert_eq!(answer.header("Content-Type"), Some("application/pdf"));
    assert!(answer.body == built, "it is not the PDF of a build");
    edit(&clause(&office), FORMER, "hồ sơ điện tử.");
    news.until(|news| !made(news));
    news.until(made);
    let second = serving.get("/~/booklet.pdf").body;
    assert!(second.starts_with(b"%PDF-") && second != built);
    // A fault that Typst alone meets: the pages go on, and the last good PDF stays.
    let cover = office.path().join("mau/typst/cover.typ");
    let shipped = text(&cover);
    put(&cover, format!("{shipped}\n#khong-co\n"));
    let faulty = news.until(|news| faults(news) > 0);
    assert_eq!(faulty["pdf"]["standing"], "failed");
    let said = faults_in(&faulty);
    assert!(said.contains("mau/typst/cover.typ:") && said.contains("không có tên `khong-co`"), "{said}");
    assert!(serving.get("/~/booklet.pdf").body == second);
    assert!(serving.text(PAGE).contains("hồ sơ điện tử."));
    put(&cover, shipped);
    news.until(|news| made(news) && faults(news) == 0);
    assert!(serving.get("/~/booklet.pdf").body == second);
}

/// A template that wants more memory than there is ends the process that lays out, and nothing else.
#[cfg(feature = "pdf")]
#[test]
fn a_layout_that_dies_leaves_the_live_view_alive() {
    let office = office();
    camnang(office.path(), &["new", "templates", "mau", "typst/cover.typ"]).must(0);
    let serving = serve(&office, &["mau", "--templates", "mau"]);
    let mut news = serving.news();
    let made = |news: &Value| news["pdf"]["standing"] == "made" && news["pdf"]["of"] == news["version"];
    news.until(made);
    let former = serving.get("/~/booklet.pdf").body;
    let cover = office.path().join("mau/typst/cover.typ");
    let shipped = text(&cover);
    put(&cover, format!("{shipped}\n#let much = \"a\" * 4000000000000\n"));
    let faulty = news.until(|news| faults(news) > 0);
    assert_eq!(faulty["pdf"]["standing"], "failed");
    let said = faults_in(&faulty);
    assert!(said.contains("`mau`") && said.contains("bị ngắt giữa chừng"), "{said}");
    // The pages go on, the last good PDF stays, and the next one is made by a new process.
    assert_eq!(serving.get(PAGE).status, 200);
    assert!(serving.get("/~/booklet.pdf").body == former);
    put(&cover, shipped);
    news.until(|news| made(news) && faults(news) == 0);
    assert!(serving.get("/~/booklet.pdf").body == former);
}

/// A build says the same, and ends as a tool that could not run.
#[cfg(feature = "pdf")]
#[test]
fn a_layout_that_dies_is_no_verdict_on_the_corpus() {
    let office = office();
    camnang(office.path(), &["new", "templates", "mau", "typst/cover.typ"]).must(0);
    let cover = office.path().join("mau/typst/cover.typ");
    let shipped = text(&cover);
    put(&cover, format!("{shipped}\n#let much = \"a\" * 4000000000000\n"));
    let ran = camnang(office.path(), &["build", "mau", "--templates", "mau", "--lang", "en"]).must(2);
    assert!(ran.err.contains("the edition `mau`: the layout of the PDF was interrupted"), "{}", ran.err);
    camnang(office.path(), &["build", "mau", "--templates", "mau", "--only", "html"]).must(0);
}

#[test]
fn slow_and_greedy_clients_keep_nobody_waiting() {
    let office = office();
    let serving = serve(&office, &["mau"]);
    let mut open = Vec::new();
    for number in 0..200 {
        let mut stream = serving.connect();
        match number % 3 {
            0 => {}
            1 => stream.write_all(b"GET / HTTP/1.1\r\nHost:").unwrap(),
            // Never reads the answer to its request.
            _ => {
                let request = format!("GET /index.html HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", serving.port);
                stream.write_all(request.as_bytes()).unwrap();
            }
        }
        open.push(stream);
    }
    let start = Instant::now();
    for _ in 0..5 {
        assert_eq!(serving.get("/").status, 200);
    }
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    // A connection without a whole request is closed.
    let mut silent = serving.connect();
    silent.write_all(b"GET / HT").unwrap();
    assert_eq!(silent.read(&mut [0; 16]).unwrap_or(0), 0);
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_corpus_that_cannot_be_built_at_first_is_shown_when_it_can() {
    let office = office();
    edit(&clause(&office), "topics:", "topcis:");
    let serving = serve(&office, &[]);
    let none = serving.get("/index.html");
    assert_eq!(none.status, 503);
    let none = String::from_utf8(none.body).unwrap();
    assert!(none.contains("Chưa có trang nào") && none.contains("/~/live.js"), "{none}");
    let mut news = serving.news();
    let faulty = news.next();
    assert!(faulty["version"].is_null() && faults(&faulty) == 1, "{faulty}");
    edit(&clause(&office), "topcis:", "topics:");
    news.until(|news| news["version"].is_string());
    // Without a name, it is the edition of the latest day.
    assert!(serving.text("/").contains("Bộ mẫu có đủ mọi loại khối"));
    // A corpus that goes and comes back.
    let (here, away) = (office.path().join("corpus"), office.path().join("khac"));
    fs::rename(&here, &away).unwrap();
    let gone = news.until(|news| faults(news) > 0);
    assert!(faults_in(&gone).contains("không đọc được kho ngữ liệu `corpus`"), "{gone}");
    assert_eq!(serving.get(PAGE).status, 200);
    fs::rename(&away, &here).unwrap();
    news.until(|news| faults(news) == 0);
    // The edition itself.
    let edition = office.path().join("corpus/editions/mau.yaml");
    edit(&edition, "id: mau", "idd: mau");
    assert!(faults_in(&news.until(|news| faults(news) > 0)).contains("corpus/editions/mau.yaml:1:1"));
}

#[test]
fn another_day() {
    let office = office();
    let serving = serve(&office, &["mau", "--as-of", "2031-07-01"]);
    assert!(serving.text("/").contains("datetime=\"2031-07-01\""));
}

#[test]
fn what_keeps_it_from_starting() {
    let office = office();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for (arguments, vi, en) in [
        (
            &["mau", "--port", &port][..],
            "đang có chương trình khác dùng; chọn cổng khác bằng --port",
            "another program uses the port",
        ),
        (&["mauu", "--port", "0"], "không có ấn bản `mauu`; viết `mau`", "there is no edition `mauu`; write `mau`"),
        (
            &["--corpus", "khong-co", "--port", "0"],
            "không đọc được kho ngữ liệu `khong-co`",
            "cannot read the corpus `khong-co`",
        ),
        (
            &["--templates", "khong-co", "--port", "0"],
            "không đọc được thư mục mẫu `khong-co`",
            "cannot read the templates `khong-co`",
        ),
    ] {
        for (lang, words) in [("vi", vi), ("en", en)] {
            let ran = camnang(office.path(), &[&["serve", "--lang", lang], arguments].concat()).must(2);
            assert!(ran.err.contains(words) && ran.out.is_empty(), "{arguments:?}: {}", ran.err);
        }
    }
}

/// Who runs the tests may be a job in the background, whose shell has it and all that it starts ignore Ctrl-C.
#[cfg(unix)]
fn heeding_control_c(program: Command) -> Command {
    if !cfg!(target_os = "linux") {
        return program;
    }
    let mut command = Command::new("env");
    command.arg("--default-signal=INT").arg(program.get_program()).stdin(std::process::Stdio::null());
    command.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    program.get_current_dir().into_iter().for_each(|folder| _ = command.current_dir(folder));
    command
}

#[cfg(unix)]
#[test]
fn control_c_ends_it_and_frees_the_port() {
    let office = office();
    let mut serving = Serving::start(heeding_control_c(program::program(office.path())).args(["serve", "mau"]));
    let mut news = serving.news();
    news.next();
    let id = serving.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let start = Instant::now();
    while serving.child.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < Duration::from_secs(10), "it goes on");
        std::thread::sleep(Duration::from_millis(10));
    }
    let port = serving.port.to_string();
    let mut again = program::program(office.path());
    let mut again = again.args(["serve", "mau", "--port", &port]).stdout(std::process::Stdio::piped()).spawn().unwrap();
    let mut said = [0; 20];
    again.stdout.take().unwrap().read_exact(&mut said).unwrap();
    again.kill().unwrap();
    again.wait().unwrap();
    assert!(said.starts_with("Xem".as_bytes()));
}
