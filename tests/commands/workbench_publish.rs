//! An edition is looked at, built and downloaded in the workbench, and nothing else of the disk can be read there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use crate::support::mail_office::Office;
use crate::support::program;
use crate::support::smtp_server::{Options, Server};
use crate::support::workbench;

use std::path::Path;

use program::{assert_same, copy, program, run, tree};
use tempfile::TempDir;
use workbench::{Answer, Workbench};

const PAGE: &str = "/publish/mau/-";

fn office() -> TempDir {
    let office = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample/corpus"), &office.path().join("corpus"));
    office
}

fn start(office: &TempDir) -> Workbench {
    Workbench::start(&mut program(office.path()))
}

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Presses a button, and returns the page when the work has ended.
fn done(workbench: &Workbench, page: &str, pairs: &[(&str, &str)]) -> String {
    let begun = workbench.post(page, &fields(pairs));
    assert_eq!((begun.status, begun.header("Location")), (303, Some(&*format!("{page}#task"))), "{}", begun.body);
    loop {
        let shown = workbench.get(page).body;
        if !shown.contains("data-running") {
            return shown;
        }
    }
}

/// The address with this in it.
fn address<'p>(page: &'p str, part: &str) -> &'p str {
    page.split(['"']).find(|word| word.contains(part)).unwrap_or_else(|| panic!("no {part} in {page}"))
}

/// Asks for an address at the name of this machine that it has.
fn read(workbench: &Workbench, address: &str) -> Answer {
    let host = format!("127.0.0.1:{}", workbench.port);
    let path = address.strip_prefix(&format!("http://{host}")).unwrap_or(address);
    workbench.say("GET", path, &[("Host", &host)], "")
}

const BUILD: [(&str, &str); 3] = [("action", "build"), ("output", "html"), ("output", "json")];

#[test]
fn an_edition_is_built_opened_and_downloaded() {
    let office = office();
    let workbench = start(&office);
    let list = workbench.get("/publish").body;
    assert!(list.contains(&format!("href=\"{PAGE}\"")), "{list}");
    let before = workbench.get(PAGE).body;
    assert!(before.contains("Chưa dựng lần nào") && before.contains("Không có lỗi nào cản"), "{before}");
    assert_eq!(before.contains("lacks-pdf"), cfg!(not(feature = "pdf")), "why there is no PDF is said");
    let page = done(&workbench, PAGE, &BUILD);
    assert!(page.contains("Xong."), "{page}");
    let took = program::text(&office.path().join(".camnang/durations.json"));
    assert!(took.contains("build mau html,json"), "the next build says how long: {took}");
    // The same bytes as by the command.
    let by_command = tempfile::tempdir().unwrap();
    copy(&office.path().join("corpus"), &by_command.path().join("corpus"));
    run(program(by_command.path()).args(["build", "mau", "--only", "html,json"])).must(0);
    assert_same(&tree(&by_command.path().join("output")), &tree(&office.path().join("output")), "the build differs");
    let home = read(&workbench, address(&page, "/built/"));
    assert_eq!((home.status, home.header("Content-Type")), (200, Some("text/html; charset=utf-8")));
    assert_eq!(home.header("Referrer-Policy"), Some("no-referrer"));
    let data = workbench.get("/download/mau/-/json");
    assert_eq!(data.header("Content-Disposition"), Some("attachment; filename=\"view.json\""));
    assert_eq!(data.body, program::text(&office.path().join("output/mau/view.json")));
    for (output, status) in [("pdf", 404), ("..%2f..%2fcorpus", 404), ("view.json", 404)] {
        assert_eq!(workbench.get(&format!("/download/mau/-/{output}")).status, status, "{output}");
    }
    // The corpus is another one now, which the page says.
    let clause = office.path().join("corpus/excerpts/nd-2001-2010/dieu-5.md");
    std::fs::write(&clause, format!("{}\nThêm một câu.\n", program::text(&clause))).unwrap();
    assert!(workbench.get(PAGE).body.contains("Kho đã đổi từ khi dựng"));
}

#[test]
fn another_day_is_looked_at_and_built_apart() {
    let office = office();
    let workbench = start(&office);
    let led = workbench.get(&format!("{PAGE}?day=1&month=2&year=2030"));
    assert_eq!((led.status, led.header("Location")), (303, Some("/publish/mau/2030-02-01")));
    for typed in ["day=31&month=2&year=2030", "day=x&month=2&year=2030", "day=1&month=2&year="] {
        let page = workbench.get(&format!("{PAGE}?{typed}"));
        assert!(page.status == 409 && page.body.contains("Không có ngày ấy"), "{typed}: {}", page.body);
    }
    let before = tree(office.path());
    let page = workbench.get("/publish/mau/2030-02-01").body;
    let shown = read(&workbench, address(&page, "/look/"));
    assert!(shown.status == 200 && shown.body.contains("01/02/2030"), "{}", shown.body);
    assert_same(&before, &tree(office.path()), "a look wrote something");
    let page = done(&workbench, "/publish/mau/2030-02-01", &[("action", "build"), ("output", "json")]);
    assert!(page.contains("Xong.") && page.contains("tính đến 01/02/2030"), "{page}");
    assert!(office.path().join("output/as-of/2030-02-01/mau/view.json").is_file());
    assert!(!office.path().join("output/mau").exists(), "the edition's own folder is not touched");
}

#[test]
fn faults_stop_a_build_and_are_shown() {
    let office = office();
    let workbench = start(&office);
    assert!(done(&workbench, PAGE, &BUILD).contains("Xong."));
    let built = tree(&office.path().join("output"));
    let clause = office.path().join("corpus/excerpts/nd-2001-2010/dieu-5.md");
    let text = program::text(&clause);
    std::fs::write(&clause, text.replacen("checked-on: ", "checked-on: x", 1)).unwrap();
    let page = workbench.get(PAGE).body;
    assert!(page.contains("Chưa dựng được, vì còn các lỗi này"), "{page}");
    let page = done(&workbench, PAGE, &BUILD);
    assert!(page.contains("Chưa xong") && page.contains("checked-on"), "{page}");
    assert_same(&built, &tree(&office.path().join("output")), "a build with faults changed the output");
    assert!(workbench.post(PAGE, &fields(&[("action", "build")])).body.contains("Chưa chọn dựng gì"));
    assert_eq!(workbench.post("/publish/khong-co/-", &fields(&BUILD)).status, 404);
    assert_eq!(workbench.post("/publish/mau/2030-02-31", &fields(&BUILD)).status, 404);
}

/// While a build goes on, records are saved; it is stopped at its next step, and the former output is whole.
#[test]
fn a_build_keeps_no_save_waiting_and_can_be_stopped() {
    let office = office();
    let workbench = start(&office);
    done(&workbench, PAGE, &BUILD);
    let built = tree(&office.path().join("output"));
    let begun = workbench.post(PAGE, &fields(&[&BUILD[..], &[("output", "zip")]].concat()));
    assert_eq!(begun.status, 303);
    // It may have ended already.
    workbench.post(PAGE, &fields(&[("action", "stop")]));
    let answer = workbench.get("/records/excerpt/nd-2001-2010.dieu-5");
    assert_eq!(answer.status, 200);
    let page = loop {
        let shown = workbench.get(PAGE).body;
        if !shown.contains("data-running") {
            break shown;
        }
    };
    if page.contains("Chưa xong") {
        assert_same(&built, &tree(&office.path().join("output")), "a stopped build changed the output");
    }
    assert!(done(&workbench, PAGE, &BUILD).contains("Xong."), "another can be begun");
}

#[test]
fn only_outputs_are_read_at_the_other_name_and_only_with_their_key() {
    let office = office();
    std::fs::write(office.path().join("secret.txt"), "secret word").unwrap();
    let workbench = start(&office);
    let page = done(&workbench, PAGE, &BUILD);
    let home = address(&page, "/built/").to_owned();
    let key = home.split("/built/").nth(1).unwrap().split('/').next().unwrap().to_owned();
    // The workbench is not there, whatever the browser has.
    let host = format!("127.0.0.1:{}", workbench.port);
    let with_cookie = [("Host", host.as_str()), ("Cookie", workbench.cookie.as_str())];
    let next = run(program(office.path()).args(["edit", "--no-open"])).must(0).out;
    let open = next.split(&workbench.port.to_string()).nth(1).unwrap().trim();
    for path in ["/", PAGE, "/history", open, "/download/mau/-/json"] {
        assert_eq!(workbench.say("GET", path, &with_cookie, "").status, 403, "{path}");
    }
    // The outputs are nowhere else, and nowhere without their key.
    let path = home.strip_prefix(&format!("http://{host}")).unwrap();
    assert_eq!(workbench.get(path).status, 403);
    for key in ["", "x", workbench.key.as_str(), workbench.cookie.split('=').nth(1).unwrap()] {
        assert_eq!(read(&workbench, &format!("/built/{key}/mau/-/html/index.html")).status, 403, "{key}");
    }
    let posted = workbench.say("POST", path, &with_cookie, "");
    assert_eq!(posted.status, 403);
    // No path and no link leads out of the folder, nor to a file that was changed or that no manifest names.
    let folder = office.path().join("output/mau");
    std::fs::write(folder.join("stranger.txt"), "secret word").unwrap();
    let manifest = folder.join("manifest.json");
    let mut json: serde_json::Value = serde_json::from_str(&program::text(&manifest)).unwrap();
    let files = json["files"].as_array_mut().unwrap();
    let mut leading_out = files[0].clone();
    leading_out["path"] = "../../secret.txt".into();
    leading_out["sha256"] = camnang::internals::hash::sha256(b"secret word").into();
    files.push(leading_out);
    std::fs::write(&manifest, json.to_string()).unwrap();
    std::fs::write(folder.join("view.json"), "secret word").unwrap();
    for path in [
        "../../secret.txt",
        "..%2f..%2fsecret.txt",
        "%2e%2e/%2e%2e/secret.txt",
        "stranger.txt",
        "view.json",
        "manifest.json",
        "html",
        "",
    ] {
        let answer = read(&workbench, &format!("/built/{key}/mau/-/{path}"));
        assert!(answer.status >= 400 && !answer.body.contains("secret word"), "{path}: {}", answer.status);
    }
    for path in ["khong-co/-/index.html", "mau/x/index.html", "mau/-/..%2findex.html", "mau/-/khong-co.html"] {
        assert_eq!(read(&workbench, &format!("/look/{key}/{path}")).status, 404, "{path}");
    }
}

/// The rehearsal says what the command says of a hand-out that is there, and sends nothing; where there is none, it says so.
#[test]
fn the_mail_is_rehearsed_as_by_the_command() {
    let server = Server::start(Options::default());
    let office = Office::new(&["so-a", "so-b"], &server, "");
    let before = tree(&office.folder().join("corpus"));
    let workbench = Workbench::start(&mut program(office.folder()));
    let page = done(&workbench, "/publish/so-tay/-", &[("action", "mail")]);
    for words in ["CHẠY THỬ, không gửi gì.", "so-a  Sở Ví Dụ so-a → van-thu@so-a.example", "Sẽ gửi 2 thư"]
    {
        assert!(page.contains(&words.replace('>', "&gt;")) || page.contains(words), "{words}: {page}");
    }
    assert_eq!((server.connections(), office.journal().exists()), (0, false));
    assert_same(&before, &tree(&office.folder().join("corpus")), "a rehearsal wrote something");
}

/// Copies are made where the program lays them out, and nowhere else is there a button.
#[test]
fn a_hand_out_is_made_where_the_program_makes_pdf() {
    let office = office();
    let workbench = start(&office);
    let makes = cfg!(feature = "pdf");
    assert_eq!(workbench.get(PAGE).body.contains("value=\"hand-out\""), makes);
    if makes {
        let page = done(&workbench, PAGE, &[("action", "hand-out")]);
        assert!(office.path().join("output/handout/mau/ledger.json").is_file(), "{page}");
    } else {
        assert_eq!(workbench.post(PAGE, &fields(&[("action", "hand-out")])).status, 404);
    }
}
